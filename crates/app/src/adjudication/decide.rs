//! Recording decisions, one by one or from a table, and closing the sources in which nothing is open any more.

use super::close::{self, Closing};
use super::wish::{Asked, Meaning, called};
use super::{layer_called, options, position};
use crate::{Project, coding};
use draad_analysis::Layer;
use draad_analysis::adjudication::State;
use draad_core::diagnostic::Outcome;
use draad_core::filter::list;
use draad_core::{
    Adjudication, AdjudicationId, CoderId, Diagnostic, Filter, Place, Problem, Settled, SourceId, Study,
    Verdict,
};
use draad_store::{Changes, paths, render};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Decisions that somebody asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions {
    /// The layer; nothing means the usual one.
    pub layer: Option<CoderId>,
    /// What is decided.
    pub asked: Vec<Asked>,
    /// Who decided, where a decision names nobody.
    pub by: Vec<String>,
    /// Why, where a decision does not say.
    pub memo: String,
    /// Sources whose codings are to be written into the layer though nothing is decided about them here.
    pub close: Vec<SourceId>,
    /// Only says what would happen.
    pub plan: bool,
}

/// What came of decisions.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjudicated {
    /// The layer as it is now, or would be.
    pub layer: Layer,
    /// Decisions that are new.
    pub n_new: usize,
    /// Decisions in the place of an earlier one.
    pub n_changed: usize,
    /// Those that had been taken before, just so.
    pub n_already: usize,
    /// Sources that were closed, in the study's order.
    pub closed: Vec<Closed>,
    /// What could not be done, each with its reason.
    pub refused: Vec<Diagnostic>,
    /// What the user should look at.
    pub warnings: Vec<Diagnostic>,
}

/// A source whose codings were written into the layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The source.
    pub source: SourceId,
    /// How many codings the layer has of it.
    pub n_codings: usize,
    /// Stretches on which the coders agreed.
    pub n_agreed: usize,
    /// Stretches that were decided.
    pub n_decided: usize,
}

/// Records decisions, and closes each source of which the last disagreement has been decided: its codings in the layer are
/// written, all in one change that can be undone. What cannot be carried out is returned with its reason.
///
/// # Errors
/// When the layer has the name of a coder, there is nothing to compare, a source to close is unknown, the study is locked or
/// cannot be written, or a file that would be rewritten has errors.
pub fn adjudicate(project: &mut Project, decisions: &Decisions, now: Timestamp) -> Outcome<Adjudicated> {
    let lock = if decisions.plan { None } else { Some(project.folder.lock("adjudicate")?) };
    project.reload()?;
    let name = layer_called(project.study(), decisions.layer.as_ref())?;
    let layer = Layer::from_study(project.study(), &name, &options(project, Filter::default()))?;
    let mut to_close = BTreeSet::new();
    for source in &decisions.close {
        to_close.insert(position(project.study(), source)?);
    }
    let mut recording = Recording::on(project.loaded.study.clone(), layer, now);
    recording.all(decisions);
    let mut done = recording.closed(&to_close);
    let changes = changes(project, &mut done)?;
    if let Some(lock) = lock.filter(|_| !changes.is_empty()) {
        lock.commit("adjudicate", changes)?;
    }
    project.loaded_mut().study = done.study;
    Ok(done.outcome)
}

/// A study in which decisions were carried out.
struct Done {
    study: Study,
    outcome: Adjudicated,
}

