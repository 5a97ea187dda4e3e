//! Which factors occur in which phases of the cases.
//!
//! The phase of a coding is that of the unit in which it starts, by the rule of [`draad_core::facts`]. What has no phase
//! there is counted apart and never guessed. A phase without material in a case says nothing about its factors, so it
//! stands in patterns as `–` and counts in no `n`.

use crate::grid::{Columns, Grid, Presence};
use crate::plain::valence;
use crate::table::{Column, Table, Value};
use crate::{Basis, GroupKey, Options, problem};
use draad_core::facts::{Fact, Facts, Material, Setting};
use draad_core::settings::Named;
use draad_core::{PhaseId, Problem, Study, diagnostic::Outcome};
use draad_measures::Undefined;
use serde::Serialize;

/// Which factors occur in which phases.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Phases {
    /// What it rests on.
    pub basis: Basis,
    /// The phases, in the settings' order.
    pub phases: Vec<Named<PhaseId>>,
    /// Factors by cases by phases; one column more than there are phases, the last for what has none.
    pub grid: Grid,
    /// Sources with material of which the phase is not known, at least in part.
    pub n_sources_unknown: usize,
    /// Codings of which the phase is not known, each once.
    pub n_codings_unknown: usize,
}

/// Columns by phase; the number is the column of what has none.
struct ByPhase(u32);

impl ByPhase {
    fn of(&self, setting: Setting) -> Option<u32> {
        Some(setting.phase.unwrap_or(self.0))
    }
}

impl Columns for ByPhase {
    fn of_fact(&self, fact: &Fact) -> Option<u32> {
        self.of(fact.setting)
    }

    fn of_material(&self, material: &Material) -> Option<u32> {
        self.of(material.setting)
    }
}

