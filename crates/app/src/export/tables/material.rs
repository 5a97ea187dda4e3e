//! `units`: the words, turn by turn; `material`: which of them are whose, as stretches; `texts`: all that a source says.

use super::Selected;
use super::columns::Outgoing;
use draad_analysis::table::{ColumnKind, Value};
use draad_core::facts::{Material, Places, Setting, SourcePlaces};
use draad_core::{CharOffset, CharSpan, Source, Study, Unit};
use std::collections::BTreeSet;

/// `units`: one row per unit; a source without units is one unit. With a filter those that hold material or codings that
/// pass, and of their cases those that pass.
pub(super) fn units(selected: &Selected) -> Outgoing {
    use ColumnKind::{Integer, Text, Time, YesNo};
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
        .said([("participant", Text), ("role", Text), ("asks", YesNo)])
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
    let [participant, role, phase] = who_and_when(study, setting);
    vec![
        Value::text(&source.id),
        (idx + 1).into(),
        chars.start.0.into(),
        chars.end.0.into(),
        Value::text(<&str>::from(kind)),
        unit.and_then(|unit| unit.speaker.clone()).into(),
        participant,
        role,
        setting.asks(study).into(),
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
fn who_and_when(study: &Study, setting: Setting) -> [Value; 3] {
    let settings = &study.settings;
    [
        setting.speaker.map(|person| study.participants[person as usize].id.to_string()).into(),
        setting.role.map(|role| settings.roles[role as usize].id.to_string()).into(),
        setting.phase.map(|phase| settings.phases[phase as usize].id.to_string()).into(),
    ]
}

/// `material`: one row per case and stretch in which something of it could have been found. Stretches of a case do not
/// overlap.
pub(super) fn material(selected: &Selected) -> Outgoing {
    use ColumnKind::{Integer, Text, YesNo};
    let (study, facts) = (selected.study, &selected.facts);
    let sought: BTreeSet<u32> = facts.readings.iter().map(|reading| reading.source).collect();
    let row = |material: &Material| {
        let source = &study.sources[material.source as usize];
        let setting = material.setting;
        let [participant, role, phase] = who_and_when(study, setting);
        vec![
            Value::text(&study.cases[material.case as usize].id),
            Value::text(&source.id),
            setting.unit.map_or(1, |unit| unit + 1).into(),
            material.chars.start.0.into(),
            material.chars.end.0.into(),
            participant,
            role,
            setting.asks(study).into(),
            phase,
            Value::text(&source.kind),
            sought.contains(&material.source).into(),
        ]
    };
    let mut material: Vec<&Material> = facts.material.iter().collect();
    material.sort_by_key(|material| material.case); // stays in the order of sources and places
    Outgoing::new("material", &["case", "source", "start"])
        .joining(&["case"], "cases")
        .joining(&["source"], "sources")
        .joining(&["source", "unit"], "units")
        .said([("case", Text), ("source", Text), ("unit", Integer), ("start", Integer), ("end", Integer)])
        .said([("participant", Text), ("role", Text), ("asks", YesNo), ("phase", Text), ("kind", Text)])
        .said([("sought", YesNo)])
        .with(material.into_iter().map(row))
}

/// `texts`: the whole text of each source, in which positions count.
pub(super) fn texts(study: &Study) -> Outgoing {
    use ColumnKind::Text;
    let known =
        |source: &Source| Value::list(source.cases.iter().filter(|case| study.cases.contains_key(*case)));
    let row =
        |source: &Source| vec![Value::text(&source.id), known(source), Value::words(source.text.as_str())];
    Outgoing::new("texts", &["source"])
        .joining(&["source"], "sources")
        .said([("source", Text), ("cases", Text), ("text", Text)])
        .with(study.sources.values().map(row))
}
