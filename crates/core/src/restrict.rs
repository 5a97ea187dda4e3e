//! The part of a study that passes a filter, as a study of its own: what an export to another program takes along.
//!
//! What a coding belongs to is said by [`Facts`] alone. From there:
//!
//! - **Cases**: those that pass `--case` and `--where`.
//! - **Sources**: those with a coding or material that passes, each with its whole text and all its units; of its cases
//!   those that pass. Where several cases share a source, the rules of [`facts`](crate::facts) apply to those left.
//! - **Codings**: those that pass.
//! - **Codebook**: the codes that pass `--code`, and those above them.
//! - **Participants**: people of a case or source that stays. **Periods, parts, events, scores**: those of cases and sources
//!   that stay.
//! - **Memos**: those about the study as a whole or about anything that stays. **Findings**: those of which a passage is in
//!   a source that stays, or that name none; with what was said of them.

use crate::facts::Facts;
use crate::records::PassageRef;
use crate::{About, CaseId, CodeId, CodingId, Filter, Finding, Memo, ParticipantId, Source, SourceId, Study};
use std::collections::BTreeSet;

impl Study {
    /// Returns the part of the study that passes `filter`; all of it where nothing is filtered.
    pub fn restricted(&self, filter: &Filter) -> Study {
        if filter.is_empty() {
            return self.clone();
        }
        Part::new(self, filter).study()
    }
}

/// What stays of a study.
struct Part<'s> {
    study: &'s Study,
    cases: BTreeSet<&'s CaseId>,
    sources: BTreeSet<&'s SourceId>,
    /// Positions in [`Study::codings`].
    codings: BTreeSet<usize>,
    /// The same by what memos call them.
    coding_names: BTreeSet<(&'s str, &'s SourceId, &'s CodingId)>,
    codes: BTreeSet<CodeId>,
    participants: BTreeSet<&'s ParticipantId>,
}

impl<'s> Part<'s> {
    fn new(study: &'s Study, filter: &Filter) -> Self {
        let facts = Facts::new(study, filter);
        let cases: BTreeSet<&CaseId> =
            facts.cases.iter().map(|&case| &study.cases[case as usize].id).collect();
        let coded = facts.codings.iter().map(|fact| fact.source);
        let with_material = facts.material.iter().map(|material| material.source);
        let sources: BTreeSet<&SourceId> =
            coded.chain(with_material).map(|source| &study.sources[source as usize].id).collect();
        let codings: BTreeSet<usize> = facts.codings.iter().map(|fact| fact.coding as usize).collect();
        let name = |&place: &usize| {
            let coding = &study.codings[place];
            (coding.coder.as_str(), &coding.source, &coding.id)
        };
        let coding_names = codings.iter().map(name).collect();
        let codes = codes(study, filter);
        let mut part =
            Self { study, cases, sources, codings, coding_names, codes, participants: BTreeSet::new() };
        part.participants = part.people();
        part
    }

