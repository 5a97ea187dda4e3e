use super::*;
use crate::sample::{Sample, any_filter, any_study};
use crate::table::Value;
use draad_core::{CodeKind, Filter, Reference, Valence};
use proptest::prelude::*;
use std::collections::BTreeSet;

const WORDS: &str = "Zij belde elke vrijdag terug.";

fn key(text: &str) -> ReferenceKey {
    ReferenceKey::new(text).unwrap()
}

fn with_works(mut study: Study, listed: &[(&str, &[&str])]) -> Study {
    for name in ["jansen", "devries"] {
        let work = Reference {
            key: key(name),
            kind: "book".into(),
            authors: vec![name.into()],
            year: "2019".into(),
            title: "T".into(),
            line: 1,
        };
        study.references.works.insert(key(name), work);
    }
    for (code, keys) in listed {
        study.codebook.codes.get_mut(*code).unwrap().references = keys.iter().map(|one| key(one)).collect();
    }
    study
}

fn table(study: &Study, options: &Options) -> LiteratureTable {
    LiteratureTable::from_facts(study, &Facts::new(study, &options.filter), options).unwrap()
}

fn study() -> Study {
    let mut sample = Sample::new()
        .code("head", "", CodeKind::Heading, "")
        .code("trust", "head", CodeKind::Factor, "promoting")
        .factor("blame", "hindering")
        .factor("calls", "")
        .factor("rest", "");
    for case in ["p01", "p02", "p03"] {
        let speaker = format!("{case}-parent");
        sample = sample.case(case, "constructive").source(
            &format!("{case}-i"),
            case,
            "interview",
            &[(speaker.as_str(), WORDS)],
        );
    }
    let sample = sample
        .coding("anna", "p01-i", "trust", "belde")
        .coding_as("anna", "p02-i", "trust", "belde", Some(Valence::Hindering))
        .coding("anna", "p02-i", "calls", "belde");
    with_works(sample.done(), &[("trust", &["devries", "jansen"]), ("blame", &["jansen", "nobody"])])
}

#[test]
fn works_stand_beside_the_cases_that_show_a_factor() {
    let found = table(&study(), &Options::default());
    let of = |id: &str| found.factors.iter().find(|one| one.factor.id.as_str() == id).unwrap();
    let counts = |id: &str| (of(id).n, of(id).shown.len(), of(id).promoting.len(), of(id).hindering.len());
    assert_eq!(counts("trust"), (3, 2, 1, 1));
    let works: Vec<&str> = of("trust").named.iter().map(|naming| naming.work.as_str()).collect();
    assert_eq!(works, ["jansen", "devries"], "in the order of the file");
    let standings = ["trust", "blame", "calls", "rest"].map(|id| of(id).standing());
    assert_eq!(standings, [Standing::Both, Standing::LiteratureOnly, Standing::CasesOnly, Standing::Neither]);
    let works: Vec<_> = found.works.iter().map(|work| (work.work.as_str(), found.shown_of(work))).collect();
    assert_eq!(works, [("jansen", (1, 2)), ("devries", (1, 1))]);
}

#[test]
fn a_heading_is_named_by_what_names_the_codes_below_it() {
    let study = study();
    let found = table(&study, &Options::default());
    let head = found.factors.iter().find(|one| one.factor.id.as_str() == "head").unwrap();
    assert_eq!(head.named.len(), 2);
    assert!(head.named.iter().all(|naming| naming.by.iter().all(|code| code.as_str() == "trust")));
    let unfolded = table(&study, &Options { unfolded: true, ..Options::default() });
    assert!(unfolded.factors.iter().all(|one| one.factor.id.as_str() != "head" || one.named.is_empty()));
}

#[test]
fn without_works_there_is_no_table() {
    let study =
        with_works(Sample::new().factor("trust", "").case("p01", "").done(), &[("trust", &["nobody"])]);
    let facts = Facts::new(&study, &Filter::default());
    let failed = LiteratureTable::from_facts(&study, &facts, &Options::default()).unwrap_err();
    assert_eq!(failed.problem, Problem::NoLiterature);
}

proptest! {
    /// Counted again from the cells, and from the rows of the plain table.
    #[test]
    fn counts_are_those_of_the_cases_by_factors(study in any_study(), filter in any_filter(), unfolded: bool) {
        let code = study.codebook.codes.keys().next().unwrap().to_string();
        let study = with_works(study, &[(code.as_str(), &["jansen"])]);
        let options = Options { filter, unfolded, ..Options::default() };
        let facts = Facts::new(&study, &options.filter);
        let Ok(found) = LiteratureTable::from_facts(&study, &facts, &options) else { return Ok(()) };
        let cells = CasesByFactors::from_facts(&study, &facts, &options).unwrap();
        for (place, factor) in found.factors.iter().enumerate() {
            let k: usize = (0..cells.outcome_groups.len()).map(|group| cells.k_of_n(0, place, group).0).sum();
            let n: usize = (0..cells.outcome_groups.len()).map(|group| cells.k_of_n(0, place, group).1).sum();
            prop_assert_eq!((factor.shown.len(), factor.n), (k, n));
            let directed: BTreeSet<_> = factor.promoting.iter().chain(&factor.hindering).collect();
            prop_assert!(directed.iter().all(|case| factor.shown.contains(case)));
        }
        let rows = &found.tables(&study)[0].rows;
        let with_work = rows.iter().filter(|row| row[1] != Value::Nothing).count();
        prop_assert_eq!(with_work, found.factors.iter().map(|factor| factor.named.len()).sum::<usize>());
    }
}
