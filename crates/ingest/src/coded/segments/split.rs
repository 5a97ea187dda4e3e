//! A cell of several codes, cut where only the codebook can tell: names may hold the sign between them, and each other.
//!
//! Every piece of a cell must belong to a code. Of all ways to cut it only one may be left; the number of codes that the
//! program wrote beside it leaves out the others. Ways are counted, not tried: a longest match would take `a, b` for one
//! code where `a` and `b` are meant.

use draad_core::id::composed;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// The signs between codes. Blanks around them do not count.
const SEPARATORS: [char; 4] = ['\n', ';', ',', '|'];
/// The most pieces of a cell, and the most pieces that a name can be in.
const MAX_PIECES: usize = 1_000;
const MAX_PIECES_OF_NAME: usize = 64;
/// The longest cell that is cut, in bytes.
const MAX_CELL: usize = 1 << 16;
/// The most work for all cells of a table, in steps that are looked at: some seconds. A real cell takes a few hundred.
const MAX_WORK: u64 = 1 << 28;

/// What a cell of codes came out as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// These codes, and no others are possible.
    Codes(Vec<String>),
    /// At least two ways fit.
    Unclear(Vec<String>, Vec<String>),
    /// It can be cut, but not into as many codes as the program counted; so many were found.
    Miscounted(usize),
    /// No code of the codebook is in this part.
    Rest(String),
    /// It was not cut: it is too long, or all the cells of the table before it took too much work.
    TooMuch,
}

/// Cuts cells by the names of a codebook.
pub(super) struct Splitter {
    names: BTreeSet<String>,
    longest: usize,
    /// The signs that part the codes of a table: one, unless several do equally well.
    separators: Vec<char>,
    /// What cells came out as: the same cell stands in many rows.
    known: RefCell<BTreeMap<(String, Option<usize>), Split>>,
    /// How much work is left for finding the separators, and for cutting.
    work: Cell<u64>,
}

impl Splitter {
    /// Makes a splitter for a table with these cells, and the number of codes in each where the table says it.
    pub(super) fn new<'c>(
        names: impl Iterator<Item = &'c str>,
        cells: impl Iterator<Item = (&'c str, Option<usize>)>,
    ) -> Self {
        let names: BTreeSet<String> = names.map(tidy).filter(|name| !name.is_empty()).collect();
        let longest = names.iter().map(String::len).max().unwrap_or(0);
        let separators = SEPARATORS.to_vec();
        let (known, work) = (RefCell::default(), Cell::new(MAX_WORK));
        let mut splitter = Self { names, longest, separators, known, work };
        let mut n_of: BTreeMap<(&str, Option<usize>), usize> = BTreeMap::new();
        for cell in cells.filter(|(cell, _)| cell.len() <= MAX_CELL) {
            *n_of.entry(cell).or_default() += 1;
        }
        let n_cut = |separator| {
            let is_cut = |cell: &str, count| matches!(splitter.cut(&tidy(cell), separator, count), Split::Codes(codes) if codes.len() > 1);
            let cut =
                n_of.iter().filter(|((cell, count), _)| cell.contains(separator) && is_cut(cell, *count));
            cut.map(|(_, n)| n).sum::<usize>()
        };
        let counts = SEPARATORS.map(|separator| (separator, n_cut(separator)));
        let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
        splitter.separators = counts.into_iter().filter(|(_, n)| *n == most).map(|(sign, _)| sign).collect();
        splitter.work.set(MAX_WORK);
        splitter
    }

