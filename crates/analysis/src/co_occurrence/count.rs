//! Counts: one sweep over the sorted stretches of each source, and sets of bits for sources and cases.

use super::{CoOccurrenceOptions, CodeRow, Meetings, Pair, Window, c};
use crate::Options;
use crate::hits::{Rows, distinct};
use draad_core::facts::{Fact, Facts};
use draad_core::{CodeKind, Source, Study};
use draad_measures::allen::{Reach, Relation, each_pair, n_shared};
use draad_measures::interval::{Interval, stretches};
use fixedbitset::FixedBitSet;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};

/// What was counted, before it is put in order.
pub(super) struct Counted {
    /// Cases with material, as positions in the study's.
    pub(super) cases: Vec<u32>,
    pub(super) n_sources: usize,
    pub(super) codes: Vec<CodeRow>,
    pub(super) pairs: Vec<Pair>,
}

impl Counted {
    /// Orders the pairs: most cases first, then the largest c over passages (undefined last), then ids.
    pub(super) fn sort(&mut self) {
        let codes = &self.codes;
        let c_passages = |pair: &Pair| {
            let n_passages = [pair.first, pair.second].map(|code| codes[code].n_passages);
            c(&pair.passages, n_passages).unwrap_or(-1.0)
        };
        let ids = |pair: &Pair| (&codes[pair.first].id, &codes[pair.second].id);
        self.pairs.par_sort_by(|a, b| {
            let by_cases = Reverse(a.n_cases).cmp(&Reverse(b.n_cases));
            by_cases.then_with(|| c_passages(b).total_cmp(&c_passages(a))).then_with(|| ids(a).cmp(&ids(b)))
        });
    }
}

/// Counts everything. Which of two codes comes first is the order of the codebook.
pub(super) fn count(study: &Study, facts: &Facts, options: &Options, own: &CoOccurrenceOptions) -> Counted {
    let rows = Rows::new(&study.codebook, &options.filter, !options.unfolded);
    let sets = Sets::new(study, facts, &rows);
    let tallies = Tallies::new(&sets.place_of_row, own.relations);
    let sources: Vec<&[Fact]> = facts.codings.chunk_by(|a, b| a.source == b.source).collect();
    let sweep = Sweep { study, rows: &rows, window: own.window, tallies: &tallies };
    sources.into_par_iter().for_each(|codings| sweep.source(codings));
    let cases = with_material(study.cases.len(), facts, |fact| fact.case, |material| material.case);
    let sources = with_material(study.sources.len(), facts, |fact| fact.source, |material| material.source);
    Counted {
        pairs: pairs(&rows, &sets, &tallies),
        codes: codes(study, &rows, &sets, &tallies, &cases),
        n_sources: sources.len(),
        cases,
    }
}

/// Returns the cases or sources in which something could be found, or was.
fn with_material(
    n: usize,
    facts: &Facts,
    of_fact: impl Fn(&Fact) -> u32,
    of_material: impl Fn(&draad_core::facts::Material) -> u32,
) -> Vec<u32> {
    let mut found = FixedBitSet::with_capacity(n);
    let coded = facts.codings.iter().map(of_fact);
    coded.chain(facts.material.iter().map(of_material)).for_each(|place| found.insert(place as usize));
    found.ones().map(|place| place as u32).collect()
}

/// Where each code occurs. Rows are numbered as shown: without headings under which nothing was coded.
struct Sets {
    /// Rows that are shown, ascending.
    shown: Vec<u32>,
    /// Per row its position among those with codings; nothing for the others.
    place_of_row: Vec<Option<u32>>,
    /// Per row.
    n_codings: Vec<u32>,
    /// Per row.
    n_whole: Vec<u32>,
    /// Per row the sources, as positions in the study's.
    sources: Vec<FixedBitSet>,
    /// Per row the cases, as positions in the study's.
    cases: Vec<FixedBitSet>,
    /// Per row the sources as far as they are about one case, as positions in `case_of_part`.
    parts: Vec<FixedBitSet>,
    /// Cases, ascending: as often as each has coded sources.
    case_of_part: Vec<u32>,
}

