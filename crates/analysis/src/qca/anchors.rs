//! How far the anchors and thresholds of conditions can move before a solution changes.

use super::{Analysed, Qca};
use crate::calibration::{Calibrated, of_number};
use draad_core::{Anchors, Calibration};
use draad_measures::qca::robustness::{Range, range_of};
use draad_measures::qca::{Data, Model, TruthTable, solve};
use rayon::prelude::*;

/// How far an anchor or threshold can move before the models of any solution change.
#[derive(Clone, Debug, PartialEq)]
pub struct AnchorRange {
    /// The condition; as many as there are conditions stands for the outcome.
    pub condition: usize,
    /// `exclusion`, `crossover`, `inclusion` or `threshold`.
    pub anchor: &'static str,
    /// Where it stands now.
    pub value: f64,
    /// Between which values it was moved.
    pub span: [f64; 2],
    /// How far it can; nothing where the present value could not be tried.
    pub range: Option<Range<f64, Vec<Vec<Model>>>>,
}

/// How near a bound comes to the number at which something changes: well above a millionth of a step.
const NEAR: f64 = 1e-3;

impl Qca {
    /// Moves each anchor and threshold by itself.
    pub(super) fn anchors(&self, analysed: &Analysed) -> Vec<AnchorRange> {
        let sets = self.calibrated.iter().enumerate();
        let movable = sets.filter_map(|(set, calibrated)| Some((set, calibrated.as_ref()?)));
        let movable = movable.flat_map(|(set, calibrated)| {
            let raw = self.raw(calibrated);
            moves(&calibrated.calibration, &raw).into_iter().map(move |moved| (set, raw.clone(), moved))
        });
        let movable: Vec<(usize, Vec<f64>, Move)> = movable.collect();
        movable
            .into_par_iter()
            .map(|(condition, raw, Move { anchor, value, span, with })| AnchorRange {
                range: range_of(value, span, |value| {
                    self.models_with(analysed, condition, &raw, &with(value))
                })
                .map(|range| if anchor == "threshold" { on_whole(range, &raw) } else { range }),
                condition,
                anchor,
                value,
                span,
            })
            .collect()
    }

    /// Returns the measure of each case that takes part.
    fn raw(&self, calibrated: &Calibrated) -> Vec<f64> {
        let raw = |&case: &usize| calibrated.rows[case].raw.and_then(Result::ok).unwrap_or_default();
        self.used.iter().map(raw).collect()
    }

    /// Returns the models of each solution where one condition, or the outcome, is calibrated in another way; nothing where
    /// there can be no analysis, an empty list where there is no solution.
    fn models_with(
        &self,
        analysed: &Analysed,
        condition: usize,
        raw: &[f64],
        calibration: &Calibration,
    ) -> Option<Vec<Vec<Model>>> {
        let values = raw.iter().map(|&raw| of_number(calibration, raw)).collect::<Option<Vec<f64>>>()?;
        let mut cases = analysed.data.cases().to_vec();
        let mut outcome = analysed.data.outcome().to_vec();
        if condition == self.conditions.len() {
            outcome = values.iter().map(|y| if self.asked.negate { 1.0 - y } else { *y }).collect();
        } else {
            cases.iter_mut().zip(&values).for_each(|(case, value)| case[condition] = *value);
        }
        let data = Data::new(self.levels(), cases, outcome).ok()?;
        let table = TruthTable::new(&data, analysed.table.cutoffs());
        let Ok(found) = solve(&table, &self.expectations, &self.solving()) else { return Some(Vec::new()) };
        let kinds = self.solved()?.1.solutions.iter().map(|solution| solution.kind);
        Some(kinds.map(|kind| found.models(kind)).collect())
    }
}

/// Puts the bounds of a threshold on the whole numbers that they come near, where all that is measured is whole: a case changes
/// sides at its own number, to which halving steps only come close.
fn on_whole<S>(mut range: Range<f64, S>, raw: &[f64]) -> Range<f64, S> {
    if raw.iter().all(|number| number.fract() == 0.0) {
        for edge in [&mut range.above, &mut range.up_to].into_iter().flatten() {
            let whole = edge.bound.round();
            if (edge.bound - whole).abs() < NEAR {
                edge.bound = whole;
            }
        }
    }
    range
}

