//! Which codes go together, in four units that never stand for one another: pairs of codings, codings of A that meet any
//! B, sources with both, cases with both.
//!
//! - **Meeting** is said of two codings of one source: they share a character, or lie within a number of characters, or stand
//!   in the same unit. Cases do not matter for it. A coding of a whole source has no place and meets nothing; it counts for
//!   sources and cases.
//! - **Codings** count each coder's own, so double coding multiplies pairs. **Passages** stand beside them: a stretch that
//!   codings of one code cover without a break, whoever made them and whichever cases they belong to.
//! - **Parents**: where they hold what is below them, a code and its own ancestor are no pair, because the one is part of the
//!   other. With `unfolded` every code has its own codings only, and all pairs count.
//! - **Cases and sources** in which nothing could be found (no material) are no part of `n`.

mod count;
mod order;
mod plain;
mod sets;
mod sweep;
#[cfg(test)]
mod tests;

use crate::{Basis, Options, Statement};
use draad_core::facts::Facts;
use draad_core::{CaseId, CodeId, CodeKind, Label, Study, diagnostic::Outcome};
use draad_measures::Measured;
use draad_measures::allen::{Nearness, Relation};
use draad_measures::cooccurrence::{self as measures, Rule, UNEQUAL_FREQUENCIES};
use serde::Serialize;

/// When two codings of one source meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Window {
    /// They share at least one character.
    #[default]
    Overlap,
    /// At most this many characters lie between their nearer ends; 0 when they overlap or meet.
    Chars(u32),
    /// They stand, at least in part, in the same unit: a turn, message, entry or paragraph. A source without units is one.
    Unit,
}

/// What to compute beyond the common options. The default is overlap, without relations.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CoOccurrenceOptions {
    /// When two codings meet.
    pub window: Window,
    /// Counts as well how the two stand in the text.
    pub relations: bool,
}

/// Which codes go together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoOccurrence {
    /// What it rests on.
    pub basis: Basis,
    /// What was asked.
    pub options: CoOccurrenceOptions,
    /// Cases with material, in the study's order.
    pub cases: Vec<CaseId>,
    /// Sources with material.
    pub n_sources: usize,
    /// Characters of material.
    pub n_chars: u64,
    /// Codes, in the order of the codebook. Those that nobody used are among them; headings only where something was coded
    /// below them.
    pub codes: Vec<CodeRow>,
    /// Pairs with a source or a case in common: most cases first, then the largest c over passages, then ids.
    pub pairs: Vec<Pair>,
}

/// A code on its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CodeRow {
    /// The code.
    pub id: CodeId,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// Factor, theme or heading.
    pub kind: CodeKind,
    /// Codings that have a place in the text.
    pub n_codings: u32,
    /// Codings of whole sources.
    pub n_whole: u32,
    /// Passages that have a place in the text, whichever cases they belong to.
    pub n_passages: u32,
    /// Sources with the code.
    pub n_sources: u32,
    /// Cases with the code, as positions in [`CoOccurrence::cases`], ascending.
    pub cases: Vec<u32>,
}

/// Two codes. `first` stands before `second` in the codebook.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// Position in [`CoOccurrence::codes`].
    pub first: usize,
    /// Position in [`CoOccurrence::codes`].
    pub second: usize,
    /// Codings that meet.
    pub codings: Meetings,
    /// Passages that meet.
    pub passages: Meetings,
    /// Characters that both codes cover, whatever the window.
    pub shared_chars: u64,
    /// Sources with both.
    pub n_sources: u32,
    /// Cases with both, wherever in the case.
    pub n_cases: u32,
    /// Cases of which one source has both.
    pub n_cases_in_one_source: u32,
    /// Pairs of codings by how the first lies to the second, in the order of [`Relation::ALL`]; nothing when not asked.
    pub relations: Option<Box<[u32; 13]>>,
}

/// How stretches of two codes meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Meetings {
    /// Pairs that meet.
    pub n_pairs: u32,
    /// Stretches of the first code that meet any of the second.
    pub n_first: u32,
    /// Stretches of the second code that meet any of the first.
    pub n_second: u32,
}

impl Pair {
    /// Returns the pairs of codings by how the first lies to the second, in five, in the order of [`Nearness::ALL`].
    pub fn nearness(&self) -> Option<[u32; 5]> {
        let relations = self.relations.as_ref()?;
        let mut counts = [0; 5];
        for (relation, n) in Relation::ALL.into_iter().zip(relations.iter()) {
            counts[relation.nearness() as usize] += n;
        }
        debug_assert!(Nearness::ALL.is_sorted());
        Some(counts)
    }
}

