//! Rows minimised into solutions: conservative, parsimonious and intermediate, each with every model.

use super::cover::{Found, Wanted, covers};
use super::implicants::{Forbidden, Packed, Space};
use super::{Cube, Model, Out, TruthTable};
use std::collections::{BTreeMap, BTreeSet};

/// What theory expects of a condition where the outcome is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Expectation {
    /// Nothing.
    #[default]
    Open,
    /// One of these levels: `[1]` for its presence, `[0]` for its absence.
    Levels(Vec<u8>),
}

/// Which models make up a solution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Covers {
    /// Those of the fewest prime implicants, as the R package QCA does unless told otherwise.
    #[default]
    Smallest,
    /// All from which no prime implicant can be left out.
    Irredundant,
}

/// A type of solution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Without any remainder.
    Conservative,
    /// With every remainder that makes it simpler.
    Parsimonious,
    /// With remainders that expectations speak for.
    Intermediate,
}

/// How to solve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Which models make up a solution.
    pub covers: Covers,
    /// Models that are listed at most per solution, and pairs of models for the intermediate solution.
    pub most: usize,
}

impl Default for Options {
    /// The smallest covers, up to a thousand.
    fn default() -> Self {
        Self { covers: Covers::default(), most: 1000 }
    }
}

/// Whether a list is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// All are there.
    All,
    /// There are more than these.
    First,
    /// None are there, because the search for a smallest one was given up.
    GivenUp,
}

/// Why there is nothing to minimise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsolved {
    /// No row goes with the outcome.
    NoRowWith,
    /// All rows that have cases enough go with the outcome, so that nothing sets them apart.
    NoRowWithout,
}

/// One of the three types of solution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The prime implicants, in their order.
    pub primes: Vec<Cube>,
    /// The models, in their order: each of them explains the rows as well as any other.
    pub models: Vec<Model>,
    /// Whether these are all models.
    pub listing: Listing,
}

/// The intermediate solution between two models.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The conservative model, by its position.
    pub conservative: usize,
    /// The parsimonious model, by its position.
    pub parsimonious: usize,
    /// The combinations of the conservative model, less what the parsimonious model does without and expectations do not
    /// speak for. Remainders in them are easy counterfactuals.
    pub relaxed: Vec<Cube>,
    /// What comes of minimising with the easy counterfactuals.
    pub solution: Solution,
}

/// The three types of solution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solutions {
    /// Without any remainder.
    pub conservative: Solution,
    /// With every remainder that makes it simpler.
    pub parsimonious: Solution,
    /// With remainders that expectations speak for: one for each pair of a conservative and a parsimonious model.
    pub intermediate: Vec<Pair>,
    /// Whether these are all pairs.
    pub pairs: Listing,
}

impl Expectation {
    /// Expects the condition to be present.
    pub fn present() -> Self {
        Self::Levels(vec![1])
    }

    /// Expects it to be absent.
    pub fn absent() -> Self {
        Self::Levels(vec![0])
    }

    /// Returns whether a level must stay in a combination: where it is expected, and where nothing is.
    fn keeps(&self, level: u8) -> bool {
        match self {
            Self::Open => true,
            Self::Levels(levels) => levels.contains(&level),
        }
    }
}

impl Solution {
    /// Returns the combinations that all its models share: what the R package QCA calls essential.
    pub fn shared(&self) -> Vec<Cube> {
        let Some((first, others)) = self.models.split_first() else { return Vec::new() };
        let is_shared = |term: &&Cube| others.iter().all(|model| model.terms.contains(term));
        first.terms.iter().filter(is_shared).cloned().collect()
    }
}

impl Pair {
    /// Returns the numbers of the easy counterfactuals: the remainders that were allowed in.
    pub fn easy_counterfactuals(&self, table: &TruthTable) -> Vec<u64> {
        table.remainders_in(&self.relaxed)
    }
}

