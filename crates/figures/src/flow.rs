//! Things of different widths set in lines, as words are.

/// Puts items of these widths on lines of at most `line_width`, `gap` apart; returns for each its line and its distance
/// from the left. An item wider than a line stands alone on one.
pub(crate) fn flow(widths: &[f64], line_width: f64, gap: f64) -> Vec<(usize, f64)> {
    let (mut line, mut x) = (0, 0.0);
    let place = |&width: &f64| {
        if x > 0.0 && x + width > line_width {
            line += 1;
            x = 0.0;
        }
        let at = (line, x);
        x += width + gap;
        at
    };
    widths.iter().map(place).collect()
}

/// Returns how many lines [`flow`] used.
pub(crate) fn n_lines(places: &[(usize, f64)]) -> usize {
    places.last().map_or(0, |(line, _)| line + 1)
}

/// Divides `n` things over the fewest parts of at most `most` each, as evenly as can be; earlier parts are not smaller.
pub(crate) fn even_parts(n: usize, most: usize) -> Vec<std::ops::Range<usize>> {
    let n_parts = n.div_ceil(most.max(1));
    let start = |part: usize| part * (n / n_parts) + part.min(n % n_parts);
    (0..n_parts).map(|part| start(part)..start(part + 1)).collect()
}

/// Puts things of these heights on pages with this room, in their order; a thing that is higher has a page of its own.
pub(crate) fn fill(heights: &[f64], room: f64) -> Vec<std::ops::Range<usize>> {
    let mut pages: Vec<std::ops::Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (at, height) in heights.iter().enumerate() {
        match pages.last_mut() {
            Some(page) if used + height <= room => page.end = at + 1,
            _ => {
                pages.push(at..at + 1);
                used = 0.0;
            }
        }
        used += height;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_go_to_the_next_line_when_the_line_is_full() {
        assert_eq!(flow(&[4.0, 4.0, 4.0], 10.0, 1.0), [(0, 0.0), (0, 5.0), (1, 0.0)]);
        assert_eq!(flow(&[20.0, 1.0], 10.0, 1.0), [(0, 0.0), (1, 0.0)]);
        assert_eq!(n_lines(&flow(&[], 10.0, 1.0)), 0);
    }

    #[test]
    fn parts_are_even() {
        assert_eq!(even_parts(50, 24), [0..17, 17..34, 34..50]);
        assert_eq!(even_parts(4, 3), [0..2, 2..4]);
        assert!(even_parts(0, 5).is_empty());
    }

    #[test]
    fn pages_are_filled_in_order() {
        assert_eq!(fill(&[4.0, 4.0, 4.0], 8.0), [0..2, 2..3]);
        assert_eq!(fill(&[20.0, 1.0, 1.0], 8.0), [0..1, 1..3]);
        assert!(fill(&[], 8.0).is_empty());
    }
}
