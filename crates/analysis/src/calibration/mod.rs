//! Conditions with a membership per case: computed from codes and attributes, or as people scored them.
//!
//! A membership is a number or a typed reason why there is none; a case without material for a code, in which nobody coded, without a value of an
//! attribute, or without a score on which people agree is never 0.

mod plain;
mod raw;

pub use plain::list;

use crate::{Basis, CellAddress, Options, Passage, attribute, passages_at, problem};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::filter::{nearest, takes};
use draad_core::membership::{Scored, scored};
use draad_core::{
    Anchors, AttributeValue, Calibration, CaseId, Condition, ConditionId, Filter, Membership, Problem,
    Severity, Study, check,
};
use draad_measures::{Measured, Undefined, calibrate};

/// A condition with its memberships.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibrated {
    /// The condition as it is defined.
    pub condition: Condition,
    /// How it becomes a membership.
    pub calibration: Calibration,
    /// What its values are.
    pub scale: Scale,
    /// What it rests on.
    pub basis: Basis,
    /// The cases that pass, in the order of the study.
    pub rows: Vec<CalibratedCase>,
}

/// What the values of a condition are.
#[derive(Clone, Debug, PartialEq)]
pub enum Scale {
    /// 0 and 1.
    Crisp,
    /// From 0 to 1.
    Fuzzy,
    /// 0, 1, 2, …
    MultiValue {
        /// What each value is called, from 0 up: a level of the attribute, or a stretch between thresholds such as `2–5`.
        levels: Vec<String>,
    },
}

/// A case with its membership.
#[derive(Clone, Debug, PartialEq)]
pub struct CalibratedCase {
    /// Position in [`Study::cases`].
    pub case: u32,
    /// Its id.
    pub id: CaseId,
    /// What people call it; may be empty.
    pub name: String,
    /// The measure before calibration: passages, sources, characters or a share of them for a code, the number of an
    /// attribute; nothing where there is no number, as with scores.
    pub raw: Option<Measured>,
    /// The value of the attribute that the condition rests on.
    pub value: Option<AttributeValue>,
    /// The membership, 0 to 1; of a condition of several values which of them, from 0 up.
    ///
    /// Reasons: `NoMaterial`, `NotCoded`, `NotStated`, `NotScored`, `ScoredDifferently`.
    pub membership: Measured,
    /// The scores that count, the latest first: one of each person. Those that differ stand here too.
    pub scores: Vec<Membership>,
    /// Scores that count no more, or not here: the person thought again, or the coder policy lets others decide. The latest
    /// first.
    pub earlier: Vec<Membership>,
}

impl Calibrated {
    /// Calibrates a condition, for the cases that pass the filter of `options`.
    ///
    /// # Errors
    /// What does not fit in the condition (see [`check::condition`]; a name that is taken is no matter here), or in the
    /// options.
    pub fn from_study(study: &Study, condition: &Condition, options: &Options) -> Outcome<Self> {
        Self::from_facts(study, &Facts::new(study, &options.filter), condition, options)
    }

    /// Calibrates a condition from facts that were collected with the filter of `options`, or with less.
    ///
    /// # Errors
    /// As [`Calibrated::from_study`].
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        condition: &Condition,
        options: &Options,
    ) -> Outcome<Self> {
        options.check(study)?;
        let calibration = checked(study, condition)?;
        let scale = scale(study, condition, &calibration)?;
        let bare = |case: u32| {
            let (id, found) = study.cases.get_index(case as usize).expect("facts hold cases of the study");
            CalibratedCase {
                case,
                id: id.clone(),
                name: found.name.clone(),
                raw: None,
                value: None,
                membership: Err(Undefined::NotStated),
                scores: Vec::new(),
                earlier: Vec::new(),
            }
        };
        let mut calibrated = Self {
            condition: condition.clone(),
            calibration,
            scale,
            basis: Basis::new(study, facts, options, None),
            rows: facts.cases.iter().map(|&case| bare(case)).collect(),
        };
        match (&condition.code, &condition.attribute) {
            (Some(code), _) => calibrated.by_code(study, facts, code, options)?,
            (None, Some(id)) => calibrated.by_attribute(study, attribute::named(study, id)?),
            (None, None) => calibrated.by_scores(study, &options.filter),
        }
        Ok(calibrated)
    }

    /// Returns how many cases have a membership.
    pub fn n_known(&self) -> usize {
        self.rows.iter().filter(|row| row.membership.is_ok()).count()
    }

    /// Returns the log odds at the inclusion anchor, L = ln(d / (1 − d)) with degree d, of the direct method.
    pub fn log_odds(&self) -> Option<f64> {
        match self.calibration {
            Calibration::Direct { degree, .. } => calibrate::log_odds(degree),
            _ => None,
        }
    }

    /// Takes over the scores of each case.
    fn by_scores(&mut self, study: &Study, filter: &Filter) {
        let name = &self.condition.name;
        for row in &mut self.rows {
            let (membership, counting) = match scored(study, &filter.coders, name, &row.id) {
                Scored::Nobody => (Err(Undefined::NotScored), Vec::new()),
                Scored::Agreed(rows) => (Ok(rows[0].value), rows),
                Scored::Differently(rows) => (Err(Undefined::ScoredDifferently), rows),
            };
            let is_other = |other: &&Membership| {
                other.condition == *name
                    && other.case == row.id
                    && takes(&filter.coders, &other.coder)
                    && !counting.iter().any(|one| std::ptr::eq(*one, *other))
            };
            let mut earlier: Vec<Membership> =
                study.memberships.iter().filter(is_other).rev().cloned().collect();
            earlier.sort_by_key(|other| std::cmp::Reverse(other.created));
            row.membership = membership;
            row.scores = counting.into_iter().cloned().collect();
            row.earlier = earlier;
        }
    }
}

