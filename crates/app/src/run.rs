//! All outputs of a study, and only what is stale.
//!
//! `output/manifest.json` says from which data, version and language each file came and what its bytes were. When these
//! still hold, nothing is made anew.

use crate::figures::{self, ALL_FORMATS, files};
use crate::output::csv;
use crate::passages;
use crate::results::Results;
use crate::show::View;
use crate::tables::{self, Answer, Part, Request, parts};
use crate::{Progress, Project, report};
use draad_analysis::CasesByFactors;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Language, OwnTable, Place, Problem};
use draad_store::paths;
use indexmap::IndexSet;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
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
    /// Hash of the study's own tables and of the saved queries that they may use.
    #[serde(default)]
    tables: String,
    /// BLAKE3 hash per file, by its path under `output/`.
    files: BTreeMap<String, String>,
    /// Tables and figures that were not made, to be said again by a run that makes nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    refused: Vec<Refused>,
}

/// A table or figure that was not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Its name; of a figure with the word that says so.
    pub name: String,
    /// Whether it is one of the study's own, which can be mended; another does not apply to this study.
    pub is_own: bool,
    /// What is wrong, as people read it; of an own table with its place.
    pub reason: String,
    /// What to do about it, as people read it.
    pub help: String,
}

/// What a run did.
#[derive(Clone, Debug, PartialEq)]
pub struct Ran {
    /// The output folder.
    pub folder: PathBuf,
    /// Files of the study's output, by path under the folder.
    pub files: Vec<String>,
    /// Whether they were made now; otherwise all were up to date.
    pub made: bool,
    /// Tables and figures that were not made, and why, also where an earlier run found so.
    pub refused: Vec<Refused>,
}

/// What a job made: files by name, or the reason why there are none.
enum Made {
    Files(Vec<(String, Vec<u8>)>),
    /// The files of the table that is called so.
    Table(String, Vec<(String, Vec<u8>)>),
    /// A table that this study does not have, and why; the others are made all the same.
    Refused(Refused),
}

/// One output and how to make it.
type Job<'a> = Box<dyn Fn() -> Outcome<Made> + Sync + 'a>;

/// Makes all tables, figures and the report, unless they are up to date; with `anew`, always. A table that the study cannot
/// have, such as one of phases where there are none, is said and leaves the others as they are.
///
/// # Errors
/// When nothing is left to show, or an output cannot be made or written.
pub fn run(project: &Project, anew: bool, progress: &dyn Progress) -> Outcome<Ran> {
    let folder = project.folder.path("output");
    let before = read_manifest(project);
    if let Some(manifest) = before.as_ref().filter(|manifest| !anew && is_current(project, manifest)) {
        let files = manifest.files.keys().cloned().collect();
        return Ok(Ran { folder, files, made: false, refused: manifest.refused.clone() });
    }
    let results = Results::new(project, &Request::default())?;
    results.compute();
    let jobs = jobs(project, &results)?;
    progress.begin("progress-run", jobs.len());
    let made: Vec<Made> = jobs
        .par_iter()
        .map(|job| {
            let made = job();
            progress.advance();
            made
        })
        .collect::<Outcome<_>>()?;
    progress.finish();
    let (files, refused) = gathered(project, made);
    write(project, &files, &refused)?;
    if let Some(before) = before {
        remove_old(project, &before, &files)?;
    }
    Ok(Ran { folder, files: files.into_keys().collect(), made: true, refused })
}

/// Brings together what was made, and what was refused. A table of which a file is there already, capitals or not, is
/// refused: tables come after all else, those of the study's own last.
fn gathered(project: &Project, made: Vec<Made>) -> (BTreeMap<String, Vec<u8>>, Vec<Refused>) {
    let (mut files, mut refused) = (BTreeMap::new(), Vec::new());
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for made in made {
        let some = match made {
            Made::Files(some) => some,
            Made::Table(name, some) if some.iter().any(|(file, _)| taken.contains(&file.to_lowercase())) => {
                let problem = Problem::TableNameTaken { name: name.clone() };
                refused.push(about(project, &name, Diagnostic::error(Place::default(), problem)));
                continue;
            }
            Made::Table(_, some) => some,
            Made::Refused(table) => {
                refused.push(table);
                continue;
            }
        };
        taken.extend(some.iter().map(|(file, _)| file.to_lowercase()));
        files.extend(some);
    }
    (files, refused)
}

/// Everything that there is to make.
fn jobs<'a>(project: &'a Project, results: &'a Results) -> Outcome<Vec<Job<'a>>> {
    let table = results.table()?;
    let mut jobs: Vec<Job> = vec![
        Box::new(|| one("tables/factors-by-outcome.csv", csv(&table.factors_by_group()))),
        Box::new(|| {
            one("tables/passages.csv", csv(&passages::every(project, &results.facts, &results.options)))
        }),
    ];
    for kind in report::kinds() {
        jobs.push(Box::new(|| {
            Ok(Made::Files(vec![(kind.file.to_owned(), kind.make(results, "draad run")?)]))
        }));
    }
    for key in ["phase", "role", "kind"] {
        jobs.push(Box::new(move || {
            let request = Request { by: Some(key.to_owned()), ..Request::default() };
            let options = request.options(project)?;
            let table = CasesByFactors::from_facts(project.study(), &results.facts, &options)?;
            one(&format!("tables/factors-by-{key}.csv"), csv(&table.factors_by_group()))
        }));
    }
    for name in figures::names_of_study() {
        jobs.push(Box::new(move || figure(results, name)));
    }
    for name in tables::usual_names(project) {
        jobs.push(Box::new(move || Ok(usual(project, name, results))));
    }
    for table in project.study().tables.values() {
        jobs.push(Box::new(move || {
            let name = table.name.as_str();
            Ok(made_of(project, name, tables::computed(project, table)))
        }));
    }
    Ok(jobs)
}

