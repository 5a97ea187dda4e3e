//! What words can be typical of: a case, a role, a phase, …

use super::fails;
use crate::Project;
use draad_analysis::attribute::{Values, named};
use draad_core::diagnostic::Outcome;
use draad_core::filter::{list, nearest};
use draad_core::{AttributeId, Filter, Label, Language, Problem, Study};
use draad_index::wordlist::Piece;
use indexmap::IndexSet;
use serde::Serialize;
use std::collections::BTreeSet;
use std::str::FromStr;

/// By what material is divided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// Case. What is about several cases belongs to each.
    Case,
    /// Source.
    Source,
    /// Kind of source.
    Kind,
    /// Role of the speaker.
    Role,
    /// Phase of the case.
    Phase,
    /// An attribute of the case, outcomes among them.
    Attribute(AttributeId),
}

/// The values of a key, and which of them a piece of material has.
pub(super) struct Levels {
    pub(super) key: Key,
    /// Id and label, in their order.
    pub(super) values: Vec<(String, Label)>,
    /// Per source (for kinds) or per case (for attributes) its value.
    of: Vec<Option<u32>>,
}

/// How many levels a sentence names.
const MOST_NAMED: usize = 30;

/// The names of keys, each with what else it is called.
const NAMES: [(&str, &str); 6] = [
    ("case", "casus"),
    ("source", "bron"),
    ("kind", "soort"),
    ("role", "rol"),
    ("phase", "fase"),
    ("outcome", "uitkomst"),
];

impl Key {
    /// Reads a key by its name, in English or Dutch, or by the id of an attribute.
    ///
    /// # Errors
    /// When the study has no such key.
    pub(super) fn named(study: &Study, name: &str) -> Outcome<Self> {
        let known = NAMES.into_iter().find(|(english, dutch)| [*english, *dutch].contains(&name));
        let key = match known.map(|(english, _)| english) {
            Some("case") => Some(Key::Case),
            Some("source") => Some(Key::Source),
            Some("kind") => Some(Key::Kind),
            Some("role") => Some(Key::Role),
            Some("phase") => Some(Key::Phase),
            Some(_) => study.settings.main_outcome().map(|outcome| Key::Attribute(outcome.id.clone())),
            None => study.settings.attribute(name).map(|attribute| Key::Attribute(attribute.id.clone())),
        };
        let attributes = study.settings.attributes.iter().map(|attribute| attribute.id.to_string());
        let keys = NAMES.into_iter().map(|(english, _)| english.to_owned()).chain(attributes);
        match key {
            Some(key) => Ok(key),
            None => fails(Problem::WordKeyUnknown { key: name.to_owned(), known: list(keys) }),
        }
    }

    /// Returns the key's own name; for an attribute its id.
    pub fn id(&self) -> &str {
        match self {
            Key::Case => "case",
            Key::Source => "source",
            Key::Kind => "kind",
            Key::Role => "role",
            Key::Phase => "phase",
            Key::Attribute(id) => id.as_str(),
        }
    }

    /// Returns what people call the key.
    pub(super) fn name(&self, project: &Project) -> String {
        let words = project.words;
        match self {
            Key::Source => words.say("words-key-source"),
            Key::Attribute(id) => {
                let known = project.study().settings.attribute(id.as_str());
                known.map_or_else(|| id.to_string(), |attribute| attribute.name(words.language))
            }
            _ => words.say(&format!("figure-filter-{}", self.id())),
        }
    }

    /// Returns a filter with nothing but this level on the key; a filter cannot ask for a source.
    pub(super) fn narrowed(&self, filter: &Filter, level: &str) -> Filter {
        let mut filter = filter.clone();
        match self {
            Key::Source => {}
            Key::Case => only(&mut filter.cases, level),
            Key::Kind => only(&mut filter.kinds, level),
            Key::Role => only(&mut filter.roles, level),
            Key::Phase => only(&mut filter.phases, level),
            Key::Attribute(id) => filter.attributes.extend(format!("{id}={level}").parse().ok()),
        }
        filter
    }
}

