//! A text with the positions that QualCoder counts in it.

use crate::coded::PositionUnit;
use crate::coded::text::ForeignText;
use crate::coded::words::same_words;
use draad_core::{CharOffset, Span, Text};
use std::cell::Cell;
use std::ops::Range;

/// A text as it stands in the database and as it is stored, and how positions in it count.
pub(super) struct Measured {
    raw: Text,
    foreign: ForeignText,
    /// The characters that count double in UTF-16: where they start, counted so.
    wide: Vec<u32>,
    unit: PositionUnit,
    /// Whether something shows that the unit is the right one.
    is_proven: bool,
    /// Whether a position was used that would be another place in another unit.
    is_doubtful: Cell<bool>,
}

/// A passage by its positions, and the words that are said to stand there.
pub(super) type Passage<'p> = (Option<i64>, Option<i64>, &'p str);

impl Measured {
    /// Takes over a text of the database.
    pub(super) fn new(raw: String) -> Self {
        let foreign = ForeignText::new(&raw);
        let (mut wide, mut n_units) = (Vec::new(), 0);
        if !raw.is_ascii() {
            for c in raw.chars() {
                if c.len_utf16() == 2 {
                    wide.push(n_units);
                }
                n_units += c.len_utf16() as u32;
            }
        }
        let is_proven = wide.is_empty();
        Self {
            raw: Text::new(raw),
            foreign,
            wide,
            unit: PositionUnit::CodePoints,
            is_proven,
            is_doubtful: Cell::new(false),
        }
    }

    /// Settles how positions count: as the user says, else so that most of these passages stand at their words.
    pub(super) fn settle(&mut self, given: Option<PositionUnit>, passages: &[Passage]) {
        if let Some(unit) = given {
            (self.unit, self.is_proven) = (unit, true);
            return;
        }
        if self.wide.is_empty() {
            return;
        }
        let fits = |unit, passage: &Passage| self.has_words(unit, passage);
        let (mut n_points, mut n_units) = (0_usize, 0_usize);
        for passage in passages {
            let found = (fits(PositionUnit::CodePoints, passage), fits(PositionUnit::Utf16, passage));
            n_points += usize::from(found == (true, false));
            n_units += usize::from(found == (false, true));
        }
        self.unit = if n_units > n_points { PositionUnit::Utf16 } else { PositionUnit::CodePoints };
        self.is_proven = n_units != n_points;
    }

    /// Returns how positions count.
    pub(super) fn unit(&self) -> PositionUnit {
        self.unit
    }

    /// Returns the length of the text in code points.
    pub(super) fn n_chars(&self) -> u32 {
        self.raw.n_chars()
    }

    /// Returns the text as it is stored.
    pub(super) fn stored(&self) -> &str {
        &self.foreign.stored
    }

    /// Returns the text as it is stored, and lets go of the rest.
    pub(super) fn into_stored(self) -> String {
        self.foreign.stored
    }

    /// Returns whether positions were used of which nothing shows how they count.
    pub(super) fn is_unproven(&self) -> bool {
        !self.is_proven && self.is_doubtful.get()
    }

    /// Returns where a passage stands in the stored text; nothing when it is empty or past the end.
    pub(super) fn span(&self, start: Option<i64>, end: Option<i64>) -> Option<Span> {
        let bytes = self.bytes(self.unit, start, end)?;
        let is_after_wide = self.wide.first().is_some_and(|first| end > Some(i64::from(*first)));
        self.is_doubtful.set(self.is_doubtful.get() || is_after_wide);
        self.foreign.span(bytes)
    }

    /// Returns where a passage stands in the stored text, if the words that are said to stand there do.
    pub(super) fn span_of(&self, passage: &Passage) -> Option<Span> {
        let bytes = self.bytes(self.unit, passage.0, passage.1)?;
        self.has_words(self.unit, passage).then(|| self.foreign.span(bytes))?
    }

    fn has_words(&self, unit: PositionUnit, (start, end, words): &Passage) -> bool {
        let found = self.bytes(unit, *start, *end).and_then(|bytes| self.raw.as_str().get(bytes));
        found.is_some_and(|found| same_words(found, words))
    }

    fn bytes(&self, unit: PositionUnit, start: Option<i64>, end: Option<i64>) -> Option<Range<usize>> {
        let (start, end) = (self.byte_at(unit, start?)?, self.byte_at(unit, end?)?);
        (start < end).then_some(start..end)
    }

    fn byte_at(&self, unit: PositionUnit, position: i64) -> Option<usize> {
        let position = u32::try_from(position).ok()?;
        let point = match unit {
            PositionUnit::CodePoints => position,
            PositionUnit::Utf16 => {
                let n_wide = self.wide.partition_point(|wide| *wide < position);
                position - u32::try_from(n_wide).ok()?.min(position)
            }
            PositionUnit::Utf8 => {
                let byte = usize::try_from(position).ok()?;
                return self.raw.as_str().is_char_boundary(byte).then_some(byte);
            }
        };
        Some(self.raw.byte_at(CharOffset(point))?.0 as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_decide_whether_emoji_count_double() {
        let raw = "Ja 😀 nee 😀 ooit";
        // As code points `nee` stands at 5–8 and `ooit` at 11–15; in UTF-16 at 6–9 and 13–17.
        let words = |text: &Measured, start, end| {
            text.span(Some(start), Some(end)).map(|span| text.stored()[span.range()].to_owned())
        };
        let mut text = Measured::new(raw.to_owned());
        text.settle(None, &[(Some(5), Some(8), "nee")]);
        assert_eq!((text.unit(), words(&text, 11, 15).as_deref()), (PositionUnit::CodePoints, Some("ooit")));
        assert!(!text.is_unproven());
        text.settle(None, &[(Some(6), Some(9), "nee"), (Some(0), Some(2), "Ja")]);
        assert_eq!((text.unit(), words(&text, 13, 17).as_deref()), (PositionUnit::Utf16, Some("ooit")));
        assert_eq!(words(&text, 3, 5).as_deref(), Some("😀"));
    }

    #[test]
    fn without_words_to_compare_positions_are_in_doubt() {
        let mut text = Measured::new("Ja 😀 nee".to_owned());
        text.settle(None, &[(Some(0), Some(2), "Ja")]);
        assert!(text.span(Some(0), Some(2)).is_some() && !text.is_unproven());
        assert!(text.span(Some(5), Some(8)).is_some() && text.is_unproven());
        text.settle(Some(PositionUnit::Utf16), &[]);
        assert!(!text.is_unproven());
    }

    #[test]
    fn impossible_positions_are_no_place() {
        let text = Measured::new("één".to_owned());
        for (start, end) in [(2, 1), (1, 1), (-1, 2), (0, 4), (i64::MIN, i64::MAX), (1 << 40, 1 << 41)] {
            assert_eq!(text.span(Some(start), Some(end)), None, "{start}–{end}");
        }
        assert_eq!(text.span(None, Some(1)), None);
    }
}
