//! Proposing what becomes of each column: by what the structure says, then by name, then by what stands in it.

use super::people::asking_column;
use super::{Survey, Tool, mpath, names};
use draad_core::ColumnUse;
use std::collections::{BTreeMap, BTreeSet};

/// From how many characters on average answers are open ones.
const LONG: usize = 30;
/// The most different answers of a closed question.
const MAX_LEVELS: usize = 12;
/// The highest number on a scale.
const MAX_SCALE: f64 = 100.0;
/// The most characters of an example.
const EXAMPLE: usize = 40;
/// Numbers that describe somebody and are not on a scale.
const DESCRIPTIVE: [&str; 10] =
    ["leeftijd", "age", "old", "oud", "jaar", "year", "aantal", "number", "geboortejaar", "duur"];

/// Proposes a use for each column; `known` is what the structure itself says.
pub(super) fn propose(survey: &mut Survey, known: &BTreeMap<usize, ColumnUse>) {
    for column in 0..survey.columns.len() {
        let is_personal = is_personal(survey, column);
        survey.columns[column].is_personal = is_personal;
    }
    name_people(survey);
    if let Some(column) = asking_column(survey) {
        survey.columns[column].proposed = ColumnUse::Participant;
    }
    name_date(survey, known);
    let person = survey
        .columns
        .iter()
        .position(|column| matches!(column.proposed, ColumnUse::Respondent | ColumnUse::Participant));
    for column in 0..survey.columns.len() {
        let found = &survey.columns[column];
        if found.proposed == ColumnUse::LeaveOut && !found.is_personal && !is_technical(survey, column) {
            survey.columns[column].proposed = match known.get(&column) {
                // A number typed into an open field is a number.
                Some(ColumnUse::Open) if is_number(survey, column) => by_content(survey, column, person),
                Some(used) if survey.columns[column].n_answered > 0 => *used,
                _ => by_content(survey, column, person),
            };
        }
        set_example(survey, column);
    }
}

fn is_called(survey: &Survey, column: usize, is: impl Fn(&str) -> bool) -> bool {
    let column = &survey.columns[column];
    is(&column.name) || is(&column.question)
}

fn is_technical(survey: &Survey, column: usize) -> bool {
    // In a table of one's own these are words like any other.
    survey.tool != Tool::Table && is_called(survey, column, names::is_technical)
}

fn is_personal(survey: &Survey, column: usize) -> bool {
    let is_place = survey.tool == Tool::MPath && mpath::is_personal(&survey.columns[column].name);
    if is_place || is_called(survey, column, names::is_personal) {
        return true;
    }
    let n_telling =
        survey.answers(column).filter(|answer| is_mail(answer) || is_network_address(answer)).count();
    n_telling > 0 && n_telling * 2 >= survey.columns[column].n_answered
}

fn is_mail(text: &str) -> bool {
    let parts = text.split_once('@');
    !text.contains(char::is_whitespace)
        && parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
}

fn is_network_address(text: &str) -> bool {
    text.parse::<std::net::IpAddr>().is_ok()
}

/// A test of a name.
type Test = fn(&str) -> bool;

/// Finds the columns that name respondent, case and participant: the first of each.
fn name_people(survey: &mut Survey) {
    let uses: [(ColumnUse, Test); 3] = [
        (ColumnUse::Case, names::is_case),
        (ColumnUse::Participant, names::is_participant),
        (ColumnUse::Respondent, names::is_respondent),
    ];
    for (used, is) in uses {
        let is_free = |column: &usize| {
            let found = &survey.columns[*column];
            found.proposed == ColumnUse::LeaveOut && !found.is_personal && found.n_answered > 0
        };
        let found =
            (0..survey.columns.len()).find(|column| is_free(column) && is_called(survey, *column, is));
        if let Some(column) = found {
            survey.columns[column].proposed = used;
        }
    }
}

