//! The matrix as a table, of which every number leads to its passages.

use crate::reader::{Link, Reader, state_mark};
use crate::{address, factors};
use draad_analysis::{CellState, Section};
use draad_figures::section_name;
use serde::Serialize;

/// The matrix.
#[derive(Debug, Serialize)]
pub(crate) struct MatrixView {
    groups: Vec<GroupHead>,
    cases: Vec<Link>,
    /// Columns, counted from 0, with which an outcome group begins.
    starts: Vec<usize>,
    rows: Vec<RowView>,
    /// Per case: number of sources with material.
    sources: Vec<Link>,
    /// Per case: number of passages.
    passages: Vec<String>,
}

/// An outcome group above its cases and above its margin.
#[derive(Debug, Serialize)]
struct GroupHead {
    name: String,
    n_cases: usize,
}

/// A factor.
#[derive(Debug, Serialize)]
struct RowView {
    /// The section that begins with this row; empty where it goes on.
    band: String,
    factor: Link,
    cells: Vec<Link>,
    margins: Vec<Link>,
}

/// Makes the table.
pub(crate) fn view(reader: &Reader) -> MatrixView {
    let table = reader.input.table;
    let head = |group| GroupHead { name: reader.group_name(group), n_cases: group.cases.len() };
    let shown = (0..table.factors.len()).filter(|&factor| !reader.only_adds_up(&table.factors[factor]));
    let shown: Vec<usize> = shown.collect();
    let in_order = || table.outcome_groups.iter().flat_map(|group| &group.cases);
    MatrixView {
        groups: table.outcome_groups.iter().filter(|group| !group.cases.is_empty()).map(head).collect(),
        cases: in_order().map(|&case| reader.case_link(&table.cases[case].id)).collect(),
        starts: group_starts(reader),
        rows: shown
            .chunk_by(|&a, &b| section(reader, a) == section(reader, b))
            .flat_map(|rows| band(reader, rows))
            .collect(),
        sources: in_order().map(|&case| sources_link(reader, case)).collect(),
        passages: in_order().map(|&case| reader.words.whole(table.cases[case].n_passages as u64)).collect(),
    }
}

fn group_starts(reader: &Reader) -> Vec<usize> {
    let sizes =
        reader.input.table.outcome_groups.iter().map(|group| group.cases.len()).filter(|&size| size > 0);
    let start = |next: &mut usize, size| Some(std::mem::replace(next, *next + size));
    sizes.scan(0, start).collect()
}

fn section(reader: &Reader, factor: usize) -> Section {
    reader.input.table.factors[factor].section()
}

/// Returns the rows of one section; the first carries its name.
fn band(reader: &Reader, factors: &[usize]) -> Vec<RowView> {
    let name = factors.first().map(|&factor| section_name(section(reader, factor), reader.words));
    let names = name.into_iter().chain(std::iter::repeat_with(String::new));
    factors.iter().zip(names).map(|(&factor, band)| RowView { band, ..row(reader, factor) }).collect()
}

fn row(reader: &Reader, factor: usize) -> RowView {
    let table = reader.input.table;
    let row = &table.factors[factor];
    let groups = || table.outcome_groups.iter().enumerate().filter(|(_, group)| !group.cases.is_empty());
    RowView {
        band: String::new(),
        factor: factors::link(reader, row),
        cells: groups().flat_map(|(_, group)| &group.cases).map(|&case| cell(reader, factor, case)).collect(),
        margins: groups().map(|(group, _)| margin(reader, factor, group)).collect(),
    }
}

/// Returns the cell; only a coded one leads somewhere.
fn cell(reader: &Reader, factor: usize, case: usize) -> Link {
    let table = reader.input.table;
    let (cell, row, case) = (table.cell(0, factor, case), &table.factors[factor], &table.cases[case].id);
    let is_coded = cell.state.is_coded();
    let numbers = if is_coded { format!(", {}", factors::numbers(reader, cell)) } else { String::new() };
    Link {
        text: if is_coded { cell.n_passages.to_string() } else { String::new() },
        to: if is_coded { address::cell(&row.id, case) } else { String::new() },
        about: format!("{}, {case}: {}{numbers}", reader.code_name(&row.id), reader.state(cell.state)),
        mark: state_mark(cell.state),
    }
}

fn margin(reader: &Reader, factor: usize, group: usize) -> Link {
    let table = reader.input.table;
    let (k, n) = table.k_of_n(0, factor, group);
    let any_material = table.outcome_groups[group]
        .cases
        .iter()
        .any(|&case| table.cell(0, factor, case).state != CellState::NoMaterial);
    Link {
        text: if any_material { reader.k_of_n(k, n) } else { "–".to_owned() },
        to: if k > 0 { address::group(&table.factors[factor].id, group) } else { String::new() },
        about: reader.group_name(&table.outcome_groups[group]),
        mark: "",
    }
}

fn sources_link(reader: &Reader, case: usize) -> Link {
    let column = &reader.input.table.cases[case];
    Link {
        text: column.n_sources.to_string(),
        to: address::case_part("sources", &column.id),
        about: reader.case_name(&column.id),
        mark: "",
    }
}
