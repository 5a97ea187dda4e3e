//! One self-contained HTML page of a study: what was studied, who was heard, which factors occur where, and the words
//! behind each number. Its tables as one Excel workbook ([`workbook`]). Documents for Word and as Markdown ([`document`]), what a
//! manuscript says of its own method ([`manuscript`]), and what an archive wants beside the data ([`archive`]).
//!
//! The page asks nothing of any network: style, script, figures and letters are in the file, and a content security
//! policy forbids everything else. Without script it reads from top to bottom and every number is a link to its
//! passages; with script the passages open beside what one is looking at, and the address holds the place.
//!
//! A module per section makes a plain view struct; `templates/` turns these into HTML. The templates say fixed words
//! themselves; sentences with numbers in them are made in the views.
//!
//! Absent on purpose: computing (that is `analysis`), drawing (`figures`), files, clocks.

mod address;
mod adjudication;
pub mod archive;
mod articles;
mod at_a_glance;
mod balance;
mod cases;
mod chapter;
mod definitions;
pub mod document;
mod drawings;
mod factors;
mod figure;
mod findings;
pub mod fragment;
mod input;
mod large;
mod lists;
mod literature;
pub mod manuscript;
mod markdown;
mod matrix;
mod names;
mod order;
mod page;
mod quotes;
mod reader;
mod sample;
mod scope;
mod sheet;
pub mod sheets;
mod sources;
mod svg;
mod templates;
mod tensions;
pub mod workbook;

pub use chapter::{Absent, Chapter, Part};
pub use definitions::definitions;
pub use input::{Commands, DiagnosticsSummary, ReportInput};
pub use large::is_large;
pub use page::render;
pub use sheet::Sheet;

use draad_core::{Diagnostic, Language, Place, Problem};

/// Makes the error of something that cannot be made.
fn failed(reason: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), Problem::ReportFailed { reason }))
}

/// Returns a language and where it is spoken, as programs for texts want it.
fn locale(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl-NL",
        Language::En => "en-GB",
    }
}

#[cfg(test)]
mod tests;
