//! What a list of words rests on.

use super::Request;
use super::material::Material;
use super::rank::Order;
use super::side::Least;
use crate::Project;
use draad_core::Filter;
use draad_index::wordlist::{STEMMING, StopWords};
use serde::Serialize;

/// What a list of words rests on; printed beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Basis {
    /// The filter.
    pub filter: Filter,
    /// Words that pass the filter.
    pub n_words: u64,
    /// Sources with words that pass.
    pub n_sources: usize,
    /// Cases with words that pass.
    pub n_cases: usize,
    /// Words of people in roles that ask the questions.
    pub n_asked: u64,
    /// How stems were made; nothing where words were counted by spelling, without regard for capitals and accents.
    pub stemming: Option<&'static str>,
    /// The list of stop words that were left out; nothing where all words are listed.
    pub stop_words: Option<&'static str>,
    /// What is listed occurs at least so often.
    pub least: Least,
    /// At most this many are listed, per level where there are levels; nothing for all.
    pub limit: Option<usize>,
    /// The order of the list.
    pub order: Order,
    /// The columns that hold a measure, and how it is computed.
    pub measures: Vec<Measure>,
    /// Hash of data and codebook.
    pub fingerprint: String,
    /// Version of the software.
    pub version: &'static str,
}

/// How a column was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// The column.
    pub column: &'static str,
    /// Formula and source.
    pub definition: &'static str,
}

/// How evenly a word is spread over sources.
pub(super) const DISPERSION: Measure = Measure {
    column: "dispersion",
    definition: "normalised deviation of proportions over sources, DP / (1 - smallest share): 0 even, 1 all in the smallest source (Gries 2008; Lijffijt & Gries 2012)",
};

impl Basis {
    pub(super) fn new(
        project: &Project,
        request: &Request,
        material: &Material,
        order: Order,
        measures: &[Measure],
    ) -> Self {
        Self {
            filter: request.filter.clone(),
            n_words: material.corpus.n_words() as u64,
            n_sources: material.all.extent().n_sources,
            n_cases: material.all.extent().n_cases,
            n_asked: material.n_asked(),
            stemming: request.stems.then_some(STEMMING),
            stop_words: material.stop_words.as_ref().map(StopWords::name),
            least: request.least,
            limit: request.limit,
            order,
            measures: measures.to_vec(),
            fingerprint: project.loaded.fingerprint.clone(),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}
