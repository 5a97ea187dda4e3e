//! The material in which words are counted.

use crate::stretch::{stretch_of, stretches};
use draad_core::facts::{Facts, Material, Setting};
use draad_core::{CharSpan, Filter, Source, Span, Study};
use std::collections::BTreeSet;

/// A stretch of material within one unit: the whole unit, unless a part that belongs to another case begins or ends in it.
/// Of a source without units each line is a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Position in [`Study::sources`].
    pub source: u32,
    /// Position of the unit, or line, in its source.
    pub unit: u32,
    /// Where and by whom it was said.
    pub setting: Setting,
    /// Positions in [`Study::cases`] of the cases it is about, of those that pass the filter; sorted.
    pub cases: Vec<u32>,
    /// Where it stands.
    pub span: Span,
}

impl Piece {
    /// Lists the material that passes a filter, in the order of sources and units, each place once. Where the filter names
    /// codes, valences or coders, only units are taken in which such a coding starts, as `search` does.
    pub fn all(study: &Study, filter: &Filter) -> Vec<Self> {
        let facts = Facts::new(study, filter);
        let coded = coded_units(study, filter, &facts);
        let mut found = Vec::new();
        for of_source in facts.material.chunk_by(|a, b| a.source == b.source) {
            let source = &study.sources[of_source[0].source as usize];
            let lines = if source.units.is_empty() { stretches(source) } else { Vec::new() };
            for of_place in of_source.chunk_by(|a, b| (a.chars, a.setting) == (b.chars, b.setting)) {
                found.extend(pieces(source, &lines, of_place));
            }
        }
        found.retain(|piece| coded.as_ref().is_none_or(|coded| coded.contains(&(piece.source, piece.unit))));
        found
    }
}

/// Returns the pieces of one stretch of material, given once for each of its cases.
fn pieces(source: &Source, lines: &[Span], of_place: &[Material]) -> Vec<Piece> {
    let Material { source: source_idx, setting, chars, .. } = of_place[0];
    let mut cases: Vec<u32> = of_place.iter().map(|material| material.case).collect();
    cases.sort_unstable();
    let Some(span) = source.text.span(chars) else { return Vec::new() };
    let places: Vec<(u32, Span)> = match setting.unit {
        Some(unit) => within(source, span, source.units[unit as usize].span)
            .map(|span| (unit, span))
            .into_iter()
            .collect(),
        None => {
            let inside = |(line, own): (usize, &Span)| Some((line as u32, within(source, span, *own)?));
            lines.iter().enumerate().filter_map(inside).collect()
        }
    };
    let piece = |(unit, span)| Piece { source: source_idx, unit, setting, cases: cases.clone(), span };
    places.into_iter().map(piece).collect()
}

/// Returns the part of `span` that lies in a unit. A word on a border inside the unit goes with the part in which it starts.
fn within(source: &Source, span: Span, unit: Span) -> Option<Span> {
    let text = source.text.as_str();
    let (unit, span) = (unit.range(), span.range());
    let start = if span.start <= unit.start { unit.start } else { after_word(text, span.start) };
    let end = if span.end >= unit.end { unit.end } else { after_word(text, span.end) };
    Span::from_bytes(start.max(unit.start)..end.min(unit.end))
}

/// Returns the place itself, or the end of the word in which it lies.
fn after_word(text: &str, place: usize) -> usize {
    let (before, after) = text.split_at(place);
    if !before.ends_with(char::is_alphanumeric) {
        return place;
    }
    place + after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len())
}

/// Returns the units in which a coding that passes starts; nothing where the filter asks for no codings.
fn coded_units(study: &Study, filter: &Filter, facts: &Facts) -> Option<BTreeSet<(u32, u32)>> {
    if filter.codes.is_empty() && filter.valences.is_empty() && filter.coders.is_empty() {
        return None;
    }
    let mut units = BTreeSet::new();
    for of_source in facts.codings.chunk_by(|a, b| a.source == b.source) {
        let source = &study.sources[of_source[0].source as usize];
        let lines = if source.units.is_empty() { stretches(source) } else { Vec::new() };
        let line_of = |chars: CharSpan| Some(stretch_of(&lines, source.text.span(chars)?)? as u32);
        let unit_of = |fact: &draad_core::facts::Fact| match fact.setting.unit {
            None if source.units.is_empty() => line_of(fact.chars?),
            unit => unit,
        };
        units.extend(of_source.iter().filter_map(|fact| Some((fact.source, unit_of(fact)?))));
    }
    Some(units)
}
