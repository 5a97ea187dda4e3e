//! Works that are cited, and works that are not.

use super::Misfit;
use crate::filter::nearest;
use crate::reference::cited;
use crate::{Problem, ReferenceKey, Study, citation};

/// How many works that nobody cites are named.
const SHOWN: usize = 5;

/// Says that there is no work with this key.
fn unknown_reference(study: &Study, column: &'static str, key: &ReferenceKey) -> Option<Misfit> {
    let works = &study.references.works;
    let nearest = || nearest(key.as_str(), works.keys().map(ReferenceKey::as_str));
    let problem = || Problem::UnknownReference { key: key.to_string(), nearest: nearest() };
    (!works.contains_key(key)).then(|| Misfit::warning(column, problem()))
}

/// Checks the list of works of a code or a finding; a text is checked by [`citations`].
pub(super) fn listed(study: &Study, keys: &[ReferenceKey]) -> impl Iterator<Item = Misfit> {
    keys.iter().filter_map(|key| unknown_reference(study, "references", key))
}

/// Checks what a text cites; returns what is wrong with the place in the text, in bytes. In a sentence, `@anna` that comes near no
/// key is somebody's name.
pub fn citations(study: &Study, markdown: &str) -> Vec<(usize, Misfit)> {
    let mut found = Vec::new();
    for citation in citation::citations(markdown) {
        for work in &citation.works {
            let Some(misfit) = unknown_reference(study, "", &work.key) else { continue };
            let comes_near =
                matches!(&misfit.problem, Problem::UnknownReference { nearest, .. } if !nearest.is_empty());
            if !citation.is_narrative || comes_near {
                found.push((work.range.start, misfit));
            }
        }
    }
    found
}

/// Says which works nobody cites.
pub fn references(study: &Study) -> Vec<Misfit> {
    let cited = cited(study);
    let uncited: Vec<&ReferenceKey> =
        study.references.works.keys().filter(|key| !cited.contains_key(*key)).collect();
    if uncited.is_empty() {
        return Vec::new();
    }
    let keys = uncited.iter().take(SHOWN).map(|key| key.as_str()).collect::<Vec<_>>().join(", ");
    let more = uncited.len().saturating_sub(SHOWN);
    vec![Misfit::note("", Problem::ReferencesNotCited { n: uncited.len(), keys, more })]
}