    /// The people of a case that stays, or of a source that stays.
    fn people(&self) -> BTreeSet<&'s ParticipantId> {
        let sources = self.study.sources.values().filter(|source| self.sources.contains(&source.id));
        let listed: BTreeSet<&ParticipantId> = sources.flat_map(|source| &source.participants).collect();
        let stays = |person: &&crate::Participant| {
            listed.contains(&person.id) || person.cases.iter().any(|case| self.cases.contains(case))
        };
        self.study.participants.values().filter(stays).map(|person| &person.id).collect()
    }

    fn study(&self) -> Study {
        let study = self.study;
        let findings: Vec<Finding> =
            study.findings.iter().filter(|finding| self.has_finding(finding)).cloned().collect();
        let has_case = |case: &CaseId| self.cases.contains(case);
        let is_said_of = |id: &String| findings.iter().any(|finding| finding.id == *id);
        Study {
            settings: study.settings.clone(),
            cases: kept(&study.cases, has_case),
            participants: self.participants(),
            codebook: crate::Codebook { codes: kept(&study.codebook.codes, |id| self.codes.contains(id)) },
            sources: self.sources(),
            codings: self.codings.iter().map(|&place| study.codings[place].clone()).collect(),
            memos: study.memos.iter().filter(|memo| self.has_memo(memo)).cloned().collect(),
            case_phases: study.case_phases.iter().filter(|period| has_case(&period.case)).cloned().collect(),
            case_spans: {
                let stays =
                    |part: &&crate::CaseSpan| has_case(&part.case) && self.sources.contains(&part.source);
                study.case_spans.iter().filter(stays).cloned().collect()
            },
            events: study.events.iter().filter(|event| has_case(&event.case)).cloned().collect(),
            scores: study.scores.iter().filter(|score| has_case(&score.case)).cloned().collect(),
            feedback: study.feedback.iter().filter(|said| is_said_of(&said.finding)).cloned().collect(),
            findings,
        }
    }

    /// The sources, each about the cases that stay.
    fn sources(&self) -> indexmap::IndexMap<SourceId, Source> {
        let mut sources = kept(&self.study.sources, |id| self.sources.contains(id));
        for source in sources.values_mut() {
            source.cases.retain(|case| self.cases.contains(case));
        }
        sources
    }

    /// The people, each with the cases that stay.
    fn participants(&self) -> indexmap::IndexMap<ParticipantId, crate::Participant> {
        let mut people = kept(&self.study.participants, |id| self.participants.contains(id));
        for person in people.values_mut() {
            person.cases.retain(|case| self.cases.contains(case));
        }
        people
    }

    fn has_memo(&self, memo: &Memo) -> bool {
        memo.about.is_empty() || memo.about.iter().any(|about| self.has(about))
    }

    fn has(&self, about: &About) -> bool {
        match about {
            About::Case(case) => self.cases.contains(case),
            About::Source(source) | About::Span(source, _) => self.sources.contains(source),
            About::Code(code) => self.codes.contains(code),
            About::Coding(coder, source, id) => self.coding_names.contains(&(coder.as_str(), source, id)),
            About::Finding(id) => {
                self.study.findings.iter().any(|finding| finding.id == *id && self.has_finding(finding))
            }
        }
    }

    fn has_finding(&self, finding: &Finding) -> bool {
        let mut passages = finding.passages_for.iter().chain(&finding.passages_against).peekable();
        let stays = |passage: &PassageRef| self.sources.contains(&passage.source);
        passages.peek().is_none() || passages.any(stays)
    }
}

/// The codes that pass, and those above them.
fn codes(study: &Study, filter: &Filter) -> BTreeSet<CodeId> {
    match filter.code_set(&study.codebook) {
        None => study.codebook.codes.keys().cloned().collect(),
        Some(codes) => {
            let above =
                |code: &CodeId| study.codebook.ancestors(code).into_iter().cloned().collect::<Vec<_>>();
            let ancestors: Vec<CodeId> = codes.iter().flat_map(above).collect();
            codes.into_iter().chain(ancestors).collect()
        }
    }
}

