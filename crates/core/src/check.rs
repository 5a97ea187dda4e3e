//! What does not fit together: one function per kind of record, each saying what it found and in which column.
//!
//! The functions know no file and no line; whoever reads the folder adds both.

mod conditions;
mod references;

pub use conditions::{condition, condition_fault, membership, scores};
pub use references::{citations, references};

use crate::accents::are_composed;
use crate::archive::{ACCESS_COLUMN, Access};
use crate::design::{DesignMethod, DesignPhase};
use crate::route::{Conversation, RouteActor, RoutePhase};
use crate::{
    About, Adjudication, Case, CasePhase, CaseSpan, CharSpan, Code, CodeId, CodeKind, CoderPolicy, Coding,
    Diagnostic, Event, Feedback, Finding, Memo, PanelVerdict, Participant, Place, Problem, Proposal, Score,
    Severity, Source, SourceId, Study, Verdict,
    filter::{list, nearest},
    finding::counting,
};
use std::collections::{BTreeMap, BTreeSet};
use strum::VariantNames;

/// Something that does not fit, in a column of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Misfit {
    /// How bad it is.
    pub severity: Severity,
    /// The column, or empty for the record as a whole.
    pub column: &'static str,
    /// What it is.
    pub problem: Problem,
}

impl Misfit {
    fn error(column: &'static str, problem: Problem) -> Self {
        Self { severity: Severity::Error, column, problem }
    }

    fn warning(column: &'static str, problem: Problem) -> Self {
        Self { severity: Severity::Warning, column, problem }
    }

    fn note(column: &'static str, problem: Problem) -> Self {
        Self { severity: Severity::Note, column, problem }
    }

    /// Places the misfit in a file.
    pub fn at(self, place: Place) -> Diagnostic {
        let place = if self.column.is_empty() { place } else { place.column(self.column) };
        Diagnostic { severity: self.severity, place, problem: self.problem }
    }
}

fn unknown_case(study: &Study, column: &'static str, case: &crate::CaseId) -> Option<Misfit> {
    let known = study.cases.contains_key(case);
    (!known).then(|| Misfit::error(column, Problem::UnknownCase { case: case.to_string() }))
}

fn unknown_participant(study: &Study, column: &'static str, id: &crate::ParticipantId) -> Option<Misfit> {
    let known = study.participants.contains_key(id);
    (!known).then(|| Misfit::error(column, Problem::UnknownParticipant { participant: id.to_string() }))
}

fn unknown_role(study: &Study, column: &'static str, id: &crate::RoleId) -> Option<Misfit> {
    let roles = &study.settings.roles;
    let problem =
        || Problem::UnknownRole { role: id.to_string(), known: list(roles.iter().map(|role| &role.id)) };
    (!roles.iter().any(|role| role.id == *id)).then(|| Misfit::error(column, problem()))
}

fn unknown_phase(study: &Study, column: &'static str, id: &crate::PhaseId) -> Option<Misfit> {
    let phases = &study.settings.phases;
    let problem =
        || Problem::UnknownPhase { phase: id.to_string(), known: list(phases.iter().map(|phase| &phase.id)) };
    (!phases.iter().any(|phase| phase.id == *id)).then(|| Misfit::error(column, problem()))
}

fn unknown_source(study: &Study, column: &'static str, id: &crate::SourceId) -> Option<Misfit> {
    let nearest = || nearest(id.as_str(), study.sources.keys().map(crate::SourceId::as_str));
    let problem = || Problem::UnknownSource { source: id.to_string(), nearest: nearest() };
    (!study.sources.contains_key(id)).then(|| Misfit::error(column, problem()))
}

/// Checks what the settings say of the rest of the study, and what they say to an archive.
pub fn settings(study: &Study) -> Vec<Misfit> {
    coder_policy(study).into_iter().chain(archive(study)).collect()
}

/// The coder whose codings are to count must be one.
fn coder_policy(study: &Study) -> Option<Misfit> {
    let (CoderPolicy::One { coder } | CoderPolicy::Adjudicated { coder }) = &study.settings.coder_policy
    else {
        return None;
    };
    let coders = study.coders();
    let problem = || Problem::UnknownCoder { coder: coder.to_string(), known: list(&coders) };
    let is_known = coders.contains(coder) || study.adjudications.contains_key(coder);
    (!is_known).then(|| Misfit::error("coder_policy", problem()))
}

