//! Databases of other programs, broken as the fuzzer says: made by SQL, because from nothing no fuzzer makes one.

use crate::check_coded;
use rusqlite::{Connection, MAIN_DB};
use std::sync::OnceLock;

/// Reads the database that `sql` makes after breaking it: of each three bytes, two say where another value stands, and the
/// third which. What starts as a database does is read as it is.
pub fn check_database(name: &str, sql: &str, bytes: &[u8]) {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    if bytes.starts_with(b"SQLite format 3\0") {
        return check_coded(name, bytes);
    }
    let mut database = MADE.get_or_init(|| made(sql)).clone();
    for change in bytes.chunks_exact(3) {
        let place = usize::from(u16::from_be_bytes([change[0], change[1]])) % database.len();
        database[place] = change[2];
    }
    check_coded(name, &database);
}

/// Makes a database of small pages, so that a fuzzer reaches all of it.
fn made(sql: &str) -> Vec<u8> {
    let mut connection = Connection::open_in_memory().expect("there is memory");
    connection.execute_batch("PRAGMA page_size = 512").expect("a page may have this size");
    connection.execute_batch(sql).expect("the SQL of a target is right");
    connection.serialize(MAIN_DB).expect("there is memory").to_vec()
}
