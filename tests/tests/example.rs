//! The example study holds what it promises, can be made again from its raw originals, and gives the same bytes twice.

use crate::{example, world};
use draad_analysis::{CasesByFactors, CellState, Options};
use draad_core::{CodeKind, Problem, Severity, SourceId, Study};
use draad_ingest::ReadOptions;
use draad_store::{Loaded, StudyFolder};
use insta::assert_snapshot;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn loaded() -> Loaded {
    StudyFolder::at(example()).load().expect("the example study can be read")
}

fn n_codings(study: &Study) -> BTreeMap<&SourceId, usize> {
    let mut counts = BTreeMap::new();
    for coding in &study.codings {
        *counts.entry(&coding.source).or_default() += 1;
    }
    counts
}

#[test]
fn its_only_problem_is_the_ambiguous_speaker() {
    let loaded = loaded();
    let [only] = loaded.diagnostics.as_slice() else { panic!("{:#?}", loaded.diagnostics) };
    assert_eq!(only.severity, Severity::Warning);
    assert!(matches!(&only.problem, Problem::SpeakerAmbiguous { label, .. } if label == "P"), "{only:?}");
}

/// Every raw original, by file name.
fn originals() -> BTreeMap<String, PathBuf> {
    let root = example().join("raw");
    let files = draad_tests::world::files(&root, &[]).into_keys();
    files.map(|path| (path.rsplit('/').next().unwrap_or_default().to_owned(), root.join(&path))).collect()
}

#[test]
fn importing_the_raw_originals_gives_the_stored_texts_and_units() {
    let (study, originals) = (loaded().study, originals());
    assert_eq!(originals.len(), study.sources.len());
    for source in study.sources.values() {
        let bytes = std::fs::read(&originals[&source.origin.file]).unwrap();
        assert_eq!(blake3::hash(&bytes).to_hex().as_str(), source.origin.file_hash, "{}", source.id);
        // as the command does: the labels of the cases' own people count even when they occur once
        let people = study
            .participants
            .values()
            .filter(|person| person.cases.iter().any(|case| source.cases.contains(case)));
        let speakers = people.flat_map(|person| person.labels.clone()).collect();
        let options = ReadOptions { speakers, ..ReadOptions::default() };
        let imported = draad_ingest::read(&source.origin.file, &bytes, &options).unwrap();
        assert_eq!(imported.text, source.text.as_str(), "{}", source.id);
        assert_eq!(imported.units, source.units, "{}", source.id);
        assert_eq!(imported.reading, source.origin.reading, "{}", source.id);
    }
}

#[test]
fn it_is_as_large_as_it_says() {
    let study = loaded().study;
    assert_eq!(study.cases.len(), 13);
    assert!(study.sources.len() >= 100, "{}", study.sources.len());
    let n_words: usize =
        study.sources.values().map(|source| source.text.as_str().split_whitespace().count()).sum();
    assert!(n_words >= 30_000, "{n_words}");
    assert!((30..=45).contains(&study.codebook.codable().count()), "{}", study.codebook.codable().count());
    assert!(study.codings.len() >= 1_500, "{}", study.codings.len());
    assert!(study.memos.len() >= 20 && study.events.len() >= 100 && study.findings.len() >= 4);
    for code in study.codebook.codes.values().filter(|code| code.kind != CodeKind::Heading) {
        let texts = [&code.definition, &code.include, &code.exclude, &code.example];
        assert!(texts.iter().all(|text| !text.is_empty()), "{} is explained", code.id);
        assert!(
            !code.name.nl.is_empty() && !code.name.en.is_empty(),
            "{} has a name in both languages",
            code.id
        );
    }
}

#[test]
fn a_fifth_of_the_sources_is_coded_by_both_coders() {
    let study = loaded().study;
    let coders: Vec<String> = study.coders().iter().map(ToString::to_string).collect();
    assert_eq!(coders, ["anna", "bram", "consensus"], "the last is the layer of decisions");
    let mut by_source: BTreeMap<&SourceId, BTreeSet<&str>> = BTreeMap::new();
    for coding in &study.codings {
        by_source.entry(&coding.source).or_default().insert(coding.coder.as_str());
    }
    let n_double = by_source.values().filter(|coders| coders.len() == 2).count();
    let share = n_double as f64 / study.sources.len() as f64;
    assert!((0.15..=0.30).contains(&share), "{n_double} of {}", study.sources.len());
}

