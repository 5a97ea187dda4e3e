//! Whose reply it is: which participant, which case.

use super::{Request, Settled};
use draad_core::{Case, CaseId, Diagnostic, Participant, ParticipantId, Problem, Study, case::Extra};
use draad_ingest::survey::Reply;
use indexmap::{IndexMap, IndexSet};

/// Whose reply each row is.
pub(super) struct People {
    /// Case and participant per reply; nothing for replies that were refused.
    pub(super) rows: Vec<Option<Whose>>,
    /// Replies without a case, each with its reason.
    pub(super) refused: Vec<Diagnostic>,
}

/// Whose reply it is.
#[derive(Clone, Debug)]
pub(super) struct Whose {
    pub(super) case: CaseId,
    /// The participant in the study, or the one that will be added.
    pub(super) participant: Option<ParticipantId>,
}

impl People {
    /// Finds case and participant of each reply.
    pub(super) fn find(study: &Study, request: &Request, settled: &Settled) -> Self {
        let mut people = Self { rows: Vec::with_capacity(settled.replies.len()), refused: Vec::new() };
        for (row, reply) in settled.replies.iter().enumerate() {
            let whose = whose(study, request, reply);
            let whose = whose.map_err(|problem| Diagnostic::error(settled.place(row), problem));
            people.rows.push(whose.map_err(|refused| people.refused.push(refused)).ok());
        }
        people
    }

    /// Adds the cases and participants that are new, as far as the request allows; returns them.
    pub(super) fn add_to(&self, study: &mut Study, request: &Request) -> (Vec<CaseId>, Vec<ParticipantId>) {
        let (mut cases, mut participants) = (Vec::new(), Vec::new());
        for whose in self.rows.iter().flatten() {
            if !study.cases.contains_key(&whose.case) {
                let case = Case { id: whose.case.clone(), name: String::new(), attributes: IndexMap::new() };
                study.cases.insert(case.id.clone(), case);
                cases.push(whose.case.clone());
            }
            let (Some(id), Some(role)) = (&whose.participant, &request.role) else { continue };
            if !study.participants.contains_key(id) {
                let person = Participant {
                    id: id.clone(),
                    role: role.clone(),
                    cases: self.cases_of(id),
                    labels: Vec::new(),
                    name: String::new(),
                    extra: Extra::new(),
                };
                study.participants.insert(id.clone(), person);
                participants.push(id.clone());
            }
        }
        (cases, participants)
    }

    fn cases_of(&self, participant: &ParticipantId) -> Vec<CaseId> {
        let is_theirs = |whose: &&Whose| whose.participant.as_ref() == Some(participant);
        let cases = self.rows.iter().flatten().filter(is_theirs).map(|whose| whose.case.clone());
        cases.collect::<IndexSet<_>>().into_iter().collect()
    }
}

fn whose(study: &Study, request: &Request, reply: &Reply) -> Result<Whose, Problem> {
    let known = participant(study, &reply.person, &reply.case);
    let case = case(study, request, reply, known)?;
    let new = || request.role.as_ref().and_then(|_| ParticipantId::new(&reply.person));
    Ok(Whose { case, participant: known.map(|person| person.id.clone()).or_else(new) })
}

/// Returns the participant with this id, or else the only one with this label (in the case, where it is named).
fn participant<'s>(study: &'s Study, person: &str, case: &str) -> Option<&'s Participant> {
    if let Some(known) = study.participants.get(person) {
        return Some(known);
    }
    let mut called = study.participants.values().filter(|known| {
        let in_case = case.is_empty() || known.cases.iter().any(|own| own.as_str() == case);
        in_case && known.labels.iter().any(|label| label == person)
    });
    called.next().filter(|_| called.next().is_none())
}

/// The case that the reply names, or else the only one of the participant, or else what the request says.
fn case(
    study: &Study,
    request: &Request,
    reply: &Reply,
    known: Option<&Participant>,
) -> Result<CaseId, Problem> {
    let id = |text: &str| CaseId::new(text).ok_or_else(|| Problem::IdInvalid { id: text.to_owned() });
    let own = known.map_or(&[][..], |person| &person.cases);
    let case = match (reply.case.as_str(), own, &request.case) {
        ("", [only], _) => only.clone(),
        ("", _, Some(case)) => case.clone(),
        ("", _, None) if request.respondents_are_cases => id(&reply.person)?,
        ("", _, None) => return Err(Problem::CaseNeeded),
        (named, _, _) => id(named)?,
    };
    let may_be_new = request.add_cases || request.respondents_are_cases;
    if !may_be_new && !study.cases.contains_key(&case) {
        return Err(Problem::UnknownCase { case: case.to_string() });
    }
    Ok(case)
}
