use super::*;
use crate::sample::{Sample, any_filter, any_study};
use crate::{CasesByFactors, Options, Statement, passages_behind_all};
use draad_core::facts::Facts;
use draad_core::{Filter, Problem, Study};
use proptest::prelude::*;
use std::collections::BTreeSet;

const WORDS: &str = "Zij belde elke vrijdag terug.";

fn compute(study: &Study, pairs: usize) -> Contrast {
    let options = Options::default();
    let facts = Facts::new(study, &options.filter);
    Contrast::from_facts(study, &facts, &options, &ContrastOptions { pairs }).unwrap()
}

/// Cases with an outcome each and one source each; what is coded is said per case.
fn cases(of_cases: &[(&str, &str, &[&str])]) -> Study {
    let mut sample =
        Sample::new().factor("trust", "promoting").factor("blame", "hindering").factor("calls", "");
    for (case, outcome, _) in of_cases {
        let speaker = format!("{case}-parent");
        sample = sample.case(case, outcome).source(
            &format!("{case}-interview"),
            case,
            "interview",
            &[(speaker.as_str(), WORDS)],
        );
    }
    for (case, _, codes) in of_cases {
        for code in *codes {
            sample = sample.coding("anna", &format!("{case}-interview"), code, "belde");
        }
    }
    sample.done()
}

fn ids(found: &Contrast, positions: &[usize]) -> Vec<String> {
    positions.iter().map(|&case| found.cases[case].id.to_string()).collect()
}

#[test]
fn each_outcome_has_k_of_n_with_the_names_and_the_deviant_cases() {
    let study = cases(&[
        ("p01", "constructive", &["trust"]),
        ("p02", "constructive", &["blame"]),
        ("p03", "stalled", &["trust", "blame"]),
        ("p04", "", &["trust"]),
    ]);
    let found = compute(&study, 3);
    let levels: Vec<Option<&str>> = found.groups.iter().map(|group| group.level.as_deref()).collect();
    assert_eq!(levels, [Some("constructive"), Some("stalled"), None]);
    let trust = found.factors.iter().find(|factor| factor.id.as_str() == "trust").unwrap();
    let counts: Vec<_> = (0..3).map(|group| found.k_of_n(trust, group, Happens::Promotes)).collect();
    assert_eq!(counts, [Ok((1, 2)), Ok((1, 1)), Ok((1, 1))]);
    let deviant: Vec<_> = trust.deviant.iter().map(|deviant| (deviant.case, deviant.deviation)).collect();
    let (p02, p03) = (1, 2);
    assert_eq!(ids(&found, &[p02, p03]), ["p02", "p03"]);
    assert_eq!(
        deviant,
        [(p02, Deviation::MissingForOutcome), (p03, Deviation::WorksAgainstOutcome)],
        "no expectation of a case whose outcome is unknown"
    );
    assert_eq!(found.undefined, None);
}

#[test]
fn a_level_without_cases_has_a_reason_and_so_has_a_study_with_one_outcome() {
    let study = cases(&[("p01", "constructive", &["trust"]), ("p02", "constructive", &[])]);
    let found = compute(&study, 3);
    let empty = found.k_of_n(&found.factors[0], 1, Happens::Occurs);
    assert_eq!(empty, Err(Undefined::TooFewCases { n: 0, needed: 1 }));
    assert_eq!(found.undefined, Some(Undefined::TooFewUnits { n: 1, needed: 2 }));
    assert!(found.statements().is_empty() && found.similar.pairs.is_empty());
    let unknown = compute(&cases(&[("p01", "", &["trust"])]), 3);
    assert_eq!(unknown.undefined, Some(Undefined::NotStated));
    let bare = Sample::new().case("p01", "constructive").case("p02", "stalled").factor("trust", "promoting");
    let bare = compute(&bare.done(), 3);
    assert_eq!(bare.k_of_n(&bare.factors[0], 0, Happens::Occurs), Err(Undefined::NoMaterial));
    assert_eq!((bare.similar.n_compared, bare.similar.n_undefined), (0, 0));
    assert_eq!(ids(&bare, &bare.not_compared), ["p01", "p02"]);
}

#[test]
fn a_study_without_outcome_is_told_how_to_get_one() {
    let mut study = cases(&[("p01", "constructive", &["trust"])]);
    study.settings.attributes[0].outcome = false;
    let facts = Facts::new(&study, &Filter::default());
    let wrong = Contrast::from_facts(&study, &facts, &Options::default(), &ContrastOptions::default());
    assert_eq!(wrong.unwrap_err().problem, Problem::OutcomeNeeded { known: "outcome".into() });
}

