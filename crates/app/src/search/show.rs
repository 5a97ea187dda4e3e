//! What a search found, as the cells of a table.

use super::{Element, Hit};
use crate::Project;
use draad_core::{Label, Settings};

/// The columns of a list of hits as a table.
pub const HIT_COLUMNS: [&str; 19] = [
    "source",
    "cases",
    "kind",
    "role",
    "speaker",
    "phase",
    "time",
    "line",
    "page",
    "recording_start",
    "start",
    "end",
    "before",
    "match",
    "after",
    "code",
    "valence",
    "coder",
    "memo",
];

/// Returns a hit as the cells of [`HIT_COLUMNS`]; positions are code points in the stored text. Codes, valences, coders and
/// remarks are those of the codings that were found, where codings were asked for.
pub fn hit_cells(hit: &Hit) -> [String; 19] {
    let or_empty = |value: Option<String>| value.unwrap_or_default();
    let each = |values: Vec<String>| {
        let mut once: Vec<String> = Vec::new();
        for value in values.into_iter().filter(|value| !value.is_empty()) {
            if !once.contains(&value) {
                once.push(value);
            }
        }
        once.join(";")
    };
    let codings = || hit.codings.iter();
    [
        hit.source.to_string(),
        hit.cases.iter().map(ToString::to_string).collect::<Vec<_>>().join(";"),
        hit.kind.to_string(),
        or_empty(hit.role.as_ref().map(ToString::to_string)),
        or_empty(hit.speaker.clone()),
        or_empty(hit.phase.as_ref().map(ToString::to_string)),
        or_empty(hit.time.map(|time| time.to_string())),
        hit.line.to_string(),
        or_empty(hit.original.page.map(|page| page.to_string())),
        or_empty(hit.original.recording_start.map(|moment| moment.to_string())),
        hit.match_chars.start.0.to_string(),
        hit.match_chars.end.0.to_string(),
        hit.before.clone(),
        hit.matched.clone(),
        hit.after.clone(),
        each(codings().map(|coding| coding.code.to_string()).collect()),
        each(
            codings()
                .filter_map(|coding| coding.valence)
                .map(|valence| <&str>::from(valence).to_owned())
                .collect(),
        ),
        each(codings().map(|coding| coding.coder.to_string()).collect()),
        each(codings().map(|coding| coding.memo.clone()).collect()),
    ]
}

/// The columns of a list of sources or cases as a table.
pub const ELEMENT_COLUMNS: [&str; 7] =
    ["id", "holds", "material", "hits", "units_found", "units_searched", "sources_searched"];

/// Returns a source or case as the cells of [`ELEMENT_COLUMNS`].
pub fn element_cells(element: &Element) -> [String; 7] {
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    [
        element.id.clone(),
        yes(element.found),
        yes(element.n_units_searched > 0),
        element.n_hits.to_string(),
        element.n_units_found.to_string(),
        element.n_units_searched.to_string(),
        element.n_sources_searched.to_string(),
    ]
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
