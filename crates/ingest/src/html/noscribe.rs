//! noScribe's anchors: `ts_12140_22800_S01` says that a stretch lies between these milliseconds and who speaks in it.

use draad_core::{Recording, RecordingTime};

/// What an anchor says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    pub(super) recording: Recording,
    /// Who speaks; nobody in a pause, and nobody new where voices overlap.
    pub(super) speaker: Option<String>,
}

impl Stretch {
    /// Reads the name of an anchor.
    pub(super) fn read(name: &str) -> Option<Self> {
        let mut parts = name.strip_prefix("ts_")?.splitn(3, '_');
        let mut time = || parts.next()?.parse().ok().map(RecordingTime);
        let (start, end) = (time()?, time()?);
        let speaker = parts.next().filter(|name| !name.is_empty() && !name.starts_with("//"));
        let end = (start <= end).then_some(end);
        Some(Self { recording: Recording { start, end }, speaker: speaker.map(str::to_owned) })
    }
}

/// Returns the stretch from the start of the first to the end of the last, where that comes after it.
pub(super) fn joined(first: Option<Recording>, last: Recording) -> Recording {
    let first = first.unwrap_or(last);
    let end = last.end.max(first.end).filter(|&end| first.start <= end);
    Recording { start: first.start, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_read() {
        let read = |name| {
            let stretch = Stretch::read(name)?;
            let recording = stretch.recording;
            Some((recording.start.0, recording.end.map(|end| end.0), stretch.speaker))
        };
        assert_eq!(read("ts_12140_22800_S01"), Some((12_140, Some(22_800), Some("S01".to_owned()))));
        assert_eq!(read("ts_30090_30910_//S02"), Some((30_090, Some(30_910), None)));
        assert_eq!(read("ts_0_12140_"), Some((0, Some(12_140), None)));
        assert_eq!(read("ts_50_40_S_1"), Some((50, None, Some("S_1".to_owned()))));
        assert_eq!(read("ts_x"), None);
    }

    #[test]
    fn what_comes_before_its_beginning_is_no_end() {
        let at =
            |start, end: Option<u64>| Recording { start: RecordingTime(start), end: end.map(RecordingTime) };
        assert_eq!(joined(Some(at(10, Some(20))), at(20, Some(30))), at(10, Some(30)));
        assert_eq!(joined(Some(at(50, None)), at(10, Some(20))), at(50, None));
    }
}
