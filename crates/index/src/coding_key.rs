//! How conditions on codings become terms of the index.
//!
//! `--code trust --valence hindering --coder anna` asks for one coding that is all three, not for a unit with a coding
//! of each. So a coding enters the index as every combination it answers to: case, code or ancestor, valence and coder,
//! each either named or left open. A coder left open stands for the codings that count under the study's coder policy.

use draad_core::{CodeId, Codebook, CoderId, Filter, Valence};
use std::collections::BTreeSet;

/// Between the parts of a key; ids hold no control characters.
const SEPARATOR: char = '\u{1F}';

/// One coding in one case.
pub(crate) struct CodingInCase<'s> {
    pub(crate) case: &'s str,
    pub(crate) code: &'s CodeId,
    pub(crate) valence: Option<Valence>,
    pub(crate) coder: &'s CoderId,
    /// Whether it counts under the study's coder policy.
    pub(crate) counts: bool,
}

impl CodingInCase<'_> {
    /// Adds the keys to which this coding answers.
    pub(crate) fn add_keys(&self, codebook: &Codebook, keys: &mut BTreeSet<String>) {
        let ancestors = codebook.ancestors(self.code).into_iter().map(CodeId::as_str);
        let codes: Vec<&str> = ["", self.code.as_str()].into_iter().chain(ancestors).collect();
        let valences = [Some(""), self.valence.map(Into::into)];
        let coders = [self.counts.then_some(""), Some(self.coder.as_str())];
        for case in ["", self.case] {
            for code in &codes {
                for valence in valences.into_iter().flatten() {
                    for coder in coders.into_iter().flatten() {
                        keys.insert(key(case, code, valence, coder));
                    }
                }
            }
        }
    }
}

/// Returns the keys of which a unit must have one, or nothing when the filter asks nothing of codings.
/// `cases` are those that pass, or nothing when all do.
pub(crate) fn keys_asked(filter: &Filter, cases: Option<&[&str]>) -> Option<Vec<String>> {
    if filter.codes.is_empty() && filter.valences.is_empty() && filter.coders.is_empty() {
        return None;
    }
    let codes = or_open(filter.codes.iter().map(CodeId::as_str));
    let valences = or_open(filter.valences.iter().map(|&valence| valence.into()));
    let coders = or_open(filter.coders.iter().map(CoderId::as_str));
    let mut keys = Vec::new();
    for case in cases.unwrap_or(&[""]) {
        for code in &codes {
            for valence in &valences {
                keys.extend(coders.iter().map(|coder| key(case, code, valence, coder)));
            }
        }
    }
    Some(keys)
}

fn or_open<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let names: Vec<&str> = names.collect();
    if names.is_empty() { vec![""] } else { names }
}

fn key(case: &str, code: &str, valence: &str, coder: &str) -> String {
    [case, code, valence, coder].join(&SEPARATOR.to_string())
}
