//! What can be asked of `feedback`.

use super::TableFormat;
use clap::Args;
use std::path::PathBuf;

/// Arguments of `feedback`.
#[derive(Debug, Args)]
pub struct Feedback {
    /// A table that was filled in: finding, respondent, verdict, and if you like panel and remark; as csv or as a workbook, of
    /// which --out writes one
    #[arg(long, value_name = "FILE", conflicts_with_all = ["respondents", "format", "out"])]
    pub from: Option<PathBuf>,
    /// The panel: of the table to fill in, or of lines that name none
    #[arg(long, value_name = "NAME")]
    pub panel: Option<String>,
    /// Who is asked, by pseudonym; without it those of the panel who said something before
    #[arg(long = "respondent", value_name = "NAME", value_delimiter = ',')]
    pub respondents: Vec<String>,
    /// Only says what would happen
    #[arg(long, requires = "from")]
    pub plan: bool,
    /// How to print the table to fill in; without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes the table to fill in to this file
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}
