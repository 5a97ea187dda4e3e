//! A table in every form in which it can be asked for.

use super::World;
use crate::args::TableFormat;
use crate::print::{Grid, wrap};
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::format::{Format, Target};
use draad_app::output::{self, About, Column, ColumnKind, Table};
use draad_app::show::View;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use draad_words::Words;
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

impl World<'_> {
    /// Works out in which form a table goes out, and to which file.
    pub(crate) fn target(
        &self,
        words: Words,
        format: Option<TableFormat>,
        out: Option<&Path>,
    ) -> Result<Target, Failure> {
        self.expect(Target::of_table(format.map(Format::from), out), words)
    }
}

impl From<TableFormat> for Format {
    fn from(format: TableFormat) -> Self {
        match format {
            TableFormat::Text => Self::Text,
            TableFormat::Csv => Self::Csv,
            TableFormat::Excel => Self::Excel,
            TableFormat::Json => Self::Json,
            TableFormat::Md => Self::Md,
            TableFormat::Html => Self::Html,
            TableFormat::Xlsx => Self::Xlsx,
            TableFormat::Arrow => Self::Arrow,
            TableFormat::Parquet => Self::Parquet,
        }
    }
}

/// Columns of a note on the terminal.
const NOTE_WIDTH: usize = 92;

/// Rows of a table that a piece of HTML shows where it goes into a notebook; a file holds all.
const HTML_ROWS: usize = 60;

/// A table, for programs and for people.
pub(crate) struct Tabular {
    /// The kind of table that it is, by the name of that kind.
    pub(crate) kind: &'static str,
    /// Every measure; the first table is what is meant, others are further parts of it.
    pub(crate) tables: Vec<Table>,
    /// What it rests on.
    pub(crate) basis: Json,
    /// As people read it.
    pub(crate) views: Vec<View>,
    /// Columns, and how they are computed, where the notes leave that to say.
    pub(crate) definitions: Vec<(String, String)>,
}

impl Tabular {
    /// Makes it of one table.
    pub(crate) fn one(table: Table, basis: Json, view: View) -> Self {
        let kind = table.name;
        Self { kind, tables: vec![table], basis, views: vec![view], definitions: Vec::new() }
    }

    /// Makes it of a list that has no columns of its own for people.
    pub(crate) fn list(table: Table, words: &Words) -> Self {
        let is_text = |column: &&Column| column.kind == ColumnKind::Text;
        let n_prose = table.columns.iter().rev().take_while(is_text).count();
        let view = View { n_prose, ..View::plain(&table, words) };
        Self::one(table, Json::Null, view)
    }

    /// Keeps one part of several, by its name. A part without a view of its own is shown as it stands in files.
    pub(crate) fn only(mut self, part: &str, words: &Words) -> Outcome<Self> {
        let is_part = |name: &str| name.strip_suffix(part).is_some_and(|rest| rest.ends_with('-'));
        let names: Vec<&str> = self.tables.iter().map(|table| table.name).collect();
        let whole = names.iter().copied().find(|name| *name == part);
        let Some(name) = whole.or_else(|| names.iter().copied().find(|name| is_part(name))) else {
            let problem = Problem::TablePartUnknown { part: part.to_owned(), known: names.join(", ") };
            return Err(Box::new(Diagnostic::error(Place::default(), problem)));
        };
        self.tables.retain(|table| table.name == name);
        self.views.retain(|view| view.part == name);
        if self.views.is_empty() {
            self.views.extend(self.tables.iter().map(|table| View::plain(table, words)));
        }
        Ok(self)
    }

    /// Leaves parts out that people see only when they ask for them, and says which.
    pub(crate) fn in_short(mut self, details: &[&str], words: &Words) -> Self {
        let is_detail = |view: &View| details.contains(&view.part);
        let left_out: Vec<&str> =
            self.views.iter().filter(|view| is_detail(view)).map(|view| view.part).collect();
        self.views.retain(|view| !is_detail(view));
        if let Some(first) = self.views.first_mut().filter(|_| !left_out.is_empty()) {
            let parts = left_out.join(", ");
            first.notes.push(words.say_with("table-more-parts", [("parts", parts.into())]));
        }
        self
    }

    /// Prints the table, or writes it to a file; beside a file that has no room for them go the notes.
    pub(crate) fn deliver(&self, world: &World, project: &Project, target: &Target) -> Result<Done, Failure> {
        let (words, out) = (project.words, target.file.as_deref());
        let text = match (target.format, out) {
            (Format::Xlsx, Some(out)) => return self.workbook(world, project, out),
            (Format::Arrow, _) => {
                return world.deliver_bytes(&words, out, &world.expect(self.arrow(project), words)?);
            }
            (Format::Parquet, Some(out)) => {
                let bytes = world.expect(output::parquet(&self.tables[0]), words)?;
                return world.write(&words, out, &bytes);
            }
            (Format::Html, _) => world.expect(self.html(&words, out), words)?,
            (Format::Csv, _) => output::csv(&self.tables[0]),
            (Format::Excel, _) => output::excel(&self.tables[0]),
            (Format::Json, _) => output::json(&self.tables[0], &self.basis),
            (Format::Md, _) => self.markdown(project),
            _ => self.text(world.terminal.width(out)),
        };
        world.deliver(&words, out, &text)?;
        if matches!(target.format, Format::Csv | Format::Excel | Format::Json) {
            self.say_parts(world, &words);
        }
        let notes = self.notes();
        match (target.format, out) {
            (Format::Csv | Format::Excel, Some(out)) if !notes.is_empty() => {
                world.deliver(&words, Some(&notes_beside(out)), &(notes.join("\n") + "\n"))
            }
            _ => Ok(Done::Fine),
        }
    }

