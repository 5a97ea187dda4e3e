//! The matrix at a glance: a row of marks per case, and what stands where in it.

use super::{case_name, outcome};
use crate::Project;
use crate::show::{Section, View, k_of_n, open_cell};
use draad_analysis::meta_matrix::{CaseRow, ColumnOrder, RowOrder};
use draad_analysis::{CellState, FactorRow, MetaMatrix};
use draad_figures::{outcome_group_name, section_name};
use std::ops::Range;

/// After how many marks a space stands.
const MARKS_TOGETHER: usize = 5;

/// One row per case, with a mark per factor.
pub(super) fn matrix(project: &Project, table: &MetaMatrix) -> View {
    let words = &project.words;
    let groups = column_groups(project, table);
    // under heads of outcomes they need not stand again
    let says_outcome = table.basis.outcome.is_some() && table.options.order != RowOrder::Outcome;
    let outcome_head = says_outcome.then(|| words.say("meta-matrix-outcome"));
    let heads: Vec<String> = std::iter::once(words.say("table-case"))
        .chain(outcome_head)
        .chain([words.say("meta-matrix-balance")])
        .collect();
    let n_left = heads.len() + groups.len();
    let head = |(name, factors): &(String, Range<usize>)| {
        let args = [
            ("name", name.clone().into()),
            ("first", (factors.start + 1).into()),
            ("last", factors.end.into()),
        ];
        words.say_with(if factors.len() == 1 { "meta-matrix-single" } else { "meta-matrix-range" }, args)
    };
    let row = |case: usize| {
        let own = &table.cases[case];
        let balance = own.balance.map_or("–".to_owned(), |balance| words.number(balance, 2));
        let marks = groups.iter().map(|(_, factors)| marks(table, case, factors.clone()));
        let outcome = says_outcome.then(|| outcome(words, table, own));
        std::iter::once(case_name(own)).chain(outcome).chain([balance]).chain(marks).collect()
    };
    let mut notes = vec![words.say("meta-matrix-marks"), order_note(project, table)];
    notes.push(words.say(&format!("meta-matrix-columns-{}", <&str>::from(table.options.columns))));
    notes.push(words.say("table-passage"));
    if let (Some(case), Some(factor)) = (table.cases.first(), table.factors.first()) {
        let command = format!("draad table meta-matrix --cell {},{}", case.id, factor.id);
        notes.push(open_cell(words, command));
    }
    View {
        part: "meta-matrix",
        header: heads.into_iter().chain(groups.iter().map(head)).collect(),
        n_left,
        sections: case_sections(project, table, row),
        notes,
        ..View::default()
    }
}

/// Returns the rows of cases, under their groups where they stand by groups.
fn case_sections(project: &Project, table: &MetaMatrix, row: impl Fn(usize) -> Vec<String>) -> Vec<Section> {
    if table.groups.is_empty() {
        let rows = (0..table.cases.len()).map(row).collect();
        return vec![Section { title: String::new(), rows }];
    }
    let section = |group: &draad_analysis::OutcomeGroup| Section {
        title: match &table.options.order {
            RowOrder::Attribute(_) => match &group.level {
                Some(level) => group.label.or(project.words.language, level),
                None => project.words.say("not-stated"),
            },
            _ => outcome_group_name(&table.basis, group, project.words),
        },
        rows: group.cases.iter().map(|&case| row(case)).collect(),
    };
    table.groups.iter().map(section).collect()
}

