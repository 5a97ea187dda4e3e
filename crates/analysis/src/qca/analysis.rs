//! Rows, solutions and how they fit.

use super::Qca;
use super::advice::{Obstacle, against_solutions, unsolved};
use draad_measures::Undefined;
use draad_measures::qca::{
    Cube, Data, Expectation, Kind, Listing, Model, ModelFit, Necessary, Options, Row, SLACK, Solution,
    TruthTable, assumptions, fit, singles, solve, unions,
};

/// Models of one solution that are listed at most; that there are more is said.
const MOST_MODELS: usize = 100;

/// Inclusion from which a condition is usually called necessary.
const NECESSARY: f64 = 0.9;

/// Returns a type of solution as files have it.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Conservative => "conservative",
        Kind::Parsimonious => "parsimonious",
        Kind::Intermediate => "intermediate",
    }
}

/// An analysis. Cases are positions in its data; [`Qca::case`] says which they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysed {
    /// The memberships that were analysed; the outcome is negated where that was asked.
    pub data: Data,
    /// Conditions, their absence, and unions of them, as necessary for the outcome.
    pub necessity: Vec<Necessary>,
    /// Why no unions are among them, where there are too many to look at.
    pub without_unions: Option<Undefined>,
    /// The rows.
    pub table: TruthTable,
    /// The solutions; or why none are given.
    pub solved: Result<Solved, Obstacle>,
}

/// The solutions.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// Conservative, parsimonious, and, where something is expected of a condition, intermediate.
    pub solutions: Vec<SolutionRead>,
    /// Which models of the first two make which of the third, with the rows without cases that were allowed.
    pub pairs: Vec<PairRead>,
}

/// A solution of one type.
#[derive(Clone, Debug, PartialEq)]
pub struct SolutionRead {
    /// Which.
    pub kind: Kind,
    /// All its models, in their order; each explains the rows as well as any other.
    pub models: Vec<FittedModel>,
    /// The terms that all of them have.
    pub shared: Vec<Cube>,
    /// Whether these are all models.
    pub listing: Listing,
}

/// A model and how it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedModel {
    /// Its terms.
    pub model: Model,
    /// How it fits, term by term in the same order, and as a whole.
    pub fit: ModelFit,
    /// Cases with the outcome that no term covers.
    pub uncovered: Vec<usize>,
    /// Cases in a term, but without the outcome.
    pub deviant: Vec<usize>,
    /// Rows without cases that it takes to go with the outcome.
    pub assumptions: Vec<u64>,
}

/// A pair of models, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRead {
    /// Position of the conservative model.
    pub conservative: usize,
    /// Position of the parsimonious model.
    pub parsimonious: usize,
    /// Rows without cases that were allowed: the easy counterfactuals.
    pub easy_counterfactuals: Vec<u64>,
    /// Positions of the models of the intermediate solution.
    pub models: Vec<usize>,
}

impl Qca {
    /// Analyses the cases that take part.
    pub(super) fn analyse(&self) -> Result<Analysed, Vec<Obstacle>> {
        let data = self.data()?;
        let table = TruthTable::new(&data, &self.asked.cutoffs(&data));
        let solved = match against_solutions(data.n_cases(), table.n_rows()) {
            Some(obstacle) => Err(obstacle),
            None => self.solve(&data, &table),
        };
        let (necessity, without_unions) = self.necessary(&data);
        Ok(Analysed { necessity, without_unions, data, table, solved })
    }

    /// Returns each condition, its absence or its levels, and then the unions that reach the benchmark.
    fn necessary(&self, data: &Data) -> (Vec<Necessary>, Option<Undefined>) {
        let (found, reason) = match unions(data, NECESSARY, self.asked.depth) {
            Ok(found) => (found, None),
            Err(reason) => (Vec::new(), Some(reason)),
        };
        let unions = found.into_iter().filter(|union| union.literals.len() > 1);
        (singles(data).into_iter().chain(unions).collect(), reason)
    }