/// Finds the column that dates the answers, unless the structure says which.
fn name_date(survey: &mut Survey, known: &BTreeMap<usize, ColumnUse>) {
    if known.values().any(|used| *used == ColumnUse::Date) {
        for column in known.iter().filter(|(_, used)| **used == ColumnUse::Date).map(|(column, _)| *column) {
            survey.columns[column].proposed = ColumnUse::Date;
        }
        return;
    }
    let rank = |column: &usize| {
        let found = &survey.columns[*column];
        names::date_rank(&found.name).or_else(|| names::date_rank(&found.question))
    };
    let is_filled =
        |column: &usize| survey.columns[*column].n_answered > 0 && !survey.columns[*column].is_personal;
    let ranked = (0..survey.columns.len()).filter(is_filled);
    let best = ranked.filter_map(|column| rank(&column).map(|rank| (rank, column))).min();
    if let Some((_, column)) = best {
        survey.columns[column].proposed = ColumnUse::Date;
    }
}

/// Proposes a use from the answers alone. `person` is the column by which people are told apart.
pub(super) fn by_content(survey: &Survey, column: usize, person: Option<usize>) -> ColumnUse {
    let found = &survey.columns[column];
    if found.n_answered == 0 {
        return ColumnUse::LeaveOut;
    }
    if survey.tool == Tool::MPath && is_list_of_numbers(survey, column) {
        return ColumnUse::LeaveOut;
    }
    if let Some(numbers) = numbers(survey, column) {
        let is_scale = numbers.iter().all(|number| (0.0..=MAX_SCALE).contains(number));
        let is_property = !is_scale || is_called(survey, column, is_descriptive);
        let is_steady = !varies_within(survey, column, person);
        return if is_property && is_steady { ColumnUse::Attribute } else { ColumnUse::Score };
    }
    let n_chars: usize = survey.answers(column).map(|answer| answer.chars().count()).sum();
    let is_long = n_chars >= LONG * found.n_answered;
    let n_sentences = survey.answers(column).filter(|answer| is_sentence(answer)).count();
    let is_varied = found.n_distinct > MAX_LEVELS && found.n_distinct * 2 > found.n_answered;
    let is_open = is_long || n_sentences * 2 > found.n_answered || is_varied;
    if is_open || varies_within(survey, column, person) { ColumnUse::Open } else { ColumnUse::Attribute }
}

/// Returns whether somebody typed this: more than a few words, or words that end as a sentence does.
fn is_sentence(answer: &str) -> bool {
    let n_words = answer.split_whitespace().count();
    n_words > 4 || n_words > 1 && answer.ends_with(['.', '!', '?', '…'])
}

/// Returns the answers as numbers, where all are.
fn numbers(survey: &Survey, column: usize) -> Option<Vec<f64>> {
    let number =
        |answer: &str| answer.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite());
    survey.answers(column).map(number).collect()
}

fn is_number(survey: &Survey, column: usize) -> bool {
    survey.columns[column].n_answered > 0 && numbers(survey, column).is_some()
}

/// Returns whether answers are several choices by number (`2,3`), or what a sensor measured (`0,3.01,3.32`).
fn is_list_of_numbers(survey: &Survey, column: usize) -> bool {
    let is_list = |answer: &str| answer.split(',').all(|number| number.trim().parse::<f64>().is_ok());
    survey.answers(column).all(is_list) && survey.answers(column).any(|answer| answer.contains(','))
}

fn is_descriptive(name: &str) -> bool {
    let name = name.to_lowercase();
    name.split(|c: char| !c.is_alphanumeric()).any(|word| DESCRIPTIVE.contains(&word))
}

/// Returns whether somebody gives different answers in different rows: then it is no property of that person's case.
fn varies_within(survey: &Survey, column: usize, person: Option<usize>) -> bool {
    let Some(person) = person else { return false };
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    survey.rows.iter().any(|row| {
        let answer = row.cell(column).trim();
        !answer.is_empty() && *first.entry(row.cell(person).trim()).or_insert(answer) != answer
    })
}

/// Shows one of the answers, but none that could tell somebody apart.
pub(super) fn set_example(survey: &mut Survey, column: usize) {
    let found = &survey.columns[column];
    let is_shown =
        matches!(found.proposed, ColumnUse::Attribute | ColumnUse::Score | ColumnUse::Date | ColumnUse::Case);
    let example: String = survey.answers(column).next().unwrap_or_default().chars().take(EXAMPLE).collect();
    survey.columns[column].example = if is_shown { example.replace('\n', " ") } else { String::new() };
}

/// Returns the columns with this use.
pub(super) fn columns_with(uses: &[ColumnUse], wanted: ColumnUse) -> BTreeSet<usize> {
    uses.iter().enumerate().filter(|(_, used)| **used == wanted).map(|(column, _)| column).collect()
}
