//! `units/<source>.csv`: turns, messages, entries or paragraphs of one source.

use super::{maybe, maybe_word};
use crate::log::Log;
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{CharOffset, CharSpan, PhaseId, Place, Problem, Text, Unit, UnitKind};
use jiff::civil::DateTime;
use strum::VariantNames;

/// A unit with its positions in code points.
pub(crate) struct UnitRow {
    chars: CharSpan,
    kind: UnitKind,
    speaker: Option<String>,
    time: Option<DateTime>,
    phase: Option<PhaseId>,
}

const POSITION: CellKind = CellKind::Integer(0, u32::MAX);

impl Row<6> for UnitRow {
    const COLUMNS: &'static [Column; 6] = &[
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
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read([start, end, kind, speaker, time, phase]: [Cell<'_>; 6], _: Extra) -> Option<Self> {
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
            speaker: Some(speaker.text().trim().to_owned()).filter(|speaker| !speaker.is_empty()),
            time: time.date_time().unwrap_or_default(),
            phase: phase.maybe_id().unwrap_or_default(),
        })
    }

    fn write(&self) -> [String; 6] {
        [
            self.chars.start.0.to_string(),
            self.chars.end.0.to_string(),
            maybe_word(Some(self.kind)),
            self.speaker.clone().unwrap_or_default(),
            maybe(&self.time),
            maybe(&self.phase),
        ]
    }
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
        }
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
        let unit = Unit { span, kind: row.kind, speaker: row.speaker, time: row.time, phase: row.phase };
        units.push((line, unit));
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