impl CoOccurrence {
    /// Counts which codes go together, from facts that were collected with the filter of `options`. The further key is not
    /// used.
    ///
    /// # Errors
    /// The filter or the outcome names something that the study does not have; or no case passes.
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        own: &CoOccurrenceOptions,
    ) -> Outcome<Self> {
        options.check(study)?;
        let counted = count::count(study, facts, options, own);
        Ok(Self {
            basis: Basis::new(study, facts, options, None),
            options: own.clone(),
            cases: counted.cases.iter().map(|&case| study.cases[case as usize].id.clone()).collect(),
            n_sources: counted.n_sources,
            n_chars: counted.n_chars,
            codes: counted.codes,
            pairs: counted.pairs,
        })
    }

    /// Returns the two codes of a pair.
    pub fn codes_of(&self, pair: &Pair) -> [&CodeRow; 2] {
        [&self.codes[pair.first], &self.codes[pair.second]]
    }

    /// Returns the c-coefficient over codings that have a place in the text.
    pub fn c_codings(&self, pair: &Pair) -> Measured {
        c(&pair.codings, self.codes_of(pair).map(|code| code.n_codings))
    }

    /// Returns the c-coefficient over passages, which double coding does not raise.
    pub fn c_passages(&self, pair: &Pair) -> Measured {
        c(&pair.passages, self.codes_of(pair).map(|code| code.n_passages))
    }

    /// Returns the number of codings of the code that has more, divided by that of the other.
    pub fn frequency_ratio(&self, pair: &Pair) -> Measured {
        let [first, second] = self.codes_of(pair).map(|code| u64::from(code.n_codings));
        measures::frequency_ratio(first, second)
    }

    /// Returns whether one code has so many more codings than the other that c says little.
    pub fn is_unequal(&self, pair: &Pair) -> bool {
        self.frequency_ratio(pair).is_ok_and(|ratio| ratio > UNEQUAL_FREQUENCIES)
    }

    /// Returns how much the sources of the two codes overlap.
    pub fn jaccard_sources(&self, pair: &Pair) -> Measured {
        let [first, second] = self.codes_of(pair).map(|code| u64::from(code.n_sources));
        measures::overlap_of_sets(first, second, u64::from(pair.n_sources))
    }

    /// Returns how much the cases of the two codes overlap.
    pub fn jaccard_cases(&self, pair: &Pair) -> Measured {
        let Rule { n_first, n_second, n_both, .. } = self.rule(pair);
        measures::overlap_of_sets(n_first, n_second, n_both)
    }

    /// Returns in how many cases the two codes and both occur; its direction is from the first to the second.
    pub fn rule(&self, pair: &Pair) -> Rule {
        let [n_first, n_second] = self.codes_of(pair).map(|code| code.cases.len() as u64);
        Rule { n: self.cases.len() as u64, n_first, n_second, n_both: u64::from(pair.n_cases) }
    }

    /// Returns the cases with both, in the study's order.
    pub fn cases_with_both(&self, pair: &Pair) -> impl Iterator<Item = &CaseId> {
        let [first, second] = self.codes_of(pair);
        let has_both = |case: &&u32| second.cases.binary_search(case).is_ok();
        first.cases.iter().filter(has_both).map(|&case| &self.cases[case as usize])
    }

    /// Returns what the table claims: two codes go together where they occur together in more than half of the cases, and
    /// their passages meet. A pair with a heading claims nothing.
    pub fn statements(&self) -> Vec<Statement> {
        let claims = |pair: &&Pair| {
            let is_heading = |code: &CodeRow| code.kind == CodeKind::Heading;
            let in_most = 2 * pair.n_cases as usize > self.cases.len();
            in_most && pair.passages.n_pairs > 0 && !self.codes_of(pair).into_iter().any(is_heading)
        };
        let ids = |pair: &Pair| self.codes_of(pair).map(|code| code.id.as_str());
        self.pairs.iter().filter(claims).map(|pair| Statement::new("co-occur", ids(pair), "")).collect()
    }
}

fn c(meetings: &Meetings, [first, second]: [u32; 2]) -> Measured {
    measures::c_coefficient(u64::from(first), u64::from(second), u64::from(meetings.n_pairs))
}
