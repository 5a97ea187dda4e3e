//! What is wrong, where, and how badly.

use crate::Problem;
use serde::Serialize;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// Something could not be read or does not fit; results may lack it.
    Error,
    /// Probably not meant; results are complete.
    Warning,
    /// Worth knowing.
    Note,
}

/// Where in the study a problem stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Path within the study folder (with `/`), or the name of an imported file; empty for the study as a whole.
    pub file: String,
    /// Line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column: the name of a table column, or a character position counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: None, column: None }
    }

    /// A line of a file.
    pub fn line(file: impl Into<String>, line: u32) -> Self {
        Self { file: file.into(), line: Some(line), column: None }
    }

    /// The same place, with a column.
    pub fn column(mut self, column: impl Into<String>) -> Self {
        self.column = Some(column.into());
        self
    }
}

impl std::fmt::Display for Place {
    /// Writes `file:line:column`, as far as known.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ":{column}")?;
        }
        Ok(())
    }
}

/// One problem at one place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What it is.
    #[serde(flatten)]
    pub problem: Problem,
}

impl Diagnostic {
    /// Makes an error.
    pub fn error(place: Place, problem: Problem) -> Self {
        Self { severity: Severity::Error, place, problem }
    }

    /// Makes a warning.
    pub fn warning(place: Place, problem: Problem) -> Self {
        Self { severity: Severity::Warning, place, problem }
    }

    /// Makes a note.
    pub fn note(place: Place, problem: Problem) -> Self {
        Self { severity: Severity::Note, place, problem }
    }
}

impl std::fmt::Display for Diagnostic {
    /// For developers; people read the sentence that the `words` crate makes of it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {:?}", self.place, self.problem)
    }
}

impl std::error::Error for Diagnostic {}

/// Result of an operation that can fail in one way a user should read.
pub type Outcome<T> = Result<T, Box<Diagnostic>>;
