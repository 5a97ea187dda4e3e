//! One text per person of the open answers, each under its question.

use super::propose::columns_with;
use super::{Reply, Survey};
use crate::clean::clean;
use crate::imported::{ImportReport, Part};
use crate::stored::Stored;
use draad_core::{ColumnUse, Unit, UnitKind};
use indexmap::IndexMap;
use jiff::civil::{Date, Time};

/// The open answers of one person as a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswerText {
    /// What tells the person apart.
    pub person: String,
    /// The text: questions as headings, answers below them; where there are several moments, each above its answers.
    pub text: String,
    /// Headings and answers; the speaker is the person.
    pub units: Vec<Unit>,
    /// The first day.
    pub date: Option<Date>,
    /// The rows it was made of, by position.
    pub replies: Vec<usize>,
    /// How many answers.
    pub n_answers: usize,
}

impl Survey {
    /// Makes a text of the open answers of each person who gave one, in the order of first appearance.
    pub fn texts(&self, uses: &[ColumnUse], replies: &[Reply], report: &mut ImportReport) -> Vec<AnswerText> {
        let open = columns_with(uses, ColumnUse::Open);
        let mut of_person: IndexMap<&str, Vec<usize>> = IndexMap::new();
        for (position, reply) in replies.iter().enumerate() {
            let has_answer = |&column: &usize| !self.cell(position, column).is_empty();
            if open.iter().any(has_answer) {
                of_person.entry(&reply.person).or_default().push(position);
            }
        }
        let text = |(person, positions): (&str, Vec<usize>)| {
            let mut writer = Writer { survey: self, person, stored: Stored::default(), n_answers: 0 };
            for &position in &positions {
                let moment_stands_above = positions.len() > 1;
                writer.add(&replies[position], position, &open, moment_stands_above, report);
            }
            let days = positions.iter().filter_map(|&position| replies[position].moment);
            let date = days.map(|moment| moment.date()).min();
            let n_answers = writer.n_answers;
            report.keep(Part::Entries, n_answers);
            let (text, units) = writer.stored.finish();
            AnswerText { person: person.to_owned(), text, units, date, replies: positions, n_answers }
        };
        of_person.into_iter().map(text).collect()
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).map_or("", |row| row.cell(column).trim())
    }
}

/// A text being written.
struct Writer<'s> {
    survey: &'s Survey,
    person: &'s str,
    stored: Stored,
    n_answers: usize,
}

impl Writer<'_> {
    fn add<'c>(
        &mut self,
        reply: &Reply,
        position: usize,
        open: impl IntoIterator<Item = &'c usize>,
        moment_stands_above: bool,
        report: &mut ImportReport,
    ) {
        if let Some(moment) = reply.moment.filter(|_| moment_stands_above) {
            let has_time = moment.time() != Time::midnight();
            let form = if has_time { "%d-%m-%Y %H:%M" } else { "%d-%m-%Y" };
            self.heading(&moment.strftime(form).to_string());
        }
        for &column in open {
            let answer = clean(self.survey.cell(position, column), report);
            if answer.trim().is_empty() {
                continue;
            }
            let asked = &self.survey.columns[column];
            let question = if asked.question.is_empty() { &asked.name } else { &asked.question };
            self.heading(&clean(question, &mut ImportReport::default()));
            let range = self.stored.push_line(&answer);
            if self.stored.push_unit(range, UnitKind::Said, Some(self.person), reply.moment) {
                self.n_answers += 1;
            }
        }
    }

    fn heading(&mut self, text: &str) {
        // A moment and the question below it belong together.
        let ends_in_answer = self.stored.units.last().is_some_and(|unit| unit.kind == UnitKind::Said);
        if ends_in_answer {
            self.stored.push_line("");
        }
        let range = self.stored.push_line(text);
        self.stored.push_unit(range, UnitKind::Header, None, None);
    }
}
