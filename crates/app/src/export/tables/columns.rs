//! A table on its way out, with what its columns mean and how it joins the others.

use draad_analysis::table::{Column, ColumnKind, Table, Value};
use draad_core::id::folded;
use draad_core::{Attribute, Language};
use draad_store::schema;
use draad_words::Words;

/// A table on its way out.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// The table.
    pub table: Table,
    /// Its file, without an ending.
    pub file: String,
    /// What it holds, where the catalogue does not say so under `table-<table>`.
    pub about: Option<String>,
    /// What each column means.
    pub meanings: Vec<Meaning>,
    /// The columns that tell rows apart; none when rows have no name.
    pub key: &'static [&'static str],
    /// The columns that name rows of other tables, and which tables.
    pub joins: Vec<(&'static [&'static str], &'static str)>,
}

/// What a column means, and who says so.
#[derive(Clone, Debug)]
pub enum Meaning {
    /// It is a column of the study's own tables.
    Stored(&'static schema::Column),
    /// The catalogue of words says it, under `column-<table>-<column>`.
    Said,
    /// It is an attribute of cases.
    Attribute(Box<Attribute>),
    /// Whoever computed it says it, in the language of the study or the one that was asked for.
    Computed(String),
    /// The study has it and does not say what it is.
    Further,
}

impl Outgoing {
    /// Starts a table without columns and rows.
    pub(in crate::export) fn new(name: &'static str, key: &'static [&'static str]) -> Self {
        let table = Table { name, columns: Vec::new(), rows: Vec::new() };
        let file = name.to_owned();
        Self { table, file, about: None, meanings: Vec::new(), key, joins: Vec::new() }
    }

    /// Says that columns name a row of another table.
    pub(in crate::export) fn joining(
        mut self,
        columns: &'static [&'static str],
        table: &'static str,
    ) -> Self {
        self.joins.push((columns, table));
        self
    }

    /// Adds a column. A name that is taken, whatever its capitals, gets a number: most engines do not tell `Age` from `age`.
    pub(in crate::export) fn column(
        mut self,
        name: impl Into<String>,
        kind: ColumnKind,
        meaning: Meaning,
    ) -> Self {
        let name = name.into();
        let is_taken =
            |name: &str| self.table.columns.iter().any(|column| folded(&column.name) == folded(name));
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !is_taken(name));
        self.table.columns.push(Column::new(free.unwrap_or(name), kind));
        self.meanings.push(meaning);
        self
    }

    /// Adds columns whose meaning the catalogue of words says.
    pub(super) fn said<const N: usize>(self, columns: [(&str, ColumnKind); N]) -> Self {
        columns.into_iter().fold(self, |table, (name, kind)| table.column(name, kind, Meaning::Said))
    }

    /// Adds columns of one of the study's own tables, as they are there.
    pub(super) fn stored<const N: usize>(self, table: &str, columns: [&str; N]) -> Self {
        let known = schema::columns(table);
        let found = |name: &str| known.iter().find(|column| column.name == name);
        columns.into_iter().fold(self, |outgoing, name| match found(name) {
            Some(column) => outgoing.column(name, kind_of(column.kind), Meaning::Stored(column)),
            None => outgoing.column(name, ColumnKind::Text, Meaning::Said),
        })
    }

    /// Gives the last column another kind of values.
    pub(super) fn of_kind(mut self, kind: ColumnKind) -> Self {
        if let Some(column) = self.table.columns.last_mut() {
            column.kind = kind;
        }
        self
    }

    /// Fills the table.
    pub(in crate::export) fn with(mut self, rows: impl IntoIterator<Item = Vec<Value>>) -> Self {
        self.table.rows.extend(rows);
        self
    }

    /// Returns what a column means, given by its place.
    pub fn meaning(&self, place: usize, words: &Words) -> String {
        let name = &self.table.columns[place].name;
        match &self.meanings[place] {
            Meaning::Stored(column) => match words.language {
                Language::Nl => column.nl.to_owned(),
                Language::En => column.en.to_owned(),
            },
            Meaning::Said => words.say(&format!("column-{}-{}", self.table.name, name).replace('_', "-")),
            Meaning::Attribute(attribute) => {
                let levels = attribute.levels.iter();
                let level = |level: &draad_core::settings::Level| {
                    format!("{} = {}", level.id, level.label.or(words.language, &level.id))
                };
                let levels = levels.map(level).collect::<Vec<_>>().join("; ");
                let name = attribute.name(words.language);
                if levels.is_empty() { name } else { format!("{name} ({levels})") }
            }
            Meaning::Computed(meaning) => meaning.clone(),
            Meaning::Further => words.say("column-further"),
        }
    }

    /// Returns what the table holds.
    pub fn title(&self, words: &Words) -> String {
        let said = || words.say(&format!("table-{}", self.table.name.replace('_', "-")));
        self.about.clone().unwrap_or_else(said)
    }
}

/// Returns the kind of values in a column of the study's own tables.
pub(super) fn kind_of(kind: schema::CellKind) -> ColumnKind {
    use schema::CellKind;
    match kind {
        CellKind::Integer(..) => ColumnKind::Integer,
        CellKind::Number => ColumnKind::Number,
        CellKind::Date => ColumnKind::Day,
        CellKind::Time => ColumnKind::Time,
        CellKind::Id
        | CellKind::Reference(_)
        | CellKind::Text
        | CellKind::List
        | CellKind::Choice(_)
        | CellKind::Pattern(_) => ColumnKind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_capitals_only_get_a_number() {
        let columns = [("age", ColumnKind::Integer), ("Age", ColumnKind::Text), ("AGE", ColumnKind::Text)];
        let table = Outgoing::new("cases", &[]).said(columns);
        let names: Vec<&str> = table.table.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["age", "Age_2", "AGE_3"]);
    }
}
