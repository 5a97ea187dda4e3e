//! The sheet of a session, filled in: of all that stands on it only what people wrote is taken.
//!
//! A sheet (`draad report --as kenniscafe`) holds findings and passages that are in the study already. It is known by a line
//! near its top ([`MARKS`]), and what was written in the session by the heading above it ([`NOTES`]). What stays is the
//! title, what was filled in after [`BLANKS`], and the notes, each under the headings of its theme and part. All else is
//! counted and named in the report.

use crate::imported::{ImportReport, Loss};
use crate::line::{Line, LineRole};

/// The line near the top by which a sheet is known, in each language.
pub const MARKS: [&str; 2] = ["Werkblad voor een Kenniscafé", "Sheet for a Kenniscafé"];
/// The heading above the notes, in each language.
pub const NOTES: [&str; 2] = ["Notities", "Notes"];
/// What is asked of the session at the top, in each language: words with a colon after them.
pub const BLANKS: [&str; 6] = ["Datum", "Plaats", "Wie erbij waren", "Date", "Place", "Who took part"];

/// How many lines at the top may hold the mark.
const TOP: usize = 20;

/// Keeps of a sheet what was written on it; other documents stay as they are. Returns whether it is a sheet.
pub(crate) fn keep_notes(lines: &mut Vec<Line>, report: &mut ImportReport) -> bool {
    if !is_sheet(lines) {
        return false;
    }
    let mut kept = Kept { in_front: true, ..Kept::default() };
    lines.drain(..).for_each(|line| kept.take(line));
    kept.dropped.extend(kept.headings.drain(..).map(|(_, heading)| heading.text));
    for text in kept.dropped {
        report.lose(Loss::SheetText, 1, Some(text));
    }
    *lines = kept.lines;
    true
}

fn is_sheet(lines: &[Line]) -> bool {
    let mut top = lines.iter().filter(|line| !line.is_blank()).take(TOP);
    top.any(is_mark) && lines.iter().any(is_notes)
}

fn is_mark(line: &Line) -> bool {
    MARKS.iter().any(|mark| line.text.contains(mark))
}

/// Whether a line is the heading above notes.
fn is_notes(line: &Line) -> bool {
    matches!(line.role, LineRole::Heading(_)) && NOTES.contains(&words(&line.text))
}

/// The words of a heading, without the signs that Markdown puts before it.
fn words(text: &str) -> &str {
    text.trim().trim_start_matches('#').trim()
}

/// What is kept while lines pass.
#[derive(Default)]
struct Kept {
    lines: Vec<Line>,
    /// The headings that the next note stands under and that are not in the text yet.
    headings: Vec<(u8, Line)>,
    /// The words that are the sheet's own.
    dropped: Vec<String>,
    in_notes: bool,
    /// Whether no notes have begun.
    in_front: bool,
}

impl Kept {
    fn take(&mut self, line: Line) {
        match line.role {
            _ if line.is_blank() || is_ruled(&line.text) => {}
            _ if is_mark(&line) => self.dropped.push(line.text),
            LineRole::Heading(_) if self.lines.is_empty() && self.in_front => self.lines.push(line),
            LineRole::Heading(level) => {
                self.in_notes = is_notes(&line);
                self.in_front &= !self.in_notes;
                self.heading(level, line);
            }
            _ if self.in_notes => self.note(line),
            _ if self.in_front && is_filled_in(&line.text) => {
                let blank = Line { role: LineRole::Front, style: None, starts_paragraph: true, ..line };
                self.lines.push(blank);
            }
            _ => self.dropped.push(line.text),
        }
    }

    /// Puts a heading in the place of those on its level and below; that of the notes goes.
    fn heading(&mut self, level: u8, line: Line) {
        let replaced = self.headings.extract_if(.., |(above, _)| *above >= level);
        self.dropped.extend(replaced.map(|(_, heading)| heading.text));
        match self.in_notes {
            true => self.dropped.push(line.text),
            false => self.headings.push((level, line)),
        }
    }

