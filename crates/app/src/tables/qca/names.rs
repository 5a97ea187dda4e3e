//! Conditions, combinations and cases in words.

use super::Reading;
use draad_analysis::qca::{ConditionUsed, What};
use draad_figures::{chosen_number, condition_name, qca_outcome_name, solution_name};
use draad_measures::qca::{Cube, Kind, Literal};

impl Reading<'_> {
    /// Returns what people call a condition.
    pub(super) fn name(&self, condition: &ConditionUsed) -> String {
        condition_name(condition, self.project.study(), *self.words)
    }

    /// Returns what people call the outcome that is analysed.
    pub(super) fn outcome(&self) -> String {
        qca_outcome_name(self.qca, self.project.study(), *self.words)
    }

    /// Returns a combination in words: ‘trust’ together with no ‘blame’.
    pub(super) fn in_words(&self, term: &Cube) -> String {
        let literals: Vec<String> = term.literals().map(|literal| self.literal(literal)).collect();
        literals.join(&format!(" {} ", self.words.say("qca-together-with")))
    }

    fn literal(&self, Literal { condition, level }: Literal) -> String {
        let condition = &self.qca.conditions[condition];
        let name = self.name(condition);
        if let Some((id, label)) = condition.levels.get(usize::from(level)) {
            let level = label.or(self.words.language, id);
            return self.words.say_with("qca-is", [("name", format!("{name}: {level}").into())]);
        }
        let is_code = matches!(condition.what, What::Code { .. });
        let key = match (level, is_code) {
            (0, true) => "qca-no",
            (0, false) => "qca-not",
            _ => "qca-is",
        };
        self.words.say_with(key, [("name", name.into())])
    }

    /// Returns the name of a type of solution.
    pub(super) fn kind(&self, kind: Kind) -> String {
        solution_name(kind, *self.words)
    }

    /// Returns the ids of cases, by their positions in the data, those without the outcome marked.
    pub(super) fn cases(&self, places: &[usize]) -> String {
        let analysed = self.qca.analysed.as_ref().ok();
        let mark = |&place: &usize| {
            let sign = match analysed {
                Some(analysed) if analysed.lacks_outcome(place) => "✗",
                Some(analysed) if !analysed.has_outcome(place) => "½",
                _ => "",
            };
            format!("{}{sign}", self.qca.case(place).id)
        };
        places.iter().map(mark).collect::<Vec<_>>().join(" ")
    }

    /// Returns the formula of a model with the outcome: `A*~B + C → Y`.
    pub(super) fn arrow(&self, formula: &str) -> String {
        format!("{formula} → {}", self.qca.outcome_name())
    }

    /// Returns a membership: whole where it is, else with two decimals.
    pub(super) fn plain(&self, value: f64) -> String {
        self.words.number(value, if value.fract() == 0.0 { 0 } else { 2 })
    }

    /// Returns a number that somebody chose, with all its decimals.
    pub(super) fn chosen(&self, value: f64) -> String {
        chosen_number(value, *self.words)
    }
}
