//! `codings`, `coding_cases` and `passages`.

use super::Selected;
use super::columns::Outgoing;
use draad_analysis::Passage;
use draad_analysis::table::{ColumnKind, Value};
use draad_core::facts::{Fact, Facts, Places, Setting};
use draad_core::{Coding, Filter, Source, Study, Valence};
use std::collections::{BTreeMap, BTreeSet};

/// What tells a coding from all others.
const KEY: &[&str] = &["coder", "source", "coding"];

/// `codings`: one row per coding. Without a filter all codings of the study, also those that its own tables do not count;
/// else those that pass.
pub(super) fn codings(selected: &Selected) -> Outgoing {
    use ColumnKind::{Day, Integer, Moment, Text, YesNo};
    let study = selected.study;
    let cases = cases_of_codings(selected);
    let counted: BTreeSet<u32> =
        Facts::new(study, &Filter::default()).codings.iter().map(|fact| fact.coding).collect();
    let places = Places::new(study);
    let taken = |coding: &u32| selected.filter.is_empty() || cases.contains_key(coding);
    let rows = (0u32..).zip(&study.codings).filter(|(coding, _)| taken(coding)).map(|(idx, coding)| {
        let whole = Setting::default();
        let source = study.sources.get_full(&coding.source);
        let setting = source.and_then(|(place, _, source)| {
            let unit = coding.target.span().and_then(|span| source.unit_of(span));
            Some(places.source(place as u32)?.setting(unit))
        });
        let source = source.map(|(_, _, source)| source);
        let mut row = own_cells(study, coding, source);
        row.push(Value::list(
            cases.get(&idx).into_iter().flatten().map(|&case| &study.cases[case as usize].id),
        ));
        row.push(counted.contains(&idx).into());
        row.extend(place_cells(study, coding, source, setting.unwrap_or(whole)));
        row
    });
    let rows: Vec<_> = rows.collect();
    Outgoing::new("codings", KEY)
        .joining(&["source"], "sources")
        .joining(&["code"], "codebook")
        .said([("coder", Text), ("source", Text), ("coding", Text)])
        .stored("codings", ["code", "start", "end", "valence"])
        .said([("valence_effective", Text)])
        .stored("codings", ["weight", "quote", "memo"])
        .stored("codings", ["created"])
        .of_kind(Moment)
        .stored("codings", ["modified"])
        .of_kind(Moment)
        .said([("cases", Text), ("counted", YesNo), ("unit", Integer), ("speaker", Text)])
        .said([("participant", Text), ("role", Text), ("asks", YesNo), ("phase", Text), ("kind", Text)])
        .said([("source_date", Day)])
        .with(rows)
}

/// Per coding of the selection the cases it belongs to, both as positions.
fn cases_of_codings(selected: &Selected) -> BTreeMap<u32, Vec<u32>> {
    let mut cases: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for fact in &selected.facts.codings {
        cases.entry(fact.coding).or_default().push(fact.case);
    }
    cases
}

/// What the coding itself says.
fn own_cells(study: &Study, coding: &Coding, source: Option<&Source>) -> Vec<Value> {
    let chars = coding.target.span().zip(source).map(|(span, source)| source.text.char_span(span));
    let effective = coding.valence.or_else(|| study.codebook.get(&coding.code)?.valence);
    vec![
        Value::text(&coding.coder),
        Value::text(&coding.source),
        Value::text(&coding.id),
        Value::text(&coding.code),
        chars.map(|chars| chars.start.0).into(),
        chars.map(|chars| chars.end.0).into(),
        word(coding.valence),
        word(effective),
        coding.weight.map(u32::from).into(),
        Value::words(&coding.quote),
        Value::words(&coding.memo),
        coding.created.into(),
        coding.modified.into(),
    ]
}

