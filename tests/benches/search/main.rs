//! How fast words, codes and people are found, beside two ways of doing without this program: a regular expression over
//! the files, and the full-text index of SQLite. Sizes come from `DRAAD_BENCH`, `M` without it. Prints Markdown tables;
//! `docs/benchmarks.md` holds what was measured.
//!
//! A plain harness: what a user feels is the slowest of a hundred searches, and criterion keeps no percentiles.

mod engine;
mod process;
mod queries;
mod samples;
mod scan;
mod sqlite;

use draad_store::StudyFolder;
use draad_tests::generate::{self, Size};
use engine::Engine;
use queries::QUESTIONS;
use samples::{Samples, megabytes, milliseconds};
use sqlite::Database;
use std::path::Path;

/// The seed of every generated study.
const SEED: u64 = 13;

fn main() {
    let asked = std::env::var("DRAAD_BENCH").unwrap_or_else(|_| "M".to_owned());
    for size in asked.split(',').filter_map(size) {
        measure(size);
    }
}

fn size(name: &str) -> Option<Size> {
    let sizes = [generate::S, generate::M, generate::L, generate::XL];
    sizes.into_iter().find(|size| size.name == name)
}

/// How often a query runs: enough for a 99th percentile, except where a run takes long.
fn n_runs(size: Size) -> usize {
    if size == generate::XL { 30 } else { 200 }
}

fn measure(size: Size) {
    let place = tempfile::tempdir().expect("a temporary folder can be made");
    let root = place.path().join("study");
    StudyFolder::create(&root, &generate::study(size, SEED)).expect("the study can be written");
    let loaded = StudyFolder::at(&root).load().expect("the study can be read");
    let text: usize = loaded.study.sources.values().map(|source| source.text.as_str().len()).sum();
    println!("\n## {}: {} sources, {} of text\n", size.name, size.n_sources, megabytes(text as u64));

    let engine = Engine::new(&place.path().join("index"), loaded.study, loaded.source_hashes);
    let database = Database::build(&place.path().join("units.sqlite"), engine.study());
    indexes(&engine, &database, text);
    queries(&engine, &database, &root, n_runs(size));
    process::measure(&root);
}

fn indexes(engine: &Engine, database: &Database, text: usize) {
    let row = |what: &str, ours: String, theirs: String| println!("| {what} | {ours} | {theirs} |");
    let rate = |seconds: f64| format!("{:.0} MB/s", text as f64 / 1e6 / seconds);
    let ratio = |bytes: u64| format!("{} ({:.2} × text)", megabytes(bytes), bytes as f64 / text as f64);
    println!("| index | draad | SQLite FTS5 |\n| --- | --- | --- |");
    row("built", rate(engine.built.as_secs_f64()), rate(database.built.as_secs_f64()));
    row("on disk", ratio(engine.size()), ratio(database.size()));
    row("opened", milliseconds(engine.opening().median()), "–".to_owned());
    row("a source added", milliseconds(engine.adding().median()), "–".to_owned());
}

fn queries(engine: &Engine, database: &Database, root: &Path, n_runs: usize) {
    println!("\nFound (units, or places of a pattern): median and 99th percentile of {n_runs} runs.\n");
    println!("| query | draad | regex over the files | SQLite FTS5 |\n| --- | --- | --- | --- |");
    for question in &QUESTIONS {
        let pattern = question.pattern.map(scan::pattern);
        let cells = [
            cell(n_runs, || Some(engine.find(question))),
            cell(n_runs, || pattern.as_ref().map(|pattern| scan::count(root, pattern))),
            cell(n_runs, || question.table.as_ref().map(|table| database.find(table))),
        ];
        println!("| `{}` | {} |", question.text.replace('|', "\\|"), cells.join(" | "));
    }
}

/// Says what was found and how long that took; a dash where the question cannot be asked.
fn cell(n_runs: usize, find: impl Fn() -> Option<usize>) -> String {
    let found = find().map(|n| format!("{n}: {}", Samples::take(n_runs, &find)));
    found.unwrap_or("–".to_owned())
}
