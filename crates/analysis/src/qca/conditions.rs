//! Conditions and outcomes as people name them, and what each means in a study.
//!
//! A name is, in this order of trying, a test on an attribute (`child_age>=12`, `framework=voluntary`), a code in one
//! direction (`vertrouwen:hindering`), a condition of `conditions.toml`, a code, or an attribute. A name that fits two of
//! the last three is refused; `condition:`, `code:` or `attribute:` before it says which is meant.

use super::advice::most_rows;
use super::names::Names;
use crate::calibration::{Calibrated, Scale};
use crate::{Options, attribute, problem};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::filter::nearest;
use draad_core::{
    Attribute, AttributeId, AttributeTest, AttributeType, CodeId, Comparison, Condition, Filter, Label,
    Method, OutcomeChoice, Problem, Study, Valence,
};
use draad_measures::qca::MOST_CONDITIONS;
use serde::Serialize;
use std::collections::BTreeSet;

/// A condition, or the outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConditionUsed {
    /// As it is asked for, in the study's own ids: `vertrouwen:hindering`.
    pub id: String,
    /// Its name in formulas, as R takes it: `VERTROUWEN_HINDERING`.
    pub name: String,
    /// What it is.
    pub what: What,
    /// What people call the code, the attribute or the condition; both parts may be empty.
    pub label: Label,
    /// Values of a condition that has several, id and label; value 0 is the first. None for a set that a case is in or not.
    pub levels: Vec<(String, Label)>,
}

/// What a condition is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A condition that the study defines.
    Defined(draad_core::ConditionId),
    /// Presence of a code, in one direction where that is named.
    Code {
        /// The code.
        code: CodeId,
        /// In this direction.
        valence: Option<Valence>,
    },
    /// A test on an attribute.
    Test(AttributeTest),
    /// An attribute that is yes or no.
    YesNo(AttributeId),
    /// The values of an attribute.
    Levels(AttributeId),
}

impl What {
    /// Returns the code whose passages are behind it.
    pub fn code(&self) -> Option<(&CodeId, Option<Valence>)> {
        match self {
            What::Code { code, valence } => Some((code, *valence)),
            _ => None,
        }
    }
}

impl ConditionUsed {
    /// Returns the number of its levels: 2 for a set that a case is in or not, however far.
    pub fn n_levels(&self) -> u8 {
        if self.levels.is_empty() { 2 } else { u8::try_from(self.levels.len()).unwrap_or(u8::MAX) }
    }

    /// Returns the attribute of cases that it is about.
    pub fn attribute(&self) -> Option<&AttributeId> {
        match &self.what {
            What::Test(test) => Some(&test.attribute),
            What::YesNo(id) | What::Levels(id) => Some(id),
            What::Code { .. } | What::Defined(_) => None,
        }
    }

    /// Returns the attribute that it rests on, be it through a condition of the study.
    pub fn attribute_behind<'a>(&'a self, study: &'a Study) -> Option<&'a AttributeId> {
        match &self.what {
            What::Defined(id) => study.conditions.get(id)?.attribute.as_ref(),
            _ => self.attribute(),
        }
    }

    /// Returns the code that it rests on, and in which direction.
    pub(super) fn code_behind<'a>(&'a self, study: &'a Study) -> Option<(&'a CodeId, Option<Valence>)> {
        match &self.what {
            What::Code { code, valence } => Some((code, *valence)),
            What::Defined(id) => {
                let condition = study.conditions.get(id)?;
                Some((condition.code.as_ref()?, condition.valence))
            }
            What::Test(_) | What::YesNo(_) | What::Levels(_) => None,
        }
    }

    /// Calibrates it, where the study defines it, and takes over the values that it has. `degree` takes the place of the degree
    /// of the direct method.
    pub(super) fn calibrated(
        &mut self,
        study: &Study,
        facts: &Facts,
        options: &Options,
        degree: Option<f64>,
    ) -> Outcome<Option<Calibrated>> {
        let What::Defined(id) = &self.what else { return Ok(None) };
        let mut condition = study.conditions[id].clone();
        if condition.method == Method::Direct {
            condition.degree = degree.or(condition.degree);
        }
        let found = Calibrated::from_facts(study, facts, &condition, options)?;
        if let Scale::MultiValue { levels } = &found.scale {
            self.levels =
                levels.iter().map(|level| (level.clone(), label(study, &condition, level))).collect();
        }
        Ok(Some(found))
    }
}

