//! What is said about what was found.

use crate::commands::World;
use draad_app::Project;
use draad_app::flags::flags;
use draad_app::search::{Alike, Answer, Group, Per, Provenance, Query, Unusable};
use draad_core::Filter;
use draad_words::Words;

/// Says how much was found.
pub(super) fn summary(world: &World, project: &Project, answer: &Answer, is_without_query: bool) {
    let words = &project.words;
    let n = |count: usize| count.into();
    let line = if answer.n_found == 0 {
        words.say_with("search-nothing", [("searched", n(answer.n_units_searched))])
    } else if is_without_query && answer.per == Per::Hit {
        words.say_with("search-units", [("units", n(answer.n_units_found)), ("sources", n(answer.n_sources))])
    } else {
        let per: &str = match answer.per {
            Per::Hit => "hit",
            Per::Passage => "passage",
            Per::Unit => "unit",
            Per::Source => "source",
            Per::Case => "case",
        };
        let args = [
            ("found", n(answer.n_found)),
            ("of", n(answer.n_searched.unwrap_or(0))),
            ("hits", n(answer.n_hits)),
            ("units", n(answer.n_units_found)),
            ("sources", n(answer.n_sources)),
        ];
        words.say_with(&format!("search-per-{per}"), args)
    };
    world.terminal.say(&format!("\n{line}"));
    let n_without = answer.elements.iter().filter(|element| element.n_units_searched == 0).count();
    if n_without > 0 && answer.per == Per::Case {
        world.terminal.say(&words.say_with("search-without-material", [("without", n(n_without))]));
    }
    let n_shown: usize = match answer.groups.is_empty() {
        true => answer.hits.len(),
        false => answer.groups.iter().map(|group| group.hits.len()).sum(),
    };
    let is_listed = answer.elements.is_empty() || !answer.groups.is_empty();
    if is_listed && n_shown < answer.n_hits {
        world
            .terminal
            .say(&words.say_with("search-more", [("shown", n(n_shown)), ("hits", n(answer.n_hits))]));
    }
}

/// Says in what was looked.
pub(super) fn searched(world: &World, project: &Project, answer: &Answer, query: &Query, filter: &Filter) {
    let args = [
        ("units", answer.n_units_searched.into()),
        ("sources", answer.n_sources_searched.into()),
        ("filter", flags(filter).trim().to_owned().into()),
        ("has-filter", usize::from(!filter.is_empty()).into()),
        ("has-stems", usize::from(query.has_stems()).into()),
    ];
    world.terminal.say(&project.words.say_with("search-searched", args));
}

/// Says what was compared with what.
pub(super) fn alike(world: &World, project: &Project, alike: &Alike) {
    let words = &project.words;
    if alike.words.is_empty() {
        world.terminal.say(&words.say("search-alike-nothing"));
        return;
    }
    let args = [
        ("words", alike.words.join(", ").into()),
        ("shown", alike.hits.len().into()),
        ("found", alike.n_units_found.into()),
        ("searched", alike.n_units_searched.into()),
    ];
    world.terminal.say(&format!("\n{}", words.say_with("search-alike", args)));
}

/// Returns the heading of a group.
pub(super) fn group(project: &Project, by: &str, group: &Group) -> String {
    let words = &project.words;
    let name = match &group.key {
        Some(key) => project.group_name(by, key),
        None => words.say("search-group-unknown"),
    };
    let args = [
        ("name", name.into()),
        ("hits", group.n_hits.into()),
        ("units", group.n_units_found.into()),
        ("searched", group.n_units_searched.into()),
        ("sources", group.n_sources.into()),
    ];
    words.say_with("search-group", args)
}

/// Returns what happened to the index, when it is worth a line.
pub(super) fn provenance(words: &Words, provenance: Provenance) -> Option<String> {
    match provenance {
        Provenance::Reused | Provenance::Rebuilt(Unusable::Missing) => None,
        Provenance::Updated { n_sources } => {
            Some(words.say_with("search-index-updated", [("sources", n_sources.into())]))
        }
        Provenance::Rebuilt(Unusable::OtherVersion) => Some(words.say("search-index-other-version")),
        Provenance::Rebuilt(Unusable::Damaged) => Some(words.say("search-index-damaged")),
        Provenance::Rebuilt(Unusable::Outgrown) => Some(words.say("search-index-outgrown")),
        Provenance::InMemory => Some(words.say("search-index-in-memory")),
    }
}
