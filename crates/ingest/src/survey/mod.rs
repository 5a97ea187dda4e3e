//! Surveys and experience sampling: m-Path, Qualtrics, LimeSurvey and plain tables.
//!
//! A survey is read into columns with their question and rows with their answers. For each column a use is proposed from
//! its name, its question and what stands in it; the user decides. With the uses settled, [`Survey::replies`] says who
//! answered when, and [`Survey::texts`] makes one text per person of the open answers.

mod limesurvey;
mod mpath;
mod names;
mod people;
mod propose;
mod qualtrics;
mod replies;
mod texts;

pub use people::Known;
pub use replies::{Reply, ResponseCount};
pub use texts::AnswerText;

use crate::imported::{ImportReport, Loss, Part};
use crate::sheet::{Sheet, SheetRow, read_sheet};
use draad_core::{ColumnUse, Diagnostic, diagnostic::Outcome};
use std::collections::{BTreeMap, BTreeSet};

/// The program that wrote a survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Tool {
    /// m-Path: experience sampling, one row per beep.
    MPath,
    /// Qualtrics.
    Qualtrics,
    /// LimeSurvey.
    #[strum(serialize = "limesurvey")]
    LimeSurvey,
    /// Any other table with a row per respondent.
    Table,
}

/// A survey as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// The program that wrote it.
    pub tool: Tool,
    /// Its columns.
    pub columns: Vec<SurveyColumn>,
    /// Its rows, with a cell for each column.
    pub rows: Vec<SheetRow>,
    /// How it was read, for example `qualtrics; 3 header rows; table; comma`.
    pub reading: String,
    /// What was read and dropped.
    pub report: ImportReport,
    /// What the user should look at.
    pub diagnostics: Vec<Diagnostic>,
    /// The name of its file.
    file: String,
}

/// A column of a survey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SurveyColumn {
    /// Its short name; no two columns have the same.
    pub name: String,
    /// The question as it was put; may be empty.
    pub question: String,
    /// What is proposed for it.
    pub proposed: ColumnUse,
    /// Whether it tells who somebody is, or where.
    pub is_personal: bool,
    /// In how many rows something stands in it.
    pub n_answered: usize,
    /// How many different answers there are.
    pub n_distinct: usize,
    /// One of the answers, where it can tell nobody apart.
    pub example: String,
}

/// A survey while its columns are being settled: what each tool makes of a sheet.
struct Draft {
    tool: Tool,
    /// Name and question of each column.
    columns: Vec<(String, String)>,
    /// What the structure itself says of a column.
    known: BTreeMap<usize, ColumnUse>,
    rows: Vec<SheetRow>,
    reading: String,
}

/// Reads the survey in the file `name` with content `bytes`; of a workbook, the sheet `wanted` or else the first one.
///
/// # Errors
/// As [`read_sheet`].
pub fn read_survey(name: &str, bytes: &[u8], wanted: Option<&str>) -> Outcome<Survey> {
    let mut sheet = read_sheet(name, bytes, wanted)?;
    let (report, diagnostics) = (std::mem::take(&mut sheet.report), std::mem::take(&mut sheet.diagnostics));
    let width = sheet.width;
    let draft = mpath::draft(&sheet)
        .or_else(|| qualtrics::draft(&sheet))
        .or_else(|| limesurvey::draft(&sheet))
        .unwrap_or_else(|| plain(&sheet));
    let mut survey = settle(draft);
    survey.report = report;
    survey.diagnostics = diagnostics;
    name.clone_into(&mut survey.file);
    survey.report.read(Part::Columns, width.max(survey.columns.len()));
    survey.report.read(Part::Rows, survey.rows.len());
    Ok(survey)
}

/// Returns whether a file is the export of a survey program, by its columns.
pub fn is_survey(sheet: &Sheet) -> bool {
    mpath::draft(sheet).or_else(|| qualtrics::draft(sheet)).or_else(|| limesurvey::draft(sheet)).is_some()
}

fn plain(sheet: &Sheet) -> Draft {
    Draft {
        tool: Tool::Table,
        columns: sheet.header.iter().map(|name| (name.clone(), String::new())).collect(),
        known: BTreeMap::new(),
        rows: sheet.rows.clone(),
        reading: sheet.reading.clone(),
    }
}

