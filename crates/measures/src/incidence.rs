//! Which codes occur in which units: what accumulation, rarefaction and estimators of unseen codes are computed from.

/// Units in their order, each with the codes it holds. Counts within a unit play no part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incidence {
    /// Per unit its codes, sorted, each once.
    units: Vec<Vec<u32>>,
    /// Per code the number of units that hold it.
    frequencies: Vec<u32>,
}

impl Incidence {
    /// Takes per unit its codes, as positions below `n_codes`, in any order and as often as they come; positions beyond are
    /// left out.
    pub fn new(n_codes: usize, mut units: Vec<Vec<u32>>) -> Self {
        let mut frequencies = vec![0; n_codes];
        for unit in &mut units {
            unit.retain(|&code| (code as usize) < n_codes);
            unit.sort_unstable();
            unit.dedup();
            unit.iter().for_each(|&code| frequencies[code as usize] += 1);
        }
        Self { units, frequencies }
    }

    /// Returns per unit its codes, sorted.
    pub fn units(&self) -> &[Vec<u32>] {
        &self.units
    }

    /// Returns per code the number of units that hold it.
    pub fn frequencies(&self) -> &[u32] {
        &self.frequencies
    }

    /// Returns the number of units.
    pub fn n_units(&self) -> usize {
        self.units.len()
    }

    /// Returns the number of codes that occur.
    pub fn n_observed(&self) -> usize {
        self.frequencies.iter().filter(|&&frequency| frequency > 0).count()
    }

    /// Returns the number of codes that occur in exactly `k` units.
    pub fn n_in_exactly(&self, k: u32) -> usize {
        self.frequencies.iter().filter(|&&frequency| frequency == k).count()
    }

    /// Returns per unit the codes that no unit before it holds.
    ///
    /// ```
    /// # use draad_measures::incidence::Incidence;
    /// let units = Incidence::new(4, vec![vec![2, 0], vec![0], vec![3, 2]]);
    /// assert_eq!(units.first_seen(), [vec![0, 2], vec![], vec![3]]);
    /// ```
    pub fn first_seen(&self) -> Vec<Vec<u32>> {
        let mut seen = vec![false; self.frequencies.len()];
        let mut new_in = |unit: &Vec<u32>| {
            let is_new = |code: &u32| !std::mem::replace(&mut seen[*code as usize], true);
            unit.iter().copied().filter(is_new).collect()
        };
        self.units.iter().map(&mut new_in).collect()
    }
}
