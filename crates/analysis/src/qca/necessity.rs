//! Conditions that are there wherever the outcome is.

use super::Qca;
use super::analysis::NecessaryRow;
use draad_measures::qca::{Data, necessity};

impl Qca {
    /// Returns every condition, then every absence, as necessary for the outcome; of a condition with several levels each.
    pub(super) fn necessary(&self, data: &Data) -> Vec<NecessaryRow> {
        let present = data.levels().iter().enumerate().flat_map(|(condition, &n_levels)| {
            let levels = if n_levels == 2 { 1..2 } else { 0..n_levels };
            levels.map(move |level| (condition, level))
        });
        let absent = data.levels().iter().enumerate().filter(|(_, n_levels)| **n_levels == 2);
        let literals = present.chain(absent.map(|(condition, _)| (condition, 0)));
        literals.map(|literal| row(data, vec![literal])).collect()
    }
}

fn row(data: &Data, literals: Vec<(usize, u8)>) -> NecessaryRow {
    let in_any = |case: usize| {
        let of = |&(condition, level): &(usize, u8)| data.membership(case, condition, level);
        literals.iter().map(of).fold(0.0, f64::max)
    };
    let memberships: Vec<f64> = (0..data.n_cases()).map(in_any).collect();
    NecessaryRow { fit: necessity(&memberships, data.outcome()), literals }
}
