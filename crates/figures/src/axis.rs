//! Axes: numbers that read well, evenly spaced.

/// Returns steps of 1, 2 or 5 times a power of ten from `least` to `most`, about `wanted` of them, and how many decimals they
/// need. The first is not above `least`, the last not below `most`.
pub(crate) fn ticks(least: f64, most: f64, wanted: usize) -> (Vec<f64>, usize) {
    let reach = (most - least).max(1e-9);
    let rough = reach / wanted.max(1) as f64;
    let mut power = 1.0;
    let mut decimals = 0;
    while power > rough {
        power /= 10.0;
        decimals += 1;
    }
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * power >= rough).unwrap_or(10.0);
    let step = factor * power;
    let decimals = if factor == 10.0 { decimals.max(1) - 1 } else { decimals };
    let first = (least / step + 1e-9).floor() as i64;
    let last = (most / step - 1e-9).ceil() as i64;
    ((first..=last).map(|n| n as f64 * step).collect(), decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_both_ends() {
        assert_eq!(ticks(0.0, 43.0, 5), (vec![0.0, 10.0, 20.0, 30.0, 40.0, 50.0], 0));
        assert_eq!(ticks(0.0, 3.0, 4), (vec![0.0, 1.0, 2.0, 3.0], 0));
        assert_eq!(ticks(0.0, 1.0, 5).1, 1);
        assert_eq!(ticks(-0.7, 1.2, 4), (vec![-1.0, -0.5, 0.0, 0.5, 1.0, 1.5], 1));
        assert_eq!(ticks(0.0, 0.0, 4).0, [0.0]);
    }
}
