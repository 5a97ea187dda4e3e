//! `codings/<coder>/<source>.csv`: one coder's codings of one source.

use super::{maybe, maybe_word};
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use draad_core::case::Extra;
use draad_core::{CharOffset, CharSpan, CodeId, Coding, CodingId, Text, Valence};
use jiff::Timestamp;
use strum::VariantNames;

/// A coding with its position in code points; without one it covers the whole source.
pub(crate) struct CodingRow {
    pub(crate) id: CodingId,
    pub(crate) code: CodeId,
    pub(crate) chars: Option<CharSpan>,
    pub(crate) valence: Option<Valence>,
    pub(crate) weight: Option<u8>,
    pub(crate) quote: String,
    pub(crate) memo: String,
    pub(crate) created: Option<Timestamp>,
    pub(crate) modified: Option<Timestamp>,
}

const POSITION: CellKind = CellKind::Integer(0, u32::MAX);

impl Row<10> for CodingRow {
    const COLUMNS: &'static [Column; 10] = &[
        required("id", CellKind::Id, "de codering", "the coding"),
        required("code", CellKind::Reference("codebook"), "de code", "the code"),
        column(
            "start",
            POSITION,
            "eerste teken (Unicode-codepunten vanaf 0); leeg is de hele bron",
            "first character (Unicode code points from 0); empty is the whole source",
        ),
        column("end", POSITION, "teken na het laatste", "character after the last"),
        column(
            "valence",
            CellKind::Choice(Valence::VARIANTS),
            "de richting in deze passage; leeg is die van de code",
            "the valence in this passage; empty is that of the code",
        ),
        column("weight", CellKind::Integer(0, 100), "hoe sterk, 0 tot 100", "how strongly, 0 to 100"),
        column("quote", CellKind::Text, "de gecodeerde woorden", "the words coded"),
        column("memo", CellKind::Text, "opmerking van de codeur", "a remark of the coder"),
        column("created", CellKind::Time, "wanneer gecodeerd", "when coded"),
        column("modified", CellKind::Time, "wanneer voor het laatst gewijzigd", "when last changed"),
    ];
    const UNKNOWN: Unknown = Unknown::LeftOut;

    fn read(cells: [Cell<'_>; 10], _: Extra) -> Option<Self> {
        let [id, code, start, end, valence, weight, quote, memo, created, modified] = cells;
        Some(Self {
            id: id.id()?,
            code: code.id()?,
            chars: chars(start, end)?,
            valence: valence.choice().ok()?,
            weight: weight.integer(100).ok()?.map(|weight| weight as u8),
            quote: quote.text(),
            memo: memo.text(),
            created: created.timestamp().unwrap_or_default(),
            modified: modified.timestamp().unwrap_or_default(),
        })
    }

    fn write(&self) -> [String; 10] {
        [
            self.id.to_string(),
            self.code.to_string(),
            maybe(&self.chars.map(|chars| chars.start.0)),
            maybe(&self.chars.map(|chars| chars.end.0)),
            maybe_word(self.valence),
            maybe(&self.weight),
            self.quote.clone(),
            self.memo.clone(),
            maybe(&self.created),
            maybe(&self.modified),
        ]
    }
}

/// Reads a position of which both ends are given or neither.
pub(super) fn chars(start: Cell<'_>, end: Cell<'_>) -> Option<Option<CharSpan>> {
    let positions = (start.integer(u32::MAX).ok()?, end.integer(u32::MAX).ok()?);
    match positions {
        (None, None) => Some(None),
        (Some(start), Some(end)) => Some(Some(CharSpan { start: CharOffset(start), end: CharOffset(end) })),
        (None, Some(_)) => {
            start.missing();
            None
        }
        (Some(_), None) => {
            end.missing();
            None
        }
    }
}

impl CodingRow {
    /// Returns the row of a coding.
    pub(crate) fn of(coding: &Coding, text: &Text) -> Self {
        Self {
            id: coding.id.clone(),
            code: coding.code.clone(),
            chars: coding.target.span().map(|span| text.char_span(span)),
            valence: coding.valence,
            weight: coding.weight,
            quote: coding.quote.clone(),
            memo: coding.memo.clone(),
            created: coding.created,
            modified: coding.modified,
        }
    }
}
