//! Which column of a table holds what.

use super::words::{Field, Language, field_of, language_of, plain};
use draad_core::{Problem, filter::list};
use std::collections::BTreeMap;
use std::str::FromStr;
use strum::VariantNames;

/// What each column of a table holds, as far as known.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// Per column; nothing where no word says it.
    fields: Vec<Option<Field>>,
    /// The first column that holds each thing.
    first: BTreeMap<Field, usize>,
    /// The language in which most columns are named.
    pub(super) language: Language,
}

impl Columns {
    /// Tells the columns by their names.
    pub(super) fn of(header: &[String]) -> Self {
        let names: Vec<String> = header.iter().map(|name| plain(name)).collect();
        let language = language_of(names.iter().map(String::as_str));
        let field = |name: &String| {
            // `Code Group 1`, `Code Group 2`, …
            let group = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
            let is_group = || field_of(group, language).filter(|field| *field == Field::Group);
            field_of(name, language).or_else(is_group)
        };
        Self::new(names.iter().map(field).collect(), language)
    }

    fn new(fields: Vec<Option<Field>>, language: Language) -> Self {
        let mut first = BTreeMap::new();
        for (column, field) in fields.iter().enumerate() {
            field.iter().for_each(|field| {
                first.entry(*field).or_insert(column);
            });
        }
        Self { fields, first, language }
    }

    /// Takes the user's word for what columns hold, before their names.
    pub(super) fn with(mut self, header: &[String], given: &[(String, String)]) -> Result<Self, Problem> {
        for (what, name) in given {
            let field = Field::from_str(what.trim()).map_err(|_| Problem::ColumnUseUnknown {
                what: what.clone(),
                known: list(Field::VARIANTS.iter().copied().filter(|name| *name != "aside")),
            })?;
            let same = |column: &&String| plain(column) == plain(name);
            let exact = header.iter().position(|column| column == name.trim());
            let column = exact.or_else(|| header.iter().position(|column| same(&column)));
            let Some(column) = column else {
                let columns = list(header.iter().filter(|name| !name.is_empty()));
                return Err(Problem::SegmentColumnAbsent { column: name.clone(), columns });
            };
            for other in self.fields.iter_mut().filter(|other| **other == Some(field)) {
                *other = Some(Field::Aside);
            }
            self.fields[column] = Some(field);
        }
        Ok(Self::new(self.fields, self.language))
    }

    /// Returns the first column that holds this.
    pub(super) fn at(&self, field: Field) -> Option<usize> {
        self.first.get(&field).copied()
    }

    /// Returns whether a column holds this.
    pub(super) fn has(&self, field: Field) -> bool {
        self.first.contains_key(&field)
    }

    /// Returns all columns that hold this.
    pub(super) fn all(&self, field: Field) -> impl Iterator<Item = usize> {
        self.fields
            .iter()
            .enumerate()
            .filter(move |(_, held)| **held == Some(field))
            .map(|(column, _)| column)
    }

    /// Returns what a column holds.
    pub(super) fn field(&self, column: usize) -> Option<Field> {
        self.fields.get(column).copied().flatten()
    }

    /// Returns the column with the code or the path of it.
    pub(super) fn code(&self) -> Option<usize> {
        self.at(Field::Path).or_else(|| self.at(Field::Code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_language_of_most_columns_goes_before_others_and_the_user_before_all() {
        let names =
            header(&["Farbe", "Dokumentname", "Code", "Anfang", "Absatz", "Zitat 1", "Code-Gruppe 2", ""]);
        let columns = Columns::of(&names);
        assert_eq!(columns.language, Language::German);
        assert_eq!(columns.at(Field::Start), Some(3));
        assert_eq!(columns.field(5), None);
        assert_eq!(columns.field(6), None);
        let given = [("text".to_owned(), "zitat  1".to_owned()), ("start".to_owned(), "Absatz".to_owned())];
        let columns = columns.with(&names, &given).unwrap();
        assert_eq!((columns.at(Field::Text), columns.at(Field::Start)), (Some(5), Some(4)));
        assert_eq!(columns.field(3), Some(Field::Aside));
        let unknown = |what: &str, name: &str| {
            Columns::of(&names).with(&names, &[(what.to_owned(), name.to_owned())]).unwrap_err()
        };
        assert!(matches!(unknown("woorden", "Zitat 1"), Problem::ColumnUseUnknown { .. }));
        assert!(matches!(unknown("text", "Zitat"), Problem::SegmentColumnAbsent { .. }));
    }
}
