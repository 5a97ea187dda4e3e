//! Counts passages by direction, row by row.

use super::flips::{contradict, flips, pairs};
use super::keys::Comparison;
use super::voices::{self, Chooser};
use super::{BothIn, ByKey, Reach, Tension, TensionKey, WithoutTension};
use crate::compute::positions;
use crate::directions::Pointing;
use crate::hits::{Hit, Rows, Stretch, passages};
use crate::material::cases_with_material;
use crate::pieces::Pieces;
use crate::{CellState, Directions, Occurrence};
use draad_core::facts::Facts;
use draad_core::{Code, Study};
use std::collections::BTreeMap;

/// What is needed to count a row.
pub(super) struct Counting<'a> {
    pub(super) study: &'a Study,
    pub(super) facts: &'a Facts,
    pub(super) rows: &'a Rows,
    /// All hits, sorted.
    hits: &'a [Hit],
    pub(super) comparisons: &'a [Comparison<'a>],
    pub(super) quotes: usize,
    /// Cases with material.
    pub(super) n_with_material: usize,
    /// Per case of the study its position in the table.
    position_of_case: Vec<Option<u32>>,
}

/// What became of a row.
pub(super) enum Counted {
    Tension(Box<Tension>),
    Without(WithoutTension),
}

impl<'a> Counting<'a> {
    pub(super) fn new(
        study: &'a Study,
        facts: &'a Facts,
        rows: &'a Rows,
        hits: &'a [Hit],
        comparisons: &'a [Comparison<'a>],
        quotes: usize,
    ) -> Self {
        let position_of_case = positions(study.cases.len(), &facts.cases);
        let n_with_material = cases_with_material(study, facts).into_iter().filter(|has| *has).count();
        Self { study, facts, rows, hits, comparisons, quotes, n_with_material, position_of_case }
    }

    /// Counts all rows but headings, in their order.
    pub(super) fn all(&self) -> Vec<Counted> {
        let has_material = self.n_with_material > 0;
        let count = |code: &Code, hits: &[Hit]| self.row(code, hits, has_material);
        self.rows.each_but_headings(&self.study.codebook, self.hits, count)
    }

    fn row(&self, code: &Code, hits: &[Hit], has_material: bool) -> Counted {
        let stretches = passages(hits);
        let all = Pieces::new(self.facts, hits, &stretches, &self.position_of_case, |_| 0);
        let Some(whole) = all.occurrences().pop() else {
            let state = if has_material { CellState::NotFound } else { CellState::NoMaterial };
            return Counted::Without(without(code, state, 0, 0));
        };
        let is_both = whole.state == CellState::Both;
        let keys: Vec<ByKey> = match is_both {
            true => {
                self.comparisons.iter().map(|key| self.by_key_or_cases(key, hits, &all, &whole)).collect()
            }
            false => Vec::new(),
        };
        let differs = match &keys[..] {
            [key] => key.differs,
            _ => is_both,
        };
        if !differs {
            return Counted::Without(without(code, whole.state, whole.cases.len(), whole.passages.passages));
        }
        Counted::Tension(Box::new(self.tension(code, hits, &stretches, whole, keys, &all)))
    }

    fn tension(
        &self,
        code: &Code,
        hits: &[Hit],
        stretches: &[Stretch],
        whole: Occurrence,
        keys: Vec<ByKey>,
        all: &Pieces,
    ) -> Tension {
        let chooser = Chooser::new(self, hits, stretches, &all.pointing);
        let both = both(all);
        let in_passages = all.pointing.iter().any(|pointing| pointing.is_both());
        let nearest = both.iter().map(|both| both.reach).min().unwrap_or(Reach::BetweenCases);
        Tension {
            id: code.id.clone(),
            name: code.name.clone(),
            kind: code.kind,
            valence: code.valence,
            level: code.level.clone(),
            passages: whole.passages,
            n_sources: whole.n_sources,
            n_cases: whole.cases.len(),
            promoting: whole.promoting,
            hindering: whole.hindering,
            ambivalent: all.cases(|pointing| pointing.ambivalent),
            reach: if in_passages { Reach::Passage } else { nearest },
            both,
            between_codes: self.is_between_codes(hits),
            keys,
            voices: chooser.voices(),
            both_ways: chooser.passages(voices::Side::Both),
            ambivalent_passages: chooser.passages(voices::Side::Ambivalent),
        }
    }

    /// Returns whether no code of a row both promotes and hinders.
    fn is_between_codes(&self, hits: &[Hit]) -> bool {
        let mut of_code: BTreeMap<u32, Pointing> = BTreeMap::new();
        for fact in hits.iter().map(|hit| &self.facts.codings[hit.fact as usize]) {
            *of_code.entry(fact.code).or_default() |= fact.valence.map(Pointing::from).unwrap_or_default();
        }
        !of_code.values().any(|pointing| pointing.is_both())
    }

    /// Counts a row by one key. By case beside other keys only whether cases differ: the table of cases by factors has the
    /// rest.
    fn by_key_or_cases(&self, key: &Comparison, hits: &[Hit], all: &Pieces, whole: &Occurrence) -> ByKey {
        if key.key != TensionKey::Case || self.comparisons.len() == 1 {
            return self.by_key(key, hits, all);
        }
        let differs = contradict(&whole.promoting, &whole.hindering);
        ByKey { differs, occurrences: Vec::new(), flips: Vec::new(), pairs: Vec::new() }
    }

    /// Counts a row by one key. Where values change within a source, passages are cut at their borders.
    fn by_key(&self, comparison: &Comparison, hits: &[Hit], all: &Pieces) -> ByKey {
        let level_of = |hit: &Hit| comparison.grouping.of_fact(&self.facts.codings[hit.fact as usize]);
        let pieces = if comparison.key.varies_within_case() {
            let mut cut: Vec<Hit> = hits.iter().map(|hit| hit.in_group(level_of(hit))).collect();
            // stable: within a value hits stay sorted
            cut.sort_by_key(|hit| hit.group);
            Pieces::new(self.facts, &cut, &passages(&cut), &self.position_of_case, |hit| hit.group)
        } else {
            all.by_case(|case| comparison.grouping.of_case(self.facts.cases[case]))
        };
        let occurrences = pieces.occurrences();
        let compared = || occurrences.iter().filter(|found| comparison.levels[found.level].compared);
        let having = |direction: fn(&Directions) -> usize| -> Vec<usize> {
            compared().filter(|found| direction(&found.passages) > 0).map(|found| found.level).collect()
        };
        let differs = contradict(&having(|of| of.promoting), &having(|of| of.hindering));
        let flips = flips(comparison, &pieces, &self.facts.cases);
        ByKey { differs, pairs: pairs(&flips, &comparison.levels), flips, occurrences }
    }
}

