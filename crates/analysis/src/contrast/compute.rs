//! Computes the contrast.

use super::count::Counting;
use super::pairs::Profiles;
use super::{Contrast, ContrastCase, ContrastGroup, ContrastOptions, FactorContrast};
use crate::groups::{Grouping, Kinds};
use crate::hits::{Rows, hits};
use crate::leaning::Leaning;
use crate::levels::{Level, levels};
use crate::material::cases_read;
use crate::outcome::{CaseOrder, outcome_group};
use crate::{Basis, By, GroupKey, Options, OutcomeGroup, problem};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{Attribute, AttributeType, Problem, Study};
use draad_measures::Undefined;

/// Cases by outcome and factors counted in them: what a contrast shows, and what other comparisons with the outcome start from.
pub(crate) struct Counted<'s> {
    /// The outcome.
    pub(crate) outcome: &'s Attribute,
    /// The cases as positions in the study, in the order of `cases`.
    pub(crate) order: Vec<u32>,
    /// As in [`Contrast::groups`].
    pub(crate) groups: Vec<ContrastGroup>,
    /// As in [`Contrast::cases`].
    pub(crate) cases: Vec<ContrastCase>,
    /// As in [`Contrast::factors`].
    pub(crate) factors: Vec<FactorContrast>,
}

impl<'s> Counted<'s> {
    /// Counts. `options.by` is not used.
    ///
    /// # Errors
    /// Those of [`Contrast::from_facts`].
    pub(crate) fn new(study: &'s Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        options.check(study)?;
        // without leanings cases stand by id within their outcome
        let order = CaseOrder::new(study, facts, options, &vec![Leaning::default(); study.cases.len()])?;
        let Some(outcome) = order.outcome else {
            let known = draad_core::filter::list(study.settings.attributes.iter().map(|known| &known.id));
            return Err(problem(Problem::OutcomeNeeded { known }));
        };
        let by_case = Grouping::cases(study, facts);
        let (case_material, _) = levels(study, facts, &by_case);
        let groups = groups(study, facts, outcome, &order)?;
        let material = |case| &case_material[by_case.of_case(case) as usize];
        let cases = cases(study, &order, &groups, material, &cases_read(study, facts));
        let rows = Rows::new(&study.codebook, &options.filter, !options.unfolded);
        let hits = hits(facts, &rows, |_| 0);
        let factors = Counting::new(study, facts, &rows, &hits, &order.cases, &groups, &cases).factors();
        Ok(Self { outcome, order: order.cases, groups, cases, factors })
    }
}

impl Contrast {
    /// Holds the outcome groups against each other. `options.by` is not used.
    ///
    /// # Errors
    /// `OutcomeNeeded` when the study has no outcome and none is named; the filter or the outcome names something that the
    /// study does not have; or no case passes.
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        own: &ContrastOptions,
    ) -> Outcome<Self> {
        let Counted { outcome, order, groups, cases, factors } = Counted::new(study, facts, options)?;
        let profiles = Profiles::new(study, facts, outcome, &order, &groups, &cases);
        Ok(Self {
            factors,
            similar: profiles.similar(own.pairs),
            different: profiles.different(own.pairs),
            not_compared: profiles.not_compared(),
            undefined: why_none(&groups),
            basis: Basis::new(study, facts, &Options { by: None, ..options.clone() }, Some(outcome)),
            groups,
            cases,
        })
    }
}

/// Returns the outcome groups, with the levels of a choice that no case has.
fn groups(
    study: &Study,
    facts: &Facts,
    outcome: &Attribute,
    order: &CaseOrder,
) -> Outcome<Vec<ContrastGroup>> {
    let kinds = Kinds::new(study);
    let by = By::Attribute(outcome.id.clone());
    let (levels, _) = levels(study, facts, &Grouping::new(study, facts, &kinds, &by)?);
    let is_choice = outcome.kind == AttributeType::Choice;
    let listed = outcome.levels.iter().filter(|_| is_choice).map(|level| {
        let value = (level.id.to_string(), level.label.clone());
        let found = order.groups.iter().find(|group| group.level.as_ref() == Some(&value.0));
        found.cloned().unwrap_or_else(|| outcome_group(Some(outcome), Some(&value), Vec::new()))
    });
    let is_listed = |group: &&OutcomeGroup| {
        is_choice && outcome.levels.iter().any(|level| group.level.as_deref() == Some(level.id.as_str()))
    };
    let others = order.groups.iter().filter(|group| !is_listed(group)).cloned();
    Ok(listed.chain(others).map(|group| with_material(group, &levels)).collect())
}

fn with_material(group: OutcomeGroup, levels: &[Level]) -> ContrastGroup {
    let OutcomeGroup { level, label, expects, cases } = group;
    let key = level.clone().map_or(GroupKey::NotStated, GroupKey::Value);
    let found = levels.iter().find(|level| level.key == key);
    let (n_sources, n_chars) = found.map_or((0, 0), |level| (level.n_sources, level.n_chars));
    ContrastGroup { level, label, expects, cases, n_sources, n_chars }
}

fn cases<'m>(
    study: &Study,
    order: &CaseOrder,
    groups: &[ContrastGroup],
    material: impl Fn(u32) -> &'m Level,
    is_read: &[bool],
) -> Vec<ContrastCase> {
    let group_of = |position: usize| groups.iter().position(|group| group.cases.contains(&position));
    let case = |(position, &place): (usize, &u32)| {
        let case = &study.cases[place as usize];
        let Level { n_sources, n_chars, .. } = *material(place);
        ContrastCase {
            id: case.id.clone(),
            name: case.name.clone(),
            group: group_of(position).expect("every case has an outcome group"),
            n_sources,
            n_chars,
            is_read: is_read[place as usize],
        }
    };
    order.cases.iter().enumerate().map(case).collect()
}

fn why_none(groups: &[ContrastGroup]) -> Option<Undefined> {
    let stated = groups.iter().filter(|group| group.level.is_some() && !group.cases.is_empty()).count();
    match stated {
        0 => Some(Undefined::NotStated),
        1 => Some(Undefined::TooFewUnits { n: 1, needed: 2 }),
        _ => None,
    }
}
