//! Taguette: a project exported as SQLite, or the database of a server with several projects.
//!
//! Highlights count bytes of the words between the tags of an HTML document; each is compared with the snippet that stands
//! beside it. Who put which tag on it is only in the log of commands. Of the accounts in the database nothing is read: a
//! coder has the name of the login, without what makes it a mail address.

mod highlights;
mod html;
mod log;
#[cfg(test)]
pub(crate) mod tests;

use super::moment::day;
use super::people::People;
use super::sqlite::Database;
use super::{CodedOptions, CodedProject, ForeignCode, ForeignMemo, ForeignSource, Reason, Thing};
use crate::{File, transcript::units_of};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use html::Page;
use log::Log;
use std::collections::{BTreeMap, BTreeSet};

/// The tables by which the database is known.
pub(crate) const TABLES: [&str; 4] = ["documents", "tags", "highlights", "highlight_tags"];

/// Reads a project.
pub(crate) fn read(file: &File, bytes: &[u8], options: &CodedOptions) -> Outcome<CodedProject> {
    let mut database =
        Database::open(bytes).map_err(|reason| file.fails(Problem::DatabaseInvalid { reason }))?;
    let mut reader = Reader::new(choose(file, &mut database, options.project.as_deref())?);
    reader.read_documents(file, &mut database);
    reader.read_tags(&mut database);
    reader.read_log(&mut database);
    highlights::read(&mut reader, file, &mut database);
    reader.leave_accounts(file, &mut database);
    let Reader { mut project, people, .. } = reader;
    project.reconciliation.claim(Thing::Coders, people.len());
    project.reconciliation.read(Thing::Coders, people.len());
    project.coders = people.into_coders();
    database.report(file, &mut project);
    Ok(project)
}

/// A project of the database.
#[derive(Clone, Debug, Default)]
struct Chosen {
    id: Option<i64>,
    name: String,
    description: String,
    created: String,
    /// The numbers of the other projects.
    others: BTreeSet<i64>,
    /// How many projects there are.
    n_projects: usize,
}

/// Whose something is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Belongs {
    /// It is part of the project that is read.
    Here,
    /// It is part of another project.
    Elsewhere,
    /// There is no such project.
    Nowhere,
}

/// Returns the project to read: the only one, or the one that is asked for by name or number.
fn choose(file: &File, database: &mut Database, wanted: Option<&str>) -> Outcome<Chosen> {
    let mut projects: Vec<Chosen> = Vec::new();
    database.scan("projects", &["id", "name", "description", "created"], |row| {
        let text = |column| row.text(column);
        let (name, description, created) = (text("name"), text("description"), text("created"));
        projects.push(Chosen { id: row.integer("id"), name, description, created, ..Chosen::default() });
    });
    let n_projects = projects.len();
    let names: Vec<String> = projects.iter().map(|project| format!("«{}»", project.name)).collect();
    let known = names.join(", ");
    let found = match wanted {
        None if n_projects > 1 => return Err(file.fails(Problem::ProjectNotChosen { known })),
        None => projects.pop(),
        Some(name) => {
            let by_name = projects.iter().position(|project| project.name.trim() == name.trim());
            let number = name.trim().parse().ok();
            let by_number =
                || projects.iter().position(|project| project.id.is_some() && project.id == number);
            let Some(found) = by_name.or_else(by_number) else {
                return Err(file.fails(Problem::ProjectUnknown { name: name.to_owned(), known }));
            };
            Some(projects.swap_remove(found))
        }
    };
    let others = projects.iter().filter_map(|project| project.id).collect();
    Ok(Chosen { n_projects, others, ..found.unwrap_or_default() })
}

/// A project being read.
struct Reader {
    chosen: Chosen,
    project: CodedProject,
    people: People,
    /// The documents of this project by their numbers: position among the sources, and the text with its positions.
    documents: BTreeMap<i64, (usize, Page)>,
    /// The tags of this project by their numbers: position among the codes.
    tags: BTreeMap<i64, usize>,
    /// Numbers of documents and tags of other projects.
    elsewhere: (Vec<i64>, Vec<i64>),
    log: Log,
}

impl Reader {
    fn new(chosen: Chosen) -> Self {
        let reading = match chosen.n_projects {
            0 | 1 => "taguette".to_owned(),
            n => format!("taguette; one of {n} projects"),
        };
        let title = chosen.name.clone();
        let mut project =
            CodedProject { origin: "Taguette".to_owned(), reading, title, ..CodedProject::default() };
        if !chosen.description.trim().is_empty() {
            project.reconciliation.claim(Thing::Memos, 1);
            project.reconciliation.read(Thing::Memos, 1);
            let (text, date) = (chosen.description.clone(), day(&chosen.created));
            project.memos.push(ForeignMemo { text, date, ..ForeignMemo::default() });
        }
        let (documents, tags, log) = Default::default();
        let (people, elsewhere) = Default::default();
        Self { chosen, project, people, documents, tags, elsewhere, log }
    }

