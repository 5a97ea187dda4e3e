//! Which of a table's statements hang on one case, one coder, one kind of source or one perspective: the table is computed
//! again with each left out in turn.

use crate::hits::distinct;
use crate::table::{Column, Table, Value};
use crate::{Basis, Options, Statement};
use draad_core::facts::{Facts, LeaveOut};
use draad_core::{Study, diagnostic::Outcome};
use draad_measures::Undefined;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is left out, one at a time.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Way {
    /// Each case.
    Case,
    /// Each coder.
    Coder,
    /// Each kind of source.
    Kind,
    /// Each role that does not ask the questions.
    Role,
}

/// What becomes of a table's statements when something is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Robustness {
    /// What the table rests on.
    pub basis: Basis,
    /// The ways that were asked for, in their order.
    pub ways: Vec<AskedWay>,
    /// What was left out, run by run: by way, then in the study's order.
    pub runs: Vec<LeaveOut>,
    /// The table's statements, in its order.
    pub statements: Vec<Survival>,
}

/// A way of leaving something out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AskedWay {
    /// The way.
    pub way: Way,
    /// How many runs it took.
    pub n_runs: usize,
}

/// What becomes of one statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Survival {
    /// The statement.
    pub statement: Statement,
    /// Runs that try it: those that do not leave out what it is about. A statement about a case is not tried by leaving
    /// out another case, which cannot change it.
    pub n_runs: usize,
    /// Runs in which it is not made again.
    pub falls: Vec<Fall>,
}

/// A run in which a statement is not made again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fall {
    /// Position in [`Robustness::runs`].
    pub run: usize,
    /// What is said of the same subject instead; nothing where nothing of the kind is said any more.
    pub instead: Option<String>,
}

impl AskedWay {
    /// Returns why nothing was left out in this way: what is the only one of its kind cannot be missed.
    pub fn not_done(&self) -> Option<Undefined> {
        (self.n_runs == 0).then_some(Undefined::NothingBeside)
    }
}

impl Survival {
    /// Returns in how many runs it is made again.
    pub fn n_survived(&self) -> usize {
        self.n_runs - self.falls.len()
    }

    /// Returns whether it is made again in every run; not where there was none.
    pub fn always(&self) -> bool {
        self.n_runs > 0 && self.falls.is_empty()
    }
}

impl Robustness {
    /// Holds the statements that a table `made` on `facts` against those that `claims` makes on facts without each thing
    /// that can be left out. `facts` were collected with the filter of `options`.
    ///
    /// # Errors
    /// Those of `claims`.
    pub fn new(
        study: &Study,
        facts: &Facts,
        options: &Options,
        ways: &[Way],
        made: Vec<Statement>,
        claims: impl Fn(&Facts) -> Outcome<Vec<Statement>> + Sync,
    ) -> Outcome<Self> {
        let of_ways: Vec<(Way, Vec<LeaveOut>)> = distinct(ways.iter().copied())
            .into_iter()
            .map(|way| (way, candidates(study, facts, way)))
            .collect();
        let asked = of_ways.iter().map(|(way, runs)| AskedWay { way: *way, n_runs: runs.len() }).collect();
        let runs: Vec<LeaveOut> = of_ways.into_iter().flat_map(|(_, runs)| runs).collect();
        let without = |left_out: &LeaveOut| Ok(Said::new(claims(&facts.without(study, left_out))?));
        let said: Vec<Said> = runs.par_iter().map(without).collect::<Outcome<_>>()?;
        Ok(Self {
            basis: Basis::new(study, facts, options, None),
            ways: asked,
            statements: made.into_iter().map(|statement| survival(study, statement, &runs, &said)).collect(),
            runs,
        })
    }

    /// Returns the result as plain tables: one row per statement, then one per statement and run in which it falls.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.statement_table(), self.fall_table()]
    }

    fn statement_table(&self) -> Table {
        let keys = ["claim", "first", "second", "value"].map(Column::text).into_iter();
        let counts = [Column::integer("survives"), Column::integer("runs"), Column::yes_no("always")];
        let columns = keys.chain(counts).chain([Column::text("falls_without")]);
        let row = |survival: &Survival| {
            let falls = survival.falls.iter().map(|fall| self.run_name(fall.run));
            let counts = [survival.n_survived().into(), survival.n_runs.into(), survival.always().into()];
            let key = statement_key(&survival.statement).into_iter();
            key.chain(counts).chain([Value::list(falls)]).collect()
        };
        let rows = self.statements.iter().map(row);
        Table { name: "robustness", rows: rows.collect(), columns: columns.collect() }
    }

    fn fall_table(&self) -> Table {
        let columns = ["claim", "first", "second", "value", "way", "left_out", "instead"].map(Column::text);
        let rows = self.statements.iter().flat_map(|survival| {
            survival.falls.iter().map(|fall| {
                let left_out = &self.runs[fall.run];
                let way: &str = Way::of(left_out).into();
                let key = statement_key(&survival.statement).into_iter();
                key.chain([Value::text(way), Value::text(left_out.id()), fall.instead.clone().into()])
                    .collect()
            })
        });
        Table { name: "robustness-falls", rows: rows.collect(), columns: columns.into() }
    }

    /// Returns what a run leaves out as `--cell` takes it: `kind=chat`.
    fn run_name(&self, run: usize) -> String {
        let left_out = &self.runs[run];
        format!("{}={}", <&str>::from(Way::of(left_out)), left_out.id())
    }
}

