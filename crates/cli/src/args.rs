//! The words of the command line: one list of commands and flags. The doc comments are the English help; the Dutch help
//! stands in the `help.ftl` catalogue under the keys that `help.rs` derives from these names.

mod qca;

use clap::{Args, Parser, Subcommand, ValueEnum};
use draad_app::coded::PositionReading;
use draad_app::import::FileUse;
use draad_core::{
    AttributeTest, BatchId, CaseId, CodeId, CoderId, Filter, KindId, Language, ParticipantId, PhaseId,
    QueryId, RoleId, SourceId, TableOptions, Valence,
};
use jiff::civil::Date;
use std::path::PathBuf;

pub use qca::Qca;

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
    /// Compare cases as combinations of conditions (QCA): truth table, solutions, and the quotes behind each
    Qca(Qca),
    /// Say how a table came about: the steps, the filters, and how much was left after each
    Explain(Explain),
    /// Show the passages of codes, by case and perspective, to read, to paste and to publish
    Quotes(Quotes),
    /// Draw a figure
    Figure(Figure),
    /// Write the report: one HTML page in which every number opens its passages
    Report(Report),
    /// Make all tables, figures and the report; only what is stale
    Run(Run),
    /// Hand the study, or a part of it, to another program
    Export(Export),
    /// Take back the last change to the study
    Undo(Undo),
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

/// Arguments of `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Files, and folders with files in them
    #[arg(value_name = "FILE", required_unless_present = "map")]
    pub files: Vec<PathBuf>,
    /// Changes nothing: says what would be imported, and writes it down in a map that you can correct
    #[arg(long)]
    pub plan: bool,
    /// The map that says what becomes of each file; with --plan where it is written (import.csv unless named)
    #[arg(long, value_name = "MAP")]
    pub map: Option<PathBuf>,
    /// Takes a file with the name of a source, or for --name, as its corrected version: codings go along with their words
    #[arg(long)]
    pub replace: bool,
    /// What the files are, where their content does not tell: source, replace, cases, participants, events, scores, survey,
    /// project, segments or leave-out
    #[arg(long = "use", value_name = "USE", value_parser = parse_use)]
    pub file_use: Option<FileUse>,
    /// Which chat to take from a file that holds several
    #[arg(long, value_name = "CHAT")]
    pub chat: Option<String>,
    /// The sheet of a workbook; without it the first one that holds something
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// What becomes of each column of a survey; with --plan where it is written (beside the map, with -columns, unless named)
    #[arg(long, value_name = "COLUMNS")]
    pub columns: Option<PathBuf>,
    /// A table that describes the columns of a survey, such as the meta.csv of m-Path
    #[arg(long, value_name = "FILE")]
    pub meta: Option<PathBuf>,
    /// What becomes of each part of a project of another program; with --plan where it is written (beside the map, with
    /// -project, unless named)
    #[arg(long, value_name = "MAP")]
    pub project: Option<PathBuf>,
    /// A codebook beside a table of coded segments (QDC, or a table of codes): it tells apart codes that share a cell
    #[arg(long, value_name = "FILE")]
    pub codebook: Option<PathBuf>,
    /// Which project to take from a file that holds several
    #[arg(long, value_name = "PROJECT")]
    pub pick: Option<String>,
    /// How a project counts positions, where that is not clear: code-points, utf-16 or utf-8, for example 'utf-16; end-included';
    /// for one source: SOURCE=READING
    #[arg(long, value_name = "READING", value_parser = parse_positions)]
    pub positions: Vec<(String, PositionReading)>,
    /// Which column of a table of coded segments holds what, where its name does not say so: document=Bestand
    #[arg(long, value_name = "WHAT=COLUMN", value_parser = parse_column)]
    pub column: Vec<(String, String)>,
    /// Adds attributes of cases to study.toml where they are not there yet
    #[arg(long)]
    pub new_attributes: bool,
    /// Makes each respondent a case, where nothing else names the case
    #[arg(long)]
    pub respondents_are_cases: bool,
    /// The role of respondents who are not in participants.csv yet: they are added to it
    #[arg(long, value_name = "ROLE")]
    pub role: Option<RoleId>,
    /// What becomes of comments in the margin
    #[arg(long, value_enum, value_name = "USE", default_value = "memos")]
    pub comments: Comments,
    /// Whose codings comments are, where their author is no coder of the study
    #[arg(long, value_name = "CODER", env = "DRAAD_CODER")]
    pub coder: Option<CoderId>,
    /// The case or cases they belong to; without it what the names of files and folders say
    #[arg(long, value_name = "CASE", value_delimiter = ',')]
    pub case: Vec<CaseId>,
    /// Adds the case to cases.csv where it is not there yet
    #[arg(long)]
    pub new_case: bool,
    /// What kind of material: interview, dossier, chat, …; without it the format decides where it can
    #[arg(long, value_name = "KIND")]
    pub kind: Option<KindId>,
    /// The phase all of it belongs to
    #[arg(long, value_name = "PHASE")]
    pub phase: Option<PhaseId>,
    /// The day it was made
    #[arg(long, value_name = "DD-MM-YYYY", value_parser = parse_date)]
    pub date: Option<Date>,
    /// Who speaks or writes in it
    #[arg(long, value_name = "PARTICIPANT", value_delimiter = ',')]
    pub participant: Vec<ParticipantId>,
    /// Speaker labels to recognise even when they occur once
    #[arg(long, value_name = "LABEL", value_delimiter = ',')]
    pub speaker: Vec<String>,
    /// Order of day and month in dates like 03-04-2021, where the material leaves it open
    #[arg(long, value_enum, value_name = "ORDER")]
    pub dates: Option<DateOrder>,
    /// The column of a table that holds the text, where its name does not say so
    #[arg(long, value_name = "COLUMN")]
    pub text_column: Option<String>,
    /// Name of the source; only with one file, else the file names serve
    #[arg(long, value_name = "SOURCE")]
    pub name: Option<SourceId>,
}

