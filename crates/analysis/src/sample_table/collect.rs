//! Material added up per source, so that counting goes over few pieces.

use crate::groups::Kinds;
use draad_core::facts::{Facts, Material, Setting};
use draad_core::{Source, Study};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// All material of one setting in one source. Numbers are positions in the study's own lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) source: u32,
    /// Position among the kinds.
    pub(crate) kind: u32,
    pub(crate) role: Option<u32>,
    pub(crate) phase: Option<u32>,
    /// The speaker, unless this is somebody who asks the questions.
    pub(crate) speaker: Option<u32>,
    /// Whether the speaker asks the questions.
    pub(crate) asks: bool,
    pub(crate) chars: u64,
    pub(crate) words: u64,
    /// First and last day.
    pub(crate) period: Option<(Date, Date)>,
}

/// The material of a study.
pub(crate) struct Collected {
    /// Per case of the study its pieces.
    pub(crate) of_cases: Vec<Vec<Piece>>,
    /// Pieces in which each stretch of text counts once, however many cases it belongs to.
    pub(crate) all: Vec<Piece>,
}

impl Collected {
    pub(crate) fn new(study: &Study, facts: &Facts, kinds: &Kinds) -> Self {
        let sources: Vec<&[Material]> = facts.material.chunk_by(|a, b| a.source == b.source).collect();
        let of_source = |material: &&[Material]| pieces(study, kinds, material);
        let found: Vec<(Option<u32>, Piece)> = sources.par_iter().flat_map_iter(of_source).collect();
        let mut collected = Self { of_cases: vec![Vec::new(); study.cases.len()], all: Vec::new() };
        for (case, piece) in found {
            match case {
                Some(case) => collected.of_cases[case as usize].push(piece),
                None => collected.all.push(piece),
            }
        }
        collected
    }
}

/// What sets pieces of one source apart: case, speaker, role, phase. Without a case each stretch counts once for all.
type Key = (Option<u32>, Option<u32>, Option<u32>, Option<u32>);

fn pieces(study: &Study, kinds: &Kinds, material: &[Material]) -> Vec<(Option<u32>, Piece)> {
    let source_idx = material[0].source;
    let (_, source) = study.sources.get_index(source_idx as usize).expect("material has a source");
    let kind = kinds.of_source[source_idx as usize];
    let mut found: BTreeMap<Key, Piece> = BTreeMap::new();
    let mut counted = None;
    let mut n_words = 0;
    for part in material {
        // the cases of one stretch follow each other
        let is_new = counted.replace(part.chars) != Some(part.chars);
        if is_new {
            n_words = count_words(source, part);
        }
        let day = day(source, part.setting).map(|day| (day, day));
        for case in [Some(part.case)].into_iter().chain(is_new.then_some(None)) {
            let Setting { speaker, role, phase, .. } = part.setting;
            let piece = found.entry((case, speaker, role, phase)).or_insert_with(|| {
                let asks = part.setting.asks(study);
                let speaker = speaker.filter(|_| !asks);
                let period = source.date.map(|date| (date, date));
                Piece { source: source_idx, kind, role, phase, speaker, asks, chars: 0, words: 0, period }
            });
            piece.chars += u64::from(part.chars.len());
            piece.words += n_words;
            piece.period = joined(piece.period, day);
        }
    }
    found.into_iter().map(|((case, ..), piece)| (case, piece)).collect()
}

fn count_words(source: &Source, material: &Material) -> u64 {
    let words = source.text.span(material.chars).and_then(|span| source.text.get(span));
    words.map_or(0, |words| words.split_whitespace().count() as u64)
}

/// Returns the day of a unit that has a time of its own.
fn day(source: &Source, setting: Setting) -> Option<Date> {
    source.units.get(setting.unit? as usize)?.time.map(|time| time.date())
}

/// Returns the period that holds both.
pub(crate) fn joined(a: Option<(Date, Date)>, b: Option<(Date, Date)>) -> Option<(Date, Date)> {
    match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    }
}
