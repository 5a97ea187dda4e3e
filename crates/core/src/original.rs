//! Where something stands in its original: the way back from a passage to the paper or the recording.

use crate::RecordingTime;
use serde::Serialize;

/// The page and the moment in the recording at which a unit starts; a passage takes over those of the unit in which it
/// starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct InOriginal {
    /// The page, counted from 1.
    pub page: Option<u32>,
    /// The moment in the recording.
    pub recording_start: Option<RecordingTime>,
}