/// The entries whose name stays, in their order.
fn kept<K: Clone + Eq + std::hash::Hash, V: Clone>(
    all: &indexmap::IndexMap<K, V>,
    stays: impl Fn(&K) -> bool,
) -> indexmap::IndexMap<K, V> {
    all.iter().filter(|(id, _)| stays(id)).map(|(id, value)| (id.clone(), value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Case, Code, Coding, Event, EventStatus, Language, Origin, Participant, Settings, Span, Target, Text,
    };

    fn id<T: std::str::FromStr<Err = String>>(text: &str) -> T {
        text.parse().unwrap()
    }

    /// Two cases with an interview each, and a meeting about both; in each source each coder codes `trust` and `cost`.
    fn study() -> Study {
        let mut study = Study::new(Settings::new("s", "S", Language::En));
        for case in ["p01", "p02"] {
            let (case, person) = (id::<CaseId>(case), id::<ParticipantId>(&format!("{case}-parent")));
            let participant = Participant {
                id: person.clone(),
                role: id("parent"),
                cases: vec![case.clone()],
                labels: Vec::new(),
                name: String::new(),
                extra: Default::default(),
            };
            study.participants.insert(person, participant);
            study.events.push(Event {
                case: case.clone(),
                date: None,
                kind: "call".into(),
                status: EventStatus::Held,
                actors: Vec::new(),
                note: String::new(),
                extra: Default::default(),
            });
            let name = String::new();
            study.cases.insert(case.clone(), Case { id: case, name, attributes: Default::default() });
        }
        for (code, parent) in [("people", ""), ("trust", "people"), ("cost", "")] {
            let code: CodeId = id(code);
            let parent = CodeId::new(parent);
            study.codebook.codes.insert(code.clone(), Code { parent, ..Code::new(code) });
        }
        for (source, cases) in [("i1", &["p01"][..]), ("i2", &["p02"]), ("meeting", &["p01", "p02"])] {
            let source = Source {
                id: id(source),
                cases: cases.iter().map(|case| id(case)).collect(),
                kind: id("interview"),
                date: None,
                phase: None,
                participants: Vec::new(),
                text: Text::new("trust and cost"),
                units: Vec::new(),
                origin: Origin::default(),
                extra: Default::default(),
            };
            for (coder, code) in [("anna", "trust"), ("bram", "cost")] {
                study.codings.push(Coding {
                    id: id(&format!("{code}-{}", source.id)),
                    coder: id(coder),
                    source: source.id.clone(),
                    code: id(code),
                    target: Target::Span(Span::from_bytes(0..5).unwrap()),
                    valence: None,
                    weight: None,
                    quote: "trust".into(),
                    memo: String::new(),
                    created: None,
                    modified: None,
                });
            }
            study.sources.insert(source.id.clone(), source);
        }
        for about in ["case p01", "case p02", "source i2", "code cost", "coding anna i1 trust-i1"] {
            let about: About = about.parse().unwrap();
            study.memos.push(Memo {
                id: id(&about.to_string().replace(' ', "-")),
                title: String::new(),
                author: None,
                date: None,
                about: vec![about],
                body: String::new(),
            });
        }
        study.sort_codings();
        study
    }

    #[test]
    fn without_a_filter_all_of_it_stays() {
        let study = study();
        assert_eq!(study.restricted(&Filter::default()), study);
    }

    #[test]
    fn a_case_takes_its_sources_people_and_records_along() {
        let part = study().restricted(&Filter { cases: vec![id("p01")], ..Filter::default() });
        let sources: Vec<_> =
            part.sources.values().map(|source| (source.id.as_str(), source.cases.len())).collect();
        assert_eq!(sources, [("i1", 1), ("meeting", 1)]);
        let names: Vec<_> = part.codings.iter().map(|coding| coding.id.as_str()).collect();
        assert_eq!(names, ["cost-i1", "trust-i1", "cost-meeting", "trust-meeting"]);
        assert_eq!((part.cases.len(), part.participants.len(), part.events.len()), (1, 1, 1));
        let memos: Vec<_> = part.memos.iter().map(|memo| memo.id.as_str()).collect();
        assert_eq!(memos, ["case-p01", "code-cost", "coding-anna-i1-trust-i1"]);
    }

    #[test]
    fn a_code_keeps_what_stands_above_it_and_material_keeps_its_source() {
        let part = study().restricted(&Filter { codes: vec![id("trust")], ..Filter::default() });
        assert_eq!(part.codebook.codes.keys().map(CodeId::as_str).collect::<Vec<_>>(), ["people", "trust"]);
        assert_eq!((part.sources.len(), part.codings.len()), (3, 3));
        let nobody = study().restricted(&Filter { kinds: vec![id("chat")], ..Filter::default() });
        assert_eq!((nobody.sources.len(), nobody.codings.len(), nobody.cases.len()), (0, 0, 2));
    }
}
