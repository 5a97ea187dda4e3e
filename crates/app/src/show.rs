//! Tables as people read them on a terminal or in a document: names instead of ids, marks instead of states, and below
//! them what the numbers mean.

use crate::Project;
use crate::output::shown;
use draad_analysis::table::{Column, ColumnKind, Table, Value};
use draad_analysis::{Basis, CasesByFactors, Cell, CellState, GroupKey};
use draad_core::Label;
use draad_figures::{basis_sentences, section_name};
use draad_measures::Undefined;
use draad_report::Sheet;
use draad_words::Words;

pub(crate) use draad_figures::{because, measured, reasons};

/// A table to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The part of the answer that it shows, by the name of its table.
    pub part: &'static str,
    /// What stands above it; may be empty.
    pub title: String,
    /// Heads of the columns.
    pub header: Vec<String>,
    /// How many columns, from the left, hold text.
    pub n_left: usize,
    /// How many columns, from the right, hold running text, which is broken into lines side by side.
    pub n_prose: usize,
    /// Rows under their heads.
    pub sections: Vec<Section>,
    /// What the marks and numbers mean, and what they rest on, a sentence or some each.
    pub notes: Vec<String>,
}

/// Rows under a head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The head; may be empty.
    pub title: String,
    /// The rows, each as long as the header.
    pub rows: Vec<Vec<String>>,
}

impl View {
    /// Keeps the first `limit` rows, and says in a note how many there are when some fall away.
    pub(crate) fn limited(mut self, words: &Words, limit: usize) -> Self {
        let all = self.n_rows();
        let mut left = limit;
        for section in &mut self.sections {
            section.rows.truncate(left);
            left -= section.rows.len();
        }
        self.sections.retain(|section| !section.rows.is_empty());
        self.cut(words, limit, all)
    }

    /// Says in a note how many rows there are, of a view that was made of the first `limit` of them.
    pub(crate) fn cut(mut self, words: &Words, limit: usize, all: usize) -> Self {
        if let Some(note) = row_limit(words, limit, all) {
            self.notes.insert(0, note);
        }
        self
    }

    /// Returns how many rows there are under all heads.
    pub(crate) fn n_rows(&self) -> usize {
        self.sections.iter().map(|section| section.rows.len()).sum()
    }

    /// Shows a table as it stands in files, for parts that have no view of their own.
    pub fn plain(table: &Table, words: &Words) -> Self {
        let is_text = |column: &&Column| column.kind == ColumnKind::Text;
        let row = |row: &Vec<Value>| row.iter().map(|value| shown(value, words)).collect();
        Self {
            part: table.name,
            header: table.columns.iter().map(|column| column.name.clone()).collect(),
            n_left: table.columns.iter().take_while(is_text).count(),
            sections: vec![Section { title: String::new(), rows: table.rows.iter().map(row).collect() }],
            ..Self::default()
        }
    }

    /// Returns the view as a plain table, with the heads of sections as a first column.
    pub fn table(&self) -> Table {
        let titled = self.sections.iter().any(|section| !section.title.is_empty());
        let title = titled.then(|| Column::text("")).into_iter();
        let columns = title.chain(self.header.iter().map(Column::text)).collect();
        let rows = self.sections.iter().flat_map(|section| {
            let title = titled.then(|| Value::text(&section.title));
            section
                .rows
                .iter()
                .map(move |row| title.clone().into_iter().chain(row.iter().map(Value::text)).collect())
        });
        Table { name: "view", columns, rows: rows.collect() }
    }
}

impl From<View> for Sheet {
    fn from(view: View) -> Self {
        let sections = view.sections.into_iter().map(|section| (section.title, section.rows)).collect();
        let View { title, header, n_left, n_prose, notes, .. } = view;
        Self { title, header, n_left, n_prose, sections, notes }
    }
}

/// Returns the name of a value of the further key.
pub(crate) fn group_name(words: &Words, key: &GroupKey, label: &Label) -> String {
    match key {
        GroupKey::NotStated => words.say("not-stated"),
        GroupKey::All => words.say("all-cases"),
        GroupKey::Value(id) => label.or(words.language, id),
    }
}

/// Returns how to open the passages behind a number: by which command.
pub(crate) fn open_cell(words: &Words, command: String) -> String {
    words.say_with("table-open-cell", [("command", command.into())])
}

/// Returns how many of all rows are shown; nothing where all are.
pub(crate) fn row_limit(words: &Words, shown: usize, all: usize) -> Option<String> {
    (all > shown).then(|| words.say_with("table-row-limit", [("shown", shown.into()), ("all", all.into())]))
}

/// Returns rows, of factors that stand by section, under the heads of their sections.
pub(crate) fn by_section(
    words: &Words,
    n_factors: usize,
    section_of: impl Fn(usize) -> draad_analysis::Section,
    row: impl Fn(usize) -> Vec<String>,
) -> Vec<Section> {
    let section = |factors: &[usize]| Section {
        title: section_name(section_of(factors[0]), *words),
        rows: factors.iter().map(|&factor| row(factor)).collect(),
    };
    let factors: Vec<usize> = (0..n_factors).collect();
    factors.chunk_by(|&a, &b| section_of(a) == section_of(b)).map(section).collect()
}

/// Returns the name of a factor, or its id where it has none.
pub(crate) fn factor_name(words: &Words, table: &CasesByFactors, factor: usize) -> String {
    let row = &table.factors[factor];
    row.name.or(words.language, &row.id)
}

/// Returns a cell as marks with numbers of passages: `●3◆1`.
pub(crate) fn mark(cell: &Cell) -> String {
    match cell.state {
        CellState::NoMaterial => "–".to_owned(),
        CellState::NotFound => "·".to_owned(),
        _ => marks(cell.n_promoting, cell.n_hindering, cell.n_ambivalent, cell.n_without_direction),
    }
}

/// Returns what a cell says as marks without numbers: `●◆`.
pub(crate) fn state_mark(state: CellState) -> &'static str {
    match state {
        CellState::Promoting => "●",
        CellState::Hindering => "◆",
        CellState::Both => "●◆",
        CellState::Ambivalent => "◐",
        CellState::Coded => "■",
        CellState::NotFound => "·",
        CellState::NoMaterial => "–",
    }
}

/// Returns numbers of passages after their marks; none are left out.
pub(crate) fn marks(promoting: usize, hindering: usize, ambivalent: usize, plain: usize) -> String {
    let counts = [("●", promoting), ("◆", hindering), ("◐", ambivalent), ("■", plain)];
    counts.iter().filter(|(_, n)| *n > 0).map(|(mark, n)| format!("{mark}{n}")).collect()
}

/// Returns `k of n`; a dash where there is no material.
pub(crate) fn k_of_n(words: &Words, (k, n): (usize, usize)) -> String {
    if n == 0 { "–".to_owned() } else { words.say_with("k-of-n", [("k", k.into()), ("n", n.into())]) }
}

/// Returns what a table rests on, in sentences.
pub(crate) fn basis_note(project: &Project, basis: &Basis) -> String {
    basis_sentences(basis, project.study(), project.words)
}

/// Returns a balance as people read it, with its sign, or a dash.
pub(crate) fn signed(words: &Words, value: Result<f64, Undefined>) -> String {
    let text = measured(words, value, 2);
    let is_positive =
        value.is_ok_and(|value| value > 0.0) && text.contains(|digit: char| ('1'..='9').contains(&digit));
    if is_positive { format!("+{text}") } else { text }
}
