//! Which texts there are, and what is marked in each.

use super::super::raw::{RawProject, RawSelection, RawSource};
use super::super::schema::Kind;
use super::super::texts::{Finder, Found};
use crate::coded::positions::Marked;
use crate::coded::{Reason, Thing};
use draad_core::diagnostic::Outcome;
use draad_core::source::normalised;

/// A source to be: what it is, and where its text is.
pub(super) struct Job<'r> {
    /// The source, transcript or note as a whole.
    pub(super) owner: &'r RawSource,
    /// What holds its text: itself, a transcript, a representation. Nothing for a picture or recording without any.
    pub(super) text: Option<&'r RawSource>,
    /// The medium it belongs to, when it is a further transcript of it.
    pub(super) medium: Option<&'r RawSource>,
    pub(super) name: String,
    pub(super) found: Found,
}

impl<'r> Job<'r> {
    /// Returns the selections in it, with those of its medium.
    pub(super) fn selections(&self) -> impl Iterator<Item = &'r RawSelection> + use<'r> {
        let text = self.text.filter(|text| !std::ptr::eq(*text, self.owner));
        self.owner.selections.iter().chain(text.into_iter().flat_map(|text| &text.selections))
    }

    /// Returns what is marked by positions in its text: its selections, and then the points of its recording.
    pub(super) fn marked(&self) -> Vec<Marked<'r>> {
        let selections = self.selections().filter_map(marked);
        let points = self.text.into_iter().flat_map(|text| &text.sync_points);
        let points = points.filter_map(|point| Some(Marked { start: point.position?, ..Marked::default() }));
        selections.chain(points).collect()
    }

    /// Returns what the source is, where it is no text.
    pub(super) fn medium_name(&self) -> Option<&'static str> {
        match self.owner.kind {
            Some(Kind::TextSource | Kind::Note | Kind::Transcript) | None => None,
            Some(kind) => Some(kind.name()),
        }
    }
}

/// Returns a selection as a pair of positions, if it is one.
pub(super) fn marked(selection: &RawSelection) -> Option<Marked<'_>> {
    let [start, end] = selection.bounds;
    if selection.kind != Some(Kind::PlainTextSelection) {
        return None;
    }
    let (start, end) = (u64::try_from(start?).ok()?, u64::try_from(end?).ok()?);
    Some(Marked { start, end: Some(end), excerpts: [&selection.name, &selection.description] })
}

/// Finds the text of every source. A note in which something is coded is a source too.
pub(super) fn find<'r>(
    raw: &'r RawProject,
    notes: &[Option<String>],
    finder: &mut Finder,
) -> Outcome<Vec<Job<'r>>> {
    let mut jobs = Vec::new();
    for source in &raw.sources {
        find_source(source, finder, &mut jobs)?;
    }
    for (note, text) in raw.memos.iter().zip(notes) {
        if !note.selections.is_empty() || !note.codings.is_empty() {
            let name = name_of(note);
            finder.reconciliation.change(Thing::Memos, name.clone(), Reason::MemoIsCoded, "");
            let found = Found { raw: text.clone(), ..Found::default() };
            jobs.push(Job { owner: note, text: Some(note), medium: None, name, found });
        }
    }
    Ok(jobs)
}

fn find_source<'r>(source: &'r RawSource, finder: &mut Finder, jobs: &mut Vec<Job<'r>>) -> Outcome<()> {
    let name = name_of(source);
    if source.kind == Some(Kind::TextSource) {
        let found = finder.text_of(source, Thing::Sources, &name)?;
        jobs.push(Job { owner: source, text: Some(source), medium: None, name, found });
        return Ok(());
    }
    let entry = finder.medium_of(source, &name);
    let text = source.texts.first();
    let mut found = match text {
        Some(text) => finder.text_of(text, thing_of(text), &name_under(text, &name))?,
        None => Found::default(),
    };
    if let (None, Some(Kind::PdfSource), Some(entry)) = (&found.raw, source.kind, entry) {
        let path = source.paths.first().map_or("", String::as_str);
        found = finder.document(entry, path, Thing::Sources, &name)?;
    }
    jobs.push(Job { owner: source, text, medium: None, name: name.clone(), found });
    for text in source.texts.iter().skip(1) {
        let name = name_under(text, &name);
        let found = finder.text_of(text, thing_of(text), &name)?;
        jobs.push(Job { owner: text, text: Some(text), medium: Some(source), name, found });
    }
    Ok(())
}

/// Finds the texts of the notes, in their order.
pub(super) fn texts_of_notes(raw: &RawProject, finder: &mut Finder) -> Outcome<Vec<Option<String>>> {
    let text = |note: &RawSource| finder.text_of(note, Thing::Memos, &name_of(note)).map(|found| found.raw);
    raw.memos.iter().map(text).collect()
}

fn thing_of(text: &RawSource) -> Thing {
    if text.kind == Some(Kind::Transcript) { Thing::Transcripts } else { Thing::Sources }
}

/// Returns the name of a source; without one that of its file.
fn name_of(source: &RawSource) -> String {
    let paths = [&source.plain_path, &source.rich_path].into_iter().chain(&source.paths);
    let file = || paths.filter_map(|path| path.rsplit(['/', '\\']).next()).find(|name| !name.is_empty());
    let name = match source.name.trim() {
        "" => file().unwrap_or_default(),
        name => name,
    };
    normalised(name)
}

fn name_under(text: &RawSource, name: &str) -> String {
    match text.name.trim() {
        "" => name.to_owned(),
        own => format!("{name}: {}", normalised(own)),
    }
}
