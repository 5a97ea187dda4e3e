//! What findings are asked: to which part of a theme they belong, what a panel makes of them, and which pass a filter.

use crate::case::Extra;
use crate::facts::Facts;
use crate::filter::nearest;
use crate::records::PassageRef;
use crate::{CharSpan, CodeId, Feedback, Filter, Finding, SourceId, Study};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a theme, as a Kenniscafé writes it up.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FindingPart {
    /// What became visible.
    Visible,
    /// A field of tension.
    Tension,
    /// A lead: something to go on with.
    Lead,
}

impl FindingPart {
    /// Returns the part that a word in Dutch or English means.
    pub fn called(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().as_str() {
            "zichtbaar" | "wat zichtbaar werd" => Some(FindingPart::Visible),
            "spanningsveld" | "spanningsvelden" | "spanning" | "tensions" => Some(FindingPart::Tension),
            "aanknopingspunt" | "aanknopingspunten" | "leads" => Some(FindingPart::Lead),
            other => other.parse().ok(),
        }
    }
}

impl Finding {
    /// Makes a finding with nothing but an id.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: String::new(),
            plain: String::new(),
            part: String::new(),
            theme: String::new(),
            codes: Vec::new(),
            passages_for: Vec::new(),
            passages_against: Vec::new(),
            references: Vec::new(),
            body: String::new(),
        }
    }

    /// Returns the part of its theme that it is; nothing where none is named, or a word that is none.
    pub fn theme_part(&self) -> Option<FindingPart> {
        FindingPart::called(&self.part)
    }

    /// Returns its sentence, or its id where it has none.
    pub fn sentence(&self) -> &str {
        if self.title.is_empty() { &self.id } else { &self.title }
    }

    /// Returns its sentence in plain words, or else its own.
    pub fn plain_sentence(&self) -> &str {
        if self.plain.is_empty() { self.sentence() } else { &self.plain }
    }
}

/// What a member of a panel makes of a finding.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum PanelVerdict {
    /// Recognises it.
    Agrees,
    /// Recognises it in part, or only under conditions.
    Nuances,
    /// Does not recognise it.
    Rejects,
}

/// What people write, by what they mean.
const CALLED: [(PanelVerdict, &[&str]); 3] = [
    (
        PanelVerdict::Agrees,
        &[
            "agrees",
            "agree",
            "agreed",
            "recognises",
            "recognisable",
            "yes",
            "herkenbaar",
            "herkent",
            "herken",
            "herken ik",
            "eens",
            "mee eens",
            "klopt",
            "ja",
        ],
    ),
    (
        PanelVerdict::Nuances,
        &[
            "nuances",
            "nuance",
            "nuanced",
            "partly",
            "nuanceert",
            "nuancering",
            "deels",
            "deels herkenbaar",
            "gedeeltelijk",
        ],
    ),
    (
        PanelVerdict::Rejects,
        &[
            "rejects",
            "reject",
            "rejected",
            "not recognised",
            "no",
            "herken ik niet",
            "herkent niet",
            "niet herkenbaar",
            "oneens",
            "niet mee eens",
            "verwerpt",
            "klopt niet",
            "nee",
        ],
    ),
];

impl PanelVerdict {
    /// Returns the verdict that a word in Dutch or English means.
    pub fn called(word: &str) -> Option<Self> {
        let word =
            word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace(['-', '_'], " ");
        CALLED.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(verdict, _)| *verdict)
    }

    /// Returns the verdict, or the words as they are where they are none.
    ///
    /// # Errors
    /// The words; empty where nothing was said.
    pub fn read(words: &str) -> Result<Self, String> {
        Self::called(words).ok_or_else(|| words.to_owned())
    }

    /// Returns the word most like one that is no verdict, or an empty text.
    pub fn nearest(word: &str) -> String {
        let known = CALLED.iter().flat_map(|(_, words)| words.iter().copied());
        nearest(&word.trim().to_lowercase(), known)
    }
}

/// Who speaks of which finding: finding, panel and respondent. Nothing where the respondent has no name.
pub type VerdictKey<'f> = Option<(&'f str, &'f str, &'f str)>;

impl Feedback {
    /// Makes what a respondent made of a finding, without a remark; `verdict` is read as people write it.
    pub fn new(
        finding: impl Into<String>,
        panel: impl Into<String>,
        respondent: impl Into<String>,
        verdict: &str,
    ) -> Self {
        Self {
            finding: finding.into(),
            panel: panel.into(),
            respondent: respondent.into(),
            verdict: PanelVerdict::read(verdict),
            remark: String::new(),
            extra: Extra::new(),
        }
    }

