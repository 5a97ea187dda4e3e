//! All outputs of a study, and only what is stale.
//!
//! `output/manifest.json` says from which data, version and language each file came and what its bytes were. When these
//! still hold, nothing is made anew.

use crate::figures::{ALL_FORMATS, files};
use crate::output::csv;
use crate::report::Results;
use crate::tables::{Answer, Request};
use crate::{Progress, Project};
use draad_analysis::CasesByFactors;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Language, Place, Problem};
use indexmap::IndexSet;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Dots per inch of pictures.
const DPI: u32 = 300;
const MANIFEST: &str = "manifest.json";

/// Where every output came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    /// Version of the software.
    version: String,
    /// Hash of the study's data, codebook and settings.
    study: String,
    /// Language.
    language: Language,
    /// BLAKE3 hash per file, by its path under `output/`.
    files: BTreeMap<String, String>,
}

/// What a run did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// The output folder.
    pub folder: PathBuf,
    /// Files of the study's output, by path under the folder.
    pub files: Vec<String>,
    /// Whether they were made now; otherwise all were up to date.
    pub made: bool,
}

/// One output and how to make it: some files by name.
type Job<'a> = Box<dyn Fn() -> Outcome<Vec<(String, Vec<u8>)>> + Sync + 'a>;

/// Makes all tables, figures and the report, unless they are up to date; with `anew`, always.
///
/// # Errors
/// When nothing is left to show, or an output cannot be made or written.
pub fn run(project: &Project, anew: bool, progress: &dyn Progress) -> Outcome<Ran> {
    let folder = project.folder.path("output");
    let before = read_manifest(project);
    if let Some(manifest) = before.as_ref().filter(|manifest| !anew && is_current(project, manifest)) {
        return Ok(Ran { folder, files: manifest.files.keys().cloned().collect(), made: false });
    }
    let results = Results::new(project, &Request::default())?;
    let mut jobs: Vec<Job> = vec![
        Box::new(|| one("tables/cases-by-factors.csv", csv(&results.table.long()))),
        Box::new(|| one("tables/factors-by-outcome.csv", csv(&results.table.factors_by_group()))),
        Box::new(|| one("tables/balance.csv", csv(&results.balance.table()))),
        Box::new(|| one("tables/definitions.txt", definitions(project, &results))),
        Box::new(|| drawn(&results.matrix)),
        Box::new(|| drawn(&results.balance_figure)),
        Box::new(|| one("report.html", results.html(project, "draad run")?)),
    ];
    for key in ["phase", "role", "kind"] {
        let facts = &results.facts;
        jobs.push(Box::new(move || {
            let request = Request { by: Some(key.to_owned()), ..Request::default() };
            let table = CasesByFactors::from_facts(project.study(), facts, &request.options(project)?)?;
            one(&format!("tables/factors-by-{key}.csv"), csv(&table.factors_by_group()))
        }));
    }
    progress.begin("progress-run", jobs.len());
    let made: Vec<Vec<(String, Vec<u8>)>> = jobs
        .par_iter()
        .map(|job| {
            let files = job();
            progress.advance();
            files
        })
        .collect::<Outcome<_>>()?;
    progress.finish();
    let files: BTreeMap<String, Vec<u8>> = made.into_iter().flatten().collect();
    write(project, &files)?;
    if let Some(before) = before {
        remove_old(project, &before, &files)?;
    }
    Ok(Ran { folder, files: files.into_keys().collect(), made: true })
}

/// What the numbers in the tables mean and what they rest on.
fn definitions(project: &Project, results: &Results) -> String {
    let tables: [&dyn Answer; 2] = [&results.table, &results.balance];
    let notes = tables.iter().flat_map(|table| table.views(project)).flat_map(|view| view.notes);
    notes.collect::<IndexSet<_>>().into_iter().collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Removes what an earlier run made and this one did not, such as the third page of a figure that has two now; a file that
/// somebody changed since stays.
fn remove_old(project: &Project, before: &Manifest, files: &BTreeMap<String, Vec<u8>>) -> Outcome<()> {
    let gone = before.files.iter().filter(|(name, _)| !files.contains_key(*name));
    for (name, hash) in gone {
        if has_hash(project, name, hash) {
            project.folder.remove_output(name)?;
        }
    }
    Ok(())
}

fn has_hash(project: &Project, name: &str, hash: &str) -> bool {
    let path = project.folder.path("output").join(name);
    std::fs::read(path).is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == hash)
}

fn one(name: &str, text: String) -> Outcome<Vec<(String, Vec<u8>)>> {
    Ok(vec![(name.to_owned(), text.into_bytes())])
}

fn drawn(figure: &draad_figures::Figure) -> Outcome<Vec<(String, Vec<u8>)>> {
    let files = files(figure, &ALL_FORMATS, DPI)?;
    Ok(files.into_iter().map(|(name, bytes)| (format!("figures/{name}"), bytes)).collect())
}

fn write(project: &Project, files: &BTreeMap<String, Vec<u8>>) -> Outcome<()> {
    for (name, bytes) in files {
        project.folder.write_output(name, bytes)?;
    }
    let hashes = files.iter().map(|(name, bytes)| (name.clone(), blake3::hash(bytes).to_hex().to_string()));
    let manifest = Manifest { files: hashes.collect(), ..stamp(project) };
    let text = serde_json::to_string_pretty(&manifest).map_err(|error| {
        Box::new(Diagnostic::error(Place::file(MANIFEST), Problem::CannotWrite { reason: error.to_string() }))
    })?;
    project.folder.write_output(MANIFEST, format!("{text}\n").as_bytes())?;
    Ok(())
}

/// What outputs made now would say of their origin.
fn stamp(project: &Project) -> Manifest {
    Manifest {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        study: project.loaded.fingerprint.clone(),
        language: project.words.language,
        files: BTreeMap::new(),
    }
}

fn read_manifest(project: &Project) -> Option<Manifest> {
    let bytes = std::fs::read(project.folder.path("output").join(MANIFEST)).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn is_current(project: &Project, manifest: &Manifest) -> bool {
    let unchanged = |(name, hash): (&String, &String)| has_hash(project, name, hash);
    let origin = Manifest { files: BTreeMap::new(), ..manifest.clone() };
    origin == stamp(project) && manifest.files.par_iter().all(unchanged)
}