/// What becomes of comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Comments {
    /// Each becomes a memo on its words
    Memos,
    /// One that names codes becomes codings, any other a memo
    Codings,
    /// They are left out
    LeaveOut,
}

/// Order of the parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DateOrder {
    /// 31-12-2021
    Dmy,
    /// 12/31/2021
    Mdy,
    /// 2021-12-31
    Ymd,
}

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
    /// How to print the proposals; csv and excel leave room to decide
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT", conflicts_with = "decide")]
    pub format: TableFormat,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE", conflicts_with = "decide")]
    pub out: Option<PathBuf>,
}

/// The filters of proposals; whoever names proposals needs none.
const FILTERS: [&str; 3] = ["PlaceArgs", "ContentArgs", "ConditionArgs"];

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct Check {
    /// How to print what was found
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: ListFormat,
}

/// Arguments of `status`.
#[derive(Debug, Args)]
pub struct Status {}

/// Arguments of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// What to look for: words, "exact phrase", begin*, a NEAR/8 b, code:x, role:y, AND OR NOT ( ); docs/search.md has all of
    /// it. Without anything: all units that pass the filters
    #[arg(value_name = "QUERY", num_args = 0..)]
    pub query: Vec<String>,
    /// What counts as one answer: hit, passage, unit, source or case; AND, OR and NOT hold within it. Without it, passages where
    /// the query asks for codings, else hits
    #[arg(long, value_enum, value_name = "UNIT")]
    pub per: Option<Per>,
    /// Divides the hits by case, source, kind, role, phase, participant, outcome or an attribute of the cases
    #[arg(long, value_name = "KEY")]
    pub by: Option<String>,
    /// Looks for passages that resemble this one
    #[arg(long, value_name = "SOURCE:START-END", conflicts_with_all = ["per", "by", "order", "save"])]
    pub like: Option<String>,
    /// How many hits to show; with --by, in each group
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// How many hits to pass over first
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: usize,
    /// Best match first, or in the order of the sources
    #[arg(long, value_enum, default_value = "place", value_name = "ORDER")]
    pub order: Order,
    /// Words of context on either side
    #[arg(long, default_value_t = 8, value_name = "WORDS")]
    pub context: usize,
    /// Shows the whole unit instead of a line
    #[arg(long)]
    pub unit: bool,
    /// Saves the query in the study under this name
    #[arg(long, value_name = "NAME")]
    pub save: Option<QueryId>,
    /// What the saved query is for
    #[arg(long, value_name = "TEXT", default_value = "", requires = "save")]
    pub note: String,
    /// Puts the query in the place of a saved one with this name
    #[arg(long, requires = "save")]
    pub replace: bool,
    /// How to print the hits
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: ListFormat,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// Arguments of `queries`.
#[derive(Debug, Args)]
pub struct Queries {
    /// Removes this query; `draad undo` brings it back
    #[arg(long, value_name = "NAME", conflicts_with_all = ["format", "out"])]
    pub remove: Option<QueryId>,
    /// How to print the queries
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: ListFormat,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What counts as one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Per {
    /// Each occurrence of words, and each coding
    Hit,
    /// Codings that overlap count once, whoever made them
    Passage,
    /// Each turn, message, entry or paragraph once
    Unit,
    /// Each source once
    Source,
    /// Each case once
    Case,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// Best match first
    Relevance,
    /// In the order of the sources
    Place,
}

/// Arguments of `words`.
#[derive(Debug, Args)]
pub struct Words {
    /// Words that are typical of one case, role, phase, kind, source, outcome or value of an attribute, against the rest: role=parent
    #[arg(long, value_name = "KEY=LEVEL", group = "typical", conflicts_with_all = ["near", "ngrams"])]
    pub typical_of: Option<String>,
    /// The same for each level: case, role, phase, kind, source, outcome or an attribute
    #[arg(long, value_name = "KEY", group = "typical", conflicts_with_all = ["near", "ngrams"])]
    pub typical_by: Option<String>,
    /// With --typical-of or --typical-by: lists what is rarer there instead
    #[arg(long, requires = "typical")]
    pub rarer: bool,
    /// Words near this word, in all its forms; =word for that form alone
    #[arg(long, value_name = "WORD", conflicts_with = "ngrams")]
    pub near: Option<String>,
    /// With --near: how many words away at most; without it 5
    #[arg(long, requires = "near", value_name = "WORDS", value_parser = clap::value_parser!(u16).range(1..=100))]
    pub window: Option<u16>,
    /// Runs of words of these lengths, such as 2..5 or 3
    #[arg(long, value_name = "LENGTHS", value_parser = parse_lengths)]
    pub ngrams: Option<Lengths>,
    /// Takes the forms of one stem as one word
    #[arg(long)]
    pub stems: bool,
    /// Leaves out stop words (de, het, en, …), and runs that begin or end with one
    #[arg(long)]
    pub no_stop_words: bool,
    /// Lists what occurs at least this many times
    #[arg(long, default_value_t = 3, value_name = "N")]
    pub min_count: u64,
    /// Lists what occurs in at least this many sources
    #[arg(long, default_value_t = 2, value_name = "N")]
    pub min_sources: usize,
    /// Lists what occurs in at least this many cases; without it 2 for typical words, which keeps most names of people out, 1 for others
    #[arg(long, value_name = "N")]
    pub min_cases: Option<usize>,
    /// How many words to list, per level where there are levels; 0 for all
    #[arg(long, default_value_t = 20, value_name = "N")]
    pub limit: usize,
    /// In which order; without it ll for typical words, log-dice for words near a word, count for others
    #[arg(long, value_enum, value_name = "ORDER")]
    pub order: Option<WordOrder>,
    /// How to print the list; csv, excel, json and xlsx hold every measure
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: TableFormat,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// From how many words to how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lengths(pub std::ops::RangeInclusive<u8>);

/// The longest run of words that is counted.
const LONGEST_RUN: u8 = 10;

/// The order of a list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WordOrder {
    /// Log-likelihood, of typical words and words near a word
    Ll,
    /// How much more frequent, of typical words
    LogRatio,
    /// How strongly connected, of words near a word
    LogDice,
    /// Mutual information, of words near a word
    Mi,
    /// How often
    Count,
    /// In how many sources
    Sources,
    /// By alphabet
    Word,
}

/// Arguments of `table`.
#[derive(Debug, Args)]
pub struct Table {
    /// The table: cases-by-factors, triangulation, tensions, balance, contrast, meta-matrix, co-occurrence, phases, sequence,
    /// similarity, saturation, joint-display, sample, or one of the study's own
    #[arg(value_name = "NAME", default_value = "cases-by-factors")]
    pub name: String,
    /// Lists the passages behind one number: a case, a factor or two, and values such as role=parent
    #[arg(long, value_name = "CASE,FACTOR,…", conflicts_with_all = ["by", "part", "TableOptionArgs"])]
    pub cell: Option<String>,
    /// Shows one part of a table that has several
    #[arg(long, value_name = "PART")]
    pub part: Option<String>,
    /// How to print the table; csv, excel, json and xlsx hold every measure
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: TableFormat,
    /// Writes to a file instead of the terminal
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// What the table is asked with
    #[command(flatten)]
    pub asked: AskedArgs,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// A table by its name, or a file that `draad run` made of it
    #[arg(value_name = "RESULT")]
    pub result: String,
    /// How to print the steps
    #[arg(long, value_enum, default_value = "text", value_name = "FORMAT")]
    pub format: TableFormat,
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
    /// How many rows to show; a file holds all
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Leaves out each case, coder, kind or role in turn and says which statements survive: case, coder, kind, role or all
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub leave_out: Vec<String>,
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
            limit: args.limit,
            leave_out: args.leave_out,
            ..Self::default()
        }
    }
}

