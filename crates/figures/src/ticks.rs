//! Numbers along an axis: few, round, and evenly spread.

/// Returns the smallest step of 1, 2 or 5 times a power of ten that is at least `least`, and 1 at least.
pub(crate) fn round_step(least: f64) -> u64 {
    let mut power = 1;
    loop {
        if let Some(step) =
            [1, 2, 5].map(|digit| digit * power).into_iter().find(|&step| step as f64 >= least)
        {
            return step;
        }
        power *= 10;
    }
}

/// Returns the numbers from 0 to `max` that stand at least `apart` millimetres from each other, where one is `unit` long.
pub(crate) fn ticks(max: u64, unit: f64, apart: f64) -> Vec<u64> {
    let step = round_step(apart / unit.max(f64::MIN_POSITIVE));
    (0..=max / step).map(|n| n * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        let steps = [0.3, 1.0, 1.5, 2.1, 7.0, 30.0, 501.0].map(round_step);
        assert_eq!(steps, [1, 1, 2, 5, 10, 50, 1000]);
    }

    #[test]
    fn ticks_keep_apart() {
        assert_eq!(ticks(2440, 0.05, 20.0), [0, 500, 1000, 1500, 2000]);
        assert_eq!(ticks(0, 1.0, 5.0), [0]);
    }
}
