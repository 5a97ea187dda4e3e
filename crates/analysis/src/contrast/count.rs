//! Counts each factor per outcome group, and finds the cases that do not fit it.

use super::share::Share;
use super::{ContrastCase, ContrastGroup, Deviant, Deviation, FactorContrast, FactorInGroup, Happens};
use crate::compute::positions;
use crate::hits::{Hit, Rows, passages};
use crate::pieces::Pieces;
use crate::{CellState, Directions};
use draad_core::facts::Facts;
use draad_core::{Code, Study, Valence};
use std::cmp::Reverse;

/// What is needed to count a row.
pub(super) struct Counting<'a> {
    study: &'a Study,
    facts: &'a Facts,
    rows: &'a Rows,
    /// All hits, sorted.
    hits: &'a [Hit],
    groups: &'a [ContrastGroup],
    cases: &'a [ContrastCase],
    /// Per case of the study its position in `cases`.
    position_of_case: Vec<Option<u32>>,
}

impl<'a> Counting<'a> {
    /// Prepares the rows; `order` has the cases as positions in the study.
    pub(super) fn new(
        study: &'a Study,
        facts: &'a Facts,
        rows: &'a Rows,
        hits: &'a [Hit],
        order: &[u32],
        groups: &'a [ContrastGroup],
        cases: &'a [ContrastCase],
    ) -> Self {
        let position_of_case = positions(study.cases.len(), order);
        Self { study, facts, rows, hits, groups, cases, position_of_case }
    }

    /// Returns all rows but headings, by the largest difference between two outcomes, then id.
    pub(super) fn factors(&self) -> Vec<FactorContrast> {
        let codebook = &self.study.codebook;
        let mut factors = self.rows.each_but_headings(codebook, self.hits, |code, hits| self.row(code, hits));
        factors.sort_by_cached_key(|factor| (Reverse(self.largest_difference(factor)), factor.id.clone()));
        factors
    }

    fn row(&self, code: &Code, hits: &[Hit]) -> FactorContrast {
        let case_of = |hit: &Hit| {
            self.position_of_case[hit.case as usize].expect("facts hold only cases that pass") as usize
        };
        let group_of = |hit: &Hit| self.cases[case_of(hit)].group as u32;
        let pieces = Pieces::new(self.facts, hits, &passages(hits), &self.position_of_case, group_of);
        let of_cases = pieces.per_case();
        let passages_in = |case: usize| {
            let place = of_cases.binary_search_by_key(&case, |(case, _)| *case).ok();
            place.map(|place| of_cases[place].1)
        };
        // a coding outside all material shows that there was something to find
        let counts = |case: &usize| self.cases[*case].n_sources > 0 || passages_in(*case).is_some();
        let mut groups: Vec<FactorInGroup> = self
            .groups
            .iter()
            .map(|group| FactorInGroup {
                n: group.cases.iter().filter(|case| counts(case)).count(),
                occurrence: None,
            })
            .collect();
        for occurrence in pieces.occurrences() {
            let group = occurrence.level;
            groups[group].occurrence = Some(occurrence);
        }
        // nobody looked in a case that nobody coded in
        let sought = |case: &usize| self.cases[*case].is_read;
        let deviant = (0..self.cases.len()).filter(|case| sought(case) || passages_in(*case).is_some());
        let deviant = deviant
            .filter_map(|case| self.deviant(code, case, passages_in(case).unwrap_or_default()))
            .collect();
        FactorContrast {
            id: code.id.clone(),
            name: code.name.clone(),
            kind: code.kind,
            valence: code.valence,
            level: code.level.clone(),
            groups,
            deviant,
            of_cases,
        }
    }

    /// Returns in what a case does not fit a factor, if it does not.
    fn deviant(&self, code: &Code, case: usize, passages: Directions) -> Option<Deviant> {
        let works = match code.valence? {
            Valence::Promoting => passages.promoting > 0,
            Valence::Hindering => passages.hindering > 0,
            Valence::Ambivalent => return None,
        };
        let should_work = self.groups[self.cases[case].group].expects? == code.valence?;
        let deviation = match (works, should_work) {
            (true, false) => Deviation::WorksAgainstOutcome,
            (false, true) => Deviation::MissingForOutcome,
            _ => return None,
        };
        Some(Deviant { case, deviation, state: passages.state().unwrap_or(CellState::NotFound), passages })
    }

    fn largest_difference(&self, factor: &FactorContrast) -> Share {
        let shares =
            |happens| shares(self.groups, factor, happens).map(|(_, share)| share).collect::<Vec<_>>();
        let differences = Happens::ALL.map(|happens| Share::largest_difference(&shares(happens)));
        differences.into_iter().max().expect("three things are counted")
    }
}

/// Returns of each stated outcome with material its position and the share of its cases in which something happens.
pub(super) fn shares(
    groups: &[ContrastGroup],
    factor: &FactorContrast,
    happens: Happens,
) -> impl Iterator<Item = (usize, Share)> {
    let stated = groups.iter().zip(&factor.groups).enumerate();
    let stated = stated.filter(|(_, (group, in_group))| group.level.is_some() && in_group.n > 0);
    stated.map(move |(place, (_, in_group))| {
        (place, Share { k: in_group.cases(happens).len() as u64, n: in_group.n as u64 })
    })
}
