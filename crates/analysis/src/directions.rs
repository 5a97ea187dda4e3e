//! In which directions passages point.

use crate::CellState;
use crate::hits::{Hit, Stretch};
use draad_core::Valence;
use draad_core::facts::Facts;
use serde::Serialize;
use std::ops::{AddAssign, BitOr, BitOrAssign};

/// Numbers of passages by direction. A passage with codings of several directions counts under each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Directions {
    /// Passages.
    pub passages: usize,
    /// Passages with a promoting coding.
    pub promoting: usize,
    /// Passages with a hindering coding.
    pub hindering: usize,
    /// Passages with an ambivalent coding.
    pub ambivalent: usize,
    /// Passages of which no coding has a direction.
    pub without: usize,
}

/// The directions of one passage, or of several together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pointing {
    pub(crate) promoting: bool,
    pub(crate) hindering: bool,
    pub(crate) ambivalent: bool,
}

impl Pointing {
    /// Returns the directions of a passage.
    pub(crate) fn of(facts: &Facts, hits: &[Hit], passage: &Stretch) -> Self {
        let valences = hits[passage.hits.clone()].iter().map(|hit| facts.codings[hit.fact as usize].valence);
        valences.flatten().fold(Self::default(), |all, valence| all | Self::from(valence))
    }

    /// Returns whether it points both ways.
    pub(crate) fn is_both(self) -> bool {
        self.promoting && self.hindering
    }

    /// Returns what a cell with such passages says.
    pub(crate) fn state(self) -> CellState {
        CellState::of(self.promoting, self.hindering, self.ambivalent)
    }
}

impl From<Valence> for Pointing {
    fn from(valence: Valence) -> Self {
        Self {
            promoting: valence == Valence::Promoting,
            hindering: valence == Valence::Hindering,
            ambivalent: valence == Valence::Ambivalent,
        }
    }
}

impl BitOr for Pointing {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self {
            promoting: self.promoting || other.promoting,
            hindering: self.hindering || other.hindering,
            ambivalent: self.ambivalent || other.ambivalent,
        }
    }
}

impl BitOrAssign for Pointing {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl AddAssign<Pointing> for Directions {
    /// Counts one passage.
    fn add_assign(&mut self, passage: Pointing) {
        self.passages += 1;
        self.promoting += usize::from(passage.promoting);
        self.hindering += usize::from(passage.hindering);
        self.ambivalent += usize::from(passage.ambivalent);
        self.without += usize::from(passage == Pointing::default());
    }
}

impl Directions {
    /// Returns what a cell with these passages says; nothing without passages.
    pub fn state(&self) -> Option<CellState> {
        let has = |n: usize| n > 0;
        has(self.passages)
            .then(|| CellState::of(has(self.promoting), has(self.hindering), has(self.ambivalent)))
    }
}
