//! The index on disk.

use crate::study::{all_hits, search_in, with_units};
use draad_core::{Filter, Study};
use draad_index::{Provenance, SearchIndex};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

fn open(dir: &Path, study: &Study, fingerprint: &str) -> (Provenance, usize) {
    let index = SearchIndex::open_or_build(dir, study, fingerprint).unwrap();
    let answer = search_in(&index, study, "vertrouwen", &Filter::default(), &all_hits());
    (index.provenance(), answer.n_hits)
}

fn index_files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir.join("search/index")).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn an_index_is_reused_until_the_study_changes() {
    let dir = tempfile::tempdir().unwrap();
    let before = with_units(&["vertrouwen"]);
    assert_eq!(open(dir.path(), &before, "1"), (Provenance::Rebuilt, 1));
    assert_eq!(open(dir.path(), &before, "1"), (Provenance::Reused, 1));
    let after = with_units(&["vertrouwen", "meer vertrouwen"]);
    assert_eq!(open(dir.path(), &after, "2"), (Provenance::Rebuilt, 2));
    assert_eq!(open(dir.path(), &after, "2"), (Provenance::Reused, 2));
}

#[test]
fn an_index_of_another_version_is_made_again() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen"]);
    open(dir.path(), &study, "1");
    let stamp = dir.path().join("search/index/stamp");
    let older = fs::read_to_string(&stamp).unwrap().replacen("fields 1", "fields 0", 1);
    fs::write(&stamp, older).unwrap();
    assert_eq!(open(dir.path(), &study, "1"), (Provenance::Rebuilt, 1));
    assert_eq!(open(dir.path(), &study, "1"), (Provenance::Reused, 1));
}

#[test]
fn a_file_that_is_missing_or_of_another_length_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen in elkaar", "geen vertrouwen"]);
    open(dir.path(), &study, "1");
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
            assert_eq!(open(dir.path(), &study, "1"), (Provenance::Rebuilt, 2), "{file:?} {damage}");
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
    assert_eq!(open(dir.path(), &study, "1"), (Provenance::Rebuilt, 1));
    assert!(!dir.path().join("search/new").exists() && !dir.path().join("search/old").exists());
}

#[test]
fn while_another_process_builds_the_search_goes_on_in_memory() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen"]);
    fs::create_dir_all(dir.path().join("search")).unwrap();
    let lock = File::create(dir.path().join("search/lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(open(dir.path(), &study, "1"), (Provenance::InMemory, 1));
    drop(lock);
    assert_eq!(open(dir.path(), &study, "1"), (Provenance::Rebuilt, 1));
}

#[test]
fn a_cache_that_cannot_be_written_costs_no_search() {
    let dir = tempfile::tempdir().unwrap();
    let study = with_units(&["vertrouwen"]);
    let occupied = dir.path().join("file");
    fs::write(&occupied, "").unwrap();
    assert_eq!(open(&occupied, &study, "1"), (Provenance::InMemory, 1));
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
                    assert_eq!(open(dir, study, &format!("{}", n % 2)).1, n % 2 + 1);
                }
            });
        }
    });
}
