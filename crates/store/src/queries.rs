//! `queries.toml`: saved queries. People edit it by hand, so a change touches only the query that it is about.

use crate::sections::{Section, Sections, tables};
use crate::{decode::decode, log::Log, paths};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, QueryId, SavedQuery};
use schemars::JsonSchema;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

/// The file.
const QUERIES: Sections =
    Sections { file: paths::QUERIES, list: "query", invalid: |reason| Problem::QueriesInvalid { reason } };
const PLAIN: &str = "queries are plain tables with text keys";

/// The file as a whole.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(
    dead_code,
    reason = "it describes the file; reading goes query by query, so that a broken one hides no other"
)]
pub(crate) struct QueriesFile {
    /// Saved queries.
    #[schemars(default)]
    query: Vec<SavedQuery>,
}

/// Reads the queries. One that cannot be read, or has the name of an earlier one, is reported and hides no other.
pub(crate) fn read(log: &mut Log, bytes: Vec<u8>) -> Vec<SavedQuery> {
    QUERIES.read(log, bytes).into_iter().map(|(_, one)| one).collect()
}

impl Section for SavedQuery {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn missing(&self) -> Option<&'static str> {
        self.text.trim().is_empty().then_some("text")
    }
}

/// Writes queries as sections.
pub(crate) fn write<'q>(queries: impl Iterator<Item = &'q SavedQuery>) -> Vec<u8> {
    let mut document = DocumentMut::new();
    document.insert(QUERIES.list, Item::ArrayOfTables(queries.map(section).collect()));
    document.to_string().into_bytes()
}

fn section(query: &SavedQuery) -> Table {
    toml_edit::ser::to_document(query).expect(PLAIN).as_table().clone()
}

/// Puts a query into the file, in the place of the one with its name or else as the last.
pub(crate) fn put(bytes: Vec<u8>, query: &SavedQuery) -> Outcome<Vec<u8>> {
    edit(bytes, |list| {
        let place = list.iter().position(|table| is_called(table, &query.name));
        match place.and_then(|place| list.get_mut(place)) {
            Some(table) => overwrite(table, query),
            None => list.push(section(query)),
        }
    })
}

/// Takes a query out of the file.
pub(crate) fn remove(bytes: Vec<u8>, name: &QueryId) -> Outcome<Vec<u8>> {
    edit(bytes, |list| list.retain(|table| !is_called(table, name)))
}

fn edit(bytes: Vec<u8>, change: impl FnOnce(&mut ArrayOfTables)) -> Outcome<Vec<u8>> {
    let decoded = decode(bytes);
    let fail =
        |reason: &str| Box::new(Diagnostic::error(Place::file(paths::QUERIES), QUERIES.because(reason)));
    let mut document: DocumentMut =
        decoded.without_bom().parse().map_err(|error: toml_edit::TomlError| fail(error.message()))?;
    let list = document.remove(QUERIES.list).unwrap_or_default();
    let mut list = tables(list).ok_or_else(|| fail(&QUERIES.expected()))?;
    change(&mut list);
    document.insert(QUERIES.list, Item::ArrayOfTables(list));
    Ok(document.to_string().into_bytes())
}

fn is_called(table: &Table, name: &QueryId) -> bool {
    table.get("name").and_then(Item::as_str).and_then(QueryId::new).as_ref() == Some(name)
}

