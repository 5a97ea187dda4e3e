//! Whisper's table: start and end in milliseconds and the words, with tabs between.

use super::reading::Reading;
use super::{join, words};
use crate::{File, Imported, decode::Decoded};
use draad_core::{Problem, RecordingTime, diagnostic::Outcome};

/// The first line of such a table.
const HEADER: &str = "start\tend\ttext";

/// Returns whether `text` is such a table.
pub(crate) fn looks_like_speech_table(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').lines().next().is_some_and(|line| line.trim_end() == HEADER)
}

/// Reads a table of what was said.
pub(crate) fn read_speech_table(file: &File, decoded: &Decoded) -> Outcome<Imported> {
    let mut reading = Reading::new(file, decoded);
    for (row, number) in decoded.text.lines().zip(1..).skip(1) {
        if row.trim().is_empty() {
            continue;
        }
        match cells(row) {
            Some((start, end, text)) => {
                let voice = words::voice(None, text, &mut reading.imported.report);
                reading.push(number, start, Some(end), voice.into_iter().collect());
            }
            None => reading.fault(number, row, |seen| Problem::CueTimesInvalid { seen }),
        }
    }
    join::compose(reading, &format!("whisper table{}", decoded.reading()))
}

fn cells(row: &str) -> Option<(RecordingTime, RecordingTime, &str)> {
    let (start, rest) = row.split_once('\t')?;
    let (end, text) = rest.split_once('\t')?;
    Some((RecordingTime(start.trim().parse().ok()?), RecordingTime(end.trim().parse().ok()?), text))
}
