//! How far disagreements between coders have been decided, and what the layer that is made of the decisions is to hold.
//!
//! - A **decision stands** for a stretch as long as the stretch is where it was, consists of the codings that were considered,
//!   and these have the valences that they had. When a coder changes one of them the stretch is open again, and the decision
//!   stays in the file as history.
//! - **Agreed** stretches go into the layer as one coder has them: the reading with the largest mean overlap with those of the
//!   others, of equals that of the coder whose name comes first. It is always a reading by a person. A decision can be
//!   taken about an agreed stretch too, and then counts.
//! - A source is **open** while a disagreement in it is undecided, **decided** when none is, and **closed** when its codings
//!   have been written into the layer. A closed source in which the codings changed is open again; the layer stays as it was
//!   until that is decided. It is **outdated** when nothing is open but the layer holds something else than it should.
//!
//! Borders are compared with the usual overlap of [`DisagreementOptions`].

mod plain;
mod standing;
mod summary;
#[cfg(test)]
mod tests;

use crate::disagreement::{CoderReading, Stretch, overlap_of};
use crate::{DisagreementOptions, Disagreements, Options};
use draad_core::{
    Adjudication, CharSpan, CodeId, CoderId, CoderPolicy, Considered, Settled, Study, Valence, Verdict,
    diagnostic::Outcome,
};
use jiff::Timestamp;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

pub use standing::Standing;
pub use summary::{CodeSummary, Deciders, Summary};

/// The name of a layer where nobody gives another.
const USUAL_LAYER: &str = "consensus";

/// A layer of decisions, and the stretches that it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// The coder in whose name its codings stand.
    pub layer: CoderId,
    /// What was compared.
    pub compared: Disagreements,
    /// What is the matter with each of its stretches, in their order.
    pub states: Vec<State>,
    /// How far each of its sources is, in their order.
    pub sources: Vec<SourceProgress>,
    /// Everything that was decided for this layer, as it stands in its file.
    pub rows: Vec<Adjudication>,
}

/// What is the matter with a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// The coders agree, and nobody decided otherwise.
    Agreed,
    /// Somebody has to decide.
    Open,
    /// Somebody decided.
    Decided {
        /// Position in [`Layer::rows`].
        row: usize,
    },
}

/// How far a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SourceProgress {
    /// Position in [`Study::sources`].
    pub source: u32,
    /// Stretches.
    pub n_stretches: usize,
    /// Those on which the coders agree, and nobody decided otherwise.
    pub n_agreed: usize,
    /// Those that were decided.
    pub n_decided: usize,
    /// Those that are open.
    pub n_open: usize,
    /// When the source first came into the layer; nothing before that.
    pub closed: Option<Timestamp>,
    /// Nothing is open, but the layer holds something else than it should.
    pub is_outdated: bool,
}

/// A coding that the layer is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Position in the stretches of [`Layer::compared`].
    pub stretch: usize,
    /// The code.
    pub code: CodeId,
    /// Place and valence.
    pub settled: Settled,
}

/// Returns the layer that is meant where nobody names one: that of the coder policy; else `consensus`, unless there are only
/// others, of which it is the first.
pub fn usual_layer(study: &Study) -> CoderId {
    if let CoderPolicy::Adjudicated { coder } = &study.settings.coder_policy {
        return coder.clone();
    }
    let usual = CoderId::new(USUAL_LAYER).expect("a plain word is an id");
    match study.adjudications.keys().next() {
        Some(first) if !study.adjudications.contains_key(&usual) => first.clone(),
        _ => usual,
    }
}

impl Layer {
    /// Compares what people coded, and says what has been decided about it.
    ///
    /// # Errors
    /// As [`Disagreements::from_study`].
    pub fn from_study(study: &Study, layer: &CoderId, options: &Options) -> Outcome<Self> {
        let own = DisagreementOptions::default();
        Disagreements::check(study, options, &own)?;
        let layer = Self::of(study, layer, options);
        layer.compared.check_found()?;
        Ok(layer)
    }

