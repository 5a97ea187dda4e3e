//! Cases, their variables, and the same cases as sets, for programs that know no cases.

use super::super::extras::{self, Lines};
use super::notes::text_name;
use super::project::Project;
use super::xml::{Value, day};
use crate::coded::{Reason, Thing};
use draad_core::{AttributeType, AttributeValue, Case};
use std::collections::BTreeMap;
use std::io::{self, Write};
use uuid::Uuid;

impl<'s, W: Write> Project<'_, 's, W> {
    /// Writes the attributes of cases as variables. What their values may be stands in the description.
    pub(super) fn write_variables(&mut self) -> io::Result<()> {
        let n = self.plan.variables.len();
        self.losses.written(Thing::Variables, n, n);
        if n == 0 {
            return Ok(());
        }
        self.xml.open("Variables", &[])?;
        for (&id, &guid) in &self.plan.variables {
            self.xml.about(Thing::Variables, id);
            let kind = self.plan.study.settings.attribute(id).map_or(AttributeType::Text, |one| one.kind);
            self.xml.open(
                "Variable",
                &[
                    ("guid", Some(Value::Guid(guid))),
                    ("name", Some(Value::Text(id))),
                    ("typeOfVariable", Some(Value::Text(type_name(kind)))),
                ],
            )?;
            let description = self.variable_description(id);
            self.xml.some_text("Description", &description)?;
            self.xml.close("Variable")?;
        }
        self.xml.close("Variables")
    }

    fn variable_description(&mut self, id: &str) -> String {
        let Some(attribute) = self.plan.study.settings.attribute(id) else { return String::new() };
        let mut lines = Lines::default();
        lines.put_some("name", attribute.label.get(self.plan.study.settings.language));
        let levels: Vec<&str> = attribute.levels.iter().map(|level| level.id.as_str()).collect();
        if !levels.is_empty() {
            lines.put("levels", &levels.join("; "));
            self.losses.change(Thing::Variables, id, Reason::InDescription, "", 1);
        }
        lines.into_text().unwrap_or_default()
    }

    /// Writes the cases, if there are any.
    pub(super) fn write_cases(&mut self) -> io::Result<()> {
        let n = self.plan.cases.len();
        self.losses.written(Thing::Cases, n, n);
        if n == 0 {
            return Ok(());
        }
        self.xml.open("Cases", &[])?;
        (0..n).try_for_each(|case| self.write_case(case))?;
        self.xml.close("Cases")
    }

    fn write_case(&mut self, place: usize) -> io::Result<()> {
        let plan = &self.plan.cases[place];
        let case = plan.case;
        self.xml.about(Thing::Cases, case.id.as_str());
        self.case_extras(case, plan.guid);
        let name = Value::Text(shown_name(case));
        self.xml.open("Case", &[("guid", Some(Value::Guid(plan.guid))), ("name", Some(name))])?;
        for (id, value) in &case.attributes {
            self.write_value(case, id.as_str(), value)?;
        }
        for &source in &plan.sources {
            self.xml.point("SourceRef", self.plan.sources[source].guid)?;
        }
        plan.parts.iter().try_for_each(|&part| self.xml.point("SelectionRef", part))?;
        self.xml.close("Case")
    }

    /// A case can point at no note, so its note says which case it is about.
    fn case_extras(&mut self, case: &Case, guid: Uuid) {
        let mut lines = Lines::default();
        lines.put("of", &text_name(guid));
        lines.put("id", case.id.as_str());
        if case.name.is_empty() {
            lines.put("name", "");
        }
        let is_unknown = |value: &AttributeValue| *value == AttributeValue::Unknown;
        let unknown = case.attributes.iter().filter(|(_, value)| is_unknown(value));
        let unknown: Vec<&str> = unknown.map(|(id, _)| id.as_str()).collect();
        lines.put_some("unknown", &unknown.join(";"));
        self.losses.change(Thing::Values, "", Reason::UnknownAsEmpty, "", unknown.len());
        self.notes.saying(extras::CASE, lines);
    }

    /// Writes a value, unless there is none; one that is known to be unknown is a reference without a value.
    fn write_value(&mut self, case: &Case, id: &'s str, value: &AttributeValue) -> io::Result<()> {
        let Some(&variable) = self.plan.variables.get(id).filter(|_| *value != AttributeValue::Empty) else {
            return Ok(());
        };
        let typed = typed(value);
        if typed.is_none() && *value != AttributeValue::Unknown {
            self.losses.lose(
                Thing::Values,
                &format!("{}, {id}", case.id),
                Reason::NoPlaceInFormat,
                &value.to_string(),
                1,
            );
            return Ok(());
        }
        self.losses.written(Thing::Values, 1, 1);
        self.xml.about(Thing::Variables, id);
        self.xml.open("VariableValue", &[])?;
        self.xml.point("VariableRef", variable)?;
        if let Some((element, text)) = typed {
            self.xml.text(element, &text)?;
        }
        self.xml.close("VariableValue")
    }

    /// Writes each case that has sources as a set of them.
    pub(super) fn write_sets(&mut self) -> io::Result<()> {
        let cases =
            || self.plan.cases.iter().filter(|plan| !(plan.sources.is_empty() && plan.shared.is_empty()));
        if cases().next().is_none() {
            return Ok(());
        }
        let mut n_called: BTreeMap<&str, usize> = BTreeMap::new();
        cases().for_each(|plan| *n_called.entry(shown_name(plan.case)).or_default() += 1);
        self.xml.open("Sets", &[])?;
        for plan in cases() {
            let called = shown_name(plan.case);
            let name = match n_called[called] {
                1 => format!("case: {called}"),
                _ => format!("case: {called} ({})", plan.case.id),
            };
            self.xml.about(Thing::Cases, plan.case.id.as_str());
            let guid = self.notes.guid(&format!("set case {}", plan.case.id));
            self.xml.open("Set", &[("guid", Some(Value::Guid(guid))), ("name", Some(Value::Text(&name)))])?;
            for &source in plan.sources.iter().chain(&plan.shared) {
                self.xml.point("MemberSource", self.plan.sources[source].guid)?;
            }
            self.xml.close("Set")?;
        }
        self.xml.close("Sets")
    }
}

fn shown_name(case: &Case) -> &str {
    if case.name.is_empty() { case.id.as_str() } else { &case.name }
}

fn type_name(kind: AttributeType) -> &'static str {
    match kind {
        AttributeType::Text | AttributeType::Choice => "Text",
        AttributeType::Integer => "Integer",
        AttributeType::Number => "Float",
        AttributeType::YesNo => "Boolean",
        AttributeType::Date => "Date",
    }
}

/// Returns the element of a value and its content; nothing where there is none, or none that the schema knows.
fn typed(value: &AttributeValue) -> Option<(&'static str, String)> {
    match value {
        AttributeValue::Empty | AttributeValue::Unknown => None,
        AttributeValue::Text(text) => Some(("TextValue", text.clone())),
        AttributeValue::Level(level) => Some(("TextValue", level.to_string())),
        AttributeValue::Integer(number) => Some(("IntegerValue", number.to_string())),
        AttributeValue::Number(number) => number.is_finite().then(|| ("FloatValue", number.to_string())),
        AttributeValue::YesNo(yes) => Some(("BooleanValue", yes.to_string())),
        AttributeValue::Date(date) => Some(("DateValue", day(*date)?)),
    }
}
