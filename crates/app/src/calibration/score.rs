//! Recording a score. Nothing is overwritten: who scores again adds a row, and the earlier one stays as history.

use crate::Project;
use crate::coding::{coder, listed, places};
use crate::named::case_called;
use draad_analysis::calibration::named;
use draad_core::check::Misfit;
use draad_core::diagnostic::Outcome;
use draad_core::filter::{list, nearest};
use draad_core::membership::{Scored, scored};
use draad_core::records::PassageRef;
use draad_core::{
    CaseId, CoderId, Condition, Diagnostic, Membership, Place, Problem, SourceId, Study, check,
};
use draad_store::{Changes, paths, render};
use jiff::Timestamp;

/// A score that somebody gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The condition.
    pub condition: String,
    /// The case, by its id or name.
    pub case: CaseId,
    /// The value: a number, with a decimal point or comma, or the label of one.
    pub value: String,
    /// Who scores; nothing where the study has one coder.
    pub coder: Option<CoderId>,
    /// Why.
    pub memo: String,
    /// What it rests on: `p03-interview:120-240`, or `p03-interview: her words`.
    pub passages: Vec<String>,
}

/// What came of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The score.
    pub row: Membership,
    /// The score that this person had given before.
    pub before: Option<Membership>,
    /// Whether it was there already, just so: then nothing was added.
    pub is_known: bool,
    /// What the user should look at, though the score was recorded.
    pub warnings: Vec<Diagnostic>,
}

impl Given {
    /// Returns what the value is called; may be empty.
    pub fn label(&self, project: &Project) -> String {
        let condition = project.study().conditions.get(&self.row.condition);
        let anchor = condition.and_then(|one| one.value.iter().find(|anchor| anchor.value == self.row.value));
        anchor.map_or(String::new(), |anchor| anchor.label.get(project.words.language).to_owned())
    }
}

/// Records a score, in one change that can be undone.
///
/// # Errors
/// When something in the request does not fit; when the study is locked or cannot be written, or `memberships.csv` holds
/// something that would be lost.
pub fn score(project: &mut Project, request: &Request, now: Timestamp) -> Outcome<Given> {
    let lock = project.folder.lock("calibrate")?;
    project.reload()?;
    let study = &project.loaded.study;
    let condition = named(study, &request.condition)?;
    let row = row(study, condition, request, now).map_err(without_place)?;
    let before = last_of(study, &row).cloned();
    let same = |before: &Membership| {
        (before.value, &before.memo, &before.passages) == (row.value, &row.memo, &row.passages)
    };
    let is_known = before.as_ref().is_some_and(same);
    if let Some(later) = before.as_ref().filter(|before| !is_known && before.created > row.created) {
        let (coder, created) = (later.coder.to_string(), later.created.to_string());
        let problem = Problem::ScoreDatedLater { coder, case: later.case.to_string(), created };
        return Err(without_place(problem));
    }
    let mut warnings: Vec<Diagnostic> = Vec::new();
    if !is_known {
        let found = check::membership(study, &row).into_iter();
        warnings.extend(found.map(placeless));
        project.loaded.guard(&[paths::MEMBERSHIPS])?;
        project.loaded_mut().study.memberships.push(row.clone());
        let bytes = render::memberships(project.study());
        lock.commit("calibrate", Changes::from([(paths::MEMBERSHIPS.to_owned(), Some(bytes))]))?;
    }
    warnings.extend(differing(project.study(), &row));
    Ok(Given { row, before: before.filter(|_| !is_known), is_known, warnings })
}

/// Makes the row that is asked for.
fn row(
    study: &Study,
    condition: &Condition,
    request: &Request,
    now: Timestamp,
) -> Result<Membership, Problem> {
    if let Some(misfit) = check::condition(study, condition).into_iter().next() {
        return Err(misfit.problem);
    }
    let name = condition.name.to_string();
    if !condition.is_scored() {
        let method: &str = condition.method.into();
        return Err(Problem::ConditionNotScored { condition: name, method: method.to_owned() });
    }
    let value = value(condition, &request.value).ok_or_else(|| Problem::ScoreUnknown {
        condition: name,
        value: request.value.clone(),
        known: list(condition.value.iter().map(|known| known.value)),
    })?;
    let case = case_called(study, request.case.clone());
    if !study.cases.contains_key(&case) {
        return Err(Problem::UnknownCase { case: case.to_string() });
    }
    let passages = request.passages.iter().map(|written| passage(study, written));
    Ok(Membership {
        condition: condition.name.clone(),
        case,
        value,
        coder: coder(study, &study.coders(), request.coder.as_ref())?,
        created: now,
        memo: request.memo.trim().to_owned(),
        passages: passages.collect::<Result<_, _>>()?,
        extra: Default::default(),
    })
}

/// Returns the value of the condition that a number or label means.
fn value(condition: &Condition, written: &str) -> Option<f64> {
    let number: Option<f64> = written.trim().replace(',', ".").parse().ok();
    let is_meant = |known: &draad_core::condition::AnchorValue| match number {
        Some(number) => known.value == number,
        None => known.label.is(written),
    };
    condition.value.iter().find(|known| is_meant(known)).map(|known| known.value)
}

/// Finds the passage that is meant: by its positions, or by its words where they stand once in the source.
fn passage(study: &Study, written: &str) -> Result<PassageRef, Problem> {
    let unreadable = || Problem::PassageUnreadable { passage: written.to_owned() };
    let (source, rest) = written.split_once(':').ok_or_else(unreadable)?;
    let Some(source) = study.sources.get(source.trim()) else {
        let nearest = nearest(source.trim(), study.sources.keys().map(SourceId::as_str));
        return Err(Problem::UnknownSource { source: source.trim().to_owned(), nearest });
    };
    if let Some(passage) = PassageRef::from_address(written) {
        return source.text.span(passage.chars).map(|_| passage).ok_or_else(unreadable);
    }
    let passage = |place| PassageRef { source: source.id.clone(), chars: source.text.char_span(place) };
    match places(source, rest.trim())?[..] {
        [place] => Ok(passage(place)),
        ref several => Err(Problem::PassageAmbiguous {
            quote: rest.trim().to_owned(),
            source: source.id.to_string(),
            n_matches: several.len(),
            candidates: listed(source, several, |place| passage(place).address()),
        }),
    }
}

/// Returns the last score that this person gave the case.
fn last_of<'s>(study: &'s Study, row: &Membership) -> Option<&'s Membership> {
    let is_own = |other: &&Membership| {
        other.condition == row.condition && other.case == row.case && other.coder == row.coder
    };
    study.memberships.iter().filter(is_own).max_by_key(|other| other.created)
}

/// Says that others scored the case differently.
fn differing(study: &Study, row: &Membership) -> Option<Diagnostic> {
    let Scored::Differently(_) = scored(study, &[], &row.condition, &row.case) else { return None };
    let of_row = |problem: &Problem| {
        matches!(problem, Problem::ScoredDifferently { condition, case, .. }
            if *condition == row.condition.as_str() && *case == row.case.as_str())
    };
    let mut found = check::scores(study).into_iter().map(|(_, misfit)| placeless(misfit));
    found.find(|diagnostic| of_row(&diagnostic.problem))
}

/// Returns what a check found in a row that was just made: it has no line to point at.
fn placeless(misfit: Misfit) -> Diagnostic {
    Diagnostic { severity: misfit.severity, place: Place::default(), problem: misfit.problem }
}

fn without_place(problem: Problem) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), problem))
}