impl CalibratedCase {
    /// Returns the passages of the code behind a membership that was computed; none for other conditions. `facts` and
    /// `options` are those with which it was calibrated.
    ///
    /// # Errors
    /// As [`passages_at`].
    pub fn passages(
        &self,
        study: &Study,
        facts: &Facts,
        condition: &Condition,
        options: &Options,
    ) -> Outcome<Vec<Passage>> {
        let Some(code) = &condition.code else { return Ok(Vec::new()) };
        let (facts, filter) = raw::of_condition(facts, condition, code, options);
        let address = CellAddress {
            case: Some(self.id.clone()),
            factors: vec![code.clone()],
            ..CellAddress::default()
        };
        passages_at(study, &filter, &facts, &address, options.unfolded)
    }
}

/// Returns the condition with this name.
///
/// # Errors
/// `UnknownCondition`, with the one that comes near.
pub fn named<'s>(study: &'s Study, name: &str) -> Outcome<&'s Condition> {
    study.conditions.get(name).ok_or_else(|| {
        let nearest = nearest(name, study.conditions.keys().map(ConditionId::as_str));
        problem(Problem::UnknownCondition { condition: name.to_owned(), nearest })
    })
}

/// Returns what conditions rest on that are calibrated from these facts.
///
/// # Errors
/// When the options name something that the study does not have, or no case passes.
pub fn basis(study: &Study, facts: &Facts, options: &Options) -> Outcome<Basis> {
    options.check(study)?;
    Ok(Basis::new(study, facts, options, None))
}

/// Returns the membership of a number by anchors or thresholds; nothing for conditions that need no number. What varies
/// anchors to see what becomes of a solution asks here.
///
/// ```
/// # use draad_analysis::calibration::of_number;
/// # use draad_core::{Anchors, Calibration};
/// let anchors = Anchors { exclusion: 0.0, crossover: 10.0, inclusion: 30.0 };
/// assert_eq!(of_number(&Calibration::Linear { anchors }, 20.0), Some(0.75));
/// assert_eq!(of_number(&Calibration::Crisp { thresholds: vec![1.0, 5.0] }, 5.0), Some(2.0));
/// assert_eq!(of_number(&Calibration::Scores, 5.0), None);
/// ```
pub fn of_number(calibration: &Calibration, number: f64) -> Option<f64> {
    let three = |Anchors { exclusion, crossover, inclusion }: &Anchors| [*exclusion, *crossover, *inclusion];
    match calibration {
        Calibration::Presence => Some(f64::from(u8::from(number > 0.0))),
        Calibration::Crisp { thresholds } => Some(calibrate::crisp(number, thresholds) as f64),
        Calibration::Direct { anchors, degree } => calibrate::direct_to(*degree, number, three(anchors)),
        Calibration::Linear { anchors } => calibrate::linear(number, three(anchors)),
        Calibration::Scores | Calibration::Levels { .. } => None,
    }
}

/// Returns how a condition becomes a membership.
fn checked(study: &Study, condition: &Condition) -> Outcome<Calibration> {
    let found = check::condition(study, condition).into_iter();
    let mut errors = found.filter(|misfit| misfit.severity == Severity::Error && misfit.column != "name");
    match errors.next() {
        Some(misfit) => Err(problem(misfit.problem)),
        None => {
            condition.calibration().map_err(|misfit| problem(check::condition_fault(&condition.name, misfit)))
        }
    }
}

/// Returns what the values of a condition are.
fn scale(study: &Study, condition: &Condition, calibration: &Calibration) -> Outcome<Scale> {
    Ok(match calibration {
        Calibration::Presence => Scale::Crisp,
        Calibration::Crisp { thresholds } if thresholds.len() == 1 => Scale::Crisp,
        Calibration::Crisp { thresholds } => Scale::MultiValue { levels: stretches(thresholds) },
        Calibration::Direct { .. } | Calibration::Linear { .. } => Scale::Fuzzy,
        Calibration::Scores if condition.value.iter().all(|one| [0.0, 1.0].contains(&one.value)) => {
            Scale::Crisp
        }
        Calibration::Scores => Scale::Fuzzy,
        Calibration::Levels { order } => Scale::MultiValue { levels: raw::levels(study, condition, order)? },
    })
}

/// Returns what lies between thresholds: `<2`, `2–5`, `≥5`.
fn stretches(thresholds: &[f64]) -> Vec<String> {
    let first = thresholds.first().map(|first| format!("<{first}"));
    let between = thresholds.windows(2).map(|pair| format!("{}–{}", pair[0], pair[1]));
    let last = thresholds.last().map(|last| format!("≥{last}"));
    first.into_iter().chain(between).chain(last).collect()
}

#[cfg(test)]
mod tests;
