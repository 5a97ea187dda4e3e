//! Counts: the codes with codings are numbered, each source is swept once, and sets of bits say what shares sources and cases.

use super::sets::Sets;
use super::sweep::{Sweep, Tallies};
use super::{CoOccurrenceOptions, CodeRow, Pair, c};
use crate::Options;
use crate::hits::Rows;
use draad_core::facts::{Fact, Facts, Material};
use draad_core::{CodeKind, Study};
use draad_measures::interval::union_length;
use fixedbitset::FixedBitSet;
use rayon::prelude::*;
use std::cmp::Reverse;

/// What was counted.
pub(super) struct Counted {
    /// Cases with material, as positions in the study's.
    pub(super) cases: Vec<u32>,
    pub(super) n_sources: usize,
    pub(super) n_chars: u64,
    pub(super) codes: Vec<CodeRow>,
    /// In the order in which people read them.
    pub(super) pairs: Vec<Pair>,
}

/// The codes with codings, numbered in the order of the codebook, and which of them are kin.
pub(super) struct Used {
    /// Rows that are shown, ascending, each with its number if it has codings.
    shown: Vec<(u32, Option<u32>)>,
    /// Per number its position among the rows that are shown.
    shown_at: Vec<usize>,
    /// Per code of the codebook the numbers under which its codings count.
    under: Vec<Vec<u32>>,
    /// Per number those that are no pair with it: itself, and what it is part of or holds.
    kin: Vec<FixedBitSet>,
}

impl Used {
    fn new(study: &Study, facts: &Facts, rows: &Rows) -> Self {
        let mut is_used = vec![false; rows.codes.len()];
        for fact in &facts.codings {
            rows.under(fact.code).iter().for_each(|&row| is_used[row as usize] = true);
        }
        let (mut shown, mut shown_at, mut number_of) = (Vec::new(), Vec::new(), vec![None; is_used.len()]);
        for (row, &code) in rows.codes.iter().enumerate() {
            if is_used[row] {
                number_of[row] = Some(shown_at.len() as u32);
                shown_at.push(shown.len());
            }
            // a heading is shown when something was coded below it
            if is_used[row] || study.codebook.codes[code as usize].kind != CodeKind::Heading {
                shown.push((row as u32, number_of[row]));
            }
        }
        let numbers =
            |code: u32| rows.under(code).iter().filter_map(|&row| number_of[row as usize]).collect();
        let under: Vec<Vec<u32>> = (0..study.codebook.codes.len() as u32).map(numbers).collect();
        let codes: Vec<u32> =
            shown_at.iter().map(|&place: &usize| rows.codes[shown[place].0 as usize]).collect();
        Self { kin: kin(&codes, &under), shown, shown_at, under }
    }

    /// Returns how many codes have codings.
    pub(super) fn n(&self) -> usize {
        self.kin.len()
    }

    /// Returns the numbers under which the codings of a code count.
    pub(super) fn under(&self, code: u32) -> &[u32] {
        &self.under[code as usize]
    }

    /// Returns where two numbers are counted in half a square, the smaller first; nothing for kin.
    pub(super) fn slot(&self, a: u32, b: u32) -> Option<usize> {
        let (first, second) = (a.min(b) as usize, a.max(b) as usize);
        (!self.kin[first].contains(second)).then(|| second * (second - 1) / 2 + first)
    }
}

/// Returns per number those that are no pair with it; `codes` are the numbered codes.
fn kin(codes: &[u32], under: &[Vec<u32>]) -> Vec<FixedBitSet> {
    let mut kin = vec![FixedBitSet::with_capacity(codes.len()); codes.len()];
    for (number, &code) in codes.iter().enumerate() {
        kin[number].insert(number);
        for &upper in &under[code as usize] {
            kin[number].insert(upper as usize);
            kin[upper as usize].insert(number);
        }
    }
    kin
}

/// Counts everything. Which of two codes comes first is the order of the codebook.
pub(super) fn count(study: &Study, facts: &Facts, options: &Options, own: &CoOccurrenceOptions) -> Counted {
    let rows = Rows::new(&study.codebook, &options.filter, !options.unfolded);
    let used = Used::new(study, facts, &rows);
    let sets = Sets::new(study, facts, &used);
    let tallies = Tallies::new(used.n(), own.relations);
    let sources: Vec<&[Fact]> = facts.codings.chunk_by(|a, b| a.source == b.source).collect();
    let sweep = Sweep { study, used: &used, window: own.window, tallies: &tallies };
    sources.into_par_iter().for_each(|codings| sweep.source(codings));
    let cases = with_material(study.cases.len(), facts, |fact| fact.case, |material| material.case);
    let sources = with_material(study.sources.len(), facts, |fact| fact.source, |material| material.source);
    let codes = codes(study, &rows, &used, &sets, &tallies, &cases);
    Counted {
        pairs: pairs(&codes, &used, &sets, &tallies),
        codes,
        n_sources: sources.len(),
        n_chars: n_chars(facts),
        cases,
    }
}

