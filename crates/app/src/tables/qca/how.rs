//! How memberships came about, in words.

use super::Reading;
use crate::calibration::how as calibrated_how;
use draad_analysis::calibration::Calibrated;
use draad_analysis::qca::{ConditionUsed, What};
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
            (What::Defined(_), Some(calibrated)) => calibrated_how(self.project, calibrated),
            (What::Defined(id), None) => id.to_string(),
        }
    }

    /// Returns the same with where it is written down, and why it was done in this way.
    pub(super) fn how_and_why(&self, condition: &ConditionUsed, calibrated: Option<&Calibrated>) -> String {
        let how = self.how(condition, calibrated);
        let (What::Defined(id), Some(calibrated)) = (&condition.what, calibrated) else { return how };
        let args = [
            ("how", how.into()),
            ("id", id.to_string().into()),
            ("note", calibrated.condition.note.clone().into()),
            ("has-note", if calibrated.condition.note.is_empty() { "no" } else { "yes" }.into()),
        ];
        self.words.say_with("qca-how-defined", args)
    }

    /// Returns the values of a condition with their numbers: `0 voluntary, 1 supervision`.
    pub(super) fn numbered(&self, condition: &ConditionUsed) -> String {
        numbered_levels(condition, *self.words)
    }
}
