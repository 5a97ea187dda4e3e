//! Names that differ only in capitals or in how accents are stored: one file on Windows and macOS, two on Linux.

use crate::folder::StudyFolder;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, id::composed, id::folded};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The names that stand in each folder of the study, by how file systems compare them.
type Names = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// Refuses a path of which a part exists under another spelling, on disk or earlier in the list: writing there would
/// replace another file wherever capitals make no difference.
///
/// # Errors
/// `NameTakenInOtherSpelling`.
pub(crate) fn check<'p>(folder: &StudyFolder, paths: impl IntoIterator<Item = &'p str>) -> Outcome<()> {
    let mut names = Names::new();
    for path in paths {
        let mut parent = String::new();
        for name in path.split('/') {
            let here = names.entry(parent.clone()).or_insert_with(|| names_in(folder, &parent));
            let spellings = here.entry(folded(name)).or_default();
            parent = if parent.is_empty() { name.to_owned() } else { format!("{parent}/{name}") };
            let other = spellings.iter().find(|other| !is_same(folder, &parent, name, other));
            if let Some(existing) = other.filter(|_| !spellings.contains(name)) {
                let (name, existing) = (name.to_owned(), existing.clone());
                let problem = Problem::NameTakenInOtherSpelling { name, existing };
                return Err(Box::new(Diagnostic::error(Place::file(path), problem)));
            }
            spellings.insert(name.to_owned());
        }
    }
    Ok(())
}

/// Returns the names in a folder; none when it does not exist.
fn names_in(folder: &StudyFolder, path: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder.path(path)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        names.entry(folded(&name)).or_default().insert(name);
    }
    names
}

/// Returns whether `other` is `name` as this system lists it: some store accents in their own way and still find the
/// file. Another use of capitals is never the same name.
fn is_same(folder: &StudyFolder, path: &str, name: &str, other: &str) -> bool {
    name == other || (composed(name) == composed(other) && folder.path(path).exists())
}
