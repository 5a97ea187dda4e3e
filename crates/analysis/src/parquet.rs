//! Tables as Parquet files, with the types that they have: whole numbers, numbers, flags, days, times.

use crate::arrays::{batch, field};
use crate::problem;
use crate::table::{Column, Table, Value};
use draad_core::{Problem, diagnostic::Outcome};
use polars_arrow::datatypes::ArrowSchema;
use polars_io::parquet::write::get_encodings;
use polars_parquet::write::{
    CompressionOptions, FileWriter, RowGroupIterator, StatisticsOptions, Version, WriteOptions,
};

/// How many rows stand in one group: what engines hand to one worker, and skip as a whole when its smallest and largest values
/// say that nothing in it is asked for. DuckDB reads groups of less than some 120,000 rows one row too slowly, and Spark and
/// DataFusion gain nothing from larger ones.
const ROWS_PER_GROUP: usize = 1 << 17;

/// Writes a table as a Parquet file. Each column can be empty in any row; days are `DATE`, times `TIMESTAMP` without a
/// zone, moments `TIMESTAMP` in UTC.
///
/// # Errors
/// `TableFailed` when the file cannot be made.
pub fn write(table: &Table) -> Outcome<Vec<u8>> {
    let places: Vec<usize> = (0..table.columns.len()).collect();
    write_part(&table.columns, &places, &table.rows)
}

/// Writes some of the columns, given by their places, of some rows of a table, in the same way.
///
/// # Errors
/// `TableFailed` when the file cannot be made.
pub fn write_part<Row: AsRef<[Value]>>(
    columns: &[Column],
    places: &[usize],
    rows: &[Row],
) -> Outcome<Vec<u8>> {
    let columns: Vec<(usize, &Column)> = places.iter().map(|&place| (place, &columns[place])).collect();
    try_write(&columns, rows).map_err(|error: polars::error::PolarsError| {
        problem(Problem::TableFailed { reason: error.to_string() })
    })
}

fn try_write<Row: AsRef<[Value]>>(
    columns: &[(usize, &Column)],
    rows: &[Row],
) -> polars::error::PolarsResult<Vec<u8>> {
    let schema: ArrowSchema = columns.iter().map(|(_, column)| field(column)).collect();
    let options = WriteOptions {
        statistics: StatisticsOptions::default(),
        version: Version::V1,
        compression: CompressionOptions::Snappy,
        data_page_size: None,
    };
    let batches = rows.chunks(ROWS_PER_GROUP).map(|rows| batch(columns.iter().copied(), &schema, rows));
    let encodings = get_encodings(&schema);
    let groups = RowGroupIterator::try_new(batches, &schema, options, encodings)?;
    let mut writer = FileWriter::try_new(Vec::new(), schema.clone(), options)?;
    for (group, rows) in groups.zip(rows.chunks(ROWS_PER_GROUP)) {
        writer.write(rows.len() as u64, group?)?;
    }
    writer.end(None)?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::ColumnKind;
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

    #[test]
    fn a_part_has_the_columns_and_rows_that_were_asked_for() {
        let all = sample(3);
        let rows: Vec<&[Value]> = [&all.rows[2], &all.rows[0]].map(Vec::as_slice).to_vec();
        let bytes = write_part(&all.columns, &[1, 3], &rows).unwrap();
        let swapped = Table {
            name: "part",
            columns: vec![all.columns[1].clone(), all.columns[3].clone()],
            rows: rows.iter().map(|row| vec![row[1].clone(), row[3].clone()]).collect(),
        };
        assert_eq!(bytes, write(&swapped).unwrap());
    }
}
