//! What speech recognisers write as JSON: Whisper, whisper.cpp, faster-whisper, WhisperX and Amberscript.

use super::reading::Reading;
use super::{Voice, join, words};
use crate::imported::{Change, ImportReport};
use crate::{File, Imported, decode::Decoded};
use draad_core::{Diagnostic, Problem, RecordingTime, diagnostic::Outcome};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The longest recording that can be meant, in seconds.
const MAX_SECONDS: f64 = 1e9;

/// Returns whether `text` has the keys of a recogniser's output, even when the rest of it cannot be read.
pub(crate) fn looks_like_speech(text: &str) -> bool {
    let has = |keys: &[&str]| keys.iter().all(|key| has_key(text, key));
    match text.trim_start_matches('\u{feff}').trim_start().bytes().next() {
        Some(b'{') => {
            has(&["segments", "start"])
                || has(&["transcription", "offsets"])
                || has(&["transcription", "timestamps"])
        }
        Some(b'[') => has(&["start", "end", "text"]),
        _ => false,
    }
}

/// Reads a recogniser's output.
pub(crate) fn read_speech(file: &File, decoded: &Decoded) -> Outcome<Imported> {
    let text = decoded.text.trim_start_matches('\u{feff}');
    let document = Document::parse(text).map_err(|error| {
        let place = file.place(u32::try_from(error.line()).ok());
        Box::new(Diagnostic::error(place, Problem::JsonInvalid { reason: error.to_string() }))
    })?;
    let mut reading = Reading::new(file, decoded);
    let names = document.names();
    let mut lines = Lines { text, at: 0, line: 1 };
    let mut is_next_other = false;
    for raw in document.segments {
        let line = lines.of(raw);
        match serde_json::from_str::<Segment>(raw.get()) {
            Ok(segment) => {
                let turns_over = segment.speaker_turn_next.unwrap_or_default();
                add(&mut reading, line, raw, segment, &names, is_next_other);
                is_next_other = turns_over;
            }
            Err(_) => reading.fault(line, raw.get(), |seen| Problem::CueTimesInvalid { seen }),
        }
    }
    join::compose(reading, &format!("{}{}", document.program, decoded.reading()))
}

/// The parts of an output, whoever wrote it.
struct Document<'t> {
    program: &'static str,
    segments: Vec<&'t RawValue>,
    speakers: Vec<&'t RawValue>,
}

#[derive(Deserialize)]
struct Keys<'t> {
    #[serde(borrow)]
    segments: Option<Vec<&'t RawValue>>,
    #[serde(borrow)]
    transcription: Option<Vec<&'t RawValue>>,
    #[serde(borrow)]
    speakers: Option<&'t RawValue>,
    #[serde(borrow)]
    word_segments: Option<&'t RawValue>,
}

#[derive(Deserialize)]
struct Segment {
    start: Option<f64>,
    end: Option<f64>,
    offsets: Option<Offsets>,
    text: Option<String>,
    speaker: Option<Name>,
    words: Option<Vec<Word>>,
    /// whisper.cpp heard somebody else begin after this segment.
    speaker_turn_next: Option<bool>,
}

/// Milliseconds, as whisper.cpp counts.
#[derive(Deserialize)]
struct Offsets {
    from: f64,
    to: f64,
}

#[derive(Deserialize)]
struct Word {
    word: Option<String>,
    text: Option<String>,
    start: Option<f64>,
    end: Option<f64>,
    speaker: Option<Name>,
}

#[derive(Deserialize)]
struct Speaker {
    #[serde(alias = "id")]
    spkid: Name,
    name: String,
}

/// A speaker's name or number.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Name {
    Text(String),
    Number(i64),
}

impl<'t> Document<'t> {
    fn parse(text: &'t str) -> serde_json::Result<Self> {
        if text.trim_start().starts_with('[') {
            let segments = serde_json::from_str(text)?;
            return Ok(Self { program: "whisper", segments, speakers: Vec::new() });
        }
        let keys: Keys = serde_json::from_str(text)?;
        let program = match &keys {
            Keys { transcription: Some(_), .. } => "whisper.cpp",
            Keys { speakers: Some(_), .. } => "amberscript",
            Keys { word_segments: Some(_), .. } => "whisperx",
            _ => "whisper",
        };
        let speakers = keys.speakers.and_then(|raw| serde_json::from_str(raw.get()).ok());
        Ok(Self {
            program,
            segments: keys.transcription.or(keys.segments).unwrap_or_default(),
            speakers: speakers.unwrap_or_default(),
        })
    }

    /// Returns what the speakers are called, by their id.
    fn names(&self) -> BTreeMap<String, String> {
        let speakers = self.speakers.iter().filter_map(|raw| serde_json::from_str::<Speaker>(raw.get()).ok());
        speakers.map(|speaker| (speaker.spkid.text(), speaker.name)).collect()
    }
}

