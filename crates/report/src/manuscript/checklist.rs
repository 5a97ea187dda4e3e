//! A checklist as a table: what is asked, what the study answers, and where that stands.

use super::standard::{Item, Standard};
use super::{Known, Topic};
use crate::document::{Cell, Column, Inline, Line, Row, Table, cell};

/// An item with its answers.
struct Answered {
    item: &'static Item,
    /// What the study answers; nothing where it is the author's, or where the study does not say.
    answers: Vec<Answer>,
}

/// An answer of the study.
struct Answer {
    topic: Topic,
    /// A sentence with a field for each number.
    line: Line,
}

/// Returns the items of a standard with what the study answers.
fn answers(known: &Known, standard: &'static Standard) -> Vec<Answered> {
    let answer = |&topic: &Topic| known.told(topic).map(|line| Answer { topic, line });
    let answered =
        |item: &'static Item| Answered { item, answers: item.topics.iter().filter_map(answer).collect() };
    standard.items.iter().map(answered).collect()
}

/// Returns the checklist of a standard: number, item, answer, where it comes from, and the page for the author to fill in.
pub fn checklist(known: &Known, standard: &'static Standard) -> Table {
    let words = known.words;
    let answered = answers(known, standard);
    let n_filled = answered.iter().filter(|item| !item.answers.is_empty()).count();
    let args = [("name", standard.name.into()), ("k", n_filled.into()), ("n", answered.len().into())];
    let head = |key: &str| words.say(&format!("checklist-{key}"));
    let mut columns = vec![Column::left(head("item"), 25.0), Column::left(head("answer"), 60.0)];
    columns.extend([Column::left(head("files"), 27.0), Column::left(head("page"), 9.0)]);
    if standard.items.iter().any(|item| item.is_numbered) {
        columns.insert(0, Column::left(head("number"), 7.0));
    }
    Table {
        caption: words.say_with("checklist-caption", args),
        rows: rows(known, standard, &answered, columns.len() == 5),
        columns,
        notes: vec![words.say_with("checklist-note", [("source", standard.source.into())])],
    }
}

/// The items under the parts of the standard.
fn rows(known: &Known, standard: &Standard, answered: &[Answered], with_number: bool) -> Vec<Row> {
    let words = known.words;
    let mut rows = Vec::new();
    for part in answered.chunk_by(|a, b| a.item.part == b.item.part) {
        rows.push(Row::Section(words.say(&format!("{}-part-{}", standard.key, part[0].item.part))));
        for answered in part {
            let number = with_number.then(|| cell(answered.item.number));
            let name = words.say(&format!("{}-{}", standard.key, answered.item.number.to_lowercase()));
            let rest = [cell(name), answer_cell(known, answered), files_cell(answered)];
            let page = vec![vec![Inline::open(words.say("checklist-open-page"))]];
            rows.push(Row::Cells(number.into_iter().chain(rest).chain([page]).collect()));
        }
    }
    rows
}

/// The answers; without any a field for the author, who also gets one where the study might have known and does not.
fn answer_cell(known: &Known, answered: &Answered) -> Cell {
    let author = |key: &str| vec![vec![Inline::open(known.words.say(key))]];
    match answered.answers.as_slice() {
        [] if answered.item.topics.is_empty() => author("checklist-author"),
        [] => author("checklist-not-known"),
        answers => answers.iter().map(|answer| answer.line.clone()).collect(),
    }
}

/// The files in which the answers stand, each once.
fn files_cell(answered: &Answered) -> Cell {
    let mut files: Vec<&str> = Vec::new();
    for answer in &answered.answers {
        for file in answer.topic.files().split(", ").filter(|file| !file.is_empty()) {
            if !files.contains(&file) {
                files.push(file);
            }
        }
    }
    files.into_iter().map(|file| vec![Inline::plain(file)]).collect()
}
