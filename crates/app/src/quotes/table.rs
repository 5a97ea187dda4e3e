//! Passages as a table with typed columns, and what the columns mean.

use super::field::{Field, Telling};
use super::{Entry, Quotes};
use crate::output;
use draad_analysis::Basis;
use draad_analysis::table::{Column, Table, Value};
use draad_core::diagnostic::Outcome;
use draad_core::{CaseId, CodeId};
use draad_report::workbook::{self, Front, Sheet, Written};
use serde::Serialize;
use serde_json::Value as Json;
use std::borrow::Cow;

/// What the rows of [`Quotes::json`] rest on.
#[derive(Serialize)]
struct JsonBasis<'a> {
    #[serde(flatten)]
    basis: &'a Basis,
    /// What each row is.
    rows_are: &'static str,
    /// What they are sorted by, after the code.
    sorted_by: Vec<String>,
    codes: Vec<JsonCode<'a>>,
    codes_without: &'a [CodeId],
    definitions: Vec<String>,
}

/// Where a code was found and where not.
#[derive(Serialize)]
struct JsonCode<'a> {
    code: &'a CodeId,
    rows: usize,
    different: usize,
    sources: usize,
    found: &'a [CaseId],
    not_found: &'a [CaseId],
    no_material: &'a [CaseId],
}

impl Quotes<'_> {
    /// Returns the passages as a table, with ids as the study's files have them; positions are code points in the stored
    /// text. The code of the list, the cases and the words are always there; between them the keys of the groups, and the
    /// fields that were asked for or else all.
    pub fn table(&self) -> Table {
        let study = self.project.study();
        let fields = self.table_fields();
        let has_context = self.request.context > 0;
        let context = |name: &str| has_context.then(|| Column::text(name));
        let mut columns = vec![Column::text("code"), Column::text("case")];
        columns.extend(fields.iter().flat_map(|field| field.columns(study, self.request.each_coding)));
        columns.extend(context("before"));
        columns.push(Column::text("text"));
        columns.extend(context("after"));
        let lists = self.lists.codes.iter().zip(&self.entries);
        let rows = lists.flat_map(|(list, entries)| {
            entries.iter().map(|entry| self.row(&list.code, entry, &fields)).collect::<Vec<_>>()
        });
        Table { name: "passages", columns, rows: rows.collect() }
    }

    /// The keys of the groups, then what was asked for.
    fn table_fields(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        let asked = self.fields.clone().unwrap_or_else(Field::all);
        for field in self.lists.by.iter().map(Field::of_key).chain(asked) {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        fields
    }

    fn row(&self, code: &CodeId, entry: &Entry, fields: &[Field]) -> Vec<Value> {
        let telling = Telling { project: self.project, entry, each_coding: self.request.each_coding };
        let context = |words: &str| (self.request.context > 0).then(|| Value::words(words.trim()));
        let mut cells = vec![Value::text(code), Value::list(&entry.cases)];
        cells.extend(fields.iter().flat_map(|field| telling.cells(field)));
        cells.extend(context(&entry.before));
        cells.push(Value::words(&entry.shown.passage.text));
        cells.extend(context(&entry.after));
        cells
    }

    /// Returns the passages as JSON: what they rest on, and an object per passage.
    pub fn json(&self) -> String {
        output::json(&self.table(), &self.basis())
    }

    /// Returns what the passages rest on, for programs.
    pub fn basis(&self) -> Json {
        let codes = self.lists.codes.iter().zip(&self.entries).map(|(list, entries)| JsonCode {
            code: &list.code,
            rows: entries.len(),
            different: list.n_passages,
            sources: list.n_sources,
            found: &list.found,
            not_found: &list.not_found,
            no_material: &list.no_material,
        });
        let basis = JsonBasis {
            basis: &self.lists.basis,
            rows_are: if self.request.each_coding { "codings" } else { "passages" },
            sorted_by: self.lists.by.iter().map(key_name).collect(),
            codes: codes.collect(),
            codes_without: &self.lists.without,
            definitions: self.notes(),
        };
        serde_json::to_value(basis).expect("a basis has plain fields")
    }

    /// Returns the passages as a workbook: a sheet that says what they rest on and what its columns mean, and one with the
    /// passages.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn xlsx(&self) -> Outcome<Written> {
        let words = &self.project.words;
        let table = self.table();
        let list = Sheet::named(words.say("export-sheet"), Cow::Owned(self.dictionary(&table)));
        let front = Front { title: self.title(), facts: self.facts(), list };
        workbook::write(&front, &[Sheet::of(&table)])
    }

    fn dictionary(&self, table: &Table) -> Table {
        let words = &self.project.words;
        let rows = self.meanings(table).into_iter();
        let rows = rows.map(|(column, meaning)| vec![Value::Text(column), Value::Text(meaning)]);
        let columns = ["export-column", "export-meaning"].map(|key| Column::text(words.say(key)));
        Table { name: "columns", columns: columns.into(), rows: rows.collect() }
    }

    /// Returns the columns of the table and what they mean; of a column of which nobody says it, nothing.
    pub fn meanings(&self, table: &Table) -> Vec<(String, String)> {
        let words = &self.project.words;
        let attribute = |name: &str| self.project.study().settings.attribute(name);
        let meaning = |column: &Column| {
            let key = format!("quotes-column-{}", column.name.replace('_', "-"));
            match attribute(&column.name) {
                _ if words.has(&key) => words.say(&key),
                Some(attribute) => attribute.name(words.language),
                None => String::new(),
            }
        };
        table.columns.iter().map(|column| (column.name.clone(), meaning(column))).collect()
    }
}

/// The name of a key as it is typed.
fn key_name(key: &draad_analysis::QuoteKey) -> String {
    match Field::of_key(key) {
        Field::Attribute(id) => id.to_string(),
        field => field.name().to_owned(),
    }
}