fn only<Id: FromStr>(ids: &mut Vec<Id>, level: &str) {
    if let Ok(id) = level.parse() {
        *ids = vec![id];
    }
}

impl Levels {
    pub(super) fn new(study: &Study, key: Key) -> Outcome<Self> {
        let (settings, unlabelled) = (&study.settings, Label::default);
        let (values, of) = match &key {
            Key::Case => {
                let cases = study.cases.values();
                (
                    cases.map(|case| (case.id.to_string(), Label::new(&case.name, &case.name))).collect(),
                    Vec::new(),
                )
            }
            Key::Source => {
                (study.sources.keys().map(|id| (id.to_string(), unlabelled())).collect(), Vec::new())
            }
            Key::Kind => kinds(study),
            Key::Role => (
                settings.roles.iter().map(|role| (role.id.to_string(), role.label.clone())).collect(),
                Vec::new(),
            ),
            Key::Phase => {
                let phases = settings.phases.iter();
                (phases.map(|phase| (phase.id.to_string(), phase.label.clone())).collect(), Vec::new())
            }
            Key::Attribute(id) => {
                let Values { values, of_case } = Values::new(study, named(study, id)?);
                (values, of_case)
            }
        };
        Ok(Self { key, values, of })
    }

    /// Returns the level that is called so, by its id or its label.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn called(&self, name: &str) -> Outcome<usize> {
        let by_id = self.values.iter().position(|(id, _)| id == name);
        let mut by_label = (0..self.values.len()).filter(|&level| self.values[level].1.is(name));
        let only = by_label.next().filter(|_| by_label.next().is_none());
        match by_id.or(only) {
            Some(level) => Ok(level),
            None => fails(Problem::WordLevelUnknown {
                level: name.to_owned(),
                key: self.key.id().to_owned(),
                known: self.like(name),
            }),
        }
    }

    /// Returns all levels where that is a short list, else the one most like `name`.
    fn like(&self, name: &str) -> String {
        let ids = self.values.iter().map(|(id, _)| id.as_str());
        if self.values.len() <= MOST_NAMED { list(ids) } else { nearest(name, ids) }
    }

    /// Returns the levels of a piece: none where the study does not say, more than one where it is about several cases.
    pub(super) fn of(&self, piece: &Piece) -> Vec<u32> {
        match self.key {
            Key::Case => piece.cases.clone(),
            Key::Source => vec![piece.source],
            Key::Kind => self.of[piece.source as usize].into_iter().collect(),
            Key::Role => piece.setting.role.into_iter().collect(),
            Key::Phase => piece.setting.phase.into_iter().collect(),
            Key::Attribute(_) => {
                let levels = piece.cases.iter().filter_map(|&case| self.of[case as usize]);
                levels.collect::<BTreeSet<u32>>().into_iter().collect()
            }
        }
    }

    /// Returns what people call a level.
    pub(super) fn name(&self, level: usize, language: Language) -> String {
        let (id, label) = &self.values[level];
        match self.key {
            Key::Case | Key::Source => id.clone(),
            _ => label.or(language, id),
        }
    }
}

/// The kinds of the settings, then those that only sources name; and the kind of each source.
fn kinds(study: &Study) -> (Vec<(String, Label)>, Vec<Option<u32>>) {
    let listed = &study.settings.kinds;
    let mut ids: IndexSet<&str> = listed.iter().map(|kind| kind.id.as_str()).collect();
    let of_source =
        study.sources.values().map(|source| Some(ids.insert_full(source.kind.as_str()).0 as u32)).collect();
    let label = |id: &str| listed.iter().find(|kind| kind.id.as_str() == id).map(|kind| kind.label.clone());
    (ids.iter().map(|id| ((*id).to_owned(), label(id).unwrap_or_default())).collect(), of_source)
}
