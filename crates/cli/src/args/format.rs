//! How tables are printed.

use clap::ValueEnum;

/// How to print a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// For reading
    Text,
    /// For other programs: commas, decimal point
    Csv,
    /// For a Dutch Excel: semicolons, decimal comma
    Excel,
    /// For a program, with what the table rests on
    Json,
    /// For a document in Markdown
    Md,
    /// For a web page or a notebook: a piece of HTML
    Html,
    /// For Excel: a workbook that says what its columns are; needs --out
    Xlsx,
    /// For pandas, polars and R: an Arrow stream, with types and what the columns mean
    Arrow,
    /// For other engines: a Parquet file; needs --out
    Parquet,
}
