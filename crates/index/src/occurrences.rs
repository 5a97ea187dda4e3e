//! Where in each unit the words of a query stand, counted in words: read from the index, without touching any text.

use crate::leaf::Leaf;
use std::cmp::Reverse;
use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED, Term};

/// An occurrence in one of the units looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrence {
    /// Position in the list of units looked at.
    pub(crate) unit: u32,
    /// Words of the unit before it.
    pub(crate) first_word: u32,
    /// Its length in words.
    pub(crate) n_words: u32,
}

/// Returns the occurrences of all leaves in `docs` (sorted) of one segment, by unit and position. Where two overlap, the
/// first counts; of two that start together, the longer.
pub(crate) fn occurrences(
    leaves: &[Leaf],
    segment: &SegmentReader,
    docs: &[DocId],
) -> tantivy::Result<Vec<Occurrence>> {
    let mut found = Vec::new();
    for leaf in leaves {
        found.extend(leaf_occurrences(leaf, segment, docs)?);
    }
    found.sort_unstable_by_key(|occurrence| {
        (occurrence.unit, occurrence.first_word, Reverse(occurrence.n_words))
    });
    let mut free = (0, 0);
    found.retain(|occurrence| {
        let keep = (occurrence.unit, occurrence.first_word) >= free;
        if keep {
            free = (occurrence.unit, occurrence.first_word + occurrence.n_words);
        }
        keep
    });
    Ok(found)
}

fn leaf_occurrences(
    leaf: &Leaf,
    segment: &SegmentReader,
    docs: &[DocId],
) -> tantivy::Result<Vec<Occurrence>> {
    let mut slots = Vec::new();
    for slot in &leaf.slots {
        slots.push(slot_positions(slot, segment, docs)?);
    }
    let Some((first, further)) = slots.split_first() else {
        return Ok(Vec::new());
    };
    let continues = |&(unit, position): &(u32, u32)| {
        let mut next = (position + 1..).zip(further);
        next.all(|(position, slot)| slot.binary_search(&(unit, position)).is_ok())
    };
    let occurrence =
        |&(unit, first_word): &(u32, u32)| Occurrence { unit, first_word, n_words: slots.len() as u32 };
    Ok(first.iter().filter(|start| continues(start)).map(occurrence).collect())
}

/// Returns where any of the terms stands, as unit and position, sorted.
fn slot_positions(
    terms: &[Term],
    segment: &SegmentReader,
    docs: &[DocId],
) -> tantivy::Result<Vec<(u32, u32)>> {
    let mut found = Vec::new();
    let mut positions = Vec::new();
    for term in terms {
        let index = segment.inverted_index(term.field())?;
        let Some(mut postings) = index.read_postings(term, IndexRecordOption::WithFreqsAndPositions)? else {
            continue;
        };
        // Both lists are sorted, and either may be much the longer: each leaps to the other's next entry.
        let mut unit = 0;
        while postings.doc() != TERMINATED {
            unit += docs[unit..].partition_point(|&doc| doc < postings.doc());
            let Some(&doc) = docs.get(unit) else { break };
            if postings.doc() < doc {
                postings.seek(doc);
                continue;
            }
            postings.positions(&mut positions);
            found.extend(positions.iter().map(|&position| (unit as u32, position)));
            postings.advance();
        }
    }
    found.sort_unstable();
    Ok(found)
}
