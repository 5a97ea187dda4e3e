//! Aligned columns for the terminal.

use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// Spaces between two columns.
const GAP: usize = 2;

/// A grid of cells: the first columns flush left, the others flush right.
pub(crate) struct Grid {
    rows: Vec<Vec<String>>,
    n_left: usize,
}

impl Grid {
    /// Starts a grid with a header; `n_left` columns are flush left.
    pub(crate) fn new(header: Vec<String>, n_left: usize) -> Self {
        Self { rows: vec![header], n_left }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Returns the grid as lines of at most `limit` columns: where it is wider, its right-hand columns go below each other
    /// in blocks, each with the left-hand columns again. A block has at least one column.
    pub(crate) fn fitted(&self, limit: Option<usize>) -> String {
        let widths = self.widths();
        let blocks = self.blocks(&widths, limit.unwrap_or(usize::MAX));
        blocks.iter().map(|columns| self.block(&widths, columns)).collect::<Vec<_>>().join("\n")
    }

    fn widths(&self) -> Vec<usize> {
        let n_columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let wide = |row: &&Vec<String>| row.len() > 1 || n_columns == 1; // a head may run on
        let width = |column: usize| {
            self.rows.iter().filter(wide).filter_map(|row| row.get(column)).map(|cell| cell.width()).max()
        };
        (0..n_columns).map(|column| width(column).unwrap_or(0)).collect()
    }

    /// Divides the right-hand columns into blocks that fit beside the left-hand ones.
    fn blocks(&self, widths: &[usize], limit: usize) -> Vec<Range<usize>> {
        let n_left = self.n_left.min(widths.len());
        let left: usize = widths[..n_left].iter().map(|width| width + GAP).sum();
        let mut blocks: Vec<Range<usize>> = std::iter::once(n_left..n_left).collect();
        let mut used = left;
        for (column, width) in widths.iter().enumerate().skip(n_left) {
            used += width + GAP;
            match blocks.last_mut() {
                Some(block) if used - GAP <= limit || block.start == block.end => block.end = column + 1,
                _ => {
                    blocks.push(column..column + 1);
                    used = left + width + GAP;
                }
            }
        }
        blocks
    }

    fn block(&self, widths: &[usize], columns: &Range<usize>) -> String {
        let mut text = String::new();
        for row in &self.rows {
            let mut line = String::new();
            for column in (0..self.n_left.min(widths.len())).chain(columns.clone()) {
                let Some(cell) = row.get(column) else { continue };
                let padding = " ".repeat(widths[column].saturating_sub(cell.width()));
                let gap = " ".repeat(if line.is_empty() { 0 } else { GAP });
                line += &match column < self.n_left {
                    true => format!("{gap}{cell}{padding}"),
                    false => format!("{gap}{padding}{cell}"),
                };
            }
            text += line.trim_end();
            text.push('\n');
        }
        text
    }
}

/// Breaks a text into lines of at most `width` columns, at spaces; a longer word stands alone.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= width => *line = format!("{line} {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_whatever_is_in_them() {
        let mut grid = Grid::new(vec!["naam".into(), "n".into()], 1);
        grid.row(vec!["één".into(), "12".into()]);
        grid.row(vec!["家".into(), "3".into()]);
        assert_eq!(grid.fitted(None), "naam   n\néén   12\n家     3\n");
    }

    #[test]
    fn what_is_too_wide_goes_below() {
        let mut grid = Grid::new(["", "p01", "p02", "p03"].map(str::to_owned).to_vec(), 1);
        grid.row(vec!["a long head that may run on".into()]);
        grid.row(["x", "1", "2", "3"].map(str::to_owned).to_vec());
        let narrow = "   p01  p02\na long head that may run on\nx    1    2\n\n   p03\na long head that may run on\nx    3\n";
        assert_eq!(grid.fitted(Some(11)), narrow);
        assert_eq!(grid.fitted(Some(16)).lines().count(), 3);
        assert_eq!(grid.fitted(Some(1)).lines().count(), 11);
    }

    #[test]
    fn long_texts_break_at_spaces() {
        assert_eq!(wrap("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrap("onafscheidelijk ja", 5), ["onafscheidelijk", "ja"]);
    }
}
