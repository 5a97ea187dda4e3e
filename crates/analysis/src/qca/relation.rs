//! How a combination lies to the outcome, case by case: what an XY plot shows.

use super::analysis::is_in;
use super::{Analysed, Qca};
use crate::problem;
use crate::table::{Column, Table, Value};
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_measures::qca::{
    Expression, Kind, Misread, Mistake, Model, Necessity, Sufficiency, necessity, sufficiency,
};

/// A combination of conditions beside the outcome. Cases are in the order of [`Analysed::data`].
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// As it is written: `A*~B + C`.
    pub formula: String,
    /// What it is.
    pub what: RelationOf,
    /// Per case its membership, 0 to 1.
    pub memberships: Vec<f64>,
    /// How well it is a subset of the outcome.
    pub sufficiency: Sufficiency,
    /// How well it is a superset of the outcome.
    pub necessity: Necessity,
}

/// What a relation is of. Models are told by type of solution and place in it, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RelationOf {
    /// Models, which types of solution may share.
    Models(Vec<(Kind, usize)>),
    /// A term, with the models in which it stands beside others.
    Term(Vec<(Kind, usize)>),
    /// What somebody asked for.
    Asked,
}

/// Where a case lies: in the combination or not, with the outcome or not. Exactly .5 is in neither half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Zone {
    /// In the combination, and with the outcome.
    Typical,
    /// In the combination, but without the outcome.
    Deviant,
    /// With the outcome, but not in the combination.
    Uncovered,
    /// Neither.
    Outside,
    /// Exactly half in one of the two.
    Halfway,
}

impl Qca {
    /// Returns the models of the solutions, then the terms that stand in them beside others, each set once; with `only`, of
    /// one type of solution.
    pub fn relations(&self, only: Option<Kind>) -> Vec<Relation> {
        let Some((analysed, _)) = self.solved() else { return Vec::new() };
        let (mut models, mut terms): (Vec<Noted>, Vec<Noted>) = Default::default();
        let wanted = self.models().filter(|(solution, ..)| only.is_none_or(|kind| solution.kind == kind));
        for (solution, place, found) in wanted {
            let at = (solution.kind, place);
            note(&mut models, &found.model, at);
            for term in found.model.terms.iter().filter(|_| found.model.terms.len() > 1) {
                note(&mut terms, &Model::new(vec![term.clone()]), at);
            }
        }
        terms.retain(|(term, _)| models.iter().all(|(model, _)| model != term));
        let models = models.into_iter().map(|(model, at)| (model, RelationOf::Models(at)));
        let terms = terms.into_iter().map(|(term, at)| (term, RelationOf::Term(at)));
        models.chain(terms).map(|(model, what)| self.relation(analysed, &model, what)).collect()
    }

