//! `cases-by-factors`

use super::{Answer, Asked, Codes, Kind, named};
use crate::Project;
use crate::results::Results;
use crate::show::{
    Section, View, basis_note, by_section, factor_name, group_name, k_of_n, mark, marks, measured, open_cell,
    reasons, state_mark,
};
use draad_analysis::table::Table;
use draad_analysis::{Basis, CasesByFactors, Cell, CellMeasure, CellState, GroupKey, Options, Statement};
use draad_core::diagnostic::Outcome;
use draad_figures::{case_order, outcome_group_name};
use draad_words::{Words, capitalised};
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    name: "cases-by-factors",
    takes: &["by", "outcome", "unfolded", "measure", "min-kinds", "min-roles", "top-share", "leave-out"],
    codes: Codes::Folded,
    compute,
};

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let measure = named::<CellMeasure>("measure", asked.request.options.measure.as_deref())?;
    let options = Options { words: measure == Some(CellMeasure::Words), ..asked.with_by()? };
    let table = asked.shared(Results::table, || {
        CasesByFactors::from_facts(asked.project.study(), asked.facts, &options)
    })?;
    Ok(Box::new(Measured { table, measure }))
}

/// The table with what its cells show to readers; nothing where that was not asked.
struct Measured {
    table: Arc<CasesByFactors>,
    measure: Option<CellMeasure>,
}

impl Answer for Measured {
    fn basis(&self) -> &Basis {
        &self.table.basis
    }

    fn tables(&self) -> Vec<Table> {
        vec![self.table.long(), self.table.wide(), self.table.factors_by_group()]
    }

    fn views(&self, project: &Project) -> Vec<View> {
        views(project, &self.table, self.measure)
    }

    fn statements(&self) -> Vec<Statement> {
        self.table.statements()
    }
}

/// Cases as columns; or values of the further key as columns; or, of a measure, cases as columns for each of those values.
fn views(project: &Project, table: &CasesByFactors, measure: Option<CellMeasure>) -> Vec<View> {
    if table.basis.by.is_some() && measure.is_none() {
        return vec![by_group(project, table)];
    }
    (0..table.groups.len()).map(|group| by_case(project, table, group, measure.unwrap_or_default())).collect()
}

/// One row per factor, one column per case, and per outcome group in how many cases.
fn by_case(project: &Project, table: &CasesByFactors, group: usize, measure: CellMeasure) -> View {
    let words = &project.words;
    let outcomes = table.outcome_groups.iter().map(|group| outcome_group_name(&table.basis, group, *words));
    let cases = table.cases.iter().map(|case| case.id.to_string());
    let header = std::iter::once(words.say("table-factor")).chain(cases).chain(outcomes).collect();
    let row = |factor: usize| {
        let cells = (0..table.cases.len()).map(|case| shown(words, table.cell(group, factor, case), measure));
        let margins = (0..table.outcome_groups.len())
            .map(|outcome| k_of_n(words, table.k_of_n(group, factor, outcome)));
        std::iter::once(factor_name(words, table, factor)).chain(cells).chain(margins).collect()
    };
    let title = match &table.groups[group].key {
        GroupKey::All => String::new(),
        _ => group_name(words, &table.groups[group].key, &table.groups[group].label),
    };
    View {
        part: "cases-by-factors",
        title: capitalised(&title),
        header,
        n_left: 1,
        sections: sections(words, table, row),
        notes: notes(project, table, group, measure),
        ..View::default()
    }
}

/// A cell as marks, with the numbers of passages or with another measure.
fn shown(words: &Words, cell: &Cell, measure: CellMeasure) -> String {
    if measure == CellMeasure::Passages || !cell.state.is_coded() {
        return mark(cell);
    }
    let value = measure.of(cell);
    let number = match value {
        Ok(count) if measure.is_count() => words.whole(count as u64),
        value => measured(words, value, decimals(measure)),
    };
    format!("{} {number}", state_mark(cell.state))
}

/// Shares of the material are small, other shares and rates are not.
fn decimals(measure: CellMeasure) -> usize {
    if matches!(measure, CellMeasure::Coverage | CellMeasure::CoverageSought) { 3 } else { 2 }
}

