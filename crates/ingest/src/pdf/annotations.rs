//! What people wrote on a PDF: comments in the margin, and answers in the fields of a form.

use super::script::Page;
use crate::Comment;
use crate::clean::clean;
use crate::dates;
use crate::imported::ImportReport;
use pdf_extract::{Dictionary, Document, Object, decode_text_string};

/// The most annotations that are read.
const MAX: usize = 20_000;
/// What readers put on a page; other annotations may be a printer's or a film.
const MARKS: [&[u8]; 9] =
    [b"Text", b"FreeText", b"Highlight", b"Underline", b"Squiggly", b"StrikeOut", b"Caret", b"Ink", b"Stamp"];

/// What was written on a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Written {
    /// The comments, in the order of the pages. On which words they are, a PDF does not say: only where on the page.
    pub(super) comments: Vec<Comment>,
    /// How many comments and marks in the text have no words.
    pub(super) n_empty: usize,
    /// The answers in fields of a form, which are not in the text.
    pub(super) answers: Vec<String>,
}

impl Written {
    /// Finds what was written on `pages`.
    pub(super) fn on(doc: &Document, pages: &[Page]) -> Self {
        let mut written = Self::default();
        let pages = pages.iter().filter_map(|page| doc.get_dictionary(page.id).ok());
        let lists = pages.filter_map(|page| page.get_deref(b"Annots", doc).ok()?.as_array().ok());
        for object in lists.flatten().take(MAX) {
            if let Ok(annotation) = doc.dereference(object).and_then(|(_, object)| object.as_dict()) {
                written.add(doc, annotation);
            }
        }
        written
    }

    fn add(&mut self, doc: &Document, annotation: &Dictionary) {
        let kind = annotation.get_deref(b"Subtype", doc).and_then(Object::as_name).unwrap_or_default();
        let text = |key: &[u8]| {
            let text = annotation.get_deref(key, doc).and_then(decode_text_string).unwrap_or_default();
            clean(text.trim(), &mut ImportReport::default())
        };
        match kind {
            b"Widget" => self.answers.extend(Some(text(b"V")).filter(|answer| !answer.is_empty())),
            // Pop-ups repeat the comment that they belong to.
            b"Popup" | b"Link" => {}
            _ => {
                let words = text(b"Contents");
                if words.is_empty() {
                    self.n_empty += usize::from(MARKS.contains(&kind));
                } else {
                    let moment = text(b"M");
                    // Written `D:20240314101500+01'00'`.
                    let date = dates::packed_day(moment.strip_prefix("D:").unwrap_or(&moment));
                    let author = text(b"T");
                    self.comments.push(Comment { author, date, text: words, ..Comment::default() });
                }
            }
        }
    }
}
