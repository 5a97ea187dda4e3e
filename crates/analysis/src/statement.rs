//! What a table says in so many words, so that two runs of it can be compared.

use serde::Serialize;

/// One thing a table says, comparable between runs: it survives when an equal statement is made again. So its value holds
/// no number that every change of the material moves: "leans promoting", not "balance 0.43".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Statement {
    /// What kind of thing is said, in kebab case; the sentence for people is `statement-<claim>`.
    pub claim: &'static str,
    /// Of what it is said: ids of the study, the first two of which the sentence names; where there are three, the
    /// second and third are what is compared, and the value is one of them.
    pub subject: Vec<String>,
    /// What is said of it: a word in kebab case or an id; may be empty.
    pub value: String,
}

impl Statement {
    /// Makes a statement.
    pub fn new<const N: usize>(claim: &'static str, subject: [&str; N], value: impl Into<String>) -> Self {
        Self { claim, subject: subject.map(str::to_owned).to_vec(), value: value.into() }
    }

    /// Returns whether another statement answers the same question: the same claim about the same subject.
    pub fn is_about_the_same(&self, other: &Statement) -> bool {
        self.claim == other.claim && self.subject == other.subject
    }
}