/// What the study says to an archive: wrong digits, days in the wrong order, columns that are not there.
fn archive(study: &Study) -> Vec<Misfit> {
    let archive = &study.settings.archive;
    let wrong = archive.creators.iter().filter(|creator| creator.has_wrong_orcid()).map(|creator| {
        let problem = Problem::OrcidInvalid { name: creator.name.clone(), orcid: creator.orcid.clone() };
        Misfit::warning("archive.creators", problem)
    });
    let reversed = archive.period.filter(|period| period.end < period.start).map(|period| {
        let (start, end) = (period.start.to_string(), period.end.to_string());
        Misfit::warning("archive.period", Problem::PeriodReversed { start, end })
    });
    let unknown = archive.withhold.iter().filter(|column| !study.can_withhold(column)).map(|column| {
        let problem = Problem::ColumnToWithholdUnknown { column: column.clone() };
        Misfit::warning("archive.withhold", problem)
    });
    wrong.chain(reversed).chain(unknown).collect()
}

/// Checks a case.
pub fn case(study: &Study, case: &Case) -> Vec<Misfit> {
    let has_source = study.sources.values().any(|source| source.cases.contains(&case.id));
    let problem = || Problem::CaseWithoutSources { case: case.id.to_string() };
    (!has_source).then(|| Misfit::note("", problem())).into_iter().collect()
}

/// Checks a participant.
pub fn participant(study: &Study, participant: &Participant) -> Vec<Misfit> {
    let mut found: Vec<Misfit> =
        participant.cases.iter().filter_map(|case| unknown_case(study, "cases", case)).collect();
    if study.settings.role(&participant.role).is_none() {
        let known = list(study.settings.roles.iter().map(|role| &role.id));
        found.push(Misfit::error("role", Problem::UnknownRole { role: participant.role.to_string(), known }));
    }
    let same_person = |other: &&Participant| {
        !participant.name.is_empty()
            && other.name == participant.name
            && other.role != participant.role
            && other.cases.iter().any(|case| participant.cases.contains(case))
            && other.labels.iter().any(|label| participant.labels.contains(label))
    };
    if let Some(other) = study.participants.values().find(same_person) {
        let roles = list([&participant.role, &other.role]);
        found.push(Misfit::warning(
            "role",
            Problem::ParticipantInTwoRoles { name: participant.name.clone(), roles },
        ));
    }
    found
}

/// Checks a code.
pub fn code(study: &Study, code: &Code) -> Vec<Misfit> {
    let mut found = Vec::new();
    if let Some(parent) = &code.parent
        && study.codebook.get(parent).is_none()
    {
        found.push(Misfit::error("parent", Problem::UnknownParent { parent: parent.to_string() }));
    }
    let path = study.codebook.ancestors(&code.id);
    let closes = path.last().map_or(code.parent.as_ref() == Some(&code.id), |top| {
        study.codebook.get(top).and_then(|top| top.parent.as_ref()).is_some_and(|parent| *parent == code.id)
    });
    if closes {
        let path =
            [&code.id].into_iter().chain(path).map(|id| id.to_string()).collect::<Vec<_>>().join(" → ");
        found.push(Misfit::error("parent", Problem::CircleInCodebook { path }));
    }
    if let Some(level) = &code.level
        && !study.settings.levels.iter().any(|known| known.id == *level)
    {
        let known = list(study.settings.levels.iter().map(|level| &level.id));
        found.push(Misfit::error("level", Problem::UnknownLevel { level: level.to_string(), known }));
    }
    if code.kind != CodeKind::Factor && code.valence.is_some() {
        found.push(Misfit::warning("valence", Problem::ThemeWithValence { code: code.id.to_string() }));
    }
    found.extend(references::listed(study, &code.references));
    found
}