/// The files that change: the decisions, and the codings of the sources that were closed.
fn changes(project: &Project, done: &mut Done) -> Outcome<Changes> {
    let (study, name) = (&done.study, &done.outcome.layer.layer);
    let mut changes = Changes::new();
    let before = project.study().adjudications.get(name);
    if study.adjudications.get(name) != before {
        let rows = study.adjudications.get(name).map_or(&[][..], Vec::as_slice);
        changes.insert(paths::adjudication(name), Some(render::adjudication(rows)));
    }
    for closed in &done.outcome.closed {
        let of_source =
            |coding: &&draad_core::Coding| coding.coder == *name && coding.source == closed.source;
        let had_codings = project.study().codings.iter().any(|coding| of_source(&coding));
        if closed.n_codings > 0 || had_codings {
            let bytes = render::codings(study, name, &closed.source);
            changes.insert(paths::codings(name, &closed.source), Some(bytes));
        }
    }
    let rewritten: Vec<&str> = changes.keys().map(String::as_str).collect();
    project.loaded.guard(&rewritten)?;
    Ok(changes)
}

/// Decisions being recorded on a study in memory.
struct Recording {
    study: Study,
    layer: Layer,
    rows: Vec<Adjudication>,
    now: Timestamp,
    /// Sources about which something was asked.
    touched: BTreeSet<u32>,
    n_new: usize,
    n_changed: usize,
    n_already: usize,
    refused: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
}

impl Recording {
    fn on(study: Study, layer: Layer, now: Timestamp) -> Self {
        let (refused, warnings) = (Vec::new(), Vec::new());
        let rows = layer.rows.clone();
        let touched = BTreeSet::new();
        Self { study, layer, rows, now, touched, n_new: 0, n_changed: 0, n_already: 0, refused, warnings }
    }

    fn all(&mut self, decisions: &Decisions) {
        let twice = self.decided_twice(&decisions.asked);
        let mut unreasoned = Vec::new();
        for asked in &decisions.asked {
            match self.one(asked, decisions, &twice) {
                Ok(unreasoned_now) => unreasoned.extend(unreasoned_now),
                Err(problem) => self.refused.push(Diagnostic::error(asked.place.clone(), problem)),
            }
        }
        if let Some(id) = unreasoned.first() {
            let problem = Problem::DecisionsWithoutReason { n: unreasoned.len(), id: id.to_string() };
            self.warnings.push(Diagnostic::warning(Place::default(), problem));
        }
    }

    /// Returns the stretches about which one table says different things, with the lines where it does.
    fn decided_twice(&self, asked: &[Asked]) -> BTreeMap<usize, String> {
        let mut by_stretch: BTreeMap<usize, Vec<&Asked>> = BTreeMap::new();
        for one in asked.iter().filter(|one| one.place.line.is_some()) {
            if let Ok(position) = called(&self.layer, &one.id) {
                by_stretch.entry(position).or_default().push(one);
            }
        }
        by_stretch.retain(|_, all| all.iter().any(|one| !one.says_as(all[0])));
        let lines = |all: Vec<&Asked>| list(all.iter().filter_map(|one| one.place.line));
        by_stretch.into_iter().map(|(position, all)| (position, lines(all))).collect()
    }

    /// Records one decision, unless another contradicts it; returns its name where it was recorded without a reason.
    fn one(
        &mut self,
        asked: &Asked,
        all: &Decisions,
        twice: &BTreeMap<usize, String>,
    ) -> Result<Option<AdjudicationId>, Problem> {
        let position = called(&self.layer, &asked.id)?;
        if let Some(lines) = twice.get(&position) {
            let id = self.layer.compared.stretches[position].id.to_string();
            return Err(Problem::DecidedTwice { id, lines: lines.clone() });
        }
        let stretch = &self.layer.compared.stretches[position];
        let id = stretch.id.to_string();
        let by = if asked.by.is_empty() { &all.by } else { &asked.by };
        let wish = asked.wish.as_ref().ok_or(Problem::DecisionMissing { id })?;
        if by.is_empty() {
            return Err(Problem::AdjudicatorNeeded);
        }
        let meaning = Meaning { study: &self.study, layer: &self.layer, stretch, valence: asked.valence };
        let (verdict, coded) = meaning.of(wish)?;
        let memo = if asked.memo.is_empty() { &all.memo } else { &asked.memo };
        let row = self.row(position, verdict, coded, by, memo);
        self.warn(&asked.place, &row);
        let unreasoned = row.memo.is_empty().then(|| row.id.clone());
        if !self.put(position, row) {
            return Ok(None);
        }
        self.touched.insert(self.layer.compared.stretches[position].source);
        Ok(unreasoned)
    }

