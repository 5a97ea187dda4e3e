//! Where the words of a query stand, counted in words: read from the index, without touching any text.

use crate::segments::{Segment, Segments};
use crate::settings::NONE;
use crate::terms::{Slot, Terms};
use crate::units::Set;
use rayon::prelude::*;
use tantivy::postings::{Postings, SegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED};

/// How many times fewer units than documents must be wanted for leaping from unit to unit to be faster than reading on.
const LEAP: usize = 16;

/// An occurrence of words in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrence {
    /// Number of the unit.
    pub(crate) unit: u32,
    /// Words of the unit before it.
    pub(crate) first_word: u32,
    /// Its length in words.
    pub(crate) n_words: u32,
}

/// Adds the units among `wanted` in which the words stand to a set of such units.
pub(crate) fn units_with(terms: &Terms, segments: &Segments, wanted: &Set) -> tantivy::Result<Set> {
    let mut found = Set::with_capacity(wanted.len());
    if let [slot] = &terms.slots[..] {
        for (part, infos) in segments.parts.iter().zip(&slot.infos) {
            for info in infos {
                let mut postings = part.words.read_postings_from_terminfo(info, IndexRecordOption::Basic)?;
                while postings.doc() != TERMINATED {
                    let unit = part.units[postings.doc() as usize];
                    if unit != NONE && wanted.contains(unit as usize) {
                        found.insert(unit as usize);
                    }
                    postings.advance();
                }
            }
        }
        return Ok(found);
    }
    for occurrence in occurrences(terms, segments, wanted)? {
        found.insert(occurrence.unit as usize);
    }
    Ok(found)
}

/// Returns the occurrences in the units among `wanted`, by place.
pub(crate) fn occurrences(
    terms: &Terms,
    segments: &Segments,
    wanted: &Set,
) -> tantivy::Result<Vec<Occurrence>> {
    let docs = wanted_docs(terms, segments, wanted);
    let parts: Vec<usize> = (0..segments.parts.len()).collect();
    let found: Vec<Vec<Occurrence>> = parts
        .into_par_iter()
        .map(|part| {
            let reading = Reading {
                part: &segments.parts[part],
                wanted,
                docs: docs.as_ref().map(|docs| &docs[part][..]),
            };
            reading.occurrences(&terms.slots, part)
        })
        .collect::<tantivy::Result<_>>()?;
    let mut found = found.into_iter().flatten().collect::<Vec<_>>();
    found.sort(); // sorted runs, one per part: merging them is all there is to do
    Ok(found)
}

/// Returns the documents to leap to, part by part and sorted; nothing where reading on is faster.
fn wanted_docs(terms: &Terms, segments: &Segments, wanted: &Set) -> Option<Vec<Vec<DocId>>> {
    let n_units = terms.slots.iter().map(Slot::n_units).min().unwrap_or(0);
    let n_wanted = wanted.count_ones(..);
    if n_wanted * LEAP > n_units as usize {
        return None;
    }
    let mut docs = vec![Vec::new(); segments.parts.len()];
    for unit in wanted.ones() {
        if let Some((part, doc)) = segments.document(unit as u32) {
            docs[part].push(doc);
        }
    }
    docs.iter_mut().for_each(|docs| docs.sort_unstable());
    Some(docs)
}

/// One part of the index being read.
struct Reading<'s> {
    part: &'s Segment,
    wanted: &'s Set,
    docs: Option<&'s [DocId]>,
}

impl Reading<'_> {
    fn occurrences(&self, slots: &[Slot], part: usize) -> tantivy::Result<Vec<Occurrence>> {
        // the rarest word first: the others need only be read where it stands
        let Some(rarest) = (0..slots.len()).min_by_key(|&slot| slots[slot].n_units()) else {
            return Ok(Vec::new());
        };
        let mut positions: Vec<Vec<(u32, u32)>> = vec![Vec::new(); slots.len()];
        positions[rarest] = self.positions(&slots[rarest].infos[part], self.wanted, self.docs)?;
        if slots.len() > 1 {
            let mut units = Set::with_capacity(self.wanted.len());
            units.extend(positions[rarest].iter().map(|(unit, _)| *unit as usize));
            for slot in (0..slots.len()).filter(|slot| *slot != rarest) {
                positions[slot] = self.positions(&slots[slot].infos[part], &units, self.docs)?;
            }
        }
        let (first, further) = positions.split_first().expect("there is a rarest slot");
        let continues = |&(unit, position): &(u32, u32)| {
            let mut next = (position + 1..).zip(further);
            next.all(|(position, slot)| slot.binary_search(&(unit, position)).is_ok())
        };
        let n_words = slots.len() as u32;
        let occurrence = |&(unit, first_word): &(u32, u32)| Occurrence { unit, first_word, n_words };
        Ok(first.iter().filter(|start| continues(start)).map(occurrence).collect())
    }

    /// Returns where any of the terms stands, as unit and position, sorted.
    fn positions(
        &self,
        infos: &[TermInfo],
        wanted: &Set,
        docs: Option<&[DocId]>,
    ) -> tantivy::Result<Vec<(u32, u32)>> {
        let mut found = Vec::new();
        for info in infos {
            let option = IndexRecordOption::WithFreqsAndPositions;
            let mut postings = self.part.words.read_postings_from_terminfo(info, option)?;
            match docs {
                Some(docs) => self.leap(&mut postings, docs, wanted, &mut found),
                None => self.read_on(&mut postings, wanted, &mut found),
            }
        }
        found.sort();
        Ok(found)
    }

    fn read_on(&self, postings: &mut SegmentPostings, wanted: &Set, found: &mut Vec<(u32, u32)>) {
        let mut positions = Vec::new();
        while postings.doc() != TERMINATED {
            let unit = self.part.units[postings.doc() as usize];
            if unit != NONE && wanted.contains(unit as usize) {
                postings.positions(&mut positions);
                found.extend(positions.iter().map(|&position| (unit, position)));
            }
            postings.advance();
        }
    }

    /// Both lists are sorted, and either may be much the longer: each leaps to the other's next entry.
    fn leap(
        &self,
        postings: &mut SegmentPostings,
        docs: &[DocId],
        wanted: &Set,
        found: &mut Vec<(u32, u32)>,
    ) {
        let mut positions = Vec::new();
        let mut next = 0;
        while postings.doc() != TERMINATED {
            next += docs[next..].partition_point(|&doc| doc < postings.doc());
            let Some(&doc) = docs.get(next) else { break };
            if postings.doc() < doc {
                postings.seek(doc);
                continue;
            }
            let unit = self.part.units[doc as usize];
            if wanted.contains(unit as usize) {
                postings.positions(&mut positions);
                found.extend(positions.iter().map(|&position| (unit, position)));
            }
            postings.advance();
        }
    }
}
