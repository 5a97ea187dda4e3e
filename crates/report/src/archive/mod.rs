//! What an archive wants beside the data: metadata for machines, texts in an open format, and sums that prove that nothing
//! changed on the way.
//!
//! Nothing is invented: what the study does not say is written as `:tba` ("to be announced"), the word that DataCite has for
//! it, so that whoever deposits the package sees what is still asked.

mod checksums;
mod datacite;
mod ddi;
mod odt;
mod xml;
mod zipped;

use draad_core::Settings;
use draad_core::archive::{Archive, Period};

pub use checksums::checksums;
pub use datacite::datacite;
pub use ddi::ddi;
pub use odt::{Block, odt};
pub use zipped::zipped;

/// What stands where the study says nothing.
const ASKED: &str = ":tba";

/// A study as its metadata describe it.
#[derive(Clone, Debug)]
pub struct Description<'s> {
    /// What the study says of itself.
    pub settings: &'s Settings,
    /// First and last day of what was collected.
    pub period: Option<Period>,
    /// Hash of the study's data.
    pub fingerprint: &'s str,
    /// Version of the software.
    pub version: &'s str,
    /// How many there are of each thing, in words: `13 cases`.
    pub counts: Vec<String>,
    /// What kinds of material there are, in words.
    pub kinds: Vec<String>,
    /// How the material was coded, in words.
    pub coding: String,
    /// What stays behind, in words; empty when nothing does.
    pub withheld: String,
}

impl Description<'_> {
    fn archive(&self) -> &Archive {
        &self.settings.archive
    }

    /// The language of the data, as ISO 639-1 and RFC 3066 have it.
    fn language(&self) -> &'static str {
        self.settings.language.into()
    }
}

/// Returns a text, or the word that asks for it.
fn or_asked(text: &str) -> &str {
    if text.trim().is_empty() { ASKED } else { text }
}
