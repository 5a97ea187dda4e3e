//! The table of readings: texts with emoji, CR LF and a byte order mark, coded under each reading.

use super::*;
use proptest::prelude::*;
use std::ops::Range;

/// What is written at a byte position under a reading.
fn written(raw: &str, byte: usize, reading: PositionReading) -> u64 {
    let counted = match raw.strip_prefix('\u{feff}') {
        Some(body) if !reading.counts_mark => &body[..byte - 3],
        _ => &raw[..byte],
    };
    let counted = if reading.joins_breaks { counted.replace("\r\n", "\n") } else { counted.to_owned() };
    let n = match reading.unit {
        PositionUnit::CodePoints => counted.chars().count(),
        PositionUnit::Utf16 => counted.encode_utf16().count(),
        PositionUnit::Utf8 => counted.len(),
    };
    n as u64
}

/// Writes places as a program with this reading does.
fn coded<'a>(
    raw: &'a str,
    ranges: &[Range<usize>],
    reading: PositionReading,
    with_words: bool,
) -> Vec<Marked<'a>> {
    let mark = |range: &Range<usize>| Marked {
        start: written(raw, range.start, reading),
        end: Some(written(raw, range.end, reading) - u64::from(reading.includes_end)),
        excerpts: [if with_words { &raw[range.clone()] } else { "" }, ""],
    };
    ranges.iter().map(mark).collect()
}

/// The words of a text, in runs of one to four.
fn runs(raw: &str) -> Vec<Range<usize>> {
    let words: Vec<Range<usize>> = raw
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let start = word.as_ptr() as usize - raw.as_ptr() as usize;
            start..start + word.len()
        })
        .collect();
    (0..words.len())
        .step_by(2)
        .map(|first| {
            let last = (first + first % 4).min(words.len() - 1);
            words[first].start..words[last].end
        })
        .collect()
}

/// An interview with everything in which readings differ, from the first line on.
fn interview() -> String {
    let turn =
        "I: Hoe ging het? 👋\r\nR: Één keer ging het goed, daarna niet meer 😀. We belden haar.\r\n\r\n";
    format!("\u{feff}Eén 👩 gesprek\r\n{}", turn.repeat(20))
}

fn unknown() -> Readings {
    readings_of("")
}

fn clear(judgement: Judgement) -> Chosen {
    match judgement {
        Judgement::Clear(chosen) => chosen,
        Judgement::Unclear(candidates) => panic!("unclear: {candidates:#?}"),
    }
}

#[test]
fn every_reading_is_found_by_the_words_alone() {
    let raw = interview();
    let ranges = runs(&raw);
    for reading in Readings::all() {
        for with_words in [true, false] {
            let places = coded(&raw, &ranges, reading, with_words);
            let chosen = clear(judge(&raw, &places, unknown()));
            assert_eq!(chosen.reading, reading, "{with_words}");
            assert_eq!(chosen.grounds, Grounds::Evidence);
            let found: Vec<Range<usize>> =
                bytes_of(&raw, chosen.reading, &places).into_iter().map(|bytes| bytes.range).collect();
            assert_eq!(found, ranges);
        }
    }
}

#[test]
fn two_errors_that_make_up_for_each_other_are_no_better_than_none() {
    // One place begins inside a word; the reading that takes in the character before each place has all at words.
    let raw = interview();
    let mut ranges = runs(&raw);
    let inside = raw.find("daarna").unwrap();
    ranges.push(inside + 1..inside + 6);
    let reading = PositionReading { unit: PositionUnit::Utf16, ..PositionReading::default() };
    let places = coded(&raw, &ranges, reading, false);
    let chosen = clear(judge(&raw, &places, unknown()));
    assert_eq!(chosen.reading, reading);
    assert_eq!(chosen.score.at_words + 1, chosen.score.n);
    let trap = PositionReading { counts_mark: true, includes_end: true, ..reading };
    let shifted = bytes_of(&raw, trap, &places);
    assert!(raw[shifted[1].range.clone()].starts_with(char::is_whitespace));
}

#[test]
fn lines_that_were_coded_with_their_line_break_end_after_it() {
    let raw = "Ja, dat ging goed.\nWe belden haar elke week.\nDaarna niet meer.\n".repeat(50);
    let mut at = 0;
    let ranges: Vec<Range<usize>> = raw
        .split_inclusive('\n')
        .map(|line| {
            at += line.len();
            at - line.len()..at
        })
        .collect();
    let places = coded(&raw, &ranges, PositionReading::default(), false);
    let chosen = clear(judge(&raw, &places, unknown()));
    assert_eq!((chosen.reading, chosen.grounds), (PositionReading::default(), Grounds::Evidence));
    assert_eq!((chosen.score.at_words, chosen.score.trimmed), (150, 0));
}

