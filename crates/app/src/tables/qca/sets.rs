//! What the conditions are, and which case is in which.

use super::Reading;
use crate::show::{Section, View, because, open_cell};
use draad_analysis::qca::{CaseMembers, ConditionUsed, Member};

impl Reading<'_> {
    /// One row per condition, and one for the outcome.
    pub(super) fn legend(&self) -> View {
        let words = self.words;
        let all = self.qca.conditions.iter().chain([&self.qca.outcome]).zip(&self.qca.calibrated);
        let row = |(condition, calibrated): (&ConditionUsed, &Option<_>)| {
            let how = self.how_and_why(condition, calibrated.as_ref());
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
