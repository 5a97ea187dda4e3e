//! A table of codings to make: how people code in a spreadsheet, by quote instead of position.

use super::{maybe, maybe_word};
use crate::folder::StudyFolder;
use crate::log::Log;
use crate::table::{self, Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::diagnostic::Outcome;
use draad_core::{CodeId, CoderId, Diagnostic, Severity, SourceId, Valence};
use std::collections::BTreeSet;
use strum::VariantNames;

/// A coding that a row asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct CodingRequest {
    /// The source.
    pub source: SourceId,
    /// The code.
    pub code: CodeId,
    /// The words to code; empty codes the source as a whole.
    pub quote: String,
    /// Who codes.
    pub coder: Option<CoderId>,
    /// The valence, where it is not the code's own.
    pub valence: Option<Valence>,
    /// How strongly, 0 to 100.
    pub weight: Option<u8>,
    /// A remark.
    pub memo: String,
    /// Which occurrence of the words is meant, by its position in code points.
    pub at: Option<u32>,
}

impl Row<8> for CodingRequest {
    const COLUMNS: &'static [Column; 8] = &[
        required("source", CellKind::Id, "de bron", "the source"),
        required("code", CellKind::Id, "de code", "the code"),
        required(
            "quote",
            CellKind::Text,
            "de woorden; leeg is de hele bron",
            "the words; empty is the whole source",
        ),
        column("coder", CellKind::Id, "wie codeert", "who codes"),
        column("valence", CellKind::Choice(Valence::VARIANTS), "de richting", "the valence"),
        column("weight", CellKind::Integer(0, 100), "hoe sterk, 0 tot 100", "how strongly, 0 to 100"),
        column("memo", CellKind::Text, "opmerking van de codeur", "a remark of the coder"),
        column("at", CellKind::Integer(0, u32::MAX), "welke plaats bedoeld is", "which place is meant"),
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read(
        [source, code, quote, coder, valence, weight, memo, at]: [Cell<'_>; 8],
        _: Extra,
    ) -> Option<Self> {
        Some(Self {
            source: source.id()?,
            code: code.id()?,
            quote: quote.text(),
            coder: coder.maybe_id().ok()?,
            valence: valence.choice().ok()?,
            weight: weight.integer(100).ok()?.map(|weight| weight as u8),
            memo: memo.text(),
            at: at.integer(u32::MAX).ok()?,
        })
    }

    fn write(&self) -> [String; 8] {
        [
            self.source.to_string(),
            self.code.to_string(),
            self.quote.clone(),
            maybe(&self.coder),
            maybe_word(self.valence),
            maybe(&self.weight),
            self.memo.clone(),
            maybe(&self.at),
        ]
    }
}

/// Reads a table of codings to make: each row that could be read with its line, and what is wrong with the others.
pub fn read_coding_requests(file: &str, bytes: Vec<u8>) -> (Vec<(u32, CodingRequest)>, Vec<Diagnostic>) {
    table::read_handed(file, bytes)
}

impl StudyFolder {
    /// Returns the table of codings without a place at `path`, with those added that do not stand in it yet.
    ///
    /// # Errors
    /// `CannotRead`; `FileHasErrors` when a row of it cannot be read.
    pub fn with_unanchored(&self, path: &str, added: &[CodingRequest]) -> Outcome<Vec<u8>> {
        let mut log = Log::default();
        let bytes = self.read(&mut log, path);
        let rows: Vec<(u32, CodingRequest)> =
            bytes.map_or_else(Vec::new, |bytes| table::read(&mut log, path, bytes));
        if let Some(unreadable) = log.diagnostics.into_iter().find(|one| one.severity == Severity::Error) {
            return Err(Box::new(unreadable));
        }
        let known: Vec<CodingRequest> = rows.into_iter().map(|(_, row)| row).collect();
        let mut there: BTreeSet<[String; 8]> = known.iter().map(Row::write).collect();
        let new = added.iter().filter(|row| there.insert(row.write())).cloned();
        Ok(table::write(known.into_iter().chain(new)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_cannot_be_read_hides_no_other() {
        let table = "source;code;quote;valence\np01;vertrouwen;wel ja;promoting\np01;;nee;\np01;regie;\"a;b\";vooruit\n";
        let (rows, diagnostics) = read_coding_requests("codings.csv", table.into());
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].0, rows[0].1.quote.as_str(), rows[0].1.valence),
            (2, "wel ja", Some(Valence::Promoting))
        );
        let places: Vec<String> = diagnostics.iter().map(|diagnostic| diagnostic.place.to_string()).collect();
        assert_eq!(places, ["codings.csv:3:code", "codings.csv:4:valence"]);
    }
}
