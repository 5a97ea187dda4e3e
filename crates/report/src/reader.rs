//! Names, dates and numbers as the reader of the page sees them.

use crate::scope::Scope;
use crate::{ReportInput, address};
use draad_analysis::{CellState, FactorRow, Group, GroupKey, OutcomeGroup, Passage};
use draad_core::{
    AttributeValue, CaseId, CharSpan, CodeId, CodeKind, KindId, Language, LevelId, Participant, PhaseId,
    RoleId, Source, SourceId, Study, Valence, settings::Attribute,
};
use draad_literature::Literature;
use draad_words::Words;
use jiff::civil::Date;
use serde::Serialize;

/// A study with its results and the language of the page.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) study: &'a Study,
    pub(crate) input: &'a ReportInput<'a>,
    pub(crate) scope: &'a Scope<'a>,
    pub(crate) literature: &'a Literature,
    pub(crate) words: Words,
}

/// Words that lead somewhere in the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Link {
    /// What people read.
    pub(crate) text: String,
    /// Address, without `#`.
    pub(crate) to: String,
    /// What it means, for a tooltip and for those who cannot see it; may be empty.
    pub(crate) about: String,
    /// Name of the mark before it; may be empty.
    pub(crate) mark: &'static str,
}

impl<'a> Reader<'a> {
    pub(crate) fn language(&self) -> Language {
        self.words.language
    }

    /// Returns a sentence about `n` things.
    pub(crate) fn counted(&self, key: &str, n: usize) -> String {
        self.words.say_with(key, [("n", n.into())])
    }

    /// Returns `k of n`.
    pub(crate) fn k_of_n(&self, k: usize, n: usize) -> String {
        self.words.say_with("k-of-n", [("k", k.into()), ("n", n.into())])
    }

    /// Returns a balance with its sign, or the words for "there is none".
    pub(crate) fn signed(&self, value: Option<f64>) -> String {
        let Some(value) = value else {
            return self.words.say("report-no-value");
        };
        let text = self.words.number(value, 2);
        let is_positive = value > 0.0 && text.contains(|digit: char| ('1'..='9').contains(&digit));
        if is_positive { format!("+{text}") } else { text }
    }

    /// Returns a day in words.
    pub(crate) fn day(&self, date: Date) -> String {
        self.words.day(date)
    }

    /// Returns a day with its time in words from ISO text; text that is no date stays as it is.
    pub(crate) fn moment(&self, iso: &str) -> String {
        self.words.moment(iso)
    }

    /// Returns a case's id with its name, where it has one.
    pub(crate) fn case_name(&self, case: &CaseId) -> String {
        match self.study.cases.get(case) {
            Some(known) if !known.name.is_empty() => format!("{case} · {}", known.name),
            _ => case.to_string(),
        }
    }

    pub(crate) fn case_link(&self, case: &CaseId) -> Link {
        Link { text: case.to_string(), to: address::case(case), about: self.case_name(case), mark: "" }
    }

    /// Returns the cases with these positions in the table.
    pub(crate) fn case_links(&self, cases: &[usize]) -> Vec<Link> {
        cases.iter().map(|&case| self.case_link(&self.input.table.cases[case].id)).collect()
    }

    pub(crate) fn code_name(&self, code: &CodeId) -> String {
        self.study.codebook.get(code).map_or(code.as_str(), |code| code.name(self.language())).to_owned()
    }

    /// Returns whether a row only adds up what is below it: a heading with which nothing itself was coded. Its passages
    /// stand with the codes below it and are not repeated.
    pub(crate) fn only_adds_up(&self, row: &FactorRow) -> bool {
        row.kind == CodeKind::Heading && !self.scope.has_codings_of(&row.id)
    }

    /// Returns whether the page does without some things because it is large: see [`crate::is_large`].
    pub(crate) fn is_large(&self) -> bool {
        self.input.is_large
    }

    pub(crate) fn role_name(&self, role: &RoleId) -> String {
        self.study.settings.role_name(role, self.language())
    }

    pub(crate) fn kind_name(&self, kind: &KindId) -> String {
        self.study.settings.kind_name(kind, self.language())
    }

    pub(crate) fn phase_name(&self, phase: &PhaseId) -> String {
        self.study.settings.phase_name(phase, self.language())
    }

    pub(crate) fn level_name(&self, level: &LevelId) -> String {
        self.study.settings.level_name(level, self.language())
    }

    /// Returns the name of an outcome group; that of the only group of a study without outcome is "all cases".
    pub(crate) fn group_name(&self, group: &OutcomeGroup) -> String {
        draad_figures::outcome_group_name(&self.input.table.basis, group, self.words)
    }

    /// Returns what a participant is called.
    pub(crate) fn person_name(participant: &Participant) -> String {
        if participant.name.is_empty() { participant.id.to_string() } else { participant.name.clone() }
    }

    /// Returns the people whom a speaker label can mean in a source, joined; the label itself where it means nobody.
    pub(crate) fn speaker_name(&self, label: &str, source: &Source) -> String {
        let people = self.study.speakers_called(label, source);
        match people[..] {
            [] => label.to_owned(),
            [person] => Self::person_name(person),
            _ => {
                let names: Vec<_> = people.iter().map(|person| Self::person_name(person)).collect();
                let names = names.join(" / ");
                self.words
                    .say_with("report-speaker-unsure", [("label", label.into()), ("names", names.into())])
            }
        }
    }

    /// Returns where a stretch of a source starts in its original; empty where nobody knows.
    pub(crate) fn in_original(&self, source: &SourceId, chars: CharSpan) -> String {
        let source = self.study.sources.get(source);
        let original = source.and_then(|source| Some(source.in_original(source.text.span(chars)?)));
        self.words.in_original(original.unwrap_or_default())
    }

    /// Returns an attribute's value in words.
    pub(crate) fn value(&self, attribute: &Attribute, value: &AttributeValue) -> String {
        self.words.value(attribute, value)
    }

    pub(crate) fn state(&self, state: CellState) -> String {
        self.words.say(match state {
            CellState::Promoting => "state-promoting",
            CellState::Hindering => "state-hindering",
            CellState::Both => "state-both",
            CellState::Ambivalent => "state-ambivalent",
            CellState::Coded => "state-coded",
            CellState::NotFound => "state-not-found",
            CellState::NoMaterial => "state-no-material",
        })
    }

    pub(crate) fn valence(&self, valence: Option<Valence>) -> String {
        self.words.say(match valence {
            Some(Valence::Promoting) => "valence-promoting",
            Some(Valence::Hindering) => "valence-hindering",
            Some(Valence::Ambivalent) => "valence-ambivalent",
            None => "valence-none",
        })
    }
}

/// Returns the name of a value by which passages are grouped.
pub(crate) fn value_name(group: &Group, words: Words) -> String {
    match &group.key {
        GroupKey::Value(id) => group.label.or(words.language, id),
        GroupKey::All | GroupKey::NotStated => words.say("not-stated"),
    }
}

/// Returns the name of the mark of a cell.
pub(crate) fn state_mark(state: CellState) -> &'static str {
    state.into()
}

/// Returns the name of the mark of a passage: of its valences taken together.
pub(crate) fn passage_mark(passage: &Passage) -> &'static str {
    let has = |valence| passage.valences.contains(&valence);
    match (has(Valence::Promoting), has(Valence::Hindering), has(Valence::Ambivalent)) {
        (true, true, _) => "both",
        (true, false, _) => "promoting",
        (false, true, _) => "hindering",
        (false, false, true) => "ambivalent",
        (false, false, false) => "coded",
    }
}
