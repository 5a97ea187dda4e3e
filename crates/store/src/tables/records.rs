//! `events.csv`, `scores.csv` and `feedback.csv`.

use super::{joined, maybe, maybe_word};
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{Event, EventStatus, Feedback, PanelVerdict, Score};
use std::borrow::Cow;
use strum::VariantNames;

impl Row<6> for Event {
    const COLUMNS: &'static [Column; 6] = &[
        required("case", CellKind::Reference("cases"), "de casus", "the case"),
        column("date", CellKind::Date, "de dag", "the day"),
        column("kind", CellKind::Text, "soort contact of gebeurtenis", "kind of contact or event"),
        column(
            "status",
            CellKind::Choice(EventStatus::VARIANTS),
            "of het doorging; leeg is held",
            "whether it took place; empty is held",
        ),
        column(
            "actors",
            CellKind::List,
            "wie erbij waren of hadden moeten zijn",
            "who took part or should have",
        ),
        column("note", CellKind::Text, "opmerking", "remark"),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read([case, date, kind, status, actors, note]: [Cell<'_>; 6], extra: Extra) -> Option<Self> {
        Some(Self {
            case: case.id()?,
            date: date.date().unwrap_or_default(),
            kind: kind.text(),
            status: status.choice().ok()?.unwrap_or(EventStatus::Held),
            actors: actors.ids(),
            note: note.text(),
            extra,
        })
    }

    fn write(&self) -> [String; 6] {
        [
            self.case.to_string(),
            maybe(&self.date),
            self.kind.clone(),
            maybe_word(Some(self.status)),
            joined(&self.actors),
            self.note.clone(),
        ]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.extra)
    }
}

impl Row<6> for Score {
    const COLUMNS: &'static [Column; 6] = &[
        required("case", CellKind::Reference("cases"), "de casus", "the case"),
        required("participant", CellKind::Reference("participants"), "wie antwoordde", "who answered"),
        column("date", CellKind::Date, "de dag", "the day"),
        column("instrument", CellKind::Text, "de vragenlijst", "the questionnaire"),
        column("item", CellKind::Text, "de vraag", "the question"),
        required(
            "score",
            CellKind::Number,
            "het antwoord; unknown is gevraagd maar niet beantwoord",
            "the answer; unknown is asked but not answered",
        ),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read([case, participant, date, instrument, item, score]: [Cell<'_>; 6], extra: Extra) -> Option<Self> {
        Some(Self {
            case: case.id()?,
            participant: participant.id()?,
            date: date.date().unwrap_or_default(),
            instrument: instrument.text(),
            item: item.text(),
            score: answer(score)?,
            extra,
        })
    }

    fn write(&self) -> [String; 6] {
        [
            self.case.to_string(),
            self.participant.to_string(),
            maybe(&self.date),
            self.instrument.clone(),
            self.item.clone(),
            self.score.map_or(crate::table::UNKNOWN.to_owned(), |score| score.to_string()),
        ]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.extra)
    }
}

/// Reads an answer: a number, or nothing when it was asked and not answered. An empty cell is reported.
fn answer(cell: Cell<'_>) -> Option<Option<f64>> {
    if cell.is_unknown() {
        return Some(None);
    }
    let number = cell.number().ok()?;
    if number.is_none() {
        cell.missing();
    }
    number.map(Some)
}

impl Row<5> for Feedback {
    const COLUMNS: &'static [Column; 5] = &[
        required(
            "finding",
            CellKind::Id,
            "de bevinding (findings/<bevinding>.md)",
            "the finding (findings/<finding>.md)",
        ),
        column("panel", CellKind::Text, "welk panel", "which panel"),
        column("respondent", CellKind::Text, "wie, pseudoniem", "who, pseudonymous"),
        column(
            "verdict",
            CellKind::Text,
            "het oordeel: agrees (herkenbaar), nuances (nuance) of rejects (herken ik niet); iets anders telt niet mee",
            "the verdict: agrees, nuances or rejects; anything else does not count",
        ),
        column("remark", CellKind::Text, "in eigen woorden", "in their own words"),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read([finding, panel, respondent, verdict, remark]: [Cell<'_>; 5], extra: Extra) -> Option<Self> {
        if finding.is_blank() {
            finding.missing();
            return None;
        }
        Some(Self {
            finding: finding.text().trim().to_owned(),
            panel: panel.text().trim().to_owned(),
            respondent: respondent.text().trim().to_owned(),
            verdict: PanelVerdict::read(&verdict.text()),
            remark: remark.text(),
            extra,
        })
    }

    fn write(&self) -> [String; 5] {
        [
            self.finding.clone(),
            self.panel.clone(),
            self.respondent.clone(),
            self.verdict.as_ref().map_or_else(Clone::clone, |verdict| <&str>::from(verdict).to_owned()),
            self.remark.clone(),
        ]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.extra)
    }
}
