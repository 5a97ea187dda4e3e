//! Sheets to fill in: findings for a session of joint meaning-making ([`kenniscafe`]), and for a panel ([`verification`]).
//!
//! Both show words of several perspectives, and neither a count: nothing on them reads as a vote or a ranking.

mod kenniscafe;
mod prose;
mod verification;

pub use kenniscafe::kenniscafe;
pub use verification::verification;

use crate::document::{Block, QuotedWords};
use draad_analysis::{Basis, Perspective};
use draad_core::{Finding, Study};
use draad_figures::{data_sentence, filter_sentence};
use draad_words::Words;

/// Findings with the passages that are shown with them.
#[derive(Clone, Debug)]
pub struct Sheet<'s> {
    /// The study.
    pub study: &'s Study,
    /// Findings, in the order of the sheet.
    pub findings: Vec<SheetFinding<'s>>,
    /// What was filtered, and from which data.
    pub basis: &'s Basis,
    /// The command that makes it again.
    pub command: &'s str,
    /// Its language.
    pub words: Words,
}

/// A finding with some passages.
#[derive(Clone, Debug)]
pub struct SheetFinding<'s> {
    /// The finding.
    pub finding: &'s Finding,
    /// Passages of several perspectives.
    pub passages: Vec<Perspective>,
}

impl Sheet<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    /// What the sheet rests on: filter, data and version.
    fn rests_on(&self) -> (String, String) {
        let filter = filter_sentence(&self.basis.filter, self.study, self.words);
        let data = data_sentence(&self.basis.fingerprint, self.basis.version, self.words);
        let made = self.words.say_with("sheet-made-with", [("command", self.command.to_owned().into())]);
        (self.say("sheet-basis"), format!("{filter} {data} {made}"))
    }

    /// A passage with who speaks; `source_line` says more where the reader may know more.
    fn quote(&self, passage: &Perspective, source_line: String) -> Block {
        let source = &self.study.sources[&passage.source];
        let words = source.text.span(passage.chars).and_then(|span| source.text.get(span));
        let words = words.unwrap_or_default().to_owned();
        Block::Quote(QuotedWords { words, source_line, ..QuotedWords::default() })
    }

    /// The role of who speaks, or what is said where it is not known.
    fn role(&self, passage: &Perspective) -> String {
        let role = passage.role.as_ref().and_then(|role| self.study.settings.role(role));
        role.map_or_else(|| self.say("sheet-role-unknown"), |role| role.name(self.words.language))
    }
}
