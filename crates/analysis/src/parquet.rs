//! Tables as Parquet files, with the types that they have: whole numbers, numbers, flags, days, times.

use crate::arrays::{batch, field};
use crate::problem;
use crate::table::Table;
use draad_core::{Problem, diagnostic::Outcome};
use polars_arrow::datatypes::ArrowSchema;
use polars_io::parquet::write::get_encodings;
use polars_parquet::write::{
    CompressionOptions, FileWriter, RowGroupIterator, StatisticsOptions, Version, WriteOptions,
};

/// How many rows stand in one group.
const ROWS_PER_GROUP: usize = 1 << 18;

/// Writes a table as a Parquet file. Each column can be empty in any row; days are `DATE`, times `TIMESTAMP` without a
/// zone, moments `TIMESTAMP` in UTC.
///
/// # Errors
/// `TableFailed` when the file cannot be made.
pub fn write(table: &Table) -> Outcome<Vec<u8>> {
    try_write(table).map_err(|error: polars::error::PolarsError| {
        problem(Problem::TableFailed { reason: error.to_string() })
    })
}

fn try_write(table: &Table) -> polars::error::PolarsResult<Vec<u8>> {
    let schema: ArrowSchema = table.columns.iter().map(field).collect();
    let options = WriteOptions {
        statistics: StatisticsOptions::default(),
        version: Version::V1,
        compression: CompressionOptions::Snappy,
        data_page_size: None,
    };
    let batches = table.rows.chunks(ROWS_PER_GROUP).map(|rows| batch(table, &schema, rows));
    let encodings = get_encodings(&schema);
    let groups = RowGroupIterator::try_new(batches, &schema, options, encodings)?;
    let mut writer = FileWriter::try_new(Vec::new(), schema.clone(), options)?;
    for (group, rows) in groups.zip(table.rows.chunks(ROWS_PER_GROUP)) {
        writer.write(rows.len() as u64, group?)?;
    }
    writer.end(None)?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, ColumnKind, Value};
    use jiff::civil::date;
    use polars_parquet::read::{ParquetError, read_metadata};
    use std::io::Cursor;

    fn sample(n_rows: usize) -> Table {
        let row = |n: usize| {
            vec![
                Value::text(format!("één {n}")),
                Value::from(n),
                Value::Number(0.5),
                Value::YesNo(n.is_multiple_of(2)),
                Value::Day(date(2021, 9, 3)),
                Value::Time(date(2021, 9, 3).at(14, 5, 0, 0)),
                Value::Moment("2021-09-03T12:05:00Z".parse().unwrap()),
            ]
        };
        let mut rows: Vec<_> = (0..n_rows).map(row).collect();
        rows.push(vec![Value::Nothing; 7]);
        let kinds = {
            use ColumnKind::*;
            [Text, Integer, Number, YesNo, Day, Time, Moment]
        };
        let columns = kinds.map(|kind| Column::new(format!("{kind:?}").to_lowercase(), kind));
        Table { name: "sample", columns: columns.into(), rows }
    }

    #[test]
    fn columns_have_the_types_of_the_format() -> Result<(), ParquetError> {
        let bytes = write(&sample(2)).unwrap();
        let metadata = read_metadata(&mut Cursor::new(&bytes))?;
        let types: Vec<String> = metadata
            .schema()
            .columns()
            .iter()
            .map(|column| {
                let primitive = &column.descriptor.primitive_type;
                format!("{:?} {:?}", primitive.physical_type, primitive.logical_type)
            })
            .collect();
        assert_eq!(
            types,
            [
                "ByteArray Some(String)",
                "Int64 None",
                "Double None",
                "Boolean None",
                "Int32 Some(Date)",
                "Int64 Some(Timestamp { unit: Microseconds, is_adjusted_to_utc: false })",
                "Int64 Some(Timestamp { unit: Microseconds, is_adjusted_to_utc: true })",
            ]
        );
        assert_eq!(metadata.num_rows, 3);
        Ok(())
    }

    #[test]
    fn values_are_read_back_by_another_reader() {
        use polars::prelude::AnyValue::{Boolean, Float64, Int64, Null, String};
        use polars_io::SerReader;
        let all = sample(2);
        let plain = Table {
            columns: all.columns[..4].to_vec(),
            rows: all.rows.iter().map(|row| row[..4].to_vec()).collect(),
            ..all
        };
        let reader = polars_io::parquet::read::ParquetReader::new(Cursor::new(write(&plain).unwrap()));
        let frame = reader.finish().unwrap();
        let row = |n: usize| frame.columns().iter().map(|column| column.get(n).unwrap()).collect::<Vec<_>>();
        assert_eq!(row(1), [String("één 1"), Int64(1), Float64(0.5), Boolean(false)]);
        assert_eq!(row(2), [Null, Null, Null, Null]);
    }

    #[test]
    fn the_same_table_gives_the_same_bytes_and_no_rows_are_a_file_too() {
        assert_eq!(write(&sample(100)).unwrap(), write(&sample(100)).unwrap());
        let empty = Table { rows: Vec::new(), ..sample(0) };
        let metadata = read_metadata(&mut Cursor::new(write(&empty).unwrap())).unwrap();
        assert_eq!((metadata.num_rows, metadata.schema().columns().len()), (0, 7));
    }
}
