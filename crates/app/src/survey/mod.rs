//! Surveys: open answers become sources, closed answers attributes or scores, by a map of columns that people can correct.

mod closed;
mod people;
mod sources;

use crate::{Project, records};
use draad_core::diagnostic::Outcome;
use draad_core::{
    Attribute, CaseId, ColumnUse, Diagnostic, KindId, ParticipantId, Place, Problem, RoleId, SourceId, Study,
};
use draad_ingest::Survey;
use draad_ingest::survey::{Known, Reply};
use draad_store::{Changes, StudyFolder, Updated, paths, render};
use people::People;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

pub use draad_ingest::survey::{ResponseCount, Tool};
pub use draad_ingest::{DateOrder, ImportReport, Loss, Part};
pub use draad_store::{ColumnRow, read_column_map, write_column_map};

/// Which survey to read, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The file: CSV, XLSX, XLS or ODS.
    pub file: PathBuf,
    /// The sheet of a workbook; nothing takes the first one that holds something.
    pub sheet: Option<String>,
    /// A table that describes the columns, such as the `meta.csv` of m-Path.
    pub meta: Option<PathBuf>,
    /// What becomes of each column, with the line of the map; nothing takes what is proposed.
    pub map: Option<Vec<(u32, ColumnRow)>>,
    /// The case of all respondents of whom neither a column nor `participants.csv` names it.
    pub case: Option<CaseId>,
    /// Whether each of those respondents is a case.
    pub respondents_are_cases: bool,
    /// Whether cases that are not in `cases.csv` yet are added to it.
    pub add_cases: bool,
    /// The role of respondents who are not in `participants.csv` yet: they are added to it. Without it they are not.
    pub role: Option<RoleId>,
    /// The kind of the sources; without it `diary` for experience sampling and `survey` for the others.
    pub kind: Option<KindId>,
    /// How numeric dates are written.
    pub date_order: Option<DateOrder>,
    /// Whether attributes that `study.toml` does not list are added to it.
    pub add_attributes: bool,
    /// Whether answers that are in the study already may be replaced.
    pub replace: bool,
    /// Whether nothing is changed: the summary says what would be.
    pub plan: bool,
}

/// What is proposed for a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// File name without folders.
    pub file: String,
    /// The program that wrote it.
    pub tool: Tool,
    /// How it was read.
    pub reading: String,
    /// What is proposed for each column: the map.
    pub columns: Vec<ColumnRow>,
    /// The columns with personal data; they are left out.
    pub personal: Vec<String>,
    /// How often each person was asked and answered.
    pub responses: Vec<ResponseCount>,
    /// What was read and would be dropped.
    pub report: ImportReport,
    /// What the user should look at.
    pub diagnostics: Vec<Diagnostic>,
}

/// What came of a survey, or would come of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// File name without folders.
    pub file: String,
    /// The program that wrote it.
    pub tool: Tool,
    /// How it was read.
    pub reading: String,
    /// Sources with open answers that were made or replaced.
    pub sources: Vec<AnswerSource>,
    /// How many sources there already were, just so.
    pub n_unchanged: usize,
    /// Attributes of cases.
    pub attributes: Updated,
    /// Scores.
    pub scores: Updated,
    /// Attributes that were added to `study.toml`.
    pub new_attributes: Vec<Attribute>,
    /// Cases that were added to `cases.csv`.
    pub new_cases: Vec<CaseId>,
    /// Participants who were added to `participants.csv`.
    pub new_participants: Vec<ParticipantId>,
    /// How often each person was asked and answered.
    pub responses: Vec<ResponseCount>,
    /// Replies and answers that could not be taken, each with its reason; those of attributes and scores stand there.
    pub refused: Vec<Diagnostic>,
    /// What was read and dropped.
    pub report: ImportReport,
    /// What the user should look at.
    pub diagnostics: Vec<Diagnostic>,
}

/// A source made of one person's open answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerSource {
    /// The source.
    pub source: SourceId,
    /// Who answered, as in the file.
    pub person: String,
    /// The participant that this is, where it is one.
    pub participant: Option<ParticipantId>,
    /// The cases.
    pub cases: Vec<CaseId>,
    /// How many open answers.
    pub n_answers: usize,
    /// Whether it replaces an earlier version.
    pub is_replaced: bool,
}

/// A survey with the uses of its columns settled.
struct Settled {
    file: String,
    hash: String,
    survey: Survey,
    uses: Vec<ColumnUse>,
    /// What the map says of each column besides its use.
    targets: Vec<String>,
    replies: Vec<Reply>,
}

