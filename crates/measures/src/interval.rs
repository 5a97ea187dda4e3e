//! Half-open intervals of characters: unions and connected stretches.

/// A half-open interval `start..end`, in characters.
pub type Interval = (u32, u32);

/// Returns the connected stretches of overlapping intervals, sorted; intervals that only meet stay apart.
///
/// This is how codings of one factor in one source become passages: whoever coded a stretch and however often, it counts
/// once. Empty intervals are ignored. The lengths of the stretches add up to the length of the union.
///
/// ```
/// # use draad_measures::interval::stretches;
/// assert_eq!(stretches(vec![(10, 20), (0, 5), (15, 30), (30, 40)]), [(0, 5), (10, 30), (30, 40)]);
/// ```
pub fn stretches(mut intervals: Vec<Interval>) -> Vec<Interval> {
    intervals.retain(|(start, end)| start < end);
    intervals.sort_unstable();
    let mut found: Vec<Interval> = Vec::with_capacity(intervals.len());
    for (start, end) in intervals {
        match found.last_mut() {
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ => found.push((start, end)),
        }
    }
    found
}

/// Returns the number of characters that at least one interval covers.
///
/// ```
/// # use draad_measures::interval::union_length;
/// assert_eq!(union_length(vec![(10, 20), (0, 5), (15, 30), (30, 40)]), 35);
/// ```
pub fn union_length(intervals: Vec<Interval>) -> u64 {
    stretches(intervals).iter().map(|(start, end)| u64::from(end - start)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Two characters belong together when one interval covers both; the direct, slow reading of the definition.
    fn joined(intervals: &[Interval], character: u32) -> bool {
        intervals.iter().any(|&(start, end)| start <= character && character + 1 < end)
    }

    fn covered(intervals: &[Interval], character: u32) -> bool {
        intervals.iter().any(|&(start, end)| start <= character && character < end)
    }

    proptest! {
        #[test]
        fn stretches_are_the_connected_parts(intervals in proptest::collection::vec((0..40_u32, 0..40_u32), 0..12)) {
            let mut expected: Vec<Interval> = Vec::new();
            for character in (0..40).filter(|&character| covered(&intervals, character)) {
                match expected.last_mut() {
                    Some(last) if character > 0 && joined(&intervals, character - 1) => last.1 = character + 1,
                    _ => expected.push((character, character + 1)),
                }
            }
            prop_assert_eq!(union_length(intervals.clone()), expected.iter().map(|(a, b)| u64::from(b - a)).sum::<u64>());
            prop_assert_eq!(stretches(intervals), expected);
        }
    }
}
