//! `units`: the words, turn by turn.

use super::Selected;
use super::columns::Outgoing;
use draad_analysis::table::{ColumnKind, Value};
use draad_core::facts::{Places, Setting, SourcePlaces};
use draad_core::{CharOffset, CharSpan, Source, Study, Unit};
use std::collections::BTreeSet;

/// `units`: one row per unit; a source without units is one unit. With a filter those that hold material or codings that
/// pass, and of their cases those that pass.
pub(super) fn units(selected: &Selected) -> Outgoing {
    use ColumnKind::{Integer, Text, Time};
    let study = selected.study;
    let (places, taken) = (Places::new(study), taken(selected));
    let mut rows = Vec::new();
    for (source_idx, source) in (0u32..).zip(study.sources.values()) {
        let Some(of_source) = places.source(source_idx) else { continue };
        let known =
            if source.units.is_empty() { vec![None] } else { source.units.iter().map(Some).collect() };
        for (idx, unit) in (0u32..).zip(known) {
            let place = (source_idx, unit.map(|_| idx));
            if selected.filter.is_empty() || taken.contains(&place) {
                rows.push(row(selected, source, &of_source, idx, unit));
            }
        }
    }
    Outgoing::new("units", &["source", "unit"])
        .joining(&["source"], "sources")
        .said([("source", Text), ("unit", Integer)])
        .stored("units", ["start", "end", "kind", "speaker"])
        .said([("participant", Text), ("role", Text)])
        .stored("units", ["time"])
        .of_kind(Time)
        .said([("phase", Text)])
        .stored("units", ["page", "recording_start", "recording_end"])
        .said([("cases", Text), ("text", Text)])
        .with(rows)
}

/// Sources and units with material or codings that pass, as positions; no unit where a source has none.
fn taken(selected: &Selected) -> BTreeSet<(u32, Option<u32>)> {
    let facts = &selected.facts;
    let material = facts.material.iter().map(|material| (material.source, material.setting.unit));
    let coded = facts.codings.iter().map(|fact| (fact.source, fact.setting.unit));
    material.chain(coded).collect()
}

fn row(
    selected: &Selected,
    source: &Source,
    places: &SourcePlaces,
    idx: u32,
    unit: Option<&Unit>,
) -> Vec<Value> {
    let study = selected.study;
    let setting = places.setting(unit.map(|_| idx as usize));
    let whole = CharSpan { start: CharOffset(0), end: CharOffset(source.text.n_chars()) };
    let chars = unit.map_or(whole, |unit| source.text.char_span(unit.span));
    let text = unit.map_or(Some(source.text.as_str()), |unit| source.text.get(unit.span));
    let cases = places.cases_in(chars, setting).into_iter().map(|case| &study.cases[case as usize].id);
    let recording = unit.and_then(|unit| unit.recording);
    let kind = unit.map(|unit| unit.kind).unwrap_or_default();
    let (participant, role, phase) = who_and_when(study, setting);
    vec![
        Value::text(&source.id),
        (idx + 1).into(),
        chars.start.0.into(),
        chars.end.0.into(),
        Value::text(<&str>::from(kind)),
        unit.and_then(|unit| unit.speaker.clone()).into(),
        participant,
        role,
        unit.and_then(|unit| unit.time).into(),
        phase,
        unit.and_then(|unit| unit.page).into(),
        recording.map(|recording| recording.start.to_string()).into(),
        recording.and_then(|recording| recording.end).map(|end| end.to_string()).into(),
        Value::list(cases.filter(|case| selected.part.cases.contains_key(*case))),
        Value::words(text.unwrap_or_default()),
    ]
}

/// The participant who speaks, their role, and the phase.
fn who_and_when(study: &Study, setting: Setting) -> (Value, Value, Value) {
    let settings = &study.settings;
    (
        setting.speaker.map(|person| study.participants[person as usize].id.to_string()).into(),
        setting.role.map(|role| settings.roles[role as usize].id.to_string()).into(),
        setting.phase.map(|phase| settings.phases[phase as usize].id.to_string()).into(),
    )
}
