//! Keyword in context: hits below each other, with the words around them.

use crate::print::wrap;
use anstyle::Style;
use draad_app::Project;
use draad_app::search::{Alike, FoundCoding, Hit, role_name};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The style of a hit; brackets say the same where there is no colour.
const HIT: Style = Style::new().bold().underline();
/// Columns for the words before a hit, where the window leaves room for as many after it.
const BEFORE_WIDTH: usize = 44;
/// Columns before the line of a hit: its line number.
const MARGIN: usize = 7;
/// Columns for a passage, where nobody says how wide the window is.
const QUOTE_WIDTH: usize = 100;

/// How a hit is shown.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    /// The hit with some words on either side.
    Line,
    /// The hit in its unit.
    Unit,
    /// The unit, where no words were asked for.
    Plain,
}

/// Writes hits as lines.
pub(super) struct Lines<'p> {
    pub(super) project: &'p Project,
    pub(super) shape: Shape,
    /// Columns of the window; nothing where the text goes elsewhere.
    pub(super) width: Option<usize>,
}

impl Lines<'_> {
    /// Returns hits below each other, under the names of their sources.
    pub(super) fn hits(&self, hits: &[Hit]) -> String {
        let mut text = String::new();
        let mut last = None;
        for hit in hits {
            if last != Some(&hit.source) {
                let gap = if last.is_some() { "\n" } else { "" };
                text += &format!("{gap}{}\n", hit.source);
                last = Some(&hit.source);
            }
            text += &self.hit(hit);
        }
        text
    }

    /// Returns what resembles a passage, the most alike first, each with the words that it shares.
    pub(super) fn alike(&self, alike: &Alike) -> String {
        let mut text = String::new();
        for found in &alike.hits {
            let gap = if text.is_empty() { "" } else { "\n" };
            text += &format!("{gap}{}  [{}]\n", found.hit.source, found.shared.join(", "));
            text += &self.hit(&found.hit);
        }
        text
    }

    fn hit(&self, hit: &Hit) -> String {
        if !hit.codings.is_empty() {
            return self.coded(hit);
        }
        let whole = Whole::clusters_of(hit);
        let line = match self.shape {
            Shape::Line => self.keyword_line(&whole),
            Shape::Unit => format!("{}{HIT}[{}]{HIT:#}{}", whole.before, whole.matched, whole.after),
            Shape::Plain => [whole.before, whole.matched, whole.after].concat(),
        };
        let line = line.replace('\n', " ");
        let who = Some(who(self.project, hit)).filter(|who| !who.is_empty());
        let who = who.map(|who| format!("  ({who})")).unwrap_or_default();
        format!("{:>5}  {line}{who}\n", hit.line)
    }

    /// A passage with the codings that make it.
    fn coded(&self, hit: &Hit) -> String {
        let words = &self.project.words;
        let codings: Vec<String> = hit.codings.iter().map(|coding| coded_as(self.project, coding)).collect();
        let mut text = format!("{:>5}  {}\n", hit.line, without_repeats(codings).join(" + "));
        let who = who(self.project, hit);
        if !who.is_empty() {
            text += &format!("{:MARGIN$}{who}\n", "");
        }
        let whole = Whole::clusters_of(hit);
        let quote = match whole.matched.is_empty() {
            true => words.say("cell-whole-source"),
            false => format!("{}[{}]{}", whole.before, whole.matched, whole.after),
        };
        for line in wrap(&quote, self.width.unwrap_or(QUOTE_WIDTH).saturating_sub(MARGIN).max(20)) {
            text += &format!("{:MARGIN$}{line}\n", "");
        }
        for memo in hit.codings.iter().filter(|coding| !coding.memo.is_empty()) {
            text += &format!("{:MARGIN$}{}: {}\n", "", memo.coder, memo.memo.replace('\n', " "));
        }
        text
    }

    /// The words before the hit flush right, so that hits stand below each other.
    fn keyword_line(&self, hit: &Whole) -> String {
        let width = self
            .width
            .map_or(BEFORE_WIDTH, |width| (width.saturating_sub(MARGIN) / 2).clamp(12, BEFORE_WIDTH));
        let before = flush_right(&hit.before.replace('\n', " "), width);
        let room = self.width.map(|window| window.saturating_sub(MARGIN + width + hit.matched.width() + 2));
        let after = room.map_or_else(|| hit.after.clone(), |room| cut(&hit.after, room.max(width)));
        format!("{before}{HIT}[{}]{HIT:#}{after}", hit.matched)
    }
}

