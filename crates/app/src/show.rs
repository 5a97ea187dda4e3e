//! Tables as people read them on a terminal or in a document: names instead of ids, marks instead of states, and below
//! them what the numbers mean.

use crate::Project;
use crate::tables::AnyTable;
use draad_analysis::table::{Column, Table, Value};
use draad_analysis::{Balance, Basis, CasesByFactors, Cell, CellState, GroupKey, OutcomeGroup};
use draad_figures::{basis_sentences, case_order, outcome_group_name, section_name};
use draad_words::{Words, capitalised};

/// A table to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Heads of the columns.
    pub header: Vec<String>,
    /// How many columns, from the left, hold text.
    pub n_left: usize,
    /// Rows under their heads.
    pub sections: Vec<Section>,
    /// What the marks and numbers mean, and what they rest on, a sentence or some each.
    pub notes: Vec<String>,
}

/// Rows under a head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The head; may be empty.
    pub title: String,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<String>>,
}

impl View {
    /// Returns the view as a plain table, with the heads of sections as a first column.
    pub fn table(&self) -> Table {
        let titled = self.sections.iter().any(|section| !section.title.is_empty());
        let title = titled.then(|| Column::text("")).into_iter();
        let columns = title.chain(self.header.iter().map(Column::text)).collect();
        let rows = self.sections.iter().flat_map(|section| {
            let title = titled.then(|| Value::text(&section.title));
            section
                .rows
                .iter()
                .map(move |row| title.clone().into_iter().chain(row.iter().map(Value::text)).collect())
        });
        Table { name: "view", columns, rows: rows.collect() }
    }
}

/// Returns a table as people read it.
pub fn view(project: &Project, table: &AnyTable) -> View {
    match table {
        AnyTable::CasesByFactors(table) if table.basis.by.is_some() => by_group(project, table),
        AnyTable::CasesByFactors(table) => by_case(project, table),
        AnyTable::Balance(balance) => balance_view(project, balance),
    }
}

/// One row per factor, one column per case, and per outcome group in how many cases.
fn by_case(project: &Project, table: &CasesByFactors) -> View {
    let words = &project.words;
    let groups = table.outcome_groups.iter().map(|group| outcome_group_name(&table.basis, group, *words));
    let cases = table.cases.iter().map(|case| case.id.to_string());
    let header = std::iter::once(words.say("table-factor")).chain(cases).chain(groups).collect();
    let row = |factor: usize| {
        let cells = (0..table.cases.len()).map(|case| mark(table.cell(0, factor, case)));
        let margins =
            (0..table.outcome_groups.len()).map(|group| k_of_n(words, table.k_of_n(0, factor, group)));
        std::iter::once(factor_name(words, table, factor)).chain(cells).chain(margins).collect()
    };
    let mut notes = vec![words.say("table-marks"), words.say("table-passage"), words.say("table-k-of-n")];
    notes.push(case_order(&table.basis, *words));
    notes.push(order_note(words, table));
    notes.push(basis_note(project, &table.basis));
    View { header, n_left: 1, sections: sections(words, table, row), notes }
}

/// One row per factor, one column per value of the further key.
fn by_group(project: &Project, table: &CasesByFactors) -> View {
    let words = &project.words;
    let groups = table.groups.iter().map(|group| match &group.key {
        GroupKey::NotStated => words.say("not-stated"),
        GroupKey::All => words.say("all-cases"),
        GroupKey::Value(id) => group.label.or(words.language, id),
    });
    let header = std::iter::once(words.say("table-factor")).chain(groups).collect();
    let row = |factor: usize| {
        let cells = (0..table.groups.len()).map(|group| group_cell(words, table, group, factor));
        std::iter::once(factor_name(words, table, factor)).chain(cells).collect()
    };
    let mut notes = vec![words.say("table-group-cell"), words.say("table-marks"), words.say("table-passage")];
    notes.push(basis_note(project, &table.basis));
    View { header, n_left: 1, sections: sections(words, table, row), notes }
}

