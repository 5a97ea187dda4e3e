//! The little of polars that the tables need: frames of whole numbers in, columns of whole numbers out.

use crate::problem;
use draad_core::{Problem, diagnostic::Outcome};
use polars::prelude::*;

/// Makes a frame of equally long columns.
pub(crate) fn frame<const N: usize>(columns: [(&str, Vec<u64>); N]) -> Outcome<LazyFrame> {
    let column =
        |(name, values): (&str, Vec<u64>)| UInt64Chunked::from_vec(name.into(), values).into_column();
    let frame = DataFrame::new_infer_height(columns.into_iter().map(column).collect()).map_err(failed)?;
    Ok(frame.lazy())
}

/// The number of rows, under a name.
pub(crate) fn count(name: &str) -> Expr {
    len().cast(DataType::UInt64).alias(name)
}

/// The sum of a column, under the same name.
pub(crate) fn total(column: &str) -> Expr {
    col(column).sum()
}

/// Runs a query and returns its rows, taking `columns` in this order. The order of rows is not defined.
pub(crate) fn rows<const N: usize>(query: LazyFrame, columns: [&str; N]) -> Outcome<Vec<[u64; N]>> {
    let frame = query.collect().map_err(failed)?;
    let mut found = vec![[0; N]; frame.height()];
    for (place, name) in columns.into_iter().enumerate() {
        let column = frame.column(name).and_then(|column| column.cast(&DataType::UInt64)).map_err(failed)?;
        let values = column.u64().map_err(failed)?;
        for (row, value) in found.iter_mut().zip(values.iter()) {
            row[place] = value.unwrap_or_default();
        }
    }
    Ok(found)
}

fn failed(error: PolarsError) -> Box<draad_core::Diagnostic> {
    problem(Problem::TableFailed { reason: error.to_string() })
}
