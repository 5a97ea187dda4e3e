//! The results that figures, tables and reports share, each computed once, when the first of them asks.

use crate::Project;
use crate::tables::Request;
use draad_analysis::contrast::ContrastOptions;
use draad_analysis::tensions::{TensionKey, TensionsOptions};
use draad_analysis::{
    Balance, BalanceOptions, By, CasesByFactors, CoOccurrence, CoOccurrenceOptions, Contrast, Options,
    SampleTable, Saturation, SaturationOptions, Similarity, SimilarityOptions, Tensions, Triangulation,
    Verdicts,
};
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use std::sync::OnceLock;

/// Something that is computed when it is first asked for, or the reason why it is not there.
struct Once<T>(OnceLock<Outcome<T>>);

impl<T> Once<T> {
    const fn new() -> Self {
        Self(OnceLock::new())
    }

    fn get(&self, compute: impl FnOnce() -> Outcome<T>) -> Outcome<&T> {
        self.0.get_or_init(compute).as_ref().map_err(Clone::clone)
    }
}

/// A study, what is asked of it, and the results. Each is computed with its usual options.
///
/// Two threads that ask for the same result at the same time wait for each other, and in a pool of threads that can be for
/// ever: [`Results::compute`] before work is dealt out to several.
pub struct Results<'p> {
    /// The study and the language.
    pub project: &'p Project,
    /// What is asked of it.
    pub options: Options,
    /// Codings and material that pass the filter.
    pub facts: Facts,
    table: Once<CasesByFactors>,
    balance: Once<Balance>,
    triangulation: Once<Triangulation>,
    tensions: Once<Tensions>,
    contrast: Once<Contrast>,
    co_occurrence: Once<CoOccurrence>,
    similarity: Once<Similarity>,
    saturation: Once<Saturation>,
    sample: Once<SampleTable>,
    verdicts: Once<Verdicts>,
}

impl<'p> Results<'p> {
    /// Collects codings and material once.
    ///
    /// # Errors
    /// When the filter names something the study does not have.
    pub fn new(project: &'p Project, request: &Request) -> Outcome<Self> {
        let options = request.options(project)?;
        let facts = Facts::new(project.study(), &options.filter);
        Ok(Self {
            project,
            options,
            facts,
            table: Once::new(),
            balance: Once::new(),
            triangulation: Once::new(),
            tensions: Once::new(),
            contrast: Once::new(),
            co_occurrence: Once::new(),
            similarity: Once::new(),
            saturation: Once::new(),
            sample: Once::new(),
            verdicts: Once::new(),
        })
    }

    /// The study.
    pub fn study(&self) -> &'p Study {
        self.project.study()
    }

    /// Computes everything, side by side, so that nobody waits for it later. What is not there says so when it is asked for.
    pub fn compute(&self) {
        rayon::scope(|scope| {
            scope.spawn(|_| drop(self.table()));
            scope.spawn(|_| drop(self.balance()));
            scope.spawn(|_| drop(self.triangulation()));
            scope.spawn(|_| drop(self.tensions()));
            scope.spawn(|_| drop(self.contrast()));
            scope.spawn(|_| drop(self.co_occurrence()));
            scope.spawn(|_| drop(self.similarity()));
            scope.spawn(|_| drop(self.saturation()));
            scope.spawn(|_| drop(self.sample()));
            scope.spawn(|_| drop(self.verdicts()));
        });
    }

    /// Factors by cases.
    ///
    /// # Errors
    /// When there is nothing to show; so for all results.
    pub fn table(&self) -> Outcome<&CasesByFactors> {
        self.table.get(|| CasesByFactors::from_facts(self.study(), &self.facts, &self.options))
    }

    /// The balance per case.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn balance(&self) -> Outcome<&Balance> {
        let own = BalanceOptions::default();
        self.balance.get(|| Balance::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// How broadly factors are backed.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn triangulation(&self) -> Outcome<&Triangulation> {
        self.triangulation.get(|| Triangulation::from_facts(self.study(), &self.facts, &self.options))
    }

    /// Directions over the phases, or over the key that is asked for.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn tensions(&self) -> Outcome<&Tensions> {
        let key = TensionKey::By(self.options.by.clone().unwrap_or(By::Phase));
        let own = TensionsOptions { keys: vec![key], ..TensionsOptions::default() };
        self.tensions.get(|| Tensions::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// Factors in each outcome group.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn contrast(&self) -> Outcome<&Contrast> {
        let own = ContrastOptions::default();
        self.contrast.get(|| Contrast::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// Factors that occur together.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn co_occurrence(&self) -> Outcome<&CoOccurrence> {
        let own = CoOccurrenceOptions::default();
        self.co_occurrence.get(|| CoOccurrence::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// Cases that resemble each other.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn similarity(&self) -> Outcome<&Similarity> {
        let own = SimilarityOptions::default();
        self.similarity.get(|| Similarity::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// When new cases stopped bringing new codes.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn saturation(&self) -> Outcome<&Saturation> {
        let own = SaturationOptions::default();
        self.saturation.get(|| Saturation::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// Who was heard, by what means and when.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn sample(&self) -> Outcome<&SampleTable> {
        self.sample.get(|| SampleTable::from_facts(self.study(), &self.facts, &self.options))
    }

    /// What panels make of the findings.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn verdicts(&self) -> Outcome<&Verdicts> {
        self.verdicts.get(|| Verdicts::from_facts(self.study(), &self.facts, &self.options))
    }
}
