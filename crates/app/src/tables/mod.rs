//! Tables by name: what each is asked with, how it is computed, and how people read it.

mod balance;
mod cases_by_factors;
mod request;

use crate::Project;
use crate::show::View;
use draad_analysis::table::Table;
use draad_analysis::{Basis, Options};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::filter::nearest;
use draad_core::{Diagnostic, Place, Problem};

pub use request::Request;
pub(crate) use request::{by_named, keys};

/// The tables there are, in the order in which a study is read.
const KINDS: &[Kind] = &[cases_by_factors::KIND, balance::KIND];

/// A kind of table.
struct Kind {
    /// Its name.
    name: &'static str,
    /// The options that it understands beside the filters, as flags have them without their dashes.
    takes: &'static [&'static str],
    /// Computes it.
    compute: fn(&Asked) -> Outcome<Box<dyn Answer>>,
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
}

impl Asked<'_> {
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
}

/// Returns the names of all tables.
pub fn names() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.name).collect()
}

/// Computes a table by its name.
///
/// # Errors
/// When there is no such table, it does not understand an option, the filter names something the study does not have, or
/// nothing is left to show.
pub fn table(project: &Project, name: &str, request: &Request) -> Outcome<Box<dyn Answer>> {
    let kind = kind(name)?;
    kind.check(request)?;
    if let Some(problem) = request.filter.problems(project.study()).into_iter().next() {
        return fails(problem);
    }
    kind.answer(project, &Facts::new(project.study(), &request.filter), request)
}

fn kind(name: &str) -> Outcome<&'static Kind> {
    let unknown = || Problem::TableUnknown {
        name: name.to_owned(),
        nearest: nearest(name, names()),
        known: names().join(", "),
    };
    KINDS.iter().find(|kind| kind.name == name).map_or_else(|| fails(unknown()), Ok)
}

impl Kind {
    /// Returns an error for the first option that this table does not understand.
    fn check(&self, request: &Request) -> Outcome<()> {
        let Some(option) = request.given().into_iter().find(|option| !self.takes.contains(option)) else {
            return Ok(());
        };
        let takes = |kind: &&Kind| kind.takes.contains(&option);
        let tables: Vec<&str> = KINDS.iter().filter(takes).map(|kind| kind.name).collect();
        fails(Problem::TableWithoutOption {
            name: self.name.to_owned(),
            option: option.to_owned(),
            tables: tables.join(", "),
        })
    }

    /// Computes the table from facts that were collected with the filter of `request`.
    fn answer(&self, project: &Project, facts: &Facts, request: &Request) -> Outcome<Box<dyn Answer>> {
        (self.compute)(&Asked { project, facts, request, options: request.common(project) })
    }
}

fn fails<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}
