//! From raw measures to memberships in a set: crisp, multi-value, or fuzzy by the direct method and by straight lines.

/// How far in a case at the full-membership anchor is, and how far out one at the exclusion anchor: .95 and .05, as in the R
/// package QCA.
pub const DEGREE: f64 = 0.95;

/// Returns the membership of `x` in a fuzzy set by the direct method with a degree of .95: .05 at `exclusion`, .5 at
/// `crossover`, .95 at `inclusion`. As [`direct_to`].
///
/// ```
/// # use draad_measures::calibrate::direct;
/// let close = |x: f64, y: f64| (direct(x, [0.0, 10.0, 30.0]).unwrap() - y).abs() < 1e-12;
/// assert!(close(0.0, 0.05) && close(10.0, 0.5) && close(30.0, 0.95));
/// // halfway between crossover and inclusion the odds are √19
/// assert!(close(20.0, 19f64.sqrt() / (1.0 + 19f64.sqrt())));
/// assert_eq!(direct(1.0, [0.0, 0.0, 3.0]), None);
/// ```
pub fn direct(x: f64, anchors: [f64; 3]) -> Option<f64> {
    direct_to(DEGREE, x, anchors)
}

/// Returns the membership of `x` in a fuzzy set by the direct method: `degree` at the inclusion anchor, .5 at the crossover,
/// 1 − `degree` at the exclusion anchor, logistic between and beyond. Anchors that descend make a set that decreases. Nothing
/// where the anchors do not run in one direction, or where the degree does not lie between .5 and 1.
///
/// With L = [`log_odds`] of the degree, the log odds are L·(x − c)/(i − c) on the side of inclusion and L·(x − c)/(c − e) on that
/// of exclusion. Ragin (2008), Redesigning Social Inquiry, ch. 5; `calibrate()` in the R package QCA.
///
/// - `anchors`: exclusion e, crossover c, inclusion i, in the unit of `x`.
///
/// ```
/// # use draad_measures::calibrate::direct_to;
/// // few conflicts make full membership: 20 is out, 0 is in
/// assert!((direct_to(0.9, 0.0, [20.0, 5.0, 0.0]).unwrap() - 0.9).abs() < 1e-12);
/// assert!((direct_to(0.9, 20.0, [20.0, 5.0, 0.0]).unwrap() - 0.1).abs() < 1e-12);
/// ```
pub fn direct_to(degree: f64, x: f64, anchors: [f64; 3]) -> Option<f64> {
    let log_odds = log_odds(degree)? * way(x, anchors)?;
    Some(1.0 / (1.0 + (-log_odds).exp()))
}

/// Returns L, the log odds of a case at the inclusion anchor: ln(d / (1 − d)). Of .95, the degree of the R package QCA, it is
/// 2.944; Ragin's text has 3, the degree .9526. Nothing where the degree does not lie between .5 and 1.
///
/// ```
/// # use draad_measures::calibrate::log_odds;
/// assert_eq!(log_odds(0.95).map(|l| (l * 1000.0).round()), Some(2944.0));
/// assert_eq!(log_odds(0.5), None);
/// ```
pub fn log_odds(degree: f64) -> Option<f64> {
    (degree > 0.5 && degree < 1.0).then(|| (degree / (1.0 - degree)).ln())
}

/// Returns the membership of `x` in a fuzzy set along straight lines: 0 at the exclusion anchor and beyond, .5 at the
/// crossover, 1 at the inclusion anchor and beyond. Anchors that descend make a set that decreases. Nothing where the anchors do
/// not run in one direction. `calibrate(logistic = FALSE)` in the R package QCA.
///
/// ```
/// # use draad_measures::calibrate::linear;
/// assert_eq!(linear(20.0, [0.0, 10.0, 30.0]), Some(0.75));
/// assert_eq!(linear(20.0, [30.0, 10.0, 0.0]), Some(0.25));
/// ```
pub fn linear(x: f64, anchors: [f64; 3]) -> Option<f64> {
    Some(0.5 + way(x, anchors)?.clamp(-1.0, 1.0) / 2.0)
}

/// Returns how many of the thresholds `x` reaches: 0 or 1 of one threshold, a level of a multi-value condition of several.
///
/// ```
/// # use draad_measures::calibrate::crisp;
/// assert_eq!([4.0, 5.0, 9.0].map(|x| crisp(x, &[5.0, 8.0])), [0, 1, 2]);
/// ```
pub fn crisp(x: f64, thresholds: &[f64]) -> usize {
    thresholds.iter().filter(|&&threshold| x >= threshold).count()
}

/// Returns how far `x` is on its way from the crossover: 1 at the inclusion anchor, −1 at the exclusion anchor.
fn way(x: f64, [exclusion, crossover, inclusion]: [f64; 3]) -> Option<f64> {
    let is_ascending = exclusion < crossover && crossover < inclusion;
    let is_descending = exclusion > crossover && crossover > inclusion;
    if !is_ascending && !is_descending {
        return None;
    }
    let is_towards_inclusion = (x > crossover) == is_ascending;
    let width = if is_towards_inclusion { inclusion - crossover } else { crossover - exclusion };
    Some((x - crossover) / width)
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
