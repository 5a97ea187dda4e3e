//! The results that figures, tables and reports share, each computed once, when the first of them asks.

use crate::figures::{Album, Choices, Style};
use crate::tables::{self, Answer, Request, fails};
use crate::words::Keyness;
use crate::{Project, figures};
use draad_analysis::agreement::Agreement;
use draad_analysis::contrast::ContrastOptions;
use draad_analysis::qca::Qca;
use draad_analysis::tensions::{TensionKey, TensionsOptions};
use draad_analysis::{
    Association, AssociationOptions, Balance, BalanceOptions, By, CasesByFactors, CoOccurrence,
    CoOccurrenceOptions, Contrast, Options, SampleTable, Saturation, SaturationOptions, Similarity,
    SimilarityOptions, Tensions, Triangulation, Verdicts,
};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{Problem, Study};
use draad_figures::Figure;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Something that is computed when it is first asked for, or the reason why it is not there.
struct Once<T>(OnceLock<Outcome<Arc<T>>>);

impl<T> Once<T> {
    const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// What is there already; nothing where nobody has asked for it.
    fn known(&self) -> Option<Outcome<Arc<T>>> {
        self.0.get().cloned()
    }

    fn get(&self, compute: impl FnOnce() -> Outcome<T>) -> Outcome<&Arc<T>> {
        self.0.get_or_init(|| compute().map(Arc::new)).as_ref().map_err(Clone::clone)
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
    pub request: Request,
    /// The same as options of the analysis.
    pub options: Options,
    /// Codings and material that pass the filter.
    pub facts: Facts,
    table: Once<CasesByFactors>,
    balance: Once<Balance>,
    triangulation: Once<Triangulation>,
    tensions: Once<Tensions>,
    all_tensions: Once<Tensions>,
    contrast: Once<Contrast>,
    association: Once<Association>,
    qca: Once<Qca>,
    co_occurrence: Once<CoOccurrence>,
    similarity: Once<Similarity>,
    saturation: Once<Saturation>,
    agreement: Once<Agreement>,
    sample: Once<SampleTable>,
    keyness: Once<Keyness>,
    /// Tables as people read them, by name: those that say something of the study without being asked anything.
    answers: BTreeMap<&'static str, Once<Box<dyn Answer>>>,
    verdicts: Once<Verdicts>,
    /// Figures of the study in the way in which they are when nothing is asked, by name.
    drawn: BTreeMap<&'static str, Once<Figure>>,
    /// Pictures of drawings, for whoever needs the same.
    pub(crate) album: Arc<Album>,
}

impl<'p> Results<'p> {
    /// Collects codings and material once.
    ///
    /// # Errors
    /// When the filter names something the study does not have.
    pub fn new(project: &'p Project, request: &Request) -> Outcome<Self> {
        Ok(Self::with_options(project, request.clone(), request.options(project)?))
    }