    /// Cuts a cell; `count` is the number of codes that the program wrote beside it.
    pub(super) fn split(&self, cell: &str, count: Option<usize>) -> Split {
        if cell.len() > MAX_CELL {
            return Split::TooMuch;
        }
        let key = (cell.to_owned(), count);
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
        }
        let split = self.split_new(&tidy(cell), count);
        self.known.borrow_mut().insert(key, split.clone());
        split
    }

    fn split_new(&self, cell: &str, count: Option<usize>) -> Split {
        let mut ways: Vec<Vec<String>> = Vec::new();
        let mut failure = None;
        for separator in &self.separators {
            match self.cut(cell, *separator, count) {
                Split::Codes(codes) if !ways.contains(&codes) => ways.push(codes),
                Split::Codes(_) => {}
                certain @ (Split::Unclear(..) | Split::TooMuch) => return certain,
                other => failure = failure.or(Some(other)),
            }
        }
        let mut ways = ways.into_iter();
        match (ways.next(), ways.next()) {
            (Some(one), Some(other)) => Split::Unclear(one, other),
            (Some(codes), None) => Split::Codes(codes),
            (None, _) => failure.unwrap_or_else(|| Split::Rest(cell.to_owned())),
        }
    }

    fn cut(&self, cell: &str, separator: char, count: Option<usize>) -> Split {
        let pieces = Pieces::of(cell, separator);
        if pieces.len() > MAX_PIECES || count.is_some_and(|count| count > pieces.len()) {
            return Split::Rest(cell.to_owned());
        }
        if !self.may_work(&pieces, count) {
            return Split::TooMuch;
        }
        let ways = Ways::new(&pieces, |name| self.names.contains(name), self.longest, count);
        match ways.n_complete() {
            0 => ways.failure(&pieces),
            1 => Split::Codes(ways.codes(&pieces, false)),
            _ => Split::Unclear(ways.codes(&pieces, false), ways.codes(&pieces, true)),
        }
    }

    /// Takes the work for a cell from what is left: at most so many names begin at each piece, each looked at once for
    /// every number of codes before it.
    fn may_work(&self, pieces: &Pieces, count: Option<usize>) -> bool {
        let n_pieces = pieces.len();
        let work = n_pieces * n_pieces.min(MAX_PIECES_OF_NAME) * (count.unwrap_or(0) + 1);
        let left = self.work.get().checked_sub(work as u64);
        self.work.set(left.unwrap_or(0));
        left.is_some()
    }
}

/// The pieces of a cell between its separators.
struct Pieces<'c> {
    cell: &'c str,
    ranges: Vec<(usize, usize)>,
}

impl<'c> Pieces<'c> {
    fn of(cell: &'c str, separator: char) -> Self {
        let mut ranges = Vec::new();
        let mut start = 0;
        // One more than the most is enough to know that there are too many.
        for (at, sign) in cell.match_indices(separator).take(MAX_PIECES) {
            ranges.push((start, at));
            start = at + sign.len();
        }
        ranges.push((start, cell.len()));
        Self { cell, ranges }
    }

    fn len(&self) -> usize {
        self.ranges.len()
    }

    /// Returns the pieces from `from` up to `to`, with the separators between them.
    fn joined(&self, from: usize, to: usize) -> &'c str {
        self.cell[self.ranges[from].0..self.ranges[to - 1].1].trim()
    }
}

/// One step: the pieces up to `to` are one code, or nothing (what follows a separator at the end).
#[derive(Clone, Copy)]
struct Step {
    from: usize,
    to: usize,
    is_code: bool,
}

/// The ways to cut the first so many pieces into so many codes.
struct Ways {
    n_pieces: usize,
    /// The number of codes wanted; without one they are not counted, and all stand in the first column.
    count: Option<usize>,
    /// Per place between pieces, the steps that end there.
    steps: Vec<Vec<Step>>,
    /// Per place and number of codes: 0, 1, or 2 for more.
    n: Vec<Vec<u8>>,
}

impl Ways {
    fn new(pieces: &Pieces, is_name: impl Fn(&str) -> bool, longest: usize, count: Option<usize>) -> Self {
        let n_pieces = pieces.len();
        let mut steps: Vec<Vec<Step>> = vec![Vec::new(); n_pieces + 1];
        for from in 0..n_pieces {
            let ends = from + 1..=n_pieces.min(from + MAX_PIECES_OF_NAME);
            let parts = ends.map(|to| (to, pieces.joined(from, to)));
            let names = parts.take_while(|(_, part)| part.len() <= longest).filter(|(_, part)| is_name(part));
            names.for_each(|(to, _)| steps[to].push(Step { from, to, is_code: true }));
        }
        if n_pieces > 1 && pieces.joined(n_pieces - 1, n_pieces).is_empty() {
            steps[n_pieces].push(Step { from: n_pieces - 1, to: n_pieces, is_code: false });
        }
        let mut ways =
            Self { n_pieces, count, steps, n: vec![vec![0; count.unwrap_or(0) + 1]; n_pieces + 1] };
        ways.n[0][0] = 1;
        for to in 1..=n_pieces {
            for step in 0..ways.steps[to].len() {
                ways.add(ways.steps[to][step]);
            }
        }
        ways
    }

