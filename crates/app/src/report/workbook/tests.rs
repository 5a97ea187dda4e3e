//! The workbook of the example study, opened again.

use super::*;
use crate::Project;
use crate::results::Results;
use crate::tables::Request;
use calamine::{Data, Range, Reader, Xlsx};
use draad_analysis::table::Value;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::sync::LazyLock;

fn example() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/gedeeld-opvoederschap");
    Project::open(Some(&folder), Path::new("/"), None).unwrap()
}

/// The names of all sheets, and the file.
static MADE: LazyLock<(Vec<String>, Vec<u8>)> = LazyLock::new(|| {
    let project = example();
    let results = Results::new(&project, &Request::default()).unwrap();
    let asked = Asked { results: &results, command: "draad report --as workbook", ending: "xlsx" };
    let book = Book::new(&asked).unwrap();
    (book.names.clone(), book.write().unwrap())
});

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Returns the links of the sheet with this number, from 1: cell (row and column from 0), sheet and line (from 1).
fn links(bytes: &[u8], number: usize) -> Vec<((usize, usize), String, usize)> {
    let xml = part(bytes, &format!("xl/worksheets/sheet{number}.xml"));
    let xml = roxmltree::Document::parse(&xml).unwrap();
    let nodes = xml.descendants().filter(|node| node.tag_name().name() == "hyperlink");
    nodes
        .map(|node| {
            let (sheet, cell) = node.attribute("location").unwrap().rsplit_once('!').unwrap();
            let line = cell.trim_start_matches('A').parse().unwrap();
            (place(node.attribute("ref").unwrap()), sheet.trim_matches('\'').to_owned(), line)
        })
        .collect()
}

/// Reads the name of a cell, such as AB12.
fn place(name: &str) -> (usize, usize) {
    let digits = name.find(|letter: char| letter.is_ascii_digit()).unwrap();
    let column = name[..digits].bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
    (name[digits..].parse::<usize>().unwrap() - 1, column - 1)
}

fn text(range: &Range<Data>, row: usize, column: usize) -> String {
    range.get((row, column)).map(ToString::to_string).unwrap_or_default()
}

fn same(found: &Data, expected: &Value) -> bool {
    match (found, expected) {
        (Data::Empty, Value::Nothing | Value::Undefined(_)) => true,
        // an empty text leaves an empty cell
        (Data::Empty, Value::Text(words)) => words.is_empty(),
        (Data::String(found), Value::Text(words)) => found == words,
        (Data::Float(found), Value::Integer(number)) => *found == *number as f64,
        (Data::Float(found), Value::Number(number)) => found == number,
        (Data::Bool(found), Value::YesNo(flag)) => found == flag,
        (Data::DateTime(found), Value::Day(_) | Value::Time(_) | Value::Moment(_)) => found.as_f64() > 0.0,
        _ => false,
    }
}

#[test]
fn every_sheet_holds_its_table_and_every_column_has_a_meaning() {
    let project = example();
    let results = Results::new(&project, &Request::default()).unwrap();
    let asked = Asked { results: &results, command: "draad report --as workbook", ending: "xlsx" };
    let book = Book::new(&asked).unwrap();
    let bytes = book.write().unwrap();
    assert_eq!(bytes, MADE.1, "the same study gives the same bytes");
    let parts: Vec<&Table> = book.parts().map(|(part, _)| &part.table).collect();
    assert!(parts.len() > 60, "{} parts", parts.len());
    let tables = [(&book.names[1], &book.matrix.table), (&book.names[2], &book.passages)];
    for (name, table) in tables.into_iter().chain(book.names[N_OWN..].iter().zip(parts)) {
        let found = sheet(&bytes, name);
        assert_eq!(found.height(), table.rows.len() + 1, "{name}");
        for (place, column) in table.columns.iter().enumerate() {
            assert_eq!(text(&found, 0, place), column.name, "{name}");
            for (number, row) in table.rows.iter().enumerate() {
                let cell = found.get((number + 1, place)).unwrap_or(&Data::Empty);
                assert!(
                    same(cell, &row[place]),
                    "{name} {number} {}: {cell:?} {:?}",
                    column.name,
                    row[place]
                );
            }
        }
    }
    let nobody_knows = project.words.say("result-column-further");
    for row in sheet(&bytes, &book.names[4]).rows() {
        assert_ne!(row[3].to_string(), nobody_knows, "{} {}", row[0], row[1]);
    }
}

#[test]
fn a_number_of_the_matrix_leads_to_as_many_passages() {
    let bytes = &MADE.1;
    let (matrix, passages) = (sheet(bytes, "casussen en factoren"), sheet(bytes, "fragmenten"));
    let cell = |row: usize| (text(&passages, row, 1), text(&passages, row, 0));
    let found = links(bytes, 2);
    let n_numbers = matrix
        .used_cells()
        .filter(|(_, column, value)| *column > 3 && matches!(value, Data::Float(_)))
        .count();
    assert_eq!(found.len(), n_numbers, "every number is a link");
    for ((row, column), sheet, line) in found {
        let case = text(&matrix, 0, column).split('\n').next().unwrap().to_owned();
        let expected = (text(&matrix, row, 2), case);
        let behind = (line - 1..passages.height()).take_while(|row| cell(*row) == expected).count();
        assert_eq!(
            (sheet.as_str(), text(&matrix, row, column)),
            ("fragmenten", behind.to_string()),
            "{expected:?}"
        );
        assert_ne!(cell(line - 2), expected, "it leads to the first of them");
    }
}

#[test]
fn a_link_of_any_table_leads_to_a_passage_of_its_row() {
    let (names, bytes) = &*MADE;
    let passages = sheet(bytes, "fragmenten");
    let mut n_links = BTreeMap::new();
    for (number, name) in names.iter().enumerate().skip(N_OWN) {
        let table = sheet(bytes, name);
        let head = |name: &str| (0..table.width()).find(|column| text(&table, 0, *column) == name);
        for ((row, _), target, line) in links(bytes, number + 1) {
            assert_eq!(target, "fragmenten");
            *n_links.entry(name.as_str()).or_insert(0) += 1;
            let found = |column: usize| text(&passages, line - 1, column);
            let is = |column: &str, place: usize| {
                head(column).is_none_or(|column| text(&table, row, column) == found(place))
            };
            assert!(is("factor", 1) && is("case", 0), "{name} {row}");
            if head("start").is_some() {
                assert!(is("source", 2) && is("start", 4), "{name} {row}");
            }
            for cases in ["occurs_in", "cases_a"].into_iter().filter_map(head) {
                assert!(text(&table, row, cases).split(';').any(|case| case == found(0)), "{name} {row}");
            }
        }
    }
    for table in ["tensions", "tensions-passages", "contrast", "triangulation", "triangulation-factors"] {
        assert!(n_links.get(table).is_some_and(|n| *n > 20), "{table}: {:?}", n_links.get(table));
    }
}

#[test]
fn the_contents_lead_to_every_sheet() {
    let (names, bytes) = &*MADE;
    let targets: Vec<String> = links(bytes, 1).into_iter().map(|(_, sheet, _)| sheet).collect();
    assert_eq!(targets, names[1..]);
}
