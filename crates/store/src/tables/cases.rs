//! `cases.csv`: its further columns are the attributes that the settings list.

use crate::log::Log;
use crate::table::{self, Cell, CellKind, Column, Row, Unknown, cell_of, column, required};
use draad_core::case::Extra;
use draad_core::filter::list;
use draad_core::{
    Attribute, AttributeId, AttributeType, AttributeValue, Case, CaseId, Place, Problem, Settings,
};
use indexmap::IndexMap;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A case as it stands in the table.
pub(crate) struct CaseRow {
    id: CaseId,
    name: String,
    attributes: Extra,
}

impl Row<2> for CaseRow {
    const COLUMNS: &'static [Column; 2] = &[
        required("case", CellKind::Id, "de casus", "the case"),
        column("name", CellKind::Text, "hoe mensen de casus noemen", "what people call the case"),
    ];
    const UNKNOWN: Unknown = Unknown::Kept;

    fn read([id, name]: [Cell<'_>; 2], attributes: Extra) -> Option<Self> {
        Some(Self { id: id.id()?, name: name.text(), attributes })
    }

    fn write(&self) -> [String; 2] {
        [self.id.to_string(), self.name.clone()]
    }

    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Borrowed(&self.attributes)
    }
}

/// Reads the cases. An attribute that cannot be read is reported and left empty; one that the settings do not list is
/// kept as text, with a warning.
pub(crate) fn read(log: &mut Log, path: &str, bytes: Vec<u8>, settings: &Settings) -> Vec<(u32, Case)> {
    let rows = table::read::<CaseRow, 2>(log, path, bytes);
    if let Some((_, first)) = rows.first() {
        check_columns(log, path, settings, &first.attributes);
    }
    rows.into_iter().map(|(line, row)| (line, typed(log, &Place::line(path, line), settings, row))).collect()
}

fn check_columns(log: &mut Log, path: &str, settings: &Settings, found: &Extra) {
    let place = |column: &str| Place::line(path, 1).column(column);
    for attribute in &settings.attributes {
        if !found.keys().any(|column| is_called(attribute, column)) {
            let column = attribute.id.to_string();
            log.warn(Place::line(path, 1), Problem::ColumnMissing { column });
        }
    }
    for column in found.keys() {
        if settings.attributes.iter().any(|attribute| is_called(attribute, column)) {
            continue;
        }
        if AttributeId::new(column).is_none() {
            let id = column.clone();
            log.lost(place(column), Problem::IdInvalid { id });
            continue;
        }
        let problem = Problem::UnknownAttribute {
            attribute: column.clone(),
            known: list(settings.attributes.iter().map(|attribute| &attribute.id)),
        };
        log.warn(place(column), problem);
    }
}

fn is_called(attribute: &Attribute, column: &str) -> bool {
    attribute.id.as_str().to_lowercase() == column.to_lowercase()
}

/// Returns the attribute that a column of a table from elsewhere is, whatever its capitals: by its id, or else by a label
/// that no other attribute has.
pub(crate) fn attribute_called<'s>(settings: &'s Settings, column: &str) -> Option<&'s Attribute> {
    let mut labelled = settings.attributes.iter().filter(|attribute| attribute.label.is(column));
    let by_label = labelled.next().filter(|_| labelled.next().is_none());
    settings.attributes.iter().find(|attribute| is_called(attribute, column)).or(by_label)
}

/// Returns the case of a row whose values have been read before.
pub(crate) fn untyped(settings: &Settings, row: CaseRow) -> Case {
    typed(&mut Log::default(), &Place::default(), settings, row)
}

/// Returns the case of a row; what cannot be read is reported and left empty.
pub(crate) fn typed(log: &mut Log, place: &Place, settings: &Settings, mut row: CaseRow) -> Case {
    let reports = RefCell::default();
    let mut attributes = IndexMap::new();
    for attribute in &settings.attributes {
        let column = row.attributes.keys().find(|column| is_called(attribute, column)).cloned();
        let text = column.and_then(|column| row.attributes.remove(&column)).unwrap_or_default();
        let cell = cell_of(attribute.id.as_str(), &text, &reports);
        attributes.insert(attribute.id.clone(), value(cell, attribute));
    }
    for (column, text) in &row.attributes {
        if let Some(id) = AttributeId::new(column) {
            attributes.insert(id, text_value(cell_of(column, text, &reports)));
        }
    }
    for (column, problem) in reports.into_inner() {
        log.lost(place.clone().column(column), problem);
    }
    Case { id: row.id, name: row.name, attributes }
}

fn text_value(cell: Cell<'_>) -> AttributeValue {
    if cell.is_blank() {
        AttributeValue::Empty
    } else if cell.is_unknown() {
        AttributeValue::Unknown
    } else {
        AttributeValue::Text(cell.text())
    }
}

fn value(cell: Cell<'_>, attribute: &Attribute) -> AttributeValue {
    let is_level = attribute.levels.iter().any(|level| level.id == cell.text.trim());
    if cell.is_blank() || (cell.is_unknown() && !is_level) {
        return text_value(cell);
    }
    let integer = |text: &str| text.parse().ok();
    let level = |text: &str| {
        let matches = |level: &&draad_core::settings::Level| level.id.to_lowercase() == text.to_lowercase();
        attribute.levels.iter().find(matches).map(|level| level.id.clone())
    };
    let read = match attribute.kind {
        AttributeType::Text => Ok(Some(AttributeValue::Text(cell.text()))),
        AttributeType::Integer => cell.read("12", integer).map(|n| n.map(AttributeValue::Integer)),
        AttributeType::Number => cell.number().map(|n| n.map(AttributeValue::Number)),
        AttributeType::YesNo => cell.yes_no().map(|yes| yes.map(AttributeValue::YesNo)),
        AttributeType::Date => cell.date().map(|date| date.map(AttributeValue::Date)),
        AttributeType::Choice => {
            let expected = list(attribute.levels.iter().map(|level| &level.id));
            cell.read(&expected, level).map(|level| level.map(AttributeValue::Level))
        }
    };
    read.unwrap_or_default().unwrap_or(AttributeValue::Empty)
}

/// Writes the cases: the attributes in the order of the settings, then those that the settings do not list, sorted.
pub(crate) fn write<'a>(cases: impl IntoIterator<Item = &'a Case>, settings: &Settings) -> Vec<u8> {
    let rows: Vec<CaseRow> = cases.into_iter().map(row).collect();
    let listed: Vec<String> = settings.attributes.iter().map(|attribute| attribute.id.to_string()).collect();
    let others: BTreeSet<&String> =
        rows.iter().flat_map(|row| row.attributes.keys()).filter(|name| !listed.contains(name)).collect();
    let names: Vec<String> = listed.iter().chain(others).cloned().collect();
    table::write_with_extra(&rows, &names)
}

/// Returns the row of a case.
pub(crate) fn row(case: &Case) -> CaseRow {
    let cell = |(id, value): (&AttributeId, &AttributeValue)| (id.to_string(), value.to_string());
    CaseRow {
        id: case.id.clone(),
        name: case.name.clone(),
        attributes: case.attributes.iter().map(cell).collect(),
    }
}
