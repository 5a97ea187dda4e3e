//! A table of marks, there or not: cases by factors, a bit each. What two rows share, how well the marks lie together, and
//! the same table shuffled.

use crate::random::Random;
use crate::similarity::Shared;

/// Rows of marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    n_rows: usize,
    n_columns: usize,
    /// Words of 64 bits per row.
    n_words: usize,
    /// Row by row; bits past the last column are zero.
    words: Vec<u64>,
}

impl Marks {
    /// Makes a table without marks.
    pub fn new(n_rows: usize, n_columns: usize) -> Self {
        let n_words = n_columns.div_ceil(64);
        Self { n_rows, n_columns, n_words, words: vec![0; n_rows * n_words] }
    }

    /// Returns the number of rows.
    pub fn n_rows(&self) -> usize {
        self.n_rows
    }

    /// Returns the number of columns.
    pub fn n_columns(&self) -> usize {
        self.n_columns
    }

    /// Sets a mark.
    pub fn set(&mut self, row: usize, column: usize) {
        self.words[row * self.n_words + column / 64] |= 1 << (column % 64);
    }

    /// Returns whether there is a mark.
    pub fn has(&self, row: usize, column: usize) -> bool {
        self.words[row * self.n_words + column / 64] >> (column % 64) & 1 == 1
    }

