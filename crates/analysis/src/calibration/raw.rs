//! What is measured of a case before it becomes a membership.

use super::{Calibrated, of_number};
use crate::material::cases_read;
use crate::{CaseColumn, CasesByFactors, CellMeasure, Options, attribute, attribute::stated};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{
    Attribute, AttributeValue, Calibration, CodeId, Condition, ConditionMeasure, Filter, Method, Study,
};
use draad_measures::{Measured, Undefined};
use std::borrow::Cow;

/// Returns the measure of a cell that is calibrated.
fn measure(condition: &Condition) -> CellMeasure {
    match condition.measure {
        None | Some(ConditionMeasure::Passages) => CellMeasure::Passages,
        Some(ConditionMeasure::Sources) => CellMeasure::Sources,
        Some(ConditionMeasure::Chars) => CellMeasure::Chars,
        Some(ConditionMeasure::Coverage) => CellMeasure::Coverage,
    }
}

/// Returns the facts of a condition's codings, and the filter that belongs to them.
pub(super) fn of_condition<'f>(
    facts: &'f Facts,
    condition: &Condition,
    code: &CodeId,
    options: &Options,
) -> (Cow<'f, Facts>, Filter) {
    let mut facts = Cow::Borrowed(facts);
    if condition.valence.is_some() {
        facts.to_mut().codings.retain(|fact| fact.valence == condition.valence);
    }
    (facts, Filter { codes: vec![code.clone()], ..options.filter.clone() })
}

/// Returns the levels of a condition from 0 up: in the order that it gives, or else in that of the settings.
pub(super) fn levels(study: &Study, condition: &Condition, order: &[String]) -> Outcome<Vec<String>> {
    let Some(id) = condition.attribute.as_ref().filter(|_| order.is_empty()) else {
        return Ok(order.to_vec());
    };
    Ok(attribute::named(study, id)?.levels.iter().map(|level| level.id.to_string()).collect())
}

impl Calibrated {
    /// Measures the code in each case, as the table of cases by factors does.
    pub(super) fn by_code(
        &mut self,
        study: &Study,
        facts: &Facts,
        code: &CodeId,
        options: &Options,
    ) -> Outcome<()> {
        let (facts, filter) = of_condition(facts, &self.condition, code, options);
        let options = Options { filter, by: None, words: false, ..options.clone() };
        let table = CasesByFactors::from_facts(study, &facts, &options)?;
        let factor = table.factors.iter().position(|factor| factor.id == *code);
        let measure = measure(&self.condition);
        let is_read = cases_read(study, &facts);
        for row in &mut self.rows {
            let Some(column) = table.cases.iter().position(|column| column.id == row.id) else { continue };
            let raw = match factor {
                Some(factor) => measure.of(table.cell(0, factor, column)),
                None => without_codings(&table.cases[column]),
            };
            // where nobody looked, nothing is missing
            let is_sought = is_read[row.case as usize] || raw != Ok(0.0);
            let raw = if is_sought { raw } else { Err(Undefined::NotCoded) };
            row.raw = Some(raw);
            row.membership = raw.and_then(|raw| calibrated(&self.calibration, raw));
        }
        Ok(())
    }

    /// Takes the value of an attribute of each case.
    pub(super) fn by_attribute(&mut self, study: &Study, attribute: &Attribute) {
        let mut rows = std::mem::take(&mut self.rows);
        for row in &mut rows {
            let case = &study.cases[row.case as usize];
            let value = stated(case, &attribute.id);
            row.value = case.attributes.get(&attribute.id).cloned();
            row.raw = match value {
                Some(AttributeValue::Integer(number)) => Some(Ok(*number as f64)),
                Some(AttributeValue::Number(number)) => Some(Ok(*number)),
                _ => None,
            };
            row.membership = value.ok_or(Undefined::NotStated).and_then(|value| self.of_value(value));
        }
        self.rows = rows;
    }

    /// Returns the membership of a value of the attribute.
    fn of_value(&self, value: &AttributeValue) -> Measured {
        let flag = |is_so: bool| Ok(f64::from(u8::from(is_so)));
        match (self.condition.method, value) {
            (Method::Presence, AttributeValue::YesNo(yes)) => flag(*yes),
            (Method::Presence, AttributeValue::Level(level)) => {
                flag(self.condition.level.iter().any(|own| own == level.as_str()))
            }
            (Method::Levels, AttributeValue::Level(level)) => match &self.scale {
                super::Scale::MultiValue { levels } => {
                    let place = levels.iter().position(|known| known == level.as_str());
                    place.map(|place| place as f64).ok_or(Undefined::NotStated)
                }
                _ => Err(Undefined::NotStated),
            },
            (_, AttributeValue::Integer(number)) => calibrated(&self.calibration, *number as f64),
            (_, AttributeValue::Number(number)) => calibrated(&self.calibration, *number),
            _ => Err(Undefined::NotStated),
        }
    }
}

/// Returns the membership of a number.
fn calibrated(calibration: &Calibration, number: f64) -> Measured {
    of_number(calibration, number).ok_or(Undefined::NotStated)
}

/// Returns what is measured of a code that was coded nowhere, so that the table has no row for it.
fn without_codings(case: &CaseColumn) -> Measured {
    if case.n_chars == 0 { Err(Undefined::NoMaterial) } else { Ok(0.0) }
}
