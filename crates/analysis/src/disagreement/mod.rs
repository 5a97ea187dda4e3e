//! Where coders read the same source differently, with all readings side by side: what a conversation between them starts from.
//!
//! - **Compared** are the sources that at least two of the chosen coders read (see
//!   [`Reading`](draad_core::facts::Reading)), on the codings of the chosen coders, whatever the coder policy says of them. Who
//!   is not chosen does not matter. Unless coders are named, everybody is chosen but a layer of decisions.
//! - **Stretch**: codings of one code in one source that overlap, one with the next, whoever made them; codings that only touch
//!   are two stretches. Codings of a whole source are a stretch of their own, without a place.
//! - **Reading**: what one coder has on a stretch; several codings count as the set of characters that they cover together.
//! - **Overlap**: of two readings, characters in both / characters in either; of more, the smallest of all pairs.
//! - **Agreed**: every chosen coder who read the source has the code on the stretch, with the same valences (the coding's or
//!   else the code's), and the overlap is at least what is asked, .5 unless told otherwise. Everything else is a disagreement,
//!   of one or more [`DisagreementKind`]s.
//! - **Other codes**: what a coder has on the same characters under another code. "You called it trust, I called it respect"
//!   is two disagreements, each with the other beside it.
//! - **Filters** other than on coders choose stretches, they do not cut them: one is listed when at least one of its codings
//!   passes, and it is compared with all its codings.

mod compare;
mod plain;
#[cfg(test)]
mod tests;

pub(crate) use compare::{cover, overlap_of};
pub(crate) use plain::{key_values, kinds};

use crate::{Basis, Options, problem};
use draad_core::facts::Facts;
use draad_core::{
    Adjudication, AdjudicationId, CharSpan, CoderId, CoderPolicy, Filter, Problem, Study, Valence,
    ValueRange, diagnostic::Outcome,
};
use serde::Serialize;
use std::collections::BTreeSet;

/// What to compute beyond the common options.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DisagreementOptions {
    /// Readings agree about the borders when their overlap is at least this, 0 to 1; 1 asks for the same characters.
    pub overlap: f64,
}

impl Default for DisagreementOptions {
    /// Half.
    fn default() -> Self {
        Self { overlap: 0.5 }
    }
}

/// Everything that was compared: agreements and disagreements.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Disagreements {
    /// What it rests on.
    pub basis: Basis,
    /// What was asked.
    pub options: DisagreementOptions,
    /// The chosen coders, sorted.
    pub coders: Vec<CoderId>,
    /// The sources that were compared and have a stretch that passes, in the study's order.
    pub sources: Vec<ComparedSource>,
    /// Stretches, by source, start (whole sources first), end and code, in the study's order of sources and codes.
    pub stretches: Vec<Stretch>,
}

/// A source that at least two of the chosen coders read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparedSource {
    /// Position in [`Study::sources`].
    pub source: u32,
    /// Who read it, as positions in [`Disagreements::coders`], ascending.
    pub readers: Vec<u32>,
}

/// What codings of one code cover together in one source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stretch {
    /// Its name; what was decided about it goes by the same.
    pub id: AdjudicationId,
    /// Position in [`Study::sources`].
    pub source: u32,
    /// Position in the codebook.
    pub code: u32,
    /// The characters; nothing where whole sources were coded.
    pub chars: Option<CharSpan>,
    /// The smallest overlap of two readings, 0 to 1; nothing with one reading, or without a place.
    pub overlap: Option<f64>,
    /// In what the coders differ; nothing where they agree.
    pub kinds: Vec<DisagreementKind>,
    /// What each reader of the source has there, in the order of [`ComparedSource::readers`].
    pub readings: Vec<CoderReading>,
}

/// In what coders differ.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::EnumIter, strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DisagreementKind {
    /// Not every reader has the code there.
    OnlySomeCoded,
    /// Those who have it overlap less than is asked.
    Borders,
    /// Those who have it give it other valences.
    Valence,
}

/// What one coder has on a stretch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CoderReading {
    /// Position in [`Disagreements::coders`].
    pub coder: u32,
    /// Codings of the code there, as positions in [`Study::codings`]; none where this coder did not code it.
    pub codings: Vec<u32>,
    /// Their valences, or else that of the code, each once, sorted.
    pub valences: Vec<Option<Valence>>,
    /// Codings of other codes on the same characters, as positions in [`Study::codings`]; worked out for disagreements only.
    pub others: Vec<u32>,
}

impl Stretch {
    /// Returns whether the coders agree.
    pub fn is_agreed(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Returns the codings that the stretch consists of, as positions in [`Study::codings`], reader by reader.
    pub fn codings(&self) -> impl Iterator<Item = u32> {
        self.readings.iter().flat_map(|reading| reading.codings.iter().copied())
    }
}

impl Disagreements {
    /// Compares the codings of the coders that the filter of `options` names, or else of all.
    ///
    /// # Errors
    /// The filter names something that the study does not have; no case passes; `overlap` is not between 0 and 1; fewer than
    /// two coders are left (`NothingToShow` with `one-coder`), no source was read by two (`no-double-coding`), or the filter leaves nothing of those
    /// that were (`no-codings`).
    pub fn from_study(study: &Study, options: &Options, own: &DisagreementOptions) -> Outcome<Self> {
        Self::check(study, options, own)?;
        let found = Self::compared(study, options, own);
        found.check_found()?;
        Ok(found)
    }