/// Returns what people call a value of a condition.
fn label(study: &Study, condition: &Condition, level: &str) -> Label {
    let attribute = condition.attribute.as_ref().and_then(|id| study.settings.attribute(id.as_str()));
    let known = attribute.and_then(|attribute| attribute.levels.iter().find(|known| known.id == level));
    known.map_or_else(Label::default, |known| known.label.clone())
}

/// The words before a name that say what it is, in both languages.
const KINDS: [(&str, &str); 3] = [("condition", "conditie"), ("code", "code"), ("attribute", "kenmerk")];

/// What a name can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Condition,
    Code,
    Attribute,
}

const ALL: [Kind; 3] = [Kind::Condition, Kind::Code, Kind::Attribute];

/// Finds the conditions that are named, in their order.
///
/// # Errors
/// None is named, or too many; a name means nothing, two things, or the same as another; a code does not pass the filter.
pub(super) fn conditions(
    study: &Study,
    filter: &Filter,
    named: &[String],
    names: &mut Names,
) -> Outcome<Vec<ConditionUsed>> {
    let named = named.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    let found = named.map(|text| Reading { study, names }.condition(text));
    let found: Vec<ConditionUsed> = found.collect::<Outcome<_>>()?;
    if found.is_empty() {
        let known = study.codebook.codable().take(3).map(|code| &code.id);
        return Err(problem(Problem::QcaConditionsNeeded { known: draad_core::filter::list(known) }));
    }
    if found.len() > MOST_CONDITIONS {
        let (n, most) = (found.len(), MOST_CONDITIONS);
        let n_cases = study.cases.len();
        let advised = most_rows(n_cases).ilog2().max(1);
        return Err(problem(Problem::QcaTooManyConditions { n, most, n_cases, advised }));
    }
    let mut seen = BTreeSet::new();
    if let Some(twice) = found.iter().find(|condition| !seen.insert(&condition.id)) {
        return Err(problem(Problem::QcaConditionTwice { condition: twice.id.clone() }));
    }
    let taken = filter.code_set(&study.codebook);
    let passes = |code: &CodeId| taken.as_ref().is_none_or(|taken| taken.contains(code));
    match found.iter().find(|one| one.code_behind(study).is_some_and(|(code, _)| !passes(code))) {
        Some(one) => Err(problem(Problem::QcaConditionFiltered { condition: one.id.clone() })),
        None => Ok(found),
    }
}

/// Finds the outcome: what is named, or else the good end of the study's first outcome.
///
/// # Errors
/// The study has no outcome, the name means nothing, or a value has to be named.
pub(super) fn outcome(
    study: &Study,
    named: Option<&OutcomeChoice>,
    names: &mut Names,
) -> Outcome<ConditionUsed> {
    let mut reading = Reading { study, names };
    let Some(named) = named else {
        let known = || study.settings.attributes.iter().map(|attribute| &attribute.id);
        let none = || Problem::OutcomeNeeded { known: draad_core::filter::list(known()) };
        let main = study.settings.main_outcome().ok_or_else(|| problem(none()))?;
        return reading.good_end(main);
    };
    if let Some(test) = &named.test {
        return reading.test(test.clone());
    }
    let name = named.attribute.as_str();
    if !reading.is(name, Kind::Condition) && !reading.is(name, Kind::Attribute) {
        return Err(problem(no_outcome(study, name)));
    }
    match reading.fitting(name, &[Kind::Condition, Kind::Attribute])? {
        Kind::Attribute => reading.good_end(attribute::named(study, &named.attribute)?),
        _ => reading.defined(name),
    }
}

/// Refuses conditions that would explain the outcome by itself.
///
/// # Errors
/// A condition is the outcome, or rests on the same attribute.
pub(super) fn apart(study: &Study, conditions: &[ConditionUsed], outcome: &ConditionUsed) -> Outcome<()> {
    if let Some(same) = conditions.iter().find(|condition| condition.what == outcome.what) {
        return Err(problem(Problem::QcaConditionIsOutcome { condition: same.id.clone() }));
    }
    let Some(attribute) = outcome.attribute_behind(study) else { return Ok(()) };
    let rests_on_it = |condition: &&ConditionUsed| condition.attribute_behind(study) == Some(attribute);
    match conditions.iter().find(rests_on_it) {
        Some(one) => {
            let (condition, attribute) = (one.id.clone(), attribute.to_string());
            Err(problem(Problem::QcaConditionOfOutcome { condition, attribute }))
        }
        None => Ok(()),
    }
}

