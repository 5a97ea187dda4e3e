//! What can be asked of `code` and `proposals`.

use super::filter::parse_valence;
use super::{ConditionArgs, ContentArgs, PlaceArgs, TableFormat};
use clap::{Args, ValueEnum};
use draad_core::{BatchId, CodeId, CoderId, SourceId, Valence};
use std::path::PathBuf;

/// Arguments of `code`.
#[derive(Debug, Args)]
pub struct Code {
    /// The source
    #[arg(
        long,
        value_name = "SOURCE",
        required_unless_present_any = ["import", "from_query"],
        conflicts_with_all = NOT_BY_HAND,
    )]
    pub source: Option<SourceId>,
    /// The words to code, as they stand in the source
    #[arg(long, value_name = "WORDS", required_unless_present_any = ["import", "whole", "from_query"])]
    pub quote: Option<String>,
    /// Codes the source as a whole
    #[arg(long, conflicts_with = "quote")]
    pub whole: bool,
    /// The code
    #[arg(long, value_name = "CODE", required_unless_present = "import")]
    pub code: Option<CodeId>,
    /// promoting, hindering or ambivalent; without it the code's own
    #[arg(long, value_name = "VALENCE", value_parser = parse_valence)]
    pub valence: Option<Valence>,
    /// How strongly, 0 to 100
    #[arg(long, value_name = "0-100", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub weight: Option<u8>,
    /// A remark
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub memo: String,
    /// Who codes; may stay out where the study has one coder
    #[arg(long, value_name = "CODER", env = "DRAAD_CODER")]
    pub coder: Option<CoderId>,
    /// Which place is meant where the words occur more than once: the position that the message lists
    #[arg(long, value_name = "POSITION")]
    pub at: Option<u32>,
    /// A table of codings: source, code, quote, and if you like coder, valence, weight, memo, at
    #[arg(
        long,
        value_name = "CSV",
        conflicts_with_all = ["source", "quote", "code", "at", "whole"],
        conflicts_with_all = NOT_BY_HAND,
    )]
    pub import: Option<PathBuf>,
    /// Proposes the code for what a query finds, as it is typed after `draad search`
    #[arg(long, value_name = "QUERY", conflicts_with_all = ["source", "quote", "at", "whole", "weight", "import"])]
    pub from_query: Option<String>,
    /// Only proposes: nothing is counted until somebody has accepted it with `draad proposals`
    #[arg(long, requires = "from_query")]
    pub propose: bool,
    /// What the code is proposed for
    #[arg(long, value_enum, value_name = "WHAT", default_value = "hit", requires = "from_query")]
    pub within: Within,
    /// Name of the batch of proposals; without it the code's
    #[arg(long, value_name = "NAME", requires = "from_query")]
    pub batch: Option<BatchId>,
    /// Where the query looks
    #[command(flatten)]
    pub place: PlaceArgs,
    /// In which cases the query looks
    #[command(flatten)]
    pub condition: ConditionArgs,
}

/// What only belongs to codings that a query proposes.
const NOT_BY_HAND: [&str; 3] = ["propose", "PlaceArgs", "ConditionArgs"];

/// What a code is proposed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Within {
    /// The words that were found
    Hit,
    /// The whole turn, message, entry or paragraph in which they stand
    Unit,
}

/// Arguments of `proposals`.
#[derive(Debug, Args)]
pub struct Proposals {
    /// Only this batch
    #[arg(long, value_name = "NAME")]
    pub batch: Option<BatchId>,
    /// Also what has been decided on
    #[arg(long, conflicts_with = "decide")]
    pub all: bool,
    /// Accepts these proposals; with --batch a number will do
    #[arg(long, value_name = "PROPOSAL", value_delimiter = ',', group = "decide", conflicts_with_all = FILTERS)]
    pub accept: Vec<String>,
    /// Rejects these proposals: they are not proposed again
    #[arg(long, value_name = "PROPOSAL", value_delimiter = ',', group = "decide", conflicts_with_all = FILTERS)]
    pub reject: Vec<String>,
    /// Accepts all open proposals that the filters let through
    #[arg(long, group = "decide", conflicts_with_all = ["accept", "reject", "reject_all"])]
    pub accept_all: bool,
    /// Rejects all open proposals that the filters let through
    #[arg(long, group = "decide", conflicts_with_all = ["accept", "reject"])]
    pub reject_all: bool,
    /// A table with decisions: id, decision (accepted or rejected), and if you like memo; --format excel --out writes one
    #[arg(
        long,
        value_name = "CSV",
        group = "decide",
        conflicts_with_all = ["accept", "reject", "accept_all", "reject_all", "batch"],
        conflicts_with_all = FILTERS,
    )]
    pub decisions: Option<PathBuf>,
    /// Who decides; what is accepted becomes a coding of this coder
    #[arg(long, value_name = "CODER", env = "DRAAD_CODER")]
    pub coder: Option<CoderId>,
    /// A remark that goes along with the decisions
    #[arg(long, value_name = "TEXT", default_value = "", requires = "decide")]
    pub memo: String,
    /// By place
    #[command(flatten)]
    pub place: PlaceArgs,
    /// By code
    #[command(flatten)]
    pub content: ContentArgs,
    /// By attributes of cases
    #[command(flatten)]
    pub condition: ConditionArgs,
    /// How to print the proposals; csv and excel leave room to decide;
    /// without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with = "decide")]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE", conflicts_with = "decide")]
    pub out: Option<PathBuf>,
}

/// The filters of proposals; whoever names proposals needs none.
const FILTERS: [&str; 3] = ["PlaceArgs", "ContentArgs", "ConditionArgs"];