/// Arguments of `quotes`.
#[derive(Debug, Args)]
pub struct Quotes {
    /// Codes, by id or name; without codes all that have passages
    #[arg(value_name = "CODE", conflicts_with = "code")]
    pub codes: Vec<CodeId>,
    /// Lists what this saved query finds, as passages of a code of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// Leaves out what was coded with other codes below a code
    #[arg(long)]
    pub unfolded: bool,
    /// Groups by case, source, role, kind, phase, valence, coder, code, outcome or an attribute of the cases; several with
    /// commas, in that order; none for no groups
    #[arg(long, value_name = "KEY", value_delimiter = ',', default_value = "case,role")]
    pub by: Vec<String>,
    /// Lists each coding by itself, also where two coders coded the same passage
    #[arg(long)]
    pub codings: bool,
    /// What stands beside the words, in this order: speaker, role, kind, source, line, position, page, date, phase, case, code,
    /// valence, weight, coder, memo, created, id, and attributes of the cases; without it what suits the format
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    pub fields: Option<Vec<String>>,
    /// So many words of the same unit before and after, in square brackets
    #[arg(long, default_value_t = 0, value_name = "WORDS")]
    pub context: usize,
    /// In which form; without it the ending of --out says so, else text
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<QuoteFormat>,
    /// Writes to a file instead of the terminal; needed for xlsx and docx
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// Arguments of `figure`.
#[derive(Debug, Args)]
pub struct Figure {
    /// matrix or balance
    #[arg(value_name = "NAME", default_value = "matrix")]
    pub name: String,
    /// Counts what this saved query finds as a factor of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// The outcome that groups and orders the cases; without it the study's first
    #[arg(long, value_name = "ATTRIBUTE")]
    pub outcome: Option<draad_core::AttributeId>,
    /// File formats
    #[arg(long, value_enum, value_delimiter = ',', default_value = "svg,png,pdf", value_name = "FORMAT")]
    pub format: Vec<FigureFormat>,
    /// Size: the width of a journal column in millimetres, or a whole page
    #[arg(long, value_enum, default_value = "190", value_name = "SIZE")]
    pub page: Page,
    /// Colours, or greys for print without colour
    #[arg(long, value_enum, default_value = "colour", value_name = "THEME")]
    pub theme: Theme,
    /// What the size of a mark shows
    #[arg(long, value_enum, default_value = "passages", value_name = "MEASURE")]
    pub size: SizeBy,
    /// Dots per inch of the PNG
    #[arg(long, default_value_t = 300, value_name = "DPI", value_parser = clap::value_parser!(u16).range(72..=1200))]
    pub dpi: u16,
    /// The folder to write into; without it the study's output/figures
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct Report {
    /// Counts what this saved query finds as a factor of its own
    #[arg(long = "set", value_name = "NAME", value_delimiter = ',')]
    pub sets: Vec<String>,
    /// The outcome that groups and orders the cases; without it the study's first
    #[arg(long, value_name = "ATTRIBUTE")]
    pub outcome: Option<draad_core::AttributeId>,
    /// The file to write; without it output/report.html
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Which part of the study
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct Run {
    /// Makes everything anew, also what is up to date
    #[arg(long)]
    pub all: bool,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The file or folder to write. Its ending says in which format; without an ending it is a folder of CSV files
    #[arg(long, value_name = "PATH")]
    pub to: PathBuf,
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

/// Arguments of `undo`.
#[derive(Debug, Args)]
pub struct Undo {}

/// The filters that search, quotes, words, table, figure, report and export share.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct FilterArgs {
    /// By place
    #[command(flatten)]
    pub place: PlaceArgs,
    /// By code
    #[command(flatten)]
    pub content: ContentArgs,
    /// Only these coders
    #[arg(long, value_name = "CODER", value_delimiter = ',')]
    pub coder: Vec<CoderId>,
    /// By attributes of cases
    #[command(flatten)]
    pub condition: ConditionArgs,
}

/// The filters by what a place in the material is about.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct PlaceArgs {
    /// Only these cases
    #[arg(long, value_name = "CASE", value_delimiter = ',')]
    pub case: Vec<CaseId>,
    /// Only these kinds of source
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub kind: Vec<KindId>,
    /// Only what people in these roles said
    #[arg(long, value_name = "ROLE", value_delimiter = ',')]
    pub role: Vec<RoleId>,
    /// Only these phases
    #[arg(long, value_name = "PHASE", value_delimiter = ',')]
    pub phase: Vec<PhaseId>,
}

/// The filters by code.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct ContentArgs {
    /// Only these codes, with everything below them
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub code: Vec<CodeId>,
    /// Only promoting, hindering or ambivalent
    #[arg(long, value_name = "VALENCE", value_delimiter = ',', value_parser = parse_valence)]
    pub valence: Vec<Valence>,
}

/// The filter by attributes of cases.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct ConditionArgs {
    /// Only cases for which this holds, for example 'child_age>=12' or 'constructiveness=stalled'
    #[arg(long = "where", value_name = "CONDITION")]
    pub conditions: Vec<AttributeTest>,
    /// Only units for which this saved query holds
    #[arg(long = "query", value_name = "NAME", value_delimiter = ',')]
    pub queries: Vec<String>,
}

