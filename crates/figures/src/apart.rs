//! Blocks that lie over each other are pushed apart, and marks off lines.

/// Rounds before this is given up.
const ROUNDS: usize = 600;
/// From this round on, every third round pushes the other way: blocks that stand on one line need that to spread.
const ALSO_ACROSS: usize = 60;
/// How near a push may come to the wanted distance, in millimetres.
const ROUNDING: f64 = 1e-6;

/// A block: its middle, and its size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Block {
    pub(crate) middle: (f64, f64),
    pub(crate) size: (f64, f64),
}

/// Pushes blocks apart until none lies over another, within a page of this size whose upper left corner is at 0, 0. Each pair
/// moves along the way on which it has least to go. Returns whether that was possible.
pub(crate) fn push_apart(blocks: &mut [Block], page: (f64, f64)) -> bool {
    for round in 0..ROUNDS {
        let is_across = round >= ALSO_ACROSS && round % 3 == 0;
        blocks.iter_mut().for_each(|one| keep_inside(one, page));
        let mut is_quiet = true;
        for one in 0..blocks.len() {
            for other in one + 1..blocks.len() {
                is_quiet &= !push(blocks, one, other, is_across);
            }
        }
        if is_quiet {
            return true;
        }
    }
    false
}

/// Sets blocks in rows, in the order in which they stand: what is always possible where the page is high enough. Returns the
/// height of the rows.
pub(crate) fn set_in_rows(blocks: &mut [Block], width: f64) -> f64 {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by(|&a, &b| blocks[a].middle.1.total_cmp(&blocks[b].middle.1).then(a.cmp(&b)));
    let (mut x, mut y, mut row) = (0.0, 0.0, 0.0_f64);
    for at in order {
        let size = blocks[at].size;
        if x > 0.0 && x + size.0 > width {
            (x, y, row) = (0.0, y + row, 0.0);
        }
        blocks[at].middle = (x + size.0 / 2.0, y + size.1 / 2.0);
        x += size.0;
        row = row.max(size.1);
    }
    y + row
}

fn keep_inside(one: &mut Block, page: (f64, f64)) {
    let inside = |middle: f64, size: f64, end: f64| middle.min(end - size / 2.0).max(size / 2.0);
    one.middle = (inside(one.middle.0, one.size.0, page.0), inside(one.middle.1, one.size.1, page.1));
}

/// Pushes two blocks apart where they lie over each other, on the shorter way or on the longer one; returns whether they did.
fn push(blocks: &mut [Block], one: usize, other: usize, on_the_longer: bool) -> bool {
    let (a, b) = (blocks[one], blocks[other]);
    let over = |a: f64, b: f64, sizes: f64| sizes / 2.0 - (a - b).abs();
    let across = over(a.middle.0, b.middle.0, a.size.0 + b.size.0);
    let along = over(a.middle.1, b.middle.1, a.size.1 + b.size.1);
    if across <= ROUNDING || along <= ROUNDING {
        return false;
    }
    if (across < along) != on_the_longer {
        let step = (across / 2.0 + ROUNDING) * if a.middle.0 <= b.middle.0 { -1.0 } else { 1.0 };
        blocks[one].middle.0 += step;
        blocks[other].middle.0 -= step;
    } else {
        let step = (along / 2.0 + ROUNDING) * if a.middle.1 <= b.middle.1 { -1.0 } else { 1.0 };
        blocks[one].middle.1 += step;
        blocks[other].middle.1 -= step;
    }
    true
}

/// Returns how a mark must move to lie `wanted` from a line, given the marks at the ends of the line and its own; nothing where
/// it does already.
pub(crate) fn way_off([from, to, mark]: [(f64, f64); 3], wanted: f64) -> Option<(f64, f64)> {
    let line = (to.0 - from.0, to.1 - from.1);
    let squared = (line.0 * line.0 + line.1 * line.1).max(1e-9);
    let part = ((mark.0 - from.0) * line.0 + (mark.1 - from.1) * line.1) / squared;
    if !(0.0..=1.0).contains(&part) {
        return None;
    }
    let away = (mark.0 - from.0 - part * line.0, mark.1 - from.1 - part * line.1);
    let distance = (away.0 * away.0 + away.1 * away.1).sqrt();
    if distance >= wanted - 0.01 {
        return None;
    }
    let length = squared.sqrt();
    // straight across the line where the mark lies right on it
    let way = if distance > 1e-6 {
        (away.0 / distance, away.1 / distance)
    } else {
        (-line.1 / length, line.0 / length)
    };
    Some((way.0 * (wanted - distance), way.1 * (wanted - distance)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_apart(blocks: &[Block]) -> bool {
        let over = |a: f64, b: f64, sizes: f64| (a - b).abs() < sizes / 2.0 - 2.0 * ROUNDING;
        !blocks.iter().enumerate().any(|(n, a)| {
            blocks[n + 1..].iter().any(|b| {
                over(a.middle.0, b.middle.0, a.size.0 + b.size.0)
                    && over(a.middle.1, b.middle.1, a.size.1 + b.size.1)
            })
        })
    }

    #[test]
    fn blocks_end_apart_and_on_the_page() {
        let one = Block { middle: (10.0, 10.0), size: (8.0, 4.0) };
        let mut blocks = vec![one; 12];
        assert!(push_apart(&mut blocks, (40.0, 30.0)));
        assert!(are_apart(&blocks), "{blocks:?}");
        let inside = |one: &Block| one.middle.0 >= 3.9 && one.middle.0 <= 36.1 && one.middle.1 >= 1.9;
        assert!(blocks.iter().all(inside), "{blocks:?}");
    }

    #[test]
    fn a_mark_moves_off_a_line_by_the_shortest_way() {
        let line = [(0.0, 0.0), (10.0, 0.0)];
        let way = |mark: (f64, f64)| way_off([line[0], line[1], mark], 2.0);
        assert_eq!(way((4.0, 0.5)), Some((0.0, 1.5)));
        assert_eq!(way((4.0, 0.0)), Some((0.0, 2.0)), "from the line itself straight across");
        assert_eq!(way((4.0, 2.0)), None);
        assert_eq!(way((12.0, 0.5)), None, "past its end");
    }

    #[test]
    fn blocks_that_do_not_fit_can_still_be_set_in_rows() {
        let mut blocks = vec![Block { middle: (1.0, 1.0), size: (8.0, 4.0) }; 9];
        assert!(!push_apart(&mut blocks, (9.0, 9.0)));
        assert_eq!(set_in_rows(&mut blocks, 17.0), 20.0);
        assert!(are_apart(&blocks));
    }
}
