//! Computes the association.

use super::family::{FamilyTests, tarone};
use super::{
    Association, AssociationOptions, FactorAssociation, FactorTests, Family, LEAST_CASES, SideMaterial,
    Standing,
};
use crate::attribute::example_of_test;
use crate::contrast::{ContrastCase, Counted, Deviant, FactorContrast, Share};
use crate::{Basis, Options, problem};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::filter::{Comparison, takes};
use draad_core::{Attribute, AttributeTest, AttributeType, Filter, Problem, Study};
use draad_measures::Undefined;
use draad_measures::association::{Fisher, Permutation, TwoByTwo, barnard_pooled, boschloo};
use draad_measures::interval::{Interval, union_length};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;

impl Association {
    /// Holds each factor against the outcome. `options.by` is not used.
    ///
    /// # Errors
    /// `OutcomeNeeded` when the study has no outcome and none is named; `OutcomeValueNeeded` when the attribute has no value
    /// that goes without saying; the filter or the outcome names something that the study does not have; or no case passes.
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        own: &AssociationOptions,
    ) -> Outcome<Self> {
        let Counted { outcome, order, groups, cases, factors } = Counted::new(study, facts, options)?;
        let test = own.test.clone().map_or_else(|| usual_test(study, outcome), Ok)?;
        let asked = Filter { attributes: vec![test.clone()], ..Filter::default() };
        if let Some(first) = asked.problems(study).into_iter().next() {
            return Err(problem(first));
        }
        let is_stated = |case: &ContrastCase| groups[case.group].level.is_some();
        let side = |(case, place): (&ContrastCase, &u32)| {
            is_stated(case).then(|| test.holds(&study.cases[*place as usize]))
        };
        let has_outcome: Vec<Option<bool>> = cases.iter().zip(&order).map(side).collect();
        let mut factors: Vec<FactorAssociation> = factors
            .into_par_iter()
            .map(|factor| {
                let factor = FactorContrast { deviant: deviant(&factor, &options.filter), ..factor };
                associated(factor, &cases, &has_outcome, own.unconditional)
            })
            .collect();
        factors.sort_by_cached_key(|factor| (Reverse(difference(factor.table)), factor.id.clone()));
        let all = FamilyTests::new(&factors, Family::All);
        Ok(Self {
            basis: Basis::new(study, facts, &Options { by: None, ..options.clone() }, Some(outcome)),
            options: own.clone(),
            testable: FamilyTests::new(&factors, Family::Testable),
            tarone: tarone(&factors, &all),
            n_shared_sources: shared_sources(study, facts, &order, &has_outcome),
            material: [true, false].map(|side| material(study, facts, &order, &has_outcome, side)),
            all,
            test,
            groups,
            cases,
            has_outcome,
            factors,
        })
    }
}

/// Returns the value of an outcome that is meant when none is named: the end at which it is good, or yes.
fn usual_test(study: &Study, outcome: &Attribute) -> Outcome<AttributeTest> {
    let value = match outcome.kind {
        AttributeType::Choice => outcome.levels.first().map(|level| level.id.to_string()),
        AttributeType::YesNo => Some("yes".to_owned()),
        _ => None,
    };
    let attribute = outcome.id.clone();
    match value {
        Some(value) => Ok(AttributeTest { attribute, comparison: Comparison::Equal, value }),
        None => {
            let example = example_of_test(study, outcome);
            Err(problem(Problem::OutcomeValueNeeded { attribute: attribute.to_string(), example }))
        }
    }
}

/// Returns the deviant cases; none where the filter leaves out the direction in which the factor usually works, because then it
/// seems to be missing everywhere.
fn deviant(factor: &FactorContrast, filter: &Filter) -> Vec<Deviant> {
    let is_there = factor.valence.is_none_or(|valence| takes(&filter.valences, &valence));
    if is_there { factor.deviant.clone() } else { Vec::new() }
}

