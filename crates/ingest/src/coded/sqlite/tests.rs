//! Databases made for tests, and what no database may do.

use super::*;
use crate::{File, ReadOptions};
use rusqlite::{Connection, MAIN_DB};

/// Makes a database by running `sql`.
pub(crate) fn database(sql: &str) -> Vec<u8> {
    let mut connection = Connection::open_in_memory().unwrap();
    connection.execute_batch(sql).unwrap();
    serialized(&mut connection)
}

/// Returns the bytes of a database in memory.
pub(crate) fn serialized(connection: &mut Connection) -> Vec<u8> {
    connection.serialize(MAIN_DB).unwrap().to_vec()
}

const PEOPLE: &str = "CREATE TABLE People (id integer primary key, Naam text, extra text, twice text AS (naam || naam));
    INSERT INTO people (naam, extra) VALUES ('Anna', NULL), (7, 'x'), (x'42656165ff', ''), (NULL, NULL), (2.5, NULL);
    CREATE TABLE elsewhere (a); INSERT INTO elsewhere VALUES (1), (2);
    CREATE TABLE empty (a);
    CREATE VIEW source AS SELECT naam FROM people;
    CREATE INDEX by_name ON people (naam);";

#[test]
fn values_are_text_whatever_type_they_have_and_nothing_goes_uncounted() {
    let mut database = Database::open(&database(PEOPLE)).unwrap();
    assert!(database.has(&["people", "elsewhere"]) && !database.has(&["source"]));
    let mut names = Vec::new();
    let n = database.scan("people", &["id", "naam", "age"], |row| {
        names.push((row.integer("id"), row.text("naam"), row.integer("age")));
    });
    assert_eq!(n, 5);
    let expected = ["Anna", "7", "Beae\u{fffd}", "", "2.5"];
    assert_eq!(names.iter().map(|(_, name, _)| name.as_str()).collect::<Vec<_>>(), expected);
    assert_eq!(names.iter().map(|(id, ..)| id.unwrap()).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(database.scan("source", &[], |_| panic!("a view is no table")), 0);

    let mut project = crate::coded::CodedProject::default();
    let options = ReadOptions::default();
    database.report(&File { name: "a.db", options: &options }, &mut project);
    let unknown: Vec<&str> =
        project.reconciliation.entries.iter().map(|entry| entry.detail.as_str()).collect();
    assert_eq!(unknown, ["People.extra: 1", "elsewhere: 2"]);
    assert_eq!(project.diagnostics.len(), 1, "one value was no text");
}

#[test]
fn a_log_beside_the_file_is_noticed_and_the_file_is_read() {
    let mut bytes = database(PEOPLE);
    assert!(!may_have_log(&bytes));
    bytes[18..20].copy_from_slice(&[2, 2]);
    assert!(may_have_log(&bytes) && is_database(&bytes));
    assert_eq!(Database::open(&bytes).unwrap().scan("people", &[], |_| {}), 5);
}

#[test]
fn a_file_that_breaks_off_is_read_as_far_as_it_goes() {
    let rows: String = (0..2000).map(|n| format!("INSERT INTO t VALUES ({n}, 'rij nummer {n}');")).collect();
    let bytes = database(&format!("CREATE TABLE t (a, b); BEGIN; {rows} COMMIT;"));
    let mut n_before = 0;
    for length in (0..=bytes.len()).step_by(512) {
        let Ok(mut database) = Database::open(&bytes[..length]) else { continue };
        let n = database.scan("t", &["a", "b"], |row| drop(row.text("b")));
        assert!(n >= n_before, "{length}");
        assert!(length == bytes.len() || database.findings_for_test().is_cut, "{length}");
        n_before = n;
    }
    assert_eq!(n_before, 2000);
}

#[test]
fn a_claim_of_a_gigabyte_costs_nothing() {
    let mut bytes = database(PEOPLE);
    bytes[28..32].copy_from_slice(&262_144_u32.to_be_bytes());
    assert_eq!(Database::open(&bytes).unwrap().scan("people", &[], |_| {}), 5);
    for page_size in [0_u16, 1, 3, 512, 65_535] {
        bytes[16..18].copy_from_slice(&page_size.to_be_bytes());
        let _ = Database::open(&bytes).map(|mut database| database.scan("people", &[], |_| {}));
    }
}

#[test]
fn values_that_a_file_has_only_once_are_not_repeated_without_end() {
    let filler = "x".repeat(60_000);
    let rows = "INSERT INTO t (a) VALUES (1);".repeat(5_000);
    let bytes = database(&format!(
        "CREATE TABLE t (a); BEGIN; {rows} COMMIT; ALTER TABLE t ADD b DEFAULT '{filler}';"
    ));
    let mut database = Database::open(&bytes).unwrap();
    let n = database.scan("t", &["b"], |_| {});
    assert!((1..5_000).contains(&n), "{n}");
    assert_eq!(database.findings_for_test().damage.len(), 1);
}

#[test]
fn virtual_tables_are_no_tables() {
    let mut database = Database::open(&database(
        "CREATE TABLE t (a); INSERT INTO t VALUES (1);
         PRAGMA writable_schema = ON;
         INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING absent(a)');",
    ))
    .unwrap();
    assert!(!database.has(&["v"]));
    assert_eq!(database.count("t"), 1);
}
