//! `units/<source>.csv`: turns, messages, entries or paragraphs of one source.

use super::{maybe, maybe_word};
use crate::log::Log;
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{
    CharOffset, CharSpan, PhaseId, Place, Problem, Recording, RecordingTime, Span, Text, Unit, UnitKind,
};
use jiff::civil::DateTime;
use strum::VariantNames;

/// A unit with its positions in code points.
pub(crate) struct UnitRow {
    chars: CharSpan,
    kind: UnitKind,
    speaker: Option<String>,
    time: Option<DateTime>,
    phase: Option<PhaseId>,
    page: Option<u32>,
    recording: Option<Recording>,
}

const POSITION: CellKind = CellKind::Integer(0, u32::MAX);
const RECORDING_TIME: CellKind = CellKind::Pattern("^([0-9]+:)?[0-9]+:[0-9]{2}([.,][0-9]+)?$");

impl Row<9> for UnitRow {
    const COLUMNS: &'static [Column; 9] = &[
        required(
            "start",
            POSITION,
            "eerste teken (Unicode-codepunten vanaf 0)",
            "first character (Unicode code points from 0)",
        ),
        required("end", POSITION, "teken na het laatste", "character after the last"),
        column(
            "kind",
            CellKind::Choice(UnitKind::VARIANTS),
            "wat het is; leeg is said",
            "what it is; empty is said",
        ),
        column(
            "speaker",
            CellKind::Text,
            "deelnemer, of het label zoals het er staat als dat bij geen of meer deelnemers past",
            "participant, or the label as written where it fits no or several participants",
        ),
        column("time", CellKind::Time, "wanneer, lokale tijd", "when, local time"),
        column(
            "phase",
            CellKind::Id,
            "de fase, als die afwijkt van die van de bron",
            "the phase, where it differs from the source's",
        ),
        column(
            "page",
            CellKind::Integer(1, u32::MAX),
            "de bladzijde van het origineel waarop het begint",
            "the page of the original on which it starts",
        ),
        column(
            "recording_start",
            RECORDING_TIME,
            "waar het in de opname begint (uu:mm:ss)",
            "where it starts in the recording (hh:mm:ss)",
        ),
        column(
            "recording_end",
            RECORDING_TIME,
            "waar het in de opname eindigt (uu:mm:ss)",
            "where it ends in the recording (hh:mm:ss)",
        ),
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read(
        [start, end, kind, speaker, time, phase, page, recording_start, recording_end]: [Cell<'_>; 9],
        _: Extra,
    ) -> Option<Self> {
        let position = |cell: Cell<'_>| {
            let position = cell.integer(u32::MAX).ok()?;
            if position.is_none() {
                cell.missing();
            }
            position.map(CharOffset)
        };
        Some(Self {
            chars: CharSpan { start: position(start)?, end: position(end)? },
            kind: kind.choice().ok()?.unwrap_or_default(),
            speaker: Some(speaker.text.trim()).filter(|label| !label.is_empty()).map(str::to_owned),
            time: time.date_time().unwrap_or_default(),
            phase: phase.maybe_id().unwrap_or_default(),
            page: page.integer(u32::MAX).unwrap_or_default(),
            recording: recording(recording_start, recording_end),
        })
    }

    fn write(&self) -> [String; 9] {
        [
            self.chars.start.0.to_string(),
            self.chars.end.0.to_string(),
            maybe_word(Some(self.kind)),
            self.speaker.clone().unwrap_or_default(),
            maybe(&self.time),
            maybe(&self.phase),
            maybe(&self.page),
            maybe(&self.recording.map(|recording| recording.start)),
            maybe(&self.recording.and_then(|recording| recording.end)),
        ]
    }
}

/// Reads a stretch of a recording; an end without a start is reported.
fn recording(start: Cell<'_>, end: Cell<'_>) -> Option<Recording> {
    let moment = |cell: Cell<'_>| cell.read("00:12:40", |text| text.parse::<RecordingTime>().ok());
    let (from, to) = (moment(start).ok()?, moment(end).unwrap_or_default());
    if from.is_none() && to.is_some() {
        start.missing();
    }
    from.map(|start| Recording { start, end: to })
}

impl UnitRow {
    /// Returns the row of a unit.
    pub(crate) fn of(unit: &Unit, text: &Text) -> Self {
        Self {
            chars: text.char_span(unit.span),
            kind: unit.kind,
            speaker: unit.speaker.clone(),
            time: unit.time,
            phase: unit.phase.clone(),
            page: unit.page,
            recording: unit.recording,
        }
    }

    fn unit(self, span: Span) -> Unit {
        let Self { chars: _, kind, speaker, time, phase, page, recording } = self;
        Unit { span, kind, speaker, time, phase, page, recording }
    }
}

/// Fits rows to the text: sorted by start, and each with its line. A unit that lies outside the text or over an earlier
/// one is reported and left out.
pub(crate) fn fit(log: &mut Log, path: &str, rows: Vec<(u32, UnitRow)>, text: &Text) -> Vec<(u32, Unit)> {
    let mut units: Vec<(u32, Unit)> = Vec::with_capacity(rows.len());
    let mut rows = rows;
    rows.sort_by_key(|(line, row)| (row.chars.start, row.chars.end, *line));
    for (line, row) in rows {
        let place = Place::line(path, line);
        let Some(span) = text.span(row.chars) else {
            log.lost(place.column("end"), outside(row.chars, text));
            continue;
        };
        if let Some((other_line, _)) = units.last().filter(|(_, last)| last.span.end() > span.start()) {
            let other_line = *other_line;
            log.lost(place.column("start"), Problem::UnitsOverlap { other_line });
            continue;
        }
        units.push((line, row.unit(span)));
    }
    units
}

/// Returns why a stretch of code points is no span of a text.
pub(crate) fn outside(chars: CharSpan, text: &Text) -> Problem {
    let (start, end) = (chars.start.0, chars.end.0);
    if chars.is_empty() {
        Problem::SpanEmpty { start, end }
    } else {
        Problem::SpanPastEnd { start, end, length: text.n_chars() }
    }
}
