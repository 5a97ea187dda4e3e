//! `proposals/<batch>.csv`: codings that a query suggests, and what people decided about them.

use super::{maybe, maybe_word};
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use crate::tables::codings::chars;
use draad_core::case::Extra;
use draad_core::proposal::Decision;
use draad_core::{Proposal, Valence};
use std::borrow::Cow;
use strum::VariantNames;

const POSITION: CellKind = CellKind::Integer(0, u32::MAX);

impl Row<14> for Proposal {
    const COLUMNS: &'static [Column; 14] = &[
        required("id", CellKind::Id, "het voorstel", "the proposal"),
        required("source", CellKind::Id, "de bron", "the source"),
        required("code", CellKind::Id, "de code", "the code"),
        required(
            "start",
            POSITION,
            "eerste teken (Unicode-codepunten vanaf 0)",
            "first character (Unicode code points from 0)",
        ),
        required("end", POSITION, "teken na het laatste", "character after the last"),
        column(
            "valence",
            CellKind::Choice(Valence::VARIANTS),
            "de richting; leeg is die van de code",
            "the valence; empty is that of the code",
        ),
        column("quote", CellKind::Text, "de gevonden woorden", "the words found"),
        column("query", CellKind::Text, "de zoekvraag, zoals gesteld", "the query, as it was asked"),
        column("proposed", CellKind::Time, "wanneer voorgesteld", "when proposed"),
        column(
            "decision",
            CellKind::Choice(Decision::VARIANTS),
            "het besluit; leeg is nog open",
            "the decision; empty is still open",
        ),
        column(
            "decided_by",
            CellKind::Id,
            "wie besloot; zonder naam is er niets besloten",
            "who decided; without a name nothing is decided",
        ),
        column("decided", CellKind::Time, "wanneer besloten", "when decided"),
        column(
            "coding",
            CellKind::Id,
            "de codering die het werd, in codings/<decided_by>/<source>.csv",
            "the coding that it became, in codings/<decided_by>/<source>.csv",
        ),
        column("memo", CellKind::Text, "een opmerking", "a remark"),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read(cells: [Cell<'_>; 14], extra: Extra) -> Option<Self> {
        let [
            id,
            source,
            code,
            start,
            end,
            valence,
            quote,
            query,
            proposed,
            decision,
            by,
            decided,
            coding,
            memo,
        ] = cells;
        let (id, source, code) = (id.id(), source.id(), code.id());
        let Some(chars) = chars(start, end)? else {
            start.missing();
            return None;
        };
        Some(Self {
            id: id?,
            source: source?,
            code: code?,
            chars,
            is_placed: false,
            valence: valence.choice().ok()?,
            quote: quote.text(),
            query: query.text(),
            proposed: proposed.timestamp().unwrap_or_default(),
            decision: decision.read(Decision::EXPECTED, Decision::called).ok()?,
            decided_by: by.maybe_id().ok()?,
            decided: decided.timestamp().unwrap_or_default(),
            coding: coding.maybe_id().ok()?,
            memo: memo.text(),
            extra,
        })
    }

    fn write(&self) -> [String; 14] {
        [
            self.id.to_string(),
            self.source.to_string(),
            self.code.to_string(),
            self.chars.start.0.to_string(),
            self.chars.end.0.to_string(),
            maybe_word(self.valence),
            self.quote.clone(),
            self.query.clone(),
            maybe(&self.proposed),
            maybe_word(self.decision),
            maybe(&self.decided_by),
            maybe(&self.decided),
            maybe(&self.coding),
            self.memo.clone(),
        ]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.extra)
    }
}
