//! Names beside points: each where it touches nothing, as near to its point as can be, with a line to it where it is far.

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

    fn is_within(&self, other: &Self) -> bool {
        self.left >= other.left
            && self.top >= other.top
            && self.right <= other.right
            && self.bottom <= other.bottom
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
    let mut taken: Vec<Area> = points.to_vec();
    let mut place = |name: &Wanted| {
        let is_free = |area: &Area| area.is_within(page) && !taken.iter().any(|other| other.touches(area));
        let distances = DISTANCES.into_iter().filter(|distance| *distance <= name.most);
        let areas =
            distances.flat_map(|distance| DIRECTIONS.map(|way| (distance, area(name, way, distance))));
        let (distance, area) = { areas }.find(|(_, area)| is_free(area))?;
        taken.push(area);
        Some(Found { area, line_to: (distance >= NEAR).then(|| area.nearest(name.point)) })
    };
    wanted.iter().map(&mut place).collect()
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
    fn a_name_that_has_no_place_gets_none() {
        let page = Area { left: 0.0, top: 0.0, right: 5.0, bottom: 5.0 };
        let wanted = Wanted { point: (2.5, 2.5), radius: 1.0, size: (9.0, 2.0), most: 24.0 };
        assert_eq!(place(&[wanted], &[], &page), [None]);
    }
}
