//! A drawing of a network in which distances on paper follow distances in the network: stress majorisation (Gansner, Koren &
//! North 2005, doi:10.1007/978-3-540-31843-9_25), with a fixed start and a fixed number of rounds, so that the same network
//! is drawn the same way every time. Only sums, products and roots: these come out the same on every machine.

/// Rounds in which every node moves once.
const ROUNDS: usize = 1000;
/// How far apart unconnected nodes want to be at most.
const MOST_APART: f64 = 3.0;
/// The part of a golden turn that spreads the start evenly.
const GOLDEN: f64 = 0.618_033_988_749_895;

/// Returns a place for each of `n` nodes, about one unit between neighbours. `edges` are pairs of nodes.
pub(crate) fn layout(n: usize, edges: &[(usize, usize)]) -> Vec<(f64, f64)> {
    let steps = steps_between(n, edges);
    let spread = (n as f64).sqrt();
    let start = |node: usize| {
        let along = (node as f64 + 0.5) / n as f64;
        let across = (node as f64 * GOLDEN).fract();
        (along * spread, across * spread)
    };
    let mut places: Vec<(f64, f64)> = (0..n).map(start).collect();
    for _ in 0..ROUNDS {
        for node in 0..n {
            places[node] = pulled(node, &places, &steps);
        }
    }
    level(&places)
}

/// Returns the number of edges on the shortest way between any two nodes. What is not connected lies one step further apart
/// than the ends of the longest way, but not so far that the rest becomes small.
fn steps_between(n: usize, edges: &[(usize, usize)]) -> Vec<Vec<f64>> {
    let mut steps = vec![vec![f64::INFINITY; n]; n];
    (0..n).for_each(|node| steps[node][node] = 0.0);
    for &(one, other) in edges {
        steps[one][other] = 1.0;
        steps[other][one] = 1.0;
    }
    for via in 0..n {
        for from in 0..n {
            for to in 0..n {
                steps[from][to] = steps[from][to].min(steps[from][via] + steps[via][to]);
            }
        }
    }
    let longest = steps.iter().flatten().copied().filter(|way| way.is_finite()).fold(0.0, f64::max);
    let apart = (longest + 1.0).min(MOST_APART);
    steps.iter_mut().flatten().filter(|way| way.is_infinite()).for_each(|way| *way = apart);
    steps
}

/// Returns where the others want a node to be, the nearer ones most.
fn pulled(node: usize, places: &[(f64, f64)], steps: &[Vec<f64>]) -> (f64, f64) {
    let (mut x, mut y, mut weights) = (0.0, 0.0, 0.0);
    let here = places[node];
    for (other, &there) in places.iter().enumerate().filter(|(other, _)| *other != node) {
        let wanted = steps[node][other];
        let weight = 1.0 / (wanted * wanted);
        let (dx, dy) = (here.0 - there.0, here.1 - there.1);
        let length = (dx * dx + dy * dy).sqrt().max(1e-9);
        x += weight * (there.0 + wanted * dx / length);
        y += weight * (there.1 + wanted * dy / length);
        weights += weight;
    }
    if weights > 0.0 { (x / weights, y / weights) } else { here }
}

/// Turns a drawing so that its longest direction lies level.
fn level(places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let n = places.len().max(1) as f64;
    let mean = places.iter().fold((0.0, 0.0), |sum, place| (sum.0 + place.0 / n, sum.1 + place.1 / n));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for place in places {
        let (dx, dy) = (place.0 - mean.0, place.1 - mean.1);
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    // the first axis of two by two numbers
    let half = (xx - yy) / 2.0;
    let root = (half * half + xy * xy).sqrt();
    let axis = if half >= 0.0 { (half + root, xy) } else { (xy, root - half) };
    let length = (axis.0 * axis.0 + axis.1 * axis.1).sqrt();
    let (cos, sin) = if length > 1e-12 { (axis.0 / length, axis.1 / length) } else { (1.0, 0.0) };
    let turned = |place: &(f64, f64)| {
        let (dx, dy) = (place.0 - mean.0, place.1 - mean.1);
        (dx * cos + dy * sin, dy * cos - dx * sin)
    };
    places.iter().map(turned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(places: &[(f64, f64)], one: usize, other: usize) -> f64 {
        let (dx, dy) = (places[one].0 - places[other].0, places[one].1 - places[other].1);
        (dx * dx + dy * dy).sqrt()
    }

    #[test]
    fn a_chain_becomes_a_level_line_with_steps_of_one() {
        let places = layout(4, &[(0, 2), (2, 3), (3, 1)]);
        for (one, other, steps) in [(0, 2, 1.0), (2, 3, 1.0), (0, 3, 2.0), (0, 1, 3.0)] {
            assert!((length(&places, one, other) - steps).abs() < 0.05, "{places:?}");
        }
        assert!(places.iter().all(|place| place.1.abs() < 0.05), "{places:?}");
    }

    #[test]
    fn a_triangle_has_equal_sides_and_what_is_apart_stays_apart() {
        let triangle = layout(3, &[(0, 1), (1, 2), (0, 2)]);
        for (one, other) in [(0, 1), (1, 2), (0, 2)] {
            assert!((length(&triangle, one, other) - 1.0).abs() < 0.01, "{triangle:?}");
        }
        let edges = [(0, 1), (1, 2), (0, 2), (3, 4)];
        let places = layout(5, &edges);
        for apart in [(0, 3), (1, 3), (2, 4)] {
            assert!(length(&places, apart.0, apart.1) > length(&places, 3, 4), "{places:?}");
        }
        assert_eq!(places, layout(5, &edges), "always the same");
    }

    #[test]
    fn one_node_and_none_have_a_drawing_too() {
        assert_eq!(layout(1, &[]).len(), 1);
        assert!(layout(0, &[]).is_empty());
    }
}
