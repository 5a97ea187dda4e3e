//! What can be asked of `figure`.

use super::{ComparisonArgs, FilterArgs, QcaAnalysisArgs};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// The heads of the options of agreement, and of the analysis of combinations.
pub(crate) const COMPARISON: &str = "Options of agreement";
pub(crate) const ANALYSIS: &str = "Options of truth-table, xy-plot and solution";

/// Arguments of `figure`.
#[derive(Debug, Args)]
pub struct Figure {
    /// The figure: matrix, triangulation, tensions, balance, contrast, co-occurrence, co-occurrence-network, clusters, map,
    /// saturation, keyness, agreement, truth-table, xy-plot, solution, scores, route, study-design or verdicts; portrait (of one source); codeline or timeline (of one case)
    #[arg(value_name = "NAME", default_value = "matrix")]
    pub name: String,
    /// Lists the figures, each with what it argues, and draws none
    #[arg(long)]
    pub list: bool,
    /// What tensions are compared by: phase, role or kind
    #[arg(long, value_name = "KEY")]
    pub by: Option<String>,
    /// Counts what this saved query finds as a factor of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// The outcome that groups and orders the cases; in truth-table, xy-plot and solution what is analysed
    /// (constructiveness=stalled); without it the study's first
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<draad_core::OutcomeChoice>,
    /// File formats
    #[arg(long, value_enum, value_delimiter = ',', default_value = "svg,png,pdf", value_name = "FORMAT")]
    pub format: Vec<FigureFormat>,
    /// Size: the width of a journal column in millimetres, or a whole page
    #[arg(long, value_enum, default_value = "190", value_name = "SIZE")]
    pub page: Page,
    /// Colours, greys for print without colour, or colours on a dark ground
    #[arg(long, value_enum, default_value = "colour", value_name = "THEME")]
    pub theme: Theme,
    /// Leaves out the ground, so that what lies behind the figure shows through
    #[arg(long)]
    pub transparent: bool,
    /// What the size of a mark shows
    #[arg(long, value_enum, default_value = "passages", value_name = "MEASURE")]
    pub size: SizeBy,
    /// In keyness: words that are typical of one case, role, phase, kind, source, outcome or value of an attribute: role=parent; without it of each role
    #[arg(long, value_name = "KEY=LEVEL")]
    pub typical_of: Option<String>,
    /// The source of which a portrait is drawn
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<draad_core::SourceId>,
    /// Dots per inch of the PNG
    #[arg(long, default_value_t = 300, value_name = "DPI", value_parser = clap::value_parser!(u16).range(72..=1200))]
    pub dpi: u16,
    /// The folder to write into; without it the study's output/figures
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What agreement compares, and how
    #[command(flatten, next_help_heading = COMPARISON)]
    pub comparison: ComparisonArgs,
    /// Which coefficient: u-alpha, char-kappa or valence; with --unit alpha, kappa, ac1 or brennan-prediger; without it u-alpha or
    /// alpha, which have intervals
    #[arg(long, value_name = "NAME")]
    pub coefficient: Option<String>,
    /// Leaves parent codes without what was coded below them
    #[arg(long)]
    pub unfolded: bool,
    /// What truth-table, xy-plot and solution analyse
    #[command(flatten, next_help_heading = ANALYSIS)]
    pub analysis: QcaAnalysisArgs,
    /// Only this type of solution, in solution and xy-plot
    #[arg(long, value_enum, value_name = "TYPE")]
    pub solution: Option<Solution>,
    /// In xy-plot: the combination beside the outcome, in the names of the legend: 'TRUST*~BLAME + PEERS'; without it the models of
    /// the solutions and their terms
    #[arg(long, value_name = "COMBINATION", conflicts_with = "solution")]
    pub term: Option<String>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// File formats of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FigureFormat {
    /// Vector drawing for the web and for editing
    Svg,
    /// Picture
    Png,
    /// Vector drawing for print
    Pdf,
    /// With --list: for a spreadsheet
    Csv,
    /// With --list: for a program
    Json,
    /// With --list: a piece of HTML
    Html,
    /// With --list: an Arrow stream
    Arrow,
}

/// Size of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Page {
    /// One column, 90 mm
    #[value(name = "90")]
    OneColumn,
    /// One and a half columns, 140 mm
    #[value(name = "140")]
    OneAndHalf,
    /// Two columns, 190 mm
    #[value(name = "190")]
    TwoColumns,
    /// A4, upright
    #[value(name = "a4")]
    A4,
    /// A4, lying
    #[value(name = "a4-landscape")]
    A4Landscape,
    /// A slide, 16:9
    #[value(name = "slide")]
    Slide,
}

/// Colours of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Safe for colour blindness
    Colour,
    /// For print without colour
    #[value(alias = "grijs")]
    Grey,
    /// On a dark ground, for slides and screens
    #[value(alias = "donker")]
    Dark,
}

/// A type of solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Solution {
    /// Only combinations that occur
    Conservative,
    /// With every assumption that makes it shorter
    Parsimonious,
    /// With the assumptions that --expect speaks for
    Intermediate,
}

/// What the size of a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SizeBy {
    /// Passages
    Passages,
    /// Sources
    Sources,
}
