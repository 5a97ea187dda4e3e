//! The study as a data set of Parquet files, for engines that take a folder for a table: DataFusion, Spark, DuckDB, polars.
//!
//! - **A table is a folder.** A narrow table is one file in it, with all its columns: what is counted (`coding_cases`, `material`)
//!   names its cases itself, so a query means the same whatever an engine makes of names of folders. These two stand case by case,
//!   so that groups of rows tell by their smallest and largest case whether they can be skipped.
//! - **Tables with words are partitioned by case** (`codings/case=p01/part-0.parquet`), the Hive way: who asks about one case
//!   reads one file. There is one file per case, not per source, so that large studies have hundreds and not ten thousand.
//! - **What belongs to several cases or to none** has a partition of its own ([`NO_CASE`]), and so stands there once; its column
//!   `cases` says which, and in `coding_cases` and `material` it has a row for each.
//! - Within a case rows stay in the order of sources and places. Texts go along as a table, because there can be as many as sources.

use super::Made;
use super::dictionary::{FileFormat, Resource, data_package, readme};
use super::tables::{Outgoing, tables, texts};
use super::tidy::left_of;
use crate::{Progress, Project};
use draad_analysis::parquet;
use draad_analysis::table::{Table, Value};
use draad_core::Filter;
use draad_core::diagnostic::Outcome;
use draad_core::id::folded;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Tables that are partitioned by case.
const PARTITIONED: [&str; 4] = ["codings", "units", "passages", "texts"];
/// The column by which they are.
const PARTITION: &str = "case";
/// What Hive calls the partition of rows without a value.
const NO_CASE: &str = "__HIVE_DEFAULT_PARTITION__";

/// Queries that count in SQL what tables count, which go along: whoever has the data set need not look for them.
const QUERIES: [(&str, &str); 3] = [
    ("sql/balance.sql", include_str!("../../../../data-schema/sql/balance.sql")),
    ("sql/cases-by-factors.sql", include_str!("../../../../data-schema/sql/cases-by-factors.sql")),
    ("sql/co-occurrence.sql", include_str!("../../../../data-schema/sql/co-occurrence.sql")),
];

/// A file to be: its path, and some columns and rows of a table.
struct Part<'t> {
    path: String,
    table: &'t Table,
    places: Vec<usize>,
    rows: Vec<&'t [Value]>,
}

/// Makes a folder per table, with queries, a README and a data package.
pub(super) fn parquet(project: &Project, filter: &Filter, progress: &dyn Progress) -> Outcome<Made> {
    let study = project.study();
    let mut tables = tables(study, filter);
    if filter.is_empty() {
        tables.push(texts(study));
    }
    let parts: Vec<Vec<Part>> = tables.iter().map(parts_of).collect();
    progress.begin("progress-export", parts.iter().map(Vec::len).sum());
    let file = |part: &Part| {
        let bytes = parquet::write_part(&part.table.columns, &part.places, &part.rows)?;
        progress.advance();
        Ok((part.path.clone(), bytes))
    };
    let mut files: Vec<_> = parts.par_iter().flatten_iter().map(file).collect::<Outcome<_>>()?;
    progress.finish();
    let resources: Vec<Resource> =
        tables.iter().zip(&parts).map(|(table, parts)| resource(table, parts)).collect();
    let further = ["export-partitions", "export-sql"]
        .map(|key| (project.words.say(key), project.words.say(&format!("{key}-text"))));
    files.extend(QUERIES.map(|(path, query)| (path.to_owned(), query.as_bytes().to_vec())));
    files.push(("README.txt".to_owned(), readme(project, filter, &resources, &further).into_bytes()));
    files.push(("datapackage.json".to_owned(), data_package(project, &resources).into_bytes()));
    Ok((files, left_of(study, filter)))
}

fn resource<'t>(table: &'t Outgoing, parts: &[Part]) -> Resource<'t> {
    let name = name(&table.table);
    let is_partitioned = PARTITIONED.contains(&name);
    Resource {
        table,
        name: name.to_owned(),
        shown: if is_partitioned { format!("{name}/{PARTITION}=…/") } else { format!("{name}/") },
        paths: parts.iter().map(|part| part.path.clone()).collect(),
        format: FileFormat::Parquet,
        partition: is_partitioned.then_some(PARTITION),
    }
}

/// Returns what a table is called in the data set.
fn name(table: &Table) -> &'static str {
    match table.name {
        "codebook" => "codes",
        name => name,
    }
}

fn parts_of(table: &Outgoing) -> Vec<Part<'_>> {
    let (table, name) = (&table.table, name(&table.table));
    let is_partitioned = PARTITIONED.contains(&name);
    let is_kept = |place: &usize| !is_partitioned || table.columns[*place].name != PARTITION;
    let places: Vec<usize> = (0..table.columns.len()).filter(is_kept).collect();
    if !is_partitioned {
        let rows = table.rows.iter().map(Vec::as_slice).collect();
        return vec![Part { path: format!("{name}/part-0.parquet"), table, places, rows }];
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let part = |(case, rows)| {
        let folder = format!("{name}/{PARTITION}={}", folder_name(case));
        // `P01` and `p01` are one folder to many file systems
        let number = seen.entry(folded(&folder)).or_default();
        let path = format!("{folder}/part-{number}.parquet");
        *number += 1;
        Part { path, table, places: places.clone(), rows }
    };
    by_case(table).into_iter().map(part).collect()
}

/// Returns the rows of each case, in their order; of those that belong to several or to none first. There is always a part, so
/// that a table without rows has its columns.
fn by_case(table: &Table) -> BTreeMap<Option<&str>, Vec<&[Value]>> {
    let place = table.columns.iter().position(|column| [PARTITION, "cases"].contains(&column.name.as_str()));
    let mut parts: BTreeMap<Option<&str>, Vec<&[Value]>> = BTreeMap::new();
    for row in &table.rows {
        let case = match place.map(|place| &row[place]) {
            Some(Value::Text(case)) if !case.contains(';') => Some(case.as_str()),
            _ => None,
        };
        parts.entry(case).or_default().push(row);
    }
    if parts.is_empty() {
        parts.insert(None, Vec::new());
    }
    parts
}

/// Returns a value as part of the name of a folder, as Hive and Spark write and read it: signs that mean something in paths and
/// in such names as `%` and two digits of their code, everything else as it is.
fn folder_name(value: Option<&str>) -> String {
    let Some(value) = value else { return NO_CASE.to_owned() };
    let mut name = String::with_capacity(value.len());
    for sign in value.chars() {
        if sign.is_ascii_control() || "\"#%'*/:=?\\{}[]^<>|".contains(sign) {
            name += &format!("%{:02X}", u32::from(sign));
        } else {
            name.push(sign);
        }
    }
    name
}

#[cfg(test)]
mod tests;
