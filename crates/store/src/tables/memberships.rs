//! `memberships.csv`: scores that people gave for conditions.

use super::maybe;
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::records::PassageRef;
use draad_core::{Membership, Problem};
use jiff::{Timestamp, civil, tz::TimeZone};
use std::borrow::Cow;

/// How a passage is written.
const PASSAGE: &str = "p03-interview:120-240";

impl Row<7> for Membership {
    const COLUMNS: &'static [Column; 7] = &[
        required(
            "condition",
            CellKind::Id,
            "de conditie, uit conditions.toml",
            "the condition, from conditions.toml",
        ),
        required("case", CellKind::Reference("cases"), "de casus", "the case"),
        required(
            "value",
            CellKind::Number,
            "een van de waarden van de conditie",
            "one of the values of the condition",
        ),
        required("coder", CellKind::Id, "wie scoorde", "who scored"),
        required("created", CellKind::Time, "wanneer", "when"),
        column("memo", CellKind::Text, "waarom", "why"),
        column(
            "passages",
            CellKind::List,
            "de passages waar de score op rust, als p03-interview:120-240 (Unicode-codepunten vanaf 0)",
            "the passages that the score rests on, as p03-interview:120-240 (Unicode code points from 0)",
        ),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read(cells: [Cell<'_>; 7], extra: Extra) -> Option<Self> {
        let [condition, case, value, coder, created, memo, passages] = cells;
        let (condition, case, coder) = (condition.id(), case.id(), coder.id());
        let (value, created, passages) =
            (needed(value, Cell::number), needed(created, moment), all(passages));
        Some(Self {
            condition: condition?,
            case: case?,
            value: value?,
            coder: coder?,
            created: created?,
            memo: memo.text(),
            passages: passages?,
            extra,
        })
    }

    fn write(&self) -> [String; 7] {
        [
            self.condition.to_string(),
            self.case.to_string(),
            self.value.to_string(),
            self.coder.to_string(),
            maybe(&Some(self.created)),
            self.memo.clone(),
            self.passages.iter().map(PassageRef::address).collect::<Vec<_>>().join(";"),
        ]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.extra)
    }
}

/// Reads a value that must be there.
fn needed<'c, T>(
    cell: Cell<'c>,
    read: impl FnOnce(Cell<'c>) -> Result<Option<T>, crate::table::Reported>,
) -> Option<T> {
    let value = read(cell).ok()?;
    if value.is_none() {
        cell.missing();
    }
    value
}

/// Reads a moment; a day, which is all that people write by hand, is its beginning.
fn moment(cell: Cell<'_>) -> Result<Option<Timestamp>, crate::table::Reported> {
    let day = |text: &str| -> Option<Timestamp> {
        let day: civil::Date = text.parse().or_else(|_| civil::Date::strptime("%d-%m-%Y", text)).ok()?;
        Some(day.to_zoned(TimeZone::UTC).ok()?.timestamp())
    };
    cell.read("2021-09-03 / 2021-09-03T14:05:00Z", |text| text.parse().ok().or_else(|| day(text)))
}

/// Reads passages; nothing when one cannot be read.
fn all(cell: Cell<'_>) -> Option<Vec<PassageRef>> {
    let mut passages = Vec::new();
    for written in cell.texts() {
        match PassageRef::from_address(&written) {
            Some(passage) => passages.push(passage),
            None => {
                cell.report(Problem::ValueInvalid { value: written, expected: PASSAGE.to_owned() });
                return None;
            }
        }
    }
    Some(passages)
}
