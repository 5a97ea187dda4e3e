//! How long each cross-case table takes, and all of them together, on studies of known size. Sizes come from `DRAAD_BENCH`
//! (`S`, `M`, `L`, `XL`; several with commas), `M` without it. Everything starts from the study in memory; what is timed is
//! facts, tables, and their writing as plain tables. `docs/benchmarks.md` holds what was measured.

use draad_app::{Project, tables};
use draad_core::Filter;
use draad_core::facts::Facts;
use draad_store::StudyFolder;
use draad_tests::generate::{self, Size};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The seed of every generated study.
const SEED: u64 = 13;

/// Runs of each step; the median is printed.
const RUNS: usize = 5;

fn sizes() -> Vec<Size> {
    let asked = std::env::var("DRAAD_BENCH").unwrap_or_else(|_| "M".to_owned());
    let named = |name: &str| match name {
        "S" => generate::S,
        "L" => generate::L,
        "XL" => generate::XL,
        _ => generate::M,
    };
    asked.split(',').map(named).collect()
}

fn main() {
    for size in sizes() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let root = folder.path().join("study");
        StudyFolder::create(&root, &generate::study(size, SEED)).expect("the study can be written");
        let project = Project::open(Some(&root), &root, None).expect("the study can be read");
        println!("{}, loaded: {} MB", size.name, peak());
        let facts = Facts::new(project.study(), &Filter::default());
        line("facts", median(|| drop(black_box(Facts::new(project.study(), &Filter::default())))));
        for name in tables::names() {
            line(name, median(|| one(&project, name, &facts)));
        }
        line("all together", median(|| all(&project)));
        println!("{}, at most: {} MB\n", size.name, peak());
    }
}

fn one(project: &Project, name: &str, facts: &Facts) {
    match tables::usual(project, name, facts) {
        Ok(answer) => drop(black_box(answer.tables())),
        Err(refused) => println!("{name} is refused: {:?}", refused.problem),
    }
}

/// Facts once, then every table.
fn all(project: &Project) {
    let facts = Facts::new(project.study(), &Filter::default());
    for name in tables::names() {
        one(project, name, &facts);
    }
}

fn median(mut step: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            step();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn line(name: &str, time: Duration) {
    println!("{name:<24}{:>10.1} ms", time.as_secs_f64() * 1000.0);
}

/// The most memory that the process has held, in MB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).map_or(0, |kb| kb / 1024)
}
