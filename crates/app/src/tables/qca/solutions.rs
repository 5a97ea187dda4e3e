//! Solutions with all their models, and how they fit.

use super::Reading;
use super::rows::DECIMALS;
use crate::show::{Section, View, measured, reasons};
use draad_analysis::qca::{FittedModel, PairRead, SolutionRead};
use draad_figures::models_sentence;
use draad_measures::qca::{Cube, Kind, Sufficiency, TermFit};

impl Reading<'_> {
    /// One section per model, one row per term.
    pub(super) fn solutions(&self) -> View {
        let words = self.words;
        let title = words.say_with("qca-solutions-title", [("outcome", self.outcome().into())]);
        let part = "qca-solutions";
        let Some((_, solved)) = self.qca.solved() else {
            let obstacle = self.qca.analysed.iter().find_map(|analysed| analysed.solved.as_ref().err());
            return self.in_the_way(part, title, obstacle.map(std::slice::from_ref).unwrap_or_default());
        };
        let sections = self.qca.models().map(|(solution, place, model)| self.section(solution, place, model));
        let keys = [
            "qca-head-term",
            "qca-head-inclusion",
            "qca-head-pri",
            "qca-head-raw",
            "qca-head-unique",
            "qca-head-cases",
            "qca-head-in-words",
        ];
        let mut notes: Vec<String> = solved
            .solutions
            .iter()
            .filter_map(|solution| models_sentence(self.qca, solution, *self.words))
            .collect();
        notes.push(words.say("qca-solutions-note"));
        notes.push(words.say("qca-types-note"));
        notes.push(words.say(if self.qca.expects_something() {
            "qca-expected-note"
        } else {
            "qca-expect-note"
        }));
        notes.extend(self.values());
        notes.extend(self.warning());
        notes.extend(self.same_attribute());
        notes.extend(reasons(words, self.undefined()));
        View {
            part,
            title,
            header: keys.map(|key| words.say(key)).to_vec(),
            n_left: 1,
            n_prose: 2,
            sections: sections.collect(),
            notes,
        }
    }

    fn undefined(&self) -> Vec<draad_measures::Undefined> {
        let models = self.qca.models().flat_map(|(_, _, model)| &model.fit.terms);
        let numbers = models
            .flat_map(|term| [term.fit.inclusion, term.fit.pri, term.fit.coverage, term.unique_coverage]);
        numbers.filter_map(Result::err).collect()
    }

    fn section(&self, solution: &SolutionRead, place: usize, model: &FittedModel) -> Section {
        let words = self.words;
        let args = [
            ("kind", self.kind(solution.kind).into()),
            ("place", place.into()),
            ("all", solution.models.len().into()),
            ("formula", self.arrow(&self.qca.formula(model)).into()),
        ];
        let terms = model.model.terms.iter().zip(&model.fit.terms);
        let mut rows: Vec<Vec<String>> = terms.map(|(term, fit)| self.term(term, fit)).collect();
        if rows.len() > 1 {
            let [inclusion, pri, coverage] = self.numbers(&model.fit.whole);
            let cases = self.cases(&model.fit.cases);
            rows.push(vec![
                words.say("qca-whole"),
                inclusion,
                pri,
                coverage,
                String::new(),
                cases,
                String::new(),
            ]);
        }
        Section { title: words.say_with("qca-model", args), rows }
    }

    fn term(&self, term: &Cube, fit: &TermFit) -> Vec<String> {
        let [inclusion, pri, coverage] = self.numbers(&fit.fit);
        let unique = measured(self.words, fit.unique_coverage, DECIMALS);
        let cases = self.cases(&fit.cases);
        vec![self.qca.written(term), inclusion, pri, coverage, unique, cases, self.in_words(term)]
    }

    fn numbers(&self, fit: &Sufficiency) -> [String; 3] {
        [fit.inclusion, fit.pri, fit.coverage].map(|number| measured(self.words, number, DECIMALS))
    }

    /// One row per pair of models that make an intermediate solution; where nothing is expected, only how to expect something.
    pub(super) fn pairs(&self) -> View {
        let words = self.words;
        let part = "qca-pairs";
        if !self.qca.expects_something() {
            return View { part, notes: vec![words.say("qca-expect-note")], ..View::default() };
        }
        let list = |items: &mut dyn Iterator<Item = String>| items.collect::<Vec<_>>().join(" ");
        let row = |pair: &PairRead| {
            vec![
                format!("C{}P{}", pair.conservative + 1, pair.parsimonious + 1),
                list(&mut pair.models.iter().map(|model| (model + 1).to_string())),
                list(&mut pair.easy_counterfactuals.iter().map(ToString::to_string)),
            ]
        };
        let pairs = self.qca.solved().into_iter().flat_map(|(_, solved)| &solved.pairs);
        View {
            part,
            title: words.say("qca-pairs-title"),
            header: ["qca-head-pair", "qca-head-models", "qca-head-easy"].map(|key| words.say(key)).to_vec(),
            n_left: 3,
            sections: vec![Section { title: String::new(), rows: pairs.map(row).collect() }],
            notes: vec![words.say("qca-pairs-note")],
            ..View::default()
        }
    }

    /// One row per model: what it covers, and what it does not.
    pub(super) fn fit(&self) -> View {
        let words = self.words;
        let row = |(solution, place, model): (&SolutionRead, usize, &FittedModel)| {
            let numbers = self.numbers(&model.fit.whole);
            let ids = |places: &[usize]| self.qca.ids(places).join(" ");
            let name = format!("{} {place}", self.kind(solution.kind));
            std::iter::once(name).chain(numbers).chain([ids(&model.uncovered), ids(&model.deviant)]).collect()
        };
        let keys = [
            "qca-head-model",
            "qca-head-inclusion",
            "qca-head-pri",
            "qca-head-coverage",
            "qca-head-uncovered",
            "qca-head-deviant",
        ];
        View {
            part: "qca-fit",
            title: words.say("qca-fit-title"),
            header: keys.map(|key| words.say(key)).to_vec(),
            n_left: 1,
            n_prose: 2,
            sections: vec![Section { title: String::new(), rows: self.qca.models().map(row).collect() }],
            notes: vec![words.say("qca-fit-note")],
        }
    }

    /// Returns the solutions in which a term stands.
    pub(super) fn kinds(&self, kinds: &[Kind]) -> String {
        kinds.iter().map(|kind| self.kind(*kind)).collect::<Vec<_>>().join(", ")
    }
}
