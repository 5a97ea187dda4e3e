//! Passages as the reader sees them, each with who said it, when, where, and who coded it.

use crate::address;
use crate::large::Homes;
use crate::reader::{Link, Reader, passage_mark};
use crate::sources::Contexts;
use draad_analysis::Passage;
use draad_core::{CaseId, CodeId, Valence};
use serde::Serialize;
use std::collections::BTreeMap;

/// All passages by factor and case, each with its number on the page: from 1, in the order in which they are read.
pub(crate) struct Quotes<'a> {
    by_cell: BTreeMap<(&'a CodeId, &'a CaseId), Vec<(usize, &'a Passage)>>,
    homes: Homes,
}

/// Passages of one perspective.
#[derive(Debug, Serialize)]
pub(crate) struct PerspectiveView {
    role: String,
    quotes: Vec<QuoteView>,
    /// Those of which the words stand elsewhere.
    elsewhere: Vec<ElsewhereView>,
}

/// A passage of which the words stand with another code.
#[derive(Debug, Serialize)]
pub(crate) struct ElsewhereView {
    id: String,
    to: String,
    /// The number of the passage that holds the words.
    number: usize,
}

/// One passage.
#[derive(Debug, Serialize)]
pub(crate) struct QuoteView {
    /// Its number on the page.
    number: usize,
    /// Its address; empty where it stands on the page a second time.
    id: String,
    mark: &'static str,
    valence: String,
    /// Empty for a coding of a whole source.
    text: String,
    speaker: String,
    kind: String,
    moment: String,
    phase: String,
    coders: String,
    remarks: Vec<RemarkView>,
    source: String,
    /// Page and moment in the recording, or empty.
    original: String,
    /// Characters `120–240`, or empty for a whole source.
    position: String,
    /// Address of the surrounding text, or empty.
    context: String,
}

/// What a coder noted with a coding.
#[derive(Debug, Serialize)]
struct RemarkView {
    coder: String,
    text: String,
}

impl<'a> Quotes<'a> {
    /// Sorts passages into cells; their order within a cell stays.
    pub(crate) fn new(reader: &Reader<'a>) -> Self {
        let mut by_cell: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (place, passage) in reader.input.passages.iter().enumerate() {
            by_cell.entry((&passage.factor, &passage.case)).or_default().push((place + 1, passage));
        }
        Self { by_cell, homes: Homes::new(reader) }
    }

    /// Returns the passages of a cell, with their numbers.
    pub(crate) fn of(&self, factor: &CodeId, case: &CaseId) -> Vec<(usize, &'a Passage)> {
        self.by_cell.get(&(factor, case)).cloned().unwrap_or_default()
    }

    /// Returns links to the passages of a cell, each by its number.
    pub(crate) fn numbers(&self, factor: &CodeId, case: &CaseId) -> Vec<Link> {
        self.of(factor, case).into_iter().map(|(number, _)| numbered(number)).collect()
    }

    /// Returns a passage that stands on the page already, to be read a second time elsewhere.
    pub(crate) fn again(&self, reader: &Reader, contexts: &Contexts, passage: &Passage) -> QuoteView {
        let is_same =
            |(_, known): &(usize, &Passage)| known.source == passage.source && known.chars == passage.chars;
        let mut all = self.of(&passage.factor, &passage.case).into_iter();
        let number = all.find(is_same).map_or(0, |(number, _)| number);
        QuoteView { number, id: String::new(), ..quote(reader, contexts, number, passage) }
    }

    /// Returns the passages of a cell by perspective: roles in the order of the settings, those without a role last.
    pub(crate) fn by_perspective(
        &self,
        reader: &Reader,
        contexts: &Contexts,
        factor: &CodeId,
        case: &CaseId,
    ) -> Vec<PerspectiveView> {
        let roles = &reader.study.settings.roles;
        let mut by_role: BTreeMap<usize, PerspectiveView> = BTreeMap::new();
        for (number, passage) in self.of(factor, case) {
            let place =
                passage.role.as_ref().and_then(|role| roles.iter().position(|known| known.id == *role));
            let name = || match place {
                Some(place) => roles[place].name(reader.language()),
                None => reader.words.say("report-role-not-stated"),
            };
            let perspective =
                by_role.entry(place.unwrap_or(usize::MAX)).or_insert_with(|| PerspectiveView::named(name()));
            match self.homes.of(number) {
                Some(home) => perspective.elsewhere.push(ElsewhereView {
                    id: address::quote(number),
                    to: address::quote(home),
                    number: home,
                }),
                None => perspective.quotes.push(quote(reader, contexts, number, passage)),
            }
        }
        by_role.into_values().collect()
    }
}

impl PerspectiveView {
    fn named(role: String) -> Self {
        Self { role, quotes: Vec::new(), elsewhere: Vec::new() }
    }
}

/// Returns the link to a passage by its number.
pub(crate) fn numbered(number: usize) -> Link {
    Link { text: number.to_string(), to: address::quote(number), about: String::new(), mark: "" }
}

fn quote(reader: &Reader, contexts: &Contexts, number: usize, passage: &Passage) -> QuoteView {
    let source = reader.study.sources.get(&passage.source);
    let kind = source.map(|source| reader.kind_name(&source.kind)).unwrap_or_default();
    let speaker = match (&passage.speaker, source) {
        (Some(label), Some(source)) => reader.speaker_name(label, source),
        _ => reader.words.say("report-speaker-not-stated"),
    };
    QuoteView {
        number,
        id: address::quote(number),
        mark: passage_mark(passage),
        valence: valences(reader, &passage.valences),
        text: passage.text.clone(),
        speaker,
        kind,
        moment: passage.date.as_deref().map(|iso| reader.moment(iso)).unwrap_or_default(),
        phase: passage.phase.as_ref().map(|phase| reader.phase_name(phase)).unwrap_or_default(),
        coders: coders(reader, passage),
        remarks: remarks(reader, passage),
        source: passage.source.to_string(),
        original: reader.words.in_original(passage.original),
        position: passage.chars.map(|chars| format!("{}–{}", chars.start.0, chars.end.0)).unwrap_or_default(),
        context: contexts.address_of(reader.study, passage).unwrap_or_default(),
    }
}

fn valences(reader: &Reader, valences: &[Valence]) -> String {
    if valences.is_empty() {
        return reader.valence(None);
    }
    valences.iter().map(|&valence| reader.valence(Some(valence))).collect::<Vec<_>>().join(" / ")
}

fn coders(reader: &Reader, passage: &Passage) -> String {
    let codings = passage.codings.iter().filter_map(|&idx| reader.study.codings.get(idx));
    let coders: std::collections::BTreeSet<_> = codings.map(|coding| coding.coder.as_str()).collect();
    coders.into_iter().collect::<Vec<_>>().join(", ")
}

fn remarks(reader: &Reader, passage: &Passage) -> Vec<RemarkView> {
    let codings = passage.codings.iter().filter_map(|&idx| reader.study.codings.get(idx));
    let with_remark = codings.filter(|coding| !coding.memo.trim().is_empty());
    with_remark
        .map(|coding| RemarkView { coder: coding.coder.to_string(), text: coding.memo.clone() })
        .collect()
}
