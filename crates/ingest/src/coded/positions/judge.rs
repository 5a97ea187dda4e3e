//! Which reading is right, or that it is not clear.

use super::evidence::Score;
use super::sweep::Swept;
use super::{Bytes, Marked, PositionReading, PositionUnit, Readings};
use std::ops::Range;

/// A reading that may be right, with others that come to the same for the places at hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Candidate {
    /// The plainest of those that come to the same.
    pub(crate) reading: PositionReading,
    /// All of them.
    pub(crate) same: Readings,
    /// What speaks for them.
    pub(crate) score: Score,
    /// Up to three places where candidates differ, with a few words around what this one finds there.
    pub(crate) examples: Vec<String>,
}

/// Why a reading was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grounds {
    /// All readings come to the same.
    NoDifference,
    /// What stands at the places.
    Evidence,
    /// What is known of the program, or of the other texts of the project: the evidence alone left it open.
    Prior,
}

/// A chosen reading.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Chosen {
    /// The reading.
    pub(crate) reading: PositionReading,
    /// All that come to the same.
    pub(crate) same: Readings,
    /// What speaks for it.
    pub(crate) score: Score,
    /// Why it was chosen.
    pub(crate) grounds: Grounds,
}

/// What the evidence says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Judgement {
    /// This reading is right.
    Clear(Chosen),
    /// One of these is; the evidence and the prior do not tell which.
    Unclear(Vec<Candidate>),
}

/// The share of places that must lie at words for a reading to be believed without an excerpt, in per cent.
const MIN_AT_WORDS: usize = 60;
/// How much a candidate may lie behind in places at words without being the worse one for it, in per cent.
const SAME_AT_WORDS: usize = 4;
/// How much it must lead by to be the better one whatever the blanks say, in per cent, and in places.
const CLEARLY_AT_WORDS: (usize, usize) = (10, 3);
/// The most places that are weighed: evidence on a few thousand is enough.
const MAX_WEIGHED: usize = 4_000;

/// Judges how the places in a raw text are to be read.
///
/// Readings that come to the same for every place are one candidate. The one that beats every other is chosen, if it scores
/// high in itself. Otherwise the one that `prior` prefers among those that are not beaten; if it prefers none or several,
/// it is unclear.
pub(crate) fn judge(raw: &str, places: &[Marked], prior: Readings) -> Judgement {
    let mut places = places.to_vec();
    places.sort_unstable();
    places.dedup_by_key(|place| (place.start, place.end));
    let all = candidates(raw, &places);
    // Where readings differ only in a few of very many places, all of them are needed to tell the candidates apart, but not
    // to weigh them.
    let told: Vec<usize> = (0..places.len()).filter(|&idx| places[idx].has_evidence()).collect();
    let step = told.len().div_ceil(MAX_WEIGHED).max(1);
    let scored = |(_, bytes): &(Readings, Vec<Bytes>)| {
        Score::of(raw, told.iter().step_by(step).map(|&idx| (&places[idx], &bytes[idx])))
    };
    let scores: Vec<Score> = all.iter().map(scored).collect();
    decide(raw, &all, &scores, prior)
}

fn decide(raw: &str, all: &[(Readings, Vec<Bytes>)], scores: &[Score], prior: Readings) -> Judgement {
    let is_unbeaten = |&idx: &usize| scores.iter().all(|other| !beats(other, &scores[idx]));
    let mut unbeaten: Vec<usize> = (0..all.len()).filter(is_unbeaten).collect();
    if unbeaten.is_empty() {
        // They beat each other in a circle: that is no evidence for any.
        unbeaten = (0..all.len()).collect();
    }
    let chosen = |idx: usize, grounds: Grounds| {
        let same = all[idx].0;
        // Of readings that come to the same, the one that the program is known for says most.
        let reading = same.and(prior).plainest().or(same.plainest()).unwrap_or_default();
        Judgement::Clear(Chosen { reading, same, score: scores[idx], grounds })
    };
    match unbeaten[..] {
        [only] if all.len() == 1 => return chosen(only, Grounds::NoDifference),
        [only] if is_high(&scores[only]) => return chosen(only, Grounds::Evidence),
        _ => {}
    }
    let preferred: Vec<usize> =
        unbeaten.iter().copied().filter(|&idx| !all[idx].0.and(prior).is_empty()).collect();
    match preferred[..] {
        [only] => chosen(only, Grounds::Prior),
        _ => Judgement::Unclear(unclear(raw, all, scores, &unbeaten)),
    }
}

/// Groups the readings by what they come to.
fn candidates(raw: &str, places: &[Marked]) -> Vec<(Readings, Vec<Bytes>)> {
    let mut found: Vec<(Readings, Vec<Bytes>)> = Vec::new();
    let plain = Plain::new(raw);
    let stands_for = |reading| plain.standing_for(reading);
    for reading in Readings::all().filter(|&reading| stands_for(reading) == reading && !reading.includes_end)
    {
        let swept = Swept::new(raw, reading, places);
        for includes_end in [false, true] {
            let this = PositionReading { includes_end, ..reading };
            let same = Readings::filter(|other| stands_for(other) == this);
            let mut bytes = swept.bytes(includes_end);
            // A stretch that covers nothing is nowhere, wherever it stands.
            for (place, bytes) in places.iter().zip(&mut bytes) {
                if place.end.is_some() && bytes.range.is_empty() {
                    *bytes = Bytes::default();
                }
            }
            match found.iter_mut().find(|(_, known)| *known == bytes) {
                Some((readings, _)) => *readings = readings.or(same),
                None => found.push((same, bytes)),
            }
        }
    }
    found
}

