//! What people call our columns.

use super::{Grid, RecordKind};
use draad_core::{filter::list, id};
use std::collections::BTreeSet;

/// Our name of a column, and what else it may be called, in lower case with blanks; the surest first.
type Names = (&'static str, &'static [&'static str]);

const CASE: Names = ("case", &["casus", "casusnummer", "casusnr", "casus id", "case id", "zaak"]);
const DATE: Names = ("date", &["datum", "dag", "day", "datum afname"]);
const PARTICIPANT: Names = (
    "participant",
    &["deelnemer", "deelnemersnummer", "deelnemer id", "participant id", "persoon", "respondent"],
);
/// In a table of people alone also what else tells them apart.
const PERSON: Names = (
    "participant",
    &[
        "deelnemer",
        "deelnemerscode",
        "deelnemercode",
        "deelnemersnummer",
        "deelnemernummer",
        "deelnemersnr",
        "deelnemer id",
        "participant id",
        "participant code",
        "participantcode",
        "persoon",
        "respondent",
        "respondentcode",
        "respondentnummer",
        "code",
        "id",
        "nummer",
        "nr",
        "pseudoniem",
        "pseudonym",
    ],
);
/// From here on the names of [`PERSON`] tell only beside others that the rows are people.
const FIRST_VAGUE: &str = "code";
const NAME: Names = ("name", &["naam", "pseudoniem"]);

const CASES: [Names; 2] = [CASE, NAME];
const PARTICIPANTS: [Names; 5] = [
    PERSON,
    ("role", &["rol"]),
    ("cases", &["casussen", "case", "casus", "casusnummer"]),
    ("labels", &["label", "sprekerslabel", "sprekerslabels", "contactnaam", "contactnamen"]),
    NAME,
];
const EVENTS: [Names; 6] = [
    CASE,
    DATE,
    ("kind", &["soort", "type", "soort contact", "gebeurtenis", "event"]),
    ("status", &["doorgegaan"]),
    ("actors", &["wie", "aanwezig", "aanwezigen", "betrokkenen", "deelnemers", "participants"]),
    ("note", &["opmerking", "opmerkingen", "notitie", "toelichting", "remark"]),
];
const SCORES: [Names; 7] = [
    CASE,
    PARTICIPANT,
    DATE,
    ("time", &["tijd", "tijdstip"]),
    ("instrument", &["vragenlijst", "lijst", "questionnaire"]),
    ("item", &["vraag", "question"]),
    ("score", &["antwoord", "waarde", "value", "answer"]),
];
/// Columns with running text: a table that has one is a diary or a dossier.
const TEXTS: [&str; 5] = ["tekst", "text", "dagboektekst", "inhoud", "verslag"];

fn names(kind: RecordKind) -> &'static [Names] {
    match kind {
        RecordKind::Cases => &CASES,
        RecordKind::Participants => &PARTICIPANTS,
        RecordKind::Events => &EVENTS,
        RecordKind::Scores => &SCORES,
    }
}

/// Returns what the rows of a table are, where its columns tell.
pub fn recognise_records(grid: &Grid) -> Option<RecordKind> {
    let header = &grid.header;
    if header.iter().any(|name| TEXTS.contains(&plain(name).as_str())) {
        return None;
    }
    let has = |kind: RecordKind, wanted: &[&str]| {
        let names = names(kind).iter().filter(|(name, _)| wanted.contains(name));
        names.into_iter().all(|names| header.iter().any(|column| rank(names, column).is_some()))
    };
    let is_score = has(RecordKind::Scores, &["participant", "score"])
        && (has(RecordKind::Scores, &["item"]) || has(RecordKind::Scores, &["instrument"]));
    if is_score {
        Some(RecordKind::Scores)
    } else if has(RecordKind::Events, &["case", "date", "kind"]) {
        Some(RecordKind::Events)
    } else if are_people(grid) {
        Some(RecordKind::Participants)
    } else if are_cases(grid) {
        Some(RecordKind::Cases)
    } else {
        None
    }
}

/// Returns whether rows are people: each has a role and something that tells them apart. A `code` or `nr` may number
/// anything, and needs a name or a case beside it, and no date.
fn are_people(grid: &Grid) -> bool {
    let [person, role, cases, labels, name] = &PARTICIPANTS;
    let has = |names| position(grid, names).is_some();
    let Some(key) = position(grid, person) else { return false };
    let is_sure = !is_vague(&grid.header[key]);
    let is_beside_more = || [cases, labels, name].into_iter().any(has) && !has(&DATE);
    has(role) && (is_sure || is_beside_more() && !repeats(grid, key))
}

/// Returns whether rows are cases: no more than one for each, and nothing that tells people or days apart.
fn are_cases(grid: &Grid) -> bool {
    let [person, role, .., name] = &PARTICIPANTS;
    let Some(key) = position(grid, &CASE) else { return false };
    let is_before = |names| position(grid, names).is_some_and(|column| column < key);
    let is_of_people = position(grid, person).is_some_and(|column| !is_vague(&grid.header[column]))
        // Somebody with a number and a name, and then the case.
        || is_before(person) && is_before(name);
    let is_other = is_of_people || [role, &DATE].into_iter().any(|names| position(grid, names).is_some());
    !is_other && !repeats(grid, key)
}

fn is_vague(column: &str) -> bool {
    rank(&PERSON, column) >= rank(&PERSON, FIRST_VAGUE)
}

/// Returns whether some value stands in several rows of a column.
fn repeats(grid: &Grid, column: usize) -> bool {
    let cells = grid.rows.iter().filter_map(|(_, cells)| cells.get(column));
    let mut seen = BTreeSet::new();
    cells.map(|cell| id::folded(cell.trim())).filter(|cell| !cell.is_empty()).any(|cell| !seen.insert(cell))
}

/// Returns what people may call one of our columns.
pub(super) fn headings(kind: RecordKind, column: &str) -> String {
    let known = names(kind).iter().find(|(name, _)| *name == column);
    list(known.into_iter().flat_map(|(name, others)| [name].into_iter().chain(others.iter())))
}

/// Returns the table with our names for the columns that have another. Where several columns could be the same one, it is
/// the one with the surest name, or else the first.
pub(super) fn translated(kind: RecordKind, grid: &Grid) -> Grid {
    let mut grid = grid.clone();
    for names in names(kind) {
        if let Some(column) = position(&grid, names) {
            names.0.clone_into(&mut grid.header[column]);
        }
    }
    grid
}

/// Returns where the column stands that has the surest of these names.
fn position(grid: &Grid, names: &Names) -> Option<usize> {
    let ranked = grid.header.iter().enumerate();
    ranked.filter_map(|(column, name)| Some((rank(names, name)?, column))).min().map(|(_, column)| column)
}

/// Returns how sure a name is one of these: less is surer, ours is surest.
fn rank((name, others): &Names, column: &str) -> Option<usize> {
    let column = plain(column);
    [name].into_iter().chain(others.iter()).position(|known| *known == column)
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace(['_', '-'], " ")
}
