//! Several p-values read together.

/// How p-values of one family are adjusted for being several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Adjustment {
    /// Holm (1979), Scandinavian Journal of Statistics 6(2): keeps the chance of any wrong finding small.
    #[default]
    Holm,
    /// Bonferroni: times the size of the family. Never smaller than Holm.
    Bonferroni,
    /// Benjamini & Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x: keeps the share of wrong findings small, for tests
    /// that do not hang together or only in the same direction.
    BenjaminiHochberg,
    /// Benjamini & Yekutieli (2001), doi:10.1214/aos/1013699998: the same, however they hang together.
    BenjaminiYekutieli,
}

impl Adjustment {
    /// Returns the adjusted p-values, in the order of `p`, which is the whole family; none is above 1, and equal ones stay equal.
    ///
    /// ```
    /// # use draad_measures::association::Adjustment;
    /// let p = [0.25, 0.125, 0.0625];
    /// assert_eq!(Adjustment::Holm.adjusted(&p), [0.25, 0.25, 0.1875]);
    /// assert_eq!(Adjustment::Bonferroni.adjusted(&p), [0.75, 0.375, 0.1875]);
    /// assert_eq!(Adjustment::BenjaminiHochberg.adjusted(&p), [0.25, 0.1875, 0.1875]);
    /// ```
    pub fn adjusted(self, p: &[f64]) -> Vec<f64> {
        let n = p.len();
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by(|&a, &b| p[a].total_cmp(&p[b]).then(a.cmp(&b)));
        // how much the p of each rank weighs, the smallest first
        let harmonic: f64 = (1..=n).map(|rank| 1.0 / rank as f64).sum();
        let weighted = |(rank, &place): (usize, &usize)| {
            p[place]
                * match self {
                    Adjustment::Holm => (n - rank) as f64,
                    Adjustment::Bonferroni => n as f64,
                    Adjustment::BenjaminiHochberg => n as f64 / (rank + 1) as f64,
                    Adjustment::BenjaminiYekutieli => harmonic * n as f64 / (rank + 1) as f64,
                }
        };
        let mut by_rank: Vec<f64> = order.iter().enumerate().map(weighted).collect();
        match self {
            // never below one that was smaller
            Adjustment::Holm => rise(by_rank.iter_mut(), f64::max),
            Adjustment::Bonferroni => {}
            // never above one that was larger
            Adjustment::BenjaminiHochberg | Adjustment::BenjaminiYekutieli => {
                rise(by_rank.iter_mut().rev(), f64::min);
            }
        }
        let mut adjusted = vec![0.0; n];
        order.into_iter().zip(by_rank).for_each(|(place, value)| adjusted[place] = value.min(1.0));
        adjusted
    }
}

/// Lets each value be at least, or at most, the one before it.
fn rise<'v>(values: impl Iterator<Item = &'v mut f64>, choose: fn(f64, f64) -> f64) {
    values.reduce(|before, value| {
        *value = choose(*before, *value);
        value
    });
}

/// Tarone's correction: which tests of discrete data can say anything at all when they are read together.
///
/// K is the smallest k for which at most k tests can reach α/k; only those that can reach α/K are made, each against α/K.
/// Tarone (1990), A modified Bonferroni method for discrete data, doi:10.2307/2531456.
///
/// ```
/// # use draad_measures::association::Tarone;
/// // three tests can reach .05, two of them .025
/// let found = Tarone::new(&[0.2, 0.01, 0.02, 0.04], 0.05);
/// assert_eq!((found.k, &found.tested[..], found.limit), (2, &[1, 2][..], 0.025));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Tarone {
    /// Among how many tests α is divided; 1 where none or only one can reach it.
    pub k: usize,
    /// The tests that can reach the limit, as places in the list.
    pub tested: Vec<usize>,
    /// α/K
    pub limit: f64,
}

impl Tarone {
    /// Takes the smallest p that each test can reach, and α.
    pub fn new(least_attainable: &[f64], alpha: f64) -> Self {
        let reach = |limit: f64| {
            let places = least_attainable.iter().enumerate().filter(move |(_, least)| **least <= limit);
            places.map(|(place, _)| place)
        };
        let limit = |k: usize| alpha / k as f64;
        let k = (1..=least_attainable.len()).find(|k| reach(limit(*k)).count() <= *k).unwrap_or(1);
        Self { k, tested: reach(limit(k)).collect(), limit: limit(k) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ALL: [Adjustment; 4] = [
        Adjustment::Holm,
        Adjustment::Bonferroni,
        Adjustment::BenjaminiHochberg,
        Adjustment::BenjaminiYekutieli,
    ];

    #[test]
    fn an_empty_family_is_one() {
        ALL.iter().for_each(|adjustment| assert!(adjustment.adjusted(&[]).is_empty()));
        assert_eq!(Tarone::new(&[], 0.05), Tarone { k: 1, tested: vec![], limit: 0.05 });
    }

    proptest! {
        /// The definitions, read rank by rank.
        #[test]
        fn each_is_its_definition(p in proptest::collection::vec(0.0..1.0_f64, 1..12)) {
            let n = p.len() as f64;
            let rank = |own: f64| p.iter().filter(|other| **other <= own).count() as f64;
            let holm = Adjustment::Holm.adjusted(&p);
            let hochberg = Adjustment::BenjaminiHochberg.adjusted(&p);
            for (place, &own) in p.iter().enumerate() {
                let smaller = p.iter().filter(|other| **other <= own);
                let expected = smaller.map(|&other| (n - rank(other) + 1.0) * other).fold(0.0, f64::max).min(1.0);
                prop_assert!((holm[place] - expected).abs() < 1e-12);
                let larger = p.iter().filter(|other| **other >= own);
                let expected = larger.map(|&other| n / rank(other) * other).fold(1.0, f64::min);
                prop_assert!((hochberg[place] - expected).abs() < 1e-12);
                for adjustment in ALL {
                    let adjusted = adjustment.adjusted(&p)[place];
                    prop_assert!(own <= adjusted && adjusted <= 1.0);
                }
            }
        }

        #[test]
        fn tarone_takes_the_smallest_number_that_fits(least in proptest::collection::vec(0.0..0.2_f64, 0..12)) {
            let found = Tarone::new(&least, 0.05);
            let reaching = |k: usize| least.iter().filter(|least| **least <= 0.05 / k as f64).count();
            prop_assert!(found.tested.len() <= found.k);
            prop_assert!((1..found.k).all(|k| reaching(k) > k));
        }
    }
}