    /// Returns the relation of a combination that somebody wrote down: `A*~B + C[2]`, in the names of formulas, capitals or not.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn relation_of(&self, analysed: &Analysed, written: &str) -> Outcome<Relation> {
        let capitals = written.to_uppercase();
        let found = Expression::read(&capitals, &self.names(), &self.levels());
        let found = found.map_err(|misread| self.misread(written, &misread))?;
        let formula = found.terms().collect::<Vec<_>>().join(" + ");
        let memberships = found.memberships(&analysed.data);
        Ok(Relation::new(analysed, formula, RelationOf::Asked, memberships))
    }

    fn misread(&self, written: &str, misread: &Misread) -> Box<draad_core::Diagnostic> {
        let (reason, name) = match &misread.mistake {
            Mistake::NothingThere => ("nothing-there", ""),
            Mistake::UnknownCondition(name) => ("unknown-condition", name.as_str()),
            Mistake::LevelMissing(name) => ("level-missing", name.as_str()),
            Mistake::NoSuchLevel(name) => ("no-such-level", name.as_str()),
            Mistake::Bracket => ("bracket", ""),
        };
        problem(Problem::QcaTermUnread {
            term: written.to_owned(),
            at: misread.at + 1,
            reason: reason.to_owned(),
            name: name.to_owned(),
            known: self.names().join(", "),
        })
    }

    fn relation(&self, analysed: &Analysed, model: &Model, what: RelationOf) -> Relation {
        let formula = model.written(&self.names(), &self.levels());
        Relation::new(analysed, formula, what, model.memberships(&analysed.data))
    }

    /// Returns the models and terms of the solutions, with the memberships of all cases in them.
    pub fn membership_table(&self) -> Table {
        match &self.analysed {
            Ok(analysed) => self.relation_table(analysed, &self.relations(None)),
            Err(_) => Table { name: "qca-memberships", columns: relation_columns(), rows: Vec::new() },
        }
    }

    /// Returns relations as a table: a row per relation and case, with the memberships that the plot draws.
    pub fn relation_table(&self, analysed: &Analysed, relations: &[Relation]) -> Table {
        let rows = relations.iter().flat_map(|relation| {
            (0..relation.memberships.len()).map(|case| {
                vec![
                    Value::text(&relation.formula),
                    Value::text(&self.case(case).id),
                    relation.memberships[case].into(),
                    analysed.data.outcome()[case].into(),
                    Value::text(<&str>::from(relation.zone(analysed, case))),
                ]
            })
        });
        Table { name: "qca-memberships", columns: relation_columns(), rows: rows.collect() }
    }

    /// Returns how well each relation fits, as a set that is enough for the outcome: a row per relation.
    pub fn relation_fit_table(&self, relations: &[Relation]) -> Table {
        let numbers = ["inclusion", "pri", "coverage"].map(Column::number);
        let columns = std::iter::once(Column::text("formula")).chain(numbers).collect();
        let rows = relations.iter().map(|relation| {
            let fit = &relation.sufficiency;
            vec![Value::text(&relation.formula), fit.inclusion.into(), fit.pri.into(), fit.coverage.into()]
        });
        Table { name: "qca-relation-fit", columns, rows: rows.collect() }
    }
}

impl Relation {
    fn new(analysed: &Analysed, formula: String, what: RelationOf, memberships: Vec<f64>) -> Self {
        let outcome = analysed.data.outcome();
        let sufficiency = sufficiency(&memberships, outcome);
        let necessity = necessity(&memberships, outcome);
        Self { formula, what, memberships, sufficiency, necessity }
    }

    /// Returns where a case lies.
    pub fn zone(&self, analysed: &Analysed, case: usize) -> Zone {
        match (is_in(self.memberships[case]), analysed.outcome_of(case)) {
            (Some(true), Some(true)) => Zone::Typical,
            (Some(true), Some(false)) => Zone::Deviant,
            (Some(false), Some(true)) => Zone::Uncovered,
            (Some(false), Some(false)) => Zone::Outside,
            (None, _) | (_, None) => Zone::Halfway,
        }
    }

    /// Returns the cases that lie in a zone, in their order.
    pub fn cases_in(&self, analysed: &Analysed, zone: Zone) -> Vec<usize> {
        (0..self.memberships.len()).filter(|&case| self.zone(analysed, case) == zone).collect()
    }
}

fn relation_columns() -> Vec<Column> {
    vec![
        Column::text("formula"),
        Column::text("case"),
        Column::number("membership"),
        Column::number("outcome"),
        Column::text("zone"),
    ]
}

/// A model, with the places in which it stands: type of solution and place in it.
type Noted = (Model, Vec<(Kind, usize)>);

/// Adds where a model stands, and the model where it is new.
fn note(found: &mut Vec<Noted>, model: &Model, at: (Kind, usize)) {
    match found.iter_mut().find(|(known, _)| known == model) {
        Some((_, places)) => places.push(at),
        None => found.push((model.clone(), vec![at])),
    }
}
