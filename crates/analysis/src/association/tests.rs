use super::*;
use crate::sample::{Sample, any_filter, any_study};
use crate::{Contrast, ContrastOptions, Options, passages_behind_all};
use draad_core::facts::Facts;
use draad_core::{AttributeId, AttributeValue, Problem, Study};
use proptest::prelude::*;
use std::collections::BTreeSet;

const WORDS: &str = "Zij belde elke vrijdag terug.";

fn compute(study: &Study, own: &AssociationOptions) -> Association {
    let options = Options::default();
    let facts = Facts::new(study, &options.filter);
    Association::from_facts(study, &facts, &options, own).unwrap()
}

/// Cases with an outcome each and one source each; what is coded is said per case.
fn cases(of_cases: &[(&str, &str, &[&str])]) -> Study {
    let mut sample = Sample::new().factor("trust", "promoting").factor("blame", "hindering");
    for (case, outcome, _) in of_cases {
        sample = sample.case(case, outcome);
    }
    for (case, _, codes) in of_cases {
        let (source, speaker) = (format!("{case}-interview"), format!("{case}-parent"));
        sample = sample.source(&source, case, "interview", &[(speaker.as_str(), WORDS)]);
        for code in *codes {
            sample = sample.coding("anna", &source, code, "belde");
        }
    }
    sample.done()
}

/// Ten cases: trust in all constructive ones and one of the others, blame in the others but one.
fn ten() -> Study {
    let ids: Vec<String> = (1..=10).map(|n| format!("p{n:02}")).collect();
    let row = |(place, id): (usize, &'static str)| {
        let outcome = if place < 5 { "constructive" } else { "stalled" };
        let codes: &[&str] = match place {
            0..5 => &["trust"],
            5 => &["trust", "blame"],
            6..9 => &["blame"],
            _ => &["trust"],
        };
        (id, outcome, codes)
    };
    let ids = ids.into_iter().map(|id| &*Box::leak(id.into_boxed_str()));
    cases(&ids.enumerate().map(row).collect::<Vec<_>>())
}

fn factor<'f>(found: &'f Association, id: &str) -> &'f FactorAssociation {
    found.factors.iter().find(|factor| factor.id.as_str() == id).unwrap()
}

fn ids(found: &Association, cases: impl Iterator<Item = usize>) -> Vec<&str> {
    cases.map(|case| found.cases[case].id.as_str()).collect()
}

#[test]
fn each_cell_has_its_cases_and_what_was_not_sought_stands_apart() {
    let mut study = cases(&[
        ("p01", "constructive", &["trust"]),
        ("p02", "constructive", &["blame"]),
        ("p03", "stalled", &["trust", "blame"]),
        ("p04", "stalled", &[]),
        ("p05", "", &["trust"]),
    ]);
    study = Sample { study }.case("p06", "stalled").done();
    let found = compute(&study, &AssociationOptions::default());
    assert_eq!(found.test.to_string(), "outcome=constructive");
    let trust = factor(&found, "trust");
    let standing = |standing| ids(&found, trust.cases(standing));
    let cells = Standing::CELLS.map(standing);
    assert_eq!(cells, [vec!["p01"], vec!["p03"], vec!["p02"], vec![]]);
    assert_eq!(standing(Standing::NotCoded), ["p04"], "nobody coded in it, so nothing is absent");
    assert_eq!(standing(Standing::NoMaterial), ["p06"]);
    assert_eq!(standing(Standing::NotStated), ["p05"]);
    assert_eq!(trust.table, TwoByTwo { a: 1, b: 1, c: 1, d: 0 });
    assert_eq!(trust.table.risk_difference(), Ok(-0.5));
    let few = Err(Undefined::TooFewCases { n: 1, needed: LEAST_CASES });
    assert_eq!(trust.tests, few.map(|()| unreachable!()));
    assert_eq!(trust.strength(TwoByTwo::phi), Err(Undefined::TooFewCases { n: 1, needed: LEAST_CASES }));
    assert!(found.all.members.is_empty() && found.tarone.tested.is_empty());
    assert_eq!(found.ways_with_any(), Err(Undefined::TooFewCases { n: 1, needed: LEAST_CASES }));
}

