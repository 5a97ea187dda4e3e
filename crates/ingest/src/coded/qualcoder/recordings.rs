//! Codings of recordings and pictures: placed in the transcript by its time stamps, else left out by name.

use super::Reader;
use super::codings::weight_of;
use super::timed::Timed;
use crate::coded::moment::{day, timestamp};
use crate::coded::sqlite::Database;
use crate::coded::{ForeignCoding, ForeignMemo, MemoAbout, Placement, Reason, Thing};
use draad_core::{RecordingTime, Span};
use std::collections::BTreeMap;

/// Reads the codings of recordings and of pictures.
pub(super) fn read(reader: &mut Reader, database: &mut Database) {
    let mut timed: BTreeMap<usize, Timed> = BTreeMap::new();
    let columns = ["avid", "id", "pos0", "pos1", "cid", "memo", "date", "owner", "important"];
    database.scan("code_av", &columns, |row| {
        let at = |column| row.integer(column).and_then(|at| u64::try_from(at).ok()).map(RecordingTime);
        let (start, end) = (at("pos0"), at("pos1"));
        let shown = |time: Option<RecordingTime>| time.map_or("?".to_owned(), |time| time.to_string());
        let Some(found) = Found::new(reader, row, format!("{}–{}", shown(start), shown(end)), "avid")
        else {
            return;
        };
        if let Some(transcript) = row.integer("avid").and_then(|id| reader.in_transcript.get(&id)).copied() {
            let name = reader.project.sources[transcript].name.clone();
            found.leave(reader, Reason::InTranscript, name);
            return;
        }
        let transcript = row.integer("id").and_then(|id| reader.transcripts.get(&id)).copied();
        let span = transcript.and_then(|source| {
            let text = reader.texts[source].as_ref()?.stored();
            let timed = timed.entry(source).or_insert_with(|| Timed::new(text));
            Some((source, timed.span(start?, end?)?))
        });
        match span {
            Some((source, span)) => found.keep(reader, source, span),
            None => found.leave(reader, Reason::PlaceOutsideText, ""),
        }
    });
    let columns = [
        "imid",
        "id",
        "x1",
        "y1",
        "width",
        "height",
        "cid",
        "memo",
        "date",
        "owner",
        "important",
        "pdf_page",
    ];
    database.scan("code_image", &columns, |row| {
        let number = |column| row.text(column);
        let corners =
            format!("{}, {}: {} × {}", number("x1"), number("y1"), number("width"), number("height"));
        let page = row.integer("pdf_page").map_or(String::new(), |page| format!("p. {page}, "));
        if let Some(found) = Found::new(reader, row, format!("{page}{corners}"), "imid") {
            found.leave(reader, Reason::PlaceOutsideText, "");
        }
    });
}

/// A coding outside a text.
struct Found {
    coding: ForeignCoding,
    source: usize,
    /// Where it stands in the recording or picture.
    place: String,
    date: Option<jiff::civil::Date>,
}

impl Found {
    fn new(reader: &mut Reader, row: &crate::coded::sqlite::Row, place: String, id: &str) -> Option<Self> {
        reader.claim(Thing::Codings);
        let code = row.integer("cid").and_then(|id| reader.codes.get(&id)).copied();
        let source = row.integer("id").and_then(|id| reader.sources.get(&id)).copied();
        let (Some(code), Some(source)) = (code, source) else {
            let missing = format!("cid {}, id {}", row.text("cid"), row.text("id"));
            let name = format!("{id} {}", row.text(id));
            reader.project.reconciliation.lose(Thing::Codings, name, Reason::PointsNowhere, missing);
            return None;
        };
        reader.understand(Thing::Codings);
        let coding = ForeignCoding {
            coder: reader.people.find(&row.text("owner")),
            memo: row.text("memo"),
            created: timestamp(&row.text("date")),
            weight: weight_of(row.integer("important"), None),
            ..ForeignCoding::new(code, Placement::Source)
        };
        Some(Self { coding, source, place, date: day(&row.text("date")) })
    }

    /// Puts it at the words that were said at that time.
    fn keep(self, reader: &mut Reader, source: usize, span: Span) {
        let name = reader.project.codes[self.coding.code].name.clone();
        reader.project.reconciliation.change(Thing::Codings, name, Reason::PlacedByTime, self.place);
        reader.project.sources[source]
            .codings
            .push(ForeignCoding { place: Placement::Span(span), ..self.coding });
    }

    /// Leaves it out; what is written about it becomes a memo.
    fn leave(self, reader: &mut Reader, reason: Reason, detail: impl Into<String>) {
        let (code, detail) = (self.coding.code, detail.into());
        let name = reader.project.codes[code].name.clone();
        let place = format!("{} {}", reader.project.sources[self.source].name, self.place);
        let detail = if detail.is_empty() { place.clone() } else { detail };
        reader.project.reconciliation.lose(Thing::Codings, &name, reason, detail);
        if self.coding.memo.trim().is_empty() {
            return;
        }
        let (title, text) = (format!("{name} ({place})"), self.coding.memo);
        let (author, date) = (self.coding.coder, self.date);
        let about = vec![MemoAbout::Source(self.source, Placement::Source), MemoAbout::Code(code)];
        reader.project.memos.push(ForeignMemo { title, text, author, date, about, ..ForeignMemo::default() });
    }
}