#[test]
fn what_is_known_of_a_program_settles_what_the_evidence_leaves_open() {
    // One place that every reading puts inside a word.
    let raw = "\u{feff}👋👋 aaaaaaaaaaaaaaaa";
    let place = [Marked { start: 6, end: Some(9), excerpts: [""; 2] }];
    let Judgement::Unclear(candidates) = judge(raw, &place, unknown()) else { panic!("clear") };
    assert!(candidates.len() > 1);
    assert!(candidates.iter().all(|candidate| candidate.examples.len() == 1));
    for (origin, unit) in
        [("NVivo 12.6.0.959", PositionUnit::Utf16), ("MAXQDA 2022", PositionUnit::CodePoints)]
    {
        let chosen = clear(judge(raw, &place, readings_of(origin)));
        assert_eq!((chosen.reading.unit, chosen.grounds), (unit, Grounds::Prior), "{origin}");
        assert!(is_known(origin));
    }
    assert!(!is_known("Quirkos"));
}

#[test]
fn plain_texts_and_texts_without_places_ask_for_no_choice() {
    let nothing = clear(judge("Eén 👋", &[], unknown()));
    assert_eq!((nothing.reading, nothing.grounds), (PositionReading::default(), Grounds::NoDifference));
    let raw = "Ja, dat ging goed.";
    let place = Marked { start: 4, end: Some(7), excerpts: [""; 2] };
    let chosen = clear(judge(raw, &[place], unknown()));
    assert_eq!(chosen.reading, PositionReading::default());
}

#[test]
fn places_that_cover_nothing_are_no_evidence() {
    // Either they cover nothing, or the end is the last character: that is not for a text to say.
    let place = [Marked { start: 0, end: Some(0), excerpts: [""; 2] }];
    let chosen = clear(judge("I aé", &place, unknown()));
    assert_eq!((chosen.reading, chosen.grounds), (PositionReading::default(), Grounds::Prior));
    assert_eq!(chosen.score, Score::default());
}

#[test]
fn positions_past_the_end_and_inside_characters_are_told() {
    let raw = "é👋a";
    let utf8 = PositionReading { unit: PositionUnit::Utf8, ..PositionReading::default() };
    let place = |start, end| Marked { start, end: Some(end), excerpts: [""; 2] };
    let found =
        bytes_of(raw, utf8, &[place(1, 3), place(6, 7), place(6, u64::MAX), place(7, 6), place(9, 9)]);
    let bytes = |range, is_past_end, is_inside| Bytes { range, is_past_end, is_inside };
    assert_eq!(found[0], bytes(0..6, false, true));
    assert_eq!(found[1], bytes(6..7, false, false));
    assert_eq!(found[2], bytes(6..7, true, false));
    assert_eq!(found[3], bytes(6..7, false, false));
    assert_eq!(found[4], bytes(7..7, true, false));
}

proptest! {
    #[test]
    fn a_wrong_reading_is_never_chosen_silently(
        mark in prop::bool::ANY,
        parts in prop::collection::vec("(I|Ja|één|niet meer|goed|zo|👋|haar 😀|a|\\.|,|\r\n|\n)", 8..60),
        pick in prop::collection::vec(0usize..1000, 1..12),
        idx in 0usize..24,
        with_words in prop::bool::ANY,
    ) {
        let raw = format!("{}{} einde", if mark { "\u{feff}" } else { "" }, parts.join(" "));
        let reading = Readings::all().nth(idx).unwrap();
        let runs = runs(&raw);
        let ranges: Vec<Range<usize>> = pick.iter().map(|n| runs[n % runs.len()].clone()).collect();
        let places = coded(&raw, &ranges, reading, with_words);
        match judge(&raw, &places, unknown()) {
            Judgement::Clear(chosen) if chosen.grounds != Grounds::Prior => {
                let found: Vec<Range<usize>> =
                    bytes_of(&raw, chosen.reading, &places).into_iter().map(|bytes| bytes.range).collect();
                prop_assert_eq!(found, ranges, "{} for {}", chosen.reading, reading);
            }
            Judgement::Clear(chosen) => prop_assert!(!chosen.reading.includes_end && !chosen.reading.counts_mark),
            Judgement::Unclear(candidates) => prop_assert!(candidates.len() > 1),
        }
    }
}
