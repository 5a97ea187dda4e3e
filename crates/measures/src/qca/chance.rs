//! How soon random data look as tidy: the chance of a truth table without any contradiction.

use crate::random::Random;

/// Returns the chance that no row holds both cases with the outcome and cases without it, where each case falls into any of
/// `n_rows` rows with the same chance, whatever its outcome. Exact.
///
/// The cases with the outcome fill j rows with the chance P(j), which follows case by case: the next one falls into a row that is
/// filled (j / m) or fills another. Each case without the outcome then misses the j rows with the chance 1 − j / m. So the chance
/// is Σ P(j)·(1 − j / m)ⁿ.
///
/// One case of each kind in two rows: they share a row half of the time.
///
/// ```
/// # use draad_measures::qca::chance::without_contradiction;
/// assert_eq!(without_contradiction(1, 1, 2), 0.5);
/// assert!((without_contradiction(7, 6, 1 << 4) - 0.07).abs() < 0.005); // four conditions of two levels
/// ```
pub fn without_contradiction(n_with: usize, n_without: usize, n_rows: u64) -> f64 {
    let m = n_rows.max(1) as f64;
    let mut filled = vec![0.0; n_with + 1];
    filled[0] = 1.0;
    for _ in 0..n_with {
        for j in (0..=n_with).rev() {
            let falls_in = filled[j] * j as f64 / m;
            let fills = if j == 0 { 0.0 } else { filled[j - 1] * (m - (j - 1) as f64).max(0.0) / m };
            filled[j] = falls_in + fills;
        }
    }
    let missed = |(j, chance): (usize, &f64)| chance * (1.0 - j as f64 / m).max(0.0).powf(n_without as f64);
    filled.iter().enumerate().map(missed).sum()
}

/// Returns in how many of `runs` random data sets no row holds both cases with the outcome and cases without it: each case
/// falls into any of `n_rows` rows with the same chance.
///
/// ```
/// # use draad_measures::qca::chance::runs_without_contradiction;
/// let tidy = runs_without_contradiction(7, 6, 1 << 5, 42, 1000);
/// assert!((250..320).contains(&tidy)); // the chance is .28
/// ```
pub fn runs_without_contradiction(
    n_with: usize,
    n_without: usize,
    n_rows: u64,
    seed: u64,
    runs: usize,
) -> usize {
    let is_tidy = |run: &usize| {
        let mut random = Random::stream(seed, *run as u64);
        let mut rows =
            |n: usize| -> Vec<usize> { (0..n).map(|_| random.below(n_rows.max(1) as usize)).collect() };
        let with = rows(n_with);
        rows(n_without).iter().all(|row| !with.contains(row))
    };
    (0..runs).filter(is_tidy).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts directly: all ways in which cases can fall into rows.
    fn direct(n_with: u32, n_without: u32, n_rows: u64) -> f64 {
        let n_ways = n_rows.pow(n_with + n_without);
        let row = |way: u64, case: u32| way / n_rows.pow(case) % n_rows;
        let is_tidy = |&way: &u64| {
            let with: Vec<u64> = (0..n_with).map(|case| row(way, case)).collect();
            (n_with..n_with + n_without).all(|case| !with.contains(&row(way, case)))
        };
        (0..n_ways).filter(is_tidy).count() as f64 / n_ways as f64
    }

    #[test]
    fn the_exact_chance_is_what_counting_all_ways_gives() {
        for (n_with, n_without, n_rows) in
            [(1, 1, 2), (2, 2, 4), (3, 2, 4), (2, 5, 3), (4, 3, 2), (0, 3, 4), (3, 0, 4)]
        {
            let chance = without_contradiction(n_with as usize, n_without as usize, n_rows);
            assert!((chance - direct(n_with, n_without, n_rows)).abs() < 1e-12);
        }
    }

    #[test]
    fn thirteen_cases_split_seven_to_six_are_as_often_tidy_as_simulated_elsewhere() {
        // methods: 1, 7, 28, 52 and 71 % for 3 to 7 conditions, simulated, in whole percentages
        for (n_conditions, simulated) in [(3, 0.01), (4, 0.07), (5, 0.28), (6, 0.52), (7, 0.71)] {
            let exact = without_contradiction(7, 6, 1 << n_conditions);
            assert!((exact - simulated).abs() < 0.015, "{n_conditions}: {exact}");
            let runs = runs_without_contradiction(7, 6, 1 << n_conditions, 1, 4000) as f64 / 4000.0;
            assert!((exact - runs).abs() < 0.03, "{n_conditions}: {exact}, {runs}");
        }
    }
}
