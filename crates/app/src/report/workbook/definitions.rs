//! What the numbers mean and rest on, and what each column of each sheet means.

use super::Book;
use crate::export;
use crate::tables::{kind_of, meaning};
use draad_analysis::table::{Column, Table, Value};
use draad_figures::case_order;
use indexmap::IndexSet;

impl Book<'_> {
    /// Returns what the numbers mean: words that all tables share, then what each table says of itself.
    pub(super) fn definitions(&self) -> Table {
        let project = self.asked.results.project;
        let words = &project.words;
        let basis = self.basis;
        let mut pairs: IndexSet<(String, String)> = IndexSet::new();
        let say = |name: &str, meaning: &str| (words.say(name), words.say(meaning));
        pairs.insert(say("workbook-term-marks", "workbook-marks"));
        pairs.extend(draad_report::definitions(*words));
        let folded = if basis.folded { "report-definition-folded" } else { "report-definition-unfolded" };
        pairs.insert(say("report-term-tree", folded));
        pairs.insert((words.say("report-term-order"), case_order(basis, *words)));
        pairs.insert(say("workbook-term-empty", "workbook-empty-cells"));
        pairs.insert(say("workbook-term-lists", "workbook-lists"));
        for group in &self.groups {
            let notes = group.made.as_ref().map_or(&[][..], |made| &made.notes);
            pairs.extend(notes.iter().map(|note| (group.name.clone(), note.clone())));
        }
        let columns =
            ["subject", "meaning"].map(|key| Column::text(words.say(&format!("workbook-head-{key}"))));
        let rows = pairs.into_iter().map(|(subject, text)| vec![Value::Text(subject), Value::Text(text)]);
        Table { name: "definitions", columns: columns.into(), rows: rows.collect() }
    }

    /// Returns what each column of each sheet means.
    pub(super) fn columns(&self) -> Table {
        let project = self.asked.results.project;
        let words = &project.words;
        let head =
            ["head-sheet", "head-column"].map(|key| Column::text(words.say(&format!("workbook-{key}"))));
        let further = ["export-type", "export-meaning"].map(|key| Column::text(words.say(key)));
        let mut rows = Vec::new();
        let mut names = self.names[super::N_OWN..].iter();
        for group in &self.groups {
            let Ok(made) = &group.made else { continue };
            let kind = kind_of(project, &group.name);
            for part in &made.parts {
                let sheet = names.next().map_or("", String::as_str);
                rows.extend(
                    part.table.columns.iter().map(|column| self.column(sheet, kind, part.table.name, column)),
                );
            }
        }
        let sheet = &self.names[2];
        rows.extend(
            self.passages.columns.iter().map(|column| self.column(sheet, "passages", "passages", column)),
        );
        Table { name: "columns", columns: head.into_iter().chain(further).collect(), rows }
    }

    fn column(&self, sheet: &str, kind: &str, table: &str, column: &Column) -> Vec<Value> {
        let project = self.asked.results.project;
        let meaning = meaning(project, kind, table, column);
        vec![
            Value::text(sheet),
            Value::text(&column.name),
            Value::Text(project.words.say(export::type_key(column.kind))),
            Value::Text(meaning.unwrap_or_else(|| project.words.say("result-column-further"))),
        ]
    }
}
