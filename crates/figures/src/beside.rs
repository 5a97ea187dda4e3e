//! Names beside points: each where it touches nothing, as near to its point as can be, with a line to it where it is far. A
//! line runs over nothing, where that can be.

use std::f64::consts::{FRAC_1_SQRT_2, SQRT_2};

/// Space between a name and everything else, in millimetres.
const CLEAR: f64 = 0.4;
/// From here on a name gets a line to its point.
const NEAR: f64 = 1.0;
/// How far names stand from the edge of their points, one after the other.
const DISTANCES: [f64; 9] = [0.5, 1.5, 3.0, 5.0, 7.5, 10.5, 14.0, 18.0, 24.0];
/// Directions, the best first: beside, then above and below, then between.
const DIRECTIONS: [(f64, f64); 16] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (FRAC_1_SQRT_2, -FRAC_1_SQRT_2),
    (-FRAC_1_SQRT_2, -FRAC_1_SQRT_2),
    (FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (-FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    (0.9239, -0.3827),
    (-0.9239, -0.3827),
    (0.9239, 0.3827),
    (-0.9239, 0.3827),
    (0.3827, -0.9239),
    (-0.3827, -0.9239),
    (0.3827, 0.9239),
    (-0.3827, 0.9239),
];

/// A rectangle: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Area {
    /// Makes the square around a point.
    pub(crate) fn around((x, y): (f64, f64), radius: f64) -> Self {
        Self { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    }

    fn touches(&self, other: &Self) -> bool {
        self.left < other.right + CLEAR
            && other.left < self.right + CLEAR
            && self.top < other.bottom + CLEAR
            && other.top < self.bottom + CLEAR
    }

    /// Returns whether a line runs over it: whether the part of the line that lies within both its stripes is not empty.
    fn is_crossed_by(&self, from: (f64, f64), to: (f64, f64)) -> bool {
        let within = |from: f64, to: f64, least: f64, most: f64| {
            let step = to - from;
            if step.abs() < 1e-9 {
                return if (least..=most).contains(&from) { (0.0, 1.0) } else { (1.0, 0.0) };
            }
            let ends = ((least - from) / step, (most - from) / step);
            (ends.0.min(ends.1), ends.0.max(ends.1))
        };
        let across = within(from.0, to.0, self.left, self.right);
        let along = within(from.1, to.1, self.top, self.bottom);
        across.0.max(along.0).max(0.0) < across.1.min(along.1).min(1.0)
    }

    fn is_within(&self, other: &Self) -> bool {
        self.left >= other.left
            && self.top >= other.top
            && self.right <= other.right
            && self.bottom <= other.bottom
    }

    /// Returns how far a point lies from it.
    fn distance(&self, point: (f64, f64)) -> f64 {
        let nearest = self.nearest(point);
        (nearest.0 - point.0).hypot(nearest.1 - point.1)
    }

    /// Returns the middle of the square around a point, and the radius of the point.
    fn round(&self) -> ((f64, f64), f64) {
        let middle = ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0);
        (middle, (self.right - self.left) / 2.0)
    }

    /// Returns the point of the rectangle that lies nearest to another point.
    fn nearest(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x.clamp(self.left, self.right), y.clamp(self.top, self.bottom))
    }
}

/// A name that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Wanted {
    /// Where its point is, and how large that is.
    pub(crate) point: (f64, f64),
    pub(crate) radius: f64,
    /// Size of the name.
    pub(crate) size: (f64, f64),
    /// How far from its point it may stand.
    pub(crate) most: f64,
}

/// Where a name stands, and where the line from its point ends, if it needs one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) area: Area,
    pub(crate) line_to: Option<(f64, f64)>,
}

/// Finds places for names, in their order, within a page and away from all points; nothing for a name that has no place.
pub(crate) fn place(wanted: &[Wanted], points: &[Area], page: &Area) -> Vec<Option<Found>> {
    let mut taken = Taken { points: points.to_vec(), areas: points.to_vec(), lines: Vec::new() };
    let mut place = |name: &Wanted| {
        let free: Vec<Found> = candidates(name).filter(|found| taken.has_room(found, page)).collect();
        let clear = free.iter().find(|found| taken.is_clear(name, found));
        let found = *clear.or(free.first())?;
        taken.areas.push(found.area);
        taken.lines.extend(found.line_to.map(|end| (name.point, end)));
        Some(found)
    };
    wanted.iter().map(&mut place).collect()
}

/// What stands somewhere already.
struct Taken {
    points: Vec<Area>,
    /// Points and names.
    areas: Vec<Area>,
    lines: Vec<((f64, f64), (f64, f64))>,
}

impl Taken {
    /// Returns whether a name touches no other and no point.
    fn has_room(&self, found: &Found, page: &Area) -> bool {
        found.area.is_within(page) && !self.areas.iter().any(|other| other.touches(&found.area))
    }

