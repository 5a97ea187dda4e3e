//! Fisher's exact test, and what it can say at most.

use super::TwoByTwo;
use super::hypergeometric::Hypergeometric;
use crate::{Measured, Undefined};

/// Two tables are as likely when their chances differ by less than this share: what rounding adds is far smaller, and what
/// sets two tables apart is far larger. The same as in R and scipy.
const SLACK: f64 = 1e-7;

/// Fisher's exact test of a table: of all ways to deal out the outcome over these cases, the share in which factor and
/// outcome go together as far as here.
///
/// Fisher (1935), The Logic of Inductive Inference, doi:10.2307/2342435.
///
/// ```
/// # use draad_measures::association::{Fisher, TwoByTwo};
/// // the lady who tastes tea and gets 3 of 4 right: 1 + 16 + 16 + 1 of 70 ways are as unlikely
/// let test = Fisher::new(TwoByTwo { a: 3, b: 1, c: 1, d: 3 });
/// assert!((test.two_sided - 34.0 / 70.0).abs() < 1e-12);
/// assert!((test.mid_p? - 18.0 / 70.0).abs() < 1e-12);
/// assert!((test.least_attainable - 2.0 / 70.0).abs() < 1e-12); // had she got all of them right, or none
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fisher {
    /// Chance of all tables that are not more likely than this one. 1 where a row or column is empty.
    pub two_sided: f64,
    /// Chance of a as large as here, or smaller.
    pub less: f64,
    /// Chance of a as large as here, or larger.
    pub greater: f64,
    /// The two-sided one, with tables just as likely as this one counted half, which takes away most of what makes Fisher's
    /// test too careful (Lydersen, Fagerland & Laake 2009, doi:10.1002/sim.3531). `EmptyMargin` where a row or column is empty.
    pub mid_p: Measured,
    /// The smallest two-sided one that any table with these margins can reach. Where it is large, no data could have made it
    /// small.
    pub least_attainable: f64,
}

impl Fisher {
    /// Tests a table.
    pub fn new(table: TwoByTwo) -> Self {
        let margins = Hypergeometric::of(table);
        let ways = &margins.ways;
        let all: f64 = ways.iter().sum();
        let place = (table.a - margins.least) as usize;
        let own = ways[place];
        // whole numbers are added up before they are divided, so that few cases lose nothing to rounding
        let share = |ways: &[f64]| capped(ways.iter().sum::<f64>() / all);
        let up_to = |limit: f64| {
            let counted: Vec<f64> = ways.iter().copied().filter(|ways| *ways <= limit).collect();
            share(&counted)
        };
        let least = ways.iter().copied().fold(f64::INFINITY, f64::min);
        let two_sided = up_to(own * (1.0 + SLACK));
        let as_likely =
            ways.iter().copied().filter(|ways| (ways / own - 1.0).abs() <= SLACK).sum::<f64>() / all;
        Self {
            two_sided,
            less: share(&ways[..=place]),
            greater: share(&ways[place..]),
            mid_p: if table.has_empty_margin() {
                Err(Undefined::EmptyMargin)
            } else {
                Ok(two_sided - as_likely / 2.0)
            },
            least_attainable: up_to(least * (1.0 + SLACK)),
        }
    }
}

/// Takes away what rounding adds to a sum of chances.
pub(super) fn capped(chance: f64) -> f64 {
    chance.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::super::two_by_two::tests::any_table;
    use super::*;
    use proptest::prelude::*;

    /// In how many of the ways to give the outcome to some of the cases each a comes out, dealing them out one by one.
    fn dealt(table: TwoByTwo) -> Vec<u64> {
        let n = table.n();
        let mut ways = vec![0; n as usize + 1];
        for chosen in (0_u32..1 << n).filter(|chosen| u64::from(chosen.count_ones()) == table.focal()) {
            // the first cases are those with the factor
            ways[(chosen & ((1 << table.present()) - 1)).count_ones() as usize] += 1;
        }
        ways
    }

    fn share(ways: &[u64], counts: impl Fn(usize, u64) -> bool) -> f64 {
        let chosen = ways.iter().enumerate().filter(|(a, ways)| counts(*a, **ways)).map(|(_, ways)| ways);
        chosen.sum::<u64>() as f64 / ways.iter().sum::<u64>() as f64
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn it_is_what_dealing_out_the_outcome_gives(table in any_table().prop_filter("few cases", |table| table.n() <= 14)) {
            let (found, ways, place) = (Fisher::new(table), dealt(table), table.a as usize);
            let own = ways[place];
            prop_assert!((found.less - share(&ways, |a, _| a <= place)).abs() < 1e-12);
            prop_assert!((found.greater - share(&ways, |a, _| a >= place)).abs() < 1e-12);
            prop_assert!((found.two_sided - share(&ways, |_, ways| ways <= own)).abs() < 1e-12);
            if let Ok(mid_p) = found.mid_p {
                let half = share(&ways, |_, ways| ways == own) / 2.0;
                prop_assert!((found.two_sided - half - mid_p).abs() < 1e-12);
            }
            let least = ways.iter().copied().filter(|ways| *ways > 0).min().unwrap();
            prop_assert!((found.least_attainable - share(&ways, |_, ways| ways <= least)).abs() < 1e-12);
            prop_assert!(found.least_attainable <= found.two_sided + 1e-12 && found.two_sided <= 1.0);
        }
    }
}
