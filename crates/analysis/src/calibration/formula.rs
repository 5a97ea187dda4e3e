//! From a number to a membership. Definitions: `calibrate()` of the R package QCA, which the tests hold it against.

use draad_core::Anchors;

/// Returns the membership by the direct method: 1 − `degree` at exclusion, .5 at crossover, `degree` at inclusion, logistic
/// between and beyond; anchors may descend.
///
/// With L = ln(d / (1 − d)) the log odds are L·(x − c)/(i − c) on the side of inclusion and L·(x − c)/(c − e) on that of
/// exclusion. Ragin (2008), Redesigning Social Inquiry, ch. 5, has L = 3; d = .95, as in R, gives 2.944.
pub(super) fn direct(x: f64, anchors: Anchors, degree: f64) -> f64 {
    let log_odds = (degree / (1.0 - degree)).ln() * distance(x, anchors);
    1.0 / (1.0 + (-log_odds).exp())
}

/// Returns the membership along straight lines from 0 at exclusion over .5 at crossover to 1 at inclusion; anchors may
/// descend.
pub(super) fn linear(x: f64, anchors: Anchors) -> f64 {
    0.5 + distance(x, anchors).clamp(-1.0, 1.0) / 2.0
}

/// Returns how many thresholds are reached; they ascend.
pub(super) fn crisp(x: f64, thresholds: &[f64]) -> f64 {
    thresholds.iter().filter(|threshold| x >= **threshold).count() as f64
}

/// Returns how far `x` is from the crossover, in units of the way to the anchor on its side: −1 at exclusion, 1 at inclusion.
fn distance(x: f64, Anchors { exclusion, crossover, inclusion }: Anchors) -> f64 {
    let is_towards_inclusion = (x - crossover) * (inclusion - crossover) >= 0.0;
    let width = if is_towards_inclusion { inclusion - crossover } else { crossover - exclusion };
    (x - crossover) / width
}