    /// Returns whether no line runs over the name, its own runs over nothing but its point and what lies over that, and a name
    /// without a line is nearer to its own point than to any other.
    fn is_clear(&self, name: &Wanted, found: &Found) -> bool {
        let own = Area::around(name.point, name.radius);
        let lies_over_own = |area: &Area| {
            area.left < own.right && own.left < area.right && area.top < own.bottom && own.top < area.bottom
        };
        let mut others = self.areas.iter().filter(|area| !lies_over_own(area));
        let is_crossed = self.lines.iter().any(|(from, to)| found.area.is_crossed_by(*from, *to));
        let crosses = found.line_to.is_some_and(|to| others.any(|area| area.is_crossed_by(name.point, to)));
        let apart = found.area.distance(name.point) - name.radius;
        let is_nearer = |point: &Area| {
            let (middle, radius) = point.round();
            !is_same(middle, name.point) && found.area.distance(middle) - radius < apart
        };
        let is_mistaken = found.line_to.is_none() && self.points.iter().any(is_nearer);
        !is_crossed && !crosses && !is_mistaken
    }
}

/// Returns whether two places are one, but for rounding.
fn is_same(one: (f64, f64), other: (f64, f64)) -> bool {
    (one.0 - other.0).abs() < 1e-9 && (one.1 - other.1).abs() < 1e-9
}

/// Returns all places of a name, the nearest first.
fn candidates(name: &Wanted) -> impl Iterator<Item = Found> {
    let distances = DISTANCES.into_iter().filter(|distance| *distance <= name.most);
    distances.flat_map(move |distance| {
        DIRECTIONS.map(|way| {
            let area = area(name, way, distance);
            Found { area, line_to: (distance >= NEAR).then(|| area.nearest(name.point)) }
        })
    })
}

/// Returns where a name stands in a direction from its point.
fn area(name: &Wanted, (dx, dy): (f64, f64), distance: f64) -> Area {
    let away = name.radius + CLEAR + distance;
    let (half_width, half_height) = (name.size.0 / 2.0, name.size.1 / 2.0);
    // straight to the side the middle of the name is level with the point, further up its end comes over it
    let shift = |part: f64, half: f64| (part * SQRT_2).clamp(-1.0, 1.0) * half;
    let x = name.point.0 + dx * away + shift(dx, half_width);
    let y = name.point.1 + dy * away + shift(dy, half_height);
    Area { left: x - half_width, top: y - half_height, right: x + half_width, bottom: y + half_height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_beside_their_points_and_touch_nothing() {
        let page = Area { left: 0.0, top: 0.0, right: 60.0, bottom: 40.0 };
        let spots: Vec<(f64, f64)> =
            (0..12).map(|n| (25.0 + (n % 4) as f64 * 2.5, 15.0 + (n / 4) as f64 * 2.5)).collect();
        let points: Vec<Area> = spots.iter().map(|&spot| Area::around(spot, 0.9)).collect();
        let name = |&point: &(f64, f64)| Wanted { point, radius: 0.9, size: (8.0, 2.5), most: 24.0 };
        let wanted: Vec<Wanted> = spots.iter().map(name).collect();
        let found: Vec<Found> = place(&wanted, &points, &page).into_iter().map(Option::unwrap).collect();
        for (n, one) in found.iter().enumerate() {
            assert!(one.area.is_within(&page));
            assert!(!points.iter().any(|point| point.touches(&one.area)));
            assert!(!found[n + 1..].iter().any(|other| other.area.touches(&one.area)));
        }
        assert!(found.iter().any(|one| one.line_to.is_some()), "those in the middle are led out");
    }

    #[test]
    fn lines_run_over_no_other_name() {
        let page = Area { left: 0.0, top: 0.0, right: 60.0, bottom: 60.0 };
        // three points that nearly coincide at the foot of the page, where names can only go up or aside
        let spots = [(30.0, 58.9), (30.6, 58.9), (31.2, 58.9)];
        let points = spots.map(|spot| Area::around(spot, 0.9));
        let wanted = spots.map(|point| Wanted { point, radius: 0.9, size: (6.0, 2.5), most: 24.0 });
        let found: Vec<Found> = place(&wanted, &points, &page).into_iter().map(Option::unwrap).collect();
        for (n, one) in found.iter().enumerate() {
            let Some(end) = one.line_to else { continue };
            let mut others = found.iter().enumerate().filter(|(other, _)| *other != n);
            assert!(others.all(|(_, other)| !other.area.is_crossed_by(spots[n], end)));
        }
        let area = Area { left: 1.0, top: 1.0, right: 2.0, bottom: 2.0 };
        assert!(area.is_crossed_by((0.0, 0.0), (3.0, 3.0)) && area.is_crossed_by((1.5, 0.0), (1.5, 9.0)));
        assert!(!area.is_crossed_by((0.0, 0.0), (0.9, 0.9)) && !area.is_crossed_by((0.0, 3.0), (3.0, 3.0)));
    }

    #[test]
    fn a_name_that_has_no_place_gets_none() {
        let page = Area { left: 0.0, top: 0.0, right: 5.0, bottom: 5.0 };
        let wanted = Wanted { point: (2.5, 2.5), radius: 1.0, size: (9.0, 2.0), most: 24.0 };
        assert_eq!(place(&[wanted], &[], &page), [None]);
    }
}