#[test]
fn it_contains_what_real_studies_contain() {
    let study = loaded().study;
    let table = CasesByFactors::from_study(&study, &Options::default()).unwrap();
    let factors: Vec<usize> =
        (0..table.factors.len()).filter(|&row| table.factors[row].kind == CodeKind::Factor).collect();
    let n_cases = |factor: &&usize| table.factors[**factor].n_cases;
    assert!(factors.iter().any(|factor| n_cases(&factor) == 13), "a factor present everywhere");
    assert!(factors.iter().filter(|factor| (1..=2).contains(&n_cases(factor))).count() >= 2, "rare factors");
    let works_both =
        |&&factor: &&usize| (0..13).any(|case| table.cell(0, factor, case).state == CellState::Both);
    assert!(factors.iter().filter(works_both).count() >= 5, "factors that promote and hinder in one case");
    let missing =
        |&&factor: &&usize| (0..13).any(|case| table.cell(0, factor, case).state == CellState::NotFound);
    assert!(factors.iter().filter(missing).count() >= 10, "factors that were looked for and not found");

    let chats = |case| {
        study.sources.values().any(|source| source.kind.as_str() == "chat" && source.cases.contains(case))
    };
    assert_eq!(
        study.cases.keys().filter(|case| !chats(case)).map(ToString::to_string).collect::<Vec<_>>(),
        ["p05"]
    );
    assert!(study.codings.iter().any(|coding| !coding.memo.is_empty()), "remarks of coders");
    assert!(!study.case_spans.is_empty(), "a source about several cases");
}

#[test]
fn one_talkative_source_dominates_a_case() {
    let study = loaded().study;
    let counts = n_codings(&study);
    let dominated = study.cases.keys().filter(|case| {
        let own = study.sources.values().filter(|source| source.cases == [(*case).clone()]);
        let own: Vec<usize> = own.map(|source| counts.get(&source.id).copied().unwrap_or(0)).collect();
        own.iter().max().is_some_and(|most| 2 * most > own.iter().sum())
    });
    assert_eq!(dominated.map(ToString::to_string).collect::<Vec<_>>(), ["p08"]);
}

#[test]
fn outcomes_scores_and_feedback_are_there() {
    let study = loaded().study;
    let levels =
        |id: &str| study.cases.values().map(|case| case.attributes[id].to_string()).collect::<BTreeSet<_>>();
    assert_eq!(levels("constructiveness").len(), 3);
    assert_eq!(levels("early_ending").len(), 2);
    let mut days: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for score in &study.scores {
        days.entry(&score.case).or_default().insert(score.date.expect("every score has a day"));
    }
    assert_eq!(days.len(), 13, "scores in every case");
    let all = days.values().flat_map(|days| days.iter().zip(days.iter().skip(1)));
    let gaps: Vec<i32> = all.map(|(&one, &next)| (next - one).get_days()).collect();
    let half_year = gaps.iter().filter(|gap| (120..=250).contains(*gap)).count();
    assert!(3 * half_year > 2 * gaps.len(), "mostly twice a year: {gaps:?}");
    let findings: BTreeSet<&str> = study.findings.iter().map(|finding| finding.id.as_str()).collect();
    let judged: BTreeSet<&str> = study.feedback.iter().map(|verdict| verdict.finding.as_str()).collect();
    assert!(!judged.is_empty() && judged.is_subset(&findings), "feedback is about findings that exist");
}

/// Holds what two machines made of a study against each other.
fn assert_same_bytes(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert!(one.len() > 10);
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in one {
        assert!(*bytes == other[name], "{name} differs");
        assert!(
            !String::from_utf8_lossy(bytes).contains("/somewhere/"),
            "{name} names a folder of this machine"
        );
    }
}

fn last_lines(seen: &str) -> String {
    let lines: Vec<&str> = seen.lines().skip_while(|line| *line != "--- stdout").skip(1).collect();
    let said: Vec<&str> =
        lines.into_iter().take_while(|line| *line != "--- stderr").filter(|line| !line.is_empty()).collect();
    said[said.len() - 5..].join("\n")
}

#[test]
fn the_demo_ends_by_saying_what_was_found_and_makes_the_same_bytes_everywhere() {
    let elsewhere = world();
    elsewhere.copy(&example(), "somewhere/studie");
    let seen = elsewhere.run_in("somewhere/studie", &["run", "--all"]);
    assert!(seen.starts_with("exit 0\n"), "{seen}");
    let world = world();
    let dutch = world.run(&["--lang", "nl", "demo", "proef"]);
    assert!(dutch.starts_with("exit 0\n"), "{dutch}");
    assert_snapshot!("demo_nl", last_lines(&dutch));
    assert_same_bytes(&elsewhere.files("somewhere/studie/output"), &world.files("proef/output"));
    let english = world.run(&["demo"]);
    assert!(english.starts_with("exit 0\n"), "{english}");
    assert_snapshot!("demo_en", last_lines(&english));
    assert!(world.path("gedeeld-opvoederschap/output/report.html").exists());
    let last = last_lines(&dutch);
    let next = last.rsplit("&& draad ").next().unwrap();
    let words: Vec<&str> = next.split_whitespace().collect();
    assert!(world.run_in("proef", &words).starts_with("exit 0\n"), "what it proposes works: {next}");
    let before = world.files("proef");
    assert!(world.run(&["demo", "proef"]).starts_with("exit 1\n"));
    assert_eq!(before, world.files("proef"), "a study that is there stays as it is");
}
