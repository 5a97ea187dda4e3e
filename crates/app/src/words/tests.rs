//! Counting from a study folder to a list, against scipy 1.17.1 on three sentences of our own; and what lists promise.
#![allow(clippy::unwrap_used, reason = "a fixture that does not fit fails its test")]

use super::*;
use crate::Project;
use draad_core::{Case, Language, Settings, Source, Study, Text};
use draad_store::StudyFolder;
use serde_json::Value as Json;
use std::collections::BTreeMap;

const TOLERANCE: f64 = 1e-9;

const TEXTS: [(&str, &str); 3] = [
    (
        "C01",
        "De pleegouders en de moeder spraken elkaar elke week. Het vertrouwen groeide langzaam, maar het vertrouwen bleef.",
    ),
    (
        "C02",
        "Er was ruzie over het bezoek. De moeder wilde meer bezoek; de pleegouders wilden minder bezoek.",
    ),
    ("C03", "De begeleider luisterde. De moeder zei: \"ik heb vertrouwen in de begeleider\"."),
];

fn expected() -> Json {
    let whole = include_str!("../../../measures/tests/fixtures/keyness-tfidf-kwic.json");
    serde_json::from_str::<Json>(whole).unwrap()["expected"].clone()
}

/// A study with one source per case.
fn study(texts: &[(&str, &str)]) -> Study {
    let mut study = Study::new(Settings::new("proef", "Proef", Language::Nl));
    for (name, text) in texts {
        let case = Case { id: name.parse().unwrap(), name: String::new(), attributes: Default::default() };
        let source = Source {
            id: name.parse().unwrap(),
            cases: vec![case.id.clone()],
            kind: "interview".parse().unwrap(),
            date: None,
            phase: None,
            participants: Vec::new(),
            text: Text::new(*text),
            units: Vec::new(),
            origin: Default::default(),
            extra: Default::default(),
        };
        study.cases.insert(case.id.clone(), case);
        study.sources.insert(source.id.clone(), source);
    }
    study
}

/// Opens a study; the folder lives as long as the project.
fn opened(texts: &[(&str, &str)]) -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    StudyFolder::create(folder.path().join("studie"), &study(texts)).unwrap();
    let project = Project::open(Some(&folder.path().join("studie")), folder.path(), None).unwrap();
    (folder, project)
}

/// Everything, however rare.
fn everything() -> Request {
    Request { least: Least { count: 1, sources: 1, cases: 1 }, limit: None, ..Request::default() }
}

fn close(own: f64, theirs: &Json, what: &str) {
    let theirs = theirs.as_f64().unwrap();
    assert!((own - theirs).abs() < TOLERANCE, "{what}: {own} and {theirs}");
}

#[test]
fn words_typical_of_a_case_are_those_of_the_reference() {
    let (_folder, project) = opened(&TEXTS);
    let of = Compared::Level("case=C01".to_owned());
    let mut n_compared = 0;
    for (rarer, sign) in [(false, 1), (true, -1)] {
        let typical = keyness(&project, &everything(), &of, rarer).unwrap();
        let level = &typical.levels[0];
        assert_eq!((level.target.n_words, level.rest.n_words), (17, 28));
        let expected = expected()["keyness"].clone();
        let expected: Vec<&Json> =
            expected.as_array().unwrap().iter().filter(|word| word["sign"] == sign).collect();
        assert_eq!(level.rows.len(), expected.len());
        for theirs in expected {
            let token = theirs["token"].as_str().unwrap();
            let own = level.rows.iter().find(|row| row.shown.word.to_lowercase() == token).unwrap();
            assert_eq!(Some(own.target.n), theirs["target"].as_u64(), "{token}");
            assert_eq!(Some(own.rest.n), theirs["reference"].as_u64(), "{token}");
            close(own.log_likelihood, &theirs["ll_two_cell"], token);
            close(own.g_squared, &theirs["g2_four_cell"], token);
            close(own.log_ratio, &theirs["log_ratio_half_correction"], token);
            n_compared += 1;
        }
    }
    assert_eq!(n_compared, 29);
}

