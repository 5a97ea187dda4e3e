//! Paragraph styles that name who speaks.
//!
//! Some transcripts have no labels at all: what the interviewer says stands in a style called `Interviewer`, what the
//! mother says in one called `Moeder`. Ordinary documents have styles of their own as well (`Tabeltekst`, `Kader`), so
//! styles count as speakers only when
//!
//! - no words in the text do;
//! - the writer made them (the styles of the word processor itself never count);
//! - they are named with a word for a person, such as `Respondent 3`, or after somebody the user named;
//! - there are at least two, each is that of several paragraphs, and they alternate.

use super::words::{fold, is_speaker};
use crate::line::{Line, LineRole};
use indexmap::IndexMap;

/// How often one style must follow another.
const MIN_CHANGES: usize = 3;
/// The fewest letters of a word for a person: programs call their own styles `p1` and `s1`.
const MIN_LETTERS: usize = 3;

/// Returns, for each line that starts a paragraph of a speaker, the name of its style.
pub(super) fn spoken<'l>(lines: &'l [Line], known: &[String]) -> Vec<(usize, &'l str)> {
    let known: Vec<String> = known.iter().map(|label| fold(label)).collect();
    let mut styled: Vec<(usize, &str)> =
        lines.iter().enumerate().filter_map(|(idx, line)| Some((idx, style_of(line)?))).collect();
    let mut uses: IndexMap<&str, usize> = IndexMap::new();
    styled.iter().for_each(|(_, style)| *uses.entry(style).or_default() += 1);
    uses.retain(|style, n| *n > 1 && may_speak(&fold(style), &known));
    styled.retain(|(_, style)| uses.contains_key(style));
    let n_changes = styled.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
    if n_changes < MIN_CHANGES {
        styled.clear();
    }
    styled
}

/// Returns the style of a line that starts a paragraph of running text.
fn style_of(line: &Line) -> Option<&str> {
    let is_speech = line.starts_paragraph && line.role == LineRole::Body && !line.is_blank();
    line.style.as_deref().filter(|_| is_speech)
}

fn may_speak(folded: &str, known: &[String]) -> bool {
    let n_letters = folded.chars().filter(|c| c.is_alphabetic()).count();
    known.iter().any(|label| label == folded) || (n_letters >= MIN_LETTERS && is_speaker(folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(names: &[&str], known: &[&str]) -> Vec<String> {
        let line = |name: &&str| Line {
            text: "Woorden.".to_owned(),
            starts_paragraph: true,
            style: Some((*name).to_owned()),
            ..Line::default()
        };
        let known: Vec<String> = known.iter().map(|label| (*label).to_owned()).collect();
        let lines: Vec<Line> = names.iter().map(line).collect();
        spoken(&lines, &known).into_iter().map(|(_, style)| style.to_owned()).collect()
    }

    #[test]
    fn styles_named_after_people_speak_when_they_alternate() {
        let names = ["Interviewer", "Respondent 3", "Interviewer", "Kader", "Respondent 3"];
        assert_eq!(styles(&names, &[]), ["Interviewer", "Respondent 3", "Interviewer", "Respondent 3"]);
        assert_eq!(styles(&["Anna", "Sam", "Anna", "Sam"], &["anna", "sam"]).len(), 4);
    }

    #[test]
    fn styles_of_ordinary_documents_do_not() {
        for names in [
            &["Tabeltekst", "Kader", "Tabeltekst", "Kader", "Tabeltekst"][..],
            &["Interviewer", "Moeder", "Kader"],
            &["Moeder", "Moeder", "Vader", "Vader"],
            &["Vraag", "Antwoord", "Vraag", "Antwoord"],
            &["Kind", "Kader", "Kind", "Kader"],
            &["p1", "s1", "p1", "s1", "p1"],
        ] {
            assert_eq!(styles(names, &[]), [""; 0], "{names:?}");
        }
    }
}
