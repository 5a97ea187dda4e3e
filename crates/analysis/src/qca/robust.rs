//! How far an analysis depends on its choices: cut-offs, anchors, single cases.

use super::anchors::AnchorRange;
use super::{Qca, SolutionRead};
use draad_measures::qca::robustness::{Lost, Ranges, Unknown, left_out, ranges};
use draad_measures::qca::{Kind, Listing, Model};
use rayon::prelude::*;

/// How far the solutions stay the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// Per type of solution, how far each cut-off can move.
    pub cutoffs: Vec<(Kind, Result<Ranges, Unknown>)>,
    /// How far each anchor and threshold can move.
    pub anchors: Vec<AnchorRange>,
    /// What becomes of the solutions without each case.
    pub without: Vec<WithoutCase>,
}

/// What becomes of the solutions without a case.
#[derive(Clone, Debug, PartialEq)]
pub struct WithoutCase {
    /// The case, by its position in the data.
    pub case: usize,
    /// What becomes of each type of solution.
    pub kinds: Vec<(Kind, Without)>,
}

/// What becomes of a solution without a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Without {
    /// It has the same models.
    Same,
    /// It has these.
    Other(Vec<Model>),
    /// There is none: something no longer varies, or no row goes with the outcome, or every row does.
    None,
}

impl Qca {
    /// Returns how far the solutions stay the same; nothing where none are given.
    pub fn stability(&self) -> Option<Stability> {
        let (analysed, solved) = self.solved()?;
        let kinds: Vec<&SolutionRead> = solved.solutions.iter().collect();
        let options = self.solving();
        let of_kind = |solution: &&SolutionRead| {
            let kind = solution.kind;
            (kind, ranges(&analysed.table, kind, &self.expectations, &options))
        };
        let cutoffs = analysed.table.cutoffs();
        let found = left_out(&analysed.data, cutoffs, &self.expectations, &options);
        let without = found.iter().enumerate().map(|(case, found)| WithoutCase {
            case,
            kinds: kinds.iter().map(|now| (now.kind, without(now, found))).collect(),
        });
        Some(Stability {
            cutoffs: kinds.par_iter().map(of_kind).collect(),
            without: without.collect(),
            anchors: self.anchors(analysed),
        })
    }
}

fn without(now: &SolutionRead, found: &Result<draad_measures::qca::Solutions, Lost>) -> Without {
    let Ok(found) = found else { return Without::None };
    let models = found.models(now.kind);
    let is_same = now.listing == Listing::All && now.models.iter().map(|model| &model.model).eq(&models);
    if is_same { Without::Same } else { Without::Other(models) }
}
