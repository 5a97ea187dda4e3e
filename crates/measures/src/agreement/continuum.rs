//! Texts in which coders drew spans of their own.

/// A span that a coder gave a code: half-open, in characters of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Segment {
    /// What was coded; several codings of one code by one coder that overlap are one segment.
    pub code: u16,
    /// Who coded it.
    pub coder: u16,
    /// First character.
    pub start: u32,
    /// First character behind it.
    pub end: u32,
}

/// One text, who read it, and what they coded in it.
///
/// Several texts are one continuum laid end to end, which changes nothing but where gaps are cut: a segment lies within one text. No
/// coefficient here depends on such cuts. Observed disagreement is a length, whatever it is cut into. Expected disagreement goes by
/// Σ L² over segments, which are not cut, and by Σ L over gaps, which a cut leaves as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Continuum {
    length: u32,
    readers: Vec<u16>,
    segments: Vec<Segment>,
}

impl Continuum {
    /// Takes a text of `length` characters, and all who read it: a reader without segments found nothing, which is not the same as
    /// not having read. Who has segments read it in any case.
    ///
    /// Segments of one coder and one code that overlap become one; those that only meet stay two, as the coder drew them. Segments
    /// are cut at the end of the text, and empty ones left out.
    ///
    /// ```
    /// # use draad_measures::agreement::{Continuum, Segment};
    /// let drawn = |start, end| Segment { code: 0, coder: 1, start, end };
    /// let text = Continuum::new(50, vec![0], vec![drawn(20, 30), drawn(0, 8), drawn(5, 20)]);
    /// assert_eq!(text.segments(), [drawn(0, 20), drawn(20, 30)]);
    /// assert_eq!(text.readers(), [0, 1]);
    /// ```
    pub fn new(length: u32, mut readers: Vec<u16>, mut segments: Vec<Segment>) -> Self {
        segments.iter_mut().for_each(|segment| segment.end = segment.end.min(length));
        segments.retain(|segment| segment.start < segment.end);
        segments.sort_unstable();
        segments.dedup_by(|next, last| {
            let is_one = (next.code, next.coder) == (last.code, last.coder) && next.start < last.end;
            if is_one {
                last.end = last.end.max(next.end);
            }
            is_one
        });
        readers.extend(segments.iter().map(|segment| segment.coder));
        readers.sort_unstable();
        readers.dedup();
        Self { length, readers, segments }
    }

    /// Returns the number of characters.
    pub fn length(&self) -> u32 {
        self.length
    }

    /// Returns who read it, sorted.
    pub fn readers(&self) -> &[u16] {
        &self.readers
    }

    /// Returns all segments, by code, coder and place; those of one code and coder do not overlap.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// Returns the segments of one code, by coder and place.
    pub fn of_code(&self, code: u16) -> &[Segment] {
        let start = self.segments.partition_point(|segment| segment.code < code);
        let length = self.segments[start..].partition_point(|segment| segment.code == code);
        &self.segments[start..start + length]
    }

    /// Returns the segments of one code and coder, by place.
    pub fn of_coder(&self, code: u16, coder: u16) -> &[Segment] {
        of_coder(self.of_code(code), coder)
    }
}

/// Returns the segments of a coder among those of one code.
pub(super) fn of_coder(segments: &[Segment], coder: u16) -> &[Segment] {
    let start = segments.partition_point(|segment| segment.coder < coder);
    let length = segments[start..].partition_point(|segment| segment.coder == coder);
    &segments[start..start + length]
}

impl Segment {
    /// Returns the number of characters.
    pub fn length(self) -> u32 {
        self.end - self.start
    }
}

/// Calls `found` with each pair of a segment of the first and one of the second that overlap, and the number of characters they share;
/// both are sorted, and neither overlaps itself. One pass over both.
pub(super) fn overlaps(first: &[Segment], second: &[Segment], mut found: impl FnMut(usize, usize, u32)) {
    let (mut i, mut j) = (0, 0);
    while let (Some(a), Some(b)) = (first.get(i), second.get(j)) {
        let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
        if shared > 0 {
            found(i, j, shared);
        }
        if a.end <= b.end { i += 1 } else { j += 1 }
    }
}
