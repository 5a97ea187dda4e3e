//! Rows: factors under heads for direction and level.

use super::{MatrixOptions, say};
use crate::caption::{name_of, section_name};
use crate::sheet::Line;
use crate::style::Style;
use crate::text::Type;
use draad_analysis::{CasesByFactors, FactorRow, Section};
use draad_core::{CodeKind, LevelId, Settings};
use draad_words::Words;

/// Returns the factors to draw, in the order of the table.
pub(super) fn factors_in_order(table: &CasesByFactors, options: &MatrixOptions) -> Vec<usize> {
    let is_drawn = |factor: &FactorRow| {
        (options.with_headings || factor.kind != CodeKind::Heading)
            && (!options.without_unused || factor.n_cases > 0)
    };
    (0..table.factors.len()).filter(|&factor| is_drawn(&table.factors[factor])).collect()
}

/// Returns all rows, with a head where the section changes and one where the level does. Levels get no heads where no
/// factor has one.
pub(super) fn rows(
    table: &CasesByFactors,
    factors: &[usize],
    settings: &Settings,
    style: &Style,
    label: (Type, f64),
) -> Vec<Line<usize>> {
    let words = style.words;
    let mut rows = Vec::new();
    let mut last: Option<(Section, Option<&LevelId>)> = None;
    for &factor in factors {
        let row = &table.factors[factor];
        let here = (row.section(), row.level.as_ref());
        let section_has_levels = factors
            .iter()
            .map(|&other| &table.factors[other])
            .any(|other| other.section() == here.0 && other.level.is_some());
        if last.map(|(section, _)| section) != Some(here.0) {
            rows.push(Line::Head(section_name(here.0, words)));
        }
        if last != Some(here) && section_has_levels {
            rows.push(Line::Level(level_name(row.level.as_ref(), settings, words)));
        }
        let name = label.0.wrap(&say::drawn_name(row, words), label.1, 2);
        rows.push(Line::row(factor, name, label.0));
        last = Some(here);
    }
    rows
}

fn level_name(level: Option<&LevelId>, settings: &Settings, words: Words) -> String {
    match level {
        Some(level) => name_of(&settings.levels, level, words.language),
        None => words.say("figure-head-no-level"),
    }
}
