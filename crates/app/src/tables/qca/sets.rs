//! What the conditions are, and which case is in which.

use super::Reading;
use crate::show::{Section, View, because, open_cell};
use draad_analysis::qca::{CaseMembers, ConditionUsed, Member, What};
use draad_core::{Calibration, Condition};

impl Reading<'_> {
    /// One row per condition, and one for the outcome.
    pub(super) fn legend(&self) -> View {
        let words = self.words;
        let all = self.qca.conditions.iter().chain([&self.qca.outcome]).zip(&self.qca.calibrated);
        let row = |(condition, calibrated): (&ConditionUsed, &Option<_>)| {
            let how = self.how(condition, calibrated.as_ref());
            vec![condition.name.clone(), self.name(condition), how]
        };
        let mut rows: Vec<Vec<String>> = all.map(row).collect();
        let outcome = rows.pop().into_iter().collect();
        let section = |key: &str, rows| Section { title: words.say(key), rows };
        let mut notes = vec![words.say("qca-legend-note")];
        if self.qca.asked.negate {
            notes.push(words.say_with("qca-negated-note", [("name", self.qca.outcome_name().into())]));
        } else {
            notes.push(words.say("qca-other-note"));
        }
        View {
            part: "qca-legend",
            title: words.say_with("qca-title", [("outcome", self.outcome().into())]),
            header: ["qca-head-name", "qca-head-what", "qca-head-how"].map(|key| words.say(key)).to_vec(),
            n_left: 3,
            n_prose: 1,
            sections: vec![section("qca-conditions", rows), section("qca-outcome", outcome)],
            notes,
        }
    }

    /// Returns how memberships in a condition came about.
    fn how(
        &self,
        condition: &ConditionUsed,
        calibrated: Option<&draad_analysis::calibration::Calibrated>,
    ) -> String {
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
        let levels = condition.levels.iter().enumerate();
        let level = |(place, (id, label)): (usize, &(String, draad_core::Label))| {
            format!("{place} {}", label.or(self.words.language, id))
        };
        levels.map(level).collect::<Vec<_>>().join(", ")
    }

    fn calibration_of(&self, used: &ConditionUsed, condition: &Condition, how: &Calibration) -> String {
        let words = self.words;
        let of = match (&condition.code, &condition.attribute) {
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
        };
        let number = |value: f64| self.chosen(value);
        match how {
            Calibration::Presence => words.say_with("qca-how-presence", [("of", of.into())]),
            Calibration::Crisp { thresholds } => {
                let thresholds = thresholds.iter().map(|value| number(*value)).collect::<Vec<_>>().join(", ");
                let key = if used.levels.is_empty() { "qca-how-crisp" } else { "qca-how-thresholds" };
                words.say_with(key, [("of", of.into()), ("thresholds", thresholds.into())])
            }
            Calibration::Direct { anchors, degree } => words.say_with(
                "qca-how-direct",
                [
                    ("of", of.into()),
                    ("exclusion", number(anchors.exclusion).into()),
                    ("crossover", number(anchors.crossover).into()),
                    ("inclusion", number(anchors.inclusion).into()),
                    ("degree", number(*degree).into()),
                    ("odds", words.number((degree / (1.0 - degree)).ln(), 3).into()),
                ],
            ),
            Calibration::Linear { anchors } => words.say_with(
                "qca-how-linear",
                [
                    ("of", of.into()),
                    ("exclusion", number(anchors.exclusion).into()),
                    ("crossover", number(anchors.crossover).into()),
                    ("inclusion", number(anchors.inclusion).into()),
                ],
            ),
            Calibration::Scores => {
                let values = condition.value.iter().map(|value| number(value.value));
                let values = values.collect::<Vec<_>>().join(", ");
                let args = [("values", values.into()), ("id", condition.name.to_string().into())];
                words.say_with("qca-how-scores", args)
            }
            Calibration::Levels { .. } => {
                words.say_with("qca-how-levels", [("levels", self.numbered(used).into())])
            }
        }
    }

    /// One row per case: its memberships, with the number of passages behind each.
    pub(super) fn calibration(&self) -> View {
        let (words, qca) = (self.words, self.qca);
        let names = qca.conditions.iter().chain([&qca.outcome]).map(|condition| condition.name.clone());
        let row = |case: &CaseMembers| {
            let cells = qca.conditions.iter().chain([&qca.outcome]).zip(case.all());
            let cells = cells.map(|(condition, member)| self.member(condition, member));
            std::iter::once(case.id.to_string()).chain(cells).collect()
        };
        let section = |key: &str, takes_part: bool| {
            let cases: Vec<_> = qca.cases.iter().filter(|case| case.is_complete() == takes_part).collect();
            let args = [("n", cases.len().into()), ("all", qca.cases.len().into())];
            let rows: Vec<Vec<String>> = cases.into_iter().map(row).collect();
            (!rows.is_empty()).then(|| Section { title: words.say_with(key, args), rows })
        };
        let sections = [section("qca-take-part", true), section("qca-left-out", false)];
        let mut notes = vec![words.say("qca-calibration-note")];
        notes.extend(qca.left_out().map(|case| self.why_left_out(case)));
        notes.extend(self.open_note());
        View {
            part: "qca-calibration",
            title: words.say("qca-calibration-title"),
            header: std::iter::once(words.say("table-case")).chain(names).collect(),
            n_left: 1,
            sections: sections.into_iter().flatten().collect(),
            notes,
            ..View::default()
        }
    }

    /// Returns a membership with the number of passages behind it: `1 (3)`.
    fn member(&self, condition: &ConditionUsed, member: &Member) -> String {
        let Ok(value) = member.value else { return "–".to_owned() };
        let value = match condition.levels.is_empty() {
            true => self.plain(value),
            false => format!("[{value}]"),
        };
        if member.n_passages > 0 { format!("{value} ({})", member.n_passages) } else { value }
    }

    fn why_left_out(&self, case: &CaseMembers) -> String {
        let all = self.qca.conditions.iter().chain([&self.qca.outcome]).zip(case.all());
        let reasons = all.filter_map(|(condition, member)| {
            let reason = because(self.words, member.value.err()?);
            Some(format!("{}: {reason}", self.name(condition)))
        });
        let reasons = reasons.collect::<Vec<_>>().join("; ");
        let args = [("case", case.id.to_string().into()), ("reasons", reasons.into())];
        self.words.say_with("qca-left-out-case", args)
    }

    /// Returns how to open what is behind a membership: the first that has passages.
    fn open_note(&self) -> Option<String> {
        let found = self.qca.cases.iter().find_map(|case| {
            let mut members = self.qca.conditions.iter().zip(&case.conditions);
            members.find_map(|(condition, member)| {
                condition.opens(case.id.as_str()).filter(|_| member.n_passages > 0)
            })
        });
        found.map(|command| open_cell(self.words, command))
    }
}
