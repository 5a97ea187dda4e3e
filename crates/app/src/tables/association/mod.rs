//! `association`

mod counts;
mod difference;
mod p_values;
mod strength;

use super::contrast::outcome_name;
use super::{Answer, Asked, Codes, Kind, OUTCOME_VALUE, fails, named};
use crate::Project;
use crate::results::Results;
use crate::show::{Section, View, basis_note, measured};
use draad_analysis::association::{Adjust, FactorAssociation, Family};
use draad_analysis::table::Table;
use draad_analysis::{Association, AssociationOptions, Basis, Statement};
use draad_core::diagnostic::Outcome;
use draad_core::filter::Comparison;
use draad_core::{Problem, ValueRange};
use draad_measures::association::{Confidence, Limits};
use draad_measures::{Measured, Undefined};
use draad_words::Words;
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    name: "association",
    takes: &[
        "outcome",
        OUTCOME_VALUE,
        "unfolded",
        "limit",
        "leave-out",
        "confidence",
        "adjust",
        "family",
        "unconditional",
    ],
    codes: Codes::Folded,
    compute,
};

/// The parts, the first of which is shown where none is asked for.
const PARTS: [&str; 5] =
    ["association", "association-cases", "association-measures", "association-counts", "association-tests"];

/// The most values of an outcome that stand in a head of a column.
const NAMED_VALUES: usize = 3;

/// The most values of an outcome that are listed where none of them was met.
const LISTED_VALUES: usize = 12;

/// An association, and how much of it to show.
struct Shown {
    association: Arc<Association>,
    limit: usize,
}

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let options = &asked.request.options.association;
    let outcome = asked.request.outcome.as_ref();
    let own = AssociationOptions {
        test: outcome.and_then(|outcome| outcome.test.clone()).map(|test| asked.project.test_named(test)),
        confidence: options.confidence.map_or(Ok(Confidence::default()), confidence)?,
        adjust: named::<Adjust>("adjust", options.adjust.as_deref())?.unwrap_or_default(),
        family: named::<Family>("family", options.family.as_deref())?.unwrap_or_default(),
        unconditional: options.unconditional,
    };
    let association = asked.shared(Results::association, || {
        Association::from_facts(asked.project.study(), asked.facts, &asked.options, &own)
    })?;
    Ok(Box::new(Shown { association, limit: asked.request.options.limit.unwrap_or(usize::MAX) }))
}

fn confidence(level: f64) -> Outcome<Confidence> {
    let unfit = || Problem::TableValueOutside {
        option: "confidence".to_owned(),
        value: level.to_string(),
        range: ValueRange::BetweenShares,
    };
    Confidence::new(level).map_or_else(|| fails(unfit()), Ok)
}

impl Answer for Shown {
    fn basis(&self) -> &Basis {
        &self.association.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.association.tables()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading = Reading { project, words: &project.words, association: &self.association };
        let views = match reading.nothing_to_compare() {
            Some(notes) => PARTS.map(|part| View { part, notes: notes.clone(), ..View::default() }),
            None => [
                reading.difference(),
                reading.cells(),
                reading.strength(),
                reading.counts(),
                reading.p_values(),
            ],
        };
        let basis = basis_note(project, &self.association.basis);
        let whole = |view: View| {
            let mut view = view.limited(&project.words, self.limit);
            view.notes.push(basis.clone());
            view
        };
        views.map(whole).to_vec()
    }

    fn details(&self) -> &'static [&'static str] {
        let is_there = |side| self.association.side(Some(side)).next().is_some();
        if is_there(true) && is_there(false) { &PARTS[1..] } else { &[] }
    }

    fn statements(&self) -> Vec<Statement> {
        self.association.statements()
    }

    fn history(&self, project: &Project) -> Vec<String> {
        let n = |has_outcome| self.association.side(has_outcome).count();
        let args = [
            ("cases", self.association.cases.len().into()),
            ("outcome", self.association.test.to_string().into()),
            ("with", n(Some(true)).into()),
            ("without", n(Some(false)).into()),
            ("unknown", n(None).into()),
        ];
        let tests = [
            ("n", self.association.all.members.len().into()),
            ("all", self.association.factors.len().into()),
        ];
        vec![
            project.words.say_with("association-history-cases", args),
            project.words.say_with("association-history-tests", tests),
        ]
    }
}