/// Checks a source with its text and units; unit lines are left to [`units`].
pub fn source(study: &Study, source: &Source) -> Vec<Misfit> {
    let mut found: Vec<Misfit> =
        source.cases.iter().filter_map(|case| unknown_case(study, "cases", case)).collect();
    found.extend(source.participants.iter().filter_map(|id| unknown_participant(study, "participants", id)));
    found.extend(source.phase.iter().filter_map(|phase| unknown_phase(study, "phase", phase)));
    if !study.settings.kinds.iter().any(|kind| kind.id == source.kind) {
        let known = list(study.settings.kinds.iter().map(|kind| &kind.id));
        found.push(Misfit::error("kind", Problem::UnknownKind { kind: source.kind.to_string(), known }));
    }
    if let Err(word) = source.access() {
        let known = list(Access::VARIANTS);
        let problem = Problem::AccessUnknown { access: word.to_owned(), known };
        found.push(Misfit::error(ACCESS_COLUMN, problem));
    }
    let mut seen = BTreeSet::new();
    for case in source.cases.iter().filter(|case| !seen.insert(*case)) {
        found.push(Misfit::warning("cases", Problem::CaseListedTwice { case: case.to_string() }));
    }
    if source.cases.is_empty() {
        let problem = Problem::SourceWithoutCase { source: source.id.to_string() };
        let is_sheet = source.origin.is_session_sheet();
        found.push(if is_sheet { Misfit::note("cases", problem) } else { Misfit::warning("cases", problem) });
    }
    let text = source.text.as_str();
    if text.trim().is_empty() {
        found.push(Misfit::warning("", Problem::SourceEmpty { source: source.id.to_string() }));
    } else if !are_composed(text) || text.contains('\r') || text.starts_with('\u{feff}') {
        found.push(Misfit::warning("", Problem::SourceNotNormalised { source: source.id.to_string() }));
    }
    found
}

/// Checks the speakers and phases of a source's units, each label and phase once, at the position of its first unit.
pub fn units(study: &Study, source: &Source) -> Vec<(usize, Misfit)> {
    let mut found = Vec::new();
    let mut labels: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut phases = BTreeSet::new();
    for (position, unit) in source.units.iter().enumerate() {
        if let Some(phase) = unit.phase.as_ref().filter(|phase| phases.insert(*phase)) {
            found.extend(unknown_phase(study, "phase", phase).map(|misfit| (position, misfit)));
        }
        if let Some(label) = unit.speaker.as_deref().filter(|_| unit.kind.is_material()) {
            labels.entry(label).or_insert((position, 0)).1 += 1;
        }
    }
    for (label, (position, n_units)) in labels {
        let problem = match study.speakers_called(label, source)[..] {
            [_] => continue,
            [] => Problem::SpeakerUnknown { label: label.to_owned(), n_units, n_sources: 1 },
            ref several => Problem::SpeakerAmbiguous {
                label: label.to_owned(),
                candidates: list(several.iter().map(|participant| &participant.id)),
            },
        };
        found.push((position, Misfit::warning("speaker", problem)));
    }
    found.sort_by_key(|(position, _)| *position);
    found
}

/// Says that a file has codings, at least one, with a code that is not in the codebook.
pub fn unknown_code(code: &CodeId, nearest: String, n_codings: usize) -> Misfit {
    let code = code.to_string();
    let problem = match n_codings {
        1 => Problem::UnknownCode { code, nearest },
        _ => Problem::UnknownCodeRepeated { code, nearest, n_codings },
    };
    Misfit::error("code", problem)
}

/// Checks a coding whose source and code are known; its span has been fitted to the text already.
pub fn coding(study: &Study, coding: &Coding) -> Vec<Misfit> {
    let mut found = Vec::new();
    match study.codebook.get(&coding.code) {
        Some(code) if code.kind == CodeKind::Heading => {
            found.push(Misfit::warning("code", Problem::HeadingCoded { code: code.id.to_string() }));
        }
        Some(code) if code.kind == CodeKind::Theme && coding.valence.is_some() => {
            found.push(Misfit::warning("valence", Problem::ThemeWithValence { code: code.id.to_string() }));
        }
        Some(_) | None => {}
    }
    found
}

/// Checks a proposal that is still open; its words are looked for by whoever reads the text.
pub fn proposal(study: &Study, proposal: &Proposal) -> Vec<Misfit> {
    let as_warning = |misfit: Misfit| Misfit { severity: Severity::Warning, ..misfit };
    let mut found: Vec<Misfit> =
        unknown_source(study, "source", &proposal.source).map(as_warning).into_iter().collect();
    if study.codebook.get(&proposal.code).is_none() {
        let nearest = nearest(proposal.code.as_str(), study.codebook.codes.keys().map(CodeId::as_str));
        found
            .push(Misfit::warning("code", Problem::UnknownCode { code: proposal.code.to_string(), nearest }));
    }
    if proposal.decision.is_some() {
        let problem = Problem::DecisionWithoutCoder { proposal: proposal.id.to_string() };
        found.push(Misfit::warning("decision", problem));
    }
    found
}

