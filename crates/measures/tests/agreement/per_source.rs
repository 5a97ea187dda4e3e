//! All codes at once, source by source, against each code by itself.

use crate::sample::{any_judged_units, any_text};
use draad_measures::agreement::{
    ABSENT, Additive, Bootstrap, Found, JudgedUnits, Metric, PRESENT, Ratings, SpanTally, Tally, Weights,
    bootstrap, presence_tallies, span_tallies,
};
use proptest::prelude::*;

/// What each of three coders made of each unit, written out.
fn unit_by_unit(source: &JudgedUnits, code: u16) -> Ratings {
    let value = |unit: u32, coder: u16| {
        let found = source.found.contains(&Found { code, unit, coder });
        source.readers.contains(&coder).then_some(if found { PRESENT } else { ABSENT })
    };
    let units = (0..source.n_units).map(|unit| (0..3).map(|coder| value(unit, coder)).collect()).collect();
    Ratings { n_categories: 2, units }
}

proptest! {
    #[test]
    fn presence_is_counted_as_unit_by_unit(sources in proptest::collection::vec(any_judged_units(3), 1..5)) {
        let tallies = presence_tallies(&sources, 3, 4);
        for code in 0..4 {
            let mut expected = Tally::new(3, 2);
            for source in &sources {
                unit_by_unit(source, code).units.iter().for_each(|unit| expected.add(unit, 1));
            }
            prop_assert_eq!(tallies.total(code), expected);
        }
    }

    #[test]
    fn drawing_sources_is_adding_them_up_as_often(
        texts in proptest::collection::vec(any_text(3), 10..14),
        sources in proptest::collection::vec(any_judged_units(3), 10..11),
        seed: u64,
    ) {
        let draws = Bootstrap::new(texts.len(), 20, seed).unwrap();
        let coefficients = |tally: &SpanTally| [tally.unitized_alpha(), tally.coverage()];
        let (tallies, by_source) = (span_tallies(&texts, 3, 3), |text: &_, code| {
            let mut tally = SpanTally::new(3);
            tally.add(text, code);
            tally
        });
        for code in 0..3 {
            let expected = bootstrap(&draws, |_, times| {
                let mut sum = SpanTally::new(3);
                texts.iter().zip(times).for_each(|(text, &times)| sum.add_tally(&by_source(text, code), u64::from(times)));
                coefficients(&sum)
            });
            prop_assert_eq!(tallies.drawn(&draws).intervals(code, coefficients), expected);
        }
        let draws = Bootstrap::new(sources.len(), 20, seed).unwrap();
        let coefficients =
            |tally: &Tally| [tally.krippendorff_alpha(Metric::Nominal), tally.light_kappa(&Weights::identity(2))];
        let expected = bootstrap(&draws, |_, times| {
            let mut sum = Tally::new(3, 2);
            for (source, &times) in sources.iter().zip(times) {
                unit_by_unit(source, 0).units.iter().for_each(|unit| sum.add(unit, u64::from(times)));
            }
            coefficients(&sum)
        });
        prop_assert_eq!(presence_tallies(&sources, 3, 4).drawn(&draws).intervals(0, coefficients), expected);
    }
}
