//! Variables: those of cases become attributes of the study, those of sources further columns of `sources.csv`.

use super::cases::is_attribute;
use super::names::{Names, slug};
use super::own;
use super::work::{Work, label};
use draad_core::id::folded;
use draad_core::settings::Level;
use draad_core::{Attribute, AttributeId, AttributeType, AttributeValue, CaseId};
use draad_ingest::coded::{Reason, Thing, Variable};
use draad_store::{ProjectPart, ProjectUse};
use std::collections::BTreeSet;

/// Columns of `cases.csv` that are no attributes.
const CASE_COLUMNS: [&str; 2] = ["case", "name"];
/// Columns of `sources.csv` that mean something to the tool.
pub(super) const SOURCE_COLUMNS: [&str; 10] = [
    "source",
    "cases",
    "kind",
    "date",
    "phase",
    "participants",
    "text_hash",
    "origin_file",
    "origin_hash",
    "reading",
];

impl Work<'_> {
    pub(super) fn take_variables(&mut self) {
        let listed = self.study.settings.attributes.iter().map(|attribute| attribute.id.as_str());
        let mut names = Names::of(listed.chain(CASE_COLUMNS));
        let cases = self.project.cases.iter().flat_map(|case| &case.values);
        let of_cases: BTreeSet<usize> = cases.map(|(variable, _)| *variable).collect();
        let sources = self.project.sources.iter().flat_map(|source| &source.values);
        let of_sources: BTreeSet<usize> = sources.map(|(variable, _)| *variable).collect();
        for (idx, variable) in self.project.variables.iter().enumerate() {
            let is_of_sources = of_sources.contains(&idx) && !of_cases.contains(&idx);
            let id = self.variable(idx, variable, is_of_sources, &mut names);
            self.variables.push(id);
        }
        for idx in 0..self.project.cases.len() {
            self.take_case_values(idx);
        }
        for idx in 0..self.project.sources.len() {
            self.take_source_values(idx);
        }
    }

    fn variable(
        &mut self,
        idx: usize,
        variable: &Variable,
        is_of_sources: bool,
        names: &mut Names,
    ) -> Option<AttributeId> {
        let wish = self.wish(ProjectPart::Variable, idx);
        if wish.part_use == Some(ProjectUse::LeaveOut) {
            self.left_out(Thing::Variables, &variable.name);
            return None;
        }
        let by_guid = self.known("attribute", variable.guid).and_then(AttributeId::new);
        let settings = &self.study.settings;
        let by_name = || settings.attributes.iter().find(|known| is_attribute(known, &variable.name));
        let by_name = || by_name().map(|known| known.id.clone());
        let id = AttributeId::new(&wish.target).or(by_guid).or_else(by_name).unwrap_or_else(|| {
            let name = slug(&variable.name).replace('-', "_");
            let free = if is_of_sources { column(&name) } else { names.free(&[&name], "attribute") };
            AttributeId::new(&free).expect("free names are valid")
        });
        if !is_of_sources && settings.attribute(id.as_str()).is_none() {
            let new = self.attribute(&id, idx, variable);
            self.study.settings.attributes.push(new.clone());
            self.touched.attributes.push(new);
            self.touched.has_cases = true;
        }
        names.take(id.as_str());
        self.identify(variable.guid, || format!("attribute {id}"));
        match is_of_sources {
            true => {
                self.ledger.change(Thing::Variables, &variable.name, Reason::ColumnOfSources, id.as_str())
            }
            false => self.ledger.keep(Thing::Variables, &variable.name, id.as_str()),
        }
        Some(id)
    }

    /// Makes an attribute. Where one of its values is not of its kind it holds text, so that none is lost.
    fn attribute(&self, id: &AttributeId, idx: usize, variable: &Variable) -> Attribute {
        let values = self.project.cases.iter().flat_map(|case| &case.values);
        let values: BTreeSet<&str> = values
            .filter(|(of, _)| *of == idx)
            .map(|(_, value)| value.trim())
            .filter(|v| !v.is_empty())
            .collect();
        let name = variable.name.trim();
        let mut attribute = Attribute {
            id: id.clone(),
            label: if name == id.as_str() { Default::default() } else { label(&self.study.settings, name) },
            kind: variable.kind,
            levels: Vec::new(),
            outcome: false,
        };
        if variable.kind == AttributeType::Choice {
            let level = |value: &&str| Level { id: (*value).into(), label: Default::default() };
            attribute.levels = values.iter().map(level).collect();
        }
        if !values.iter().all(|value| typed(&attribute, value).is_some()) {
            (attribute.kind, attribute.levels) = (AttributeType::Text, Vec::new());
        }
        attribute
    }

    fn take_case_values(&mut self, idx: usize) {
        let case = &self.project.cases[idx];
        let Some(id) = self.cases[idx].clone() else {
            case.values.iter().for_each(|value| self.value_without(value, &case.name));
            return;
        };
        for attribute in own::list::<AttributeId>(&case.fields, "unknown").unwrap_or_default() {
            self.take_case_value(&id, &attribute, "unknown");
        }
        for value in &case.values {
            let (variable, text) = value;
            let Some(attribute) = self.variables.get(*variable).cloned().flatten() else {
                self.value_without(value, &case.name);
                continue;
            };
            self.take_case_value(&id, &attribute, text);
        }
    }

    fn value_without(&mut self, (_, text): &(usize, String), owner: &str) {
        self.ledger.lose(Thing::Values, owner, Reason::OwnerDropped, text.as_str());
    }

    /// Gives a case a value, unless the study says something else.
    pub(super) fn take_case_value(&mut self, case: &CaseId, id: &AttributeId, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let Some(attribute) = self.study.settings.attribute(id.as_str()) else { return };
        let name = format!("{case} · {id}");
        let Some(value) = typed(attribute, text) else {
            self.ledger.lose(Thing::Values, name, Reason::NotOfType, text);
            return;
        };
        let Some(known) = self.study.cases.get_mut(case) else { return };
        let own = known.attributes.entry(id.clone()).or_insert(AttributeValue::Empty);
        match own {
            AttributeValue::Empty => {
                *own = value;
                self.touched.has_cases = true;
                self.ledger.keep(Thing::Values, name, case.as_str());
            }
            own if own.to_string() == value.to_string() => {
                self.ledger.keep(Thing::Values, name, case.as_str());
            }
            own => {
                let detail = format!("{own} ≠ {value}");
                self.ledger.lose(Thing::Values, name, Reason::StudyKeepsItsOwn, detail);
            }
        }
    }

    fn take_source_values(&mut self, idx: usize) {
        let source = &self.project.sources[idx];
        for value in &source.values {
            let (variable, text) = value;
            let id = self.variables.get(*variable).cloned().flatten();
            match (id, self.sources[idx].clone()) {
                (Some(column_id), Some(source)) => {
                    self.set_column(&source, &column(column_id.as_str()), text, Thing::Values);
                }
                _ => self.value_without(value, &source.name),
            }
        }
    }

    /// Puts a value into a further column of a source, unless another one stands there.
    pub(super) fn set_column(
        &mut self,
        source: &draad_core::SourceId,
        column: &str,
        text: &str,
        thing: Thing,
    ) {
        let Some(known) = self.study.sources.get_mut(source) else { return };
        // Names of columns that differ in capitals only are the same.
        let column = self.columns.entry(folded(column)).or_insert_with(|| column.to_owned());
        let own = known.extra.entry(column.clone()).or_default();
        let name = format!("{source} · {column}");
        if own.trim().is_empty() {
            text.trim().clone_into(own);
            self.touched.has_sources = true;
        }
        if own.trim() == text.trim() {
            if thing == Thing::Values {
                self.ledger.keep(thing, name, source.as_str());
            }
        } else {
            let detail = format!("{own} ≠ {}", text.trim());
            self.ledger.lose(thing, name, Reason::StudyKeepsItsOwn, detail);
        }
    }
}

