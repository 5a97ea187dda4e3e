//! Names that the study knows, so that none gets into a publication unseen.

use draad_analysis::Passage;
use draad_core::Study;
use draad_report::document::{Inline, Line};
use draad_words::Words;
use std::collections::BTreeSet;

/// The fewest letters of a name that is looked for: shorter ones are initials and syllables.
const LEAST_LETTERS: usize = 3;

/// The names that the study knows, and of whom they are.
pub(super) struct Names<'s> {
    names: Vec<Name<'s>>,
}

/// A word that names somebody.
struct Name<'s> {
    word: String,
    in_capitals: String,
    /// The id of whom it names.
    id: String,
    /// The cases to which he or she belongs.
    cases: Vec<&'s str>,
}

impl<'s> Names<'s> {
    pub(super) fn new(study: &'s Study) -> Self {
        let mut names = Vec::new();
        let withhold = &study.settings.archive.withhold;
        for case in study.cases.values() {
            let words = name_words(&case.name);
            names.extend(words.map(|word| Name::new(word, case.id.to_string(), vec![case.id.as_str()])));
        }
        for person in study.participants.values() {
            let cases: Vec<&str> = person.cases.iter().map(|case| case.as_str()).collect();
            let withheld = withhold.iter().filter_map(|column| person.extra.get(column));
            let texts = person.labels.iter().chain([&person.name]).chain(withheld);
            let words = texts.flat_map(|text| name_words(text));
            let mut known: Vec<String> = words.collect();
            known.sort_unstable();
            known.dedup();
            let id = person.id.as_str();
            names.extend(known.into_iter().map(|word| Name::new(word, id.to_owned(), cases.clone())));
        }
        Self { names }
    }

    /// Returns the words of a passage in which each name is a field with an id, and how many there are. Whose name it is, is
    /// known only within a case: of a name that the study knows from another case, it is left open.
    pub(super) fn replaced(&self, passage: &Passage, words: Words) -> (Line, usize) {
        let (mut line, mut plain, mut n) = (Line::new(), String::new(), 0);
        for piece in pieces(&passage.text) {
            let named: Vec<_> = self.names.iter().filter(|name| name.is_said(piece)).collect();
            if named.is_empty() {
                plain += piece;
                continue;
            }
            let own = named.iter().find(|name| name.cases.contains(&passage.case.as_str()));
            let id = own.map_or_else(String::new, |name| format!("[{}]", name.id));
            line.extend((!plain.is_empty()).then(|| Inline::plain(std::mem::take(&mut plain))));
            line.push(Inline::field(words.say("manuscript-quote-name"), id));
            n += 1;
        }
        line.extend((!plain.is_empty()).then(|| Inline::plain(plain)));
        (line, n)
    }

    /// Returns the names that stand in the words of a drawing, each once, sorted.
    pub(super) fn in_drawing(&self, svg: &str) -> Vec<&str> {
        let words: BTreeSet<&str> = svg
            .split('<')
            .filter_map(|part| part.split_once('>'))
            .flat_map(|(_, text)| pieces(text))
            .collect();
        let said = self.names.iter().filter(|name| words.iter().any(|word| name.is_said(word)));
        said.map(|name| name.word.as_str()).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

impl<'s> Name<'s> {
    fn new(word: String, id: String, cases: Vec<&'s str>) -> Self {
        Self { in_capitals: word.to_uppercase(), word, id, cases }
    }

    /// Whether a word is this name: as it is written, in capitals, or as what is somebody's: `Noors jas`.
    fn is_said(&self, word: &str) -> bool {
        let is = |word: &str| word == self.word || word == self.in_capitals;
        is(word) || word.strip_suffix(['s', 'S']).is_some_and(is)
    }
}

/// Returns the words of a label that are names: capital first, and long enough.
fn name_words(text: &str) -> impl Iterator<Item = String> {
    let is_name = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() >= LEAST_LETTERS
    };
    text.split(|letter: char| !letter.is_alphabetic()).filter(is_name).map(str::to_owned)
}

/// Cuts a text between letters and other signs, so that each word is a piece of its own.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut was_letter = None;
    for (place, letter) in text.char_indices() {
        let is_letter = letter.is_alphabetic();
        if was_letter.replace(is_letter).is_some_and(|was| was != is_letter) {
            pieces.push(&text[start..place]);
            start = place;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noor() -> Name<'static> {
        Name::new("Noor".into(), "p01".into(), vec!["p01"])
    }

    #[test]
    fn names_are_words_with_a_capital() {
        assert_eq!(name_words("Samira mama Noor").collect::<Vec<_>>(), ["Samira", "Noor"]);
        assert_eq!(name_words("M").count(), 0);
        assert_eq!(pieces("Noors, en Noor!"), ["Noors", ", ", "en", " ", "Noor", "!"]);
    }

    #[test]
    fn names_are_found_in_what_a_drawing_shows_and_not_in_its_signs() {
        let names = Names { names: vec![noor()] };
        assert_eq!(names.in_drawing("<svg id=\"Noor\"><text>van Noor.</text></svg>"), ["Noor"]);
        assert!(names.in_drawing("<svg id=\"Noor\"><text>Noordzee</text></svg>").is_empty());
    }

    #[test]
    fn a_name_is_known_in_capitals_and_as_what_is_somebodys() {
        for word in ["Noor", "NOOR", "Noors", "NOORS"] {
            assert!(noor().is_said(word), "{word}");
        }
        for word in ["noor", "Noord", "Noorse", "s", "S"] {
            assert!(!noor().is_said(word), "{word}");
        }
    }

    #[test]
    fn a_name_that_may_not_leave_the_study_is_a_name() {
        let folder =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/gedeeld-opvoederschap");
        let project = crate::Project::open(Some(&folder), std::path::Path::new("/"), None).unwrap();
        let mut study = project.loaded.study.clone();
        study.settings.archive.withhold = vec!["echte_naam".into()];
        let person = study.participants.values_mut().next().unwrap();
        person.extra.insert("echte_naam".into(), "Wilhelmina van Wezelaar".into());
        let names = Names::new(&study);
        assert_eq!(
            names.in_drawing("<text>Wezelaars tuin, van Wilhelmina</text>"),
            ["Wezelaar", "Wilhelmina"]
        );
    }
}
