//! Which conditions of a term are core, and which contribute.

use super::Solved;
use draad_measures::qca::{Cube, Kind, Model};

/// How firmly a condition stands in a term: whether the parsimonious solution has it as well. Ordered, the firmest first.
///
/// Fiss (2011), Building better causal theories, doi:10.5465/amj.2011.60263120, calls a condition core where it stands in the
/// parsimonious solution too. Here that is said of each term: a parsimonious model has a condition of the term where one of
/// its own terms holds the whole of this term, and asks for that condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Standing {
    /// Core: every parsimonious model has it.
    Core,
    /// Some parsimonious models have it, others explain the same rows without it.
    CoreInSome,
    /// Contributing: no parsimonious model has it.
    Contributing,
}

impl Solved {
    /// Returns how firmly a condition stands in a term of a solution. Of a parsimonious term every condition is core.
    /// Nothing where the parsimonious models are not known.
    pub fn standing(&self, kind: Kind, term: &Cube, condition: usize) -> Option<Standing> {
        if kind == Kind::Parsimonious {
            return Some(Standing::Core);
        }
        let parsimonious = self.solutions.iter().find(|solution| solution.kind == Kind::Parsimonious)?;
        let has = |model: &Model| {
            let mut holding = model.terms.iter().filter(|held| held.covers(term));
            holding.any(|held| held.0[condition].is_some())
        };
        let n = parsimonious.models.iter().filter(|found| has(&found.model)).count();
        match n {
            _ if parsimonious.models.is_empty() => None,
            0 => Some(Standing::Contributing),
            n if n == parsimonious.models.len() => Some(Standing::Core),
            _ => Some(Standing::CoreInSome),
        }
    }
}