/// Makes the files of a figure, or says why there are none.
fn figure(results: &Results, name: &str) -> Outcome<Made> {
    match figures::usual(results, name) {
        Ok(figure) => drawn(&figure),
        Err(diagnostic) => {
            let words = results.project.words;
            let advice = words.advice(&diagnostic.problem);
            let name = words.say_with("run-figure", [("name", name.into())]);
            Ok(Made::Refused(Refused { name, is_own: false, reason: advice.message, help: advice.help }))
        }
    }
}

/// Makes the files of a table that is always there.
fn usual(project: &Project, name: &str, results: &Results) -> Made {
    let computed = tables::usual(project, name, &results.facts).map(|answer| {
        let views = answer.views(project);
        (answer, views)
    });
    made_of(project, name, computed)
}

/// Makes the files of a table, or says why there are none.
fn made_of(project: &Project, name: &str, computed: Outcome<(Box<dyn Answer>, Vec<View>)>) -> Made {
    match computed {
        Ok((answer, views)) => table_files(project, name, &*answer, views),
        Err(diagnostic) => Made::Refused(about(project, name, *diagnostic)),
    }
}

/// Returns a file per part of a table, and one with what its numbers mean.
fn table_files(project: &Project, name: &str, answer: &dyn Answer, views: Vec<View>) -> Made {
    let file = |part: Part| (format!("tables/{}.csv", part.stem), csv(&part.table).into_bytes());
    let notes: IndexSet<String> = views.into_iter().flat_map(|view| view.notes).collect();
    let notes = notes.into_iter().collect::<Vec<_>>().join("\n\n") + "\n";
    let notes = (format!("tables/{name}.txt"), notes.into_bytes());
    Made::Table(name.to_owned(), parts(project, name, answer).into_iter().map(file).chain([notes]).collect())
}

/// Returns a table that was not made, with why.
fn about(project: &Project, name: &str, mut diagnostic: Diagnostic) -> Refused {
    let words = project.words;
    let is_own = project.study().tables.contains_key(name);
    if is_own && diagnostic.place == Place::default() {
        diagnostic.place = Place::file(paths::TABLES).column(name);
    }
    let advice = words.advice(&diagnostic.problem);
    let reason = if is_own { words.line(&diagnostic) } else { advice.message };
    Refused { name: name.to_owned(), is_own, reason, help: advice.help }
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

fn one(name: &str, text: String) -> Outcome<Made> {
    Ok(Made::Files(vec![(name.to_owned(), text.into_bytes())]))
}

fn drawn(figure: &draad_figures::Figure) -> Outcome<Made> {
    let files = files(figure, &ALL_FORMATS, DPI)?;
    Ok(Made::Files(files.into_iter().map(|(name, bytes)| (format!("figures/{name}"), bytes)).collect()))
}

fn write(project: &Project, files: &BTreeMap<String, Vec<u8>>, refused: &[Refused]) -> Outcome<()> {
    for (name, bytes) in files {
        project.folder.write_output(name, bytes)?;
    }
    let hashes = files.iter().map(|(name, bytes)| (name.clone(), blake3::hash(bytes).to_hex().to_string()));
    let manifest = Manifest { files: hashes.collect(), refused: refused.to_vec(), ..stamp(project) };
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
        tables: hash_of_own(project),
        files: BTreeMap::new(),
        refused: Vec::new(),
    }
}

/// Returns the hash of what decides on the study's own tables beside its data: their definitions, and the saved queries
/// where they use any.
fn hash_of_own(project: &Project) -> String {
    let study = project.study();
    let asks = |table: &OwnTable| !table.queries.is_empty() || !table.sets.is_empty();
    let queries = study.queries.values().filter(|_| study.tables.values().any(asks));
    let defined = (study.tables.values().collect::<Vec<_>>(), queries.collect::<Vec<_>>());
    let text = serde_json::to_string(&defined).expect("tables and queries have plain fields");
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

fn read_manifest(project: &Project) -> Option<Manifest> {
    let bytes = std::fs::read(project.folder.path("output").join(MANIFEST)).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn is_current(project: &Project, manifest: &Manifest) -> bool {
    let unchanged = |(name, hash): (&String, &String)| has_hash(project, name, hash);
    let origin = Manifest { files: BTreeMap::new(), refused: Vec::new(), ..manifest.clone() };
    origin == stamp(project) && manifest.files.par_iter().all(unchanged)
}
