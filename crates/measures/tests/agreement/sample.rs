//! Random ratings and texts.

use draad_measures::agreement::{Continuum, Ratings, Segment};
use draad_measures::random::Random;
use proptest::prelude::*;
use std::ops::Range;

/// Ratings of a few units, a third of the values missing.
pub(crate) fn any_ratings(n_coders: Range<usize>, n_categories: u16) -> impl Strategy<Value = Ratings> {
    let value = proptest::option::weighted(0.67, 0..n_categories);
    let units = n_coders.prop_flat_map(move |n| {
        proptest::collection::vec(proptest::collection::vec(value.clone(), n), 1..12)
    });
    units.prop_map(move |units| Ratings { n_categories: usize::from(n_categories), units })
}

/// A short text with segments of three codes by up to `n_coders`, some of whom did not read it.
pub(crate) fn any_text(n_coders: u16) -> impl Strategy<Value = Continuum> {
    let segment = (0..3_u16, 0..n_coders, 0..30_u32, 0..12_u32);
    let segment =
        segment.prop_map(|(code, coder, start, length)| Segment { code, coder, start, end: start + length });
    let readers = proptest::collection::vec(0..n_coders, 0..3);
    (1..35_u32, readers, proptest::collection::vec(segment, 0..9))
        .prop_map(|(length, readers, segments)| Continuum::new(length, readers, segments))
}

/// A short text in which the codes of one coder do not overlap: of what any text holds, what comes first stays.
pub(crate) fn any_text_without_overlap(n_coders: u16) -> impl Strategy<Value = Continuum> {
    any_text(n_coders).prop_map(|text| {
        let mut kept: Vec<Segment> = Vec::new();
        for &segment in text.segments() {
            let is_free = |other: &Segment| {
                other.coder != segment.coder || other.end <= segment.start || segment.end <= other.start
            };
            if kept.iter().all(is_free) {
                kept.push(segment);
            }
        }
        Continuum::new(text.length(), text.readers().to_vec(), kept)
    })
}

pub(crate) fn shuffled<T>(mut values: Vec<T>, seed: u64) -> Vec<T> {
    let mut random = Random::new(seed);
    for place in (1..values.len()).rev() {
        values.swap(place, random.below(place + 1));
    }
    values
}
