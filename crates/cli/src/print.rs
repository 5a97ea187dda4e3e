//! Aligned columns for the terminal.

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

    fn widths(&self) -> Vec<usize> {
        let n_columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width =
            |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
        (0..n_columns).map(|column| width(column).unwrap_or(0)).collect()
    }
}

impl std::fmt::Display for Grid {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let widths = self.widths();
        for row in &self.rows {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let padding = " ".repeat(widths[column].saturating_sub(cell.width()));
                let gap = if column == 0 { "" } else { &" ".repeat(GAP) };
                line += &if column < self.n_left {
                    format!("{gap}{cell}{padding}")
                } else {
                    format!("{gap}{padding}{cell}")
                };
            }
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
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
        assert_eq!(grid.to_string(), "naam   n\néén   12\n家     3\n");
    }

    #[test]
    fn long_texts_break_at_spaces() {
        assert_eq!(wrap("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrap("onafscheidelijk ja", 5), ["onafscheidelijk", "ja"]);
    }
}
