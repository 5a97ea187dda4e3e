//! What was decided, counted: how many stretches were compared, on how many the coders agreed, and what became of the others.

use super::{Layer, State};
use draad_core::{CodeId, Label, Study, Verdict};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// What became of the stretches of a study, or of a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// All codes together.
    pub total: CodeSummary,
    /// Code by code, in the order of the codebook; only those with a stretch.
    pub codes: Vec<CodeSummary>,
    /// Who decided together, and how much; by name.
    pub deciders: Vec<Deciders>,
    /// Sources that at least two people read.
    pub n_sources: usize,
    /// Those of them that are closed.
    pub n_closed: usize,
    /// First and last moment at which something was decided that stands.
    pub between: Option<(Timestamp, Timestamp)>,
}

/// What became of the stretches of a code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CodeSummary {
    /// The code; nothing for all together.
    pub code: Option<CodeId>,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// Stretches.
    pub n_stretches: usize,
    /// Those on which the coders agreed, and nobody decided otherwise.
    pub n_agreed: usize,
    /// Those that were decided: coded.
    pub n_coded: usize,
    /// Those that were decided: not coded.
    pub n_not_coded: usize,
    /// Those that nobody has decided on.
    pub n_open: usize,
}

/// People who decided together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deciders {
    /// Their names, sorted.
    pub names: Vec<String>,
    /// How many decisions that stand are theirs.
    pub n: usize,
}

impl CodeSummary {
    /// Returns how many stretches were decided.
    pub fn n_decided(&self) -> usize {
        self.n_coded + self.n_not_coded
    }

    fn add(&mut self, state: State, layer: &Layer) {
        self.n_stretches += 1;
        match state {
            State::Agreed => self.n_agreed += 1,
            State::Open => self.n_open += 1,
            State::Decided { row } => match layer.rows[row].verdict {
                Verdict::NotCoded => self.n_not_coded += 1,
                Verdict::Coded | Verdict::Agreed => self.n_coded += 1,
            },
        }
    }
}

impl Layer {
    /// Counts what became of the stretches.
    pub fn summary(&self, study: &Study) -> Summary {
        let mut summary = Summary {
            n_sources: self.sources.len(),
            n_closed: self.sources.iter().filter(|source| source.closed.is_some()).count(),
            ..Summary::default()
        };
        let mut codes: BTreeMap<u32, CodeSummary> = BTreeMap::new();
        let mut deciders: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for (stretch, &state) in self.compared.stretches.iter().zip(&self.states) {
            summary.total.add(state, self);
            codes.entry(stretch.code).or_default().add(state, self);
            if let State::Decided { row } = state {
                let mut names = self.rows[row].by.clone();
                names.sort_unstable();
                *deciders.entry(names).or_default() += 1;
                let when = self.rows[row].created;
                summary.between = widened(summary.between, when);
            }
        }
        let named = |(code, own): (u32, CodeSummary)| {
            let code = &study.codebook.codes[code as usize];
            CodeSummary { code: Some(code.id.clone()), name: code.name.clone(), ..own }
        };
        summary.codes = codes.into_iter().map(named).collect();
        summary.deciders = deciders.into_iter().map(|(names, n)| Deciders { names, n }).collect();
        summary
    }
}

fn widened(
    between: Option<(Timestamp, Timestamp)>,
    when: Option<Timestamp>,
) -> Option<(Timestamp, Timestamp)> {
    match (between, when) {
        (Some((first, last)), Some(when)) => Some((first.min(when), last.max(when))),
        (None, Some(when)) => Some((when, when)),
        (between, None) => between,
    }
}