impl Solutions {
    /// Returns the models of a type, in their order; of the intermediate one the different models over all pairs.
    pub fn models(&self, kind: Kind) -> Vec<Model> {
        match kind {
            Kind::Conservative => self.conservative.models.clone(),
            Kind::Parsimonious => self.parsimonious.models.clone(),
            Kind::Intermediate => {
                let of_pairs = self.intermediate.iter().flat_map(|pair| &pair.solution.models);
                let models: BTreeSet<&Model> = of_pairs.collect();
                models.into_iter().cloned().collect()
            }
        }
    }

    /// Returns whether all models of a type are there.
    pub fn is_complete(&self, kind: Kind) -> bool {
        match kind {
            Kind::Conservative => self.conservative.listing == Listing::All,
            Kind::Parsimonious => self.parsimonious.listing == Listing::All,
            Kind::Intermediate => {
                let is_all = |pair: &Pair| pair.solution.listing == Listing::All;
                self.pairs == Listing::All && self.intermediate.iter().all(is_all)
            }
        }
    }
}

/// Returns the numbers of the remainders that a model takes to go with the outcome: its simplifying assumptions.
pub fn assumptions(table: &TruthTable, model: &Model) -> Vec<u64> {
    table.remainders_in(&model.terms)
}

/// Minimises the rows that go with the outcome.
///
/// Prime implicants are the largest combinations that hold a row with the outcome and, besides such rows, only remainders that
/// are allowed; a model is a smallest set of them that holds every row with the outcome. *Conservative* allows no remainder,
/// *parsimonious* all. *Intermediate* takes a model of each: wherever a combination p of the parsimonious one holds a combination
/// c of the conservative one, c loses those conditions that p has not and of which something else is expected; the remainders
/// that it then holds are allowed. Ragin & Sonnett (2005), doi:10.1007/978-3-322-80588-1_12; Duşa (2019), QCA with R, ch. 8.
///
/// - `expectations`: one per condition; where there are fewer, nothing is expected of the others.
///
/// # Errors
/// Where there is nothing to minimise.
///
/// ```
/// # use draad_measures::qca::{Cutoffs, Data, Expectation, Kind, Options, TruthTable, solve};
/// // A*B goes with the outcome, ~A*~B does not, and nobody knows of the two rows between
/// let data = Data::new(vec![2, 2], vec![vec![1.0, 1.0], vec![0.0, 0.0]], vec![1.0, 0.0]).unwrap();
/// let table = TruthTable::new(&data, &Cutoffs::default());
/// let expectations = [Expectation::present(), Expectation::absent()];
/// let found = solve(&table, &expectations, &Options::default()).unwrap();
/// let written = |models: &[draad_measures::qca::Model]| -> Vec<String> {
///     models.iter().map(|model| model.written(&["A", "B"], &[2, 2])).collect()
/// };
/// assert_eq!(written(&found.conservative.models), ["A*B"]);
/// assert_eq!(written(&found.parsimonious.models), ["A", "B"]);
/// assert_eq!(written(&found.models(Kind::Intermediate)), ["A", "A*B"]);
/// assert_eq!(found.intermediate[0].easy_counterfactuals(&table), [3]);
/// ```
pub fn solve(
    table: &TruthTable,
    expectations: &[Expectation],
    options: &Options,
) -> Result<Solutions, Unsolved> {
    let minimiser = Minimiser::new(table, options)?;
    let conservative = minimiser.minimised(Forbidden::AllBut(&minimiser.packed));
    let without: Vec<Packed> =
        table.rows_with(Out::Zero).map(|row| minimiser.space.row(&row.levels)).collect();
    let parsimonious = minimiser.minimised(Forbidden::These(&without));
    let (intermediate, pairs) = minimiser.intermediate(&conservative, &parsimonious, expectations);
    Ok(Solutions { conservative, parsimonious, intermediate, pairs })
}

/// The rows that go with the outcome, to be minimised in different company.
struct Minimiser<'a> {
    rows: Vec<&'a [u8]>,
    packed: Vec<Packed>,
    space: Space,
    options: &'a Options,
}

