//! Which words at the start of a line name a speaker.
//!
//! A label counts only when it recurs or when the user named it: `Nota bene:`, `Datum:` or a time such as `10:30` are no
//! speakers, and one colon in a sentence makes none.

use super::stamps;
use crate::line::{LabelHint, Line, LineRole};
use indexmap::IndexMap;
use std::collections::BTreeMap;
use std::ops::Range;

/// The longest label, in characters.
const MAX_CHARS: usize = 40;
/// The most words in a label.
const MAX_WORDS: usize = 5;

/// Words before a colon that are never a speaker: those of front matter, and asides.
const FRONT_WORDS: [&str; 45] = [
    "aanwezig",
    "aanwezigen",
    "afwezig",
    "betreft",
    "bron",
    "casus",
    "code",
    "datum",
    "datum gesprek",
    "datum interview",
    "date",
    "date of interview",
    "interview date",
    "doel",
    "dossier",
    "dossiernummer",
    "duration",
    "duur",
    "interview",
    "kenmerk",
    "locatie",
    "location",
    "onderwerp",
    "opgenomen op",
    "opname",
    "plaats",
    "place",
    "project",
    "respondentnummer",
    "site id",
    "soort gesprek",
    "starttijd",
    "eindtijd",
    "status",
    "subject",
    "tijd",
    "tijdstip",
    "time",
    "titel",
    "title",
    "transcriptie",
    "transcript",
    "versie",
    "verslag",
    "interviewdatum",
];
const ASIDES: [&str; 24] = [
    "nota bene",
    "nb",
    "n.b.",
    "n.b",
    "let op",
    "noot",
    "opmerking",
    "opmerkingen",
    "note",
    "ps",
    "p.s.",
    "p.s",
    "http",
    "https",
    "acties",
    "actie",
    "afspraken",
    "conclusie",
    "situatie",
    "vervolg",
    "tel",
    "telefoon",
    "e-mail",
    "bijlage",
];

/// Something at the start of a line that has the form of a label.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// The name in the line, without colon and emphasis.
    pub(crate) name: Range<usize>,
    /// Where the words after it start.
    pub(crate) words: usize,
    /// Only its bold letters make it one.
    is_only_bold: bool,
}

/// The labels of one document that count as speakers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    /// The label as first written, by its folded form.
    speakers: BTreeMap<String, String>,
    /// What looks like a label and occurs once, in the order of the document.
    pub(crate) seen_once: Vec<String>,
    takes_bold: bool,
}

impl Labels {
    /// Finds the labels that recur in `lines` or are in `known`. Bold words without a colon are labels only in a document
    /// without other labels: elsewhere they may as well be emphasis.
    pub(crate) fn find(lines: &[Line], known: &[String]) -> Self {
        let known: Vec<String> = known.iter().map(|label| fold(label)).collect();
        let labels = Self::counted(lines, &known, false);
        if labels.is_empty() {
            return Self::counted(lines, &known, true);
        }
        labels
    }

    fn counted(lines: &[Line], known: &[String], takes_bold: bool) -> Self {
        let mut seen: IndexMap<String, (&str, usize)> = IndexMap::new();
        for line in lines {
            let label = Label::at_start(line).filter(|label| takes_bold || !label.is_only_bold);
            if let Some(label) = label {
                let written = &line.text[label.name];
                seen.entry(fold(written)).or_insert((written, 0)).1 += 1;
            }
        }
        let mut labels = Self { takes_bold, ..Self::default() };
        for (key, (written, n)) in seen {
            if n > 1 || known.contains(&key) {
                labels.speakers.insert(key, written.to_owned());
            } else {
                labels.seen_once.push(written.to_owned());
            }
        }
        labels
    }

    /// Returns whether nobody speaks.
    pub(crate) fn is_empty(&self) -> bool {
        self.speakers.is_empty()
    }

    /// Returns `turns` or `paragraphs`, for the reading.
    pub(crate) fn reading(&self) -> &'static str {
        if self.is_empty() { "paragraphs" } else { "turns" }
    }

    /// Returns the label of a line and the speaker it means, when it counts.
    pub(crate) fn of(&self, line: &Line) -> Option<(Label, &str)> {
        self.meant(line).filter(|(label, _)| self.takes_bold || !label.is_only_bold)
    }

    /// Returns whether a line starts with a speaker's label in bold that lacks its colon and so does not count.
    pub(crate) fn is_doubtful(&self, line: &Line) -> bool {
        self.meant(line).is_some() && self.of(line).is_none()
    }

    fn meant(&self, line: &Line) -> Option<(Label, &str)> {
        let label = Label::at_start(line)?;
        let speaker = self.speakers.get(&fold(&line.text[label.name.clone()]))?;
        Some((label, speaker))
    }
}

impl Label {
    /// Returns what has the form of a label at the start of a line: words before a colon or a tab, in bold, or in the cell
    /// before the text; a time stamp may stand between the name and the colon.
    pub(crate) fn at_start(line: &Line) -> Option<Self> {
        if line.role != LineRole::Body {
            return None;
        }
        let may_be_name = |label: &Self| may_name(&line.text[label.name.clone()]);
        Self::before_colon(&line.text).filter(may_be_name).or_else(|| Self::hinted(line).filter(may_be_name))
    }

