use super::*;
use crate::sample::{Sample, any_filter, any_study, coding, material};
use draad_core::{About, CodeKind, CoderPolicy, Filter, Memo, Target, Text};
use proptest::prelude::*;
use std::collections::BTreeSet;

const SAID: &str = "Zo ging het toen.";

fn compute(study: &Study, unit: AccumulationUnit) -> Outcome<Saturation> {
    compute_with(study, unit, Filter::default())
}

fn compute_with(study: &Study, unit: AccumulationUnit, filter: Filter) -> Outcome<Saturation> {
    let facts = Facts::new(study, &filter);
    Saturation::from_facts(
        study,
        &facts,
        &Options { filter, ..Options::default() },
        &SaturationOptions { unit },
    )
}

/// Three cases with an interview each, in which the codes of `codes` were used; spaces between codes.
fn three_cases(codes: [&str; 3]) -> Study {
    let mut sample = Sample::new().factor("a", "promoting").factor("b", "").factor("c", "").factor("d", "");
    for (place, codes) in codes.into_iter().enumerate() {
        let (case, source) = (format!("p{place}"), format!("s{place}"));
        let speaker = format!("{case}-parent");
        sample = sample.case(&case, "").source(&source, &case, "interview", &[(&speaker, SAID)]);
        for code in codes.split_whitespace() {
            sample = sample.coding("anna", &source, code, "ging");
        }
    }
    sample.done()
}

fn units(saturation: &Saturation) -> Vec<&str> {
    saturation.units.iter().map(|unit| unit.id.as_str()).collect()
}

fn new_codes(curve: &Curve) -> Vec<String> {
    let ids = |step: &Step| step.new.iter().map(CodeId::to_string).collect::<Vec<_>>().join(" ");
    curve.steps.iter().map(ids).collect()
}

#[test]
fn codes_add_up_in_the_order_of_the_study_where_nothing_else_is_known() {
    let found = compute(&three_cases(["a b", "b", "c a"]), AccumulationUnit::Cases).unwrap();
    assert_eq!(units(&found), ["p0", "p1", "p2"]);
    assert_eq!(found.order, AnalysisOrder { rule: OrderRule::Listed, n_tied: 0 });
    assert_eq!(new_codes(&found.curves[0]), ["a b", "", "c"]);
    let totals: Vec<usize> = found.curves[0].steps.iter().map(|step| step.total).collect();
    assert_eq!(totals, [2, 2, 3]);
}

#[test]
fn the_audit_trail_goes_before_dates_and_dates_before_the_list() {
    let mut study = three_cases(["a", "b", "c"]);
    for (source, day) in [("s0", "2024-03-01"), ("s1", "2024-01-01"), ("s2", "2024-01-01")] {
        study.sources.get_mut(source).unwrap().date = day.parse().ok();
    }
    let found = compute(&study, AccumulationUnit::Cases).unwrap();
    assert_eq!(found.order, AnalysisOrder { rule: OrderRule::SourceDate, n_tied: 2 });
    assert_eq!(units(&found), ["p1", "p2", "p0"]);

    for (coding, moment) in study.codings.iter_mut().zip(["2025-02-01T10:00:00Z", "2025-03-01T10:00:00Z"]) {
        coding.created = moment.parse().ok();
    }
    let one_unknown = compute(&study, AccumulationUnit::Sources).unwrap();
    assert_eq!(one_unknown.order.rule, OrderRule::SourceDate);
    study.codings[2].created = "2025-01-01T10:00:00Z".parse().ok();
    let found = compute(&study, AccumulationUnit::Sources).unwrap();
    assert_eq!(found.order, AnalysisOrder { rule: OrderRule::FirstCoding, n_tied: 0 });
    assert_eq!(units(&found), ["s2", "s0", "s1"]);

    // one moment for all, as an import leaves it, says nothing
    for coding in &mut study.codings {
        coding.created = "2025-01-01T10:00:00Z".parse().ok();
    }
    assert_eq!(compute(&study, AccumulationUnit::Sources).unwrap().order.rule, OrderRule::SourceDate);
}

