//! What can be asked of `report`.

use super::FilterArgs;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct Report {
    /// Counts what this saved query finds as a factor of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// The outcome that groups and orders the cases; without it the study's first
    #[arg(long, value_name = "ATTRIBUTE")]
    pub outcome: Option<draad_core::AttributeId>,
    /// The report: page (one HTML page), manuscript (for Word: methods, tables, figures, quotes and reporting checklists), workbook (one Excel workbook), kenniscafe (a sheet for a session) or verification (a sheet for a panel)
    #[arg(id = "as", long = "as", value_name = "NAME", default_value = "page")]
    pub kind: String,
    /// The file to write; without it one in output/. A document whose name ends in .md becomes Markdown
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}
