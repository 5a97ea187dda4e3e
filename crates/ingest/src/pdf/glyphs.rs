//! From single characters at places to rows of text.

use super::direction;
use super::script::{Seen, Shown};
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};
use std::collections::VecDeque;
use unicode_normalization::UnicodeNormalization;

/// A gap that is a blank, in sizes of the letters.
const BLANK: f64 = 0.15;
/// A gap that is wider than any blank: between columns of a table.
const TAB: f64 = 2.0;
/// How far letters may stand above or below the row they belong to (as raised numbers do).
const RISE: f64 = 0.45;
/// A letter without meaning up to this width is a blank: some programs name all letters but that one.
const BLANK_LETTER: f64 = 0.4;

/// A row of text on a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row {
    /// Its text.
    pub(super) text: String,
    /// How many bytes of it, from the start, are bold.
    pub(super) n_bold: usize,
    /// The page, counted from 1.
    pub(super) page: u32,
    /// Where it starts, from the left in the direction of reading.
    pub(super) x: f64,
    /// Where it ends.
    pub(super) end: f64,
    /// Its height; higher rows have larger numbers.
    pub(super) y: f64,
    /// The size of its letters.
    pub(super) size: f64,
    /// The direction of reading, in degrees.
    pub(super) turn: i16,
    /// Whether the document marks it as head or foot of the page.
    pub(super) is_margin: bool,
}

/// The text of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PageText {
    /// Its rows, in the order in which they are drawn.
    pub(super) rows: Vec<Row>,
    /// What else was met on it.
    pub(super) seen: Seen,
    /// How many letters have no known meaning.
    pub(super) n_unknown: usize,
    /// How many ligatures became letters.
    pub(super) n_ligatures: usize,
}

/// Receives the characters of a script and puts them into rows.
pub(super) struct Collector {
    shown: VecDeque<Shown>,
    pages: Vec<PageText>,
    current: Option<Shown>,
    row: Option<OpenRow>,
}

/// A row that may go on.
struct OpenRow {
    row: Row,
    page: usize,
    bold_ended: bool,
    n_letters: f64,
    /// The last character and where it starts.
    last: (char, f64),
}

/// A character at its place.
struct Glyph {
    x: f64,
    end: f64,
    y: f64,
    size: f64,
    turn: i16,
}

impl Collector {
    /// Receives the pages `seen`, whose strings are `shown` one after the other.
    pub(super) fn new(shown: Vec<Shown>, seen: Vec<Seen>) -> Self {
        let page = |seen| PageText { rows: Vec::new(), seen, n_unknown: 0, n_ligatures: 0 };
        Self { shown: shown.into(), pages: seen.into_iter().map(page).collect(), current: None, row: None }
    }

    /// Returns the pages.
    pub(super) fn finish(mut self) -> Vec<PageText> {
        self.end_row();
        if let Some(shown) = self.current {
            self.end_page(shown.page);
        }
        self.pages
    }

    fn end_row(&mut self) {
        let Some(open) = self.row.take() else { return };
        let Some(page) = self.pages.get_mut(open.page) else { return };
        let mut row = open.row;
        row.text.truncate(row.text.trim_end().len());
        row.n_bold = row.n_bold.min(row.text.len());
        if row.text.is_empty() {
            return;
        }
        match page.rows.last_mut() {
            Some(last) if last.is_right_of(&row) => last.put_before(row),
            _ => page.rows.push(row),
        }
    }

    fn end_page(&mut self, page: usize) {
        self.end_row();
        for row in self.pages.get_mut(page).into_iter().flat_map(|page| &mut page.rows) {
            if let Some(text) = direction::as_read(&row.text) {
                row.n_bold = if row.n_bold == row.text.len() { text.len() } else { 0 };
                row.text = text;
            }
        }
    }

    fn character(&mut self, text: &str, glyph: &Glyph) {
        let Some(shown) = self.current else { return };
        let Some(page) = self.pages.get_mut(shown.page) else { return };
        let number = page.seen.number;
        let Some(text) = page.meaning(text, glyph) else { return };
        if !self.row.as_ref().is_some_and(|open| open.goes_on(shown, glyph)) {
            self.end_row();
        }
        let row = self.row.get_or_insert_with(|| OpenRow::start(shown, glyph, number));
        row.push(&text, shown.is_bold, glyph);
    }
}

impl PageText {
    /// Returns what a character says: ligatures as letters, `�` where nobody knows, nothing for a blank without a name.
    fn meaning(&mut self, text: &str, glyph: &Glyph) -> Option<String> {
        let is_private = |c: char| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{0}' | '\u{fffd}');
        match text {
            // Bullets of the symbol fonts that word processors use for lists.
            "\u{f0b7}" | "\u{f0a7}" | "\u{f0d8}" => Some("•".to_owned()),
            _ if text.is_empty() || text.chars().any(is_private) => {
                if glyph.end - glyph.x <= BLANK_LETTER * glyph.size {
                    return None;
                }
                self.n_unknown += 1;
                Some("\u{fffd}".to_owned())
            }
            _ if text.contains(|c| matches!(c, '\u{fb00}'..='\u{fb06}')) => {
                self.n_ligatures += 1;
                Some(text.nfkc().collect())
            }
            _ => Some(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()),
        }
    }
}

