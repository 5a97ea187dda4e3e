//! `balance`

use super::{Answer, Asked, Kind};
use crate::Project;
use crate::show::{Section, View, basis_note};
use draad_analysis::table::Table;
use draad_analysis::{Balance, Basis, OutcomeGroup};
use draad_core::diagnostic::Outcome;
use draad_figures::outcome_group_name;

pub(super) const KIND: Kind = Kind { name: "balance", takes: &["outcome"], compute };

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    Ok(Box::new(Balance::from_facts(asked.project.study(), asked.facts, &asked.options)?))
}

impl Answer for Balance {
    fn basis(&self) -> &Basis {
        &self.basis
    }

    fn tables(&self) -> Vec<Table> {
        vec![self.table()]
    }

    fn views(&self, project: &Project) -> Vec<View> {
        vec![view(project, self)]
    }
}

/// One row per case.
fn view(project: &Project, balance: &Balance) -> View {
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
        ..View::default()
    }
}