/// Words in a row of one speaker, and where they stand.
struct Part {
    speaker: Option<Name>,
    text: String,
    start: Option<f64>,
    end: Option<f64>,
}

/// Adds the cue, or the cues, of a segment.
fn add(
    reading: &mut Reading,
    line: u32,
    raw: &RawValue,
    segment: Segment,
    names: &BTreeMap<String, String>,
    is_other: bool,
) {
    let parts = segment.parts();
    reading.imported.report.change(Change::CuesSplit, usize::from(parts.len() > 1), None);
    for part in parts {
        let Some(start) = part.start.and_then(moment) else {
            reading.fault(line, raw.get(), |seen| Problem::CueTimesInvalid { seen });
            continue;
        };
        let report = &mut reading.imported.report;
        let speaker = part.speaker.and_then(|name| speaker_label(&name, names, report));
        let voice = words::voice(speaker, &part.text, report);
        let voices: Vec<Voice> =
            voice.into_iter().map(|voice| Voice { is_other: voice.is_other || is_other, ..voice }).collect();
        reading.push(line, start, part.end.and_then(moment), voices);
    }
}

impl Segment {
    /// Takes the segment apart where its words name another speaker. Words without a speaker go with those before them.
    fn parts(self) -> Vec<Part> {
        let words = self.words.unwrap_or_default();
        let in_words: Vec<Part> = joined(&words, self.speaker.as_ref());
        let start = self.offsets.as_ref().map(|offsets| offsets.from / 1000.0).or(self.start);
        let end = self.offsets.as_ref().map(|offsets| offsets.to / 1000.0).or(self.end);
        let start = start.or_else(|| words.iter().find_map(|word| word.start));
        let end = end.or_else(|| words.iter().rev().find_map(|word| word.end));
        let Some(text) = self.text else {
            let text = in_words.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ");
            return if in_words.len() > 1 {
                in_words
            } else {
                vec![Part { speaker: self.speaker, text, start, end }]
            };
        };
        let is_same =
            without_blanks(in_words.iter().map(|part| part.text.as_str())) == without_blanks([text.as_str()]);
        if in_words.len() > 1 && is_same && in_words.iter().all(|part| part.start.is_some()) {
            return in_words;
        }
        let speaker = self.speaker.or_else(|| in_words.into_iter().next().and_then(|part| part.speaker));
        vec![Part { speaker, text, start, end }]
    }
}

/// Joins words in a row of one speaker; without one of their own they are of `speaker`.
fn joined(words: &[Word], speaker: Option<&Name>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for word in words {
        let text = word.word.as_deref().or(word.text.as_deref()).unwrap_or_default().trim();
        let last = parts.last().map_or(speaker, |part| part.speaker.as_ref());
        let says = word.speaker.as_ref().or(last).cloned();
        match parts.last_mut().filter(|part| part.speaker == says) {
            Some(part) => {
                let is_mark = text.chars().all(|c| c.is_ascii_punctuation());
                part.text.push_str(if is_mark { "" } else { " " });
                part.text.push_str(text);
                part.start = part.start.or(word.start);
                part.end = word.end.or(part.end);
            }
            None => {
                let (start, end) = (word.start, word.end);
                parts.push(Part { speaker: says, text: text.to_owned(), start, end });
            }
        }
    }
    parts
}

fn without_blanks<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    texts.into_iter().flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

/// Returns what a speaker is called; `?` is whisper.cpp for somebody it cannot tell.
fn speaker_label(name: &Name, names: &BTreeMap<String, String>, report: &mut ImportReport) -> Option<String> {
    let id = name.text();
    let known = names.get(&id).filter(|known| !known.trim().is_empty());
    words::name(known.unwrap_or(&id), report).filter(|label| label != "?")
}

impl Name {
    fn text(&self) -> String {
        match self {
            Name::Text(text) => text.clone(),
            Name::Number(number) => number.to_string(),
        }
    }
}

fn moment(seconds: f64) -> Option<RecordingTime> {
    (0.0..MAX_SECONDS).contains(&seconds).then(|| RecordingTime((seconds * 1000.0).round() as u64))
}

fn has_key(text: &str, key: &str) -> bool {
    let quoted = format!("\"{key}\"");
    text.match_indices(&quoted).any(|(at, _)| text[at + quoted.len()..].trim_start().starts_with(':'))
}

/// Counts lines up to the parts of a text, which come in order.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl Lines<'_> {
    fn of(&mut self, part: &RawValue) -> u32 {
        let at = (part.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let passed = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        let n_breaks = passed.iter().filter(|&&byte| byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(n_breaks).unwrap_or(u32::MAX));
        self.at = self.at.max(at);
        self.line
    }
}
