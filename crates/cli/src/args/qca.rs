//! Arguments of `qca`.

use super::table::parse_share;
use super::{AskedArgs, FilterArgs, TableOptionArgs, TableOutputArgs, TableRowArgs};
use clap::Args;
use draad_core::{OutcomeChoice, QcaOptions};
use std::path::PathBuf;

/// The help of `--part`.
const PARTS: &str = "Shows one part: legend, calibration, necessity, truth-table, contradictions, solutions, pairs, fit, memberships, evidence, robustness, without-case, chance or remainders";

/// Arguments of `qca`.
#[derive(Debug, Args)]
#[command(mut_arg("part", |part| part.help(PARTS)))]
#[command(mut_arg("cell", |cell| cell.conflicts_with("export")))]
pub struct Qca {
    /// What is analysed
    #[command(flatten)]
    pub analysis: QcaAnalysisArgs,
    /// The outcome: an attribute, a value of it (constructiveness=constructive), or a condition of conditions.toml; without it
    /// the good end of the study's first outcome
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<OutcomeChoice>,
    /// How many conditions are joined with "or" at most in the search for necessary conditions; without it 2
    #[arg(long, value_name = "N")]
    pub depth: Option<usize>,
    /// How many data sets are drawn for the benchmark of chance; 0 leaves only the exact share
    #[arg(long, value_name = "N")]
    pub shuffles: Option<usize>,
    /// Seed of the random numbers
    #[arg(long, value_name = "SEED")]
    pub seed: Option<u64>,
    /// How many quotes stand with each condition of a term, 1 to 3
    #[arg(long, value_name = "N")]
    pub quotes: Option<usize>,
    /// How many rows, and which statements survive
    #[command(flatten)]
    pub rows: TableRowArgs,
    /// Leaves parent codes without what was coded below them
    #[arg(long)]
    pub unfolded: bool,
    /// Counts what this saved query finds as a code of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// Writes the calibrated data, the truth table, a legend, and a script in R that does it again with the package QCA
    #[arg(long, value_name = "DIR", conflicts_with = "part")]
    pub export: Option<PathBuf>,
    /// With --export: replaces what an earlier one wrote
    #[arg(long, requires = "export")]
    pub replace: bool,
    /// What is shown of it, and how
    #[command(flatten)]
    pub output: TableOutputArgs,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// What decides on an analysis: its conditions and cut-offs, for the table and for the figures of it.
#[derive(Clone, Debug, Default, Args)]
pub struct QcaAnalysisArgs {
    /// The conditions: a code, a code in one direction (trust:hindering), a test on an attribute ('child_age>=12'), an attribute
    /// of the cases, or a condition of conditions.toml; without it all of conditions.toml
    #[arg(long, value_name = "CONDITION,…", value_delimiter = ',')]
    pub condition: Vec<String>,
    /// Analyses the absence of the outcome, which is not the mirror image of its presence
    #[arg(long)]
    pub negate: bool,
    /// From this inclusion on a row goes with the outcome; without it 1 for crisp data and 0.8 for fuzzy data
    #[arg(long, value_name = "SHARE", value_parser = parse_share)]
    pub incl_cut: Option<f64>,
    /// From this proportional reduction in inconsistency (PRI) on a row goes with the outcome; without it 0
    #[arg(long, value_name = "SHARE", value_parser = parse_share)]
    pub pri_cut: Option<f64>,
    /// A row with fewer cases counts as a row without cases; without it 1
    #[arg(long, value_name = "N")]
    pub n_cut: Option<usize>,
    /// What theory expects of a condition, for the intermediate solution: trust=present, agreements=absent, or =- for nothing
    #[arg(long, value_name = "CONDITION=WHAT,…", value_delimiter = ',')]
    pub expect: Vec<String>,
    /// Shows all solutions without a superfluous term, in place of the shortest
    #[arg(long)]
    pub irredundant: bool,
    /// Membership at the anchor of inclusion in the direct method; without it that of the condition, or else 0.95
    #[arg(long, value_name = "SHARE", value_parser = parse_share)]
    pub degree: Option<f64>,
}

impl From<QcaAnalysisArgs> for QcaOptions {
    fn from(args: QcaAnalysisArgs) -> Self {
        Self {
            condition: args.condition,
            n_cut: args.n_cut,
            incl_cut: args.incl_cut,
            pri_cut: args.pri_cut,
            expect: args.expect,
            negate: args.negate,
            irredundant: args.irredundant,
            degree: args.degree,
            ..Self::default()
        }
    }
}

impl Qca {
    /// Returns what the table is asked with, and its own options.
    pub(crate) fn asked(&self) -> (AskedArgs, QcaOptions) {
        let options = TableOptionArgs {
            shuffles: self.shuffles,
            seed: self.seed,
            quotes: self.quotes,
            rows: self.rows.clone(),
            ..TableOptionArgs::default()
        };
        let asked = AskedArgs {
            by: None,
            sets: self.sets.clone(),
            outcome: self.outcome.clone(),
            unfolded: self.unfolded,
            options,
            filter: self.filter.clone(),
        };
        let own = QcaOptions { depth: self.depth, ..self.analysis.clone().into() };
        (asked, own)
    }
}
