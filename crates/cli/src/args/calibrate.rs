//! `calibrate`.

use super::{FilterArgs, TableFormat};
use clap::Args;
use std::path::PathBuf;

/// What has no place where a case is scored.
const NOT_WITH_A_SCORE: [&str; 10] =
    ["part", "format", "out", "kind", "role", "phase", "code", "valence", "conditions", "queries"];

/// Arguments of `calibrate`.
#[derive(Debug, Args)]
pub struct Calibrate {
    /// A condition from conditions.toml; without it all of them
    #[arg(value_name = "CONDITION")]
    pub condition: Option<String>,
    /// Scores the case of --case, as the coder of --coder: one of the condition's values, or what it is called
    #[arg(long, value_name = "VALUE", requires_all = ["condition", "case"], conflicts_with_all = NOT_WITH_A_SCORE)]
    pub value: Option<String>,
    /// Why the case is scored so
    #[arg(long, value_name = "TEXT", default_value = "", requires = "value")]
    pub memo: String,
    /// A passage that the score rests on: source:120-240, or source: and words that stand in it once; may be given again
    #[arg(long = "passage", value_name = "SOURCE:PLACE", requires = "value")]
    pub passages: Vec<String>,
    /// Shows one part: conditions, or of one condition calibration, values, scores or passages
    #[arg(long, value_name = "PART")]
    pub part: Option<String>,
    /// How to print the table; csv, excel and json hold one part, xlsx all;
    /// without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}
