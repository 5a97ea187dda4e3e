//! `participants.csv`.

use super::joined;
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::Participant;
use draad_core::case::Extra;
use std::borrow::Cow;

impl Row<5> for Participant {
    const COLUMNS: &'static [Column; 5] = &[
        required("participant", CellKind::Id, "de deelnemer, pseudoniem", "the participant, pseudonymous"),
        required(
            "role",
            CellKind::Id,
            "de rol, uit de lijst in study.toml",
            "the role, from the list in study.toml",
        ),
        column(
            "cases",
            CellKind::List,
            "de casussen waar de deelnemer bij hoort",
            "the cases this person belongs to",
        ),
        column(
            "labels",
            CellKind::List,
            "sprekerslabels en contactnamen in de bronnen",
            "speaker labels and contact names in the sources",
        ),
        column("name", CellKind::Text, "pseudoniem om te tonen", "a pseudonym for display"),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read([id, role, cases, labels, name]: [Cell<'_>; 5], extra: Extra) -> Option<Self> {
        Some(Self {
            id: id.id()?,
            role: role.id()?,
            cases: cases.ids(),
            labels: labels.texts(),
            name: name.text(),
            extra,
        })
    }

    fn write(&self) -> [String; 5] {
        [
            self.id.to_string(),
            self.role.to_string(),
            joined(&self.cases),
            joined(&self.labels),
            self.name.clone(),
        ]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.extra)
    }
}
