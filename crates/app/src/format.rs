//! Where passages and tables go, and in which form.

use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The forms in which passages go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
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
    /// A piece of a web page.
    Html,
    /// An Excel workbook.
    Xlsx,
    /// Columns for a program: an Arrow stream.
    Arrow,
    /// Columns for a program: a Parquet file.
    Parquet,
    /// A Word document.
    Docx,
}

/// The forms of passages.
const ALL: &[Format] = &[
    Format::Text,
    Format::Csv,
    Format::Excel,
    Format::Json,
    Format::Md,
    Format::Html,
    Format::Xlsx,
    Format::Arrow,
    Format::Parquet,
    Format::Docx,
];
/// The forms of tables: all but the last.
const OF_TABLES: &[Format] = ALL.split_at(ALL.len() - 1).0;

impl Format {
    /// Returns the forms of tables.
    pub fn of_tables() -> impl Iterator<Item = Self> {
        OF_TABLES.iter().copied()
    }

    /// Returns what the name of a file in this form ends in.
    fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Csv | Self::Excel => "csv",
            Self::Json => "json",
            Self::Md => "md",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Arrow => "arrows",
            Self::Parquet => "parquet",
            Self::Docx => "docx",
        }
    }

    /// Whether this form can stand in a file whose ending says `said`: plain text of every kind can be called `.txt`.
    fn suits(self, said: Self) -> bool {
        self.ending() == said.ending() || (said == Self::Text && !self.is_binary())
    }

    /// Whether it is no text.
    fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Arrow | Self::Parquet | Self::Docx)
    }

    /// Whether it is of no use on a terminal. A stream can go into another program.
    fn needs_file(self) -> bool {
        self.is_binary() && self != Self::Arrow
    }
}

/// Where passages or a table go, and in which form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The form.
    pub format: Format,
    /// The file; nothing for the terminal.
    pub file: Option<PathBuf>,
}

impl Target {
    /// Works out form and file of passages: the ending of the file says the form where nothing else does, and a form that
    /// needs its ending gets it.
    ///
    /// # Errors
    /// `QuoteFormatUnknown` for a file with an ending that says nothing, `FormatContradicted` for one that says something
    /// else, `OutNeeded` for a form that is no text and has no file.
    pub fn new(format: Option<Format>, out: Option<&Path>) -> Outcome<Self> {
        Self::among(ALL, format, out)
    }

    /// Does the same for a table, of which no Word document is made.
    ///
    /// # Errors
    /// As [`Target::new`].
    pub fn of_table(format: Option<Format>, out: Option<&Path>) -> Outcome<Self> {
        Self::among(OF_TABLES, format, out)
    }

    fn among(forms: &[Format], asked: Option<Format>, out: Option<&Path>) -> Outcome<Self> {
        let ending = out.and_then(Path::extension).and_then(OsStr::to_str).map(str::to_lowercase);
        let said = ending.as_deref().and_then(with_ending);
        let format = match (asked, &ending) {
            (None, None) => Format::Text,
            (None, Some(ending)) => match said.filter(|said| forms.contains(said)) {
                Some(said) => said,
                None => return fails(ending_unknown(forms, ending)),
            },
            (Some(asked), Some(ending)) if said.is_some_and(|said| !asked.suits(said)) => {
                let is_made = said.is_some_and(|said| forms.contains(&said));
                let problem =
                    if is_made { contradicted(asked, ending) } else { ending_unknown(forms, ending) };
                return fails(problem);
            }
            (Some(asked), _) => asked,
        };
        let name: &str = format.into();
        let file = match out {
            None if format.needs_file() => return fails(Problem::OutNeeded { format: name.to_owned() }),
            Some(path) if format.is_binary() && said != Some(format) => {
                Some(with_suffix(path, &format!(".{}", format.ending())))
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

fn ending_unknown(forms: &[Format], ending: &str) -> Problem {
    let names: Vec<&str> = forms.iter().map(<&str>::from).collect();
    let mut endings: Vec<String> = forms.iter().map(|form| format!(".{}", form.ending())).collect();
    endings.dedup();
    let (endings, known) = (endings.join(", "), names.join(", "));
    Problem::QuoteFormatUnknown { ending: ending.to_owned(), endings, known }
}

fn contradicted(asked: Format, ending: &str) -> Problem {
    let format = <&str>::from(asked).to_owned();
    Problem::FormatContradicted { format, ending: ending.to_owned(), fitting: asked.ending().to_owned() }
}

fn with_ending(ending: &str) -> Option<Format> {
    Some(match ending {
        "txt" => Format::Text,
        "csv" => Format::Csv,
        "json" => Format::Json,
        "md" | "markdown" => Format::Md,
        "html" | "htm" => Format::Html,
        "xlsx" => Format::Xlsx,
        "arrows" | "arrow" => Format::Arrow,
        "parquet" => Format::Parquet,
        "docx" => Format::Docx,
        _ => return None,
    })
}

fn fails<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
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
            ("a.arrow", Format::Arrow),
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
        assert_eq!(Target::new(Some(Format::Arrow), None).unwrap().file, None);
    }

    #[test]
    fn a_form_and_an_ending_that_contradict_each_other_are_refused() {
        let target = |format, out: &str| Target::new(Some(format), Some(Path::new(out)));
        for (format, out) in [
            (Format::Csv, "a.docx"),
            (Format::Excel, "a.xlsx"),
            (Format::Xlsx, "a.csv"),
            (Format::Xlsx, "a.txt"),
            (Format::Text, "a.md"),
        ] {
            let refused = target(format, out).unwrap_err().problem;
            assert!(matches!(refused, Problem::FormatContradicted { .. }), "{out}: {refused:?}");
        }
        for (format, out) in [(Format::Excel, "a.csv"), (Format::Csv, "a.txt"), (Format::Csv, "a.tab")] {
            assert_eq!(target(format, out).unwrap().file, Some(out.into()));
        }
    }

    #[test]
    fn a_table_is_no_word_document() {
        let refused = Target::of_table(None, Some(Path::new("a.docx"))).unwrap_err().problem;
        let Problem::QuoteFormatUnknown { ending, endings, known } = refused else { panic!() };
        let known_endings = ".txt, .csv, .json, .md, .html, .xlsx, .arrows, .parquet";
        assert_eq!((ending.as_str(), endings.as_str()), ("docx", known_endings));
        assert_eq!(known, "text, csv, excel, json, md, html, xlsx, arrow, parquet");
    }
}
