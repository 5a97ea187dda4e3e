//! The balance of promoting and hindering per case, and per phase, role or kind of source within it.

mod tables;

use crate::groups::{Grouping, Kinds};
use crate::leaning::{Leaning, leanings, leanings_in};
use crate::material::material;
use crate::outcome::CaseOrder;
use crate::{Basis, By, Group, GroupKey, Options, OutcomeGroup, Statement};
use draad_core::facts::Facts;
use draad_core::{CaseId, Study, Valence, diagnostic::Outcome};
use draad_measures::{Measured, Undefined, balance::balance};
use serde::Serialize;

/// What to compute beyond the common options.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct BalanceOptions {
    /// What the balance is taken on where one is chosen: in the course and in statements.
    pub measure: BalanceMeasure,
}

/// What is counted on both sides of a balance.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum BalanceMeasure {
    /// Distinct factors: talkativeness is not rewarded.
    #[default]
    Factors,
    /// Codings.
    Codings,
    /// Characters, per factor as a union, added over factors.
    Chars,
}

/// The balance per case, on three counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Balance {
    /// What it rests on.
    pub basis: Basis,
    /// What the course is taken on.
    pub measure: BalanceMeasure,
    /// Groups of cases by outcome; positions refer to `rows`.
    pub outcome_groups: Vec<OutcomeGroup>,
    /// Values of the further key, in their order; none without one.
    pub groups: Vec<Group>,
    /// Cases, by outcome group, then balance on distinct factors (most promoting first), then id.
    pub rows: Vec<BalanceRow>,
}

/// The balance of one case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BalanceRow {
    /// The case.
    pub case: CaseId,
    /// What people call it; may be empty.
    pub name: String,
    /// Position in [`Balance::outcome_groups`].
    pub outcome_group: usize,
    /// Over the whole case. Distinct factors are fewer than over the groups together where one occurs in several.
    pub total: Sides,
    /// Per value of the further key, as [`Balance::groups`].
    pub groups: Vec<Sides>,
}

/// What promotes and what hinders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sides {
    /// Distinct factors with a promoting coding.
    pub promoting_factors: usize,
    /// Distinct factors with a hindering coding.
    pub hindering_factors: usize,
    /// Promoting codings.
    pub promoting_codings: usize,
    /// Hindering codings.
    pub hindering_codings: usize,
    /// Characters under a promoting coding, per factor as a union, added over factors.
    pub promoting_chars: u64,
    /// Characters under a hindering coding, per factor as a union, added over factors.
    pub hindering_chars: u64,
    /// Characters of material in which they could be found.
    pub material_chars: u64,
}

/// How the balance of a case goes from its first phase with one to its last.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Course {
    /// Position of the first phase in [`Balance::groups`].
    pub first: usize,
    /// Position of the last.
    pub last: usize,
    /// The balance in the first.
    pub from: f64,
    /// The balance in the last.
    pub to: f64,
}

impl Sides {
    fn new(leaning: &Leaning, material_chars: u64) -> Self {
        Self {
            promoting_factors: leaning.promoting.factors as usize,
            hindering_factors: leaning.hindering.factors as usize,
            promoting_codings: leaning.promoting.codings as usize,
            hindering_codings: leaning.hindering.codings as usize,
            promoting_chars: leaning.promoting.chars,
            hindering_chars: leaning.hindering.chars,
            material_chars,
        }
    }

    /// Returns what promotes and what hinders on one count.
    pub fn counts(&self, measure: BalanceMeasure) -> (u64, u64) {
        match measure {
            BalanceMeasure::Factors => (self.promoting_factors as u64, self.hindering_factors as u64),
            BalanceMeasure::Codings => (self.promoting_codings as u64, self.hindering_codings as u64),
            BalanceMeasure::Chars => (self.promoting_chars, self.hindering_chars),
        }
    }

    /// Returns (P − H) / (P + H), from −1 to 1.
    ///
    /// # Errors
    /// `NoDirection` where nothing promotes or hinders, `NoMaterial` where nothing could.
    pub fn balance(&self, measure: BalanceMeasure) -> Measured {
        let (promoting, hindering) = self.counts(measure);
        let reason = if self.material_chars == 0 { Undefined::NoMaterial } else { Undefined::NoDirection };
        balance(promoting, hindering).ok_or(reason)
    }

    /// Returns to which side the balance leans; nothing where it is even or not defined.
    fn leans(&self, measure: BalanceMeasure) -> Option<Valence> {
        let (promoting, hindering) = self.counts(measure);
        match promoting.cmp(&hindering) {
            std::cmp::Ordering::Greater => Some(Valence::Promoting),
            std::cmp::Ordering::Less => Some(Valence::Hindering),
            std::cmp::Ordering::Equal => None,
        }
    }
}

