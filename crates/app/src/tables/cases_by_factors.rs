//! `cases-by-factors`

use super::{Answer, Asked, Kind};
use crate::Project;
use crate::show::{Section, View, basis_note, factor_name, k_of_n, mark, marks};
use draad_analysis::table::Table;
use draad_analysis::{Basis, CasesByFactors, Cell, CellState, GroupKey};
use draad_core::diagnostic::Outcome;
use draad_figures::{case_order, outcome_group_name, section_name};
use draad_words::{Words, capitalised};

pub(super) const KIND: Kind = Kind {
    name: "cases-by-factors",
    takes: &["by", "outcome", "unfolded", "min-kinds", "min-roles", "top-share"],
    compute,
};

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let table = CasesByFactors::from_facts(asked.project.study(), asked.facts, &asked.with_by()?)?;
    Ok(Box::new(table))
}

impl Answer for CasesByFactors {
    fn basis(&self) -> &Basis {
        &self.basis
    }

    fn tables(&self) -> Vec<Table> {
        vec![self.long()]
    }

    fn views(&self, project: &Project) -> Vec<View> {
        vec![if self.basis.by.is_some() { by_group(project, self) } else { by_case(project, self) }]
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
    View { header, n_left: 1, sections: sections(words, table, row), notes, ..View::default() }
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
    View { header, n_left: 1, sections: sections(words, table, row), notes, ..View::default() }
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

fn order_note(words: &Words, table: &CasesByFactors) -> String {
    let groups = table.outcome_groups.iter().map(|group| {
        let cases =
            group.cases.iter().map(|&case| table.cases[case].id.to_string()).collect::<Vec<_>>().join(" ");
        format!("{}: {cases}", outcome_group_name(&table.basis, group, *words))
    });
    capitalised(&groups.collect::<Vec<_>>().join("; "))
}
