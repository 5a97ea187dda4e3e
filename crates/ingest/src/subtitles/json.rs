//! What speech recognisers write as JSON: Whisper, whisper.cpp, faster-whisper, WhisperX and Amberscript.

use super::reading::Reading;
use super::segment::Segment;
use super::{Voice, join, words};
use crate::imported::Change;
use crate::json::{self, Scalar};
use crate::{File, Imported, decode::Decoded};
use draad_core::{Problem, RecordingTime, diagnostic::Outcome};
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
    let document = Document::parse(text).map_err(|error| json::invalid(file, &error))?;
    let reading = Reading::new(file, decoded);
    let mut speech = Speech { reading, names: document.names(), is_next_other: false };
    let mut lines = json::Lines::new(text);
    for raw in document.segments {
        speech.add(lines.of(raw), raw.get());
    }
    join::compose(speech.reading, &format!("{}{}", document.program, decoded.reading()))
}

/// An output while its segments are taken over.
struct Speech<'f> {
    reading: Reading<'f>,
    /// What the speakers are called, by their id.
    names: BTreeMap<String, String>,
    /// Somebody else speaks in the next segment.
    is_next_other: bool,
}

impl Speech<'_> {
    /// Adds the cue, or the cues, of a segment.
    fn add(&mut self, line: u32, raw: &str) {
        let Ok(segment) = serde_json::from_str::<Segment>(raw) else {
            return self.reading.fault(line, raw, |seen| Problem::CueTimesInvalid { seen });
        };
        let is_other =
            std::mem::replace(&mut self.is_next_other, segment.speaker_turn_next.unwrap_or_default());
        let stretches = segment.stretches();
        let report = &mut self.reading.imported.report;
        report.change(Change::CuesSplit, usize::from(stretches.len() > 1), None);
        for stretch in stretches {
            let Some(start) = stretch.start.and_then(moment) else {
                self.reading.fault(line, raw, |seen| Problem::CueTimesInvalid { seen });
                continue;
            };
            let speaker = stretch.speaker.and_then(|name| self.label(&name));
            let voice = words::voice(speaker, &stretch.text, &mut self.reading.imported.report);
            let voice = voice.map(|voice| Voice { is_other: voice.is_other || is_other, ..voice });
            self.reading.push(line, start, stretch.end.and_then(moment), voice.into_iter().collect());
        }
    }

    /// Returns what a speaker is called; `?` is whisper.cpp for somebody it cannot tell.
    fn label(&mut self, name: &Scalar) -> Option<String> {
        let id = name.text();
        let known = self.names.get(&id).filter(|known| !known.trim().is_empty());
        let label = words::name(known.unwrap_or(&id), &mut self.reading.imported.report);
        label.filter(|label| label != "?")
    }
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
struct Speaker {
    #[serde(alias = "id")]
    spkid: Scalar,
    name: String,
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

fn moment(seconds: f64) -> Option<RecordingTime> {
    (0.0..MAX_SECONDS).contains(&seconds).then(|| RecordingTime((seconds * 1000.0).round() as u64))
}

fn has_key(text: &str, key: &str) -> bool {
    let quoted = format!("\"{key}\"");
    text.match_indices(&quoted).any(|(at, _)| text[at + quoted.len()..].trim_start().starts_with(':'))
}
