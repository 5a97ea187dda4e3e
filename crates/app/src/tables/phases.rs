//! `phases`

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::show::{Section, View, basis_note, by_section, k_of_n, open_cell};
use draad_analysis::grid::{Grid, GridFactor, Presence};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Phases};
use draad_core::diagnostic::Outcome;
use draad_figures::case_order;
use draad_words::Words;

pub(super) const KIND: Kind =
    Kind { name: "phases", takes: &["outcome", "unfolded"], codes: Codes::Folded, compute };

/// After the pattern of a case in which a factor was coded where the phase is not known.
const ALSO_UNKNOWN: &str = "?";

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    Ok(Box::new(Phases::from_facts(asked.project.study(), asked.facts, &asked.options)?))
}

impl Answer for Phases {
    fn basis(&self) -> &Basis {
        &self.basis
    }

    fn tables(&self) -> Vec<Table> {
        Phases::tables(self)
    }

    fn views(&self, project: &Project) -> Vec<View> {
        vec![by_phase(project, self), patterns(project, self)]
    }
}

/// Returns the factors of a grid as rows under the heads of their sections.
pub(super) fn sections(
    words: &Words,
    grid: &Grid,
    row: impl Fn(&GridFactor, usize) -> Vec<String>,
) -> Vec<Section> {
    let row = |factor: usize| {
        let name = grid.factors[factor].name.or(words.language, &grid.factors[factor].id);
        std::iter::once(name).chain(row(&grid.factors[factor], factor)).collect()
    };
    by_section(words, grid.factors.len(), |factor| grid.factors[factor].section(), row)
}

/// Returns how much material there is in each of some columns, as rows above the factors.
pub(super) fn material(words: &Words, grid: &Grid, columns: &[usize]) -> Section {
    let amounts = |column: usize| grid.cases.iter().map(move |case| case.amounts[column]);
    let n_cases = |column: usize| amounts(column).filter(|amount| amount.n_sources > 0).count();
    let n_chars = |column: usize| amounts(column).map(|amount| amount.n_chars).sum();
    let row = |key: &str, number: &dyn Fn(usize) -> String| {
        std::iter::once(words.say(key)).chain(columns.iter().map(|&column| number(column))).collect()
    };
    Section {
        title: words.say("phases-material"),
        rows: vec![
            row("phases-material-cases", &|column| k_of_n(words, (n_cases(column), grid.cases.len()))),
            row("table-material-chars", &|column| words.whole(n_chars(column))),
        ],
    }
}

/// One row per factor, one column per phase.
fn by_phase(project: &Project, phases: &Phases) -> View {
    let words = &project.words;
    let has_unknown = phases.n_sources_unknown > 0 || phases.n_codings_unknown > 0;
    let columns: Vec<usize> = (0..phases.phases.len() + usize::from(has_unknown)).collect();
    let head = |&column: &usize| match phases.phases.get(column) {
        Some(phase) => phase.name(words.language),
        None => words.say("phases-unknown-column"),
    };
    let row = |factor: usize| {
        columns.iter().map(|&column| k_of_n(words, phases.grid.k_of_n(factor, column))).collect()
    };
    let mut found = vec![material(words, &phases.grid, &columns)];
    found.extend(sections(words, &phases.grid, |_, factor| row(factor)));
    let mut notes = vec![words.say("phases-k-of-n")];
    if project.study().sources.values().any(|source| source.cases.len() > 1) {
        notes.push(words.say("phases-several-cases"));
    }
    if has_unknown {
        let args =
            [("codings", phases.n_codings_unknown.into()), ("sources", phases.n_sources_unknown.into())];
        notes.push(words.say_with("phases-unknown", args));
    }
    View {
        part: "phases",
        title: words.say("phases-title"),
        header: std::iter::once(words.say("table-factor")).chain(columns.iter().map(head)).collect(),
        n_left: 1,
        sections: found,
        notes,
        ..View::default()
    }
}

/// One row per factor, one column per case.
fn patterns(project: &Project, phases: &Phases) -> View {
    let (words, grid) = (&project.words, &phases.grid);
    let is_also_unknown =
        |factor: usize, case: usize| grid.presence(factor, case, phases.unknown()) == Presence::Coded;
    let cell = |factor: usize, case: usize| {
        let sign = if is_also_unknown(factor, case) { ALSO_UNKNOWN } else { "" };
        phases.pattern(factor, case) + sign
    };
    let row = |factor: usize| (0..grid.cases.len()).map(|case| cell(factor, case)).collect();
    let names: Vec<String> = phases.phases.iter().map(|phase| phase.name(words.language)).collect();
    let mut notes = vec![words.say_with("phases-pattern", [("phases", names.join(", ").into())])];
    if phases.n_codings_unknown > 0 {
        notes.push(words.say("phases-also-unknown"));
    }
    notes.push(case_order(&phases.basis, *words));
    notes.extend(open_note(words, phases));
    notes.push(basis_note(project, &phases.basis));
    let cases = grid.cases.iter().map(|case| case.id.to_string());
    View {
        part: "phase-patterns",
        title: words.say("phases-title-patterns"),
        header: std::iter::once(words.say("table-factor")).chain(cases).collect(),
        n_left: 1,
        sections: sections(words, grid, |_, factor| row(factor)),
        notes,
        ..View::default()
    }
}

/// How to open a sign: the first factor that was coded in a phase.
fn open_note(words: &Words, phases: &Phases) -> Option<String> {
    let grid = &phases.grid;
    let places =
        (0..grid.factors.len()).flat_map(|factor| (0..grid.cases.len()).map(move |case| (factor, case)));
    let first = |(factor, case)| Some((factor, case, phases.first_phase(factor, case).ok()?));
    let (factor, case, phase) = places.into_iter().find_map(first)?;
    let (case, factor, phase) = (&grid.cases[case].id, &grid.factors[factor].id, &phases.phases[phase].id);
    let command = format!("draad table phases --cell {case},{factor},phase={phase}");
    Some(open_cell(words, command))
}
