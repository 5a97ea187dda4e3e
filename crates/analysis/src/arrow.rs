//! Tables as an Arrow stream (IPC), which other programs take over as columns, without reading text.
//!
//! Format: Apache Arrow, "Serialization and Interprocess Communication (IPC)", streaming format, metadata version 5. One
//! batch, no compression, no dictionaries.

use crate::arrays::{batch, field};
use crate::problem;
use crate::table::Table;
use draad_core::{Problem, diagnostic::Outcome};
use polars::error::PolarsResult;
use polars_arrow::datatypes::{ArrowSchema, Field, Metadata};
use polars_arrow::io::ipc::write::{StreamWriter, WriteOptions};
use std::sync::Arc;

/// The key of the metadata that says what the table is and rests on.
const OF_TABLE: &str = "draad";
/// The key of the metadata that says what a column means.
const OF_COLUMN: &str = "meaning";

/// Writes a table as a stream. `about` says what it is and rests on, `meanings` per column what it means; empty where nobody
/// says. Types are those of [`crate::parquet::write`].
///
/// # Errors
/// `TableFailed` when the stream cannot be made.
pub fn stream(table: &Table, about: &str, meanings: &[String]) -> Outcome<Vec<u8>> {
    try_stream(table, about, meanings)
        .map_err(|error| problem(Problem::TableFailed { reason: error.to_string() }))
}

fn try_stream(table: &Table, about: &str, meanings: &[String]) -> PolarsResult<Vec<u8>> {
    let fields =
        table.columns.iter().zip(meanings).map(|(column, meaning)| explained(field(column), meaning));
    let schema: ArrowSchema = fields.collect();
    let mut writer = StreamWriter::new(Vec::new(), WriteOptions { compression: None });
    writer.set_custom_schema_metadata(Arc::new(said(OF_TABLE, about)));
    writer.start(&schema, None)?;
    writer.write(&batch(table.columns.iter().enumerate(), &schema, &table.rows)?, None)?;
    writer.finish()?;
    Ok(writer.into_inner())
}

fn explained(field: Field, meaning: &str) -> Field {
    if meaning.is_empty() { field } else { field.with_metadata(said(OF_COLUMN, meaning)) }
}

fn said(key: &str, value: &str) -> Metadata {
    std::iter::once((key.into(), value.into())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, ColumnKind, Value};
    use polars_arrow::array::{PrimitiveArray, Utf8Array};
    use polars_arrow::io::ipc::read::{StreamReader, StreamState, read_stream_metadata};
    use std::io::Cursor;

    fn sample(n_rows: usize) -> Table {
        let row = |n: usize| vec![Value::text(format!("één {n}")), Value::from(n)];
        let mut rows: Vec<_> = (0..n_rows).map(row).collect();
        rows.push(vec![Value::Nothing; 2]);
        let columns = vec![Column::text("naam"), Column::new("n", ColumnKind::Integer)];
        Table { name: "sample", columns, rows }
    }

    #[test]
    fn a_stream_holds_values_types_and_what_they_mean() {
        let meanings = ["hoe het heet".to_owned(), String::new()];
        let bytes = stream(&sample(2), "{\"name\":\"sample\"}", &meanings).unwrap();
        let mut rest = Cursor::new(&bytes);
        let metadata = read_stream_metadata(&mut rest).unwrap();
        let said = metadata.custom_schema_metadata.as_ref().unwrap();
        assert_eq!(said.get("draad").unwrap().as_str(), "{\"name\":\"sample\"}");
        let fields: Vec<&Field> = metadata.schema.iter_values().collect();
        let meaning = fields[0].metadata.as_ref().and_then(|own| own.get("meaning")).unwrap();
        assert_eq!(meaning.as_str(), "hoe het heet");
        assert!(fields[1].metadata.as_ref().is_none_or(|own| own.is_empty()));
        let mut reader = StreamReader::new(&mut rest, metadata, None);
        let StreamState::Some(batch) = reader.next().unwrap().unwrap() else { panic!("one batch") };
        let names = batch.arrays()[0].as_any().downcast_ref::<Utf8Array<i64>>().unwrap();
        assert_eq!(names.iter().collect::<Vec<_>>(), [Some("één 0"), Some("één 1"), None]);
        let numbers = batch.arrays()[1].as_any().downcast_ref::<PrimitiveArray<i64>>().unwrap();
        assert_eq!(numbers.iter().collect::<Vec<_>>(), [Some(&0), Some(&1), None]);
        assert!(reader.next().is_none());
    }

    #[test]
    fn the_same_table_gives_the_same_bytes_and_no_rows_are_a_stream_too() {
        let nothing = [String::new(), String::new()];
        let of = |table: &Table| stream(table, "", &nothing).unwrap();
        assert_eq!(of(&sample(100)), of(&sample(100)));
        let empty = Table { rows: Vec::new(), ..sample(0) };
        let bytes = of(&empty);
        let mut rest = Cursor::new(&bytes);
        assert_eq!(read_stream_metadata(&mut rest).unwrap().schema.len(), 2);
    }
}
