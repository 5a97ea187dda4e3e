//! What chance alone would do to the whole table.

use super::{ALPHA, Association, FactorAssociation, LEAST_CASES, Standing};
use draad_measures::Undefined;
use draad_measures::association::{Fisher, TwoByTwo, arrangements};

/// The most ways to deal out an outcome that are gone through one by one.
const MOST_WAYS: u64 = 1_000_000;

/// In how many ways to deal out the outcome something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// In how many it happens.
    pub n: u64,
    /// Ways there are.
    pub all: u64,
}

/// A factor, ready to be held against any other outcome.
struct Marks {
    /// The cases that count for it, a bit each.
    counted: u64,
    /// Those in which it is present.
    present: u64,
    /// By number of counted cases with the outcome, and of those with the factor among them: whether p reaches [`ALPHA`].
    reaches: Vec<Vec<bool>>,
}

impl Association {
    /// Returns in how many of all ways to deal out the outcome over the same cases at least one factor has a two-sided Fisher
    /// p of at most [`ALPHA`]: what looking at so many factors does by itself, with the factors as they hang together here.
    /// Cases that count for no factor stay out.
    ///
    /// # Errors
    /// `TooFewCases` where nothing is tested; `TooMuch` where there are more than a million ways.
    pub fn ways_with_any(&self) -> Result<Ways, Undefined> {
        let counts =
            |case: &usize| self.factors.iter().any(|factor| Standing::CELLS.contains(&factor.places[*case]));
        let cases: Vec<usize> = (0..self.cases.len()).filter(counts).collect();
        let n_focal = cases.iter().filter(|case| self.has_outcome[**case] == Some(true)).count();
        let fewest = n_focal.min(cases.len() - n_focal);
        if fewest < LEAST_CASES || self.all.members.is_empty() {
            return Err(Undefined::TooFewCases { n: fewest, needed: LEAST_CASES });
        }
        let all = match arrangements(cases.len() as u64, n_focal as u64) {
            Some(all @ ..=MOST_WAYS) => all,
            more => {
                let n = more.and_then(|more| usize::try_from(more).ok()).unwrap_or(usize::MAX);
                return Err(Undefined::TooMuch { n, most: MOST_WAYS as usize });
            }
        };
        let tested = self.all.members.iter().map(|factor| Marks::new(&self.factors[*factor], &cases));
        let marks: Vec<Marks> = tested.collect();
        let is_reached = |chosen: &u64| marks.iter().any(|marks| marks.is_reached(*chosen));
        let n = choices(cases.len(), n_focal).filter(is_reached).count() as u64;
        Ok(Ways { n, all })
    }
}

impl Marks {
    fn new(factor: &FactorAssociation, cases: &[usize]) -> Self {
        let bits = |takes: &dyn Fn(Standing) -> bool| {
            let taken = cases.iter().enumerate().filter(|(_, case)| takes(factor.places[**case]));
            taken.fold(0, |bits, (place, _)| bits | 1 << place)
        };
        let counted: u64 = bits(&|standing| Standing::CELLS.contains(&standing));
        let present: u64 = bits(&|standing| Standing::CELLS[..2].contains(&standing));
        let (n, n_present) = (u64::from(counted.count_ones()), u64::from(present.count_ones()));
        let reaches = |focal: u64| (0..=n_present).map(|a| reaches(a, n_present, focal, n)).collect();
        Self { counted, present, reaches: (0..=n).map(reaches).collect() }
    }

    /// Returns whether p reaches [`ALPHA`] when these cases have the outcome.
    fn is_reached(&self, chosen: u64) -> bool {
        let focal = (chosen & self.counted).count_ones() as usize;
        self.reaches[focal][(chosen & self.present).count_ones() as usize]
    }
}

fn reaches(a: u64, present: u64, focal: u64, n: u64) -> bool {
    let least = LEAST_CASES as u64;
    if a > focal || present - a > n - focal || focal < least || n - focal < least {
        return false;
    }
    let (b, c) = (present - a, focal - a);
    Fisher::new(TwoByTwo { a, b, c, d: n - focal - b }).two_sided <= ALPHA
}

/// Goes through all ways to choose `chosen` of up to 63 cases, a bit per case, in ascending order.
fn choices(n: usize, chosen: usize) -> impl Iterator<Item = u64> {
    let next = move |bits: &u64| {
        // the next larger number with as many bits
        let lowest = bits & bits.wrapping_neg();
        let ripple = bits + lowest;
        let next = ripple | (((bits ^ ripple) >> 2) / lowest);
        (next >> n == 0).then_some(next)
    };
    std::iter::successors(Some((1 << chosen) - 1), next)
}
