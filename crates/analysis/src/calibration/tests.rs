use super::*;
use crate::CasesByFactors;
use crate::CellMeasure;
use crate::sample::{any_filter, any_study, material};
use draad_core::Anchors;
use draad_core::condition::AnchorValue;
use draad_core::{ConditionMeasure, Label, Method, Valence};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn condition(method: Method) -> Condition {
    Condition::new("x".parse().unwrap(), method)
}

fn of_code(code: &str, method: Method, measure: Option<ConditionMeasure>) -> Condition {
    Condition { code: code.parse().ok(), measure, ..condition(method) }
}

/// Memberships by case, with the reason where there is none.
fn memberships(study: &Study, condition: &Condition) -> Vec<String> {
    let found = Calibrated::from_study(study, condition, &Options::default()).unwrap();
    let told = |row: CalibratedCase| match row.membership {
        Ok(value) => format!("{} {value}", row.id),
        Err(reason) => format!("{} {}", row.id, reason.key()),
    };
    found.rows.into_iter().map(told).collect()
}

proptest! {
    #[test]
    fn what_is_calibrated_is_what_the_passages_behind_it_are(
        study in any_study(),
        filter in any_filter(),
        code in proptest::sample::select(vec!["a", "b", "c", "d", "e"]),
        valence in proptest::sample::select(vec![
            None, Some(Valence::Promoting), Some(Valence::Hindering), Some(Valence::Ambivalent),
        ]),
    ) {
        let filter = Filter { codes: Vec::new(), ..filter };
        let options = Options { filter, ..Options::default() };
        let facts = Facts::new(&study, &options.filter);
        let crisp = |measure| Condition {
            valence,
            threshold: vec![1.0],
            ..of_code(code, Method::Crisp, Some(measure))
        };
        let calibrated = |condition: &Condition| Calibrated::from_facts(&study, &facts, condition, &options);
        let Ok(passages) = calibrated(&crisp(ConditionMeasure::Passages)) else {
            prop_assert!(facts.cases.is_empty());
            return Ok(());
        };
        let sources = calibrated(&crisp(ConditionMeasure::Sources)).unwrap();
        let present = Condition { valence, ..of_code(code, Method::Presence, None) };
        let present = calibrated(&present).unwrap();
        for ((by_passages, by_sources), present) in passages.rows.iter().zip(&sources.rows).zip(&present.rows) {
            let behind = by_passages.passages(&study, &facts, &passages.condition, &options).unwrap();
            if by_passages.raw == Some(Err(Undefined::NoMaterial)) {
                let has_material = facts.material.iter().any(|one| one.case == by_passages.case && !one.chars.is_empty());
                prop_assert!(!has_material && behind.is_empty());
                prop_assert_eq!(present.membership, Err(Undefined::NoMaterial));
                continue;
            }
            if by_passages.raw == Some(Err(Undefined::NotCoded)) {
                let is_read = facts.material.iter().any(|one| {
                    let is_own = one.case == by_passages.case && !one.chars.is_empty();
                    is_own && facts.readings.iter().any(|reading| reading.source == one.source)
                });
                prop_assert!(!is_read && behind.is_empty());
                prop_assert_eq!(present.membership, Err(Undefined::NotCoded));
                continue;
            }
            let distinct: BTreeSet<&str> = behind.iter().map(|one| one.source.as_str()).collect();
            prop_assert_eq!(by_passages.raw, Some(Ok(behind.len() as f64)));
            prop_assert_eq!(by_sources.raw, Some(Ok(distinct.len() as f64)));
            prop_assert_eq!(present.membership, Ok(f64::from(u8::from(!behind.is_empty()))));
            prop_assert_eq!(by_passages.membership, present.membership);
        }
    }

    #[test]
    fn memberships_run_from_out_over_a_half_to_in(
        exclusion in -100.0..100.0, first in 0.1..50.0, second in 0.1..50.0, x in -300.0..300.0, descends: bool,
        degree in 0.6..0.999,
    ) {
        let sign = if descends { -1.0 } else { 1.0 };
        let crossover = exclusion + sign * first;
        let anchors = Anchors { exclusion, crossover, inclusion: crossover + sign * second };
        for calibration in [Calibration::Direct { anchors, degree }, Calibration::Linear { anchors }] {
            let of = |x| of_number(&calibration, x).unwrap();
            let (out, within) = match calibration {
                Calibration::Direct { .. } => (1.0 - degree, degree),
                _ => (0.0, 1.0),
            };
            prop_assert!((of(exclusion) - out).abs() < 1e-9);
            prop_assert_eq!(of(crossover), 0.5);
            prop_assert!((of(anchors.inclusion) - within).abs() < 1e-9);
            prop_assert!((0.0..=1.0).contains(&of(x)));
            prop_assert!(of(x) <= of(x + sign * 0.5), "more of it is never less");
        }
    }
}

#[test]
fn the_usual_degree_is_that_of_the_formula() {
    assert_eq!(draad_core::condition::DEGREE, draad_measures::calibrate::DEGREE);
}

