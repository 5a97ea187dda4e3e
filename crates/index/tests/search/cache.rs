//! The index on disk.

use crate::study::{add_case, add_code, add_source, all_hits, code, empty, search_in, with_units};
use draad_core::{Filter, Problem, Study};
use draad_index::{Provenance, Query, SearchIndex, SourceHash, Unusable};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// Stands in for the hashes that reading a study gives.
fn hashes(study: &Study) -> Vec<SourceHash> {
    let hash = |source: &draad_core::Source| *blake3::hash(format!("{source:?}").as_bytes()).as_bytes();
    study.sources.values().map(hash).collect()
}

fn open(dir: &Path, study: &Study) -> (Provenance, usize) {
    let index = SearchIndex::open(dir, study, &hashes(study)).unwrap();
    let answer = search_in(&index, study, "vertrouwen", &Filter::default(), &all_hits());
    (index.provenance(), answer.n_hits)
}

fn index_files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir.join("search/index")).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

const MISSING: Provenance = Provenance::Rebuilt(Unusable::Missing);
const DAMAGED: Provenance = Provenance::Rebuilt(Unusable::Damaged);

/// Sources `s0`, `s1`, … with one unit per text.
fn with_sources(sources: &[&[&str]]) -> Study {
    let mut study = empty();
    add_case(&mut study, "p01", "mixed");
    for (number, texts) in sources.iter().enumerate() {
        let turns: Vec<_> = texts.iter().map(|text| ("moeder", *text)).collect();
        add_source(&mut study, &format!("s{number}"), &["p01"], "interview", &turns);
    }
    study
}

#[test]
fn an_index_is_reused_until_a_text_changes() {
    let dir = tempfile::tempdir().unwrap();
    let mut study = with_sources(&[&["vertrouwen"], &["iets anders", "vertrouwen"]]);
    assert_eq!(open(dir.path(), &study), (MISSING, 2));
    assert_eq!(open(dir.path(), &study), (Provenance::Reused, 2));
    add_code(&mut study, "c", "");
    code(&mut study, "anna", "s0", "vertrouwen", "c", None);
    assert_eq!(open(dir.path(), &study), (Provenance::Reused, 2), "a coding is not in the index");
}

#[test]
fn only_what_changed_is_indexed_again() {
    let dir = tempfile::tempdir().unwrap();
    let many: Vec<&[&str]> = vec![&["vertrouwen", "rust"]; 8];
    open(dir.path(), &with_sources(&many));
    let mut changed = many.clone();
    changed[3] = &["geen vertrouwen meer", "in vertrouwen"];
    let one = Provenance::Updated { n_sources: 1 };
    assert_eq!(open(dir.path(), &with_sources(&changed)), (one, 9));
    assert_eq!(open(dir.path(), &with_sources(&changed)), (Provenance::Reused, 9));
    let fewer = with_sources(&changed[..7]);
    assert_eq!(open(dir.path(), &fewer), (Provenance::Reused, 8), "what is gone is not found");
    let index = SearchIndex::open(dir.path(), &fewer, &hashes(&fewer)).unwrap();
    let words = search_in(&index, &fewer, "vertrouwde", &Filter::default(), &all_hits());
    assert_eq!(words.n_hits, 8, "forms of new words are known");
}

#[test]
fn many_small_changes_leave_the_index_small_and_whole() {
    let dir = tempfile::tempdir().unwrap();
    let texts: Vec<String> = (0..60).map(|number| format!("vertrouwen w{number}")).collect();
    let texts: Vec<[&str; 1]> = texts.iter().map(|text| [text.as_str()]).collect();
    let sources: Vec<&[&str]> = texts.iter().map(|text| &text[..]).collect();
    for n in 30..=60 {
        let study = with_sources(&sources[..n]);
        assert_eq!(open(dir.path(), &study).1, n);
    }
    let n_parts = index_files(dir.path())
        .iter()
        .filter(|file| file.extension().is_some_and(|end| end == "term"))
        .count();
    assert!(n_parts <= 13, "{n_parts}");
}

