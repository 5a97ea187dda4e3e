//! The table of a factor by an outcome, and what is read off it without a test.

use super::{Confidence, Limits, Proportion};
use crate::{Measured, Undefined};
use std::cmp::Ordering;

/// Cases by whether a factor is present and whether they have the outcome.
///
/// | | outcome | other |
/// | --- | --- | --- |
/// | factor present | a | b |
/// | factor absent | c | d |
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TwoByTwo {
    /// Present, with the outcome.
    pub a: u64,
    /// Present, with another outcome.
    pub b: u64,
    /// Absent, with the outcome.
    pub c: u64,
    /// Absent, with another outcome.
    pub d: u64,
}

/// To which tables ½ is added in every cell before an odds ratio is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfAdded {
    /// To all.
    Always,
    /// To those with an empty cell.
    IfZero,
}

impl TwoByTwo {
    /// Returns the number of cases.
    pub fn n(self) -> u64 {
        self.a + self.b + self.c + self.d
    }

    /// Returns the cases in which the factor is present.
    pub fn present(self) -> u64 {
        self.a + self.b
    }

    /// Returns the cases with the outcome.
    pub fn focal(self) -> u64 {
        self.a + self.c
    }

    /// Returns the cases with another outcome.
    pub fn others(self) -> u64 {
        self.b + self.d
    }

    /// Returns whether a row or column is empty: the factor is in every case or in none, or there is one outcome only.
    pub fn has_empty_margin(self) -> bool {
        self.present() == 0 || self.c + self.d == 0 || self.focal() == 0 || self.others() == 0
    }

    /// Returns on which side the factor is more frequent, without rounding: `Greater` is with the outcome. `Equal` where one
    /// side has no cases.
    ///
    /// ```
    /// # use draad_measures::association::TwoByTwo;
    /// # use std::cmp::Ordering;
    /// assert_eq!(TwoByTwo { a: 1, b: 2, c: 2, d: 4 }.direction(), Ordering::Equal);
    /// assert_eq!(TwoByTwo { a: 6, b: 2, c: 1, d: 4 }.direction(), Ordering::Greater);
    /// ```
    pub fn direction(self) -> Ordering {
        let product = |one: u64, other: u64| u128::from(one) * u128::from(other);
        product(self.a, self.others()).cmp(&product(self.b, self.focal()))
    }

