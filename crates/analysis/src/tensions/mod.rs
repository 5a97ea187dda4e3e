//! Tensions: factors that help here and hinder there. Contradiction is a result, not noise.
//!
//! - **Tension**: a factor with passages that promote and passages that hinder. Where one key is asked for, passages under
//!   one of its values promote and passages under another hinder.
//! - **Flip**: a case in which the factor promotes under one value of a key and hinders under another: roles that read it
//!   differently, phases between which it changed. What is not stated contradicts nothing, nor do people who ask questions.
//! - **Unit**: the passage, cut at the borders of the values, so that each number is that of the table `cases-by-factors`
//!   by the same key; words that belong to several cases count once per value.
//! - **Factors**: all codes but headings, which mix by nature. Where sub-codes are folded in, it is said when the two
//!   directions stand under different codes.
//! - **Order**: by the number of cases within which the factor flips (over the key that was asked for, or else in which
//!   both directions occur), most first, then id. It says nothing about importance.

mod count;
mod flips;
mod keys;
mod plain;
mod voices;

use crate::groups::Kinds;
use crate::hits::{Rows, hits};
use crate::{Basis, By, CellState, Directions, Level, Occurrence, Options, Passage, Section};
use count::{Counted, Counting};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{CaseId, CodeId, CodeKind, Label, LevelId, Study, Valence};
use draad_measures::Undefined;
use keys::Comparison;
use rayon::prelude::*;
use serde::Serialize;
use std::cmp::Reverse;

/// A key by which directions are compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TensionKey {
    /// The case.
    Case,
    /// A further key of tables.
    #[serde(untagged)]
    By(By),
}

impl TensionKey {
    /// Returns whether a case can have several values of it. Attributes, outcomes among them, are the case's own.
    pub fn varies_within_case(&self) -> bool {
        !matches!(self, TensionKey::Case | TensionKey::By(By::Attribute(_)))
    }
}

/// What to compare, and how many passages to show.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TensionsOptions {
    /// The keys; each once.
    pub keys: Vec<TensionKey>,
    /// Pairs of contrasting passages per factor; as many ambivalent passages, and as many that point both ways.
    pub quotes: usize,
}

impl Default for TensionsOptions {
    /// Phases, roles, kinds and cases; one pair of passages.
    fn default() -> Self {
        let by = [By::Phase, By::Role, By::Kind].map(TensionKey::By);
        Self { keys: by.into_iter().chain([TensionKey::Case]).collect(), quotes: 1 }
    }
}

/// Factors whose direction differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tensions {
    /// What they rest on.
    pub basis: Basis,
    /// The keys that were compared.
    pub keys: Vec<KeyUsed>,
    /// The cases, in the study's order; positions below refer to it.
    pub cases: Vec<CaseId>,
    /// Cases with material.
    pub n_with_material: usize,
    /// Factors in tension, by the number of cases within which they flip (most first), then id.
    pub factors: Vec<Tension>,
    /// Codes without tension, in the order of the codebook.
    pub others: Vec<WithoutTension>,
    /// Why there can be no tension at all; nothing where directions could have differed.
    #[serde(serialize_with = "crate::undefined::optional")]
    pub undefined: Option<Undefined>,
}

/// A key that was compared.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeyUsed {
    /// The key.
    pub key: TensionKey,
    /// Its values, in their order; only those that occur.
    pub levels: Vec<Level>,
    /// Why its values cannot be compared: fewer than two occur.
    #[serde(serialize_with = "crate::undefined::optional")]
    pub undefined: Option<Undefined>,
}

/// A factor in tension.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tension {
    /// The code.
    pub id: CodeId,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// Factor or theme.
    pub kind: CodeKind,
    /// Its default direction.
    pub valence: Option<Valence>,
    /// The level at which it works.
    pub level: Option<LevelId>,
    /// All its passages; words that belong to several cases count once.
    pub passages: Directions,
    /// Sources with it.
    pub n_sources: usize,
    /// Cases in which it is coded.
    pub n_cases: usize,
    /// Cases in which it promotes, whatever else.
    pub promoting: Vec<usize>,
    /// Cases in which it hinders, whatever else.
    pub hindering: Vec<usize>,
    /// Cases in which it does both at once in a passage coded as ambivalent.
    pub ambivalent: Vec<usize>,
    /// Cases in which it both promotes and hinders, and how near to each other.
    pub both: Vec<BothIn>,
    /// The nearest that the two directions come to each other.
    pub reach: Reach,
    /// Whether no code has both directions by itself: they stand under different codes that are folded together.
    pub between_codes: bool,
    /// Per key what leans where, parallel to [`Tensions::keys`].
    pub keys: Vec<ByKey>,
    /// Contrasting passages, the first pair first. None where the two directions stand in the same passages, or in words of
    /// people who ask questions.
    pub voices: Vec<Voices>,
    /// Some passages that promote and hinder at once by different codings.
    pub both_ways: Vec<Passage>,
    /// Some ambivalent passages.
    pub ambivalent_passages: Vec<Passage>,
}

/// How near two directions come to each other. The order of the variants is from near to far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Reach {
    /// In one passage: two codings of it read it differently.
    Passage,
    /// In one source.
    Source,
    /// In one case, in different sources.
    Case,
    /// Only between cases.
    BetweenCases,
}

/// A case in which a factor both promotes and hinders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BothIn {
    /// Position in [`Tensions::cases`].
    pub case: usize,
    /// The nearest that the two come to each other in it.
    pub reach: Reach,
}

