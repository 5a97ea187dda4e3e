//! Where the recording is while the lines of a transcript go by.

use super::stamps::{Form, Stamp};
use draad_core::{Recording, RecordingTime, Unit, UnitKind};

/// The place in the recording.
#[derive(Default)]
pub(super) struct Clock {
    /// Where what comes next stands, until a unit has taken it.
    next: Option<Recording>,
    /// The last unit that has a place.
    timed: Option<usize>,
}

impl Clock {
    /// Sets where what comes next stands.
    pub(super) fn set(&mut self, recording: Recording) {
        self.next = Some(recording);
    }

    /// Passes a time stamp after `units`: what comes next stands there. f4 writes it where something ends, too.
    pub(super) fn pass(&mut self, stamp: &Stamp, units: &mut [Unit]) {
        if stamp.form == Form::Hashes {
            self.end_at(stamp.recording.start, units);
        }
        // A stamp in whole seconds adds nothing to what the document itself says of the same moment.
        let seconds = |recording: &Recording| recording.start.0 / 1000;
        let is_same = |known: &Recording| known.end.is_some() && seconds(known) == seconds(&stamp.recording);
        self.next = self.next.filter(is_same).or(Some(stamp.recording));
    }

    /// Lets the last of `units` stand where the recording is, when somebody says it.
    pub(super) fn give(&mut self, units: &mut [Unit]) {
        let last = units.len().checked_sub(1);
        if let Some(unit) = units.last_mut().filter(|unit| unit.kind == UnitKind::Said)
            && self.next.is_some()
        {
            unit.recording = self.next.take();
            self.timed = last;
        }
    }

    /// Ends the stretch of the recording that began with the last unit. What comes before the first stamp of all began with
    /// the recording.
    fn end_at(&mut self, end: RecordingTime, units: &mut [Unit]) {
        if self.timed.is_none()
            && let Some(first) = units.iter().position(|unit| unit.kind == UnitKind::Said)
        {
            units[first].recording = Some(Recording { start: RecordingTime(0), end: None });
            self.timed = Some(first);
        }
        // Where others spoke since, nobody knows when the unit ended.
        let last = units.len().checked_sub(1);
        let unit = self.timed.filter(|_| self.timed == last).and_then(|idx| units.get_mut(idx));
        if let Some(recording) = unit.and_then(|unit| unit.recording.as_mut())
            && recording.end.is_none()
            && recording.start <= end
        {
            recording.end = Some(end);
        }
    }
}
