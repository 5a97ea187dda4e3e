//! Material as text: transcripts, chats, subtitles, a diary.

use super::Turn;
use std::fmt::Write;

/// Adds to a text; that cannot fail.
macro_rules! add {
    ($text:expr, $($part:tt)*) => { write!($text, $($part)*).expect("a string takes all that is written") };
}

pub(super) fn transcript(turns: &[Turn]) -> Vec<u8> {
    let mut text = "Interview 3 mei 2021\n\n".to_owned();
    turns.iter().for_each(|turn| add!(text, "{}: {}\n", turn.speaker, turn.words));
    text.into_bytes()
}

pub(super) fn markdown(turns: &[Turn]) -> Vec<u8> {
    let mut text = "# Interview\n\n".to_owned();
    turns.iter().for_each(|turn| add!(text, "**{}:** {}\n\n", turn.speaker, turn.words));
    text.into_bytes()
}

pub(super) fn whatsapp(turns: &[Turn]) -> Vec<u8> {
    let mut text = String::new();
    for (n, turn) in turns.iter().enumerate() {
        let (day, month, year) = (1 + n / 24 % 28, 1 + n / 672 % 12, 2015 + n / 8064);
        add!(text, "{day:02}-{month:02}-{year} {:02}:{:02} - ", n % 24, n % 60);
        add!(text, "{}: {}\n", turn.speaker, turn.words);
    }
    text.into_bytes()
}

pub(super) fn telegram(turns: &[Turn]) -> Vec<u8> {
    let mut text = r#"{"name": "Moeder", "type": "personal_chat", "id": 7, "messages": ["#.to_owned();
    for (n, Turn { speaker, words }) in turns.iter().enumerate() {
        let comma = if n == 0 { "" } else { "," };
        let (day, month, year) = (1 + n / 24 % 28, 1 + n / 672 % 12, 2015 + n / 8064);
        add!(text, "{comma}\n {{\"id\": {n}, \"type\": \"message\", \"date\": ");
        add!(text, "\"{year}-{month:02}-{day:02}T{:02}:{:02}:00\", ", n % 24, n % 60);
        add!(
            text,
            "\"from\": \"{speaker}\", \"from_id\": \"user{}\", \"text\": \"{words}\", ",
            speaker.len()
        );
        add!(text, "\"text_entities\": [{{\"type\": \"plain\", \"text\": \"{words}\"}}]}}");
    }
    text += "\n]}\n";
    text.into_bytes()
}

/// Writes a moment of a recording.
fn clock(seconds: usize, point: char) -> String {
    format!("{:02}:{:02}:{:02}{point}000", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Subtitles of up to ten words, four seconds each: the number, who speaks and the words.
fn cues<'t>(turns: &'t [Turn]) -> impl Iterator<Item = (usize, &'static str, String)> + 't {
    let lines = turns.iter().flat_map(|turn| {
        let words: Vec<&str> = turn.words.split(' ').collect();
        words.chunks(10).map(|line| (turn.speaker, line.join(" "))).collect::<Vec<_>>()
    });
    lines.enumerate().map(|(n, (speaker, words))| (n, speaker, words))
}

pub(super) fn vtt(turns: &[Turn]) -> Vec<u8> {
    let mut text = "WEBVTT\n".to_owned();
    for (n, speaker, words) in cues(turns) {
        add!(text, "\n{} --> {}\n<v {speaker}>{words}</v>\n", clock(n * 4, '.'), clock(n * 4 + 4, '.'));
    }
    text.into_bytes()
}

pub(super) fn srt(turns: &[Turn]) -> Vec<u8> {
    let mut text = String::new();
    for (n, speaker, words) in cues(turns) {
        let (start, end) = (clock(n * 4, ','), clock(n * 4 + 4, ','));
        add!(text, "{}\n{start} --> {end}\n{speaker}: {words}\n\n", n + 1);
    }
    text.into_bytes()
}

pub(super) fn whisper(turns: &[Turn]) -> Vec<u8> {
    let mut text = r#"{"language": "nl", "segments": ["#.to_owned();
    for (n, _, words) in cues(turns) {
        let comma = if n == 0 { "" } else { "," };
        add!(text, "{comma}{{\"id\": {n}, \"seek\": 0, \"start\": {}.0, \"end\": {}.0, ", n * 4, n * 4 + 4);
        add!(text, "\"text\": \" {words}\", \"tokens\": [50364, 2421, 11, 300, 257, 412], ");
        text +=
            r#""temperature": 0.0, "avg_logprob": -0.25, "compression_ratio": 1.6, "no_speech_prob": 0.01}"#;
    }
    text += "]}\n";
    text.into_bytes()
}

pub(super) fn diary(turns: &[Turn]) -> Vec<u8> {
    let mut text = "datum;wie;tekst\n".to_owned();
    for (n, turn) in turns.iter().enumerate() {
        let (day, month, year) = (1 + n % 28, 1 + n / 28 % 12, 2000 + n / 336);
        add!(text, "{year}-{month:02}-{day:02};{};\"{}\"\n", turn.speaker, turn.words);
    }
    text.into_bytes()
}