impl From<PlaceArgs> for FilterArgs {
    fn from(place: PlaceArgs) -> Self {
        Self { place, ..Self::default() }
    }
}

impl FilterArgs {
    /// Returns the filter that the flags ask for, but for saved queries.
    pub(crate) fn without_queries(self) -> Filter {
        Filter { coders: self.coder, ..self.place.filter(self.content, self.condition) }
    }
}

impl PlaceArgs {
    fn filter(self, content: ContentArgs, condition: ConditionArgs) -> Filter {
        Filter {
            cases: self.case,
            kinds: self.kind,
            roles: self.role,
            phases: self.phase,
            codes: content.code,
            valences: content.valence,
            attributes: condition.conditions,
            ..Filter::default()
        }
    }
}

/// How to print a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For reading
    Text,
    /// For a spreadsheet
    Csv,
    /// For a program
    Json,
}

/// How to print a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// For reading
    Text,
    /// For other programs: commas, decimal point
    Csv,
    /// For a Dutch Excel: semicolons, decimal comma
    Excel,
    /// For a program, with what the table rests on
    Json,
    /// For a document in Markdown
    Md,
    /// For Excel: a workbook that says what its columns are; needs --out
    Xlsx,
}

/// The form of passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum QuoteFormat {
    /// For reading
    Text,
    /// A table for other programs: commas, decimal point
    Csv,
    /// A table for a Dutch Excel: semicolons, decimal comma
    Excel,
    /// For a program, with what it rests on
    Json,
    /// A document in Markdown
    Md,
    /// An Excel workbook
    Xlsx,
    /// A Word document
    Docx,
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
    /// Tidy tables: a Parquet file each
    Parquet,
    /// Cases by codes as 0 and 1 and as measures, for the R package QCA
    Qca,
    /// Text files of the Reproducible Open Coding Kit
    Rock,
    /// The same in one .ROCKproject
    RockProject,
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