    /// Returns the risk difference: the share of cases with the factor among those with the outcome, minus that among the
    /// others, a/(a+c) − b/(b+d). In [−1, 1], 0 where the factor is as frequent in both.
    ///
    /// # Errors
    /// `EmptyMargin` when one of the two has no cases.
    ///
    /// ```
    /// # use draad_measures::association::TwoByTwo;
    /// let table = TwoByTwo { a: 6, b: 2, c: 1, d: 4 };
    /// assert!((table.risk_difference()? - (6.0 / 7.0 - 2.0 / 6.0)).abs() < 1e-15);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn risk_difference(self) -> Measured {
        let (focal, others) = self.shares()?;
        Ok(focal.share() - others.share())
    }

    /// Returns the hybrid score interval of the risk difference, made of the Wilson intervals of the two shares. It stays
    /// within [−1, 1] and does not shrink to a point when the difference is ±1.
    ///
    /// Newcombe (1998), method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
    ///
    /// # Errors
    /// `EmptyMargin` when one of the two has no cases.
    ///
    /// ```
    /// # use draad_measures::association::{Confidence, TwoByTwo};
    /// // 56 of 70 against 48 of 80, a worked example of the paper: 0.20 (0.0524 to 0.3339)
    /// let limits = TwoByTwo { a: 56, b: 48, c: 14, d: 32 }.newcombe(Confidence::default())?;
    /// assert!((limits.lower - 0.0524).abs() < 5e-5 && (limits.upper - 0.3339).abs() < 5e-5);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn newcombe(self, confidence: Confidence) -> Result<Limits, Undefined> {
        let (focal, others) = self.shares()?;
        let (own, other) = (focal.wilson(confidence), others.wilson(confidence));
        let difference = focal.share() - others.share();
        let down = (focal.share() - own.lower).hypot(other.upper - others.share());
        let up = (own.upper - focal.share()).hypot(others.share() - other.lower);
        Ok(Limits { lower: difference - down, upper: difference + up })
    }

    /// Returns the interval of the risk difference after one case more with and one without the factor on each side. Not cut
    /// off: it may run past ±1.
    ///
    /// Agresti & Caffo (2000), doi:10.1080/00031305.2000.10474560.
    ///
    /// # Errors
    /// `EmptyMargin` when one of the two has no cases.
    pub fn agresti_caffo(self, confidence: Confidence) -> Result<Limits, Undefined> {
        self.shares()?;
        let share = |k: u64, n: u64| (k as f64 + 1.0) / (n as f64 + 2.0);
        let (focal, others) = (share(self.a, self.focal()), share(self.b, self.others()));
        let variance = |share: f64, n: u64| share * (1.0 - share) / (n as f64 + 2.0);
        let spread = (variance(focal, self.focal()) + variance(others, self.others())).sqrt();
        let (middle, half) = (focal - others, confidence.z() * spread);
        Ok(Limits { lower: middle - half, upper: middle + half })
    }

    /// Returns φ, the correlation of the two: (ad − bc)/√((a+b)(c+d)(a+c)(b+d)). In [−1, 1], but the ends can only be reached
    /// where the margins match, see [`phi_reachable`](Self::phi_reachable).
    ///
    /// # Errors
    /// `EmptyMargin` when a row or column is empty.
    ///
    /// ```
    /// # use draad_measures::association::TwoByTwo;
    /// assert_eq!(TwoByTwo { a: 3, b: 1, c: 1, d: 3 }.phi(), Ok(0.5));
    /// ```
    pub fn phi(self) -> Measured {
        if self.has_empty_margin() {
            return Err(Undefined::EmptyMargin);
        }
        let margins = [self.present(), self.c + self.d, self.focal(), self.others()];
        Ok(self.determinant() / margins.map(|margin| margin as f64).iter().product::<f64>().sqrt())
    }

    /// Returns the φ that is farthest from 0 on the same side, of all tables with these margins; the positive one where φ is 0.
    ///
    /// # Errors
    /// `EmptyMargin` when a row or column is empty.
    ///
    /// ```
    /// # use draad_measures::association::TwoByTwo;
    /// // 8 of 13 cases have the factor, 7 the outcome: at best all 7 have it, and one more
    /// let best = TwoByTwo { a: 7, b: 1, c: 0, d: 5 };
    /// assert_eq!(TwoByTwo { a: 6, b: 2, c: 1, d: 4 }.phi_reachable(), best.phi());
    /// ```
    pub fn phi_reachable(self) -> Measured {
        let a = match self.direction() {
            Ordering::Less => self.present().saturating_sub(self.others()),
            _ => self.present().min(self.focal()),
        };
        let b = self.present() - a;
        Self { a, b, c: self.focal() - a, d: self.others() - b }.phi()
    }

    /// Returns φ as a share of what these margins allow on its side, with the sign of φ: ±1 is as far as it can go.
    ///
    /// # Errors
    /// `EmptyMargin` when a row or column is empty.
    pub fn phi_of_reachable(self) -> Measured {
        Ok(self.phi()? / self.phi_reachable()?.abs())
    }

    /// Returns Yule's Q, (ad − bc)/(ad + bc). In [−1, 1]; ±1 as soon as one cell is empty.
    ///
    /// Yule (1912), On the methods of measuring association between two attributes, doi:10.2307/2340126.
    ///
    /// # Errors
    /// `EmptyMargin` when a row or column is empty.
    ///
    /// ```
    /// # use draad_measures::association::TwoByTwo;
    /// assert_eq!(TwoByTwo { a: 3, b: 1, c: 1, d: 3 }.yule_q(), Ok(0.8));
    /// ```
    pub fn yule_q(self) -> Measured {
        if self.has_empty_margin() {
            return Err(Undefined::EmptyMargin);
        }
        let both = self.a as f64 * self.d as f64 + self.b as f64 * self.c as f64;
        Ok(self.determinant() / both)
    }

    /// Returns the odds ratio as it is counted: ad/bc.
    ///
    /// # Errors
    /// `EmptyMargin` when a row or column is empty; `Infinite` when b or c is 0.
    ///
    /// ```
    /// # use draad_measures::{association::TwoByTwo, Undefined};
    /// assert_eq!(TwoByTwo { a: 3, b: 1, c: 1, d: 3 }.odds_ratio(), Ok(9.0));
    /// assert_eq!(TwoByTwo { a: 4, b: 0, c: 1, d: 3 }.odds_ratio(), Err(Undefined::Infinite));
    /// ```
    pub fn odds_ratio(self) -> Measured {
        let against = self.b as f64 * self.c as f64;
        match (self.has_empty_margin(), against > 0.0) {
            (true, _) => Err(Undefined::EmptyMargin),
            (false, true) => Ok(self.a as f64 * self.d as f64 / against),
            (false, false) => Err(Undefined::Infinite),
        }
    }

    /// Returns the odds ratio after ½ was added to **every** cell.
    ///
    /// Haldane (1956), Anscombe (1956). Adding ½ only to the cells that are empty, as some packages do, is something else.
    ///
    /// # Errors
    /// `EmptyMargin` when a row or column is empty; `Infinite` when b or c is 0 and nothing was added.
    ///
    /// ```
    /// # use draad_measures::association::{HalfAdded, TwoByTwo};
    /// let table = TwoByTwo { a: 4, b: 0, c: 0, d: 4 };
    /// assert_eq!(table.odds_ratio_half_added(HalfAdded::Always), Ok(81.0)); // 4.5 · 4.5 / (0.5 · 0.5)
    /// ```
    pub fn odds_ratio_half_added(self, added: HalfAdded) -> Measured {
        if self.has_empty_margin() {
            return Err(Undefined::EmptyMargin);
        }
        let [a, b, c, d] = self.cells(added);
        if b * c > 0.0 { Ok(a * d / (b * c)) } else { Err(Undefined::Infinite) }
    }

    /// Returns the interval of that odds ratio on the scale of its logarithm: ln OR ± z √(1/a + 1/b + 1/c + 1/d).
    ///
    /// Woolf (1955), doi:10.1111/j.1469-1809.1955.tb01348.x; with ½ in every cell Gart (1966).
    ///
    /// # Errors
    /// `EmptyMargin` when a row or column is empty.
    pub fn woolf(self, added: HalfAdded, confidence: Confidence) -> Result<Limits, Undefined> {
        let ratio = self.odds_ratio_half_added(added)?;
        let variance: f64 = self.cells(added).iter().map(|cell| 1.0 / cell).sum();
        let half = confidence.z() * variance.sqrt();
        Ok(Limits { lower: (ratio.ln() - half).exp(), upper: (ratio.ln() + half).exp() })
    }

    fn cells(self, added: HalfAdded) -> [f64; 4] {
        let cells = [self.a, self.b, self.c, self.d];
        let more = if added == HalfAdded::Always || cells.contains(&0) { 0.5 } else { 0.0 };
        cells.map(|cell| cell as f64 + more)
    }

    /// ad − bc
    fn determinant(self) -> f64 {
        self.a as f64 * self.d as f64 - self.b as f64 * self.c as f64
    }

    /// The shares of cases with the factor among those with the outcome, and among the others.
    fn shares(self) -> Result<(Proportion, Proportion), Undefined> {
        Ok((Proportion::new(self.a, self.focal())?, Proportion::new(self.b, self.others())?))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        /// Tables of up to 24 cases, empty ones among them.
        pub(in super::super) fn any_table()(a in 0_u64..7, b in 0_u64..7, c in 0_u64..7, d in 0_u64..7) -> TwoByTwo {
            TwoByTwo { a, b, c, d }
        }
    }

    /// The same cases with the other outcome in focus.
    fn turned(table: TwoByTwo) -> TwoByTwo {
        TwoByTwo { a: table.b, b: table.a, c: table.d, d: table.c }
    }

    proptest! {
        #[test]
        fn the_other_outcome_has_the_same_number_with_the_other_sign(table in any_table()) {
            let other = turned(table);
            prop_assert_eq!(table.direction(), other.direction().reverse());
            for measure in [TwoByTwo::risk_difference, TwoByTwo::phi, TwoByTwo::yule_q] {
                prop_assert_eq!(measure(table), measure(other).map(|value| -value));
            }
            let confidence = Confidence::default();
            for limits in [TwoByTwo::newcombe, TwoByTwo::agresti_caffo] {
                match (limits(table, confidence), limits(other, confidence)) {
                    (Ok(one), Ok(two)) => {
                        prop_assert!((one.lower + two.upper).abs() < 1e-12);
                        prop_assert!((one.upper + two.lower).abs() < 1e-12);
                    }
                    (one, two) => prop_assert_eq!(one, two),
                }
            }
        }

        #[test]
        fn newcombe_holds_the_difference_and_stays_within_one(table in any_table(), level in 0.01..0.999_f64) {
            let Ok(difference) = table.risk_difference() else { return Ok(()) };
            let limits = table.newcombe(Confidence::new(level).unwrap()).unwrap();
            prop_assert!(limits.lower <= difference && difference <= limits.upper);
            prop_assert!(limits.lower >= -1.0 - 1e-12 && limits.upper <= 1.0 + 1e-12);
        }

        /// The φ that can be reached is the largest of all tables with these margins, one after the other.
        #[test]
        fn no_table_with_these_margins_has_more(table in any_table()) {
            let Ok(phi) = table.phi() else { return Ok(()) };
            let all = (0..=table.present().min(table.focal())).filter_map(|a| {
                let (b, c) = (table.present() - a, table.focal() - a);
                Some(TwoByTwo { a, b, c, d: table.others().checked_sub(b)? }.phi().unwrap())
            });
            let farthest = match table.direction() {
                Ordering::Less => all.fold(f64::INFINITY, f64::min),
                _ => all.fold(f64::NEG_INFINITY, f64::max),
            };
            prop_assert!((table.phi_reachable().unwrap() - farthest).abs() < 1e-12);
            prop_assert!((table.phi_of_reachable().unwrap() - phi / farthest.abs()).abs() < 1e-12);
        }
    }
}
