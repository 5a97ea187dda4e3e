//! Saved queries: kept in `queries.toml`, where people can read and change them.

use crate::{Project, output};
use draad_analysis::table::{Column, Table, Value};
use draad_core::diagnostic::Outcome;
use draad_core::filter::{list as listed, nearest};
use draad_core::{Diagnostic, Place, Problem, QueryId, SavedQuery, Study};
use draad_store::{Changes, paths, render};
use std::io::ErrorKind;

/// What saving a query did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The query as it now stands in the study.
    pub query: SavedQuery,
    /// The text that it replaced, where that was another.
    pub replaced: Option<String>,
}

/// Saves a query in the study, as one change that can be undone. With `replace` it takes the place of one with the same
/// name; an empty label or note then leaves what stands there.
///
/// # Errors
/// `QueryExists` when the name is taken by another query and `replace` was not asked; `ValueMissing` for a query without
/// text; when the study is locked, `queries.toml` has errors, or it cannot be written.
pub fn save(project: &mut Project, query: SavedQuery, replace: bool) -> Outcome<Saved> {
    if query.text.trim().is_empty() {
        return refuse(Problem::ValueMissing { column: "text".to_owned() });
    }
    let lock = project.folder.lock("search --save")?;
    project.reload()?;
    project.loaded.guard(&[paths::QUERIES])?;
    let old = project.study().queries.get(&query.name);
    let replaced = old.map(|old| old.text.clone()).filter(|text| *text != query.text);
    if let (Some(text), false) = (&replaced, replace) {
        return refuse(Problem::QueryExists { query: query.name.to_string(), text: text.clone() });
    }
    let bytes = render::queries_with(stored(project)?, &query)?;
    lock.commit("search --save", Changes::from([(paths::QUERIES.to_owned(), Some(bytes))]))?;
    drop(lock);
    project.reload()?;
    let query = find(project.study(), query.name.as_str())?.clone();
    Ok(Saved { query, replaced })
}

/// Removes a saved query, as one change that can be undone, and returns it.
///
/// # Errors
/// `UnknownQuery`; when the study is locked, `queries.toml` has errors, or it cannot be written.
pub fn remove(project: &mut Project, name: &QueryId) -> Outcome<SavedQuery> {
    let lock = project.folder.lock("queries --remove")?;
    project.reload()?;
    project.loaded.guard(&[paths::QUERIES])?;
    let query = find(project.study(), name.as_str())?.clone();
    let bytes = render::queries_without(stored(project)?, name)?;
    lock.commit("queries --remove", Changes::from([(paths::QUERIES.to_owned(), Some(bytes))]))?;
    drop(lock);
    project.reload()?;
    Ok(query)
}

/// Returns the saved query that people mean by `name`: the one with that name, or else with that label.
///
/// # Errors
/// `UnknownQuery` with the names that there are.
pub fn find<'s>(study: &'s Study, name: &str) -> Outcome<&'s SavedQuery> {
    let unknown = || Problem::UnknownQuery {
        query: name.to_owned(),
        nearest: nearest(name, study.queries.keys().map(QueryId::as_str)),
        known: listed(study.queries.keys()),
    };
    let labelled = || study.queries.values().find(|query| query.label.is(name));
    let found = study.queries.get(name).or_else(labelled);
    found.ok_or_else(|| Box::new(Diagnostic::error(Place::default(), unknown())))
}

/// Returns the saved queries as a table: name, text, label in both languages, note.
pub fn table(study: &Study) -> Table {
    let columns = ["name", "text", "label_nl", "label_en", "note"].map(Column::text).into();
    let row = |query: &SavedQuery| {
        let SavedQuery { name, text, label, note } = query;
        let name = std::iter::once(Value::text(name));
        name.chain([text, &label.nl, &label.en, note].map(|text| Value::words(text))).collect()
    };
    Table { name: "queries", columns, rows: study.queries.values().map(row).collect() }
}

/// Returns the saved queries as JSON.
pub fn json(study: &Study) -> String {
    let queries: Vec<&SavedQuery> = study.queries.values().collect();
    serde_json::to_string_pretty(&queries).expect("queries have plain fields") + "\n"
}

/// Returns the file as it stands; nothing in it where there is none yet.
fn stored(project: &Project) -> Outcome<Vec<u8>> {
    match std::fs::read(project.folder.path(paths::QUERIES)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        read => read.map_err(|error| output::cannot_read(paths::QUERIES, &error)),
    }
}

fn refuse<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Label, Language, Settings};
    use draad_store::StudyFolder;

    fn project() -> (tempfile::TempDir, Project) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("proef");
        StudyFolder::create(&root, &Study::new(Settings::new("proef", "Proef", Language::Nl))).unwrap();
        let project = Project::open(Some(&root), folder.path(), None).unwrap();
        (folder, project)
    }

    fn query(text: &str) -> SavedQuery {
        let name = QueryId::new("vertrouwen").unwrap();
        SavedQuery { name, text: text.to_owned(), label: Label::new("Vertrouwen", ""), note: String::new() }
    }

    #[test]
    fn a_query_is_replaced_only_when_that_is_asked() {
        let (_folder, mut project) = project();
        let mut first = query("vertrouw*");
        first.note = "voor hoofdstuk 3".to_owned();
        assert_eq!(save(&mut project, first.clone(), false).unwrap().replaced, None);
        assert_eq!(save(&mut project, first, false).unwrap().replaced, None);
        let taken = save(&mut project, query("wantrouw*"), false).unwrap_err();
        let problem = Problem::QueryExists { query: "vertrouwen".into(), text: "vertrouw*".into() };
        assert_eq!(taken.problem, problem);
        let saved = save(&mut project, query("wantrouw*"), true).unwrap();
        assert_eq!(saved.replaced.as_deref(), Some("vertrouw*"));
        assert_eq!(saved.query.note, "voor hoofdstuk 3");
        assert_eq!(
            save(&mut project, query(" "), true).unwrap_err().problem,
            Problem::ValueMissing { column: "text".into() }
        );
    }

    #[test]
    fn saving_and_removing_are_taken_back() {
        let (_folder, mut project) = project();
        save(&mut project, query("vertrouw*"), false).unwrap();
        let file = std::fs::read(project.folder.path(paths::QUERIES)).unwrap();
        assert_eq!(remove(&mut project, &query("").name).unwrap().text, "vertrouw*");
        assert!(project.study().queries.is_empty());
        assert!(matches!(
            remove(&mut project, &query("").name).unwrap_err().problem,
            Problem::UnknownQuery { .. }
        ));
        crate::undo::undo(&project).unwrap();
        assert_eq!(std::fs::read(project.folder.path(paths::QUERIES)).unwrap(), file);
        crate::undo::undo(&project).unwrap();
        assert!(!project.folder.path(paths::QUERIES).exists());
    }

    #[test]
    fn a_file_with_errors_is_not_rewritten() {
        let (_folder, mut project) = project();
        let broken = "[[query]]\nname = 'vertrouwen'\n";
        std::fs::write(project.folder.path(paths::QUERIES), broken).unwrap();
        let refused = save(&mut project, query("vertrouw*"), true).unwrap_err();
        assert_eq!(refused.problem, Problem::FileHasErrors { n_errors: 1 });
        assert_eq!(std::fs::read_to_string(project.folder.path(paths::QUERIES)).unwrap(), broken);
    }
}
