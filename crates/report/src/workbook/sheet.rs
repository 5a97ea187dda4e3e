//! One sheet: a table under its header, with filters, widths and links.

use super::cells::{Cell, Formats, as_link, shortened};
use super::{Cut, CutPart, Sheet, Target};
use draad_analysis::table::{Column, ColumnKind, Value};
use rust_xlsxwriter::{Format, Url, Worksheet, XlsxError};

/// The most rows of a sheet, its header among them.
const MAX_ROWS: usize = 1_048_576;
/// The most links of a sheet.
const MAX_LINKS: usize = 65_530;
/// Widths of columns, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;
/// How many rows tell how wide a column should be.
const ROWS_FOR_WIDTH: usize = 500;

impl Sheet<'_> {
    /// Returns how many rows there is room for below a header in row `top`.
    fn n_rows(&self, top: u32) -> usize {
        self.table.rows.len().min(MAX_ROWS - 1 - top as usize)
    }

    /// Returns what there is no room for below a header in row `top`.
    pub(super) fn cuts(&self, top: u32) -> Vec<Cut> {
        let n_rows = self.n_rows(top);
        let cut = |what, n| (n > 0).then(|| Cut { sheet: self.name.clone(), what, n });
        let is_long = |row: &&Vec<Value>, place: usize| match &row[place] {
            Value::Text(text) => shortened(text).1,
            _ => false,
        };
        let texts = self.table.columns.iter().enumerate().filter_map(|(place, column)| {
            let n = self.table.rows[..n_rows].iter().filter(|row| is_long(row, place)).count();
            cut(CutPart::Texts { column: column.name.clone() }, n)
        });
        let links = self.links.keys().filter(|(row, _)| *row < n_rows).count();
        let ends = [
            cut(CutPart::Rows, self.table.rows.len() - n_rows),
            cut(CutPart::Links, links.saturating_sub(MAX_LINKS)),
        ];
        texts.chain(ends.into_iter().flatten()).collect()
    }

    /// Writes the table with its header in row `top`.
    pub(super) fn write(&self, page: &mut Worksheet, top: u32, formats: &Formats) -> Result<(), XlsxError> {
        page.set_name(&self.name)?;
        if let Some(color) = self.tab {
            page.set_tab_color(color);
        }
        let n_rows = self.n_rows(top);
        for (column, place) in self.table.columns.iter().zip(0u16..) {
            self.write_column(page, (top, place), column, formats)?;
        }
        let last_column = u16::try_from(self.table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        page.autofilter(top, 0, top + n_rows as u32, last_column)?;
        page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        self.write_links(page, top, formats)
    }

    fn write_column(
        &self,
        page: &mut Worksheet,
        (top, place): (u32, u16),
        column: &Column,
        formats: &Formats,
    ) -> Result<(), XlsxError> {
        let values = || self.table.rows[..self.n_rows(top)].iter().map(|row| &row[usize::from(place)]);
        let width = width(&column.name, column.kind, values());
        page.set_column_width(place, width.clamp(*WIDTHS.start(), *WIDTHS.end()) as f64)?;
        page.write_string_with_format(top, place, &column.name, &formats.header)?;
        let format = self.usual_format(usize::from(place), width, formats);
        for (value, row) in values().zip(0usize..) {
            let look = self.looks.get(&(row, usize::from(place)));
            let format = look.map_or(format, |look| formats.look(*look));
            let at = (top + 1 + row as u32, place);
            Cell { place: at, value, format, is_link: false }.write(page, formats)?;
        }
        Ok(())
    }

    /// How text and numbers of a column look.
    fn usual_format<'f>(&self, column: usize, width: usize, formats: &'f Formats) -> &'f Format {
        let is_text = self.table.columns[column].kind == ColumnKind::Text;
        if is_text && width > *WIDTHS.end() { &formats.wrapped } else { &formats.cell }
    }

    /// Lays links over cells that have been written; what stands in them stays what it is.
    fn write_links(&self, page: &mut Worksheet, top: u32, formats: &Formats) -> Result<(), XlsxError> {
        let n_rows = self.n_rows(top);
        let usual = as_link(&formats.cell);
        let links = self.links.iter().filter(|((row, _), _)| *row < n_rows);
        for ((row, column), target) in links.take(MAX_LINKS) {
            let value = &self.table.rows[*row][*column];
            let format = match self.looks.get(&(*row, *column)) {
                Some(look) => as_link(formats.look(*look)),
                None => usual.clone(),
            };
            let place = (top + 1 + *row as u32, u16::try_from(*column).unwrap_or(u16::MAX));
            page.write_url_with_format(place.0, place.1, target.url(), &format)?;
            Cell { place, value, format: &format, is_link: true }.write(page, formats)?;
        }
        Ok(())
    }
}

impl Target {
    /// Returns the address: the first cell of the row, below the header of its sheet.
    fn url(&self) -> Url {
        let line = self.row.map_or(1, |row| row + 2);
        Url::new(format!("internal:'{}'!A{line}", self.sheet.replace('\'', "''")))
    }
}

/// Returns how many characters the longest line of a column has, as far as its first rows tell.
fn width<'v>(name: &str, kind: ColumnKind, values: impl Iterator<Item = &'v Value>) -> usize {
    let longest_line = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let of_value = |value: &Value| match (kind, value) {
        (_, Value::Nothing) => 0,
        (ColumnKind::Day, _) => 10,
        (ColumnKind::Time | ColumnKind::Moment, _) => 19,
        (_, Value::Text(text)) => longest_line(text),
        _ => 8,
    };
    // room for the arrow of the filter
    let header = longest_line(name) + 3;
    values.take(ROWS_FOR_WIDTH).map(of_value).chain([header]).max().unwrap_or(0) + 1
}
