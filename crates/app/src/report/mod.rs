//! Reports by name: what is made of a study for people to read.

mod manuscript;
mod page;

use crate::Project;
use crate::results::Results;
use crate::tables::{Request, fails};
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_report::document::{self, Document};
use std::path::Path;

/// The reports there are, in the order in which a study is worked on.
const KINDS: &[Kind] = &[
    Kind { name: "page", file: "report.html", make: page::make },
    Kind { name: "manuscript", file: "manuscript.docx", make: manuscript::make },
];

/// A kind of report.
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// What its file is called.
    pub file: &'static str,
    make: fn(&Asked) -> Outcome<Vec<u8>>,
}

/// The form of a report that is a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The usual: for Word, or a page.
    #[default]
    Usual,
    /// Markdown; a page stays a page.
    Markdown,
}

impl Form {
    /// Returns the form that a file's name asks for.
    pub fn of(path: &Path) -> Self {
        let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
        match ending {
            Some(ending) if ending == "md" || ending == "markdown" => Self::Markdown,
            _ => Self::Usual,
        }
    }
}

/// What a report is made from.
struct Asked<'a> {
    results: &'a Results<'a>,
    /// The command that makes it again.
    command: &'a str,
    form: Form,
}

impl Asked<'_> {
    /// Writes a document in the form that is asked for.
    fn written(&self, document: &Document) -> Outcome<Vec<u8>> {
        match self.form {
            Form::Usual => document::docx(document),
            Form::Markdown => Ok(document::markdown(document).into_bytes()),
        }
    }
}

impl Kind {
    /// Whether this is the one that is made when none is named.
    pub fn is_usual(&self) -> bool {
        self.name == KINDS[0].name
    }

    /// Makes the report. `command` makes it again.
    ///
    /// # Errors
    /// When nothing is left to show, or the file cannot be made.
    pub fn make(&self, results: &Results, command: &str) -> Outcome<Vec<u8>> {
        self.make_as(results, command, Form::Usual)
    }

    /// Makes the report in a form.
    ///
    /// # Errors
    /// As [`Kind::make`].
    pub fn make_as(&self, results: &Results, command: &str, form: Form) -> Outcome<Vec<u8>> {
        (self.make)(&Asked { results, command, form })
    }
}

/// Returns all kinds of report.
pub fn kinds() -> &'static [Kind] {
    KINDS
}

/// Finds a kind of report by its name.
///
/// # Errors
/// `ReportUnknown` when there is none that is called so.
pub fn kind(name: &str) -> Outcome<&'static Kind> {
    let known = || KINDS.iter().map(|kind| kind.name).collect::<Vec<_>>().join(", ");
    let unknown = || Problem::ReportUnknown { name: name.to_owned(), known: known() };
    KINDS.iter().find(|kind| kind.name == name).map_or_else(|| fails(unknown()), Ok)
}

/// Makes a report.
///
/// # Errors
/// When the filter names something the study does not have, nothing is left to show, or the file cannot be made.
pub fn report(
    project: &Project,
    kind: &Kind,
    request: &Request,
    command: &str,
    form: Form,
) -> Outcome<Vec<u8>> {
    kind.make_as(&Results::new(project, request)?, command, form)
}
