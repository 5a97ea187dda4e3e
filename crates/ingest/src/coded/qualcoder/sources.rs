//! Sources: texts, recordings and pictures, and which text is the transcript of which recording.

use super::{Measured, Reader};
use crate::coded::sqlite::Database;
use crate::coded::{ForeignMemo, ForeignSource, MemoAbout, Placement, Reason, Thing};
use crate::transcript::units_of;
use std::collections::BTreeMap;

/// Reads the sources.
pub(super) fn read(reader: &mut Reader, database: &mut Database) {
    let (mut transcripts, mut references) = (Vec::new(), BTreeMap::<i64, Vec<usize>>::new());
    let columns =
        ["id", "name", "fulltext", "mediapath", "imagepath", "memo", "owner", "date", "av_text_id", "risid"];
    database.scan("source", &columns, |row| {
        reader.claim(Thing::Sources);
        reader.people.find(&row.text("owner"));
        let (id, source) = (row.integer("id").unwrap_or_default(), reader.project.sources.len());
        reader.sources.insert(id, source);
        transcripts.extend(row.integer("av_text_id").map(|text| (id, text)));
        if let Some(reference) = row.integer("risid") {
            references.entry(reference).or_default().push(source);
        }
        let (name, path) = (row.text("name"), format!("{}{}", row.text("mediapath"), row.text("imagepath")));
        add(reader, name, row.text("memo"), row.text("fulltext"), &path);
    });
    for (recording, text) in transcripts.into_iter().filter(|(_, text)| *text > 0) {
        link_transcript(reader, recording, text);
    }
    read_references(reader, database, &references);
}

/// Adds a source; what is no text is in the list all the same, so that others can point at it.
fn add(reader: &mut Reader, name: String, description: String, text: String, path: &str) {
    let mut source = ForeignSource { name, description, ..ForeignSource::default() };
    let text = if text.trim().is_empty() { None } else { Some(Measured::new(text)) };
    if let (None, Some(kind)) = (&text, kind_of(path)) {
        reader.project.reconciliation.change(Thing::Sources, &source.name, Reason::NotAText, kind);
    }
    if let Some(text) = &text {
        let found = units_of(reader.file, text.stored());
        (source.units, source.date) = (found.units, found.date);
    }
    reader.understand(Thing::Sources);
    reader.texts.push(text);
    reader.project.sources.push(source);
}

/// Returns what a source is that is no text: its path starts with the folder in the project, or with a word for it when the
/// file is elsewhere.
fn kind_of(path: &str) -> Option<&'static str> {
    let path = path.trim_start_matches('/');
    ["images", "audio", "video"]
        .into_iter()
        .find(|kind| path.strip_prefix(kind).is_some_and(|rest| rest.starts_with(['/', ':'])))
}

fn link_transcript(reader: &mut Reader, recording: i64, text: i64) {
    reader.claim(Thing::Transcripts);
    let found = (reader.sources.get(&recording).copied(), reader.sources.get(&text).copied());
    let (Some(of), Some(transcript)) = found else {
        let reason = Reason::PointsNowhere;
        let name = found.0.map_or(String::new(), |of| reader.project.sources[of].name.clone());
        reader.project.reconciliation.lose(Thing::Transcripts, name, reason, text.to_string());
        return;
    };
    reader.understand(Thing::Transcripts);
    reader.transcripts.insert(recording, transcript);
    let reading = format!("transcript of {}", reader.project.sources[of].name);
    reader.project.sources[transcript].reading = reading;
}

/// A reference to literature becomes a memo about the sources that it describes: `of`, by the number of the reference.
fn read_references(reader: &mut Reader, database: &mut Database, of: &BTreeMap<i64, Vec<usize>>) {
    let mut lines: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    database.scan("ris", &["risid", "tag", "longtag", "value"], |row| {
        let (tag, longer, value) = (row.text("tag"), row.text("longtag"), row.text("value"));
        let label = if longer.is_empty() { tag } else { longer };
        lines.entry(row.integer("risid").unwrap_or_default()).or_default().push(format!("{label}: {value}"));
    });
    for (reference, lines) in lines {
        reader.claim(Thing::Memos);
        reader.understand(Thing::Memos);
        let described = of.get(&reference).into_iter().flatten();
        let about = described.map(|&source| MemoAbout::Source(source, Placement::Source)).collect();
        let (title, text) = ("RIS".to_owned(), lines.join("\n"));
        reader.project.memos.push(ForeignMemo { title, text, about, ..ForeignMemo::default() });
    }
}