/// Returns the name of a further column of `sources.csv`.
pub(super) fn column(name: &str) -> String {
    own::free_column(name, &SOURCE_COLUMNS)
}

/// Returns a value as the attribute has them; nothing when it is none of those.
pub(super) fn typed(attribute: &Attribute, text: &str) -> Option<AttributeValue> {
    let text = text.trim();
    let is_unknown = ["unknown", "onbekend"].contains(&text.to_lowercase().as_str());
    match attribute.kind {
        _ if text.is_empty() => Some(AttributeValue::Empty),
        AttributeType::Choice => {
            let called =
                |level: &&Level| level.id.to_lowercase() == text.to_lowercase() || level.label.is(text);
            let level =
                attribute.levels.iter().find(called).map(|level| AttributeValue::Level(level.id.clone()));
            level.or(is_unknown.then_some(AttributeValue::Unknown))
        }
        _ if is_unknown => Some(AttributeValue::Unknown),
        AttributeType::Text => Some(AttributeValue::Text(text.to_owned())),
        AttributeType::Integer => text.parse().ok().map(AttributeValue::Integer),
        AttributeType::Number => {
            let number = text.replace(',', ".").parse().ok();
            number.filter(|number: &f64| number.is_finite()).map(AttributeValue::Number)
        }
        AttributeType::YesNo => match text.to_lowercase().as_str() {
            "yes" | "ja" | "true" | "1" => Some(AttributeValue::YesNo(true)),
            "no" | "nee" | "false" | "0" => Some(AttributeValue::YesNo(false)),
            _ => None,
        },
        AttributeType::Date => text.parse().ok().map(AttributeValue::Date),
    }
}
