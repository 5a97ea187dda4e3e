//! Tables of the tool as tables of a document: as people read them, without what only serves at a terminal.

use crate::results::Results;
use crate::show::{View, basis_note};
use crate::tables::whole;
use draad_core::diagnostic::Outcome;
use draad_report::document::{Align, Cell, Column, Row, Table, plain};
use draad_words::Words;

/// A part of a table, and the column that is left out of it, by the key of its head: names of people, or text that a
/// publication has no room for.
pub(super) struct Part {
    part: &'static str,
    caption: &'static str,
    without: Option<&'static str>,
}

const fn part(part: &'static str, caption: &'static str) -> Part {
    Part { part, caption, without: None }
}

/// A table and the parts of it that a manuscript has.
pub(super) struct Parts(&'static str, &'static [Part]);

pub(super) const SAMPLE: Parts = Parts(
    "sample",
    &[
        part("sample", "sample"),
        Part { part: "sample-cases", caption: "sample-cases", without: Some("sample-name") },
        part("sample-kinds", "sample-kinds"),
    ],
);
pub(super) const TENSIONS: Parts =
    Parts("tensions", &[part("tensions", "tensions"), part("tensions-by-value", "tensions-by-value")]);
pub(super) const CONTRAST: Parts =
    Parts("contrast", &[part("contrast", "contrast"), part("contrast-deviant-cases", "deviant")]);
pub(super) const AGREEMENT: Parts = Parts("agreement", &[part("agreement", "agreement")]);
pub(super) const SATURATION: Parts = Parts(
    "saturation",
    &[
        Part { part: "saturation", caption: "saturation", without: Some("saturation-which") },
        part("saturation-ratios", "saturation-ratios"),
    ],
);
pub(super) const QCA: Parts = Parts(
    "qca",
    &[
        part("qca-truth-table", "qca-truth-table"),
        part("qca-solutions", "qca-solutions"),
        part("qca-fit", "qca-fit"),
    ],
);

/// The tables of a chapter.
pub(super) enum Tables {
    /// Parts of a table of the tool.
    Of(Parts),
    /// Made for the manuscript.
    Own(fn(&Results) -> Outcome<Vec<Table>>),
    /// None.
    None,
}

impl Tables {
    /// Makes the tables; none where the study has no use for them.
    pub(super) fn made(&self, results: &Results) -> Outcome<Vec<Table>> {
        match self {
            Self::None => Ok(Vec::new()),
            Self::Own(make) => make(results),
            Self::Of(Parts("qca", _)) if !crate::tables::has_qca(results.project) => Ok(Vec::new()),
            Self::Of(parts) => of_parts(results, parts),
        }
    }
}

/// Makes the parts of a table, with all of their rows.
fn of_parts(results: &Results, Parts(name, parts): &Parts) -> Outcome<Vec<Table>> {
    let project = results.project;
    let answer = whole(results, name)?;
    let views = answer.views(project);
    let basis = basis_note(project, answer.basis());
    let mut tables = Vec::new();
    for part in *parts {
        let shown = views.iter().filter(|view| view.part == part.part && !view.header.is_empty());
        tables.extend(shown.map(|view| of_view(&project.words, view, part, &basis)));
    }
    Ok(tables)
}

/// Makes a table of what people read; what it rests on stands last, once.
fn of_view(words: &Words, view: &View, part: &Part, basis: &str) -> Table {
    let left_out = part.without.map(|key| words.say(key));
    let kept: Vec<usize> =
        (0..view.header.len()).filter(|column| Some(&view.header[*column]) != left_out.as_ref()).collect();
    let n_numbers_end = view.header.len() - view.n_prose.min(view.header.len());
    let column = |&place: &usize| Column {
        head: view.header[place].clone(),
        width: 1.0,
        align: if (view.n_left..n_numbers_end).contains(&place) { Align::Right } else { Align::Left },
    };
    let mut rows = Vec::new();
    for section in &view.sections {
        if !section.title.is_empty() {
            rows.push(Row::Section(section.title.clone()));
        }
        let cells = |row: &Vec<String>| kept.iter().map(|&place| cell_of(&row[place])).collect();
        rows.extend(section.rows.iter().map(|row| Row::Cells(cells(row))));
    }
    let title = draad_words::capitalised(&view.title);
    let caption = format!("manuscript-table-{}", part.caption);
    let caption = match part.caption {
        "tensions-by-value" => words.say_with(&caption, [("title", title.into())]),
        _ => words.say(&caption),
    };
    let mut notes: Vec<String> = view.notes.iter().filter_map(|note| publishable(note)).collect();
    notes.retain(|note| note != basis);
    notes.push(basis.to_owned());
    Table { caption, columns: kept.iter().map(column).collect(), rows, notes: vec![notes.join(" ")] }
}

/// A cell with a paragraph per line.
fn cell_of(text: &str) -> Cell {
    text.lines().map(plain).collect()
}

/// Returns a note without the sentences that name a command or a flag: they serve at a terminal. Nothing is left of some.
fn publishable(note: &str) -> Option<String> {
    let serves_terminal = |sentence: &&str| sentence.contains("`draad") || sentence.contains("--");
    let kept: Vec<&str> = note.split_inclusive(". ").filter(|sentence| !serves_terminal(sentence)).collect();
    let kept = kept.concat();
    let kept = kept.trim();
    (!kept.is_empty()).then(|| kept.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_loses_the_sentences_about_commands() {
        let kept = |note: &str| publishable(note).unwrap_or_default();
        assert_eq!(kept("Het werkt. Anders: `draad agree --list`."), "Het werkt.");
        assert_eq!(kept("Daarvoor is --silent-readers. De rest blijft, 0.1.0."), "De rest blijft, 0.1.0.");
        assert_eq!(publishable("De fragmenten: `draad table x`."), None);
    }
}
