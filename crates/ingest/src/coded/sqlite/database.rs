//! A database in memory.

use super::findings::Findings;
use super::header::{Header, LENGTH};
use super::row::Row;
use crate::File;
use crate::coded::CodedProject;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// Instructions of SQLite's machine between two looks at how many there were.
const STRIDE: usize = 10_000;

/// A database in memory. It is read once, table by table; what is asked for twice is counted twice.
pub(crate) struct Database {
    connection: Connection,
    /// The real tables by name in lower case.
    tables: BTreeMap<String, Table>,
    /// The tables that somebody asked for.
    asked: BTreeSet<String>,
    findings: Findings,
    /// How many bytes of values may still be read. Each byte of a file is some value's once, but a hostile file can
    /// point at the same bytes again and again.
    n_bytes_left: u64,
}

struct Table {
    /// As the file spells it.
    name: String,
    /// Its columns as the file spells them, without those that are computed.
    columns: Vec<String>,
}

impl Database {
    /// Opens the database in `bytes`.
    ///
    /// # Errors
    /// When it cannot be opened or its list of tables cannot be read; the text is SQLite's own.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, String> {
        let header = Header::read(bytes)?;
        let content = header.bytes.chain(bytes.get(LENGTH..).unwrap_or_default());
        let connection = open_hardened(bytes.len(), content).map_err(|error| error.to_string())?;
        let mut database = Self {
            connection,
            tables: BTreeMap::new(),
            asked: BTreeSet::new(),
            findings: Findings { is_cut: header.is_cut, has_log: header.has_log, ..Findings::default() },
            n_bytes_left: bytes.len() as u64 * 8 + (1 << 20),
        };
        database.tables = database.real_tables().map_err(|error| error.to_string())?;
        Ok(database)
    }

    /// Returns whether there are tables of all these names.
    pub(crate) fn has(&self, tables: &[&str]) -> bool {
        tables.iter().all(|table| self.tables.contains_key(*table))
    }

    /// Goes through the rows of a table, and returns how many there are. Columns that are wanted but not there read as
    /// empty; columns that are there but not wanted are counted. Names are written in lower case.
    pub(crate) fn scan(&mut self, name: &str, wanted: &[&str], each: impl FnMut(&Row)) -> usize {
        self.asked.insert(name.to_owned());
        let Some(table) = self.tables.get(name) else { return 0 };
        let lower: Vec<String> = table.columns.iter().map(|column| column.to_lowercase()).collect();
        let position = |wanted: &&str| lower.iter().position(|column| column == wanted);
        let positions: Vec<Option<usize>> = wanted.iter().map(position).collect();
        let unwanted: Vec<usize> = (0..lower.len()).filter(|idx| !positions.contains(&Some(*idx))).collect();
        let n_unreadable = Cell::new(0);
        let mut scan = Scan {
            wanted,
            positions,
            n_unreadable: &n_unreadable,
            n_filled: vec![0; unwanted.len()],
            unwanted,
            n_rows: 0,
        };
        let done = scan.run(&self.connection, table, &mut self.n_bytes_left, each);
        self.findings.n_unreadable += scan.n_unreadable.get();
        for (column, n) in scan.unwanted.iter().zip(&scan.n_filled).filter(|(_, n)| **n > 0) {
            self.findings.unknown.push((format!("{}.{}", table.name, table.columns[*column]), *n));
        }
        if let Err(reason) = done {
            self.findings.damage.push((table.name.clone(), scan.n_rows, reason));
        }
        scan.n_rows
    }

    /// Counts the rows of a table without looking at what they hold.
    pub(crate) fn count(&mut self, name: &str) -> usize {
        self.asked.insert(name.to_owned());
        let Some(table) = self.tables.get(name) else { return 0 };
        let (n, done) = count(&self.connection, table, "1");
        if let Err(reason) = done {
            self.findings.damage.push((table.name.clone(), n, reason));
        }
        n
    }

    /// Counts the rows in which one of these columns holds something, without looking at what.
    pub(crate) fn count_filled(&mut self, name: &str, columns: &[&str]) -> usize {
        let Some(table) = self.tables.get(name) else { return 0 };
        let there = table.columns.iter().filter(|column| columns.contains(&column.to_lowercase().as_str()));
        let filled: Vec<String> = there.map(|column| format!("{} IS NOT NULL", quoted(column))).collect();
        if filled.is_empty() { 0 } else { count(&self.connection, table, &filled.join(" OR ")).0 }
    }

    /// Writes down what nobody asked for, and what could not be read.
    pub(crate) fn report(mut self, file: &File, project: &mut CodedProject) {
        let unasked: Vec<String> =
            self.tables.keys().filter(|name| !self.asked.contains(*name)).cloned().collect();
        for name in unasked {
            let n = self.count(&name);
            if n > 0 {
                let name = self.tables.get(&name).map_or(name, |table| table.name.clone());
                self.findings.unknown.push((name, n));
            }
        }
        self.findings.report(file, project);
    }

    #[cfg(test)]
    pub(super) fn findings_for_test(&self) -> &Findings {
        &self.findings
    }

    /// Returns the real tables: views and virtual tables would run what the file says, and are never looked at.
    fn real_tables(&self) -> rusqlite::Result<BTreeMap<String, Table>> {
        let list = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0 \
                    AND sql NOT LIKE 'create virtual%' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
        let mut statement = self.connection.prepare(list)?;
        let names = statement.query_map([], |row| row.get::<_, String>(0))?;
        let mut tables = BTreeMap::new();
        for name in names {
            let name = name?;
            let mut columns = Vec::new();
            self.connection.pragma(Some("main"), "table_xinfo", &name, |row| {
                // Other numbers are columns that the file computes.
                if row.get::<_, i64>("hidden")? == 0 {
                    columns.push(row.get("name")?);
                }
                Ok(())
            })?;
            tables.insert(name.to_lowercase(), Table { name, columns });
        }
        Ok(tables)
    }
}

