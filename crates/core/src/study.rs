//! The study as a whole.

use crate::{
    Adjudication, BatchId, Case, CaseId, CasePhase, CaseSpan, Codebook, CoderId, Coding, Condition,
    ConditionId, Design, Event, Feedback, Finding, Membership, Memo, OwnTable, Participant, ParticipantId,
    Proposal, QueryId, References, Route, SavedQuery, Score, Settings, Source, SourceId, TableId, id,
};
use indexmap::IndexMap;
use std::collections::BTreeMap;

/// Everything a study folder holds, in memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Study {
    /// `study.toml`.
    pub settings: Settings,
    /// `cases.csv`, in its order.
    pub cases: IndexMap<CaseId, Case>,
    /// `participants.csv`, in its order.
    pub participants: IndexMap<ParticipantId, Participant>,
    /// `codebook.csv`.
    pub codebook: Codebook,
    /// `sources.csv` with texts and units, in its order.
    pub sources: IndexMap<SourceId, Source>,
    /// All codings, sorted by [`Study::sort_codings`]: source, span, code, coder, id.
    pub codings: Vec<Coding>,
    /// `memos/`, by id.
    pub memos: Vec<Memo>,
    /// `phases.csv`.
    pub case_phases: Vec<CasePhase>,
    /// `case_spans.csv`.
    pub case_spans: Vec<CaseSpan>,
    /// `events.csv`.
    pub events: Vec<Event>,
    /// `scores.csv`.
    pub scores: Vec<Score>,
    /// `conditions.toml`, in its order.
    pub conditions: IndexMap<ConditionId, Condition>,
    /// `memberships.csv`, in its order: who scored which case for which condition, and what it rests on.
    pub memberships: Vec<Membership>,
    /// `feedback.csv`.
    pub feedback: Vec<Feedback>,
    /// `findings/`, by id.
    pub findings: Vec<Finding>,
    /// `references.bib`.
    pub references: References,
    /// `queries.toml`, in its order.
    pub queries: IndexMap<QueryId, SavedQuery>,
    /// `tables.toml`, in its order.
    pub tables: IndexMap<TableId, OwnTable>,
    /// `design.toml`.
    pub design: Design,
    /// `route.toml`.
    pub route: Route,
    /// `proposals/`, by batch, in the order of their files. They are no codings: nothing counts them.
    pub proposals: BTreeMap<BatchId, Vec<Proposal>>,
    /// `adjudication/`, by the coder in whose name the layer stands, in the order of their files.
    pub adjudications: BTreeMap<CoderId, Vec<Adjudication>>,
}

