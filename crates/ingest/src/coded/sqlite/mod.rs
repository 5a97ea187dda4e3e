//! SQLite databases of other programs: read from bytes in memory, never from a file, and not trusted.
//!
//! Only real tables are read, row by row as they lie in the file, and columns are looked for by their names. What nobody
//! asked for is counted, so that it can be reported. A database that breaks off is read as far as it goes.

mod database;
mod findings;
mod header;
mod row;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use database::Database;
pub(crate) use row::Row;

/// Returns whether `bytes` start as an SQLite database does.
pub(crate) fn is_database(bytes: &[u8]) -> bool {
    bytes.starts_with(header::START)
}

/// Returns whether the database in `bytes` was written with a log beside it: a file of the same name with `-wal` at its
/// end, which may hold the latest changes and is not part of `bytes`. Closing the program that wrote it merges the two.
pub fn may_have_log(bytes: &[u8]) -> bool {
    header::Header::read(bytes).is_ok_and(|header| header.has_log)
}
