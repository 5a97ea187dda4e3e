//! Where passages go, and in which form.

use super::fails;
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use strum::VariantNames;

/// The forms in which passages go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// For the terminal.
    Text,
    /// A table: commas, decimal point.
    Csv,
    /// A table for a Dutch Excel: semicolons.
    Excel,
    /// Rows, with what they rest on.
    Json,
    /// A document in Markdown.
    Md,
    /// An Excel workbook.
    Xlsx,
    /// A Word document.
    Docx,
}

/// Where passages go, and in which form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The form.
    pub format: Format,
    /// The file; nothing for the terminal.
    pub file: Option<PathBuf>,
}

impl Target {
    /// Works out form and file: the ending of the file says the form where nothing else does, and a form that needs its
    /// ending gets it.
    ///
    /// # Errors
    /// `QuoteFormatUnknown` for a file with an ending that says nothing, `OutNeeded` for a form that is no text and has no
    /// file.
    pub fn new(format: Option<Format>, out: Option<&Path>) -> Outcome<Self> {
        let ending = out.and_then(Path::extension).and_then(OsStr::to_str).map(str::to_lowercase);
        let format = match (format, &ending) {
            (Some(format), _) => format,
            (None, None) => Format::Text,
            (None, Some(ending)) => match with_ending(ending) {
                Some(format) => format,
                None => {
                    let known = Format::VARIANTS.join(", ");
                    return fails(Problem::QuoteFormatUnknown { ending: ending.clone(), known });
                }
            },
        };
        let name: &str = format.into();
        let is_binary = matches!(format, Format::Xlsx | Format::Docx);
        let file = match out {
            None if is_binary => return fails(Problem::OutNeeded { format: name.to_owned() }),
            Some(path) if is_binary && ending.as_deref() != Some(name) => {
                Some(with_suffix(path, &format!(".{name}")))
            }
            other => other.map(Path::to_owned),
        };
        Ok(Self { format, file })
    }

    /// Returns the file beside a table of plain text that says what its rows rest on.
    pub fn definitions(&self) -> Option<PathBuf> {
        let file = self.file.as_deref().filter(|_| matches!(self.format, Format::Csv | Format::Excel))?;
        Some(with_suffix(file, "-definitions.txt"))
    }
}

fn with_ending(ending: &str) -> Option<Format> {
    Some(match ending {
        "txt" => Format::Text,
        "csv" => Format::Csv,
        "json" => Format::Json,
        "md" | "markdown" => Format::Md,
        "xlsx" => Format::Xlsx,
        "docx" => Format::Docx,
        _ => return None,
    })
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    path.with_file_name(format!("{}{suffix}", path.file_name().unwrap_or_default().to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_the_form_unless_something_else_does() {
        let target = |format, out: &str| Target::new(format, Some(Path::new(out))).unwrap();
        for (out, format) in [
            ("a.txt", Format::Text),
            ("a.CSV", Format::Csv),
            ("a.docx", Format::Docx),
            ("a", Format::Text),
            ("b.c/a.xlsx", Format::Xlsx),
        ] {
            assert_eq!(target(None, out), Target { format, file: Some(out.into()) });
        }
        assert_eq!(target(Some(Format::Docx), "uit/a.b").file, Some("uit/a.b.docx".into()));
        assert_eq!(target(Some(Format::Excel), "a.csv").definitions(), Some("a.csv-definitions.txt".into()));
        assert_eq!(target(None, "a.json").definitions(), None);
        let problem =
            |format, out: Option<&str>| Target::new(format, out.map(Path::new)).unwrap_err().problem;
        assert!(
            matches!(problem(None, Some("a.pdf")), Problem::QuoteFormatUnknown { ending, .. } if ending == "pdf")
        );
        assert_eq!(problem(Some(Format::Docx), None), Problem::OutNeeded { format: "docx".into() });
    }
}