/// Names being read.
struct Reading<'r, 's> {
    study: &'s Study,
    names: &'r mut Names,
}

impl Reading<'_, '_> {
    fn condition(&mut self, text: &str) -> Outcome<ConditionUsed> {
        let (kind, text) = prefixed(text);
        if kind.is_none_or(|kind| kind == Kind::Attribute) && text.contains(['=', '<', '>']) {
            let unread = |_| problem(unknown(self.study, text));
            return self.test(text.parse().map_err(unread)?);
        }
        if let Some((code, direction)) = text.split_once(':') {
            let unknown = || Problem::QcaDirectionUnknown {
                condition: text.to_owned(),
                direction: direction.to_owned(),
            };
            let valence = valence(direction.trim()).ok_or_else(|| problem(unknown()))?;
            return self.code(code.trim(), Some(valence));
        }
        let kind = match kind {
            Some(kind) => self.fitting(text, &[kind])?,
            None => self.fitting(text, &ALL)?,
        };
        match kind {
            Kind::Condition => self.defined(text),
            Kind::Code => self.code(text, None),
            Kind::Attribute => self.attribute(text),
        }
    }

    /// Returns the only one of these kinds of which something has this name.
    fn fitting(&self, text: &str, kinds: &[Kind]) -> Outcome<Kind> {
        let fits: Vec<Kind> = kinds.iter().copied().filter(|kind| self.is(text, *kind)).collect();
        match fits[..] {
            [kind] => Ok(kind),
            [] => Err(problem(unknown(self.study, text))),
            _ => {
                let ways = fits.iter().map(|kind| format!("{}:{text}", KINDS[*kind as usize].0));
                let ways = ways.collect::<Vec<_>>().join(" / ");
                Err(problem(Problem::QcaConditionAmbiguous { condition: text.to_owned(), ways }))
            }
        }
    }

    fn is(&self, text: &str, kind: Kind) -> bool {
        match kind {
            Kind::Condition => self.study.conditions.contains_key(text),
            Kind::Code => code_called(self.study, text).is_some(),
            Kind::Attribute => self.study.settings.attribute(text).is_some(),
        }
    }

    fn defined(&mut self, text: &str) -> Outcome<ConditionUsed> {
        let condition = self.study.conditions.get(text).ok_or_else(|| problem(unknown(self.study, text)))?;
        Ok(ConditionUsed {
            id: condition.name.to_string(),
            name: self.names.of(condition.name.as_str()),
            what: What::Defined(condition.name.clone()),
            label: condition.label.clone(),
            levels: Vec::new(),
        })
    }

    fn code(&mut self, text: &str, valence: Option<Valence>) -> Outcome<ConditionUsed> {
        let code = code_called(self.study, text).ok_or_else(|| problem(unknown(self.study, text)))?;
        let code = &self.study.codebook.codes[code];
        let direction = valence.map(<&str>::from);
        Ok(ConditionUsed {
            id: direction.map_or_else(|| code.id.to_string(), |valence| format!("{}:{valence}", code.id)),
            name: self
                .names
                .of(&std::iter::once(code.id.as_str()).chain(direction).collect::<Vec<_>>().join("_")),
            what: What::Code { code: code.id.clone(), valence },
            label: code.name.clone(),
            levels: Vec::new(),
        })
    }

    fn attribute(&mut self, text: &str) -> Outcome<ConditionUsed> {
        let attribute = self.study.settings.attribute(text);
        let attribute = attribute.ok_or_else(|| problem(unknown(self.study, text)))?;
        let levels = match attribute.kind {
            AttributeType::YesNo => Vec::new(),
            AttributeType::Choice => attribute::Values::new(self.study, attribute).occurring(),
            _ => return Err(problem(test_needed(self.study, attribute))),
        };
        let id = attribute.id.clone();
        Ok(ConditionUsed {
            id: id.to_string(),
            name: self.names.of(id.as_str()),
            what: if attribute.kind == AttributeType::YesNo { What::YesNo(id) } else { What::Levels(id) },
            label: attribute.label.clone(),
            levels,
        })
    }