#[test]
fn similar_cases_with_different_outcomes_say_what_they_share_and_where_they_differ() {
    let mut study = cases(&[
        ("p01", "constructive", &["trust", "calls"]),
        ("p02", "stalled", &["trust", "calls", "blame"]),
        ("p03", "stalled", &["blame"]),
        ("p04", "stalled", &["calls"]),
    ]);
    for coding in study.codings.iter_mut().filter(|coding| coding.source.as_str() == "p02-interview") {
        if coding.code.as_str() == "trust" {
            coding.valence = Some(Valence::Hindering);
        }
    }
    let found = compute(&study, 1);
    let [pair] = &found.similar.pairs[..] else { panic!("one pair") };
    assert_eq!(ids(&found, &[pair.first, pair.second]), ["p01", "p02"]);
    let codes = |codes: &[CodeId]| codes.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(codes(&pair.shared), ["trust", "calls"]);
    assert_eq!(codes(&pair.opposed), ["trust"]);
    assert_eq!((codes(&pair.only_first), codes(&pair.only_second)), (vec![], vec!["blame".to_owned()]));
    assert_eq!(pair.similarity(), Ok(2.0 / 3.0));
    let [pair] = &found.different.pairs[..] else { panic!("one pair") };
    assert_eq!(ids(&found, &[pair.first, pair.second]), ["p03", "p04"]);
    assert_eq!((pair.similarity(), found.different.n_tied, found.different.n_compared), (Ok(0.0), 0, 3));
    assert_eq!((found.similar.n_tied, found.similar.n_compared), (0, 3));
}

#[test]
fn an_attribute_that_may_not_leave_the_study_is_not_compared() {
    let mut study =
        cases(&[("p01", "constructive", &["trust", "calls"]), ("p02", "stalled", &["trust", "calls"])]);
    let mut school = study.settings.attributes[0].clone();
    school.id = "school".parse().unwrap();
    school.outcome = false;
    study.settings.attributes.push(school.clone());
    for (name, case) in ["Regenboog", "Kompas"].into_iter().zip(study.cases.values_mut()) {
        let value = draad_core::AttributeValue::Text(name.into());
        case.attributes.insert(school.id.clone(), value);
    }
    let differing = |study: &Study| compute(study, 1).similar.pairs[0].differing.len();
    assert_eq!(differing(&study), 1);
    study.settings.archive.withhold = vec!["school".into()];
    let pair = compute(&study, 1).similar.pairs[0].clone();
    assert_eq!((pair.differing.len(), pair.agreeing.len(), pair.not_stated.len()), (0, 0, 0));
}

#[test]
fn what_nobody_coded_is_neither_deviant_nor_compared() {
    let study = cases(&[
        ("p01", "constructive", &["calls"]),
        ("p02", "constructive", &[]),
        ("p03", "stalled", &["calls"]),
    ]);
    let found = compute(&study, 3);
    let of_uncoded = |deviant: &Deviant| found.cases[deviant.case].id.as_str() == "p02";
    assert!(!found.factors.iter().any(|factor| factor.deviant.iter().any(of_uncoded)));
    assert!(
        found.factors.iter().filter(|factor| !factor.is_unused()).all(|factor| factor.deviant.is_empty())
    );
    assert_eq!(ids(&found, &found.not_compared), ["p02"]);
    assert_eq!((found.similar.n_compared, found.different.n_compared), (1, 0));
    let study = cases(&[
        ("p01", "constructive", &["calls"]),
        ("p02", "constructive", &[]),
        ("p03", "constructive", &["trust"]),
    ]);
    let found = compute(&study, 3);
    let trust = found.factors.iter().find(|factor| factor.id.as_str() == "trust").unwrap();
    let deviant: Vec<usize> = trust.deviant.iter().map(|deviant| deviant.case).collect();
    assert_eq!(ids(&found, &deviant), ["p01"], "p02 was not coded yet");
}

#[test]
fn ties_are_counted() {
    let study = cases(&[
        ("p01", "constructive", &["trust"]),
        ("p02", "constructive", &["trust"]),
        ("p03", "stalled", &["trust"]),
    ]);
    let found = compute(&study, 1);
    assert_eq!((found.similar.pairs.len(), found.similar.n_tied), (1, 1));
    assert_eq!(found.cases[found.similar.pairs[0].first].id.as_str(), "p01");
    assert!(found.statements().is_empty(), "as often in both: {:?}", found.statements());
}

