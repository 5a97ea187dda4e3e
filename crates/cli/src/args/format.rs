//! How lists and tables are printed.

use clap::ValueEnum;

/// How to print a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For reading
    Text,
    /// For a spreadsheet
    Csv,
    /// For a program
    Json,
}

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
    /// For Excel: a workbook that says what its columns are; needs --out
    Xlsx,
}
