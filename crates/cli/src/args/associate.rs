//! Arguments of `associate`.

use super::{AskedArgs, FilterArgs, TableFormat, TableOptionArgs};
use clap::Args;
use draad_core::{AssociationOptions, OutcomeChoice};
use std::path::PathBuf;

/// Arguments of `associate`.
#[derive(Debug, Args)]
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
    /// How many factors to show; a file holds all
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Leaves out each case, coder, kind or role in turn and says which differences keep their direction: case, coder, kind, role
    /// or all
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub leave_out: Vec<String>,
    /// Leaves parent codes without what was coded below them
    #[arg(long)]
    pub unfolded: bool,
    /// Counts what this saved query finds as a factor of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// Lists the passages behind one number: a case, a factor, and values such as constructiveness=stalled
    #[arg(long, value_name = "CASE,FACTOR,…", conflicts_with = "part")]
    pub cell: Option<String>,
    /// Shows one part: association, cases, measures, counts or tests
    #[arg(long, value_name = "PART")]
    pub part: Option<String>,
    /// How to print the table; csv, excel, json and xlsx hold every measure
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: TableFormat,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

impl Associate {
    /// Returns what the table is asked with, and its own options.
    pub(crate) fn asked(&self) -> (AskedArgs, AssociationOptions) {
        let options = TableOptionArgs {
            limit: self.limit,
            leave_out: self.leave_out.clone(),
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