fn group_cell(words: &Words, table: &CasesByFactors, group: usize, factor: usize) -> String {
    let cells = || (0..table.cases.len()).map(|case| table.cell(group, factor, case));
    let k = cells().filter(|cell| cell.state.is_coded()).count();
    let n = cells().filter(|cell| cell.state != CellState::NoMaterial).count();
    let sum = |count: fn(&Cell) -> usize| cells().map(count).sum::<usize>();
    let marks = marks(
        sum(|cell| cell.n_promoting),
        sum(|cell| cell.n_hindering),
        sum(|cell| cell.n_ambivalent),
        sum(|cell| cell.n_without_direction),
    );
    match (k, n) {
        (_, 0) => "–".to_owned(),
        (0, _) => "·".to_owned(),
        _ => format!("{} {marks}", k_of_n(words, (k, n))),
    }
}

fn sections(words: &Words, table: &CasesByFactors, row: impl Fn(usize) -> Vec<String>) -> Vec<Section> {
    let section = |factors: &[usize]| Section {
        title: section_name(table.factors[factors[0]].section(), *words),
        rows: factors.iter().map(|&factor| row(factor)).collect(),
    };
    // factors stand by section
    let factors: Vec<usize> = (0..table.factors.len()).collect();
    let of = |factor: usize| table.factors[factor].section();
    factors.chunk_by(|&a, &b| of(a) == of(b)).map(section).collect()
}

/// Returns the name of a factor, or its id where it has none.
pub(crate) fn factor_name(words: &Words, table: &CasesByFactors, factor: usize) -> String {
    let row = &table.factors[factor];
    row.name.or(words.language, &row.id)
}

/// A cell as marks with numbers of passages: `●3◆1`.
fn mark(cell: &Cell) -> String {
    match cell.state {
        CellState::NoMaterial => "–".to_owned(),
        CellState::NotFound => "·".to_owned(),
        _ => marks(cell.n_promoting, cell.n_hindering, cell.n_ambivalent, cell.n_without_direction),
    }
}

fn marks(promoting: usize, hindering: usize, ambivalent: usize, plain: usize) -> String {
    let counts = [("●", promoting), ("◆", hindering), ("◐", ambivalent), ("■", plain)];
    counts.iter().filter(|(_, n)| *n > 0).map(|(mark, n)| format!("{mark}{n}")).collect()
}

fn k_of_n(words: &Words, (k, n): (usize, usize)) -> String {
    if n == 0 { "–".to_owned() } else { words.say_with("k-of-n", [("k", k.into()), ("n", n.into())]) }
}

fn order_note(words: &Words, table: &CasesByFactors) -> String {
    let groups = table.outcome_groups.iter().map(|group| {
        let cases =
            group.cases.iter().map(|&case| table.cases[case].id.to_string()).collect::<Vec<_>>().join(" ");
        format!("{}: {cases}", outcome_group_name(&table.basis, group, *words))
    });
    capitalised(&groups.collect::<Vec<_>>().join("; "))
}

fn basis_note(project: &Project, basis: &Basis) -> String {
    basis_sentences(basis, project.study(), project.words)
}

/// One row per case.
fn balance_view(project: &Project, balance: &Balance) -> View {
    let words = &project.words;
    let keys = ["case", "promoting", "hindering", "balance-factors", "balance-codings", "balance-chars"];
    let number = |value: Option<f64>| value.map_or("–".to_owned(), |value| words.number(value, 2));
    let section = |(position, group): (usize, &OutcomeGroup)| Section {
        title: outcome_group_name(&balance.basis, group, *words),
        rows: balance
            .rows
            .iter()
            .filter(|row| row.outcome_group == position)
            .map(|row| {
                let counts = [row.promoting_factors, row.hindering_factors].map(|n| n.to_string());
                let balances = [row.by_factors(), row.by_codings(), row.by_chars()].map(number);
                std::iter::once(row.case.to_string()).chain(counts).chain(balances).collect()
            })
            .collect(),
    };
    View {
        header: keys.map(|key| words.say(&format!("table-{key}"))).to_vec(),
        n_left: 1,
        sections: balance.outcome_groups.iter().enumerate().map(section).collect(),
        notes: vec![words.say("table-balance"), basis_note(project, &balance.basis)],
    }
}
