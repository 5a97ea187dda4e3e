//! The section on methods: paragraphs with a field for each number, and open fields where only the author knows.

use super::Known;
use super::Topic::{self, *};
use super::sentence::paragraph;
use crate::document::{Block, Inline, Line};

/// Paragraphs under their heads: the topics of each, and what is left to the author after them.
const PARTS: [(&str, &[Topic], &[&str]); 6] = [
    ("design", &[Cases], &["approach"]),
    ("participants", &[People, Repeats], &["recruitment", "ethics"]),
    ("material", &[Sources, Period, Recordings, Contacts, Processing], &["collection"]),
    ("coding", &[CodeTree, Origin, Coders, Policy, Units], &[]),
    (
        "quality",
        &[Shared, Agreement, Adjudicated, Triangulation, Deviant, Findings, Panels, Notes],
        &["reflexivity"],
    ),
    ("saturation", &[Saturation, Software], &[]),
];

/// Returns the section on methods without its heading; what the study does not know is left out, but for what every such
/// section needs and only the author can say.
pub fn methods(known: &Known) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (key, topics, open) in PARTS {
        let told = topics.iter().filter_map(|topic| known.told(*topic));
        let open = open.iter().map(|key| open_sentence(known, key));
        let line = paragraph(told.chain(open));
        if !line.is_empty() {
            blocks.push(Block::heading(2, known.words.say(&format!("methods-{key}"))));
            blocks.push(Block::Paragraph(line));
        }
    }
    blocks
}

/// A sentence that the author writes: a field that says what is asked.
fn open_sentence(known: &Known, key: &str) -> Line {
    vec![Inline::open(known.words.say(&format!("methods-open-{key}")))]
}
