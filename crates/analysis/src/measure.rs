//! The measures of a cell of the case × factor table of which people read one at a time.

use crate::{Cell, CellState};
use draad_measures::{Measured, Undefined};
use serde::Serialize;
use strum::IntoEnumIterator;

/// What the cells of the table to read show.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum CellMeasure {
    /// Passages, by direction.
    #[default]
    Passages,
    /// Codings.
    Codings,
    /// Sources with the factor.
    Sources,
    /// Kinds of source with the factor.
    Kinds,
    /// Roles that spoke of it.
    Roles,
    /// People who spoke of it.
    Speakers,
    /// Characters that at least one coding covers.
    Chars,
    /// Lengths of the codings added up.
    CharsSummed,
    /// Words of which at least one character is covered.
    Words,
    /// Share of the material that is covered.
    Coverage,
    /// Share that is covered of the material in sources somebody coded in.
    CoverageSought,
    /// Codings per 1,000 characters of material.
    #[strum(serialize = "per-1000")]
    #[serde(rename = "per-1000")]
    PerThousand,
    /// Codings per source with material.
    PerSource,
    /// Share of the case's codings.
    RowShare,
    /// Share of the factor's codings.
    ColumnShare,
}

impl CellMeasure {
    /// Returns the names of all measures, in their order.
    pub fn names() -> Vec<&'static str> {
        Self::iter().map(<&str>::from).collect()
    }

    /// Returns whether it is a count; the others are shares and rates.
    pub fn is_count(self) -> bool {
        use CellMeasure::{ColumnShare, Coverage, CoverageSought, PerSource, PerThousand, RowShare};
        !matches!(self, Coverage | CoverageSought | PerThousand | PerSource | RowShare | ColumnShare)
    }

    /// Returns the value in a cell.
    ///
    /// # Errors
    /// `NoMaterial`, or the reason of the measure itself; `NotStated` for words that were not counted.
    pub fn of(self, cell: &Cell) -> Measured {
        let count = |n: usize| Ok(n as f64);
        match self {
            _ if cell.state == CellState::NoMaterial => Err(Undefined::NoMaterial),
            CellMeasure::Passages => count(cell.n_passages),
            CellMeasure::Codings => count(cell.n_codings),
            CellMeasure::Sources => count(cell.n_sources),
            CellMeasure::Kinds => count(cell.kinds.len()),
            CellMeasure::Roles => count(cell.roles.len()),
            CellMeasure::Speakers => count(cell.n_speakers),
            CellMeasure::Chars => Ok(cell.chars_union as f64),
            CellMeasure::CharsSummed => Ok(cell.chars_summed as f64),
            CellMeasure::Words => cell.n_words.map(|n| n as f64).ok_or(Undefined::NotStated),
            CellMeasure::Coverage => cell.coverage(),
            CellMeasure::CoverageSought => cell.coverage_where_sought(),
            CellMeasure::PerThousand => cell.per_thousand_chars(),
            CellMeasure::PerSource => cell.per_source(),
            CellMeasure::RowShare => cell.row_share(),
            CellMeasure::ColumnShare => cell.column_share(),
        }
    }
}