    /// Returns how many marks a row has.
    pub fn n_in_row(&self, row: usize) -> usize {
        self.row(row).iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Returns per column how many marks it has.
    pub fn n_in_columns(&self) -> Vec<usize> {
        let mut counts = vec![0; self.n_columns];
        for row in 0..self.n_rows {
            for (place, &word) in self.row(row).iter().enumerate() {
                let mut rest = word;
                while rest != 0 {
                    counts[place * 64 + rest.trailing_zeros() as usize] += 1;
                    rest &= rest - 1;
                }
            }
        }
        counts
    }

    /// Returns these rows and columns, in this order.
    pub fn arranged(&self, rows: &[usize], columns: &[usize]) -> Self {
        let mut marks = Self::new(rows.len(), columns.len());
        for (row, &own_row) in rows.iter().enumerate() {
            for (column, &own_column) in columns.iter().enumerate() {
                if self.has(own_row, own_column) {
                    marks.set(row, column);
                }
            }
        }
        marks
    }

    /// Returns the table with rows for columns.
    pub fn transposed(&self) -> Self {
        let mut marks = Self::new(self.n_columns, self.n_rows);
        for (down, right) in
            (0..marks.n_words).flat_map(|down| (0..self.n_words).map(move |right| (down, right)))
        {
            let mut block = [0; 64];
            let n_rows = (self.n_rows - down * 64).min(64);
            let n_columns = (self.n_columns - right * 64).min(64);
            for (row, word) in block[..n_rows].iter_mut().enumerate() {
                *word = self.words[(down * 64 + row) * self.n_words + right];
            }
            transpose(&mut block);
            for (column, word) in block[..n_columns].iter().enumerate() {
                marks.words[(right * 64 + column) * marks.n_words + down] = *word;
            }
        }
        marks
    }

    /// Returns in how many columns two rows agree and differ.
    ///
    /// ```
    /// # use draad_measures::{marks::Marks, similarity::Shared};
    /// let mut marks = Marks::new(2, 3);
    /// marks.set(0, 0);
    /// marks.set(1, 0);
    /// marks.set(1, 2);
    /// assert_eq!(marks.shared(0, 1), Shared { both: 1, first_only: 0, second_only: 1, neither: 1 });
    /// ```
    pub fn shared(&self, first: usize, second: usize) -> Shared {
        let mut shared = Shared::default();
        for (a, b) in self.row(first).iter().zip(self.row(second)) {
            shared.both += ones(a & b);
            shared.first_only += ones(a & !b);
            shared.second_only += ones(b & !a);
        }
        shared.neither = self.n_columns as u64 - shared.both - shared.first_only - shared.second_only;
        shared
    }

    /// Returns the measure of effectiveness: pairs of marks that lie side by side or one above the other. More is better.
    /// McCormick, Schweitzer & White (1972), doi:10.1287/opre.20.5.993.
    pub fn effectiveness(&self) -> u64 {
        let beside = (0..self.n_rows).map(|row| {
            let words = self.row(row);
            words.iter().zip(next_column(words)).map(|(own, next)| ones(own & next)).sum::<u64>()
        });
        let below = self
            .neighbours()
            .map(|(row, next)| row.iter().zip(next).map(|(own, next)| ones(own & next)).sum::<u64>());
        beside.chain(below).sum()
    }

    /// Returns the stress after Von Neumann: cells and those of the four beside, above and below them that differ, each pair
    /// counted from both sides. Less is better. Niermann (2005), doi:10.1198/000313005X22770.
    pub fn neumann_stress(&self) -> u64 {
        let beside = (0..self.n_rows).map(|row| self.differ_beside(self.row(row), self.row(row)));
        let below = self
            .neighbours()
            .map(|(row, next)| row.iter().zip(next).map(|(own, next)| ones(own ^ next)).sum::<u64>());
        2 * beside.chain(below).sum::<u64>()
    }

    /// Returns the stress after Moore: cells and those of the eight around them that differ, each pair counted from both
    /// sides. Less is better. Niermann (2005).
    pub fn moore_stress(&self) -> u64 {
        let diagonal = self
            .neighbours()
            .map(|(row, next)| self.differ_beside(row, next) + self.differ_beside(next, row));
        self.neumann_stress() + 2 * diagonal.sum::<u64>()
    }

    /// Returns the table with the marks of each column shuffled over the rows: each column keeps its number of marks, and
    /// every way of placing them is as likely. Floyd's way of drawing, in Bentley & Floyd (1987), doi:10.1145/30401.315746.
    pub fn shuffled(&self, random: &mut Random) -> Self {
        self.shuffled_by_counts(&self.n_in_columns(), random)
    }

    /// Does the same where the numbers of marks per column are known.
    pub fn shuffled_by_counts(&self, counts: &[usize], random: &mut Random) -> Self {
        // drawn with columns as rows, so that what belongs together lies together
        let mut columns = Self::new(self.n_columns, self.n_rows);
        for (column, &count) in counts.iter().enumerate() {
            let n_gaps = self.n_rows - count;
            for last in self.n_rows - count.min(n_gaps)..self.n_rows {
                let drawn = random.below(last + 1);
                columns.set(column, if columns.has(column, drawn) { last } else { drawn });
            }
            // a full column is drawn by its gaps
            if n_gaps < count {
                columns.invert(column);
            }
        }
        columns.transposed()
    }

    /// Turns the marks of a row into gaps and its gaps into marks.
    fn invert(&mut self, row: usize) {
        for place in 0..self.n_words {
            let mask = mask(self.n_columns - place * 64);
            self.words[row * self.n_words + place] ^= mask;
        }
    }

    fn row(&self, row: usize) -> &[u64] {
        &self.words[row * self.n_words..][..self.n_words]
    }

    /// Returns each row with the one below it.
    fn neighbours(&self) -> impl Iterator<Item = (&[u64], &[u64])> {
        (1..self.n_rows).map(|row| (self.row(row - 1), self.row(row)))
    }

    /// Returns in how many columns but the last a row differs from the next column of another.
    fn differ_beside(&self, row: &[u64], other: &[u64]) -> u64 {
        let n_compared = self.n_columns.saturating_sub(1);
        let differ = |(place, (own, next)): (usize, (&u64, u64))| {
            ones((own ^ next) & mask(n_compared.saturating_sub(place * 64)))
        };
        row.iter().zip(next_column(other)).enumerate().map(differ).sum()
    }
}

fn ones(word: u64) -> u64 {
    u64::from(word.count_ones())
}

/// Returns a word in which the first bits are set, so many or all.
fn mask(n_bits: usize) -> u64 {
    if n_bits >= 64 { u64::MAX } else { (1 << n_bits) - 1 }
}

/// Swaps the rows and columns of 64 words, in ever smaller squares (Warren 2013, *Hacker's Delight*, 7–3).
fn transpose(block: &mut [u64; 64]) {
    let (mut width, mut mask) = (32, 0xffff_ffff_u64);
    while width > 0 {
        for row in (0..64).filter(|row| row & width == 0) {
            let moved = (block[row] >> width ^ block[row + width]) & mask;
            block[row] ^= moved << width;
            block[row + width] ^= moved;
        }
        width /= 2;
        mask ^= mask << width;
    }
}

/// Returns the words of a row, in which each column holds what the next one had.
fn next_column(words: &[u64]) -> impl Iterator<Item = u64> {
    let later = words.iter().skip(1).chain(&[0]);
    words.iter().zip(later).map(|(own, later)| own >> 1 | later << 63)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_marks() -> impl Strategy<Value = Marks> {
        (prop_oneof![0..6_usize, 60..70_usize], prop_oneof![0..6_usize, 60..140_usize]).prop_flat_map(
            |(n_rows, n_columns)| {
                proptest::collection::vec(any::<bool>(), n_rows * n_columns).prop_map(move |cells| {
                    let mut marks = Marks::new(n_rows, n_columns);
                    for (place, _) in cells.iter().enumerate().filter(|(_, cell)| **cell) {
                        marks.set(place / n_columns, place % n_columns);
                    }
                    marks
                })
            },
        )
    }

    /// Counts pairs of a cell and one at an offset, both ways, cell by cell.
    fn count(marks: &Marks, offsets: &[(isize, isize)], takes: impl Fn(bool, bool) -> bool) -> u64 {
        let mut n = 0;
        for row in 0..marks.n_rows as isize {
            for column in 0..marks.n_columns as isize {
                for (down, right) in offsets {
                    let (other_row, other_column) = (row + down, column + right);
                    let inside = (0..marks.n_rows as isize).contains(&other_row)
                        && (0..marks.n_columns as isize).contains(&other_column);
                    let has = |row: isize, column: isize| marks.has(row as usize, column as usize);
                    n += u64::from(inside && takes(has(row, column), has(other_row, other_column)));
                }
            }
        }
        n
    }

    const FOUR: [(isize, isize); 4] = [(0, 1), (0, -1), (1, 0), (-1, 0)];
    const EIGHT: [(isize, isize); 8] = [(0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)];

    proptest! {
        #[test]
        fn criteria_are_those_of_the_definitions(marks in any_marks()) {
            prop_assert_eq!(2 * marks.effectiveness(), count(&marks, &FOUR, |own, other| own && other));
            prop_assert_eq!(marks.neumann_stress(), count(&marks, &FOUR, |own, other| own != other));
            prop_assert_eq!(marks.moore_stress(), count(&marks, &EIGHT, |own, other| own != other));
        }

        #[test]
        fn shuffling_keeps_the_columns(marks in any_marks(), seed: u64) {
            let shuffled = marks.shuffled(&mut Random::new(seed));
            prop_assert_eq!(shuffled.n_in_columns(), marks.n_in_columns());
            prop_assert_eq!(marks.shuffled(&mut Random::new(seed)), shuffled);
        }

        #[test]
        fn rows_and_columns_can_change_places(marks in any_marks()) {
            let transposed = marks.transposed();
            prop_assert_eq!(&transposed.transposed(), &marks);
            let in_rows: Vec<usize> = (0..transposed.n_rows()).map(|row| transposed.n_in_row(row)).collect();
            prop_assert_eq!(in_rows, marks.n_in_columns());
            let backwards: Vec<usize> = (0..marks.n_rows).rev().collect();
            let columns: Vec<usize> = (0..marks.n_columns).collect();
            let turned = marks.arranged(&backwards, &columns);
            prop_assert_eq!(turned.moore_stress(), marks.moore_stress());
            prop_assert_eq!(turned.arranged(&backwards, &columns), marks);
        }
    }

    #[test]
    fn every_placing_turns_up() {
        let mut marks = Marks::new(4, 1);
        marks.set(0, 0);
        marks.set(1, 0);
        let mut random = Random::new(1);
        let mut seen = std::collections::BTreeMap::<u64, u32>::new();
        for _ in 0..600 {
            let shuffled = marks.shuffled(&mut random);
            let places = (0..4).map(|row| u64::from(shuffled.has(row, 0)) << row).sum();
            *seen.entry(places).or_default() += 1;
        }
        assert_eq!(seen.len(), 6);
        assert!(seen.values().all(|&times| (60..140).contains(&times)), "{seen:?}");
    }
}