impl Phases {
    /// Counts in which phases factors occur, from facts that were collected with the filter of `options`. The further key is
    /// not used.
    ///
    /// # Errors
    /// The filter or the outcome names something that the study does not have; no case passes; or the study has no phases.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        options.check(study)?;
        let phases = study.settings.phases.clone();
        if phases.is_empty() {
            return Err(problem(Problem::NothingToShow { reason: "no-phases".to_owned() }));
        }
        let columns = ByPhase(phases.len() as u32);
        let (grid, outcome) = Grid::new(study, facts, options, phases.len() + 1, &columns)?;
        let without = |setting: Setting| setting.phase.is_none();
        let sources = facts.material.iter().filter(|material| without(material.setting));
        let codings = facts.codings.iter().filter(|fact| without(fact.setting));
        Ok(Self {
            basis: Basis::new(study, facts, options, outcome),
            phases,
            grid,
            n_sources_unknown: crate::hits::distinct(sources.map(|material| material.source)).len(),
            n_codings_unknown: crate::hits::distinct(codings.map(|fact| fact.coding)).len(),
        })
    }

    /// Returns the column of what has no phase.
    pub fn unknown(&self) -> usize {
        self.phases.len()
    }

    /// Returns in which phases a factor occurs in a case, a sign per phase: `1` coded, `0` not found, `–` no material.
    pub fn pattern(&self, factor: usize, case: usize) -> String {
        (0..self.phases.len()).map(|phase| self.grid.presence(factor, case, phase).sign()).collect()
    }

    /// Returns the first phase in which a factor occurs in a case.
    ///
    /// # Errors
    /// `NoMaterial` when the case has none; `NotStated` when it occurs only where the phase is not known; `NoCodings` when it
    /// does not occur.
    pub fn first_phase(&self, factor: usize, case: usize) -> Result<usize, Undefined> {
        let is =
            |presence: Presence| move |&column: &usize| self.grid.presence(factor, case, column) == presence;
        let columns = 0..=self.unknown();
        match columns.clone().find(is(Presence::Coded)) {
            Some(phase) if phase == self.unknown() => Err(Undefined::NotStated),
            Some(phase) => Ok(phase),
            None if columns.clone().all(|column| is(Presence::NoMaterial)(&column)) => {
                Err(Undefined::NoMaterial)
            }
            None => Err(Undefined::NoCodings),
        }
    }

    /// Returns in how many cases each factor occurs in each phase, its pattern in each case, and every count.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.by_phase(), self.patterns(), self.by_case()]
    }

    fn phase_value(&self, column: usize) -> Value {
        self.phases.get(column).map_or_else(|| GroupKey::NotStated.value(), |phase| Value::text(&phase.id))
    }

    fn by_phase(&self) -> Table {
        let mut columns = ["factor", "valence", "phase"].map(Column::text).to_vec();
        columns.extend(["k", "n", "first_in", "codings", "passages"].map(Column::integer));
        columns.push(Column::text("cases"));
        let row = |factor: usize, phase: usize| {
            let (k, n) = self.grid.k_of_n(factor, phase);
            let is_first = |&case: &usize| self.first_phase(factor, case) == Ok(phase);
            let occurs = |case: usize| self.grid.presence(factor, case, phase) == Presence::Coded;
            let total = self.grid.total(factor, phase);
            vec![
                Value::text(&self.grid.factors[factor].id),
                valence(self.grid.factors[factor].valence),
                self.phase_value(phase),
                k.into(),
                n.into(),
                (0..self.grid.cases.len()).filter(is_first).count().into(),
                total.n_codings.into(),
                total.n_passages.into(),
                self.grid.case_ids(occurs),
            ]
        };
        let of_factor = |factor: usize| (0..=self.unknown()).map(move |phase| row(factor, phase));
        Table { name: "phases", columns, rows: (0..self.grid.factors.len()).flat_map(of_factor).collect() }
    }

    fn patterns(&self) -> Table {
        let mut columns = ["case", "factor", "outcome", "pattern", "first_phase"].map(Column::text).to_vec();
        columns.push(Column::integer("codings_phase_unknown"));
        let row = |factor: usize, case: usize| {
            let id = |phase: usize| self.phases[phase].id.to_string();
            vec![
                Value::text(&self.grid.cases[case].id),
                Value::text(&self.grid.factors[factor].id),
                self.outcome_value(case),
                self.pattern(factor, case).into(),
                self.first_phase(factor, case).map(id).into(),
                self.grid.count(factor, case, self.unknown()).n_codings.into(),
            ]
        };
        Table { name: "phase-patterns", columns, rows: self.each(row).collect() }
    }

    /// Returns nothing where the study has no outcome.
    fn outcome_value(&self, case: usize) -> Value {
        match &self.grid.outcome_groups[self.grid.cases[case].outcome_group].level {
            Some(level) => Value::text(level),
            None if self.basis.outcome.is_some() => GroupKey::NotStated.value(),
            None => Value::Nothing,
        }
    }

    fn by_case(&self) -> Table {
        let mut columns = ["case", "factor", "phase", "state"].map(Column::text).to_vec();
        columns.extend(["codings", "passages", "material_chars", "material_sources"].map(Column::integer));
        let row = |factor: usize, case: usize, phase: usize| {
            let (count, amount) = (self.grid.count(factor, case, phase), self.grid.amount(case, phase));
            vec![
                Value::text(&self.grid.cases[case].id),
                Value::text(&self.grid.factors[factor].id),
                self.phase_value(phase),
                Value::text(<&str>::from(self.grid.presence(factor, case, phase))),
                count.n_codings.into(),
                count.n_passages.into(),
                amount.n_chars.into(),
                amount.n_sources.into(),
            ]
        };
        let rows = self.each(|factor, case| (0..=self.unknown()).map(move |phase| row(factor, case, phase)));
        Table { name: "phases-by-case", columns, rows: rows.flatten().collect() }
    }

    fn each<T>(&self, row: impl Fn(usize, usize) -> T) -> impl Iterator<Item = T> {
        let n_cases = self.grid.cases.len();
        (0..self.grid.factors.len() * n_cases).map(move |place| row(place / n_cases, place % n_cases))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Sample, any_filter, any_study, material};
    use crate::{By, CasesByFactors, CellState, GroupKey};
    use proptest::prelude::*;

    fn compute(study: &Study, options: &Options) -> Phases {
        Phases::from_facts(study, &Facts::new(study, &options.filter), options).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]
        #[test]
        fn phases_say_what_cases_by_factors_says_by_phase(
            study in any_study(), filter in any_filter(), unfolded: bool,
        ) {
            let options = Options { filter, unfolded, ..Options::default() };
            let phases = compute(&study, &options);
            let by_phase = Options { by: Some(By::Phase), ..options };
            let table = CasesByFactors::from_study(&study, &by_phase).unwrap();
            let group_of = |column: usize| {
                let key = match phases.phases.get(column) {
                    Some(phase) => GroupKey::Value(phase.id.to_string()),
                    None => GroupKey::NotStated,
                };
                table.groups.iter().position(|group| group.key == key)
            };
            let ids = |table: &CasesByFactors| table.factors.iter().map(|row| row.id.clone()).collect::<Vec<_>>();
            prop_assert_eq!(ids(&table), phases.grid.factors.iter().map(|row| row.id.clone()).collect::<Vec<_>>());
            for (factor, case) in (0..table.factors.len()).flat_map(|f| (0..table.cases.len()).map(move |c| (f, c))) {
                prop_assert_eq!(&table.cases[case].id, &phases.grid.cases[case].id);
                for column in 0..=phases.unknown() {
                    let (count, amount) = (phases.grid.count(factor, case, column), phases.grid.amount(case, column));
                    let Some(group) = group_of(column) else {
                        prop_assert_eq!(phases.grid.presence(factor, case, column), Presence::NoMaterial);
                        continue;
                    };
                    let cell = table.cell(group, factor, case);
                    let presence = match cell.state {
                        CellState::NoMaterial => Presence::NoMaterial,
                        CellState::NotFound => Presence::NotFound,
                        _ => Presence::Coded,
                    };
                    prop_assert_eq!(phases.grid.presence(factor, case, column), presence);
                    prop_assert_eq!((count.n_codings as usize, count.n_passages as usize), (cell.n_codings, cell.n_passages));
                    prop_assert_eq!((amount.n_chars, amount.n_sources), (cell.material_chars, cell.material_sources));
                }
            }
        }
    }

    /// One source per phase and one without, all of one case.
    fn in_phases() -> Sample {
        let turn = [("p01-parent", "Zo ging het.")];
        let mut sample =
            Sample::new().case("p01", "stalled").case("p02", "").factor("a", "promoting").factor("b", "");
        for id in ["s1", "s2", "s3"] {
            sample = sample.source(id, "p01", "interview", &turn);
        }
        sample.phase("s1", "installation").phase("s2", "stabilisation")
    }

    #[test]
    fn a_pattern_tells_absent_from_no_material_and_guesses_no_phase() {
        let study = in_phases().coding("anna", "s2", "a", "ging").coding("anna", "s3", "b", "ging").done();
        let phases = compute(&study, &Options::default());
        let case = |id: &str| phases.grid.cases.iter().position(|case| case.id.as_str() == id).unwrap();
        let factor =
            |id: &str| phases.grid.factors.iter().position(|factor| factor.id.as_str() == id).unwrap();
        assert_eq!(phases.pattern(factor("a"), case("p01")), "01–");
        assert_eq!(phases.first_phase(factor("a"), case("p01")), Ok(1));
        assert_eq!(phases.pattern(factor("b"), case("p01")), "00–");
        assert_eq!(phases.first_phase(factor("b"), case("p01")), Err(Undefined::NotStated));
        assert_eq!(phases.pattern(factor("a"), case("p02")), "–––");
        assert_eq!(phases.first_phase(factor("a"), case("p02")), Err(Undefined::NoMaterial));
        assert_eq!(phases.grid.k_of_n(factor("a"), 0), (0, 1));
        assert_eq!(phases.grid.k_of_n(factor("a"), 2), (0, 0));
        assert_eq!((phases.n_sources_unknown, phases.n_codings_unknown), (1, 1));
        let [by_phase, patterns, by_case] = &phases.tables()[..] else { panic!("three tables") };
        assert_eq!((by_phase.rows.len(), patterns.rows.len(), by_case.rows.len()), (2 * 4, 2 * 2, 2 * 2 * 4));
    }

    #[test]
    fn a_study_without_phases_is_told_so() {
        let mut study = material().done();
        study.settings.phases.clear();
        let facts = Facts::new(&study, &Options::default().filter);
        let error = Phases::from_facts(&study, &facts, &Options::default()).unwrap_err();
        assert_eq!(error.problem, Problem::NothingToShow { reason: "no-phases".into() });
    }
}
