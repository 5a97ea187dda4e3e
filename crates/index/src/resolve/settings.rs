//! Fields that say where, when and by whom something was said.

use super::{Setting, invalid, is_like, is_same, named, only_equal, unknown_name};
use crate::query::{FieldName, FieldTest, Given, problem};
use crate::units::Set;
use draad_core::diagnostic::Outcome;
use draad_core::filter::{list, nearest};
use draad_core::{Attribute, AttributeTest, AttributeType, Case, Label, Problem, Study};
use jiff::civil::Date;
use strum::VariantNames;

/// Returns what a field asks of where, when and by whom something was said.
pub(super) fn setting(study: &Study, test: &FieldTest) -> Outcome<Setting> {
    match &test.name {
        FieldName::Date => return Ok(Setting::Dates(dates(test)?)),
        FieldName::Outcome => return outcome(study, test),
        FieldName::Attribute(name) => {
            let attribute = study
                .settings
                .attributes
                .iter()
                .find(|attribute| attribute.id.as_str() == name || attribute.label.is(name));
            let attribute = attribute.ok_or_else(|| unknown_field(study, test))?;
            return Ok(Setting::Cases(cases_with(study, test, attribute)?));
        }
        _ => only_equal(test)?,
    }
    let settings = &study.settings;
    let no_label = Label::default();
    match test.name {
        FieldName::Case => {
            let labels: Vec<Label> = study.cases.values().map(|case| Label::new(&case.name, "")).collect();
            let known = study.cases.keys().zip(&labels);
            Ok(Setting::Cases(set(test, study.cases.len(), known)?))
        }
        FieldName::Source => {
            let known = study.sources.keys().map(|id| (id, &no_label));
            Ok(Setting::Sources(set(test, study.sources.len(), known)?))
        }
        FieldName::Kind => {
            let kinds =
                set(test, settings.kinds.len(), settings.kinds.iter().map(|kind| (&kind.id, &kind.label)))?;
            let mut sources = Set::with_capacity(study.sources.len());
            for (idx, source) in study.sources.values().enumerate() {
                let kind = settings.kinds.iter().position(|kind| kind.id == source.kind);
                sources.set(idx, kind.is_some_and(|kind| kinds.contains(kind)));
            }
            Ok(Setting::Sources(sources))
        }
        FieldName::Role => {
            let known = settings.roles.iter().map(|role| (&role.id, &role.label));
            Ok(Setting::Roles(numbers(set(test, settings.roles.len(), known)?)))
        }
        FieldName::Phase => {
            let known = settings.phases.iter().map(|phase| (&phase.id, &phase.label));
            Ok(Setting::Phases(numbers(set(test, settings.phases.len(), known)?)))
        }
        FieldName::Participant => {
            let known = study.participants.keys().map(|id| (id, &no_label));
            let participants = numbers(set(test, study.participants.len(), known)?);
            Ok(Setting::Speakers { participants, labels: Vec::new() })
        }
        FieldName::Speaker => speakers(study, test),
        _ => Err(unknown_field(study, test)),
    }
}

fn numbers(set: Set) -> Vec<u32> {
    set.ones().map(|idx| idx as u32).collect()
}

fn set<'a, Id: std::fmt::Display + 'a>(
    test: &FieldTest,
    n: usize,
    known: impl Iterator<Item = (&'a Id, &'a Label)> + Clone,
) -> Outcome<Set> {
    let mut set = Set::with_capacity(n);
    for given in &test.values {
        set.extend(named(test, given, known.clone())?);
    }
    Ok(set)
}

/// What fields are called in Dutch: whoever writes so is told the name to use.
const DUTCH: [(&str, &str); 14] = [
    ("casus", "case"),
    ("soort", "kind"),
    ("bron", "source"),
    ("rol", "role"),
    ("spreker", "speaker"),
    ("deelnemer", "participant"),
    ("fase", "phase"),
    ("datum", "date"),
    ("uitkomst", "outcome"),
    ("richting", "valence"),
    ("codeur", "coder"),
    ("opmerking", "memo"),
    ("gewicht", "weight"),
    ("zoekvraag", "query"),
];

fn unknown_field(study: &Study, test: &FieldTest) -> Box<draad_core::Diagnostic> {
    let attributes = study.settings.attributes.iter().map(|attribute| attribute.id.as_str());
    let fields = FieldName::VARIANTS.iter().copied().filter(|name| *name != "attribute");
    let known: Vec<&str> = fields.chain(attributes).collect();
    let field = test.name.as_str().to_owned();
    let dutch = DUTCH.iter().find(|(dutch, _)| is_same(dutch, &field)).map(|(_, name)| (*name).to_owned());
    let nearest = dutch.unwrap_or_else(|| nearest(&field, known.iter().copied()));
    problem(Problem::QueryFieldUnknown { field, nearest, known: list(&known), position: test.at + 1 })
}

