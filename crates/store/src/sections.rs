//! A TOML file that is a list of sections, such as `[[query]]`, read section by section: one that cannot be read hides no
//! other.

use crate::{decode::decode, log::Log, settings::position};
use draad_core::filter::nearest;
use draad_core::{Place, Problem, check::Misfit};
use serde::de::{DeserializeOwned, IntoDeserializer};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use toml_edit::{ArrayOfTables, Document, Item, Table, Value, de};

/// Which file, and what it lists.
pub(crate) struct Sections {
    /// The path of the file in the study folder.
    pub(crate) file: &'static str,
    /// The key of the list.
    pub(crate) list: &'static str,
    /// The problem of what cannot be read.
    pub(crate) invalid: fn(String) -> Problem,
}

/// A thing that a section describes.
pub(crate) trait Section: DeserializeOwned {
    /// Returns its name, unique in the file.
    fn name(&self) -> &str;

    /// Returns the first field that may not be empty and is.
    fn missing(&self) -> Option<&'static str>;

    /// Returns the fields that a section can have, where reading does not refuse others by itself.
    fn fields() -> BTreeSet<String> {
        BTreeSet::new()
    }
}

impl Sections {
    /// Reads a file that holds this list only, each section with its line. A section that cannot be read, or has the name of an
    /// earlier one, is reported and left out.
    pub(crate) fn read<T: Section>(&self, log: &mut Log, bytes: Vec<u8>) -> Vec<(u32, T)> {
        let decoded = decode(bytes);
        let text = decoded.without_bom();
        let Some(document) = self.open(log, text, &[self.list]) else { return Vec::new() };
        self.list(log, text, &document)
    }

    /// Opens a file that holds these lists, and reports what else it holds.
    pub(crate) fn open<'t>(&self, log: &mut Log, text: &'t str, lists: &[&str]) -> Option<Document<&'t str>> {
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(error) => {
                log.lost(self.place(text, error.span()), self.because(error.message()));
                return None;
            }
        };
        for (key, item) in document.iter().filter(|(key, _)| !lists.contains(key)) {
            let span = document.as_table().key(key).and_then(|key| key.span()).or_else(|| item.span());
            let expected = lists.iter().map(|list| format!("`{list}`")).collect::<Vec<_>>().join(", ");
            log.lost(
                self.place(text, span),
                self.because(&format!("unknown field `{key}`, expected {expected}")),
            );
        }
        Some(document)
    }

    fn place(&self, text: &str, span: Option<Range<usize>>) -> Place {
        match span {
            Some(span) => Place::line(self.file, position(text, span.start).0),
            None => Place::file(self.file),
        }
    }

    /// Reads the list from a file that was opened; each section with its line.
    pub(crate) fn list<T: Section>(
        &self,
        log: &mut Log,
        text: &str,
        document: &Document<&str>,
    ) -> Vec<(u32, T)> {
        let list = document.get(self.list).cloned().unwrap_or_default();
        let span = list.span();
        let Some(tables) = tables(list) else {
            log.lost(self.place(text, span), self.because(&self.expected()));
            return Vec::new();
        };
        let fields = if tables.is_empty() { BTreeSet::new() } else { T::fields() };
        let mut found = Vec::new();
        let mut first_lines: BTreeMap<String, u32> = BTreeMap::new();
        for table in tables.iter() {
            let one: T = match self.section(table, &fields) {
                Ok(one) => one,
                Err(misfit) => {
                    log.lost(self.place(text, misfit.span.or_else(|| table.span())), misfit.problem);
                    continue;
                }
            };
            let place = self.place(text, table.span());
            let line = place.line.unwrap_or(1);
            if let Some(&first_line) = first_lines.get(one.name()) {
                let id = one.name().to_owned();
                log.lost(place.column("name"), Problem::DuplicateId { id, first_line });
                continue;
            }
            first_lines.insert(one.name().to_owned(), line);
            found.push((line, one));
        }
        found
    }

    /// Reads one section, or says what is wrong.
    fn section<T: Section>(&self, table: &Table, fields: &BTreeSet<String>) -> Result<T, Box<Unfit>> {
        let misfit = |span, problem| Box::new(Unfit { span, problem });
        let is_unknown = |key: &&str| !fields.is_empty() && !fields.contains(*key);
        if let Some(key) = table.iter().map(|(key, _)| key).find(is_unknown) {
            let span = table.key(key).and_then(|key| key.span());
            return Err(misfit(span, unknown(key, fields)));
        }
        let value = Value::InlineTable(table.clone().into_inline_table());
        let one = T::deserialize(value.into_deserializer());
        let one = one.map_err(|error: de::Error| misfit(error.span(), self.because(error.message())))?;
        match one.missing() {
            Some(field) => {
                let span = table.get(field).and_then(Item::span);
                Err(misfit(span, Problem::ValueMissing { column: field.to_owned() }))
            }
            None => Ok(one),
        }
    }

    /// Returns the problem of what cannot be read.
    pub(crate) fn because(&self, reason: &str) -> Problem {
        (self.invalid)(reason.trim().replace('\n', "; "))
    }

    /// Says what the file should be.
    pub(crate) fn expected(&self) -> String {
        format!("expected `[[{}]]`", self.list)
    }
}

/// Checks sections and places what is found on their lines.
pub(crate) fn checked<T>(
    log: &mut Log,
    file: &str,
    sections: Vec<(u32, T)>,
    check: impl Fn(&T) -> Vec<Misfit>,
) -> Vec<T> {
    let check = |(line, section): (u32, T)| {
        log.misfits(&Place::line(file, line), check(&section));
        section
    };
    sections.into_iter().map(check).collect()
}

/// Writes a thing of which all fields are lists as sections, list by list.
pub(crate) fn write_lists(plain: &impl serde::Serialize, lists: &[&str]) -> Vec<u8> {
    let mut document = toml_edit::ser::to_document(plain).expect("plain lists with text keys");
    for list in lists {
        if let Some(Ok(tables)) = document.remove(list).map(Item::into_array_of_tables) {
            document.insert(list, Item::ArrayOfTables(tables));
        }
    }
    document.to_string().into_bytes()
}

/// Returns the problem of a field that a section does not have; only tables say their fields.
fn unknown(field: &str, fields: &BTreeSet<String>) -> Problem {
    let known: Vec<&str> = fields.iter().map(String::as_str).collect();
    Problem::TableFieldUnknown {
        field: field.to_owned(),
        nearest: nearest(field, known.iter().copied()),
        known: known.join(", "),
    }
}

/// What is wrong with a section, and where in the file.
struct Unfit {
    span: Option<Range<usize>>,
    problem: Problem,
}

/// Returns the list as sections, also where it is written as one value or not there; nothing when it is no list of tables.
pub(crate) fn tables(list: Item) -> Option<ArrayOfTables> {
    let is_empty = list.is_none() || list.as_array().is_some_and(|list| list.is_empty());
    if is_empty { Some(ArrayOfTables::new()) } else { list.into_array_of_tables().ok() }
}
