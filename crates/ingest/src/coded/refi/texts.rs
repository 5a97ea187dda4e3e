//! The texts of sources and notes: inline, in a plain file, or taken from a document with formatting.

use super::package::{Lead, Package};
use super::raw::RawSource;
use crate::coded::{Reason, Reconciliation, Thing};
use crate::decode::decode;
use crate::{File, Format, Imported, ReadOptions, format, read, recognise};
use draad_core::{Diagnostic, Unit, diagnostic::Outcome};
use jiff::civil::Date;

/// A text as it was found.
#[derive(Default)]
pub(super) struct Found {
    /// Decoded, with its byte order mark and line breaks; nothing when it is not there.
    pub(super) raw: Option<String>,
    /// How it was found, where that is not plain UTF-8: an encoding, the reader of a document.
    pub(super) reading: String,
    /// What the reader of a document knows of it.
    pub(super) units: Option<(Vec<Unit>, Option<Date>)>,
}

/// What has to be known to look for texts, and what is to be said about it.
pub(super) struct Finder<'a, 'f, 'b> {
    pub(super) file: &'a File<'f>,
    pub(super) package: Package<'b>,
    pub(super) reconciliation: &'a mut Reconciliation,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
    /// Paths that lead to nothing.
    pub(super) missing: Vec<String>,
}

impl Finder<'_, '_, '_> {
    /// Finds the text of a source, note or transcript, and reports each of its paths that leads nowhere.
    pub(super) fn text_of(&mut self, source: &RawSource, thing: Thing, name: &str) -> Outcome<Found> {
        let plain = self.entry(&source.plain_path, thing, name);
        let rich = self.entry(&source.rich_path, thing, name);
        if let Some(inline) = &source.inline {
            return Ok(Found { raw: Some(inline.clone()), ..Found::default() });
        }
        if let Some(entry) = plain {
            let bytes = self.package.unpack(self.file, entry)?;
            return Ok(self.plain(&bytes, &source.plain_path));
        }
        match rich {
            Some(entry) => self.document(entry, &source.rich_path, thing, name),
            None => Ok(Found::default()),
        }
    }

    /// Reports the paths of a medium, and returns the entry of the first that is in the package.
    pub(super) fn medium_of(&mut self, source: &RawSource, name: &str) -> Option<usize> {
        let paths = source.paths.iter();
        let found: Vec<Option<usize>> = paths.map(|path| self.entry(path, Thing::Sources, name)).collect();
        found.into_iter().flatten().next()
    }

    /// Reads the text of a document with formatting, such as a PDF.
    pub(super) fn document(&mut self, entry: usize, path: &str, thing: Thing, name: &str) -> Outcome<Found> {
        let bytes = self.package.unpack(self.file, entry)?;
        if matches!(recognise(path, &bytes), Format::Text | Format::Unknown)
            && !format::is_binary(&decode(&bytes).text)
        {
            return Ok(self.plain(&bytes, path));
        }
        let options = ReadOptions { speakers: self.file.options.speakers.clone(), ..ReadOptions::default() };
        match read(path, &bytes, &options) {
            Ok(imported) => {
                self.reconciliation.change(thing, name, Reason::TextFromDocument, path);
                let Imported { text, units, reading, date, .. } = imported;
                Ok(Found { raw: Some(text), reading, units: Some((units, date)) })
            }
            Err(diagnostic) => {
                self.diagnostics.push(Diagnostic::warning(diagnostic.place, diagnostic.problem));
                Ok(Found::default())
            }
        }
    }

    fn entry(&mut self, path: &str, thing: Thing, name: &str) -> Option<usize> {
        if path.trim().is_empty() {
            return None;
        }
        let reason = match self.package.lead(path) {
            Lead::Inside(entry) => return Some(entry),
            Lead::Missing => Reason::FileMissing,
            Lead::Outside => Reason::PathOutside,
        };
        if reason == Reason::FileMissing {
            self.missing.push(path.to_owned());
        }
        self.reconciliation.change(thing, name, reason, path);
        None
    }

    fn plain(&mut self, bytes: &[u8], path: &str) -> Found {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Found { raw: Some(text.to_owned()), ..Found::default() };
        }
        let decoded = decode(bytes);
        let mut imported = Imported::default();
        decoded.report_to(&File { name: path, options: self.file.options }, &mut imported);
        self.diagnostics.append(&mut imported.diagnostics);
        let has_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        let mark = if has_mark { "\u{feff}" } else { "" };
        let reading = decoded.reading().trim_start_matches("; ").to_owned();
        Found { raw: Some(format!("{mark}{}", decoded.text)), reading, units: None }
    }
}