    fn row(
        &self,
        position: usize,
        verdict: Verdict,
        coded: Vec<Settled>,
        by: &[String],
        memo: &str,
    ) -> Adjudication {
        let stretch = &self.layer.compared.stretches[position];
        Adjudication {
            verdict,
            coded,
            by: by.to_vec(),
            created: Some(self.now),
            memo: memo.to_owned(),
            ..close::bare_row(&self.study, stretch)
        }
    }

    fn warn(&mut self, place: &Place, row: &Adjudication) {
        for settled in &row.coded {
            self.warnings.extend(coding::without_valence(&self.study, &row.code, settled.valence, place));
        }
    }

    /// Puts a decision in the place of the one that stood, if there was any; returns whether that changed something.
    fn put(&mut self, position: usize, row: Adjudication) -> bool {
        let before = self.rows.iter().position(|one| self.is_about(one, position, &row));
        let Some(before) = before else {
            self.n_new += 1;
            self.rows.push(row);
            return true;
        };
        let old = &self.rows[before];
        let said = |one: &Adjudication| (one.verdict, one.coded.clone(), one.by.clone(), one.memo.clone());
        if said(old) == said(&row) && old.considered == row.considered {
            self.n_already += 1;
            return false;
        }
        match old.verdict {
            Verdict::Agreed => self.n_new += 1,
            Verdict::Coded | Verdict::NotCoded => self.n_changed += 1,
        }
        let extra = old.extra.clone();
        self.rows[before] = Adjudication { extra, ..row };
        true
    }

    /// Whether a row is the one that decides this stretch, or has its name.
    fn is_about(&self, row: &Adjudication, position: usize, new: &Adjudication) -> bool {
        let decides = match self.layer.states[position] {
            State::Decided { row } => Some(&self.layer.rows[row].id),
            State::Agreed | State::Open => None,
        };
        row.id == new.id || Some(&row.id) == decides
    }

    /// Closes the sources in which nothing is open any more, of those that were touched or that are asked for.
    fn closed(mut self, asked: &BTreeSet<u32>) -> Done {
        let name = self.layer.layer.clone();
        self.store(&name);
        let layer = Layer::of(&self.study, &name, &Default::default());
        let mut closed = Vec::new();
        for source in self.touched.union(asked).copied().collect::<Vec<u32>>() {
            match close::close(&mut self.study, &layer, source, self.now) {
                Ok(Closing::Closed(done)) => closed.push(done),
                Ok(Closing::StillOpen) if asked.contains(&source) => {
                    self.refused.push(close::still_open(&self.study, &layer, source))
                }
                Ok(Closing::StillOpen | Closing::AsItWas) => {}
                Err(problem) => self.refused.push(Diagnostic::error(Place::default(), problem)),
            }
        }
        self.study.sort_codings();
        let basis = self.layer.compared.basis.clone();
        let mut layer = Layer::of(&self.study, &name, &Default::default());
        layer.compared.basis.fingerprint = basis.fingerprint;
        let outcome = Adjudicated {
            layer,
            n_new: self.n_new,
            n_changed: self.n_changed,
            n_already: self.n_already,
            closed,
            refused: self.refused,
            warnings: self.warnings,
        };
        Done { study: self.study, outcome }
    }

    /// Gives the study the decisions, in their order.
    fn store(&mut self, name: &CoderId) {
        let mut rows = std::mem::take(&mut self.rows);
        close::sort(&self.study, &mut rows);
        if !rows.is_empty() || self.study.adjudications.contains_key(name) {
            self.study.adjudications.insert(name.clone(), rows);
        }
    }
}
