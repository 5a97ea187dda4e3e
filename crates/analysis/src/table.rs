//! Plain tables: the one shape that writers of CSV, JSON, Markdown and workbooks take.

use draad_measures::Undefined;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Serialize, Serializer};

/// A table with typed columns.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// Its name, fit for a file name.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<Value>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name: the same in every release, in English, in snake case; or an id of the study.
    pub name: String,
    /// What its values are, where they are not [`Value::Nothing`].
    #[serde(rename = "type")]
    pub kind: ColumnKind,
}

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// [`Value::Text`]
    Text,
    /// [`Value::Integer`]
    Integer,
    /// [`Value::Number`]
    Number,
    /// [`Value::YesNo`]
    YesNo,
    /// [`Value::Day`]
    Day,
    /// [`Value::Time`]
    Time,
    /// [`Value::Moment`]
    Moment,
}

/// A value in a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Not known, or not there.
    Nothing,
    /// Not defined, and why. Empty in files; people read a dash, and the reason below the table.
    Undefined(Undefined),
    /// Text. Several ids are joined with `;`.
    Text(String),
    /// A count, or another whole number.
    Integer(i64),
    /// A share, a rate or a balance; never rounded, never infinite.
    Number(f64),
    /// A flag.
    YesNo(bool),
    /// A day.
    Day(Date),
    /// A day and time on the clocks of the place.
    Time(DateTime),
    /// A moment, the same everywhere.
    Moment(Timestamp),
}

impl Column {
    /// Makes a column.
    pub fn new(name: impl Into<String>, kind: ColumnKind) -> Self {
        Self { name: name.into(), kind }
    }

    /// Makes a column of text.
    pub fn text(name: impl Into<String>) -> Self {
        Self::new(name, ColumnKind::Text)
    }

    /// Makes a column of counts.
    pub fn integer(name: impl Into<String>) -> Self {
        Self::new(name, ColumnKind::Integer)
    }

    /// Makes a column of numbers.
    pub fn number(name: impl Into<String>) -> Self {
        Self::new(name, ColumnKind::Number)
    }

    /// Makes a column of flags.
    pub fn yes_no(name: impl Into<String>) -> Self {
        Self::new(name, ColumnKind::YesNo)
    }
}

impl Value {
    /// Takes text; nothing where it is empty.
    pub fn words(text: &str) -> Self {
        if text.is_empty() { Value::Nothing } else { Value::Text(text.to_owned()) }
    }

    /// Writes something as text.
    pub fn text(value: impl std::fmt::Display) -> Self {
        Value::Text(value.to_string())
    }

    /// Joins ids with `;`; nothing when there are none.
    pub fn list<T: std::fmt::Display>(ids: impl IntoIterator<Item = T>) -> Self {
        let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
        if ids.is_empty() { Value::Nothing } else { Value::Text(ids.join(";")) }
    }
}

/// A count; as text where it is too large for one.
impl From<usize> for Value {
    fn from(count: usize) -> Self {
        i64::try_from(count).map_or_else(|_| Value::text(count), Value::Integer)
    }
}

/// A count; as text where it is too large for one.
impl From<u64> for Value {
    fn from(count: u64) -> Self {
        i64::try_from(count).map_or_else(|_| Value::text(count), Value::Integer)
    }
}

impl From<u32> for Value {
    fn from(count: u32) -> Self {
        Value::Integer(i64::from(count))
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Value::YesNo(flag)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Value::Day(day)
    }
}

impl From<DateTime> for Value {
    fn from(time: DateTime) -> Self {
        Value::Time(time)
    }
}

impl From<Timestamp> for Value {
    fn from(moment: Timestamp) -> Self {
        Value::Moment(moment)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Nothing, Into::into)
    }
}

impl<T: Into<Value>> From<Result<T, Undefined>> for Value {
    fn from(value: Result<T, Undefined>) -> Self {
        value.map_or_else(Value::Undefined, Into::into)
    }
}

impl Serialize for Value {
    /// Writes the plain value; nothing and what is not defined become null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Nothing | Value::Undefined(_) => serializer.serialize_none(),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Integer(count) => serializer.serialize_i64(*count),
            Value::Number(number) => serializer.serialize_f64(*number),
            Value::YesNo(flag) => serializer.serialize_bool(*flag),
            Value::Day(day) => serializer.collect_str(day),
            Value::Time(time) => serializer.collect_str(time),
            Value::Moment(moment) => serializer.collect_str(moment),
        }
    }
}
