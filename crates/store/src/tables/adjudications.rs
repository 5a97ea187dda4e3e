//! `adjudication/<layer>.csv`: what people decided where coders read a passage differently.

use super::{joined, maybe, maybe_word};
use crate::table::{Cell, CellKind, Column, Row, Unknown, column, required};
use crate::tables::codings::chars;
use draad_core::case::Extra;
use draad_core::{Adjudication, Verdict};
use std::borrow::Cow;
use std::str::FromStr;
use strum::VariantNames;

const POSITION: CellKind = CellKind::Integer(0, u32::MAX);
/// What stands in `coded`, as a message about something else shows it.
const SETTLED: &str = "120-180; 120-180:promoting; source";
/// What stands in `considered`, likewise.
const CONSIDERED: &str = "anna/3f2a91c0; anna/3f2a91c0:promoting";

impl Row<13> for Adjudication {
    const COLUMNS: &'static [Column; 13] = &[
        required("id", CellKind::Id, "de naam van het stuk tekst", "the name of the stretch"),
        required("source", CellKind::Id, "de bron", "the source"),
        required("code", CellKind::Id, "de code", "the code"),
        column(
            "start",
            POSITION,
            "eerste teken van het stuk (Unicode-codepunten vanaf 0); leeg is de hele bron",
            "first character of the stretch (Unicode code points from 0); empty is the whole source",
        ),
        column("end", POSITION, "teken na het laatste", "character after the last"),
        required(
            "decision",
            CellKind::Choice(Verdict::VARIANTS),
            "wat ermee gebeurt; bij agreed waren de codeurs het eens",
            "what becomes of it; with agreed the coders agreed",
        ),
        column(
            "coded",
            CellKind::List,
            "wat de laag daar krijgt: plaats, en na : de richting als die niet die van de code is",
            "what the layer gets there: place, and after : the valence where it is not that of the code",
        ),
        column(
            "by",
            CellKind::List,
            "wie besloot; zonder naam is er niets besloten",
            "who decided; without a name nothing is decided",
        ),
        column("created", CellKind::Time, "wanneer besloten", "when decided"),
        column("memo", CellKind::Text, "waarom", "why"),
        column(
            "considered",
            CellKind::List,
            "de bekeken coderingen: codeur/codering, en na : de richting",
            "the codings considered: coder/coding, and after : the valence",
        ),
        column(
            "closed",
            CellKind::Time,
            "wanneer de bron in de laag kwam; leeg is nog niet",
            "when the source came into the layer; empty is not yet",
        ),
        column("quote", CellKind::Text, "de woorden van het stuk", "the words of the stretch"),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read(cells: [Cell<'_>; 13], extra: Extra) -> Option<Self> {
        let [id, source, code, start, end, decision, coded, by, created, memo, considered, closed, quote] =
            cells;
        let (id, source, code) = (id.id(), source.id(), code.id());
        let verdict = decision.choice::<Verdict>().ok()?;
        let settled = items(coded, SETTLED)?;
        let considered = items(considered, CONSIDERED)?;
        match verdict {
            None => decision.missing(),
            Some(Verdict::Coded | Verdict::Agreed) if settled.is_empty() => {
                coded.missing();
                return None;
            }
            Some(_) => {}
        }
        Some(Self {
            id: id?,
            source: source?,
            code: code?,
            chars: chars(start, end)?,
            is_placed: false,
            verdict: verdict?,
            coded: settled,
            by: by.texts(),
            created: created.timestamp().unwrap_or_default(),
            memo: memo.text(),
            considered,
            closed: closed.timestamp().unwrap_or_default(),
            quote: quote.text(),
            extra,
        })
    }

    fn write(&self) -> [String; 13] {
        [
            self.id.to_string(),
            self.source.to_string(),
            self.code.to_string(),
            maybe(&self.chars.map(|chars| chars.start.0)),
            maybe(&self.chars.map(|chars| chars.end.0)),
            maybe_word(Some(self.verdict)),
            joined(&self.coded),
            joined(&self.by),
            maybe(&self.created),
            self.memo.clone(),
            joined(&self.considered),
            maybe(&self.closed),
            self.quote.clone(),
        ]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.extra)
    }
}

/// Reads every item of a list; nothing when one cannot be read, which is reported.
fn items<T: FromStr>(cell: Cell<'_>, expected: &str) -> Option<Vec<T>> {
    let read = |text: String| text.parse().map_err(|_| cell.invalid(expected)).ok();
    cell.texts().into_iter().map(read).collect()
}
