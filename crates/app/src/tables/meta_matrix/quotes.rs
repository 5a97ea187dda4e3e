//! The quotes, case by case.

use super::{Shown, case_name, outcome};
use crate::Project;
use crate::show::{Section, View, marks, row_limit};
use draad_analysis::meta_matrix::{MetaCell, MetaQuote};
use draad_core::Valence;
use draad_words::Words;

/// Under each case the factors that occur in it, with their quotes.
pub(super) fn view(project: &Project, shown: &Shown) -> View {
    let (words, table) = (&project.words, &shown.table);
    let mut left = shown.limit;
    let mut all = 0;
    let mut sections = Vec::new();
    for (place, case) in table.cases.iter().enumerate() {
        let coded = (0..table.factors.len()).filter(|&factor| table.cell(place, factor).state.is_coded());
        let mut rows: Vec<Vec<String>> = coded
            .flat_map(|factor| {
                let own = &table.factors[factor];
                rows(words, &own.name.or(words.language, &own.id), table.cell(place, factor))
            })
            .collect();
        all += rows.len();
        rows.truncate(left);
        left -= rows.len();
        if !rows.is_empty() {
            let title = match outcome(words, table, case) {
                outcome if outcome.is_empty() => case_name(case),
                outcome => words.say_with(
                    "meta-matrix-case",
                    [("case", case_name(case).into()), ("outcome", outcome.into())],
                ),
            };
            sections.push(Section { title, rows });
        }
    }
    let args = [("n", table.options.quotes.into())];
    let mut notes = vec![words.say_with("meta-matrix-quote-rule", args), words.say("meta-matrix-empty-note")];
    notes.extend(row_limit(words, shown.limit, all));
    View {
        part: "meta-matrix-quotes",
        title: words.say("meta-matrix-quotes-title"),
        header: vec![
            words.say("table-factor"),
            words.say("meta-matrix-passages"),
            words.say("meta-matrix-quote"),
        ],
        n_left: 2,
        n_prose: 1,
        sections,
        notes,
    }
}

/// One row per quote; the factor and its numbers stand in the first.
fn rows(words: &Words, factor: &str, cell: &MetaCell) -> Vec<Vec<String>> {
    let counts = marks(cell.n_promoting, cell.n_hindering, cell.n_ambivalent, cell.n_without_direction);
    let row = |(place, quote): (usize, &MetaQuote)| {
        let first = |text: &str| if place == 0 { text.to_owned() } else { String::new() };
        vec![first(factor), first(&counts), self::quote(words, quote)]
    };
    cell.quotes.iter().enumerate().map(row).collect()
}

fn quote(words: &Words, quote: &MetaQuote) -> String {
    let passage = &quote.passage;
    let text = match passage.chars {
        Some(_) => format!("“{}”", passage.text),
        None => words.say("meta-matrix-whole-source"),
    };
    let place = match quote.is_pinned {
        true => format!("{}, {}", passage.source, words.say("meta-matrix-pinned")),
        false => passage.source.to_string(),
    };
    let mark = |valence: &Valence| match valence {
        Valence::Promoting => '●',
        Valence::Hindering => '◆',
        Valence::Ambivalent => '◐',
    };
    let marks: String = passage.valences.iter().map(mark).collect();
    let marks = if marks.is_empty() { marks } else { marks + " " };
    format!("{marks}{text} ({place})")
}
