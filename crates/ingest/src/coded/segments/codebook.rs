//! Codebooks as tables: a code per row.

use super::columns::Columns;
use super::report::{self, warn};
use super::split::tidy;
use super::tree::Paths;
use super::words::Field;
use crate::coded::tree::break_circles;
use crate::coded::{CodedProject, ForeignCode, Group, Reason, Thing};
use crate::{File, Sheet, SheetRow};
use draad_core::{Problem, source::normalised};
use std::collections::{BTreeMap, BTreeSet};

/// What is read of a row.
const USED: [Field; 7] = [
    Field::Code,
    Field::Path,
    Field::Parent,
    Field::Description,
    Field::Comment,
    Field::Group,
    Field::Colour,
];

/// Reads a table of codes. A code that only is a parent becomes a heading.
pub(super) fn read(file: &File, sheet: &Sheet, columns: &Columns, project: &mut CodedProject) {
    let Some(code) = columns.code() else { return };
    let cells = sheet.rows.iter().map(|row| row.cell(code).trim());
    let paths = if columns.has(Field::Path) {
        Paths::of_paths(cells)
    } else {
        Paths::of_codes(cells, std::iter::empty())
    };
    let mut book = Book {
        file,
        columns,
        paths,
        project,
        by_path: BTreeMap::new(),
        by_name: BTreeMap::new(),
        groups: BTreeMap::new(),
    };
    book.project.reconciliation.claim(Thing::Codes, sheet.rows.len());
    let rows: Vec<(usize, &SheetRow)> =
        sheet.rows.iter().filter_map(|row| Some((book.code(row, row.cell(code).trim())?, row))).collect();
    book.project.reconciliation.read(Thing::Codes, rows.len());
    for (code, row) in &rows {
        book.parent(*code, row);
        book.groups(*code, row);
    }
    break_circles(project);
    report::of_columns(sheet, columns, &USED, project);
}

struct Book<'t> {
    file: &'t File<'t>,
    columns: &'t Columns,
    paths: Paths,
    project: &'t mut CodedProject,
    /// Codes by their names after those of their parents, as far as paths tell them.
    by_path: BTreeMap<Vec<String>, usize>,
    /// Codes that stand in a row, by their names.
    by_name: BTreeMap<String, Vec<usize>>,
    groups: BTreeMap<String, usize>,
}

impl Book<'_> {
    fn cell<'r>(&self, row: &'r SheetRow, field: Field) -> &'r str {
        self.columns.at(field).map_or("", |column| row.cell(column).trim())
    }

    fn code(&mut self, row: &SheetRow, cell: &str) -> Option<usize> {
        if cell.is_empty() {
            self.project.reconciliation.lose(Thing::Codes, row.line.to_string(), Reason::RowBroken, "");
            return None;
        }
        let path: Vec<String> = self.paths.parts(cell).into_iter().map(tidy).collect();
        let code = self.at(&path);
        let texts = [Field::Description, Field::Comment].map(|field| normalised(self.cell(row, field)));
        let filled: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        let colour = hexadecimal(self.cell(row, Field::Colour));
        if colour.is_empty() && !self.cell(row, Field::Colour).is_empty() {
            let value = self.cell(row, Field::Colour).to_owned();
            self.project.reconciliation.lose(Thing::Values, value, Reason::ValueUnreadable, "");
        }
        let book = &mut self.project.codes[code];
        (book.is_codable, book.colour, book.description) = (true, colour, filled.join("\n\n"));
        let name = book.name.clone();
        self.by_name.entry(name).or_default().push(code);
        Some(code)
    }

    /// Returns the code at a path. Without paths, rows of one name are different codes.
    fn at(&mut self, path: &[String]) -> usize {
        let mut parent = None;
        for depth in 1..=path.len() {
            let known = self.by_path.get(&path[..depth]).copied();
            // A parent that is met again, or a code that so far was only a parent.
            let known = known.filter(|code| depth < path.len() || !self.project.codes[*code].is_codable);
            let code = known.unwrap_or_else(|| self.add(path[depth - 1].clone(), parent));
            self.by_path.entry(path[..depth].to_vec()).or_insert(code);
            parent = Some(code);
        }
        // A path has at least one part.
        parent.unwrap_or_default()
    }

    fn add(&mut self, name: String, parent: Option<usize>) -> usize {
        self.project.codes.push(ForeignCode { name, parent, ..ForeignCode::default() });
        self.project.codes.len() - 1
    }

    fn parent(&mut self, code: usize, row: &SheetRow) {
        let name = tidy(self.cell(row, Field::Parent));
        if name.is_empty() {
            return;
        }
        let known = self.by_name.get(&name).map_or(&[][..], Vec::as_slice);
        let parent = match known {
            [only] => *only,
            [first, ..] => {
                let (first, n) = (*first, known.len());
                let problem = Problem::ParentUnclear { parent: name.clone(), n };
                warn(self.file, self.project, row, None, problem);
                first
            }
            [] => {
                let parent = self.add(name.clone(), None);
                self.by_name.insert(name, vec![parent]);
                parent
            }
        };
        if parent != code {
            self.project.codes[code].parent = Some(parent);
        }
    }

    fn groups(&mut self, code: usize, row: &SheetRow) {
        let names: BTreeSet<&str> =
            self.columns.all(Field::Group).map(|column| row.cell(column).trim()).collect();
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            let group = *self.groups.entry(name.to_owned()).or_insert_with(|| {
                self.project.groups.push(Group { name: name.to_owned(), ..Group::default() });
                self.project.reconciliation.claim(Thing::Groups, 1);
                self.project.reconciliation.read(Thing::Groups, 1);
                self.project.groups.len() - 1
            });
            self.project.groups[group].codes.push(code);
        }
    }
}

/// Returns `#rrggbb` in small letters; empty for anything else.
fn hexadecimal(cell: &str) -> String {
    let digits = cell.strip_prefix('#').unwrap_or(cell);
    let is_colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_colour { format!("#{}", digits.to_ascii_lowercase()) } else { String::new() }
}
