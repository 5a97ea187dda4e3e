//! A table of verdicts to fill in: what a panel ticked, in a spreadsheet.

use crate::table::{self, Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{Diagnostic, Feedback};

/// What a respondent made of a finding, as it was filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct FeedbackRequest(pub Feedback);

impl Row<5> for FeedbackRequest {
    const COLUMNS: &'static [Column; 5] = &[
        required("finding", CellKind::Id, "de bevinding", "the finding"),
        column("panel", CellKind::Text, "welk panel", "which panel"),
        required("respondent", CellKind::Text, "wie, pseudoniem", "who, pseudonymous"),
        required(
            "verdict",
            CellKind::Text,
            "het oordeel: agrees (herkenbaar), nuances (nuance) of rejects (herken ik niet); leeg is niet ingevuld",
            "the verdict: agrees, nuances or rejects; empty is not filled in",
        ),
        column("remark", CellKind::Text, "in eigen woorden", "in their own words"),
    ];
    // The table is written with the sentence of each finding, which nobody has to take out again.
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read([finding, panel, respondent, verdict, remark]: [Cell<'_>; 5], _: Extra) -> Option<Self> {
        let text = |cell: &Cell<'_>| cell.text().trim().to_owned();
        let feedback = Feedback::new(text(&finding), text(&panel), text(&respondent), &text(&verdict));
        let request = Self(Feedback { remark: text(&remark), ..feedback });
        if request.is_filled_in() {
            let needed = [finding, respondent].into_iter().filter(|cell| cell.is_blank());
            let n_missing = needed.map(Cell::missing).count();
            return (n_missing == 0).then_some(request);
        }
        Some(request)
    }

    fn write(&self) -> [String; 5] {
        self.0.write()
    }
}

impl FeedbackRequest {
    /// Returns whether a verdict or a remark was filled in.
    pub fn is_filled_in(&self) -> bool {
        self.0.verdict != Err(String::new()) || !self.0.remark.is_empty()
    }
}

/// Reads a table of verdicts: each row that could be read with its line, and what is wrong with the others.
pub fn read_feedback_requests(file: &str, bytes: Vec<u8>) -> (Vec<(u32, FeedbackRequest)>, Vec<Diagnostic>) {
    table::read_handed(file, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::PanelVerdict;

    #[test]
    fn a_table_is_read_as_excel_leaves_it() {
        let table = "\u{feff}finding;sentence;panel;respondent;verdict;remark\r\n\
                     a;Zin;ouders;o1;Herken ik niet;\"ja; maar\"\r\na;Zin;ouders;o2;;\r\na;Zin;ouders;;ja;\r\na;Zin;;o3;soms;\r\n";
        let (rows, diagnostics) = read_feedback_requests("oordelen.csv", table.into());
        let found: Vec<_> =
            rows.iter().map(|(line, one)| (*line, one.0.verdict.clone(), one.is_filled_in())).collect();
        let expected = [
            (2, Ok(PanelVerdict::Rejects), true),
            (3, Err(String::new()), false),
            (5, Err("soms".to_owned()), true),
        ];
        assert_eq!(found, expected);
        assert_eq!(rows[0].1.0.remark, "ja; maar");
        let places: Vec<String> = diagnostics.iter().map(|diagnostic| diagnostic.place.to_string()).collect();
        assert_eq!(places, ["oordelen.csv:4:respondent"]);
    }
}
