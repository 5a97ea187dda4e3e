//! The words of the command line: one list of commands and flags. The doc comments are the English help; the Dutch help
//! stands in the `help.ftl` catalogue under the keys that `help.rs` derives from these names.

mod adjudicate;
mod agree;
mod associate;
mod calibrate;
mod code;
mod data;
mod export;
mod feedback;
mod figure;
mod filter;
mod format;
mod import;
mod qca;
mod quotes;
mod report;
mod search;
mod table;
mod words;

use clap::{Args, Parser, Subcommand};
use draad_core::Language;
use std::path::PathBuf;

pub use adjudicate::Adjudicate;
pub use agree::{Agree, ComparisonArgs};
pub use associate::Associate;
pub use calibrate::Calibrate;
pub use code::{Code, Proposals, Within};
pub use data::Data;
pub use export::{Export, ExportFormat, Measure};
pub use feedback::Feedback;
pub(crate) use figure::{ANALYSIS, COMPARISON};
pub use figure::{Figure, FigureFormat, Page, SizeBy, Solution, Theme};
pub use filter::{ConditionArgs, ContentArgs, FilterArgs, PlaceArgs};
pub use format::TableFormat;
pub use import::{Comments, DateOrder, Import};
pub use qca::{Qca, QcaAnalysisArgs};
pub use quotes::{QuoteFormat, Quotes};
pub use report::Report;
pub use search::{Order, Per, Queries, Search};
pub use table::{AskedArgs, Explain, Table, TableOptionArgs, TableOutputArgs, TableRowArgs};
pub use words::{Lengths, WordOrder, Words};

/// Comparative case studies in qualitative research: from raw material to tables, figures and a report in which every
/// number opens its passages.
#[derive(Debug, Parser)]
#[command(
    name = "draad",
    bin_name = "draad",
    version,
    disable_help_subcommand = true,
    propagate_version = true
)]
pub struct Cli {
    /// What to do
    #[command(subcommand)]
    pub command: Command,
    /// The study folder; without it the current folder or the nearest parent with a study.toml
    #[arg(long, global = true, value_name = "DIR")]
    pub study: Option<PathBuf>,
    /// Language of what people read: nl or en; without it the study's own
    #[arg(long, global = true, value_name = "LANG", value_parser = parse_language)]
    pub lang: Option<Language>,
    /// Says only what went wrong
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the example study into a folder and run everything on it
    Demo(Demo),
    /// Make a new, empty study
    New(New),
    /// Read transcripts, chats, diaries and dossiers into the study
    Import(Import),
    /// Code a passage, or read codings from a table
    Code(Code),
    /// Look at what queries propose, and accept or reject it
    Proposals(Proposals),
    /// Decide where coders read a passage differently; what is decided becomes a layer of codings
    Adjudicate(Adjudicate),
    /// Check the study and say what does not fit, where, and what to do
    Check(Check),
    /// Show what the study holds
    Status(Status),
    /// Find words, also together with codes, roles, phases and valence
    Search(Search),
    /// List the saved queries, or remove one
    Queries(Queries),
    /// List words: the most frequent, those typical of a role or case, those near a word
    Words(Words),
    /// Compute a table, or list the passages behind one of its cells
    Table(Table),
    /// Hold each factor against an outcome: differences, the cases behind them, and exact tests
    Associate(Associate),
    /// Compare cases as combinations of conditions (QCA): truth table, solutions, and the quotes behind each
    Qca(Qca),
    /// Show how conditions become memberships, with the evidence, or score a case
    Calibrate(Calibrate),
    /// Say how far coders agree, per code, and list where they differ
    Agree(Agree),
    /// Say how a table came about: the steps, the filters, and how much was left after each
    Explain(Explain),
    /// Show the passages of codes, by case and perspective, to read, to paste and to publish
    Quotes(Quotes),
    /// List the literature: each work after APA, who cites it, and what is cited and not there
    References(References),
    /// Draw a figure
    Figure(Figure),
    /// Write the report: one HTML page in which every number opens its passages
    Report(Report),
    /// Record what panels make of the findings, and write the table to fill in
    Feedback(Feedback),
    /// Make all tables, figures and the report; only what is stale
    Run(Run),
    /// Print what the study holds as one table: its cases, sources, codings, passages or units
    Data(Data),
    /// Hand the study, or a part of it, to another program
    Export(Export),
    /// Take back the last change to the study
    Undo(Undo),
    /// Answer requests of another program, one after another, and keep studies loaded in between
    Pipe(Pipe),
}

/// Arguments of `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// Where to write it; must be new or empty
    #[arg(value_name = "DIR", default_value = "gedeeld-opvoederschap")]
    pub folder: PathBuf,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub struct New {
    /// The folder to make; its name becomes the study's id
    #[arg(value_name = "STUDY")]
    pub folder: PathBuf,
    /// Title, as it will stand above reports
    #[arg(long)]
    pub title: Option<String>,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// How to print what was found; without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Arguments of `references`.
#[derive(Debug, Args)]
pub struct References {
    /// How to print the list; without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<TableFormat>,
    /// Writes the list to this file
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Arguments of `status`.
#[derive(Debug, Args)]
pub struct Status {}

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct Run {
    /// Makes everything anew, also what is up to date
    #[arg(long)]
    pub all: bool,
}

/// Arguments of `undo`.
#[derive(Debug, Args)]
pub struct Undo {}

/// Arguments of `pipe`.
#[derive(Debug, Args)]
pub struct Pipe {}

fn parse_language(text: &str) -> Result<Language, String> {
    text.to_lowercase().parse().map_err(|_| "choose nl or en".to_owned())
}
