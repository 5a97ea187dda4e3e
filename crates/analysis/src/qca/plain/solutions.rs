//! Solutions, models, and what goes into the intermediate ones.

use super::super::{FittedModel, Qca, SolutionRead, kind_name};
use crate::table::{Column, Table, Value};
use draad_measures::qca::{Cube, TermFit};

impl Qca {
    /// Returns a row per term of each model of each solution.
    pub fn solution_table(&self) -> Table {
        let columns = vec![
            Column::text("solution"),
            Column::integer("model"),
            Column::text("term"),
            Column::number("inclusion"),
            Column::number("pri"),
            Column::number("raw_coverage"),
            Column::number("unique_coverage"),
            Column::yes_no("in_all_models"),
            Column::text("cases"),
            Column::text("deviant_cases"),
        ];
        let row = |solution: &SolutionRead, place: usize, term: &Cube, fit: &TermFit| {
            let kind = kind_name(solution.kind);
            vec![
                Value::text(kind),
                place.into(),
                Value::text(self.written(term)),
                fit.fit.inclusion.into(),
                fit.fit.pri.into(),
                fit.fit.coverage.into(),
                fit.unique_coverage.into(),
                solution.shared.contains(term).into(),
                Value::list(self.ids(&fit.cases)),
                Value::list(self.ids(&self.deviant(&fit.cases))),
            ]
        };
        let mut rows = Vec::new();
        for (solution, place, model) in self.models() {
            let terms = model.model.terms.iter().zip(&model.fit.terms);
            rows.extend(terms.map(|(term, fit)| row(solution, place, term, fit)));
        }
        Table { name: "qca-solutions", columns, rows }
    }

    /// Returns a row per condition of each term of each model: in which value the term has it, and how firmly it stands there,
    /// where that is known.
    pub fn standing_table(&self) -> Table {
        let texts = |names: [&str; 4]| names.map(Column::text);
        let mut columns = texts(["term", "condition", "value", "standing"]).to_vec();
        columns.splice(0..0, [Column::text("solution"), Column::integer("model")]);
        let mut rows = Vec::new();
        for (solution, place, model) in self.models() {
            for term in &model.model.terms {
                let given = term.0.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?)));
                rows.extend(given.map(|(at, value)| {
                    let solved = self.solved().map(|(_, solved)| solved);
                    let standing = solved.and_then(|solved| solved.standing(solution.kind, term, at));
                    vec![
                        Value::text(kind_name(solution.kind)),
                        place.into(),
                        Value::text(self.written(term)),
                        Value::text(&self.conditions[at].name),
                        Value::text(value.to_string()),
                        standing.map_or(Value::Nothing, |one| Value::text(<&str>::from(one))),
                    ]
                }));
            }
        }
        Table { name: "qca-standing", columns, rows }
    }

    /// Returns a row per model.
    pub fn fit_table(&self) -> Table {
        let columns = vec![
            Column::text("solution"),
            Column::integer("model"),
            Column::integer("models"),
            Column::text("formula"),
            Column::number("inclusion"),
            Column::number("pri"),
            Column::number("coverage"),
            Column::text("cases"),
            Column::text("uncovered_cases"),
            Column::text("deviant_cases"),
            Column::text("assumed_rows"),
        ];
        let rows = self.models().map(|(solution, place, model)| {
            let kind = kind_name(solution.kind);
            vec![
                Value::text(kind),
                place.into(),
                solution.models.len().into(),
                Value::text(self.formula(model)),
                model.fit.whole.inclusion.into(),
                model.fit.whole.pri.into(),
                model.fit.whole.coverage.into(),
                Value::list(self.ids(&model.fit.cases)),
                Value::list(self.ids(&model.uncovered)),
                Value::list(self.ids(&model.deviant)),
                Value::list(&model.assumptions),
            ]
        });
        Table { name: "qca-fit", rows: rows.collect(), columns }
    }

    /// Returns a row per pair of a conservative and a parsimonious model.
    pub fn pair_table(&self) -> Table {
        let columns = vec![
            Column::integer("conservative_model"),
            Column::integer("parsimonious_model"),
            Column::text("easy_counterfactuals"),
            Column::text("intermediate_models"),
        ];
        let pairs = self.solved().into_iter().flat_map(|(_, solved)| &solved.pairs);
        let rows = pairs.map(|pair| {
            vec![
                (pair.conservative + 1).into(),
                (pair.parsimonious + 1).into(),
                Value::list(&pair.easy_counterfactuals),
                Value::list(pair.models.iter().map(|model| model + 1)),
            ]
        });
        Table { name: "qca-pairs", rows: rows.collect(), columns }
    }

    /// Returns every model with its solution and its place there, counted from 1.
    pub fn models(&self) -> impl Iterator<Item = (&SolutionRead, usize, &FittedModel)> {
        let solutions = self.solved().into_iter().flat_map(|(_, solved)| &solved.solutions);
        solutions.flat_map(|solution| {
            solution.models.iter().zip(1..).map(move |(model, place)| (solution, place, model))
        })
    }

    /// Returns a model as formulas have it: `A*~B + C`.
    pub fn formula(&self, model: &FittedModel) -> String {
        model.model.written(&self.names(), &self.levels())
    }

    /// Returns those cases of some that do not have the outcome.
    pub fn deviant(&self, cases: &[usize]) -> Vec<usize> {
        self.analysed.as_ref().map_or_else(|_| Vec::new(), |analysed| analysed.divided(cases).1)
    }
}
