//! The sweep beside the definition, pair by pair.

use super::*;
use crate::query::Step;
use crate::stretches::Mark;
use proptest::prelude::*;

struct Plain;

impl Gap for Plain {
    fn is_within(&self, first: &Stretch, second: &Stretch, distance: Distance) -> bool {
        match distance.step {
            Step::Units => second.unit - (first.end - 1) / 10 <= distance.n,
            _ => second.start - first.end <= distance.n,
        }
    }
}

fn holds(own: &Stretch, other: &Stretch, relation: Relation) -> bool {
    let coding = |stretch: &Stretch| match stretch.mark {
        Mark::Coding { coding, .. } => coding,
        _ => unreachable!(),
    };
    if own.source != other.source || coding(own) == coding(other) {
        return false;
    }
    let overlaps = own.start < other.end && other.start < own.end;
    let before = |distance: Option<Distance>| {
        own.end <= other.start && distance.is_none_or(|distance| Plain.is_within(own, other, distance))
    };
    let after = |distance: Option<Distance>| {
        other.end <= own.start && distance.is_none_or(|distance| Plain.is_within(other, own, distance))
    };
    match relation {
        Relation::Overlaps => overlaps,
        Relation::Within => other.start <= own.start && own.end <= other.end,
        Relation::Encloses => own.start <= other.start && other.end <= own.end,
        Relation::Equals => (own.start, own.end) == (other.start, other.end),
        Relation::Near(distance) => overlaps || before(Some(distance)) || after(Some(distance)),
        Relation::Before(distance) => before(distance),
        Relation::After(distance) => after(distance),
    }
}

/// Codings in units of ten bytes. A number of a coding says where it stands; the same coding may be on both sides.
fn any_stretches() -> impl Strategy<Value = Vec<Stretch>> {
    prop::collection::vec((0..2u32, 0..40u32, 1..25u32, 0..2u32), 0..12).prop_map(|specs| {
        let stretch = |(source, start, length, which)| Stretch {
            source,
            start,
            end: start + length,
            unit: start / 10,
            mark: Mark::Coding { coding: source * 10_000 + start * 100 + length * 2 + which, case: 0 },
        };
        let mut stretches: Vec<Stretch> = specs.into_iter().map(stretch).collect();
        stretches.sort();
        stretches
    })
}

fn any_relation() -> impl Strategy<Value = Relation> {
    let step = prop::sample::select(&[Step::Characters, Step::Units][..]);
    let distance = (0..12u32, step).prop_map(|(n, step)| Distance { n, step });
    prop_oneof![
        Just(Relation::Overlaps),
        Just(Relation::Within),
        Just(Relation::Encloses),
        Just(Relation::Equals),
        distance.clone().prop_map(Relation::Near),
        prop::option::of(distance.clone()).prop_map(Relation::Before),
        prop::option::of(distance).prop_map(Relation::After),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_sweep_finds_what_the_definition_says(
        left in any_stretches(),
        right in any_stretches(),
        relation in any_relation(),
    ) {
        let expected: Vec<bool> =
            left.iter().map(|own| right.iter().any(|other| holds(own, other, relation))).collect();
        prop_assert_eq!(related(&left, &right, relation, &Plain), expected, "{:?}", relation);
    }
}
