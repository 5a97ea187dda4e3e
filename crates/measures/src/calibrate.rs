//! From raw measures to memberships in a fuzzy set.

/// How far in a case at the full-membership anchor is, and how far out one at the exclusion anchor: .95 and .05, as in the R
/// package QCA.
const DEGREE: f64 = 0.95;

/// Returns the membership of `x` in a fuzzy set by the direct method: .05 at `exclusion`, .5 at `crossover`, .95 at
/// `inclusion`, logistic between and beyond. Nothing where the anchors do not increase.
///
/// Below the crossover the log odds are ln(19)·(x − c)/(c − e), above it ln(19)·(x − c)/(i − c). Ragin (2008), Redesigning
/// Social Inquiry, ch. 5; with the degree of membership of `calibrate()` in the R package QCA.
///
/// ```
/// # use draad_measures::calibrate::direct;
/// let close = |x: f64, y: f64| (direct(x, [0.0, 10.0, 30.0]).unwrap() - y).abs() < 1e-12;
/// assert!(close(0.0, 0.05) && close(10.0, 0.5) && close(30.0, 0.95));
/// // halfway between crossover and inclusion the odds are √19
/// assert!(close(20.0, 19f64.sqrt() / (1.0 + 19f64.sqrt())));
/// assert_eq!(direct(1.0, [0.0, 0.0, 3.0]), None);
/// ```
pub fn direct(x: f64, [exclusion, crossover, inclusion]: [f64; 3]) -> Option<f64> {
    if !(exclusion < crossover && crossover < inclusion) {
        return None;
    }
    let width = if x < crossover { crossover - exclusion } else { inclusion - crossover };
    let log_odds = (DEGREE / (1.0 - DEGREE)).ln() * (x - crossover) / width;
    Some(1.0 / (1.0 + (-log_odds).exp()))
}

/// Returns the quantile `p` of values in ascending order, between them in proportion (type 7, the default of R). Nothing
/// without values.
///
/// ```
/// # use draad_measures::calibrate::quantile;
/// assert_eq!(quantile(&[1.0, 2.0, 4.0, 8.0], 0.5), Some(3.0));
/// assert_eq!(quantile(&[1.0, 2.0, 4.0, 8.0], 0.25), Some(1.75));
/// assert_eq!(quantile(&[], 0.5), None);
/// ```
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = p.clamp(0.0, 1.0) * last as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(last);
    Some(sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64))
}