/// Reads a survey and proposes what becomes of its columns in a study. Nothing is changed.
///
/// # Errors
/// When the file cannot be read as a table, or what describes its columns cannot.
pub fn plan(study: &Study, request: &Request) -> Outcome<Plan> {
    let settled = Settled::read(study, request)?;
    let columns = settled.survey.columns.iter().zip(&settled.uses).zip(&settled.targets);
    let rows = columns.map(|((column, column_use), target)| ColumnRow {
        file: settled.file.clone(),
        column: column.name.clone(),
        question: column.question.clone(),
        column_use: *column_use,
        target: target.clone(),
        answered: u32::try_from(column.n_answered).ok(),
        distinct: u32::try_from(column.n_distinct).ok(),
        example: column.example.clone(),
    });
    let personal = settled.survey.columns.iter().filter(|column| column.is_personal);
    Ok(Plan {
        columns: rows.collect(),
        personal: personal.map(|column| column.name.clone()).collect(),
        responses: settled.survey.responses(&settled.replies),
        tool: settled.survey.tool,
        file: settled.file,
        reading: settled.survey.reading,
        report: settled.survey.report,
        diagnostics: settled.survey.diagnostics,
    })
}

/// Brings a survey into the study, in one change that can be undone: one source per person with open answers, closed
/// answers as attributes of cases and as scores. A question that was asked and not answered is `unknown` among the scores.
/// Replies that do not fit are refused with their line; the others are taken.
///
/// # Errors
/// `AlreadyImported` unless answers may be replaced; `AttributesUnlisted`; `ColumnMissing` for a column that only the map
/// has; `UnknownRole`, `UnknownKind`; when the file cannot be read, or the study is locked or cannot be written.
pub fn import(project: &mut Project, request: &Request) -> Outcome<Summary> {
    let lock = if request.plan { None } else { Some(project.folder.lock("import")?) };
    project.reload()?;
    let mut import = Import::default();
    let outcome = import.work_out(&project.folder, &mut Arc::make_mut(&mut project.loaded).study, request);
    if request.plan || outcome.is_err() {
        project.reload()?;
        return outcome;
    }
    let summary = outcome?;
    let changes = import.changes(project, &summary)?;
    if let Some(lock) = lock.filter(|_| !changes.is_empty()) {
        lock.commit("import", changes)?;
    }
    Ok(summary)
}

impl Settled {
    fn read(study: &Study, request: &Request) -> Outcome<Self> {
        let (file, bytes) = records::bytes(&request.file)?;
        let mut survey = draad_ingest::read_survey(&file, &bytes, request.sheet.as_deref())?;
        if let Some(meta) = &request.meta {
            let (_, meta) = records::read(meta, None)?;
            survey.describe(&meta);
        }
        survey.recognise(&known(study));
        let hash = blake3::hash(&bytes).to_hex().to_string();
        let n_columns = survey.columns.len();
        let (uses, targets) = (survey.proposed(), vec![String::new(); n_columns]);
        let mut settled = Self { file, hash, survey, uses, targets, replies: Vec::new() };
        if let Some(map) = &request.map {
            settled.follow(map)?;
        }
        settled.survey.report_left_out(&settled.uses);
        settled.replies = settled.survey.replies(&settled.uses, request.date_order);
        settled.report_replies();
        Ok(settled)
    }

    /// Takes the uses of the map. A column that it does not name stays out.
    fn follow(&mut self, map: &[(u32, ColumnRow)]) -> Outcome<()> {
        self.uses.fill(ColumnUse::LeaveOut);
        for (_, row) in map.iter().filter(|(_, row)| row.file == self.file) {
            let Some(column) = self.survey.columns.iter().position(|column| column.name == row.column) else {
                let problem = Problem::ColumnMissing { column: row.column.clone() };
                return Err(Box::new(Diagnostic::error(Place::file(&self.file), problem)));
            };
            self.uses[column] = row.column_use;
            self.targets[column].clone_from(&row.target);
            if !row.question.is_empty() {
                self.survey.columns[column].question.clone_from(&row.question);
            }
        }
        Ok(())
    }