    /// The table as a stream of columns, with the notes of all parts.
    fn arrow(&self, project: &Project) -> Outcome<Vec<u8>> {
        let table = &self.tables[0];
        let view = self.views.iter().find(|view| view.part == table.name).or(self.views.first());
        let parts: Vec<&str> = self.tables.iter().map(|table| table.name).collect();
        let about = About {
            kind: self.kind,
            title: view.map_or("", |view| &view.title),
            notes: &self.notes(),
            basis: &self.basis,
            parts: &parts,
            meanings: &self.definitions,
        };
        output::arrow(project, table, &about)
    }

    fn html(&self, words: &Words, out: Option<&Path>) -> Outcome<String> {
        let limit = out.is_none().then_some(HTML_ROWS);
        if self.views.iter().all(|view| view.header.is_empty() && view.title.is_empty()) {
            return output::html(words, &[View::plain(&self.tables[0], words)], &self.notes(), limit);
        }
        output::html(words, &self.views, &self.notes(), limit)
    }

    /// Returns a table to fill in as text, without notes beside it; nothing in a form that has room for them.
    pub(crate) fn to_fill_in(&self, format: Format, words: &Words) -> Option<String> {
        let table = &self.tables[0];
        match format {
            Format::Csv => Some(output::csv(table)),
            Format::Excel => Some(output::excel(table)),
            Format::Md => Some(output::markdown(table, words)),
            _ => None,
        }
    }

    /// Prints a table to fill in, or writes it to a file.
    pub(crate) fn deliver_to_fill_in(
        &self,
        world: &World,
        project: &Project,
        target: &Target,
    ) -> Result<Done, Failure> {
        match self.to_fill_in(target.format, &project.words) {
            Some(text) => world.deliver(&project.words, target.file.as_deref(), &text),
            None => self.deliver(world, project, target),
        }
    }

    /// Says which parts a file with one table leaves out.
    fn say_parts(&self, world: &World, words: &Words) {
        let parts: Vec<&str> = self.tables.iter().skip(1).map(|table| table.name).collect();
        if !parts.is_empty() {
            world.terminal.say(&words.say_with("table-more-parts", [("parts", parts.join(", ").into())]));
        }
    }

    /// Returns the notes of all views, each once.
    fn notes(&self) -> Vec<String> {
        let notes = self.views.iter().flat_map(|view| &view.notes);
        let mut seen = BTreeSet::new();
        notes.filter(|note| seen.insert(*note)).cloned().collect()
    }

    fn workbook(&self, world: &World, project: &Project, out: &Path) -> Result<Done, Failure> {
        let words = project.words;
        let bytes = output::xlsx(project, &self.tables, &self.notes(), &self.definitions);
        world.write(&words, out, &world.expect(bytes, words)?)
    }

    pub(crate) fn markdown(&self, project: &Project) -> String {
        let view = |view: &View| {
            let title = if view.title.is_empty() { String::new() } else { format!("## {}\n\n", view.title) };
            match view.header.is_empty() && view.sections.is_empty() {
                true => title,
                false => format!("{title}{}\n", output::markdown(&view.table(), &project.words)),
            }
        };
        self.views.iter().map(view).collect::<String>() + &self.notes().join("\n\n") + "\n"
    }

    pub(crate) fn text(&self, width: Option<usize>) -> String {
        let mut text = String::new();
        for view in &self.views {
            if !view.title.is_empty() {
                text += &format!("{}\n\n", view.title);
            }
            // a part that could not be made has a title that says why, and no columns
            if !view.header.is_empty() || !view.sections.is_empty() {
                text += &grid(view).fitted(width);
                text.push('\n');
            }
        }
        let notes = self.notes();
        let lines = notes.iter().map(|line| wrap(line, NOTE_WIDTH).join("\n") + "\n");
        text + &lines.collect::<String>()
    }
}

fn grid(view: &View) -> Grid {
    let mut grid = Grid::new(view.header.clone(), view.n_left).with_prose(view.n_prose);
    for section in &view.sections {
        if !section.title.is_empty() {
            grid.row(Vec::new());
            grid.row(vec![section.title.clone()]);
        }
        for row in &section.rows {
            grid.row(row.clone());
        }
    }
    grid
}

/// Returns the file for the notes: the table's name with the ending `.txt`, or, where the table has that name, with more of
/// a name.
fn notes_beside(table: &Path) -> PathBuf {
    let beside = table.with_extension("txt");
    if beside != table { beside } else { table.with_extension("notes.txt") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_never_take_the_place_of_their_table() {
        assert_eq!(notes_beside(Path::new("a/table.csv")), Path::new("a/table.txt"));
        assert_eq!(notes_beside(Path::new("a/table.txt")), Path::new("a/table.notes.txt"));
    }
}