    fn test(&mut self, mut test: AttributeTest) -> Outcome<ConditionUsed> {
        let attribute = attribute::named(self.study, &test.attribute)?;
        if let Some(level) = attribute.levels.iter().find(|level| level.label.is(&test.value)) {
            test.value = level.id.to_string();
        }
        if let Some(expected) = test.misfit(attribute) {
            return Err(problem(Problem::FilterInvalid { filter: test.to_string(), expected }));
        }
        Ok(ConditionUsed {
            id: test.to_string(),
            name: self.names.of(&format!("{}_{}{}", test.attribute, sign(test.comparison), test.value)),
            label: attribute.label.clone(),
            what: What::Test(test),
            levels: Vec::new(),
        })
    }

    /// Returns the good end of an attribute: yes, or the first level.
    fn good_end(&mut self, attribute: &Attribute) -> Outcome<ConditionUsed> {
        let level = attribute.levels.first().filter(|_| attribute.kind == AttributeType::Choice);
        match (level, attribute.kind) {
            (Some(level), _) => self.test(AttributeTest {
                attribute: attribute.id.clone(),
                comparison: Comparison::Equal,
                value: level.id.to_string(),
            }),
            (None, AttributeType::YesNo) => self.attribute(attribute.id.as_str()),
            _ => Err(problem(test_needed(self.study, attribute))),
        }
    }
}

/// Takes the word off that says what a name is. A code may be called `code`.
fn prefixed(text: &str) -> (Option<Kind>, &str) {
    let Some((before, rest)) = text.split_once(':') else { return (None, text) };
    let named = |(en, nl): &(&str, &str)| [*en, *nl].contains(&before.trim());
    match KINDS.iter().position(named).filter(|_| valence(rest.trim()).is_none()) {
        Some(kind) => (Some(ALL[kind]), rest.trim()),
        None => (None, text),
    }
}

/// Reads a direction, in English or in Dutch.
fn valence(text: &str) -> Option<Valence> {
    match text {
        "bevorderend" => Some(Valence::Promoting),
        "belemmerend" => Some(Valence::Hindering),
        other => other.parse().ok(),
    }
}

/// Returns the position in the codebook of the code that a name means, by its id or else by its label.
fn code_called(study: &Study, text: &str) -> Option<usize> {
    let codes = &study.codebook.codes;
    codes.get_index_of(text).or_else(|| {
        let mut called = codes.values().enumerate().filter(|(_, code)| code.name.is(text));
        let (found, None) = (called.next(), called.next()) else { return None };
        found.map(|(place, _)| place)
    })
}

fn test_needed(study: &Study, attribute: &Attribute) -> Problem {
    let example = attribute::example_of_test(study, attribute);
    Problem::QcaTestNeeded { attribute: attribute.id.to_string(), example }
}

fn unknown(study: &Study, text: &str) -> Problem {
    let codes = study.codebook.codes.keys().map(CodeId::as_str);
    let attributes = study.settings.attributes.iter().map(|attribute| attribute.id.as_str());
    let conditions = study.conditions.keys().map(|id| id.as_str());
    let nearest = nearest(text, codes.chain(attributes).chain(conditions));
    Problem::QcaConditionUnknown { condition: text.to_owned(), nearest }
}

/// Says why nothing of this name can be the outcome.
fn no_outcome(study: &Study, name: &str) -> Problem {
    if code_called(study, name).is_some() {
        return Problem::QcaOutcomeIsCode { code: name.to_owned() };
    }
    let attributes = study.settings.attributes.iter().map(|attribute| attribute.id.as_str());
    let nearest = nearest(name, attributes.chain(study.conditions.keys().map(|id| id.as_str())));
    Problem::QcaOutcomeUnknown { outcome: name.to_owned(), nearest }
}

/// Returns a comparison as part of a name that R takes; equality, which is the usual one, is none.
fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "",
        Comparison::NotEqual => "NOT_",
        Comparison::Less => "BELOW_",
        Comparison::AtMost => "AT_MOST_",
        Comparison::Greater => "ABOVE_",
        Comparison::AtLeast => "AT_LEAST_",
    }
}