    fn before_colon(text: &str) -> Option<Self> {
        let start = text.len() - text.trim_start_matches(|c: char| is_emphasis(c) || c.is_whitespace()).len();
        let end = text
            .char_indices()
            .skip_while(|&(at, _)| at < start)
            .take(MAX_CHARS + 2)
            .find(|&(at, c)| c == ':' || c == '\t' || (at > start && stamps::starts_at(text, at)))
            .map(|(at, _)| at)?;
        let name = trimmed(text, start..end);
        let mut words = stamps::skip(text, end);
        let has_colon = text[words..].starts_with(':');
        words += usize::from(has_colon);
        // After the colon come a blank, closing emphasis or a word: `http://` and `10:30` are something else.
        let after = text[words..].chars().next();
        let is_glued = after.is_some_and(|c| has_colon && (c.is_ascii_digit() || "/\\:;)(-".contains(c)));
        if is_glued || (!has_colon && end == words && !text[end..].starts_with('\t')) {
            return None;
        }
        Some(Self { name, words: skip_closing(text, words), is_only_bold: false })
    }

    fn hinted(line: &Line) -> Option<Self> {
        let (LabelHint::Bold(hint) | LabelHint::Cell(hint)) = line.label_hint.clone()?;
        let hinted = line.text.get(hint.clone())?;
        let name = hint.start..hint.start + hinted.trim_end().trim_end_matches(':').len();
        Some(Self {
            name: trimmed(&line.text, name),
            words: hint.end,
            is_only_bold: matches!(line.label_hint, Some(LabelHint::Bold(_))),
        })
    }
}

/// Moves over closing emphasis, blanks and a time stamp after a label.
fn skip_closing(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let closed = rest.trim_start_matches(is_emphasis);
    // Emphasis that opens again belongs to the words: `I: **nee**`.
    let after = if closed.is_empty() || closed.starts_with(char::is_whitespace) { closed } else { rest };
    let words = after.trim_start();
    stamps::skip(text, text.len() - words.len())
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let blank = |c: char| c.is_whitespace() || is_emphasis(c);
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start_matches(blank).len());
    start..(range.start + part.trim_end_matches(blank).len()).max(start)
}

fn is_emphasis(c: char) -> bool {
    matches!(c, '*' | '_')
}

/// Returns whether `name` has the form of a speaker's name: few words, no punctuation of a sentence, no front word.
fn may_name(name: &str) -> bool {
    let starts_well = name.starts_with(|c: char| c.is_alphabetic() || c == '[' || c == '<');
    let fits = |c: char| c.is_alphanumeric() || c == ' ' || c == '\u{a0}' || ".-–'’/&()[]<>_+#".contains(c);
    let folded = fold(name);
    starts_well
        && name.chars().count() <= MAX_CHARS
        && name.split_whitespace().count() <= MAX_WORDS
        && name.chars().all(fits)
        && !FRONT_WORDS.contains(&folded.as_str())
        && !ASIDES.contains(&folded.as_str())
}

/// Returns the value of a line of front matter such as `Datum: 12 maart 2021`, with its folded name.
pub(crate) fn front_value(text: &str) -> Option<(String, &str)> {
    let (name, value) = text.split_once(':')?;
    let name = fold(name.trim_matches(|c: char| is_emphasis(c) || c.is_whitespace()));
    let value = value.trim_start_matches(|c: char| is_emphasis(c) || c.is_whitespace());
    FRONT_WORDS.contains(&name.as_str()).then_some((name, value))
}

/// Returns a label in the form in which two are the same: lower case, single blanks.
fn fold(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, &str)> {
        let line = Line { text: text.to_owned(), ..Line::default() };
        let label = Label::at_start(&line)?;
        Some((&text[label.name], text[label.words..].trim_start()))
    }

    #[test]
    fn labels_come_in_many_forms() {
        assert_eq!(parts("I: Hoe ging dat?"), Some(("I", "Hoe ging dat?")));
        assert_eq!(parts("Respondent 3:\tGoed"), Some(("Respondent 3", "Goed")));
        assert_eq!(parts("Moeder\tJa"), Some(("Moeder", "Ja")));
        assert_eq!(parts("**Int.:** Ja *echt*"), Some(("Int.", "Ja *echt*")));
        assert_eq!(parts("**Int.**: **nee**"), Some(("Int.", "**nee**")));
        assert_eq!(parts("[naam]: Ja"), Some(("[naam]", "Ja")));
        assert_eq!(parts("S01: [00:00:12] Ja"), Some(("S01", "Ja")));
        assert_eq!(parts("Spreker 1 [00:12]: Ja"), Some(("Spreker 1", "Ja")));
        assert_eq!(parts("Spreker 1 (00:00:12) Ja"), Some(("Spreker 1", "Ja")));
        assert_eq!(parts("Interviewer:"), Some(("Interviewer", "")));
    }

    #[test]
    fn times_dates_and_asides_are_no_labels() {
        for text in [
            "10:30 begonnen we",
            "Nota bene: dit is belangrijk",
            "Datum: 12 maart",
            "https://voorbeeld.nl",
            "Ze zei, heel duidelijk: nee",
            "En toen kwam de hele familie ineens langs: chaos",
            "Gewoon een zin.",
            "",
        ] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