    /// Adds a note, under the headings that are not there yet. A note without a name before it is of nobody in particular.
    fn note(&mut self, line: Line) {
        for (_, heading) in self.headings.drain(..) {
            self.lines.push(Line::default());
            self.lines.push(heading);
        }
        self.lines.push(Line { role: LineRole::Noted, style: None, starts_paragraph: true, ..line });
    }
}

/// Whether a line is one to write on that nobody wrote on.
fn is_ruled(text: &str) -> bool {
    let signs = text.trim();
    signs.len() >= 3 && signs.chars().all(|sign| matches!(sign, '_' | '\\' | '-' | '*' | ' '))
}

/// Whether something stands after one of the words at the top.
fn is_filled_in(text: &str) -> bool {
    let text = text.replace('\\', "");
    let Some((asked, answer)) = text.split_once(':') else { return false };
    let answer = answer.trim().trim_start_matches('[').trim_end_matches(']').trim();
    let is_open = answer.is_empty() || answer.ends_with('…') || answer.trim_matches(['_', '.']).is_empty();
    let asked = asked.trim();
    let own = |blank: &str| asked.eq_ignore_ascii_case(blank);
    BLANKS.iter().any(|blank| own(blank)) && !is_open && !answer.eq_ignore_ascii_case(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(role: LineRole, text: &str) -> Line {
        Line { text: text.into(), role, starts_paragraph: true, ..Line::default() }
    }

    fn sheet() -> Vec<Line> {
        use LineRole::{Body, Heading};
        vec![
            line(Heading(1), "Kenniscafé: studie"),
            line(Heading(2), "Werkblad voor een Kenniscafé · Rode Draad"),
            line(Heading(2), "Alles is verzonnen."),
            line(Body, "Datum: 3 december 2026"),
            line(Body, "Plaats: [plaats]"),
            line(Body, "Wie erbij waren: "),
            line(Body, "Uitleg."),
            line(Heading(1), "Vertrouwen"),
            line(Heading(2), "Wat zichtbaar werd"),
            line(Heading(3), "Een bevinding"),
            line(Body, "Een fragment."),
            line(Heading(3), "Notities"),
            line(Body, ""),
            line(Body, "Wij zien dit ook."),
            line(Body, "________"),
            line(Heading(2), "Spanningsvelden"),
            line(Heading(3), "Notities"),
            line(Body, ""),
            line(Heading(2), "Aanknopingspunten"),
            line(Heading(3), "Notities"),
            line(Body, "Ouder: eerst bellen."),
            line(Heading(1), "Hoe dit werkblad gemaakt is"),
            line(Body, "Definitie."),
        ]
    }

    #[test]
    fn of_a_sheet_only_what_was_written_on_it_stays() {
        let (mut lines, mut report) = (sheet(), ImportReport::default());
        assert!(keep_notes(&mut lines, &mut report));
        let texts: Vec<&str> =
            lines.iter().map(|line| line.text.as_str()).filter(|text| !text.is_empty()).collect();
        let expected = [
            "Kenniscafé: studie",
            "Datum: 3 december 2026",
            "Vertrouwen",
            "Wat zichtbaar werd",
            "Wij zien dit ook.",
            "Aanknopingspunten",
            "Ouder: eerst bellen.",
        ];
        assert_eq!(texts, expected);
        let lost = &report.dropped[&Loss::SheetText];
        // 23 lines, of which 7 stay, 2 are empty and 1 is ruled
        assert_eq!(lost.n, 13, "{:?}", lost.examples);
    }

    #[test]
    fn another_document_stays_as_it_is() {
        let mut lines: Vec<Line> = sheet().into_iter().filter(|line| !is_mark(line)).collect();
        let before = lines.clone();
        let mut report = ImportReport::default();
        assert!(!keep_notes(&mut lines, &mut report));
        assert_eq!((lines, report), (before, ImportReport::default()));
    }
}