#[test]
fn from_five_cases_on_either_side_there_are_tests() {
    let found = compute(&ten(), &AssociationOptions { unconditional: true, ..Default::default() });
    let blame = factor(&found, "blame");
    assert_eq!(blame.table, TwoByTwo { a: 0, b: 4, c: 5, d: 1 });
    let tests = blame.tests.unwrap();
    // 4 of 10 cases have it: C(5,4) of C(10,4) ways put all four on one side
    assert!((tests.fisher.two_sided - 10.0 / 210.0).abs() < 1e-12);
    assert!((tests.fisher.least_attainable - 10.0 / 210.0).abs() < 1e-12);
    assert!(tests.boschloo.unwrap().unwrap() < tests.fisher.two_sided);
    assert!((tests.counts.absolute.unwrap() - 10.0 / 210.0).abs() < 1e-12, "a passage each");
    let place = found.factors.iter().position(|factor| factor.id.as_str() == "blame").unwrap();
    assert_eq!(place, 0, "the larger difference comes first");
    assert_eq!(found.all.members, [0, 1]);
    assert_eq!(found.all.adjusted(Adjust::Bonferroni, 0), Some(2.0 * tests.fisher.two_sided));
    // 7 of 10 cases have trust, at best all five of one side: 2 · C(5,2) of C(10,7) ways
    let least = factor(&found, "trust").tests.unwrap().fisher.least_attainable;
    assert!((least - 20.0 / 120.0).abs() < 1e-12);
    assert_eq!(found.testable.members, [0]);
    assert_eq!(found.testable.adjusted(Adjust::Holm, 0), Some(tests.fisher.two_sided));
    assert_eq!((found.tarone.k, &found.tarone.tested[..]), (1, &[0][..]));
}

#[test]
fn the_other_end_of_the_outcome_turns_the_table() {
    let test = "outcome=stalled".parse().ok();
    let found = compute(&ten(), &AssociationOptions { test, ..Default::default() });
    assert_eq!(factor(&found, "blame").table, TwoByTwo { a: 4, b: 0, c: 1, d: 5 });
    assert_eq!(
        found.statements(),
        [
            Statement::new("factor-with-outcome", ["blame", "outcome=stalled"], "more-with-outcome"),
            Statement::new("factor-with-outcome", ["trust", "outcome=stalled"], "fewer-with-outcome"),
        ]
    );
}

#[test]
fn an_outcome_without_a_value_that_is_meant_is_asked_for_one() {
    let mut study = ten();
    study.settings.attributes[0].kind = draad_core::AttributeType::Integer;
    for (place, case) in study.cases.values_mut().enumerate() {
        let value = AttributeValue::Integer(place as i64);
        case.attributes.insert(AttributeId::new("outcome").unwrap(), value);
    }
    let (options, facts) = (Options::default(), Facts::new(&study, &Default::default()));
    let ask = |test: &str| {
        let own = AssociationOptions { test: test.parse().ok(), ..Default::default() };
        Association::from_facts(&study, &facts, &options, &own)
    };
    let problem = |test| ask(test).unwrap_err().problem;
    assert_eq!(
        problem(""),
        Problem::OutcomeValueNeeded { attribute: "outcome".into(), example: "outcome>=5".into() }
    );
    assert!(matches!(problem("outcome>=much"), Problem::FilterInvalid { .. }));
    assert_eq!(factor(&ask("outcome<5").unwrap(), "blame").table, TwoByTwo { a: 0, b: 4, c: 5, d: 1 });
}

#[test]
fn a_case_without_material_counts_on_neither_side_whatever_is_coded_in_it() {
    let mut study = cases(&[("p01", "constructive", &["trust"]), ("p02", "stalled", &["blame"])]);
    for unit in &mut study.sources.get_mut("p01-interview").unwrap().units {
        unit.kind = draad_core::UnitKind::Header;
    }
    let found = compute(&study, &AssociationOptions::default());
    for id in ["trust", "blame"] {
        assert_eq!(factor(&found, id).places[0], Standing::NoMaterial, "{id}");
    }
    assert_eq!(factor(&found, "trust").table, TwoByTwo { a: 0, b: 0, c: 0, d: 1 });
    assert_eq!(factor(&found, "trust").means(), Err(Undefined::EmptyMargin));
}

