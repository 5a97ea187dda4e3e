//! The parts into which tables, figures and reports divide the factors.

use draad_core::{CodeKind, Valence};
use serde::Serialize;

/// A part of the list of factors. The order of the variants is the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Section {
    /// Factors that usually promote.
    Promoting,
    /// Factors that usually work both ways.
    Ambivalent,
    /// Factors that usually hinder.
    Hindering,
    /// Factors without a usual direction.
    NoDirection,
    /// Themes.
    Themes,
    /// Headings of the codebook, whatever their direction: they hold what is below them.
    Headings,
}

impl Section {
    /// Returns where a code belongs.
    pub fn of(kind: CodeKind, valence: Option<Valence>) -> Self {
        match (kind, valence) {
            (CodeKind::Heading, _) => Section::Headings,
            (CodeKind::Theme, _) => Section::Themes,
            (CodeKind::Factor, Some(Valence::Promoting)) => Section::Promoting,
            (CodeKind::Factor, Some(Valence::Ambivalent)) => Section::Ambivalent,
            (CodeKind::Factor, Some(Valence::Hindering)) => Section::Hindering,
            (CodeKind::Factor, None) => Section::NoDirection,
        }
    }
}
