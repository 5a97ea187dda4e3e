//! How fast each format is read: one conversation of 300,000 characters, written in every format. The throughput is of the
//! file as it stands on disk. `docs/benchmarks.md` holds what was measured.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use draad_ingest::{ReadOptions, read};
use draad_tests::material::samples;
use std::hint::black_box;

const N_CHARS: usize = 300_000;
const SEED: u64 = 13;

fn formats(criterion: &mut Criterion) {
    let options = ReadOptions::default();
    let mut group = criterion.benchmark_group("read");
    group.sample_size(10);
    for sample in samples(N_CHARS, SEED) {
        let imported = read(&sample.name, &sample.bytes, &options).expect("the file can be read");
        let n_chars = imported.text.chars().count();
        assert!(n_chars > N_CHARS / 2, "{}: {n_chars} characters ({})", sample.format, imported.reading);
        println!(
            "{}: {}; {} bytes, {n_chars} characters",
            sample.format,
            imported.reading,
            sample.bytes.len()
        );
        group.throughput(Throughput::Bytes(sample.bytes.len() as u64));
        group.bench_function(sample.format, |bencher| {
            bencher.iter(|| read(&sample.name, black_box(&sample.bytes), &options));
        });
    }
    group.finish();
}

criterion_group!(benches, formats);
criterion_main!(benches);
