//! How a program counts positions in a text.

/// What a pair of positions means: the unit, what a byte order mark and a line break count for, and whether the end is the
/// last character or the one after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PositionReading {
    /// What is counted.
    pub unit: PositionUnit,
    /// Whether a byte order mark at the start of the text counts as a character.
    pub counts_mark: bool,
    /// Whether a carriage return with a line feed counts as one character, although the file has two.
    pub joins_breaks: bool,
    /// Whether the end is the last character rather than the one after it.
    pub includes_end: bool,
}

/// What a position counts.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum PositionUnit {
    /// Unicode code points.
    #[default]
    CodePoints,
    /// UTF-16 units: characters outside the basic plane, such as emoji, count twice.
    #[strum(serialize = "utf-16")]
    Utf16,
    /// UTF-8 bytes.
    #[strum(serialize = "utf-8")]
    Utf8,
}

impl PositionReading {
    /// Returns whether only the unit matters.
    pub(crate) fn is_plain(self) -> bool {
        self == Self { unit: self.unit, ..Self::default() }
    }
}

impl std::fmt::Display for PositionReading {
    /// Writes the reading as it stands in `sources.csv` and is given to `--positions`: `utf-16`,
    /// `code-points; joined-breaks; end-included`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(<&str>::from(self.unit))?;
        let marks = [
            (self.counts_mark, "mark-counted"),
            (self.joins_breaks, "joined-breaks"),
            (self.includes_end, "end-included"),
        ];
        marks.iter().filter(|(is_so, _)| *is_so).try_for_each(|(_, mark)| write!(f, "; {mark}"))
    }
}

impl std::str::FromStr for PositionReading {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split(';').map(str::trim);
        let unit = parts.next().ok_or(())?.parse().map_err(|_| ())?;
        let mut reading = Self { unit, ..Self::default() };
        for part in parts {
            match part {
                "mark-counted" => reading.counts_mark = true,
                "joined-breaks" => reading.joins_breaks = true,
                "end-included" => reading.includes_end = true,
                _ => return Err(()),
            }
        }
        Ok(reading)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_read_as_they_are_written() {
        for text in ["code-points", "utf-16", "utf-8; mark-counted; joined-breaks; end-included"] {
            let reading: PositionReading = text.parse().unwrap();
            assert_eq!(reading.to_string(), text);
        }
        assert!("bytes".parse::<PositionReading>().is_err());
        assert!("utf-8; maybe".parse::<PositionReading>().is_err());
    }
}