fn associated(
    factor: FactorContrast,
    cases: &[ContrastCase],
    has_outcome: &[Option<bool>],
    unconditional: bool,
) -> FactorAssociation {
    let standing = |(place, case): (usize, &ContrastCase)| {
        let is_present = factor.of_cases.binary_search_by_key(&place, |(case, _)| *case).is_ok();
        match has_outcome[place] {
            None => Standing::NotStated,
            Some(has_outcome) => standing(case, is_present, has_outcome),
        }
    };
    let places: Vec<Standing> = cases.iter().enumerate().map(standing).collect();
    let [a, b, c, d] = Standing::CELLS.map(|cell| places.iter().filter(|own| **own == cell).count() as u64);
    let mut associated = FactorAssociation {
        id: factor.id,
        name: factor.name,
        kind: factor.kind,
        valence: factor.valence,
        level: factor.level,
        places,
        table: TwoByTwo { a, b, c, d },
        of_cases: factor.of_cases,
        deviant: factor.deviant,
        tests: Err(Undefined::EmptyMargin),
    };
    associated.tests = tests(&associated, unconditional);
    associated
}

/// A case without material counts on neither side, whatever is coded outside it: a factor that could be present there and never
/// absent would count for one side only.
fn standing(case: &ContrastCase, is_present: bool, has_outcome: bool) -> Standing {
    match (is_present, has_outcome) {
        _ if case.n_sources == 0 => Standing::NoMaterial,
        (true, true) => Standing::PresentWithOutcome,
        (true, false) => Standing::PresentWithout,
        (false, _) if !case.is_read => Standing::NotCoded,
        (false, true) => Standing::AbsentWithOutcome,
        (false, false) => Standing::AbsentWithout,
    }
}

fn tests(factor: &FactorAssociation, unconditional: bool) -> Result<FactorTests, Undefined> {
    let table = factor.table;
    let n = table.focal().min(table.others()) as usize;
    if n < LEAST_CASES {
        return Err(Undefined::TooFewCases { n, needed: LEAST_CASES });
    }
    let counts = |cells: [Standing; 2]| -> Vec<u64> {
        let cases = cells.into_iter().flat_map(|cell| factor.cases(cell));
        cases.map(|case| factor.n_passages(case) as u64).collect()
    };
    Ok(FactorTests {
        fisher: Fisher::new(table),
        boschloo: unconditional.then(|| boschloo(table)),
        barnard: unconditional.then(|| barnard_pooled(table)),
        counts: Permutation::new(
            &counts([Standing::PresentWithOutcome, Standing::AbsentWithOutcome]),
            &counts([Standing::PresentWithout, Standing::AbsentWithout]),
        )?,
    })
}

/// Counts the material of the cases on one side; `order` has the cases as positions in the study.
fn material(
    study: &Study,
    facts: &Facts,
    order: &[u32],
    has_outcome: &[Option<bool>],
    side: bool,
) -> SideMaterial {
    let mut is_here = vec![false; study.cases.len()];
    for (place, own) in order.iter().zip(has_outcome) {
        is_here[*place as usize] = *own == Some(side);
    }
    let here = facts.material.iter().filter(|part| is_here[part.case as usize] && !part.chars.is_empty());
    let mut words: Vec<(u32, Interval)> =
        here.map(|part| (part.source, (part.chars.start.0, part.chars.end.0))).collect();
    words.sort_unstable();
    let sources = words.chunk_by(|a, b| a.0 == b.0);
    let chars = |of_source: &[(u32, Interval)]| union_length(of_source.iter().map(|words| words.1).collect());
    SideMaterial { n_sources: sources.clone().count(), n_chars: sources.map(chars).sum() }
}

/// Counts the sources with material of cases on both sides.
fn shared_sources(study: &Study, facts: &Facts, order: &[u32], has_outcome: &[Option<bool>]) -> usize {
    let mut sides = vec![None; study.cases.len()];
    for (place, own) in order.iter().zip(has_outcome) {
        sides[*place as usize] = *own;
    }
    let on = |side: bool| -> BTreeSet<u32> {
        let parts = facts.material.iter().filter(|part| !part.chars.is_empty());
        parts.filter(|part| sides[part.case as usize] == Some(side)).map(|part| part.source).collect()
    };
    on(true).intersection(&on(false)).count()
}

/// Returns the size of the difference without rounding; 0 where one side has no cases.
fn difference(table: TwoByTwo) -> Share {
    let (focal, others) = (table.focal(), table.others());
    match focal.min(others) {
        0 => Share { k: 0, n: 1 },
        _ => Share { k: table.a, n: focal }.difference(Share { k: table.b, n: others }),
    }
}
