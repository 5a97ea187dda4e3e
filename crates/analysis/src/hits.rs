//! Codings laid out under the rows of a table, and the passages they make.

use draad_core::facts::{Fact, Facts};
use draad_core::{CharOffset, CharSpan, Code, CodeId, CodeKind, Codebook, Filter};
use fixedbitset::FixedBitSet;
use rayon::prelude::*;
use std::ops::Range;

/// The codes that are rows of a table, and under which of them a coding counts.
pub(crate) struct Rows {
    /// Positions in the codebook.
    pub(crate) codes: Vec<u32>,
    /// Per code of the codebook: positions in `codes`.
    under: Vec<Vec<u32>>,
}

impl Rows {
    /// Takes every code that passes `--code`. Where `folded`, headings are among them, and a coding counts for its own
    /// code and for each ancestor.
    pub(crate) fn new(codebook: &Codebook, filter: &Filter, folded: bool) -> Self {
        let taken = filter.code_set(codebook);
        let is_row = |id: &CodeId, kind: CodeKind| {
            (folded || kind != CodeKind::Heading) && taken.as_ref().is_none_or(|taken| taken.contains(id))
        };
        Self::of(codebook, is_row, folded)
    }

    /// Takes every factor and theme that passes `--code`, without headings: they only add up what is below them.
    pub(crate) fn without_headings(codebook: &Codebook, filter: &Filter, folded: bool) -> Self {
        let taken = filter.code_set(codebook);
        let is_row = |id: &CodeId, kind| {
            kind != CodeKind::Heading && taken.as_ref().is_none_or(|taken| taken.contains(id))
        };
        Self::of(codebook, is_row, folded)
    }

    /// Takes every factor; a coding counts for its own code only.
    pub(crate) fn factors(codebook: &Codebook) -> Self {
        Self::of(codebook, |_, kind| kind == CodeKind::Factor, false)
    }

    /// Takes every code, headings too; a coding counts for its own code only, so that nothing counts twice.
    pub(crate) fn own(codebook: &Codebook) -> Self {
        Self::of(codebook, |_, _| true, false)
    }

    /// Returns the rows under which a coding counts, by the position of its code in the codebook: its own first.
    pub(crate) fn under(&self, code: u32) -> &[u32] {
        &self.under[code as usize]
    }

    /// Keeps some of the codes, given by their positions in the codebook; those that are no rows are left out.
    pub(crate) fn only(mut self, codes: &[u32]) -> Self {
        let is_kept = |row: &u32| codes.contains(&self.codes[*row as usize]);
        for rows in &mut self.under {
            rows.retain(is_kept);
        }
        self
    }

    fn of(codebook: &Codebook, is_row: impl Fn(&CodeId, CodeKind) -> bool, folded: bool) -> Self {
        let mut codes = Vec::new();
        let mut row_of_code = vec![None; codebook.codes.len()];
        for (place, code) in codebook.codes.values().enumerate() {
            if is_row(&code.id, code.kind) {
                row_of_code[place] = Some(codes.len() as u32);
                codes.push(place as u32);
            }
        }
        let row = |id: &CodeId| row_of_code[codebook.codes.get_index_of(id)?];
        let under = codebook.codes.keys().map(|id| {
            let ancestors = if folded { codebook.ancestors(id) } else { Vec::new() };
            std::iter::once(id).chain(ancestors).filter_map(row).collect()
        });
        Self { under: under.collect(), codes }
    }

    /// Computes something of each row but headings, side by side and in their order, from its run of sorted hits; the hits
    /// are of one group.
    pub(crate) fn each_but_headings<T: Send>(
        &self,
        codebook: &Codebook,
        hits: &[Hit],
        compute: impl Fn(&Code, &[Hit]) -> T + Sync,
    ) -> Vec<T> {
        let of_row = |row: u32| {
            let code = &codebook.codes[self.codes[row as usize] as usize];
            let first = hits.partition_point(|hit| hit.row < row);
            let after = hits.partition_point(|hit| hit.row <= row);
            (code.kind != CodeKind::Heading).then(|| compute(code, &hits[first..after]))
        };
        (0..self.codes.len() as u32).into_par_iter().filter_map(of_row).collect()
    }
}

/// One coding under one row. The order of the fields is the order in which hits are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    /// Position of the value of the further key.
    pub(crate) group: u32,
    /// Position in [`Rows::codes`].
    pub(crate) row: u32,
    /// Position in the study's cases.
    pub(crate) case: u32,
    /// Position in the study's sources.
    pub(crate) source: u32,
    /// First character; 0 for a whole source.
    start: u32,
    /// Character after the last; 0 for a whole source.
    end: u32,
    /// Position in [`Facts::codings`].
    pub(crate) fact: u32,
}

impl Hit {
    /// Returns the number of characters covered.
    pub(crate) fn n_chars(&self) -> u32 {
        self.end - self.start
    }

    /// Returns its characters; nothing for a whole source.
    fn chars(&self) -> Option<CharSpan> {
        (self.end > 0).then_some(CharSpan { start: CharOffset(self.start), end: CharOffset(self.end) })
    }

    /// Returns the hit under a value of the further key.
    pub(crate) fn in_group(self, group: u32) -> Self {
        Self { group, ..self }
    }

