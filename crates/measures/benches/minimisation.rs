//! How long the analysis of a truth table takes: putting cases into rows, and minimising them into all models of the three
//! types. With `DRAAD_BENCH_DATA=FOLDER` the data sets are written there, for `tests/benches/peers/qca.R` to analyse the same.
//! `docs/benchmarks.md` holds what was measured.

use criterion::{Criterion, criterion_group, criterion_main};
use draad_measures::qca::{Cutoffs, Data, Expectation, Options, Solutions, TruthTable, solve};
use draad_measures::random::Random;
use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;

/// The seed of all data.
const SEED: u64 = 13;

/// A data set to be made, and how it is analysed.
struct Shape {
    name: &'static str,
    n_cases: usize,
    n_conditions: usize,
    /// Cases resemble one of so many profiles; without any, each condition of each case is a coin.
    n_profiles: usize,
    /// One case in so many has the other outcome than its conditions say.
    noise: usize,
    cutoffs: Cutoffs,
}

const CRISP: Cutoffs = Cutoffs { n: 1, inclusion: 1.0, pri: 0.0 };

const SHAPES: [Shape; 5] = [
    Shape { name: "13x5", n_cases: 13, n_conditions: 5, n_profiles: 0, noise: 13, cutoffs: CRISP },
    Shape { name: "13x8", n_cases: 13, n_conditions: 8, n_profiles: 0, noise: 13, cutoffs: CRISP },
    Shape { name: "50x15", n_cases: 50, n_conditions: 15, n_profiles: 0, noise: 10, cutoffs: CRISP },
    // the outcome is a coin too: nothing to be found, and as many models as there can be
    Shape { name: "50x15-coin", n_cases: 50, n_conditions: 15, n_profiles: 0, noise: 2, cutoffs: CRISP },
    Shape {
        name: "500x10",
        n_cases: 500,
        n_conditions: 10,
        n_profiles: 40,
        noise: 50,
        cutoffs: Cutoffs { n: 2, inclusion: 0.8, pri: 0.0 },
    },
];

impl Shape {
    /// Makes the data: crisp, with the outcome where A*B + C*~D.
    fn data(&self) -> Data {
        let mut random = Random::new(SEED);
        let coins = |random: &mut Random| -> Vec<bool> {
            (0..self.n_conditions).map(|_| random.below(2) == 1).collect()
        };
        let profiles: Vec<Vec<bool>> = (0..self.n_profiles).map(|_| coins(&mut random)).collect();
        let (mut cases, mut outcome) = (Vec::new(), Vec::new());
        for _ in 0..self.n_cases {
            let mut case = match self.n_profiles {
                0 => coins(&mut random),
                n => profiles[random.below(n)].clone(),
            };
            if self.n_profiles > 0 {
                case.iter_mut().for_each(|value| *value ^= random.below(30) == 0);
            }
            let shows = (case[0] && case[1] || case[2] && !case[3]) ^ (random.below(self.noise) == 0);
            cases.push(case.into_iter().map(|value| f64::from(u8::from(value))).collect());
            outcome.push(f64::from(u8::from(shows)));
        }
        Data::new(vec![2; self.n_conditions], cases, outcome).expect("random data vary")
    }

    /// Writes the data as a table: conditions A, B, …, and the outcome.
    fn write(&self, data: &Data, folder: &Path) {
        let names = (b'A'..).take(self.n_conditions).map(char::from);
        let mut text: String = names.map(|name| format!("{name},")).collect::<String>() + "OUTCOME\n";
        for (case, outcome) in data.cases().iter().zip(data.outcome()) {
            case.iter().for_each(|value| write!(text, "{value},").expect("a text can be written to"));
            writeln!(text, "{outcome}").expect("a text can be written to");
        }
        let cutoffs = format!("{},{},{}\n", self.cutoffs.n, self.cutoffs.inclusion, self.cutoffs.pri);
        std::fs::write(folder.join(format!("{}.csv", self.name)), text).expect("the data can be written");
        std::fs::write(folder.join(format!("{}.cutoffs", self.name)), cutoffs)
            .expect("the cut-offs can be written");
    }
}

fn solved(table: &TruthTable) -> Solutions {
    let expected = vec![Expectation::present(); table.levels().len()];
    solve(table, &expected, &Options::default()).expect("some rows go with the outcome, and some do not")
}

fn minimisation(criterion: &mut Criterion) {
    let folder = std::env::var_os("DRAAD_BENCH_DATA");
    for shape in SHAPES {
        let data = shape.data();
        let table = TruthTable::new(&data, &shape.cutoffs);
        if let Some(folder) = &folder {
            shape.write(&data, Path::new(folder));
        }
        let found = solved(&table);
        let told = [&found.conservative, &found.parsimonious]
            .map(|solution| (solution.models.len(), solution.listing));
        println!(
            "{}: conservative and parsimonious models {told:?}, {} pairs",
            shape.name,
            found.intermediate.len()
        );
        let mut group = criterion.benchmark_group(shape.name);
        group.sample_size(10);
        group.bench_function("truth table", |bencher| {
            bencher.iter(|| TruthTable::new(black_box(&data), &shape.cutoffs))
        });
        group.bench_function("all models of the three types", |bencher| {
            bencher.iter(|| solved(black_box(&table)))
        });
        group.finish();
    }
}

criterion_group!(benches, minimisation);
criterion_main!(benches);
