//! How long each cross-case table takes, and all of them together, on studies of known size. Sizes come from `DRAAD_BENCH`
//! (`S`, `M`, `L`, `XL`; several with commas), `M` without it. Everything starts from the study in memory; what is timed is
//! facts, then each table: computed, and laid out as plain tables with every measure. `docs/benchmarks.md` holds what was measured.

use draad_app::results::Results;
use draad_app::tables::{self, Answer, Request};
use draad_app::{Project, output::Table};
use draad_core::Filter;
use draad_core::facts::Facts;
use draad_store::StudyFolder;
use draad_tests::generate::{self, Size};
use rayon::prelude::*;
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
        forget_peak();
        let project = Project::open(Some(&root), &root, None).expect("the study can be read");
        println!("{}, loaded: {} MB", size.name, peak());
        println!("{:<24}{:>10}{:>10}", "", "computed", "and laid out, ms");
        let nothing = || ();
        let facts = |(): &()| drop(black_box(Facts::new(project.study(), &Filter::default())));
        line("facts", &[median(nothing, facts)]);
        // of a table by itself nothing is there that another has computed
        let fresh = || Results::new(&project, &Request::default()).expect("nothing is asked");
        for name in tables::names() {
            let computed = median(fresh, |results| drop(black_box(answer(results, name))));
            line(name, &[computed, median(fresh, |results| drop(black_box(laid_out(results, name))))]);
        }
        line(
            "all together",
            &[median(nothing, |()| all(&project, answer)), median(nothing, |()| all(&project, laid_out))],
        );
        println!("{}, at most: {} MB\n", size.name, peak());
    }
}

/// Computes a table, or takes what is there of it.
fn answer(results: &Results, name: &str) -> Option<Box<dyn Answer>> {
    let answer = tables::usual(results, name);
    answer.map_err(|refused| println!("{name} is refused: {:?}", refused.problem)).ok()
}

/// Computes a table and lays it out as plain tables with every measure.
fn laid_out(results: &Results, name: &str) -> Option<Vec<Table>> {
    answer(results, name).map(|answer| answer.tables())
}

/// Facts and results that are shared once, then every table, on all processors.
fn all<T: Send>(project: &Project, table: fn(&Results, &str) -> Option<T>) {
    let results = Results::new(project, &Request::default()).expect("nothing is asked");
    results.compute();
    tables::names().par_iter().for_each(|name| drop(black_box(table(&results, name))));
}

/// Runs a step several times, each on something that is made for it before the clock starts.
fn median<T>(prepare: impl Fn() -> T, step: impl Fn(&T)) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let prepared = prepare();
            let start = Instant::now();
            step(&prepared);
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn line(name: &str, times: &[Duration]) {
    let times = times.iter().map(|time| format!("{:>10.1}", time.as_secs_f64() * 1000.0));
    println!("{name:<24}{}", times.collect::<String>());
}

/// Makes the system forget how much memory the process has held, where it can.
fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// The most memory that the process has held, in MB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).map_or(0, |kb| kb / 1024)
}
