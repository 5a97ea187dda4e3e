//! Arguments of `agree`.

use super::table::parse_share;
use super::{FilterArgs, QuoteFormat};
use clap::Args;
use draad_core::{AgreementOptions, TableOptions};
use std::path::PathBuf;

/// Arguments of `agree`.
#[derive(Debug, Args)]
pub struct Agree {
    /// What is compared, and how
    #[command(flatten)]
    pub comparison: ComparisonArgs,
    /// Leaves parent codes without what was coded below them
    #[arg(long)]
    pub unfolded: bool,
    /// Lists the disagreements, with the readings of all coders side by side
    #[arg(long, conflicts_with_all = ["unit", "measure", "resamples", "seed", "silent_readers", "unfolded", "part", "cell"])]
    pub list: bool,
    /// Lists the passages behind one number: a case, a factor, and values such as coder=anna
    #[arg(long, value_name = "CASE,FACTOR,…", conflicts_with_all = ["unit", "measure", "part"])]
    pub cell: Option<String>,
    /// Shows one part: agreement, together (free spans), units (with --unit), cases, pairs, coders or disagreements
    #[arg(long, value_name = "PART")]
    pub part: Option<String>,
    /// How many rows, or disagreements, to show; a table in a file holds all, a document (docx, md) this many disagreements
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// In which form; without it the ending of --out says so, else text; docx is for --list
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<QuoteFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// What is compared, and how: for the table and for the figure of it.
#[derive(Clone, Debug, Default, Args)]
pub struct ComparisonArgs {
    /// What coders are compared on: spans (free spans), turn (turns, messages or paragraphs), source, or case
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    /// What is compared: presence (is the code there), or valence (in which direction it works); valence needs fixed units
    #[arg(long, value_name = "MEASURE")]
    pub measure: Option<String>,
    /// From which overlap on two spans of one code are one and the same: characters in both / characters in either
    #[arg(long, value_name = "SHARE", value_parser = parse_share)]
    pub overlap: Option<f64>,
    /// How many times sources are drawn again for the intervals; 0 for none, at most 1,000,000
    #[arg(long, value_name = "N")]
    pub resamples: Option<usize>,
    /// Seed of the random numbers
    #[arg(long, value_name = "SEED")]
    pub seed: Option<u64>,
    /// Takes each coder to have read every source that passes the filters, also where nothing was coded
    #[arg(long)]
    pub silent_readers: bool,
}

impl From<ComparisonArgs> for TableOptions {
    fn from(args: ComparisonArgs) -> Self {
        Self {
            unit: args.unit,
            measure: args.measure,
            seed: args.seed,
            agreement: AgreementOptions {
                overlap: args.overlap,
                resamples: args.resamples,
                silent_readers: args.silent_readers,
            },
            ..Self::default()
        }
    }
}

impl Agree {
    /// Returns the options of the table.
    pub fn options(&self) -> TableOptions {
        TableOptions { limit: self.limit, ..self.comparison.clone().into() }
    }
}