    /// As [`Layer::from_study`], without its checks: with nothing to compare, it holds nothing.
    pub fn of(study: &Study, layer: &CoderId, options: &Options) -> Self {
        let mut coders = crate::disagreement::chosen(study, &options.filter);
        coders.retain(|coder| coder != layer);
        let compared = Disagreements::between(study, options, &DisagreementOptions::default(), coders);
        let rows = study.adjudications.get(layer).cloned().unwrap_or_default();
        let decided = decided(&rows);
        let sources: BTreeSet<Option<usize>> =
            decided.keys().map(|(source, ..)| study.sources.get_index_of(source.as_str())).collect();
        let state = |stretch: &Stretch| {
            let key = sources.contains(&Some(stretch.source as usize)).then(|| key_of(study, stretch));
            match key.and_then(|key| decided.get(&key)) {
                Some(&row) => State::Decided { row },
                None if stretch.is_agreed() => State::Agreed,
                None => State::Open,
            }
        };
        let states = compared.stretches.iter().map(state).collect();
        let mut found = Self { layer: layer.clone(), compared, states, sources: Vec::new(), rows };
        found.sources = found.progress(study);
        found
    }

    /// Returns the stretches that somebody has to decide on, in their order.
    pub fn open(&self) -> impl Iterator<Item = &Stretch> {
        let all = self.compared.stretches.iter().zip(&self.states);
        all.filter(|(_, state)| **state == State::Open).map(|(stretch, _)| stretch)
    }

    /// Returns the row that decides a stretch, by its position.
    pub fn decision(&self, stretch: usize) -> Option<&Adjudication> {
        match self.states[stretch] {
            State::Decided { row } => Some(&self.rows[row]),
            State::Agreed | State::Open => None,
        }
    }

    /// Returns what the layer is to hold of a source, each coding once; nothing of stretches that are open.
    pub fn planned(&self, study: &Study, source: u32) -> Vec<Planned> {
        let mut seen = BTreeSet::new();
        let mut planned = Vec::new();
        for (position, stretch) in self.stretches_of(source) {
            let settled = match self.states[position] {
                State::Open => Vec::new(),
                State::Agreed => settled(study, stretch.agreed_reading(study)),
                State::Decided { row } => self.rows[row].coded.clone(),
            };
            let code = &study.codebook.codes[stretch.code as usize].id;
            for settled in settled {
                if seen.insert((code.clone(), settled.chars)) {
                    planned.push(Planned { stretch: position, code: code.clone(), settled });
                }
            }
        }
        planned
    }

    /// Returns the stretches of a source with their positions.
    pub fn stretches_of(&self, source: u32) -> impl Iterator<Item = (usize, &Stretch)> {
        let start = self.compared.stretches.partition_point(|stretch| stretch.source < source);
        let all = self.compared.stretches.iter().enumerate().skip(start);
        all.take_while(move |(_, stretch)| stretch.source == source)
    }

    fn progress(&self, study: &Study) -> Vec<SourceProgress> {
        let mut closed: BTreeMap<&str, Timestamp> = BTreeMap::new();
        for (row, when) in self.rows.iter().filter_map(|row| Some((row, row.closed?))) {
            let first = closed.entry(row.source.as_str()).or_insert(when);
            *first = when.min(*first);
        }
        let own = self.own_codings(study);
        let of_source = |source: u32| {
            let id = &study.sources[source as usize].id;
            let states = self.stretches_of(source).map(|(position, _)| self.states[position]);
            let mut progress = SourceProgress {
                source,
                n_stretches: 0,
                n_agreed: 0,
                n_decided: 0,
                n_open: 0,
                closed: closed.get(id.as_str()).copied(),
                is_outdated: false,
            };
            for state in states {
                progress.n_stretches += 1;
                match state {
                    State::Agreed => progress.n_agreed += 1,
                    State::Open => progress.n_open += 1,
                    State::Decided { .. } => progress.n_decided += 1,
                }
            }
            if progress.closed.is_some() && progress.n_open == 0 {
                let planned: BTreeSet<(CodeId, Settled)> =
                    self.planned(study, source).into_iter().map(|one| (one.code, one.settled)).collect();
                progress.is_outdated = own.get(&source).map_or(!planned.is_empty(), |own| *own != planned);
            }
            progress
        };
        self.compared.sources.iter().map(|compared| of_source(compared.source)).collect()
    }

