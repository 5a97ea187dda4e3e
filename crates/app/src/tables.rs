//! Tables by name.

use crate::Project;
use draad_analysis::table::Table;
use draad_analysis::{Balance, Basis, By, CasesByFactors, Options};
use draad_core::diagnostic::Outcome;
use draad_core::{AttributeId, Diagnostic, Filter, Place, Problem, Study};

/// The tables there are.
pub const TABLES: [&str; 2] = ["cases-by-factors", "balance"];

/// A table that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum AnyTable {
    /// Cases by factors.
    CasesByFactors(Box<CasesByFactors>),
    /// Balance per case.
    Balance(Box<Balance>),
}

impl AnyTable {
    /// Returns what the table rests on.
    pub fn basis(&self) -> &Basis {
        match self {
            AnyTable::CasesByFactors(table) => &table.basis,
            AnyTable::Balance(balance) => &balance.basis,
        }
    }

    /// Returns the table with every measure, for other programs.
    pub fn every_measure(&self) -> Table {
        match self {
            AnyTable::CasesByFactors(table) => table.long(),
            AnyTable::Balance(balance) => balance.table(),
        }
    }
}

/// What to compute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// Which part of the study.
    pub filter: Filter,
    /// `kind`, `role`, `phase`, `coder`, `outcome` or the id of an attribute.
    pub by: Option<String>,
    /// The outcome that groups and orders the cases.
    pub outcome: Option<AttributeId>,
    /// Leaves parent codes without what was coded below them.
    pub unfolded: bool,
}

impl Request {
    /// Returns the options of the analysis.
    ///
    /// # Errors
    /// When `by` names nothing that the study has.
    pub fn options(&self, project: &Project) -> Outcome<Options> {
        let by = self.by.as_deref().map(|key| by(project.study(), key, self.outcome.as_ref())).transpose()?;
        Ok(Options {
            filter: self.filter.clone(),
            by,
            unfolded: self.unfolded,
            outcome: self.outcome.clone(),
            fingerprint: project.loaded.fingerprint.clone(),
            ..Options::default()
        })
    }
}

/// Computes a table by its name.
///
/// # Errors
/// When there is no such table, the filter names something the study does not have, or nothing is left to show.
pub fn table(project: &Project, name: &str, request: &Request) -> Outcome<AnyTable> {
    let options = request.options(project)?;
    let study = project.study();
    match name {
        "cases-by-factors" => {
            Ok(AnyTable::CasesByFactors(Box::new(CasesByFactors::from_study(study, &options)?)))
        }
        "balance" if options.by.is_some() => fails(Problem::TableWithoutBy { name: name.to_owned() }),
        "balance" => Ok(AnyTable::Balance(Box::new(Balance::from_study(study, &options)?))),
        _ => fails(Problem::TableUnknown { name: name.to_owned(), known: TABLES.join(", ") }),
    }
}

fn fails<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}

/// Returns the further key of this name, in Dutch or English.
///
/// # Errors
/// `UnknownAttribute` when it is none and the study has no such attribute.
fn by(study: &Study, key: &str, outcome: Option<&AttributeId>) -> Outcome<By> {
    let unknown = || Problem::UnknownAttribute { attribute: key.to_owned(), known: keys(study).join(", ") };
    by_named(study, key, outcome).map_or_else(|| fails(unknown()), Ok)
}

/// Returns the further key of this name, in Dutch or English, if there is one.
pub(crate) fn by_named(study: &Study, key: &str, outcome: Option<&AttributeId>) -> Option<By> {
    let attribute = match key {
        "kind" | "soort" => return Some(By::Kind),
        "role" | "rol" => return Some(By::Role),
        "phase" | "fase" => return Some(By::Phase),
        "coder" | "codeur" => return Some(By::Coder),
        "outcome" | "uitkomst" => {
            outcome.or(study.settings.main_outcome().map(|outcome| &outcome.id)).cloned()
        }
        other => study.settings.attribute(other).map(|attribute| attribute.id.clone()),
    };
    attribute.map(By::Attribute)
}

/// Returns the names of all further keys.
pub(crate) fn keys(study: &Study) -> Vec<String> {
    let keys = ["kind", "role", "phase", "coder", "outcome"].map(str::to_owned).into_iter();
    keys.chain(study.settings.attributes.iter().map(|attribute| attribute.id.to_string())).collect()
}
