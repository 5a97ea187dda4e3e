//! `sources.csv`: the list of sources; their texts and units stand in files of their own.

use super::{joined, maybe};
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::archive::{ACCESS_COLUMN, Access};
use draad_core::case::Extra;
use draad_core::{CaseId, KindId, Origin, ParticipantId, PhaseId, Source, SourceId, Text};
use jiff::civil::Date;
use std::borrow::Cow;
use strum::VariantNames;

/// Column with the hash of the text. When a text has changed, the recorded hash travels with the source's further
/// columns under this name, so that saving the list does not make the change disappear.
pub(crate) const TEXT_HASH: &str = "text_hash";

/// A source as it stands in the table.
pub(crate) struct SourceRow {
    pub(crate) id: SourceId,
    cases: Vec<CaseId>,
    kind: KindId,
    date: Option<Date>,
    phase: Option<PhaseId>,
    participants: Vec<ParticipantId>,
    /// BLAKE3 hash of the text when it was imported; empty when nobody recorded it.
    pub(crate) text_hash: String,
    origin: Origin,
    extra: Extra,
}

impl Row<10> for SourceRow {
    const COLUMNS: &'static [Column; 10] = &[
        required(
            "source",
            CellKind::Id,
            "de bron; de tekst is sources/<bron>.txt",
            "the source; its text is sources/<source>.txt",
        ),
        column(
            "cases",
            CellKind::List,
            "de casussen waar de bron over gaat",
            "the cases the source is about",
        ),
        required(
            "kind",
            CellKind::Id,
            "de soort, uit de lijst in study.toml",
            "the kind, from the list in study.toml",
        ),
        column("date", CellKind::Date, "de (eerste) dag", "the (first) day"),
        column(
            "phase",
            CellKind::Id,
            "de fase waar de hele bron bij hoort, uit de lijst in study.toml",
            "the phase all of the source belongs to, from the list in study.toml",
        ),
        column("participants", CellKind::List, "wie erin spreken of schrijven", "who speaks or writes in it"),
        column(
            TEXT_HASH,
            CellKind::Pattern("^[0-9a-f]{64}$"),
            "BLAKE3-hash van de tekst bij het binnenhalen",
            "BLAKE3 hash of the text when it was imported",
        ),
        column(
            "origin_file",
            CellKind::Text,
            "naam van het oorspronkelijke bestand",
            "name of the original file",
        ),
        column(
            "origin_hash",
            CellKind::Text,
            "BLAKE3-hash van het oorspronkelijke bestand",
            "BLAKE3 hash of the original file",
        ),
        column("reading", CellKind::Text, "hoe het bestand is gelezen", "how the file was read"),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read(cells: [Cell<'_>; 10], extra: Extra) -> Option<Self> {
        let [id, cases, kind, date, phase, participants, text_hash, file, file_hash, reading] = cells;
        Some(Self {
            id: id.id()?,
            cases: cases.ids(),
            kind: kind.id()?,
            date: date.date().unwrap_or_default(),
            phase: phase.maybe_id().unwrap_or_default(),
            participants: participants.ids(),
            text_hash: text_hash.text().trim().to_owned(),
            origin: Origin { file: file.text(), file_hash: file_hash.text(), reading: reading.text() },
            extra,
        })
    }

    fn write(&self) -> [String; 10] {
        [
            self.id.to_string(),
            joined(&self.cases),
            self.kind.to_string(),
            maybe(&self.date),
            maybe(&self.phase),
            joined(&self.participants),
            self.text_hash.clone(),
            self.origin.file.clone(),
            self.origin.file_hash.clone(),
            self.origin.reading.clone(),
        ]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.extra)
    }
}

impl SourceRow {
    /// Columns that the table can have; [`Source::access`] reads them from the further columns.
    pub(crate) const FURTHER: &'static [Column] = &[column(
        ACCESS_COLUMN,
        CellKind::Choice(Access::VARIANTS),
        "wie de bron mag lezen, waar dat anders is dan archive.access in study.toml zegt: open, restricted (beperkt) of closed (gesloten)",
        "who may read the source, where that differs from archive.access in study.toml",
    )];

    /// Returns the source with its text. A recorded hash that is not the text's stays with it.
    pub(crate) fn with_text(self, text: Text, hash_fits: bool) -> Source {
        let mut extra = self.extra;
        if !hash_fits {
            extra.insert(TEXT_HASH.to_owned(), self.text_hash);
        }
        Source {
            id: self.id,
            cases: self.cases,
            kind: self.kind,
            date: self.date,
            phase: self.phase,
            participants: self.participants,
            text,
            units: Vec::new(),
            origin: self.origin,
            extra,
        }
    }

    /// Returns the row of a source.
    pub(crate) fn of(source: &Source) -> Self {
        let mut extra = source.extra.clone();
        let hash = || blake3::hash(source.text.as_str().as_bytes()).to_hex().to_string();
        Self {
            id: source.id.clone(),
            cases: source.cases.clone(),
            kind: source.kind.clone(),
            date: source.date,
            phase: source.phase.clone(),
            participants: source.participants.clone(),
            text_hash: extra.remove(TEXT_HASH).unwrap_or_else(hash),
            origin: source.origin.clone(),
            extra,
        }
    }
}