/// File formats of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FigureFormat {
    /// Vector drawing for the web and for editing
    Svg,
    /// Picture
    Png,
    /// Vector drawing for print
    Pdf,
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
}

/// What the size of a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SizeBy {
    /// Passages
    Passages,
    /// Sources
    Sources,
}

fn parse_language(text: &str) -> Result<Language, String> {
    text.to_lowercase().parse().map_err(|_| "choose nl or en".to_owned())
}

/// Reads a day as Dutch people write it, or as ISO 8601 does.
fn parse_date(text: &str) -> Result<Date, String> {
    let dutch = Date::strptime("%d-%m-%Y", text);
    dutch.or_else(|_| text.parse()).map_err(|_| "write the date as 3-4-2024 or 2024-04-03".to_owned())
}

/// Reads `utf-16; end-included`, or the same for one source: `interview 3=utf-16`.
fn parse_positions(text: &str) -> Result<(String, PositionReading), String> {
    let (source, reading) = text.rsplit_once('=').unwrap_or(("", text));
    let unknown = |()| format!("`{reading}` is no way of counting positions");
    Ok((source.trim().to_owned(), reading.trim().parse().map_err(unknown)?))
}

/// Reads `document=Bestand`.
fn parse_column(text: &str) -> Result<(String, String), String> {
    let (what, column) = text.split_once('=').ok_or_else(|| format!("`{text}` has no `=`"))?;
    Ok((what.trim().to_owned(), column.trim().to_owned()))
}

