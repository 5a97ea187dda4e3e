//! The figures of a Qualitative Comparative Analysis.

use super::{Asked, data};
use crate::tables::{OUTCOME_VALUE, fails, qca_how, qca_obstacle};
use draad_analysis::qca::{Analysed, Kind, Obstacle, Qca, Solved};
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_figures::Figure;

/// What all of them take: what decides on the analysis, as the table `qca` has it.
pub(super) const TAKES: [&str; 11] = [
    "outcome",
    OUTCOME_VALUE,
    "unfolded",
    "condition",
    "n-cut",
    "incl-cut",
    "pri-cut",
    "expect",
    "negate",
    "irredundant",
    "degree",
];

pub(super) fn truth_table(asked: &Asked) -> Outcome<Figure> {
    let (qca, analysed) = analysed(asked)?;
    let how = qca_how(asked.results.project, qca);
    let figure = draad_figures::truth_table(qca, analysed, &how, asked.study(), asked.style);
    Ok(figure.with_data(data::truth_table(qca)))
}

pub(super) fn solution(asked: &Asked) -> Outcome<Figure> {
    let (qca, analysed) = analysed(asked)?;
    let solved = solved(asked, qca, analysed)?;
    let only = asked.choices.solution;
    let how = qca_how(asked.results.project, qca);
    let figure = draad_figures::solution(qca, (analysed, solved), only, &how, asked.study(), asked.style);
    Ok(figure.with_data(data::solution(qca)))
}

/// The combination that was asked for, or else those of the solutions.
pub(super) fn xy_plot(asked: &Asked) -> Outcome<Figure> {
    let (qca, analysed) = analysed(asked)?;
    let relations = match &asked.choices.term {
        Some(term) => vec![qca.relation_of(analysed, term)?],
        None => {
            solved(asked, qca, analysed)?;
            qca.relations(asked.choices.solution)
        }
    };
    let how = qca_how(asked.results.project, qca);
    let figure = draad_figures::xy_plot(qca, analysed, &relations, &how, asked.study(), asked.style)?;
    Ok(figure.with_data(data::xy_plot(qca, analysed, &relations)))
}

/// Returns the analysis, or what stands in its way, as the table says it.
fn analysed<'a>(asked: &Asked<'a>) -> Outcome<(&'a Qca, &'a Analysed)> {
    let qca = asked.results.qca()?;
    match &qca.analysed {
        Ok(analysed) => Ok((qca, analysed)),
        Err(obstacles) => in_the_way(asked, qca, obstacles),
    }
}

/// Returns the solutions, with those of the type that is asked for among them.
fn solved<'a>(asked: &Asked, qca: &Qca, analysed: &'a Analysed) -> Outcome<&'a Solved> {
    let solved = match &analysed.solved {
        Ok(solved) => solved,
        Err(obstacle) => return in_the_way(asked, qca, std::slice::from_ref(obstacle)),
    };
    if asked.choices.solution == Some(Kind::Intermediate) && !qca.expects_something() {
        let obstacles = asked.results.project.words.say("qca-expect-note");
        return fails(Problem::QcaInTheWay { obstacles });
    }
    Ok(solved)
}

fn in_the_way<T>(asked: &Asked, qca: &Qca, obstacles: &[Obstacle]) -> Outcome<T> {
    let said = obstacles.iter().map(|obstacle| qca_obstacle(asked.results.project, qca, obstacle));
    fails(Problem::QcaInTheWay { obstacles: said.collect::<Vec<_>>().join(" ") })
}
