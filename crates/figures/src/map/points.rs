//! Points: cases and codes with their names, shapes and qualities.

use super::LOW;
use crate::marks::Shape;
use crate::style::Style;
use draad_analysis::Similarity;
use draad_analysis::similarity::{Item, Map, Place};
use draad_core::{Code, CodeKind, Study, Valence};

/// How far coordinates of one place may lie apart by rounding.
const SAME: f64 = 1e-9;

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
    /// How its name stands to those of other codes in the very same place.
    pub(super) company: Company,
}

/// Codes that occur in the same cases lie in the same place; one name stands there for all.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Company {
    /// It has a name of its own, which stands for these others too.
    First(Vec<String>),
    /// The name of another code stands for it.
    Behind,
}

impl Point {
    /// Returns the names of the other codes for which its name stands too.
    pub(super) fn others(&self) -> &[String] {
        match &self.company {
            Company::First(others) => others,
            Company::Behind => &[],
        }
    }

    pub(super) fn is_low(&self) -> bool {
        self.quality.is_none_or(|quality| quality < LOW)
    }

    /// Returns whether it lies in a place, but for rounding.
    fn is_at(&self, (x, y): (f64, f64)) -> bool {
        (self.at.0 - x).abs() < SAME && (self.at.1 - y).abs() < SAME
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
    gather(&mut points);
    points
}

/// Puts codes in one place behind the first of them.
fn gather(points: &mut [Point]) {
    for at in 0..points.len() {
        let (before, from) = points.split_at_mut(at);
        let point = &mut from[0];
        let is_first = |other: &&mut Point| {
            other.kind != Kind::Case && matches!(other.company, Company::First(_)) && other.is_at(point.at)
        };
        if point.kind == Kind::Case {
            continue;
        }
        if let Some(Point { company: Company::First(others), .. }) = before.iter_mut().find(is_first) {
            others.push(point.name.clone());
            point.company = Company::Behind;
        }
    }
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
        company: Company::First(Vec::new()),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn point(kind: Kind, name: &str, at: (f64, f64)) -> Point {
        let company = Company::First(Vec::new());
        Point { kind, id: name.into(), name: name.into(), at, quality: None, weight: 0.0, company }
    }

    #[test]
    fn codes_in_one_place_share_the_name_of_the_first_and_cases_keep_theirs() {
        let code = |name, at| point(Kind::Code(Shape::Circle), name, at);
        let mut points = vec![
            point(Kind::Case, "p01", (0.1, 0.2)),
            point(Kind::Case, "p02", (0.1, 0.2)),
            code("trust", (0.1, 0.2)),
            code("distance", (0.3, 0.2)),
            code("blame", (0.1 + 1e-13, 0.2)),
            code("roles", (0.1, 0.2 - 1e-13)),
        ];
        gather(&mut points);
        let others: Vec<usize> = points.iter().map(|point| point.others().len()).collect();
        assert_eq!(others, [0, 0, 2, 0, 0, 0]);
        assert_eq!(points[2].others(), ["blame", "roles"]);
        let behind: Vec<bool> = points.iter().map(|point| point.company == Company::Behind).collect();
        assert_eq!(behind, [false, false, false, false, true, true]);
    }
}
