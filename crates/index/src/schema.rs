//! The fields of a unit in the index.

use crate::analyser;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

/// Version of the fields; an index with other fields is rebuilt.
pub(crate) const VERSION: u32 = 1;

/// Name of the fast field that [`Fields::place`] is.
pub(crate) const PLACE: &str = "place";
/// Name of the fast field that [`Fields::end`] is.
pub(crate) const END: &str = "end";

/// The fields. Names of cases, kinds, roles and phases are the study's ids.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// Position of the source in the study (upper half) and first byte of the unit (lower half): the order by place.
    pub(crate) place: Field,
    /// Byte after the unit's last.
    pub(crate) end: Field,
    /// The source's id.
    pub(crate) source: Field,
    /// The cases to which the unit belongs.
    pub(crate) case: Field,
    /// The kind of source.
    pub(crate) kind: Field,
    /// The speaker's role.
    pub(crate) role: Field,
    /// The phase.
    pub(crate) phase: Field,
    /// The participant who speaks.
    pub(crate) speaker: Field,
    /// What the codings of the unit answer to, see [`crate::coding_key`].
    pub(crate) coding: Field,
    /// Codes with valence, as shown with a hit.
    pub(crate) shown_code: Field,
    /// The words by stem.
    pub(crate) stems: Field,
    /// The words as they stand, without accents and capitals.
    pub(crate) exact: Field,
}

/// Returns the schema and its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = |analyser: &str| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(analyser)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        place: builder.add_u64_field(PLACE, FAST | INDEXED),
        end: builder.add_u64_field(END, FAST),
        source: builder.add_text_field("source", STRING),
        case: builder.add_text_field("case", STRING | STORED),
        kind: builder.add_text_field("kind", STRING),
        role: builder.add_text_field("role", STRING | STORED),
        phase: builder.add_text_field("phase", STRING | STORED),
        speaker: builder.add_text_field("speaker", STRING | STORED),
        coding: builder.add_text_field("coding", STRING),
        shown_code: builder.add_text_field("shown_code", STORED),
        stems: builder.add_text_field("stems", words(analyser::STEMMED)),
        exact: builder.add_text_field("exact", words(analyser::EXACT)),
    };
    (builder.build(), fields)
}

/// Packs a place into one number that sorts by source and then by position.
pub(crate) fn pack_place(source_idx: u32, start: u32) -> u64 {
    u64::from(source_idx) << 32 | u64::from(start)
}

/// Returns source and start of a packed place.
pub(crate) fn unpack_place(place: u64) -> (u32, u32) {
    ((place >> 32) as u32, place as u32)
}
