//! What people wrote: about the project, in journals, at places in texts.

use super::Reader;
use crate::coded::moment::day;
use crate::coded::sqlite::Database;
use crate::coded::{ForeignMemo, MemoAbout, Placement, Reason, Thing};

/// Reads what the database says of the project.
pub(super) fn read_project(reader: &mut Reader, database: &mut Database) {
    let columns = [
        "databaseversion",
        "date",
        "memo",
        "about",
        "bookmarkfile",
        "bookmarkpos",
        "codername",
        "recently_used_codes",
        "avbookmarkfile",
        "avbookmarkmsec",
        "avbookmarktextpos",
    ];
    let (mut version, mut about) = (String::new(), String::new());
    database.scan("project", &columns, |row| {
        (version, about) = (row.text("databaseversion"), row.text("about"));
        let (text, date) = (row.text("memo"), day(&row.text("date")));
        add(reader, ForeignMemo { text, date, ..ForeignMemo::default() });
    });
    let version = Some(version.trim()).filter(|version| !version.is_empty() && version.len() < 10);
    reader.project.reading =
        version.map_or("qualcoder".to_owned(), |version| format!("qualcoder; {version}"));
    let is_program = about.starts_with("QualCoder") && about.len() < 40 && !about.contains('\n');
    reader.project.origin = if is_program { about } else { "QualCoder".to_owned() };
}

/// Reads journals and annotations.
pub(super) fn read(reader: &mut Reader, database: &mut Database) {
    database.scan("journal", &["jid", "name", "jentry", "date", "owner"], |row| {
        let (title, text, date) = (row.text("name"), row.text("jentry"), day(&row.text("date")));
        let author = reader.people.find(&row.text("owner"));
        if !title.is_empty() || !text.trim().is_empty() {
            reader.claim(Thing::Memos);
            reader.understand(Thing::Memos);
            reader.project.memos.push(ForeignMemo { title, text, author, date, ..ForeignMemo::default() });
        }
    });
    database.scan("annotation", &["anid", "fid", "pos0", "pos1", "memo", "owner", "date"], |row| {
        let (text, date) = (row.text("memo"), day(&row.text("date")));
        let author = reader.people.find(&row.text("owner"));
        let memo = ForeignMemo { text, author, date, ..ForeignMemo::default() };
        let source = row.integer("fid").and_then(|id| reader.sources.get(&id)).copied();
        let Some(source) = source else {
            if !memo.text.trim().is_empty() {
                let name = format!("anid {}", row.text("anid"));
                let missing = format!("fid {}", row.text("fid"));
                reader.project.reconciliation.change(Thing::Memos, name, Reason::PointsNowhere, missing);
            }
            add(reader, memo);
            return;
        };
        let text = reader.texts[source].as_ref();
        let span = text.and_then(|text| text.span(row.integer("pos0"), row.integer("pos1")));
        if span.is_none() && !memo.text.trim().is_empty() {
            let name = format!("anid {}", row.text("anid"));
            let detail = reader.project.sources[source].name.clone();
            reader.project.reconciliation.change(Thing::Memos, name, Reason::AboutWholeSource, detail);
        }
        let about = vec![MemoAbout::Source(source, span.map_or(Placement::Source, Placement::Span))];
        add(reader, ForeignMemo { about, ..memo });
    });
}

/// Adds a memo that says something.
fn add(reader: &mut Reader, memo: ForeignMemo) {
    if !memo.text.trim().is_empty() {
        reader.claim(Thing::Memos);
        reader.understand(Thing::Memos);
        reader.project.memos.push(memo);
    }
}