impl Sets {
    fn new(study: &Study, facts: &Facts, rows: &Rows) -> Self {
        let n_rows = rows.codes.len();
        let empty = |n: usize| vec![FixedBitSet::with_capacity(n); n_rows];
        let parts = distinct(facts.codings.iter().map(|fact| (fact.case, fact.source)));
        let mut sets = Self {
            shown: Vec::new(),
            place_of_row: vec![None; n_rows],
            n_codings: vec![0; n_rows],
            n_whole: vec![0; n_rows],
            sources: empty(study.sources.len()),
            cases: empty(study.cases.len()),
            case_of_part: parts.iter().map(|(case, _)| *case).collect(),
            parts: empty(parts.len()),
        };
        for (place, fact) in facts.codings.iter().enumerate() {
            // a coding of several cases stands once per case, one after the other
            let is_new = place == 0 || facts.codings[place - 1].coding != fact.coding;
            let part = parts.binary_search(&(fact.case, fact.source)).expect("every coding has its part");
            for row in rows.under(fact.code).iter().map(|&row| row as usize) {
                sets.parts[row].insert(part);
                sets.cases[row].insert(fact.case as usize);
                sets.sources[row].insert(fact.source as usize);
                sets.n_codings[row] += u32::from(is_new && fact.chars.is_some());
                sets.n_whole[row] += u32::from(is_new && fact.chars.is_none());
            }
        }
        sets.number(study, rows);
        sets
    }

    /// Returns how many cases have a source with both.
    fn n_cases_in_one_source(&self, row: u32, other: u32) -> u32 {
        let both = self.parts[row as usize].intersection(&self.parts[other as usize]);
        let (mut n_cases, mut last) = (0, None);
        for case in both.map(|part| self.case_of_part[part]) {
            n_cases += u32::from(last != Some(case));
            last = Some(case);
        }
        n_cases
    }

    fn number(&mut self, study: &Study, rows: &Rows) {
        let mut next = 0;
        for (row, &code) in rows.codes.iter().enumerate() {
            let is_used = !self.cases[row].is_clear();
            if is_used {
                self.place_of_row[row] = Some(next);
                next += 1;
            }
            if is_used || study.codebook.codes[code as usize].kind != CodeKind::Heading {
                self.shown.push(row as u32);
            }
        }
    }
}

/// How stretches of two codes meet, counted from several threads at once: sums do not depend on who comes first.
#[derive(Default)]
struct Tally {
    n_pairs: AtomicU32,
    n_first: AtomicU32,
    n_second: AtomicU32,
}

impl Tally {
    fn meetings(&self) -> Meetings {
        Meetings {
            n_pairs: self.n_pairs.load(Relaxed),
            n_first: self.n_first.load(Relaxed),
            n_second: self.n_second.load(Relaxed),
        }
    }
}

/// A tally for each two rows with codings: half a square.
struct Tallies<'r> {
    place_of_row: &'r [Option<u32>],
    codings: Vec<Tally>,
    passages: Vec<Tally>,
    shared_chars: Vec<AtomicU64>,
    /// Of pairs of codings; empty when not asked.
    relations: Vec<[AtomicU32; 13]>,
    /// Per row.
    n_passages: Vec<AtomicU32>,
}

impl<'r> Tallies<'r> {
    fn new(place_of_row: &'r [Option<u32>], relations: bool) -> Self {
        let n_used = place_of_row.iter().flatten().count();
        let n_pairs = n_used * n_used.saturating_sub(1) / 2;
        let tallies = || std::iter::repeat_with(Tally::default).take(n_pairs).collect();
        let n_relations = if relations { n_pairs } else { 0 };
        Self {
            place_of_row,
            codings: tallies(),
            passages: tallies(),
            shared_chars: std::iter::repeat_with(Default::default).take(n_pairs).collect(),
            relations: std::iter::repeat_with(Default::default).take(n_relations).collect(),
            n_passages: std::iter::repeat_with(Default::default).take(place_of_row.len()).collect(),
        }
    }

    /// Returns where two different rows with codings are counted.
    fn slot(&self, first: u32, second: u32) -> usize {
        debug_assert!(first < second);
        let place = |row: u32| self.place_of_row[row as usize].expect("a row with codings") as usize;
        let (first, second) = (place(first), place(second));
        second * (second - 1) / 2 + first
    }
}

/// A stretch of a source that stands for one coding or one passage.
#[derive(Clone, Copy)]
struct Mark<'r> {
    /// What is compared: characters, or units.
    place: Interval,
    /// Its characters.
    chars: Interval,
    /// The rows under which it counts.
    rows: &'r [u32],
}

/// What the sweep over a source needs.
struct Sweep<'s> {
    study: &'s Study,
    rows: &'s Rows,
    window: Window,
    tallies: &'s Tallies<'s>,
}