    /// Returns whose something is by the number of its project. Where no project is written down, all is part of one.
    fn belongs(&self, project: Option<i64>) -> Belongs {
        if self.chosen.id.is_none() || project == self.chosen.id {
            Belongs::Here
        } else if project.is_some_and(|id| self.chosen.others.contains(&id)) {
            Belongs::Elsewhere
        } else {
            Belongs::Nowhere
        }
    }

    /// Returns whether something is part of this project, and writes down what is part of none.
    fn takes(&mut self, thing: Thing, name: &str, project: Option<i64>) -> bool {
        let belongs = self.belongs(project);
        if belongs == Belongs::Nowhere {
            let missing = project.map_or(String::new(), |id| format!("project {id}"));
            self.project.reconciliation.claim(thing, 1);
            self.project.reconciliation.lose(thing, name, Reason::PointsNowhere, missing);
        }
        belongs == Belongs::Here
    }

    fn read_documents(&mut self, file: &File, database: &mut Database) {
        let columns =
            ["id", "name", "description", "filename", "created", "project_id", "text_direction", "contents"];
        database.scan("documents", &columns, |row| {
            let (id, project) = (row.integer("id").unwrap_or_default(), row.integer("project_id"));
            if !self.takes(Thing::Sources, &row.text("name"), project) {
                self.elsewhere.0.extend(Some(id).filter(|_| self.belongs(project) == Belongs::Elsewhere));
                return;
            }
            let page = Page::new(&row.text("contents"));
            let found = units_of(file, page.stored());
            let source = ForeignSource {
                name: row.text("name"),
                description: row.text("description"),
                text: Some(page.stored().to_owned()).filter(|text| !text.is_empty()),
                units: found.units,
                date: found.date,
                ..ForeignSource::default()
            };
            self.note_document(&source.name, &row.text("filename"), &row.text("text_direction"));
            self.documents.insert(id, (self.project.sources.len(), page));
            self.project.sources.push(source);
        });
        self.elsewhere.0.sort_unstable();
    }

    /// Counts a document, and what is known of it that a study has no place for.
    fn note_document(&mut self, name: &str, file_name: &str, direction: &str) {
        let reconciliation = &mut self.project.reconciliation;
        reconciliation.claim(Thing::Sources, 1);
        reconciliation.read(Thing::Sources, 1);
        let is_said = |value: &str| !value.is_empty() && value != name && value != "LEFT_TO_RIGHT";
        for value in [file_name, direction].into_iter().filter(|value| is_said(value)) {
            reconciliation.claim(Thing::Settings, 1);
            reconciliation.lose(Thing::Settings, value, Reason::NoPlaceInStudy, name);
        }
    }

    fn read_tags(&mut self, database: &mut Database) {
        let mut parents = Vec::new();
        database.scan("tags", &["id", "project_id", "path", "description", "parent_id"], |row| {
            let (id, project) = (row.integer("id").unwrap_or_default(), row.integer("project_id"));
            if !self.takes(Thing::Codes, &row.text("path"), project) {
                self.elsewhere.1.extend(Some(id).filter(|_| self.belongs(project) == Belongs::Elsewhere));
                return;
            }
            self.tags.insert(id, self.project.codes.len());
            parents.push(row.integer("parent_id"));
            let (name, description) = (row.text("path"), row.text("description"));
            self.project.codes.push(ForeignCode {
                name,
                description,
                is_codable: true,
                ..ForeignCode::default()
            });
        });
        self.elsewhere.1.sort_unstable();
        self.project.reconciliation.claim(Thing::Codes, parents.len());
        self.project.reconciliation.read(Thing::Codes, parents.len());
        for (code, parent) in parents.into_iter().enumerate() {
            self.project.codes[code].parent = parent.and_then(|tag| self.tags.get(&tag).copied());
        }
        super::tree::break_circles(&mut self.project);
    }

    fn read_log(&mut self, database: &mut Database) {
        let mut log = Log::default();
        let columns = ["id", "date", "user_login", "project_id", "document_id", "payload"];
        database.scan("commands", &columns, |row| {
            if self.belongs(row.integer("project_id")) == Belongs::Here {
                let (login, date, payload) = (row.text("user_login"), row.text("date"), row.text("payload"));
                log.push(&login, &date, &payload, &mut self.people);
            }
        });
        log.finish();
        for (name, n) in std::mem::take(&mut log.unknown) {
            self.project.reconciliation.claim(Thing::Unknown, 1);
            let detail = format!("{name}: {n}");
            self.project.reconciliation.lose(Thing::Unknown, name, Reason::NotKnown, detail);
        }
        self.log = log;
    }

    /// Counts the accounts, and warns of them; nothing of them is read.
    fn leave_accounts(&mut self, file: &File, database: &mut Database) {
        for table in ["users", "project_members"] {
            let n = database.count(table);
            if n > 0 {
                self.project.reconciliation.claim(Thing::Settings, 1);
                self.project.reconciliation.lose(Thing::Settings, table, Reason::PersonalData, n.to_string());
            }
        }
        database.count("alembic_version");
        if database.count_filled("users", &["email", "hashed_password"]) > 0 {
            let warning = Diagnostic::warning(file.place(None), Problem::DatabaseHoldsAccounts);
            self.project.diagnostics.push(warning);
        }
    }
}
