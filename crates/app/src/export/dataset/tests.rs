//! The data set of the example study: what stands where, and that nothing stands twice or nowhere.

use super::*;
use crate::Silent;
use draad_analysis::table::ColumnKind;
use draad_analysis::{CasesByFactors, Options};
use draad_core::{Language, Study};
use std::collections::BTreeSet;
use std::path::Path;

fn example() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/gedeeld-opvoederschap");
    Project::open(Some(&folder), Path::new("/"), Some(Language::En)).unwrap()
}

fn files(project: &Project, filter: &Filter) -> BTreeMap<String, Vec<u8>> {
    parquet(project, filter, &Silent).unwrap().0.into_iter().collect()
}

fn cell<'r>(table: &Table, row: &'r [Value], column: &str) -> &'r Value {
    &row[table.columns.iter().position(|known| known.name == column).unwrap()]
}

fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        Value::Nothing => "",
        other => panic!("{other:?} is no text"),
    }
}

/// A table of passages with these cases and no more.
fn of_cases(cases: &[&str]) -> Outgoing {
    let rows = cases.iter().zip(0usize..).map(|(case, n)| vec![Value::from(n), Value::words(case)]);
    Outgoing::new("passages", &["passage"])
        .column("passage", ColumnKind::Integer, super::super::tables::Meaning::Said)
        .column("case", ColumnKind::Text, super::super::tables::Meaning::Said)
        .with(rows)
}

