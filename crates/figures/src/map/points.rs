//! Points: cases and codes with their names, shapes and qualities.

use super::LOW;
use crate::marks::Shape;
use crate::style::Style;
use draad_analysis::Similarity;
use draad_analysis::similarity::{Item, Map, Place};
use draad_core::{Code, CodeKind, Study, Valence};

/// What a point is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kind {
    /// A case.
    Case,
    /// A code, with the shape of its direction.
    Code(Shape),
}

/// A point of the map.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Point {
    pub(super) kind: Kind,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) at: (f64, f64),
    /// How much of its distance from the middle the two axes show; nothing for a point in the middle.
    pub(super) quality: Option<f64>,
    /// How much of one of the two axes it accounts for, at most.
    pub(super) weight: f64,
}

impl Point {
    pub(super) fn is_low(&self) -> bool {
        self.quality.is_none_or(|quality| quality < LOW)
    }

    /// Returns the quality in hundredths.
    pub(super) fn quality_text(&self) -> String {
        self.quality.map_or("–".to_owned(), |quality| format!("{:.0}", quality * 100.0))
    }
}

/// Returns cases, then codes with the greatest weight first: in this order they get their names.
pub(super) fn points(found: &Similarity, map: &Map, study: &Study, style: &Style) -> Vec<Point> {
    let mut points: Vec<Point> = map.places.iter().map(|place| point(found, place, study, style)).collect();
    points.sort_by(|a, b| {
        let is_code = |point: &Point| point.kind != Kind::Case;
        let weight = |point: &Point| if is_code(point) { point.weight } else { 0.0 };
        is_code(a).cmp(&is_code(b)).then(weight(b).total_cmp(&weight(a)))
    });
    points
}

fn point(found: &Similarity, place: &Place, study: &Study, style: &Style) -> Point {
    let along = |axis: usize| place.coordinates.get(axis).copied().unwrap_or(0.0);
    let (kind, id, name) = match &place.item {
        Item::Case(case) => {
            let id = found.cases[*case].id.to_string();
            (Kind::Case, id.clone(), id)
        }
        Item::Code(id) => {
            let code = study.codebook.get(id);
            let name = code.map_or(id.as_str(), |code| code.name(style.words.language)).to_owned();
            (Kind::Code(shape(code)), id.to_string(), name)
        }
    };
    Point {
        kind,
        id,
        name,
        at: (along(0), along(1)),
        quality: place.quality.ok(),
        weight: place.contributions.iter().copied().fold(0.0, f64::max),
    }
}

/// Returns the shape of a code by the direction that the codebook gives it.
fn shape(code: Option<&Code>) -> Shape {
    match code.map(|code| (code.kind, code.valence)) {
        Some((CodeKind::Factor, Some(Valence::Promoting))) => Shape::Circle,
        Some((CodeKind::Factor, Some(Valence::Hindering))) => Shape::Diamond,
        Some((CodeKind::Factor, Some(Valence::Ambivalent))) => Shape::DottedRing,
        _ => Shape::Square,
    }
}
