//! What can be asked of `import`.

use clap::{Args, ValueEnum};
use draad_app::coded::PositionReading;
use draad_app::import::FileUse;
use draad_core::{CaseId, CoderId, KindId, ParticipantId, PhaseId, RoleId, SourceId};
use jiff::civil::Date;
use std::path::PathBuf;

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

fn parse_use(text: &str) -> Result<FileUse, String> {
    text.to_lowercase().parse().map_err(|_| FileUse::NAMES.join(", "))
}