/// Gives a section the values of a query, each with the comments that stand beside the old one.
fn overwrite(table: &mut Table, query: &SavedQuery) {
    for (key, item) in section(query) {
        let new = item.into_value().expect(PLAIN);
        match table.get_mut(&key).and_then(Item::as_value_mut) {
            Some(old) => {
                let decor = old.decor().clone();
                *old = new;
                *old.decor_mut() = decor;
            }
            None => _ = table.insert(&key, Item::Value(new)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Label;
    use proptest::prelude::*;

    const FILE: &str = "\
# Onze vragen.
[[query]]
name = \"vertrouwen\"  # de eerste
text = 'vertrouw* OR \"op je af\"' # ruim
note = 'Voor hoofdstuk 3'

# Deze nog nalopen.
[[query]]
name = 'afspraken'
text = 'afsprak*'
label = { nl = 'Afspraken' }
";

    fn saved(name: &str, text: &str) -> SavedQuery {
        let name = QueryId::new(name).unwrap();
        SavedQuery { name, text: text.to_owned(), label: Label::default(), note: String::new() }
    }

    fn names(text: &str) -> (Vec<String>, Vec<String>) {
        let mut log = Log::default();
        let queries = read(&mut log, text.into());
        let problem = |diagnostic: &Diagnostic| {
            let name = serde_json::to_value(&diagnostic.problem).unwrap()["problem"].to_string();
            format!("{} {name}", diagnostic.place)
        };
        let names = queries.iter().map(|query| query.name.to_string()).collect();
        (names, log.diagnostics.iter().map(problem).collect())
    }

    #[test]
    fn a_broken_query_hides_no_other() {
        let text = "titel = 'x'\n[[query]]\nname = 'a'\ntext = 'een'\n[[query]]\nname = 'a'\ntext = 'twee'\n[[query]]\n\
                    name = 'b/c'\ntext = 'drie'\n[[query]]\nname = 'd'\ntext = ' '\n[[query]]\nname = 'e'\n[[query]]\n\
                    name = 'f'\ntext = 'vier'\ntekst = 'vijf'\n[[query]]\nname = 'g'\ntext = 'zes'\n";
        let (names, problems) = names(text);
        assert_eq!(names, ["a", "g"]);
        let expected = [
            "queries.toml:1 \"queries-invalid\"",
            "queries.toml:5:name \"duplicate-id\"",
            "queries.toml:9 \"queries-invalid\"",
            "queries.toml:13 \"value-missing\"",
            "queries.toml:14 \"queries-invalid\"",
            "queries.toml:19 \"queries-invalid\"",
        ];
        assert_eq!(problems, expected);
    }

    #[test]
    fn a_file_that_is_no_list_of_queries_is_reported_once() {
        assert_eq!(names("[[query]]\nname = \n").1, ["queries.toml:2 \"queries-invalid\""]);
        assert_eq!(names("query = 'x'\n").1, ["queries.toml:1 \"queries-invalid\""]);
        assert_eq!(names("query = []\n"), (vec![], vec![]));
        assert_eq!(names(""), (vec![], vec![]));
        assert_eq!(names("query = [{ name = 'a', text = 'b' }]\n").0, ["a"]);
    }

    #[test]
    fn a_change_leaves_the_rest_of_the_file_as_it_was() {
        let mut query = saved("vertrouwen", "vertrouw*");
        let changed = String::from_utf8(put(FILE.into(), &query).unwrap()).unwrap();
        assert_eq!(changed, FILE.replace("'vertrouw* OR \"op je af\"'", "\"vertrouw*\""));
        query.name = QueryId::new("nieuw").unwrap();
        let added = String::from_utf8(put(FILE.into(), &query).unwrap()).unwrap();
        assert_eq!(added, format!("{FILE}\n[[query]]\nname = \"nieuw\"\ntext = \"vertrouw*\"\n"));
        let removed = remove(added.into_bytes(), &query.name).unwrap();
        assert_eq!(String::from_utf8(removed).unwrap(), FILE);
        assert!(put(b"x = ".to_vec(), &query).is_err());
    }

    #[test]
    fn a_list_in_one_value_takes_a_query_too() {
        let changed = put(b"query = [{ name = 'a', text = 'b' }]\n".to_vec(), &saved("c", "d")).unwrap();
        assert_eq!(names(&String::from_utf8(changed).unwrap()), (vec!["a".into(), "c".into()], vec![]));
    }

    proptest! {
        #[test]
        fn what_is_put_in_is_read_again(
            queries in proptest::collection::btree_map("[a-zé][a-z -]{0,5}[a-z]", ("\\PC{0,12}[a-z\"'\n]", ".{0,9}"), 0..5),
        ) {
            let mut bytes = Vec::new();
            let mut expected = Vec::new();
            for (name, (text, note)) in queries {
                let query = SavedQuery { label: Label::new(&note, ""), note, ..saved(&name, &format!("x{text}")) };
                bytes = put(bytes, &query).unwrap();
                expected.push(query);
            }
            let mut log = Log::default();
            prop_assert_eq!(&read(&mut log, bytes), &expected);
            prop_assert_eq!(&read(&mut log, write(expected.iter())), &expected);
            prop_assert!(log.diagnostics.is_empty());
        }
    }
}
