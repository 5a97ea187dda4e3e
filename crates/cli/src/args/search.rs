//! What can be asked of `search` and `queries`.

use super::{FilterArgs, TableFormat};
use clap::{Args, ValueEnum};
use draad_core::QueryId;
use std::path::PathBuf;

/// Arguments of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// What to look for: words, "exact phrase", begin*, a NEAR/8 b, code:x, role:y, AND OR NOT ( ); docs/search.md has all of
    /// it. Without anything: all units that pass the filters
    #[arg(value_name = "QUERY", num_args = 0..)]
    pub query: Vec<String>,
    /// What counts as one answer: hit, passage, unit, source or case; AND, OR and NOT hold within it. Without it, passages where
    /// the query asks for codings, else hits
    #[arg(long, value_enum, value_name = "UNIT")]
    pub per: Option<Per>,
    /// Divides the hits by case, source, kind, role, phase, participant, outcome or an attribute of the cases
    #[arg(long, value_name = "KEY")]
    pub by: Option<String>,
    /// Looks for passages that resemble this one
    #[arg(long, value_name = "SOURCE:START-END", conflicts_with_all = ["per", "by", "order", "save"])]
    pub like: Option<String>,
    /// How many hits to show; with --by, in each group
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How many hits to pass over first
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: usize,
    /// Best match first, or in the order of the sources
    #[arg(long, value_enum, default_value = "place", value_name = "ORDER")]
    pub order: Order,
    /// Words of context on either side
    #[arg(long, default_value_t = 8, value_name = "WORDS")]
    pub context: usize,
    /// Shows the whole unit instead of a line
    #[arg(long)]
    pub unit: bool,
    /// Saves the query in the study under this name
    #[arg(long, value_name = "NAME")]
    pub save: Option<QueryId>,
    /// What the saved query is for
    #[arg(long, value_name = "TEXT", default_value = "", requires = "save")]
    pub note: String,
    /// Puts the query in the place of a saved one with this name
    #[arg(long, requires = "save")]
    pub replace: bool,
    /// How to print the hits; tables hold all of them; without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// Arguments of `queries`.
#[derive(Debug, Args)]
pub struct Queries {
    /// Removes this query; `draad undo` brings it back
    #[arg(long, value_name = "NAME", conflicts_with_all = ["format", "out"])]
    pub remove: Option<QueryId>,
    /// How to print the queries; without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What counts as one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Per {
    /// Each occurrence of words, and each coding
    Hit,
    /// Codings that overlap count once, whoever made them
    Passage,
    /// Each turn, message, entry or paragraph once
    Unit,
    /// Each source once
    Source,
    /// Each case once
    Case,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// Best match first
    Relevance,
    /// In the order of the sources
    Place,
}
