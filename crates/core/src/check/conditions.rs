//! What does not fit in conditions and in the scores that people gave for them.

use super::{Misfit, misplaced, unknown_case, unknown_source};
use crate::condition::ConditionMisfit;
use crate::filter::{list, nearest};
use crate::membership::{Scored, scored};
use crate::{
    Attribute, AttributeType, CaseId, CodeId, CoderPolicy, Condition, ConditionFault, ConditionId,
    Membership, Method, Problem, Source, Study, id,
};

/// Checks a condition: by itself, and against codebook and settings. No result can rest on one in which there is an error.
pub fn condition(study: &Study, condition: &Condition) -> Vec<Misfit> {
    let mut found: Vec<Misfit> = name_taken(study, condition).into_iter().collect();
    if let Some(code) = &condition.code
        && study.codebook.get(code).is_none()
    {
        let nearest = nearest(code.as_str(), study.codebook.codes.keys().map(CodeId::as_str));
        found.push(Misfit::error("code", Problem::UnknownCode { code: code.to_string(), nearest }));
    }
    let attribute = condition.attribute.as_ref();
    let known = attribute.and_then(|id| study.settings.attribute(id.as_str()));
    if let (Some(id), None) = (attribute, known) {
        let known = list(study.settings.attributes.iter().map(|attribute| &attribute.id));
        found
            .push(Misfit::error("attribute", Problem::UnknownAttribute { attribute: id.to_string(), known }));
    }
    let by_itself = condition.calibration().err();
    let faults = by_itself.or_else(|| known.and_then(|attribute| unfit(condition, attribute)));
    found.extend(faults.map(|fault| {
        let (field, problem) = (fault.field, condition_fault(&condition.name, fault));
        Misfit::error(field, problem)
    }));
    found
}

/// Returns what is wrong with a condition as a problem.
pub fn condition_fault(condition: &ConditionId, fault: ConditionMisfit) -> Problem {
    let ConditionMisfit { fault: reason, field, detail } = fault;
    Problem::ConditionInvalid { condition: condition.to_string(), reason, field: field.to_owned(), detail }
}

/// Says that a name means something else too, or differs from an earlier one in capitals only.
fn name_taken(study: &Study, condition: &Condition) -> Option<Misfit> {
    let name = condition.name.as_str();
    let is_taken = study.codebook.codes.contains_key(name) || study.settings.attribute(name).is_some();
    if is_taken {
        return Some(Misfit::error("name", Problem::ConditionNameTaken { condition: name.to_owned() }));
    }
    let is_same = |other: &&Condition| id::folded(other.name.as_str()) == id::folded(name);
    let earlier = study.conditions.values().take_while(|other| other.name != condition.name).find(is_same)?;
    let (name, existing) = (name.to_owned(), earlier.name.to_string());
    Some(Misfit::error("name", Problem::NameTakenInOtherSpelling { name, existing }))
}

/// Returns what the method cannot do with the attribute.
fn unfit(condition: &Condition, attribute: &Attribute) -> Option<ConditionMisfit> {
    use AttributeType::{Choice, Integer, Number, YesNo};
    let fits = match condition.method {
        Method::Presence => matches!(attribute.kind, YesNo | Choice),
        Method::Crisp | Method::Direct | Method::Linear => matches!(attribute.kind, Integer | Number),
        Method::Levels => attribute.kind == Choice,
        Method::Scores => true,
    };
    if !fits {
        let kind: &str = attribute.kind.into();
        return Some(ConditionMisfit::of(ConditionFault::AttributeUnfit, "attribute", kind));
    }
    if attribute.kind != Choice {
        let is_unused = !condition.level.is_empty();
        return is_unused.then(|| ConditionMisfit::new(ConditionFault::FieldUnused, "level"));
    }
    let is_known = |level: &&String| attribute.levels.iter().any(|known| known.id == level.as_str());
    if let Some(level) = condition.level.iter().find(|level| !is_known(level)) {
        return Some(ConditionMisfit::of(ConditionFault::LevelUnknown, "level", level));
    }
    let distinct: std::collections::BTreeSet<&String> = condition.level.iter().collect();
    let is_complete = distinct.len() == condition.level.len() && distinct.len() == attribute.levels.len();
    match condition.method {
        Method::Presence if distinct.is_empty() => {
            Some(ConditionMisfit::new(ConditionFault::LevelMissing, "level"))
        }
        Method::Levels if !distinct.is_empty() && !is_complete => {
            Some(ConditionMisfit::new(ConditionFault::LevelsIncomplete, "level"))
        }
        _ => None,
    }
}