    /// Asks the same of the same study without the names of cases and participants. Agreement, which knows coders and codes
    /// only, is what it was; so are pictures of drawings that are the same.
    pub(crate) fn without_names<'q>(&self, nameless: &'q Project) -> Results<'q> {
        let mut results = Results::with_options(nameless, self.request.clone(), self.options.clone());
        if let Some(known) = self.agreement.known() {
            results.agreement = Once(OnceLock::from(known));
        }
        results.album = Arc::clone(&self.album);
        results
    }

    /// Looks for pictures among those that an earlier run made.
    pub(crate) fn with_album(self, album: Album) -> Self {
        Self { album: Arc::new(album), ..self }
    }

    fn with_options(project: &'p Project, request: Request, options: Options) -> Self {
        let facts = Facts::new(project.study(), &options.filter);
        Self {
            project,
            request,
            options,
            facts,
            table: Once::new(),
            balance: Once::new(),
            triangulation: Once::new(),
            tensions: Once::new(),
            all_tensions: Once::new(),
            contrast: Once::new(),
            association: Once::new(),
            qca: Once::new(),
            co_occurrence: Once::new(),
            similarity: Once::new(),
            saturation: Once::new(),
            agreement: Once::new(),
            sample: Once::new(),
            keyness: Once::new(),
            answers: tables::usual_names(project).into_iter().map(|name| (name, Once::new())).collect(),
            verdicts: Once::new(),
            drawn: figures::names().into_iter().map(|name| (name, Once::new())).collect(),
            album: Arc::default(),
        }
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
            scope.spawn(|_| drop(self.all_tensions()));
            scope.spawn(|_| drop(self.contrast()));
            scope.spawn(|_| drop(self.association()));
            if tables::has_qca(self.project) {
                scope.spawn(|_| drop(self.qca()));
            }
            scope.spawn(|_| drop(self.co_occurrence()));
            scope.spawn(|_| drop(self.similarity()));
            scope.spawn(|_| drop(self.saturation()));
            scope.spawn(|_| drop(self.agreement()));
            scope.spawn(|_| drop(self.sample()));
            scope.spawn(|_| drop(self.keyness()));
            scope.spawn(|_| drop(self.verdicts()));
        });
    }

    /// Computes all tables as people read them, side by side, as [`Results::compute`] does the results.
    pub fn answer_all(&self) {
        self.answers.par_iter().for_each(|(name, _)| drop(self.answer(name)));
    }

    /// Draws all figures of the study, side by side, after [`Results::compute`]; whoever asks for one later gets it.
    pub fn draw_all(&self) {
        let (style, choices) = (Style::new(self.project.words), Choices::default());
        figures::usual_names(self).par_iter().for_each(|name| {
            if let Some(once) = self.drawn.get(name) {
                once.get(|| figures::anew(self, name, &style, &choices)).ok();
            }
        });
    }

    /// The figure that [`Results::draw_all`] drew.
    pub(crate) fn drawn(&self, name: &str) -> Option<Outcome<Arc<Figure>>> {
        self.drawn.get(name)?.known()
    }

    /// A table as people read it, for what is asked.
    ///
    /// # Errors
    /// When there is no such table, or as [`Results::table`].
    pub fn answer(&self, name: &str) -> Outcome<&dyn Answer> {
        let Some(once) = self.answers.get(name) else {
            // only the analysis of sets has to be asked for, where a study names no conditions
            return fails(Problem::NothingToShow { reason: "no-conditions".to_owned() });
        };
        once.get(|| tables::usual(self, name)).map(|answer| &***answer)
    }

    /// Factors by cases.
    ///
    /// # Errors
    /// When there is nothing to show; so for all results.
    pub fn table(&self) -> Outcome<&Arc<CasesByFactors>> {
        self.table.get(|| CasesByFactors::from_facts(self.study(), &self.facts, &self.options))
    }

    /// The balance per case.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn balance(&self) -> Outcome<&Arc<Balance>> {
        let own = BalanceOptions::default();
        self.balance.get(|| Balance::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// How broadly factors are backed.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn triangulation(&self) -> Outcome<&Arc<Triangulation>> {
        self.triangulation.get(|| Triangulation::from_facts(self.study(), &self.facts, &self.options))
    }

    /// Directions over the phases, or over the key that is asked for.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn tensions(&self) -> Outcome<&Arc<Tensions>> {
        let key = TensionKey::By(self.options.by.clone().unwrap_or(By::Phase));
        let own = TensionsOptions { keys: vec![key], ..TensionsOptions::default() };
        self.tensions.get(|| Tensions::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// Directions over all the keys that the table of tensions compares.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn all_tensions(&self) -> Outcome<&Arc<Tensions>> {
        let own = TensionsOptions::default();
        self.all_tensions.get(|| Tensions::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// Factors in each outcome group.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn contrast(&self) -> Outcome<&Arc<Contrast>> {
        let own = ContrastOptions::default();
        self.contrast.get(|| Contrast::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// Factors and the outcome, case by case.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn association(&self) -> Outcome<&Arc<Association>> {
        let own = AssociationOptions::default();
        self.association.get(|| Association::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// Which combinations of conditions go with the outcome, of those that are asked. What stands in the way is part of it.
    ///
    /// # Errors
    /// As [`Results::table`]; also where the study has no conditions.
    pub fn qca(&self) -> Outcome<&Arc<Qca>> {
        self.qca.get(|| tables::qca_of(self.project, &self.facts, &self.request))
    }

    /// Factors that occur together.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn co_occurrence(&self) -> Outcome<&Arc<CoOccurrence>> {
        let own = CoOccurrenceOptions::default();
        self.co_occurrence.get(|| CoOccurrence::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// Cases that resemble each other.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn similarity(&self) -> Outcome<&Arc<Similarity>> {
        let own = SimilarityOptions::default();
        self.similarity.get(|| Similarity::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// When new cases stopped bringing new codes.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn saturation(&self) -> Outcome<&Arc<Saturation>> {
        let own = SaturationOptions::default();
        self.saturation.get(|| Saturation::from_facts(self.study(), &self.facts, &self.options, &own))
    }

    /// How far coders agree, on what is asked, with intervals.
    ///
    /// # Errors
    /// As [`Results::table`]; also where no two coders read the same.
    pub fn agreement(&self) -> Outcome<&Arc<Agreement>> {
        self.agreement.get(|| tables::agreement_of(self.project, &self.request))
    }

    /// Who was heard, by what means and when.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn sample(&self) -> Outcome<&Arc<SampleTable>> {
        self.sample.get(|| SampleTable::from_facts(self.study(), &self.facts, &self.options))
    }

    /// Words that are typical of each role, but of those who ask the questions.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn keyness(&self) -> Outcome<&Arc<Keyness>> {
        self.keyness.get(|| figures::typical_words(self, None))
    }

    /// What panels make of the findings.
    ///
    /// # Errors
    /// As [`Results::table`].
    pub fn verdicts(&self) -> Outcome<&Arc<Verdicts>> {
        self.verdicts.get(|| Verdicts::from_facts(self.study(), &self.facts, &self.options))
    }
}
