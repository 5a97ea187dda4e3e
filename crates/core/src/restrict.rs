//! The part of a study that passes a filter, as a study of its own: what an export to another program takes along.
//!
//! What a coding belongs to is said by [`Facts`] alone. From there:
//!
//! - **Cases**: those that pass `--case` and `--where`.
//! - **Sources**: those with a coding or material that passes, each with its whole text and all its units; of its cases
//!   those that pass. Where several cases share a source, the rules of [`facts`](crate::facts) apply to those left.
//! - **Codings**: those that pass, and those that pass of a layer of decisions, which does not count beside them but travels
//!   along.
//! - **Codebook**: the codes that pass `--code`, and those above them.
//! - **Participants**: people of a case or source that stays. **Periods, parts, events, scores**: those of cases and sources
//!   that stay.
//! - **Conditions**: those that rest on no code that is left out. **Memberships**: those of cases that stay, of coders that
//!   the filter names, each with the passages in sources that stay.
//! - **Findings**: those of which a passage is in a source that stays, or that name none; with what was said of them. Of
//!   their passages and codes those that stay.
//! - **Proposals**: those in a source that stays, with a code that stays; where the filter names coders, those that they
//!   decided and those that are open.
//! - **Adjudication**: what was decided about sources and codes that stay; where the filter names coders, only where it names
//!   the layer and everybody whose codings were considered or who decided.
//! - **Saved queries**, the **design** and the **route**: all of them; a question is no material, and neither is a plan.
//! - **Memos**: those about the study as a whole or about anything that stays; of what they are about that which stays.
//! - **Coders**, where the filter names some: only they. What others coded or wrote is out, and so are their names; a rule
//!   on whose codings count that names one of them gives way to the filter, which has done its work: all that is left
//!   counts. A memo that nobody signed stays.

use crate::facts::Facts;
use crate::records::PassageRef;
use crate::{
    About, Adjudication, BatchId, CaseId, CodeId, CoderId, CoderPolicy, CodingId, Filter, Finding, Memo,
    ParticipantId, Proposal, Settings, Source, SourceId, Study,
};
use std::collections::{BTreeMap, BTreeSet};

impl Study {
    /// Returns the part of the study that passes `filter`; all of it where nothing is filtered.
    pub fn restricted(&self, filter: &Filter) -> Study {
        if filter.is_empty() {
            return self.clone();
        }
        Part::new(self, filter).study()
    }

    /// Returns the study without some sources, without what was coded in them, and without people who are in no other source
    /// and no case. What memos and findings say in words about them stays: nobody can tell that from the words.
    pub fn without_sources(&self, left_out: &BTreeSet<SourceId>) -> Study {
        if left_out.is_empty() {
            return self.clone();
        }
        let filter = Filter::default();
        let codings = self.codings.iter().enumerate();
        let codings: BTreeSet<usize> = codings
            .filter(|(_, coding)| !left_out.contains(&coding.source))
            .map(|(place, _)| place)
            .collect();
        let name = |&place: &usize| {
            let coding = &self.codings[place];
            (coding.coder.as_str(), &coding.source, &coding.id)
        };
        let mut part = Part {
            study: self,
            filter: &filter,
            cases: self.cases.keys().collect(),
            sources: self.sources.keys().filter(|source| !left_out.contains(*source)).collect(),
            coding_names: codings.iter().map(name).collect(),
            codings,
            codes: self.codebook.codes.keys().cloned().collect(),
            participants: BTreeSet::new(),
        };
        part.participants = part.people();
        part.study()
    }
}

