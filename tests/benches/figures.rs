//! How long each figure takes to draw, and to export in three formats with its data, and all of them together, on the example
//! study and on a generated one. Sizes come from `DRAAD_BENCH` (`example`, `S`, `M`, `L`; several with commas), `example,M`
//! without it. Everything starts from results that were computed once; words and passages that a figure looks up for itself are
//! part of drawing it. `docs/benchmarks.md` holds what was measured.

use criterion::{BenchmarkId, Criterion};
use draad_app::Project;
use draad_app::figures::{self, ALL_FORMATS};
use draad_app::results::Results;
use draad_app::tables::Request;
use draad_figures::Figure;
use draad_store::StudyFolder;
use draad_tests::generate::{self, Size};
use rayon::prelude::*;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The seed of every generated study.
const SEED: u64 = 13;
const DPI: u32 = 300;
const EXAMPLE: &str = "examples/gedeeld-opvoederschap";

fn main() {
    let asked = std::env::var("DRAAD_BENCH").unwrap_or_else(|_| "example,M".to_owned());
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for name in asked.split(',') {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let root = match name {
            "S" => generated(folder.path(), generate::S),
            "M" => generated(folder.path(), generate::M),
            "L" => generated(folder.path(), generate::L),
            _ => Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(EXAMPLE),
        };
        let project = Project::open(Some(&root), &root, None).expect("the study can be read");
        measure(&mut criterion, name, &project);
    }
    criterion.final_summary();
}

fn generated(folder: &Path, size: Size) -> PathBuf {
    let root = folder.join("study");
    StudyFolder::create(&root, &generate::study(size, SEED)).expect("the study can be written");
    root
}

fn measure(criterion: &mut Criterion, size: &str, project: &Project) {
    let results = Results::new(project, &Request::default()).expect("nothing is filtered");
    results.compute();
    for name in figures::usual_names(&results) {
        let Some(figure) = draw(&results, name) else { continue };
        println!("{size}/{name}: {} pages, {} kB", figure.pages.len(), bytes(&figure) / 1024);
        let mut group = criterion.benchmark_group(name);
        group.bench_function(BenchmarkId::new("draw", size), |b| b.iter(|| black_box(draw(&results, name))));
        group.bench_function(BenchmarkId::new("export", size), |b| b.iter(|| black_box(bytes(&figure))));
        group.finish();
    }
    let mut group = criterion.benchmark_group("all figures");
    group.bench_function(BenchmarkId::new("three formats", size), |b| b.iter(|| black_box(all(&results))));
    group.finish();
}

/// Draws a figure; a study that has nothing to show in it says so.
fn draw(results: &Results, name: &str) -> Option<Arc<Figure>> {
    figures::usual(results, name).map_err(|refused| println!("{name} is refused: {:?}", refused.problem)).ok()
}

/// Exports a figure in three formats with its data; returns the bytes of all files.
fn bytes(figure: &Figure) -> usize {
    let files = figures::files(figure, &ALL_FORMATS, DPI).expect("the figure can be exported");
    files.iter().map(|(_, bytes)| bytes.len()).sum()
}

/// Draws and exports all figures of the study, side by side as `draad run` does.
fn all(results: &Results) -> usize {
    let names = figures::usual_names(results);
    names.par_iter().filter_map(|name| figures::usual(results, name).ok()).map(|figure| bytes(&figure)).sum()
}
