//! How often passages by outcome differ as much when the outcome is dealt out over the same cases in all possible ways.

use super::fisher::capped;
use crate::{Measured, Undefined};

/// The most steps that counting all ways may take: a second or so.
const MOST_STEPS: usize = 1_000_000_000;

/// The most cases: of more there are more ways than the largest number that there is.
const MOST_CASES: usize = 1000;

/// The exact permutation test of a difference of two means of counts.
///
/// All ways to deal out the outcome over the cases are counted, though not one by one: cases are added one after the other, and
/// ways that lead to the same number of cases with the outcome and the same sum are counted together. So millions of ways are
/// no trouble, and the answer is the same as that of writing all of them down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Permutation {
    /// Mean of the cases with the outcome.
    pub focal: f64,
    /// Mean of the others.
    pub others: f64,
    /// The first minus the second.
    pub difference: f64,
    /// Share of all ways in which the difference is as far from 0, on either side: |T| ≥ |t|.
    pub absolute: Measured,
    /// Twice the smaller of the shares in which it is as large or larger, and as small or smaller; at most 1.
    pub doubled: Measured,
    /// The smallest value that the share on either side could take with these counts, however the outcome was dealt out.
    pub least_attainable: Measured,
}

impl Permutation {
    /// Compares the counts of the cases with the outcome with those of the others. The shares are `NoVariation` where all
    /// counts are the same, and `TooMuch` where counting all ways takes too many steps.
    ///
    /// Pitman (1937), doi:10.2307/2984124. The two conventions differ when the counts are skewed; scipy doubles, and this is said
    /// wherever one is printed.
    ///
    /// # Errors
    /// `EmptyMargin` when one of the two has no cases.
    ///
    /// ```
    /// # use draad_measures::association::Permutation;
    /// // of the six ways to choose two of these four, only this one reaches 3 + 5, and none is as far to the other side
    /// let test = Permutation::new(&[3, 5], &[0, 1])?;
    /// assert_eq!((test.focal, test.others, test.difference), (4.0, 0.5, 3.5));
    /// assert!((test.absolute? - 2.0 / 6.0).abs() < 1e-12); // 0 + 1 is as far below
    /// assert!((test.doubled? - 2.0 / 6.0).abs() < 1e-12);
    /// assert!((test.least_attainable? - 2.0 / 6.0).abs() < 1e-12); // no way is further
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn new(focal: &[u64], others: &[u64]) -> Result<Self, Undefined> {
        let mean = |counts: &[u64]| counts.iter().sum::<u64>() as f64 / counts.len() as f64;
        if focal.is_empty() || others.is_empty() {
            return Err(Undefined::EmptyMargin);
        }
        let (own, other) = (mean(focal), mean(others));
        // dealing out the smaller group is the same, and less work
        let fewer = if focal.len() <= others.len() { focal } else { others };
        let sums = Sums::new(&[focal, others].concat(), fewer.len());
        let shares = sums.map(|sums| sums.shares(fewer));
        Ok(Self {
            focal: own,
            others: other,
            difference: own - other,
            absolute: shares.map(|shares| shares.absolute),
            doubled: shares.map(|shares| shares.doubled),
            least_attainable: shares.map(|shares| shares.least_attainable),
        })
    }
}

/// Returns how many ways there are to choose `focal` of `n` cases; nothing where the number is too large to be printed.
///
/// ```
/// # use draad_measures::association::arrangements;
/// assert_eq!(arrangements(13, 7), Some(1716));
/// assert_eq!(arrangements(2, 3), Some(0));
/// assert_eq!(arrangements(200, 100), None);
/// ```
pub fn arrangements(n: u64, focal: u64) -> Option<u64> {
    choices(n, focal).and_then(|ways| u64::try_from(ways).ok())
}

/// Returns the binomial coefficient; nothing where it does not fit.
pub(super) fn choices(n: u64, chosen: u64) -> Option<u128> {
    if chosen > n {
        return Some(0);
    }
    let few = chosen.min(n - chosen);
    (0..few).try_fold(1_u128, |ways, chosen| {
        Some(ways.checked_mul(u128::from(n - chosen))? / u128::from(chosen + 1))
    })
}

/// Shares of all ways, as in [`Permutation`].
#[derive(Clone, Copy)]
struct Shares {
    absolute: f64,
    doubled: f64,
    least_attainable: f64,
}

/// In how many ways each sum comes out when a fixed number of the cases is chosen. Counts are taken above the smallest of them,
/// which changes no difference.
struct Sums {
    /// Ways by sum, from 0 on: whole numbers, exact up to 2⁵³.
    ways: Vec<f64>,
    least: u64,
    n: usize,
    n_chosen: usize,
}

impl Sums {
    /// Chooses `n_chosen` of the cases with these counts.
    fn new(counts: &[u64], n_chosen: usize) -> Result<Self, Undefined> {
        let n = counts.len();
        let least = counts.iter().copied().min().unwrap_or(0);
        let above: Vec<usize> = counts.iter().map(|count| (count - least) as usize).collect();
        let width = above.iter().sum::<usize>() + 1;
        let steps = width.saturating_mul(n_chosen + 1).saturating_mul(n);
        match (width, steps) {
            (1, _) => Err(Undefined::NoVariation),
            (_, MOST_STEPS..) => Err(Undefined::TooMuch { n: steps, most: MOST_STEPS }),
            _ if n > MOST_CASES => Err(Undefined::TooMuch { n, most: MOST_CASES }),
            _ => Ok(Self { ways: ways(&above, n_chosen, width), least, n, n_chosen }),
        }
    }

