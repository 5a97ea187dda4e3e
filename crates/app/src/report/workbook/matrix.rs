//! Cases by factors as people read them: factors as rows, cases as columns, numbers of passages with the mark of their
//! direction, and at the end of each row in how many cases of each outcome.

use super::links::Passages;
use crate::Project;
use crate::show::{factor_name, k_of_n};
use draad_analysis::table::{Column, Table, Value};
use draad_analysis::{CasesByFactors, CellState};
use draad_figures::{outcome_group_name, section_name};
use draad_report::workbook::{Look, Target};
use std::collections::BTreeMap;

/// Columns before the cases: direction, level, code, name.
pub(super) const N_KEYS: u16 = 4;

/// The sheet.
pub(super) struct Matrix {
    /// What stands on it.
    pub(super) table: Table,
    /// The direction of each number.
    pub(super) looks: BTreeMap<(usize, usize), Look>,
    /// Factor and case of each number.
    cells: BTreeMap<(usize, usize), (String, String)>,
}

impl Matrix {
    pub(super) fn new(project: &Project, table: &CasesByFactors) -> Self {
        let mut matrix = Self {
            table: Table { name: "matrix", columns: columns(project, table), rows: Vec::new() },
            looks: BTreeMap::new(),
            cells: BTreeMap::new(),
        };
        for factor in 0..table.factors.len() {
            matrix.add(project, table, factor);
        }
        matrix
    }

    fn add(&mut self, project: &Project, table: &CasesByFactors, factor: usize) {
        let (words, row) = (&project.words, &table.factors[factor]);
        let level =
            row.level.as_ref().map(|level| project.study().settings.level_name(level, words.language));
        let mut values = vec![
            Value::Text(section_name(row.section(), *words)),
            Value::Text(level.unwrap_or_else(|| words.say("workbook-no-level"))),
            Value::text(&row.id),
            Value::Text(factor_name(words, table, factor)),
        ];
        for (case, column) in table.cases.iter().enumerate() {
            let cell = table.cell(0, factor, case);
            let place = (self.table.rows.len(), values.len());
            if let Some(look) = look(cell.state) {
                self.looks.insert(place, look);
                self.cells.insert(place, (row.id.to_string(), column.id.to_string()));
            }
            values.push(match cell.state {
                CellState::NoMaterial => Value::text("–"),
                CellState::NotFound => Value::text("·"),
                _ => cell.n_passages.into(),
            });
        }
        let groups = 0..table.outcome_groups.len();
        values.extend(groups.map(|group| Value::Text(k_of_n(words, table.k_of_n(0, factor, group)))));
        self.table.rows.push(values);
    }

    /// Returns where each number leads.
    pub(super) fn links(&self, passages: &Passages) -> BTreeMap<(usize, usize), Target> {
        let links = self.cells.iter();
        links.filter_map(|(place, (factor, case))| Some((*place, passages.of_cell(factor, case)?))).collect()
    }
}

/// The outcome stands below the case, so that a header is one row and can be filtered by.
fn columns(project: &Project, table: &CasesByFactors) -> Vec<Column> {
    let words = &project.words;
    let keys = ["direction", "level", "code", "name"];
    let keys = keys.map(|key| Column::text(words.say(&format!("workbook-head-{key}"))));
    let outcome = |group: usize| outcome_group_name(&table.basis, &table.outcome_groups[group], *words);
    let has_outcome = table.basis.outcome.is_some();
    let case = |case: &draad_analysis::CaseColumn| match has_outcome {
        true => Column::integer(format!("{}\n{}", case.id, outcome(case.outcome_group))),
        false => Column::integer(case.id.as_str()),
    };
    let groups = (0..table.outcome_groups.len()).map(|group| Column::text(outcome(group)));
    keys.into_iter().chain(table.cases.iter().map(case)).chain(groups).collect()
}

fn look(state: CellState) -> Option<Look> {
    match state {
        CellState::Promoting => Some(Look::Promoting),
        CellState::Hindering => Some(Look::Hindering),
        CellState::Both => Some(Look::Both),
        CellState::Ambivalent => Some(Look::Ambivalent),
        CellState::Coded => Some(Look::Coded),
        CellState::NotFound | CellState::NoMaterial => None,
    }
}
