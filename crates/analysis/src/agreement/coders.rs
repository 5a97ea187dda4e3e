//! Who coded how much, and how much of it another read too.

use super::reading::Readings;
use draad_core::{CoderId, Study};
use serde::Serialize;

/// One of the coders who are compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoderRow {
    /// The coder.
    pub coder: CoderId,
    /// Sources that pass the filter in which the coder coded anything.
    pub n_sources: usize,
    /// Sources that are compared and that the coder read.
    pub n_shared: usize,
    /// Of these, the ones in which the coder coded nothing.
    pub n_silent: usize,
    /// Codings in the sources that are compared.
    pub n_codings: usize,
    /// Different codes used there, each by itself.
    pub n_codes: usize,
}

/// Returns a row per coder.
pub(super) fn rows(study: &Study, readings: &Readings) -> Vec<CoderRow> {
    let of_coder = |(place, coder): (usize, &CoderId)| {
        let is_own = |coding: u32| study.codings[coding as usize].coder == *coder;
        let own = readings.facts.codings.iter().filter(|fact| is_own(fact.coding));
        let codings = crate::hits::distinct(own.clone().map(|fact| fact.coding));
        let codes = crate::hits::distinct(own.map(|fact| fact.code));
        let shared = readings.sources.iter().filter(|(_, readers)| readers.contains(&(place as u16)));
        let coded = |source: u32| readings.read.binary_search(&(source, place as u16)).is_ok();
        CoderRow {
            coder: coder.clone(),
            n_sources: readings.n_read(place as u16),
            n_shared: shared.clone().count(),
            n_silent: shared.filter(|(source, _)| !coded(*source)).count(),
            n_codings: codings.len(),
            n_codes: codes.len(),
        }
    };
    readings.coders.iter().enumerate().map(of_coder).collect()
}