/// A hit of which no letter, accent or emoji is cut in two.
struct Whole {
    before: String,
    matched: String,
    after: String,
}

impl Whole {
    /// Widens a hit to whole grapheme clusters: what other programs coded can begin or end within one.
    fn clusters_of(hit: &Hit) -> Self {
        Self::new(&hit.before, &hit.matched, &hit.after)
    }

    fn new(before: &str, matched: &str, after: &str) -> Self {
        let text = [before, matched, after].concat();
        let (start, end) = (before.len(), before.len() + matched.len());
        let borders = || text.grapheme_indices(true).map(|(border, _)| border).chain([text.len()]);
        let start = borders().take_while(|border| *border <= start).last().unwrap_or(0);
        let end = borders().find(|border| *border >= end).unwrap_or(text.len());
        Self {
            before: text[..start].to_owned(),
            matched: text[start..end].to_owned(),
            after: text[end..].to_owned(),
        }
    }
}

fn flush_right(text: &str, width: usize) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut used = 0;
    for word in text.split_inclusive(' ').rev() {
        if used + word.width() > width {
            break;
        }
        used += word.width();
        kept.push(word);
    }
    kept.reverse();
    " ".repeat(width - used) + &kept.concat()
}

/// Keeps as many whole words as fit.
fn cut(text: &str, width: usize) -> String {
    let mut kept = String::new();
    let mut used = 0;
    for word in text.split_inclusive(' ') {
        used += word.width();
        if used > width && !kept.is_empty() {
            break;
        }
        kept.push_str(word);
    }
    kept
}

/// Speaker and role, and the time and the place in the original where the unit has them.
fn who(project: &Project, hit: &Hit) -> String {
    let role = role_name(project, hit);
    let time = hit.time.map(|time| time.date().to_string()).unwrap_or_default();
    let original = project.words.in_original(hit.original);
    let parts = [hit.speaker.clone().unwrap_or_default(), role, time, original];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A coding as its code, direction and coder.
fn coded_as(project: &Project, coding: &FoundCoding) -> String {
    let valence: &str = coding.valence.map_or("none", Into::into);
    let valence = project.words.say(&format!("valence-{valence}"));
    format!("{} ({valence}) · {}", coding.code, coding.coder)
}

fn without_repeats(names: Vec<String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    names.into_iter().for_each(|name| {
        if !once.contains(&name) {
            once.push(name);
        }
    });
    once
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_and_no_emoji_is_cut_in_two() {
        let whole = |before: &str, matched: &str, after: &str| {
            let Whole { before, matched, after } = Whole::new(before, matched, after);
            [before, matched, after].join("|")
        };
        assert_eq!(whole("een ", "goed", " gesprek"), "een |goed| gesprek");
        assert_eq!(whole("fijn 👍", "🏽 ja", ""), "fijn |👍🏽 ja|");
        assert_eq!(whole("", "e", "\u{301}e\u{301}n"), "|e\u{301}|e\u{301}n");
        assert_eq!(whole("👩", "\u{200d}👧", " ja"), "|👩\u{200d}👧| ja");
        assert_eq!(whole("", "", ""), "||");
    }

    #[test]
    fn lines_are_cut_between_words() {
        assert_eq!(flush_right("een twee drie", 9), "twee drie");
        assert_eq!(flush_right("een twee 👍🏽", 8), " twee 👍🏽");
        assert_eq!(cut(" een twee drie", 10), " een twee ");
        assert_eq!(cut("onafscheidelijk", 3), "onafscheidelijk");
    }
}
