//! Closed answers: attributes of cases and scores.

use super::people::{People, Whose};
use super::{Request, Settled};
use draad_core::diagnostic::Outcome;
use draad_core::{Attribute, CaseId, ColumnUse, Diagnostic, Place, Problem, Study, filter::list};
use draad_store::records::{new_attributes, update_records};
use draad_store::{Grid, RecordKind, Updated};
use indexmap::IndexMap;
use jiff::civil::Time;
use std::path::Path;

/// Word of our tables for "asked, and not answered".
const UNKNOWN: &str = "unknown";

/// What came of the closed answers.
pub(super) struct Closed {
    pub(super) attributes: Updated,
    pub(super) scores: Updated,
    pub(super) new_attributes: Vec<Attribute>,
    pub(super) refused: Vec<Diagnostic>,
}

/// Brings the closed answers into the study.
pub(super) fn bring(
    study: &mut Study,
    request: &Request,
    settled: &Settled,
    people: &People,
) -> Outcome<Closed> {
    let mut refused = Vec::new();
    let grid = attributes(settled, people, &mut refused);
    let fails = |problem| Box::new(Diagnostic::error(Place::file(&settled.file), problem));
    let new = new_attributes(&study.settings, &grid).map_err(fails)?;
    if !new.is_empty() && !request.add_attributes {
        let attributes = list(new.iter().map(|attribute| &attribute.id));
        return Err(fails(Problem::AttributesUnlisted { attributes }));
    }
    study.settings.attributes.extend(new.iter().cloned());
    let attributes = update_records(study, RecordKind::Cases, &settled.file, &grid)?;
    let grid = scores(settled, people, &mut refused);
    let scores = update_records(study, RecordKind::Scores, &settled.file, &grid)?;
    Ok(Closed { attributes, scores, new_attributes: new, refused })
}

/// A row per case with its attributes. Where replies of one case differ in an answer, that answer is refused.
fn attributes(settled: &Settled, people: &People, refused: &mut Vec<Diagnostic>) -> Grid {
    let columns: Vec<usize> = settled.columns(ColumnUse::Attribute).collect();
    let mut header = vec!["case".to_owned()];
    header.extend(columns.iter().map(|&column| attribute_name(settled, column)));
    let mut of_case: IndexMap<&CaseId, Vec<usize>> = IndexMap::new();
    for (row, whose) in people.rows.iter().enumerate() {
        if let Some(Whose { case, .. }) = whose {
            of_case.entry(case).or_default().push(row);
        }
    }
    let mut rows = Vec::new();
    for (case, replies) in of_case {
        let Some(&first) = replies.first().filter(|_| !columns.is_empty()) else { continue };
        let mut cells = vec![case.to_string()];
        for &column in &columns {
            cells.push(only_answer(settled, column, case, &replies).unwrap_or_else(|found| {
                refused.push(*found);
                String::new()
            }));
        }
        rows.push((settled.replies[first].line, cells));
    }
    Grid { header, header_line: 1, rows }
}

fn only_answer(
    settled: &Settled,
    column: usize,
    case: &CaseId,
    replies: &[usize],
) -> Result<String, Box<Diagnostic>> {
    let filled = |row: &&usize| !settled.cell(**row, column).is_empty();
    let mut rows = replies.iter().filter(filled);
    let Some(&first) = rows.next() else {
        return Ok(String::new());
    };
    let answer = settled.cell(first, column);
    match rows.find(|&&row| settled.cell(row, column) != answer) {
        None => Ok(answer.to_owned()),
        Some(&other) => {
            let column_name = settled.survey.columns[column].name.clone();
            let place = settled.place(other).column(column_name.clone());
            let answers = format!("{answer}, {}", settled.cell(other, column));
            let problem = Problem::AnswersDiffer { column: column_name, case: case.to_string(), answers };
            Err(Box::new(Diagnostic::error(place, problem)))
        }
    }
}

/// The attribute that a column becomes: the target of the map, or its own name with what cannot stand in one as `-`.
fn attribute_name(settled: &Settled, column: usize) -> String {
    let target = &settled.targets[column];
    let name = if target.is_empty() { &settled.survey.columns[column].name } else { target };
    let allowed = |c: char| if c.is_control() || "/\\:;,*?\"<>|#".contains(c) { '-' } else { c };
    let name: String = name.chars().map(allowed).take(draad_core::id::MAX_CHARS).collect();
    name.trim().trim_matches('.').to_owned()
}

/// Where the time of day stands in a row of scores.
const TIME: usize = 3;

/// A row per question asked: an answer, or `unknown`.
fn scores(settled: &Settled, people: &People, refused: &mut Vec<Diagnostic>) -> Grid {
    let header = ["case", "participant", "date", "time", "instrument", "item", "score"];
    let columns: Vec<usize> = settled.columns(ColumnUse::Score).collect();
    let stem = Path::new(&settled.file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut rows = Vec::new();
    for (row, reply) in settled.replies.iter().enumerate() {
        let Some(Whose { case, participant }) = &people.rows[row] else { continue };
        let moment = reply.moment;
        let date = moment.map_or(String::new(), |moment| moment.date().to_string());
        let time = moment.map(|moment| moment.time()).filter(|time| *time != Time::midnight());
        let time = time.map_or(String::new(), |time| time.strftime("%H:%M:%S").to_string());
        let person = participant.as_ref().map_or_else(|| reply.person.clone(), ToString::to_string);
        for &column in columns.iter().filter(|column| reply.asked.contains(column)) {
            let name = &settled.survey.columns[column].name;
            let answer = settled.cell(row, column);
            let Some(score) = number(answer) else {
                let problem =
                    Problem::ValueInvalid { value: answer.to_owned(), expected: "3.5 / 3,5".into() };
                refused.push(Diagnostic::error(settled.place(row).column(name), problem));
                continue;
            };
            let target = &settled.targets[column];
            let instrument = if target.is_empty() { stem.clone() } else { target.clone() };
            let (case, date, time) = (case.to_string(), date.clone(), time.clone());
            rows.push((reply.line, vec![case, person.clone(), date, time, instrument, name.clone(), score]));
        }
    }
    let mut header = header.map(str::to_owned).to_vec();
    // A column that says nothing anywhere is not brought into the study.
    if rows.iter().all(|(_, cells)| cells[TIME].is_empty()) {
        header.remove(TIME);
        rows.iter_mut().for_each(|(_, cells)| _ = cells.remove(TIME));
    }
    Grid { header, header_line: 1, rows }
}

/// Returns a number as it is written in a table, or `unknown` for no answer.
fn number(answer: &str) -> Option<String> {
    if answer.is_empty() {
        return Some(UNKNOWN.to_owned());
    }
    let number: f64 = answer.replace(',', ".").parse().ok()?;
    number.is_finite().then(|| number.to_string())
}
