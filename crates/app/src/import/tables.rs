//! Files whose rows are no source: cases, participants, events and scores, and answers to surveys.

use super::items::Table;
use super::{FileRow, FileUse, Request, Summary};
use crate::{Project, reading::in_words, records, survey};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, RoleId, SourceId};
use draad_ingest::{Format, survey::is_survey};
use draad_store::{Loaded, RecordKind};
use draad_words::Words;
use std::path::{Path, PathBuf};

/// How tables are read.
#[derive(Clone, Debug, Default)]
pub struct TableOptions {
    /// The sheet of a workbook; nothing takes the first one that holds something.
    pub sheet: Option<String>,
    /// Whether attributes of cases that `study.toml` does not list are added to it.
    pub add_attributes: bool,
    /// What becomes of the columns of surveys.
    pub columns: Option<PathBuf>,
    /// A table that describes the columns of a survey, such as the `meta.csv` of m-Path.
    pub meta: Option<PathBuf>,
    /// Whether each respondent of whom nothing names the case is a case.
    pub respondents_are_cases: bool,
    /// The role of respondents who are not in `participants.csv` yet: they are added to it.
    pub role: Option<RoleId>,
}

/// Endings of files that may be tables.
const ENDINGS: [&str; 8] = ["csv", "tsv", "tab", "xlsx", "xlsm", "xls", "xlsb", "ods"];

/// Returns a table as bytes of CSV, also when somebody saved it as a workbook.
pub(crate) fn as_csv(path: &Path) -> Outcome<Vec<u8>> {
    let (name, bytes) = records::bytes(path)?;
    if draad_ingest::recognise(&name, &bytes) != Format::Workbook {
        return Ok(bytes);
    }
    let sheet = draad_ingest::read_sheet(&name, &bytes, None)?;
    let rows = sheet.rows.into_iter().map(|row| row.cells);
    Ok(crate::output::records([sheet.header].into_iter().chain(rows)).into_bytes())
}

/// Returns what the rows of a file are, where its columns tell that they are no source.
pub(super) fn use_of(path: &Path) -> Option<FileUse> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    if !ENDINGS.contains(&ending.as_str()) {
        return None;
    }
    let (name, bytes) = records::bytes(path).ok()?;
    if !matches!(draad_ingest::recognise(&name, &bytes), Format::Table | Format::Workbook) {
        return None;
    }
    let sheet = draad_ingest::read_sheet(&name, &bytes, None).ok()?;
    match records::recognise_records(&records::grid(&sheet)) {
        _ if is_survey(&sheet) || sheet.header.iter().any(|name| names_respondents(name)) => {
            Some(FileUse::Survey)
        }
        Some(RecordKind::Cases) => Some(FileUse::Cases),
        Some(RecordKind::Participants) => Some(FileUse::Participants),
        Some(RecordKind::Events) => Some(FileUse::Events),
        Some(RecordKind::Scores) => Some(FileUse::Scores),
        None => None,
    }
}

/// Returns whether a column says who answered: then the rows are answers, whatever program wrote them.
fn names_respondents(column: &str) -> bool {
    let column: String = column.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let bare = ["nummer", "number", "code", "id", "nr", "no"].iter().find_map(|end| column.strip_suffix(end));
    bare.unwrap_or(&column) == "respondent"
}

fn record_kind(file_use: FileUse) -> Option<RecordKind> {
    match file_use {
        FileUse::Cases => Some(RecordKind::Cases),
        FileUse::Participants => Some(RecordKind::Participants),
        FileUse::Events => Some(RecordKind::Events),
        FileUse::Scores => Some(RecordKind::Scores),
        FileUse::Source
        | FileUse::Replace
        | FileUse::Survey
        | FileUse::Project
        | FileUse::Segments
        | FileUse::LeaveOut => None,
    }
}

