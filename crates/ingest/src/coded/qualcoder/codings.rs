//! Codings of texts, each compared with the words that stood there.

use super::Reader;
use super::measured::{Measured, Passage};
use crate::coded::moment::timestamp;
use crate::coded::sqlite::Database;
use crate::coded::{
    ForeignCoding, ForeignMemo, ForeignSource, MemoAbout, Placement, PositionUnit, Reason, Thing,
};
use draad_core::{Diagnostic, Hint, Problem, diagnostic::Outcome};

/// The weight of what is marked as important.
pub(super) const IMPORTANT: u8 = 100;

/// A coding before it has its place.
struct Row {
    coding: ForeignCoding,
    start: Option<i64>,
    end: Option<i64>,
    words: String,
}

impl Row {
    fn passage(&self) -> Passage<'_> {
        (self.start, self.end, &self.words)
    }
}

/// Reads the codings.
///
/// # Errors
/// `PositionMarksUnfit` when the user says more of the positions than in what unit they count: in this format their ends
/// and line breaks count in one way only.
pub(super) fn read(reader: &mut Reader, database: &mut Database) -> Outcome<()> {
    let given = units_given(reader)?;
    let mut rows: Vec<Vec<Row>> = Vec::new();
    rows.resize_with(reader.project.sources.len(), Vec::new);
    read_rows(reader, database, &mut rows);
    for (source, (rows, given)) in rows.into_iter().zip(given).enumerate() {
        place_rows(reader, source, given, rows);
    }
    Ok(())
}

/// Returns in what unit the positions in each source count, where the user says so.
fn units_given(reader: &Reader) -> Outcome<Vec<Option<PositionUnit>>> {
    let unit = |source: &ForeignSource| match reader.options.reading_of(&source.name) {
        Some(reading) if !reading.is_plain() => {
            let (source, unit) = (source.name.clone(), <&str>::from(reading.unit).to_owned());
            Err(reader.file.fails(Problem::PositionMarksUnfit { source, reading: reading.to_string(), unit }))
        }
        given => Ok(given.map(|reading| reading.unit)),
    };
    reader.project.sources.iter().map(unit).collect()
}

fn read_rows(reader: &mut Reader, database: &mut Database, rows: &mut [Vec<Row>]) {
    let columns = [
        "ctid",
        "cid",
        "fid",
        "seltext",
        "pos0",
        "pos1",
        "owner",
        "date",
        "memo",
        "avid",
        "important",
        "weight",
    ];
    database.scan("code_text", &columns, |row| {
        reader.claim(Thing::Codings);
        let find = |column, list: &std::collections::BTreeMap<i64, usize>| {
            row.integer(column).and_then(|id| list.get(&id)).copied()
        };
        let (Some(code), Some(source)) = (find("cid", &reader.codes), find("fid", &reader.sources)) else {
            let missing = format!("cid {}, fid {}", row.text("cid"), row.text("fid"));
            let name = format!("ctid {}", row.text("ctid"));
            reader.project.reconciliation.lose(Thing::Codings, name, Reason::PointsNowhere, missing);
            return;
        };
        if let Some(place) = row.integer("avid") {
            reader.in_transcript.insert(place, source);
        }
        reader.understand(Thing::Codings);
        let weight = weight_of(row.integer("important"), row.integer("weight"));
        let coding = ForeignCoding {
            coder: reader.people.find(&row.text("owner")),
            memo: row.text("memo"),
            created: timestamp(&row.text("date")),
            weight,
            ..ForeignCoding::new(code, Placement::Source)
        };
        if weight == Some(IMPORTANT) && row.integer("important") == Some(1) {
            let name = reader.project.codes[code].name.clone();
            reader.project.reconciliation.change(Thing::Codings, name, Reason::ImportanceAsWeight, "");
        }
        let (start, end) = (row.integer("pos0"), row.integer("pos1"));
        rows[source].push(Row { coding, start, end, words: row.text("seltext") });
    });
}

/// Returns the weight of a coding: what is marked as important weighs most.
pub(super) fn weight_of(important: Option<i64>, weight: Option<i64>) -> Option<u8> {
    let stated = weight.and_then(|weight| u8::try_from(weight).ok()).filter(|weight| *weight <= 100);
    if important == Some(1) { Some(IMPORTANT) } else { stated }
}