impl Sweep<'_> {
    /// Counts what meets in one source.
    fn source(&self, facts: &[Fact]) {
        let source = &self.study.sources[facts[0].source as usize];
        let spots: Vec<Spot> = facts.iter().filter_map(|fact| self.spot(source, fact)).collect();
        let by_coding = spots.chunk_by(|a, b| a.coding == b.coding).map(|same| &same[0]);
        let codings = by_coding.filter_map(|spot| {
            Some(Mark { place: spot.place?, chars: spot.chars, rows: self.rows.under(spot.code) })
        });
        self.meet(codings.collect(), &self.tallies.codings, &self.tallies.relations);
        let passages = self.passages(&spots);
        for passage in &passages {
            self.tallies.n_passages[passage.row as usize].fetch_add(1, Relaxed);
        }
        self.share(&passages);
        let passages = passages.iter().filter_map(|passage| {
            let rows = std::slice::from_ref(&passage.row);
            Some(Mark { place: passage.place?, chars: passage.chars, rows })
        });
        self.meet(passages.collect(), &self.tallies.passages, &[]);
    }

    /// Returns where a coding stands, or nothing for a whole source.
    fn spot(&self, source: &Source, fact: &Fact) -> Option<Spot> {
        let chars = fact.chars.map(|chars| (chars.start.0, chars.end.0))?;
        let place = match self.window {
            Window::Overlap | Window::Chars(_) => Some(chars),
            Window::Unit => self.units(source, fact),
        };
        Some(Spot { coding: fact.coding, code: fact.code, case: fact.case, chars, place })
    }

    /// Returns the units that a coding touches, as a half-open range; nothing where it stands outside all units.
    fn units(&self, source: &Source, fact: &Fact) -> Option<Interval> {
        if source.units.is_empty() {
            return Some((0, 1));
        }
        let span = self.study.codings[fact.coding as usize].target.span()?;
        let first = source.units.partition_point(|unit| unit.span.end() <= span.start());
        let after = source.units.partition_point(|unit| unit.span.start() < span.end());
        (first < after).then_some((first as u32, after as u32))
    }

    /// Joins the codings of each row and case into passages; words that belong to several cases once.
    fn passages(&self, spots: &[Spot]) -> Vec<Passage> {
        let under = |spot: &Spot| {
            let Spot { case, chars, place, .. } = *spot;
            self.rows.under(spot.code).iter().map(move |&row| (row, case, chars, place))
        };
        let mut parts: Vec<(u32, u32, Interval, Option<Interval>)> = spots.iter().flat_map(under).collect();
        parts.sort_unstable();
        let mut found: Vec<Passage> = Vec::with_capacity(parts.len());
        for same in parts.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let first_of_row = found.len();
            for &(row, _, chars, place) in same {
                match found[first_of_row..].last_mut() {
                    Some(last) if chars.0 < last.chars.1 => last.extend(chars, place),
                    _ => found.push(Passage { row, chars, place }),
                }
            }
        }
        let mut found = distinct(found.into_iter());
        found.dedup_by_key(|passage| (passage.row, passage.chars));
        found
    }

    /// Adds up the characters that two rows cover. Passages of one row overlap where they belong to different cases, so they
    /// are joined first.
    fn share(&self, passages: &[Passage]) {
        let mut covered: Vec<(Interval, u32)> = Vec::with_capacity(passages.len());
        for same in passages.chunk_by(|a, b| a.row == b.row) {
            let chars = stretches(same.iter().map(|passage| passage.chars).collect());
            covered.extend(chars.into_iter().map(|chars| (chars, same[0].row)));
        }
        covered.sort_unstable();
        let places: Vec<Interval> = covered.iter().map(|(chars, _)| *chars).collect();
        each_pair(&places, Reach::Overlap, |earlier, later| {
            let (row, other) = (covered[earlier].1, covered[later].1);
            if is_pair(self.rows, row, other) {
                let slot = self.tallies.slot(row.min(other), row.max(other));
                let n_chars = n_shared(places[earlier], places[later]);
                self.tallies.shared_chars[slot].fetch_add(u64::from(n_chars), Relaxed);
            }
        });
    }

    /// Counts the pairs of marks that meet, and which marks meet any of another row.
    fn meet(&self, mut marks: Vec<Mark>, tallies: &[Tally], relations: &[[AtomicU32; 13]]) {
        marks.sort_unstable_by_key(|mark| (mark.place, mark.chars, mark.rows));
        let places: Vec<Interval> = marks.iter().map(|mark| mark.place).collect();
        let reach = match self.window {
            Window::Overlap | Window::Unit => Reach::Overlap,
            Window::Chars(n) => Reach::Gap(n),
        };
        let mut neighbours = Vec::new();
        each_pair(&places, reach, |earlier, later| {
            if marks[earlier].rows != marks[later].rows {
                self.count_pair(&marks[earlier], &marks[later], tallies, relations);
                neighbours.extend([(earlier, later), (later, earlier)]);
            }
        });
        neighbours.sort_unstable();
        for of_one in neighbours.chunk_by(|a, b| a.0 == b.0) {
            let own = marks[of_one[0].0].rows;
            let met = distinct(of_one.iter().flat_map(|&(_, other)| marks[other].rows).copied());
            for (row, other) in own.iter().flat_map(|&row| met.iter().map(move |&other| (row, other))) {
                self.count_touching(row, other, tallies);
            }
        }
    }

    fn count_pair(&self, a: &Mark, b: &Mark, tallies: &[Tally], relations: &[[AtomicU32; 13]]) {
        for (row, other) in a.rows.iter().flat_map(|&row| b.rows.iter().map(move |&other| (row, other))) {
            if !is_pair(self.rows, row, other) {
                continue;
            }
            let slot = self.tallies.slot(row.min(other), row.max(other));
            tallies[slot].n_pairs.fetch_add(1, Relaxed);
            if let Some(relations) = relations.get(slot) {
                let (first, second) = if row < other { (a, b) } else { (b, a) };
                let relation = Relation::between(first.chars, second.chars);
                relations[relation as usize].fetch_add(1, Relaxed);
            }
        }
    }

    fn count_touching(&self, row: u32, other: u32, tallies: &[Tally]) {
        if is_pair(self.rows, row, other) {
            let tally = &tallies[self.tallies.slot(row.min(other), row.max(other))];
            let count = if row < other { &tally.n_first } else { &tally.n_second };
            count.fetch_add(1, Relaxed);
        }
    }
}

