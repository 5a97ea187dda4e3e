//! Cases grouped by outcome, and the order in which tables and figures show them.

use crate::attribute::{self, Values};
use crate::leaning::Leaning;
use crate::{Options, OutcomeGroup};
use draad_core::facts::Facts;
use draad_core::{Attribute, Label, Study, Valence, diagnostic::Outcome};
use std::cmp::Ordering;

/// The cases of a table in their order, by outcome group.
pub(crate) struct CaseOrder<'s> {
    /// The outcome that groups them, if the study has one.
    pub(crate) outcome: Option<&'s Attribute>,
    /// The groups; positions refer to `cases`.
    pub(crate) groups: Vec<OutcomeGroup>,
    /// Positions in [`Study::cases`].
    pub(crate) cases: Vec<u32>,
}

impl<'s> CaseOrder<'s> {
    /// Orders the cases of `facts` by outcome group, then balance on distinct factors (most promoting first, cases
    /// without any last), then id.
    pub(crate) fn new(
        study: &'s Study,
        facts: &Facts,
        options: &Options,
        leanings: &[Leaning],
    ) -> Outcome<Self> {
        let outcome = outcome(study, options)?;
        let values = outcome.map(|attribute| Values::new(study, attribute));
        let value_of = |case: u32| values.as_ref().and_then(|values| values.of_case[case as usize]);
        let rank_of = |case: u32| value_of(case).unwrap_or(u32::MAX);
        let id_of = |case: u32| study.cases.get_index(case as usize).map(|(id, _)| id);
        let mut cases = facts.cases.clone();
        cases.sort_by(|&a, &b| {
            let by_balance = || most_promoting_first(&leanings[a as usize], &leanings[b as usize]);
            rank_of(a).cmp(&rank_of(b)).then_with(by_balance).then_with(|| id_of(a).cmp(&id_of(b)))
        });
        let groups = cases
            .chunk_by(|&a, &b| value_of(a) == value_of(b))
            .scan(0, |first, chunk| {
                let positions = (*first..*first + chunk.len()).collect();
                *first += chunk.len();
                Some((value_of(chunk[0]), positions))
            })
            .map(|(value, cases)| {
                let value = value.and_then(|place| values.as_ref()?.values.get(place as usize));
                outcome_group(outcome, value, cases)
            })
            .collect();
        Ok(Self { outcome, groups, cases })
    }

    /// Returns the position of each case's outcome group, in the order of `cases`.
    pub(crate) fn group_of_case(&self) -> Vec<usize> {
        let sizes = self.groups.iter().enumerate();
        sizes
            .flat_map(|(group, OutcomeGroup { cases, .. })| std::iter::repeat_n(group, cases.len()))
            .collect()
    }
}

/// Returns the outcome that was asked for, or else the study's first.
pub(crate) fn outcome<'s>(study: &'s Study, options: &Options) -> Outcome<Option<&'s Attribute>> {
    match &options.outcome {
        Some(id) => attribute::named(study, id).map(Some),
        None => Ok(study.settings.main_outcome()),
    }
}

/// Returns per case of the study its value of that outcome, id and label; nothing where it is empty or unknown.
pub(crate) fn outcome_of_cases(study: &Study, options: &Options) -> Outcome<Vec<Option<(String, Label)>>> {
    let Some(outcome) = outcome(study, options)? else { return Ok(vec![None; study.cases.len()]) };
    let Values { values, of_case } = Values::new(study, outcome);
    Ok(of_case.into_iter().map(|value| values.get(value? as usize).cloned()).collect())
}

fn outcome_group(
    outcome: Option<&Attribute>,
    value: Option<&(String, Label)>,
    cases: Vec<usize>,
) -> OutcomeGroup {
    let (level, label) = value.cloned().map_or((None, Label::default()), |(id, label)| (Some(id), label));
    let levels = outcome.map_or(&[][..], |attribute| &attribute.levels[..]);
    let is = |end: Option<&draad_core::settings::Level>| {
        end.is_some_and(|end| Some(end.id.as_str()) == level.as_deref())
    };
    let expects = match levels.len() {
        0 | 1 => None,
        _ if is(levels.first()) => Some(Valence::Promoting),
        _ if is(levels.last()) => Some(Valence::Hindering),
        _ => None,
    };
    OutcomeGroup { level, label, expects, cases }
}

fn most_promoting_first(a: &Leaning, b: &Leaning) -> Ordering {
    // nothing is less than any balance, so it ends up last
    b.by_factors().partial_cmp(&a.by_factors()).unwrap_or(Ordering::Equal)
}
