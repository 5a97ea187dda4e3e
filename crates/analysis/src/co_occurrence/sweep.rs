//! One sweep over the sorted stretches of a source: which codings and which passages meet.

use super::count::Used;
use super::{Meetings, Window};
use draad_core::facts::Fact;
use draad_core::{Source, Study};
use draad_measures::allen::{Reach, Relation, each_pair, n_shared};
use draad_measures::interval::Interval;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};

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

/// What is counted for each two codes, by [`Used::slot`]: half a square.
pub(super) struct Tallies {
    codings: Vec<Tally>,
    passages: Vec<Tally>,
    shared_chars: Vec<AtomicU64>,
    /// Of pairs of codings; empty when not asked.
    relations: Vec<[AtomicU32; 13]>,
    /// Per code.
    n_passages: Vec<AtomicU32>,
}

impl Tallies {
    /// Makes room for `n` codes.
    pub(super) fn new(n: usize, relations: bool) -> Self {
        fn zeros<T: Default>(n: usize) -> Vec<T> {
            std::iter::repeat_with(T::default).take(n).collect()
        }
        let n_slots = n * n.saturating_sub(1) / 2;
        Self {
            codings: zeros(n_slots),
            passages: zeros(n_slots),
            shared_chars: zeros(n_slots),
            relations: zeros(if relations { n_slots } else { 0 }),
            n_passages: zeros(n),
        }
    }

    pub(super) fn codings(&self, slot: usize) -> Meetings {
        self.codings[slot].meetings()
    }

    pub(super) fn passages(&self, slot: usize) -> Meetings {
        self.passages[slot].meetings()
    }

    pub(super) fn shared_chars(&self, slot: usize) -> u64 {
        self.shared_chars[slot].load(Relaxed)
    }

    pub(super) fn n_passages(&self, code: usize) -> u32 {
        self.n_passages[code].load(Relaxed)
    }

    pub(super) fn relations(&self, slot: usize) -> Option<Box<[u32; 13]>> {
        let counts = self.relations.get(slot)?;
        Some(Box::new(counts.each_ref().map(|count| count.load(Relaxed))))
    }
}

/// A stretch of a source that stands for one coding or one passage.
struct Mark<'u> {
    /// What is compared: characters, or units.
    place: Interval,
    /// Its characters.
    chars: Interval,
    /// The numbers under which it counts.
    codes: &'u [u32],
}

/// A coding of text in one case.
struct Spot {
    coding: u32,
    code: u32,
    chars: Interval,
    /// What is compared; nothing where it stands in no unit and units are compared.
    place: Option<Interval>,
}

/// A passage. The order of the fields is the order in which they are sorted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Passage {
    /// The number of its code.
    code: u32,
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

/// What the sweep over a source needs.
pub(super) struct Sweep<'s> {
    pub(super) study: &'s Study,
    pub(super) used: &'s Used,
    pub(super) window: Window,
    pub(super) tallies: &'s Tallies,
}

