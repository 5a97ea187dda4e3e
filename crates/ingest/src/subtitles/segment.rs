//! A segment of a speech recogniser's output, and who says which of its words.

use crate::json::Scalar;
use serde::Deserialize;

/// A segment, with the keys of all programs.
#[derive(Deserialize)]
pub(super) struct Segment {
    start: Option<f64>,
    end: Option<f64>,
    offsets: Option<Offsets>,
    text: Option<String>,
    speaker: Option<Scalar>,
    words: Option<Vec<Word>>,
    /// whisper.cpp heard somebody else begin after this segment.
    pub(super) speaker_turn_next: Option<bool>,
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
    speaker: Option<Scalar>,
}

/// Words in a row of one speaker, and where they stand, in seconds.
#[derive(Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) speaker: Option<Scalar>,
    pub(super) text: String,
    pub(super) start: Option<f64>,
    pub(super) end: Option<f64>,
}

impl Segment {
    /// Takes the segment apart where its words name another speaker, if they are the words of its text and have times.
    pub(super) fn stretches(self) -> Vec<Stretch> {
        let words = self.words.unwrap_or_default();
        let by_speaker = by_speaker(&words, self.speaker.as_ref());
        let texts = || by_speaker.iter().map(|stretch| stretch.text.as_str());
        let text = self.text.unwrap_or_else(|| texts().collect::<Vec<_>>().join(" "));
        let is_same = without_blanks(texts()) == without_blanks([text.as_str()]);
        if by_speaker.len() > 1 && is_same && by_speaker.iter().all(|stretch| stretch.start.is_some()) {
            return by_speaker;
        }
        let in_seconds = |milliseconds: f64| milliseconds / 1000.0;
        let start = self.offsets.as_ref().map(|offsets| in_seconds(offsets.from)).or(self.start);
        let end = self.offsets.as_ref().map(|offsets| in_seconds(offsets.to)).or(self.end);
        let start = start.or_else(|| words.iter().find_map(|word| word.start));
        let end = end.or_else(|| words.iter().rev().find_map(|word| word.end));
        let speaker = self.speaker.or_else(|| by_speaker.into_iter().find_map(|stretch| stretch.speaker));
        vec![Stretch { speaker, text, start, end }]
    }
}

/// Joins words in a row of one speaker. Words without one go with those before them, the first with those after, and all
/// of them with `speaker` when no word has one.
fn by_speaker(words: &[Word], speaker: Option<&Scalar>) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for word in words {
        let text = word.word.as_deref().or(word.text.as_deref()).unwrap_or_default().trim();
        let before = stretches.last().map_or(speaker, |stretch| stretch.speaker.as_ref());
        let says = word.speaker.as_ref().or(before).cloned();
        match stretches.last_mut().filter(|last| last.speaker == says || last.speaker.is_none()) {
            Some(last) => {
                last.speaker = says;
                last.text.push_str(if text.chars().all(closes) { "" } else { " " });
                last.text.push_str(text);
                last.start = last.start.or(word.start);
                last.end = word.end.or(last.end);
            }
            None => {
                let (start, end) = (word.start, word.end);
                stretches.push(Stretch { speaker: says, text: text.to_owned(), start, end });
            }
        }
    }
    stretches
}

/// Returns whether `c` is a mark that follows a word without a blank.
fn closes(c: char) -> bool {
    ".,;:!?…)".contains(c)
}

fn without_blanks<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    texts.into_iter().flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(json: &str) -> Vec<(Option<String>, String)> {
        let stretches = serde_json::from_str::<Segment>(json).unwrap().stretches();
        stretches.into_iter().map(|stretch| (stretch.speaker.map(|name| name.text()), stretch.text)).collect()
    }

    #[test]
    fn words_without_a_speaker_go_with_their_neighbours() {
        let json = r#"{"start": 0, "words": [{"word": "Eh", "start": 0}, {"word": "ja", "start": 1, "speaker": 1}, {"word": "!"},
            {"word": "Nee", "start": 2, "speaker": "B"}, {"word": "hoor", "start": 3}]}"#;
        let said_by = |name: &str, words: &str| (Some(name.to_owned()), words.to_owned());
        assert_eq!(said(json), [said_by("1", "Eh ja!"), said_by("B", "Nee hoor")]);
    }

    #[test]
    fn a_text_that_was_corrected_is_not_taken_apart() {
        let json = r#"{"start": 0, "text": "Ja, nee.", "speaker": "A", "words": [
            {"word": "ja", "start": 0, "speaker": "A"}, {"word": "nee", "start": 1, "speaker": "B"}]}"#;
        assert_eq!(said(json), [(Some("A".to_owned()), "Ja, nee.".to_owned())]);
        assert_eq!(said("{}"), [(None, String::new())]);
    }
}
