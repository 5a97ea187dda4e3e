//! Steps in their order, and the transitions between them.

use super::{LeftOut, StepCode, StepUnit, TransitionCount};
use crate::Options;
use crate::hits::{Rows, distinct, hits, passages};
use draad_core::facts::{Fact, Facts};
use draad_core::{CodingId, Study};
use jiff::civil::Date;
use rayon::prelude::*;

/// What was counted.
pub(super) struct Counted {
    pub(super) codes: Vec<StepCode>,
    pub(super) n_cases: usize,
    pub(super) n_same_stretch: u64,
    pub(super) left_out: LeftOut,
    /// Per code and code that follows it.
    pub(super) counts: Vec<TransitionCount>,
}

/// A coding or passage with its place in the order. The order of the fields is the order in which steps are sorted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Step<'s> {
    case: u32,
    date: Date,
    /// Position of the source when sources are sorted by id.
    source: u32,
    start: u32,
    end: u32,
    /// Of a coding; nothing for a passage.
    id: Option<&'s CodingId>,
    row: u32,
    /// Of a coding, its position in the study's codings: two coders may use the same id.
    coding: u32,
}

/// Counts the transitions.
pub(super) fn count(study: &Study, facts: &Facts, options: &Options, unit: StepUnit) -> Counted {
    let rows = Rows::new(&study.codebook, &options.filter, false);
    let n = rows.codes.len();
    let mut steps = steps(study, facts, &rows, unit);
    steps.par_sort_unstable();
    let mut counts = vec![TransitionCount::default(); n * n];
    let (mut n_cases, mut n_same_stretch) = (0, 0);
    for of_case in steps.chunk_by(|a, b| a.case == b.case) {
        let place = |pair: &[Step]| pair[0].row as usize * n + pair[1].row as usize;
        let stretch = |step: &Step| (step.source, step.start, step.end);
        let same = of_case.windows(2).filter(|pair| stretch(&pair[0]) == stretch(&pair[1]));
        n_same_stretch += same.count() as u64;
        n_cases += usize::from(of_case.len() > 1);
        for same in sorted(of_case.windows(2).map(place)).chunk_by(|a, b| a == b) {
            counts[same[0]].n += same.len() as u32;
            counts[same[0]].n_cases += 1;
        }
    }
    Counted {
        codes: codes(study, &rows, &counts),
        n_cases,
        n_same_stretch,
        left_out: left_out(study, facts),
        counts,
    }
}

fn sorted(places: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    places
}

fn codes(study: &Study, rows: &Rows, counts: &[TransitionCount]) -> Vec<StepCode> {
    let n = rows.codes.len();
    let sum = |places: &mut dyn Iterator<Item = usize>| -> u64 {
        places.map(|place| u64::from(counts[place].n)).sum()
    };
    let code = |(row, &code): (usize, &u32)| {
        let code = &study.codebook.codes[code as usize];
        StepCode {
            id: code.id.clone(),
            name: code.name.clone(),
            n_from: sum(&mut (0..n).map(|to| row * n + to)),
            n_to: sum(&mut (0..n).map(|from| from * n + row)),
        }
    };
    rows.codes.iter().enumerate().map(code).collect()
}

fn steps<'s>(study: &'s Study, facts: &Facts, rows: &Rows, unit: StepUnit) -> Vec<Step<'s>> {
    let order = source_order(study);
    let date = |source: u32| study.sources[source as usize].date;
    match unit {
        StepUnit::Codings => {
            let of = |fact: &Fact| {
                let (&row, chars) = (rows.under(fact.code).first()?, fact.chars?);
                Some(Step {
                    case: fact.case,
                    date: date(fact.source)?,
                    source: order[fact.source as usize],
                    start: chars.start.0,
                    end: chars.end.0,
                    id: Some(&study.codings[fact.coding as usize].id),
                    row,
                    coding: fact.coding,
                })
            };
            facts.codings.iter().filter_map(of).collect()
        }
        StepUnit::Passages => {
            let hits = hits(facts, rows, |_| 0);
            let of = |passage: crate::hits::Stretch| {
                let (hit, chars) = (&hits[passage.hits.start], passage.chars?);
                Some(Step {
                    case: hit.case,
                    date: date(hit.source)?,
                    source: order[hit.source as usize],
                    start: chars.start.0,
                    end: chars.end.0,
                    id: None,
                    row: hit.row,
                    coding: 0,
                })
            };
            passages(&hits).into_iter().filter_map(of).collect()
        }
    }
}

/// Returns for each source its position when sources are sorted by id.
fn source_order(study: &Study) -> Vec<u32> {
    let mut by_id: Vec<usize> = (0..study.sources.len()).collect();
    by_id.sort_by_key(|&source| &study.sources[source].id);
    let mut order = vec![0; by_id.len()];
    for (place, source) in by_id.into_iter().enumerate() {
        order[source] = place as u32;
    }
    order
}

fn left_out(study: &Study, facts: &Facts) -> LeftOut {
    let is_undated = |fact: &&Fact| study.sources[fact.source as usize].date.is_none();
    let undated = || facts.codings.iter().filter(is_undated);
    let whole = facts.codings.iter().filter(|fact| fact.chars.is_none() && !is_undated(fact));
    LeftOut {
        n_undated_sources: distinct(undated().map(|fact| fact.source)).len(),
        n_undated_codings: distinct(undated().map(|fact| fact.coding)).len(),
        n_whole: distinct(whole.map(|fact| fact.coding)).len(),
    }
}
