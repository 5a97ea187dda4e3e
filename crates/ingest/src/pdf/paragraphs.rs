//! From rows to paragraphs: by the gap between rows, by indents, by last rows that end early, by speaker labels.

use super::glyphs::Row;
use super::hyphens::{Words, broken_part};
use crate::clean::clean;
use crate::imported::ImportReport;
use crate::line::{LabelHint, Line, LineRole};
use crate::transcript::{Label, Labels, Sign};
use std::collections::{BTreeMap, BTreeSet};

/// A gap between rows that is larger than most, and so between paragraphs.
const GAP: f64 = 1.15;
/// A step to the right or left that is an indent, in sizes of the letters.
const INDENT: f64 = 0.8;
/// Letters that are larger or smaller than those of the row before start something new.
const OTHER_SIZE: f64 = 1.15;
/// Letters that are larger than most make a heading, if it is no longer than [`HEADING_CHARS`].
const HEADING: f64 = 1.2;
const HEADING_CHARS: usize = 150;
/// How wide the strips are in which rows share a right edge, in points.
const STRIP: f64 = 48.0;

/// Puts `rows` together into paragraphs, one line each.
pub(super) fn lines(rows: &[Row], known_labels: &[String], report: &mut ImportReport) -> Vec<Line> {
    let layout = Layout::of(rows);
    let words = Words::of(rows.iter());
    let starts = layout.starts(rows, known_labels);
    let mut lines: Vec<Line> = Vec::new();
    let mut text = String::new();
    let mut first = 0;
    for idx in 0..rows.len() {
        if idx == first {
            text.clone_from(&rows[idx].text);
        } else {
            words.join(&mut text, &rows[idx].text, report);
        }
        if idx + 1 == rows.len() || starts[idx + 1] {
            lines.push(layout.line(&rows[first], &text, report));
            first = idx + 1;
        }
    }
    lines
}

/// What is usual in a document.
struct Layout {
    /// The size of most letters.
    size: f64,
    /// The distance between rows of one paragraph, in sizes of the letters.
    pitch: f64,
    /// The right edges by direction and strip of the page where rows start.
    edges: BTreeMap<(i16, i64), f64>,
}

impl Layout {
    fn of(rows: &[Row]) -> Self {
        let mut sizes: Vec<f64> = rows.iter().map(|row| row.size).collect();
        let pairs = rows.windows(2).filter(|pair| pair[0].is_above(&pair[1]));
        let mut pitches: Vec<f64> = pairs.map(|pair| (pair[0].y - pair[1].y) / pair[1].size).collect();
        pitches.retain(|pitch| (0.8..3.0).contains(pitch));
        Self {
            size: quantile(&mut sizes, 0.5).unwrap_or(12.0),
            // Below the middle: a document may have more paragraphs than rows inside them.
            pitch: quantile(&mut pitches, 0.25).unwrap_or(1.2),
            edges: edges(rows),
        }
    }

    fn line(&self, first: &Row, text: &str, report: &mut ImportReport) -> Line {
        let text = clean(text, report).replace('\n', " ");
        let is_heading = first.size > self.size * HEADING && text.chars().count() <= HEADING_CHARS;
        Line {
            starts_paragraph: true,
            role: if is_heading { LineRole::Heading(1) } else { LineRole::Body },
            label_hint: LabelHint::bold(&text, &first.text[..first.n_bold]),
            page: Some(first.page),
            text,
            ..Line::default()
        }
    }

    /// Returns for each row whether it starts a paragraph.
    fn starts(&self, rows: &[Row], known_labels: &[String]) -> Vec<bool> {
        let mut starts = self.starts_by_form(rows);
        let mut unreported = ImportReport::default();
        let lines: Vec<Line> = rows.iter().map(|row| self.line(row, &row.text, &mut unreported)).collect();
        // What comes after a full stop may start a paragraph too, if it is a label.
        let may_start = |idx: &usize| starts[*idx] || ends_sentence(&rows[idx - 1].text);
        let places: Vec<usize> = (0..rows.len()).filter(may_start).collect();
        let candidates: Vec<Line> = places.iter().map(|&idx| lines[idx].clone()).collect();
        let labels = Labels::find(&candidates, known_labels);
        let mut names = BTreeSet::new();
        for (nth, &idx) in places.iter().enumerate() {
            let Some((label, _)) = labels.of(nth) else { continue };
            names.insert(&lines[idx].text[label.name.clone()]);
            starts[idx] = true;
            if let (Sign::Alone(_), Some(next)) = (&label.sign, starts.get_mut(idx + 1)) {
                *next = true;
            }
        }
        for (start, line) in starts.iter_mut().zip(&lines) {
            // Inside a sentence only the label as others have it counts: `en toen zei moeder: nee` is none.
            let label = Label::at_start(line).filter(|label| label.sign.is_strong());
            *start |= label.is_some_and(|label| names.contains(&line.text[label.name]));
        }
        starts
    }

    fn starts_by_form(&self, rows: &[Row]) -> Vec<bool> {
        let mut starts = vec![true; rows.len()];
        for idx in 1..rows.len() {
            starts[idx] = self.starts_here(&rows[idx - 1], &rows[idx], rows.get(idx + 1), starts[idx - 1]);
        }
        starts
    }

