//! Closed lists: which values a column can have, in which order, and what they are called.

use crate::Project;
use crate::export::tables::{Meaning, Outgoing};
use draad_analysis::CellState;
use draad_analysis::table::{Column, ColumnKind, Table, Value};
use draad_core::records::EventStatus;
use draad_core::{
    AttributeType, CodeKind, Filter, FindingPart, Language, PanelVerdict, Settings, Study, UnitKind, Valence,
};
use draad_words::Words;
use indexmap::IndexMap;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use strum::VariantNames;

/// The id under which tables count what has no value.
const NOT_STATED: &str = "not-stated";

/// A closed list.
#[derive(Clone, Debug, Default)]
struct List {
    /// Ids with names, in the order of the study.
    entries: IndexMap<String, String>,
    /// Whether the order means something.
    is_ordered: bool,
}

/// All closed lists by name.
pub(super) struct Lists {
    lists: IndexMap<String, List>,
    /// The list of the main outcome.
    outcome: Option<String>,
}

impl Lists {
    /// Collects the lists. Cases, sources and people are those of the part that passes the filter.
    pub(super) fn new(project: &Project, filter: &Filter) -> Self {
        let study = project.study();
        let outcome = study.settings.main_outcome();
        let outcome = outcome.map(|outcome| of_attribute(outcome.id.as_str()));
        let mut lists = Self { lists: IndexMap::new(), outcome };
        lists.add_rows(study, filter, project.words.language);
        lists.add_settings(&study.settings, project.words.language);
        lists.add_words(&project.words);
        ["role", "kind", "phase"].into_iter().for_each(|list| lists.add_with_none(list, &project.words));
        lists
    }

    /// What has a row of its own. Cases, sources and people are called by their id, as in tables.
    fn add_rows(&mut self, study: &Study, filter: &Filter, language: Language) {
        let part = study.restricted(filter);
        let codes = study.codebook.codes.values();
        self.add("code", false, codes.map(|code| (&code.id, code.name(language).to_owned())));
        self.add("case", false, part.cases.keys().map(|id| (id, id.to_string())));
        self.add("source", false, part.sources.keys().map(|id| (id, id.to_string())));
        self.add("participant", false, part.participants.keys().map(|id| (id, id.to_string())));
        let called = |coder: &draad_core::CoderId| {
            let listed = study.settings.coders.iter().find(|known| known.id == *coder);
            listed.map_or_else(|| coder.to_string(), |known| known.name(language))
        };
        let coders = study.coders();
        self.add("coder", false, coders.iter().map(|coder| (coder, called(coder))));
    }

    /// What the settings list. Phases follow each other; the values of an outcome go from its good end on.
    fn add_settings(&mut self, settings: &Settings, language: Language) {
        self.add(
            "role",
            false,
            settings.roles.iter().map(|role| (&role.id, role.label.or(language, &role.id))),
        );
        self.add("kind", false, settings.kinds.iter().map(|kind| (&kind.id, kind.name(language))));
        self.add("phase", true, settings.phases.iter().map(|phase| (&phase.id, phase.name(language))));
        self.add("level", false, settings.levels.iter().map(|level| (&level.id, level.name(language))));
        for attribute in &settings.attributes {
            if attribute.kind == AttributeType::Choice {
                let levels = attribute.levels.iter();
                let levels = levels.map(|level| (&level.id, level.label.or(language, &level.id)));
                self.add(&of_attribute(attribute.id.as_str()), attribute.outcome, levels);
            }
        }
    }

