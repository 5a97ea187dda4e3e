//! The coded passages in the text around them: each stretch of text once, whatever was coded in it.

use crate::address;
use crate::reader::Reader;
use draad_analysis::Passage;
use draad_core::{CharOffset, CharSpan, Source, SourceId, Study};
use serde::Serialize;
use std::collections::BTreeMap;

/// A unit longer than this many characters is shown in part.
const LONG_UNIT: u32 = 1_500;
/// How many characters before and after a passage are shown where the unit is long or unknown.
const MARGIN: u32 = 300;

/// Which stretches of which sources the page holds.
pub(crate) struct Contexts {
    by_source: BTreeMap<usize, BTreeMap<CharOffset, Block>>,
}

/// A stretch of text that is shown as one paragraph.
#[derive(Clone, Copy, Debug)]
struct Block {
    chars: CharSpan,
    unit: Option<usize>,
}

/// A source with the stretches that surround its coded passages.
#[derive(Debug, Serialize)]
pub(crate) struct SourceView {
    id: String,
    name: String,
    kind: String,
    moment: String,
    blocks: Vec<BlockView>,
}

#[derive(Debug, Serialize)]
struct BlockView {
    id: String,
    /// Whether text was left out before it.
    gap: bool,
    speaker: String,
    time: String,
    /// Page and moment in the recording, or empty.
    original: String,
    text: String,
}

impl Contexts {
    /// Collects the surroundings of all passages: the units they touch with one unit before and after, or, where a unit
    /// is long or there is none, some text on either side.
    pub(crate) fn new(study: &Study, passages: &[Passage]) -> Self {
        let mut wanted: BTreeMap<usize, Vec<Block>> = BTreeMap::new();
        for passage in passages {
            if let (Some((source_idx, _, source)), Some(chars)) =
                (study.sources.get_full(&passage.source), passage.chars)
            {
                wanted.entry(source_idx).or_default().extend(blocks_around(source, chars));
            }
        }
        let by_source = wanted.into_iter().map(|(source_idx, blocks)| (source_idx, merged(blocks))).collect();
        Self { by_source }
    }

    /// No surroundings of any passage.
    pub(crate) fn none() -> Self {
        Self { by_source: BTreeMap::new() }
    }

    /// Returns the address of the stretch in which a passage starts.
    pub(crate) fn address_of(&self, study: &Study, passage: &Passage) -> Option<String> {
        let source_idx = study.sources.get_index_of(&passage.source)?;
        let start = passage.chars?.start;
        let (_, block) = self.by_source.get(&source_idx)?.range(..=start).next_back()?;
        (start < block.chars.end).then(|| block_address(source_idx, block))
    }

    /// Returns whether the page holds text of a source.
    pub(crate) fn has(&self, study: &Study, source: &SourceId) -> bool {
        study.sources.get_index_of(source).is_some_and(|idx| self.by_source.contains_key(&idx))
    }

    /// Returns the sources with their stretches, in the study's order.
    pub(crate) fn view(&self, reader: &Reader) -> Vec<SourceView> {
        let sources = self.by_source.iter().filter_map(|(&idx, blocks)| {
            let (_, source) = reader.study.sources.get_index(idx)?;
            Some(source_view(reader, idx, source, blocks))
        });
        sources.collect()
    }
}

fn block_address(source_idx: usize, block: &Block) -> String {
    format!("u-{source_idx}-{}", block.chars.start.0)
}

fn blocks_around(source: &Source, chars: CharSpan) -> Vec<Block> {
    let Some(span) = source.text.span(chars) else {
        return Vec::new();
    };
    let unit_block = |idx: usize| {
        let chars = source.text.char_span(source.units[idx].span);
        Block { chars, unit: Some(idx) }
    };
    let Some(first) = source.unit_of(span) else {
        let whole = CharSpan { start: CharOffset(0), end: CharOffset(source.text.n_chars()) };
        return vec![excerpt(Block { chars: whole, unit: None }, chars)];
    };
    let touched = source.units[first..].iter().take_while(|unit| unit.span.start() < span.end()).count();
    let last = first + touched.max(1) - 1;
    let around = first.saturating_sub(1)..=(last + 1).min(source.units.len() - 1);
    let shown = around.map(unit_block).filter_map(|block| {
        let is_touched = block.unit.is_some_and(|idx| (first..=last).contains(&idx));
        match block.chars.len() <= LONG_UNIT {
            true => Some(block),
            false => is_touched.then(|| excerpt(block, chars)),
        }
    });
    shown.collect()
}

