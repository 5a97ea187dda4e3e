//! Keyness: which words mark a group. Rows are words; how far to the right says how much more frequent, and size how frequent.

mod draw;

use crate::canvas::Ids;
use crate::caption::{data_sentence, filter_sentence};
use crate::figure::Figure;
use crate::style::Style;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Filter, Place, Problem, Study};
use draad_words::Words;

/// Words that are typical of groups, as whoever counted them hands them over.
#[derive(Clone, Debug, PartialEq)]
pub struct TypicalWords {
    /// The groups, each against the rest.
    pub groups: Vec<TypicalGroup>,
    /// The filter.
    pub filter: Filter,
    /// What a word needs to be listed: how often, in how many sources and in how many cases.
    pub least: (u64, usize, usize),
    /// By what the words are ordered, as in the key `words-order-…`.
    pub order: &'static str,
    /// Whether forms of one stem are one word.
    pub stems: bool,
    /// What was left out beside this: a list of stop words, in a sentence.
    pub stop_words: Option<String>,
    /// Hash of data and codebook.
    pub fingerprint: String,
    /// Version of the software.
    pub version: &'static str,
}

/// A group and its words.
#[derive(Clone, Debug, PartialEq)]
pub struct TypicalGroup {
    /// What it is called, key included: "rol: kind".
    pub name: String,
    /// Its id.
    pub id: String,
    /// How many words it has and the rest has.
    pub n_words: (u64, u64),
    /// How many words would be listed without a limit.
    pub n_candidates: usize,
    /// The words, in their order.
    pub words: Vec<TypicalWord>,
}

/// A word.
#[derive(Clone, Debug, PartialEq)]
pub struct TypicalWord {
    /// How it is written most often.
    pub word: String,
    /// How often it occurs in the group and in the rest.
    pub n: (u64, u64),
    /// In how many of how many sources of the group.
    pub sources: (usize, usize),
    /// In how many of how many cases of the group.
    pub cases: (usize, usize),
    /// The log ratio: 1 is twice as frequent as in the rest.
    pub log_ratio: f64,
    /// Log-likelihood.
    pub log_likelihood: f64,
    /// How unevenly it is spread over the sources: 0 even, 1 all in the smallest.
    pub dispersion: Option<f64>,
    /// Whether one source holds more than half of it.
    pub one_source: bool,
}

/// Draws the words that are typical of groups. `study` gives the filter its names.
///
/// # Errors
/// `NothingToShow` where no word is typical and frequent enough.
pub fn keyness(typical: &TypicalWords, study: &Study, style: &Style) -> Outcome<Figure> {
    if typical.groups.iter().all(|group| group.words.is_empty()) {
        let problem = Problem::NothingToShow { reason: "no-typical-words".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let alt = alt(typical, style.words);
    let pages = draw::pages(typical, style, &alt, &mut Ids::default());
    let caption = caption(typical, study, style.words);
    Ok(Figure::new("keyness", pages, caption, alt, style.words))
}

fn caption(typical: &TypicalWords, study: &Study, words: Words) -> String {
    let all = || typical.groups.iter().flat_map(|group| &group.words);
    let mut sentences = vec![words.say("figure-keyness-what"), words.say("figure-keyness-dots")];
    if all().any(|word| word.n.1 == 0) {
        sentences.push(words.say("figure-keyness-rings"));
    }
    sentences.push(words.say("figure-keyness-columns"));
    if all().any(|word| word.one_source) {
        sentences.push(words.say("figure-keyness-flag"));
    }
    sentences.extend(typical.groups.iter().filter(|group| !group.words.is_empty()).map(|group| {
        words.say_with(
            "figure-keyness-extent",
            [
                ("name", group.name.clone().into()),
                ("target", words.whole(group.n_words.0).into()),
                ("rest", words.whole(group.n_words.1).into()),
            ],
        )
    }));
    sentences.push(thresholds_sentence(typical, words));
    sentences.push(words.say(if typical.stems { "words-by-stem" } else { "words-by-spelling" }));
    sentences.extend(typical.stop_words.clone());
    sentences.push(words.say("words-no-p"));
    sentences.push(filter_sentence(&typical.filter, study, words));
    sentences.push(data_sentence(&typical.fingerprint, typical.version, words));
    sentences.join(" ")
}

fn thresholds_sentence(typical: &TypicalWords, words: Words) -> String {
    let (count, sources, cases) = typical.least;
    let shown: usize = typical.groups.iter().map(|group| group.words.len()).sum();
    let candidates: usize = typical.groups.iter().map(|group| group.n_candidates).sum();
    words.say_with(
        "words-thresholds",
        [
            ("count", words.whole(count).into()),
            ("sources", words.say_with("n-sources", [("n", sources.max(1).into())]).into()),
            ("cases", cases.max(1).into()),
            ("shown", words.whole(shown as u64).into()),
            ("n", words.whole(candidates as u64).into()),
            ("order", words.say(&format!("words-order-{}", typical.order)).into()),
        ],
    )
}

/// Names the first words of each group.
fn alt(typical: &TypicalWords, words: Words) -> String {
    let group = |group: &TypicalGroup| {
        let first = group.words.iter().take(3).map(|word| format!("‘{}’", word.word));
        format!("{}: {}", group.name, first.collect::<Vec<_>>().join(", "))
    };
    let groups: Vec<String> =
        typical.groups.iter().filter(|group| !group.words.is_empty()).map(group).collect();
    let n: usize = typical.groups.iter().map(|group| group.words.len()).sum();
    words.say_with("figure-keyness-alt", [("n", n.into()), ("groups", groups.join("; ").into())])
}
