//! Rows: factors under heads for direction and level, cut into pages.

use super::{MatrixOptions, say};
use crate::caption::{name_of, section_name};
use crate::style::Style;
use crate::text::Type;
use draad_analysis::{CasesByFactors, FactorRow, Section};
use draad_core::{CodeKind, LevelId, Settings};
use draad_words::{Words, capitalised};

/// Height of a row with one line of text, in millimetres.
pub(super) const ROW: f64 = 4.2;
const HEAD: f64 = 6.0;
const LEVEL_HEAD: f64 = 4.4;

/// A line of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Row {
    /// A direction.
    Head(String),
    /// A level.
    Level(String),
    /// A factor, with its name in lines and whether a rail runs under it.
    Factor { factor: usize, lines: Vec<String>, height: f64, rail: bool },
}

impl Row {
    pub(super) fn height(&self) -> f64 {
        match self {
            Row::Head(_) => HEAD,
            Row::Level(_) => LEVEL_HEAD,
            Row::Factor { height, .. } => *height,
        }
    }
}

/// Returns the factors to draw, in the order of the table.
pub(super) fn factors_in_order(table: &CasesByFactors, options: &MatrixOptions) -> Vec<usize> {
    let is_drawn = |factor: &FactorRow| {
        (options.with_headings || factor.kind != CodeKind::Heading)
            && (!options.without_unused || factor.n_cases > 0)
    };
    (0..table.factors.len()).filter(|&factor| is_drawn(&table.factors[factor])).collect()
}

/// Returns all rows, with a head where the section changes and one where the level does. Levels get no heads where no
/// factor has one.
pub(super) fn rows(
    table: &CasesByFactors,
    factors: &[usize],
    settings: &Settings,
    style: &Style,
    label: (Type, f64),
) -> Vec<Row> {
    let words = style.words;
    let mut rows = Vec::new();
    let mut last: Option<(Section, Option<&LevelId>)> = None;
    let mut since_head = 0;
    for &factor in factors {
        let row = &table.factors[factor];
        let here = (row.section(), row.level.as_ref());
        let section_has_levels = factors
            .iter()
            .map(|&other| &table.factors[other])
            .any(|other| other.section() == here.0 && other.level.is_some());
        if last.map(|(section, _)| section) != Some(here.0) {
            rows.push(Row::Head(section_name(here.0, words)));
            since_head = 0;
        }
        if last != Some(here) && section_has_levels {
            rows.push(Row::Level(level_name(row.level.as_ref(), settings, words)));
            since_head = 0;
        }
        since_head += 1;
        let lines = label.0.wrap(&say::factor_name(row, words), label.1, 2);
        let height = ROW + lines.len().saturating_sub(1) as f64 * label.0.line_mm() * 0.9;
        rows.push(Row::Factor { factor, lines, height, rail: since_head % 3 == 0 });
        last = Some(here);
    }
    rows
}

/// Takes away the rail under the last row of a block, where the space below says enough.
fn drop_last_rails(rows: &mut [Row]) {
    let n = rows.len();
    for at in 0..n {
        let is_last = rows.get(at + 1).is_none_or(|next| !matches!(next, Row::Factor { .. }));
        if let (true, Row::Factor { rail, .. }) = (is_last, &mut rows[at]) {
            *rail = false;
        }
    }
}

fn level_name(level: Option<&LevelId>, settings: &Settings, words: Words) -> String {
    match level {
        Some(level) => name_of(&settings.levels, level, words.language),
        None => words.say("figure-head-no-level"),
    }
}

/// Cuts rows into pages of at most `height` millimetres. A page begins with the heads its first row stands under, and no
/// head stands at the foot of a page.
pub(super) fn pages(rows: Vec<Row>, height: f64, words: Words) -> Vec<Vec<Row>> {
    let mut pages: Vec<Vec<Row>> = vec![Vec::new()];
    let mut used = 0.0;
    let mut heads: (Option<Row>, Option<Row>) = (None, None);
    let all = rows.clone();
    for (n, row) in rows.into_iter().enumerate() {
        let with_heads = all[n..].iter().scan(true, |open, next| {
            let takes = *open;
            *open &= !matches!(next, Row::Factor { .. });
            takes.then(|| next.height())
        });
        let needed: f64 = with_heads.sum();
        let page_is_empty = pages.last().is_none_or(Vec::is_empty);
        if used + needed > height && !page_is_empty {
            let repeated: Vec<Row> = match &row {
                Row::Head(_) => Vec::new(),
                Row::Level(_) => heads.0.iter().map(|head| continued(head, words)).collect(),
                Row::Factor { .. } => {
                    heads.0.iter().chain(&heads.1).map(|head| continued(head, words)).collect()
                }
            };
            used = repeated.iter().map(Row::height).sum();
            pages.push(repeated);
        }
        match &row {
            Row::Head(_) => heads = (Some(row.clone()), None),
            Row::Level(_) => heads.1 = Some(row.clone()),
            Row::Factor { .. } => {}
        }
        used += row.height();
        if let Some(page) = pages.last_mut() {
            page.push(row);
        }
    }
    pages.iter_mut().for_each(|page| drop_last_rails(page));
    pages
}

fn continued(head: &Row, words: Words) -> Row {
    match head {
        Row::Head(text) => Row::Head(words.say_with("figure-continued", [("head", text.clone().into())])),
        other => other.clone(),
    }
}

/// Returns a head as it is written.
pub(super) fn level_text(level: &str) -> String {
    capitalised(level)
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Language;

    fn factor(factor: usize) -> Row {
        Row::Factor { factor, lines: vec!["x".into()], height: ROW, rail: false }
    }

    #[test]
    fn pages_repeat_heads_and_leave_none_at_the_foot() {
        let head = |text: &str| Row::Head(text.into());
        let level = |text: &str| Row::Level(text.into());
        let rows =
            vec![head("A"), level("a"), factor(0), factor(1), level("b"), factor(2), head("B"), factor(3)];
        let height = HEAD + LEVEL_HEAD + 2.0 * ROW + 1.0;
        let pages = pages(rows, height, Words::new(Language::En));
        let expected = vec![
            vec![head("A"), level("a"), factor(0), factor(1)],
            vec![head("A (continued)"), level("b"), factor(2)],
            vec![head("B"), factor(3)],
        ];
        assert_eq!(pages, expected);
    }

    #[test]
    fn a_row_higher_than_the_page_still_gets_a_page() {
        let pages = pages(vec![factor(0), factor(1)], 1.0, Words::new(Language::En));
        assert_eq!(pages, [[factor(0)], [factor(1)]]);
    }
}
