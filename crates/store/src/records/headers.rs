//! What people call our columns.

use super::{Grid, RecordKind};

/// Our name of a column, and what else it may be called, in lower case with blanks.
type Names = (&'static str, &'static [&'static str]);

const CASE: Names = ("case", &["casus", "casusnummer", "casusnr", "casus id", "case id", "zaak"]);
const DATE: Names = ("date", &["datum", "dag", "day", "datum afname"]);
const PARTICIPANT: Names = (
    "participant",
    &["deelnemer", "deelnemersnummer", "deelnemer id", "participant id", "persoon", "respondent"],
);
const NAME: Names = ("name", &["naam", "pseudoniem"]);

const CASES: [Names; 2] = [CASE, NAME];
const PARTICIPANTS: [Names; 5] = [
    PARTICIPANT,
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

/// Returns what the rows of a table with this header are, where the columns tell.
pub fn recognise_records(header: &[String]) -> Option<RecordKind> {
    if header.iter().any(|name| TEXTS.contains(&plain(name).as_str())) {
        return None;
    }
    let has = |kind: RecordKind, wanted: &[&str]| {
        let names = names(kind).iter().filter(|(name, _)| wanted.contains(name));
        names.into_iter().all(|names| header.iter().any(|column| is_called(names, column)))
    };
    let is_score = has(RecordKind::Scores, &["case", "participant", "score"])
        && (has(RecordKind::Scores, &["item"]) || has(RecordKind::Scores, &["instrument"]));
    if is_score {
        Some(RecordKind::Scores)
    } else if has(RecordKind::Events, &["case", "date", "kind"]) {
        Some(RecordKind::Events)
    } else if has(RecordKind::Participants, &["participant", "role"]) {
        Some(RecordKind::Participants)
    } else if has(RecordKind::Cases, &["case"])
        && !has(RecordKind::Events, &["date"])
        && !has(RecordKind::Scores, &["participant"])
    {
        Some(RecordKind::Cases)
    } else {
        None
    }
}

/// Returns the table with our names for the columns that have another. Where two columns could be the same one, the first
/// is; our own name goes first.
pub(super) fn translated(kind: RecordKind, grid: &Grid) -> Grid {
    let mut header = grid.header.clone();
    for names in names(kind) {
        let ours = |column: &&mut String| plain(column) == names.0;
        let theirs = |column: &&mut String| is_called(names, column);
        let own = header.iter_mut().find(ours).is_some();
        if let Some(column) = header.iter_mut().find(theirs).filter(|_| !own) {
            *column = names.0.to_owned();
        }
    }
    Grid { header, ..grid.clone() }
}

fn is_called((name, others): &Names, column: &str) -> bool {
    let column = plain(column);
    column == *name || others.contains(&column.as_str())
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace(['_', '-'], " ")
}
