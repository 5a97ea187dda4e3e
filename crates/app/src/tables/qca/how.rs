//! How memberships came about, in words.

use super::Reading;
use draad_analysis::calibration::Calibrated;
use draad_analysis::qca::{ConditionUsed, What};
use draad_core::{Anchors, Calibration, Condition};
use draad_figures::numbered_levels;

impl Reading<'_> {
    /// Returns how memberships in a condition came about.
    pub(super) fn how(&self, condition: &ConditionUsed, calibrated: Option<&Calibrated>) -> String {
        let words = self.words;
        match (&condition.what, calibrated) {
            (What::Code { code, valence }, _) => {
                let folded = self.qca.basis.folded;
                let key = match (valence, folded) {
                    (None, true) => "qca-how-code",
                    (None, false) => "qca-how-code-unfolded",
                    (Some(_), _) => "qca-how-code-direction",
                };
                words.say_with(key, [("code", code.to_string().into())])
            }
            (What::Test(_), _) => words.say("qca-how-test"),
            (What::YesNo(_), _) => words.say("qca-how-yes-no"),
            (What::Levels(_), _) => {
                words.say_with("qca-how-levels", [("levels", self.numbered(condition).into())])
            }
            (What::Defined(_), Some(calibrated)) => {
                let how = self.calibration_of(condition, &calibrated.condition, &calibrated.calibration);
                match calibrated.condition.note.as_str() {
                    "" => how,
                    note => format!("{how}. {note}"),
                }
            }
            (What::Defined(id), None) => id.to_string(),
        }
    }

    /// Returns the values of a condition with their numbers: `0 voluntary, 1 supervision`.
    pub(super) fn numbered(&self, condition: &ConditionUsed) -> String {
        numbered_levels(condition, *self.words)
    }

    /// Returns how a condition of the study is calibrated.
    fn calibration_of(&self, used: &ConditionUsed, condition: &Condition, how: &Calibration) -> String {
        let words = self.words;
        let of = self.rests_on(condition);
        match how {
            Calibration::Presence => words.say_with("qca-how-presence", [("of", of.into())]),
            Calibration::Crisp { thresholds } => {
                let key = if used.levels.is_empty() { "qca-how-crisp" } else { "qca-how-thresholds" };
                let thresholds = self.listed(thresholds);
                words.say_with(key, [("of", of.into()), ("thresholds", thresholds.into())])
            }
            Calibration::Direct { anchors, degree } => {
                let odds = words.number((degree / (1.0 - degree)).ln(), 3);
                let args = [
                    ("of", of.into()),
                    ("anchors", self.anchors_of(anchors).into()),
                    ("degree", self.chosen(*degree).into()),
                    ("odds", odds.into()),
                ];
                words.say_with("qca-how-direct", args)
            }
            Calibration::Linear { anchors } => {
                let args = [("of", of.into()), ("anchors", self.anchors_of(anchors).into())];
                words.say_with("qca-how-linear", args)
            }
            Calibration::Scores => {
                let values: Vec<f64> = condition.value.iter().map(|value| value.value).collect();
                let args =
                    [("values", self.listed(&values).into()), ("id", condition.name.to_string().into())];
                words.say_with("qca-how-scores", args)
            }
            Calibration::Levels { .. } => {
                words.say_with("qca-how-levels", [("levels", self.numbered(used).into())])
            }
        }
    }

    /// Returns what a condition of the study is worked out from.
    fn rests_on(&self, condition: &Condition) -> String {
        let words = self.words;
        match (&condition.code, &condition.attribute) {
            (Some(code), _) => {
                let measure = condition.measure.unwrap_or_default();
                let measure = words.say(&format!("qca-measure-{}", <&str>::from(measure)));
                words
                    .say_with("qca-of-code", [("measure", measure.into()), ("code", code.to_string().into())])
            }
            (None, Some(attribute)) => {
                words.say_with("qca-of-attribute", [("attribute", attribute.to_string().into())])
            }
            (None, None) => String::new(),
        }
    }

    fn anchors_of(&self, anchors: &Anchors) -> String {
        let args = [
            ("exclusion", self.chosen(anchors.exclusion).into()),
            ("crossover", self.chosen(anchors.crossover).into()),
            ("inclusion", self.chosen(anchors.inclusion).into()),
        ];
        self.words.say_with("qca-how-anchors", args)
    }

    fn listed(&self, numbers: &[f64]) -> String {
        numbers.iter().map(|number| self.chosen(*number)).collect::<Vec<_>>().join("; ")
    }
}
