//! The head of the page, and what was studied in short.

use crate::matrix;
use crate::reader::{Link, Reader};
use draad_core::{AttributeValue, CoderPolicy, Filter, facts::Facts, settings::Attribute};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Title, note and the numbers that say how large the study is.
#[derive(Debug, Serialize)]
pub(crate) struct HeadView {
    title: String,
    note: String,
    facts: Vec<Pair>,
}

/// A word and what it stands for.
#[derive(Debug, Serialize)]
pub(crate) struct Pair {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// What was studied.
#[derive(Debug, Serialize)]
pub(crate) struct GlanceView {
    shape: String,
    outcomes: Vec<OutcomeView>,
    phases: String,
    roles: String,
    kinds: String,
    coders: Vec<Pair>,
    double_coded: String,
    policy: String,
    filter: Vec<Pair>,
}

/// An outcome with the cases per level.
#[derive(Debug, Serialize)]
struct OutcomeView {
    name: String,
    levels: Vec<LevelView>,
}

#[derive(Debug, Serialize)]
struct LevelView {
    name: String,
    n_cases: String,
    cases: Vec<Link>,
}

/// Makes the head.
pub(crate) fn head(reader: &Reader) -> HeadView {
    let (basis, words) = (&reader.input.table.basis, reader.words);
    let pair = |key: &str, text: String| Pair { name: words.say(key), text };
    let n_passages: usize =
        (0..reader.input.table.cases.len()).map(|case| matrix::n_passages(reader, case)).sum();
    HeadView {
        title: reader.study.settings.title.clone(),
        note: reader.study.settings.note.clone(),
        facts: vec![
            pair("report-cases", reader.words.whole(basis.n_cases as u64)),
            pair("report-sources", reader.words.whole(basis.n_sources as u64)),
            pair("report-codings", reader.words.whole(basis.n_codings as u64)),
            pair("report-passages", reader.words.whole(n_passages as u64)),
            pair("report-coders", if basis.coders.is_empty() { "–".into() } else { basis.coders.join(", ") }),
            pair("report-fingerprint", basis.fingerprint.clone()),
            pair("report-version", basis.version.to_owned()),
        ],
    }
}

/// Makes the section.
pub(crate) fn view(reader: &Reader, facts: &Facts) -> GlanceView {
    let (settings, words) = (&reader.study.settings, reader.words);
    let outcomes = settings.attributes.iter().filter(|attribute| attribute.outcome);
    let names = |names: Vec<String>| names.join(", ");
    let used_kinds: BTreeSet<_> = reader.study.sources.values().map(|source| &source.kind).collect();
    let kinds = settings.kinds.iter().filter(|kind| used_kinds.contains(&kind.id));
    let used_roles: BTreeSet<_> = reader.study.participants.values().map(|person| &person.role).collect();
    let roles = settings.roles.iter().filter(|role| used_roles.contains(&role.id) && !role.asks);
    GlanceView {
        shape: shape(reader, facts),
        outcomes: outcomes.map(|outcome| outcome_view(reader, facts, outcome)).collect(),
        phases: names(settings.phases.iter().map(|phase| phase.name(reader.language())).collect()),
        roles: names(roles.map(|role| role.name(reader.language())).collect()),
        kinds: names(kinds.map(|kind| kind.name(reader.language())).collect()),
        coders: coders(reader, facts),
        double_coded: words.say_with("report-double-coded", [("n", n_double_coded(reader, facts).into())]),
        policy: policy(reader),
        filter: filter(reader, &reader.input.table.basis.filter),
    }
}

fn shape(reader: &Reader, facts: &Facts) -> String {
    let asks = |role| reader.study.settings.role(role).is_some_and(|role| role.asks);
    let in_cases = |person: &draad_core::Participant| {
        let passes = |&case: &u32| {
            let known = reader.study.cases.get_index(case as usize);
            known.is_some_and(|(id, _)| person.cases.contains(id))
        };
        facts.cases.iter().any(passes)
    };
    let people = reader.study.participants.values().filter(|person| !asks(&person.role) && in_cases(person));
    let basis = &reader.input.table.basis;
    reader.words.say_with(
        "report-shape",
        [
            ("cases", reader.counted("n-cases", basis.n_cases).into()),
            ("sources", reader.counted("n-sources", basis.n_sources).into()),
            ("people", reader.counted("report-n-people", people.count()).into()),
            ("factors", reader.counted("n-codes", reader.input.table.factors.len()).into()),
        ],
    )
}

fn outcome_view(reader: &Reader, facts: &Facts, outcome: &Attribute) -> OutcomeView {
    let mut by_value: BTreeMap<(usize, String), Vec<Link>> = BTreeMap::new();
    for &case in &facts.cases {
        let Some((id, case)) = reader.study.cases.get_index(case as usize) else { continue };
        let value = case.attributes.get(&outcome.id).unwrap_or(&AttributeValue::Empty);
        let key = (value_place(outcome, value), reader.value(outcome, value));
        by_value.entry(key).or_default().push(reader.case_link(id));
    }
    let level = |((_, name), cases): (_, Vec<Link>)| LevelView {
        name,
        n_cases: reader.counted("n-cases", cases.len()),
        cases,
    };
    OutcomeView { name: outcome.name(reader.language()), levels: by_value.into_iter().map(level).collect() }
}

/// Returns where a value stands among others: levels in their order, yes before no, the rest after.
fn value_place(outcome: &Attribute, value: &AttributeValue) -> usize {
    match value {
        AttributeValue::Level(level) => {
            outcome.levels.iter().position(|known| known.id == *level).unwrap_or(outcome.levels.len())
        }
        AttributeValue::YesNo(yes) => usize::from(!yes),
        AttributeValue::Unknown => usize::MAX - 1,
        AttributeValue::Empty => usize::MAX,
        _ => outcome.levels.len(),
    }
}

/// Returns the coders whose codings count, each with the number of codings.
fn coders(reader: &Reader, facts: &Facts) -> Vec<Pair> {
    let codings: BTreeSet<u32> = facts.codings.iter().map(|fact| fact.coding).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for coding in codings {
        *counts.entry(reader.study.codings[coding as usize].coder.as_str()).or_default() += 1;
    }
    let name = |id: &str| {
        let known = reader.study.settings.coders.iter().find(|coder| coder.id.as_str() == id);
        known.map_or(id.to_owned(), |coder| coder.name(reader.language()))
    };
    counts.into_iter().map(|(id, n)| Pair { name: name(id), text: reader.counted("n-codings", n) }).collect()
}

fn n_double_coded(reader: &Reader, facts: &Facts) -> usize {
    let mut coders: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    for fact in &facts.codings {
        coders
            .entry(fact.source)
            .or_default()
            .insert(reader.study.codings[fact.coding as usize].coder.as_str());
    }
    coders.values().filter(|coders| coders.len() > 1).count()
}

/// Returns the sentence that says whose codings count.
pub(crate) fn policy(reader: &Reader) -> String {
    match &reader.input.table.basis.coder_policy {
        CoderPolicy::All => reader.words.say("report-policy-all"),
        CoderPolicy::One { coder } => {
            reader.words.say_with("report-policy-one", [("coder", coder.to_string().into())])
        }
        CoderPolicy::Adjudicated { coder } => {
            reader.words.say_with("report-policy-adjudicated", [("coder", coder.to_string().into())])
        }
    }
}

/// Returns what the filter keeps, list by list; nothing when it keeps all.
pub(crate) fn filter(reader: &Reader, filter: &Filter) -> Vec<Pair> {
    let joined = |names: Vec<String>| names.join(", ");
    let lists = [
        ("report-filter-case", joined(filter.cases.iter().map(ToString::to_string).collect())),
        ("report-filter-kind", joined(filter.kinds.iter().map(|kind| reader.kind_name(kind)).collect())),
        ("report-filter-role", joined(filter.roles.iter().map(|role| reader.role_name(role)).collect())),
        ("report-filter-phase", joined(filter.phases.iter().map(|phase| reader.phase_name(phase)).collect())),
        ("report-filter-code", joined(filter.codes.iter().map(|code| reader.code_name(code)).collect())),
        ("report-filter-valence", joined(filter.valences.iter().map(|&v| reader.valence(Some(v))).collect())),
        ("report-filter-coder", joined(filter.coders.iter().map(ToString::to_string).collect())),
        ("report-filter-where", joined(filter.attributes.iter().map(ToString::to_string).collect())),
    ];
    let set = lists.into_iter().filter(|(_, text)| !text.is_empty());
    set.map(|(key, text)| Pair { name: reader.words.say(key), text }).collect()
}