    fn add(&mut self, step: Step) {
        for n_codes in 0..self.n[step.to].len() {
            let more = self.before(step, n_codes).map_or(0, |before| self.n[step.from][before]);
            let n = &mut self.n[step.to][n_codes];
            *n = (*n + more).min(2);
        }
    }

    /// Returns how many codes there were before a step, when there are `n_codes` after it.
    fn before(&self, step: Step, n_codes: usize) -> Option<usize> {
        if self.count.is_none() || !step.is_code { Some(n_codes) } else { n_codes.checked_sub(1) }
    }

    fn n_complete(&self) -> u8 {
        self.n[self.n_pieces][self.count.unwrap_or(0)]
    }

    /// Returns the codes of one way; of two, with `other` the second.
    fn codes(&self, pieces: &Pieces, mut other: bool) -> Vec<String> {
        let (mut at, mut n_codes) = (self.n_pieces, self.count.unwrap_or(0));
        let mut codes = Vec::new();
        while at > 0 {
            let possible = |step: &Step| {
                let before = self.before(*step, n_codes)?;
                (self.n[step.from][before] > 0).then_some((*step, before))
            };
            let mut steps = self.steps[at].iter().filter_map(possible);
            let first = steps.next();
            let second = steps.next().filter(|_| other);
            other &= second.is_none();
            let Some((step, before)) = second.or(first) else { break };
            if step.is_code {
                codes.push(pieces.joined(step.from, step.to).to_owned());
            }
            (at, n_codes) = (step.from, before);
        }
        codes.reverse();
        codes
    }

    /// Says why there is no way.
    fn failure(&self, pieces: &Pieces) -> Split {
        // For each place, whether codes lead up to it from the start, and the number of them.
        let mut from_start: Vec<Option<usize>> = vec![None; self.n_pieces + 1];
        from_start[0] = Some(0);
        for to in 1..=self.n_pieces {
            let steps = self.steps[to].iter();
            from_start[to] =
                steps.filter_map(|step| Some(from_start[step.from]? + usize::from(step.is_code))).next();
        }
        if let Some(n_codes) = from_start[self.n_pieces] {
            return Split::Miscounted(n_codes);
        }
        let mut to_end = vec![false; self.n_pieces + 1];
        to_end[self.n_pieces] = true;
        for to in (1..=self.n_pieces).rev().filter(|&to| to > 0) {
            if to_end[to] {
                self.steps[to].iter().for_each(|step| to_end[step.from] = true);
            }
        }
        let first = from_start.iter().rposition(Option::is_some).unwrap_or(0);
        let last =
            to_end.iter().position(|leads| *leads).filter(|&last| last > first).unwrap_or(self.n_pieces);
        Split::Rest(pieces.joined(first, last).to_owned())
    }
}