/// Reads `2..5`, `2-5` or `3`.
fn parse_lengths(text: &str) -> Result<Lengths, String> {
    let (from, to) = text.split_once("..").or_else(|| text.split_once('-')).unwrap_or((text, text));
    let number = |text: &str| text.trim_start_matches('=').trim().parse::<u8>().ok();
    match (number(from), number(to)) {
        (Some(from), Some(to)) if 2 <= from && from <= to && to <= LONGEST_RUN => Ok(Lengths(from..=to)),
        _ => Err(format!("2..5, 3; 2 … {LONGEST_RUN}")),
    }
}

fn parse_use(text: &str) -> Result<FileUse, String> {
    text.to_lowercase().parse().map_err(|_| FileUse::NAMES.join(", "))
}

fn parse_valence(text: &str) -> Result<Valence, String> {
    match text.to_lowercase().as_str() {
        "bevorderend" => Ok(Valence::Promoting),
        "belemmerend" => Ok(Valence::Hindering),
        "ambivalent" => Ok(Valence::Ambivalent),
        other => other.parse().map_err(|_| "promoting, hindering, ambivalent".to_owned()),
    }
}

/// Reads a whole number from 1.
fn parse_count(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|&n| n > 0).ok_or_else(|| "a whole number from 1".to_owned())
}

/// Reads a number between 0 and 1, with a decimal point or comma.
fn parse_share(text: &str) -> Result<f64, String> {
    let share: Option<f64> = text.replace(',', ".").parse().ok();
    share
        .filter(|share| (0.0..=1.0).contains(share))
        .ok_or_else(|| "a number from 0 to 1, such as 0.5".to_owned())
}
