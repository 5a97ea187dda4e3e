//! Tables that are made for the manuscript, because those at a terminal say too much for a page.

use crate::results::Results;
use crate::show::{basis_note, factor_name, k_of_n, state_mark};
use draad_analysis::{FactorRow, Section};
use draad_core::CodeKind;
use draad_core::diagnostic::Outcome;
use draad_figures::{case_order, outcome_group_name, section_name};
use draad_report::document::{Column, Row, Table, cell};
use draad_words::Words;

/// Factors by cases with a mark per cell, and at the right k of n per outcome. Headings, which repeat what stands under them,
/// are left out.
pub(super) fn factors(results: &Results) -> Outcome<Vec<Table>> {
    let (table, words) = (results.table()?, results.project.words);
    let groups = table.outcome_groups.iter();
    let heads = groups.map(|group| Column::right(outcome_group_name(&table.basis, group, words), 1.0));
    let cases = table.cases.iter().map(|case| Column::centre(case.id.to_string(), 1.0));
    let columns = std::iter::once(Column::left(words.say("table-factor"), 1.0)).chain(cases).chain(heads);
    let row = |factor: usize| {
        let marks = (0..table.cases.len()).map(|case| cell(state_mark(table.cell(0, factor, case).state)));
        let margins =
            (0..table.outcome_groups.len()).map(|group| cell(k_of_n(&words, table.k_of_n(0, factor, group))));
        let name = factor_name(&words, table, factor);
        Row::Cells(std::iter::once(cell(name)).chain(marks).chain(margins).collect())
    };
    let notes = [
        words.say("manuscript-marks-note"),
        words.say("table-k-of-n"),
        case_order(&table.basis, words),
        basis_note(results.project, &table.basis),
    ];
    Ok(vec![Table {
        caption: words.say("manuscript-table-factors"),
        columns: columns.collect(),
        rows: sectioned(words, table.factors.iter(), row),
        notes: vec![notes.join(" ")],
    }])
}

/// Rows under the heads of their sections.
fn sectioned<'f>(
    words: Words,
    factors: impl Iterator<Item = &'f FactorRow>,
    row: impl Fn(usize) -> Row,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut last: Option<Section> = None;
    for (place, factor) in factors.enumerate().filter(|(_, factor)| factor.kind != CodeKind::Heading) {
        if last.replace(factor.section()) != Some(factor.section()) {
            rows.push(Row::Section(section_name(factor.section(), words)));
        }
        rows.push(row(place));
    }
    rows
}

/// In how many of its cases a factor is backed, stands in one source, is dominated by one, and is contradicted.
pub(super) fn triangulation(results: &Results) -> Outcome<Vec<Table>> {
    let (found, words) = (results.triangulation()?, results.project.words);
    let keys = ["triangulated", "single-source", "dominated", "contradicted"];
    let heads = keys.map(|key| Column::right(words.say(&format!("manuscript-{key}")), 1.0));
    let row = |place: usize| {
        let factor = &found.factors[place];
        let n = factor.factor.n_cases;
        let counts =
            [factor.n_triangulated, factor.n_single_source, factor.n_dominated, factor.n_contradicted];
        let name = factor.factor.name.or(words.language, &factor.factor.id);
        let cells = counts.map(|k| cell(k_of_n(&words, (k, n))));
        Row::Cells(std::iter::once(cell(name)).chain(cells).collect())
    };
    let thresholds = found.basis.thresholds;
    let args = [
        ("kinds", thresholds.kinds.into()),
        ("roles", thresholds.roles.into()),
        ("share", words.number(thresholds.top_source_share, 2).into()),
    ];
    let note = words.say_with("manuscript-triangulation-note", args);
    Ok(vec![Table {
        caption: words.say("manuscript-table-triangulation"),
        columns: std::iter::once(Column::left(words.say("table-factor"), 1.0)).chain(heads).collect(),
        rows: sectioned(words, found.factors.iter().map(|factor| &factor.factor), row),
        notes: vec![format!("{note} {}", basis_note(results.project, &found.basis))],
    }])
}
