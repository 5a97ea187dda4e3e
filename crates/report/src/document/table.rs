//! Tables in a document.

use super::inline::{Inline, Line};

/// About how many letters of a table stand side by side on an upright page, the white between columns included.
const LETTERS_UPRIGHT: usize = 104;
/// The same on a page that lies on its side.
const LETTERS_LYING: usize = 160;
/// The white between two columns, in letters.
const GAP: usize = 3;

/// A table with a caption above and notes below.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it shows, in a phrase; its number is put before it. Without one the table has no number.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What its marks and numbers mean, and what it rests on.
    pub notes: Vec<String>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head, which is repeated on each page.
    pub head: String,
    /// Its part of the width of the page; only the proportion to others counts.
    pub width: f64,
    /// Where its cells stand.
    pub align: Align,
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left: words.
    #[default]
    Left,
    /// In the middle: marks.
    Centre,
    /// At the right: numbers.
    Right,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A head above the rows that follow, as wide as the table.
    Section(String),
    /// A cell per column.
    Cells(Vec<Cell>),
}

/// A cell: paragraphs.
pub type Cell = Vec<Line>;

/// Returns a cell with one paragraph of words as they are.
pub fn cell(text: impl Into<String>) -> Cell {
    vec![vec![Inline::plain(text)]]
}

impl Column {
    /// Returns a column of words.
    pub fn left(head: impl Into<String>, width: f64) -> Self {
        Self { head: head.into(), width, align: Align::Left }
    }

    /// Returns a column of marks.
    pub fn centre(head: impl Into<String>, width: f64) -> Self {
        Self { head: head.into(), width, align: Align::Centre }
    }

    /// Returns a column of numbers.
    pub fn right(head: impl Into<String>, width: f64) -> Self {
        Self { head: head.into(), width, align: Align::Right }
    }
}

impl Table {
    /// Gives each column the width that its words ask for: none less than its longest word, as far as the page allows.
    pub fn fitted(mut self) -> Self {
        let (least, wanted) = self.letters();
        let capacity = if self.is_wide() { LETTERS_LYING } else { LETTERS_UPRIGHT };
        let (sum_least, sum_wanted) = (least.iter().sum::<usize>(), wanted.iter().sum::<usize>());
        let room = capacity.saturating_sub(sum_least) as f64;
        let extra = (sum_wanted - sum_least) as f64;
        for (idx, column) in self.columns.iter_mut().enumerate() {
            let more = (wanted[idx] - least[idx]) as f64;
            column.width = if sum_wanted <= capacity {
                wanted[idx] as f64
            } else if extra > 0.0 {
                least[idx] as f64 + room * more / extra
            } else {
                least[idx] as f64
            };
        }
        self
    }

    /// Whether its words do not fit on an upright page without being broken.
    pub fn is_wide(&self) -> bool {
        self.letters().0.iter().sum::<usize>() > LETTERS_UPRIGHT
    }

    /// Returns per column the letters of its longest word and of its longest paragraph, each with the white beside it.
    fn letters(&self) -> (Vec<usize>, Vec<usize>) {
        let mut least = vec![0; self.columns.len()];
        let mut wanted = vec![0; self.columns.len()];
        let mut see = |idx: usize, text: &str| {
            let words = text.split_whitespace().map(|word| word.chars().count());
            least[idx] = least[idx].max(words.max().unwrap_or_default());
            let lines = text.lines().map(|line| line.chars().count());
            wanted[idx] = wanted[idx].max(lines.max().unwrap_or_default());
        };
        for (idx, column) in self.columns.iter().enumerate() {
            see(idx, &column.head);
        }
        for row in &self.rows {
            let Row::Cells(cells) = row else { continue };
            for (idx, cell) in cells.iter().enumerate().take(self.columns.len()) {
                for line in cell {
                    see(idx, &line.iter().map(Inline::text).collect::<String>());
                }
            }
        }
        let spaced = |letters: Vec<usize>| letters.into_iter().map(|n| n + GAP).collect::<Vec<usize>>();
        (spaced(least), spaced(wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(cells: &[&str]) -> Vec<f64> {
        let columns = cells.iter().map(|_| Column::left("", 1.0)).collect();
        let rows = vec![Row::Cells(cells.iter().map(|text| cell(*text)).collect())];
        let table = Table { columns, rows, ..Table::default() }.fitted();
        table.columns.iter().map(|column| column.width).collect()
    }

    #[test]
    fn columns_get_what_their_words_ask_for() {
        assert_eq!(widths(&["twee woorden", "1"]), [15.0, 4.0], "as long as the lines, where there is room");
        let long = "woord ".repeat(60);
        let found = widths(&[long.trim(), "eenlangwoord"]);
        assert_eq!(found[1], 15.0, "a column is never narrower than its longest word");
        assert!((found.iter().sum::<f64>() - LETTERS_UPRIGHT as f64).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn a_table_of_many_columns_is_wide() {
        let table = |n: usize| Table { columns: vec![Column::right("casus", 1.0); n], ..Table::default() };
        assert!(!table(13).is_wide() && table(14).is_wide());
    }
}
