use super::*;
use draad_core::{Language, Settings, Study};
use tempfile::TempDir;

fn study() -> (TempDir, StudyFolder) {
    let place = tempfile::tempdir().unwrap();
    let folder =
        StudyFolder::create(place.path(), &Study::new(Settings::new("s", "S", Language::Nl))).unwrap();
    (place, folder)
}

fn changes(files: &[(&str, Option<&str>)]) -> Changes {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.map(|text| text.as_bytes().to_vec()))).collect()
}

fn read(folder: &StudyFolder, path: &str) -> Option<String> {
    fs::read_to_string(folder.path(path)).ok()
}

/// Every file of the study with its bytes, the hidden folder apart.
fn all_files(folder: &StudyFolder) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut open = vec![folder.root().to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            let name = entry.strip_prefix(folder.root()).unwrap().to_string_lossy().into_owned();
            if name == paths::HIDDEN {
                continue;
            }
            if entry.is_dir() { open.push(entry) } else { files.push((name, fs::read(entry).unwrap())) }
        }
    }
    files.sort();
    files
}

#[test]
fn undo_gives_every_byte_back() {
    let (_place, folder) = study();
    let lock = folder.lock("test").unwrap();
    lock.commit("first", changes(&[("memos/a.md", Some("a")), ("memos/b.md", Some("b"))])).unwrap();
    let before = all_files(&folder);
    let second = [("memos/a.md", Some("changed")), ("memos/b.md", None), ("memos/c.md", Some("new"))];
    assert_eq!(lock.commit("second", changes(&second)).unwrap(), Some(ChangeId(2)));
    assert_eq!(read(&folder, "memos/b.md"), None);

    let undone = lock.undo().unwrap();
    assert_eq!((undone.command.as_str(), undone.files.len()), ("second", 3));
    assert_eq!(all_files(&folder), before);
    assert_eq!(lock.undo().unwrap().command, "first");
    assert_eq!(lock.undo().unwrap_err().problem, Problem::NothingToUndo);
}

#[test]
fn a_change_that_changes_nothing_is_no_change() {
    let (_place, folder) = study();
    let lock = folder.lock("test").unwrap();
    let cases = read(&folder, paths::CASES).unwrap();
    assert_eq!(
        lock.commit("same", changes(&[(paths::CASES, Some(&cases)), ("memos/x.md", None)])).unwrap(),
        None
    );
}

#[test]
fn undo_never_wipes_out_what_somebody_wrote_since() {
    let (_place, folder) = study();
    let lock = folder.lock("test").unwrap();
    lock.commit("add", changes(&[("memos/a.md", Some("a")), ("memos/b.md", Some("b"))])).unwrap();
    fs::write(folder.path("memos/a.md"), "by hand").unwrap();
    let files = "memos/a.md".to_owned();
    assert_eq!(lock.undo().unwrap_err().problem, Problem::UndoWouldLose { n_files: 1, files });
    assert_eq!(read(&folder, "memos/a.md").as_deref(), Some("by hand"));
    assert_eq!(read(&folder, "memos/b.md").as_deref(), Some("b"));
}

#[test]
fn a_crash_half_way_is_rolled_back_at_the_next_lock() {
    let (_place, folder) = study();
    let lock = folder.lock("test").unwrap();
    lock.commit("first", changes(&[("memos/a.md", Some("a"))])).unwrap();
    let before = all_files(&folder);

    let half =
        changes(&[("memos/a.md", Some("half")), ("memos/b.md", Some("half")), ("memos/c.md", Some("half"))]);
    Journal::of(&folder).begin("crash", &steps(&folder, half).unwrap()).unwrap();
    fs::write(folder.path("memos/a.md"), "half").unwrap();
    fs::write(folder.path("memos/b.md"), "half").unwrap();
    atomic::stage(&folder.path("memos/c.md"), b"half").unwrap();
    drop(lock);

    let loaded = folder.load().unwrap();
    let command = "crash".to_owned();
    assert_eq!(loaded.diagnostics[0].problem, Problem::InterruptedChangeUndone { command });
    assert_eq!(all_files(&folder), before);
    let lock = folder.lock("test").unwrap();
    assert_eq!(lock.notices, []);
    assert_eq!(lock.undo().unwrap().command, "first");
}

