//! What a query says, as a tree.

/// Part of a query and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) what: What,
    /// Characters of the query before it.
    pub(crate) at: usize,
}

/// What a part of a query asks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    /// All of these.
    All(Vec<Node>),
    /// At least one of these.
    Any(Vec<Node>),
    /// Not this.
    Not(Box<Node>),
    /// Words.
    Words(Pattern),
    /// One coding.
    Coding(CodingTest),
    /// Where, when and by whom it was said.
    Field(FieldTest),
    /// A saved query, by its name.
    Saved(String),
    /// Those of the left that stand in this relation to one of the right.
    Related(Box<Related>),
}

/// Two parts and how they must stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Related {
    pub(crate) left: Node,
    pub(crate) relation: Relation,
    /// Those of the left that stand so to *none* of the right.
    pub(crate) is_negated: bool,
    pub(crate) right: Node,
}

/// Words to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// A word in all its forms.
    Stem(String),
    /// Exactly these words, in this order.
    Phrase(String),
    /// `*` stands for any letters.
    Wild(String),
    /// A regular expression for one whole word.
    Regex(String),
    /// A word with so many letters added, left out or changed.
    Fuzzy(String, u8),
}

/// How two stretches of one source stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// They share a character.
    Overlaps,
    /// The left lies in the right.
    Within,
    /// The right lies in the left.
    Encloses,
    /// They cover the same characters.
    Equals,
    /// At most so far apart, whichever comes first; stretches that overlap are near.
    Near(Distance),
    /// The left ends before the right begins, at most so far apart.
    Before(Option<Distance>),
    /// The left begins after the right ends, at most so far apart.
    After(Option<Distance>),
}

/// How far apart two stretches may be: the gap between their nearer ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Distance {
    pub(crate) n: u32,
    pub(crate) step: Step,
}

/// In what a distance is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Characters between the two.
    Characters,
    /// Words between the two.
    Words,
    /// How many units further; 0 is the same unit.
    Units,
    /// How many lines of the stored text further; 0 is the same line.
    Paragraphs,
}

/// Conditions that one coding must meet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct CodingTest {
    pub(crate) fields: Vec<CodingField>,
}

/// A condition on a coding.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CodingField {
    pub(crate) test: FieldTest,
    pub(crate) is_negated: bool,
}

/// A field with the values it may have.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FieldTest {
    pub(crate) name: FieldName,
    /// The comparison between name and value, where it is not a colon: `>=`.
    pub(crate) comparison: String,
    /// One of these.
    pub(crate) values: Vec<Given>,
    /// Characters of the query before it.
    pub(crate) at: usize,
}

/// A value as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) text: String,
    /// Written with `=` before it: only this, nothing below it.
    pub(crate) is_exact: bool,
    /// Characters of the query before it.
    pub(crate) at: usize,
}

/// What a field is about.
#[derive(Clone, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum FieldName {
    Case,
    Kind,
    Source,
    Role,
    Speaker,
    Participant,
    Phase,
    Date,
    Outcome,
    Code,
    Valence,
    Coder,
    Memo,
    Weight,
    Query,
    /// An attribute of cases, by the name that the study gives it.
    #[strum(disabled)]
    Attribute(String),
}

impl FieldName {
    /// Returns whether it is about a coding.
    pub(crate) fn is_of_coding(&self) -> bool {
        matches!(
            self,
            FieldName::Code | FieldName::Valence | FieldName::Coder | FieldName::Memo | FieldName::Weight
        )
    }

    /// Returns the name as it is written.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            FieldName::Attribute(name) => name,
            known => known.into(),
        }
    }
}

impl CodingTest {
    /// Returns whether it asks for a code.
    pub(crate) fn has_code(&self) -> bool {
        self.fields.iter().any(|field| field.test.name == FieldName::Code)
    }
}

impl Node {
    /// Returns whether it looks for words by their stem.
    pub(crate) fn has_stems(&self) -> bool {
        match &self.what {
            What::Words(pattern) => matches!(pattern, Pattern::Stem(_)),
            What::All(parts) | What::Any(parts) => parts.iter().any(Node::has_stems),
            What::Not(inner) => inner.has_stems(),
            What::Related(related) => related.left.has_stems() || related.right.has_stems(),
            What::Coding(_) | What::Field(_) | What::Saved(_) => false,
        }
    }
}