/// Reads the name of a folder as Hive does, byte by byte.
fn decoded(folder: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), folder.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        match first {
            b'%' => {
                let code = std::str::from_utf8(&after[..2]).unwrap();
                bytes.push(u8::from_str_radix(code, 16).unwrap());
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn partitions_add_up_to_the_table_and_each_row_is_where_its_case_is() {
    let project = example();
    for table in tables(project.study(), &Filter::default()).iter().chain([&texts(project.study())]) {
        let parts = parts_of(table);
        let table = &table.table;
        let places: BTreeMap<*const Value, usize> =
            table.rows.iter().zip(0..).map(|(row, place)| (row.as_ptr(), place)).collect();
        let rows = parts.iter().flat_map(|part| &part.rows);
        let mut seen: Vec<usize> = rows.map(|row| places[&row.as_ptr()]).collect();
        seen.sort_unstable();
        assert!(seen.into_iter().eq(0..table.rows.len()), "{}: each row once", table.name);
        for part in parts.iter().filter(|part| part.path.contains('=')) {
            let in_order = part.rows.is_sorted_by_key(|row| places[&row.as_ptr()]);
            assert!(in_order, "{}: rows stay in their order", part.path);
            let folder = part.path.split('/').nth(1).unwrap().strip_prefix("case=").unwrap();
            let column = if table.name == "passages" { "case" } else { "cases" };
            for row in &part.rows {
                let cases = text(cell(table, row, column));
                match folder {
                    NO_CASE => assert!(cases.is_empty() || cases.contains(';'), "{}", part.path),
                    folder => assert_eq!(cases, decoded(folder), "{}", part.path),
                }
            }
        }
    }
}

#[test]
fn the_column_that_names_folders_stands_in_no_file() {
    let table = of_cases(&["p01", "p02", "p01"]);
    let parts = parts_of(&table);
    let seen: Vec<_> =
        parts.iter().map(|part| (part.path.as_str(), part.places.clone(), part.rows.len())).collect();
    assert_eq!(
        seen,
        [("passages/case=p01/part-0.parquet", vec![0], 2), ("passages/case=p02/part-0.parquet", vec![0], 1)]
    );
}

#[test]
fn odd_ids_come_back_from_names_of_folders() {
    for id in ["it's 100% [a=b] {é}^", "a#b", "ß ü", "%41", "p01"] {
        let folder = folder_name(Some(id));
        assert!(!folder.contains(['=', '#', '\'', '[', '^', '{']), "{folder}");
        assert_eq!(decoded(&folder), id);
    }
    // letters beyond ASCII stay as they are: Spark reads codes as characters, not as bytes
    assert_eq!(folder_name(Some("één=1")), "één%3D1");
    assert_eq!(folder_name(None), NO_CASE);
}

#[test]
fn ids_that_differ_in_capitals_overwrite_nothing() {
    let table = of_cases(&["P01", "p01"]);
    let paths: BTreeSet<String> = parts_of(&table).iter().map(|part| part.path.to_lowercase()).collect();
    assert_eq!(paths.len(), 2);
}

#[test]
fn a_table_without_rows_has_a_file_with_its_columns() {
    let table = of_cases(&[]);
    let parts = parts_of(&table);
    assert_eq!((parts.len(), parts[0].places.clone(), parts[0].rows.len()), (1, vec![0], 0));
    assert!(parts[0].path.contains(NO_CASE));
}

#[test]
fn the_package_names_every_file_and_the_same_study_gives_the_same_bytes() {
    let project = example();
    let mut files = files(&project, &Filter::default());
    assert!(files == self::files(&project, &Filter::default()));
    let package: serde_json::Value =
        serde_json::from_slice(&files.remove("datapackage.json").unwrap()).unwrap();
    let readme = String::from_utf8(files.remove("README.txt").unwrap()).unwrap();
    let mut named = BTreeSet::new();
    for resource in package["resources"].as_array().unwrap() {
        match &resource["path"] {
            serde_json::Value::Array(paths) => {
                named.extend(paths.iter().map(|path| path.as_str().unwrap().to_owned()));
            }
            path => drop(named.insert(path.as_str().unwrap().to_owned())),
        }
        let keys = resource["schema"]["foreignKeys"].as_array().into_iter().flatten();
        for other in keys.map(|key| key["reference"]["resource"].as_str().unwrap()) {
            let is_known = |known: &serde_json::Value| known["name"] == other;
            let all = package["resources"].as_array().unwrap();
            assert!(other.is_empty() || all.iter().any(is_known), "{other} is no table here");
        }
        let has_case =
            resource["schema"]["fields"].as_array().unwrap().iter().any(|field| field["name"] == "case");
        assert!(has_case || resource["partitionedBy"].is_null(), "{}", resource["name"]);
        let shown = format!("\n{}/", resource["name"].as_str().unwrap());
        assert!(readme.contains(&shown), "the README tells of {shown}");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data-schema/sql");
    let mut queries: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    queries.sort();
    for query in queries {
        let path = format!("sql/{}", query.to_str().unwrap());
        assert!(files.remove(&path).is_some(), "{path} goes along");
    }
    assert_eq!(named, files.keys().cloned().collect::<BTreeSet<_>>());
    assert!(files.values().all(|bytes| bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1")));
}

#[test]
fn a_filter_lets_no_whole_texts_through() {
    let filter = Filter { roles: vec!["parent".parse().unwrap()], ..Filter::default() };
    let files = files(&example(), &filter);
    assert!(!files.keys().any(|path| path.starts_with("texts/")));
    assert!(files.keys().any(|path| path.starts_with("units/case=p03/")));
}

/// Sources and characters of material per case, added up from the table.
fn material_of_cases(study: &Study, filter: &Filter) -> BTreeMap<String, (usize, i64)> {
    let tables = tables(study, filter);
    let table = &tables.iter().find(|table| table.table.name == "material").unwrap().table;
    let number = |row: &[Value], column: &str| match cell(table, row, column) {
        Value::Integer(number) => *number,
        other => panic!("{other:?} is no number"),
    };
    let mut found: BTreeMap<String, (BTreeSet<&str>, i64)> = BTreeMap::new();
    for row in &table.rows {
        let of_case = found.entry(text(cell(table, row, "case")).to_owned()).or_default();
        of_case.0.insert(text(cell(table, row, "source")));
        of_case.1 += number(row, "end") - number(row, "start");
    }
    found.into_iter().map(|(case, (sources, chars))| (case, (sources.len(), chars))).collect()
}

#[test]
fn material_adds_up_to_what_tables_rest_on() {
    let project = example();
    let of_role = Filter { roles: vec!["child".parse().unwrap()], ..Filter::default() };
    for filter in [Filter::default(), of_role] {
        let options = Options { filter: filter.clone(), ..Options::default() };
        let table = CasesByFactors::from_study(project.study(), &options).unwrap();
        let with_material = table.cases.iter().filter(|case| case.n_sources > 0);
        let expected: BTreeMap<String, (usize, i64)> =
            with_material.map(|case| (case.id.to_string(), (case.n_sources, case.n_chars as i64))).collect();
        assert_eq!(material_of_cases(project.study(), &filter), expected);
    }
}

#[test]
fn a_code_counts_under_itself_and_all_above_it_that_pass() {
    let project = example();
    let codes = &project.study().codebook.codes;
    let listed = |filter: &Filter| -> BTreeSet<(String, String)> {
        let tables = tables(project.study(), filter);
        let table = &tables.iter().find(|table| table.table.name == "code_ancestors").unwrap().table;
        table.rows.iter().map(|row| (text(&row[0]).to_owned(), text(&row[1]).to_owned())).collect()
    };
    let mut expected = BTreeSet::new();
    for code in codes.values() {
        let mut above = Some(&code.id);
        while let Some(id) = above {
            expected.insert((code.id.to_string(), id.to_string()));
            above = codes[id].parent.as_ref();
        }
    }
    assert_eq!(listed(&Filter::default()), expected);
    let (child, parent) = expected.iter().find(|(code, above)| code != above).unwrap().clone();
    let filter = Filter { codes: vec![child.parse().unwrap()], ..Filter::default() };
    assert!(!listed(&filter).iter().any(|(_, above)| *above == parent), "what does not pass is no row");
}