/// Returns whether two rows are different and neither holds what is under the other.
fn is_pair(rows: &Rows, a: u32, b: u32) -> bool {
    let holds = |upper: u32, lower: u32| rows.under(rows.codes[lower as usize]).contains(&upper);
    !holds(a, b) && !holds(b, a)
}

/// A coding of text in one case.
struct Spot {
    coding: u32,
    code: u32,
    case: u32,
    chars: Interval,
    /// What is compared; nothing where it stands in no unit and units are compared.
    place: Option<Interval>,
}

/// A passage. The order of the fields is the order in which they are sorted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Passage {
    row: u32,
    chars: Interval,
    place: Option<Interval>,
}

impl Passage {
    fn extend(&mut self, chars: Interval, place: Option<Interval>) {
        self.chars.1 = self.chars.1.max(chars.1);
        self.place = match (self.place, place) {
            (Some(own), Some(other)) => Some((own.0.min(other.0), own.1.max(other.1))),
            (own, other) => own.or(other),
        };
    }
}

fn codes(study: &Study, rows: &Rows, sets: &Sets, tallies: &Tallies, cases: &[u32]) -> Vec<CodeRow> {
    let place_of_case = |case: usize| cases.binary_search(&(case as u32)).expect("coded") as u32;
    let row = |&row: &u32| {
        let row = row as usize;
        let code = &study.codebook.codes[rows.codes[row] as usize];
        CodeRow {
            id: code.id.clone(),
            name: code.name.clone(),
            kind: code.kind,
            n_codings: sets.n_codings[row],
            n_whole: sets.n_whole[row],
            n_passages: tallies.n_passages[row].load(Relaxed),
            n_sources: sets.sources[row].count_ones(..) as u32,
            cases: sets.cases[row].ones().map(place_of_case).collect(),
        }
    };
    sets.shown.iter().map(row).collect()
}

/// Returns the pairs that have a source or a case in common.
fn pairs(rows: &Rows, sets: &Sets, tallies: &Tallies) -> Vec<Pair> {
    let used = |place: &usize| tallies.place_of_row[sets.shown[*place] as usize].is_some();
    let used: Vec<usize> = (0..sets.shown.len()).filter(used).collect();
    let with_second = |second: usize| {
        let before = used.iter().take_while(move |&&first| first < second);
        before.filter_map(move |&first| pair(rows, sets, tallies, first, second))
    };
    used.par_iter().flat_map_iter(|&second| with_second(second)).collect()
}

fn pair(rows: &Rows, sets: &Sets, tallies: &Tallies, first: usize, second: usize) -> Option<Pair> {
    let (row, other) = (sets.shown[first], sets.shown[second]);
    if !is_pair(rows, row, other) {
        return None;
    }
    let n_both =
        |sets: &[FixedBitSet]| sets[row as usize].intersection_count(&sets[other as usize]) as u32;
    let (n_sources, n_cases) = (n_both(&sets.sources), n_both(&sets.cases));
    if n_sources == 0 && n_cases == 0 {
        return None;
    }
    let slot = tallies.slot(row, other);
    let relations = tallies.relations.get(slot);
    Some(Pair {
        first,
        second,
        codings: tallies.codings[slot].meetings(),
        passages: tallies.passages[slot].meetings(),
        shared_chars: tallies.shared_chars[slot].load(Relaxed),
        n_sources,
        n_cases,
        n_cases_in_one_source: sets.n_cases_in_one_source(row, other),
        relations: relations.map(|counts| Box::new(counts.each_ref().map(|count| count.load(Relaxed)))),
    })
}