impl Balance {
    /// Computes the balance per case. Factors count under their own code, whether parents are folded or not.
    ///
    /// # Errors
    /// The filter, the further key or the outcome names something that the study does not have; or no case passes.
    pub fn from_study(study: &Study, options: &Options) -> Outcome<Self> {
        let facts = Facts::new(study, &options.filter);
        Self::from_facts(study, &facts, options, &BalanceOptions::default())
    }

    /// Computes the balance from facts that were collected with the filter of `options`.
    ///
    /// # Errors
    /// As [`Balance::from_study`].
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        own: &BalanceOptions,
    ) -> Outcome<Self> {
        options.check(study)?;
        let of_cases = leanings(study, facts)?;
        let order = CaseOrder::new(study, facts, options, &of_cases)?;
        let total = sides(study, facts, &Grouping::all(), &of_cases);
        let kinds = Kinds::new(study);
        let (groups, in_groups) = match &options.by {
            None => (Vec::new(), Vec::new()),
            Some(by) => {
                let grouping = Grouping::new(study, facts, &kinds, by)?;
                let sides = sides(study, facts, &grouping, &leanings_in(study, facts, &grouping)?);
                (grouping.groups, sides)
            }
        };
        let row = |(&place, outcome_group): (&u32, usize)| {
            let case = &study.cases[place as usize];
            let of_groups = in_groups.iter().skip(place as usize).step_by(study.cases.len());
            BalanceRow {
                case: case.id.clone(),
                name: case.name.clone(),
                outcome_group,
                total: total[place as usize],
                groups: of_groups.copied().collect(),
            }
        };
        Ok(Self {
            rows: order.cases.iter().zip(order.group_of_case()).map(row).collect(),
            basis: Basis::new(study, facts, options, order.outcome),
            measure: own.measure,
            outcome_groups: order.groups,
            groups,
        })
    }

    /// Returns how the balance of a case goes over its phases.
    ///
    /// # Errors
    /// `TooFewUnits` where fewer than two phases have a balance, or the table is not divided by phase.
    pub fn course(&self, row: &BalanceRow) -> Result<Course, Undefined> {
        let is_phase = |group: &Group| self.basis.by == Some(By::Phase) && group.key != GroupKey::NotStated;
        let phases = self.groups.iter().zip(&row.groups).enumerate();
        let defined: Vec<(usize, f64)> = phases
            .filter(|(_, (group, _))| is_phase(group))
            .filter_map(|(place, (_, sides))| Some((place, sides.balance(self.measure).ok()?)))
            .collect();
        match defined[..] {
            [(first, from), .., (last, to)] => Ok(Course { first, last, from, to }),
            _ => Err(Undefined::TooFewUnits { n: defined.len(), needed: 2 }),
        }
    }

    /// Returns what the table says: to which side each case leans (in each group that the study states), how its balance goes over the phases,
    /// and to which side most cases lean.
    pub fn statements(&self) -> Vec<Statement> {
        let mut statements = Vec::new();
        for row in &self.rows {
            let case = row.case.as_str();
            let leans = |sides: &Sides| sides.leans(self.measure).map(<&str>::from);
            statements.extend(leans(&row.total).map(|side| Statement::new("case-leans", [case], side)));
            for (group, sides) in self.groups.iter().zip(&row.groups) {
                if let GroupKey::Value(id) = &group.key {
                    let statement = |side| Statement::new("case-leans-in-group", [case, id], side);
                    statements.extend(leans(sides).map(statement));
                }
            }
            let course = self.course(row).ok().filter(|course| course.from != course.to);
            let direction = course.map(|course| if course.to > course.from { "rises" } else { "falls" });
            statements.extend(direction.map(|to| Statement::new("case-course", [case], to)));
        }
        let leaning =
            |side| self.rows.iter().filter(|row| row.total.leans(self.measure) == Some(side)).count();
        let (promoting, hindering) = (leaning(Valence::Promoting), leaning(Valence::Hindering));
        if promoting != hindering {
            let side = if promoting > hindering { Valence::Promoting } else { Valence::Hindering };
            statements.push(Statement::new("most-cases-lean", [], <&str>::from(side)));
        }
        statements
    }
}

/// Returns the sides of each case of the study in each group: group by group, case by case.
fn sides(study: &Study, facts: &Facts, grouping: &Grouping, leanings: &[Leaning]) -> Vec<Sides> {
    let mut n_chars = vec![0; leanings.len()];
    for words in material(facts, grouping) {
        n_chars[words.group as usize * study.cases.len() + words.case as usize] += u64::from(words.n_chars());
    }
    leanings.iter().zip(n_chars).map(|(leaning, n_chars)| Sides::new(leaning, n_chars)).collect()
}

#[cfg(test)]
mod tests;
