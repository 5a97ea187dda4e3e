//! Tables as people read them: names and numbers in words, every name a link to what is called so.

use crate::names::{Names, Run};
use serde::Serialize;

/// A table to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What stands above it; may be empty.
    pub title: String,
    /// Heads of the columns.
    pub header: Vec<String>,
    /// How many columns, from the left, hold text.
    pub n_left: usize,
    /// How many columns, from the right, hold running text.
    pub n_prose: usize,
    /// Rows under their heads; a head may be empty.
    pub sections: Vec<(String, Vec<Vec<String>>)>,
    /// What the numbers mean, and what they rest on, a sentence or some each.
    pub notes: Vec<String>,
}

impl Sheet {
    /// Returns what a column holds: `text`, `num` or `prose`.
    pub(crate) fn class(&self, column: usize) -> &'static str {
        if column < self.n_left {
            "text"
        } else if column + self.n_prose >= self.header.len() {
            "prose"
        } else {
            "num"
        }
    }
}

/// A table on the page.
#[derive(Debug, Serialize)]
pub(crate) struct SheetView {
    title: String,
    header: Vec<HeadView>,
    sections: Vec<SectionView>,
}

/// The head of a column.
#[derive(Debug, Serialize)]
struct HeadView {
    runs: Vec<Run>,
    /// `text`, `num` or `prose`.
    class: &'static str,
}

/// Rows under a head.
#[derive(Debug, Serialize)]
struct SectionView {
    title: String,
    rows: Vec<Vec<CellView>>,
}

#[derive(Debug, Serialize)]
struct CellView {
    runs: Vec<Run>,
    class: &'static str,
}

impl SheetView {
    /// Links what is named in a table.
    pub(crate) fn new(names: &Names, sheet: &Sheet) -> Self {
        let head = |(column, text): (usize, &String)| HeadView {
            runs: names.linked(text, ""),
            class: sheet.class(column),
        };
        let row = |row: &Vec<String>| {
            let cells = row.iter().enumerate();
            cells.map(|(column, _)| cell(names, sheet, row, column)).collect()
        };
        let section = |(title, rows): &(String, Vec<Vec<String>>)| SectionView {
            title: title.clone(),
            rows: rows.iter().map(row).collect(),
        };
        Self {
            title: sheet.title.clone(),
            header: sheet.header.iter().enumerate().map(head).collect(),
            sections: sheet.sections.iter().map(section).collect(),
        }
    }
}

/// Returns a cell. Text leads to what it names; the first line of a cell in which the row's factor meets the column's case,
/// outcome group, phase, role or kind of source, to the passages there.
fn cell(names: &Names, sheet: &Sheet, row: &[String], column: usize) -> CellView {
    let (class, text) = (sheet.class(column), row[column].as_str());
    let (subject, head) = (row[0].as_str(), sheet.header.get(column).map_or("", String::as_str));
    let meeting = names.meeting(subject, head).filter(|_| column > 0 && !text.is_empty());
    let runs = match meeting {
        Some(to) => {
            let (first, rest) = text.split_at(text.find('\n').unwrap_or(text.len()));
            let first = Run { text: first.to_owned(), to };
            std::iter::once(first).chain(names.linked(rest, subject)).collect()
        }
        None if class == "num" => vec![Run { text: text.to_owned(), to: String::new() }],
        None => names.linked(text, subject),
    };
    CellView { runs, class }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_text_numbers_and_prose_from_left_to_right() {
        let header = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        let sheet = Sheet { header, n_left: 1, n_prose: 1, ..Sheet::default() };
        assert_eq!([0, 1, 2, 3].map(|column| sheet.class(column)), ["text", "num", "num", "prose"]);
    }
}