impl Sweep<'_> {
    /// Counts what meets in one source, given all its codings.
    pub(super) fn source(&self, facts: &[Fact]) {
        let source = &self.study.sources[facts[0].source as usize];
        let spots: Vec<Spot> = facts.iter().filter_map(|fact| self.spot(source, fact)).collect();
        let by_coding = spots.chunk_by(|a, b| a.coding == b.coding).map(|same| &same[0]);
        let codings = by_coding.filter_map(|spot| {
            Some(Mark { place: spot.place?, chars: spot.chars, codes: self.used.under(spot.code) })
        });
        self.meet(codings.collect(), &self.tallies.codings, &self.tallies.relations);
        let passages = self.passages(&spots);
        for passage in &passages {
            self.tallies.n_passages[passage.code as usize].fetch_add(1, Relaxed);
        }
        self.share(&passages);
        let passages = passages.iter().filter_map(|passage| {
            let codes = std::slice::from_ref(&passage.code);
            Some(Mark { place: passage.place?, chars: passage.chars, codes })
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
        Some(Spot { coding: fact.coding, code: fact.code, chars, place })
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

    /// Joins the codings of each code into passages, sorted, whichever cases they belong to.
    fn passages(&self, spots: &[Spot]) -> Vec<Passage> {
        let under = |spot: &Spot| {
            let Spot { chars, place, .. } = *spot;
            self.used.under(spot.code).iter().map(move |&code| Passage { code, chars, place })
        };
        let mut parts: Vec<Passage> = spots.iter().flat_map(under).collect();
        parts.sort_unstable();
        let mut found: Vec<Passage> = Vec::with_capacity(parts.len());
        for part in parts {
            match found.last_mut() {
                Some(last) if last.code == part.code && part.chars.0 < last.chars.1 => {
                    last.extend(part.chars, part.place);
                }
                _ => found.push(part),
            }
        }
        found
    }

    /// Adds up the characters that two codes cover.
    fn share(&self, passages: &[Passage]) {
        let mut covered: Vec<(Interval, u32)> =
            passages.iter().map(|passage| (passage.chars, passage.code)).collect();
        covered.sort_unstable();
        let places: Vec<Interval> = covered.iter().map(|(chars, _)| *chars).collect();
        each_pair(&places, Reach::Overlap, |earlier, later| {
            if let Some(slot) = self.used.slot(covered[earlier].1, covered[later].1) {
                let n_chars = n_shared(places[earlier], places[later]);
                self.tallies.shared_chars[slot].fetch_add(u64::from(n_chars), Relaxed);
            }
        });
    }

    /// Counts the pairs of marks that meet, and which marks meet any of another code.
    fn meet(&self, mut marks: Vec<Mark>, tallies: &[Tally], relations: &[[AtomicU32; 13]]) {
        marks.sort_unstable_by_key(|mark| (mark.place, mark.chars, mark.codes));
        let places: Vec<Interval> = marks.iter().map(|mark| mark.place).collect();
        let reach = match self.window {
            Window::Overlap | Window::Unit => Reach::Overlap,
            Window::Chars(n) => Reach::Gap(n),
        };
        let mut pairs = Vec::new();
        each_pair(&places, reach, |earlier, later| {
            if marks[earlier].codes != marks[later].codes {
                self.count_pair(&marks[earlier], &marks[later], tallies, relations);
                pairs.push((earlier, later));
            }
        });
        self.count_touching(&marks, &pairs, tallies);
    }

    fn count_pair(&self, a: &Mark, b: &Mark, tallies: &[Tally], relations: &[[AtomicU32; 13]]) {
        for (code, other) in a.codes.iter().flat_map(|&code| b.codes.iter().map(move |&other| (code, other)))
        {
            let Some(slot) = self.used.slot(code, other) else { continue };
            tallies[slot].n_pairs.fetch_add(1, Relaxed);
            if let Some(relations) = relations.get(slot) {
                let (first, second) = if code < other { (a, b) } else { (b, a) };
                let relation = Relation::between(first.chars, second.chars);
                relations[relation as usize].fetch_add(1, Relaxed);
            }
        }
    }

    /// Counts each mark once for each code that any of its neighbours has.
    fn count_touching(&self, marks: &[Mark], pairs: &[(usize, usize)], tallies: &[Tally]) {
        let neighbours = Neighbours::new(marks.len(), pairs);
        // the last mark that met each code, from 1
        let mut last_met = vec![0; self.used.n()];
        for (place, mark) in marks.iter().enumerate() {
            let codes = neighbours.of(place).iter().flat_map(|&other| marks[other].codes);
            for &other in codes {
                if std::mem::replace(&mut last_met[other as usize], place + 1) == place + 1 {
                    continue;
                }
                for &code in mark.codes {
                    let Some(slot) = self.used.slot(code, other) else { continue };
                    let count = if code < other { &tallies[slot].n_first } else { &tallies[slot].n_second };
                    count.fetch_add(1, Relaxed);
                }
            }
        }
    }
}

/// Which marks each mark meets.
struct Neighbours {
    /// Per mark where its neighbours begin, and last where they end.
    starts: Vec<usize>,
    others: Vec<usize>,
}

impl Neighbours {
    fn new(n: usize, pairs: &[(usize, usize)]) -> Self {
        let mut starts = vec![0; n + 1];
        for &(a, b) in pairs {
            starts[a] += 1;
            starts[b] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        // filled from behind, so that each start ends up where its neighbours begin
        let mut others = vec![0; sum];
        for &(a, b) in pairs {
            for (own, other) in [(a, b), (b, a)] {
                starts[own] -= 1;
                others[starts[own]] = other;
            }
        }
        Self { starts, others }
    }

    fn of(&self, place: usize) -> &[usize] {
        &self.others[self.starts[place]..self.starts[place + 1]]
    }
}
