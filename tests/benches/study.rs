//! How long each step takes on studies of known size. Sizes come from `DRAAD_BENCH` (`S`, `M`, `L`, `XL`, `shapes`; several
//! with commas), `M` without it. `docs/benchmarks.md` holds what was measured.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use draad_analysis::{Balance, CasesByFactors, Options};
use draad_app::figures::{ALL_FORMATS, SizeBy, Style, draw_balance, draw_matrix, files};
use draad_app::quotes::{Quotes, Request};
use draad_app::{Project, Silent, words};
use draad_core::facts::Facts;
use draad_core::{Filter, Language};
use draad_index::{Query, SearchIndex, SearchOptions};
use draad_store::StudyFolder;
use draad_tests::generate::{self, Size};
use draad_words::Words;
use std::hint::black_box;

/// The seed of every generated study.
const SEED: u64 = 13;

fn sizes() -> Vec<Size> {
    let asked = std::env::var("DRAAD_BENCH").unwrap_or_else(|_| "M".to_owned());
    let named = |name: &str| match name {
        "S" => vec![generate::S],
        "L" => vec![generate::L],
        "XL" => vec![generate::XL],
        "shapes" => vec![generate::MANY_SHORT, generate::MANY_TINY, generate::ONE_LONG],
        _ => vec![generate::M],
    };
    asked.split(',').flat_map(named).collect()
}

fn steps(criterion: &mut Criterion) {
    for size in sizes() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let root = folder.path().join("study");
        let study = generate::study(size, SEED);
        let study_folder = StudyFolder::create(&root, &study).expect("the study can be written");
        let loaded = study_folder.load().expect("the study can be read");
        let (fingerprint, hashes) = (loaded.fingerprint, loaded.source_hashes);
        let options = Options { fingerprint: fingerprint.clone(), ..Options::default() };
        let language = Words::new(Language::Nl);
        let mut group = criterion.benchmark_group(size.name);
        group.sample_size(10);

        group.bench_function("load and check", |bencher| bencher.iter(|| study_folder.load()));
        group.bench_function("facts", |bencher| {
            bencher.iter(|| Facts::new(black_box(&study), &Filter::default()))
        });
        group.bench_function("cases-by-factors", |bencher| {
            bencher.iter(|| CasesByFactors::from_study(black_box(&study), &options));
        });
        group.bench_function("balance", |bencher| {
            bencher.iter(|| Balance::from_study(black_box(&study), &options))
        });

        let cache = folder.path().join("index");
        group.bench_function("index, cold", |bencher| {
            let fresh = || std::fs::remove_dir_all(&cache).unwrap_or_default();
            bencher.iter_batched(
                fresh,
                |()| SearchIndex::open(&cache, &study, &hashes),
                BatchSize::PerIteration,
            );
        });
        let index = SearchIndex::open(&cache, &study, &hashes).expect("the index can be built");
        for (name, text) in [
            ("query, one word", "vertrouwen"),
            ("query, phrase", "\"samen vertrouwen\""),
            ("query, prefix", "vert*"),
        ] {
            let query = Query::parse(text).expect("the query is well formed");
            group.bench_function(name, |bencher| {
                bencher.iter(|| index.search(&study, &query, &Filter::default(), &SearchOptions::default()));
            });
        }

        let project = Project::open(Some(&root), &root, None).expect("the study can be read");
        let request = words::Request::default();
        group.bench_function("words, by frequency", |bencher| {
            bencher.iter(|| words::frequencies(black_box(&project), &request))
        });
        let each_role = words::Compared::Each("role".to_owned());
        group.bench_function("words, typical of each role", |bencher| {
            bencher.iter(|| words::keyness(black_box(&project), &request, &each_role, false));
        });
        group.bench_function("words, runs of 2 to 4", |bencher| {
            bencher.iter(|| words::ngrams(black_box(&project), &request, 2..=4))
        });

        let table = CasesByFactors::from_study(&study, &options).expect("there are cases");
        let balance = Balance::from_study(&study, &options).expect("there are cases");
        let style = Style::new(language);
        group.bench_function("figures, drawn", |bencher| {
            bencher.iter(|| {
                (
                    draw_matrix(&table, &study, &style, SizeBy::default()),
                    draw_balance(&balance, &study, &style),
                )
            });
        });
        let project = Project::open(Some(&root), &root, None).expect("the study can be read");
        let request = Request { context: 10, ..Request::default() };
        group.bench_function("quotes, collected", |bencher| bencher.iter(|| Quotes::new(&project, &request)));
        let quotes = Quotes::new(&project, &request).expect("there are cases");
        group.bench_function("quotes, for Word", |bencher| bencher.iter(|| quotes.docx()));
        if size.n_cases <= 50 {
            let drawn =
                draw_matrix(&table, &study, &style, SizeBy::default()).expect("there is something to draw");
            group.bench_function("matrix as svg, png and pdf", |bencher| {
                bencher.iter(|| files(&drawn, &ALL_FORMATS, 300))
            });
            group.bench_function("run, cold", |bencher| {
                bencher.iter(|| {
                    let project = Project::open(Some(&root), &root, None).expect("the study can be read");
                    draad_app::run::run(&project, true, &Silent)
                });
            });
            group.bench_function("run, warm", |bencher| {
                bencher.iter(|| {
                    let project = Project::open(Some(&root), &root, None).expect("the study can be read");
                    draad_app::run::run(&project, false, &Silent)
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, steps);
criterion_main!(benches);
