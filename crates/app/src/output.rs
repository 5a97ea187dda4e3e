//! Tables in the forms that other programs read.

mod columns;
mod fragment;

pub use columns::{About, arrow, parquet};
pub use fragment::html;

use crate::Project;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use draad_report::workbook::{self, Front, Sheet};
use draad_words::Words;
use serde::Serialize;
use std::borrow::Cow;

pub use draad_analysis::table::{Column, ColumnKind, Table, Value};
pub use draad_store::{cannot_read, cannot_write, write_file, write_files};

/// Writes records as CSV: comma, RFC 4180 quoting, LF, UTF-8.
pub fn records(records: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for record in records {
        writer.write_record(record).expect("writing to memory cannot fail");
    }
    String::from_utf8(writer.into_inner().expect("writing to memory cannot fail"))
        .expect("all cells are UTF-8")
}

/// Writes a table as CSV; an undefined value is an empty cell.
pub fn csv(table: &Table) -> String {
    let header = table.columns.iter().map(|column| column.name.clone()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(plain).collect());
    records(std::iter::once(header).chain(rows))
}

/// Writes a table as a Dutch Excel opens it by a double click: byte order mark, semicolons, decimal comma.
pub fn excel(table: &Table) -> String {
    let cell = |value: &Value| match value {
        Value::Number(number) => number.to_string().replace('.', ","),
        other => plain(other),
    };
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let header = table.columns.iter().map(|column| column.name.clone()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(cell).collect());
    for record in std::iter::once::<Vec<String>>(header).chain(rows) {
        writer.write_record(record).expect("writing to memory cannot fail");
    }
    let bytes = writer.into_inner().expect("writing to memory cannot fail");
    format!("\u{feff}{}", String::from_utf8(bytes).expect("all cells are UTF-8"))
}

/// Writes a table as JSON: what it rests on, and an array of one object per row; an undefined value is `null`.
pub fn json(table: &Table, basis: &impl Serialize) -> String {
    let object = |row: &Vec<Value>| {
        let cells = table.columns.iter().zip(row);
        let cells = cells
            .map(|(column, value)| (column.name.clone(), serde_json::to_value(value).unwrap_or_default()));
        serde_json::Value::Object(cells.collect())
    };
    let rows: Vec<serde_json::Value> = table.rows.iter().map(object).collect();
    let result = serde_json::json!({ "basis": basis, "rows": rows });
    serde_json::to_string_pretty(&result).expect("plain values can be written") + "\n"
}

/// Writes a table as Markdown; an undefined value is an en dash.
pub fn markdown(table: &Table, words: &Words) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let escape = |text: String| text.replace('\\', "\\\\").replace('|', "\\|").replace('\n', " ");
    let mut text = line(table.columns.iter().map(|column| escape(column.name.clone())).collect());
    let rule =
        table.columns.iter().map(|column| if is_numeric(column.kind) { "---:" } else { "---" }.to_owned());
    text += &line(rule.collect());
    for row in &table.rows {
        text += &line(row.iter().map(|value| escape(shown(value, words))).collect());
    }
    text
}

/// Writes a table as an Excel workbook: a first sheet with notes and with columns and their definitions, then a sheet per table.
///
/// # Errors
/// When the file cannot be made, or a sheet has no room for its table.
pub fn xlsx(
    project: &Project,
    tables: &[Table],
    notes: &[String],
    definitions: &[(String, String)],
) -> Outcome<Vec<u8>> {
    let words = &project.words;
    let notes = notes.iter().map(|note| vec![Value::Nothing, Value::text(note)]);
    let definitions =
        definitions.iter().map(|(column, meaning)| vec![Value::text(column), Value::text(meaning)]);
    let list = Table {
        name: "notes",
        columns: ["words-sheet-column", "words-sheet-meaning"].map(|key| Column::text(words.say(key))).into(),
        rows: notes.chain(definitions).collect(),
    };
    let front = Front {
        title: project.study().settings.title.clone(),
        facts: Vec::new(),
        list: Sheet::named(words.say("words-sheet"), Cow::Owned(list)),
    };
    let written = workbook::write(&front, &tables.iter().map(Sheet::of).collect::<Vec<_>>())?;
    match written.cuts.first() {
        None => Ok(written.bytes),
        Some(cut) => Err(Box::new(Diagnostic::error(Place::default(), Problem::WorkbookFull { n: cut.n }))),
    }
}

/// Returns a value as people read it: numbers with three decimals and the language's sign, undefined as an en dash.
pub fn shown(value: &Value, words: &Words) -> String {
    match value {
        Value::Nothing | Value::Undefined(_) => "–".to_owned(),
        Value::Number(number) => words.number(*number, 3),
        other => plain(other),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Nothing | Value::Undefined(_) => String::new(),
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::YesNo(flag) => (if *flag { "yes" } else { "no" }).to_owned(),
        Value::Day(day) => day.to_string(),
        Value::Time(time) => time.to_string(),
        Value::Moment(moment) => moment.to_string(),
    }
}

fn is_numeric(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Integer | ColumnKind::Number)
}
