//! Agreement on units that are fixed beforehand.

use super::interval::{Drawn, Draws};
use super::units::{Pattern, Unit, Units};
use super::{AgreementMeasure, Coded};
use draad_core::Study;
use draad_measures::agreement::{ChanceCorrected, Interval, Metric, Tally, Weights};
use draad_measures::{Measured, Undefined};

/// How far coders agree on one code in fixed units.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitAgreement {
    /// Units that at least two coders read.
    pub n_units: u64,
    /// Share of pairs of values that agree.
    pub percent: Measured,
    /// Cohen's kappa; of more than two coders its mean over pairs, which is Light's.
    pub kappa: Measured,
    /// Fleiss' kappa, which for two coders is Scott's pi.
    pub fleiss: Measured,
    /// Conger's kappa.
    pub conger: Measured,
    /// Brennan and Prediger's coefficient.
    pub brennan_prediger: Measured,
    /// Gwet's AC1.
    pub ac1: Measured,
    /// Krippendorff's alpha, nominal.
    pub alpha: Measured,
    /// Where alpha lies when sources, or cases, are drawn again; nothing where that was not asked.
    pub interval: Option<Result<Interval, Undefined>>,
    /// Each unit in which at least one coder found it.
    pub units: Vec<UnitFound>,
    /// The counts that all of it is computed from.
    pub tally: Tally,
}

/// A unit in which a code was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFound {
    /// Source or case.
    pub place: String,
    /// Its number in the source, from 1, and its characters, where it is a turn.
    pub turn: Option<(u32, (u32, u32))>,
    /// Per coder the category; nothing where the coder did not read it.
    pub values: Pattern,
}

/// Fixed units, and the draws of their clusters.
pub(super) struct Fixed<'s> {
    study: &'s Study,
    pub(super) units: Units,
    measure: AgreementMeasure,
    draws: Option<Draws>,
    /// A tally without units.
    empty: Tally,
}

impl<'s> Fixed<'s> {
    pub(super) fn new(
        study: &'s Study,
        units: Units,
        measure: AgreementMeasure,
        n_coders: usize,
        (n_draws, seed): (usize, u64),
    ) -> Self {
        let clusters = units.clusters.iter().map(|cluster| (&cluster.readers[..], cluster.n_units as u64));
        let draws = Draws::new(clusters, n_draws, seed);
        Self { study, measure, draws, empty: Tally::new(n_coders, measure.categories().len()), units }
    }

    /// Computes the coefficients of one code.
    pub(super) fn of_code(&self, coded: &[Coded]) -> UnitAgreement {
        let facts = coded.iter().map(|coded| (coded.fact, coded.coder));
        let found = self.units.found(facts, self.measure);
        let clusters = self.tallies(&found);
        let tally = self.total(&clusters);
        let same = Weights::identity(tally.n_categories());
        let value = |found: Result<ChanceCorrected, Undefined>| found.map(|found| found.value);
        UnitAgreement {
            n_units: tally.n_units_with(2),
            percent: tally.percent_agreement(),
            kappa: tally.light_kappa(&same),
            fleiss: value(tally.fleiss_kappa(&same)),
            conger: value(tally.conger_kappa(&same)),
            brennan_prediger: value(tally.brennan_prediger(&same)),
            ac1: value(tally.gwet_ac(&same)),
            alpha: tally.krippendorff_alpha(Metric::Nominal),
            interval: self.draws.as_ref().map(|draws| self.interval(draws, &clusters)),
            units: found
                .into_iter()
                .map(|(unit, values)| self.named(self.units.units[unit], values))
                .collect(),
            tally,
        }
    }

    /// Returns a tally for each cluster in which the code was found, of all its units.
    fn tallies(&self, found: &[(usize, Pattern)]) -> Vec<(usize, Tally)> {
        let of_cluster = |run: &[(usize, Pattern)]| {
            let place = self.units.cluster_of(run[0].0);
            let cluster = &self.units.clusters[place];
            let mut tally = self.empty.clone();
            run.iter().for_each(|(_, pattern)| tally.add(pattern, 1));
            tally.add(&self.units.nothing(&cluster.readers), (cluster.n_units - run.len()) as u64);
            (place, tally)
        };
        let same = |a: &(usize, Pattern), b: &(usize, Pattern)| {
            self.units.cluster_of(a.0) == self.units.cluster_of(b.0)
        };
        found.chunk_by(same).map(of_cluster).collect()
    }

    /// Adds up all clusters, those without the code too.
    fn total(&self, clusters: &[(usize, Tally)]) -> Tally {
        let mut total = self.empty.clone();
        let mut with_code = clusters.iter().peekable();
        for (place, cluster) in self.units.clusters.iter().enumerate() {
            match with_code.next_if(|(own, _)| *own == place) {
                Some((_, tally)) => total.add_tally(tally, 1),
                None => total.add(&self.units.nothing(&cluster.readers), cluster.n_units as u64),
            }
        }
        total
    }

    fn interval(&self, draws: &Draws, clusters: &[(usize, Tally)]) -> Result<Interval, Undefined> {
        let with_code: Vec<usize> = clusters.iter().map(|(place, _)| *place).collect();
        let nothing: Vec<Pattern> = draws.readers.iter().map(|readers| self.units.nothing(readers)).collect();
        draws.interval(&with_code, |drawn: &Drawn| {
            let mut tally = self.empty.clone();
            nothing.iter().zip(&drawn.rest).for_each(|(pattern, &n_units)| tally.add(pattern, n_units));
            for (place, own) in clusters.iter().filter(|(place, _)| drawn.times[*place] > 0) {
                tally.add_tally(own, u64::from(drawn.times[*place]));
            }
            tally.krippendorff_alpha(Metric::Nominal)
        })
    }

    fn named(&self, unit: Unit, values: Pattern) -> UnitFound {
        let source = unit.source.map(|source| self.study.sources[source as usize].id.to_string());
        let case = unit.case.map(|case| self.study.cases[case as usize].id.to_string());
        let turn = unit.turn.map(|(place, chars)| (place + 1, chars));
        UnitFound { place: source.or(case).unwrap_or_default(), turn, values }
    }
}
