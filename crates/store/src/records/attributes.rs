//! Attributes of cases that a table has and the settings do not list.

use super::{Grid, RecordKind, headers};
use crate::table::cell_of;
use crate::tables::cases;
use draad_core::settings::Level;
use draad_core::{Attribute, AttributeId, AttributeType, Label, Problem, Settings};
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The most levels that a choice is thought to have.
const MAX_LEVELS: usize = 7;

/// Returns the attributes of a table of cases that the settings do not list, each with the narrowest type that fits its
/// values.
///
/// # Errors
/// `IdInvalid` for a column whose name cannot be that of an attribute.
pub fn new_attributes(settings: &Settings, grid: &Grid) -> Result<Vec<Attribute>, Problem> {
    let grid = headers::translated(RecordKind::Cases, grid);
    let unlisted = grid.header.iter().enumerate().filter(|(_, name)| {
        let is_own = ["", "case", "name"].contains(&name.trim().to_lowercase().as_str());
        !is_own && cases::attribute_called(settings, name).is_none()
    });
    unlisted
        .map(|(column, name)| {
            let values: Vec<&str> = grid
                .rows
                .iter()
                .filter_map(|(_, cells)| cells.get(column))
                .map(|cell| cell.trim())
                .filter(|cell| !cell.is_empty() && !is_unknown(cell))
                .collect();
            let id = AttributeId::new(name.trim()).ok_or_else(|| Problem::IdInvalid { id: name.clone() })?;
            Ok(attribute_of(id, &values))
        })
        .collect()
}

/// Makes an attribute of the narrowest type that fits all values.
fn attribute_of(id: AttributeId, values: &[&str]) -> Attribute {
    let kind = kind(values);
    let distinct: BTreeSet<&str> = values.iter().copied().collect();
    let level = |value: &str| Level { id: value.into(), label: Label::default() };
    let levels =
        if kind == AttributeType::Choice { distinct.into_iter().map(level).collect() } else { Vec::new() };
    Attribute { id, label: Label::default(), kind, levels, outcome: false }
}

fn kind(values: &[&str]) -> AttributeType {
    let all = |fits: &dyn Fn(&str) -> bool| !values.is_empty() && values.iter().all(|value| fits(value));
    // Not 0 and 1: numbers stay numbers.
    let is_word = |text: &str| text.parse::<f64>().is_err();
    if all(&|text| is_word(text) && cell_of("", text, &RefCell::default()).yes_no().is_ok()) {
        AttributeType::YesNo
    } else if all(&|text| text.parse::<i64>().is_ok()) {
        AttributeType::Integer
    } else if all(&|text| cell_of("", text, &RefCell::default()).number().is_ok()) {
        AttributeType::Number
    } else if all(&|text| cell_of("", text, &RefCell::default()).date().is_ok()) {
        AttributeType::Date
    } else if is_choice(values) {
        AttributeType::Choice
    } else {
        AttributeType::Text
    }
}

/// Returns whether values look like the levels of a choice: few, short, and each (on average) at least twice.
fn is_choice(values: &[&str]) -> bool {
    let distinct: BTreeSet<&str> = values.iter().copied().collect();
    let is_short = |value: &&str| value.chars().count() <= 40;
    (2..=MAX_LEVELS).contains(&distinct.len())
        && distinct.len() * 2 <= values.len()
        && distinct.iter().all(is_short)
}

fn is_unknown(text: &str) -> bool {
    cell_of("", text, &RefCell::default()).is_unknown()
}
