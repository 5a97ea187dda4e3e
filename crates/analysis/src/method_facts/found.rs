//! What was found, how far it reaches, and what others said of it.

use crate::saturation::{AccumulationUnit, CodeSet};
use crate::verdicts::n_people;
use crate::{CasesByFactors, Contrast, Saturation, Triangulation};
use draad_core::finding::counting;
use draad_core::records::PassageRef;
use draad_core::{CodeKind, Feedback, FindingScope, Study};
use std::collections::BTreeSet;

/// The setting of the new-information ratio that is reported: a base of four units, runs of two, at most 5 %.
const BASE: usize = 4;
const RUN: usize = 2;
const THRESHOLD: f64 = 0.05;

/// When new units stopped bringing new codes.
#[derive(Clone, Debug, PartialEq)]
pub struct SaturationReached {
    /// What is counted.
    pub unit: AccumulationUnit,
    /// Which codes: those from the material where the codebook tells them from others, because codes that were there before
    /// coding cannot saturate; else all that are used.
    pub codes: CodeSet,
    /// Units that were analysed.
    pub n_units: usize,
    /// Codes that were used.
    pub n_codes: usize,
    /// The last unit that brought a code that no unit before it had: its place in the order of analysis, from 1, and how many
    /// it brought.
    pub last_new: (usize, usize),
    /// Base, run and threshold of the ratio.
    pub procedure: (usize, usize, f64),
    /// Where the ratio came to the threshold, as published (`6+2`); nothing where it never did or is undefined.
    pub reached: Option<String>,
}

impl SaturationReached {
    /// Takes the curve of the codes from the material where there is one; nothing where there is none.
    pub(super) fn new(saturation: &Saturation) -> Option<Self> {
        let curve = saturation.curves.last()?;
        let last = curve.steps.iter().rposition(|step| !step.new.is_empty())?;
        let is_asked = |row: &&crate::saturation::RatioRow| {
            let procedure = row.procedure;
            (procedure.base, procedure.run) == (BASE, RUN) && procedure.threshold == THRESHOLD
        };
        let ratio = curve.ratios.iter().find(is_asked).and_then(|row| row.found.as_ref().ok());
        Some(Self {
            unit: saturation.unit,
            codes: curve.codes,
            n_units: saturation.units.len(),
            n_codes: curve.steps.last()?.total,
            last_new: (last + 1, curve.steps[last].new.len()),
            procedure: (BASE, RUN, THRESHOLD),
            reached: ratio.and_then(|found| found.notation()),
        })
    }
}

/// In how many cases factors and themes occur, and which cases do not fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Factors and themes; headings are none.
    pub n_codes: usize,
    /// Those in at least half of the cases with material.
    pub n_wide: usize,
    /// Those in fewer, but in some.
    pub n_narrow: usize,
    /// Those that occur nowhere.
    pub n_unused: usize,
    /// Cases that do not fit some factor with a direction; nothing without outcomes to compare, or where no case has an outcome
    /// that leads one to expect anything.
    pub n_deviant_cases: Option<usize>,
    /// Factors that some case does not fit.
    pub n_with_deviant: usize,
    /// Coded cells of factors and cases, and those that enough kinds of source and roles speak of.
    pub n_cells: usize,
    /// Cells with enough kinds of source and roles.
    pub n_triangulated: usize,
    /// Cells in which perspectives contradict each other.
    pub n_contradicted: usize,
}

impl Spread {
    pub(super) fn new(
        table: &CasesByFactors,
        contrast: Option<&Contrast>,
        triangulation: Option<&Triangulation>,
    ) -> Self {
        let mut spread = Self::default();
        let is_code = |factor: &usize| table.factors[*factor].kind != CodeKind::Heading;
        for factor in (0..table.factors.len()).filter(is_code) {
            let of_groups = (0..table.outcome_groups.len()).map(|group| table.k_of_n(0, factor, group));
            let (k, n) = of_groups.fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
            spread.n_codes += 1;
            match k {
                0 => spread.n_unused += 1,
                k if 2 * k >= n => spread.n_wide += 1,
                _ => spread.n_narrow += 1,
            }
        }
        let leads_to_expect =
            |contrast: &&Contrast| contrast.groups.iter().any(|group| group.expects.is_some());
        let compared = contrast.filter(|contrast| contrast.undefined.is_none());
        if let Some(contrast) = compared.filter(leads_to_expect) {
            let used = || contrast.factors.iter().filter(|factor| !factor.is_unused());
            let deviant = used().flat_map(|factor| factor.deviant.iter().map(|deviant| deviant.case));
            spread.n_deviant_cases = Some(deviant.collect::<BTreeSet<_>>().len());
            spread.n_with_deviant = used().filter(|factor| !factor.deviant.is_empty()).count();
        }
        if let Some(triangulation) = triangulation {
            let cells = || {
                let factors = &triangulation.factors;
                let is_code = |cell: &&crate::Support| factors[cell.factor].factor.kind != CodeKind::Heading;
                triangulation.cells.iter().filter(is_code)
            };
            let thresholds = &triangulation.basis.thresholds;
            spread.n_cells = cells().count();
            spread.n_triangulated = cells().filter(|cell| cell.is_triangulated(thresholds)).count();
            spread.n_contradicted = cells().filter(|cell| cell.is_contradicted).count();
        }
        spread
    }
}

/// Conclusions that pass the filter, and what of it stands behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FindingFacts {
    /// Findings.
    pub n: usize,
    /// Findings with at least one passage against them.
    pub n_with_against: usize,
    /// Passages for them, each as often as it is named.
    pub n_for: usize,
    /// Passages against them.
    pub n_against: usize,
}

impl FindingFacts {
    pub(super) fn new(study: &Study, scope: &FindingScope) -> Option<Self> {
        let findings = || study.findings.iter().filter(|finding| scope.holds(finding));
        let n_in = |passages: &[PassageRef]| passages.iter().filter(|one| scope.holds_passage(one)).count();
        findings().next().map(|_| Self {
            n: findings().count(),
            n_with_against: findings().filter(|finding| n_in(&finding.passages_against) > 0).count(),
            n_for: findings().map(|finding| n_in(&finding.passages_for)).sum(),
            n_against: findings().map(|finding| n_in(&finding.passages_against)).sum(),
        })
    }
}

/// A panel that said what it thinks of findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Its name, as in `feedback.csv`.
    pub panel: String,
    /// Who answered, each once; nameless ones count as often as they spoke of one finding at most, as in [`crate::Verdicts`].
    pub n_respondents: usize,
    /// Answers that count.
    pub n_answers: usize,
}

/// Returns the panels that spoke of findings that pass, by name.
pub(super) fn panels(study: &Study, scope: &FindingScope) -> Vec<Panel> {
    let passes = |id: &str| study.findings.iter().any(|finding| finding.id == id && scope.holds(finding));
    let rows = counting(&study.feedback).into_iter().filter(|row| passes(&row.finding));
    let rows: Vec<&Feedback> = rows.collect();
    let names: BTreeSet<&str> = rows.iter().map(|row| row.panel.as_str()).collect();
    let panel = |name: &str| Panel {
        panel: name.to_owned(),
        n_respondents: n_people(name, &rows),
        n_answers: rows.iter().filter(|row| row.panel == name).count(),
    };
    names.into_iter().map(panel).collect()
}
