//! How fast projects are exchanged with other programs, without the disk. Sizes come from `DRAAD_BENCH` (`S`, `M`, `L`;
//! several with commas), `M` and `L` without it. `docs/benchmarks.md` holds what was measured.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use draad_ingest::coded::{CodedOptions, WriteOptions, read_project, write_qdpx};
use draad_tests::generate::{self, Size};
use std::hint::black_box;

/// The seed of every generated study.
const SEED: u64 = 13;

fn sizes() -> Vec<Size> {
    let asked = std::env::var("DRAAD_BENCH").unwrap_or_else(|_| "M,L".to_owned());
    let named = |name: &str| match name {
        "S" => Some(generate::S),
        "M" => Some(generate::M),
        "L" => Some(generate::L),
        _ => None,
    };
    asked.split(',').filter_map(named).collect()
}

fn qdpx(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("qdpx");
    group.sample_size(10);
    for size in sizes() {
        let mut study = generate::study(size, SEED);
        // As codings are that were made with this program: their ids follow from their places.
        for coding in &mut study.codings {
            coding.id =
                draad_core::Coding::derived_id(&study.sources[&coding.source], &coding.code, coding.target);
        }
        let options = WriteOptions::default();
        let written = write_qdpx(&study, &options).expect("the study can be written");
        let n_chars: u64 = study.sources.values().map(|source| u64::from(source.text.n_chars())).sum();
        println!("{}: {} bytes, {n_chars} characters", size.name, written.bytes.len());
        group.throughput(Throughput::Elements(n_chars));
        group.bench_function(format!("{}/export", size.name), |bencher| {
            bencher.iter(|| write_qdpx(black_box(&study), &options));
        });
        let codings = CodedOptions::default();
        let read = || read_project("project.qdpx", black_box(&written.bytes), &codings);
        let n_read: usize =
            read().expect("our own project can be read").sources.iter().map(|one| one.codings.len()).sum();
        assert_eq!(n_read, study.codings.len(), "{}", size.name);
        group.bench_function(format!("{}/read", size.name), |bencher| bencher.iter(read));
    }
    group.finish();
}

criterion_group!(benches, qdpx);
criterion_main!(benches);