    /// Returns the group, row, case and source.
    pub(crate) fn place(&self) -> (u32, u32, u32, u32) {
        (self.group, self.row, self.case, self.source)
    }
}

/// Lays the codings out under their rows, sorted.
pub(crate) fn hits(facts: &Facts, rows: &Rows, group_of: impl Fn(&Fact) -> u32) -> Vec<Hit> {
    let mut hits = Vec::with_capacity(facts.codings.len());
    for (place, fact) in facts.codings.iter().enumerate() {
        let group = group_of(fact);
        let (start, end) = fact.chars.map_or((0, 0), |chars| (chars.start.0, chars.end.0));
        hits.extend(rows.under[fact.code as usize].iter().map(|&row| Hit {
            group,
            row,
            case: fact.case,
            source: fact.source,
            start,
            end,
            fact: place as u32,
        }));
    }
    sorted(hits)
}

/// Sorts hits that stand in the order of the facts, which is that of sources and positions: what is left to do is to bring
/// equal cases, rows and groups together, without comparing any two hits.
fn sorted(hits: Vec<Hit>) -> Vec<Hit> {
    let hits = brought_together(hits, |hit| hit.case);
    let hits = brought_together(hits, |hit| hit.row);
    let mut hits = brought_together(hits, |hit| hit.group);
    if !hits.is_sorted() {
        hits.par_sort_unstable(); // facts in another order
    }
    hits
}

/// Sorts by one number and leaves hits with the same number in their order: by counting, where the numbers are not far more
/// than the hits.
fn brought_together(mut hits: Vec<Hit>, number: impl Fn(&Hit) -> u32) -> Vec<Hit> {
    if hits.is_sorted_by_key(&number) {
        return hits;
    }
    let most = hits.iter().map(&number).max().unwrap_or_default() as usize;
    if most > hits.len() * 4 {
        hits.sort_by_key(number);
        return hits;
    }
    let mut next = vec![0_u32; most + 2];
    for hit in &hits {
        next[number(hit) as usize + 1] += 1;
    }
    for place in 1..next.len() {
        next[place] += next[place - 1];
    }
    let mut sorted = hits.clone();
    for hit in &hits {
        let place = &mut next[number(hit) as usize];
        sorted[*place as usize] = *hit;
        *place += 1;
    }
    sorted
}

/// A stretch of one source that the codings under one row cover without a break, or a source coded as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Its characters; nothing for a whole source.
    pub(crate) chars: Option<CharSpan>,
    /// Its hits, as positions in the sorted list; never empty.
    pub(crate) hits: Range<usize>,
}

impl Stretch {
    /// Returns the number of characters covered.
    pub(crate) fn n_chars(&self) -> u32 {
        self.chars.map_or(0, CharSpan::len)
    }
}

/// Joins sorted hits into passages, in the same order: within a place, hits that share characters, as
/// [`stretches`](draad_measures::interval::stretches) joins them.
pub(crate) fn passages(hits: &[Hit]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::with_capacity(hits.len());
    let mut place = None;
    for (idx, hit) in hits.iter().enumerate() {
        let is_new_place = place.replace(hit.place()) != Some(hit.place());
        match found.last_mut().filter(|last| !is_new_place && last.takes(hit)) {
            Some(last) => last.take(hit, idx),
            None => found.push(Stretch { chars: hit.chars(), hits: idx..idx + 1 }),
        }
    }
    found
}

impl Stretch {
    /// Returns whether the next hit of the same place belongs to it. Codings of a whole source stand before all others.
    fn takes(&self, hit: &Hit) -> bool {
        match (self.chars, hit.chars()) {
            (None, None) => true,
            (Some(chars), Some(next)) => next.start < chars.end,
            _ => false,
        }
    }

    fn take(&mut self, hit: &Hit, idx: usize) {
        self.hits.end = idx + 1;
        if let (Some(chars), Some(next)) = (&mut self.chars, hit.chars()) {
            chars.end = chars.end.max(next.end);
        }
    }
}

/// Returns how many passages there are per row, when words that belong to several cases count once.
pub(crate) fn n_passages_per_row(n_rows: usize, hits: &[Hit], passages: &[Stretch]) -> Vec<usize> {
    let first = |passage: &Stretch| hits[passage.hits.start];
    let is_shared = shared_sources(passages.iter().map(first));
    let mut counts = vec![0; n_rows];
    let mut shared = Vec::new();
    for passage in passages {
        let Hit { row, source, .. } = first(passage);
        match is_shared.contains(source as usize) {
            true => shared.push((row, source, passage.chars)),
            false => counts[row as usize] += 1,
        }
    }
    for (row, ..) in distinct(shared.into_iter()) {
        counts[row as usize] += 1;
    }
    counts
}

/// Returns the sources that have hits in several cases.
fn shared_sources(hits: impl Iterator<Item = Hit>) -> FixedBitSet {
    let mut case_of: Vec<Option<u32>> = Vec::new();
    let mut shared = FixedBitSet::new();
    for Hit { source, case, .. } in hits {
        let source = source as usize;
        if source >= case_of.len() {
            case_of.resize(source + 1, None);
            shared.grow(source + 1);
        }
        if case_of[source].replace(case).is_some_and(|other| other != case) {
            shared.insert(source);
        }
    }
    shared
}

/// Returns the different items, sorted.
pub(crate) fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items.dedup();
    items
}
