//! Conditions and memberships as people read them.

use super::{CaseEvidence, Evidence, method};
use crate::Project;
use crate::show::{Section, View, basis_note, because, k_of_n, open_cell, reasons};
use draad_analysis::{Basis, Calibrated, CalibratedCase, Scale};
use draad_core::{CoderPolicy, Membership};
use draad_measures::Measured;
use draad_words::Words;

/// Most decimals of a membership or measure.
const DECIMALS: usize = 3;

/// All conditions, a row each.
pub(super) fn list(project: &Project, all: &[Calibrated], basis: &Basis) -> View {
    let words = &project.words;
    let row = |one: &Calibrated| {
        vec![
            one.condition.name.to_string(),
            one.condition.label.get(words.language).to_owned(),
            k_of_n(words, (one.n_known(), one.rows.len())),
            method::rests_on(project, &one.condition),
            method::method(project, one),
        ]
    };
    let rows = all.iter().map(row).collect();
    let mut notes = vec![words.say("calibrate-list-note")];
    notes.extend(all.first().map(|one| {
        let condition = one.condition.name.to_string();
        words.say_with("calibrate-open", [("condition", condition.into())])
    }));
    notes.push(basis_note(project, basis));
    View {
        part: "conditions",
        header: ["condition", "label", "cases", "rests-on", "method"].map(|key| head(words, key)).to_vec(),
        n_left: 2,
        n_prose: 2,
        sections: vec![Section { title: String::new(), rows }],
        notes,
        ..View::default()
    }
}

/// One condition: its memberships, and the values that people give, where they do.
pub(super) fn one(project: &Project, calibrated: &Calibrated) -> Vec<View> {
    match calibrated.condition.is_scored() {
        true => vec![values(project, calibrated), scored(project, calibrated)],
        false => vec![computed(project, calibrated)],
    }
}

/// The values with their definitions.
fn values(project: &Project, calibrated: &Calibrated) -> View {
    let words = &project.words;
    let row = |anchor: &draad_core::condition::AnchorValue| {
        let n = calibrated.rows.iter().filter(|row| row.membership == Ok(anchor.value)).count();
        vec![
            figure(words, anchor.value),
            anchor.label.get(words.language).to_owned(),
            words.whole(n as u64),
            anchor.definition.clone(),
        ]
    };
    let rows = calibrated.condition.value.iter().map(row).collect();
    View {
        part: "values",
        title: title(project, calibrated),
        header: ["value", "label", "cases", "definition"].map(|key| head(words, key)).to_vec(),
        n_left: 2,
        n_prose: 1,
        sections: vec![Section { title: String::new(), rows }],
        ..View::default()
    }
}

/// The cases with the scores that people gave, a row per score.
fn scored(project: &Project, calibrated: &Calibrated) -> View {
    let words = &project.words;
    let rows = calibrated.rows.iter().flat_map(|row| score_rows(words, row)).collect();
    let header = ["case", "membership", "passages", "coder", "created"].map(|key| head(words, key));
    View {
        part: "calibration",
        // below the last stands why there is no score; why there is one stands with the passages
        header: header.into_iter().chain([String::new()]).collect(),
        n_left: 1,
        n_prose: 3,
        sections: vec![Section { title: String::new(), rows }],
        notes: scored_notes(project, calibrated),
        ..View::default()
    }
}

/// The scores of a case, or why there are none. Values on which people do not agree stand in parentheses.
fn score_rows(words: &Words, row: &CalibratedCase) -> Vec<Vec<String>> {
    if row.scores.is_empty() {
        let cells = [row.id.to_string(), "–".to_owned(), String::new(), String::new(), String::new()];
        return vec![[&cells[..], &[because_of(words, row.membership)]].concat()];
    }
    let shown = |place: usize, value: f64| match row.membership {
        Ok(_) if place > 0 => String::new(),
        Ok(_) => figure(words, value),
        Err(_) => format!("({})", figure(words, value)),
    };
    let scores = row.scores.iter().enumerate();
    scores
        .map(|(place, score)| {
            vec![
                if place == 0 { row.id.to_string() } else { String::new() },
                shown(place, score.value),
                words.whole(score.passages.len() as u64),
                score.coder.to_string(),
                day(words, score),
                String::new(),
            ]
        })
        .collect()
}

/// Returns the day of a score, in words.
pub fn day(words: &Words, score: &Membership) -> String {
    words.day(score.created.to_zoned(jiff::tz::TimeZone::UTC).date())
}

fn scored_notes(project: &Project, calibrated: &Calibrated) -> Vec<String> {
    let words = &project.words;
    let layer = match &project.study().settings.coder_policy {
        CoderPolicy::All => String::new(),
        CoderPolicy::One { coder } | CoderPolicy::Adjudicated { coder } => coder.to_string(),
    };
    let mut notes = vec![match &project.study().settings.coder_policy {
        CoderPolicy::All => words.say("calibrate-counts-all"),
        CoderPolicy::One { .. } => words.say_with("calibrate-counts-one", [("coder", layer.into())]),
        CoderPolicy::Adjudicated { .. } => {
            words.say_with("calibrate-counts-layer", [("coder", layer.into())])
        }
    }];
    let n_earlier: usize = calibrated.rows.iter().map(|row| row.earlier.len()).sum();
    if n_earlier > 0 {
        let condition = calibrated.condition.name.to_string();
        let args = [("n", n_earlier.into()), ("condition", condition.into())];
        notes.push(words.say_with("calibrate-earlier", args));
    }
    notes.extend(shared_notes(project, calibrated));
    notes
}

