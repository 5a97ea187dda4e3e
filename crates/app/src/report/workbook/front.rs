//! The first sheet: what the workbook rests on, and what is on the other sheets.

use super::{Book, Group, N_OWN, refusal};
use draad_analysis::table::{Column, Table, Value};
use draad_figures::{coders_sentence, filter_sentence};
use draad_report::workbook::{Cut, CutPart, Front, Sheet, Target, cuts};
use draad_words::Words;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A line of the contents.
struct Line {
    /// The sheet; nothing for a table that was not made.
    sheet: Option<String>,
    name: String,
    what: String,
    n_rows: Option<usize>,
    remark: String,
}

impl Book<'_> {
    /// Returns the first sheet.
    pub(super) fn front(&self, sheets: &[Sheet]) -> Front<'static> {
        let words = &self.asked.results.project.words;
        let lines = self.lines(sheets);
        let mut links = BTreeMap::new();
        for (row, line) in lines.iter().enumerate() {
            if let Some(sheet) = &line.sheet {
                links.insert((row, 0), Target { sheet: sheet.clone(), row: None });
            }
        }
        let columns = [
            Column::text(words.say("workbook-head-sheet")),
            Column::text(words.say("workbook-head-what")),
            Column::integer(words.say("workbook-head-rows")),
            Column::text(words.say("workbook-head-remark")),
        ];
        let row = |line: &Line| {
            let n_rows = line.n_rows.map_or(Value::Nothing, Value::from);
            vec![Value::text(&line.name), Value::text(&line.what), n_rows, Value::words(&line.remark)]
        };
        let rows = lines.iter().map(row).collect();
        let table = Table { name: "contents", columns: columns.into(), rows };
        let list = Sheet { links, ..Sheet::named(self.names[0].clone(), Cow::Owned(table)) };
        Front { title: self.asked.results.study().settings.title.clone(), facts: self.facts(), list }
    }

    fn facts(&self) -> Vec<(String, String)> {
        let project = self.asked.results.project;
        let (words, study, basis) = (project.words, project.study(), self.basis);
        let whole = |n: usize| words.whole(n as u64);
        let sheet = || self.names[2].clone();
        let codings = words.say_with(
            "workbook-codings-of",
            [("n", whole(basis.n_codings).into()), ("before", whole(basis.n_codings_before).into())],
        );
        let outcome = basis.outcome.as_ref().map(|used| used.label.or(words.language, &used.attribute));
        let mut facts = vec![
            (words.say("workbook-study"), study.settings.id.clone()),
            (words.say("workbook-note"), study.settings.note.clone()),
            (words.say("workbook-cases"), whole(basis.n_cases)),
            (words.say("workbook-sources"), whole(basis.n_sources)),
            (words.say("workbook-codings"), codings),
            (
                words.say_with("workbook-n-passages", [("sheet", sheet().into())]),
                whole(self.passages.rows.len()),
            ),
            (words.say("workbook-coders"), coders_sentence(basis, study, words)),
            (words.say("workbook-filter"), filter_sentence(&basis.filter, study, words)),
            (words.say("workbook-outcome"), outcome.unwrap_or_default()),
            (words.say("workbook-hash"), basis.fingerprint.clone()),
            (words.say("workbook-version"), basis.version.to_owned()),
            (words.say("workbook-command"), self.asked.command.to_owned()),
            (words.say("workbook-links"), words.say_with("workbook-links-text", [("sheet", sheet().into())])),
        ];
        facts.retain(|(_, value)| !value.is_empty());
        facts
    }

    /// Returns a line per sheet, and one per table that was not made, in the order of the sheets.
    fn lines(&self, sheets: &[Sheet]) -> Vec<Line> {
        let words = &self.asked.results.project.words;
        let own = |place: usize, key: &str| {
            self.line(sheets, place, self.names[place].clone(), words.say(&format!("workbook-what-{key}")))
        };
        let mut lines = vec![own(1, "matrix"), own(2, "passages"), own(3, "definitions"), own(4, "columns")];
        let mut next = N_OWN;
        for group in &self.groups {
            lines.extend(self.lines_of(group, sheets, &mut next));
        }
        lines
    }

    fn lines_of(&self, group: &Group, sheets: &[Sheet], next: &mut usize) -> Vec<Line> {
        let words = &self.asked.results.project.words;
        let parts = match &group.made {
            Ok(made) => &made.parts,
            Err(diagnostic) => {
                return vec![Line {
                    sheet: None,
                    name: group.name.clone(),
                    what: group.about.clone(),
                    n_rows: None,
                    remark: refusal(self.asked, diagnostic),
                }];
            }
        };
        let line = |part: &crate::tables::Part| {
            let place = *next;
            *next += 1;
            let further = part.stem.strip_prefix(&format!("{}-", group.name));
            let what = match further {
                None => group.about.clone(),
                Some(further) => words.say_with(
                    "workbook-part-of",
                    [("table", group.name.clone().into()), ("part", further.to_owned().into())],
                ),
            };
            self.line(sheets, place, part.stem.clone(), what)
        };
        parts.iter().map(line).collect()
    }

    fn line(&self, sheets: &[Sheet], place: usize, name: String, what: String) -> Line {
        let words = &self.asked.results.project.words;
        let sheet = sheets.iter().find(|sheet| sheet.name == self.names[place]);
        let n_rows = sheet.map(|sheet| sheet.table.rows.len());
        let cut = sheet.map(|sheet| cuts(std::slice::from_ref(sheet))).unwrap_or_default();
        let empty = (n_rows == Some(0)).then(|| words.say("workbook-empty"));
        let remarks: Vec<String> =
            empty.into_iter().chain(cut.iter().map(|cut| remark(words, cut))).collect();
        Line { sheet: Some(self.names[place].clone()), name, what, n_rows, remark: remarks.join("; ") }
    }
}

/// Says what there was no room for.
fn remark(words: &Words, cut: &Cut) -> String {
    let n = ("n", cut.n.into());
    match &cut.what {
        CutPart::Rows => words.say_with("workbook-cut-rows", [n]),
        CutPart::Links => words.say_with("workbook-cut-links", [n]),
        CutPart::Texts { column } => {
            words.say_with("workbook-cut-texts", [n, ("column", column.clone().into())])
        }
    }
}