/// What a text has not got, so that readings come to the same in it.
struct Plain {
    has_mark: bool,
    has_pairs: bool,
    is_ascii: bool,
    is_basic: bool,
}

impl Plain {
    fn new(raw: &str) -> Self {
        let body = raw.strip_prefix('\u{feff}').unwrap_or(raw);
        Self {
            has_mark: body.len() < raw.len(),
            has_pairs: body.contains("\r\n"),
            is_ascii: body.is_ascii(),
            // Characters outside the basic plane, and they alone, take four bytes.
            is_basic: !body.bytes().any(|byte| byte >= 0xf0),
        }
    }

    /// Returns the plainest reading that comes to the same whatever the places.
    fn standing_for(&self, reading: PositionReading) -> PositionReading {
        let counts_mark = reading.counts_mark && self.has_mark;
        let is_same = match reading.unit {
            PositionUnit::CodePoints => true,
            PositionUnit::Utf16 => self.is_basic,
            PositionUnit::Utf8 => self.is_ascii && !counts_mark,
        };
        let unit = if is_same { PositionUnit::CodePoints } else { reading.unit };
        PositionReading { unit, counts_mark, joins_breaks: reading.joins_breaks && self.has_pairs, ..reading }
    }
}

/// Returns whether one score is clearly better than another.
fn beats(one: &Score, other: &Score) -> bool {
    let lead = |this: usize, that: usize| this as i64 - that as i64;
    let by_quotes = lead(one.points, other.points);
    if by_quotes.abs() >= 2 {
        return by_quotes > 0;
    }
    let (by_words, by_blanks) = (lead(one.at_words, other.at_words), lead(one.trimmed, other.trimmed));
    let share = |percent: usize| (one.n * percent) as i64 / 100;
    let clearly = share(CLEARLY_AT_WORDS.0).max(CLEARLY_AT_WORDS.1 as i64);
    if by_words.abs() > clearly {
        return by_words > 0;
    }
    if by_words.abs() <= share(SAME_AT_WORDS) {
        return by_blanks + by_words >= 2;
    }
    by_words > 0 && by_blanks >= 0 && by_words + by_blanks >= 2
}

/// Returns whether a score is to be believed for itself.
fn is_high(score: &Score) -> bool {
    score.at_words * 100 >= score.n * MIN_AT_WORDS || score.quoted * 2 >= score.n.max(1)
}

/// Describes the candidates among which it is unclear which is right, the best first.
fn unclear(
    raw: &str,
    all: &[(Readings, Vec<Bytes>)],
    scores: &[Score],
    unbeaten: &[usize],
) -> Vec<Candidate> {
    let ranges = |place: usize| unbeaten.iter().filter_map(move |&idx| all[idx].1.get(place));
    let n = all.first().map_or(0, |(_, bytes)| bytes.len());
    let differ = |&place: &usize| {
        let mut ranges = ranges(place);
        let first = ranges.next();
        ranges.any(|range| Some(range) != first)
    };
    let shown: Vec<usize> = (0..n).filter(differ).take(3).collect();
    let candidate = |&idx: &usize| Candidate {
        reading: all[idx].0.plainest().unwrap_or_default(),
        same: all[idx].0,
        score: scores[idx],
        examples: shown.iter().map(|&place| example(raw, all[idx].1[place].range.clone())).collect(),
    };
    let mut candidates: Vec<Candidate> = unbeaten.iter().map(candidate).collect();
    candidates.sort_by_key(|candidate| {
        let Score { points, at_words, trimmed, .. } = candidate.score;
        std::cmp::Reverse((points, at_words, trimmed))
    });
    candidates
}

/// Returns a stretch between marks, with a few characters around it; a long one without its middle.
fn example(raw: &str, range: Range<usize>) -> String {
    const AROUND: usize = 12;
    const LONGEST: usize = 60;
    let before: Vec<char> = raw[..range.start].chars().rev().take(AROUND).collect();
    let after: String = raw[range.end..].chars().take(AROUND).collect();
    let words = &raw[range];
    let words = match words.chars().nth(LONGEST) {
        None => words.to_owned(),
        Some(_) => {
            let end: Vec<char> = words.chars().rev().take(LONGEST / 2).collect();
            let start: String = words.chars().take(LONGEST / 2).collect();
            format!("{start}…{}", end.iter().rev().collect::<String>())
        }
    };
    let text = format!("{}⟦{words}⟧{after}", before.iter().rev().collect::<String>());
    text.chars().filter(|&c| c != '\u{feff}' && c != '\r').map(|c| if c == '\n' { '⏎' } else { c }).collect()
}
