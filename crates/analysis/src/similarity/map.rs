//! Cases, or cases and factors, as places on a map.

use super::LEAST_CASES;
use crate::presence::Presence;
use draad_core::CodeId;
use draad_measures::correspondence::{Correspondence, Point};
use draad_measures::distances::Distances;
use draad_measures::scaling::Scaling;
use draad_measures::{Measured, Undefined};

/// How many axes of a map are shown.
pub(super) const N_AXES: usize = 2;

/// A map.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// All axes, the largest first: inertias of a correspondence analysis, eigenvalues of a scaling (which can be negative).
    pub axes: Vec<MapAxis>,
    /// What stands on it: cases, then codes.
    pub places: Vec<Place>,
    /// Codes that were left out because they occur in too few cases.
    pub rare: Vec<CodeId>,
    /// Cases that were left out because no code was left in them, as positions in the table.
    pub without_codes: Vec<usize>,
}

/// An axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapAxis {
    /// Its inertia or eigenvalue.
    pub value: f64,
    /// Its share: of the whole inertia, or of the sizes of all eigenvalues.
    pub share: f64,
}

/// A case or a code on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// What stands there.
    pub item: Item,
    /// Its weight on the map: its share of all marks; nothing in a scaling.
    pub mass: Option<f64>,
    /// Its coordinates on the first two axes, or on fewer where there are no more.
    pub coordinates: Vec<f64>,
    /// How much of its distance from the middle these show, 0 to 1.
    pub quality: Measured,
    /// How much of each of these axes it accounts for; nothing in a scaling.
    pub contributions: Vec<f64>,
}

/// What stands on a map.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A case, by its position in the table.
    Case(usize),
    /// A code.
    Code(CodeId),
}

/// Puts cases and codes on a map by correspondence analysis of presence. Codes in fewer than `min_cases` cases are left
/// out, and then cases without codes.
pub(super) fn correspondence(
    presence: &Presence,
    codes: &[CodeId],
    min_cases: usize,
) -> Result<Map, Undefined> {
    let n_coded = (0..presence.cases.len()).filter(|&case| presence.marks.n_in_row(case) > 0).count();
    enough(n_coded)?;
    let n_cases = presence.marks.n_in_columns();
    let (kept, rare): (Vec<usize>, Vec<usize>) =
        (0..codes.len()).partition(|&code| n_cases[code] >= min_cases);
    let all: Vec<usize> = (0..presence.cases.len()).collect();
    let of_kept = presence.marks.arranged(&all, &kept);
    let (cases, without_codes): (Vec<usize>, Vec<usize>) =
        all.iter().partition(|&&case| of_kept.n_in_row(case) > 0);
    enough(cases.len())?;
    let at = |case: usize, code: usize| if of_kept.has(cases[case], code) { 1.0 } else { 0.0 };
    let found = Correspondence::new(cases.len(), kept.len(), at, N_AXES)?;
    let place = |item: Item, point: &Point| Place {
        item,
        mass: Some(point.mass),
        coordinates: point.principal.clone(),
        quality: point.quality(N_AXES),
        contributions: (0..N_AXES)
            .zip(&found.axes)
            .filter_map(|(axis, &inertia)| point.contribution(axis, inertia))
            .collect(),
    };
    let of_cases = cases.iter().zip(&found.rows).map(|(&case, point)| place(Item::Case(case), point));
    let of_codes =
        kept.iter().zip(&found.columns).map(|(&code, point)| place(Item::Code(codes[code].clone()), point));
    Ok(Map {
        places: of_cases.chain(of_codes).collect(),
        axes: found.axes.iter().zip(found.shares()).map(|(&value, share)| MapAxis { value, share }).collect(),
        rare: rare.into_iter().map(|code| codes[code].clone()).collect(),
        without_codes,
    })
}

fn enough(n: usize) -> Result<(), Undefined> {
    if n < LEAST_CASES { Err(Undefined::TooFewCases { n, needed: LEAST_CASES }) } else { Ok(()) }
}

/// Puts cases, given with their distances, on a map by classical scaling.
pub(super) fn scaling(cases: &[usize], distances: &Distances) -> Result<Map, Undefined> {
    let found = Scaling::new(distances, N_AXES)?;
    let sizes: f64 = found.eigenvalues.iter().map(|value| value.abs()).sum();
    let place = |(place, &case): (usize, &usize)| Place {
        item: Item::Case(case),
        mass: None,
        coordinates: found.points[place].clone(),
        quality: found.quality(place),
        contributions: Vec::new(),
    };
    Ok(Map {
        places: cases.iter().enumerate().map(place).collect(),
        axes: found.eigenvalues.iter().map(|&value| MapAxis { value, share: value.abs() / sizes }).collect(),
        rare: Vec::new(),
        without_codes: Vec::new(),
    })
}
