//! The parts of an index, opened, with the units of the study that their documents are.

use crate::schema::{FIRST_WORD, Fields, PLACE, unpack_place};
use crate::settings::NONE;
use crate::units::Units;
use std::sync::Arc;
use tantivy::columnar::Column;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::{DocId, InvertedIndexReader, Searcher};

/// All parts of an index.
pub(crate) struct Segments {
    pub(crate) parts: Vec<Segment>,
    /// Part and document of each unit.
    documents: Vec<(u32, DocId)>,
}

/// One part of an index.
pub(crate) struct Segment {
    pub(crate) words: Arc<InvertedIndexReader>,
    /// Unit of each document; [`NONE`] for documents of a source that is gone or was indexed anew.
    pub(crate) units: Vec<u32>,
    pub(crate) lengths: FieldNormReader,
    first_words: Column<u64>,
}

impl Segments {
    /// Opens the parts. `sources` gives for each number of an indexed source its position in the study, or [`NONE`].
    pub(crate) fn open(
        searcher: &Searcher,
        fields: Fields,
        sources: &[u32],
        units: &Units,
    ) -> tantivy::Result<Self> {
        let mut documents = vec![(NONE, 0); units.len()];
        let mut parts = Vec::new();
        for (part, reader) in searcher.segment_readers().iter().enumerate() {
            let places = reader.fast_fields().u64(PLACE)?.first_or_default_col(0);
            let unit = |doc: DocId| unit_at(places.get_val(doc), sources, units);
            let own: Vec<u32> = (0..reader.max_doc()).map(unit).collect();
            for (doc, &unit) in own.iter().enumerate().filter(|(_, unit)| **unit != NONE) {
                documents[unit as usize] = (part as u32, doc as DocId);
            }
            parts.push(Segment {
                words: reader.inverted_index(fields.words)?,
                units: own,
                lengths: reader.get_fieldnorms_reader(fields.words)?,
                first_words: reader.fast_fields().u64(FIRST_WORD)?,
            });
        }
        Ok(Self { parts, documents })
    }

    /// Part and document of a unit; nothing where the index does not have it.
    pub(crate) fn document(&self, unit: u32) -> Option<(usize, DocId)> {
        let (part, doc) = *self.documents.get(unit as usize)?;
        (part != NONE).then_some((part as usize, doc))
    }

    /// Words of the source's units before this one.
    pub(crate) fn first_word(&self, unit: u32) -> u32 {
        let first = self.document(unit).and_then(|(part, doc)| self.parts[part].first_words.first(doc));
        first.unwrap_or(0) as u32
    }

    /// Whether each unit has its document.
    pub(crate) fn is_complete(&self) -> bool {
        self.documents.iter().all(|(part, _)| *part != NONE)
    }
}

fn unit_at(place: u64, sources: &[u32], units: &Units) -> u32 {
    let (number, position) = unpack_place(place);
    let Some(&source) = sources.get(number as usize).filter(|source| **source != NONE) else { return NONE };
    let own = units.of_source(source);
    if position < own.len() as u32 { own.start + position } else { NONE }
}