/// What its place says.
fn place_cells(study: &Study, coding: &Coding, source: Option<&Source>, setting: Setting) -> Vec<Value> {
    let settings = &study.settings;
    let unit = setting.unit.map(|unit| unit as usize);
    let label = source.zip(unit).and_then(|(source, unit)| source.units.get(unit)?.speaker.clone());
    // a source without units is one unit
    let is_only_unit = coding.target.span().is_some() && source.is_some_and(|source| source.units.is_empty());
    vec![
        unit.map(|unit| unit + 1).or(is_only_unit.then_some(1)).into(),
        label.into(),
        setting.speaker.map(|person| study.participants[person as usize].id.to_string()).into(),
        setting.role.map(|role| settings.roles[role as usize].id.to_string()).into(),
        setting.asks(study).into(),
        setting.phase.map(|phase| settings.phases[phase as usize].id.to_string()).into(),
        source.map(|source| source.kind.to_string()).into(),
        source.and_then(|source| source.date).into(),
    ]
}

fn word(valence: Option<Valence>) -> Value {
    valence.map_or(Value::Nothing, |valence| Value::text(<&str>::from(valence)))
}

/// `coding_cases`: one row per coding and case to which it belongs, case by case.
pub(super) fn coding_cases(selected: &Selected, passages: &[Passage]) -> Outgoing {
    let study = selected.study;
    let mut passage_of: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for (number, passage) in (1..).zip(passages) {
        passage_of.extend(passage.codings.iter().map(|&coding| ((coding, passage.case.as_str()), number)));
    }
    let mut facts: Vec<&Fact> = selected.facts.codings.iter().collect();
    facts.sort_by_key(|fact| fact.case); // stays in the order of sources and places
    let rows = facts.into_iter().map(|fact| {
        let (coding, case) = (&study.codings[fact.coding as usize], &study.cases[fact.case as usize].id);
        let passage = passage_of.get(&(fact.coding as usize, case.as_str())).copied();
        let key = [Value::text(&coding.coder), Value::text(&coding.source), Value::text(&coding.id)];
        key.into_iter().chain([Value::text(case), passage.into()]).collect()
    });
    use ColumnKind::{Integer, Text};
    Outgoing::new("coding_cases", &["coder", "source", "coding", "case"])
        .joining(KEY, "codings")
        .joining(&["case"], "cases")
        .joining(&["passage"], "passages")
        .said([("coder", Text), ("source", Text), ("coding", Text), ("case", Text), ("passage", Integer)])
        .with(rows)
}

/// `passages`: one row per passage, each code by itself.
pub(super) fn passages(passages: &[Passage]) -> Outgoing {
    use ColumnKind::{Integer, Text};
    let rows = (1usize..).zip(passages).map(|(number, passage)| {
        let original = passage.original;
        vec![
            number.into(),
            Value::text(&passage.case),
            Value::text(&passage.factor),
            Value::text(&passage.source),
            passage.chars.map(|chars| chars.start.0).into(),
            passage.chars.map(|chars| chars.end.0).into(),
            passage.codings.len().into(),
            Value::list(passage.valences.iter().map(|valence| <&str>::from(*valence))),
            passage.speaker.clone().into(),
            passage.role.as_ref().map(ToString::to_string).into(),
            passage.phase.as_ref().map(ToString::to_string).into(),
            passage.date.clone().into(),
            original.page.into(),
            original.recording_start.map(|moment| moment.to_string()).into(),
            Value::words(&passage.text),
        ]
    });
    Outgoing::new("passages", &["passage"])
        .joining(&["case"], "cases")
        .joining(&["code"], "codebook")
        .joining(&["source"], "sources")
        .said([("passage", Integer), ("case", Text), ("code", Text), ("source", Text), ("start", Integer)])
        .said([("end", Integer), ("codings", Integer), ("valences", Text), ("speaker", Text), ("role", Text)])
        .said([("phase", Text), ("date", Text), ("page", Integer), ("recording_start", Text), ("text", Text)])
        .with(rows)
}
