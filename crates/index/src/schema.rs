//! The fields of a unit in the index: its words and its place. Whatever else is known of a unit (who speaks, which
//! phase, which codings) is worked out from the study when a question is asked, so that a new coding or a corrected role
//! makes no index stale.

use crate::analyser;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// Version of the fields; an index with other fields is rebuilt.
pub(crate) const VERSION: u32 = 2;

/// Name of the fast field that [`Fields::place`] is.
pub(crate) const PLACE: &str = "place";
/// Name of the fast field that [`Fields::first_word`] is.
pub(crate) const FIRST_WORD: &str = "first_word";

/// The fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// Number of the indexed source (upper half) and position of the unit in it (lower half).
    pub(crate) place: Field,
    /// Words of the source's units before this one.
    pub(crate) first_word: Field,
    /// The words, folded.
    pub(crate) words: Field,
}

/// Returns the schema and its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(analyser::FOLDED)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let fields = Fields {
        place: builder.add_u64_field(PLACE, FAST),
        first_word: builder.add_u64_field(FIRST_WORD, FAST),
        words: builder.add_text_field("words", TextOptions::default().set_indexing_options(indexing)),
    };
    (builder.build(), fields)
}

/// Packs a place into one number that sorts by source and then by unit.
pub(crate) fn pack_place(source: u32, unit: u32) -> u64 {
    u64::from(source) << 32 | u64::from(unit)
}

/// Returns source and unit of a packed place.
pub(crate) fn unpack_place(place: u64) -> (u32, u32) {
    ((place >> 32) as u32, place as u32)
}
