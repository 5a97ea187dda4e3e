//! Segments of two coders that stand for each other.

use crate::sample::any_text;
use draad_measures::agreement::{Segment, match_spans};
use proptest::prelude::*;

/// Characters that both hold, and that one of them holds, one by one.
fn shared(first: Segment, second: Segment) -> (u32, u32) {
    let holds = |segment: Segment, place: u32| segment.start <= place && place < segment.end;
    let both = (0..60).filter(|&place| holds(first, place) && holds(second, place)).count() as u32;
    let either = (0..60).filter(|&place| holds(first, place) || holds(second, place)).count() as u32;
    (both, either)
}

/// Takes the best pair that is left, again and again, out of all pairs.
fn match_one_by_one(first: &[Segment], second: &[Segment], least: f64) -> Vec<(usize, usize)> {
    let (mut free_first, mut free_second) = (vec![true; first.len()], vec![true; second.len()]);
    let mut found = Vec::new();
    loop {
        let mut best: Option<(f64, u32, usize, usize)> = None;
        for (i, j) in (0..first.len()).flat_map(|i| (0..second.len()).map(move |j| (i, j))) {
            let (both, either) = shared(first[i], second[j]);
            let share = f64::from(both) / f64::from(either);
            let is_better = best.is_none_or(|best| (share, both) > (best.0, best.1));
            if free_first[i] && free_second[j] && both > 0 && share >= least && is_better {
                best = Some((share, both, i, j));
            }
        }
        let Some((_, _, i, j)) = best else { break };
        (free_first[i], free_second[j]) = (false, false);
        found.push((i, j));
    }
    found.sort_unstable();
    found
}

#[test]
fn the_threshold_itself_is_enough() {
    let drawn = |start, end| Segment { code: 0, coder: 0, start, end };
    for (characters, least) in [(55, 0.55), (90, 0.9), (70, 0.7), (29, 0.29), (100, 1.0)] {
        assert_eq!(match_spans(&[drawn(0, 100)], &[drawn(0, characters)], least).matches.len(), 1, "{least}");
        assert_eq!(
            match_spans(&[drawn(0, 100)], &[drawn(0, characters - 1)], least).matches.len(),
            0,
            "{least}"
        );
    }
    assert!(match_spans(&[drawn(0, 5)], &[drawn(5, 9)], 0.0).matches.is_empty(), "they only meet");
    assert!(match_spans(&[], &[], 0.5).percent_agreement().is_err());
}

proptest! {
    #[test]
    fn the_largest_overlap_goes_first(text in any_text(2), percent in 0..=100_u8) {
        let (first, second) = (text.of_coder(0, 0), text.of_coder(0, 1));
        let least = f64::from(percent) / 100.0;
        let found = match_spans(first, second, least);
        let pairs: Vec<(usize, usize)> = found.matches.iter().map(|found| (found.first, found.second)).collect();
        prop_assert_eq!(pairs, match_one_by_one(first, second, least));
        for one in &found.matches {
            prop_assert_eq!((one.intersection, one.union), shared(first[one.first], second[one.second]));
        }
        prop_assert_eq!(found.matches.len() + found.only_first.len(), first.len());
        prop_assert_eq!(found.matches.len() + found.only_second.len(), second.len());
        let turned = match_spans(second, first, least);
        prop_assert!(turned.matched_segments().1 == found.matched_segments().1);
    }
}
