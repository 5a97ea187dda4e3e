//! Highlights: tagged places, each with the snippet that stood there.

use super::html::words;
use super::{Page, Reader};
use crate::File;
use crate::coded::sqlite::Database;
use crate::coded::words::same_words;
use crate::coded::{ForeignCoding, ForeignMemo, MemoAbout, Placement, Reason, Thing};
use draad_core::{Diagnostic, Hint, Problem};
use std::collections::BTreeMap;

/// A highlight of this project.
struct Highlight {
    source: usize,
    place: Placement,
    n_tags: usize,
}

/// How many highlights of a document stand at the words of their snippet.
#[derive(Clone, Copy, Default)]
struct Score {
    n: usize,
    n_right: usize,
    n_wrong: usize,
}

/// Reads the highlights and their tags.
pub(super) fn read(reader: &mut Reader, file: &File, database: &mut Database) {
    let mut highlights: BTreeMap<i64, Highlight> = BTreeMap::new();
    let mut elsewhere = Vec::new();
    let mut scores = vec![Score::default(); reader.project.sources.len()];
    let columns = ["id", "document_id", "start_offset", "end_offset", "snippet"];
    database.scan("highlights", &columns, |row| {
        let (id, document) = (row.integer("id").unwrap_or_default(), row.integer("document_id"));
        if document.is_some_and(|id| reader.elsewhere.0.binary_search(&id).is_ok()) {
            elsewhere.push(id);
            return;
        }
        reader.project.reconciliation.claim(Thing::Selections, 1);
        let Some((source, page)) = document.and_then(|id| reader.documents.get(&id)) else {
            let detail = document.map_or(String::new(), |id| id.to_string());
            reader.project.reconciliation.lose(Thing::Selections, name_of(id), Reason::PointsNowhere, detail);
            return;
        };
        reader.project.reconciliation.read(Thing::Selections, 1);
        let (start, end) = (row.integer("start_offset"), row.integer("end_offset"));
        let snippet = words(&row.text("snippet"));
        let place = place(page, start, end, &snippet);
        let score = &mut scores[*source];
        score.n += 1;
        if matches!(place, Placement::Span(_)) {
            score.n_right += usize::from(!snippet.trim().is_empty());
        } else {
            score.n_wrong += 1;
            let (name, detail) = (name_of(id), reader.project.sources[*source].name.clone());
            reader.project.reconciliation.change(Thing::Selections, name, Reason::WordsElsewhere, detail);
        }
        highlights.insert(id, Highlight { source: *source, place, n_tags: 0 });
    });
    elsewhere.sort_unstable();
    read_tags(reader, database, &mut highlights, &elsewhere);
    keep_untagged(reader, &highlights);
    note_scores(reader, file, &scores);
}

/// Returns where a highlight stands: at its position, when its words stand there or nothing says which they are; else
/// wherever its words are.
fn place(page: &Page, start: Option<i64>, end: Option<i64>, snippet: &str) -> Placement {
    let position = |position: Option<i64>| position.and_then(|position| usize::try_from(position).ok());
    let found = position(start).zip(position(end)).and_then(|(start, end)| page.span(start..end));
    match found {
        Some(span) if snippet.trim().is_empty() || same_words(&page.stored()[span.range()], snippet) => {
            Placement::Span(span)
        }
        found => {
            let hint = found.map(|span| Hint::Character(page.n_chars_before(span)));
            Placement::Words { words: snippet.trim().to_owned(), hint }
        }
    }
}

/// Reads which highlight has which tag.
fn read_tags(
    reader: &mut Reader,
    database: &mut Database,
    highlights: &mut BTreeMap<i64, Highlight>,
    elsewhere: &[i64],
) {
    database.scan("highlight_tags", &["highlight_id", "tag_id"], |row| {
        let (highlight, tag) = (row.integer("highlight_id"), row.integer("tag_id"));
        let is_elsewhere = |id: Option<i64>, all: &[i64]| id.is_some_and(|id| all.binary_search(&id).is_ok());
        let is_known = highlight.is_some_and(|id| highlights.contains_key(&id));
        if is_elsewhere(highlight, elsewhere) || !is_known && is_elsewhere(tag, &reader.elsewhere.1) {
            return;
        }
        reader.project.reconciliation.claim(Thing::Codings, 1);
        let found = highlight.and_then(|id| highlights.get_mut(&id));
        let code = tag.and_then(|id| reader.tags.get(&id)).copied();
        let (Some(found), Some(code)) = (found, code) else {
            let shown = |id: Option<i64>| id.map_or(String::new(), |id| id.to_string());
            let missing =
                if code.is_none() { format!("tag {}", shown(tag)) } else { name_of(highlight.unwrap_or(0)) };
            let name = format!("{} → {}", name_of(highlight.unwrap_or(0)), shown(tag));
            reader.project.reconciliation.lose(Thing::Codings, name, Reason::PointsNowhere, missing);
            return;
        };
        found.n_tags += 1;
        reader.project.reconciliation.read(Thing::Codings, 1);
        let trace = reader.log.coder_of(highlight.unwrap_or(0), tag.unwrap_or(0));
        let coding = ForeignCoding::new(code, found.place.clone());
        let coding = ForeignCoding { coder: trace.coder, created: trace.created, ..coding };
        reader.project.sources[found.source].codings.push(coding);
    });
}

/// A highlight without a tag is a place that somebody marked: it becomes a memo there.
fn keep_untagged(reader: &mut Reader, highlights: &BTreeMap<i64, Highlight>) {
    for (id, highlight) in highlights.iter().filter(|(_, highlight)| highlight.n_tags == 0) {
        let text = match &highlight.place {
            Placement::Span(span) => words_at(&reader.project.sources[highlight.source].text, span.range()),
            Placement::Words { words, .. } => words.clone(),
            Placement::Source => String::new(),
        };
        let about = vec![MemoAbout::Source(highlight.source, highlight.place.clone())];
        let (title, author) = (name_of(*id), reader.log.maker_of(*id));
        reader.project.reconciliation.change(Thing::Selections, &title, Reason::WithoutCode, &text);
        reader.project.memos.push(ForeignMemo { title, text, author, about, ..ForeignMemo::default() });
    }
}

fn words_at(text: &Option<String>, range: std::ops::Range<usize>) -> String {
    text.as_ref().and_then(|text| text.get(range)).unwrap_or_default().to_owned()
}

/// Writes down with each source how well its highlights fitted, and warns where they did not.
fn note_scores(reader: &mut Reader, file: &File, scores: &[Score]) {
    for (source, score) in reader.project.sources.iter_mut().zip(scores) {
        source.reading = format!("utf-8; end exclusive; {} of {} at words", score.n_right, score.n);
        if score.n_wrong > 0 {
            let (name, n_wrong) = (source.name.clone(), score.n_wrong);
            let problem = Problem::WordsElsewhere { source: name, n_wrong, n: score.n };
            reader.project.diagnostics.push(Diagnostic::warning(file.place(None), problem));
        }
    }
}

/// Taguette's highlights have no names but numbers.
fn name_of(highlight: i64) -> String {
    format!("highlight {highlight}")
}