/// What stays of a study.
struct Part<'s> {
    study: &'s Study,
    filter: &'s Filter,
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
    fn new(study: &'s Study, filter: &'s Filter) -> Self {
        let facts = Facts::new(study, filter);
        let cases: BTreeSet<&CaseId> =
            facts.cases.iter().map(|&case| &study.cases[case as usize].id).collect();
        let coded = facts.codings.iter().map(|fact| fact.source);
        let with_material = facts.material.iter().map(|material| material.source);
        let sources: BTreeSet<&SourceId> =
            coded.chain(with_material).map(|source| &study.sources[source as usize].id).collect();
        let mut codings: BTreeSet<usize> = facts.codings.iter().map(|fact| fact.coding as usize).collect();
        codings.extend(of_layers(study, filter));
        let name = |&place: &usize| {
            let coding = &study.codings[place];
            (coding.coder.as_str(), &coding.source, &coding.id)
        };
        let coding_names = codings.iter().map(name).collect();
        let codes = codes(study, filter);
        let participants = BTreeSet::new();
        let mut part = Self { study, filter, cases, sources, codings, coding_names, codes, participants };
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
            study.findings.iter().filter_map(|finding| self.finding(finding)).collect();
        let said: BTreeSet<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
        let has_case = |case: &CaseId| self.cases.contains(case);
        Study {
            settings: self.settings(),
            cases: kept(&study.cases, has_case),
            participants: self.participants(),
            codebook: crate::Codebook { codes: kept(&study.codebook.codes, |id| self.codes.contains(id)) },
            sources: self.sources(),
            codings: self.codings.iter().map(|&place| study.codings[place].clone()).collect(),
            memos: study.memos.iter().filter_map(|memo| self.memo(memo, &said)).collect(),
            case_phases: study.case_phases.iter().filter(|period| has_case(&period.case)).cloned().collect(),
            case_spans: {
                let stays =
                    |part: &&crate::CaseSpan| has_case(&part.case) && self.sources.contains(&part.source);
                study.case_spans.iter().filter(stays).cloned().collect()
            },
            events: study.events.iter().filter(|event| has_case(&event.case)).cloned().collect(),
            scores: study.scores.iter().filter(|score| has_case(&score.case)).cloned().collect(),
            conditions: self.conditions(),
            memberships: study.memberships.iter().filter_map(|row| self.membership(row)).collect(),
            feedback: {
                let stays = |feedback: &&crate::Feedback| said.contains(feedback.finding.as_str());
                study.feedback.iter().filter(stays).cloned().collect()
            },
            findings,
            references: study.references.clone(),
            queries: study.queries.clone(),
            tables: self.tables(),
            design: study.design.clone(),
            route: study.route.clone(),
            proposals: self.proposals(),
            adjudications: self.adjudications(),
        }
    }

    /// The conditions, but for those that rest on a code that is not there any more.
    fn conditions(&self) -> indexmap::IndexMap<crate::ConditionId, crate::Condition> {
        let conditions = self.study.conditions.values();
        let stays = |one: &&crate::Condition| one.code.as_ref().is_none_or(|code| self.codes.contains(code));
        conditions.filter(stays).map(|one| (one.name.clone(), one.clone())).collect()
    }

    /// The score with the passages that stay; nothing when its case or who scored is left out.
    fn membership(&self, row: &crate::Membership) -> Option<crate::Membership> {
        let stays = self.cases.contains(&row.case) && crate::filter::takes(&self.filter.coders, &row.coder);
        let mut kept = stays.then(|| row.clone())?;
        kept.passages.retain(|passage| self.sources.contains(&passage.source));
        Some(kept)
    }

    /// What was decided about disagreements, by layer.
    fn adjudications(&self) -> BTreeMap<CoderId, Vec<Adjudication>> {
        let named = &self.filter.coders;
        let is_named = |coder: &CoderId| named.is_empty() || named.contains(coder);
        let stays = |row: &&Adjudication| {
            let by = |name: &String| named.is_empty() || named.iter().any(|coder| coder.as_str() == name);
            self.sources.contains(&row.source)
                && self.codes.contains(&row.code)
                && row.considered.iter().all(|one| is_named(&one.coder))
                && row.by.iter().all(by)
        };
        let layers = self.study.adjudications.iter().filter(|(layer, _)| is_named(layer));
        let of_layer = |(layer, rows): (&CoderId, &Vec<Adjudication>)| {
            let rows: Vec<Adjudication> = rows.iter().filter(stays).cloned().collect();
            (!rows.is_empty()).then(|| (layer.clone(), rows))
        };
        layers.filter_map(of_layer).collect()
    }

    /// The study's own tables, but for those that name a case or code that is not there any more.
    fn tables(&self) -> indexmap::IndexMap<crate::TableId, crate::OwnTable> {
        let names_only_kept = |table: &&crate::OwnTable| {
            table.case.iter().all(|case| self.cases.contains(case))
                && table.code.iter().all(|code| self.codes.contains(code))
        };
        let tables = self.study.tables.values().filter(names_only_kept);
        tables.map(|table| (table.name.clone(), table.clone())).collect()
    }

    /// The proposals, batch by batch.
    fn proposals(&self) -> BTreeMap<BatchId, Vec<Proposal>> {
        let stays = |proposal: &&Proposal| {
            let by_kept = |coder| crate::filter::takes(&self.filter.coders, coder);
            self.sources.contains(&proposal.source)
                && self.codes.contains(&proposal.code)
                && proposal.decided_by.as_ref().is_none_or(by_kept)
        };
        let batches = self.study.proposals.iter();
        let kept = batches
            .map(|(batch, all)| (batch.clone(), all.iter().filter(stays).cloned().collect::<Vec<_>>()));
        kept.filter(|(_, proposals)| !proposals.is_empty()).collect()
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

    /// The settings, without the coders that the filter does not name.
    fn settings(&self) -> Settings {
        let mut settings = self.study.settings.clone();
        let named = &self.filter.coders;
        if named.is_empty() {
            return settings;
        }
        settings.coders.retain(|coder| named.contains(&coder.id));
        if let CoderPolicy::One { coder } | CoderPolicy::Adjudicated { coder } = &settings.coder_policy
            && !named.contains(coder)
        {
            settings.coder_policy = CoderPolicy::All;
        }
        settings
    }

    /// The finding with the passages and codes that stay; nothing when all its passages are gone.
    fn finding(&self, finding: &Finding) -> Option<Finding> {
        let mut kept = finding.clone();
        let stays = |passage: &PassageRef| self.sources.contains(&passage.source);
        kept.passages_for.retain(stays);
        kept.passages_against.retain(stays);
        kept.codes.retain(|code| self.codes.contains(code));
        let n = |finding: &Finding| finding.passages_for.len() + finding.passages_against.len();
        (n(&kept) > 0 || n(finding) == 0).then_some(kept)
    }

    /// The memo about what stays; nothing when all it is about is gone, or a coder wrote it whom the filter leaves out.
    fn memo(&self, memo: &Memo, findings: &BTreeSet<&str>) -> Option<Memo> {
        let named = &self.filter.coders;
        if !named.is_empty() && memo.author.as_ref().is_some_and(|author| !named.contains(author)) {
            return None;
        }
        let mut kept = memo.clone();
        kept.about.retain(|about| self.has(about, findings));
        (!kept.about.is_empty() || memo.about.is_empty()).then_some(kept)
    }

    fn has(&self, about: &About, findings: &BTreeSet<&str>) -> bool {
        match about {
            About::Case(case) => self.cases.contains(case),
            About::Source(source) | About::Span(source, _) => self.sources.contains(source),
            About::Code(code) => self.codes.contains(code),
            About::Coding(coder, source, id) => self.coding_names.contains(&(coder.as_str(), source, id)),
            About::Finding(id) => findings.contains(id.as_str()),
        }
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

/// The codings that pass of layers that decisions were made for, where the filter names no coders.
fn of_layers(study: &Study, filter: &Filter) -> Vec<usize> {
    if study.adjudications.is_empty() || !filter.coders.is_empty() {
        return Vec::new();
    }
    let filter = Filter { coders: study.adjudications.keys().cloned().collect(), ..filter.clone() };
    Facts::new(study, &filter).codings.iter().map(|fact| fact.coding as usize).collect()
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
    fn what_stays_names_nothing_that_was_filtered_out() {
        let mut study = study();
        study.memos[0]
            .about
            .extend(["case p02", "source i2", "finding f"].map(|about| about.parse().unwrap()));
        study.findings.push(Finding {
            codes: vec![id("trust"), id("cost")],
            passages_for: vec!["i1 0-5".parse().unwrap(), "i2 0-5".parse().unwrap()],
            passages_against: vec!["i2 0-5".parse().unwrap()],
            ..Finding::new("f")
        });
        let filter = Filter { cases: vec![id("p01")], codes: vec![id("trust")], ..Filter::default() };
        let part = study.restricted(&filter);
        let about: Vec<_> = part.memos[0].about.iter().map(About::to_string).collect();
        assert_eq!(about, ["case p01", "finding f"]);
        let [finding] = part.findings.as_slice() else { panic!("{:?}", part.findings) };
        let passages: Vec<_> = finding.passages_for.iter().map(PassageRef::to_string).collect();
        assert_eq!((passages, finding.passages_against.len()), (vec!["i1 0-5".to_owned()], 0));
        assert_eq!(finding.codes, [id::<CodeId>("trust")]);
        let other = study.restricted(&Filter { kinds: vec![id("chat")], ..Filter::default() });
        assert_eq!(other.findings.len(), 0, "all its passages are gone");
    }

    #[test]
    fn conditions_and_scores_stay_with_the_code_case_and_coder_that_they_name() {
        let mut study = study();
        for fields in [
            r#"{"name": "felt", "method": "scores"}"#,
            r#"{"name": "trusted", "method": "presence", "code": "trust"}"#,
        ] {
            let condition: crate::Condition = serde_json::from_str(fields).unwrap();
            study.conditions.insert(condition.name.clone(), condition);
        }
        for (case, coder) in [("p01", "anna"), ("p02", "anna"), ("p01", "bram")] {
            study.memberships.push(crate::Membership {
                condition: id("felt"),
                case: id(case),
                value: 1.0,
                coder: id(coder),
                created: jiff::Timestamp::constant(0, 0),
                memo: String::new(),
                passages: ["i1", "i2"].map(|source| format!("{source} 0-5").parse().unwrap()).into(),
                extra: Default::default(),
            });
        }
        let filter = Filter { cases: vec![id("p01")], codes: vec![id("cost")], ..Filter::default() };
        let part = study.restricted(&Filter { coders: vec![id("anna")], ..filter });
        assert_eq!(part.conditions.keys().map(crate::ConditionId::as_str).collect::<Vec<_>>(), ["felt"]);
        let [row] = &part.memberships[..] else { panic!("{:?}", part.memberships) };
        assert_eq!((row.case.as_str(), row.coder.as_str(), row.passages.len()), ("p01", "anna", 1));
        assert!(!format!("{part:?}").contains("bram"));
    }

    #[test]
    fn where_coders_are_named_nobody_else_is() {
        let mut study = study();
        for coder in ["anna", "bram"] {
            study.settings.coders.push(crate::settings::Named { id: id(coder), label: Default::default() });
        }
        study.settings.coder_policy = CoderPolicy::One { coder: id("bram") };
        let about_study = |name: &str, author: Option<&str>| Memo {
            id: id(name),
            title: String::new(),
            author: author.map(id),
            date: None,
            about: Vec::new(),
            body: String::new(),
        };
        study.memos = vec![
            about_study("hers", Some("anna")),
            about_study("his", Some("bram")),
            about_study("unsigned", None),
        ];
        let part = study.restricted(&Filter { coders: vec![id("anna")], ..Filter::default() });
        let memos: Vec<_> = part.memos.iter().map(|memo| memo.id.as_str()).collect();
        assert_eq!((memos, part.codings.len()), (vec!["hers", "unsigned"], 3));
        assert_eq!((part.settings.coder_policy.clone(), part.coders()), (CoderPolicy::All, vec![id("anna")]));
        assert!(!format!("{part:?}").contains("bram"));
        let all = study.restricted(&Filter { cases: vec![id("p01")], ..Filter::default() });
        assert_eq!((all.settings == study.settings, all.memos.len()), (true, 3));
    }

    #[test]
    fn a_layer_of_decisions_travels_with_its_decisions() {
        use crate::adjudication::{Considered, Settled, Verdict};
        let mut study = study();
        let layer: CoderId = id("consensus");
        let row = |source: &str, code: &str| Adjudication {
            id: id(&format!("{source}-{code}")),
            source: id(source),
            code: id(code),
            chars: None,
            is_placed: true,
            verdict: Verdict::Coded,
            coded: vec![Settled { chars: None, valence: None }],
            by: vec!["Anna".to_owned()],
            created: None,
            memo: String::new(),
            considered: vec![Considered { coder: id("anna"), coding: id("x"), valence: None }],
            closed: Some(jiff::Timestamp::UNIX_EPOCH),
            quote: String::new(),
            extra: Default::default(),
        };
        study
            .adjudications
            .insert(layer.clone(), vec![row("i1", "trust"), row("i2", "trust"), row("i1", "cost")]);
        for source in ["i1", "i2"] {
            let like = study.codings.iter().find(|coding| coding.source.as_str() == source).cloned().unwrap();
            study.codings.push(Coding { coder: layer.clone(), ..like });
        }
        study.sort_codings();
        let by = |part: &Study, coder: &str| {
            part.codings.iter().filter(|coding| coding.coder.as_str() == coder).count()
        };
        let rows = |part: &Study| part.adjudications.values().map(Vec::len).sum::<usize>();
        let part = study.restricted(&Filter { cases: vec![id("p01")], ..Filter::default() });
        assert_eq!((by(&part, "consensus"), by(&part, "anna"), rows(&part)), (1, 2, 2));
        let part = study.restricted(&Filter { codes: vec![id("cost")], ..Filter::default() });
        assert_eq!(rows(&part), 1);
        let part = study.restricted(&Filter { coders: vec![id("bram")], ..Filter::default() });
        assert_eq!((by(&part, "consensus"), rows(&part)), (0, 0));
        assert!(!format!("{part:?}").to_lowercase().contains("anna"), "nobody else is named");
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