/// Gives the codings of a source their places.
fn place_rows(reader: &mut Reader, source: usize, given: Option<PositionUnit>, rows: Vec<Row>) {
    let n = rows.len();
    let mut n_right = 0;
    if let Some(text) = &mut reader.texts[source] {
        let passages: Vec<Passage> = rows.iter().map(Row::passage).collect();
        text.settle(given, &passages);
    }
    for row in rows {
        match reader.texts[source].as_ref().and_then(|text| place(text, &row)) {
            Some((span, is_right, reason)) => {
                n_right += usize::from(is_right);
                note(reader, source, &row, reason);
                keep(reader, source, row, Placement::Span(span));
            }
            None if row.words.trim().is_empty() => keep_as_memo(reader, source, row),
            None => {
                note(reader, source, &row, Some(Reason::WordsElsewhere));
                let hint = row.start.and_then(|start| u32::try_from(start).ok()).map(Hint::Character);
                let words = row.words.clone();
                keep(reader, source, row, Placement::Words { words, hint });
            }
        }
    }
    note_score(reader, source, n_right, n);
}

/// Returns where a coding stands, whether its words stand there, and what is to be said about it. Nothing when other words
/// stand there.
fn place(text: &Measured, row: &Row) -> Option<(draad_core::Span, bool, Option<Reason>)> {
    if let Some(span) = text.span_of(&row.passage()) {
        return Some((span, true, None));
    }
    if row.start > row.end {
        let turned = (row.end, row.start, row.words.as_str());
        let span = if row.words.is_empty() { text.span(turned.0, turned.1) } else { text.span_of(&turned) };
        return Some((span?, !row.words.is_empty(), Some(Reason::StartAfterEnd)));
    }
    if !row.words.trim().is_empty() {
        return None;
    }
    if let Some(span) = text.span(row.start, row.end) {
        return Some((span, false, None));
    }
    let end = i64::from(text.n_chars());
    let is_past = row.end > Some(end);
    is_past.then(|| text.span(row.start, Some(end)))?.map(|span| (span, false, Some(Reason::PastEnd)))
}

fn note(reader: &mut Reader, source: usize, row: &Row, reason: Option<Reason>) {
    if let Some(reason) = reason {
        let name = reader.project.codes[row.coding.code].name.clone();
        let detail = reader.project.sources[source].name.clone();
        reader.project.reconciliation.change(Thing::Codings, name, reason, detail);
    }
}

fn keep(reader: &mut Reader, source: usize, row: Row, place: Placement) {
    reader.project.sources[source].codings.push(ForeignCoding { place, ..row.coding });
}

/// A coding without characters and without words has no place; what is written about it stays.
fn keep_as_memo(reader: &mut Reader, source: usize, row: Row) {
    note(reader, source, &row, Some(Reason::NoCharacters));
    let about = vec![MemoAbout::Source(source, Placement::Source), MemoAbout::Code(row.coding.code)];
    let title = reader.project.codes[row.coding.code].name.clone();
    let (text, author) = (row.coding.memo, row.coding.coder);
    reader.project.memos.push(ForeignMemo { title, text, author, about, ..ForeignMemo::default() });
}

/// Writes down with the source how well its codings fitted, and warns where they did not.
fn note_score(reader: &mut Reader, source: usize, n_right: usize, n: usize) {
    let Some(text) = &reader.texts[source] else { return };
    let unit: &str = text.unit().into();
    let source = &mut reader.project.sources[source];
    let link = std::mem::take(&mut source.reading);
    source.reading = format!("{unit}; end exclusive; {n_right} of {n} at words");
    if !link.is_empty() {
        source.reading = format!("{}; {link}", source.reading);
    }
    let is_elsewhere = |coding: &&ForeignCoding| matches!(coding.place, Placement::Words { .. });
    let n_wrong = source.codings.iter().filter(is_elsewhere).count();
    if n_wrong > 0 {
        let problem = Problem::WordsElsewhere { source: source.name.clone(), n_wrong, n };
        reader.project.diagnostics.push(Diagnostic::warning(reader.file.place(None), problem));
    }
}