    fn starts_here(&self, before: &Row, row: &Row, after: Option<&Row>, before_starts: bool) -> bool {
        let ratio = row.size / before.size.max(0.1);
        if row.turn != before.turn || !(1.0 / OTHER_SIZE..=OTHER_SIZE).contains(&ratio) {
            return true;
        }
        if !before.is_above(row) {
            return !self.runs_on(before, row);
        }
        if before.y - row.y > self.pitch * row.size.max(before.size) * GAP {
            return true;
        }
        if broken_part(&before.text).is_some() && starts_low(&row.text) {
            return false;
        }
        self.is_indented(before, row, after, before_starts) || self.ends_early(before, row)
    }

    /// Returns whether a paragraph goes on at the top of the next page or column: its sentence does.
    fn runs_on(&self, before: &Row, row: &Row) -> bool {
        let is_broken = broken_part(&before.text).is_some();
        !ends_sentence(&before.text) && (is_broken || starts_low(&row.text) || !self.has_room(before, row))
    }

    /// Returns whether a row is indented, or the first one that no longer is.
    fn is_indented(&self, before: &Row, row: &Row, after: Option<&Row>, before_starts: bool) -> bool {
        let step = (row.x - before.x) / row.size.max(0.1);
        if step.abs() < INDENT {
            return false;
        }
        if !before_starts {
            return true;
        }
        // After a first row: to the left is where the paragraph goes on, to the right is where it hangs, unless the row
        // after it goes back.
        let goes_back = after.is_some_and(|after| row.is_above(after) && row.x - after.x > INDENT * row.size);
        step > 0.0 && goes_back && ends_sentence(&before.text)
    }

    /// Returns whether the row before ended although the first word of this one had fitted on it. The items of a list may
    /// start low, and end a full row.
    fn ends_early(&self, before: &Row, row: &Row) -> bool {
        let (is_item, is_ended) = (is_item(&row.text), ends_sentence(&before.text));
        let goes_on = starts_low(&row.text) && !is_ended && !is_item;
        (is_item && is_ended) || (!goes_on && self.has_room(before, row))
    }

    fn has_room(&self, before: &Row, row: &Row) -> bool {
        let n_chars = row.text.chars().count().max(1) as f64;
        let n_word = row.text.split_whitespace().next().map_or(0, |word| word.chars().count()) as f64;
        let width = (row.end - row.x) * n_word / n_chars;
        let edge = self.edge(before).max(self.edge(row));
        before.end + width + before.size < edge
    }

    fn edge(&self, row: &Row) -> f64 {
        self.edges.get(&strip(row)).copied().unwrap_or(row.end)
    }
}

impl Row {
    /// Returns whether this row is on the same page as `other` and above it.
    fn is_above(&self, other: &Self) -> bool {
        self.page == other.page && self.turn == other.turn && self.y - other.y > 0.3 * other.size
    }
}

/// Finds the right edges: the third of the rows that reach furthest, as one or two may stick out.
fn edges(rows: &[Row]) -> BTreeMap<(i16, i64), f64> {
    let mut furthest: BTreeMap<(i16, i64), [f64; 3]> = BTreeMap::new();
    for row in rows {
        let (turn, middle) = strip(row);
        for at in middle - 2..=middle + 2 {
            let ends = furthest.entry((turn, at)).or_insert([f64::NEG_INFINITY; 3]);
            if let Some(place) = ends.iter().position(|&end| row.end > end) {
                ends[place..].rotate_right(1);
                ends[place] = row.end;
            }
        }
    }
    let edge = |ends: [f64; 3]| ends.into_iter().filter(|end| end.is_finite()).fold(f64::INFINITY, f64::min);
    furthest.into_iter().map(|(at, ends)| (at, edge(ends))).collect()
}

fn strip(row: &Row) -> (i16, i64) {
    (row.turn, (row.x / STRIP).floor() as i64)
}

fn quantile(values: &mut [f64], share: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(((values.len() as f64 - 1.0).max(0.0) * share) as usize).copied()
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»)]".contains(c));
    text.ends_with(['.', '!', '?', '…', ':', ';', '*', '#'])
}

/// Returns whether a row starts with a bullet, or with a number or letter as lists have them: `2.`, `a)`.
fn is_item(text: &str) -> bool {
    let marker = text.split_whitespace().next().unwrap_or("");
    let inside = marker.strip_suffix(['.', ')']).unwrap_or("").trim_start_matches('(');
    let is_letter = inside.len() == 1 && inside.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_number = (1..=3).contains(&inside.len()) && inside.chars().all(|c| c.is_ascii_digit());
    is_letter || is_number || ["•", "▪", "◦", "●", "○", "‣", "–", "-", "*"].contains(&marker)
}

fn starts_low(text: &str) -> bool {
    text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_lists_are_told_from_words() {
        for item in ["• Bellen", "12. Wie", "a) wat", "(b) waar", "– mailen"] {
            assert!(is_item(item), "{item}");
        }
        for text in ["Bellen", "2021. Dat", "etc. en", "a", "-tje", "1.2 Kop"] {
            assert!(!is_item(text), "{text}");
        }
    }

    #[test]
    fn sentences_end_behind_quotation_marks_too() {
        assert!(ends_sentence("zei zij: „Nee.”") && ends_sentence("(En weg.)") && ends_sentence("Toen?"));
        assert!(!ends_sentence("met de") && !ends_sentence("(met de)") && !ends_sentence(""));
    }
}
