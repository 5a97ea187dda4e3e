//! One side of a comparison: some cells of the material, and how a word is used there.

use draad_analysis::table::{Column, Value};
use draad_index::wordlist::{Cell, Cells};
use draad_measures::{dispersion, share};
use serde::Serialize;
use std::collections::BTreeSet;

/// One source holds more than this share of the occurrences of a word: it is marked.
pub(super) const DOMINATES: f64 = 0.5;

/// Some cells of the material, by source.
pub(super) struct Side {
    /// Per cell the source, as a position in `sizes`, where the cell belongs to this side.
    of_cell: Vec<Option<u32>>,
    /// Per cell the cases it is about.
    cases: Vec<Vec<u32>>,
    /// Words per source.
    sizes: Vec<u64>,
    /// All cases.
    n_cases: usize,
}

/// How often, in how many sources and in how many cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) n: u64,
    pub(super) n_sources: usize,
    pub(super) n_cases: usize,
}

/// What is listed occurs at least so often, in so many sources and cases; or in all of them where there are fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Least {
    /// How often.
    pub count: u64,
    /// In how many sources.
    pub sources: usize,
    /// In how many cases.
    pub cases: usize,
}

impl Least {
    /// Returns whether something that was counted within `extent` may be listed.
    pub(super) fn takes(self, counted: Counted, extent: Extent) -> bool {
        counted.n >= self.count
            && counted.n_sources >= self.sources.min(extent.n_sources)
            && counted.n_cases >= self.cases.min(extent.n_cases)
    }
}

/// How large a side is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Extent {
    /// Words.
    pub n_words: u64,
    /// Sources with words.
    pub n_sources: usize,
    /// Cases with words.
    pub n_cases: usize,
}

/// How often a word, or a run of words, is used.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Use {
    /// How often it occurs …
    pub n: u64,
    /// … among how many words.
    pub of_words: u64,
    /// In how many sources it occurs …
    pub n_sources: usize,
    /// … of how many.
    pub of_sources: usize,
    /// In how many cases it occurs …
    pub n_cases: usize,
    /// … of how many.
    pub of_cases: usize,
    /// Per 1,000 words.
    pub per_thousand: Option<f64>,
    /// The share of the source where it occurs most; nothing where it does not occur.
    pub largest_share: Option<f64>,
    /// How evenly it is spread over the sources: 0 even, 1 all in the smallest one. Nothing with fewer than two sources.
    pub dispersion: Option<f64>,
}

impl Side {
    /// Takes the cells that have words and for which `takes` holds. The groups of a cell are levels, of which there are
    /// `n_levels`, and after them cases.
    pub(super) fn new(cells: &Cells, n_levels: usize, takes: impl Fn(&Cell) -> bool) -> Self {
        let mut sizes: Vec<u64> = Vec::new();
        let mut last = None;
        let of_cell = cells.all().iter().map(|cell| {
            if cell.n_words == 0 || !takes(cell) {
                return None;
            }
            // cells of one source stand together
            if last != Some(cell.source) {
                last = Some(cell.source);
                sizes.push(0);
            }
            *sizes.last_mut()? += cell.n_words;
            Some(sizes.len() as u32 - 1)
        });
        let of_cell: Vec<Option<u32>> = of_cell.collect();
        let is_case = |group: &u32| *group as usize >= n_levels;
        let cases = cells.all().iter().map(|cell| cell.groups.iter().copied().filter(is_case).collect());
        let mut side = Self { of_cell, cases: cases.collect(), sizes, n_cases: 0 };
        side.n_cases = side.cases_of(0..side.cases.len());
        side
    }

    pub(super) fn extent(&self) -> Extent {
        Extent { n_words: self.sizes.iter().sum(), n_sources: self.sizes.len(), n_cases: self.n_cases }
    }

    /// Returns how often something occurs here, in how many sources and in how many cases; `counts` is by cell.
    pub(super) fn count(&self, counts: &[(u32, u64)]) -> Counted {
        let mut counted = Counted::default();
        let mut last = None;
        for &(cell, count) in counts {
            let source = self.of_cell[cell as usize];
            if source.is_some() {
                counted.n += count;
                counted.n_sources += usize::from(source != last);
                last = source;
            }
        }
        counted.n_cases = self.cases_of(counts.iter().map(|(cell, _)| *cell as usize));
        counted
    }

    /// Counts the cases that these cells are about, as far as they belong here.
    fn cases_of(&self, cells: impl Iterator<Item = usize>) -> usize {
        let own = cells.filter(|&cell| self.of_cell[cell].is_some());
        own.flat_map(|cell| &self.cases[cell]).collect::<BTreeSet<_>>().len()
    }

    /// Returns how something is used here.
    pub(super) fn usage(&self, counts: &[(u32, u64)]) -> Use {
        let mut per_source = vec![0; self.sizes.len()];
        for &(cell, count) in counts {
            if let Some(source) = self.of_cell[cell as usize] {
                per_source[source as usize] += count;
            }
        }
        let n = per_source.iter().sum();
        Use {
            n,
            of_words: self.extent().n_words,
            n_sources: dispersion::range(&per_source),
            of_sources: self.sizes.len(),
            n_cases: self.count(counts).n_cases,
            of_cases: self.n_cases,
            per_thousand: share::per_thousand(n, self.extent().n_words),
            largest_share: dispersion::largest_share(&per_source),
            dispersion: dispersion::normalised_deviation(&per_source, &self.sizes),
        }
    }
}

impl Use {
    /// Returns whether one source holds more than half of the occurrences.
    pub fn one_source_dominates(&self) -> bool {
        self.largest_share.is_some_and(|share| share > DOMINATES)
    }

    /// The columns of a table that say how something is used; `side` is put behind each name.
    pub(super) fn columns(side: &str) -> [Column; 7] {
        let name = |name: &str| format!("{name}{side}");
        [
            Column::integer(name("n")),
            Column::integer(name("of_words")),
            Column::integer(name("n_sources")),
            Column::integer(name("of_sources")),
            Column::integer(name("n_cases")),
            Column::integer(name("of_cases")),
            Column::number(name("per_thousand")),
        ]
    }

    /// The cells under [`columns`](Self::columns).
    pub(super) fn cells(&self) -> [Value; 7] {
        let counts = [self.n_sources, self.of_sources, self.n_cases, self.of_cases].map(Value::from);
        let [n_sources, of_sources, n_cases, of_cases] = counts;
        [
            self.n.into(),
            self.of_words.into(),
            n_sources,
            of_sources,
            n_cases,
            of_cases,
            self.per_thousand.into(),
        ]
    }

    /// The columns that say how it is spread.
    pub(super) fn spread_columns() -> [Column; 3] {
        [
            Column::number("dispersion"),
            Column::number("largest_source_share"),
            Column::yes_no("one_source_dominates"),
        ]
    }

    /// The cells under [`spread_columns`](Self::spread_columns).
    pub(super) fn spread_cells(&self) -> [Value; 3] {
        [self.dispersion.into(), self.largest_share.into(), self.one_source_dominates().into()]
    }
}