/// Returns a mark per factor, with spaces.
fn marks(table: &MetaMatrix, case: usize, factors: Range<usize>) -> String {
    let marks: Vec<char> = factors.map(|factor| mark(table.cell(case, factor).state)).collect();
    marks.chunks(MARKS_TOGETHER).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

fn mark(state: CellState) -> char {
    match state {
        CellState::Promoting => '●',
        CellState::Hindering => '◆',
        CellState::Both => '◈',
        CellState::Ambivalent => '◐',
        CellState::Coded => '■',
        CellState::NotFound => '·',
        CellState::NoMaterial => '–',
    }
}

/// Returns the groups in which factors stand, with their names.
fn column_groups(project: &Project, table: &MetaMatrix) -> Vec<(String, Range<usize>)> {
    let words = &project.words;
    let is_same = |a: &FactorRow, b: &FactorRow| match table.options.columns {
        ColumnOrder::Valence => a.section() == b.section(),
        ColumnOrder::Level => a.level == b.level,
        ColumnOrder::Axis | ColumnOrder::Leaf => true,
    };
    let name = |factor: &FactorRow| match table.options.columns {
        ColumnOrder::Valence => section_name(factor.section(), *words),
        ColumnOrder::Level => factor.level.as_ref().map_or_else(
            || words.say("meta-matrix-no-level"),
            |level| project.study().settings.level_name(level, words.language),
        ),
        ColumnOrder::Axis | ColumnOrder::Leaf => words.say("meta-matrix-all-factors"),
    };
    let mut first = 0;
    let group = |same: &[FactorRow]| {
        let range = first..first + same.len();
        first = range.end;
        (name(&same[0]), range)
    };
    table.factors.chunk_by(is_same).map(group).collect()
}

fn order_note(project: &Project, table: &MetaMatrix) -> String {
    let words = &project.words;
    let key = format!("meta-matrix-order-{}", table.options.order.key());
    let label = |id: &draad_core::AttributeId| {
        let known = project.study().settings.attribute(id.as_str());
        known.map_or_else(|| id.to_string(), |known| known.label.or(words.language, id))
    };
    match &table.options.order {
        RowOrder::Attribute(id) => words.say_with(&key, [("attribute", label(id).into())]),
        _ => words.say(&key),
    }
}

/// The factors with their numbers, and in how many cases they occur.
pub(super) fn factors(project: &Project, table: &MetaMatrix) -> View {
    let words = &project.words;
    let n_with_material = (0..table.cases.len()).filter(|&case| has_material(table, case)).count();
    let row = |factor: usize| {
        let own = &table.factors[factor];
        vec![
            (factor + 1).to_string(),
            own.name.or(words.language, &own.id),
            own.id.to_string(),
            k_of_n(words, (own.n_cases, n_with_material)),
            own.n_passages.to_string(),
        ]
    };
    let sections = column_groups(project, table)
        .into_iter()
        .map(|(title, factors)| Section { title, rows: factors.map(row).collect() });
    let keys = ["meta-matrix-number", "table-factor", "", "meta-matrix-found", "meta-matrix-passages"];
    View {
        part: "meta-matrix",
        title: words.say("meta-matrix-factors-title"),
        header: keys.map(|key| if key.is_empty() { String::new() } else { words.say(key) }).to_vec(),
        n_left: 3,
        sections: sections.collect(),
        notes: vec![words.say("table-k-of-n")],
        ..View::default()
    }
}

fn has_material(table: &MetaMatrix, case: usize) -> bool {
    table.cases[case].n_sources > 0
        || (0..table.factors.len()).any(|factor| table.cell(case, factor).state.is_coded())
}

/// The cases in their order, with how much material they have.
pub(super) fn cases(project: &Project, table: &MetaMatrix) -> View {
    let words = &project.words;
    let row = |case: &CaseRow| {
        vec![
            case_name(case),
            outcome(words, table, case),
            case.n_promoting.to_string(),
            case.n_hindering.to_string(),
            case.n_sources.to_string(),
            words.whole(case.n_chars),
        ]
    };
    let keys = [
        "table-case",
        "meta-matrix-outcome",
        "table-promoting",
        "table-hindering",
        "meta-matrix-sources",
        "meta-matrix-chars",
    ];
    View {
        part: "meta-matrix-cases",
        title: words.say("meta-matrix-cases-title"),
        header: keys.map(|key| words.say(key)).to_vec(),
        n_left: 2,
        sections: vec![Section { title: String::new(), rows: table.cases.iter().map(row).collect() }],
        ..View::default()
    }
}
