//! What can be asked of `data`.

use super::{FilterArgs, TableFormat};
use clap::Args;
use std::path::PathBuf;

/// Arguments of `data`.
#[derive(Debug, Args)]
pub struct Data {
    /// The table: cases, sources, codebook, units, codings, coding_cases, passages and so on; without it the list of them
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// How to print the table; without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}
