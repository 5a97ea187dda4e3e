//! Diaries and dossiers as tables: one entry per row.
//!
//! The stored text has, per entry, a line with what is known of it (`12-03-2021 21:40 · Marleen`) and then its words;
//! entries are separated by an empty line. A unit covers the words.

mod columns;
mod rows;

use crate::dates::{DateNumbers, DateOrder, OrderFound, find_order, scan_date, scan_time, time_of};
use crate::imported::{Change, ImportReport, LabelCounts, Loss, Part};
use crate::sheet::{self, SheetRow};
use crate::{
    File, Imported, ReadOptions, Sheet,
    clean::{clean, one_line},
    cursor::Cursor,
    stored::Stored,
};
use columns::Columns;
use draad_core::{Diagnostic, Problem, UnitKind, diagnostic::Outcome};
use jiff::civil::{Date, Time};
use rows::Table;

/// Returns whether a text is a table of entries: its first line names a column for text or dates.
pub(crate) fn looks_like_table(text: &str) -> bool {
    let top: String = text.split_inclusive('\n').take(2).collect();
    let options = ReadOptions::default();
    let sheet = sheet::split_text(&File { name: "", options: &options }, &top);
    sheet.is_ok_and(|sheet| sheet.header.len() > 1 && columns::names_columns(&sheet.header))
}

/// Reads a table of entries.
pub(crate) fn read(file: &File, mut sheet: Sheet) -> Outcome<Imported> {
    let mut imported = Imported {
        report: std::mem::take(&mut sheet.report),
        diagnostics: std::mem::take(&mut sheet.diagnostics),
        reading: std::mem::take(&mut sheet.reading),
        ..Imported::default()
    };
    let table = Table::of(sheet);
    let columns = Columns::find(&table, file.options.text_column.as_deref()).ok_or_else(|| {
        let columns = table.header.join(", ");
        file.fails(Problem::TextColumnNotFound { columns })
    })?;
    let order = settle_order(file, &table, &columns, &mut imported);
    imported.reading += &format!("; text: {}; {}", table.header[columns.text], order.name());
    let (stored, label_counts) = (Stored::default(), LabelCounts::default());
    let mut diary = Diary { file, table: &table, columns, order, stored, imported, label_counts };
    for row in &table.rows {
        diary.add(row);
    }
    diary.report_columns();
    (diary.imported.text, diary.imported.units) = diary.stored.finish();
    diary.imported.labels = diary.label_counts.into_list();
    Ok(diary.imported)
}

fn settle_order(file: &File, table: &Table, columns: &Columns, imported: &mut Imported) -> DateOrder {
    let cells =
        columns.date.into_iter().flat_map(|idx| table.rows.iter().filter_map(move |row| row.cells.get(idx)));
    let dates: Vec<_> = cells.filter_map(|cell| DateNumbers::scan(&mut Cursor::new(cell.trim()))).collect();
    match find_order(&dates, file.options.date_order) {
        OrderFound::Certain(order) => order,
        // Dates that do not fit the Dutch order are reported row by row.
        OrderFound::Contradiction(_) => DateOrder::DayMonthYear,
        OrderFound::Assumed(order) => {
            let problem = Problem::DateOrderAssumed { order: order.name().to_owned() };
            imported.diagnostics.push(Diagnostic::warning(file.place(None), problem));
            order
        }
    }
}

/// A diary being stored.
struct Diary<'f> {
    file: &'f File<'f>,
    table: &'f Table,
    columns: Columns,
    order: DateOrder,
    stored: Stored,
    imported: Imported,
    label_counts: LabelCounts,
}

