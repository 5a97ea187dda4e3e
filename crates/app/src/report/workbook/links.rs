//! From numbers to the passages behind them.
//!
//! Passages stand by factor, then case, then place, so that those of a cell are rows below each other: a link leads to the
//! first. Only a row that says which factor it is about leads anywhere. With a place it leads to the passage that starts
//! there, with a case to the passages in that case, and otherwise to those of the factor. A row of one role, kind, phase or
//! other value leads nowhere, because its passages do not stand together; a row of an outcome leads to the first of its cases.

use draad_analysis::table::{Table, Value};
use draad_report::workbook::Target;
use std::collections::BTreeMap;

/// Columns that make a row one of a part of the passages of its factor and case.
const PARTIAL: [&str; 5] = ["phase", "role", "kind", "group", "key"];
/// Columns that list the cases whose passages a row counts.
const CASES: [&str; 2] = ["occurs_in", "cases_a"];
/// Columns that lead to passages, the first that a table has.
const LEADING: [&str; 5] = ["passages", "text", "codings", "occurs_k", "factor"];

/// Where passages stand on their sheet.
pub(super) struct Passages<'p> {
    sheet: &'p str,
    of_factor: BTreeMap<&'p str, usize>,
    of_cell: BTreeMap<(&'p str, &'p str), usize>,
    at: BTreeMap<(&'p str, &'p str, &'p str, Option<i64>), usize>,
}

impl<'p> Passages<'p> {
    /// Takes note of where the passages of each factor and case begin.
    pub(super) fn new(table: &'p Table, sheet: &'p str) -> Self {
        let place = |name: &str| table.columns.iter().position(|column| column.name == name);
        let named = ["factor", "case", "source", "start"].map(place);
        let mut passages =
            Self { sheet, of_factor: BTreeMap::new(), of_cell: BTreeMap::new(), at: BTreeMap::new() };
        let [Some(factor), Some(case), Some(source), Some(start)] = named else { return passages };
        for (number, row) in table.rows.iter().enumerate() {
            let (factor, case, source) = (text(&row[factor]), text(&row[case]), text(&row[source]));
            passages.of_factor.entry(factor).or_insert(number);
            passages.of_cell.entry((factor, case)).or_insert(number);
            passages.at.entry((factor, case, source, integer(&row[start]))).or_insert(number);
        }
        passages
    }

    /// Returns where the passages of a factor in a case begin; nothing when there are none.
    pub(super) fn of_cell(&self, factor: &str, case: &str) -> Option<Target> {
        self.of_cell.get(&(factor, case)).map(|row| self.target(*row))
    }

    /// Returns the links of a table, by row and column.
    pub(super) fn of(&self, table: &Table) -> BTreeMap<(usize, usize), Target> {
        let place = |name: &str| table.columns.iter().position(|column| column.name == name);
        let (Some(factor), Some(column)) = (place("factor"), LEADING.iter().find_map(|name| place(name)))
        else {
            return BTreeMap::new();
        };
        let keys = Keys {
            factor,
            case: place("case"),
            place: place("source").zip(place("start")),
            cases: CASES.iter().find_map(|name| place(name)),
            partial: PARTIAL.iter().filter_map(|name| place(name)).collect(),
        };
        let rows = table.rows.iter().enumerate();
        let link = |(number, row): (usize, &Vec<Value>)| {
            let is_something = !matches!(row[column], Value::Nothing | Value::Integer(0));
            let target = is_something.then(|| self.behind(row, &keys)).flatten()?;
            Some(((number, column), self.target(target)))
        };
        rows.filter_map(link).collect()
    }

    /// Returns the first of the passages that a row is about.
    fn behind(&self, row: &[Value], keys: &Keys) -> Option<usize> {
        let factor = text(&row[keys.factor]);
        if let (Some(case), Some((source, start))) = (keys.case, keys.place) {
            let place = (factor, text(&row[case]), text(&row[source]), integer(&row[start]));
            return self.at.get(&place).copied();
        }
        // the kind of a code, factor or theme, narrows nothing
        let narrows = |column: &&usize| {
            !matches!(&row[**column], Value::Nothing)
                && !["factor", "theme", "heading"].contains(&text(&row[**column]))
        };
        if keys.partial.iter().any(|column| narrows(&column)) {
            return None;
        }
        match (keys.case, keys.cases) {
            (Some(case), _) => self.of_cell.get(&(factor, text(&row[case]))).copied(),
            (None, Some(cases)) => {
                let first =
                    text(&row[cases]).split(';').map(|case| self.of_cell.get(&(factor, case)).copied());
                first.flatten().min()
            }
            (None, None) => self.of_factor.get(factor).copied(),
        }
    }

    fn target(&self, row: usize) -> Target {
        Target { sheet: self.sheet.to_owned(), row: Some(row) }
    }
}

/// Which columns say what a row is about.
struct Keys {
    factor: usize,
    case: Option<usize>,
    /// Source and first character.
    place: Option<(usize, usize)>,
    cases: Option<usize>,
    partial: Vec<usize>,
}

fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "",
    }
}

fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Integer(number) => Some(*number),
        _ => None,
    }
}
