//! Text as the embedded font sets it: widths with kerning, and labels broken over lines.

use crate::canvas::UNITS_PER_MM;
use crate::fonts;
use std::borrow::Cow;
use std::sync::LazyLock;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, Tag};

/// Millimetres in a point.
pub(crate) const MM_PER_PT: f64 = 25.4 / 72.0;
/// Characters on a line of a label.
const LABEL_CHARS: usize = 28;
const ELLIPSIS: char = '…';

/// Thickness of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// Size and weight of type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type {
    /// Size in points.
    pub(crate) size_pt: f64,
    /// Weight.
    pub(crate) weight: Weight,
}

/// Labels.
pub(crate) const BODY: Type = Type { size_pt: 8.0, weight: Weight::Regular };
/// Heads.
pub(crate) const HEAD: Type = Type { size_pt: 8.0, weight: Weight::Bold };
/// Numbers, legend, lesser heads: the smallest type there is.
pub(crate) const SMALL: Type = Type { size_pt: 7.0, weight: Weight::Regular };
/// Heads above columns.
pub(crate) const SMALL_HEAD: Type = Type { size_pt: 7.0, weight: Weight::Bold };

impl Type {
    /// Returns the size in canvas units: whole, and rounded up so that no type is smaller than it says.
    pub(crate) fn units(self) -> u32 {
        (self.size_pt * MM_PER_PT * UNITS_PER_MM).ceil() as u32
    }

    /// Returns the size in millimetres.
    pub(crate) fn em_mm(self) -> f64 {
        f64::from(self.units()) / UNITS_PER_MM
    }

    /// Returns the distance between baselines in millimetres.
    pub(crate) fn line_mm(self) -> f64 {
        self.em_mm() * 1.16
    }

    /// Returns how far the baseline lies below the middle of the capitals, in millimetres.
    pub(crate) fn baseline_below_middle(self) -> f64 {
        self.em_mm() * 0.714 / 2.0
    }

    /// Returns the width of a line in millimetres.
    pub(crate) fn width_mm(self, line: &str) -> f64 {
        let ruler: &Ruler = match self.weight {
            Weight::Regular => &REGULAR,
            Weight::Bold => &BOLD,
        };
        ruler.width_em(line) * self.em_mm()
    }

    /// Returns the width of the widest of these in millimetres, 0 without any.
    pub(crate) fn widest_mm<'a>(self, lines: impl IntoIterator<Item = &'a str>) -> f64 {
        lines.into_iter().map(|line| self.width_mm(line)).fold(0.0, f64::max)
    }

    /// Breaks a label over at most `max_lines` lines of at most 28 characters and `max_width` millimetres; what is left
    /// over becomes an ellipsis.
    pub(crate) fn wrap(self, label: &str, max_width: f64, max_lines: usize) -> Vec<String> {
        let fits = |line: &str| line.chars().count() <= LABEL_CHARS && self.width_mm(line) <= max_width;
        let mut lines: Vec<String> = Vec::new();
        for word in words_of(label) {
            append_word(&mut lines, word, &fits);
        }
        if lines.len() > max_lines {
            lines.truncate(max_lines);
            if let Some(last) = lines.last_mut() {
                end_with_ellipsis(last, &fits);
            }
            return lines;
        }
        if lines.len() == 2 { self.balanced(label).unwrap_or(lines) } else { lines }
    }

    /// Sets running text in at most `max_lines` lines of `max_width` millimetres, however many characters these hold; what is
    /// left over becomes an ellipsis.
    pub(crate) fn set(self, text: &str, max_width: f64, max_lines: usize) -> Vec<String> {
        let fits = |line: &str| self.width_mm(line) <= max_width;
        let mut lines: Vec<String> = Vec::new();
        for word in words_of(text) {
            append_word(&mut lines, word, &fits);
            if lines.len() > max_lines {
                lines.truncate(max_lines);
                lines.iter_mut().last().into_iter().for_each(|last| end_with_ellipsis(last, &fits));
                break;
            }
        }
        lines
    }

    /// Breaks a text between words only; nothing when that takes more than `max_lines` lines of `max_width` millimetres.
    pub(crate) fn wrap_words(self, text: &str, max_width: f64, max_lines: usize) -> Option<Vec<String>> {
        let fits = |line: &str| self.width_mm(line) <= max_width;
        let words_fit = words_of(text).all(fits);
        let lines = if words_fit { self.wrap(text, max_width, usize::MAX) } else { return None };
        (lines.len() <= max_lines).then_some(lines)
    }

    /// Breaks a text in two between words so that the wider line is as narrow as can be, the first one if two ways are
    /// equal; nothing for a single word.
    fn balanced(self, text: &str) -> Option<Vec<String>> {
        let words: Vec<&str> = words_of(text).collect();
        let halves = (1..words.len()).map(|at| [words[..at].join(" "), words[at..].join(" ")]);
        let width = |lines: &[String; 2]| self.widest_mm(lines.iter().map(String::as_str));
        halves.min_by(|a, b| width(a).total_cmp(&width(b))).map(Vec::from)
    }
}

