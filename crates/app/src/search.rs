//! Searching.

use crate::Project;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Filter, Place, Settings};
use draad_index::{Query, SearchIndex};

pub use draad_index::{Answer, Context, Hit, Order, SearchOptions};

/// Opens the study's search index, or builds it where it is missing or stale.
///
/// # Errors
/// When the index can neither be read nor built.
pub fn open_index(project: &Project) -> Outcome<SearchIndex> {
    SearchIndex::open_or_build(&project.folder.cache_dir(), project.study(), &project.loaded.fingerprint)
}

/// Searches the study.
///
/// # Errors
/// When the query is not well formed, the filter names something the study does not have, or the index fails.
pub fn search(project: &Project, query: &str, filter: &Filter, options: &SearchOptions) -> Outcome<Answer> {
    if let Some(problem) = filter.problems(project.study()).into_iter().next() {
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let query = Query::parse(query)?;
    open_index(project)?.search(project.study(), &query, filter, options)
}

/// The columns of a list of hits as a table.
pub const HIT_COLUMNS: [&str; 15] = [
    "source",
    "cases",
    "kind",
    "role",
    "speaker",
    "phase",
    "time",
    "line",
    "page",
    "recording_start",
    "start",
    "end",
    "before",
    "match",
    "after",
];

/// Returns a hit as the cells of [`HIT_COLUMNS`]; positions are code points in the stored text.
pub fn hit_cells(hit: &Hit) -> [String; 15] {
    let or_empty = |value: Option<String>| value.unwrap_or_default();
    [
        hit.source.to_string(),
        hit.cases.iter().map(ToString::to_string).collect::<Vec<_>>().join(";"),
        hit.kind.to_string(),
        or_empty(hit.role.as_ref().map(ToString::to_string)),
        or_empty(hit.speaker.clone()),
        or_empty(hit.phase.as_ref().map(ToString::to_string)),
        or_empty(hit.time.map(|time| time.to_string())),
        hit.line.to_string(),
        or_empty(hit.original.page.map(|page| page.to_string())),
        or_empty(hit.original.recording_start.map(|moment| moment.to_string())),
        hit.match_chars.start.0.to_string(),
        hit.match_chars.end.0.to_string(),
        hit.before.clone(),
        hit.matched.clone(),
        hit.after.clone(),
    ]
}

/// Returns the name of a role in the project's language, or an empty text.
pub fn role_name(project: &Project, hit: &Hit) -> String {
    let settings: &Settings = &project.study().settings;
    let role = hit.role.as_ref().and_then(|id| settings.role(id));
    role.map_or(String::new(), |role| role.name(project.words.language))
}
