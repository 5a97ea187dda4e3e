//! What an analysis says in so many words: the terms of its solutions.

use super::{Qca, SolutionRead};
use crate::Statement;
use draad_measures::qca::{Cube, Kind, Listing};

impl Qca {
    /// Returns a statement per term of the parsimonious and the intermediate solution: that it is in all models, or in some.
    pub fn statements(&self) -> Vec<Statement> {
        let Some((_, solved)) = self.solved() else { return Vec::new() };
        let solutions = solved.solutions.iter().filter_map(|solution| {
            let claim = match solution.kind {
                Kind::Conservative => return None,
                Kind::Parsimonious => "qca-parsimonious",
                Kind::Intermediate => "qca-intermediate",
            };
            Some((claim, solution))
        });
        solutions.flat_map(|(claim, solution)| self.of_solution(claim, solution)).collect()
    }

    fn of_solution(&self, claim: &'static str, solution: &SolutionRead) -> Vec<Statement> {
        let mut terms: Vec<&Cube> = solution.models.iter().flat_map(|model| &model.model.terms).collect();
        terms.sort();
        terms.dedup();
        let statement = |term: &Cube| {
            let in_all = solution.listing == Listing::All && solution.shared.contains(term);
            let in_all = if in_all { "all-models" } else { "some-models" };
            Statement::new(claim, [self.written(term).as_str()], in_all)
        };
        terms.into_iter().map(statement).collect()
    }
}
