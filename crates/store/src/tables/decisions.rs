//! A table of decisions about proposals: how people decide in a spreadsheet.

use super::maybe_word;
use crate::table::{self, Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::proposal::Decision;
use draad_core::{Diagnostic, ProposalId};

/// What somebody decided about a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionRow {
    /// The proposal.
    pub id: ProposalId,
    /// The decision; nothing where it is left open.
    pub decision: Option<Decision>,
    /// A remark.
    pub memo: String,
}

impl Row<3> for DecisionRow {
    const COLUMNS: &'static [Column; 3] = &[
        required("id", CellKind::Id, "het voorstel", "the proposal"),
        required(
            "decision",
            CellKind::Text,
            "accepted of rejected, ook aanvaard of afgewezen, ja of nee; leeg blijft open",
            "accepted or rejected, also yes or no; empty stays open",
        ),
        column("memo", CellKind::Text, "een opmerking", "a remark"),
    ];
    // The table is written with the words in their context, which nobody has to take out again.
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read([id, decision, memo]: [Cell<'_>; 3], _: Extra) -> Option<Self> {
        let decision = decision.read(Decision::EXPECTED, Decision::called).ok()?;
        Some(Self { id: id.id()?, decision, memo: memo.text() })
    }

    fn write(&self) -> [String; 3] {
        [self.id.to_string(), maybe_word(self.decision), self.memo.clone()]
    }
}

/// Reads a table of decisions: each row that could be read with its line, and what is wrong with the others.
pub fn read_decisions(file: &str, bytes: Vec<u8>) -> (Vec<(u32, DecisionRow)>, Vec<Diagnostic>) {
    table::read_handed(file, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_excel_leaves_it() {
        let table = "\u{feff}id;source;decision;memo;quote\r\na_1;p01;ja;\"zeker; ja\";wel\r\na_2;p01;;;\r\n\
                     a_3;p01;misschien;;\r\n;p01;nee;;\r\na_4;p01;Afgewezen;;\r\n";
        let (rows, diagnostics) = read_decisions("besluiten.csv", table.into());
        let rows: Vec<_> = rows.iter().map(|(line, row)| (*line, row.id.as_str(), row.decision)).collect();
        let expected =
            [(2, "a_1", Some(Decision::Accepted)), (3, "a_2", None), (6, "a_4", Some(Decision::Rejected))];
        assert_eq!(rows, expected);
        let places: Vec<String> = diagnostics.iter().map(|diagnostic| diagnostic.place.to_string()).collect();
        assert_eq!(places, ["besluiten.csv:4:decision", "besluiten.csv:5:id"]);
    }
}
