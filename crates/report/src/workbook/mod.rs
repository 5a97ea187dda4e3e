//! Tables as one Excel workbook: a first sheet that says what they are and leads to them, then a sheet per table.
//!
//! Cells have the types of their columns; text is never taken for a formula, and no cell holds one. A cell can be a link to a
//! row of another sheet. Nothing in the file depends on the clock or the machine. What Excel has no room for is left out and
//! told.

mod cells;
mod names;
mod sheet;
#[cfg(test)]
mod tests;

use cells::Formats;
use draad_analysis::table::Table;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

pub use names::sheet_names;

/// What stands on the first sheet.
#[derive(Clone, Debug)]
pub struct Front<'t> {
    /// Its heading.
    pub title: String,
    /// What there is to know of the whole: a name and what it is.
    pub facts: Vec<(String, String)>,
    /// What stands below: what is in the workbook, or what its columns mean. The first sheet has its name.
    pub list: Sheet<'t>,
}

/// A sheet with one table.
#[derive(Clone, Debug)]
pub struct Sheet<'t> {
    /// Its name, fit for a sheet: see [`sheet_names`].
    pub name: String,
    /// The table.
    pub table: Cow<'t, Table>,
    /// How many columns stay in view when the others are moved.
    pub n_frozen: u16,
    /// Cells that lead somewhere, by row and column of the table.
    pub links: BTreeMap<(usize, usize), Target>,
    /// Cells that show a direction before their number, by row and column of the table.
    pub looks: BTreeMap<(usize, usize), Look>,
    /// The colour of its tab, as 0xRRGGBB.
    pub tab: Option<u32>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The name of the sheet.
    pub sheet: String,
    /// A row of its table, counted from 0; nothing for the sheet as a whole.
    pub row: Option<usize>,
}

/// The direction that a cell shows before its number: as a mark, and again as a tint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Promoting.
    Promoting,
    /// Hindering.
    Hindering,
    /// Both.
    Both,
    /// Ambivalent.
    Ambivalent,
    /// Coded without a direction.
    Coded,
}

/// A workbook, and what did not fit into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was cut off.
    pub cuts: Vec<Cut>,
}

/// Something that a sheet has no room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The sheet.
    pub sheet: String,
    /// What of it.
    pub what: CutPart,
    /// In how many cells, or how many rows or links.
    pub n: usize,
}

/// What a sheet has no room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CutPart {
    /// Rows, which were left out.
    Rows,
    /// The ends of long texts in this column.
    Texts {
        /// The column.
        column: String,
    },
    /// Links; what stands in their cells is there.
    Links,
}

impl<'t> Sheet<'t> {
    /// Makes a sheet that is called as its table and leads nowhere.
    pub fn of(table: &'t Table) -> Self {
        Self::named(table.name, Cow::Borrowed(table))
    }

    /// Makes a sheet with this name that leads nowhere.
    pub fn named(name: impl Into<String>, table: Cow<'t, Table>) -> Self {
        let (links, looks) = (BTreeMap::new(), BTreeMap::new());
        Self { name: name.into(), table, n_frozen: 0, links, looks, tab: None }
    }
}

/// Returns what would be cut off from these sheets, without writing them.
pub fn cuts(sheets: &[Sheet]) -> Vec<Cut> {
    sheets.iter().flat_map(|sheet| sheet.cuts(0)).collect()
}

/// Writes a workbook. The names of sheets must be fit for sheets and differ from each other.
///
/// # Errors
/// `TableFailed` when the file cannot be made.
pub fn write(front: &Front, sheets: &[Sheet]) -> Outcome<Written> {
    try_write(front, sheets).map_err(|error| {
        let problem = Problem::TableFailed { reason: error.to_string() };
        Box::new(Diagnostic::error(Place::default(), problem))
    })
}

/// What a workbook of ours says of when it was last saved. Other programs put the time there.
const MODIFIED: &str = ">2000-01-01T00:00:00Z</dcterms:modified>";

/// Returns whether a workbook is one that [`write()`] made and no program has saved since.
pub fn is_untouched(file: &[u8]) -> bool {
    let mut properties = String::new();
    let read = zip::ZipArchive::new(Cursor::new(file)).is_ok_and(|mut archive| {
        archive
            .by_name("docProps/core.xml")
            .is_ok_and(|mut part| part.read_to_string(&mut properties).is_ok())
    });
    read && properties.contains(MODIFIED)
}

fn try_write(front: &Front, sheets: &[Sheet]) -> Result<Written, XlsxError> {
    let formats = Formats::new();
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&front.title).set_creation_datetime(&created));
    write_front(workbook.add_worksheet(), front, &formats)?;
    for sheet in sheets {
        let page = workbook.add_worksheet();
        sheet.write(page, 0, &formats)?;
        page.set_freeze_panes(1, sheet.n_frozen)?;
        page.set_repeat_rows(0, 0)?;
    }
    Ok(Written { bytes: workbook.save_to_buffer()?, cuts: cuts(sheets) })
}

fn write_front(page: &mut Worksheet, front: &Front, formats: &Formats) -> Result<(), XlsxError> {
    page.write_string_with_format(0, 0, &front.title, &formats.title)?;
    let mut row = 2;
    for (name, value) in &front.facts {
        page.write_string_with_format(row, 0, name, &formats.name)?;
        page.write_string_with_format(row, 1, cells::shortened(value).0, &formats.wrapped)?;
        row += 1;
    }
    front.list.write(page, row + 1, formats)
}