    /// What is the same in every study.
    fn add_words(&mut self, words: &Words) {
        let mut add = |list: &str, key: &str, ids: &'static [&'static str]| {
            self.add(list, false, ids.iter().map(|id| (id, words.say(&format!("{key}-{id}")))));
        };
        add("valence", "valence", Valence::VARIANTS);
        add("state", "state", CellState::VARIANTS);
        add("code-kind", "package-kind", CodeKind::VARIANTS);
        add("unit-kind", "export-unit", UnitKind::VARIANTS);
        add("event-status", "contact", EventStatus::VARIANTS);
        add("finding-part", "export-part", FindingPart::VARIANTS);
        add("side", "export-side", &["for", "against"]);
        add("verdict", "verdict", PanelVerdict::VARIANTS);
    }

    /// Adds a list. Where several are called the same, the id stands behind the name, so that none is taken for another.
    fn add<Id: Display>(
        &mut self,
        name: &str,
        is_ordered: bool,
        entries: impl Iterator<Item = (Id, String)>,
    ) {
        let entries: Vec<(String, String)> = entries.map(|(id, name)| (id.to_string(), name)).collect();
        let mut times: BTreeMap<&str, usize> = BTreeMap::new();
        entries.iter().for_each(|(_, name)| *times.entry(name).or_default() += 1);
        let told = |(id, name): &(String, String)| {
            let name = if times[name.as_str()] > 1 { format!("{name} ({id})") } else { name.clone() };
            (id.clone(), name)
        };
        let entries = entries.iter().map(told).collect();
        self.lists.insert(name.to_owned(), List { entries, is_ordered });
    }

    /// Adds a list once more with what has no value at its end. That is no step after the last, so it has no order.
    fn add_with_none(&mut self, name: &str, words: &Words) {
        let mut with_none = self.lists.get(name).cloned().unwrap_or_default();
        with_none.entries.insert(NOT_STATED.to_owned(), words.say(NOT_STATED));
        with_none.is_ordered = false;
        self.lists.insert(or_none(name), with_none);
    }

    /// Returns the list from which a column takes all its values, if there is one.
    fn of(&self, table: &Outgoing, place: usize) -> Option<&str> {
        let column = &table.table.columns[place];
        if column.kind != ColumnKind::Text {
            return None;
        }
        let names = match &table.meanings[place] {
            Meaning::Attribute(attribute) => vec![of_attribute(attribute.id.as_str())],
            Meaning::Further => return None,
            _ if column.name == "outcome" => self.outcome.iter().cloned().collect(),
            _ => named_by(table.table.name, &column.name).iter().map(ToString::to_string).collect(),
        };
        let names = names.into_iter().flat_map(|name| [or_none(&name), name].into_iter().rev());
        let mut known = names.filter_map(|name| self.lists.get_key_value(&name));
        let fits = |list: &List, row: &Vec<Value>| match &row[place] {
            Value::Text(value) => list.entries.contains_key(value),
            _ => true,
        };
        let (name, _) = known.find(|(_, list)| table.table.rows.iter().all(|row| fits(list, row)))?;
        Some(name)
    }

    /// Returns what each column of these tables is: its type, its label and its list.
    pub(super) fn columns<'t>(
        &self,
        tables: impl IntoIterator<Item = &'t Outgoing>,
        words: &Words,
    ) -> (Table, BTreeSet<String>) {
        let (mut rows, mut used) = (Vec::new(), BTreeSet::new());
        for table in tables {
            for (place, column) in table.table.columns.iter().enumerate() {
                let list = self.of(table, place);
                used.extend(list.map(str::to_owned));
                rows.push(vec![
                    Value::text(&table.file),
                    Value::text(&column.name),
                    Value::text(kind_name(column.kind)),
                    list.map(str::to_owned).into(),
                    Value::words(&table.meaning(place, words)),
                ]);
            }
        }
        let columns = ["table", "column", "type", "list", "label"].map(Column::text).into();
        (Table { name: "columns", columns, rows }, used)
    }

    /// Returns the lists that are used as a table: a row per value.
    pub(super) fn table(&self, used: &BTreeSet<String>) -> Table {
        let lists = self.lists.iter().filter(|(name, _)| used.contains(*name));
        let rows = lists.flat_map(|(list, List { entries, is_ordered })| {
            entries.iter().map(move |(id, name)| {
                vec![Value::text(list), Value::text(id), Value::text(name), (*is_ordered).into()]
            })
        });
        let columns = ["list", "id", "name"].map(Column::text);
        let columns = columns.into_iter().chain([Column::yes_no("ordered")]).collect();
        Table { name: "lists", rows: rows.collect(), columns }
    }
}

/// The name of the list with the levels of an attribute: no other list has a point in its name.
fn of_attribute(id: &str) -> String {
    format!("cases.{id}")
}

/// The name of a list with what has no value at its end.
fn or_none(name: &str) -> String {
    format!("{name}-or-{NOT_STATED}")
}

/// The lists that a column of this name can take its values from in this table, the likeliest first.
fn named_by(table: &str, column: &str) -> &'static [&'static str] {
    match column {
        "case" | "other_case" => &["case"],
        "code" | "parent" | "factor" | "factor_a" | "factor_b" | "factor_from" | "factor_to" => &["code"],
        "source" | "top_source" if table != "codebook" => &["source"],
        "participant" => &["participant"],
        "coder" => &["coder"],
        "role" => &["role"],
        "phase" => &["phase"],
        "valence" | "valence_effective" => &["valence"],
        "level" => &["level"],
        "state" => &["state"],
        "kind" => kinds_of(table),
        "kind_a" | "kind_b" => &["code-kind"],
        "status" if table == "events" => &["event-status"],
        "part" if table == "findings" => &["finding-part"],
        "side" => &["side"],
        "verdict" => &["verdict"],
        // but for the factor, its columns are cases
        name if table == "cases-by-factors-wide" && name != "group" => &["state"],
        _ => &[],
    }
}

/// What a column `kind` holds: kinds of units, codes or sources; or words of the study's own.
fn kinds_of(table: &str) -> &'static [&'static str] {
    match table {
        "events" | "references" => &[],
        "units" => &["unit-kind"],
        "codings" | "sources" => &["kind"],
        _ => &["code-kind", "kind"],
    }
}

/// The name of a type for the script.
fn kind_name(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "text",
        ColumnKind::Integer => "integer",
        ColumnKind::Number => "number",
        ColumnKind::YesNo => "yes-no",
        ColumnKind::Day => "day",
        ColumnKind::Time | ColumnKind::Moment => "time",
    }
}
