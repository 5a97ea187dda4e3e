//! `queries.toml`: saved queries. People edit it by hand, so a change touches only the query that it is about.

use crate::{decode::decode, log::Log, paths, settings::position};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, QueryId, SavedQuery};
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use std::collections::BTreeMap;
use std::ops::Range;
use toml_edit::{ArrayOfTables, Document, DocumentMut, Item, Table, Value, de};

/// The key of the list.
const LIST: &str = "query";
const NOT_A_LIST: &str = "expected `[[query]]`";
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
    let decoded = decode(bytes);
    let text = decoded.without_bom();
    let place = |span: Option<Range<usize>>| match span {
        Some(span) => Place::line(paths::QUERIES, position(text, span.start).0),
        None => Place::file(paths::QUERIES),
    };
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => {
            log.lost(place(error.span()), invalid(error.message()));
            return Vec::new();
        }
    };
    for (key, item) in document.iter().filter(|(key, _)| *key != LIST) {
        let span = document.as_table().key(key).and_then(|key| key.span()).or_else(|| item.span());
        log.lost(place(span), invalid(&format!("unknown field `{key}`, expected `{LIST}`")));
    }
    let list = document.get(LIST).cloned().unwrap_or_default();
    let span = list.span();
    let Some(tables) = tables(list) else {
        log.lost(place(span), invalid(NOT_A_LIST));
        return Vec::new();
    };
    let mut queries = Vec::new();
    let mut first_lines: BTreeMap<QueryId, u32> = BTreeMap::new();
    for table in tables.iter() {
        let query = match query(table) {
            Ok(query) => query,
            Err(misfit) => {
                log.lost(place(misfit.span.or_else(|| table.span())), misfit.problem);
                continue;
            }
        };
        let place = place(table.span());
        let line = place.line.unwrap_or(1);
        if let Some(&first_line) = first_lines.get(&query.name) {
            let id = query.name.to_string();
            log.lost(place.column("name"), Problem::DuplicateId { id, first_line });
            continue;
        }
        first_lines.insert(query.name.clone(), line);
        queries.push(query);
    }
    queries
}

/// What is wrong with a query, and where in the file.
struct Misfit {
    span: Option<Range<usize>>,
    problem: Problem,
}

/// Reads one query, or says what is wrong.
fn query(table: &Table) -> Result<SavedQuery, Box<Misfit>> {
    let value = Value::InlineTable(table.clone().into_inline_table());
    let query = SavedQuery::deserialize(value.into_deserializer());
    let misfit = |span, problem| Box::new(Misfit { span, problem });
    let query = query.map_err(|error: de::Error| misfit(error.span(), invalid(error.message())))?;
    if query.text.trim().is_empty() {
        let span = table.get("text").and_then(Item::span);
        return Err(misfit(span, Problem::ValueMissing { column: "text".to_owned() }));
    }
    Ok(query)
}

/// Returns the list as sections, also where it is written as one value or not there; nothing when it is no list of tables.
fn tables(list: Item) -> Option<ArrayOfTables> {
    let is_empty = list.is_none() || list.as_array().is_some_and(|list| list.is_empty());
    if is_empty { Some(ArrayOfTables::new()) } else { list.into_array_of_tables().ok() }
}

fn invalid(reason: &str) -> Problem {
    Problem::QueriesInvalid { reason: reason.trim().replace('\n', "; ") }
}

/// Writes queries as sections.
pub(crate) fn write<'q>(queries: impl Iterator<Item = &'q SavedQuery>) -> Vec<u8> {
    let mut document = DocumentMut::new();
    document.insert(LIST, Item::ArrayOfTables(queries.map(section).collect()));
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
    let fail = |reason: &str| Box::new(Diagnostic::error(Place::file(paths::QUERIES), invalid(reason)));
    let mut document: DocumentMut =
        decoded.without_bom().parse().map_err(|error: toml_edit::TomlError| fail(error.message()))?;
    let mut list = tables(document.remove(LIST).unwrap_or_default()).ok_or_else(|| fail(NOT_A_LIST))?;
    change(&mut list);
    document.insert(LIST, Item::ArrayOfTables(list));
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
