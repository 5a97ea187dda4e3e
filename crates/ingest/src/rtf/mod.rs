//! Rich Text Format.
//!
//! The same choices as for Word documents: rows become lines, notes go to the end, comments keep their stretch of text,
//! tracked deletions and hidden text are left out, automatic numbers are not text.

mod charset;
mod comments;
mod letters;
mod reader;
mod state;
mod story;
mod token;

use crate::imported::Change;
use crate::{File, Imported};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use reader::Reader;
use token::Tokens;

/// How a file of this format starts.
pub(crate) const START: &[u8] = b"{\\rtf";

/// Reads an RTF document.
pub(crate) fn read(file: &File, bytes: &[u8]) -> Outcome<Imported> {
    let mut imported = Imported::default();
    let mut reader = Reader::new(&mut imported.report);
    Tokens::new(bytes).for_each(|token| reader.read(token));
    let (mut document, mut comments, guess) = reader.finish();
    comments.hand_over(&mut document, &mut imported);
    if let Some(encoding) = guess {
        imported.report.change(Change::EncodingGuessed, 1, Some(encoding.clone()));
        imported.diagnostics.push(Diagnostic::note(file.place(None), Problem::NotUtf8 { encoding }));
    }
    let mut imported = document.compose(file, "rtf", imported);
    comments.settle(&mut imported);
    Ok(imported)
}

#[cfg(test)]
mod tests;
