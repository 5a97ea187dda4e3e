//! Who answered what, when.

use super::propose::columns_with;
use super::{Survey, Tool, mpath};
use crate::cursor::Cursor;
use crate::dates::{DateNumbers, DateOrder, OrderFound, find_order};
use crate::diary::read_moment;
use draad_core::{ColumnUse, Diagnostic, Place, Problem};
use jiff::civil::{DateTime, Time};
use std::collections::{BTreeMap, BTreeSet};

/// One row of a survey: a questionnaire filled in, or a beep.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reply {
    /// The line of the file.
    pub line: u32,
    /// What tells the person apart: the participant, or else the respondent, or else the number of the row.
    pub person: String,
    /// Whether a column names that person.
    pub is_named: bool,
    /// The case, where a column names it.
    pub case: String,
    /// When, local time; a day without a time of day is midnight.
    pub moment: Option<DateTime>,
    /// A date that could not be read.
    pub unread_date: Option<String>,
    /// Whether there is any answer. Non-response is data too: somebody was asked.
    pub is_answered: bool,
    /// The columns that were asked: those that are answered at least once in replies to the same list of questions.
    pub asked: BTreeSet<usize>,
}

/// How often somebody was asked, and answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResponseCount {
    /// Who.
    pub person: String,
    /// How often they were asked.
    pub n_asked: usize,
    /// How often they answered.
    pub n_answered: usize,
}

impl Survey {
    /// Returns who answered when, row by row. Numeric dates stand in the `order` given, or the only one possible; where
    /// several are, the Dutch one is assumed, and said to be.
    pub fn replies(&mut self, uses: &[ColumnUse], order: Option<DateOrder>) -> Vec<Reply> {
        let of = |used| columns_with(uses, used);
        let people: Vec<usize> =
            of(ColumnUse::Participant).into_iter().chain(of(ColumnUse::Respondent)).collect();
        let cases = of(ColumnUse::Case);
        let dates = of(ColumnUse::Date);
        let order = order.unwrap_or_else(|| self.date_order(&dates));
        let answers: BTreeSet<usize> =
            [ColumnUse::Open, ColumnUse::Score, ColumnUse::Attribute].into_iter().flat_map(of).collect();
        let asked = self.asked(&answers);
        let list = self.question_list();
        let mut replies = Vec::with_capacity(self.rows.len());
        for (position, row) in self.rows.iter().enumerate() {
            let first = |columns: &mut dyn Iterator<Item = usize>| {
                let mut cells = columns.map(|column| row.cell(column).trim());
                cells.find(|cell| !cell.is_empty()).unwrap_or_default().to_owned()
            };
            let person = first(&mut people.iter().copied());
            // The later of the columns dates the answer itself: a beep is sent before it is answered.
            let date = first(&mut dates.iter().rev().copied());
            let moment = moment(&date, order);
            replies.push(Reply {
                line: row.line,
                is_named: !person.is_empty(),
                person: if person.is_empty() { (position + 1).to_string() } else { person },
                case: first(&mut cases.iter().copied()),
                unread_date: (moment.is_none() && !date.is_empty()).then_some(date),
                moment,
                is_answered: answers.iter().any(|&column| !row.cell(column).trim().is_empty()),
                asked: list
                    .map_or_else(|| asked.get(""), |list| asked.get(row.cell(list).trim()))
                    .cloned()
                    .unwrap_or_default(),
            });
        }
        replies
    }

    /// Counts replies per person, in the order of first appearance.
    pub fn responses(&self, replies: &[Reply]) -> Vec<ResponseCount> {
        let mut counts: indexmap::IndexMap<&str, ResponseCount> = indexmap::IndexMap::new();
        for reply in replies {
            let count = counts.entry(&reply.person).or_insert_with(|| ResponseCount {
                person: reply.person.clone(),
                ..ResponseCount::default()
            });
            count.n_asked += 1;
            count.n_answered += usize::from(reply.is_answered);
        }
        counts.into_values().collect()
    }

    /// The column that tells which questions were asked in a row.
    fn question_list(&self) -> Option<usize> {
        let is_list = |name: &String| name == mpath::QUESTION_LIST;
        self.columns.iter().position(|column| self.tool == Tool::MPath && is_list(&column.name))
    }

    /// Returns per list of questions which columns are answered at least once.
    fn asked(&self, answers: &BTreeSet<usize>) -> BTreeMap<String, BTreeSet<usize>> {
        let list = self.question_list();
        let mut asked: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for row in &self.rows {
            let name = list.map_or("", |list| row.cell(list).trim());
            let filled = answers.iter().filter(|&&column| !row.cell(column).trim().is_empty());
            match asked.get_mut(name) {
                Some(columns) => columns.extend(filled),
                None => _ = asked.insert(name.to_owned(), filled.copied().collect()),
            }
        }
        asked
    }

    fn date_order(&mut self, dates: &BTreeSet<usize>) -> DateOrder {
        let cells = dates.iter().flat_map(|&column| self.answers(column));
        let numbers: Vec<DateNumbers> =
            cells.filter_map(|cell| DateNumbers::scan(&mut Cursor::new(cell))).collect();
        match find_order(&numbers, None) {
            OrderFound::Certain(order) => order,
            OrderFound::Assumed(order) => {
                let problem = Problem::DateOrderAssumed { order: order.name().to_owned() };
                self.diagnostics.push(Diagnostic::warning(Place::file(&self.file), problem));
                order
            }
            // Dates that do not fit the Dutch order are reported row by row.
            OrderFound::Contradiction(_) => DateOrder::DayMonthYear,
        }
    }
}

fn moment(cell: &str, order: DateOrder) -> Option<DateTime> {
    let (date, time) = read_moment(cell.trim_end_matches('Z'), order);
    date.map(|date| date.to_datetime(time.unwrap_or(Time::midnight())))
}