impl Study {
    /// Makes a study without any material.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            cases: IndexMap::new(),
            participants: IndexMap::new(),
            codebook: Codebook::default(),
            sources: IndexMap::new(),
            codings: Vec::new(),
            memos: Vec::new(),
            case_phases: Vec::new(),
            case_spans: Vec::new(),
            events: Vec::new(),
            scores: Vec::new(),
            conditions: IndexMap::new(),
            memberships: Vec::new(),
            feedback: Vec::new(),
            findings: Vec::new(),
            references: References::default(),
            queries: IndexMap::new(),
            tables: IndexMap::new(),
            design: Design::default(),
            route: Route::default(),
            proposals: BTreeMap::new(),
            adjudications: BTreeMap::new(),
        }
    }

    /// Puts the codings into their one order: by place of the source in `sources.csv`, then span (whole-source codings
    /// first), code, coder and id.
    pub fn sort_codings(&mut self) {
        let place = |coding: &Coding| self.sources.get_index_of(&coding.source).unwrap_or(usize::MAX);
        let mut keyed: Vec<(usize, Coding)> =
            std::mem::take(&mut self.codings).into_iter().map(|c| (place(&c), c)).collect();
        keyed.sort_by(|(place_a, a), (place_b, b)| {
            let key = |c: &Coding| c.target.span().map(|span| (span.start(), span.end()));
            (place_a, key(a), &a.code, &a.coder, &a.id).cmp(&(place_b, key(b), &b.code, &b.coder, &b.id))
        });
        self.codings = keyed.into_iter().map(|(_, coding)| coding).collect();
    }

    /// Returns the case that people mean by `text`: the one with that id, or else the only one with that name.
    pub fn case_called(&self, text: &str) -> Option<&Case> {
        let wanted = id::folded(text.trim());
        let called = self.cases.values().filter(|case| id::folded(&case.name) == wanted);
        self.cases.get(id::composed(text.trim()).as_str()).or_else(|| only(called, &wanted))
    }

    /// Returns the participant that people mean by `text`: the one with that id, or else the only one with that label or
    /// name, of the people of `case` where it is given.
    pub fn participant_called(&self, text: &str, case: Option<&str>) -> Option<&Participant> {
        let wanted = id::folded(text.trim());
        let is_there = |person: &&Participant| {
            case.is_none_or(|case| person.cases.iter().any(|own| own.as_str() == case))
        };
        let has_name = |person: &&Participant| {
            let mut names = person.labels.iter().chain([&person.name]);
            names.any(|name| id::folded(name) == wanted)
        };
        let called = self.participants.values().filter(is_there).filter(has_name);
        self.participants.get(id::composed(text.trim()).as_str()).or_else(|| only(called, &wanted))
    }

    /// Returns the participants that a speaker label can mean in `source`: those with that id or label among the
    /// source's participants, or else among the people of its cases.
    pub fn speakers_called<'a>(&'a self, label: &str, source: &Source) -> Vec<&'a Participant> {
        if let Some(participant) = self.participants.get(label) {
            return vec![participant];
        }
        let has_label = |p: &&Participant| p.labels.iter().any(|own| own == label);
        let listed: Vec<_> =
            source.participants.iter().filter_map(|id| self.participants.get(id)).filter(has_label).collect();
        if !listed.is_empty() {
            return listed;
        }
        let in_cases = |p: &&Participant| p.cases.iter().any(|case| source.cases.contains(case));
        self.participants.values().filter(in_cases).filter(has_label).collect()
    }

    /// Returns the participant whom a speaker label means in `source`, where it means exactly one.
    pub fn speaker<'a>(&'a self, label: &str, source: &Source) -> Option<&'a Participant> {
        match self.speakers_called(label, source)[..] {
            [participant] => Some(participant),
            _ => None,
        }
    }
}

impl Study {
    /// Returns all coders: those in the settings, then those who coded or scored, each once.
    pub fn coders(&self) -> Vec<CoderId> {
        let listed: Vec<_> = self.settings.coders.iter().map(|coder| coder.id.clone()).collect();
        let used: std::collections::BTreeSet<_> = self
            .codings
            .iter()
            .map(|coding| &coding.coder)
            .chain(self.memberships.iter().map(|row| &row.coder))
            .collect();
        let further: Vec<_> = used.into_iter().filter(|coder| !listed.contains(coder)).cloned().collect();
        listed.into_iter().chain(further).collect()
    }

    /// Returns the coders who are people: not those in whose name decisions about disagreements are kept.
    pub fn human_coders(&self) -> Vec<CoderId> {
        let mut coders = self.coders();
        coders.retain(|coder| !self.adjudications.contains_key(coder));
        coders
    }

    /// Returns the sources of which a layer holds what was decided, be it that nothing is coded.
    pub fn closed_sources(&self, layer: &CoderId) -> impl Iterator<Item = &SourceId> {
        let rows = self.adjudications.get(layer).into_iter().flatten();
        rows.filter(|row| row.closed.is_some()).map(|row| &row.source)
    }

    /// Returns the name to show for a speaker label in `source`: the participant's pseudonym where the label means one
    /// person who has one, else the label.
    pub fn speaker_name(&self, label: &str, source: &Source) -> String {
        let named = self.speaker(label, source).filter(|participant| !participant.name.is_empty());
        named.map_or_else(|| label.to_owned(), |participant| participant.name.clone())
    }
}

/// Returns the one that is called so, unless there are more, or nobody is called anything.
fn only<T>(mut called: impl Iterator<Item = T>, name: &str) -> Option<T> {
    called.next().filter(|_| !name.is_empty() && called.next().is_none())
}