/// Brings tables of records into the study in memory, cases first, and puts what came of each in `summary`.
pub(super) fn records(
    loaded: &mut Loaded,
    words: &Words,
    request: &Request,
    tables: &[Table],
    summary: &mut Summary,
) {
    let mut tables: Vec<(RecordKind, &Table)> =
        tables.iter().filter_map(|table| Some((record_kind(table.file_use)?, table))).collect();
    tables.sort_by_key(|(kind, _)| *kind);
    for (kind, table) in tables {
        let options = records::Request {
            file: table.path.clone(),
            sheet: request.tables.sheet.clone(),
            kind: Some(kind),
            add_attributes: request.tables.add_attributes,
            plan: request.plan,
        };
        let mut row = table.row.clone();
        match records::apply(&mut loaded.study, &options) {
            Ok(done) => {
                row.seen = in_words(words, &done.reading);
                summary.records.push(done);
            }
            Err(diagnostic) => {
                if request.plan {
                    // The rest is planned as if the table were taken: that is what it takes to say where files belong.
                    let options = records::Request { add_attributes: true, ..options };
                    let _ = records::apply(&mut loaded.study, &options);
                }
                summary.refused.push(shown(*diagnostic, &table.row));
            }
        }
        summary.map.push(row);
    }
}

/// Brings surveys into the study, each in a change of its own; in a plan, only proposes what becomes of their columns.
pub(super) fn surveys(project: &mut Project, request: &Request, tables: &[Table], summary: &mut Summary) {
    let words = project.words;
    for table in tables.iter().filter(|table| table.file_use == FileUse::Survey) {
        let mut row = table.row.clone();
        let outcome = survey_request(request, table).and_then(|options| {
            if !request.plan {
                summary.surveys.push(survey::import(project, &options)?);
                return Ok(());
            }
            let plan = survey::plan(project.study(), &options)?;
            row.seen = in_words(&words, &plan.reading);
            summary.columns.extend(plan.columns);
            summary.n_surveys_planned += 1;
            Ok(())
        });
        match outcome.map_err(|diagnostic| *diagnostic) {
            Ok(()) => {}
            Err(Diagnostic { problem: Problem::AlreadyImported { source }, .. }) => {
                summary.known.extend(SourceId::new(&source).map(|source| (row.file.clone(), source)));
            }
            Err(diagnostic) => summary.refused.push(shown(diagnostic, &table.row)),
        }
        summary.map.push(row);
    }
}

/// A survey is read by a map of its columns, or, when the user says that it is one, as is proposed.
fn survey_request(request: &Request, table: &Table) -> Outcome<survey::Request> {
    let options = &request.tables;
    let map = options.columns.as_ref().filter(|columns| columns.exists());
    let is_asked = request.file_use == Some(FileUse::Survey);
    if map.is_none() && !request.plan && !is_asked {
        return Err(Box::new(Diagnostic::error(Place::default(), Problem::SurveyUnplanned)));
    }
    let map = map.map(|path| {
        let name = path.display().to_string();
        let (rows, mut diagnostics) = survey::read_column_map(&name, as_csv(path)?);
        diagnostics.retain(|one| !matches!(one.problem, Problem::NotUtf8 { .. }));
        if diagnostics.is_empty() { Ok(rows) } else { Err(Box::new(diagnostics.swap_remove(0))) }
    });
    let row = &table.row;
    Ok(survey::Request {
        file: table.path.clone(),
        sheet: options.sheet.clone(),
        meta: options.meta.clone(),
        map: map.transpose()?,
        case: row.cases.first().or(request.assignment.cases.first()).cloned(),
        respondents_are_cases: options.respondents_are_cases,
        add_cases: request.add_cases,
        role: options.role.clone(),
        kind: row.kind.clone().or_else(|| request.assignment.kind.clone()),
        date_order: row.dates.parse().ok().or(request.assignment.date_order),
        add_attributes: options.add_attributes,
        replace: request.replace,
        plan: request.plan,
    })
}

/// Names the file as the user and the map do: in a folder many files may have the same name. Places in maps stay.
pub(super) fn shown(mut diagnostic: Diagnostic, row: &FileRow) -> Diagnostic {
    diagnostic.place.file.clone_from(&row.file);
    diagnostic
}