    /// Counts replies, and warns of dates that cannot be read.
    fn report_replies(&mut self) {
        let n_answered = self.replies.iter().filter(|reply| reply.is_answered).count();
        let counts = [(Part::Responses, n_answered), (Part::NonResponses, self.replies.len() - n_answered)];
        self.survey.report.kept.extend(counts.into_iter().filter(|(_, n)| *n > 0));
        for reply in &self.replies {
            if let Some(value) = &reply.unread_date {
                let problem = Problem::ValueInvalid { value: value.clone(), expected: "date".into() };
                let place = Place::line(&self.file, reply.line);
                self.survey.diagnostics.push(Diagnostic::warning(place, problem));
            }
        }
    }

    fn columns(&self, wanted: ColumnUse) -> impl Iterator<Item = usize> {
        self.uses.iter().enumerate().filter(move |(_, used)| **used == wanted).map(|(column, _)| column)
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.survey.rows.get(row).map_or("", |row| row.cell(column).trim())
    }

    fn place(&self, row: usize) -> Place {
        Place::line(&self.file, self.replies.get(row).map_or(1, |reply| reply.line))
    }
}

/// Which parts of the study an import touches.
#[derive(Default)]
struct Import {
    sources: BTreeSet<SourceId>,
}

impl Import {
    fn work_out(&mut self, folder: &StudyFolder, study: &mut Study, request: &Request) -> Outcome<Summary> {
        let mut settled = Settled::read(study, request)?;
        check(study, request, &settled)?;
        let people = People::find(study, request, &settled);
        let (new_cases, new_participants) = people.add_to(study, request);
        let closed = closed::bring(study, request, &settled, &people)?;
        let mut refused = people.refused.clone();
        refused.extend(closed.refused);
        let made = sources::make(folder, study, request, &mut settled, &people);
        refused.extend(made.refused);
        self.sources = made.made.iter().map(|made| made.source.clone()).collect();
        Ok(Summary {
            responses: settled.survey.responses(&settled.replies),
            tool: settled.survey.tool,
            file: settled.file,
            reading: settled.survey.reading,
            sources: made.made,
            n_unchanged: made.n_unchanged,
            attributes: closed.attributes,
            scores: closed.scores,
            new_attributes: closed.new_attributes,
            new_cases,
            new_participants,
            refused,
            report: settled.survey.report,
            diagnostics: settled.survey.diagnostics,
        })
    }

    /// The files that the import writes.
    fn changes(&self, project: &Project, summary: &Summary) -> Outcome<Changes> {
        let study = project.study();
        let mut changes = Changes::new();
        if !self.sources.is_empty() {
            changes.insert(paths::SOURCES.to_owned(), Some(render::sources(study)));
        }
        for source in self.sources.iter().filter_map(|id| study.sources.get(id)) {
            changes.insert(paths::text(&source.id), Some(source.text.as_str().as_bytes().to_vec()));
            changes.insert(paths::units(&source.id), Some(render::units(source)));
        }
        if !summary.new_cases.is_empty() || !summary.attributes.is_empty() {
            changes.insert(paths::CASES.to_owned(), Some(render::cases(study)));
        }
        if !summary.new_participants.is_empty() {
            changes.insert(paths::PARTICIPANTS.to_owned(), Some(render::participants(study)));
        }
        if !summary.scores.is_empty() {
            changes.insert(paths::SCORES.to_owned(), Some(render::scores(study)));
        }
        let rewritten: Vec<&str> = changes.keys().map(String::as_str).collect();
        project.loaded.guard(&rewritten)?;
        if !summary.new_attributes.is_empty() {
            let settings = records::settings(project, &summary.new_attributes)?;
            changes.insert(paths::SETTINGS.to_owned(), Some(settings));
        }
        Ok(changes)
    }
}

fn known(study: &Study) -> Known {
    let people = || study.participants.values();
    let names = people().flat_map(|person| person.labels.iter().chain([&person.name]));
    Known::new(people().map(|person| person.id.as_str()), names.map(String::as_str))
}

/// Refuses what can be known to be wrong before anything is read into the study.
fn check(study: &Study, request: &Request, settled: &Settled) -> Outcome<()> {
    let fails = |problem| Err(Box::new(Diagnostic::error(Place::file(&settled.file), problem)));
    let known = study.sources.values().find(|source| source.origin.file_hash == settled.hash);
    if let Some(known) = known.filter(|_| !request.replace) {
        return fails(Problem::AlreadyImported { source: known.id.to_string() });
    }
    let filter = draad_core::Filter {
        kinds: request.kind.iter().cloned().collect(),
        roles: request.role.iter().cloned().collect(),
        ..Default::default()
    };
    filter.problems(study).into_iter().next().map_or(Ok(()), fails)
}

#[cfg(test)]
mod tests;
