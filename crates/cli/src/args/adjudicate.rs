//! What can be asked of `adjudicate`.

use super::filter::parse_valence;
use super::table::parse_count;
use super::{ConditionArgs, FilterArgs, PlaceArgs, TableFormat};
use clap::Args;
use draad_core::{CodeId, CoderId, SourceId, Valence};
use std::path::PathBuf;

/// Arguments of `adjudicate`.
#[derive(Debug, Args)]
pub struct Adjudicate {
    /// What to decide on: names from the list, or how they begin; without a decision shows them
    #[arg(value_name = "ID", value_delimiter = ',')]
    pub ids: Vec<String>,
    /// Takes what this coder has there, be it nothing
    #[arg(long, value_name = "CODER", group = "decide", requires = "ids", conflicts_with_all = FILTERS)]
    pub take: Option<String>,
    /// Decides that the code does not belong there
    #[arg(long, group = "decide", requires = "ids", conflicts_with_all = FILTERS)]
    pub not_coded: bool,
    /// Decides on this place: characters from the start of the source, or the words
    #[arg(long, value_name = "START-END", group = "decide", requires = "ids", conflicts_with_all = FILTERS)]
    pub span: Option<String>,
    /// The valence that was decided: promoting, hindering or ambivalent
    #[arg(long, value_name = "VALENCE", value_parser = parse_valence, requires = "decide")]
    pub valence: Option<Valence>,
    /// Who decided; names with commas between
    #[arg(long, value_name = "NAMES", default_value = "", hide_default_value = true)]
    pub by: String,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub memo: String,
    /// A table with decisions: id, decision, and if you like valence, by, memo; as csv or as a workbook, of which --format xlsx --out writes one
    #[arg(long, value_name = "FILE", conflicts_with_all = FILTERS, conflicts_with = "ids")]
    pub from: Option<PathBuf>,
    /// Writes these sources into the layer, in which nothing is left to decide
    #[arg(long, value_name = "SOURCE", value_delimiter = ',', conflicts_with_all = FILTERS)]
    pub close: Vec<SourceId>,
    /// The name of the layer; without it that of the coder policy, or consensus
    #[arg(long, value_name = "NAME")]
    pub layer: Option<CoderId>,
    /// Only says what would happen
    #[arg(long)]
    pub plan: bool,
    /// Only what is open in these sources
    #[arg(long, value_name = "SOURCE", value_delimiter = ',', help_heading = "Filters")]
    pub source: Vec<SourceId>,
    /// Only these codes, with everything below them
    #[arg(long, value_name = "CODE", value_delimiter = ',', help_heading = "Filters")]
    pub code: Vec<CodeId>,
    /// By place
    #[command(flatten)]
    pub place: PlaceArgs,
    /// By attributes of cases
    #[command(flatten)]
    pub condition: ConditionArgs,
    /// How many disagreements to show on the terminal; a file holds all
    #[arg(long, value_name = "N", default_value = "10", value_parser = parse_count)]
    pub limit: usize,
    /// How to print what is open; csv, excel and xlsx leave room to decide;
    /// without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with_all = ["decide", "from", "close"])]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE", conflicts_with_all = ["decide", "from", "close"])]
    pub out: Option<PathBuf>,
}

/// The filters; whoever decides says what about, and needs none.
const FILTERS: [&str; 4] = ["source", "code", "PlaceArgs", "ConditionArgs"];

impl Adjudicate {
    /// Returns the filters.
    pub(crate) fn filter(&self) -> FilterArgs {
        let mut filter = FilterArgs {
            place: self.place.clone(),
            condition: self.condition.clone(),
            ..FilterArgs::default()
        };
        filter.content.code.clone_from(&self.code);
        filter
    }
}
