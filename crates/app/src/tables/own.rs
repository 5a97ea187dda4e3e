//! Tables of the study's own, as `tables.toml` defines them.

use super::{Answer, KINDS, Kind, Request, kind, prepare};
use crate::show::View;
use crate::{Project, queries};
use draad_core::diagnostic::Outcome;
use draad_core::{CodeId, Diagnostic, Filter, OwnTable, Place, Problem, Severity, Study};
use draad_store::paths;
use rayon::prelude::*;
use std::borrow::Cow;

/// Finds a table by its name, and what it is asked with: of a table of the study's own what stands in `tables.toml`, with
/// what `request` asks in its place.
///
/// # Errors
/// When there is no such table, or its saved queries cannot be asked.
pub(super) fn find(
    project: &Project,
    name: &str,
    request: Request,
) -> Outcome<(&'static Kind, Option<OwnTable>, Request)> {
    let study = project.study();
    let Some(own) = called(study, name).cloned() else {
        let others = study.tables.values().filter(|own| !is_taken(study, own));
        let others: Vec<&str> = others.map(|own| own.name.as_str()).collect();
        return Ok((kind(name, &others)?, None, request));
    };
    if is_taken(study, &own) {
        return Err(at(&own, Problem::TableNameTaken { name: own.name.to_string() }));
    }
    let kind = kind(&own.table, &[]).map_err(|error| at(&own, error.problem))?;
    let filter = project.named(own.filter());
    let mut filter = project.within(filter, &own.queries)?;
    if !filter.codes.is_empty() {
        for name in &own.sets {
            filter.codes.extend(CodeId::new(queries::find(study, name)?.name.as_str()));
        }
    }
    let written = written(&own, filter);
    Ok((kind, Some(own), request.over(written)))
}

/// Returns what `tables.toml` asks a table with, with the filter in the names of the study.
fn written(own: &OwnTable, filter: Filter) -> Request {
    Request {
        filter,
        by: own.by.clone(),
        outcome: own.outcome.clone(),
        unfolded: own.unfolded,
        options: own.options.clone(),
    }
}

/// Returns the saved queries that a table of the study's own counts as factors.
pub(super) fn sets<'s>(study: &'s Study, name: &str) -> &'s [String] {
    called(study, name).map_or(&[], |own| &own.sets)
}

/// Returns the table that is called so, by its name or its label.
fn called<'s>(study: &'s Study, name: &str) -> Option<&'s OwnTable> {
    if KINDS.iter().any(|kind| kind.name == name) {
        return None;
    }
    study.tables.get(name).or_else(|| study.tables.values().find(|table| table.label.is(name)))
}

/// Returns what is wrong with the tables of the study's own, where that shows without computing them.
pub(crate) fn problems(project: &Project) -> Vec<Diagnostic> {
    let of_table = |own: &OwnTable| problem(project, own).map(|problem| *at(own, problem));
    project.study().tables.values().filter_map(of_table).collect()
}

/// Adds to what is wrong with the study what shows only when its own tables are computed: a key, an outcome, a saved query
/// or a value of an option that there is not. What merely has nothing to show yet is a warning.
pub fn check_by_computing(project: &mut Project) {
    let asked: &Project = project;
    let of_table = |own: &OwnTable| {
        if problem(asked, own).is_some() {
            return None;
        }
        let found = *computed(asked, own).err()?;
        Some(match found.problem {
            Problem::NothingToShow { .. } => {
                Diagnostic { severity: Severity::Warning, ..*at(own, found.problem) }
            }
            problem => *at(own, problem),
        })
    };
    let tables: Vec<&OwnTable> = asked.study().tables.values().collect();
    let found: Vec<Diagnostic> = tables.into_par_iter().filter_map(of_table).collect();
    project.loaded_mut().diagnostics.extend(found);
}

