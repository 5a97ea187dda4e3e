//! Area for number: how large a mark is.

/// Marks whose area is proportional to a number, up to a cap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct AreaScale {
    /// Radius in millimetres of the circle that stands for 1.
    pub(crate) unit_mm: f64,
    /// The number from which marks grow no further.
    pub(crate) cap: usize,
    /// The greatest number shown; 0 when there are no marks.
    pub(crate) max: usize,
}

impl AreaScale {
    /// Returns the radius of the circle with the area for `number`, in millimetres.
    pub(crate) fn radius_mm(&self, number: usize) -> f64 {
        self.unit_mm * (number.clamp(1, self.cap) as f64).sqrt()
    }

    /// Returns whether `number` is more than its mark shows.
    pub(crate) fn is_capped(&self, number: usize) -> bool {
        number > self.cap
    }

    /// Returns up to three numbers for the legend: 1, one in the middle, and the largest drawn to scale.
    pub(crate) fn samples(&self) -> Vec<usize> {
        let top = self.cap.min(self.max).max(1);
        let mut samples = vec![1, top.div_ceil(3).max(2), top];
        samples.retain(|&number| number <= top);
        samples.dedup();
        samples
    }
}

/// Returns a cap that keeps a few large numbers from making single passages hard to see: the 90th percentile, rounded
/// up to a number that reads well, where the greatest is at least twice that; else the greatest.
pub(crate) fn choose_cap(mut numbers: Vec<usize>) -> usize {
    numbers.retain(|&number| number > 0);
    numbers.sort_unstable();
    let Some(&max) = numbers.last() else { return 1 };
    let rank = (numbers.len() * 90).div_ceil(100).max(1);
    let cap = round_up(numbers[rank - 1]);
    if max >= 2 * cap { cap } else { max }
}

/// Returns the largest cap, at most `cap`, with which the mark for 1 has at least `least` millimetres of radius.
/// `unit_for` gives that radius for a cap.
pub(crate) fn legible_cap(cap: usize, least: f64, unit_for: impl Fn(usize) -> f64) -> usize {
    let steps = [200, 150, 120, 100, 80, 60, 50, 40, 30, 25, 20, 15, 12, 10, 8, 6, 5, 4, 3];
    let lower = steps.into_iter().filter(|&step| step < cap);
    std::iter::once(cap).chain(lower).find(|&step| unit_for(step) >= least).unwrap_or(cap.min(2))
}

/// Returns the next of 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120, ….
fn round_up(number: usize) -> usize {
    if number <= 6 {
        return number.max(1);
    }
    let mut power = 1;
    loop {
        let steps = [8, 10, 12, 15, 20, 25, 30, 40, 50, 60].map(|step| step * power);
        if let Some(step) = steps.into_iter().find(|&step| step >= number) {
            return step;
        }
        power *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn area_is_proportional_up_to_the_cap() {
        let scale = AreaScale { unit_mm: 0.5, cap: 9, max: 40 };
        let area = |number| scale.radius_mm(number).powi(2);
        assert!((area(4) / area(1) - 4.0).abs() < 1e-9);
        assert!((area(40) / area(9) - 1.0).abs() < 1e-9);
        assert!(scale.is_capped(10) && !scale.is_capped(9));
        assert_eq!(scale.samples(), [1, 3, 9]);
        assert_eq!(AreaScale { cap: 1, max: 1, ..scale }.samples(), [1]);
        assert_eq!(AreaScale { cap: 2, max: 2, ..scale }.samples(), [1, 2]);
    }

    #[test]
    fn a_lower_cap_keeps_the_smallest_mark_legible() {
        let unit_for = |cap: usize| 1.2 / (cap as f64).sqrt();
        assert_eq!(legible_cap(7, 0.4, unit_for), 7);
        assert_eq!(legible_cap(16, 0.4, unit_for), 8);
        assert_eq!(legible_cap(5000, 0.7, unit_for), 2);
        assert_eq!(legible_cap(1, 9.0, unit_for), 1);
    }

    #[test]
    fn one_talkative_source_sets_a_cap_and_an_even_spread_does_not() {
        let mut numbers = vec![3; 99];
        numbers.push(5000);
        assert_eq!(choose_cap(numbers), 3);
        assert_eq!(choose_cap((1..=20).collect()), 20);
        // two of twenty above 6, and the greatest more than twice that
        assert_eq!(choose_cap([vec![1; 10], vec![4; 6], vec![6; 2], vec![9, 15]].concat()), 6);
        assert_eq!(choose_cap(vec![0, 0]), 1);
        assert_eq!(choose_cap(vec![7; 30].into_iter().chain([16]).collect()), 8);
        assert_eq!((round_up(7), round_up(61), round_up(801)), (8, 80, 1000));
    }
}
