//! Texts with speaker labels; without labels, texts of paragraphs, dated or not.
//!
//! A paragraph without a label after the first turn belongs to the last speaker and becomes a further unit. In plain text
//! and Markdown a paragraph ends at an empty line; in plain text without turns also at each line break, unless the lines
//! were broken by hand at a margin.

mod alone;
mod candidates;
mod clock;
mod dated;
mod form;
mod label;
mod labels;
mod stamps;
mod styles;
mod timed;
mod turns;
mod words;

pub(crate) use label::{Label, Sign};
pub(crate) use labels::Labels;
pub(crate) use stamps::Stamp;
pub(crate) use turns::compose;

use crate::line::{Line, LineRole};
use crate::{DateOrder, File, Imported, clean::clean, decode::Decoded, session_sheet};
use draad_core::{Unit, source::SESSION_SHEET};
use jiff::civil::Date;
use std::ops::Range;

/// The longest line of a text that was broken by hand at a margin, in characters.
const MARGIN: usize = 120;

/// Reads plain text.
pub(crate) fn read_text(file: &File, decoded: &Decoded) -> Imported {
    let mut imported = Imported::default();
    let text = clean(&decoded.text, &mut imported.report);
    let mut lines = plain_lines(&text);
    let labels = Labels::find(&lines, &file.listed_labels());
    if labels.is_empty() && !is_broken_by_hand(&lines) {
        lines.iter_mut().for_each(|line| line.starts_paragraph = true);
    }
    finish(file, decoded, "text", &lines, labels, imported)
}

/// Reads Markdown.
pub(crate) fn read_markdown(file: &File, decoded: &Decoded) -> Imported {
    let mut imported = Imported::default();
    let text = clean(&decoded.text, &mut imported.report);
    let mut lines = plain_lines(&text);
    let n_front = front_matter(&lines);
    for (idx, line) in lines.iter_mut().enumerate() {
        mark_up(line, idx < n_front);
    }
    let is_sheet = session_sheet::keep_notes(&mut lines, &mut imported.report);
    let labels = Labels::find(&lines, &file.listed_labels());
    let mut imported = finish(file, decoded, "markdown", &lines, labels, imported);
    if is_sheet {
        imported.reading += &format!("; {SESSION_SHEET}");
    }
    imported
}

/// What is found in a text that stays as it is, because positions in it are known from elsewhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// Its units.
    pub(crate) units: Vec<Unit>,
    /// The day that it states.
    pub(crate) date: Option<Date>,
}

/// Finds the turns or paragraphs of a stored text without changing a character of it.
pub(crate) fn units_of(file: &File, text: &str) -> Found {
    let mut lines = plain_lines(text);
    for (line, whole) in lines.iter_mut().zip(text.split('\n')) {
        whole.clone_into(&mut line.text);
    }
    let labels = Labels::find(&lines, &file.listed_labels());
    if labels.is_empty() && !is_broken_by_hand(&lines) {
        lines.iter_mut().for_each(|line| line.starts_paragraph = true);
    }
    let composed = turns::compose_as_is(file, &lines, &labels, Imported::default());
    debug_assert_eq!(composed.text, text.trim_end());
    Found { units: composed.units, date: composed.date }
}

fn finish(
    file: &File,
    decoded: &Decoded,
    reader: &str,
    lines: &[Line],
    labels: Labels,
    mut imported: Imported,
) -> Imported {
    let shape = labels.reading();
    imported.reading = format!("{reader}; {shape}{}", decoded.reading());
    decoded.report_to(file, &mut imported);
    compose(file, lines, &labels, imported)
}

fn plain_lines(text: &str) -> Vec<Line> {
    let mut after_blank = true;
    let lines = text.trim_end().split('\n').zip(1..).map(|(text, number)| {
        let line = Line {
            text: text.trim_end().to_owned(),
            number: Some(number),
            starts_paragraph: after_blank,
            ..Line::default()
        };
        after_blank = line.is_blank();
        line
    });
    lines.collect()
}

/// Returns whether line breaks are the margin's: there are empty lines between paragraphs and no long lines.
fn is_broken_by_hand(lines: &[Line]) -> bool {
    lines.iter().any(Line::is_blank) && lines.iter().all(|line| line.text.chars().count() <= MARGIN)
}

/// Returns how many lines the front matter between `---` and `---` takes.
fn front_matter(lines: &[Line]) -> usize {
    let is_fence = |line: &Line| line.text.trim() == "---";
    if !lines.first().is_some_and(is_fence) {
        return 0;
    }
    lines.iter().skip(1).position(is_fence).map_or(0, |end| end + 2)
}

fn mark_up(line: &mut Line, is_front: bool) {
    let text = line.text.trim_start();
    let n_signs = text.chars().take_while(|&c| c == '#').count();
    let is_heading = (1..=6).contains(&n_signs) && text[n_signs..].starts_with([' ', '\t']);
    if is_rule(text) {
        line.role = LineRole::Rule;
    } else if is_front {
        line.role = LineRole::Front;
    } else if is_heading {
        line.role = LineRole::Heading(n_signs as u8);
    }
    line.starts_paragraph |= is_front || is_heading || is_list_item(text);
}

fn is_rule(text: &str) -> bool {
    let text = text.trim();
    text.len() >= 3
        && ["-", "*", "_"].iter().any(|sign| text.replace([' '], "").chars().all(|c| sign.contains(c)))
}

fn is_list_item(text: &str) -> bool {
    let after_number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = after_number.len() < text.len() && after_number.starts_with(". ");
    numbered || ["- ", "* ", "+ "].iter().any(|sign| text.starts_with(sign))
}

/// The order in which dates inside documents are read: the user's, else the Dutch one.
fn date_order(file: &File) -> DateOrder {
    file.options.date_order.unwrap_or(DateOrder::DayMonthYear)
}

/// Returns `range` of a line as a range of the stored text.
fn shifted(range: Range<usize>, start: usize) -> Range<usize> {
    range.start + start..range.end + start
}

#[cfg(test)]
mod tests;