/// Returns whether the font has all characters of a text that are seen.
pub(crate) fn can_set(text: &str) -> bool {
    text.chars().all(|c| REGULAR.has(c) || is_blank(c) || is_unseen(c))
}

/// Returns a text as the font can set it. Characters that it does not have, such as emoji, stand as their number in
/// brackets: `[U+1F62D]`; of several in a row, words of them included, the first with an ellipsis: `[U+0627…]`. Control
/// characters become blanks, and what is not seen by itself, such as a mark that says which way letters run, goes.
pub(crate) fn as_set(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| REGULAR.has(c)) {
        return Cow::Borrowed(text);
    }
    let mut set = String::new();
    let mut run: Option<(char, usize)> = None;
    let mut blanks = String::new();
    for c in text.chars().filter(|&c| !is_unseen(c)) {
        if is_blank(c) {
            blanks.push(if REGULAR.has(c) { c } else { ' ' });
        } else if REGULAR.has(c) {
            set.extend(run.take().map(numbered));
            set.push_str(&std::mem::take(&mut blanks));
            set.push(c);
        } else if let Some((_, length)) = &mut run {
            *length += 1;
            blanks.clear();
        } else {
            set.push_str(&std::mem::take(&mut blanks));
            run = Some((c, 1));
        }
    }
    set.extend(run.map(numbered));
    set.push_str(&blanks);
    Cow::Owned(set)
}

/// Returns a name, or the id where the font has none of its letters.
pub(crate) fn name_or_id(name: &str, id: &str) -> String {
    let keeps = |c: char| c.is_alphanumeric() && REGULAR.has(c);
    if can_set(name) || name.chars().any(keeps) { name.to_owned() } else { id.to_owned() }
}

/// Writes a run of characters that the font does not have.
fn numbered((first, length): (char, usize)) -> String {
    let more = if length > 1 { "…" } else { "" };
    format!("[U+{:04X}{more}]", u32::from(first))
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// Characters that only change their neighbours: joiners, directions, variants, tags.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E01EF}'
    )
}

/// Returns the words of a text; a no-break space keeps two together.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() && c != '\u{A0}').filter(|word| !word.is_empty())
}

/// Sets a word on the last line where it fits, else on a new one; a word wider than a line is broken with hyphens.
fn append_word(lines: &mut Vec<String>, word: &str, fits: &impl Fn(&str) -> bool) {
    if let Some(last) = lines.last_mut() {
        let longer = format!("{last} {word}");
        if fits(&longer) {
            *last = longer;
            return;
        }
    }
    let mut rest = word;
    while !fits(rest) {
        let Some((at, hyphen)) = break_of(rest, fits) else { break };
        lines.push(format!("{}{hyphen}", &rest[..at]));
        rest = &rest[at..];
    }
    lines.push(rest.to_owned());
}