#[test]
fn words_near_a_word_are_those_of_its_concordance() {
    let (_folder, project) = opened(&TEXTS);
    let mut expected_counts: BTreeMap<String, u64> = BTreeMap::new();
    // `het` stands between two occurrences, and counts once in each line of the concordance
    for line in expected()["kwic_window_4"].as_array().unwrap() {
        for side in ["left", "right"] {
            for word in line[side].as_array().unwrap() {
                *expected_counts.entry(word.as_str().unwrap().to_owned()).or_default() += 1;
            }
        }
    }
    for between in ["groeide", "langzaam", "maar"] {
        assert_eq!(expected_counts.remove(between), Some(2));
        expected_counts.insert(between.to_owned(), 1);
    }
    *expected_counts.get_mut("het").unwrap() -= 1;
    let company = collocates(&project, &everything(), "=vertrouwen", 4).unwrap();
    let own = company.rows.iter().map(|row| (row.shown.word.to_lowercase(), row.n_near));
    assert_eq!(own.collect::<BTreeMap<_, _>>(), expected_counts);
    assert_eq!((company.n_nodes, company.n_node_sources), (3, 2));
    assert_eq!(company.n_places, expected_counts.values().sum::<u64>());
}

#[test]
fn lists_have_an_order_whatever_the_order_of_sources() {
    let (_first, forth) = opened(&TEXTS);
    let turned: Vec<_> = TEXTS.iter().rev().copied().collect();
    let (_second, back) = opened(&turned);
    for order in [Order::Count, Order::Sources, Order::Word] {
        let request = Request { order: Some(order), ..everything() };
        let rows = |project: &Project| frequencies(project, &request).unwrap().rows;
        assert_eq!(rows(&forth), rows(&back));
        let pairs = |project: &Project| ngrams(project, &request, 2..=3).unwrap().rows;
        assert_eq!(pairs(&forth), pairs(&back));
    }
    let near = |project: &Project| collocates(project, &everything(), "moeder", 3).unwrap().rows;
    assert_eq!(near(&forth), near(&back));
}

#[test]
fn what_is_rare_or_beyond_the_limit_is_counted_and_not_listed() {
    let (_folder, project) = opened(&TEXTS);
    let request = |count, sources, limit| Request {
        least: Least { count, sources, cases: 1 },
        limit,
        ..Request::default()
    };
    let list = frequencies(&project, &request(2, 2, Some(2))).unwrap();
    let words = |list: &Frequencies| list.rows.iter().map(|row| row.shown.word.clone()).collect::<Vec<_>>();
    assert_eq!(words(&list), ["De", "het"].map(|word| word.to_lowercase()));
    assert_eq!((list.n_candidates, list.basis.n_words), (5, 45));
    // no more sources are asked for than there are
    assert_eq!(frequencies(&project, &request(1, 9, None)).unwrap().rows.len(), 2);
    let of_one = Compared::Level("case=C02".to_owned());
    let typical = keyness(&project, &request(3, 2, None), &of_one, false).unwrap();
    assert_eq!(typical.levels[0].rows[0].shown.word, "bezoek");
    assert!(typical.levels[0].rows[0].target.one_source_dominates());
    assert_eq!(typical.levels[0].rows[0].target.dispersion, None);
}

#[test]
fn forms_of_the_word_itself_are_not_its_company() {
    let texts = [("C01", "werken gewerkt werken thuis"), ("C02", "thuis werkte")];
    let (_folder, project) = opened(&texts);
    let request = Request { stems: true, ..everything() };
    let company = collocates(&project, &request, "=werken", 5).unwrap();
    let rows: Vec<_> = company.rows.iter().map(|row| (row.shown.word.as_str(), row.n_near, row.n)).collect();
    assert_eq!(rows, [("thuis", 1, 2), ("werken", 1, 2)]);
    let company = collocates(&project, &request, "werken", 5).unwrap();
    assert_eq!(company.rows.len(), 1);
}