    /// What the layer holds of each source.
    fn own_codings(&self, study: &Study) -> BTreeMap<u32, BTreeSet<(CodeId, Settled)>> {
        let mut own: BTreeMap<u32, BTreeSet<(CodeId, Settled)>> = BTreeMap::new();
        let of_layer = study.codings.iter().enumerate().filter(|(_, coding)| coding.coder == self.layer);
        for (place, coding) in of_layer {
            let Some(source) = study.sources.get_index_of(&coding.source) else { continue };
            let held = (coding.code.clone(), settled_of(study, place as u32));
            own.entry(source as u32).or_default().insert(held);
        }
        own
    }
}

impl Stretch {
    /// Returns the reading that goes into a layer where the coders agree: the one that overlaps most with the others. Of a
    /// stretch on which only some coded, it is that of one of them.
    pub fn agreed_reading(&self, study: &Study) -> &CoderReading {
        let coded: Vec<&CoderReading> =
            self.readings.iter().filter(|reading| !reading.codings.is_empty()).collect();
        let covers: Vec<Vec<CharSpan>> = coded.iter().map(|reading| cover(study, reading)).collect();
        let total = |own: usize| -> f64 {
            let others = (0..covers.len()).filter(|&other| other != own && !covers[other].is_empty());
            if covers[own].is_empty() {
                0.0
            } else {
                others.map(|other| overlap_of(&covers[own], &covers[other])).sum()
            }
        };
        let mut best = 0;
        for reading in 1..coded.len() {
            if total(reading) > total(best) {
                best = reading;
            }
        }
        coded[best]
    }

    /// Returns what a decision about the stretch rests on: its codings with the valences that they have, sorted.
    pub fn considered(&self, study: &Study) -> Vec<Considered> {
        let of_code = study.codebook.codes[self.code as usize].valence;
        let one = |place: u32| {
            let coding = &study.codings[place as usize];
            let valence = coding.valence.or(of_code);
            Considered { coder: coding.coder.clone(), coding: coding.id.clone(), valence }
        };
        let mut considered: Vec<Considered> = self.codings().map(one).collect();
        considered.sort_unstable();
        considered
    }

    /// Returns the valences that its codings have, or else that of the code, each once.
    pub fn valences(&self) -> BTreeSet<Option<Valence>> {
        self.readings.iter().flat_map(|reading| reading.valences.iter().copied()).collect()
    }
}

/// Returns the codings of a reading as a layer would hold them.
pub fn settled(study: &Study, reading: &CoderReading) -> Vec<Settled> {
    reading.codings.iter().map(|&coding| settled_of(study, coding)).collect()
}

fn settled_of(study: &Study, coding: u32) -> Settled {
    let coding = &study.codings[coding as usize];
    let text = &study.sources[&coding.source].text;
    Settled { chars: coding.target.span().map(|span| text.char_span(span)), valence: coding.valence }
}

/// The characters of a reading, as stretches that do not meet; its codings are in the order of places.
fn cover(study: &Study, reading: &CoderReading) -> Vec<CharSpan> {
    let spans = settled(study, reading).into_iter().filter_map(|settled| settled.chars);
    crate::disagreement::cover(spans)
}

/// What a decision is about: source, code, place, and the codings considered.
type Key = (String, String, Option<(u32, u32)>, Vec<Considered>);

fn key_of(study: &Study, stretch: &Stretch) -> Key {
    let source = study.sources[stretch.source as usize].id.to_string();
    let code = study.codebook.codes[stretch.code as usize].id.to_string();
    (source, code, place(stretch.chars), stretch.considered(study))
}

fn place(chars: Option<CharSpan>) -> Option<(u32, u32)> {
    chars.map(|chars| (chars.start.0, chars.end.0))
}

/// Returns the rows that somebody decided and that hold, by what they are about.
fn decided(rows: &[Adjudication]) -> BTreeMap<Key, usize> {
    let taken = rows.iter().enumerate().filter(|(_, row)| row.verdict != Verdict::Agreed && row.holds());
    let key = |row: &Adjudication| {
        let mut considered = row.considered.clone();
        considered.sort_unstable();
        (row.source.to_string(), row.code.to_string(), place(row.chars), considered)
    };
    taken.map(|(position, row)| (key(row), position)).collect()
}
