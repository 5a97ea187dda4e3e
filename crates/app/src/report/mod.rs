//! Reports by name: what is made of a study for people to read.

mod manuscript;
mod page;
mod sheets;
mod workbook;

use crate::Project;
use crate::results::Results;
use crate::tables::{Request, fails};
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_core::filter::nearest;
use draad_report::document::{Document, docx, markdown};
use std::path::Path;

/// The reports there are, in the order in which a study is worked on.
const KINDS: &[Kind] = &[
    Kind { name: "page", file: "report.html", make: page::make },
    Kind { name: "manuscript", file: "manuscript.docx", make: manuscript::make },
    Kind { name: "workbook", file: "workbook.xlsx", make: workbook::make },
    Kind { name: "kenniscafe", file: "kenniscafe.docx", make: sheets::kenniscafe },
    Kind { name: "verification", file: "verification.docx", make: sheets::verification },
];

/// A kind of report.
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// What its file is called.
    pub file: &'static str,
    make: fn(&Asked) -> Outcome<Vec<u8>>,
}

/// What a report is made from.
struct Asked<'a> {
    results: &'a Results<'a>,
    /// The command that makes it again.
    command: &'a str,
    /// What the name of its file ends in.
    ending: &'a str,
}

impl Kind {
    /// Whether this is the one that is made when none is named.
    pub fn is_usual(&self) -> bool {
        self.name == KINDS[0].name
    }

    /// Makes the report for a file of this name. `command` makes it again.
    ///
    /// # Errors
    /// When nothing is left to show, the file cannot be made, or `ReportEndingUnknown`.
    pub fn make(&self, results: &Results, file: &Path, command: &str) -> Outcome<Vec<u8>> {
        let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        (self.make)(&Asked { results, command, ending: &ending })
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
    let unknown = || {
        let known: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
        Problem::ReportUnknown {
            name: name.to_owned(),
            nearest: nearest(name, known.iter().copied()),
            known: known.join(", "),
        }
    };
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
    file: &Path,
    command: &str,
) -> Outcome<Vec<u8>> {
    kind.make(&Results::new(project, request)?, file, command)
}

impl Asked<'_> {
    /// Returns a document in the form that the name of the file asks for.
    fn written(&self, document: &Document) -> Outcome<Vec<u8>> {
        match self.ending {
            "docx" => docx(document),
            "md" | "markdown" => Ok(markdown(document).into_bytes()),
            ending => {
                let (ending, known) = (ending.to_owned(), "docx, md".to_owned());
                fails(Problem::ReportEndingUnknown { ending, known })
            }
        }
    }
}
