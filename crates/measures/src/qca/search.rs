//! The search through sets of rows for those that together cover all rows.

use super::bits::Bits;
use super::cover::Problem;

/// What can still be done for rows that are left.
struct Outlook {
    /// Sets that they need at least.
    needed: usize,
    /// The most of them that one set covers.
    widest: usize,
}

/// What adding up shares may lose.
const ROUNDING: f64 = 1e-6;

/// A search through sets of rows: the row that the fewest sets can still cover comes first, each of those is tried, and a set
/// that was tried is not tried again beside the next. Murakami & Uno (2014), doi:10.1016/j.dam.2014.01.012.
pub(super) struct Search<'a> {
    sets: &'a [Bits],
    /// Per row the sets that cover it.
    covering: Vec<Vec<usize>>,
    /// Per row the rows that some set covers together with it.
    beside: Vec<Bits>,
    /// The rows, those first that have the fewest beside them.
    apart: Vec<usize>,
    /// The rows, those first that the fewest sets cover.
    scarce: Vec<usize>,
    /// The sets that lie in no other.
    widest: Vec<Bits>,
    /// Covers that are kept.
    most: usize,
    /// Steps that are left.
    pub(super) steps: usize,
    pub(super) found: Vec<Vec<usize>>,
    /// Whether there are, or may be, more covers than were found.
    pub(super) is_cut: bool,
    chosen: Vec<usize>,
    /// Per set whether it may be chosen.
    is_candidate: Vec<bool>,
}

impl<'a> Search<'a> {
    pub(super) fn new(problem: &'a Problem, most: usize, steps: usize) -> Self {
        let sets = &problem.sets;
        let mut beside = vec![Bits::new(problem.n_rows, []); problem.n_rows];
        for set in sets {
            set.members().for_each(|row| beside[row].add(set));
        }
        let covering: Vec<Vec<usize>> =
            problem.covering().iter().map(|sets| sets.members().collect()).collect();
        let mut apart: Vec<usize> = (0..problem.n_rows).collect();
        let mut scarce = apart.clone();
        apart.sort_by_key(|&row| beside[row].len());
        scarce.sort_by_key(|&row| covering[row].len());
        Self {
            sets,
            covering,
            beside,
            apart,
            scarce,
            widest: sets.iter().filter(|set| problem.is_widest(set)).cloned().collect(),
            most,
            steps,
            found: Vec::new(),
            is_cut: false,
            chosen: Vec::new(),
            is_candidate: vec![true; sets.len()],
        }
    }

    /// Finds the irredundant covers of at most `size` sets.
    pub(super) fn run(&mut self, size: usize) {
        self.extend(&Bits::all(self.covering.len()), size);
    }

    fn extend(&mut self, uncovered: &Bits, size: usize) {
        let Some(next) = self.scarce.iter().copied().find(|&row| uncovered.contains(row)) else {
            return self.keep();
        };
        let candidates: Vec<usize> = self.candidates(next).collect();
        let n_more = size - self.chosen.len() - 1;
        if n_more == 0 {
            return self.finish(uncovered, &candidates);
        }
        self.spend(self.widest.len());
        let is_bounded = size != usize::MAX;
        let outlook = if is_bounded { self.outlook(uncovered) } else { Outlook { needed: 0, widest: 1 } };
        if self.is_cut || outlook.needed > n_more + 1 {
            return;
        }
        candidates.iter().for_each(|&set| self.is_candidate[set] = false);
        for &set in &candidates {
            self.chosen.push(set);
            if uncovered.n_without(&self.sets[set]) <= n_more.saturating_mul(outlook.widest) {
                let left = uncovered.without(&self.sets[set]);
                if self.at_least(&left) <= n_more && self.is_irredundant() {
                    self.extend(&left, size);
                }
            }
            self.chosen.pop();
            self.is_candidate[set] = true;
        }
    }

    /// Finds the single sets that cover all that is left.
    fn finish(&mut self, uncovered: &Bits, candidates: &[usize]) {
        self.spend(candidates.len());
        for &set in candidates {
            self.chosen.push(set);
            if uncovered.lies_in(&self.sets[set]) && self.is_irredundant() {
                self.keep();
            }
            self.chosen.pop();
        }
    }

    fn spend(&mut self, steps: usize) {
        self.steps = self.steps.saturating_sub(steps);
        self.is_cut |= self.steps == 0;
    }

    fn keep(&mut self) {
        if self.is_cut || self.found.len() == self.most {
            self.is_cut = true;
        } else {
            self.found.push(self.chosen.clone());
        }
    }

    fn candidates(&self, row: usize) -> impl Iterator<Item = usize> {
        self.covering[row].iter().copied().filter(|&set| self.is_candidate[set])
    }

    /// Returns what sets can still do for the rows that are left.
    ///
    /// Each row is charged to the set that covers most of those left beside it: its share of that set. No set is charged more
    /// than one in all, so the charges add up to no more than the sets that are needed.
    fn outlook(&self, uncovered: &Bits) -> Outlook {
        let mut widest_at = vec![0; self.covering.len()];
        for set in &self.widest {
            let n = uncovered.n_shared(set);
            uncovered.shared_members(set).for_each(|row| widest_at[row] = widest_at[row].max(n));
        }
        let charge = |row: usize| 1.0 / widest_at[row] as f64;
        let needed = uncovered.members().map(charge).sum::<f64>() - ROUNDING;
        let widest = widest_at.iter().copied().max().unwrap_or_default();
        Outlook { needed: needed.ceil() as usize, widest }
    }

    /// Returns how many sets the rows need at least: as many as there are rows of which no set covers two.
    pub(super) fn at_least(&self, uncovered: &Bits) -> usize {
        let mut left = uncovered.clone();
        let mut n = 0;
        for &row in &self.apart {
            if left.contains(row) {
                n += 1;
                left.remove(&self.beside[row]);
            }
        }
        n
    }

    /// Returns whether each chosen set covers a row that no other does.
    fn is_irredundant(&self) -> bool {
        let mut once = Bits::new(self.covering.len(), []);
        let mut twice = once.clone();
        for &set in &self.chosen {
            twice.add(&once.shared(&self.sets[set]));
            once.add(&self.sets[set]);
        }
        self.chosen.iter().all(|&set| !self.sets[set].lies_in(&twice))
    }
}