/// Computes a table of the study's own. Saved queries that count as factors are added to a copy of the study.
///
/// # Errors
/// When its name is taken, or as computing it.
pub(crate) fn computed(project: &Project, own: &OwnTable) -> Outcome<(Box<dyn Answer>, Vec<View>)> {
    let name = own.name.as_str();
    if is_taken(project.study(), own) {
        return Err(at(own, Problem::TableNameTaken { name: name.to_owned() }));
    }
    let mut project = Cow::Borrowed(project);
    if !own.sets.is_empty() {
        prepare(project.to_mut(), name)?;
    }
    let found = super::find(&project, name, Request::default())?;
    let answer = found.answer(&project)?;
    let views = found.views(&project, &*answer);
    Ok((answer, views))
}

/// Returns whether there is something in `tables.toml` that could not be read, so that a table may be missing.
pub fn has_unread(project: &Project) -> bool {
    let is_unread = |found: &Diagnostic| {
        found.place.file == paths::TABLES
            && (found.place.line.is_some() || matches!(found.problem, Problem::TablesInvalid { .. }))
    };
    project.diagnostics().iter().any(is_unread)
}

fn problem(project: &Project, own: &OwnTable) -> Option<Problem> {
    let study = project.study();
    if is_taken(study, own) {
        return Some(Problem::TableNameTaken { name: own.name.to_string() });
    }
    let kind = match kind(&own.table, &[]) {
        Ok(kind) => kind,
        Err(unknown) => return Some(unknown.problem),
    };
    let request = written(own, project.named(own.filter()));
    let unfit = kind.check(&request).err().map(|error| error.problem);
    unfit.or_else(|| request.filter.problems(study).into_iter().next())
}

/// Returns whether `draad run` makes files under the name of a table for something else: another table, a part of one, or
/// an earlier table of the study's own. Some disks hold names for the same that differ only in capitals.
fn is_taken(study: &Study, own: &OwnTable) -> bool {
    let small = |table: &OwnTable| table.name.as_str().to_lowercase();
    let name = small(own);
    let is_part =
        |whole: &str| name.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let mut earlier = study.tables.values().take_while(|table| table.name != own.name);
    name == "passages"
        || name.starts_with("factors-by-")
        || KINDS.iter().any(|kind| is_part(kind.name))
        || earlier.any(|table| small(table) == name)
}

/// Says of which table a problem is, and speaks of its fields where the problem speaks of options.
pub(super) fn at(own: &OwnTable, problem: Problem) -> Box<Diagnostic> {
    let place = Place::file(paths::TABLES).column(own.name.as_str());
    Box::new(Diagnostic::error(place, of_field(problem)))
}

/// Returns the option that a problem speaks of.
pub(super) fn option_of(problem: &Problem) -> Option<&str> {
    match problem {
        Problem::TableWithoutOption { option, .. }
        | Problem::TableValueUnknown { option, .. }
        | Problem::TableValueOutside { option, .. }
        | Problem::TableValueTooLarge { option, .. } => Some(option),
        _ => None,
    }
}

/// Returns the same problem, said of the field that has the name of the option.
fn of_field(problem: Problem) -> Problem {
    let field = |option: String| option.replace('-', "_");
    match problem {
        Problem::TableWithoutOption { name, option, tables } => {
            Problem::TableFieldUnfit { table: name, field: field(option), tables }
        }
        Problem::TableValueUnknown { option, value, known } => {
            Problem::TableFieldValueUnknown { field: field(option), value, known }
        }
        Problem::TableValueOutside { option, value, range } => {
            Problem::TableFieldOutside { field: field(option), value, range }
        }
        Problem::TableValueTooLarge { option, value, most } => {
            Problem::TableFieldTooLarge { field: field(option), value, most }
        }
        other => other,
    }
}

impl Request {
    /// Returns the request with what it leaves open as in `written`.
    fn over(self, written: Request) -> Request {
        Request {
            filter: self.filter.over(written.filter),
            by: self.by.or(written.by),
            outcome: self.outcome.or(written.outcome),
            unfolded: self.unfolded || written.unfolded,
            options: self.options.over(written.options),
        }
    }
}
