//! A table in every form in which it can be asked for.

use super::World;
use crate::args::TableFormat;
use crate::print::{Grid, wrap};
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::output::{self, Table};
use draad_app::show::View;
use draad_core::{Diagnostic, Place, Problem};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};

/// Columns of a note on the terminal.
const NOTE_WIDTH: usize = 92;

/// A table, for programs and for people.
pub(crate) struct Tabular {
    /// Every measure.
    pub(crate) table: Table,
    /// What it rests on.
    pub(crate) basis: Json,
    /// As people read it.
    pub(crate) view: View,
    /// Columns, and how they are computed, where the notes leave that to say.
    pub(crate) definitions: Vec<(String, String)>,
}

impl Tabular {
    /// Prints the table, or writes it to a file; beside a file that has no room for them go the notes.
    pub(crate) fn deliver(
        &self,
        world: &World,
        project: &Project,
        format: TableFormat,
        out: Option<&Path>,
    ) -> Result<Done, Failure> {
        let words = project.words;
        let text = match format {
            TableFormat::Text => self.text(world.terminal.width(out)),
            TableFormat::Csv => output::csv(&self.table),
            TableFormat::Excel => output::excel(&self.table),
            TableFormat::Json => output::json(&self.table, &self.basis),
            TableFormat::Md => self.markdown(project),
            TableFormat::Xlsx => return self.workbook(world, project, out),
        };
        world.deliver(&words, out, &text)?;
        if let (TableFormat::Csv | TableFormat::Excel, Some(out)) = (format, out) {
            let notes = self.view.notes.join("\n") + "\n";
            return world.deliver(&words, Some(&notes_beside(out)), &notes);
        }
        Ok(Done::Fine)
    }

    fn workbook(&self, world: &World, project: &Project, out: Option<&Path>) -> Result<Done, Failure> {
        let words = project.words;
        let Some(out) = out else {
            let problem = Problem::FileNeeded { format: "xlsx".to_owned() };
            return world.expect(Err(Box::new(Diagnostic::error(Place::default(), problem))), words);
        };
        let bytes = output::xlsx(project, &self.table, &self.view.notes, &self.definitions);
        world.write(&words, out, &world.expect(bytes, words)?)
    }

    fn markdown(&self, project: &Project) -> String {
        format!(
            "{}\n{}\n",
            output::markdown(&self.view.table(), &project.words),
            self.view.notes.join("\n\n")
        )
    }

    fn text(&self, width: Option<usize>) -> String {
        let view = &self.view;
        let mut grid = Grid::new(view.header.clone(), view.n_left);
        for section in &view.sections {
            if !section.title.is_empty() {
                grid.row(Vec::new());
                grid.row(vec![section.title.clone()]);
            }
            for row in &section.rows {
                grid.row(row.clone());
            }
        }
        let notes = view.notes.iter().map(|line| wrap(line, NOTE_WIDTH).join("\n") + "\n");
        grid.fitted(width) + "\n" + &notes.collect::<String>()
    }
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