/// An anchor or threshold that can be moved.
struct Move {
    anchor: &'static str,
    value: f64,
    span: [f64; 2],
    with: Box<dyn Fn(f64) -> Calibration + Send + Sync>,
}

/// Returns the anchors of a calibration, each with how far it can be moved: to the next anchor, and on the outer sides to the
/// lowest and highest measure that there is, or where it stands beyond that as far as it does.
fn moves(calibration: &Calibration, raw: &[f64]) -> Vec<Move> {
    let low = raw.iter().copied().fold(f64::INFINITY, f64::min);
    let high = raw.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    match calibration {
        Calibration::Direct { anchors, degree } => {
            let degree = *degree;
            of_anchors(*anchors, [low, high], move |anchors| Calibration::Direct { anchors, degree })
        }
        Calibration::Linear { anchors } => {
            of_anchors(*anchors, [low, high], |anchors| Calibration::Linear { anchors })
        }
        Calibration::Crisp { thresholds } => of_thresholds(thresholds, [low, high]),
        Calibration::Presence | Calibration::Scores | Calibration::Levels { .. } => Vec::new(),
    }
}

fn of_anchors(
    anchors: Anchors,
    [low, high]: [f64; 2],
    with: impl Fn(Anchors) -> Calibration + Send + Sync + Copy + 'static,
) -> Vec<Move> {
    let Anchors { exclusion, crossover, inclusion } = anchors;
    // towards the end on the side of `anchor`, seen from the crossover
    let end = |anchor: f64| if anchor < crossover { low.min(anchor) } else { high.max(anchor) };
    // short of the crossover, so that anchors never coincide
    let near = |anchor: f64| anchor + (crossover - anchor) * 0.999;
    let span = |one: f64, other: f64| [one.min(other), one.max(other)];
    let between =
        span(exclusion + (inclusion - exclusion) * 0.001, inclusion - (inclusion - exclusion) * 0.001);
    vec![
        Move {
            anchor: "exclusion",
            value: exclusion,
            span: span(end(exclusion), near(exclusion)),
            with: Box::new(move |exclusion| with(Anchors { exclusion, ..anchors })),
        },
        Move {
            anchor: "crossover",
            value: crossover,
            span: between,
            with: Box::new(move |crossover| with(Anchors { crossover, ..anchors })),
        },
        Move {
            anchor: "inclusion",
            value: inclusion,
            span: span(end(inclusion), near(inclusion)),
            with: Box::new(move |inclusion| with(Anchors { inclusion, ..anchors })),
        },
    ]
}

fn of_thresholds(thresholds: &[f64], [low, high]: [f64; 2]) -> Vec<Move> {
    let one = |(place, &value): (usize, &f64)| {
        let below = place.checked_sub(1).map_or(low.min(value), |before| thresholds[before]);
        let above = thresholds.get(place + 1).copied().unwrap_or(high.max(value));
        let others = thresholds.to_vec();
        let with = move |value: f64| {
            let mut thresholds = others.clone();
            thresholds[place] = value;
            Calibration::Crisp { thresholds }
        };
        Move { anchor: "threshold", value, span: [below, above], with: Box::new(with) }
    };
    thresholds.iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_measures::qca::robustness::range_of;

    #[test]
    fn a_threshold_on_counts_has_whole_bounds() {
        let raw = [1.0, 3.0, 7.0];
        let over = |threshold: f64| Some(raw.map(|count| count >= threshold));
        let bounds = |raw: &[f64]| {
            let range = on_whole(range_of(4.0, [1.0, 7.5], over).unwrap(), raw);
            [range.above.unwrap().bound, range.up_to.unwrap().bound]
        };
        assert_eq!(bounds(&raw), [3.0, 7.0]);
        assert_ne!(bounds(&[1.0, 3.0, 7.5])[0], 3.0, "not where something else is measured");
    }
}
