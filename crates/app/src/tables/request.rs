//! What a table is asked with.

use super::{OUTCOME_VALUE, fails};
use crate::Project;
use draad_analysis::{By, Options, Thresholds};
use draad_core::diagnostic::Outcome;
use draad_core::{AttributeId, Filter, OutcomeChoice, Problem, Study, TableOptions};

/// What to compute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// Which part of the study.
    pub filter: Filter,
    /// `kind`, `role`, `speaker`, `phase`, `coder`, `outcome` or the id of an attribute.
    pub by: Option<String>,
    /// The outcome that groups and orders the cases, for some tables with the value that is meant.
    pub outcome: Option<OutcomeChoice>,
    /// Leaves parent codes without what was coded below them.
    pub unfolded: bool,
    /// What only some tables understand.
    pub options: TableOptions,
}

impl Request {
    /// Returns the options of the analysis.
    ///
    /// # Errors
    /// When `by` names nothing that the study has.
    pub fn options(&self, project: &Project) -> Outcome<Options> {
        let by = self.by.as_deref().map(|key| by(project.study(), key, self.outcome())).transpose()?;
        Ok(Options { by, ..self.common(project) })
    }

    /// Returns the options of the analysis but for the further key, which a table reads in its own way.
    pub(crate) fn common(&self, project: &Project) -> Options {
        let usual = Thresholds::default();
        let thresholds = Thresholds {
            kinds: self.options.min_kinds.unwrap_or(usual.kinds),
            roles: self.options.min_roles.unwrap_or(usual.roles),
            top_source_share: self.options.top_share.unwrap_or(usual.top_source_share),
        };
        Options {
            filter: self.filter.clone(),
            by: None,
            unfolded: self.unfolded,
            outcome: self.outcome().cloned(),
            thresholds,
            fingerprint: project.loaded.fingerprint.clone(),
            ..Options::default()
        }
    }

    /// Returns the attribute that is the outcome, where one is named.
    pub(crate) fn outcome(&self) -> Option<&AttributeId> {
        self.outcome.as_ref().map(|outcome| &outcome.attribute)
    }

    /// Returns the options that are given, each with its value: names as flags have them, without dashes.
    pub(crate) fn given(&self) -> Vec<(String, String)> {
        let own = [
            ("by", self.by.clone()),
            ("outcome", self.outcome.as_ref().map(ToString::to_string)),
            ("unfolded", self.unfolded.then(String::new)),
        ];
        let own = own.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        own.chain(self.options.given()).collect()
    }

    /// Returns the names of the options that are given, as [`Request::given`]; with that of a value of the outcome, where one
    /// is meant.
    pub(crate) fn names_given(&self) -> impl Iterator<Item = String> {
        let value = self.outcome.as_ref().and_then(|outcome| outcome.test.as_ref());
        let value = value.map(|_| OUTCOME_VALUE.to_owned());
        self.given().into_iter().map(|(option, _)| option).chain(value)
    }
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
        "speaker" | "spreker" | "participant" | "deelnemer" => return Some(By::Speaker),
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
    let keys = ["kind", "role", "speaker", "phase", "coder", "outcome"].map(str::to_owned).into_iter();
    keys.chain(study.settings.attributes.iter().map(|attribute| attribute.id.to_string())).collect()
}