#[test]
fn what_nobody_coded_is_not_analysed_but_a_source_without_the_chosen_code_is() {
    let study = three_cases(["a b", "", "b"]);
    let found = compute(&study, AccumulationUnit::Cases).unwrap();
    assert_eq!(units(&found), ["p0", "p2"]);
    assert_eq!(found.not_analysed, ["p1"]);
    let only_a = Filter { codes: vec!["a".parse().unwrap()], ..Filter::default() };
    let found = compute_with(&study, AccumulationUnit::Cases, only_a).unwrap();
    assert_eq!(units(&found), ["p0", "p2"]);
    assert_eq!(new_codes(&found.curves[0]), ["a", ""]);
    assert_eq!(found.codes.len(), 1);
}

#[test]
fn nothing_coded_or_a_policy_that_leaves_nothing_is_said() {
    let mut study = three_cases(["", "", ""]);
    let reason = |study: &Study| compute(study, AccumulationUnit::Cases).unwrap_err().problem;
    let nothing = Problem::NothingToShow { reason: "no-codings".into() };
    assert_eq!(reason(&study), nothing);
    study = three_cases(["a", "b", ""]);
    study.settings.coder_policy = CoderPolicy::One { coder: "nobody".parse().unwrap() };
    assert_eq!(reason(&study), nothing);
    assert_eq!(reason(&Sample::new().done()), Problem::NothingToShow { reason: "no-cases".into() });
}

#[test]
fn one_unit_has_a_curve_but_no_estimates() {
    let found = compute(&three_cases(["a b", "", ""]), AccumulationUnit::Cases).unwrap();
    let curve = &found.curves[0];
    assert_eq!(curve.steps[0].expected.codes, 2.0);
    let too_few = Undefined::TooFewUnits { n: 1, needed: 2 };
    assert!(curve.estimates.iter().all(|row| row.estimate == Err(too_few)));
    let needed =
        |row: &RatioRow| Undefined::TooFewUnits { n: 1, needed: row.procedure.base + row.procedure.run };
    assert!(curve.ratios.iter().all(|row| row.found == Err(needed(row))));
}

#[test]
fn a_codebook_that_was_there_before_cannot_saturate_but_what_came_from_the_material_can() {
    let mut study = three_cases(["a b", "c", "a d"]);
    for (code, source) in [("a", "literatuur"), ("b", "literatuur"), ("c", "theorie"), ("d", "materiaal")] {
        study.codebook.codes.get_mut(code).unwrap().source = source.into();
    }
    let found = compute(&study, AccumulationUnit::Cases).unwrap();
    assert_eq!(found.codebook, CodebookOrigin { n_before: 3, n_from_material: 1, n_not_stated: 0 });
    assert!(found.codebook.is_fixed());
    let [used, from_material] = &found.curves[..] else { panic!("two curves") };
    assert!(used.ratios.iter().all(|row| row.found == Err(Undefined::FixedCodebook)));
    assert!(used.estimates.iter().all(|row| row.estimate == Err(Undefined::FixedCodebook)));
    assert_eq!(from_material.codes, CodeSet::FromMaterial);
    assert_eq!(new_codes(from_material), ["", "", "d"]);
    assert!(from_material.estimates.iter().all(|row| row.estimate.is_ok()));
}

