//! The tests of several factors read together.

use super::{ALPHA, Adjust, FactorAssociation, Family};
use draad_measures::association::Tarone;
use strum::IntoEnumIterator;

/// The tests of a family, with each way to adjust them.
#[derive(Clone, Debug, PartialEq)]
pub struct FamilyTests {
    /// Its factors, as positions in [`Association::factors`](super::Association::factors), ascending.
    pub members: Vec<usize>,
    /// Per way the adjusted two-sided Fisher p of each member.
    adjusted: Vec<(Adjust, Vec<f64>)>,
}

impl FamilyTests {
    /// Takes the factors that are tested.
    pub(super) fn new(factors: &[FactorAssociation], family: Family) -> Self {
        let is_member = |factor: &FactorAssociation| {
            let fisher = factor.tests.as_ref().map(|tests| tests.fisher);
            fisher.is_ok_and(|fisher| family == Family::All || fisher.least_attainable <= ALPHA)
        };
        let members: Vec<usize> = (0..factors.len()).filter(|place| is_member(&factors[*place])).collect();
        let p: Vec<f64> = fisher(factors, &members).map(|fisher| fisher.two_sided).collect();
        let adjusted = Adjust::iter().map(|adjust| (adjust, adjust.formula().adjusted(&p))).collect();
        Self { members, adjusted }
    }

    /// Returns the adjusted p of a factor; nothing where it is no member.
    pub fn adjusted(&self, adjust: Adjust, factor: usize) -> Option<f64> {
        let place = self.members.binary_search(&factor).ok()?;
        let (_, adjusted) = self.adjusted.iter().find(|(own, _)| *own == adjust)?;
        Some(adjusted[place])
    }
}

/// Corrects the tests of all factors.
pub(super) fn tarone(factors: &[FactorAssociation], all: &FamilyTests) -> Tarone {
    let least: Vec<f64> = fisher(factors, &all.members).map(|fisher| fisher.least_attainable).collect();
    let mut tarone = Tarone::new(&least, ALPHA);
    tarone.tested.iter_mut().for_each(|place| *place = all.members[*place]);
    tarone
}

fn fisher<'f>(
    factors: &'f [FactorAssociation],
    members: &'f [usize],
) -> impl Iterator<Item = draad_measures::association::Fisher> {
    members.iter().filter_map(|place| Some(factors[*place].tests.as_ref().ok()?.fisher))
}
