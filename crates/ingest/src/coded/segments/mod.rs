//! Tables of coded segments, codebooks as tables, and matrices of counts, as MAXQDA, ATLAS.ti, NVivo, Dedoose, Taguette and
//! people write them.
//!
//! Columns are told by their names in eight languages ([`words`]) or by the user. Such tables hold words and no positions:
//! codings get [`crate::coded::Placement::Words`], and are found again in the texts by those who have them.

mod cells;
mod codebook;
mod columns;
mod dedoose;
mod kind;
mod matrix;
mod moments;
mod passages;
mod report;
mod split;
mod tree;
mod words;

pub use kind::Kind;

use super::{CodedFormat, CodedOptions, CodedProject};
use crate::sheet;
use crate::{File, ReadOptions, Sheet, decode::decode, format};
use columns::Columns;
use draad_core::{Problem, diagnostic::Outcome};
use kind::Form;
use words::Field;

/// Returns which program's table of coded material a sheet is, if it is one: strict enough to leave diaries, surveys and
/// tables of cases alone.
pub fn segments_kind(sheet: &Sheet) -> Option<Kind> {
    if sheet.rows.is_empty() { None } else { Kind::of(&sheet.header) }
}

/// Returns whether a file is a table of coded material.
pub(super) fn recognise(name: &str, bytes: &[u8]) -> Option<CodedFormat> {
    let kind = match sheet::is_workbook(bytes) {
        true => segments_kind(&sheet::read_sheet(name, bytes, None).ok()?),
        false if matches!(format::extension(name).as_str(), "csv" | "tsv" | "tab" | "txt") => {
            Kind::of(&header_of(name, bytes)?)
        }
        false => None,
    };
    kind.map(format_of)
}

/// Returns whether a file may be a table at all, of which the user then says what its columns hold.
pub(super) fn is_table(name: &str, bytes: &[u8]) -> bool {
    let is_named = matches!(format::extension(name).as_str(), "csv" | "tsv" | "tab" | "txt");
    sheet::is_workbook(bytes) || is_named && !format::is_binary(&decode(start_of(bytes)).text)
}

fn format_of(kind: Kind) -> CodedFormat {
    match kind.form() {
        Form::Segments => CodedFormat::SegmentTable,
        Form::Matrix => CodedFormat::CodeMatrix,
        Form::Codes => CodedFormat::CodebookTable,
    }
}

/// Returns as much of a text as holds its header.
fn start_of(bytes: &[u8]) -> &[u8] {
    const START: usize = 1 << 20;
    &bytes[..bytes.len().min(START)]
}

fn header_of(name: &str, bytes: &[u8]) -> Option<Vec<String>> {
    let options = ReadOptions::default();
    let text = decode(start_of(bytes)).text;
    if format::is_binary(&text) {
        return None;
    }
    let sheet = sheet::split_text(&File { name, options: &options }, &text).ok()?;
    let is_whole = start_of(bytes).len() == bytes.len();
    if sheet.rows.is_empty() && is_whole { None } else { Some(sheet.header) }
}

/// Reads a table of coded segments, of codes, or of counts.
pub(super) fn read(file: &File, bytes: &[u8], options: &CodedOptions) -> Outcome<CodedProject> {
    let mut sheet = sheet::read(file, bytes, options.sheet.as_deref())?;
    if sheet.rows.is_empty() {
        return Err(file.fails(Problem::FileEmpty));
    }
    let mut project = CodedProject::default();
    report::of_sheet(&mut sheet, &mut project);
    let columns = Columns::of(&sheet.header);
    let columns = columns.with(&sheet.header, &options.columns).map_err(|problem| file.fails(problem))?;
    let kind = Kind::of(&sheet.header)
        .filter(|kind| fits(*kind, &columns, options))
        .unwrap_or_else(|| given(&columns));
    let name: &str = kind.into();
    project.origin = kind.program().to_owned();
    project.reading = match kind.form() {
        Form::Matrix => format!("{name}; {}", sheet.reading),
        _ => format!("{name}; {}; {}", <&str>::from(columns.language), sheet.reading),
    };
    match kind.form() {
        Form::Segments => passages::read(file, &sheet, kind, &columns, options, &mut project)?,
        Form::Matrix => matrix::read(file, &sheet, &mut project),
        Form::Codes => codebook::read(file, &sheet, &columns, &mut project),
    }
    Ok(project)
}

/// Returns whether what a table looks like agrees with what the user says of its columns.
fn fits(kind: Kind, columns: &Columns, options: &CodedOptions) -> bool {
    options.columns.is_empty() || (kind.form() == Form::Codes) == (given(columns).form() == Form::Codes)
}

/// Returns what a table holds when its columns hold what the user says.
fn given(columns: &Columns) -> Kind {
    let has_meaning = columns.has(Field::Parent) || columns.has(Field::Description);
    if !columns.has(Field::Text) && has_meaning { Kind::Codes } else { Kind::Segments }
}

#[cfg(test)]
mod tests;
