//! `phases.csv` and `case_spans.csv`: periods of cases, and parts of sources that belong to one case.

use super::maybe;
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{CasePhase, CaseSpan, CharOffset, CharSpan};

impl Row<4> for CasePhase {
    const COLUMNS: &'static [Column; 4] = &[
        required("case", CellKind::Reference("cases"), "de casus", "the case"),
        required(
            "phase",
            CellKind::Id,
            "de fase, uit de lijst in study.toml",
            "the phase, from the list in study.toml",
        ),
        column("start", CellKind::Date, "eerste dag", "first day"),
        column("end", CellKind::Date, "laatste dag; leeg loopt door", "last day; empty goes on"),
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read([case, phase, start, end]: [Cell<'_>; 4], _: Extra) -> Option<Self> {
        Some(Self { case: case.id()?, phase: phase.id()?, start: start.date().ok()?, end: end.date().ok()? })
    }

    fn write(&self) -> [String; 4] {
        [self.case.to_string(), self.phase.to_string(), maybe(&self.start), maybe(&self.end)]
    }
}

impl Row<4> for CaseSpan {
    const COLUMNS: &'static [Column; 4] = &[
        required("source", CellKind::Reference("sources"), "de bron", "the source"),
        required(
            "case",
            CellKind::Reference("cases"),
            "de casus waar dit deel over gaat",
            "the case this part is about",
        ),
        required(
            "start",
            CellKind::Integer(0, u32::MAX),
            "eerste teken (Unicode-codepunten vanaf 0)",
            "first character (Unicode code points from 0)",
        ),
        required("end", CellKind::Integer(0, u32::MAX), "teken na het laatste", "character after the last"),
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read([source, case, start, end]: [Cell<'_>; 4], _: Extra) -> Option<Self> {
        let position = |cell: Cell<'_>| {
            let position = cell.integer(u32::MAX).ok()?;
            if position.is_none() {
                cell.missing();
            }
            position.map(CharOffset)
        };
        Some(Self {
            source: source.id()?,
            case: case.id()?,
            chars: CharSpan { start: position(start)?, end: position(end)? },
        })
    }

    fn write(&self) -> [String; 4] {
        [
            self.source.to_string(),
            self.case.to_string(),
            self.chars.start.0.to_string(),
            self.chars.end.0.to_string(),
        ]
    }
}