/// Returns where to break a word that is too wide, and what to write there: after its own hyphen or slash where that
/// leaves at least four characters, else where the line is full. Nothing when not even one character fits.
fn break_of(word: &str, fits: &impl Fn(&str) -> bool) -> Option<(usize, &'static str)> {
    let ends: Vec<usize> = word.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
    let own = ends
        .iter()
        .rev()
        .find(|&&at| word[..at].ends_with(['-', '/']) && at < word.len() && fits(&word[..at]));
    if let Some(&at) = own.filter(|at| **at >= 4) {
        return Some((at, ""));
    }
    let last = ends.len().checked_sub(1)?;
    ends[..last].iter().rev().find(|&&at| fits(&format!("{}-", &word[..at]))).map(|&at| (at, "-"))
}

fn end_with_ellipsis(line: &mut String, fits: &impl Fn(&str) -> bool) {
    loop {
        let kept = line.trim_end_matches([' ', '-', ',', ELLIPSIS]).len();
        line.truncate(kept);
        let ended = format!("{line}{ELLIPSIS}");
        if fits(&ended) || line.pop().is_none() {
            *line = ended;
            return;
        }
    }
}

/// Returns the glyph of a character and its width, 0 and 0 where the font has none.
fn look_up(face: &Face, c: char) -> (u16, u16) {
    let glyph = face.glyph_index(c).unwrap_or_default();
    (glyph.0, if glyph.0 == 0 { 0 } else { face.glyph_hor_advance(glyph).unwrap_or(0) })
}

/// Measures text in one font file.
struct Ruler {
    face: Face<'static>,
    /// Which glyph a character has and how wide that is, by character; 0 for none.
    known: Vec<(u16, u16)>,
    kerning: Vec<PairAdjustment<'static>>,
}

/// Characters below this are looked up once.
const KNOWN: u32 = 0x2300;

static REGULAR: LazyLock<Ruler> = LazyLock::new(|| Ruler::new(fonts::REGULAR));
static BOLD: LazyLock<Ruler> = LazyLock::new(|| Ruler::new(fonts::BOLD));

