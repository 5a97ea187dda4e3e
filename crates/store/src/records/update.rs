//! Rows over rows: matched by key, laid over what is there cell by cell, and read as the table itself is read.

use super::cells::{Cells, Layout};
use super::{Grid, RecordKind};
use crate::log::Log;
use crate::table::{Cell, Row};
use draad_core::check::Misfit;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Severity, id};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What came of bringing rows into a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Updated {
    /// The keys of rows that are new.
    pub added: Vec<String>,
    /// Values that were replaced, in the order of the file.
    pub changed: Vec<ValueChange>,
    /// How many rows there already were just so.
    pub n_unchanged: usize,
    /// Why rows were not taken; a row can have several reasons.
    pub refused: Vec<Diagnostic>,
    /// How many rows were not taken.
    pub n_refused_rows: usize,
    /// What the user should look at though the row was taken.
    pub warnings: Vec<Diagnostic>,
}

/// A value that was replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueChange {
    /// The line of the file.
    pub line: u32,
    /// The key of the row, such as a case.
    pub row: String,
    /// The column.
    pub column: String,
    /// What stood there; may be empty.
    pub from: String,
    /// What stands there now.
    pub to: String,
}

impl Updated {
    /// Returns whether nothing came of it.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }

    /// Returns how many rows had a value replaced.
    pub fn n_changed_rows(&self) -> usize {
        let mut lines: Vec<u32> = self.changed.iter().map(|change| change.line).collect();
        lines.dedup();
        lines.len()
    }
}

/// How the rows of one table are told apart, read and checked.
pub(super) trait Rules<R, const N: usize> {
    /// What the rows are.
    const KIND: RecordKind;
    /// The columns by which rows are told apart; the first must be there and have a value.
    const KEY: &'static [&'static str];
    /// A further column by which rows are told apart.
    const KEY_EXTRA: Option<&'static str> = None;
    /// A column by which they are told apart where a row has a value in it.
    const FINER: Option<&'static str> = None;
    /// Whether several rows may have the same key.
    const REPEATS: bool = false;

    /// Returns the name of a further column as the study has it.
    fn column(&self, name: &str) -> String {
        name.to_owned()
    }

    /// Returns the word of the study for a value that is a label or a translation of it.
    fn word(&self, _column: &str, _text: &str) -> Option<String> {
        None
    }

    /// Puts ids in place of names by which a row refers to the study.
    fn refer(&self, _: &mut Cells<N>) {}

    /// Reads the further columns of a row.
    fn typed(&self, _: &mut Log, _: &Place, row: R) -> R {
        row
    }

    /// Says what does not fit the study.
    fn check(&self, row: &R) -> Vec<Misfit>;
}

/// Lays the rows of `grid` over `rows`, and returns all rows with what became of them.
pub(super) fn update<R: Row<N>, const N: usize>(
    rules: &impl Rules<R, N>,
    file: &str,
    grid: &Grid,
    rows: Vec<R>,
) -> Outcome<(Vec<R>, Updated)> {
    let layout = Layout::<N>::find(rules, file, grid)?;
    let mut table = Table::<R, N>::new(rules, rows);
    let mut updated = Updated::default();
    for (line, cells) in &grid.rows {
        let place = Place::line(file, *line);
        let taken = layout
            .read(rules, grid, cells)
            .map_err(|problem| vec![Diagnostic::error(place.clone(), problem)])
            .and_then(|incoming| table.take(rules, &place, *line, &incoming, &mut updated));
        if let Err(reasons) = taken {
            updated.refused.extend(reasons);
            updated.n_refused_rows += 1;
        }
    }
    Ok((table.rows, updated))
}

/// A table being updated.
struct Table<R, const N: usize> {
    rows: Vec<R>,
    by_key: BTreeMap<Vec<String>, Vec<usize>>,
    /// The line of the file that has touched a row.
    touched: BTreeMap<usize, u32>,
}

impl<R: Row<N>, const N: usize> Table<R, N> {
    fn new<T: Rules<R, N>>(_: &T, rows: Vec<R>) -> Self {
        let mut by_key: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for (position, row) in rows.iter().enumerate() {
            by_key.entry(key::<R, T, N>(&Cells::of(row))).or_default().push(position);
        }
        Self { rows, by_key, touched: BTreeMap::new() }
    }

