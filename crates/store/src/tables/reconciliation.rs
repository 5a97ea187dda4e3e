//! `imports/<project>.csv`: what a project of another program claimed to hold, what was read, and what became of it.

use super::maybe;
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;

/// A row of the reconciliation: the sum of all things of a kind, or one thing by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReconciliationRow {
    /// What kind of thing, for example `codes`.
    pub thing: String,
    /// Its name in the project; empty in the row with the sum.
    pub name: String,
    /// How many the file claims or holds.
    pub claimed: Option<usize>,
    /// How many were read.
    pub read: Option<usize>,
    /// How many are in the study as they were.
    pub kept: Option<usize>,
    /// How many are in the study, but not just as they were.
    pub changed: Option<usize>,
    /// How many are not in the study.
    pub dropped: Option<usize>,
    /// What it is in the study.
    pub in_study: String,
    /// Why it was changed or dropped.
    pub remark: String,
}

const COUNT: CellKind = CellKind::Integer(0, u32::MAX);

impl Row<9> for ReconciliationRow {
    const COLUMNS: &'static [Column; 9] = &[
        required("thing", CellKind::Text, "wat voor iets het is", "what kind of thing it is"),
        column(
            "name",
            CellKind::Text,
            "naam in het project; leeg in de regel met de som",
            "name in the project; empty in the row with the sum",
        ),
        column("claimed", COUNT, "hoeveel er volgens het bestand zijn", "how many the file holds"),
        column("read", COUNT, "hoeveel er zijn gelezen", "how many were read"),
        column(
            "kept",
            COUNT,
            "hoeveel er ongewijzigd in de studie staan",
            "how many are in the study as they were",
        ),
        column(
            "changed",
            COUNT,
            "hoeveel er veranderd in de studie staan",
            "how many are in the study, but not just as they were",
        ),
        column("dropped", COUNT, "hoeveel er niet in de studie staan", "how many are not in the study"),
        column("in_study", CellKind::Text, "wat het in de studie is", "what it is in the study"),
        column(
            "remark",
            CellKind::Text,
            "waarom het is veranderd of weggelaten",
            "why it was changed or dropped",
        ),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read(cells: [Cell<'_>; 9], _: Extra) -> Option<Self> {
        let [thing, name, claimed, read, kept, changed, dropped, in_study, remark] = cells;
        let count = |cell: Cell<'_>| cell.text().trim().parse().ok();
        Some(Self {
            thing: thing.text(),
            name: name.text(),
            claimed: count(claimed),
            read: count(read),
            kept: count(kept),
            changed: count(changed),
            dropped: count(dropped),
            in_study: in_study.text(),
            remark: remark.text(),
        })
    }

    fn write(&self) -> [String; 9] {
        [
            self.thing.clone(),
            self.name.clone(),
            maybe(&self.claimed),
            maybe(&self.read),
            maybe(&self.kept),
            maybe(&self.changed),
            maybe(&self.dropped),
            self.in_study.clone(),
            self.remark.clone(),
        ]
    }
}
