//! Tables by name: what each is asked with, how it is computed, and how people read it.

mod adjudication;
mod agreement;
mod association;
mod balance;
mod cases_by_factors;
mod co_occurrence;
mod columns;
mod contrast;
mod joint_display;
mod literature;
mod meta_matrix;
mod own;
mod parts;
mod phases;
mod qca;
mod request;
mod robustness;
mod sample;
mod saturation;
mod sequence;
mod similarity;
mod tensions;
mod triangulation;
mod verdicts;

use crate::Project;
use crate::results::Results;
use crate::show::View;
use draad_analysis::table::{Column, Table, Value};
use draad_analysis::{Basis, Options, Statement};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::filter::nearest;
use draad_core::{Diagnostic, OwnTable, Place, Problem, TableOptions, ValueRange};
use std::str::FromStr;
use std::sync::Arc;
use strum::IntoEnumIterator;

pub use adjudication::progress;
pub(crate) use agreement::of as agreement_of;
pub(crate) use columns::meaning;
pub use own::{check_by_computing, has_unread};
pub(crate) use own::{computed, problems};
pub(crate) use parts::{Part, kind_of, parts};
pub(crate) use qca::{how_sentences as qca_how, is_usual as has_qca, obstacle as qca_obstacle, of as qca_of};
pub use request::Request;
pub(crate) use request::{by_named, keys};

/// The tables there are, in the order in which a study is read.
const KINDS: &[Kind] = &[
    cases_by_factors::KIND,
    triangulation::KIND,
    tensions::KIND,
    balance::KIND,
    contrast::KIND,
    association::KIND,
    qca::KIND,
    meta_matrix::KIND,
    co_occurrence::KIND,
    phases::KIND,
    sequence::KIND,
    similarity::KIND,
    saturation::KIND,
    joint_display::KIND,
    literature::KIND,
    agreement::KIND,
    sample::KIND,
    verdicts::KIND,
    adjudication::KIND,
];

/// What a table or figure understands that asks which value of the outcome is meant: `--outcome constructiveness=constructive`.
pub(crate) const OUTCOME_VALUE: &str = "outcome ATTRIBUTE=VALUE";

/// A kind of table.
struct Kind {
    /// Its name.
    name: &'static str,
    /// The options that it understands beside the filters, as flags have them without their dashes.
    takes: &'static [&'static str],
    /// Which codings a code counts in it.
    codes: Codes,
    /// Computes it.
    compute: fn(&Asked) -> Outcome<Box<dyn Answer>>,
}

/// Which codings a code counts in a table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Codes {
    /// Those of the code and of all below it, unless asked otherwise.
    Folded,
    /// Those of the code itself.
    Own,
    /// The table counts no codes.
    None,
}

/// What a table is computed from.
struct Asked<'p> {
    /// The study and the language.
    project: &'p Project,
    /// Codings and material that pass the filter.
    facts: &'p Facts,
    /// What was asked.
    request: &'p Request,
    /// The options that all tables have; without the further key, see [`Asked::with_by`].
    options: Options,
    /// Results of just these facts and this request, of which nothing has to be computed again.
    results: Option<&'p Results<'p>>,
}

impl<'p> Asked<'p> {
    /// Returns a result that others share, where there is one for what was asked; otherwise computes it.
    fn shared<T>(
        &self,
        held: fn(&'p Results<'p>) -> Outcome<&'p Arc<T>>,
        compute: impl FnOnce() -> Outcome<T>,
    ) -> Outcome<Arc<T>> {
        match self.results {
            Some(results) => held(results).cloned(),
            None => compute().map(Arc::new),
        }
    }

    /// Returns the options with the further key.
    ///
    /// # Errors
    /// When the study has no such key.
    fn with_by(&self) -> Outcome<Options> {
        self.request.options(self.project)
    }
}

/// A table that was computed.
pub trait Answer: Send + Sync {
    /// Returns what it rests on.
    fn basis(&self) -> &Basis;

    /// Returns it with every measure, for other programs; the first table is the one that is meant, others are further parts
    /// of it.
    fn tables(&self) -> Vec<Table>;

    /// Returns it as people read it, a view or more for each part.
    fn views(&self, project: &Project) -> Vec<View>;

    /// Returns the parts that people see only when they ask for one by its name: details that would bury what is meant.
    fn details(&self) -> &'static [&'static str] {
        &[]
    }

    /// Returns what it says in so many words, so that it can be asked whether it says the same when something is left out.
    fn statements(&self) -> Vec<Statement> {
        Vec::new()
    }

    /// Whether it compares coders: on what at least two of them read, and on fragments that are no passages.
    fn compares_coders(&self) -> bool {
        false
    }

    /// Returns what was done after the filters to come to it, with n before and after, a sentence per step.
    fn history(&self, _project: &Project) -> Vec<String> {
        Vec::new()
    }
}

