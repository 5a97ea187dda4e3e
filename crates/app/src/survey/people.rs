//! Whose reply it is: which participant, which case.

use super::{Request, Settled};
use crate::named;
use draad_core::{
    Case, CaseId, ColumnUse, Diagnostic, Participant, ParticipantId, Problem, Study, case::Extra,
    filter::list,
};
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
        let mut names = settled.columns(ColumnUse::Participant).chain(settled.columns(ColumnUse::Respondent));
        let named = names.next().map(|column| &settled.survey.columns[column].name);
        for (row, reply) in settled.replies.iter().enumerate() {
            let whose = whose(study, request, reply).map_err(|problem| match (problem, named) {
                (Problem::CaseNeeded, Some(column)) => Problem::ValueMissing { column: column.clone() },
                (problem, _) => problem,
            });
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
    let case = Some(reply.case.as_str()).filter(|case| !case.is_empty());
    let case = case.map(|case| study.case_called(case).map_or(case, |known| known.id.as_str()));
    let known = study.participant_called(&reply.person, case);
    let case = match case {
        Some(named) => id(named)?,
        None => unnamed_case(study, request, reply, known)?,
    };
    let may_be_new = request.add_cases || request.respondents_are_cases;
    if !may_be_new && !study.cases.contains_key(&case) {
        return Err(Problem::UnknownCase { case: case.to_string() });
    }
    let new = || request.role.as_ref().and_then(|_| ParticipantId::new(&reply.person));
    Ok(Whose { case, participant: known.map(|person| person.id.clone()).or_else(new) })
}

/// The only case of the participant, or else what the request says.
fn unnamed_case(
    study: &Study,
    request: &Request,
    reply: &Reply,
    known: Option<&Participant>,
) -> Result<CaseId, Problem> {
    let participant = || reply.person.clone();
    match (known.map(|person| &person.cases[..]), &request.case) {
        (Some([only]), _) => Ok(only.clone()),
        (_, Some(case)) => Ok(named::case_called(study, case.clone())),
        _ if request.respondents_are_cases => id(&reply.person),
        (Some(cases), None) => {
            Err(Problem::RespondentCaseUnclear { participant: participant(), cases: list(cases) })
        }
        (None, None) if reply.is_named => Err(Problem::RespondentUnknown { participant: participant() }),
        (None, None) => Err(Problem::CaseNeeded),
    }
}

fn id(text: &str) -> Result<CaseId, Problem> {
    CaseId::new(text).ok_or_else(|| Problem::IdInvalid { id: text.to_owned() })
}
