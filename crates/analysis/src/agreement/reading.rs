//! Who is compared, and on which sources.

use super::AgreementOptions;
use super::laid_out::is_whole;
use crate::hits::distinct;
use crate::{Options, problem};
use draad_core::diagnostic::Outcome;
use draad_core::facts::{Fact, Facts, Reading};
use draad_core::{CoderId, CoderPolicy, Filter, Problem, Study};
use std::collections::BTreeSet;

/// The coders, the sources that they are compared on, and what they coded there.
pub(super) struct Readings {
    /// Coders, in the order in which the study lists them.
    pub(super) coders: Vec<CoderId>,
    /// Sources, as positions in the study's sources, ascending, each with the positions in `coders` of those who read it,
    /// ascending.
    pub(super) sources: Vec<(u32, Vec<u16>)>,
    /// Which sources they coded anything in, compared or not: position of the source and of the coder, sorted.
    pub(super) read: Vec<(u32, u16)>,
    /// Codings of these coders in these sources, and the material there.
    pub(super) facts: Facts,
    /// Coders who were not asked for and share no source with another.
    pub(super) alone: Vec<CoderId>,
    /// Those whose codings are decisions on the codings of others, and who were not asked for.
    pub(super) layers: Vec<CoderId>,
}

impl Readings {
    /// Finds out who read what. Agreement is about coders, so the codings of all of them count, whatever the study's policy.
    ///
    /// # Errors
    /// `NothingToShow` where nothing is coded, one coder is left, or no source was read by two.
    pub(super) fn new(study: &Study, options: &Options, own: &AgreementOptions) -> Outcome<Self> {
        let (coders, layers) = chosen(study, &options.filter);
        match coders.len() {
            0 => return nothing("no-codings"),
            1 => return nothing("one-coder"),
            _ => {}
        }
        // a filter that names coders lets them count whatever the policy
        let facts = Facts::new(study, &Filter { coders: coders.clone(), ..options.filter.clone() });
        let read = read(&facts, &coders);
        let everywhere: Vec<u16> = (0..coders.len() as u16).collect();
        let comparable = comparable(study, &options.filter, &facts);
        let sources: Vec<(u32, Vec<u16>)> = comparable
            .into_iter()
            .map(|source| (source, readers_of(&read, source)))
            .filter(|(_, readers)| own.silent_readers || readers.len() >= 2)
            .map(|(source, readers)| (source, if own.silent_readers { everywhere.clone() } else { readers }))
            .collect();
        let is_asked = !options.filter.coders.is_empty() || own.silent_readers;
        let shares = |coder: &u16| is_asked || sources.iter().any(|(_, readers)| readers.contains(coder));
        let (kept, alone): (Vec<u16>, Vec<u16>) = everywhere.iter().partition(|&coder| shares(coder));
        if sources.is_empty() {
            return nothing(nothing_shared(&read));
        }
        let named = |places: &[u16]| places.iter().map(|&coder| coders[coder as usize].clone()).collect();
        let (coders, alone) = (named(&kept), named(&alone));
        Ok(Self { coders, sources, read, facts, alone, layers }.only(&kept))
    }

    /// Leaves out whoever is not kept, and all that is not compared.
    fn only(mut self, kept: &[u16]) -> Self {
        let place = |coder: u16| kept.binary_search(&coder).ok().map(|place| place as u16);
        for (_, readers) in &mut self.sources {
            *readers = readers.iter().filter_map(|&reader| place(reader)).collect();
        }
        self.read = self.read.iter().filter_map(|&(source, coder)| Some((source, place(coder)?))).collect();
        let sources = &self.sources;
        let is_compared = |source: u32| sources.binary_search_by_key(&source, |(source, _)| *source).is_ok();
        self.facts.material.retain(|material| is_compared(material.source));
        self.facts.codings.retain(|fact| is_compared(fact.source));
        self
    }

    /// Returns the position of the coder of a coding.
    pub(super) fn coder_of(&self, study: &Study, fact: &Fact) -> u16 {
        let coder = &study.codings[fact.coding as usize].coder;
        let place = self.coders.iter().position(|known| known == coder);
        place.expect("facts are of the coders that are compared") as u16
    }

    /// Returns how many sources a coder coded anything in, compared or not.
    pub(super) fn n_read(&self, coder: u16) -> usize {
        self.read.iter().filter(|(_, reader)| *reader == coder).count()
    }
}

/// Returns the coders to compare, in the order in which the study lists them, and those in whose name decisions are kept who
/// were left out.
fn chosen(study: &Study, filter: &Filter) -> (Vec<CoderId>, Vec<CoderId>) {
    let used: BTreeSet<&CoderId> = study.codings.iter().map(|coding| &coding.coder).collect();
    if !filter.coders.is_empty() {
        let asked = study.coders().into_iter().filter(|coder| filter.coders.contains(coder));
        return (asked.collect(), Vec::new());
    }
    let layer = match &study.settings.coder_policy {
        CoderPolicy::Adjudicated { coder } => Some(coder),
        _ => None,
    };
    let people = study.human_coders();
    let is_coder = |coder: &CoderId| people.contains(coder) && layer != Some(coder);
    study.coders().into_iter().filter(|coder| used.contains(coder)).partition(is_coder)
}

/// Returns who read which source, by source and position of the coder.
fn read(facts: &Facts, coders: &[CoderId]) -> Vec<(u32, u16)> {
    let place = |reading: &Reading| {
        let coder = coders.iter().position(|coder| *coder == reading.coder)?;
        Some((reading.source, coder as u16))
    };
    let mut read: Vec<(u32, u16)> = facts.readings.iter().filter_map(place).collect();
    read.sort_unstable();
    read
}

fn readers_of(read: &[(u32, u16)], source: u32) -> Vec<u16> {
    let first = read.partition_point(|(other, _)| *other < source);
    read[first..].iter().take_while(|(other, _)| *other == source).map(|(_, coder)| *coder).collect()
}

/// Returns the sources of which something passes the filter, ascending. Where the filter keeps all of a source its whole text
/// is compared, so that one in which people coded counts even if nobody says anything in it: headings, messages of a system.
fn comparable(study: &Study, filter: &Filter, facts: &Facts) -> Vec<u32> {
    let material = facts.material.iter().filter(|material| !material.chars.is_empty());
    let mut sources: Vec<u32> = material.map(|material| material.source).collect();
    sources.dedup(); // those of one source stand together
    let coded = facts.readings.iter().map(|reading| reading.source);
    let is_text = |place: &u32| {
        let source = &study.sources[*place as usize];
        source.text.n_chars() > 0 && is_whole(study, filter, source)
    };
    distinct(sources.into_iter().chain(coded.filter(is_text)))
}

/// Says why nobody is compared: nobody coded here, or one alone, or each coded other sources.
fn nothing_shared(read: &[(u32, u16)]) -> &'static str {
    let who: BTreeSet<u16> = read.iter().map(|(_, coder)| *coder).collect();
    match who.len() {
        0 => "no-codings",
        1 => "one-coder",
        _ => "no-double-coding",
    }
}

fn nothing<T>(reason: &str) -> Outcome<T> {
    Err(problem(Problem::NothingToShow { reason: reason.to_owned() }))
}
