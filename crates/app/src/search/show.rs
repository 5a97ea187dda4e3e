//! What a search found, as a table.

use super::{Alike, AlikeHit, Answer, Element, FoundCoding, Hit};
use crate::Project;
use draad_analysis::table::{Column, ColumnKind, Table, Value};
use draad_core::{Label, Settings};

/// Returns hits as a table, those of a group with the group before them, or, where sources or cases were asked for and no
/// groups, these. Positions are code points in the stored text. Codes, valences, coders and remarks are those of the codings
/// that were found, where codings were asked for.
pub fn table(answer: &Answer) -> Table {
    if !answer.elements.is_empty() && answer.groups.is_empty() {
        return elements(&answer.elements);
    }
    if answer.groups.is_empty() {
        return Table { name: "hits", columns: hit_columns(), rows: answer.hits.iter().map(hit).collect() };
    }
    let columns = std::iter::once(Column::text("group")).chain(hit_columns()).collect();
    let row = |key: &Option<String>, one: &Hit| {
        std::iter::once(Value::words(key.as_deref().unwrap_or_default())).chain(hit(one)).collect()
    };
    let rows = answer.groups.iter().flat_map(|group| group.hits.iter().map(move |one| row(&group.key, one)));
    Table { name: "hits", columns, rows: rows.collect() }
}

/// Returns what resembles a passage as a table, with the words that each shares.
pub fn alike_table(found: &Alike) -> Table {
    let columns = hit_columns().into_iter().chain([Column::text("shared")]).collect();
    let row = |own: &AlikeHit| hit(&own.hit).into_iter().chain([Value::list(&own.shared)]).collect();
    Table { name: "alike", columns, rows: found.hits.iter().map(row).collect() }
}

fn hit_columns() -> Vec<Column> {
    use ColumnKind::{Integer, Text, Time};
    let columns = [
        ("source", Text),
        ("cases", Text),
        ("kind", Text),
        ("role", Text),
        ("speaker", Text),
        ("phase", Text),
        ("time", Time),
        ("line", Integer),
        ("page", Integer),
        ("recording_start", Text),
        ("start", Integer),
        ("end", Integer),
        ("before", Text),
        ("match", Text),
        ("after", Text),
        ("code", Text),
        ("valence", Text),
        ("coder", Text),
        ("memo", Text),
    ];
    columns.map(|(name, kind)| Column::new(name, kind)).into()
}

fn hit(hit: &Hit) -> Vec<Value> {
    let each = |value: fn(&FoundCoding) -> String| {
        let mut once: Vec<String> = Vec::new();
        for value in hit.codings.iter().map(value).filter(|value| !value.is_empty()) {
            if !once.contains(&value) {
                once.push(value);
            }
        }
        Value::list(once)
    };
    let valence = |coding: &FoundCoding| coding.valence.map_or("", <&str>::from).to_owned();
    vec![
        Value::text(&hit.source),
        Value::list(&hit.cases),
        Value::text(&hit.kind),
        hit.role.as_ref().map(ToString::to_string).into(),
        hit.speaker.clone().into(),
        hit.phase.as_ref().map(ToString::to_string).into(),
        hit.time.map_or(Value::Nothing, Value::Time),
        hit.line.into(),
        hit.original.page.map_or(Value::Nothing, Value::from),
        hit.original.recording_start.map(|moment| moment.to_string()).into(),
        hit.match_chars.start.0.into(),
        hit.match_chars.end.0.into(),
        Value::words(&hit.before),
        Value::words(&hit.matched),
        Value::words(&hit.after),
        each(|coding| coding.code.to_string()),
        each(valence),
        each(|coding| coding.coder.to_string()),
        each(|coding| coding.memo.clone()),
    ]
}

/// Returns sources or cases, found or not, as a table.
fn elements(elements: &[Element]) -> Table {
    use ColumnKind::{Integer, Text, YesNo};
    let columns = [
        ("id", Text),
        ("holds", YesNo),
        ("material", YesNo),
        ("hits", Integer),
        ("units_found", Integer),
        ("units_searched", Integer),
        ("sources_searched", Integer),
    ];
    let row = |element: &Element| {
        vec![
            Value::text(&element.id),
            element.found.into(),
            (element.n_units_searched > 0).into(),
            element.n_hits.into(),
            element.n_units_found.into(),
            element.n_units_searched.into(),
            element.n_sources_searched.into(),
        ]
    };
    let columns = columns.map(|(name, kind)| Column::new(name, kind)).into();
    Table { name: "elements", columns, rows: elements.iter().map(row).collect() }
}

/// Returns the name of a role in the project's language, or an empty text.
pub fn role_name(project: &Project, hit: &Hit) -> String {
    let settings: &Settings = &project.study().settings;
    let role = hit.role.as_ref().and_then(|id| settings.role(id));
    role.map_or(String::new(), |role| role.name(project.words.language))
}

impl Project {
    /// Returns the name of a group by which hits are divided, in the language of this study's words: a label where there is
    /// one, else the id.
    pub fn group_name(&self, by: &str, key: &str) -> String {
        let (study, language) = (self.study(), self.words.language);
        let settings = &study.settings;
        let label: Option<&Label> = match by {
            "role" => settings.roles.iter().find(|role| role.id.as_str() == key).map(|role| &role.label),
            "phase" => {
                settings.phases.iter().find(|phase| phase.id.as_str() == key).map(|phase| &phase.label)
            }
            "kind" => settings.kinds.iter().find(|kind| kind.id.as_str() == key).map(|kind| &kind.label),
            _ => {
                let named =
                    settings.attributes.iter().filter(|own| own.id.as_str() == by || own.label.is(by));
                let outcome = settings.main_outcome().filter(|_| by == "outcome");
                let mut levels = named.chain(outcome).flat_map(|attribute| &attribute.levels);
                levels.find(|level| level.id == key).map(|level| &level.label)
            }
        };
        label.map_or_else(|| key.to_owned(), |label| label.or(language, key))
    }
}
