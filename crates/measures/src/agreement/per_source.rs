//! Tallies of many codes, source by source, so that sources can be drawn again.

use super::bootstrap::{Bootstrap, Interval, bootstrap};
use crate::{Measured, Undefined};

/// What adds up over units and sources.
pub trait Additive: Clone {
    /// Adds another of the same shape, `times` times.
    fn add_tally(&mut self, other: &Self, times: u64);
    /// Takes back what was added.
    fn remove_tally(&mut self, other: &Self, times: u64);
}

/// A tally per code and source. Where a code was not used in a source, its tally is that of nothing found, which all codes share: so
/// adding up a code costs as much as there are sources in which it was used.
#[derive(Clone, Debug, PartialEq)]
pub struct PerSource<T> {
    /// Per source, as if nothing was found in it.
    nothing: Vec<T>,
    nothing_at_all: T,
    /// Per code the sources in which it was used, in order.
    used: Vec<Vec<(usize, T)>>,
}

/// The same sources, drawn again and again.
#[derive(Clone, Debug)]
pub struct Drawn<'a, T> {
    tallies: &'a PerSource<T>,
    draws: &'a Bootstrap,
    /// Per draw, as if nothing was found.
    nothing: Vec<T>,
}

impl<T: Additive> PerSource<T> {
    /// Takes the tally of no sources, and that of each source as if nothing was found.
    pub(super) fn new(no_sources: &T, nothing: Vec<T>, n_codes: usize) -> Self {
        let mut nothing_at_all = no_sources.clone();
        nothing.iter().for_each(|tally| nothing_at_all.add_tally(tally, 1));
        Self { nothing, nothing_at_all, used: vec![Vec::new(); n_codes] }
    }

    /// Returns the tally of a code in a source, to add to it. Sources come in order.
    pub(super) fn of_source(&mut self, code: u16, source: usize) -> &mut T {
        let used = &mut self.used[usize::from(code)];
        if used.last().is_none_or(|(last, _)| *last != source) {
            used.push((source, self.nothing[source].clone()));
        }
        &mut used.last_mut().expect("one was put there").1
    }

    /// Returns the number of sources.
    pub fn n_sources(&self) -> usize {
        self.nothing.len()
    }

    /// Returns the number of codes.
    pub fn n_codes(&self) -> usize {
        self.used.len()
    }

    /// Returns the sources in which a code was used, in order, with its tally in each.
    ///
    /// # Panics
    /// As all methods that take a code: when it is not below the number of codes.
    pub fn sources_of(&self, code: u16) -> &[(usize, T)] {
        &self.used[usize::from(code)]
    }

    /// Returns the tally of a code over all sources.
    pub fn total(&self, code: u16) -> T {
        self.sum(code, &self.nothing_at_all, |_| 1)
    }

    /// Prepares drawing sources again, for all codes at once.
    ///
    /// # Panics
    /// When the draws are of another number of units than there are sources.
    pub fn drawn<'a>(&'a self, draws: &'a Bootstrap) -> Drawn<'a, T> {
        assert_eq!(draws.n_units(), self.n_sources(), "draws of sources");
        let of_draw = |times: &[u32]| {
            let mut sum = self.nothing_at_all.clone();
            sum.remove_tally(&self.nothing_at_all, 1);
            let drawn = self.nothing.iter().zip(times).filter(|(_, times)| **times > 0);
            drawn.for_each(|(tally, &times)| sum.add_tally(tally, u64::from(times)));
            sum
        };
        Drawn { tallies: self, draws, nothing: draws.draws().map(of_draw).collect() }
    }

    /// Adds up a code, given the sum for nothing found and how often each source counts.
    fn sum(&self, code: u16, nothing: &T, times: impl Fn(usize) -> u64) -> T {
        let mut sum = nothing.clone();
        for (source, tally) in self.sources_of(code) {
            let times = times(*source);
            if times > 0 {
                sum.remove_tally(&self.nothing[*source], times);
                sum.add_tally(tally, times);
            }
        }
        sum
    }
}

impl<T: Additive> Drawn<'_, T> {
    /// Returns the intervals of several coefficients of a code; see [`bootstrap`].
    pub fn intervals<const N: usize>(
        &self,
        code: u16,
        coefficients: impl Fn(&T) -> [Measured; N],
    ) -> [Result<Interval, Undefined>; N] {
        bootstrap(self.draws, |index, times| {
            coefficients(&self.tallies.sum(code, &self.nothing[index], |source| u64::from(times[source])))
        })
    }
}