impl Diary<'_> {
    fn add(&mut self, row: &SheetRow) {
        self.imported.report.read(Part::Rows, 1);
        let (found, expected) = (row.cells.len(), self.table.header.len());
        if found != expected {
            self.imported.report.lose(Loss::BrokenRows, 1, Some(row.line.to_string()));
            self.warn(row, None, Problem::WrongNumberOfCells { found, expected });
            return;
        }
        let text = clean(row.cells[self.columns.text].trim(), &mut self.imported.report);
        if text.trim().is_empty() {
            let column = self.table.header[self.columns.text].clone();
            self.imported.report.lose(Loss::EmptyRows, 1, Some(row.line.to_string()));
            self.warn(row, Some(self.columns.text), Problem::ValueMissing { column });
            return;
        }
        self.entry(row, &text);
    }

    fn entry(&mut self, row: &SheetRow, text: &str) {
        let (date, time) = self.moment(row);
        let writer = self.cell(row, self.columns.writer);
        let written = [self.columns.date, self.columns.time].map(|column| self.cell(row, column));
        let head = head_line(date, time, &written, &writer);
        if !self.stored.text.is_empty() {
            self.stored.push_line("");
        }
        if !head.is_empty() {
            self.stored.push_line(&head);
        }
        let range = self.stored.push_line(text);
        let speaker = Some(writer.as_str()).filter(|writer| !writer.is_empty());
        let moment = date.map(|date| date.to_datetime(time.unwrap_or(Time::midnight())));
        if self.stored.push_unit(range, UnitKind::Said, speaker, moment) {
            self.imported.report.keep(Part::Entries, 1);
            self.imported.date = self.imported.date.into_iter().chain(date).min();
            if let Some(speaker) = speaker {
                let count = self.label_counts.of(speaker);
                count.n_units += 1;
                count.n_turns += 1;
            }
        }
    }

    /// Returns the date and time of a row; what cannot be read is reported.
    fn moment(&mut self, row: &SheetRow) -> (Option<Date>, Option<Time>) {
        let date_cell = self.cell(row, self.columns.date);
        let time_cell = self.cell(row, self.columns.time);
        let (date, mut time) = read_moment(&date_cell, self.order);
        if date.is_none() && !date_cell.is_empty() {
            self.report_unreadable(row, self.columns.date, date_cell, self.order.name());
        }
        if !time_cell.is_empty() {
            time = time_of(&time_cell);
            if time.is_none() {
                self.report_unreadable(row, self.columns.time, time_cell, "21:40");
            }
        }
        (date, time)
    }

    fn report_unreadable(&mut self, row: &SheetRow, column: Option<usize>, value: String, expected: &str) {
        let expected = expected.to_owned();
        self.warn(row, column, Problem::ValueInvalid { value, expected });
    }

    fn warn(&mut self, row: &SheetRow, column: Option<usize>, problem: Problem) {
        let mut place = self.file.place(Some(row.line));
        if let Some(column) = column {
            place = place.column(self.table.header[column].clone());
        }
        self.imported.diagnostics.push(Diagnostic::warning(place, problem));
    }

    /// Returns a cell on one line, or nothing when there is no such column.
    fn cell(&self, row: &SheetRow, column: Option<usize>) -> String {
        let cell = column.and_then(|column| row.cells.get(column)).map_or("", String::as_str);
        one_line(&clean(cell, &mut ImportReport::default()))
    }

    /// Names the columns that are not in the stored text although something stands in them.
    fn report_columns(&mut self) {
        let columns = self.columns;
        let used = [Some(columns.text), columns.date, columns.time, columns.writer];
        for (idx, name) in self.table.header.iter().enumerate() {
            let has_words = |row: &SheetRow| row.cells.get(idx).is_some_and(|cell| !cell.trim().is_empty());
            if !used.contains(&Some(idx)) && self.table.rows.iter().any(has_words) {
                self.imported.report.lose(Loss::Columns, 1, Some(name.clone()));
            }
        }
        if !self.table.has_header {
            self.imported.report.change(Change::HeaderMissing, 1, None);
        }
    }
}

/// Returns the line above an entry: date and time as read or else as written, and the writer.
fn head_line(date: Option<Date>, time: Option<Time>, written: &[String; 2], writer: &str) -> String {
    let date = date.map_or(written[0].clone(), |date| date.strftime("%d-%m-%Y").to_string());
    let time = time.map_or(written[1].clone(), |time| time.strftime("%H:%M").to_string());
    let moment = [date, time].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let parts = [moment.as_str(), writer].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// Reads a date, and the time of day when the cell holds it too (`12-03-2021 21:40`, `2021-03-12T21:40:00`).
pub(crate) fn read_moment(cell: &str, order: DateOrder) -> (Option<Date>, Option<Time>) {
    let mut cursor = Cursor::new(cell);
    let mut numeric = cursor.clone();
    let date = match DateNumbers::scan(&mut numeric) {
        Some(numbers) => {
            cursor = numeric;
            numbers.date(order)
        }
        None => scan_date(&mut cursor, order),
    };
    while cursor.eat(|c| c.is_whitespace() || ",T".contains(c)).is_some() {}
    let time = scan_time(&mut cursor).map(|found| found.time);
    // Something else after the date: the cell is no date after all.
    let is_clean = time.is_some() || cursor.rest().is_empty();
    (date.filter(|_| is_clean), time)
}

#[cfg(test)]
mod tests;
