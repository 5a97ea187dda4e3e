//! Tables as Word has them.

use super::super::{Align, Cell, Column, Row, Table};
use super::body::Body;
use super::runs::{Looks, paragraph, run};
use super::xml::{element, empty, valued};

/// Returns a table as wide as a line of the page, in twentieths of a point. Its first row is repeated on each page, and no
/// row is broken over two.
pub(super) fn table(body: &mut Body, table: &Table, width: u32) -> String {
    let widths = shared(&table.columns, width);
    let total = width.to_string();
    let properties = valued("w:tblStyle", "DraadTable")
        + &empty("w:tblW", &[("w:w", &total), ("w:type", "dxa")])
        + &empty("w:tblLayout", &[("w:type", "fixed")])
        + &empty(
            "w:tblLook",
            &[("w:val", "0620"), ("w:firstRow", "1"), ("w:noHBand", "1"), ("w:noVBand", "1")],
        );
    let grid = widths.iter().map(|width| empty("w:gridCol", &[("w:w", &width.to_string())]));
    let mut xml = element("w:tblPr", &[], &properties);
    xml += &element("w:tblGrid", &[], &grid.collect::<String>());
    if table.columns.iter().any(|column| !column.head.is_empty()) {
        xml += &head(table, &widths);
    }
    let n_rows = table.rows.len();
    for (place, row) in table.rows.iter().enumerate() {
        xml += &match row {
            Row::Section(title) => section(title, widths.len(), width),
            Row::Cells(cells) => cells_row(body, table, cells, &widths, place + 1 < n_rows && place < 2),
        };
    }
    element("w:tbl", &[], &xml)
}

/// Shares the width of a line among columns; rounding never makes them wider than the line.
fn shared(columns: &[Column], width: u32) -> Vec<u32> {
    let all: f64 = columns.iter().map(|column| column.width).sum();
    columns.iter().map(|column| (f64::from(width) * column.width / all).floor() as u32).collect()
}

fn head(table: &Table, widths: &[u32]) -> String {
    let looks = |column: &Column| Looks { keep_next: true, align: aligned(column.align), ..Looks::default() };
    let cell = |(column, width): (&Column, &u32)| {
        a_cell(*width, 1, &paragraph("TableHead", looks(column), &run(&column.head)))
    };
    let cells: String = table.columns.iter().zip(widths).map(cell).collect();
    let properties = element("w:trPr", &[], "<w:cantSplit/><w:tblHeader/>");
    element("w:tr", &[], &(properties + &cells))
}

fn section(title: &str, n_columns: usize, width: u32) -> String {
    let looks = Looks { keep_next: true, ..Looks::default() };
    row(&a_cell(width, n_columns, &paragraph("TableSection", looks, &run(title))))
}

/// The first rows stay with the head, so that no head stands alone at the foot of a page.
fn cells_row(body: &mut Body, table: &Table, cells: &[Cell], widths: &[u32], keep_next: bool) -> String {
    let mut xml = String::new();
    for (idx, width) in widths.iter().enumerate() {
        let align = aligned(table.columns[idx].align);
        let looks = Looks { align, keep_next, ..Looks::default() };
        let mut content = String::new();
        for line in cells.get(idx).into_iter().flatten() {
            content += &paragraph("TableText", looks, &body.runs(line));
        }
        if content.is_empty() {
            content = paragraph("TableText", looks, "");
        }
        xml += &a_cell(*width, 1, &content);
    }
    row(&xml)
}

fn row(cells: &str) -> String {
    element("w:tr", &[], &(element("w:trPr", &[], "<w:cantSplit/>") + cells))
}

fn a_cell(width: u32, n_columns: usize, content: &str) -> String {
    let mut properties = empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    if n_columns > 1 {
        properties += &valued("w:gridSpan", &n_columns.to_string());
    }
    element("w:tc", &[], &(element("w:tcPr", &[], &properties) + content))
}

fn aligned(align: Align) -> Option<&'static str> {
    match align {
        Align::Left => None,
        Align::Centre => Some("center"),
        Align::Right => Some("right"),
    }
}
