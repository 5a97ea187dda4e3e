//! How sure an interval has to be, and its two ends.

use statrs::distribution::{ContinuousCDF, Normal};

/// The share of repetitions in which an interval is meant to hold the true value; between 0 and 1, both left out.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Confidence(f64);

/// The two ends of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

impl Confidence {
    /// Takes a share; nothing where it is not between 0 and 1.
    ///
    /// ```
    /// # use draad_measures::association::Confidence;
    /// assert_eq!(Confidence::new(0.9).unwrap().level(), 0.9);
    /// assert_eq!(Confidence::new(1.0), None);
    /// assert_eq!(Confidence::new(f64::NAN), None);
    /// ```
    pub fn new(level: f64) -> Option<Self> {
        (level > 0.0 && level < 1.0).then_some(Self(level))
    }

    /// Returns the share.
    pub fn level(self) -> f64 {
        self.0
    }

    /// Returns what is left on each side: 0.025 for 0.95.
    pub(super) fn tail(self) -> f64 {
        (1.0 - self.0) / 2.0
    }

    /// Returns the point of the standard normal distribution beyond which one tail lies: 1.96 for 0.95.
    pub(super) fn z(self) -> f64 {
        -Normal::standard().inverse_cdf(self.tail())
    }
}

impl Default for Confidence {
    /// 0.95.
    fn default() -> Self {
        Self(0.95)
    }
}
