//! Rows of tables as lines.

use super::{on_one_line, prepend, trim_end};
use crate::line::{LabelHint, Line, Mark};

/// Joins the cells of a row, with a tab between them. The last one keeps its lines; the one before it is where a label
/// would stand.
pub(crate) fn row_lines(mut cells: Vec<Vec<Line>>) -> Vec<Line> {
    let mut lines = cells.pop().unwrap_or_default();
    while lines.last().is_some_and(|line| line.is_blank() && line.marks.is_empty()) {
        lines.pop();
    }
    if lines.is_empty() {
        lines.push(Line::default());
    }
    let first = &mut lines[0];
    first.starts_paragraph = true;
    if !cells.is_empty() {
        put_before(first, &cells);
    }
    lines
}

/// Puts the cells before the last one at the start of its first line.
fn put_before(first: &mut Line, cells: &[Vec<Line>]) {
    let mut head = Line::default();
    let mut label = 0..0;
    for cell in cells {
        let cell = on_one_line(cell);
        let start = head.text.len();
        head.marks.extend(cell.marks.iter().map(|mark| Mark { at: start + mark.at, ..*mark }));
        head.text.push_str(&cell.text);
        label = start..head.text.len();
        head.text.push('\t');
        head.recording = head.recording.or(cell.recording);
    }
    prepend(first, &head.text);
    first.marks.splice(0..0, head.marks);
    first.recording = first.recording.or(head.recording);
    trim_end(first);
    let is_label = !label.is_empty() && label.end <= first.text.len();
    first.label_hint = is_label.then_some(LabelHint::Cell(label));
}
