//! Literature beside cases: which works name a factor, and in how many cases it is shown.
//!
//! - **A work names a factor** when the row of the factor in the codebook lists it (`references`); where a code holds what is coded
//!   below it, also when the row of a code below it does. Keys of no work name nothing.
//! - **A factor is shown** in a case where it is coded there, in any direction; it promotes or hinders there where some passage does.
//!   Of n cases with material; cases without material say nothing.

mod plain;

use crate::{Basis, CaseColumn, CasesByFactors, CellState, FactorRow, Options};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{CodeId, Problem, ReferenceKey, Study};
use serde::Serialize;
use std::collections::BTreeSet;

/// Literature beside cases.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LiteratureTable {
    /// What it rests on.
    pub basis: Basis,
    /// The cases.
    pub cases: Vec<CaseColumn>,
    /// Factors and themes in the order of the case × factor table, headings last.
    pub factors: Vec<NamedFactor>,
    /// Works that name some factor, in the order of `references.bib`.
    pub works: Vec<NamingWork>,
}

/// A factor with the works that name it and the cases that show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedFactor {
    /// The factor.
    pub factor: FactorRow,
    /// The works that name it, each with the codes whose rows list it.
    pub named: Vec<Naming>,
    /// Cases with material.
    pub n: usize,
    /// Cases in which it is coded, as positions in [`LiteratureTable::cases`].
    pub shown: Vec<usize>,
    /// Those in which it promotes in some passage.
    pub promoting: Vec<usize>,
    /// Those in which it hinders in some passage.
    pub hindering: Vec<usize>,
}

/// A work that names a factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Naming {
    /// The work.
    pub work: ReferenceKey,
    /// The codes whose rows list it: the factor itself, or codes below it.
    pub by: Vec<CodeId>,
}

/// A work with the factors that it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamingWork {
    /// The work.
    pub work: ReferenceKey,
    /// Codes whose own rows list it and that can be coded, in the order of the factors, as positions in
    /// [`LiteratureTable::factors`].
    pub factors: Vec<usize>,
}

/// Where a factor is found.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr, strum::EnumIter,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Standing {
    /// In the literature and in cases.
    Both,
    /// In the literature, and in no case.
    LiteratureOnly,
    /// In cases, and in no work.
    CasesOnly,
    /// In neither.
    Neither,
}

impl NamedFactor {
    /// Returns where the factor is found.
    pub fn standing(&self) -> Standing {
        match (self.named.is_empty(), self.shown.is_empty()) {
            (false, false) => Standing::Both,
            (false, true) => Standing::LiteratureOnly,
            (true, false) => Standing::CasesOnly,
            (true, true) => Standing::Neither,
        }
    }
}

impl LiteratureTable {
    /// Puts works beside cases, from facts that were collected with the filter of `options`. The further key is not used.
    ///
    /// # Errors
    /// `NoLiterature` when no code lists a work that is there; what [`CasesByFactors::from_facts`] fails for.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        if !names_any(study) {
            return Err(crate::problem(Problem::NoLiterature));
        }
        let options = Options { by: None, words: false, ..options.clone() };
        let table = CasesByFactors::from_facts(study, facts, &options)?;
        let factors: Vec<NamedFactor> = (0..table.factors.len())
            .map(|factor| named_factor(study, &table, factor, !options.unfolded))
            .collect();
        let works = study.references.works.keys().map(|work| naming_work(&factors, work));
        let works = works.filter(|work| !work.factors.is_empty()).collect();
        Ok(Self { basis: table.basis, cases: table.cases, factors, works })
    }

    /// Returns of how many factors that a work names some case shows it, and how many it names.
    pub fn shown_of(&self, work: &NamingWork) -> (usize, usize) {
        let shown = work.factors.iter().filter(|&&factor| !self.factors[factor].shown.is_empty());
        (shown.count(), work.factors.len())
    }
}

/// Returns whether some code lists a work that is there.
pub fn names_any(study: &Study) -> bool {
    let known = |key: &ReferenceKey| study.references.get(key).is_some();
    study.codebook.codes.values().any(|code| code.references.iter().any(known))
}

/// Returns the works that name a code, in the order of `references.bib`; `folded` says whether codes below it count.
pub fn naming(study: &Study, code: &CodeId, folded: bool) -> Vec<Naming> {
    let codes = if folded { study.codebook.with_descendants(code) } else { BTreeSet::from([code.clone()]) };
    let in_order: Vec<_> = study.codebook.codes.values().filter(|code| codes.contains(&code.id)).collect();
    let by = |work: &ReferenceKey| Naming {
        work: work.clone(),
        by: in_order
            .iter()
            .filter(|code| code.references.contains(work))
            .map(|code| code.id.clone())
            .collect(),
    };
    study.references.works.keys().map(by).filter(|naming| !naming.by.is_empty()).collect()
}

fn named_factor(study: &Study, table: &CasesByFactors, factor: usize, folded: bool) -> NamedFactor {
    let row = &table.factors[factor];
    let cases = |holds: &dyn Fn(&crate::Cell) -> bool| -> Vec<usize> {
        (0..table.cases.len()).filter(|&case| holds(table.cell(0, factor, case))).collect()
    };
    NamedFactor {
        factor: row.clone(),
        named: naming(study, &row.id, folded),
        n: cases(&|cell| cell.state != CellState::NoMaterial).len(),
        shown: cases(&|cell| cell.state.is_coded()),
        promoting: cases(&|cell| cell.n_promoting > 0),
        hindering: cases(&|cell| cell.n_hindering > 0),
    }
}

fn naming_work(factors: &[NamedFactor], work: &ReferenceKey) -> NamingWork {
    let lists = |factor: &NamedFactor| {
        let own = factor.named.iter().find(|naming| naming.work == *work);
        own.is_some_and(|naming| naming.by.contains(&factor.factor.id))
    };
    let is_codable = |factor: &NamedFactor| factor.factor.kind != draad_core::CodeKind::Heading;
    let factors = factors.iter().enumerate().filter(|(_, factor)| is_codable(factor) && lists(factor));
    NamingWork { work: work.clone(), factors: factors.map(|(place, _)| place).collect() }
}

#[cfg(test)]
mod tests;