    /// Returns the shares of ways in which the difference is as far as with these counts chosen, and as far as it can be.
    fn shares(&self, chosen: &[u64]) -> Shares {
        let own = chosen.iter().map(|count| (count - self.least) as usize).sum();
        // n times the sum against its expectation, which orders sums as the difference of the means does
        let product = |one: usize, other: usize| one as u128 * other as u128;
        let expected = product(self.ways.len() - 1, self.n_chosen);
        let far = |sum: usize| product(sum, self.n).abs_diff(expected);
        let all: f64 = self.ways.iter().sum();
        let share = |counts: &dyn Fn(usize) -> bool| {
            let counted = self.ways.iter().enumerate().filter(|(sum, _)| counts(*sum));
            counted.map(|(_, ways)| ways).sum::<f64>() / all
        };
        let sides = (share(&|sum| sum >= own), share(&|sum| sum <= own));
        let comes_out = (0..self.ways.len()).filter(|sum| self.ways[*sum] > 0.0);
        let furthest = comes_out.map(far).max().unwrap_or_default();
        Shares {
            absolute: share(&|sum| far(sum) >= far(own)),
            doubled: capped(2.0 * sides.0.min(sides.1)),
            least_attainable: share(&|sum| far(sum) >= furthest),
        }
    }
}

/// Returns in how many ways each sum below `width` comes out when `n_chosen` of these counts are chosen.
fn ways(counts: &[usize], n_chosen: usize, width: usize) -> Vec<f64> {
    // per number of cases chosen so far, and per sum
    let mut ways = vec![0.0; (n_chosen + 1) * width];
    ways[0] = 1.0;
    let mut most = 0;
    for (seen, count) in counts.iter().enumerate() {
        for chosen in (0..n_chosen.min(seen + 1)).rev() {
            let (row, next) = ways[chosen * width..].split_at_mut(width);
            let reached = row[..=most].iter().zip(&mut next[*count..]);
            reached.for_each(|(from, to)| *to += from);
        }
        most += count;
    }
    ways.split_off(n_chosen * width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Writes down all ways, one by one.
    fn slowly(focal: &[u64], others: &[u64]) -> Shares {
        let counts: Vec<u64> = focal.iter().chain(others).copied().collect();
        let difference = |chosen: u32| {
            let part = |of: bool| {
                let own: Vec<i64> = (0..counts.len())
                    .filter(|case| (chosen >> case & 1 == 1) == of)
                    .map(|case| counts[case] as i64)
                    .collect();
                (own.iter().sum::<i64>(), own.len() as i64)
            };
            let ((own, n_own), (other, n_other)) = (part(true), part(false));
            own * n_other - other * n_own
        };
        let observed = difference((1 << focal.len()) - 1);
        let all = (0_u32..1 << counts.len()).filter(|chosen| chosen.count_ones() as usize == focal.len());
        let all: Vec<i64> = all.map(difference).collect();
        let share = |counts: &dyn Fn(i64) -> bool| {
            all.iter().filter(|value| counts(**value)).count() as f64 / all.len() as f64
        };
        let (up, down) = (share(&|value| value >= observed), share(&|value| value <= observed));
        let furthest = all.iter().map(|value| value.abs()).max().unwrap();
        Shares {
            absolute: share(&|value| value.abs() >= observed.abs()),
            doubled: (2.0 * up.min(down)).min(1.0),
            least_attainable: share(&|value| value.abs() == furthest),
        }
    }

    #[test]
    fn what_cannot_be_tested_has_a_reason() {
        assert_eq!(Permutation::new(&[], &[1]), Err(Undefined::EmptyMargin));
        let same = Permutation::new(&[2, 2], &[2]).unwrap();
        assert_eq!(
            (same.difference, same.absolute, same.doubled),
            (0.0, Err(Undefined::NoVariation), Err(Undefined::NoVariation))
        );
        let many: Vec<u64> = (0..300).map(|case| 1 << (case % 60)).collect();
        let far = Permutation::new(&many[..150], &many[150..]).unwrap();
        assert!(matches!(far.absolute, Err(Undefined::TooMuch { .. })));
        let crowd = Permutation::new(&[1; 600], &[0; 401]).unwrap();
        assert_eq!(crowd.absolute, Err(Undefined::TooMuch { n: 1001, most: MOST_CASES }));
    }

    #[test]
    fn many_cases_are_no_trouble() {
        // of C(100, 50) ways, which no list could hold, only two are as far
        let test = Permutation::new(&[1; 50], &[0; 50]).unwrap();
        let ways = 1.008_913_445_455_641_8e29;
        assert!((test.absolute.unwrap() * ways / 2.0 - 1.0).abs() < 1e-9);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn it_is_what_writing_down_all_ways_gives(
            focal in proptest::collection::vec(0_u64..9, 1..7), others in proptest::collection::vec(0_u64..9, 1..7),
        ) {
            let found = Permutation::new(&focal, &others).unwrap();
            let Ok(absolute) = found.absolute else { return Ok(()) };
            let expected = slowly(&focal, &others);
            prop_assert!((absolute - expected.absolute).abs() < 1e-12);
            prop_assert!((found.doubled.unwrap() - expected.doubled).abs() < 1e-12);
            prop_assert!((found.least_attainable.unwrap() - expected.least_attainable).abs() < 1e-12);
        }
    }
}