impl Ruler {
    fn new(font: &'static [u8]) -> Self {
        let face = Face::parse(font, 0).expect("the embedded font can be parsed");
        let kerning = face.tables().gpos.and_then(|gpos| {
            let feature = gpos.features.find(Tag::from_bytes(b"kern"))?;
            let lookups = feature.lookup_indices.into_iter().filter_map(|index| gpos.lookups.get(index));
            let pairs = lookups.flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable>());
            Some(
                pairs
                    .filter_map(
                        |table| if let PositioningSubtable::Pair(pair) = table { Some(pair) } else { None },
                    )
                    .collect(),
            )
        });
        let known = |code: u32| char::from_u32(code).map_or((0, 0), |c| look_up(&face, c));
        let known = (0..KNOWN).map(known).collect();
        Self { known, face, kerning: kerning.unwrap_or_default() }
    }

    /// Returns the glyph of a character and its width, 0 and 0 where the font has none.
    fn glyph(&self, c: char) -> (u16, u16) {
        self.known.get(u32::from(c) as usize).copied().unwrap_or_else(|| look_up(&self.face, c))
    }

    fn has(&self, c: char) -> bool {
        self.glyph(c).0 != 0
    }

    fn width_em(&self, line: &str) -> f64 {
        let mut width = 0;
        let mut previous = None;
        for character in as_set(line).chars() {
            let (glyph, advance) = self.glyph(character);
            width += i32::from(advance);
            width += previous.map_or(0, |before| self.kern(before, GlyphId(glyph)));
            previous = Some(GlyphId(glyph));
        }
        f64::from(width) / f64::from(self.face.units_per_em())
    }

    /// Returns what the first table that knows the pair says.
    fn kern(&self, left: GlyphId, right: GlyphId) -> i32 {
        let adjust = |table: &PairAdjustment| {
            let at = table.coverage().get(left)?;
            let (first, _) = match table {
                PairAdjustment::Format1 { sets, .. } => sets.get(at)?.get(right)?,
                PairAdjustment::Format2 { classes, matrix, .. } => {
                    matrix.get((classes.0.get(left), classes.1.get(right)))?
                }
            };
            Some(i32::from(first.x_advance))
        };
        self.kerning.iter().find_map(adjust).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_advances_plus_kerning() {
        // Advances in Noto Sans Regular, in thousandths of an em: digits 572, A 639, V 600.
        let em = |line: &str| BODY.width_mm(line) / BODY.em_mm();
        assert!((em("1776") - 4.0 * 0.572).abs() < 1e-9);
        assert!((em("A") - 0.639).abs() < 1e-9);
        assert!(em("AV") < em("A") + em("V") - 0.01);
        assert!((em("−") - 0.572).abs() < 1e-9, "the minus is as wide as a digit");
    }

    #[test]
    fn what_the_font_does_not_have_stands_as_its_number() {
        assert_eq!(as_set("ĳverig – “samen”"), "ĳverig – “samen”");
        assert_eq!(as_set("samen 😭"), "samen [U+1F62D]");
        assert_eq!(as_set("👨\u{200D}👩\u{200D}👧 en ❤\u{FE0F}"), "[U+1F468…] en [U+2764]");
        assert_eq!(as_set("zij zei: ثقة بين الوالدين."), "zij zei: [U+062B…].");
        assert_eq!(as_set("\u{202E}rtl\u{7}\tx"), "rtl  x");
        assert_eq!(as_set("家庭 "), "[U+5BB6…] ");
        assert!(can_set("\u{202E}rtl\u{7}") && !can_set("家"));
        assert!(BODY.width_mm("samen 😭") == BODY.width_mm("samen [U+1F62D]"));
    }

    #[test]
    fn a_name_of_which_no_letter_is_left_gives_way_to_the_id() {
        assert_eq!(name_or_id("ثقة", "trust"), "trust");
        assert_eq!(name_or_id("😭😭", "grief"), "grief");
        assert_eq!(name_or_id("vertrouwen 😭", "trust"), "vertrouwen 😭");
        assert_eq!(name_or_id("?!", "trust"), "?!", "signs that the font has may be a name");
    }

    #[test]
    fn both_weights_have_the_same_characters() {
        let all = (0..=0x10_FFFF).filter_map(char::from_u32);
        let differing: Vec<char> = all.filter(|&c| REGULAR.has(c) != BOLD.has(c)).collect();
        assert!(differing.is_empty(), "{differing:?}");
    }

    #[test]
    fn labels_break_at_words_and_end_in_an_ellipsis() {
        assert_eq!(BODY.wrap("vertrouwen", 60.0, 2), ["vertrouwen"]);
        let two = BODY.wrap("praten over de samenwerking zelf", 60.0, 2);
        assert_eq!(two, ["praten over de", "samenwerking zelf"], "no word is left alone");
        let cut =
            BODY.wrap("erkenning van de plek van ouders in het leven van hun kind, ook op afstand", 60.0, 2);
        assert_eq!(cut, ["erkenning van de plek van", "ouders in het leven van hun…"]);
        let long_word = BODY.wrap("arbeidsongeschiktheidsverzekeringsmaatschappij", 60.0, 3);
        assert_eq!(long_word, ["arbeidsongeschiktheidsverze-", "keringsmaatschappij"]);
        assert_eq!(
            BODY.wrap_words("uitkomst onbekend", 20.0, 2),
            Some(vec!["uitkomst".into(), "onbekend".into()])
        );
        assert_eq!(BODY.wrap_words("uitkomst onbekend", 8.0, 2), None);
        assert_eq!(
            BODY.wrap("gezinshuisouder-ouderrelaties", 30.0, 2),
            ["gezinshuisouder-", "ouderrelaties"]
        );
        assert!(BODY.wrap("", 60.0, 2).is_empty());
    }

    #[test]
    fn no_line_is_wider_than_allowed_even_where_nothing_fits() {
        for width in [0.0, 1.0, 5.0, 12.0] {
            let lines = BODY.wrap("wederkerigheid in de samenwerking", width, 2);
            assert!(lines.len() <= 2);
            assert!(width < 5.0 || lines.iter().all(|line| BODY.width_mm(line) <= width), "{lines:?}");
        }
    }
}
