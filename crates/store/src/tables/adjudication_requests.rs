//! A table of decisions about disagreements: the meeting in a spreadsheet.

use crate::table::{self, Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{Diagnostic, Valence};
use strum::VariantNames;

/// What a row decides, in the words of who filled it in.
#[derive(Clone, Debug, PartialEq)]
pub struct AdjudicationRequest {
    /// The name of the stretch, or the beginning of it.
    pub id: String,
    /// A coder, coded, not-coded, a place or words; empty where it is left open.
    pub decision: String,
    /// The valence, where the decision leaves it open or wants another.
    pub valence: Option<Valence>,
    /// Who decided.
    pub by: String,
    /// Why.
    pub memo: String,
}

impl Row<5> for AdjudicationRequest {
    const COLUMNS: &'static [Column; 5] = &[
        required("id", CellKind::Text, "de naam van het fragment", "the name of the passage"),
        required(
            "decision",
            CellKind::Text,
            "een codeur van wie de lezing geldt, coderen, niet-coderen, een plaats (120-180) of de woorden; leeg blijft open",
            "a coder whose reading counts, coded, not-coded, a place (120-180) or the words; empty stays open",
        ),
        column("valence", CellKind::Choice(Valence::VARIANTS), "de richting", "the valence"),
        column(
            "by",
            CellKind::Text,
            "wie besloten, met komma's ertussen",
            "who decided, with commas between",
        ),
        column("memo", CellKind::Text, "waarom", "why"),
    ];
    // The table is written with the words and all readings, which nobody has to take out again.
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read([id, decision, valence, by, memo]: [Cell<'_>; 5], _: Extra) -> Option<Self> {
        if id.is_blank() {
            id.missing();
            return None;
        }
        Some(Self {
            id: id.text().trim().to_owned(),
            decision: decision.text().trim().to_owned(),
            valence: valence.read("promoting, hindering, ambivalent", Valence::called).ok()?,
            by: by.text(),
            memo: memo.text().trim().to_owned(),
        })
    }

    fn write(&self) -> [String; 5] {
        let valence = self.valence.map_or("", Into::into).to_owned();
        [self.id.clone(), self.decision.clone(), valence, self.by.clone(), self.memo.clone()]
    }
}

/// Reads a table of decisions about disagreements: each row that could be read with its line, and what is wrong with the others.
pub fn read_adjudication_requests(
    file: &str,
    bytes: Vec<u8>,
) -> (Vec<(u32, AdjudicationRequest)>, Vec<Diagnostic>) {
    table::read_handed(file, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_as_excel_leaves_it() {
        let table = "\u{feff}id;source;anna;decision;valence;by;memo\r\nkvt;p01;3-11;Anna;Belemmerend;Anna, Bram;\"toch; wel\"\r\n\
                     bdf;p01;;;;;\r\n;p01;;nee;;;\r\nghj;p01;;nee;soms;;\r\n";
        let (rows, diagnostics) = read_adjudication_requests("besluiten.csv", table.into());
        let row = |row: &AdjudicationRequest| (row.id.clone(), row.decision.clone(), row.valence);
        let found: Vec<_> = rows.iter().map(|(line, one)| (*line, row(one))).collect();
        let text = |text: &str| text.to_owned();
        let expected = [
            (2, (text("kvt"), text("Anna"), Some(Valence::Hindering))),
            (3, (text("bdf"), String::new(), None)),
        ];
        assert_eq!(found, expected);
        assert_eq!((rows[0].1.by.as_str(), rows[0].1.memo.as_str()), ("Anna, Bram", "toch; wel"));
        let places: Vec<String> = diagnostics.iter().map(|diagnostic| diagnostic.place.to_string()).collect();
        assert_eq!(places, ["besluiten.csv:4:id", "besluiten.csv:5:valence"]);
    }
}
