//! From positions in some unit to bytes of the raw text, in one pass over it.

use super::{PositionReading, PositionUnit};
use std::ops::Range;

/// A place in a text as another program states it: positions in its own unit, and what it says stands there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Marked<'a> {
    /// Where it starts.
    pub(crate) start: u64,
    /// Where it ends; nothing for a point, such as a time stamp, that covers nothing.
    pub(crate) end: Option<u64>,
    /// Words that may be those of the place, or the first of them: its name, its description. May be empty.
    pub(crate) excerpts: [&'a str; 2],
}

impl Marked<'_> {
    /// Returns both positions, the smaller first.
    fn ordered(&self) -> (u64, u64) {
        let end = self.end.unwrap_or(self.start);
        (self.start.min(end), self.start.max(end))
    }

    /// Returns whether it is a point, or a stretch that covers something.
    pub(super) fn has_evidence(&self) -> bool {
        self.end != Some(self.start)
    }
}

/// What a place is in bytes of the raw text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bytes {
    /// The stretch, cut off at the end of the text. Empty for a point.
    pub(crate) range: Range<usize>,
    /// Whether it reaches past the end of the text.
    pub(crate) is_past_end: bool,
    /// Whether one of its ends lies inside a character: then it was widened to the whole of it.
    pub(crate) is_inside: bool,
}

/// Returns the bytes of every place under a reading.
pub(crate) fn bytes_of(raw: &str, reading: PositionReading, places: &[Marked]) -> Vec<Bytes> {
    Swept::new(raw, reading, places).bytes(reading.includes_end)
}

/// Where all positions of some places are under a unit, whatever the end means.
pub(super) struct Swept<'p> {
    places: &'p [Marked<'p>],
    positions: Vec<u64>,
    found: Vec<At>,
    end: usize,
}

/// A position: the character that it stands before, or stands in when it has a width.
#[derive(Clone, Copy)]
struct At {
    byte: usize,
    width: usize,
    is_past_end: bool,
}

impl<'p> Swept<'p> {
    pub(super) fn new(raw: &str, reading: PositionReading, places: &'p [Marked<'p>]) -> Self {
        let ends = |place: &Marked| {
            let (start, end) = place.ordered();
            [start, end, end.saturating_add(1)]
        };
        let mut positions: Vec<u64> = places.iter().flat_map(ends).collect();
        positions.sort_unstable();
        positions.dedup();
        let found = sweep(raw, reading, &positions);
        Self { places, positions, found, end: raw.len() }
    }

    /// Returns the bytes of every place, in their order.
    pub(super) fn bytes(&self, includes_end: bool) -> Vec<Bytes> {
        self.places.iter().map(|place| self.bytes_of(place, includes_end)).collect()
    }

    fn bytes_of(&self, place: &Marked, includes_end: bool) -> Bytes {
        let (start, end) = place.ordered();
        let is_stretch = place.end.is_some();
        let start = self.at(start);
        let end = if is_stretch { self.at(end.saturating_add(u64::from(includes_end))) } else { start };
        let end_byte = if is_stretch { end.byte + end.width } else { start.byte };
        Bytes {
            range: start.byte..end_byte.max(start.byte),
            is_past_end: start.is_past_end || end.is_past_end,
            is_inside: start.width > 0 || end.width > 0,
        }
    }

    fn at(&self, position: u64) -> At {
        let past = At { byte: self.end, width: 0, is_past_end: true };
        self.positions
            .binary_search(&position)
            .ok()
            .and_then(|idx| self.found.get(idx))
            .copied()
            .unwrap_or(past)
    }
}

/// Finds sorted positions in the text. Those past its end are left out.
fn sweep(raw: &str, reading: PositionReading, sorted: &[u64]) -> Vec<At> {
    let mark = if raw.starts_with('\u{feff}') && !reading.counts_mark { '\u{feff}'.len_utf8() } else { 0 };
    let text = &raw[mark..];
    let mut found = Vec::with_capacity(sorted.len());
    let mut waiting = sorted.iter().copied().peekable();
    let (mut before, mut last) = (0, ' ');
    for (at, c) in text.char_indices() {
        let Some(&next) = waiting.peek() else { return found };
        let size = size_of(c, last, reading);
        if next < before + size {
            while let Some(position) = waiting.next_if(|&position| position < before + size) {
                let width = if position == before { 0 } else { c.len_utf8() };
                found.push(At { byte: mark + at, width, is_past_end: false });
            }
        }
        before += size;
        last = c;
    }
    let at_end = At { byte: raw.len(), width: 0, is_past_end: false };
    found.extend(waiting.next_if_eq(&before).map(|_| at_end));
    found
}

/// Returns how many units a character counts for: the second character of a line break none, when both count as one.
fn size_of(c: char, last: char, reading: PositionReading) -> u64 {
    match reading.unit {
        _ if reading.joins_breaks && c == '\n' && last == '\r' => 0,
        PositionUnit::CodePoints => 1,
        PositionUnit::Utf16 => c.len_utf16() as u64,
        PositionUnit::Utf8 => c.len_utf8() as u64,
    }
}