#[test]
fn meaning_knows_roles_memos_and_new_codes_below() {
    let mut study = Sample::new()
        .case("p01", "")
        .case("p02", "")
        .code("top", "", CodeKind::Heading, "")
        .code("low", "top", CodeKind::Factor, "")
        .code("late", "top", CodeKind::Factor, "")
        .source("s1", "p01", "interview", &[("p01-parent", SAID), ("p01-child", SAID)])
        .source("s2", "p02", "interview", &[("p02-parent", SAID)])
        .coding("anna", "s1", "low", "ging")
        .coding("anna", "s2", "low", "ging")
        .coding("anna", "s2", "late", "toen")
        .done();
    study.codings[0].memo = "kijk".into();
    let memo = |about: &[&str]| Memo {
        id: "m".parse().unwrap(),
        title: String::new(),
        author: None,
        date: None,
        about: about.iter().map(|about| about.parse::<About>().unwrap()).collect(),
        body: String::new(),
    };
    study.memos = vec![
        memo(&["code late"]),
        memo(&["code low", "case p02"]),
        memo(&["coding anna s2 1"]),
        memo(&["case p01"]),
    ];
    let found = compute(&study, AccumulationUnit::Cases).unwrap();
    let code = |id: &str| found.codes.iter().find(|code| code.code.as_str() == id).unwrap();
    let top = code("top");
    assert_eq!((top.n_units, top.n_sources, top.n_memos), (2, 2, 4), "with what is below it");
    assert_eq!((top.last_sub_code_unit, top.last_memo_unit), (Some(1), Some(1)));
    let low = code("low");
    assert_eq!((low.n_units, low.n_cases, low.n_sources), (2, 2, 2));
    assert_eq!(low.roles.iter().map(|role| role.as_str()).collect::<Vec<_>>(), ["parent"]);
    assert_eq!((low.first_unit, low.last_unit), (Some(0), Some(1)));
    assert_eq!((low.n_memos, low.last_memo_unit), (3, Some(1)));
    let late = code("late");
    assert_eq!((late.n_memos, late.last_memo_unit, late.last_sub_code_unit), (1, None, None));
    let only_low = Filter { codes: vec!["low".parse().unwrap()], ..Filter::default() };
    assert_eq!(compute_with(&study, AccumulationUnit::Cases, only_low).unwrap().codes.len(), 1);
}

#[test]
fn a_focus_group_of_two_cases_is_one_source() {
    let mut sample = material();
    let text = &sample.study.sources["s3"].text;
    let span =
        Text::span(text, text.char_span(draad_core::anchor::find_quote(text.as_str(), "p01-child")[0]));
    sample.study.codings.push(coding("1", "anna", "s3", "a", Target::Source, None));
    sample.study.codings.push(coding("2", "anna", "s3", "b", Target::Span(span.unwrap()), None));
    let study = sample.done();
    let by_source = compute(&study, AccumulationUnit::Sources).unwrap();
    assert_eq!((units(&by_source), by_source.units[0].n_codings), (vec!["s3"], 2));
    assert_eq!(by_source.units[0].n_chars, by_source_chars(&study));
    assert_eq!(units(&compute(&study, AccumulationUnit::Cases).unwrap()), ["p01", "p02"]);
}

fn by_source_chars(study: &Study) -> u64 {
    let source = &study.sources["s3"];
    source.units.iter().map(|unit| u64::from(source.text.char_span(unit.span).len())).sum()
}

/// The codes of each unit, read from the facts one unit at a time.
fn direct(study: &Study, filter: &Filter, unit: AccumulationUnit, id: &str) -> BTreeSet<u32> {
    let facts = Facts::new(study, filter);
    let is_in = |fact: &&draad_core::facts::Fact| match unit {
        AccumulationUnit::Cases => study.cases.get_index_of(id) == Some(fact.case as usize),
        AccumulationUnit::Sources => study.sources.get_index_of(id) == Some(fact.source as usize),
    };
    facts.codings.iter().filter(is_in).map(|fact| fact.code).collect()
}

proptest! {
    #[test]
    fn every_step_is_what_its_unit_adds(study in any_study(), filter in any_filter(), by_source: bool) {
        let unit = if by_source { AccumulationUnit::Sources } else { AccumulationUnit::Cases };
        let Ok(found) = compute_with(&study, unit, filter.clone()) else { return Ok(()) };
        let curve = &found.curves[0];
        let mut seen = BTreeSet::new();
        for (row, step) in found.units.iter().zip(&curve.steps) {
            let codes = direct(&study, &filter, unit, &row.id);
            let new: Vec<&CodeId> = codes.difference(&seen).map(|&code| &study.codebook.codes[code as usize].id).collect();
            prop_assert_eq!(step.new.iter().collect::<Vec<_>>(), new);
            prop_assert_eq!(step.n_codes, codes.len());
            seen.extend(codes);
            prop_assert_eq!(step.total, seen.len());
            prop_assert!(step.expected.codes.is_finite() && step.expected.sd.is_finite());
        }
        for code in &found.codes {
            let below = study.codebook.with_descendants(&code.code);
            let is_below = |place: &u32| below.contains(&study.codebook.codes[*place as usize].id);
            let with = found.units.iter().filter(|row| direct(&study, &filter, unit, &row.id).iter().any(is_below));
            prop_assert_eq!(code.n_units, with.count());
        }
        for table in found.tables() {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        }
    }
}