/// Names the columns, counts their answers and proposes a use for each.
fn settle(draft: Draft) -> Survey {
    let width = draft.columns.len();
    let mut rows = draft.rows;
    for row in &mut rows {
        row.cells.resize(width.max(row.cells.len()), String::new());
    }
    let names = unique_names(draft.columns.iter().map(|(name, _)| name.as_str()));
    let columns = names.into_iter().zip(draft.columns).map(|(name, (_, question))| {
        let question = crate::clean::clean(question.trim(), &mut ImportReport::default()).replace('\n', " ");
        SurveyColumn { name, question, ..SurveyColumn::default() }
    });
    let mut survey = Survey {
        tool: draft.tool,
        columns: columns.collect(),
        rows,
        reading: format!("{}; {}", <&str>::from(draft.tool), draft.reading),
        report: ImportReport::default(),
        diagnostics: Vec::new(),
        file: String::new(),
    };
    if draft.tool == Tool::Table {
        survey.reading = draft.reading;
    }
    for column in 0..width {
        survey.count(column);
    }
    propose::propose(&mut survey, &draft.known);
    survey
}

/// Gives a nameless column its number and tells columns of the same name apart.
fn unique_names<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    // Where counting goes on for names that occurred before.
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let unique = |(position, name): (usize, &str)| {
        let base = if name.trim().is_empty() { (position + 1).to_string() } else { name.trim().to_owned() };
        let mut name = base.clone();
        let n = counts.entry(base.to_lowercase()).or_insert(1);
        while !taken.insert(name.to_lowercase()) {
            *n += 1;
            name = format!("{base} ({n})");
        }
        name
    };
    names.enumerate().map(unique).collect()
}

impl Survey {
    /// Returns the uses that are proposed.
    pub fn proposed(&self) -> Vec<ColumnUse> {
        self.columns.iter().map(|column| column.proposed).collect()
    }

    /// Returns the answers in a column that are not empty.
    fn answers(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.cell(column).trim()).filter(|cell| !cell.is_empty())
    }

    fn count(&mut self, column: usize) {
        let (mut n_answered, mut distinct) = (0, BTreeSet::new());
        for answer in self.answers(column) {
            n_answered += 1;
            distinct.insert(answer);
        }
        let n_distinct = distinct.len();
        let found = &mut self.columns[column];
        (found.n_answered, found.n_distinct) = (n_answered, n_distinct);
    }

    /// Takes questions from a table that describes the columns, such as the `meta.csv` of m-Path: its first column that
    /// names columns of the survey, its questions, and its types. Returns how many columns it describes.
    pub fn describe(&mut self, meta: &Sheet) -> usize {
        let find =
            |names: &[&str]| meta.header.iter().position(|name| names.contains(&names::plain(name).as_str()));
        let (Some(named), Some(asked)) =
            (find(&["columnname", "column", "kolom"]), find(&["fullquestion", "question", "vraag"]))
        else {
            return 0;
        };
        let kind = find(&["typequestion", "questiontype", "type"]);
        let mut n_described = 0;
        for row in &meta.rows {
            let name = mpath::unquoted(row.cell(named));
            let Some(column) = self.columns.iter_mut().find(|column| column.name == name) else { continue };
            column.question = mpath::unquoted(row.cell(asked));
            if kind.is_some_and(|kind| mpath::unquoted(row.cell(kind)) == "open") && !column.is_personal {
                column.proposed = ColumnUse::Open;
                column.example.clear();
            }
            n_described += 1;
        }
        n_described
    }

    /// Names the columns that stay out with these uses: personal data apart.
    pub fn report_left_out(&mut self, uses: &[ColumnUse]) {
        for (column, used) in self.columns.iter().zip(uses) {
            if *used != ColumnUse::LeaveOut || column.n_answered == 0 && !column.is_personal {
                continue;
            }
            let loss = if column.is_personal { Loss::PersonalColumns } else { Loss::UnusedColumns };
            self.report.lose(loss, 1, Some(column.name.clone()));
        }
    }
}

#[cfg(test)]
mod tests;
