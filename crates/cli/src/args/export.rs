//! What can be asked of `export`.

use super::FilterArgs;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The file or folder to write. Its ending says in which format; the bare name of a format (parquet, qca) is a folder of that
    /// format, any other name without an ending a folder of CSV files
    #[arg(long, visible_alias = "out", value_name = "PATH", required_unless_present = "archive")]
    pub to: Option<PathBuf>,
    /// Makes a package for an archive: a folder, or one .zip; without --to a folder in output/
    #[arg(long, conflicts_with = "format")]
    pub archive: bool,
    /// Makes the package in spite of what in it can make people known, for this reason, which stands in its README
    #[arg(long, value_name = "REASON", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub despite: Option<String>,
    /// The format, where the path does not say so
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<ExportFormat>,
    /// What the fuzzy sheet for QCA is calibrated from
    #[arg(long, value_enum, value_name = "MEASURE", default_value = "coverage")]
    pub measure: Measure,
    /// Makes a fuzzy sheet for QCA: the quantiles of the measure at which a case is out, in between and in
    #[arg(long, value_name = "OUT,CROSSOVER,IN", value_delimiter = ',', num_args = 1..)]
    pub anchors: Vec<f64>,
    /// Replaces what stands there already
    #[arg(long)]
    pub replace: bool,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// What other programs take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// A project of REFI-QDA, for MAXQDA, ATLAS.ti, NVivo and others
    Qdpx,
    /// A codebook of REFI-QDA
    Qdc,
    /// Tidy tables: a CSV file each, with a data package
    Csv,
    /// Tidy tables: one Excel workbook
    Xlsx,
    /// Tidy tables: a data set of Parquet files, partitioned by case, for DataFusion, Spark, DuckDB and polars
    Parquet,
    /// For R, without a package: tidy tables and the tables across cases as CSV, with a script that loads them all
    R,
    /// Cases by codes as 0 and 1 and as measures, for the R package QCA
    Qca,
    /// Text files of the Reproducible Open Coding Kit
    Rock,
    /// The same in one .ROCKproject
    RockProject,
    /// A package for an archive: texts, tables, metadata, checksums; a folder, or one .zip
    Archive,
}

/// What a membership is calibrated from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Measure {
    /// Passages
    Passages,
    /// Sources with the code
    Sources,
    /// Characters covered
    Chars,
    /// The share of the case's material that is covered
    Coverage,
}
