//! The literature of a study: `references.bib` read, and its works printed as APA (7th edition) asks.
//!
//! - [`read`] takes the text of the file apart. A work that cannot be read is reported with its line and hides no other.
//! - [`Literature`] prints citations and the list of references, in Dutch or English, as [`Run`]s: pieces of text, plain or italic.
//!   All citations of a document are printed together, because `2019a` and `2019b` are told apart by the works that are cited in it.
//!
//! The style is the one that reference managers use (CSL, `apa`), with the terms that Dutch guides to APA ask for in a Dutch text
//! ("Red.", "2e druk", "Geraadpleegd op", "De Vries"). Titles are printed as the file has them: APA's sentence case is up to
//! whoever fills it.
//!
//! Absent on purpose: files, the network (nothing is looked up), any type of the libraries in a signature.

mod items;
mod literature;
mod names;
mod read;
mod runs;
mod style;

pub use literature::{Listed, Literature};
pub use read::{Fault, Read, read};
pub use runs::{Run, plain};