/// People by their pseudonym, their id, or a label that the sources have.
fn speakers(study: &Study, test: &FieldTest) -> Outcome<Setting> {
    let mut participants = Vec::new();
    let mut labels = Vec::new();
    for given in &test.values {
        let fits = |name: &str| match given.text.contains('*') {
            true => is_like(name, &given.text),
            false => is_same(name, &given.text),
        };
        let n_before = participants.len() + labels.len();
        for (idx, person) in study.participants.values().enumerate() {
            let names =
                person.labels.iter().map(String::as_str).chain([person.name.as_str(), person.id.as_str()]);
            if names.into_iter().any(fits) {
                participants.push(idx as u32);
            }
        }
        let written = study.sources.values().flat_map(|source| &source.units);
        let written = written.filter_map(|unit| unit.speaker.as_deref());
        let mut own: Vec<&str> = written.clone().filter(|label| fits(label)).collect();
        own.sort_unstable();
        own.dedup();
        labels.extend(own.into_iter().map(str::to_owned));
        if participants.len() + labels.len() == n_before {
            let names = study
                .participants
                .values()
                .flat_map(|person| person.labels.iter().map(String::as_str).chain([person.name.as_str()]));
            return Err(unknown_name("speaker", &given.text, names.chain(written), String::new(), given.at));
        }
    }
    Ok(Setting::Speakers { participants, labels })
}

fn outcome(study: &Study, test: &FieldTest) -> Outcome<Setting> {
    let outcome = study
        .settings
        .main_outcome()
        .ok_or_else(|| invalid(test, &test.values[0], "outcome = true, study.toml"))?;
    Ok(Setting::Cases(cases_with(study, test, outcome)?))
}

/// Cases of which an attribute has one of the values.
fn cases_with(study: &Study, test: &FieldTest, attribute: &Attribute) -> Outcome<Set> {
    let mut cases = Set::with_capacity(study.cases.len());
    for given in &test.values {
        let conditions = conditions(test, given, attribute)?;
        for (idx, case) in study.cases.values().enumerate() {
            if conditions.iter().all(|condition: &AttributeTest| condition.holds(case)) {
                cases.insert(idx);
            }
        }
    }
    Ok(cases)
}

/// Reads one value of an attribute: a level or its label, a number, a day, a range, or a comparison with one of these.
fn conditions(test: &FieldTest, given: &Given, attribute: &Attribute) -> Outcome<Vec<AttributeTest>> {
    let has_order =
        matches!(attribute.kind, AttributeType::Integer | AttributeType::Number | AttributeType::Date);
    let range = given.text.split_once("..").filter(|_| has_order && test.comparison.is_empty());
    let parts: Vec<(&str, &str)> = match range {
        Some((low, high)) => {
            [(">=", low), ("<=", high)].into_iter().filter(|(_, value)| !value.is_empty()).collect()
        }
        None if test.comparison.is_empty() => vec![("=", &given.text)],
        None => vec![(&test.comparison, &given.text)],
    };
    let mut conditions = Vec::new();
    for (sign, value) in parts {
        let level = attribute.levels.iter().find(|level| level.label.is(value) || is_same(&level.id, value));
        let value = level.map_or(value, |level| level.id.as_str());
        let condition: AttributeTest = format!("{}{sign}{value}", attribute.id)
            .parse()
            .map_err(|_| invalid(test, given, "=, !=, <, <=, >, >="))?;
        if let Some(expected) = condition.misfit(attribute) {
            let levels = attribute.levels.iter().map(|level| level.id.as_str());
            return Err(match attribute.kind {
                AttributeType::Choice if level.is_none() => {
                    unknown_name(test.name.as_str(), value, levels, expected, given.at)
                }
                _ => invalid(test, given, expected),
            });
        }
        conditions.push(condition);
    }
    Ok(conditions)
}

/// Reads days, months, years and periods.
fn dates(test: &FieldTest) -> Outcome<Vec<(Date, Date)>> {
    let period = |given: &Given| {
        let expected =
            || invalid(test, given, "2021, 2021-03, 2021-03-05, 5-3-2021, 2021-03..2021-06, >=2021-03");
        if let Some((first, last)) = given.text.split_once("..") {
            let first = if first.is_empty() { Some(Date::MIN) } else { days(first).map(|days| days.0) };
            let last = if last.is_empty() { Some(Date::MAX) } else { days(last).map(|days| days.1) };
            return first.zip(last).filter(|_| test.comparison.is_empty()).ok_or_else(expected);
        }
        let (first, last) = days(&given.text).ok_or_else(expected)?;
        let before = |day: Date| day.yesterday().unwrap_or(Date::MIN);
        let after = |day: Date| day.tomorrow().unwrap_or(Date::MAX);
        match test.comparison.as_str() {
            "" | "=" => Ok((first, last)),
            ">=" => Ok((first, Date::MAX)),
            "<=" => Ok((Date::MIN, last)),
            ">" => Ok((after(last), Date::MAX)),
            "<" => Ok((Date::MIN, before(first))),
            _ => Err(expected()),
        }
    };
    test.values.iter().map(period).collect()
}

/// First and last day of a day, month or year.
fn days(text: &str) -> Option<(Date, Date)> {
    let day = || text.parse::<Date>().ok().or_else(|| Date::strptime("%d-%m-%Y", text).ok());
    let numbers: Vec<&str> = text.split('-').collect();
    match numbers[..] {
        [year] if year.len() == 4 => {
            let year = year.parse().ok()?;
            Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
        }
        [year, month] if year.len() == 4 => {
            let first = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        _ => day().map(|day| (day, day)),
    }
}

/// Returns the cases that pass `--case` and `--where`.
pub(crate) fn passing_cases(study: &Study, takes: impl Fn(&Case) -> bool) -> Set {
    let mut cases = Set::with_capacity(study.cases.len());
    for (idx, case) in study.cases.values().enumerate() {
        cases.set(idx, takes(case));
    }
    cases
}