    fn solve(&self, data: &Data, table: &TruthTable) -> Result<Solved, Obstacle> {
        let options = self.solving();
        let found = solve(table, &self.expectations, &options);
        let found = found.map_err(|reason| unsolved(reason, data, table))?;
        let read = |kind, models: &[Model], listing| SolutionRead {
            kind,
            models: models.iter().map(|model| fitted(data, table, model)).collect(),
            shared: shared(models),
            listing,
        };
        let of = |kind, solution: &Solution| read(kind, &solution.models, solution.listing);
        let mut solutions =
            vec![of(Kind::Conservative, &found.conservative), of(Kind::Parsimonious, &found.parsimonious)];
        if solutions.iter().all(|solution| solution.models.is_empty()) {
            return Err(Obstacle::TooMuch);
        }
        let intermediate = found.models(Kind::Intermediate);
        let mut pairs = Vec::new();
        if self.expects_something() {
            let listing = match found.is_complete(Kind::Intermediate) {
                true => Listing::All,
                false if intermediate.is_empty() => Listing::GivenUp,
                false => Listing::First,
            };
            solutions.push(read(Kind::Intermediate, &intermediate, listing));
            pairs.extend(found.intermediate.iter().map(|pair| PairRead {
                conservative: pair.conservative,
                parsimonious: pair.parsimonious,
                easy_counterfactuals: pair.easy_counterfactuals(table),
                models: positions(&intermediate, &pair.solution.models),
            }));
        }
        Ok(Solved { solutions, pairs })
    }

    /// Returns how rows are minimised.
    pub(super) fn solving(&self) -> Options {
        Options { covers: self.asked.covers(), most: MOST_MODELS }
    }

    /// Returns whether anything is expected of a condition; where nothing is, the intermediate solution is the conservative
    /// one.
    pub fn expects_something(&self) -> bool {
        self.expectations.iter().any(|expectation| *expectation != Expectation::Open)
    }
}

impl Analysed {
    /// Returns whether a case has the outcome that was analysed more than not.
    pub fn has_outcome(&self, case: usize) -> bool {
        self.outcome_of(case) == Some(true)
    }

    /// Returns whether a case is more out of the outcome than in it. A case of exactly .5 neither has the outcome nor lacks it.
    pub fn lacks_outcome(&self, case: usize) -> bool {
        self.outcome_of(case) == Some(false)
    }

    /// Returns whether a case has the outcome; nothing where it is exactly half in it.
    pub fn outcome_of(&self, case: usize) -> Option<bool> {
        is_in(self.data.outcome()[case])
    }

    /// Returns those of some cases that have the outcome, and those that do not; those of exactly .5 are in neither.
    pub fn divided(&self, cases: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let those = |has| cases.iter().copied().filter(|&case| self.outcome_of(case) == Some(has)).collect();
        (those(true), those(false))
    }

    /// Returns the rows in which cases have different outcomes.
    pub fn contradictions(&self) -> impl Iterator<Item = &Row> {
        self.table.rows().iter().filter(|row| row.is_contradictory)
    }
}

/// Returns whether a membership is more in than out, as the rows of the truth table take it; nothing where it is exactly half.
pub(super) fn is_in(membership: f64) -> Option<bool> {
    let (is_in, is_out) = (membership > 0.5 + SLACK, membership < 0.5 - SLACK);
    (is_in || is_out).then_some(is_in)
}

fn fitted(data: &Data, table: &TruthTable, model: &Model) -> FittedModel {
    let fit = fit(data, model);
    let outcome_of = |case: usize| is_in(data.outcome()[case]);
    let is_uncovered = |case: &usize| outcome_of(*case) == Some(true) && !fit.cases.contains(case);
    FittedModel {
        uncovered: (0..data.n_cases()).filter(is_uncovered).collect(),
        deviant: fit.cases.iter().copied().filter(|&case| outcome_of(case) == Some(false)).collect(),
        assumptions: assumptions(table, model),
        model: model.clone(),
        fit,
    }
}

/// Returns the terms that all models have.
fn shared(models: &[Model]) -> Vec<Cube> {
    let Some((first, others)) = models.split_first() else { return Vec::new() };
    let is_shared = |term: &&Cube| others.iter().all(|model| model.terms.contains(term));
    first.terms.iter().filter(is_shared).cloned().collect()
}

fn positions(all: &[Model], some: &[Model]) -> Vec<usize> {
    some.iter().filter_map(|model| all.iter().position(|other| other == model)).collect()
}
