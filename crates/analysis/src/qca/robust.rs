//! How far an analysis depends on its choices: cut-offs, anchors, single cases; and on luck.

use super::{Analysed, Qca, SolutionRead};
use crate::calibration::{Calibrated, of_number};
use draad_core::{Anchors, Calibration};
use draad_measures::qca::chance::{runs_without_contradiction, without_contradiction};
use draad_measures::qca::robustness::{Lost, Range, Ranges, Unknown, left_out, range_of, ranges};
use draad_measures::qca::{Data, Kind, Listing, Model, TruthTable, solve};
use rayon::prelude::*;

/// How far the solutions stay the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// Per type of solution, how far each cut-off can move.
    pub cutoffs: Vec<(Kind, Result<Ranges, Unknown>)>,
    /// How far each anchor and threshold can move.
    pub anchors: Vec<AnchorRange>,
    /// What becomes of the solutions without each case.
    pub without: Vec<WithoutCase>,
}

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

/// What becomes of the solutions without a case.
#[derive(Clone, Debug, PartialEq)]
pub struct WithoutCase {
    /// The case, by its position in the data.
    pub case: usize,
    /// What becomes of each type of solution.
    pub kinds: Vec<(Kind, Without)>,
}

/// What becomes of a solution without a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Without {
    /// It has the same models.
    Same,
    /// It has these.
    Other(Vec<Model>),
    /// There is none: something no longer varies, or no row goes with the outcome, or every row does.
    None,
}

/// How soon random data look as tidy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// Cases with the outcome.
    pub n_with: usize,
    /// Cases without it.
    pub n_without: usize,
    /// Rows of the truth table.
    pub n_rows: u64,
    /// The share of random data sets without any contradiction, exact.
    pub share: f64,
    /// How many of the data sets that were drawn have none.
    pub drawn: usize,
    /// How many were drawn.
    pub runs: usize,
    /// From which seed.
    pub seed: u64,
    /// Contradictory rows of the analysis itself.
    pub n_contradictions: usize,
}

impl Qca {
    /// Returns how far the solutions stay the same; nothing where none are given.
    pub fn stability(&self) -> Option<Stability> {
        let (analysed, solved) = self.solved()?;
        let kinds: Vec<&SolutionRead> = solved.solutions.iter().collect();
        let options = self.solving();
        let of_kind = |solution: &&SolutionRead| {
            let kind = solution.kind;
            (kind, ranges(&analysed.table, kind, &self.expectations, &options))
        };
        let cutoffs = analysed.table.cutoffs();
        let found = left_out(&analysed.data, cutoffs, &self.expectations, &options);
        let without = found.iter().enumerate().map(|(case, found)| WithoutCase {
            case,
            kinds: kinds.iter().map(|now| (now.kind, without(now, found))).collect(),
        });
        Some(Stability {
            cutoffs: kinds.par_iter().map(of_kind).collect(),
            without: without.collect(),
            anchors: self.anchors(analysed),
        })
    }

    /// Returns how soon random data look as tidy as these.
    pub fn chance(&self) -> Option<Chance> {
        let analysed = self.analysed.as_ref().ok()?;
        let n = analysed.data.n_cases();
        let n_with = (0..n).filter(|&case| analysed.has_outcome(case)).count();
        let (n_without, n_rows) = (n - n_with, analysed.table.n_rows());
        let (runs, seed) = (self.asked.runs, self.asked.seed);
        Some(Chance {
            n_with,
            n_without,
            n_rows,
            share: without_contradiction(n_with, n_without, n_rows),
            drawn: runs_without_contradiction(n_with, n_without, n_rows, seed, runs),
            runs,
            seed,
            n_contradictions: analysed.contradictions().count(),
        })
    }

    /// Moves each anchor and threshold by itself.
    fn anchors(&self, analysed: &Analysed) -> Vec<AnchorRange> {
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
                }),
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

fn without(now: &SolutionRead, found: &Result<draad_measures::qca::Solutions, Lost>) -> Without {
    let Ok(found) = found else { return Without::None };
    let models = found.models(now.kind);
    let is_same = now.listing == Listing::All && now.models.iter().map(|model| &model.model).eq(&models);
    if is_same { Without::Same } else { Without::Other(models) }
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

impl Chance {
    /// Returns the share of the data sets that were drawn that have no contradiction; nothing where none were drawn.
    pub fn drawn_share(&self) -> Option<f64> {
        (self.runs > 0).then(|| self.drawn as f64 / self.runs as f64)
    }
}
