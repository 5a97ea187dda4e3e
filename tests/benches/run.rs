//! How long `draad run` takes: everything anew, nothing stale, one coding changed, one memo changed. `S` is the example study, `M` a generated
//! programme; both without `DRAAD_BENCH`. `docs/benchmarks.md` holds what was measured.

use criterion::{
    BatchSize, BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime,
};
use draad_app::run::{Ran, run};
use draad_app::{Project, Silent};
use draad_store::StudyFolder;
use draad_tests::generate;
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

/// The seed of the generated study.
const SEED: u64 = 13;

/// The studies that are asked for, each in a folder under `root`.
fn studies(root: &Path) -> Vec<(&'static str, PathBuf)> {
    let asked = std::env::var("DRAAD_BENCH").unwrap_or_else(|_| "S,M".to_owned());
    let study = |name: &str| {
        let folder = root.join(name);
        match name {
            "S" => {
                draad_app::demo::write(&folder).expect("the example can be written");
                ("S", folder)
            }
            _ => {
                let study = generate::study(generate::M, SEED);
                StudyFolder::create(&folder, &study).expect("the study can be written");
                ("M", folder)
            }
        }
    };
    asked.split(',').map(study).collect()
}

/// Reads the study and runs, as the command does.
fn whole(root: &Path, anew: bool) -> Ran {
    let project = Project::open(Some(root), root, None).expect("the study can be read");
    run(&project, anew, &Silent).expect("there is something to make")
}

/// Takes turns between a file as it is and without its second line or its last, which changes a coding or a memo.
struct Alternating {
    path: PathBuf,
    texts: [String; 2],
    turn: Cell<usize>,
}

impl Alternating {
    fn new(path: PathBuf, change: fn(&str) -> String) -> Self {
        let text = fs::read_to_string(&path).unwrap_or_default();
        Self { path, texts: [change(&text), text], turn: Cell::new(0) }
    }

    fn change(&self) {
        let turn = self.turn.get();
        fs::create_dir_all(self.path.parent().expect("it stands in the study"))
            .expect("the folder can be made");
        fs::write(&self.path, &self.texts[turn % 2]).expect("the file can be written");
        self.turn.set(turn + 1);
    }
}

fn a_coding_less(root: &Path) -> Alternating {
    let coders = fs::read_dir(root.join("codings")).expect("there are codings");
    let coder = coders.flatten().map(|entry| entry.path()).min().expect("somebody coded");
    let files = fs::read_dir(coder).expect("the coder has a folder").flatten().map(|entry| entry.path());
    let file = files.min().expect("something is coded");
    let without_first = |text: &str| {
        let lines = text.lines().enumerate().filter(|(n, _)| *n != 1).map(|(_, line)| format!("{line}\n"));
        lines.collect::<String>()
    };
    Alternating::new(file, without_first)
}

fn a_memo_more(root: &Path) -> Alternating {
    Alternating::new(root.join("memos/benchmark.md"), |_| "---\ntitle: Een\n---\n\nTekst.\n".to_owned())
}

fn after(group: &mut BenchmarkGroup<WallTime>, name: &str, root: &Path, changed: &Alternating) {
    group.bench_function(name, |bencher| {
        bencher.iter_batched(|| changed.change(), |()| whole(root, false), BatchSize::PerIteration);
    });
}

fn runs(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, root) in studies(folder.path()) {
        let mut group = criterion.benchmark_group(format!("run, {name}"));
        group.sample_size(10);
        let nothing_there = || {
            fs::remove_dir_all(root.join("output")).unwrap_or_default();
            fs::remove_dir_all(root.join(".draad")).unwrap_or_default();
        };
        group.bench_function("cold", |bencher| {
            bencher.iter_batched(nothing_there, |()| whole(&root, false), BatchSize::PerIteration);
        });
        group.bench_function("all anew", |bencher| bencher.iter(|| whole(&root, true)));
        group.bench_function("nothing stale", |bencher| bencher.iter(|| whole(&root, false)));
        after(&mut group, "one coding changed", &root, &a_coding_less(&root));
        after(&mut group, "one memo changed", &root, &a_memo_more(&root));
        group.finish();
    }
}

criterion_group!(benches, runs);
criterion_main!(benches);