/// Checks a score. One in which there is an error counts for nothing.
pub fn membership(study: &Study, row: &Membership) -> Vec<Misfit> {
    let mut found: Vec<Misfit> = value(study, row).into_iter().collect();
    found.extend(unknown_case(study, "case", &row.case));
    for passage in &row.passages {
        found.extend(unknown_source(study, "passages", &passage.source));
        found.extend(misplaced(study, "passages", &passage.source, passage.chars));
        let is_elsewhere = |source: &Source| !source.cases.contains(&row.case);
        if study.cases.contains_key(&row.case) && study.sources.get(&passage.source).is_some_and(is_elsewhere)
        {
            let (case, source) = (row.case.to_string(), passage.source.to_string());
            found.push(Misfit::warning("passages", Problem::ScoreOnOtherCase { case, source }));
        }
    }
    found
}

/// Checks that the condition is there, that people score it, and that the value is one of those it defines.
fn value(study: &Study, row: &Membership) -> Option<Misfit> {
    let name = row.condition.to_string();
    let Some(condition) = study.conditions.get(&row.condition) else {
        let nearest = nearest(&name, study.conditions.keys().map(ConditionId::as_str));
        return Some(Misfit::error("condition", Problem::UnknownCondition { condition: name, nearest }));
    };
    if !condition.is_scored() {
        let method: &str = condition.method.into();
        let problem = Problem::ConditionNotScored { condition: name, method: method.to_owned() };
        return Some(Misfit::error("condition", problem));
    }
    let is_known = condition.value.iter().any(|known| known.value == row.value);
    let known = || list(condition.value.iter().map(|known| known.value));
    let problem = || Problem::ScoreUnknown { condition: name, value: row.value.to_string(), known: known() };
    (!is_known).then(|| Misfit::error("value", problem()))
}

/// Finds the cases that people scored differently, so that the condition has no value for them: each with the position of
/// the latest of their rows in [`Study::memberships`].
pub fn scores(study: &Study) -> Vec<(usize, Misfit)> {
    let scored_by_hand = study.conditions.values().filter(|condition| condition.is_scored());
    let pairs = scored_by_hand.flat_map(|one| study.cases.keys().map(move |case| (&one.name, case)));
    let differ = pairs.filter_map(|(condition, case)| match scored(study, &[], condition, case) {
        Scored::Differently(rows) => Some((condition, case, rows)),
        Scored::Nobody | Scored::Agreed(_) => None,
    });
    let misfit = |(condition, case, rows): (&ConditionId, &CaseId, Vec<&Membership>)| {
        let place = study.memberships.iter().position(|row| std::ptr::eq(row, rows[0]))?;
        let scores = list(rows.iter().rev().map(|row| format!("{} {}", row.coder, row.value)));
        let problem = Problem::ScoredDifferently {
            condition: condition.to_string(),
            case: case.to_string(),
            scores,
            layer: layer(study),
        };
        Some((place, Misfit::warning("value", problem)))
    };
    differ.filter_map(misfit).collect()
}

/// Returns the layer whose row decides where people differ; empty where the study has none.
fn layer(study: &Study) -> String {
    match &study.settings.coder_policy {
        CoderPolicy::Adjudicated { coder } => coder.to_string(),
        CoderPolicy::All | CoderPolicy::One { .. } => String::new(),
    }
}

#[cfg(test)]
mod tests;
