//! `qca`

mod chance;
mod evidence;
mod how;
mod memberships;
mod names;
mod obstacles;
mod robust;
mod rows;
mod sets;
mod solutions;

use super::{Answer, Asked, Codes, Kind, OUTCOME_VALUE, Request};
use crate::Project;
use crate::results::Results;
use crate::show::{View, basis_note};
use draad_analysis::qca::{Chance, ConditionUsed, Obstacle, Qca, QcaAsked, Stability};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Statement};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_words::Words;
use std::sync::{Arc, OnceLock};

pub(super) const KIND: Kind = Kind {
    name: "qca",
    takes: &[
        "outcome",
        OUTCOME_VALUE,
        "unfolded",
        "condition",
        "n-cut",
        "incl-cut",
        "pri-cut",
        "expect",
        "negate",
        "depth",
        "irredundant",
        "degree",
        "shuffles",
        "seed",
        "quotes",
        "limit",
        "leave-out",
    ],
    codes: Codes::Folded,
    compute,
};

/// Rows of remainders and quotes that are shown where nothing else is asked.
const USUAL_ROWS: usize = 20;

/// An analysis, and what is worked out only where it is shown.
struct Shown {
    qca: Arc<Qca>,
    stability: OnceLock<Option<Stability>>,
    chance: OnceLock<Option<Chance>>,
    limit: usize,
}

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let qca = asked.shared(Results::qca, || of(asked.project, asked.facts, asked.request))?;
    let limit = asked.request.options.limit.unwrap_or(USUAL_ROWS);
    Ok(Box::new(Shown { qca, stability: OnceLock::new(), chance: OnceLock::new(), limit }))
}

/// Computes the analysis that a request asks for, from facts that were collected with its filter.
///
/// # Errors
/// Those of [`Qca::from_facts`].
pub(crate) fn of(project: &Project, facts: &Facts, request: &Request) -> Outcome<Qca> {
    let (own, usual) = (&request.options.qca, QcaAsked::default());
    let asked = QcaAsked {
        conditions: own.condition.clone(),
        outcome: request.outcome.clone(),
        negate: own.negate,
        n_cut: own.n_cut.unwrap_or(usual.n_cut),
        incl_cut: own.incl_cut,
        pri_cut: own.pri_cut.unwrap_or(usual.pri_cut),
        expect: own.expect.clone(),
        depth: own.depth.unwrap_or(usual.depth),
        irredundant: own.irredundant,
        degree: own.degree,
        runs: request.options.shuffles.unwrap_or(usual.runs),
        seed: request.options.seed.unwrap_or(usual.seed),
        quotes: request.options.quotes.unwrap_or(usual.quotes),
    };
    Qca::from_facts(project.study(), facts, &request.common(project), &asked)
}

/// Returns why there are no solutions, in words.
pub(crate) fn obstacle(project: &Project, qca: &Qca, obstacle: &Obstacle) -> String {
    Reading { project, words: &project.words, qca }.obstacle(obstacle)
}

/// Returns per condition, and of the outcome last, how cases came to their memberships in it, in whole sentences.
pub(crate) fn how_sentences(project: &Project, qca: &Qca) -> Vec<String> {
    let reading = Reading { project, words: &project.words, qca };
    let sets = qca.conditions.iter().chain([&qca.outcome]).zip(&qca.calibrated);
    let sentence = |(set, calibrated): (&ConditionUsed, &Option<_>)| {
        let args =
            [("name", reading.name(set).into()), ("how", reading.how(set, calibrated.as_ref()).into())];
        project.words.say_with("figure-qca-how", args)
    };
    sets.map(sentence).collect()
}

/// Returns whether the study has what the analysis needs where nothing is asked: conditions of its own.
pub(crate) fn is_usual(project: &Project) -> bool {
    !project.study().conditions.is_empty()
}

/// The parts that need a truth table, but for the table itself.
const OF_THE_TABLE: [&str; 5] =
    ["qca-necessity", "qca-contradictions", "qca-solutions", "qca-chance", "qca-remainders"];

/// The parts that need solutions.
const OF_SOLUTIONS: [&str; 6] =
    ["qca-pairs", "qca-fit", "qca-memberships", "qca-evidence", "qca-robustness", "qca-without-case"];

impl Shown {
    /// Returns what there is to read of solutions.
    fn of_solutions(&self, reading: &Reading) -> Vec<View> {
        let mut views =
            vec![reading.pairs(), reading.fit(), reading.memberships(), reading.evidence(self.limit)];
        views.extend(self.stability().into_iter().flat_map(|stability| reading.stability(stability)));
        views
    }

    fn stability(&self) -> Option<&Stability> {
        self.stability.get_or_init(|| self.qca.stability()).as_ref()
    }

    fn chance(&self) -> Option<&Chance> {
        self.chance.get_or_init(|| self.qca.chance()).as_ref()
    }
}

impl Answer for Shown {
    fn basis(&self) -> &Basis {
        &self.qca.basis
    }

    fn tables(&self) -> Vec<Table> {
        let mut tables = self.qca.tables();
        tables.extend(self.stability().into_iter().flat_map(|stability| stability.tables(&self.qca)));
        tables.extend(self.chance().map(Chance::table));
        tables
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading = Reading { project, words: &project.words, qca: &self.qca };
        let mut views = vec![reading.legend(), reading.calibration()];
        match &self.qca.analysed {
            Ok(analysed) => {
                views.extend([reading.necessity(), reading.truth_table(), reading.contradictions()]);
                views.push(reading.solutions());
                match &analysed.solved {
                    Ok(_) => views.extend(self.of_solutions(&reading)),
                    Err(obstacle) => {
                        views.extend(reading.absent(&OF_SOLUTIONS, std::slice::from_ref(obstacle)))
                    }
                }
                views.extend(self.chance().map(|chance| reading.chance(chance)));
                views.push(reading.remainders(self.limit));
            }
            Err(obstacles) => {
                views.push(reading.no_table(obstacles));
                views.extend(reading.absent(&OF_THE_TABLE, obstacles));
                views.extend(reading.absent(&OF_SOLUTIONS, obstacles));
            }
        }
        views.iter_mut().for_each(|view| view.notes.push(basis_note(project, &self.qca.basis)));
        views
    }

    fn details(&self) -> &'static [&'static str] {
        &["qca-memberships"]
    }

    fn statements(&self) -> Vec<Statement> {
        self.qca.statements()
    }

    fn history(&self, project: &Project) -> Vec<String> {
        let (all, used) = (self.qca.cases.len(), self.qca.used.len());
        let mut steps =
            vec![project.words.say_with("qca-history-cases", [("all", all.into()), ("used", used.into())])];
        if let Ok(analysed) = &self.qca.analysed {
            let rows = [
                ("rows", analysed.table.rows().len().into()),
                ("all", analysed.table.n_rows().into()),
                ("remainders", analysed.table.n_remainders().into()),
            ];
            steps.push(project.words.say_with("qca-history-rows", rows));
        }
        steps
    }
}

/// An analysis as people read it.
struct Reading<'a> {
    project: &'a Project,
    words: &'a Words,
    qca: &'a Qca,
}