/// Opens a database that can do no harm: nothing can be written, nothing in it runs, no value is longer than the file, and
/// reading takes no more steps than a file of its size can need.
fn open_hardened(size: usize, content: impl Read) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    let length = i32::try_from(size).unwrap_or(i32::MAX).max(1 << 16);
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, length),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1 << 16),
        (Limit::SQLITE_LIMIT_COLUMN, 500),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 600),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 5),
        (Limit::SQLITE_LIMIT_VDBE_OP, 50_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 10),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, value)?;
    }
    let mut n_left = (5_000_000 + size * 32) / STRIDE;
    let is_enough = move || {
        n_left = n_left.saturating_sub(1);
        n_left == 0
    };
    connection.progress_handler(STRIDE as i32, Some(is_enough))?;
    connection.deserialize_read_exact(MAIN_DB, content, size, true)?;
    Ok(connection)
}

/// A walk through the rows of a table.
struct Scan<'s> {
    wanted: &'s [&'s str],
    /// Where the wanted columns stand.
    positions: Vec<Option<usize>>,
    /// Where the others stand.
    unwanted: Vec<usize>,
    /// In how many rows each of the others is filled.
    n_filled: Vec<usize>,
    n_unreadable: &'s Cell<usize>,
    n_rows: usize,
}

impl Scan<'_> {
    fn run(
        &mut self,
        connection: &Connection,
        table: &Table,
        n_bytes_left: &mut u64,
        mut each: impl FnMut(&Row),
    ) -> Result<(), String> {
        let columns: Vec<String> = table.columns.iter().map(|column| quoted(column)).collect();
        // An index may be broken or disagree with the table; the table is what counts.
        let select = format!("SELECT {} FROM main.{} NOT INDEXED", columns.join(", "), quoted(&table.name));
        let mut statement = connection.prepare(&select).map_err(|error| error.to_string())?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(|error| error.to_string())? {
            let size: usize = (0..table.columns.len()).map(|column| size_of(row, column)).sum();
            let left = n_bytes_left.checked_sub(size as u64);
            *n_bytes_left = left.ok_or("the same bytes are used too often")?;
            for (column, n_filled) in self.unwanted.iter().zip(&mut self.n_filled) {
                *n_filled += usize::from(is_filled(row, *column));
            }
            let (wanted, positions, n_unreadable) = (self.wanted, &self.positions, self.n_unreadable);
            each(&Row { row, wanted, positions, n_unreadable });
            self.n_rows += 1;
        }
        Ok(())
    }
}

fn size_of(row: &rusqlite::Row, column: usize) -> usize {
    match row.get_ref(column) {
        Ok(ValueRef::Text(bytes) | ValueRef::Blob(bytes)) => bytes.len(),
        _ => 0,
    }
}

fn is_filled(row: &rusqlite::Row, column: usize) -> bool {
    match row.get_ref(column) {
        Ok(ValueRef::Text(bytes) | ValueRef::Blob(bytes)) => !bytes.is_empty(),
        Ok(ValueRef::Null) | Err(_) => false,
        Ok(_) => true,
    }
}

/// Counts the rows for which `condition` holds, step by step: counting in one step could not be stopped.
fn count(connection: &Connection, table: &Table, condition: &str) -> (usize, Result<(), String>) {
    let select = format!("SELECT 1 FROM main.{} NOT INDEXED WHERE {condition}", quoted(&table.name));
    let mut n = 0;
    let mut step = || -> rusqlite::Result<()> {
        let mut statement = connection.prepare(&select)?;
        let mut rows = statement.raw_query();
        while rows.next()?.is_some() {
            n += 1;
        }
        Ok(())
    };
    let done = step().map_err(|error| error.to_string());
    (n, done)
}

/// Quotes a name for SQL.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
