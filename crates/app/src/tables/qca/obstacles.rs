//! What stands in the way of an analysis or of its solutions, and what to do about it.

use super::Reading;
use crate::show::{Section, View};
use draad_analysis::qca::Obstacle;

impl Reading<'_> {
    /// Says why there is no truth table.
    pub(super) fn no_table(&self, obstacles: &[Obstacle]) -> View {
        self.in_the_way("qca-truth-table", self.words.say("qca-no-table"), obstacles)
    }

    /// Says of parts that are asked for by themselves why they are not there. Among others they take no room.
    pub(super) fn absent(&self, parts: &'static [&'static str], obstacles: &[Obstacle]) -> Vec<View> {
        let notes: Vec<String> = obstacles.iter().map(|obstacle| self.obstacle(obstacle)).collect();
        parts.iter().map(|&part| View { part, notes: notes.clone(), ..View::default() }).collect()
    }

    /// Says why something is not there: one row per reason, with what to do about it.
    pub(super) fn in_the_way(&self, part: &'static str, title: String, obstacles: &[Obstacle]) -> View {
        let rows = obstacles.iter().map(|obstacle| vec![self.obstacle(obstacle)]).collect();
        View {
            part,
            title,
            header: vec![self.words.say("qca-head-because")],
            n_left: 1,
            n_prose: 1,
            sections: vec![Section { title: String::new(), rows }],
            ..View::default()
        }
    }

    /// Returns what stands in the way, and what to do about it.
    pub(super) fn obstacle(&self, obstacle: &Obstacle) -> String {
        let words = self.words;
        match obstacle {
            Obstacle::NoCases => words.say("qca-obstacle-no-cases"),
            Obstacle::NeverVaries { condition, value } => self.constant(*condition, *value),
            Obstacle::Halfway { condition, cases } => {
                let cases = cases.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                let name = self.name(&self.qca.conditions[*condition]);
                words.say_with("qca-obstacle-halfway", [("name", name.into()), ("cases", cases.into())])
            }
            Obstacle::TooManyValues { condition, n, most } => {
                let name = self.name(&self.qca.conditions[*condition]);
                let args = [("name", name.into()), ("n", (*n).into()), ("most", (*most).into())];
                words.say_with("qca-obstacle-too-many-values", args)
            }
            Obstacle::OutcomeOfSeveralValues => {
                let name = self.name(&self.qca.outcome);
                words.say_with("qca-obstacle-outcome-of-several", [("name", name.into())])
            }
            Obstacle::TooManyRows { n, most } => {
                let args = [("n", words.whole(*n).into()), ("most", words.whole(*most).into())];
                words.say_with("qca-obstacle-too-many-rows", args)
            }
            Obstacle::TooFewCases { n, needed } => {
                let args = [("n", (*n).into()), ("needed", (*needed).into())];
                words.say_with("qca-obstacle-too-few-cases", args)
            }
            Obstacle::TooManyConditions { n_rows, most, n_cases } => {
                let args = [
                    ("rows", words.whole(*n_rows).into()),
                    ("most", words.whole(*most).into()),
                    ("cases", (*n_cases).into()),
                ];
                words.say_with("qca-obstacle-too-many-conditions", args)
            }
            Obstacle::NoRowWith { cut } => {
                let cut = <&str>::from(*cut);
                words.say_with("qca-obstacle-no-row-with", [("cut", cut.into())])
            }
            Obstacle::NoRowWithout => words.say("qca-obstacle-no-row-without"),
            Obstacle::TooMuch => words.say("qca-obstacle-too-much"),
        }
    }

    /// Says that a condition, or the outcome, is the same in all cases.
    fn constant(&self, condition: Option<usize>, value: f64) -> String {
        let (set, key) = match condition {
            Some(condition) => (&self.qca.conditions[condition], "qca-obstacle-never-varies"),
            None => (&self.qca.outcome, "qca-obstacle-outcome-never-varies"),
        };
        let args = [
            ("name", self.name(set).into()),
            ("n", self.qca.used.len().into()),
            ("value", self.plain(value).into()),
        ];
        self.words.say_with(key, args)
    }
}
