//! Conditions as they are defined, the memberships that come of them, and the evidence behind each: `draad calibrate`.

mod evidence;
mod method;
mod score;
mod view;

pub(crate) use method::how;

pub use evidence::{CaseEvidence, Evidence};
pub use score::{Given, Request, score};
pub use view::{day, figure, heading};

use crate::Project;
use crate::show::View;
use draad_analysis::calibration::{basis, list, named};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Calibrated, Options};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{Condition, Diagnostic, Filter};

/// What there is to show of conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What it rests on.
    pub basis: Basis,
    /// With every measure; the first table is the one that is meant.
    pub tables: Vec<Table>,
    /// As people read it.
    pub views: Vec<View>,
    /// What stands behind the memberships, case by case, in words; of computed ones only where the filter names cases.
    pub evidence: Vec<CaseEvidence>,
    /// Conditions that cannot be computed, with the reason.
    pub refused: Vec<Diagnostic>,
}

/// Shows all conditions: what each rests on, how it is calibrated, and how far it has come.
///
/// # Errors
/// When no case passes the filter.
pub fn conditions(project: &Project, filter: &Filter) -> Outcome<Shown> {
    let (study, options) = (project.study(), options(project, filter));
    let facts = Facts::new(study, filter);
    let (mut known, mut refused) = (Vec::new(), Vec::new());
    for condition in study.conditions.values() {
        match Calibrated::from_facts(study, &facts, condition, &options) {
            Ok(calibrated) => known.push(calibrated),
            Err(problem) => refused.push(placed(condition, *problem)),
        }
    }
    let basis = basis(study, &facts, &options)?;
    Ok(Shown {
        tables: vec![list(&known)],
        views: vec![view::list(project, &known, &basis)],
        evidence: Vec::new(),
        refused,
        basis,
    })
}

/// Shows one condition: the membership of each case, from what, and the evidence.
///
/// # Errors
/// `UnknownCondition`, or what does not fit in it; when no case passes the filter.
pub fn condition(project: &Project, name: &str, filter: &Filter) -> Outcome<Shown> {
    let (study, options) = (project.study(), options(project, filter));
    let condition = named(study, name)?;
    let facts = Facts::new(study, filter);
    let calibrated = Calibrated::from_facts(study, &facts, condition, &options)?;
    let evidence = evidence::collect(project, &facts, &calibrated, &options)?;
    let mut tables = calibrated.tables();
    tables.push(evidence::table(&evidence));
    let is_asked = calibrated.condition.is_scored() || !filter.cases.is_empty();
    Ok(Shown {
        views: view::one(project, &calibrated),
        tables,
        evidence: if is_asked { evidence } else { Vec::new() },
        refused: Vec::new(),
        basis: calibrated.basis,
    })
}

fn options(project: &Project, filter: &Filter) -> Options {
    Options { filter: filter.clone(), fingerprint: project.loaded.fingerprint.clone(), ..Options::default() }
}

/// Says of which condition a problem is.
fn placed(condition: &Condition, problem: Diagnostic) -> Diagnostic {
    let place = draad_core::Place::file(draad_store::paths::CONDITIONS).column(condition.name.as_str());
    Diagnostic { place, ..problem }
}
