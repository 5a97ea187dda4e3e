//! Works that take over fields from others (`crossref`, `xdata`).

use biblatex::{Bibliography, Entry, Pair, ParseError, RawBibliography, RawChunk, RawEntry, Spanned};
use std::collections::{BTreeMap, BTreeSet};

/// How deep works may take over from works that take over: no real file comes near, and each step takes room on the stack.
const DEEPEST: usize = 20;

/// A work as it stands in the file.
pub(super) type Raw<'t> = Spanned<RawEntry<'t>>;

/// Reads the fields of a work without those it takes over.
pub(super) fn alone(raw: &Raw<'_>, abbreviations: &[Pair<'_>]) -> Result<Option<Entry>, ParseError> {
    let mut raw = raw.clone();
    raw.v.fields.retain(|field| !is_link(field));
    Ok(together(vec![raw], abbreviations)?.into_vec().pop())
}

/// The works that can be read by themselves, by key, and who takes over from whom.
pub(super) struct Families<'t> {
    works: BTreeMap<&'t str, Raw<'t>>,
}

impl<'t> Families<'t> {
    pub(super) fn new(works: &[Raw<'t>]) -> Self {
        Self { works: works.iter().map(|work| (work.v.key.v, work.clone())).collect() }
    }

    /// Returns whether a work takes over fields.
    pub(super) fn takes_over(&self, key: &str) -> bool {
        self.works.get(key).is_some_and(|work| !parents(work).is_empty())
    }

    /// Returns whether a work would wait for itself.
    pub(super) fn is_circular(&self, key: &str) -> bool {
        let mut level: BTreeSet<String> = BTreeSet::from([key.to_owned()]);
        for _ in 0..DEEPEST {
            level = level.iter().filter_map(|key| self.works.get(key.as_str())).flat_map(parents).collect();
            if level.is_empty() {
                return false;
            }
        }
        true
    }

    /// Reads a work with what it takes over; nothing when a field it takes over cannot be read.
    pub(super) fn resolved(&self, key: &str, abbreviations: &[Pair<'t>]) -> Option<Entry> {
        let mut family: Vec<&Raw> = self.works.get(key).into_iter().collect();
        let mut next = 0;
        while next < family.len() {
            for parent in parents(family[next]) {
                let is_new = !family.iter().any(|known| known.v.key.v == parent);
                family.extend(self.works.get(parent.as_str()).filter(|_| is_new));
            }
            next += 1;
        }
        let family = family.into_iter().cloned().collect();
        together(family, abbreviations).ok()?.remove(key)
    }
}

fn together(entries: Vec<Raw<'_>>, abbreviations: &[Pair<'_>]) -> Result<Bibliography, ParseError> {
    let abbreviations = abbreviations.to_vec();
    Bibliography::from_raw(RawBibliography { preamble: String::new(), entries, abbreviations })
}

fn is_link(field: &Pair<'_>) -> bool {
    ["crossref", "xdata"].iter().any(|link| field.key.v.eq_ignore_ascii_case(link))
}

/// Returns the keys of the works that a work takes over from.
fn parents(work: &Raw<'_>) -> Vec<String> {
    let links = work.v.fields.iter().filter(|field| is_link(field));
    let text = links.flat_map(|field| &field.value.v).map(|chunk| match chunk.v {
        RawChunk::Normal(text) | RawChunk::Abbreviation(text) => text,
    });
    let keys = text.flat_map(|text| text.split(','));
    keys.map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned).collect()
}