/// A factor by one key.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ByKey {
    /// Values under which it is coded, by their position in [`KeyUsed::levels`], ascending. By case only where no other key was
    /// asked for: the table of cases by factors has them.
    pub occurrences: Vec<Occurrence>,
    /// Whether it promotes under one value and hinders under another, be it in different cases.
    pub differs: bool,
    /// Cases that flip over the key, in their order; none for keys that do not vary within a case.
    pub flips: Vec<Flip>,
    /// Which values contradict each other within cases: by number of cases (most first), then the order of the values.
    pub pairs: Vec<LevelPair>,
}

/// A case that flips over a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Flip {
    /// Position in [`Tensions::cases`].
    pub case: usize,
    /// What each value says in it, in the order of [`KeyUsed::levels`].
    pub states: Vec<CellState>,
    /// In which direction it changes; only for phases.
    pub change: Option<Change>,
}

/// How the direction of a factor changes in a case, from the first phase in which it has one to the last.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr, strum::EnumIter,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Change {
    /// It only promotes at first, and only hinders in the end.
    HelpsThenHinders,
    /// It only hinders at first, and only promotes in the end.
    HindersThenHelps,
    /// It only promotes at first, and does both in the end.
    HelpsThenBoth,
    /// It only hinders at first, and does both in the end.
    HindersThenBoth,
    /// It does both at first, and only promotes in the end.
    BothThenHelps,
    /// It does both at first, and only hinders in the end.
    BothThenHinders,
    /// It ends as it began.
    ThereAndBack,
}

/// Two values that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LevelPair {
    /// The value under which the factor promotes, as a position in [`KeyUsed::levels`].
    pub promoting: usize,
    /// The value under which it hinders in the same case.
    pub hindering: usize,
    /// The cases, as positions in [`Tensions::cases`].
    pub cases: Vec<usize>,
}

/// Two passages that contradict each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Voices {
    /// The one that promotes.
    pub promoting: Passage,
    /// The one that hinders.
    pub hindering: Passage,
    /// What they have in common.
    pub shared: Shared,
}

/// What two contrasting passages have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Shared {
    /// Case and phase: different roles speak.
    CaseAndPhase,
    /// Case and role: it is said of different phases.
    CaseAndRole,
    /// The case.
    Case,
    /// The phase: different roles speak, in different cases.
    Phase,
    /// The role: it is said of different phases, in different cases.
    Role,
    /// None of these.
    Nothing,
}

/// A code that is not in tension.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WithoutTension {
    /// The code.
    pub id: CodeId,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// What it says over all cases.
    pub state: CellState,
    /// Cases in which it is coded.
    pub n_cases: usize,
    /// Passages; words that belong to several cases count once.
    pub n_passages: usize,
}

impl Tension {
    /// Returns the part of a table in which the factor stands.
    pub fn section(&self) -> Section {
        Section::of(self.kind, self.valence)
    }
}

impl ByKey {
    /// Returns the factor under a value, if it is coded there.
    pub fn occurrence(&self, level: usize) -> Option<&Occurrence> {
        let place = self.occurrences.binary_search_by_key(&level, |occurrence| occurrence.level).ok()?;
        self.occurrences.get(place)
    }

    /// Returns the cases that change in one way, as positions in [`Tensions::cases`].
    pub fn changing(&self, change: Change) -> Vec<usize> {
        self.flips.iter().filter(|flip| flip.change == Some(change)).map(|flip| flip.case).collect()
    }
}

impl Tensions {
    /// Compares the directions of each factor. `options.by` is not used: the keys stand in `own`.
    ///
    /// # Errors
    /// The filter or a key names something that the study does not have; or no case passes.
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        own: &TensionsOptions,
    ) -> Outcome<Self> {
        options.check(study)?;
        let kinds = Kinds::new(study);
        let comparisons: Vec<Comparison> = own
            .keys
            .par_iter()
            .map(|key| Comparison::new(study, facts, &kinds, key))
            .collect::<Outcome<_>>()?;
        let rows = Rows::new(&study.codebook, &options.filter, !options.unfolded);
        let hits = hits(facts, &rows, |_| 0);
        let counting = Counting::new(study, facts, &rows, &hits, &comparisons, own.quotes);
        let (mut factors, mut others) = (Vec::new(), Vec::new());
        for found in counting.all() {
            match found {
                Counted::Tension(tension) => factors.push(*tension),
                Counted::Without(other) => others.push(other),
            }
        }
        factors.sort_by_cached_key(|tension| (Reverse(tension.n_within_cases(own)), tension.id.clone()));
        Ok(Self {
            basis: Basis::new(study, facts, &Options { by: None, ..options.clone() }, None),
            keys: comparisons.iter().map(|comparison| comparison.used(facts.cases.len())).collect(),
            cases: facts.cases.iter().map(|&case| study.cases[case as usize].id.clone()).collect(),
            n_with_material: counting.n_with_material,
            undefined: why_none(facts, counting.n_with_material),
            factors,
            others,
        })
    }
}

impl Tension {
    /// Returns the number of cases within which the factor flips: over the only key that varies within cases, or else in
    /// which both directions occur.
    fn n_within_cases(&self, own: &TensionsOptions) -> usize {
        match &own.keys[..] {
            [key] if key.varies_within_case() => self.keys[0].flips.len(),
            _ => self.both.len(),
        }
    }
}

fn why_none(facts: &Facts, n_with_material: usize) -> Option<Undefined> {
    let directed = |valence| matches!(valence, Some(Valence::Promoting | Valence::Hindering));
    if n_with_material == 0 {
        Some(Undefined::NoMaterial)
    } else if facts.codings.is_empty() {
        Some(Undefined::NoCodings)
    } else if !facts.codings.iter().any(|fact| directed(fact.valence)) {
        Some(Undefined::NoDirection)
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