/// Checks what was decided about a disagreement; its words are looked for by whoever reads the text.
pub fn adjudication(study: &Study, row: &Adjudication) -> Vec<Misfit> {
    let as_warning = |misfit: Misfit| Misfit { severity: Severity::Warning, ..misfit };
    let mut found: Vec<Misfit> =
        unknown_source(study, "source", &row.source).map(as_warning).into_iter().collect();
    if study.codebook.get(&row.code).is_none() {
        let nearest = nearest(row.code.as_str(), study.codebook.codes.keys().map(CodeId::as_str));
        found.push(Misfit::warning("code", Problem::UnknownCode { code: row.code.to_string(), nearest }));
    }
    if row.by.is_empty() && row.verdict != Verdict::Agreed {
        found.push(Misfit::warning("by", Problem::AdjudicationWithoutName { id: row.id.to_string() }));
    }
    found
}

/// Checks a period of a case against the periods before it in the list.
pub fn case_phase(study: &Study, position: usize) -> Vec<Misfit> {
    let period: &CasePhase = &study.case_phases[position];
    let mut found: Vec<Misfit> = unknown_case(study, "case", &period.case).into_iter().collect();
    found.extend(unknown_phase(study, "phase", &period.phase));
    let overlaps = |other: &&CasePhase| {
        other.case == period.case
            && other.start.is_none_or(|start| period.end.is_none_or(|end| start <= end))
            && period.start.is_none_or(|start| other.end.is_none_or(|end| start <= end))
    };
    if let Some(other) = study.case_phases[..position].iter().find(overlaps) {
        let (case, phase, other) =
            (period.case.to_string(), period.phase.to_string(), other.phase.to_string());
        found.push(Misfit::warning("start", Problem::PhasesOverlap { case, phase, other }));
    }
    found
}

/// Checks a part of a source that belongs to one case.
pub fn case_span(study: &Study, part: &CaseSpan) -> Vec<Misfit> {
    let mut found: Vec<Misfit> = unknown_case(study, "case", &part.case).into_iter().collect();
    found.extend(unknown_source(study, "source", &part.source));
    if study.sources.get(&part.source).is_some_and(|source| !source.cases.contains(&part.case)) {
        let (case, source) = (part.case.to_string(), part.source.to_string());
        found.push(Misfit::warning("case", Problem::CaseNotOfSource { case, source }));
    }
    found.extend(misplaced(study, "end", &part.source, part.chars));
    found
}

/// Says that a stretch is empty or runs past the end of its source.
fn misplaced(study: &Study, column: &'static str, source: &SourceId, chars: CharSpan) -> Option<Misfit> {
    let (start, end) = (chars.start.0, chars.end.0);
    if chars.is_empty() {
        return Some(Misfit::error(column, Problem::SpanEmpty { start, end }));
    }
    let length = study.sources.get(source)?.text.n_chars();
    (end > length).then(|| Misfit::error(column, Problem::SpanPastEnd { start, end, length }))
}

/// Checks an event.
pub fn event(study: &Study, event: &Event) -> Vec<Misfit> {
    let mut found: Vec<Misfit> = unknown_case(study, "case", &event.case).into_iter().collect();
    found.extend(event.actors.iter().filter_map(|id| unknown_participant(study, "actors", id)));
    found
}

/// Checks a method of the design; its phase is one of the research, not one of the cases.
pub fn method(study: &Study, phases: &[DesignPhase], method: &DesignMethod) -> Vec<Misfit> {
    let roles = method.heard.iter().filter_map(|heard| heard.role.as_ref());
    let mut found: Vec<Misfit> = roles.filter_map(|role| unknown_role(study, "heard", role)).collect();
    if !phases.iter().any(|phase| phase.name == method.phase) {
        let known = list(phases.iter().map(|phase| &phase.name));
        let problem = Problem::UnknownPhase { phase: method.phase.to_string(), known };
        found.push(Misfit::error("phase", problem));
    }
    found
}

/// Checks a phase of the route.
pub fn route_phase(study: &Study, phase: &RoutePhase) -> Vec<Misfit> {
    unknown_phase(study, "phase", &phase.phase).into_iter().collect()
}

/// Checks an actor of the route.
pub fn route_actor(study: &Study, actor: &RouteActor) -> Vec<Misfit> {
    unknown_role(study, "role", &actor.role).into_iter().collect()
}

/// Checks a conversation of the route. Kinds of contact that never occurred may still come.
pub fn conversation(study: &Study, conversation: &Conversation) -> Vec<Misfit> {
    let mut found: Vec<Misfit> = unknown_phase(study, "phase", &conversation.phase).into_iter().collect();
    found.extend(conversation.actors.iter().filter_map(|role| unknown_role(study, "actors", role)));
    let kinds: BTreeSet<&str> = study.events.iter().map(|event| event.kind.as_str()).collect();
    let unknown = conversation.events.iter().filter(|kind| !kinds.contains(kind.as_str()));
    found.extend(unknown.map(|kind| {
        let problem = Problem::UnknownEvent { event: kind.clone(), known: list(&kinds) };
        Misfit::note("events", problem)
    }));
    found
}