#[test]
fn a_code_that_was_coded_nowhere_is_out_where_there_was_material() {
    let study = material().coding("anna", "s1", "b", "ging het toen");
    let study = study.coding("anna", "s4", "e", "ging het toen").done();
    let present = |code| memberships(&study, &of_code(code, Method::Presence, None));
    assert_eq!(present("b"), ["p01 1", "p02 0", "p03 no-material"]);
    assert_eq!(present("a"), ["p01 1", "p02 0", "p03 no-material"], "with what is coded below it");
    assert_eq!(present("c"), ["p01 0", "p02 0", "p03 no-material"], "a heading with nothing below it");
    let table = CasesByFactors::from_study(&study, &Options::default()).unwrap();
    let share = CellMeasure::Coverage.of(table.cell(0, 0, 0)).unwrap();
    let covered = Condition {
        exclusion: Some(0.0),
        crossover: Some(share),
        inclusion: Some(1.0),
        ..of_code("a", Method::Direct, Some(ConditionMeasure::Coverage))
    };
    assert_eq!(memberships(&study, &covered)[0], "p01 0.5");
}

#[test]
fn where_nobody_coded_yet_nothing_is_missing() {
    let study = material().coding("anna", "s1", "b", "ging het toen").done();
    let expected = ["p01 1", "p02 not-coded", "p03 no-material"];
    assert_eq!(memberships(&study, &of_code("b", Method::Presence, None)), expected);
    let crisp =
        Condition { threshold: vec![1.0], ..of_code("b", Method::Crisp, Some(ConditionMeasure::Passages)) };
    assert_eq!(memberships(&study, &crisp), expected);
    for method in [Method::Direct, Method::Linear] {
        let by_anchors = Condition {
            exclusion: Some(0.0),
            crossover: Some(1.0),
            inclusion: Some(2.0),
            ..of_code("b", method, Some(ConditionMeasure::Passages))
        };
        assert_eq!(memberships(&study, &by_anchors)[1], expected[1], "{method:?}");
    }
    let nowhere = memberships(&study, &of_code("e", Method::Presence, None));
    assert_eq!(nowhere, ["p01 0", "p02 not-coded", "p03 no-material"], "a code without a row");
}

#[test]
fn attributes_give_what_the_method_makes_of_them() {
    let study = material().done();
    let of = |method, level: &[&str]| Condition {
        attribute: "outcome".parse().ok(),
        level: level.iter().map(|level| (*level).to_owned()).collect(),
        ..condition(method)
    };
    let present = of(Method::Presence, &["stalled"]);
    assert_eq!(memberships(&study, &present), ["p01 0", "p02 1", "p03 not-stated"]);
    assert_eq!(memberships(&study, &of(Method::Levels, &[])), ["p01 0", "p02 1", "p03 not-stated"]);
    let turned = of(Method::Levels, &["stalled", "constructive"]);
    assert_eq!(memberships(&study, &turned), ["p01 1", "p02 0", "p03 not-stated"]);
    let found = Calibrated::from_study(&study, &turned, &Options::default()).unwrap();
    assert_eq!(found.scale, Scale::MultiValue { levels: vec!["stalled".into(), "constructive".into()] });
    let crisp = Condition { threshold: vec![1.0], ..of(Method::Crisp, &[]) };
    let refused = Calibrated::from_study(&study, &crisp, &Options::default()).unwrap_err();
    assert!(matches!(refused.problem, Problem::ConditionInvalid { .. }), "{refused:?}");
}

#[test]
fn scores_are_those_on_which_people_agree_with_what_they_gave_before() {
    let mut study = material().done();
    let value = |value: f64| AnchorValue { value, label: Label::default(), definition: "zo".into() };
    let scored = Condition { value: vec![value(0.33), value(1.0)], ..condition(Method::Scores) };
    let row = |case: &str, coder: &str, second, value| Membership {
        condition: scored.name.clone(),
        case: case.parse().unwrap(),
        value,
        coder: coder.parse().unwrap(),
        created: jiff::Timestamp::constant(second, 0),
        memo: String::new(),
        passages: Vec::new(),
        extra: Default::default(),
    };
    study.memberships = vec![
        row("p01", "anna", 1, 1.0),
        row("p01", "bram", 2, 0.33),
        row("p01", "anna", 3, 0.33),
        row("p02", "anna", 4, 1.0),
        row("p02", "bram", 5, 0.33),
    ];
    study.conditions.insert(scored.name.clone(), scored.clone());
    assert_eq!(memberships(&study, &scored), ["p01 0.33", "p02 scored-differently", "p03 not-scored"]);
    let found = Calibrated::from_study(&study, &scored, &Options::default()).unwrap();
    assert_eq!((found.scale.clone(), found.n_known()), (Scale::Fuzzy, 1));
    let values = |rows: &[Membership]| rows.iter().map(|row| row.value).collect::<Vec<_>>();
    assert_eq!(
        (values(&found.rows[0].scores), values(&found.rows[0].earlier)),
        (vec![0.33, 0.33], vec![1.0])
    );
    let filter = Filter { coders: vec!["bram".parse().unwrap()], ..Filter::default() };
    let his = Calibrated::from_study(&study, &scored, &Options { filter, ..Options::default() }).unwrap();
    assert_eq!(his.rows[1].membership, Ok(0.33));
}
