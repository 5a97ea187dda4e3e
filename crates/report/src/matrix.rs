//! The matrix as a figure and as a table that says the same.

use crate::figure::{self, FigureView};
use crate::reader::{Link, Reader, state_mark};
use crate::{address, factors};
use draad_analysis::CellState;
use draad_core::{CodeKind, diagnostic::Outcome};
use serde::Serialize;

/// The matrix.
#[derive(Debug, Serialize)]
pub(crate) struct MatrixView {
    figure: FigureView,
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
    /// The direction that the rows from here on have; empty where it is that of the row before.
    band: String,
    factor: Link,
    cells: Vec<Link>,
    margins: Vec<Link>,
}

/// Draws the matrix and its table.
pub(crate) fn view(reader: &Reader) -> Outcome<MatrixView> {
    let table = reader.input.table;
    let head = |group| GroupHead { name: reader.group_name(group), n_cases: group.cases.len() };
    let mut rows: Vec<RowView> = (0..table.factors.len()).map(|factor| row(reader, factor)).collect();
    name_bands(&mut rows, |factor| reader.valence(table.factors[factor].valence));
    let in_order = || table.outcome_groups.iter().flat_map(|group| &group.cases);
    Ok(MatrixView {
        figure: figure::view(reader.input.matrix, "matrix", &figure::cell_links(reader))?,
        groups: table.outcome_groups.iter().filter(|group| !group.cases.is_empty()).map(head).collect(),
        cases: in_order().map(|&case| reader.case_link(&table.cases[case].id)).collect(),
        starts: group_starts(reader),
        rows,
        sources: in_order().map(|&case| sources_link(reader, case)).collect(),
        passages: in_order().map(|&case| reader.words.whole(n_passages(reader, case) as u64)).collect(),
    })
}

fn group_starts(reader: &Reader) -> Vec<usize> {
    let sizes =
        reader.input.table.outcome_groups.iter().map(|group| group.cases.len()).filter(|&size| size > 0);
    let start = |next: &mut usize, size| Some(std::mem::replace(next, *next + size));
    sizes.scan(0, start).collect()
}

/// Returns the passages of a case, counted per factor.
pub(crate) fn n_passages(reader: &Reader, case: usize) -> usize {
    let table = reader.input.table;
    let counted = (0..table.factors.len()).filter(|&factor| table.factors[factor].kind != CodeKind::Heading);
    counted.map(|factor| table.cell(0, factor, case).n_passages).sum()
}

fn name_bands(rows: &mut [RowView], direction: impl Fn(usize) -> String) {
    let mut previous = None;
    for (factor, row) in rows.iter_mut().enumerate() {
        let band = direction(factor);
        if previous.as_ref() != Some(&band) {
            row.band.clone_from(&band);
            previous = Some(band);
        }
    }
}

fn row(reader: &Reader, factor: usize) -> RowView {
    let table = reader.input.table;
    let row = &table.factors[factor];
    let groups = || table.outcome_groups.iter().enumerate().filter(|(_, group)| !group.cases.is_empty());
    RowView {
        band: String::new(),
        factor: Link {
            text: reader.code_name(&row.id),
            to: address::factor(&row.id),
            about: String::new(),
            mark: factors::mark(row),
        },
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