/// Returns the part of a block around `chars`.
fn excerpt(block: Block, chars: CharSpan) -> Block {
    let start = chars.start.0.saturating_sub(MARGIN).max(block.chars.start.0);
    let end = (chars.end.0 + MARGIN).min(block.chars.end.0);
    Block { chars: CharSpan { start: CharOffset(start), end: CharOffset(end) }, ..block }
}

/// Returns the blocks by start, those of one unit that overlap taken together.
fn merged(mut blocks: Vec<Block>) -> BTreeMap<CharOffset, Block> {
    blocks.sort_by_key(|block| (block.chars, block.unit));
    let mut result: Vec<Block> = Vec::new();
    for block in blocks {
        match result.last_mut() {
            Some(last) if last.unit == block.unit && block.chars.start <= last.chars.end => {
                last.chars.end = last.chars.end.max(block.chars.end);
            }
            _ => result.push(block),
        }
    }
    result.into_iter().map(|block| (block.chars.start, block)).collect()
}

fn source_view(
    reader: &Reader,
    source_idx: usize,
    source: &Source,
    blocks: &BTreeMap<CharOffset, Block>,
) -> SourceView {
    let mut views = Vec::with_capacity(blocks.len());
    let mut previous: Option<&Block> = None;
    for block in blocks.values() {
        views.push(block_view(reader, source_idx, source, block, previous));
        previous = Some(block);
    }
    SourceView {
        id: address::source(&source.id),
        name: source.id.to_string(),
        kind: reader.kind_name(&source.kind),
        moment: source.date.map(|date| reader.day(date)).unwrap_or_default(),
        blocks: views,
    }
}

fn block_view(
    reader: &Reader,
    source_idx: usize,
    source: &Source,
    block: &Block,
    previous: Option<&Block>,
) -> BlockView {
    let unit = block.unit.map(|idx| &source.units[idx]);
    let speaker = unit.and_then(|unit| unit.speaker.as_deref());
    let whole = match unit {
        Some(unit) => source.text.char_span(unit.span),
        None => CharSpan { start: CharOffset(0), end: CharOffset(source.text.n_chars()) },
    };
    let text = source.text.span(block.chars).and_then(|span| source.text.get(span)).unwrap_or_default();
    let before = if block.chars.start > whole.start { "… " } else { "" };
    let after = if block.chars.end < whole.end { " …" } else { "" };
    BlockView {
        id: block_address(source_idx, block),
        gap: !follows(previous, block),
        speaker: speaker.map(|label| reader.speaker_name(label, source)).unwrap_or_default(),
        time: unit
            .and_then(|unit| unit.time)
            .map(|time| reader.moment(&time.to_string()))
            .unwrap_or_default(),
        original: unit.map(|unit| reader.words.in_original(unit.in_original())).unwrap_or_default(),
        text: format!("{before}{}{after}", text.trim()),
    }
}

/// Returns whether `block` comes directly after `previous`, or opens the source.
fn follows(previous: Option<&Block>, block: &Block) -> bool {
    let Some(previous) = previous else {
        return block.unit.unwrap_or(block.chars.start.0 as usize) == 0;
    };
    match (previous.unit, block.unit) {
        (Some(before), Some(this)) => this == before + 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(start: u32, end: u32, unit: Option<usize>) -> Block {
        Block { chars: CharSpan { start: CharOffset(start), end: CharOffset(end) }, unit }
    }

    #[test]
    fn overlapping_excerpts_become_one_and_units_stay_apart() {
        let blocks = vec![block(500, 900, None), block(0, 400, None), block(300, 450, None)];
        let merged_ranges = |blocks| -> Vec<(u32, u32)> {
            merged(blocks).values().map(|block| (block.chars.start.0, block.chars.end.0)).collect()
        };
        assert_eq!(merged_ranges(blocks), [(0, 450), (500, 900)]);
        let units = vec![block(10, 20, Some(1)), block(0, 10, Some(0)), block(10, 20, Some(1))];
        assert_eq!(merged_ranges(units), [(0, 10), (10, 20)]);
    }
}