impl Row {
    /// Returns whether this row stands beside `other`, to its right.
    fn is_right_of(&self, other: &Self) -> bool {
        self.turn == other.turn
            && self.is_margin == other.is_margin
            && (self.y - other.y).abs() < RISE * self.size.min(other.size)
            && other.end <= self.x
    }

    fn put_before(&mut self, first: Self) {
        let gap = match (self.x - first.end) / self.size.max(0.1) {
            gap if gap > TAB => "\t",
            gap if gap > BLANK => " ",
            _ => "",
        };
        let is_bold_whole = first.n_bold == first.text.len();
        let n_bold = if is_bold_whole { first.text.len() + gap.len() + self.n_bold } else { first.n_bold };
        *self = Self { text: format!("{}{gap}{}", first.text, self.text), n_bold, end: self.end, ..first };
    }
}

impl OpenRow {
    fn start(shown: Shown, glyph: &Glyph, number: u32) -> Self {
        let row = Row {
            page: number,
            x: glyph.x,
            end: glyph.x,
            y: glyph.y,
            size: glyph.size,
            turn: glyph.turn,
            is_margin: shown.is_margin,
            ..Row::default()
        };
        Self { row, page: shown.page, bold_ended: false, n_letters: 0.0, last: (' ', f64::NEG_INFINITY) }
    }

    /// Returns whether a character comes after those of the row.
    fn goes_on(&self, shown: Shown, glyph: &Glyph) -> bool {
        let row = &self.row;
        let size = row.size.max(glyph.size);
        self.page == shown.page
            && row.is_margin == shown.is_margin
            && row.turn == glyph.turn
            && (row.y - glyph.y).abs() < RISE * size
            && glyph.x > row.end - size
    }

    fn push(&mut self, text: &str, is_bold: bool, glyph: &Glyph) {
        let first = text.chars().next().unwrap_or(' ');
        // Some programs print letters twice, a little apart, to make them bold.
        if self.last.0 == first && (glyph.x - self.last.1).abs() < 0.1 * glyph.size && !first.is_whitespace()
        {
            return;
        }
        let row = &mut self.row;
        // Chromium draws a hyphen that may appear but does not as a blank without width.
        if self.last.0 == ' ' && glyph.x - self.last.1 < BLANK * glyph.size && row.text.ends_with(' ') {
            row.text.pop();
            row.n_bold = row.n_bold.min(row.text.len());
        }
        let gap = glyph.x - row.end;
        if gap > TAB * glyph.size && !row.text.trim().is_empty() {
            row.text.truncate(row.text.trim_end().len());
            row.text.push('\t');
        } else if gap > BLANK * glyph.size && !row.text.is_empty() && !row.text.ends_with(char::is_whitespace)
        {
            row.text.push(' ');
        }
        let is_blank = text.trim().is_empty();
        if is_blank && (row.text.is_empty() || row.text.ends_with([' ', '\t'])) {
            row.end = row.end.max(glyph.end);
            return;
        }
        if row.text.is_empty() {
            row.x = glyph.x;
        }
        row.text.push_str(text);
        self.bold_ended |= !is_bold && !is_blank;
        if is_bold && !self.bold_ended {
            row.n_bold = row.text.len();
        }
        if !is_blank {
            // Most letters decide: a raised number does not make the row smaller.
            row.size = (row.size * self.n_letters + glyph.size) / (self.n_letters + 1.0);
            self.n_letters += 1.0;
        }
        row.end = glyph.end;
        self.last = (first, glyph.x);
    }
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _number: u32,
        _media_box: &MediaBox,
        _art_box: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        if let Some(glyph) = Glyph::at(place, width, spacing, font_size) {
            self.character(text, &glyph);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        let next = self.shown.pop_front();
        if let Some(current) = self.current.filter(|shown| next.is_none_or(|next| next.page != shown.page)) {
            self.end_page(current.page);
        }
        self.current = next;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

impl Glyph {
    /// Puts a character at `place`, turned so that reading goes from left to right.
    fn at(place: &Transform, width: f64, spacing: f64, font_size: f64) -> Option<Self> {
        let sign = font_size.signum();
        let (along_x, along_y) = (place.m11 * sign, place.m12 * sign);
        let stretch = along_x.hypot(along_y);
        let (cos, sin) = if stretch > 0.0 { (along_x / stretch, along_y / stretch) } else { (1.0, 0.0) };
        let font_size = font_size.abs();
        let x = place.m31 * cos + place.m32 * sin;
        let glyph = Self {
            x,
            end: x + (width * font_size + spacing) * stretch,
            y: place.m32 * cos - place.m31 * sin,
            size: font_size * place.m21.hypot(place.m22),
            turn: sin.atan2(cos).to_degrees().rem_euclid(360.0).round() as i16 % 360,
        };
        let is_sane =
            [glyph.x, glyph.end, glyph.y, glyph.size].iter().all(|v| v.is_finite() && v.abs() < 1e7);
        is_sane.then_some(glyph)
    }
}
