//! The map of a survey: a row per column, saying what becomes of it. The tool proposes it, a person corrects it.

use super::{maybe, maybe_word};
use crate::table::{self, Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{ColumnUse, Diagnostic};
use strum::VariantNames;

/// What a row says of a column of a survey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnRow {
    /// The file, by name.
    pub file: String,
    /// The column, by its name in the file.
    pub column: String,
    /// The question, as heading above open answers.
    pub question: String,
    /// What becomes of it.
    pub column_use: ColumnUse,
    /// The attribute, or the instrument of a score; empty takes the name of the column, or of the file.
    pub target: String,
    /// In how many rows something stands in it, for the reader of the map.
    pub answered: Option<u32>,
    /// How many different answers there are, for the reader of the map.
    pub distinct: Option<u32>,
    /// One of the answers, for the reader of the map.
    pub example: String,
}

const COUNT: CellKind = CellKind::Integer(0, u32::MAX);

impl Row<8> for ColumnRow {
    const COLUMNS: &'static [Column; 8] = &[
        required("file", CellKind::Text, "het bestand", "the file"),
        required("column", CellKind::Text, "de kolom", "the column"),
        column(
            "question",
            CellKind::Text,
            "de vraag, als kop boven open antwoorden",
            "the question, as heading",
        ),
        column(
            "use",
            CellKind::Choice(ColumnUse::VARIANTS),
            "wat ermee gebeurt; leeg is leave-out (blijft buiten de studie)",
            "what becomes of it; empty is leave-out (stays out of the study)",
        ),
        column(
            "target",
            CellKind::Text,
            "het kenmerk (leeg: naam van de kolom) of de vragenlijst van een score (leeg: naam van het bestand)",
            "the attribute (empty: name of the column) or the instrument of a score (empty: name of the file)",
        ),
        column(
            "answered",
            COUNT,
            "hoe vaak beantwoord (alleen om te lezen)",
            "how often answered (only to be read)",
        ),
        column(
            "distinct",
            COUNT,
            "hoeveel verschillende antwoorden (alleen om te lezen)",
            "different answers (only to be read)",
        ),
        column(
            "example",
            CellKind::Text,
            "een antwoord (alleen om te lezen)",
            "one answer (only to be read)",
        ),
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read(cells: [Cell<'_>; 8], _: Extra) -> Option<Self> {
        let [file, name, question, column_use, target, answered, distinct, example] = cells;
        for cell in [file, name].iter().filter(|cell| cell.is_blank()) {
            cell.missing();
        }
        if file.is_blank() || name.is_blank() {
            return None;
        }
        Some(Self {
            file: file.text().trim().to_owned(),
            column: name.text().trim().to_owned(),
            question: question.text().trim().to_owned(),
            column_use: column_use.choice().ok()?.unwrap_or_default(),
            target: target.text().trim().to_owned(),
            // What is only to be read stops nothing.
            answered: answered.text().trim().parse().ok(),
            distinct: distinct.text().trim().parse().ok(),
            example: example.text(),
        })
    }

    fn write(&self) -> [String; 8] {
        [
            self.file.clone(),
            self.column.clone(),
            self.question.clone(),
            maybe_word(Some(self.column_use)),
            self.target.clone(),
            maybe(&self.answered),
            maybe(&self.distinct),
            self.example.clone(),
        ]
    }
}

/// Reads the map of a survey: each row that could be read with its line, and what is wrong with the others.
pub fn read_column_map(file: &str, bytes: Vec<u8>) -> (Vec<(u32, ColumnRow)>, Vec<Diagnostic>) {
    table::read_handed(file, bytes)
}

/// Renders the map of a survey, as a Dutch Excel opens it by a double click.
pub fn write_column_map(rows: &[ColumnRow]) -> Vec<u8> {
    table::write_for_excel(rows.iter().cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_read_as_it_is_written() {
        let row = ColumnRow {
            file: "meting 1; voor.csv".to_owned(),
            column: "Q2_open".to_owned(),
            question: "Wat hielp \"echt\"?".to_owned(),
            column_use: ColumnUse::Open,
            answered: Some(12),
            distinct: Some(11),
            ..ColumnRow::default()
        };
        let rows = [row.clone(), ColumnRow { column_use: ColumnUse::LeaveOut, ..row }];
        let (read, diagnostics) = read_column_map("kolommen.csv", write_column_map(&rows));
        assert_eq!(diagnostics, []);
        assert_eq!(read.into_iter().map(|(_, row)| row).collect::<Vec<_>>(), rows);
    }

    #[test]
    fn a_use_that_does_not_exist_is_said_and_hides_no_other() {
        let map = "file,column,use\na.csv,Q1,score\na.csv,Q2,cijfer\na.csv,,open\na.csv,Q4,\n";
        let (rows, diagnostics) = read_column_map("kolommen.csv", map.into());
        let uses: Vec<ColumnUse> = rows.iter().map(|(_, row)| row.column_use).collect();
        assert_eq!(uses, [ColumnUse::Score, ColumnUse::LeaveOut]);
        let places: Vec<String> = diagnostics.iter().map(|found| found.place.to_string()).collect();
        assert_eq!(places, ["kolommen.csv:3:use", "kolommen.csv:4:column"]);
    }
}
