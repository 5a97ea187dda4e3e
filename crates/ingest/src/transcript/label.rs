//! What has the form of a speaker's label at the start of a line.

use super::stamps::{self, Form, Stamp};
use super::words::{fold, is_no_speaker, is_speaker};
use crate::line::{LabelHint, Line};
use std::ops::Range;

/// The longest label, in characters.
const MAX_CHARS: usize = 40;
/// The most words in a label.
const MAX_WORDS: usize = 5;
/// Small words inside names.
const PARTICLES: [&str; 16] =
    ["van", "de", "der", "den", "het", "'t", "’t", "ter", "ten", "te", "von", "la", "le", "el", "al", "en"];

/// Something at the start of a line that has the form of a label.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// The name in the line, without colon and emphasis.
    pub(crate) name: Range<usize>,
    /// Where the words after it start.
    pub(crate) words: usize,
    /// What makes it one.
    pub(crate) sign: Sign,
}

/// What makes words at the start of a line a label.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Sign {
    /// A colon, a tab, the cell before the text, or a time stamp between the name and the words.
    Strong,
    /// Only their bold letters.
    Bold,
    /// Brackets around letters and a number: `[id1]`.
    Tag,
    /// Nothing else stands on the line, but perhaps a time stamp.
    Alone(Option<Box<Stamp>>),
}

impl Sign {
    /// Returns whether it is the clearest.
    pub(crate) fn is_strong(&self) -> bool {
        *self == Self::Strong
    }

    /// Returns whether it is the clearest, or bold letters.
    pub(crate) fn is_strong_or_bold(&self) -> bool {
        matches!(self, Self::Strong | Self::Bold)
    }
}

impl Label {
    /// Returns what has the form of a label at the start of a line: words before a colon or a tab, in bold, in the cell
    /// before the text, or alone on the line. A time stamp may stand before the name, or between it and the colon.
    pub(crate) fn at_start(line: &Line) -> Option<Self> {
        if !line.role.may_have_label() {
            return None;
        }
        let text = line.text.as_str();
        let may_be_name = |label: &Self| may_name(&text[label.name.clone()]);
        let start = text.len() - text.trim_start_matches(|c: char| is_emphasis(c) || c.is_whitespace()).len();
        let (start, stamp) = stamps::skip(text, start);
        tag(text, start)
            .or_else(|| before_sign(text, start).filter(may_be_name))
            .or_else(|| hinted(line).filter(may_be_name))
            .or_else(|| alone(text, start, stamp).filter(may_be_name))
    }
}

/// Returns `[id1]`, as QualCoder puts it before the answers of a survey.
fn tag(text: &str, start: usize) -> Option<Label> {
    let inside = text[start..].strip_prefix('[')?;
    let letters = inside.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let after = letters.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_tag = letters.len() < inside.len() && after.len() < letters.len() && after.starts_with("] ");
    let end = text.len() - after.len();
    is_tag.then_some(Label { name: start + 1..end, words: end + 2, sign: Sign::Tag })
}

fn before_sign(text: &str, start: usize) -> Option<Label> {
    let mut chars = text[start..].char_indices().take(MAX_CHARS + 2).map(|(at, c)| (start + at, c));
    let (end, stamp) = chars.find_map(|(at, c)| match c {
        ':' | '\t' => Some((at, None)),
        _ if at == start => None,
        _ => Stamp::at(text, at).map(|stamp| (at, Some(stamp))),
    })?;
    let name = trimmed(text, start..end);
    let after = stamp.as_ref().map_or(end, |stamp| stamp.range.end);
    let after = text.len() - text[after..].trim_start_matches([' ', '\u{a0}']).len();
    if let Some(words) = text[after..].strip_prefix(':') {
        // After the colon come a blank, closing emphasis or a word: `http://` and `10:30` are something else.
        let is_glued = words.starts_with(|c: char| c.is_ascii_digit() || "/\\:;)(-".contains(c));
        let words = skip_closing(text, after + 1);
        return (!is_glued).then_some(Label { name, words, sign: Sign::Strong });
    }
    match stamp {
        None => text[end..].starts_with('\t').then(|| Label {
            name,
            words: skip_closing(text, end),
            sign: Sign::Strong,
        }),
        Some(stamp) if !is_name(&text[name.clone()]) || is_clock(&stamp, &text[after..]) => None,
        Some(stamp) if text[after..].trim().is_empty() => {
            Some(Label { name, words: text.len(), sign: Sign::Alone(Some(Box::new(stamp))) })
        }
        Some(_) => Some(Label { name, words: skip_closing(text, after), sign: Sign::Strong }),
    }
}

/// Returns whether a time before words is more likely one of a clock: `Om 10:30 begon het`.
fn is_clock(stamp: &Stamp, after: &str) -> bool {
    stamp.form == Form::Bare && !stamp.has_hours && !after.trim().is_empty()
}

fn hinted(line: &Line) -> Option<Label> {
    let (LabelHint::Bold(hint) | LabelHint::Cell(hint)) = line.label_hint.clone()?;
    let hinted = line.text.get(hint.clone())?;
    let (start, _) = stamps::skip(hinted, 0);
    let name = hint.start + start..hint.start + hinted.trim_end().trim_end_matches(':').len().max(start);
    let is_bold = matches!(line.label_hint, Some(LabelHint::Bold(_)));
    let sign = if is_bold { Sign::Bold } else { Sign::Strong };
    Some(Label { name: trimmed(&line.text, name), words: hint.end, sign })
}

