//! Cases, and which sources or parts of sources belong to them.

use super::Reader;
use crate::coded::moment::day;
use crate::coded::sqlite::Database;
use crate::coded::{ForeignCase, ForeignMemo, MemoAbout, Placement, Reason, Thing};
use draad_core::Span;
use std::collections::BTreeSet;

/// Reads the cases. A source that belongs to a case altogether is a part from its start to its end.
pub(super) fn read(reader: &mut Reader, database: &mut Database) {
    database.scan("cases", &["caseid", "name", "memo", "owner", "date"], |row| {
        reader.claim(Thing::Cases);
        reader.understand(Thing::Cases);
        reader.people.find(&row.text("owner"));
        reader.cases.insert(row.integer("caseid").unwrap_or_default(), reader.project.cases.len());
        let (name, description) = (row.text("name"), row.text("memo"));
        reader.project.cases.push(ForeignCase { name, description, ..ForeignCase::default() });
    });
    let mut seen: BTreeSet<(usize, usize, Option<Span>)> = BTreeSet::new();
    let columns = ["id", "caseid", "fid", "pos0", "pos1", "owner", "date", "memo"];
    database.scan("case_text", &columns, |row| {
        reader.claim(Thing::CaseParts);
        let case = row.integer("caseid").and_then(|id| reader.cases.get(&id)).copied();
        let source = row.integer("fid").and_then(|id| reader.sources.get(&id)).copied();
        let (Some(case), Some(source)) = (case, source) else {
            let missing = format!("caseid {}, fid {}", row.text("caseid"), row.text("fid"));
            let name = format!("case_text {}", row.text("id"));
            reader.project.reconciliation.lose(Thing::CaseParts, name, Reason::PointsNowhere, missing);
            return;
        };
        let (name, detail) =
            (reader.project.cases[case].name.clone(), reader.project.sources[source].name.clone());
        let Ok((part, reason)) = part_of(reader, source, row.integer("pos0"), row.integer("pos1")) else {
            reader.project.reconciliation.lose(Thing::CaseParts, name, Reason::NoCharacters, detail);
            return;
        };
        if !seen.insert((case, source, part)) {
            reader.project.reconciliation.lose(Thing::CaseParts, name, Reason::SameTwice, detail);
            return;
        }
        reader.understand(Thing::CaseParts);
        if let Some(reason) = reason {
            reader.project.reconciliation.change(Thing::CaseParts, name, reason, detail);
        }
        let case = &mut reader.project.cases[case];
        match part {
            Some(span) => case.parts.push((source, span)),
            None => case.sources.push(source),
        }
        keep_memo(reader, source, part, &row.text("memo"), &row.text("owner"), &row.text("date"));
    });
}

/// Returns which part of a source belongs to a case, nothing meaning all of it, and what is to be said about that.
fn part_of(
    reader: &Reader,
    source: usize,
    start: Option<i64>,
    end: Option<i64>,
) -> Result<(Option<Span>, Option<Reason>), ()> {
    let Some(text) = &reader.texts[source] else { return Ok((None, None)) };
    let length = i64::from(text.n_chars());
    let (start, end, reason) =
        if start > end { (end, start, Some(Reason::StartAfterEnd)) } else { (start, end, None) };
    if start <= Some(0) && end >= Some(length) {
        return Ok((None, reason));
    }
    match text.span(start, end) {
        Some(span) => Ok((Some(span), reason)),
        None if end > Some(length) => {
            let span = text.span(start, Some(length)).ok_or(())?;
            Ok((Some(span), Some(Reason::PastEnd)))
        }
        None => Err(()),
    }
}

/// What is written about a part of a case is a memo at that place.
fn keep_memo(reader: &mut Reader, source: usize, part: Option<Span>, text: &str, owner: &str, date: &str) {
    if text.trim().is_empty() {
        return;
    }
    reader.claim(Thing::Memos);
    reader.understand(Thing::Memos);
    let about = vec![MemoAbout::Source(source, part.map_or(Placement::Source, Placement::Span))];
    let (author, date, text) = (reader.people.find(owner), day(date), text.to_owned());
    reader.project.memos.push(ForeignMemo { text, author, date, about, ..ForeignMemo::default() });
}