impl<'a> Minimiser<'a> {
    fn new(table: &'a TruthTable, options: &'a Options) -> Result<Self, Unsolved> {
        let rows: Vec<&[u8]> = table.rows_with(Out::One).map(|row| &row.levels[..]).collect();
        if rows.is_empty() {
            return Err(Unsolved::NoRowWith);
        }
        if table.rows_with(Out::Zero).next().is_none() {
            return Err(Unsolved::NoRowWithout);
        }
        let space = Space::new(table.levels());
        let packed = rows.iter().map(|row| space.row(row)).collect();
        Ok(Self { rows, packed, space, options })
    }

    /// Minimises the rows in combinations that hold nothing forbidden.
    fn minimised(&self, forbidden: Forbidden<'_>) -> Solution {
        let primes = self.space.primes(&self.packed, forbidden);
        let rows_of =
            |prime: &Cube| (0..self.rows.len()).filter(|&row| prime.covers_row(self.rows[row])).collect();
        let covered: Vec<Vec<usize>> = primes.iter().map(rows_of).collect();
        let wanted = match self.options.covers {
            Covers::Smallest => Wanted::Smallest,
            Covers::Irredundant => Wanted::Irredundant,
        };
        let (found, listing) = match covers(self.rows.len(), &covered, wanted, self.options.most) {
            Found::All(found) => (found, Listing::All),
            Found::Some(found) => (found, Listing::First),
            Found::GivenUp => (Vec::new(), Listing::GivenUp),
        };
        let model =
            |cover: &Vec<usize>| Model::new(cover.iter().map(|&prime| primes[prime].clone()).collect());
        let mut models: Vec<Model> = found.iter().map(model).collect();
        models.sort();
        Solution { primes, models, listing }
    }

    fn intermediate(
        &self,
        conservative: &Solution,
        parsimonious: &Solution,
        expectations: &[Expectation],
    ) -> (Vec<Pair>, Listing) {
        let mut known: BTreeMap<Vec<Cube>, Solution> = BTreeMap::new();
        let mut pairs = Vec::new();
        let n_parsimonious = parsimonious.models.len();
        let n_pairs = conservative.models.len() * n_parsimonious;
        for pair in 0..n_pairs.min(self.options.most) {
            let (c, p) = (pair / n_parsimonious, pair % n_parsimonious);
            let relaxed = relaxed(&conservative.models[c], &parsimonious.models[p], expectations);
            let solution = known.entry(relaxed.clone()).or_insert_with(|| self.allowing(&relaxed)).clone();
            pairs.push(Pair { conservative: c, parsimonious: p, relaxed, solution });
        }
        let is_complete =
            [conservative, parsimonious].iter().all(|solution| solution.listing == Listing::All);
        let listing = match (pairs.is_empty(), is_complete && pairs.len() == n_pairs) {
            (true, _) => Listing::GivenUp,
            (false, true) => Listing::All,
            (false, false) => Listing::First,
        };
        (pairs, listing)
    }

    /// Minimises the rows while the remainders in some combinations are allowed.
    fn allowing(&self, relaxed: &[Cube]) -> Solution {
        let relaxed = relaxed.iter().map(|cube| self.space.pack(cube));
        let allowed: Vec<Packed> = relaxed.chain(self.packed.iter().copied()).collect();
        self.minimised(Forbidden::AllBut(&allowed))
    }
}

/// Returns the combinations of a conservative model without the conditions that a parsimonious model does without and of
/// which something else is expected; none that lies in another.
fn relaxed(conservative: &Model, parsimonious: &Model, expectations: &[Expectation]) -> Vec<Cube> {
    let mut cubes = Vec::new();
    for p in &parsimonious.terms {
        for c in conservative.terms.iter().filter(|c| p.covers(c)) {
            let kept = |(condition, level): (usize, &Option<u8>)| {
                let expectation = expectations.get(condition).unwrap_or(&Expectation::Open);
                level.filter(|&level| p.0[condition].is_some() || expectation.keeps(level))
            };
            cubes.push(Cube(c.0.iter().enumerate().map(kept).collect()));
        }
    }
    let Model { terms } = Model::new(cubes);
    let is_largest = |cube: &&Cube| !terms.iter().any(|other| other != *cube && other.covers(cube));
    terms.iter().filter(is_largest).cloned().collect()
}
