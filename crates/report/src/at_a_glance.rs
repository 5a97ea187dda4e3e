//! The head of the page, and what was studied in short.

use crate::reader::{Link, Reader};
use draad_core::filter::takes;
use draad_core::{AttributeValue, CodeKind, facts::Facts, settings::Attribute};
use draad_figures::{coder_name, coders_sentence, filter_lists};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Title, note and the numbers that say how large the study is.
#[derive(Debug, Serialize)]
pub(crate) struct HeadView {
    title: String,
    note: String,
    /// That the study has errors, so that what follows may lack something; empty when it has none.
    warning: String,
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
    let coders: Vec<String> = basis.coders.iter().map(|id| coder_name(reader.study, id, words)).collect();
    HeadView {
        title: reader.study.settings.title.clone(),
        note: reader.study.settings.note.clone(),
        warning: match reader.input.diagnostics.n_errors {
            0 => String::new(),
            n => words.say_with("report-has-errors", [("n", n.into())]),
        },
        facts: vec![
            pair("report-cases", reader.words.whole(basis.n_cases as u64)),
            pair("report-sources", reader.words.whole(basis.n_sources as u64)),
            pair("report-codings", reader.words.whole(basis.n_codings as u64)),
            pair("report-passages", reader.words.whole(reader.input.table.n_passages as u64)),
            pair("report-coders", if coders.is_empty() { "–".into() } else { coders.join(", ") }),
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
    let basis = &reader.input.table.basis;
    let sources: BTreeSet<u32> = facts.material.iter().map(|material| material.source).collect();
    let used_kinds: BTreeSet<_> =
        sources.iter().map(|&source| &reader.study.sources[source as usize].kind).collect();
    let kinds = settings.kinds.iter().filter(|kind| used_kinds.contains(&kind.id));
    let used_roles: BTreeSet<u32> =
        facts.material.iter().filter_map(|material| material.setting.role).collect();
    let roles = (0..).zip(&settings.roles).filter(|(place, role)| used_roles.contains(place) && !role.asks);
    let phases = settings.phases.iter().filter(|phase| takes(&basis.filter.phases, &phase.id));
    GlanceView {
        shape: shape(reader),
        outcomes: outcomes.map(|outcome| outcome_view(reader, facts, outcome)).collect(),
        phases: names(phases.map(|phase| phase.name(reader.language())).collect()),
        roles: names(roles.map(|(_, role)| role.name(reader.language())).collect()),
        kinds: names(kinds.map(|kind| kind.name(reader.language())).collect()),
        coders: coders(reader, facts),
        // of a choice of coders it says nothing
        double_coded: match basis.filter.coders.is_empty() {
            true => words.say_with("report-double-coded", [("n", n_double_coded(reader, facts).into())]),
            false => String::new(),
        },
        policy: coders_sentence(basis, reader.study, words),
        filter: filter_lists(&basis.filter, reader.study, words)
            .into_iter()
            .map(|(name, text)| Pair { name, text })
            .collect(),
    }
}

/// What was studied, in a sentence. People are those with words in the material, as the table of the sample counts them;
/// where nobody is known to have any, they are left out.
fn shape(reader: &Reader) -> String {
    let table = reader.input.table;
    let basis = &table.basis;
    let n_factors = table.factors.iter().filter(|row| row.kind != CodeKind::Heading).count();
    let people = reader.input.sample.all.count.people().unwrap_or_default();
    let key = if people == 0 { "report-shape-unnamed" } else { "report-shape" };
    reader.words.say_with(
        key,
        [
            ("cases", reader.counted("n-cases", basis.n_cases).into()),
            ("sources", reader.counted("n-sources", basis.n_sources).into()),
            ("people", reader.counted("report-n-people", people).into()),
            ("factors", reader.counted("n-codes", n_factors).into()),
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
    counts
        .into_iter()
        .map(|(id, n)| Pair {
            name: coder_name(reader.study, id, reader.words),
            text: reader.counted("n-codings", n),
        })
        .collect()
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