/// Computes a table that is always there in the way in which it is when nothing but the filter is asked, from what figures
/// and reports share.
///
/// # Errors
/// When there is no such table, or the study has nothing to show in it.
pub fn usual(results: &Results, name: &str) -> Outcome<Box<dyn Answer>> {
    from_shared(results, &results.request, name)
}

/// Does the same, with all rows for whoever reads it.
///
/// # Errors
/// As [`usual`].
pub(crate) fn whole(results: &Results, name: &str) -> Outcome<Box<dyn Answer>> {
    let options = TableOptions { limit: Some(usize::MAX), ..results.request.options.clone() };
    from_shared(results, &Request { options, ..results.request.clone() }, name)
}

/// Computes a table from what figures and reports share; `request` is that of the results, but for how many rows are shown.
fn from_shared(results: &Results, request: &Request, name: &str) -> Outcome<Box<dyn Answer>> {
    let Results { project, facts, .. } = results;
    // results have their usual options and no further key: one that is asked with others is computed anew
    let asked = &results.request;
    let tests_value = asked.outcome.as_ref().is_some_and(|outcome| outcome.test.is_some());
    let is_plain = asked.options == TableOptions::default() && asked.by.is_none() && !tests_value;
    let shared = is_plain.then_some(results);
    let asked = Asked { project, facts, request, options: request.common(project), results: shared };
    kind(name, &[])?.computed(&asked)
}

/// A table that was found by its name, and what it is asked with.
pub struct Found {
    kind: &'static Kind,
    own: Option<OwnTable>,
    /// The options that were asked for beside what `tables.toml` says.
    flags: Vec<String>,
    /// What it is asked with.
    pub request: Request,
}

/// Returns the names of all tables that are always there.
pub fn names() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.name).collect()
}

/// Returns the tables there are, those of the study's own last, with what each holds.
pub fn listed(project: &Project) -> Table {
    let words = &project.words;
    let always = names().into_iter().map(|name| (name, words.say(&format!("workbook-table-{name}"))));
    let own = project.study().tables.values().map(|own| {
        let label = own.label.or(words.language, &own.name);
        (own.name.as_str(), label)
    });
    let row = |(name, what): (&str, String)| vec![Value::text(name), Value::Text(what)];
    let columns = vec![Column::text("name"), Column::text("what")];
    Table { name: "tables", columns, rows: always.chain(own).map(row).collect() }
}

/// Returns the names of the tables that say something of a study without being asked anything.
pub fn usual_names(project: &Project) -> Vec<&'static str> {
    let is_usual = |name: &&str| match *name {
        name if name == qca::KIND.name => qca::is_usual(project),
        name if name == literature::KIND.name => literature::is_usual(project),
        _ => true,
    };
    names().into_iter().filter(is_usual).collect()
}

/// Adds the saved queries that a table of the study's own counts as factors to the study.
///
/// # Errors
/// When a saved query cannot be asked.
pub fn prepare(project: &mut Project, name: &str) -> Outcome<()> {
    let sets = own::sets(project.study(), name).to_vec();
    project.add_sets(&sets).map(|_| ())
}

/// Finds a table by its name, be it one of the study's own, which [`prepare`] has prepared. Of one of those, `request`
/// takes the place of what `tables.toml` says.
///
/// # Errors
/// When there is no such table, it does not understand an option, the filter names something the study does not have, or
/// saved queries cannot be asked.
pub fn find(project: &Project, name: &str, request: Request) -> Outcome<Found> {
    let flags = request.given().into_iter().map(|(option, _)| option).collect();
    let (kind, own, request) = own::find(project, name, request)?;
    let found = Found { kind, own, flags, request };
    kind.check(&found.request).map_err(|error| found.blamed(error))?;
    match found.request.filter.problems(project.study()).into_iter().next() {
        Some(problem) => fails(problem),
        None => Ok(found),
    }
}

