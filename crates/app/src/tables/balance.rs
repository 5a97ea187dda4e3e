//! `balance`

use super::{Answer, Asked, Codes, Kind, named};
use crate::Project;
use crate::results::Results;
use crate::show::{Section, View, basis_note, group_name, open_cell, reasons, signed};
use draad_analysis::table::Table;
use draad_analysis::{
    Balance, BalanceMeasure, BalanceOptions, BalanceRow, Basis, By, OutcomeGroup, Sides, Statement,
};
use draad_core::diagnostic::Outcome;
use draad_figures::outcome_group_name;
use draad_measures::Undefined;
use std::sync::Arc;

pub(super) const KIND: Kind =
    Kind { name: "balance", takes: &["by", "outcome", "measure", "leave-out"], codes: Codes::Own, compute };

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let measure = named::<BalanceMeasure>("measure", asked.request.options.measure.as_deref())?;
    let own = BalanceOptions { measure: measure.unwrap_or_default() };
    let options = asked.with_by()?;
    let balance = asked.shared(Results::balance, || {
        Balance::from_facts(asked.project.study(), asked.facts, &options, &own)
    })?;
    Ok(Box::new(balance))
}

impl Answer for Arc<Balance> {
    fn basis(&self) -> &Basis {
        &self.basis
    }

    fn tables(&self) -> Vec<Table> {
        Balance::tables(self)
    }

    fn views(&self, project: &Project) -> Vec<View> {
        vec![if self.groups.is_empty() { per_case(project, self) } else { by_group(project, self) }]
    }

    fn statements(&self) -> Vec<Statement> {
        Balance::statements(self)
    }
}

/// One row per case.
fn per_case(project: &Project, balance: &Balance) -> View {
    let words = &project.words;
    let keys = [
        "case",
        "promoting",
        "hindering",
        "balance-factors",
        "balance-codings",
        "balance-chars",
        "material-chars",
    ];
    let measures = [BalanceMeasure::Factors, BalanceMeasure::Codings, BalanceMeasure::Chars];
    let row = |row: &BalanceRow| {
        let sides = &row.total;
        let count =
            |n: usize| if sides.material_chars == 0 { "–".to_owned() } else { words.whole(n as u64) };
        let counts = [sides.promoting_factors, sides.hindering_factors].map(count);
        let balances = measures.map(|measure| signed(words, sides.balance(measure)));
        let cells = std::iter::once(row.case.to_string()).chain(counts).chain(balances);
        cells.chain([words.whole(sides.material_chars)]).collect()
    };
    let undefined = balance.rows.iter().flat_map(|row| measures.map(|measure| row.total.balance(measure)));
    let mut notes = vec![words.say("table-balance")];
    notes.extend(reasons(words, undefined.filter_map(Result::err)));
    notes.extend(open_note(project, balance));
    notes.push(basis_note(project, &balance.basis));
    View {
        part: "balance",
        header: keys.map(|key| words.say(&format!("table-{key}"))).to_vec(),
        n_left: 1,
        sections: sections(project, balance, row),
        notes,
        ..View::default()
    }
}

/// One row per case, one column per value of the further key, the whole case, and the course over phases.
fn by_group(project: &Project, balance: &Balance) -> View {
    let words = &project.words;
    let is_phase = balance.basis.by == Some(By::Phase);
    let groups = balance.groups.iter().map(|group| group_name(words, &group.key, &group.label));
    let heads = std::iter::once(words.say("table-case")).chain(groups).chain([words.say("balance-whole")]);
    let course = |row: &BalanceRow| match balance.course(row) {
        Ok(course) => format!("{} → {}", signed(words, Ok(course.from)), signed(words, Ok(course.to))),
        Err(_) => "–".to_owned(),
    };
    let row = |row: &BalanceRow| {
        let sides = row.groups.iter().chain([&row.total]);
        let cells = sides.map(|sides| cell(project, balance.measure, sides));
        let course = is_phase.then(|| course(row));
        std::iter::once(row.case.to_string()).chain(cells).chain(course).collect()
    };
    View {
        part: "balance",
        header: heads.chain(is_phase.then(|| words.say("balance-course"))).collect(),
        n_left: 1,
        sections: sections(project, balance, row),
        notes: group_notes(project, balance, is_phase),
        ..View::default()
    }
}

fn group_notes(project: &Project, balance: &Balance, is_phase: bool) -> Vec<String> {
    let words = &project.words;
    let measure: &str = balance.measure.into();
    let mut notes = vec![
        words.say(&format!("balance-cell-{measure}")),
        words.say("balance-definition"),
        words.say("balance-marks"),
    ];
    if is_phase {
        notes.push(words.say("balance-course-note"));
    }
    if is_phase && balance.rows.iter().any(|row| balance.course(row).is_err()) {
        notes.push(words.say("balance-no-course"));
    }
    notes.extend(open_note(project, balance));
    notes.push(basis_note(project, &balance.basis));
    notes
}

/// A balance with what it is made of: `+0,33 (4/2)`.
fn cell(project: &Project, measure: BalanceMeasure, sides: &Sides) -> String {
    let words = &project.words;
    let (promoting, hindering) = sides.counts(measure);
    match sides.balance(measure) {
        Ok(value) => {
            let made_of = format!("{}/{}", words.whole(promoting), words.whole(hindering));
            format!("{} ({made_of})", signed(words, Ok(value)))
        }
        Err(Undefined::NoMaterial) => "–".to_owned(),
        Err(_) => "·".to_owned(),
    }
}

/// How to open a number: the first that has something promoting, or else hindering, behind it.
fn open_note(project: &Project, balance: &Balance) -> Option<String> {
    let groups =
        balance.groups.iter().filter_map(|group| Some((group.key.id()?, balance.basis.by.as_ref()?)));
    let groups: Vec<String> = groups.map(|(id, by)| format!(",{}={id}", by.key())).collect();
    let places = balance.rows.iter().flat_map(|row| {
        let in_groups = row.groups.iter().zip(groups.iter().map(String::as_str));
        in_groups.chain([(&row.total, "")]).map(|(sides, group)| (&row.case, sides, group))
    });
    let (case, sides, group) =
        places.into_iter().find(|(_, sides, _)| sides.balance(balance.measure).is_ok())?;
    let valence = if sides.promoting_codings > 0 { "promoting" } else { "hindering" };
    let command = format!("draad table balance --cell {case}{group},valence={valence}");
    Some(open_cell(&project.words, command))
}

fn sections(project: &Project, balance: &Balance, row: impl Fn(&BalanceRow) -> Vec<String>) -> Vec<Section> {
    let section = |(position, group): (usize, &OutcomeGroup)| Section {
        title: outcome_group_name(&balance.basis, group, project.words),
        rows: balance.rows.iter().filter(|row| row.outcome_group == position).map(&row).collect(),
    };
    balance.outcome_groups.iter().enumerate().map(section).collect()
}
