//! The figure of coders.

use super::{Asked, data};
use crate::results::Results;
use draad_analysis::agreement::Coefficient;
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_figures::Figure;

/// What `agreement` takes: as the table of that name, and which coefficient.
pub(super) const TAKES: [&str; 8] =
    ["unit", "measure", "overlap", "resamples", "seed", "silent-readers", "unfolded", "coefficient"];

/// Returns whether coders share sources, so that there is something to compare.
pub(super) fn is_usual(results: &Results) -> bool {
    let is_absent = |problem: &Problem| matches!(problem, Problem::NothingToShow { .. });
    results.agreement().err().is_none_or(|error| !is_absent(&error.problem))
}

pub(super) fn agreement(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.agreement()?;
    let coefficient = Coefficient::named(asked.choices.coefficient.as_deref(), found.own.unit)?;
    let figure = draad_figures::agreement(found, coefficient, asked.study(), asked.style)?;
    Ok(figure.with_data(data::agreement(found)))
}
