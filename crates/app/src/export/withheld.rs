//! Columns that may not leave the study.

use draad_core::archive::{LABELS_COLUMN, NAME_COLUMN};
use draad_core::{AttributeTest, AttributeValue, CaseId, Comparison, Filter, Source, Study};
use draad_ingest::coded::{Reason, Reconciliation, Thing};

/// The fewest digits of a number that can make somebody known; a shorter one stands everywhere.
const FEWEST_DIGITS: usize = 6;

/// Returns those of the columns named in `archive.withhold` that the study has: they are what stays behind.
pub(super) fn columns(study: &Study) -> impl Iterator<Item = &str> {
    let withhold = study.settings.archive.withhold.iter().map(String::as_str);
    withhold.filter(|column| study.can_withhold(column))
}

/// Takes the columns that may not leave it out of a study. Conditions and outcomes that such an attribute holds go with it.
pub(super) fn take_columns(study: &mut Study) {
    let withhold = std::mem::take(&mut study.settings.archive.withhold);
    let stays = |column: &str| !withhold.iter().any(|name| name == column);
    study.settings.attributes.retain(|attribute| stays(attribute.id.as_str()));
    for case in study.cases.values_mut() {
        case.attributes.retain(|id, _| stays(id.as_str()));
        if !stays(NAME_COLUMN) {
            case.name.clear();
        }
    }
    if !stays(LABELS_COLUMN) {
        name_speakers_by_id(study);
    }
    for person in study.participants.values_mut() {
        person.extra.retain(|column, _| stays(column));
        if !stays(NAME_COLUMN) {
            person.name.clear();
        }
        if !stays(LABELS_COLUMN) {
            person.labels.clear();
        }
    }
    for source in study.sources.values_mut() {
        source.extra.retain(|column, _| stays(column));
    }
}

/// Names every speaker whom the study knows by id instead of label, so that roles stay what they are without labels.
fn name_speakers_by_id(study: &mut Study) {
    let id_of = |label: &str, source: &Source| Some(study.speaker(label, source)?.id.to_string());
    let speakers = |source: &Source| -> Vec<Option<String>> {
        source.units.iter().map(|unit| id_of(unit.speaker.as_deref()?, source)).collect()
    };
    let by_source: Vec<Vec<Option<String>>> = study.sources.values().map(speakers).collect();
    for (source, speakers) in study.sources.values_mut().zip(by_source) {
        for (unit, speaker) in source.units.iter_mut().zip(speakers) {
            unit.speaker = speaker.or(unit.speaker.take());
        }
    }
}

/// Says for the loss report which columns stay behind.
pub(super) fn lose(study: &Study, left: &mut Reconciliation) {
    for column in columns(study) {
        left.lose(Thing::Values, column, Reason::Withheld, "");
    }
}

/// Returns a filter that keeps the same cases without naming an attribute that stays behind. Where it keeps none, its tests of
/// such an attribute ask for a value, which no case has any more: a list without cases would let all of them through.
pub(super) fn without_attributes(filter: &Filter, study: &Study) -> Filter {
    let withheld: Vec<&str> = columns(study).collect();
    let is_withheld = |test: &AttributeTest| withheld.contains(&test.attribute.as_str());
    if !filter.attributes.iter().any(is_withheld) {
        return filter.clone();
    }
    let taken = study.cases.values().filter(|case| filter.takes_case(case));
    let cases: Vec<CaseId> = taken.map(|case| case.id.clone()).collect();
    if !cases.is_empty() {
        return Filter { cases, attributes: Vec::new(), ..filter.clone() };
    }
    let mut none = filter.clone();
    for test in none.attributes.iter_mut().filter(|test| is_withheld(test)) {
        (test.comparison, test.value) = (Comparison::Equal, String::new());
    }
    none
}

/// Returns what stands in those columns, in words: it may stand nowhere in a package for an archive.
pub(super) fn values(study: &Study) -> Vec<String> {
    let withhold = &study.settings.archive.withhold;
    let stays = |column: &str| !withhold.iter().any(|name| name == column);
    let people = study.participants.values().map(|person| &person.extra);
    let extras = people.chain(study.sources.values().map(|source| &source.extra));
    let cells = extras.flat_map(|extra| withhold.iter().filter_map(|column| extra.get(column).cloned()));
    let attributes = study.cases.values().flat_map(|case| &case.attributes);
    let attributes = attributes.filter(|(id, _)| !stays(id.as_str())).filter_map(|(_, value)| said(value));
    let cases = study.cases.values().map(|case| &case.name);
    let names = cases.chain(study.participants.values().map(|person| &person.name));
    let names = names.filter(|_| !stays(NAME_COLUMN)).cloned();
    let labels = study.participants.values().flat_map(|person| &person.labels);
    let labels = labels.filter(|_| !stays(LABELS_COLUMN)).cloned();
    cells.chain(attributes).chain(names).chain(labels).filter(|text| !text.trim().is_empty()).collect()
}

/// A value as it would stand in a text, where it can make somebody known.
fn said(value: &AttributeValue) -> Option<String> {
    match value {
        AttributeValue::Text(text) => Some(text.clone()),
        AttributeValue::Integer(number) => {
            Some(number.to_string()).filter(|text| text.len() >= FEWEST_DIGITS)
        }
        AttributeValue::Date(day) => Some(day.to_string()),
        _ => None,
    }
}
