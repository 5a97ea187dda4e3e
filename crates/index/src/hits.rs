//! From a hit to words in their context, at exact positions of the stored text.

use crate::answer::{Context, FoundCoding, Hit};
use crate::evaluate::{Evaluation, Found, Points};
use crate::form::fold;
use crate::gather::{RawHit, locate};
use crate::settings::NONE;
use crate::stretches::Mark;
use crate::terms::Terms;
use crate::words::words;
use draad_core::{CharSpan, CodeId, Coding, Source, Span, Unit, UnitKind, Valence};
use std::collections::BTreeSet;
use std::ops::Range;

/// Makes the hits of a page.
pub(crate) struct HitMaker<'e, 's> {
    evaluation: &'e Evaluation<'s>,
    found: &'e Found,
    context: Context,
}

impl<'e, 's> HitMaker<'e, 's> {
    pub(crate) fn new(evaluation: &'e Evaluation<'s>, found: &'e Found, context: Context) -> Self {
        Self { evaluation, found, context }
    }

    /// Returns the hit as it is shown.
    ///
    /// # Errors
    /// When the text does not have the words that the index has there: it is damaged.
    pub(crate) fn hit(&self, raw: &RawHit) -> tantivy::Result<Hit> {
        let evaluation = self.evaluation;
        let study = evaluation.study;
        let source = &study.sources[raw.stretch.source as usize];
        let matched = self.matched(raw)?;
        let unit_span = evaluation.units().span(study, raw.stretch.unit);
        let unit = unit_span.and_then(|span| source.unit_of(span)).map(|position| &source.units[position]);
        let shown = self.shown(source, unit_span, matched.clone());
        let settings = evaluation.columns.settings(study);
        let number = raw.stretch.unit as usize;
        let known = |value: u32| (value != NONE).then_some(value as usize);
        let text = source.text.as_str();
        let chars = |range: Range<usize>| match Span::from_bytes(range.clone()) {
            Some(span) => source.text.char_span(span),
            None => CharSpan { start: Default::default(), end: Default::default() },
        };
        Ok(Hit {
            source: source.id.clone(),
            cases: settings
                .cases(evaluation.units(), raw.stretch.unit)
                .iter()
                .map(|case| study.cases[*case as usize].id.clone())
                .collect(),
            kind: source.kind.clone(),
            unit_kind: unit.map_or(UnitKind::default(), |unit| unit.kind),
            role: known(settings.roles[number]).map(|role| study.settings.roles[role].id.clone()),
            speaker: self.speaker(known(settings.speakers[number]), unit),
            phase: known(settings.phases[number]).map(|phase| study.settings.phases[phase].id.clone()),
            time: unit.and_then(|unit| unit.time),
            original: unit.map(Unit::in_original).unwrap_or_default(),
            unit_chars: chars(unit_span.map_or(0..0, Span::range)),
            match_chars: chars(matched.clone()),
            line: source.line_of(draad_core::ByteOffset(matched.start as u32)),
            before: text[shown.start..matched.start].to_owned(),
            matched: text[matched.clone()].to_owned(),
            after: text[matched.end..shown.end].to_owned(),
            codes: self.codes(raw),
            codings: raw.codings.iter().map(|&coding| self.coding(coding)).collect(),
        })
    }

    /// Where the hit stands, in bytes of its source; checked against the words that the index has there.
    fn matched(&self, raw: &RawHit) -> tantivy::Result<Range<usize>> {
        let stretch = raw.stretch;
        let Mark::Words { .. } = stretch.mark else {
            return Ok(stretch.start as usize..stretch.end as usize);
        };
        let study = self.evaluation.study;
        let located = locate(study, self.evaluation.units(), vec![stretch]);
        let range = located.first().map(|stretch| stretch.start as usize..stretch.end as usize);
        let damaged =
            || tantivy::TantivyError::InternalError("a word is not where the index has it".to_owned());
        let range = range.ok_or_else(damaged)?;
        let text =
            study.sources[stretch.source as usize].text.as_str().get(range.clone()).ok_or_else(damaged)?;
        let pointer = raw.pointer.and_then(|pointer| self.found.pointers.get(pointer));
        match pointer.map(|pointer| &pointer.points) {
            Some(Points::Words { terms, .. }) if !has_terms(text, terms) => Err(damaged()),
            _ => Ok(range),
        }
    }

    /// How much of the text to show: up to the borders of the unit where no word beyond them is left out. What begins or
    /// ends outside its unit is shown whole.
    fn shown(&self, source: &Source, unit: Option<Span>, matched: Range<usize>) -> Range<usize> {
        let unit = unit.map_or(matched.clone(), Span::range);
        let text = source.text.as_str();
        let (start, end) = (unit.start.min(matched.start), unit.end.max(matched.end));
        let Context::Words(n_words) = self.context else { return start..end };
        let before: Vec<Range<usize>> = words(&text[start..matched.start]).collect();
        let first = match before.len().checked_sub(n_words) {
            None | Some(0) => start,
            Some(first) if first == before.len() => matched.start,
            Some(first) => start + before[first].start,
        };
        let mut after = words(&text[matched.end..end]);
        let last = match n_words.checked_sub(1) {
            None => after.next().map(|_| matched.end),
            Some(skipped) => {
                let last = after.nth(skipped);
                last.filter(|_| after.next().is_some()).map(|word| matched.end + word.end)
            }
        };
        first..last.unwrap_or(end)
    }

    fn speaker(&self, participant: Option<usize>, unit: Option<&Unit>) -> Option<String> {
        match participant.map(|idx| &self.evaluation.study.participants[idx]) {
            Some(participant) if participant.name.is_empty() => Some(participant.id.to_string()),
            Some(participant) => Some(participant.name.clone()),
            None => unit.and_then(|unit| unit.speaker.clone()),
        }
    }

    /// Codings of the unit that count, each code with each valence once.
    fn codes(&self, raw: &RawHit) -> Vec<(CodeId, Option<Valence>)> {
        let study = self.evaluation.study;
        let own = self.evaluation.columns.codings(study).of_source(raw.stretch.source).iter();
        let own = own.filter(|span| span.unit == raw.stretch.unit && span.counts);
        let codes: BTreeSet<(u32, Option<Valence>)> = own.map(|span| (span.code, span.valence)).collect();
        codes
            .into_iter()
            .map(|(code, valence)| (study.codebook.codes[code as usize].id.clone(), valence))
            .collect()
    }

    fn coding(&self, index: u32) -> FoundCoding {
        let study = self.evaluation.study;
        let coding: &Coding = &study.codings[index as usize];
        let default = study.codebook.get(&coding.code).and_then(|code| code.valence);
        FoundCoding {
            code: coding.code.clone(),
            valence: coding.valence.or(default),
            coder: coding.coder.clone(),
            memo: coding.memo.clone(),
            index: index as usize,
        }
    }
}

/// Whether a text is one word per slot, each with one of the slot's terms.
fn has_terms(text: &str, terms: &Terms) -> bool {
    let own: Vec<Range<usize>> = words(text).collect();
    let fits = |(word, slot): (&Range<usize>, &crate::terms::Slot)| {
        slot.terms.contains(fold(&text[word.clone()]).as_ref())
    };
    own.len() == terms.slots.len() && own.iter().zip(&terms.slots).all(fits)
}
