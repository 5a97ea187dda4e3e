//! What follows what: counts of transitions held against what the frequencies alone would give.

use crate::{Measured, Undefined};

/// Below this expected number a residual says little: the usual rule for tables of counts.
pub const FEW_EXPECTED: f64 = 5.0;

/// A cell of a table of transitions with its margins, all in transitions.
///
/// ```
/// # use draad_measures::transition::Transition;
/// let transition = Transition { n: 6, n_from: 8, n_to: 10, n_all: 20 };
/// assert_eq!(transition.rate(), Ok(0.75));
/// assert_eq!(transition.expected(), Ok(4.0));
/// let residual = transition.adjusted_residual().unwrap();
/// assert!((residual - 2.0 / (4.0_f64 * 0.6 * 0.5).sqrt()).abs() < 1e-12);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// Transitions from A to B.
    pub n: u64,
    /// Transitions from A.
    pub n_from: u64,
    /// Transitions to B.
    pub n_to: u64,
    /// All transitions.
    pub n_all: u64,
}

impl Transition {
    /// Returns the share of the transitions from A that go to B; over all B they add up to 1.
    ///
    /// # Errors
    /// `EmptyMargin` when nothing follows A.
    pub fn rate(self) -> Measured {
        if self.n_from == 0 { Err(Undefined::EmptyMargin) } else { Ok(self.n as f64 / self.n_from as f64) }
    }

    /// Returns E = (from A × to B) / all: how many there would be if what follows did not depend on what went before.
    ///
    /// # Errors
    /// `EmptyMargin` when nothing follows A or nothing precedes B.
    pub fn expected(self) -> Measured {
        if self.n_from == 0 || self.n_to == 0 || self.n_all == 0 {
            return Err(Undefined::EmptyMargin);
        }
        Ok(self.n_from as f64 * self.n_to as f64 / self.n_all as f64)
    }

    /// Returns (O − E) / √(E (1 − from A / all) (1 − to B / all)). Haberman (1973), doi:10.2307/2529686.
    ///
    /// # Errors
    /// `EmptyMargin` as [`Transition::expected`]; `NoVariation` when all come from A or all go to B.
    pub fn adjusted_residual(self) -> Measured {
        let expected = self.expected()?;
        if self.n_from == self.n_all || self.n_to == self.n_all {
            return Err(Undefined::NoVariation);
        }
        let rest = |margin: u64| 1.0 - margin as f64 / self.n_all as f64;
        Ok((self.n as f64 - expected) / (expected * rest(self.n_from) * rest(self.n_to)).sqrt())
    }

    /// Returns whether so few are expected that the residual says little.
    pub fn is_sparse(self) -> bool {
        self.expected().is_ok_and(|expected| expected < FEW_EXPECTED)
    }
}
