//! Aligned columns for the terminal.

use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// Spaces between two columns.
const GAP: usize = 2;

/// Columns for running text where nothing says how wide the terminal is.
const USUAL_WIDTH: usize = 120;

/// The least that a column of running text gets.
const LEAST_PROSE: usize = 24;

/// A grid of cells: the first columns flush left, the others flush right, and the last, where they hold running text, side
/// by side in lines.
pub(crate) struct Grid {
    rows: Vec<Vec<String>>,
    n_left: usize,
    n_prose: usize,
}

impl Grid {
    /// Starts a grid with a header; `n_left` columns are flush left.
    pub(crate) fn new(header: Vec<String>, n_left: usize) -> Self {
        Self { rows: vec![header], n_left, n_prose: 0 }
    }

    /// Says how many columns, from the right, hold running text.
    pub(crate) fn with_prose(self, n_prose: usize) -> Self {
        Self { n_prose, ..self }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Returns the grid as lines of at most `limit` columns: where it is wider, its right-hand columns go below each other
    /// in blocks, each with the left-hand columns again. A block has at least one column.
    pub(crate) fn fitted(&self, limit: Option<usize>) -> String {
        if self.n_prose > 0 {
            return self.side_by_side(limit.unwrap_or(USUAL_WIDTH));
        }
        let widths = self.widths();
        let blocks = self.blocks(&widths, limit.unwrap_or(usize::MAX));
        blocks.iter().map(|columns| self.block(&widths, columns)).collect::<Vec<_>>().join("\n")
    }

    /// Breaks running text into lines, the columns of it equally wide.
    fn side_by_side(&self, limit: usize) -> String {
        let mut widths = self.widths();
        let first = widths.len().saturating_sub(self.n_prose);
        let used: usize = widths[..first].iter().map(|width| width + GAP).sum();
        let room = limit.saturating_sub(used + GAP * self.n_prose.saturating_sub(1)) / self.n_prose;
        for width in &mut widths[first..] {
            *width = (*width).min(room.max(LEAST_PROSE));
        }
        let broken = self.rows.iter().flat_map(|row| match row.len() {
            0 | 1 => vec![row.clone()],
            _ => broken(row, &widths, first),
        });
        let lines = Self { rows: broken.collect(), n_left: widths.len(), n_prose: 0 };
        lines.block(&widths, &(widths.len()..widths.len()))
    }

    fn widths(&self) -> Vec<usize> {
        let n_columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let wide = |row: &&Vec<String>| row.len() > 1 || n_columns == 1; // a head may run on
        let width = |column: usize| {
            let cells = self.rows.iter().filter(wide).filter_map(|row| row.get(column));
            cells.flat_map(|cell| cell.lines()).map(|line| line.width()).max()
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

/// Returns a row as several: the cells from `first` on broken into lines.
fn broken(row: &[String], widths: &[usize], first: usize) -> Vec<Vec<String>> {
    let lines = |(column, cell): (usize, &String)| match column < first {
        true => vec![cell.clone()],
        false => cell.lines().flat_map(|line| wrap(line, widths[column])).collect(),
    };
    let cells: Vec<Vec<String>> = row.iter().enumerate().map(lines).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let line = |line: usize| cells.iter().map(|cell| cell.get(line).cloned().unwrap_or_default()).collect();
    (0..height).map(line).collect()
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
    fn running_text_stands_side_by_side() {
        let mut grid = Grid::new(["", "voor", "tegen"].map(str::to_owned).to_vec(), 1).with_prose(2);
        grid.row(vec!["p01".into()]);
        grid.row(["1", "Zij belt altijd even als er iets is\nmoeder", "Nooit."].map(str::to_owned).to_vec());
        let expected = "   voor                       tegen\np01\n1  Zij belt altijd even als   Nooit.\n   er iets is\n   moeder\n";
        assert_eq!(grid.fitted(Some(55)), expected);
    }

    #[test]
    fn long_texts_break_at_spaces() {
        assert_eq!(wrap("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrap("onafscheidelijk ja", 5), ["onafscheidelijk", "ja"]);
    }
}