/// An association as people read it.
struct Reading<'a> {
    project: &'a Project,
    words: &'a Words,
    association: &'a Association,
}

impl Reading<'_> {
    /// Returns what the cases with the outcome are called: by their value where one is asked for, else by the condition as it
    /// was written.
    fn focal_name(&self) -> String {
        let test = &self.association.test;
        let asks_one = test.comparison == Comparison::Equal;
        let mut stated = self.association.groups_on(true);
        let named =
            || self.association.groups.iter().find(|group| group.level.as_deref() == Some(&test.value));
        match stated.next().or_else(named).filter(|_| asks_one) {
            Some(group) => outcome_name(self.words, group),
            None => test.to_string(),
        }
    }

    /// Returns what the other cases are called: by their values where these are few.
    fn others_name(&self) -> String {
        let names: Vec<String> =
            self.association.groups_on(false).map(|group| outcome_name(self.words, group)).collect();
        match names.len() {
            1..=NAMED_VALUES => names.join(" / "),
            _ => self.words.say("association-others"),
        }
    }

    /// Returns the outcome of a case.
    fn outcome_of(&self, case: usize) -> String {
        outcome_name(self.words, &self.association.groups[self.association.cases[case].group])
    }

    /// Returns cases by id.
    fn cases(&self, cases: impl IntoIterator<Item = usize>) -> String {
        let ids = cases.into_iter().map(|case| self.association.cases[case].id.as_str());
        let mut ids: Vec<&str> = ids.collect();
        ids.sort_unstable();
        ids.join(" ")
    }

    fn factor_name(&self, factor: &FactorAssociation) -> String {
        factor.name.or(self.words.language, &factor.id)
    }

    /// Makes a part with one row per factor; `row` has what stands after its name.
    fn part(
        &self,
        part: &'static str,
        title: String,
        heads: Vec<String>,
        n_prose: usize,
        row: impl Fn(usize, &FactorAssociation) -> Vec<String>,
    ) -> View {
        let factors = self.association.factors.iter().enumerate();
        let rows = factors.map(|(place, factor)| {
            std::iter::once(self.factor_name(factor)).chain(row(place, factor)).collect()
        });
        View {
            part,
            title,
            header: std::iter::once(self.words.say("table-factor")).chain(heads).collect(),
            n_left: 1,
            n_prose,
            sections: vec![Section { title: String::new(), rows: rows.collect() }],
            notes: Vec::new(),
        }
    }

    fn heads<const N: usize>(&self, keys: [&str; N]) -> Vec<String> {
        keys.map(|key| self.words.say(&format!("association-{key}"))).to_vec()
    }

    /// Returns a number from 0 that may be without an upper end: "0", "0,23", "∞".
    fn ratio(&self, value: Measured) -> String {
        match value {
            Err(Undefined::Infinite) => "∞".to_owned(),
            Ok(0.0) => "0".to_owned(),
            value => measured(self.words, value, 2),
        }
    }

    /// "0,03 tot 0,79"
    fn limits(&self, limits: Result<Limits, Undefined>) -> Option<String> {
        let Limits { lower, upper } = limits.ok()?;
        let ends = [lower, upper].map(|end| self.words.number(end, 2));
        let [lower, upper] = ends;
        Some(self.words.say_with("association-limits", [("lower", lower.into()), ("upper", upper.into())]))
    }

    /// Returns how sure intervals are, as people write it: "95 %".
    fn confidence(&self) -> String {
        let percent = self.association.options.confidence.level() * 100.0;
        let text = self.words.number(percent, 2);
        // 95,00 is 95; 97,50 is 97,5
        text.trim_end_matches('0').trim_end_matches([',', '.']).to_owned()
    }
}
