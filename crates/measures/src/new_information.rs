//! The ratio of new information to what the first units held: when later units stop adding codes.

use crate::Undefined;

/// A setting of the procedure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Procedure {
    /// How many first units make the base.
    pub base: usize,
    /// How many consecutive later units make a run.
    pub run: usize,
    /// The ratio at or below which a run adds little enough; 0.05 or 0.
    pub threshold: f64,
}

/// The settings that are in use: a base of 4, 5 or 6, runs of 2 or 3, at most 5 % or 0 %.
pub const PROCEDURES: [Procedure; 12] = {
    let mut all = [Procedure { base: 0, run: 0, threshold: 0.0 }; 12];
    let mut place = 0;
    while place < 12 {
        let threshold = if place % 2 == 0 { 0.05 } else { 0.0 };
        all[place] = Procedure { base: 4 + place / 4, run: 2 + place / 2 % 2, threshold };
        place += 1;
    }
    all
};

/// A run of consecutive units, and what it adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// Its first unit, counted from 1.
    pub first: usize,
    /// Its last unit.
    pub last: usize,
    /// Codes that are first seen in it.
    pub n_new: usize,
    /// Those over the codes of the base.
    pub ratio: f64,
}

/// What the procedure comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct NewInformation {
    /// Different codes in the base.
    pub base_codes: usize,
    /// All runs, each a unit further than the one before it.
    pub runs: Vec<Run>,
    /// Position in `runs` of the first at or below the threshold.
    pub reached: Option<usize>,
}

impl NewInformation {
    /// Returns the published notation `6+2`: the last unit before the run, and the length of the run.
    pub fn notation(&self) -> Option<String> {
        let run = self.runs[self.reached?];
        Some(format!("{}+{}", run.first - 1, run.last + 1 - run.first))
    }
}

/// Returns the new-information ratios after Guest, Namey & Chen: per run of consecutive units after the base the codes first seen
/// in it, over the different codes in the base.
///
/// - `n_new[i]`: **codes** first seen in unit `i`, in the order in which units were analysed.
/// - Result: dimensionless; not rounded. 0 when a run adds nothing, and may exceed 1.
///
/// Guest, Namey & Chen (2020), doi:10.1371/journal.pone.0232076, whose first run adds 7 codes to a base of 37: 19 %.
///
/// # Errors
/// `TooFewUnits` when there are fewer than base and run together, `EmptyBase` when the first units hold no code.
///
/// ```
/// # use draad_measures::new_information::{Procedure, new_information};
/// let found = new_information(&[20, 9, 5, 3, 4, 3, 1, 0], Procedure { base: 4, run: 2, threshold: 0.05 })?;
/// assert_eq!(found.base_codes, 37);
/// assert!((found.runs[0].ratio - 7.0 / 37.0).abs() < 1e-12);
/// assert_eq!(found.notation().as_deref(), Some("6+2")); // 1 of 37 in units 7 and 8
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
pub fn new_information(n_new: &[usize], procedure: Procedure) -> Result<NewInformation, Undefined> {
    let Procedure { base, run, threshold } = procedure;
    let needed = base + run;
    if n_new.len() < needed || run == 0 {
        return Err(Undefined::TooFewUnits { n: n_new.len(), needed });
    }
    let base_codes: usize = n_new[..base].iter().sum();
    if base_codes == 0 {
        return Err(Undefined::EmptyBase);
    }
    let runs: Vec<Run> = n_new[base..]
        .windows(run)
        .enumerate()
        .map(|(place, units)| {
            let n_new = units.iter().sum();
            let first = base + place + 1;
            Run { first, last: first + run - 1, n_new, ratio: n_new as f64 / base_codes as f64 }
        })
        .collect();
    let reached = runs.iter().position(|run| run.ratio <= threshold);
    Ok(NewInformation { base_codes, runs, reached })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_twelve_settings_are_all_different() {
        let settings = PROCEDURES.map(|p| (p.base, p.run, p.threshold));
        let expected =
            [4, 5, 6].map(|base| [(base, 2, 0.05), (base, 2, 0.0), (base, 3, 0.05), (base, 3, 0.0)]);
        assert_eq!(settings.to_vec(), expected.concat());
    }

    #[test]
    fn what_cannot_be_computed_says_why() {
        let procedure = Procedure { base: 4, run: 2, threshold: 0.05 };
        let too_few = Undefined::TooFewUnits { n: 5, needed: 6 };
        assert_eq!(new_information(&[1, 2, 0, 0, 0], procedure), Err(too_few));
        assert_eq!(new_information(&[0, 0, 0, 0, 3, 1], procedure), Err(Undefined::EmptyBase));
        let nothing = Procedure { run: 0, ..procedure };
        assert!(new_information(&[1, 2, 3, 4, 5], nothing).is_err());
    }
}
