//! Which column holds what.

use super::rows::Table;

/// Names of the column with the words, the surest first.
const TEXT: [&str; 26] = [
    "tekst",
    "text",
    "dagboektekst",
    "notitie",
    "notities",
    "note",
    "notes",
    "inhoud",
    "content",
    "entry",
    "dagboek",
    "diary",
    "verslag",
    "rapportage",
    "aantekening",
    "aantekeningen",
    "omschrijving",
    "beschrijving",
    "description",
    "bericht",
    "message",
    "toelichting",
    "verhaal",
    "antwoord",
    "answer",
    "opmerking",
];
const DATE: [&str; 15] = [
    "datum",
    "date",
    "datum/tijd",
    "datum en tijd",
    "datum tijd",
    "datumtijd",
    "date/time",
    "date time",
    "datetime",
    "timestamp",
    "tijdstempel",
    "moment",
    "dag",
    "day",
    "aangemaakt",
];
const TIME: [&str; 5] = ["tijd", "time", "tijdstip", "uur", "hour"];
const WRITER: [&str; 15] = [
    "schrijver",
    "auteur",
    "author",
    "writer",
    "wie",
    "who",
    "door",
    "by",
    "spreker",
    "speaker",
    "afzender",
    "sender",
    "rapporteur",
    "medewerker",
    "geschreven door",
];

/// From how many characters on average a column is one of words.
const LONG: usize = 40;

/// The positions of the columns that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// The words.
    pub(super) text: usize,
    /// The date, or date and time.
    pub(super) date: Option<usize>,
    /// The time of day.
    pub(super) time: Option<usize>,
    /// Who wrote it.
    pub(super) writer: Option<usize>,
}

impl Columns {
    /// Finds the columns by their names; the text, when no name tells, as the only column of long cells. `given` is the
    /// user's word for the text column. Returns nothing when there is no text column.
    pub(super) fn find(table: &Table, given: Option<&str>) -> Option<Self> {
        let header: Vec<String> = table.header.iter().map(|name| name.to_lowercase()).collect();
        let named =
            |names: &[&str]| names.iter().find_map(|name| header.iter().position(|column| column == name));
        let text = match given {
            Some(given) => header.iter().position(|column| *column == given.to_lowercase())?,
            None => named(&TEXT).or_else(|| only_long(table))?,
        };
        let other = |column: &usize| *column != text;
        Some(Self {
            text,
            date: named(&DATE).or_else(|| dated(table)).filter(other),
            time: named(&TIME).filter(other),
            writer: named(&WRITER).filter(other),
        })
    }
}

/// Returns whether a first line names columns: one for text or for dates, beside another.
pub(super) fn names_columns(header: &[String]) -> bool {
    let is_known = |name: &String| {
        let name = name.to_lowercase();
        TEXT.contains(&name.as_str()) || DATE.contains(&name.as_str())
    };
    !header.is_empty() && header.iter().any(is_known)
}

fn only_long(table: &Table) -> Option<usize> {
    let is_long = |&column: &usize| {
        let cells: Vec<usize> = table
            .rows
            .iter()
            .filter_map(|row| row.cells.get(column))
            .filter(|cell| !cell.trim().is_empty())
            .map(|cell| cell.chars().count())
            .collect();
        !cells.is_empty() && cells.iter().sum::<usize>() >= LONG * cells.len()
    };
    let mut long = (0..table.header.len()).filter(is_long);
    let only = long.next()?;
    if long.next().is_some() { None } else { Some(only) }
}

/// In a table without header: the first column whose first cell is a date.
fn dated(table: &Table) -> Option<usize> {
    use crate::dates::{DateOrder, date_of};
    let first = table.rows.first().filter(|_| !table.has_header)?;
    first.cells.iter().position(|cell| date_of(cell, DateOrder::DayMonthYear).is_some())
}
