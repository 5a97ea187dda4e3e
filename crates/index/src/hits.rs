//! From an occurrence in the index to words in their context, at exact positions of the stored text.

use crate::answer::{Context, Hit};
use crate::document::read_shown;
use crate::occurrences::Occurrence;
use crate::schema::{Fields, unpack_place};
use crate::search::FoundUnit;
use crate::words::words;
use draad_core::{Source, Span, Study, Unit, UnitKind};
use std::ops::Range;
use tantivy::schema::{Field, Value};
use tantivy::{Searcher, TantivyDocument};

/// Makes the hits of a page.
pub(crate) struct HitMaker<'s> {
    study: &'s Study,
    fields: Fields,
    searcher: &'s Searcher,
    context: Context,
}

/// A unit with its text and what the index stores about it.
struct OpenUnit<'s> {
    source: &'s Source,
    unit: Option<&'s Unit>,
    /// Where it stands, in bytes of the source's text.
    range: Range<usize>,
    text: &'s str,
    stored: TantivyDocument,
}

impl<'s> HitMaker<'s> {
    pub(crate) fn new(study: &'s Study, fields: Fields, searcher: &'s Searcher, context: Context) -> Self {
        Self { study, fields, searcher, context }
    }

    /// Returns the hits of a unit whose numbers are in `wanted`.
    pub(crate) fn hits(
        &self,
        found: &FoundUnit,
        occurrences: &[Occurrence],
        wanted: Range<usize>,
    ) -> tantivy::Result<Vec<Hit>> {
        let Some(unit) = self.open(found)? else {
            return Ok(Vec::new());
        };
        if occurrences.is_empty() {
            return Ok(self.hit(&unit, 0..unit.text.len(), &[]).into_iter().collect());
        }
        let words: Vec<Range<usize>> = words(unit.text).collect();
        let hit = |occurrence: &Occurrence| {
            let first = words.get(occurrence.first_word as usize)?;
            let last = words.get((occurrence.first_word + occurrence.n_words) as usize - 1)?;
            self.hit(&unit, first.start..last.end, &words)
        };
        Ok(occurrences[wanted].iter().filter_map(hit).collect())
    }

    fn open(&self, found: &FoundUnit) -> tantivy::Result<Option<OpenUnit<'s>>> {
        let (source_idx, start) = unpack_place(found.place);
        let Some((_, source)) = self.study.sources.get_index(source_idx as usize) else {
            return Ok(None);
        };
        let range = start as usize..found.end as usize;
        let Some(text) = source.text.as_str().get(range.clone()) else {
            return Ok(None);
        };
        let unit_idx = source.units.partition_point(|unit| unit.span.start().0 < start);
        Ok(Some(OpenUnit {
            source,
            unit: source.units.get(unit_idx),
            range,
            text,
            stored: self.searcher.doc(found.address)?,
        }))
    }

    /// Makes the hit at `matched`, in bytes of the unit's text; `words` are those of the unit.
    fn hit(&self, open: &OpenUnit<'s>, matched: Range<usize>, words: &[Range<usize>]) -> Option<Hit> {
        let source = open.source;
        let span = |part: &Range<usize>| {
            Span::from_bytes(open.range.start + part.start..open.range.start + part.end)
        };
        let match_span = span(&matched)?;
        let shown = self.shown(open.text, &matched, words);
        let text = |field: Field| open.texts(field).next();
        Some(Hit {
            source: source.id.clone(),
            cases: open.texts(self.fields.case).filter_map(|id| id.parse().ok()).collect(),
            kind: source.kind.clone(),
            unit_kind: open.unit.map_or(UnitKind::default(), |unit| unit.kind),
            role: text(self.fields.role).and_then(|id| id.parse().ok()),
            speaker: self.speaker(open),
            phase: text(self.fields.phase).and_then(|id| id.parse().ok()),
            time: open.unit.and_then(|unit| unit.time),
            original: open.unit.map(Unit::in_original).unwrap_or_default(),
            unit_chars: source.text.char_span(span(&(0..open.text.len()))?),
            match_chars: source.text.char_span(match_span),
            line: source.line_of(match_span.start()),
            before: open.text[shown.start..matched.start].to_owned(),
            matched: open.text[matched.clone()].to_owned(),
            after: open.text[matched.end..shown.end].to_owned(),
            codes: open.texts(self.fields.shown_code).filter_map(read_shown).collect(),
        })
    }

    /// Returns how much of the unit's text to show: up to its borders where no word beyond them is left out.
    fn shown(&self, text: &str, matched: &Range<usize>, words: &[Range<usize>]) -> Range<usize> {
        let Context::Words(n_words) = self.context else {
            return 0..text.len();
        };
        let n_before = words.partition_point(|word| word.end <= matched.start);
        let n_until = words.partition_point(|word| word.start < matched.end);
        let first = n_before.saturating_sub(n_words);
        let after_last = n_until.saturating_add(n_words);
        let start = if first == 0 { 0 } else { words[first].start };
        let end = if after_last >= words.len() { text.len() } else { words[after_last - 1].end };
        start..end
    }

    fn speaker(&self, open: &OpenUnit) -> Option<String> {
        let known = open.texts(self.fields.speaker).next();
        let participant = known.and_then(|id| self.study.participants.get(id));
        match participant {
            Some(participant) if participant.name.is_empty() => Some(participant.id.to_string()),
            Some(participant) => Some(participant.name.clone()),
            None => open.unit.and_then(|unit| unit.speaker.clone()),
        }
    }
}

impl OpenUnit<'_> {
    fn texts(&self, field: Field) -> impl Iterator<Item = &str> {
        self.stored.get_all(field).filter_map(|value| value.as_str())
    }
}