/// Returns the cases with both directions, and how near the two come to each other.
fn both(pieces: &Pieces) -> Vec<BothIn> {
    let mut places: Vec<(usize, u32, Pointing)> =
        pieces.iter().map(|(piece, pointing)| (piece.case as usize, piece.source, pointing)).collect();
    places.sort_unstable_by_key(|(case, source, _)| (*case, *source));
    let together = |places: &[(usize, u32, Pointing)]| {
        places.iter().fold(Pointing::default(), |all, (.., one)| all | *one)
    };
    let both = |of_case: &[(usize, u32, Pointing)]| {
        let mut sources = of_case.chunk_by(|a, b| a.1 == b.1);
        let reach = if of_case.iter().any(|(.., pointing)| pointing.is_both()) {
            Reach::Passage
        } else if sources.any(|of_source| together(of_source).is_both()) {
            Reach::Source
        } else {
            Reach::Case
        };
        together(of_case).is_both().then_some(BothIn { case: of_case[0].0, reach })
    };
    places.chunk_by(|a, b| a.0 == b.0).filter_map(both).collect()
}

fn without(code: &Code, state: CellState, n_cases: usize, n_passages: usize) -> WithoutTension {
    WithoutTension { id: code.id.clone(), name: code.name.clone(), state, n_cases, n_passages }
}
