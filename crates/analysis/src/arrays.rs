//! Tables as columns in memory, as Arrow has them, for the files that hold columns.
//!
//! Days are days since 1970, times microseconds since 1970: on the clock of the place, or, for moments, in UTC.

use crate::table::{Column, ColumnKind, Value};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use polars::error::PolarsResult;
use polars_arrow::array::{Array, BooleanArray, PrimitiveArray, Utf8Array};
use polars_arrow::datatypes::{ArrowDataType, ArrowSchema, Field, TimeUnit};
use polars_arrow::record_batch::RecordBatchT;
use polars_arrow::types::NativeType;

/// Rows as columns.
pub(crate) type Batch = RecordBatchT<Box<dyn Array>>;

/// Returns a column as Arrow names and types it; it can be empty in any row.
pub(crate) fn field(column: &Column) -> Field {
    Field::new(column.name.as_str().into(), data_type(column.kind), true)
}

fn data_type(kind: ColumnKind) -> ArrowDataType {
    match kind {
        // not the newer views, which older readers do not know
        ColumnKind::Text => ArrowDataType::LargeUtf8,
        ColumnKind::Integer => ArrowDataType::Int64,
        ColumnKind::Number => ArrowDataType::Float64,
        ColumnKind::YesNo => ArrowDataType::Boolean,
        ColumnKind::Day => ArrowDataType::Date32,
        ColumnKind::Time => ArrowDataType::Timestamp(TimeUnit::Microsecond, None),
        ColumnKind::Moment => ArrowDataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
    }
}

/// Returns rows of a table as columns: those asked for, each with its place in the rows.
///
/// # Errors
/// When columns differ in length, which those of a table do not.
pub(crate) fn batch<'c, Row: AsRef<[Value]>>(
    columns: impl IntoIterator<Item = (usize, &'c Column)>,
    schema: &ArrowSchema,
    rows: &[Row],
) -> PolarsResult<Batch> {
    let arrays = columns.into_iter().map(|(place, column)| array(column.kind, rows, place));
    RecordBatchT::try_new(rows.len(), schema.clone().into(), arrays.collect())
}

/// One column of these rows. A value of another kind than the column's is left empty.
fn array<'v, Row: AsRef<[Value]>>(kind: ColumnKind, rows: &'v [Row], place: usize) -> Box<dyn Array> {
    let values = rows.iter().map(|row| &row.as_ref()[place]);
    match kind {
        ColumnKind::Text => {
            let text =
                |value: &'v Value| if let Value::Text(text) = value { Some(text.as_str()) } else { None };
            values.map(text).collect::<Utf8Array<i64>>().boxed()
        }
        ColumnKind::YesNo => {
            let flag = |value: &Value| if let Value::YesNo(flag) = value { Some(*flag) } else { None };
            values.map(flag).collect::<BooleanArray>().boxed()
        }
        ColumnKind::Integer => numbers(kind, values, |value| match value {
            Value::Integer(number) => Some(*number),
            _ => None,
        }),
        ColumnKind::Number => numbers(kind, values, |value| match value {
            Value::Number(number) => Some(*number),
            _ => None,
        }),
        ColumnKind::Day => numbers(kind, values, |value| match value {
            Value::Day(day) => days_since_1970(*day),
            _ => None,
        }),
        // a day among times is a time of which the hour is not known
        ColumnKind::Time => numbers(kind, values, |value| match value {
            Value::Time(time) => microseconds_since_1970(*time),
            Value::Day(day) => microseconds_since_1970(day.at(0, 0, 0, 0)),
            _ => None,
        }),
        ColumnKind::Moment => numbers(kind, values, |value| match value {
            Value::Moment(moment) => Some(moment.as_microsecond()),
            _ => None,
        }),
    }
}

fn numbers<'v, T: NativeType>(
    kind: ColumnKind,
    values: impl Iterator<Item = &'v Value>,
    number: impl Fn(&Value) -> Option<T>,
) -> Box<dyn Array> {
    let values: Vec<Option<T>> = values.map(number).collect();
    PrimitiveArray::from(values).to(data_type(kind)).boxed()
}

fn days_since_1970(day: Date) -> Option<i32> {
    date(1970, 1, 1).until(day).ok().map(|span| span.get_days())
}

/// The time on the clock, counted as if the clock stood at UTC: how files without a zone count.
fn microseconds_since_1970(time: DateTime) -> Option<i64> {
    let moment: Timestamp = TimeZone::UTC.to_timestamp(time).ok()?;
    Some(moment.as_microsecond())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_counted_from_1970() {
        // 2021-09-03 is 18,873 days after 1970-01-01.
        assert_eq!(days_since_1970(date(2021, 9, 3)), Some(18_873));
        assert_eq!(days_since_1970(date(1969, 12, 31)), Some(-1));
        let time = date(1970, 1, 2).at(0, 0, 1, 0);
        assert_eq!(microseconds_since_1970(time), Some(86_401_000_000));
    }
}
