//! What is worked out once for all questions about a study: its units, and, when the first question asks for them, where
//! and by whom each was said, and the codings as sorted spans.

use crate::codings::Codings;
use crate::settings::Settings;
use crate::units::Units;
use draad_core::{CoderId, Study};
use std::sync::OnceLock;

/// A study in columns.
pub(crate) struct Columns {
    pub(crate) units: Units,
    settings: OnceLock<Settings>,
    codings: OnceLock<Codings>,
    coders: OnceLock<Vec<CoderId>>,
}

impl Columns {
    pub(crate) fn new(study: &Study) -> Self {
        Self {
            units: Units::new(study),
            settings: OnceLock::new(),
            codings: OnceLock::new(),
            coders: OnceLock::new(),
        }
    }

    pub(crate) fn settings(&self, study: &Study) -> &Settings {
        self.settings.get_or_init(|| Settings::new(study, &self.units))
    }

    pub(crate) fn codings(&self, study: &Study) -> &Codings {
        self.codings.get_or_init(|| Codings::new(study, &self.units))
    }

    /// All coders, as [`Study::coders`] says.
    pub(crate) fn coders(&self, study: &Study) -> &[CoderId] {
        self.coders.get_or_init(|| study.coders())
    }
}