    /// Takes a row of the file, or says why not.
    fn take<T: Rules<R, N>>(
        &mut self,
        rules: &T,
        place: &Place,
        line: u32,
        incoming: &Cells<N>,
        updated: &mut Updated,
    ) -> Result<(), Vec<Diagnostic>> {
        let key = key::<R, T, N>(incoming);
        let fails = |problem| Err(vec![Diagnostic::error(place.clone().column(T::KEY[0]), problem)]);
        let name = || key.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        let position = self.find::<T>(&key, incoming);
        if let Some(first_line) = position.and_then(|position| self.touched.get(&position)) {
            return fails(Problem::DuplicateId { id: name(), first_line: *first_line });
        }
        if position.is_none()
            && T::KEY.len() == 1
            && let Some(existing) = self.other_spelling(&key)
        {
            return fails(Problem::NameTakenInOtherSpelling { name: name(), existing });
        }
        let before = position.map_or_else(Cells::empty, |position| Cells::of(&self.rows[position]));
        let after = before.under(incoming);
        let row = read(rules, place, &after, &mut updated.warnings)?;
        let after = Cells::of(&row);
        match position {
            None => {
                updated.added.push(name());
                self.by_key.entry(key).or_default().push(self.rows.len());
                self.touched.insert(self.rows.len(), line);
                self.rows.push(row);
            }
            Some(position) => {
                let changes = before.changes::<R>(&after, line, &name());
                updated.n_unchanged += usize::from(changes.is_empty());
                updated.changed.extend(changes);
                self.touched.insert(position, line);
                self.rows[position] = row;
            }
        }
        Ok(())
    }

    /// Finds the row with a key. Where rows may repeat, each is found once.
    fn find<T: Rules<R, N>>(&self, key: &[String], incoming: &Cells<N>) -> Option<usize> {
        let finer = T::FINER.and_then(|name| R::COLUMNS.iter().position(|column| column.name == name));
        let wanted = finer.map(|column| (column, sorted(&incoming.known[column])));
        let wanted = wanted.filter(|(_, items)| !items.is_empty());
        let fits = |position: &&usize| {
            let is_free = !T::REPEATS || !self.touched.contains_key(*position);
            let same = |(column, items): &(usize, Vec<String>)| {
                sorted(&self.rows[**position].write()[*column]) == *items
            };
            is_free && wanted.as_ref().is_none_or(same)
        };
        self.by_key.get(key)?.iter().find(fits).copied()
    }

    fn other_spelling(&self, key: &[String]) -> Option<String> {
        let wanted = id::folded(key.first()?);
        let mut known = self.by_key.keys().filter_map(|key| key.first());
        known.find(|known| id::folded(known) == wanted).cloned()
    }
}

fn sorted(list: &str) -> Vec<String> {
    let mut items: Vec<String> = list.split(';').filter(|item| !item.is_empty()).map(str::to_owned).collect();
    items.sort_unstable();
    items
}

fn key<R: Row<N>, T: Rules<R, N>, const N: usize>(cells: &Cells<N>) -> Vec<String> {
    let of = |name: &&str| R::COLUMNS.iter().position(|column| column.name == *name);
    let known = T::KEY.iter().filter_map(of).map(|column| cells.known[column].trim().to_owned());
    let extra = T::KEY_EXTRA.map(|name| cells.extra.get(name).cloned().unwrap_or_default());
    known.chain(extra).collect()
}

/// Reads a row as its table does. Anything wrong with it refuses it: half a row is worse than none.
fn read<R: Row<N>, const N: usize>(
    rules: &impl Rules<R, N>,
    place: &Place,
    cells: &Cells<N>,
    warnings: &mut Vec<Diagnostic>,
) -> Result<R, Vec<Diagnostic>> {
    let reports = RefCell::default();
    let known: [Cell<'_>; N] = std::array::from_fn(|i| Cell {
        column: R::COLUMNS[i].name,
        text: &cells.known[i],
        reports: &reports,
    });
    let row = R::read(known, cells.extra.clone());
    let mut log = Log::default();
    for (column, problem) in reports.into_inner() {
        log.lost(place.clone().column(column), problem);
    }
    let Some(row) = row.filter(|_| log.diagnostics.is_empty()) else {
        return Err(log.diagnostics);
    };
    let row = rules.typed(&mut log, place, row);
    log.misfits(place, rules.check(&row));
    let (errors, others): (Vec<_>, Vec<_>) =
        log.diagnostics.into_iter().partition(|found| found.severity == Severity::Error);
    if errors.is_empty() {
        warnings.extend(others);
        return Ok(row);
    }
    Err(errors)
}