#[test]
fn statements_name_the_outcome_with_the_largest_share() {
    let study = cases(&[("p01", "constructive", &["trust"]), ("p02", "stalled", &["blame"])]);
    let expected = |claim, factor, level| Statement::new(claim, [factor, "outcome"], level);
    assert_eq!(
        compute(&study, 1).statements(),
        [
            expected("occurs-more", "blame", "stalled"),
            expected("hinders-more", "blame", "stalled"),
            expected("occurs-more", "trust", "constructive"),
            expected("promotes-more", "trust", "constructive"),
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Numbers and deviant cases are those of the table of cases by factors.
    #[test]
    fn numbers_are_those_of_cases_by_factors(study in any_study(), filter in any_filter(), unfolded: bool) {
        let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
        let facts = Facts::new(&study, &filter);
        let found = Contrast::from_facts(&study, &facts, &options, &ContrastOptions::default()).unwrap();
        let table = CasesByFactors::from_facts(&study, &facts, &options).unwrap();
        let rows = table.factors.iter().enumerate().filter(|(_, row)| row.kind != CodeKind::Heading);
        prop_assert_eq!(rows.clone().count(), found.factors.len());
        for (row, factor) in rows {
            let own = found.factors.iter().find(|own| own.id == factor.id).unwrap();
            for (place, group) in table.outcome_groups.iter().enumerate() {
                let (k, n) = table.k_of_n(0, row, place);
                let at = found.groups.iter().position(|own| own.level == group.level).unwrap();
                let ids = |cases: &[usize]| cases.iter().map(|&case| found.cases[case].id.clone()).collect::<BTreeSet<_>>();
                let in_table = |cases: &[usize]| cases.iter().map(|&case| table.cases[case].id.clone()).collect::<BTreeSet<_>>();
                prop_assert_eq!(ids(&found.groups[at].cases), in_table(&group.cases));
                prop_assert_eq!((own.groups[at].cases(Happens::Occurs).len(), own.groups[at].n), (k, n));
                let having = |number: fn(&crate::Cell) -> usize| -> Vec<usize> {
                    group.cases.iter().copied().filter(|&case| number(table.cell(0, row, case)) > 0).collect()
                };
                prop_assert_eq!(ids(own.groups[at].cases(Happens::Promotes)), in_table(&having(|cell| cell.n_promoting)));
                prop_assert_eq!(ids(own.groups[at].cases(Happens::Hinders)), in_table(&having(|cell| cell.n_hindering)));
            }
            let deviant = table.deviant_cases(0, row);
            prop_assert_eq!(own.deviant.len(), deviant.len());
            for case in deviant {
                let id = &table.cases[case].id;
                let own = own.deviant.iter().find(|deviant| found.cases[deviant.case].id == *id).unwrap();
                let cell = table.cell(0, row, case);
                prop_assert_eq!((own.state, own.passages.passages), (cell.state, cell.n_passages));
            }
        }
        for table in found.tables() {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        }
    }

    /// No pair that is left out is nearer (or farther) than one that is shown.
    #[test]
    fn pairs_are_the_first_of_all_pairs(study in any_study(), filter in any_filter()) {
        let facts = Facts::new(&study, &filter);
        let options = Options { filter: filter.clone(), ..Options::default() };
        let found = Contrast::from_facts(&study, &facts, &options, &ContrastOptions { pairs: 100 }).unwrap();
        let passages = passages_behind_all(&study, &filter, &facts, true);
        let factors = |case: usize| -> BTreeSet<CodeId> {
            let own = passages.iter().filter(|passage| passage.case == found.cases[case].id);
            let is_factor = |id: &&CodeId| study.codebook.codes[*id].kind == CodeKind::Factor;
            own.map(|passage| &passage.factor).filter(is_factor).cloned().collect()
        };
        for (pairs, same) in [(&found.similar, false), (&found.different, true)] {
            let mut last = if same { 0.0 } else { 1.0 };
            for pair in &pairs.pairs {
                let (a, b) = (factors(pair.first), factors(pair.second));
                prop_assert_eq!(pair.shared.iter().cloned().collect::<BTreeSet<_>>(), &a & &b);
                prop_assert_eq!(pair.only_first.iter().cloned().collect::<BTreeSet<_>>(), &a - &b);
                prop_assert_eq!(found.cases[pair.first].group == found.cases[pair.second].group, same);
                let similarity = pair.similarity().unwrap();
                let in_order = if same { similarity >= last } else { similarity <= last };
                prop_assert!(in_order);
                last = similarity;
            }
        }
        let stated = |group: &&ContrastGroup| group.level.is_some();
        let n = found.groups.iter().filter(stated).map(|group| group.cases.len()).sum::<usize>();
        let n = n - found.not_compared.len();
        let n_pairs = n * n.saturating_sub(1) / 2;
        let seen = |pairs: &CasePairs| pairs.n_compared + pairs.n_undefined;
        prop_assert_eq!(seen(&found.similar) + seen(&found.different), n_pairs);
    }
}