impl Found {
    /// Returns the name of the table that is always there.
    pub fn kind(&self) -> &'static str {
        self.kind.name
    }

    /// Returns which codings a code counts in the table.
    pub(crate) fn codes(&self) -> Codes {
        match self.kind.codes {
            Codes::Folded if self.request.unfolded => Codes::Own,
            codes => codes,
        }
    }

    /// Returns the table as the study defines it, if it is one of its own.
    pub fn own(&self) -> Option<&OwnTable> {
        self.own.as_ref()
    }

    /// Computes the table.
    ///
    /// # Errors
    /// When an option means nothing in this study, or nothing is left to show.
    pub fn answer(&self, project: &Project) -> Outcome<Box<dyn Answer>> {
        let facts = Facts::new(project.study(), &self.request.filter);
        self.kind.answer(project, &facts, &self.request).map_err(|error| self.blamed(error))
    }

    /// Says of an option that stands in `tables.toml` and nowhere else that it stands there.
    fn blamed(&self, error: Box<Diagnostic>) -> Box<Diagnostic> {
        match (&self.own, own::option_of(&error.problem)) {
            (Some(own), Some(option)) if !self.flags.iter().any(|flag| flag == option) => {
                own::at(own, error.problem)
            }
            _ => error,
        }
    }

    /// Returns what people read; above a table of the study's own stand its label and note.
    pub fn views(&self, project: &Project, answer: &dyn Answer) -> Vec<View> {
        let mut views = answer.views(project);
        if let (Some(own), Some(first)) = (&self.own, views.first_mut()) {
            let label = own.label.or(project.words.language, &own.name);
            let title = [label, std::mem::take(&mut first.title)];
            first.title = title.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            if !own.note.is_empty() {
                first.notes.insert(0, own.note.clone());
            }
        }
        views
    }
}

/// Returns the kind of table that is called so; `own` are further names that the user may have meant.
fn kind(name: &str, own: &[&str]) -> Outcome<&'static Kind> {
    let unknown = || {
        let known: Vec<&str> = names().into_iter().chain(own.iter().copied()).collect();
        Problem::TableUnknown {
            name: name.to_owned(),
            nearest: nearest(name, known.iter().copied()),
            known: known.join(", "),
        }
    };
    KINDS.iter().find(|kind| kind.name == name).map_or_else(|| fails(unknown()), Ok)
}

impl Kind {
    /// Returns an error for the first option that this table does not understand.
    fn check(&self, request: &Request) -> Outcome<()> {
        let Some(option) = request.names_given().find(|option| !self.understands(option, request)) else {
            return in_range(&request.options);
        };
        let takes = |kind: &&Kind| kind.takes.contains(&option.as_str());
        let tables: Vec<&str> = KINDS.iter().filter(takes).map(|kind| kind.name).collect();
        fails(Problem::TableWithoutOption { name: self.name.to_owned(), option, tables: tables.join(", ") })
    }

    /// Returns whether the table takes an option; the list of statements that `leave-out` adds takes a limit.
    fn understands(&self, option: &str, request: &Request) -> bool {
        let has_statements = self.takes.contains(&"leave-out") && !request.options.leave_out.is_empty();
        self.takes.contains(&option) || option == "limit" && has_statements
    }

    /// Computes the table from facts that were collected with the filter of `request`.
    fn answer(&self, project: &Project, facts: &Facts, request: &Request) -> Outcome<Box<dyn Answer>> {
        let options = request.common(project);
        self.computed(&Asked { project, facts, request, options, results: None })
    }

    /// Computes the table, with what becomes of its statements where that is asked.
    fn computed(&self, asked: &Asked) -> Outcome<Box<dyn Answer>> {
        let answer = (self.compute)(asked)?;
        if asked.request.options.leave_out.is_empty() {
            return Ok(answer);
        }
        robustness::with_robustness(self, asked, answer)
    }
}

/// Returns an error for the first number that means nothing: `tables.toml` can hold any.
fn in_range(options: &TableOptions) -> Outcome<()> {
    let unfit = |option: &str, value: String, range| {
        fails(Problem::TableValueOutside { option: option.to_owned(), value, range })
    };
    let counts =
        [("min-kinds", options.min_kinds), ("min-roles", options.min_roles), ("quotes", options.quotes)];
    if let Some((option, _)) = counts.into_iter().find(|(_, count)| *count == Some(0)) {
        return unfit(option, "0".to_owned(), ValueRange::FromOne);
    }
    let shares = [("top-share", options.top_share), ("overlap", options.agreement.overlap)];
    let out = |(_, share): &(&str, Option<f64>)| share.is_some_and(|share| !(0.0..=1.0).contains(&share));
    match shares.into_iter().find(out) {
        Some((option, share)) => unfit(option, share.unwrap_or_default().to_string(), ValueRange::Share),
        None => Ok(()),
    }
}

/// Reads the value of an option that has a list of names.
fn named<T>(option: &str, value: Option<&str>) -> Outcome<Option<T>>
where
    T: FromStr + IntoEnumIterator + Into<&'static str>,
{
    let Some(value) = value else { return Ok(None) };
    let unknown = || Problem::TableValueUnknown {
        option: option.to_owned(),
        value: value.to_owned(),
        known: T::iter().map(Into::into).collect::<Vec<&str>>().join(", "),
    };
    value.parse().map_or_else(|_| fails(unknown()), |known| Ok(Some(known)))
}

/// Fails for a reason that is about what was asked as a whole.
pub(crate) fn fails<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}