    /// Returns who speaks of which finding.
    pub fn key(&self) -> VerdictKey<'_> {
        (!self.respondent.is_empty()).then_some((&self.finding, &self.panel, &self.respondent))
    }
}

/// Returns the rows that count, in their order: of each respondent the last about a finding; rows without a respondent are
/// a person each.
pub fn counting(feedback: &[Feedback]) -> Vec<&Feedback> {
    let mut last = BTreeMap::new();
    last.extend(feedback.iter().enumerate().filter_map(|(at, row)| Some((row.key()?, at))));
    let counts = |(at, row): &(usize, &Feedback)| row.key().is_none_or(|key| last[&key] == *at);
    feedback.iter().enumerate().filter(counts).map(|(_, row)| row).collect()
}

/// Which findings pass a filter, and which of their passages: a finding passes when it names a code that passes, or none,
/// and a passage in material that passes, or none.
pub struct FindingScope<'s> {
    is_whole: bool,
    codes: Option<BTreeSet<CodeId>>,
    material: BTreeMap<&'s SourceId, Vec<CharSpan>>,
}

impl<'s> FindingScope<'s> {
    /// Takes what `filter` left of a study, as `facts` has it.
    pub fn new(study: &'s Study, facts: &Facts, filter: &Filter) -> Self {
        let mut material: BTreeMap<&SourceId, Vec<CharSpan>> = BTreeMap::new();
        for part in &facts.material {
            material.entry(&study.sources[part.source as usize].id).or_default().push(part.chars);
        }
        Self { is_whole: filter.is_empty(), codes: filter.code_set(&study.codebook), material }
    }

    /// Returns whether a finding passes.
    pub fn holds(&self, finding: &Finding) -> bool {
        let passages = || finding.passages_for.iter().chain(&finding.passages_against);
        let by_code = finding.codes.is_empty() || finding.codes.iter().any(|code| self.holds_code(code));
        let by_passage = passages().next().is_none() || passages().any(|passage| self.holds_passage(passage));
        by_code && by_passage
    }

    /// Returns whether a passage that a finding names passes.
    pub fn holds_passage(&self, passage: &PassageRef) -> bool {
        self.is_whole || self.holds_words(&passage.source, passage.chars)
    }

    /// Returns whether a code passes.
    pub fn holds_code(&self, code: &CodeId) -> bool {
        self.codes.as_ref().is_none_or(|codes| codes.contains(code))
    }

    /// Returns whether there is material that passes in a source.
    pub fn has_material(&self, source: &SourceId) -> bool {
        self.material.contains_key(source)
    }

    /// Returns whether words touch material that passes.
    pub fn holds_words(&self, source: &SourceId, chars: CharSpan) -> bool {
        self.material.get(source).is_some_and(|parts| parts.iter().any(|part| part.overlaps(chars)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use strum::IntoEnumIterator;

    #[test]
    fn verdicts_are_read_in_both_languages_and_other_words_stay_as_they_are() {
        for verdict in PanelVerdict::iter() {
            assert_eq!(PanelVerdict::called(verdict.into()), Some(verdict), "what is written is read again");
        }
        assert_eq!(PanelVerdict::called(" Herken ik  NIET "), Some(PanelVerdict::Rejects));
        assert_eq!(PanelVerdict::called("mee-eens"), Some(PanelVerdict::Agrees));
        assert_eq!(PanelVerdict::read("Genuanceerd, dat wel"), Err("Genuanceerd, dat wel".to_owned()));
        assert_eq!(PanelVerdict::nearest("herkenbar"), "herkenbaar");
        assert_eq!(PanelVerdict::nearest("xyzzyxyzzy"), "");
        let all: Vec<&str> = CALLED.iter().flat_map(|(_, words)| words.iter().copied()).collect();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "no word means two things");
    }

    #[test]
    fn the_last_word_of_a_respondent_counts_and_the_nameless_all_count() {
        let rows = [
            Feedback::new("f", "ouders", "o1", "agrees"),
            Feedback::new("f", "ouders", "", "agrees"),
            Feedback::new("g", "ouders", "o1", "rejects"),
            Feedback::new("f", "experts", "o1", "agrees"),
            Feedback::new("f", "ouders", "", "agrees"),
            Feedback::new("f", "ouders", "o1", "nuances"),
        ];
        let counted: Vec<&Feedback> = counting(&rows);
        assert_eq!(counted, rows[1..].iter().collect::<Vec<_>>());
    }
}