impl Way {
    /// Returns the way in which something is left out.
    pub fn of(left_out: &LeaveOut) -> Self {
        match left_out {
            LeaveOut::Case(_) => Way::Case,
            LeaveOut::Coder(_) => Way::Coder,
            LeaveOut::Kind(_) => Way::Kind,
            LeaveOut::Role(_) => Way::Role,
        }
    }
}

fn statement_key(statement: &Statement) -> [Value; 4] {
    let first = statement.subject.first().map(Value::text).unwrap_or(Value::Nothing);
    let further = Value::list(statement.subject.iter().skip(1));
    [Value::text(statement.claim), first, further, Value::words(&statement.value)]
}

/// Returns what can be left out in one way: nothing where only one would remain to be left out.
fn candidates(study: &Study, facts: &Facts, way: Way) -> Vec<LeaveOut> {
    let settings = &study.settings;
    let found: Vec<LeaveOut> = match way {
        Way::Case => {
            facts.cases.iter().map(|&case| LeaveOut::Case(study.cases[case as usize].id.clone())).collect()
        }
        Way::Coder => {
            let coders = facts.codings.iter().map(|fact| &study.codings[fact.coding as usize].coder);
            let used = distinct(coders);
            study
                .coders()
                .into_iter()
                .filter(|coder| used.binary_search(&coder).is_ok())
                .map(LeaveOut::Coder)
                .collect()
        }
        Way::Kind => {
            let of_codings = facts.codings.iter().map(|fact| fact.source);
            let sources = distinct(of_codings.chain(facts.material.iter().map(|material| material.source)));
            let kinds = crate::groups::Kinds::new(study);
            let used = distinct(sources.into_iter().map(|source| kinds.of_source[source as usize]));
            used.into_iter().map(|kind| LeaveOut::Kind(kinds.ids[kind as usize].clone())).collect()
        }
        Way::Role => {
            let of_codings = facts.codings.iter().filter_map(|fact| fact.setting.role);
            let roles = of_codings.chain(facts.material.iter().filter_map(|material| material.setting.role));
            let used = distinct(roles).into_iter().map(|role| &settings.roles[role as usize]);
            used.filter(|role| !role.asks).map(|role| LeaveOut::Role(role.id.clone())).collect()
        }
    };
    if found.len() > 1 { found } else { Vec::new() }
}

/// What one run says, to be looked up by claim and subject.
struct Said {
    values: BTreeMap<(&'static str, Vec<String>), Vec<String>>,
}

impl Said {
    fn new(statements: Vec<Statement>) -> Self {
        let mut values: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for Statement { claim, subject, value } in statements {
            values.entry((claim, subject)).or_default().push(value);
        }
        Self { values }
    }

    /// Returns nothing when a statement is made again, or else what is said in its place.
    fn falls(&self, key: &(&'static str, Vec<String>), value: &String) -> Option<Option<String>> {
        match self.values.get(key) {
            Some(values) if values.contains(value) => None,
            Some(values) => Some(values.first().cloned()),
            None => Some(None),
        }
    }
}

fn survival(study: &Study, statement: Statement, runs: &[LeaveOut], said: &[Said]) -> Survival {
    let key = (statement.claim, statement.subject.clone());
    let is_about = |id: &str| statement.subject.iter().any(|subject| subject == id);
    let is_about_a_case = statement.subject.iter().any(|id| study.cases.contains_key(id.as_str()));
    let tries = |left_out: &LeaveOut| match left_out {
        LeaveOut::Case(_) => !is_about_a_case,
        other => !is_about(other.id()),
    };
    let possible = || runs.iter().zip(said).enumerate().filter(|(_, (left_out, _))| tries(left_out));
    let fall = |(run, (_, said)): (usize, (&LeaveOut, &Said))| {
        said.falls(&key, &statement.value).map(|instead| Fall { run, instead })
    };
    let (n_runs, falls) = (possible().count(), possible().filter_map(fall).collect());
    Survival { statement, n_runs, falls }
}

#[cfg(test)]
mod tests;
