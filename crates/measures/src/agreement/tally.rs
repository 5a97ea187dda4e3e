//! Ratings of units, and the counts that every coefficient for them is computed from.

/// What coders made of units that were fixed beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ratings {
    /// How many categories there are: of the codebook (2 for present and absent), not those that were used.
    pub n_categories: usize,
    /// Unit × coder: the category below `n_categories`, or nothing where the coder did not judge the unit.
    pub units: Vec<Vec<Option<u16>>>,
}

impl Ratings {
    /// Returns the counts that coefficients are computed from.
    ///
    /// # Panics
    /// When a category is not below `n_categories`.
    pub fn tally(&self) -> Tally {
        let n_coders = self.units.iter().map(Vec::len).max().unwrap_or(0);
        let mut tally = Tally::new(n_coders, self.n_categories);
        self.units.iter().for_each(|unit| tally.add(unit, 1));
        tally
    }
}

/// What units add up to: whole numbers, so that sums of sources, and resamples of them, are exact and cheap.
///
/// ```
/// # use draad_measures::agreement::Tally;
/// let mut tally = Tally::new(2, 2);
/// tally.add(&[Some(0), Some(0)], 40); // forty units in which neither coder found the factor
/// tally.add(&[Some(1), Some(0)], 4);
/// tally.add(&[Some(1), Some(1)], 6);
/// assert_eq!(tally.agreeing_pairs(), (46, 50));
/// assert_eq!(tally.of_coder(0), [40, 10]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    n_coders: usize,
    n_categories: usize,
    /// Per number of values in a unit (1 up to the number of coders): units; values per category; and per pair of categories
    /// the ordered pairs of values of different coders.
    by_size: Vec<u64>,
    /// Coder × category: values.
    by_coder: Vec<u64>,
    /// Pair of coders × category of the first × category of the second: units that both judged.
    by_pair: Vec<u64>,
}

/// The units that have equally many values.
#[derive(Clone, Copy)]
pub(super) struct OfSize<'a> {
    /// Values in each unit, from 1.
    pub(super) size: usize,
    /// Number of units.
    pub(super) n_units: u64,
    /// Per category the values.
    pub(super) categories: &'a [u64],
    /// Category × category: ordered pairs of values of different coders in one unit.
    pub(super) pairs: &'a [u64],
}

impl Tally {
    /// Starts with no units.
    pub fn new(n_coders: usize, n_categories: usize) -> Self {
        let n_pairs = n_coders * n_coders.saturating_sub(1) / 2;
        let squared = n_categories * n_categories;
        Self {
            n_coders,
            n_categories,
            by_size: vec![0; n_coders * (1 + n_categories + squared)],
            by_coder: vec![0; n_coders * n_categories],
            by_pair: vec![0; n_pairs * squared],
        }
    }

    /// Adds a unit that occurs `times` times; a coder beyond the end of `values` did not judge it.
    ///
    /// # Panics
    /// When there are more values than coders, or a category is not below `n_categories`.
    pub fn add(&mut self, values: &[Option<u16>], times: u64) {
        assert!(values.len() <= self.n_coders, "no more values than coders");
        let q = self.n_categories;
        let Some(others) = values.iter().flatten().count().checked_sub(1) else { return };
        let row = others * self.row_length();
        self.by_size[row] += times;
        for (coder, value) in given(values) {
            assert!(value < q, "a category of the codebook");
            self.by_size[row + 1 + value] += times;
            self.by_coder[coder * q + value] += times;
            for (second, other) in given(values).filter(|(second, _)| *second > coder) {
                assert!(other < q, "a category of the codebook");
                let pair = self.pair_index(coder, second);
                self.by_size[row + 1 + q + value * q + other] += times;
                self.by_size[row + 1 + q + other * q + value] += times;
                self.by_pair[(pair * q + value) * q + other] += times;
            }
        }
    }

    /// Adds the units of another tally, each `times` times.
    ///
    /// # Panics
    /// When the other is of another number of coders or categories.
    pub fn add_tally(&mut self, other: &Tally, times: u64) {
        let shape = |tally: &Tally| (tally.n_coders, tally.n_categories);
        assert_eq!(shape(self), shape(other), "tallies of one shape");
        let add =
            |sums: &mut [u64], more: &[u64]| sums.iter_mut().zip(more).for_each(|(sum, n)| *sum += n * times);
        add(&mut self.by_size, &other.by_size);
        add(&mut self.by_coder, &other.by_coder);
        add(&mut self.by_pair, &other.by_pair);
    }

    /// Returns the number of coders.
    pub fn n_coders(&self) -> usize {
        self.n_coders
    }

    /// Returns the number of categories.
    pub fn n_categories(&self) -> usize {
        self.n_categories
    }

    /// Returns the number of units with at least `n` values, `n` from 1: with 2, the units that say something about agreement.
    pub fn n_units_with(&self, n: usize) -> u64 {
        self.sizes().filter(|of| of.size >= n).map(|of| of.n_units).sum()
    }

    /// Returns the number of values in units with at least `n` values.
    pub fn n_values_with(&self, n: usize) -> u64 {
        self.sizes().filter(|of| of.size >= n).map(|of| of.n_units * of.size as u64).sum()
    }

    /// Returns how many values of a coder are of each category: the prevalence as that coder saw it.
    pub fn of_coder(&self, coder: usize) -> &[u64] {
        &self.by_coder[coder * self.n_categories..][..self.n_categories]
    }

    /// Returns how many values are of each category, in units with at least `n` values.
    pub fn of_categories(&self, n: usize) -> Vec<u64> {
        let mut counts = vec![0; self.n_categories];
        for of in self.sizes().filter(|of| of.size >= n) {
            counts.iter_mut().zip(of.categories).for_each(|(sum, n)| *sum += n);
        }
        counts
    }

    /// Returns how many pairs of values of one unit agree, and how many pairs there are, all units pooled.
    pub fn agreeing_pairs(&self) -> (u64, u64) {
        let agreeing =
            |of: OfSize| (0..self.n_categories).map(|k| of.pairs[k * self.n_categories + k]).sum::<u64>();
        self.sizes().fold((0, 0), |(agree, all), of| {
            (agree + agreeing(of) / 2, all + of.pairs.iter().sum::<u64>() / 2)
        })
    }

    /// Returns the units by their number of values.
    pub(super) fn sizes(&self) -> impl Iterator<Item = OfSize<'_>> {
        let n_sizes = self.n_coders;
        (0..n_sizes).map(|place| {
            let row = &self.by_size[place * self.row_length()..][..self.row_length()];
            let (categories, pairs) = row[1..].split_at(self.n_categories);
            OfSize { size: place + 1, n_units: row[0], categories, pairs }
        })
    }

    /// Returns the units that both of two coders judged, category × category; `first` < `second`.
    pub(super) fn of_pair(&self, first: usize, second: usize) -> &[u64] {
        let squared = self.n_categories * self.n_categories;
        &self.by_pair[self.pair_index(first, second) * squared..][..squared]
    }

    fn pair_index(&self, first: usize, second: usize) -> usize {
        first * (2 * self.n_coders - first - 1) / 2 + second - first - 1
    }

    fn row_length(&self) -> usize {
        1 + self.n_categories + self.n_categories * self.n_categories
    }
}

/// Returns the values that were given, with their coders.
fn given(values: &[Option<u16>]) -> impl Iterator<Item = (usize, usize)> {
    values.iter().enumerate().filter_map(|(coder, value)| Some((coder, usize::from((*value)?))))
}
