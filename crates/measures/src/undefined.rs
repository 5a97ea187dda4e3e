//! Why a number is not there: a typed reason in place of zero, one or NaN.

use std::fmt;

/// Why a measure is not defined for what it was asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Undefined {
    /// Nothing was coded.
    NoCodings,
    /// There is no material in which anything could have been found.
    NoMaterial,
    /// There is material, but nobody coded in it yet: where nobody looked, nothing is missing.
    NotCoded,
    /// Nothing is there that promotes or hinders.
    NoDirection,
    /// The value is not known: nobody wrote it down.
    NotStated,
    /// Neither of the two has anything, so that they share nothing and lack everything.
    BothEmpty,
    /// A row or column adds up to zero.
    EmptyMargin,
    /// Nothing varies: all values are the same.
    NoVariation,
    /// There is one coder at most, so that nobody can agree with anybody.
    OneCoder,
    /// Coders share nothing: no unit, text or stretch that two of them judged.
    NothingShared,
    /// Coders share too little to say what chance would give.
    TooLittleShared,
    /// A coder gave one place several codes, where only one at a time can be compared.
    OverlappingCodes,
    /// A value lies below zero, where a ratio scale begins.
    BelowZero,
    /// When units are drawn again there is a number too seldom: what it is of occurs in too few of them.
    SeldomDefined {
        /// In how many draws there is one.
        n: usize,
        /// In how many there must be one.
        needed: usize,
    },
    /// There are too few cases.
    TooFewCases {
        /// How many there are.
        n: usize,
        /// How many are needed.
        needed: usize,
    },
    /// There are too few units: sources, events, values.
    TooFewUnits {
        /// How many there are.
        n: usize,
        /// How many are needed.
        needed: usize,
    },
    /// The first units hold no code, so that nothing can be compared with them.
    EmptyBase,
    /// Nobody in this role takes part.
    NobodyInRole,
    /// Nobody answered the questionnaire.
    NoAnswers,
    /// Nobody answered the same question twice, so that nothing can have changed.
    AnsweredOnce,
    /// The codebook was fixed before coding, so that no code could have been added.
    FixedCodebook,
    /// Several answers are equally good, so that any choice between them would be arbitrary.
    Tied,
    /// It would take too much work.
    TooMuch {
        /// How many there are.
        n: usize,
        /// How many there may be.
        most: usize,
    },
    /// There are at least as many pairs as codings to make them of, so that a share of them means nothing.
    MorePairsThanCodings,
    /// It is the only one of its kind: nothing is left without it.
    NothingBeside,
    /// It is larger than any number: nothing contradicts.
    Infinite,
    /// No case belongs to the set.
    NoMembers,
    /// What belongs to the set belongs as much to the outcome as to its opposite.
    NoDistinction,
    /// Nobody has scored it.
    NotScored,
    /// People scored it differently.
    ScoredDifferently,
}

/// A number, or the reason why there is none.
pub type Measured = Result<f64, Undefined>;

impl Undefined {
    /// Returns the reason as a word in kebab case, by which catalogues and files name it.
    pub fn key(self) -> &'static str {
        match self {
            Undefined::NoCodings => "no-codings",
            Undefined::NoMaterial => "no-material",
            Undefined::NotCoded => "not-coded",
            Undefined::NoDirection => "no-direction",
            Undefined::NotStated => "not-stated",
            Undefined::BothEmpty => "both-empty",
            Undefined::EmptyMargin => "empty-margin",
            Undefined::NoVariation => "no-variation",
            Undefined::OneCoder => "one-coder",
            Undefined::NothingShared => "nothing-shared",
            Undefined::TooLittleShared => "too-little-shared",
            Undefined::OverlappingCodes => "overlapping-codes",
            Undefined::BelowZero => "below-zero",
            Undefined::SeldomDefined { .. } => "seldom-defined",
            Undefined::TooFewCases { .. } => "too-few-cases",
            Undefined::TooFewUnits { .. } => "too-few-units",
            Undefined::EmptyBase => "empty-base",
            Undefined::NobodyInRole => "nobody-in-role",
            Undefined::NoAnswers => "no-answers",
            Undefined::AnsweredOnce => "answered-once",
            Undefined::FixedCodebook => "fixed-codebook",
            Undefined::Tied => "tied",
            Undefined::TooMuch { .. } => "too-much",
            Undefined::MorePairsThanCodings => "more-pairs-than-codings",
            Undefined::NothingBeside => "nothing-beside",
            Undefined::Infinite => "infinite",
            Undefined::NoMembers => "no-members",
            Undefined::NoDistinction => "no-distinction",
            Undefined::NotScored => "not-scored",
            Undefined::ScoredDifferently => "scored-differently",
        }
    }

    /// Returns how many there are and how many are needed or allowed, where that is the reason.
    pub fn counts(self) -> Option<(usize, usize)> {
        match self {
            Undefined::TooFewCases { n, needed }
            | Undefined::TooFewUnits { n, needed }
            | Undefined::SeldomDefined { n, needed } => Some((n, needed)),
            Undefined::TooMuch { n, most } => Some((n, most)),
            _ => None,
        }
    }
}

impl fmt::Display for Undefined {
    /// Writes the reason as files have it: `too-few-cases (5 of 8)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())?;
        match self.counts() {
            Some((n, needed)) => write!(f, " ({n} of {needed})"),
            None => Ok(()),
        }
    }
}
