//! What can be asked of a table, by `table` and `explain`.

use super::{FilterArgs, TableFormat};
use clap::Args;
use draad_core::TableOptions;
use std::path::PathBuf;

/// Arguments of `table`.
#[derive(Debug, Args)]
#[command(mut_arg("cell", |cell| cell.conflicts_with_all(["by", "TableOptionArgs", "TableRowArgs"])))]
pub struct Table {
    /// The table: cases-by-factors, triangulation, tensions, balance, contrast, association, qca, meta-matrix, co-occurrence,
    /// phases, sequence, similarity, saturation, joint-display, literature, agreement, sample, verdicts, adjudication, or one of the study's own
    #[arg(value_name = "NAME", default_value = "cases-by-factors")]
    pub name: String,
    /// Lists the tables with what each of them holds, in the form of --format
    #[arg(long, conflicts_with_all = ["cell", "part"])]
    pub list: bool,
    /// What is shown of it, and how
    #[command(flatten)]
    pub output: TableOutputArgs,
    /// What the table is asked with
    #[command(flatten)]
    pub asked: AskedArgs,
}

/// What is shown of a table, and how.
#[derive(Clone, Debug, Args)]
pub struct TableOutputArgs {
    /// Lists the passages behind one number: a case, a factor or two, and values such as role=parent
    #[arg(long, value_name = "CASE,FACTOR,…", conflicts_with = "part")]
    pub cell: Option<String>,
    /// Shows one part of a table that has several
    #[arg(long, value_name = "PART")]
    pub part: Option<String>,
    /// How to print the table; csv, excel, json and xlsx hold every measure; without it the ending of --out says so, else text
    #[arg(id = "table-format", long = "format", value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How many rows, and which statements survive.
#[derive(Clone, Debug, Default, Args)]
pub struct TableRowArgs {
    /// How many rows to show; a file holds all
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Leaves out each case, coder, kind or role in turn and says which statements survive: case, coder, kind, role or all
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub leave_out: Vec<String>,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// A table by its name, or a file that `draad run` made of it
    #[arg(value_name = "RESULT")]
    pub result: String,
    /// How to print the steps;
    /// without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// What the table is asked with
    #[command(flatten)]
    pub asked: AskedArgs,
}

/// What a table is asked with.
#[derive(Clone, Debug, Args)]
pub struct AskedArgs {
    /// Splits by kind, role, speaker, phase, coder, outcome or an attribute of the cases
    #[arg(long, value_name = "KEY")]
    pub by: Option<String>,
    /// Counts what this saved query finds as a factor of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// The outcome that groups and orders the cases; without it the study's first
    #[arg(long, value_name = "ATTRIBUTE")]
    pub outcome: Option<draad_core::OutcomeChoice>,
    /// Leaves parent codes without what was coded below them
    #[arg(long)]
    pub unfolded: bool,
    /// What some tables understand
    #[command(flatten)]
    pub options: TableOptionArgs,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// What some tables understand.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Options of some tables")]
pub struct TableOptionArgs {
    /// What is counted or compared: for balance factors, codings or chars; for similarity jaccard, zeta and others
    #[arg(long, value_name = "MEASURE")]
    pub measure: Option<String>,
    /// Order of the cases: outcome, balance, an attribute, axis, leaf, or cases with commas
    #[arg(long, value_name = "ORDER")]
    pub order: Option<String>,
    /// Order of the factors: valence, level, axis or leaf
    #[arg(long, value_name = "ORDER")]
    pub columns: Option<String>,
    /// How many quotes stand beside a number
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub quotes: Option<usize>,
    /// What is counted: cases, sources, codings, pairs or passages, as the table has it
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    /// When two codes stand together: overlap, unit (the same turn, message or paragraph), or at most so many characters apart
    #[arg(long, value_name = "WINDOW")]
    pub window: Option<String>,
    /// Tells apart how two codings stand in the text: inside, around, overlapping, the same, near
    #[arg(long)]
    pub relations: bool,
    /// Counts before and after the first event of this kind
    #[arg(long, value_name = "KIND")]
    pub event: Option<String>,
    /// Only this questionnaire
    #[arg(long, value_name = "INSTRUMENT")]
    pub instrument: Option<String>,
    /// Only this question or scale
    #[arg(long, value_name = "ITEM")]
    pub item: Option<String>,
    /// Leaves out factors in fewer cases
    #[arg(long, value_name = "N")]
    pub min_cases: Option<usize>,
    /// From how many kinds of source on a cell is triangulated …
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub min_kinds: Option<usize>,
    /// … together with so many roles
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub min_roles: Option<usize>,
    /// One source dominates with more than this share of the codings, between 0 and 1
    #[arg(long, value_name = "SHARE", value_parser = parse_share)]
    pub top_share: Option<f64>,
    /// With how many shuffled tables an order is compared
    #[arg(long, value_name = "N")]
    pub shuffles: Option<usize>,
    /// Seed of the random numbers
    #[arg(long, value_name = "SEED")]
    pub seed: Option<u64>,
    /// How many rows, and which statements survive
    #[command(flatten)]
    pub rows: TableRowArgs,
}

impl From<TableOptionArgs> for TableOptions {
    fn from(args: TableOptionArgs) -> Self {
        Self {
            measure: args.measure,
            order: args.order,
            columns: args.columns,
            quotes: args.quotes,
            unit: args.unit,
            window: args.window,
            relations: args.relations,
            event: args.event,
            instrument: args.instrument,
            item: args.item,
            min_cases: args.min_cases,
            min_kinds: args.min_kinds,
            min_roles: args.min_roles,
            top_share: args.top_share,
            shuffles: args.shuffles,
            seed: args.seed,
            limit: args.rows.limit,
            leave_out: args.rows.leave_out,
            ..Self::default()
        }
    }
}

/// Reads a whole number from 1.
pub(super) fn parse_count(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|&n| n > 0).ok_or_else(|| "a whole number from 1".to_owned())
}

/// Reads a number between 0 and 1, with a decimal point or comma.
pub(super) fn parse_share(text: &str) -> Result<f64, String> {
    let share: Option<f64> = text.replace(',', ".").parse().ok();
    share
        .filter(|share| (0.0..=1.0).contains(share))
        .ok_or_else(|| "a number from 0 to 1, such as 0.5".to_owned())
}