/// Returns the cases or sources in which something could be found, or was.
fn with_material(
    n: usize,
    facts: &Facts,
    of_fact: impl Fn(&Fact) -> u32,
    of_material: impl Fn(&Material) -> u32,
) -> Vec<u32> {
    let mut found = FixedBitSet::with_capacity(n);
    let coded = facts.codings.iter().map(of_fact);
    coded.chain(facts.material.iter().map(of_material)).for_each(|place| found.insert(place as usize));
    found.ones().map(|place| place as u32).collect()
}

/// Returns how many characters of material there are; those of several cases count once.
fn n_chars(facts: &Facts) -> u64 {
    let of_source = |material: &[Material]| {
        union_length(material.iter().map(|part| (part.chars.start.0, part.chars.end.0)).collect())
    };
    facts.material.chunk_by(|a, b| a.source == b.source).map(of_source).sum()
}

fn codes(
    study: &Study,
    rows: &Rows,
    used: &Used,
    sets: &Sets,
    tallies: &Tallies,
    cases: &[u32],
) -> Vec<CodeRow> {
    let place_of_case = |case: usize| cases.binary_search(&(case as u32)).expect("coded") as u32;
    let row = |&(row, number): &(u32, Option<u32>)| {
        let code = &study.codebook.codes[rows.codes[row as usize] as usize];
        let number = number.map(|number| number as usize);
        let count = |counts: &[u32]| number.map_or(0, |number| counts[number]);
        CodeRow {
            id: code.id.clone(),
            name: code.name.clone(),
            kind: code.kind,
            n_codings: count(&sets.n_codings),
            n_whole: count(&sets.n_whole),
            n_passages: number.map_or(0, |number| tallies.n_passages(number)),
            n_sources: number.map_or(0, |number| sets.sources[number].count_ones(..) as u32),
            cases: number.map_or(Vec::new(), |number| sets.cases[number].ones().map(place_of_case).collect()),
        }
    };
    used.shown.iter().map(row).collect()
}

/// Returns the pairs that have a source or a case in common: most cases first, then the largest c over passages
/// (undefined last), then ids.
fn pairs(codes: &[CodeRow], used: &Used, sets: &Sets, tallies: &Tallies) -> Vec<Pair> {
    let with_second =
        |second: u32| (0..second).filter_map(move |first| pair(used, sets, tallies, first, second));
    let mut pairs: Vec<Pair> = (0..used.n() as u32).into_par_iter().flat_map_iter(with_second).collect();
    let rank = ranks(codes);
    pairs.par_sort_by_cached_key(|pair| {
        let n_passages = [pair.first, pair.second].map(|code| codes[code].n_passages);
        // c is not negative, so that its bits are in its order
        let c = c(&pair.passages, n_passages).map(f64::to_bits).ok();
        (Reverse((pair.n_cases, c)), rank[pair.first], rank[pair.second])
    });
    pairs
}

/// Returns for each code its position when codes are sorted by id.
fn ranks(codes: &[CodeRow]) -> Vec<usize> {
    let mut by_id: Vec<usize> = (0..codes.len()).collect();
    by_id.sort_by_key(|&code| &codes[code].id);
    let mut ranks = vec![0; codes.len()];
    for (rank, code) in by_id.into_iter().enumerate() {
        ranks[code] = rank;
    }
    ranks
}

fn pair(used: &Used, sets: &Sets, tallies: &Tallies, first: u32, second: u32) -> Option<Pair> {
    let slot = used.slot(first, second)?;
    let (first, second) = (first as usize, second as usize);
    let n_both = |sets: &[FixedBitSet]| sets[first].intersection_count(&sets[second]) as u32;
    let (n_sources, n_cases) = (n_both(&sets.sources), n_both(&sets.cases));
    if n_sources == 0 && n_cases == 0 {
        return None;
    }
    Some(Pair {
        first: used.shown_at[first],
        second: used.shown_at[second],
        codings: tallies.codings(slot),
        passages: tallies.passages(slot),
        shared_chars: tallies.shared_chars(slot),
        n_sources,
        n_cases,
        n_cases_in_one_source: sets.n_cases_in_one_source(first, second),
        relations: tallies.relations(slot),
    })
}