fn alone(text: &str, start: usize, stamp: Option<Stamp>) -> Option<Label> {
    let name = trimmed(text, start..text.len());
    let is_alone = is_name(&text[name.clone()]);
    is_alone.then_some(Label { name, words: text.len(), sign: Sign::Alone(stamp.map(Box::new)) })
}

/// Moves over closing emphasis and blanks after a label.
fn skip_closing(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let closed = rest.trim_start_matches(is_emphasis);
    // Emphasis that opens again belongs to the words: `I: **nee**`.
    let after = if closed.is_empty() || closed.starts_with(char::is_whitespace) { closed } else { rest };
    text.len() - after.trim_start().len()
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let blank = |c: char| c.is_whitespace() || is_emphasis(c);
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start_matches(blank).len());
    start..(range.start + part.trim_end_matches(blank).len()).max(start)
}

/// Returns whether `c` is Markdown's sign for emphasis.
pub(super) fn is_emphasis(c: char) -> bool {
    matches!(c, '*' | '_')
}

/// Returns whether `name` has the form of a speaker's label: few words, no punctuation of a sentence, no front word.
fn may_name(name: &str) -> bool {
    let starts_well = name.starts_with(|c: char| c.is_alphabetic() || c == '[' || c == '<');
    let fits = |c: char| c.is_alphanumeric() || c == ' ' || c == '\u{a0}' || ".-–'’/&()[]<>_+#".contains(c);
    // Bytes first: most of what is asked is a whole sentence.
    starts_well
        && name.len() <= MAX_CHARS * 4
        && name.chars().all(fits)
        && name.chars().count() <= MAX_CHARS
        && name.split_whitespace().count() <= MAX_WORDS
        && !is_no_speaker(&fold(name))
}

/// Returns whether `name` is written as a name, so that it may be a label without a colon: each word starts with a capital
/// or a number, or it is a word for a person.
fn is_name(name: &str) -> bool {
    const NAME_BYTES: usize = MAX_CHARS * 2;
    let is_name_word = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "[(<".contains(c))
            || PARTICLES.contains(&word)
    };
    name.len() <= NAME_BYTES
        && !name.ends_with('.')
        && name.split_whitespace().next().is_some_and(|first| !PARTICLES.contains(&first))
        && name.split_whitespace().count() <= MAX_WORDS
        && (name.split_whitespace().all(is_name_word) || is_speaker(&fold(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(text: &str) -> Option<Label> {
        Label::at_start(&Line { text: text.to_owned(), ..Line::default() })
    }

    fn parts(text: &str) -> Option<(&str, &str)> {
        let label = label(text).filter(|label| !matches!(label.sign, Sign::Alone(None)))?;
        Some((&text[label.name], text[label.words..].trim_start()))
    }

    #[test]
    fn labels_come_in_many_forms() {
        for (text, name, words) in [
            ("I: Hoe ging dat?", "I", "Hoe ging dat?"),
            ("Respondent 3:\tGoed", "Respondent 3", "Goed"),
            ("Moeder\tJa", "Moeder", "Ja"),
            ("**Int.:** Ja *echt*", "Int.", "Ja *echt*"),
            ("**Int.**: **nee**", "Int.", "**nee**"),
            ("[naam]: Ja", "[naam]", "Ja"),
            ("[id1] Ja, dat.", "id1", "Ja, dat."),
            ("Interviewer:", "Interviewer", ""),
        ] {
            assert_eq!(parts(text), Some((name, words)), "{text}");
        }
    }

    #[test]
    fn time_stamps_stand_before_between_and_after() {
        for (text, name, words) in [
            ("S01: [00:00:12] Ja", "S01", "[00:00:12] Ja"),
            ("Spreker 1 [00:12]: Ja", "Spreker 1", "Ja"),
            ("Spreker 1 (00:00:12) Ja", "Spreker 1", "Ja"),
            ("[00:00:12] S01: Ja", "S01", "Ja"),
            ("00:12 I: Ja", "I", "Ja"),
            ("00:03:40.5Zack: Ja", "Zack", "Ja"),
            ("#00:00:12-3# B: Ja", "B", "Ja"),
            ("Interviewer (00:12):", "Interviewer", ""),
            ("Jan de Vries  1:12:34", "Jan de Vries", ""),
            ("Anna   0:03", "Anna", ""),
            ("00:00:12 Speaker 1", "Speaker 1", ""),
            ("Speaker 1\t00:00:12\tJa", "Speaker 1", "00:00:12\tJa"),
            ("M: 10:30 was ik thuis", "M", "10:30 was ik thuis"),
        ] {
            assert_eq!(parts(text), Some((name, words)), "{text}");
        }
    }

    #[test]
    fn times_dates_asides_and_sentences_are_no_labels() {
        for text in [
            "10:30 begonnen we",
            "10:30 Moeder belt",
            "[10:30] Moeder belt",
            "Om 10:30 begon het",
            "Nota bene: dit is belangrijk",
            "Datum: 12 maart",
            "https://voorbeeld.nl",
            "Ze zei, heel duidelijk: nee",
            "En toen kwam de hele familie ineens langs: chaos",
            "Gewoon een zin.",
            "[1] Een noot",
            "",
        ] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