/// Checks a questionnaire score.
pub fn score(study: &Study, score: &Score) -> Vec<Misfit> {
    let mut found: Vec<Misfit> = unknown_case(study, "case", &score.case).into_iter().collect();
    found.extend(unknown_participant(study, "participant", &score.participant));
    found
}

/// Checks a finding: its part, its codes, its passages and the works it lists.
pub fn finding(study: &Study, finding: &Finding) -> Vec<Misfit> {
    let part = finding.part.trim();
    let is_part = part.is_empty() || finding.theme_part().is_some();
    let strange = || Misfit::warning("part", Problem::FindingPartUnknown { part: part.to_owned() });
    let mut found: Vec<Misfit> = (!is_part).then(strange).into_iter().collect();
    let lost = finding.codes.iter().filter(|code| study.codebook.get(code).is_none());
    found.extend(lost.map(|code| {
        let nearest = nearest(code.as_str(), study.codebook.codes.keys().map(CodeId::as_str));
        Misfit::warning("codes", Problem::UnknownCode { code: code.to_string(), nearest })
    }));
    let lists = [("for", &finding.passages_for), ("against", &finding.passages_against)];
    for (column, passage) in
        lists.into_iter().flat_map(|(name, list)| list.iter().map(move |one| (name, one)))
    {
        found.extend(unknown_source(study, column, &passage.source));
        found.extend(misplaced(study, column, &passage.source, passage.chars));
    }
    found.extend(references::listed(study, &finding.references));
    found
}

/// Checks a panel's verdict. A word that is none stays as it is.
pub fn feedback(study: &Study, feedback: &Feedback) -> Vec<Misfit> {
    let mut found: Vec<Misfit> = unknown_finding(study, &feedback.finding)
        .map(|problem| Misfit::error("finding", problem))
        .into_iter()
        .collect();
    if let Err(words) = &feedback.verdict
        && !words.trim().is_empty()
    {
        let (verdict, nearest) = (words.trim().to_owned(), PanelVerdict::nearest(words));
        found.push(Misfit::warning("verdict", Problem::PanelVerdictUnknown { verdict, nearest }));
    }
    found
}

/// Finds the verdicts after which the same respondent gave another on the same finding, by position in
/// [`Study::feedback`]: the last counts.
pub fn repeated_verdicts(study: &Study) -> Vec<(usize, Misfit)> {
    let counted = counting(&study.feedback);
    let counts = |row: &Feedback| counted.iter().any(|one| std::ptr::eq(*one, row));
    let misfit = |row: &Feedback| {
        let (finding, respondent) = (row.finding.clone(), row.respondent.clone());
        Misfit::warning("respondent", Problem::PanelVerdictRepeated { finding, respondent })
    };
    let replaced = study.feedback.iter().enumerate().filter(|(_, row)| !counts(row));
    replaced.map(|(at, row)| (at, misfit(row))).collect()
}

/// Says that a finding does not exist, with the one that its name comes near; nothing when it does.
pub fn unknown_finding(study: &Study, finding: &str) -> Option<Problem> {
    let ids = || study.findings.iter().map(|known| known.id.as_str());
    let problem =
        || Problem::UnknownFinding { finding: finding.to_owned(), nearest: nearest(finding, ids()) };
    (!ids().any(|id| id == finding)).then(problem)
}

/// Checks what a memo is about.
pub fn memo(study: &Study, memo: &Memo) -> Vec<Misfit> {
    let unknown = |about: &About| match about {
        About::Case(case) => unknown_case(study, "about", case),
        About::Source(source) | About::Span(source, _) | About::Coding(_, source, _) => {
            unknown_source(study, "about", source)
        }
        About::Code(code) => study.codebook.get(code).is_none().then(|| {
            let nearest = nearest(code.as_str(), study.codebook.codes.keys().map(CodeId::as_str));
            Misfit::warning("about", Problem::UnknownCode { code: code.to_string(), nearest })
        }),
        About::Finding(finding) => {
            unknown_finding(study, finding).map(|problem| Misfit::warning("about", problem))
        }
    };
    memo.about.iter().filter_map(unknown).collect()
}
