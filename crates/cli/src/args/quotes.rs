//! What can be asked of `quotes`.

use super::FilterArgs;
use clap::{Args, ValueEnum};
use draad_core::CodeId;
use std::path::PathBuf;

/// Arguments of `quotes`.
#[derive(Debug, Args)]
pub struct Quotes {
    /// Codes, by id or name; without codes all that have passages
    #[arg(value_name = "CODE", conflicts_with = "code")]
    pub codes: Vec<CodeId>,
    /// Lists what this saved query finds, as passages of a code of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// Leaves out what was coded with other codes below a code
    #[arg(long)]
    pub unfolded: bool,
    /// Groups by case, source, role, kind, phase, valence, coder, code, outcome or an attribute of the cases; several with
    /// commas, in that order; none for no groups
    #[arg(long, value_name = "KEY", value_delimiter = ',', default_value = "case,role")]
    pub by: Vec<String>,
    /// Lists each coding by itself, also where two coders coded the same passage
    #[arg(long)]
    pub codings: bool,
    /// What stands beside the words, in this order: speaker, role, kind, source, line, position, page, date, phase, case, code,
    /// valence, weight, coder, memo, created, id, and attributes of the cases; without it what suits the format
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    pub fields: Option<Vec<String>>,
    /// So many words of the same unit before and after, in square brackets
    #[arg(long, default_value_t = 0, value_name = "WORDS")]
    pub context: usize,
    /// In which form; without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<QuoteFormat>,
    /// Writes to a file instead of the terminal; needed for xlsx and docx
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// The form of passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum QuoteFormat {
    /// For reading
    Text,
    /// A table for other programs: commas, decimal point
    Csv,
    /// A table for a Dutch Excel: semicolons, decimal comma
    Excel,
    /// For a program, with what it rests on
    Json,
    /// A document in Markdown
    Md,
    /// A piece of HTML, for a web page or a notebook
    Html,
    /// An Excel workbook
    Xlsx,
    /// An Arrow stream, for pandas, polars and R
    Arrow,
    /// A Parquet file, for other engines
    Parquet,
    /// A Word document
    Docx,
}
