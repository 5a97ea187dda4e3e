//! Codes as units fixed beforehand see them: present or absent, per unit and coder.

use super::{PerSource, Tally};

/// The category of a unit in which a coder did not find a code.
pub const ABSENT: u16 = 0;
/// The category of a unit in which a coder found a code.
pub const PRESENT: u16 = 1;

/// Units (turns, messages, paragraphs; or a source or case as one unit) that the same coders judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JudgedUnits {
    /// Who judged them, each once: whoever finds nothing in a unit says that the code is absent.
    pub readers: Vec<u16>,
    /// How many units there are.
    pub n_units: u32,
    /// What was found, in any order, as often as it comes.
    pub found: Vec<Found>,
}

/// A coder found a code in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Found {
    /// What.
    pub code: u16,
    /// Where: its number below the number of units.
    pub unit: u32,
    /// By whom; one of the readers.
    pub coder: u16,
}

/// Returns for each code below `n_codes` and each source how its units were judged: two categories, [`ABSENT`] and [`PRESENT`], whether
/// used or not. Costs as much as was found, not units times codes.
///
/// # Panics
/// When a coder is not below `n_coders`, or a code not below `n_codes`.
///
/// ```
/// # use draad_measures::agreement::{Found, JudgedUnits, presence_tallies};
/// let found = |unit, coder| Found { code: 0, unit, coder };
/// let source = JudgedUnits { readers: vec![0, 1], n_units: 60, found: vec![found(3, 0), found(3, 1), found(7, 1)] };
/// let tally = presence_tallies(&[source], 2, 1).total(0);
/// assert_eq!(tally.agreeing_pairs(), (59, 60));
/// assert_eq!((tally.of_coder(0), tally.of_coder(1)), (&[59, 1][..], &[58, 2][..]));
/// ```
pub fn presence_tallies(sources: &[JudgedUnits], n_coders: usize, n_codes: usize) -> PerSource<Tally> {
    let none = Tally::new(n_coders, 2);
    let nothing = |source: &JudgedUnits| {
        let mut tally = none.clone();
        tally.add(&judged(source, n_coders, &[]), u64::from(source.n_units));
        tally
    };
    let mut tallies = PerSource::new(&none, sources.iter().map(nothing).collect(), n_codes);
    for (place, source) in sources.iter().enumerate() {
        let mut found = source.found.clone();
        found.sort_unstable();
        found.dedup();
        let absent = judged(source, n_coders, &[]);
        for in_unit in found.chunk_by(|one, other| (one.code, one.unit) == (other.code, other.unit)) {
            let tally = tallies.of_source(in_unit[0].code, place);
            tally.remove(&absent, 1);
            tally.add(&judged(source, n_coders, in_unit), 1);
        }
    }
    tallies
}

/// Returns what each coder made of a unit in which this was found of one code.
fn judged(source: &JudgedUnits, n_coders: usize, found: &[Found]) -> Vec<Option<u16>> {
    let mut values = vec![None; n_coders];
    source.readers.iter().for_each(|&reader| values[usize::from(reader)] = Some(ABSENT));
    found.iter().for_each(|found| values[usize::from(found.coder)] = Some(PRESENT));
    values
}
