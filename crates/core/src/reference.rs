//! The literature of a study: the works in `references.bib`, and who cites them.

use crate::{CodeId, MemoId, ReferenceKey, Study, citation};
use indexmap::IndexMap;

/// `references.bib`: its text as it stands, and what it says of each work.
///
/// The text is kept because it is the truth: fields, comments and abbreviations that this program has no use for stay in it, and
/// references are printed from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct References {
    /// The file, decoded, without a byte order mark; empty where there is none.
    pub text: String,
    /// The works that could be read, in the order of the file.
    pub works: IndexMap<ReferenceKey, Reference>,
}

/// A work: a book, an article, a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Its key: what is written to cite it.
    pub key: ReferenceKey,
    /// Its kind as BibLaTeX calls it, in small letters: `article`, `book`, `incollection`.
    pub kind: String,
    /// Who made it, or, where nobody is named, who edited it: `Vries, Jan de`; an organisation by its name.
    pub authors: Vec<String>,
    /// The year in which it came out; empty where that is not said.
    pub year: String,
    /// Its title with its subtitle.
    pub title: String,
    /// The line of the file on which it begins, counted from 1.
    pub line: u32,
}

/// Who cites a work.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CitedBy {
    /// A code, in the column `references` of `codebook.csv`.
    Code(CodeId),
    /// A finding, in the list above its text, or in the text.
    Finding(String),
    /// A memo, in its text.
    Memo(MemoId),
}

impl References {
    /// Returns whether there is no such file, or nothing in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Returns a work by its key.
    pub fn get(&self, key: &ReferenceKey) -> Option<&Reference> {
        self.works.get(key)
    }
}

/// Returns who cites what: each key, also one of no work, with those who cite it, each once, in the order in which codebook,
/// findings and memos are read. In a text `@anna` can be somebody's name: outside square brackets only keys of works count.
pub fn cited(study: &Study) -> IndexMap<ReferenceKey, Vec<CitedBy>> {
    let mut found: IndexMap<ReferenceKey, Vec<CitedBy>> = IndexMap::new();
    let mut add = |key: &ReferenceKey, by: CitedBy| {
        let all = found.entry(key.clone()).or_default();
        if !all.contains(&by) {
            all.push(by);
        }
    };
    for code in study.codebook.codes.values() {
        code.references.iter().for_each(|key| add(key, CitedBy::Code(code.id.clone())));
    }
    for finding in &study.findings {
        let by = || CitedBy::Finding(finding.id.clone());
        finding.references.iter().for_each(|key| add(key, by()));
        cited_in(&finding.body, &study.references).iter().for_each(|key| add(key, by()));
    }
    for memo in &study.memos {
        cited_in(&memo.body, &study.references)
            .iter()
            .for_each(|key| add(key, CitedBy::Memo(memo.id.clone())));
    }
    found
}

/// Returns the keys that a text cites, in its order; see [`cited`].
fn cited_in(markdown: &str, references: &References) -> Vec<ReferenceKey> {
    let citations = citation::citations(markdown);
    let meant = citations.into_iter().filter(|one| one.is_meant(references));
    meant.flat_map(|one| one.works).map(|work| work.key).collect()
}