fn notes(project: &Project, table: &CasesByFactors, group: usize, measure: CellMeasure) -> Vec<String> {
    let words = &project.words;
    let mut notes = match measure {
        CellMeasure::Passages => vec![words.say("table-marks"), words.say("table-passage")],
        other => vec![words.say("cell-marks"), words.say(&format!("cell-measure-{}", <&str>::from(other)))],
    };
    notes.push(words.say("table-k-of-n"));
    let coded = table.cells.iter().filter(|cell| cell.state.is_coded());
    notes.extend(reasons(words, coded.filter_map(|cell| measure.of(cell).err())));
    notes.push(case_order(&table.basis, *words));
    notes.push(order_note(words, table));
    notes.extend(material_note(words, table, group));
    notes.extend(open_note(words, table, group, true));
    notes.push(basis_note(project, &table.basis));
    notes
}

/// How much material each case has (in a group): counts mean nothing without it.
fn material_note(words: &Words, table: &CasesByFactors, group: usize) -> Option<String> {
    let n_chars =
        |case: usize| table.factors.first().map_or(0, |_| table.cell(group, 0, case).material_chars);
    let with_material = (0..table.cases.len()).filter(|&case| n_chars(case) > 0);
    let cases = with_material.map(|case| format!("{} {}", table.cases[case].id, words.whole(n_chars(case))));
    let cases = cases.collect::<Vec<_>>().join(", ");
    if cases.is_empty() {
        return None;
    }
    let group = &table.groups[group];
    Some(match group.key {
        GroupKey::All => words.say_with("cell-material", [("cases", cases.into())]),
        _ => {
            let name = group_name(words, &group.key, &group.label);
            words.say_with("cell-material-of-group", [("group", name.into()), ("cases", cases.into())])
        }
    })
}

/// How to open a number of a group: the first cell that has one. Where groups are columns, it holds all cases.
fn open_note(words: &Words, table: &CasesByFactors, group: usize, is_of_case: bool) -> Option<String> {
    let n_cases = table.cases.len();
    let places = (0..table.factors.len()).flat_map(|factor| (0..n_cases).map(move |case| (factor, case)));
    let is_coded = |&(factor, case): &(usize, usize)| table.cell(group, factor, case).state.is_coded();
    let (factor, case) = places.into_iter().find(is_coded)?;
    let case = is_of_case.then(|| table.cases[case].id.to_string());
    let value = table.groups[group].key.id();
    let value = value.zip(table.basis.by.as_ref()).map(|(value, by)| format!("{}={value}", by.key()));
    let parts = case.into_iter().chain([table.factors[factor].id.to_string()]).chain(value);
    let command = format!("draad table cases-by-factors --cell {}", parts.collect::<Vec<_>>().join(","));
    Some(open_cell(words, command))
}

/// One row per factor, one column per value of the further key.
fn by_group(project: &Project, table: &CasesByFactors) -> View {
    let words = &project.words;
    let groups = table.groups.iter().map(|group| group_name(words, &group.key, &group.label));
    let header = std::iter::once(words.say("table-factor")).chain(groups).collect();
    let row = |factor: usize| {
        let cells = (0..table.groups.len()).map(|group| group_cell(words, table, group, factor));
        std::iter::once(factor_name(words, table, factor)).chain(cells).collect()
    };
    let mut notes = vec![words.say("table-group-cell"), words.say("table-marks"), words.say("table-passage")];
    notes.extend((0..table.groups.len()).find_map(|group| open_note(words, table, group, false)));
    notes.push(basis_note(project, &table.basis));
    View {
        part: "cases-by-factors",
        header,
        n_left: 1,
        sections: sections(words, table, row),
        notes,
        ..View::default()
    }
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
    by_section(words, table.factors.len(), |factor| table.factors[factor].section(), row)
}

fn order_note(words: &Words, table: &CasesByFactors) -> String {
    let groups = table.outcome_groups.iter().map(|group| {
        let cases =
            group.cases.iter().map(|&case| table.cases[case].id.to_string()).collect::<Vec<_>>().join(" ");
        format!("{}: {cases}", outcome_group_name(&table.basis, group, *words))
    });
    capitalised(&groups.collect::<Vec<_>>().join("; "))
}
