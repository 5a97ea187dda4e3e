//! How far coders agree: on units that were fixed beforehand, and on spans that each of them drew.
//!
//! - **Units fixed beforehand** ([`Ratings`], [`Tally`]): each coder gives a unit one category or none. Percent agreement, Cohen, Light,
//!   Scott, Fleiss, Conger, Brennan–Prediger, Gwet and Krippendorff are methods of a [`Tally`].
//! - **Free spans** ([`Continuum`]): [`SpanTally`] for each code alone, Krippendorff's |ᵤα and the figures that NVivo shows, per
//!   character; [`UnitizingTally`] for codes (or valences) that do not overlap, the whole family ᵤα, |ᵤα, cuα and (k)uα; and
//!   [`match_spans`] for the list of who coded what, as MAXQDA does.
//! - **Confidence**: [`bootstrap`] over units or sources.
//!
//! Tallies are whole numbers that add up: the tally of several sources is the sum of theirs, so a resample of sources costs an
//! addition each, and each coefficient is computed once, at the end. Agreement is always computed as 1 − observed / expected
//! disagreement: disagreements are sums of what is not negative, so that perfect agreement is exactly 1, and what never varies is
//! found out exactly ([`Undefined::NoVariation`](crate::Undefined::NoVariation)) where packages answer 1, `nan` or an error.

mod alpha;
mod bootstrap;
mod chance;
mod continuum;
mod matching;
mod pair;
mod spans;
mod tally;
mod unitizing;
mod weights;

pub use alpha::{Coincidences, Metric};
pub use bootstrap::{Bootstrap, Interval, MIN_DEFINED_PERCENT, MIN_FOR_INTERVAL, bootstrap};
pub use chance::ChanceCorrected;
pub use continuum::{Continuum, Segment};
pub use matching::{Match, Matching, match_spans};
pub use pair::PairTable;
pub use spans::{CoderLengths, PairLengths, SpanTally};
pub use tally::{Ratings, Tally};
pub use unitizing::{CodeReliability, UnitizingTally};
pub use weights::Weights;