#[test]
fn an_entry_that_was_never_finished_changes_nothing() {
    let (_place, folder) = study();
    fs::create_dir_all(Journal::of(&folder).entry(1)).unwrap();
    fs::write(Journal::of(&folder).entry(1).join("0"), "old").unwrap();
    let before = all_files(&folder);
    assert_eq!(folder.lock("test").unwrap().notices, []);
    assert_eq!(all_files(&folder), before);
}

#[test]
fn a_change_that_fails_half_way_leaves_everything_as_it_was() {
    let (_place, folder) = study();
    let before = all_files(&folder);
    let lock = folder.lock("test").unwrap();
    let impossible =
        changes(&[("aaa.csv", Some("x")), ("cases.csv/x.csv", Some("x")), ("memos/a.md", Some("x"))]);
    assert!(lock.commit("fails", impossible).is_err());
    assert_eq!(all_files(&folder), before);
    assert_eq!(lock.undo().unwrap_err().problem, Problem::NothingToUndo);
}

#[test]
fn no_change_leaves_the_study() {
    let (_place, folder) = study();
    let lock = folder.lock("test").unwrap();
    for path in ["../x.csv", "/tmp/x.csv", ".draad/lock", "output/x.csv", "a/../../x.csv"] {
        assert!(lock.commit("escape", changes(&[(path, Some("x"))])).is_err(), "{path}");
    }
    assert!(folder.write_output("../x.csv", b"x").is_err());
    let written = folder.write_output("figures/matrix.svg", b"<svg/>").unwrap();
    assert_eq!(fs::read(written).unwrap(), b"<svg/>");
}

#[test]
fn a_name_that_differs_only_in_spelling_replaces_nothing() {
    let (_place, folder) = study();
    let lock = folder.lock("test").unwrap();
    lock.commit("anna", changes(&[("codings/Anna/p1.csv", Some("a")), ("memos/één.md", Some("a"))])).unwrap();
    let before = all_files(&folder);
    for (path, name, existing) in [
        ("codings/anna/p2.csv", "anna", "Anna"),
        ("codings/Anna/P1.csv", "P1.csv", "p1.csv"),
        ("memos/ÉÉn.md", "ÉÉn.md", "één.md"),
        ("Memos/b.md", "Memos", "memos"),
    ] {
        let refused = lock.commit("anna", changes(&[(path, Some("b"))])).unwrap_err();
        let (name, existing) = (name.to_owned(), existing.to_owned());
        assert_eq!(refused.problem, Problem::NameTakenInOtherSpelling { name, existing });
        assert_eq!(refused.place.to_string(), path);
    }
    let twice = changes(&[("memos/A.md", Some("1")), ("memos/a.md", Some("2"))]);
    assert!(lock.commit("twice", twice).is_err());
    assert_eq!(all_files(&folder), before);
    assert!(lock.commit("anna", changes(&[("codings/Anna/p2.csv", Some("b"))])).unwrap().is_some());
}

#[test]
fn a_second_lock_is_told_who_holds_the_first() {
    let (_place, folder) = study();
    let first = folder.lock("draad import").unwrap();
    let Problem::StudyLocked { holder, command, since } = folder.lock("draad code").unwrap_err().problem
    else {
        panic!("not locked");
    };
    assert!(holder.contains(&std::process::id().to_string()), "{holder}");
    assert_eq!(command, "draad import");
    assert!(since.ends_with("UTC"), "{since}");
    drop(first);
    assert!(folder.lock("draad code").is_ok());
}

#[test]
fn only_the_last_hundred_changes_are_kept() {
    let (_place, folder) = study();
    let lock = folder.lock("test").unwrap();
    for n in 0..KEPT + 3 {
        lock.commit("write", changes(&[("memos/a.md", Some(&n.to_string()))])).unwrap();
    }
    let numbers = Journal::of(&folder).numbers();
    assert_eq!((numbers.len(), numbers[0]), (KEPT, 4));
}