#[test]
fn an_index_of_another_version_is_made_again() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen"]);
    open(dir.path(), &study);
    let stamp = dir.path().join("search/index/stamp");
    let older = fs::read_to_string(&stamp).unwrap().replacen("fields 2", "fields 1", 1);
    fs::write(&stamp, older).unwrap();
    assert_eq!(open(dir.path(), &study), (Provenance::Rebuilt(Unusable::OtherVersion), 1));
    assert_eq!(open(dir.path(), &study), (Provenance::Reused, 1));
}

#[test]
fn words_that_are_not_where_the_index_has_them_are_not_shown() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen in elkaar"]);
    let other = with_units(&["elkaar in vertrouwen"]);
    open(dir.path(), &study);
    let index = SearchIndex::open(dir.path(), &other, &hashes(&study)).unwrap();
    let query = Query::parse("vertrouwen").unwrap();
    let answer = index.search(&other, &query, &Filter::default(), &all_hits());
    assert!(matches!(answer.unwrap_err().problem, Problem::IndexFailed { .. }));
    let again = SearchIndex::rebuild(dir.path(), &other, &hashes(&other)).unwrap();
    assert_eq!(again.search(&other, &query, &Filter::default(), &all_hits()).unwrap().n_hits, 1);
}

#[test]
fn a_file_that_is_missing_or_of_another_length_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen in elkaar", "geen vertrouwen"]);
    open(dir.path(), &study);
    let unused = [".lock", ".managed.json"];
    for number in 0..index_files(dir.path()).len() {
        for damage in ["removed", "cut", "longer"] {
            let file = &index_files(dir.path())[number];
            if unused.iter().any(|name| file.to_string_lossy().ends_with(name)) {
                continue;
            }
            let mut bytes = fs::read(file).unwrap();
            match damage {
                "removed" => fs::remove_file(file).unwrap(),
                "cut" => fs::write(file, &bytes[..bytes.len() / 2]).unwrap(),
                _ => {
                    bytes.push(0);
                    fs::write(file, bytes).unwrap();
                }
            }
            assert_eq!(open(dir.path(), &study), (DAMAGED, 2), "{file:?} {damage}");
        }
    }
}

#[test]
fn what_a_killed_build_left_behind_is_no_index() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen"]);
    fs::create_dir_all(dir.path().join("search/new")).unwrap();
    fs::write(dir.path().join("search/new/meta.json"), "{").unwrap();
    fs::write(dir.path().join("search/old"), "").unwrap();
    assert_eq!(open(dir.path(), &study), (MISSING, 1));
    assert!(!dir.path().join("search/new").exists() && !dir.path().join("search/old").exists());
}

#[test]
fn while_another_process_builds_the_search_goes_on_in_memory() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen"]);
    fs::create_dir_all(dir.path().join("search")).unwrap();
    let lock = File::create(dir.path().join("search/lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(open(dir.path(), &study), (Provenance::InMemory, 1));
    drop(lock);
    assert_eq!(open(dir.path(), &study), (MISSING, 1));
}

#[test]
fn a_cache_that_cannot_be_written_costs_no_search() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen"]);
    let occupied = dir.path().join("file");
    fs::write(&occupied, "").unwrap();
    assert_eq!(open(&occupied, &study), (Provenance::InMemory, 1));
}

#[test]
fn many_at_once_all_find() {
    let dir = tempfile::tempdir().unwrap();
    let studies = [with_units(&["vertrouwen"]), with_units(&["vertrouwen", "vertrouwen"])];
    std::thread::scope(|scope| {
        for n in 0..8 {
            let (dir, study) = (dir.path(), &studies[n % 2]);
            scope.spawn(move || {
                for _ in 0..5 {
                    assert_eq!(open(dir, study).1, n % 2 + 1);
                }
            });
        }
    });
}