/// The cases with what was measured.
fn computed(project: &Project, calibrated: &Calibrated) -> View {
    let words = &project.words;
    let attribute = method::attribute(project, &calibrated.condition);
    let measured = |row: &CalibratedCase| match (attribute, &row.value, row.raw) {
        (Some(attribute), Some(value), _) => words.value(attribute, value),
        (_, _, Some(Ok(raw))) => figure(words, raw),
        _ => "–".to_owned(),
    };
    let row = |row: &CalibratedCase| {
        let cells = [row.id.to_string(), measured(row), membership(words, row.membership)];
        [&cells[..], &[because_of(words, row.membership)]].concat()
    };
    let mut notes = vec![method::definition(project, calibrated)];
    notes.extend(open_note(project, calibrated));
    notes.extend(shared_notes(project, calibrated));
    let measure = match calibrated.condition.code {
        Some(_) => method::measure(words, &calibrated.condition),
        None => attribute.map_or(String::new(), |attribute| attribute.name(words.language)),
    };
    View {
        part: "calibration",
        title: title(project, calibrated),
        header: vec![head(words, "case"), measure, head(words, "membership"), String::new()],
        n_left: 1,
        n_prose: 1,
        sections: vec![Section { title: String::new(), rows: calibrated.rows.iter().map(row).collect() }],
        notes,
    }
}

/// Returns the case, its membership and who gave it, as the heading of the passages behind it.
pub fn heading(words: &Words, case: &CaseEvidence, evidence: &Evidence) -> String {
    match &evidence.score {
        Some(score) => {
            let args = [
                ("case", case.case.to_string().into()),
                ("value", figure(words, score.value).into()),
                ("coder", score.coder.to_string().into()),
                ("day", day(words, score).into()),
            ];
            words.say_with("calibrate-evidence-scored", args)
        }
        None => {
            let membership = membership(words, case.membership);
            let args = [("case", case.case.to_string().into()), ("membership", membership.into())];
            words.say_with("calibrate-evidence-computed", args)
        }
    }
}

/// What is said under every condition.
fn shared_notes(project: &Project, calibrated: &Calibrated) -> Vec<String> {
    let words = &project.words;
    let mut notes = Vec::new();
    if !calibrated.condition.note.trim().is_empty() {
        notes.push(calibrated.condition.note.trim().to_owned());
    }
    let is_half = |row: &&CalibratedCase| row.membership == Ok(0.5) && calibrated.scale == Scale::Fuzzy;
    let halves: Vec<String> = calibrated.rows.iter().filter(is_half).map(|row| row.id.to_string()).collect();
    if !halves.is_empty() {
        notes.push(words.say_with("calibrate-half", [("cases", halves.join(", ").into())]));
    }
    notes.extend(reasons(words, calibrated.rows.iter().filter_map(|row| row.membership.err())));
    notes.push(basis_note(project, &calibrated.basis));
    notes
}

/// How to open a number: that of the first case in which the code was found.
fn open_note(project: &Project, calibrated: &Calibrated) -> Option<String> {
    let condition = &calibrated.condition;
    let code = condition.code.as_ref()?;
    let row = calibrated.rows.iter().find(|row| matches!(row.raw, Some(Ok(raw)) if raw > 0.0))?;
    let valence =
        condition.valence.map_or(String::new(), |valence| format!(",valence={}", <&str>::from(valence)));
    Some(open_cell(&project.words, format!("draad table --cell {},{code}{valence}", row.id)))
}

fn title(project: &Project, calibrated: &Calibrated) -> String {
    let condition = &calibrated.condition;
    let name = match condition.label.get(project.words.language) {
        "" => condition.name.to_string(),
        label => format!("{label} ({})", condition.name),
    };
    let args = [
        ("condition", name.into()),
        ("known", calibrated.n_known().into()),
        ("all", calibrated.rows.len().into()),
    ];
    project.words.say_with("calibrate-title", args)
}

fn head(words: &Words, key: &str) -> String {
    words.say(&format!("calibrate-column-{key}"))
}

/// A membership, or a dash.
fn membership(words: &Words, membership: Measured) -> String {
    membership.map_or_else(|_| "–".to_owned(), |value| figure(words, value))
}

/// Why there is no membership; empty where there is one.
fn because_of(words: &Words, membership: Measured) -> String {
    membership.err().map_or(String::new(), |reason| because(words, reason))
}

/// Returns a number with the decimals that it has, three at most; one that has more shows three, so that .4996 is no .5.
pub fn figure(words: &Words, number: f64) -> String {
    let written = format!("{}", number.abs());
    let n_decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if n_decimals == 0 && (0.0..1e15).contains(&number) {
        return words.whole(number as u64);
    }
    words.number(number, n_decimals.min(DECIMALS))
}
