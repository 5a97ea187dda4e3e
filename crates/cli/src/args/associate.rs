//! Arguments of `associate`.

use super::{AskedArgs, FilterArgs, TableOptionArgs, TableOutputArgs, TableRowArgs};
use clap::Args;
use draad_core::{AssociationOptions, OutcomeChoice};

/// The help of `--part`.
const PARTS: &str = "Shows one part: association, cases, measures, counts or tests";

/// Arguments of `associate`.
#[derive(Debug, Args)]
#[command(mut_arg("part", |part| part.help(PARTS)))]
pub struct Associate {
    /// The outcome with the value that is meant: constructiveness=constructive or 'child_age>=12'; without it the good end of
    /// the study's first outcome
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<OutcomeChoice>,
    /// Confidence level of the intervals, between 0 and 1; without it 0.95
    #[arg(long, value_name = "LEVEL", value_parser = parse_level)]
    pub confidence: Option<f64>,
    /// Correction of p-values for multiple testing: holm, bonferroni, benjamini-hochberg or benjamini-yekutieli
    #[arg(long, value_name = "WAY")]
    pub adjust: Option<String>,
    /// Which codes are tested together: all, or testable for those whose margins can reach .05
    #[arg(long, value_name = "FAMILY")]
    pub family: Option<String>,
    /// Computes the tests of Boschloo and Barnard too
    #[arg(long)]
    pub unconditional: bool,
    /// How many rows, and which statements survive
    #[command(flatten)]
    pub rows: TableRowArgs,
    /// Leaves parent codes without what was coded below them
    #[arg(long)]
    pub unfolded: bool,
    /// Counts what this saved query finds as a factor of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// What is shown of it, and how
    #[command(flatten)]
    pub output: TableOutputArgs,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

impl Associate {
    /// Returns what the table is asked with, and its own options.
    pub(crate) fn asked(&self) -> (AskedArgs, AssociationOptions) {
        let options = TableOptionArgs { rows: self.rows.clone(), ..TableOptionArgs::default() };
        let asked = AskedArgs {
            by: None,
            sets: self.sets.clone(),
            outcome: self.outcome.clone(),
            unfolded: self.unfolded,
            options,
            filter: self.filter.clone(),
        };
        let own = AssociationOptions {
            confidence: self.confidence,
            adjust: self.adjust.clone(),
            family: self.family.clone(),
            unconditional: self.unconditional,
        };
        (asked, own)
    }
}

/// Reads a number between 0 and 1, neither of the two, with a decimal point or comma.
fn parse_level(text: &str) -> Result<f64, String> {
    let level: Option<f64> = text.replace(',', ".").parse().ok();
    let fits = |level: &f64| *level > 0.0 && *level < 1.0;
    level.filter(fits).ok_or_else(|| "a number between 0 and 1, such as 0.95".to_owned())
}
