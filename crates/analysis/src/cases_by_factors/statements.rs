//! What the case × factor table says in so many words.

use super::{CasesByFactors, CellState};
use crate::{GroupKey, Statement};
use draad_core::Valence;
use std::cmp::Ordering;

impl CasesByFactors {
    /// Returns what the table says of each factor (in each group of the further key that the study states): that it occurs in at least half of
    /// the cases with material, and whether it promotes in more cases than it hinders or the other way round. Without a
    /// further key also in which of the two ends of the outcome it occurs in a larger part of the cases.
    pub fn statements(&self) -> Vec<Statement> {
        let mut statements = Vec::new();
        for factor in 0..self.factors.len() {
            let stated = |group: &usize| self.groups[*group].key != GroupKey::NotStated;
            for group in (0..self.groups.len()).filter(stated) {
                statements.extend(self.occurs_widely(group, factor));
                statements.extend(self.leans(group, factor));
            }
            if self.basis.by.is_none() {
                statements.extend(self.differs_by_outcome(factor));
            }
        }
        statements
    }

    /// Makes a statement of a factor, or of a factor in a group.
    fn of_factor(&self, group: usize, factor: usize, claims: [&'static str; 2], value: &str) -> Statement {
        let id = self.factors[factor].id.as_str();
        match self.groups[group].key.id() {
            None => Statement::new(claims[0], [id], value),
            Some(group) => Statement::new(claims[1], [id, group], value),
        }
    }

    fn occurs_widely(&self, group: usize, factor: usize) -> Option<Statement> {
        let cells = || (0..self.cases.len()).map(|case| self.cell(group, factor, case));
        let k = cells().filter(|cell| cell.state.is_coded()).count();
        let n = cells().filter(|cell| cell.state != CellState::NoMaterial).count();
        let claims = ["factor-in-half", "factor-in-half-in-group"];
        (k > 0 && 2 * k >= n).then(|| self.of_factor(group, factor, claims, ""))
    }

    fn leans(&self, group: usize, factor: usize) -> Option<Statement> {
        let cells = || (0..self.cases.len()).map(|case| self.cell(group, factor, case));
        let promoting = cells().filter(|cell| cell.n_promoting > 0).count();
        let hindering = cells().filter(|cell| cell.n_hindering > 0).count();
        let side = match promoting.cmp(&hindering) {
            Ordering::Greater => Valence::Promoting,
            Ordering::Less => Valence::Hindering,
            Ordering::Equal => return None,
        };
        Some(self.of_factor(group, factor, ["factor-leans", "factor-leans-in-group"], side.into()))
    }

    /// Compares the first and the last level of the outcome as parts: k₁ / n₁ with k₂ / n₂. Both are the subject, so that
    /// it is about the same when it turns round.
    fn differs_by_outcome(&self, factor: usize) -> Option<Statement> {
        let end = |expects| {
            let place = self.outcome_groups.iter().position(|group| group.expects == Some(expects))?;
            Some((self.outcome_groups[place].level.as_deref()?, self.k_of_n(0, factor, place)))
        };
        let (first, (k1, n1)) = end(Valence::Promoting)?;
        let (last, (k2, n2)) = end(Valence::Hindering)?;
        if n1 == 0 || n2 == 0 {
            return None;
        }
        let more = match (k1 * n2).cmp(&(k2 * n1)) {
            Ordering::Greater => first,
            Ordering::Less => last,
            Ordering::Equal => return None,
        };
        Some(Statement::new("factor-by-outcome", [self.factors[factor].id.as_str(), first, last], more))
    }
}