#[test]
fn a_mean_is_no_test_and_needs_no_five_cases() {
    let of = [
        ("p01", "constructive", &["trust"][..]),
        ("p02", "constructive", &["blame"]),
        ("p03", "stalled", &["trust"]),
    ];
    let found = compute(&cases(&of), &AssociationOptions::default());
    let trust = factor(&found, "trust");
    assert!(trust.tests.is_err());
    assert_eq!(trust.means(), Ok([0.5, 1.0, -0.5]));
    let tables = found.tables();
    let counts = tables.iter().find(|table| table.name == "association-counts").unwrap();
    let place = counts.columns.iter().position(|column| column.name == "mean_difference").unwrap();
    assert!(counts.rows.iter().any(|row| row[place] == (-0.5).into()));
}

/// What is counted is what comes out when the outcome is really dealt out in every way and all is computed anew.
#[test]
fn dealing_out_the_outcome_gives_the_same_number_of_ways() {
    let study = ten();
    let found = compute(&study, &AssociationOptions::default()).ways_with_any().unwrap();
    let mut reached = 0;
    let all = (0_u32..1 << 10).filter(|chosen| chosen.count_ones() == 5);
    for chosen in all.clone() {
        let mut dealt = study.clone();
        for (place, case) in dealt.cases.values_mut().enumerate() {
            let level = if chosen >> place & 1 == 1 { "constructive" } else { "stalled" };
            let value = AttributeValue::Level(level.into());
            case.attributes.insert(AttributeId::new("outcome").unwrap(), value);
        }
        let dealt = compute(&dealt, &AssociationOptions::default());
        let reaches = |factor: &FactorAssociation| factor.tests.unwrap().fisher.two_sided <= ALPHA;
        reached += u64::from(dealt.factors.iter().any(reaches));
    }
    assert_eq!(found, Ways { n: reached, all: all.count() as u64 });
    assert_eq!(found, Ways { n: 12, all: 252 }, "blame in four of one side: C(6,1) ways on each");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Every case stands in one place, which is what its passages and its material say; deviant cases are those of the contrast.
    #[test]
    fn cells_are_what_passages_say(study in any_study(), filter in any_filter(), unfolded: bool) {
        let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
        let facts = Facts::new(&study, &filter);
        let found = Association::from_facts(&study, &facts, &options, &AssociationOptions::default()).unwrap();
        let contrast = Contrast::from_facts(&study, &facts, &options, &ContrastOptions::default()).unwrap();
        let passages = passages_behind_all(&study, &filter, &facts, unfolded);
        prop_assert_eq!(found.factors.len(), contrast.factors.len());
        for factor in &found.factors {
            let of_factor = passages.iter().filter(|passage| passage.factor == factor.id);
            let present: BTreeSet<&str> = of_factor.map(|passage| passage.case.as_str()).collect();
            for (place, case) in found.cases.iter().enumerate() {
                let own = &study.cases[&case.id].attributes;
                let level = own.values().next().map(ToString::to_string);
                let expected = match level.as_deref() {
                    Some("constructive" | "stalled") => {
                        let with = level.as_deref() == Some("constructive");
                        match (present.contains(case.id.as_str()), with) {
                            _ if case.n_sources == 0 => Standing::NoMaterial,
                            (true, true) => Standing::PresentWithOutcome,
                            (true, false) => Standing::PresentWithout,
                            (false, _) if !case.is_read => Standing::NotCoded,
                            (false, true) => Standing::AbsentWithOutcome,
                            (false, false) => Standing::AbsentWithout,
                        }
                    }
                    _ => Standing::NotStated,
                };
                prop_assert_eq!(factor.places[place], expected);
                let of_case = passages.iter().filter(|passage| passage.factor == factor.id && passage.case == case.id);
                prop_assert_eq!(factor.n_passages(place), of_case.count());
            }
            let other = contrast.factors.iter().find(|other| other.id == factor.id).unwrap();
            let is_left_out = |valence| !filter.valences.is_empty() && !filter.valences.contains(&valence);
            let expected = if factor.valence.is_some_and(is_left_out) { &[][..] } else { &other.deviant };
            prop_assert_eq!(&factor.deviant, expected);
        }
        for table in found.tables() {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        }
    }
}
