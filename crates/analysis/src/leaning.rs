//! How far the codings of a case promote or hinder.

use crate::frame::{count, frame, rows, total};
use crate::groups::Grouping;
use crate::hits::{Hit, Rows, Stretch, hits, passages};
use draad_core::facts::{Fact, Facts};
use draad_core::{Study, Valence, diagnostic::Outcome};
use draad_measures::balance::balance;
use polars::prelude::col;

/// What promotes and what hinders in one case (in one group), on three counts. Only factors count, each under its own code: folding a
/// parent in beside its children would count one coding for two factors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Leaning {
    pub(crate) promoting: Side,
    pub(crate) hindering: Side,
}

/// One side of a balance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Side {
    /// Distinct factors.
    pub(crate) factors: u64,
    /// Codings.
    pub(crate) codings: u64,
    /// Characters, per factor as a union, added over factors.
    pub(crate) chars: u64,
}

impl Leaning {
    /// Returns the balance on distinct factors.
    pub(crate) fn by_factors(&self) -> Option<f64> {
        balance(self.promoting.factors, self.hindering.factors)
    }
}

/// The sides within a group; ambivalent codings and those without a direction are on neither.
const PROMOTING: u32 = 0;
const HINDERING: u32 = 1;
const NEITHER: u32 = 2;
const N_SIDES: u32 = 3;

/// Returns the leaning of each case of the study.
pub(crate) fn leanings(study: &Study, facts: &Facts) -> Outcome<Vec<Leaning>> {
    leanings_in(study, facts, &Grouping::all())
}

/// Returns the leaning of each case of the study in each group: group by group, case by case.
pub(crate) fn leanings_in(study: &Study, facts: &Facts, grouping: &Grouping) -> Outcome<Vec<Leaning>> {
    let side = |fact: &Fact| match fact.valence {
        Some(Valence::Promoting) => PROMOTING,
        Some(Valence::Hindering) => HINDERING,
        Some(Valence::Ambivalent) | None => NEITHER,
    };
    let group_and_side = |fact: &Fact| grouping.of_fact(fact) * N_SIDES + side(fact);
    let hits = hits(facts, &Rows::factors(&study.codebook), group_and_side);
    let passages = passages(&hits);
    let of = |passage: &Stretch| {
        let Hit { group: side, row: factor, case, .. } = hits[passage.hits.start];
        (side, factor, case)
    };
    let factors: Vec<&[Stretch]> = passages.chunk_by(|a, b| of(a) == of(b)).collect();
    let added = |number: fn(&Stretch) -> u64| -> Vec<u64> {
        factors.iter().map(|passages| passages.iter().map(number).sum()).collect()
    };
    let query = frame([
        ("side", factors.iter().map(|passages| u64::from(of(&passages[0]).0)).collect()),
        ("case", factors.iter().map(|passages| u64::from(of(&passages[0]).2)).collect()),
        ("codings", added(|passage| passage.hits.len() as u64)),
        ("chars", added(|passage| u64::from(passage.n_chars()))),
    ])?
    .group_by([col("side"), col("case")])
    .agg([count("factors"), total("codings"), total("chars")]);
    let mut found = vec![Leaning::default(); grouping.groups.len() * study.cases.len()];
    for [side, case, factors, codings, chars] in rows(query, ["side", "case", "factors", "codings", "chars"])?
    {
        let (group, side) = (side as usize / N_SIDES as usize, side as u32 % N_SIDES);
        let leaning = &mut found[group * study.cases.len() + case as usize];
        match side {
            PROMOTING => leaning.promoting = Side { factors, codings, chars },
            HINDERING => leaning.hindering = Side { factors, codings, chars },
            _ => {}
        }
    }
    Ok(found)
}