    /// As [`Disagreements::from_study`], without its checks: with nothing to compare, it holds nothing.
    pub fn compared(study: &Study, options: &Options, own: &DisagreementOptions) -> Self {
        Self::between(study, options, own, chosen(study, &options.filter))
    }

    /// Compares the codings of these coders, who are sorted.
    pub(crate) fn between(
        study: &Study,
        options: &Options,
        own: &DisagreementOptions,
        coders: Vec<CoderId>,
    ) -> Self {
        if coders.is_empty() {
            let basis = Basis::new(study, &Facts::default(), options, None);
            return Self { basis, options: *own, coders, sources: Vec::new(), stretches: Vec::new() };
        }
        let everything = Facts::new(study, &Filter { coders: coders.clone(), ..Filter::default() });
        let passing = (!is_open(&options.filter))
            .then(|| Facts::new(study, &Filter { coders: coders.clone(), ..options.filter.clone() }));
        let shown = passing.as_ref().unwrap_or(&everything);
        let (sources, stretches) = compare::compare(study, &everything, shown, &coders, own.overlap);
        Self { basis: Basis::new(study, shown, options, None), options: *own, coders, sources, stretches }
    }

    pub(crate) fn check(study: &Study, options: &Options, own: &DisagreementOptions) -> Outcome<()> {
        options.check(study)?;
        if (0.0..=1.0).contains(&own.overlap) {
            return Ok(());
        }
        Err(problem(Problem::TableValueOutside {
            option: "overlap".to_owned(),
            value: own.overlap.to_string(),
            range: ValueRange::Share,
        }))
    }

    pub(crate) fn check_found(&self) -> Outcome<()> {
        let nothing = |reason: &str| Err(problem(Problem::NothingToShow { reason: reason.to_owned() }));
        if self.coders.len() < 2 {
            nothing("one-coder")
        } else if self.sources.is_empty() && !is_open(&self.basis.filter) {
            nothing("no-codings")
        } else if self.sources.is_empty() {
            nothing("no-double-coding")
        } else {
            Ok(())
        }
    }

    /// Returns the stretches on which the coders differ, in their order.
    pub fn disagreements(&self) -> impl Iterator<Item = &Stretch> {
        self.stretches.iter().filter(|stretch| !stretch.is_agreed())
    }

    /// Returns what is compared: the sources that two coders read, with the codings of the stretches that pass.
    pub fn basis_of_compared(&self) -> Basis {
        let codings: BTreeSet<u32> = self.stretches.iter().flat_map(Stretch::codings).collect();
        let mut basis = self.basis.clone();
        basis.filter.coders = self.coders.clone();
        Basis { n_sources: self.sources.len(), n_codings: codings.len(), ..basis }
    }

    /// Returns the words of a stretch; empty for a whole source.
    pub fn words<'s>(study: &'s Study, stretch: &Stretch) -> &'s str {
        let text = &study.sources[stretch.source as usize].text;
        stretch.chars.and_then(|chars| text.get(text.span(chars)?)).unwrap_or_default()
    }

    /// Returns the readers of a source, as positions in [`Disagreements::coders`].
    pub fn readers(&self, source: u32) -> &[u32] {
        let place = self.sources.binary_search_by_key(&source, |compared| compared.source);
        place.map_or(&[], |place| &self.sources[place].readers)
    }
}

/// Returns the coders to compare: those that are named, or else all but layers of decisions; sorted.
pub(crate) fn chosen(study: &Study, filter: &Filter) -> Vec<CoderId> {
    let mut coders = if filter.coders.is_empty() { study.human_coders() } else { filter.coders.clone() };
    if let (CoderPolicy::Adjudicated { coder: layer }, true) =
        (&study.settings.coder_policy, filter.coders.is_empty())
    {
        coders.retain(|coder| coder != layer);
    }
    let used: BTreeSet<&CoderId> = study.codings.iter().map(|coding| &coding.coder).collect();
    coders.retain(|coder| used.contains(coder));
    coders.sort_unstable();
    coders.dedup();
    coders
}

/// Returns whether nothing but coders is filtered.
fn is_open(filter: &Filter) -> bool {
    Filter { coders: Vec::new(), ..filter.clone() }.is_empty()
}

/// Returns the name of a stretch in a study.
fn id_of(study: &Study, source: u32, code: u32, chars: Option<CharSpan>) -> AdjudicationId {
    let source = &study.sources[source as usize].id;
    Adjudication::id_of(source, &study.codebook.codes[code as usize].id, chars)
}
