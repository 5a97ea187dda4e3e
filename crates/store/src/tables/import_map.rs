//! The map of an import: a row per file, saying what is to become of it. The tool proposes it, a person corrects it.

use super::{joined, maybe, maybe_word};
use crate::table::{self, Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{CaseId, Diagnostic, KindId, ParticipantId, PhaseId, SourceId};
use jiff::civil::Date;
use strum::VariantNames;

/// What is to become of a file.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum FileUse {
    /// A new source, or, together with other chats of the same name, a part of one.
    #[default]
    Source,
    /// A corrected version of a source: its codings go along.
    Replace,
    /// A table of cases.
    Cases,
    /// A table of participants.
    Participants,
    /// A table of contacts and events.
    Events,
    /// A table of questionnaire scores.
    Scores,
    /// Answers to a questionnaire, a row per respondent or moment; the map of columns says what each column is.
    Survey,
    /// A project of another program, with codes and codings.
    Project,
    /// A table of coded segments, or another table of a program for coding.
    Segments,
    /// Nothing.
    LeaveOut,
}

impl FileUse {
    /// All uses, as the map names them.
    pub const NAMES: &'static [&'static str] = FileUse::VARIANTS;
}

/// What a row says of a file. Empty cells say nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileRow {
    /// The file, as a path from the folder in which the map stands.
    pub file: String,
    /// What is to become of it.
    pub file_use: FileUse,
    /// The source.
    pub source: Option<SourceId>,
    /// The cases it belongs to.
    pub cases: Vec<CaseId>,
    /// The kind of material.
    pub kind: Option<KindId>,
    /// The day it was made.
    pub date: Option<Date>,
    /// The phase all of it belongs to.
    pub phase: Option<PhaseId>,
    /// Who speaks or writes in it.
    pub participants: Vec<ParticipantId>,
    /// Speaker labels that count even when they occur once.
    pub speakers: Vec<String>,
    /// Order of day and month, where the material leaves it open: `d-m-y`, `m-d-y` or `y-m-d`.
    pub dates: String,
    /// The column of a table that holds the text, where its name does not say so.
    pub text_column: String,
    /// What the tool saw, for the reader of the map.
    pub seen: String,
    /// What is not clear yet, for the reader of the map.
    pub remark: String,
}

impl Row<13> for FileRow {
    const COLUMNS: &'static [Column; 13] = &[
        required("file", CellKind::Text, "het bestand", "the file"),
        column(
            "use",
            CellKind::Choice(FileUse::VARIANTS),
            "wat ermee gebeurt; leeg is source (een nieuwe bron)",
            "what becomes of it; empty is source (a new one)",
        ),
        column("source", CellKind::Id, "naam van de bron", "name of the source"),
        column("cases", CellKind::List, "de casussen", "the cases"),
        column("kind", CellKind::Id, "de soort materiaal", "the kind of material"),
        column("date", CellKind::Date, "de (eerste) dag", "the (first) day"),
        column("phase", CellKind::Id, "de fase waar alles bij hoort", "the phase all of it belongs to"),
        column("participants", CellKind::List, "wie erin spreken of schrijven", "who speaks or writes in it"),
        column(
            "speakers",
            CellKind::List,
            "sprekerslabels die ook tellen als ze één keer voorkomen",
            "speaker labels that count even when they occur once",
        ),
        column(
            "dates",
            CellKind::Choice(&["d-m-y", "m-d-y", "y-m-d"]),
            "volgorde van dag en maand, waar het materiaal die openlaat",
            "order of day and month, where the material leaves it open",
        ),
        column(
            "text_column",
            CellKind::Text,
            "de kolom met de tekst, als de naam dat niet zegt",
            "the column with the text, where its name does not say so",
        ),
        column(
            "seen",
            CellKind::Text,
            "wat er is gezien (alleen om te lezen)",
            "what was seen (only to be read)",
        ),
        column(
            "remark",
            CellKind::Text,
            "wat nog niet duidelijk is (alleen om te lezen)",
            "what is not clear yet (only to be read)",
        ),
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read(cells: [Cell<'_>; 13], _: Extra) -> Option<Self> {
        let [
            file,
            file_use,
            source,
            cases,
            kind,
            date,
            phase,
            participants,
            speakers,
            dates,
            text,
            seen,
            remark,
        ] = cells;
        let order = |text: &str| ["d-m-y", "m-d-y", "y-m-d"].contains(&text).then(|| text.to_owned());
        if file.is_blank() {
            file.missing();
            return None;
        }
        Some(Self {
            file: file.text().trim().to_owned(),
            file_use: file_use.choice().ok()?.unwrap_or_default(),
            source: source.maybe_id().ok()?,
            cases: cases.ids(),
            kind: kind.maybe_id().ok()?,
            date: date.date().ok()?,
            phase: phase.maybe_id().ok()?,
            participants: participants.ids(),
            speakers: speakers.texts(),
            dates: dates.read("d-m-y, m-d-y, y-m-d", order).ok()?.unwrap_or_default(),
            text_column: text.text().trim().to_owned(),
            seen: seen.text(),
            remark: remark.text(),
        })
    }

    fn write(&self) -> [String; 13] {
        [
            self.file.clone(),
            maybe_word(Some(self.file_use)),
            maybe(&self.source),
            joined(&self.cases),
            maybe(&self.kind),
            maybe(&self.date),
            maybe(&self.phase),
            joined(&self.participants),
            joined(&self.speakers),
            self.dates.clone(),
            self.text_column.clone(),
            self.seen.clone(),
            self.remark.clone(),
        ]
    }
}

/// Reads the map of an import: each row that could be read with its line, and what is wrong with the others.
pub fn read_import_map(file: &str, bytes: Vec<u8>) -> (Vec<(u32, FileRow)>, Vec<Diagnostic>) {
    table::read_handed(file, bytes)
}

/// Renders the map of an import, as a Dutch Excel opens it by a double click.
pub fn write_import_map(rows: &[FileRow]) -> Vec<u8> {
    table::write_for_excel(rows.iter().cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_read_as_it_is_written() {
        let row = FileRow {
            file: "casus 3/gesprek moeder; vader.docx".to_owned(),
            file_use: FileUse::Replace,
            source: SourceId::new("p03-interview"),
            cases: vec![CaseId::new("p03").unwrap(), CaseId::new("p04").unwrap()],
            date: "2021-03-12".parse().ok(),
            speakers: vec!["I".to_owned(), "Moeder".to_owned()],
            dates: "d-m-y".to_owned(),
            remark: "kind?".to_owned(),
            ..FileRow::default()
        };
        let (rows, diagnostics) = read_import_map("import.csv", write_import_map(std::slice::from_ref(&row)));
        assert_eq!((rows, diagnostics), (vec![(2, row)], vec![]));
    }

    #[test]
    fn a_row_that_cannot_be_read_hides_no_other() {
        let table = "file;use;date\na.docx;leave-out;\nb.docx;weg;\n;source;\nc.docx;;31-2-2021\nd.docx;;\n";
        let (rows, diagnostics) = read_import_map("import.csv", table.into());
        let uses: Vec<_> = rows.iter().map(|(line, row)| (*line, row.file.as_str(), row.file_use)).collect();
        assert_eq!(uses, [(2, "a.docx", FileUse::LeaveOut), (6, "d.docx", FileUse::Source)]);
        let places: Vec<String> = diagnostics.iter().map(|diagnostic| diagnostic.place.to_string()).collect();
        assert_eq!(places, ["import.csv:3:use", "import.csv:4:file", "import.csv:5:date"]);
    }
}
