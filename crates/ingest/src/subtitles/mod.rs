//! Subtitles (WebVTT, SubRip, YouTube's SBV) and what speech recognisers write, which is the same in other clothes.
//!
//! Each reader makes [`Cue`]s: a stretch of the recording and what is said in it. `join` makes turns of them, one line each
//! in the stored text, with the speaker's label before the words. A cue that cannot be read is left out and named with its
//! line; a file without a single cue that can be read is refused with the line of the first fault.

mod blocks;
mod join;
mod json;
mod reading;
mod segment;
mod times;
mod tsv;
mod words;

pub(crate) use blocks::{looks_like_subtitles, read_subtitles};
pub(crate) use json::{looks_like_speech, read_speech};
pub(crate) use tsv::{looks_like_speech_table, read_speech_table};

use draad_core::Recording;

/// How a file of subtitles is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// `WEBVTT`, then cues with `00:01.000 --> 00:02.000`.
    Vtt,
    /// Numbered cues with `00:00:01,000 --> 00:00:02,000`.
    Srt,
    /// Cues with `0:00:01.000,0:00:02.000`.
    Sbv,
}

/// A stretch of the recording and what is said in it.
#[derive(Clone, Debug, PartialEq)]
struct Cue {
    /// Where it stands; without end when the file states an end that cannot be.
    recording: Recording,
    /// Who says what; never empty.
    voices: Vec<Voice>,
}

/// What one person says in a cue.
#[derive(Clone, Debug, Default, PartialEq)]
struct Voice {
    /// Who, where the file marks it apart from the words.
    speaker: Option<String>,
    /// The words, line by line, clean and not blank; at least one line.
    lines: Vec<String>,
    /// Whether the file says that somebody else begins here, without saying who.
    is_other: bool,
}

#[cfg(test)]
mod tests;
