//! `methods/`: how the research was set up, what its numbers mean, and what people put into the folder of that name.

use super::{File, Package};
use draad_core::diagnostic::Outcome;
use draad_store::{cannot_read, paths, render};
use std::path::Path;

/// The folder, in the study and in the package.
const FOLDER: &str = "methods";

/// Words with a definition.
const TERMS: [&str; 8] = ["passage", "unit", "membership", "role", "phase", "states", "k-of-n", "balance"];

/// Returns the files of the folder.
///
/// # Errors
/// When a file that people put there cannot be read.
pub(super) fn files(package: &Package) -> Outcome<Vec<File>> {
    let words = &package.project.words;
    let definition = |term: &&str| {
        let (name, meaning) = (format!("report-term-{term}"), format!("report-definition-{term}"));
        format!("{}\n{}\n", words.say(&name), words.say(&meaning))
    };
    let definitions = TERMS.iter().map(definition).collect::<Vec<_>>().join("\n");
    let mut files = of_people(&package.project.folder.path(FOLDER))?;
    let readme = words.say("package-methods") + "\n";
    let own = [("README.txt", readme.into_bytes()), ("definitions.txt", definitions.into_bytes())];
    let own = own.into_iter().map(|(name, bytes)| (format!("{FOLDER}/{name}"), bytes));
    let design = (!package.part.design.is_empty())
        .then(|| (format!("{FOLDER}/{}", paths::DESIGN), render::design(&package.part)));
    for file in own.chain(design) {
        // what people wrote themselves takes the place of ours
        if files.iter().all(|(name, _)| *name != file.0) {
            files.push(file);
        }
    }
    Ok(files)
}

/// Reads what people put into the folder; hidden files and folders in it aside.
fn of_people(folder: &Path) -> Outcome<Vec<File>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(Vec::new()) };
    let mut names: Vec<String> = entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.') && !name.starts_with('~'))
        .collect();
    names.sort_unstable();
    let read = |name: String| {
        let path = format!("{FOLDER}/{name}");
        let bytes = std::fs::read(folder.join(&name)).map_err(|error| cannot_read(&path, &error))?;
        Ok((path, bytes))
    };
    names.into_iter().map(read).collect()
}