/// Returns a name or a cell with its accents stored in one way, single blanks, and none at either end of a line.
pub(super) fn tidy(text: &str) -> String {
    let lines = text.trim().lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    composed(&lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(names: &[&str], cells: &[(&str, Option<usize>)]) -> Vec<Split> {
        let splitter = Splitter::new(names.iter().copied(), cells.iter().copied());
        cells.iter().map(|(cell, count)| splitter.split(cell, *count)).collect()
    }

    fn codes(names: &[&str]) -> Split {
        Split::Codes(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn names_may_hold_the_separator_and_each_other() {
        let names = ["zorg", "wachten, lang", "lang", "wachten", "zorg: thuis", "<3", "ik & zij; wij"];
        let cells = [
            ("zorg, wachten, lang", Some(2)),
            ("zorg, wachten, lang", Some(3)),
            ("zorg: thuis, <3, ik & zij; wij", Some(3)),
            ("zorg", Some(1)),
            ("wachten, lang,", Some(1)),
        ];
        let expected = [
            codes(&["zorg", "wachten, lang"]),
            codes(&["zorg", "wachten", "lang"]),
            codes(&["zorg: thuis", "<3", "ik & zij; wij"]),
            codes(&["zorg"]),
            codes(&["wachten, lang"]),
        ];
        assert_eq!(split(&names, &cells), expected);
    }

    #[test]
    fn without_a_count_a_cell_that_can_be_cut_in_two_ways_is_unclear() {
        let found = split(&["a", "b", "a, b"], &[("a, b", None), ("b, a", None)]);
        let (one, two) = (vec!["a, b".to_owned()], vec!["a".to_owned(), "b".to_owned()]);
        assert!(found[0] == Split::Unclear(one.clone(), two.clone()) || found[0] == Split::Unclear(two, one));
        assert_eq!(found[1], codes(&["b", "a"]));
    }

    #[test]
    fn the_table_shows_which_sign_parts_its_codes() {
        let found = split(&["a", "b", "a, b"], &[("a, b\nb\n", None), ("a, b", None)]);
        assert_eq!(found, [codes(&["a, b", "b"]), codes(&["a, b"])]);
    }

    #[test]
    fn what_is_left_over_is_named() {
        let found =
            split(&["a", "b"], &[("a, nieuw, b", None), ("a, b", Some(1)), ("x", Some(1)), ("a, b", None)]);
        assert_eq!(found[0], Split::Rest("nieuw".into()));
        assert_eq!(found[1], Split::Miscounted(2));
        assert_eq!(found[2], Split::Rest("x".into()));
        assert_eq!(found[3], codes(&["a", "b"]));
    }

    #[test]
    fn huge_cells_and_codebooks_take_no_time() {
        let names: Vec<String> = (0..10_000).map(|n| format!("code {n}, ja")).collect();
        let all = names.join(", ");
        let cell = names[..400].join(", ");
        let cells = [(cell.as_str(), Some(400)), (all.as_str(), None), (",,,,,,,,", None)];
        let splitter = Splitter::new(names.iter().map(String::as_str), cells.into_iter());
        assert_eq!(splitter.split(&cell, Some(400)), Split::Codes(names[..400].to_vec()));
        assert_eq!(splitter.split(&all, None), Split::TooMuch);
        let repeated = "a,".repeat(1_000_000);
        assert_eq!(splitter.split(&repeated, None), Split::TooMuch);
    }

    #[test]
    fn a_table_of_hostile_cells_takes_seconds_at_most() {
        let cell = vec!["a"; 900].join(",");
        let cells: Vec<String> = (0..2_000).map(|n| format!("{cell},b{n}")).collect();
        let counted = cells.iter().map(|cell| (cell.as_str(), Some(900)));
        let splitter = Splitter::new(["a"].into_iter(), counted.clone());
        let n_left = counted.filter(|(cell, count)| splitter.split(cell, *count) == Split::TooMuch).count();
        assert!(n_left > 1_900, "{n_left}");
        // What is known needs no work, nor has a cell that stands in many rows.
        assert!(matches!(splitter.split(&cells[0], Some(900)), Split::Rest(_)));
        let same = std::iter::repeat_n((cell.as_str(), Some(900)), 2_000);
        let splitter = Splitter::new(["a"].into_iter(), same.clone());
        assert!(
            same.map(|(cell, count)| splitter.split(cell, count)).all(|split| split == codes(&["a"; 900]))
        );
    }

    proptest! {
        #[test]
        fn joined_codes_come_apart_again_or_are_said_to_be_unclear(
            names in prop::collection::btree_set("[ab,;]{1,3}( ?, ?[ab]{1,2})?|[ab]", 1..8),
            chosen in prop::collection::vec(0usize..8, 1..6),
            separator in prop::sample::select(vec![", ", ",", "; ", "\n", "|"]),
            says_count: bool,
        ) {
            let names: Vec<String> = names.iter().map(|name| tidy(name)).collect();
            let chosen: Vec<String> = chosen.iter().map(|n| names[n % names.len()].clone()).collect();
            let cell = chosen.join(separator);
            let count = says_count.then_some(chosen.len());
            let splitter = Splitter {
                longest: 20,
                names: names.iter().cloned().collect(),
                separators: vec![separator.chars().next().unwrap()],
                known: RefCell::default(),
                work: Cell::new(MAX_WORK),
            };
            match splitter.split(&cell, count) {
                Split::Codes(codes) => prop_assert_eq!(codes, chosen),
                Split::Unclear(one, other) => {
                    prop_assert_ne!(&one, &other);
                    for way in [one, other] {
                        prop_assert!(way.iter().all(|name| names.contains(name)));
                        prop_assert!(count.is_none_or(|count| count == way.len()));
                    }
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
