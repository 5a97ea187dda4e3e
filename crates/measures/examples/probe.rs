use draad_measures::qca::*;
use draad_measures::random::Random;
use std::time::Instant;
fn data(n: usize, k: usize, seed: u64, structured: bool) -> Data {
    let mut r = Random::new(seed);
    let cases: Vec<Vec<f64>> = (0..n).map(|_| (0..k).map(|_| r.below(2) as f64).collect()).collect();
    let outcome = cases
        .iter()
        .map(|c| {
            if structured {
                let y = (c[0] == 1.0 && c[1] == 1.0)
                    || (c[2] == 1.0 && c[3] == 0.0)
                    || (c[1] == 0.0 && c[4] == 1.0 && c[3] == 1.0);
                if r.below(20) == 0 { f64::from(u8::from(!y)) } else { f64::from(u8::from(y)) }
            } else {
                r.below(2) as f64
            }
        })
        .collect();
    Data::new(vec![2; k], cases, outcome).unwrap()
}
fn main() {
    for (n, k) in [(13, 8), (50, 15), (100, 8), (500, 10)] {
        for structured in [false, true] {
            for seed in 1..4 {
                let d = data(n, k, seed, structured);
                let exp = vec![Expectation::present(); k];
                let t0 = Instant::now();
                let t = TruthTable::new(&d, &Cutoffs { n: 1, inclusion: 0.75, pri: 0.0 });
                let t1 = Instant::now();
                let s = solve(&t, &exp, &Options::default()).unwrap();
                let t2 = Instant::now();
                println!(
                    "{n}x{k} {structured} {seed}: table {:?} solve {:?}; cons {} primes {} models {:?} of size {}; pars {} primes {} models {:?} size {}; pairs {} {:?}",
                    t1 - t0,
                    t2 - t1,
                    s.conservative.primes.len(),
                    s.conservative.models.len(),
                    s.conservative.listing,
                    s.conservative.models.first().map_or(0, |m| m.terms.len()),
                    s.parsimonious.primes.len(),
                    s.parsimonious.models.len(),
                    s.parsimonious.listing,
                    s.parsimonious.models.first().map_or(0, |m| m.terms.len()),
                    s.intermediate.len(),
                    s.pairs
                );
            }
        }
    }
}
