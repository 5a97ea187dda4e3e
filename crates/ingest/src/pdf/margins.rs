//! Heads, feet and page numbers: the same text at the same height, page after page, or the number of the page alone.

use super::glyphs::{PageText, Row};
use crate::imported::{ImportReport, Loss};
use crate::line::Line;
use crate::transcript::Label;
use std::collections::BTreeMap;

/// How many rows at either end of a page may belong to its margin.
const ROWS: usize = 3;
/// How far heights may differ, in points.
const HEIGHT: f64 = 4.0;
/// Up to how many pages a row that could be a turn is not taken for a head.
const FEW_PAGES: usize = 3;

/// Words before the number of a page.
const PAGE_WORDS: [&str; 8] = ["pagina", "bladzijde", "blz", "pag", "p", "page", "seite", "blad"];

/// What makes rows of different pages the same: direction, height, text but for its digits.
type Key = (i16, i64, String);

/// Takes heads, feet and page numbers out of `pages` and reports them, each text once as an example.
pub(super) fn take_out(pages: &mut [PageText], report: &mut ImportReport) {
    let recurring = recurring(pages);
    let mut seen = BTreeMap::new();
    for page in pages {
        let ends = ends(page);
        let mut idx = 0;
        page.rows.retain(|row| {
            let is_end = ends.contains(&idx);
            idx += 1;
            let recurs = keys(row).iter().any(|key| recurring.contains_key(key));
            let is_out = row.is_margin || (is_end && (recurs || is_page_number(row)));
            if is_out {
                let is_new = seen.insert(without_digits(&row.text), ()).is_none();
                report.lose(Loss::PageHeaders, 1, is_new.then(|| row.text.clone()));
            }
            !is_out
        });
    }
}

/// Returns what recurs on most pages. Where left and right pages differ, that is on nearly half of them.
fn recurring(pages: &[PageText]) -> BTreeMap<Key, usize> {
    let n_pages = pages.iter().filter(|page| !page.rows.is_empty()).count();
    let mut counts = BTreeMap::new();
    for page in pages {
        let mut keys: Vec<Key> = ends(page)
            .into_iter()
            .filter_map(|idx| page.rows.get(idx))
            .filter(|row| n_pages > FEW_PAGES || !may_be_turn(row))
            .flat_map(keys)
            .collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_insert(0) += 1;
        }
    }
    let needed = (n_pages * 2).div_ceil(5).max(2);
    counts.retain(|_, n| *n >= needed);
    counts
}

/// Returns the positions of the highest and the lowest rows of a page, and of those that read in another direction.
fn ends(page: &PageText) -> Vec<usize> {
    let turn = page.turn();
    let upright = |row: &Row| row.turn == turn;
    let mut by_height: Vec<usize> = (0..page.rows.len()).filter(|&idx| upright(&page.rows[idx])).collect();
    by_height.sort_by(|&a, &b| page.rows[b].y.total_cmp(&page.rows[a].y));
    let n = by_height.len();
    let turned = (0..page.rows.len()).filter(|&idx| !upright(&page.rows[idx]));
    let low = n.saturating_sub(ROWS).max(ROWS.min(n));
    by_height[..ROWS.min(n)].iter().chain(&by_height[low..]).copied().chain(turned).collect()
}

/// Returns the keys of a row: heights are compared in steps, and a height may lie at the edge of one.
fn keys(row: &Row) -> [Key; 2] {
    let step = row.y / HEIGHT;
    let text = without_digits(&row.text);
    [(row.turn, step.floor() as i64 * 2, text.clone()), (row.turn, (step + 0.5).floor() as i64 * 2 + 1, text)]
}

fn without_digits(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        // However many digits: page 9 is followed by page 10.
        match c {
            c if c.is_ascii_digit() && plain.ends_with('0') => {}
            c if c.is_ascii_digit() => plain.push('0'),
            c => plain.push(c),
        }
    }
    plain
}

/// Returns whether a row is the number of its page and nothing else: `7`, `- 7 -`, `Pagina 7 van 12`.
fn is_page_number(row: &Row) -> bool {
    let mut words = row.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    words.next_if(|word| PAGE_WORDS.contains(&word.to_lowercase().as_str()));
    words.next() == Some(row.page.to_string().as_str())
        && words.next_if(|word| ["van", "of"].contains(word)).is_none_or(|_| words.peek().is_some())
        && words.next().is_none_or(|total| total.bytes().all(|byte| byte.is_ascii_digit()))
        && words.next().is_none()
}

fn may_be_turn(row: &Row) -> bool {
    let label = Label::at_start(&Line { text: row.text.clone(), ..Line::default() });
    label.is_some_and(|label| label.sign.is_strong())
}

impl PageText {
    /// The direction in which most of the page reads.
    pub(super) fn turn(&self) -> i16 {
        let mut counts = BTreeMap::new();
        for row in &self.rows {
            *counts.entry(row.turn).or_insert(0) += row.text.len();
        }
        counts.into_iter().max_by_key(|&(turn, n)| (n, turn == 0)).map_or(0, |(turn, _)| turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_other_numbers() {
        let on_page_7 =
            |text: &str| is_page_number(&Row { text: text.to_owned(), page: 7, ..Row::default() });
        for text in ["7", "- 7 -", "Pagina 7", "Pagina 7 van 12", "7/12", "blz. 7", "Page 7 of 12"] {
            assert!(on_page_7(text), "{text}");
        }
        for text in ["8", "7 jaar", "Pagina", "7 van", "in 7", "R7: ja", "7 8 9", ""] {
            assert!(!on_page_7(text), "{text}");
        }
    }
}
