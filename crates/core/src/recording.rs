//! Places in a recording: what a transcript's time stamps point at.

use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A moment in a recording, in milliseconds from its start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordingTime(pub u64);

/// The stretch of a recording in which something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recording {
    /// Where it starts.
    pub start: RecordingTime,
    /// Where it ends, where the transcript says so.
    pub end: Option<RecordingTime>,
}

impl RecordingTime {
    /// Makes a moment of hours, minutes, seconds and milliseconds; nothing when it is too far away to count.
    pub fn new(hours: u64, minutes: u64, seconds: u64, milliseconds: u64) -> Option<Self> {
        let minutes = hours.checked_mul(60)?.checked_add(minutes)?;
        let seconds = minutes.checked_mul(60)?.checked_add(seconds)?;
        seconds.checked_mul(1000)?.checked_add(milliseconds).map(Self)
    }

    /// Returns the whole second in which the moment lies.
    pub fn whole_second(self) -> Self {
        Self(self.0 - self.0 % 1000)
    }
}

impl Serialize for RecordingTime {
    /// Writes the same text as everywhere else.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for RecordingTime {
    /// Writes `01:02:03`, or `01:02:03.500` where it is no whole second.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (seconds, milliseconds) = (self.0 / 1000, self.0 % 1000);
        write!(f, "{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)?;
        if milliseconds > 0 { write!(f, ".{milliseconds:03}") } else { Ok(()) }
    }
}

impl FromStr for RecordingTime {
    type Err = ();

    /// Reads `1:02:03`, `01:02:03.5` (with a point or a comma) and `02:03`; the first number may be large.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (whole, fraction) = text.trim().split_once(['.', ',']).unwrap_or((text.trim(), ""));
        let number = |digits: &str| match digits.bytes().all(|byte| byte.is_ascii_digit()) {
            true => digits.parse::<u64>().map_err(|_| ()),
            false => Err(()),
        };
        let parts = whole.split(':').map(number).collect::<Result<Vec<u64>, ()>>()?;
        let (hours, minutes, seconds) = match parts[..] {
            [minutes, seconds] => (0, minutes, seconds),
            [hours, minutes, seconds] if minutes < 60 => (hours, minutes, seconds),
            _ => return Err(()),
        };
        let milliseconds = format!("{fraction:0<3}");
        let milliseconds = number(milliseconds.get(..3).ok_or(())?)?;
        if seconds >= 60 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(());
        }
        Self::new(hours, minutes, seconds, milliseconds).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_people_and_programs_write_them() {
        for (text, milliseconds, written) in [
            ("00:01:02.300", 62_300, "00:01:02.300"),
            ("1:02:03", 3_723_000, "01:02:03"),
            ("75:10", 4_510_000, "01:15:10"),
            ("0:00:00,5", 500, "00:00:00.500"),
            ("100:00:00.1239", 360_000_123, "100:00:00.123"),
        ] {
            let moment: RecordingTime = text.parse().unwrap();
            assert_eq!((moment.0, moment.to_string().as_str()), (milliseconds, written), "{text}");
        }
        for text in
            ["", "12", "1:2:3:4", "00:61:00", "00:00:60", "-1:00", "1:00.x", "99999999999999999999:00"]
        {
            assert_eq!(text.parse::<RecordingTime>(), Err(()), "{text}");
        }
    }
}
