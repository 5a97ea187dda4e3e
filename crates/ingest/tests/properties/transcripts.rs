//! What holds for any transcript: no word is lost, and reading again changes nothing.

use super::assert_sound;
use draad_core::Unit;
use draad_ingest::{Format, Imported, ReadOptions, read};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn import(text: &str) -> Option<Imported> {
    let options = ReadOptions { format: Some(Format::Text), ..ReadOptions::default() };
    read("a.txt", text.as_bytes(), &options).ok()
}

/// Words in scripts and spellings that readers stumble over: accents apart, right to left, emoji, redactions, sounds.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Zé]{1,8}[.,?!]?",
        1 => "(e\u{301}e\u{301}n|\u{301}|שלום|مرحبا|日本語|👩\u{200d}👧|🇳🇱|a\u{308}\u{323})",
        1 => "(\\[naam\\]|XXX|\\(lacht\\)|//S02:|//|Nota bene:|12|3|#|\\(|\\[)",
    ]
}

/// A time stamp that counts wherever it stands.
fn sure_stamp() -> impl Strategy<Value = String> {
    (0..3u32, 0..60u32, 0..60u32, 0..6usize).prop_map(|(hours, minutes, seconds, form)| {
        let time = format!("{hours:02}:{minutes:02}:{seconds:02}");
        match form {
            0 => format!("#{time}-3#"),
            1 => format!("({time})"),
            2 => format!("[{time}.250]"),
            3 => format!("[{time} - 9:00:00]"),
            _ => format!("[{time}]"),
        }
    })
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 1..6).prop_map(|words| words.join(" "))
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"])
}

/// Lines with labels and stamps in any place.
fn any_transcript() -> impl Strategy<Value = String> {
    let label =
        prop::sample::select(vec!["", "", "I: ", "Moeder: ", "S01:\t", "Anna\n", "Bas de Wit\n", "[id1] "]);
    let stamp = prop_oneof![
        3 => Just(String::new()),
        1 => sure_stamp(),
        1 => "(\\[[0-9]?[0-9]:[0-5][0-9]\\]|[0-9]:[0-5][0-9]|\\([0-5]?[0-9]:[0-5][0-9]\\)|[0-9]{1,3}:[0-9]{2}(:[0-9]{2})?[-.,]?)",
    ];
    let line = (stamp.clone(), label, stamp.clone(), words(), stamp, prop::option::of(words()), line_end());
    let line = line.prop_map(|(before, label, first, words, inside, rest, end)| {
        let rest = rest.unwrap_or_default();
        format!("{before} {label}{first} {words} {inside}{rest}{end}")
    });
    prop::collection::vec(line, 0..10).prop_map(|lines| lines.concat())
}

/// What is left of a text without blanks, and without the signs that time stamps are made of.
fn letters(text: &str) -> String {
    let is_of_stamps = |c: char| c.is_whitespace() || c.is_ascii_digit() || "[]()#:.,->".contains(c);
    text.nfc().filter(|&c| !is_of_stamps(c)).collect()
}

/// What a unit is, but for its place in the recording.
fn untimed(units: &[Unit]) -> Vec<Unit> {
    units.iter().map(|unit| Unit { recording: None, ..unit.clone() }).collect()
}

proptest! {
    #[test]
    fn no_word_is_lost_and_reading_twice_is_the_same(text in any_transcript()) {
        let Some(imported) = import(&text) else { return Ok(()) };
        assert_sound(&imported)?;
        prop_assert_eq!(letters(&imported.text), letters(&text));
        prop_assert_eq!(import(&text), Some(imported));
    }

    #[test]
    fn only_time_stamps_are_taken_out(
        turns in prop::collection::vec(("(I|Moeder)", sure_stamp(), words(), sure_stamp(), words()), 1..6)
    ) {
        let write = |stamped: bool| -> String {
            let turn = |(speaker, first, words, second, rest): &(String, String, String, String, String)| match stamped {
                true => format!("{speaker}: {first} {words} {second} {rest}\n"),
                false => format!("{speaker}: {words} {rest}\n"),
            };
            turns.iter().chain(&turns).map(turn).collect()
        };
        let (with, without) = (import(&write(true)), import(&write(false)));
        prop_assert_eq!(with.map(|imported| imported.text), without.map(|imported| imported.text));
    }

    #[test]
    fn the_stored_text_reads_as_it_was_stored(
        lines in prop::collection::vec(("(I: |Moeder: |Anna\n|)", words(), line_end()), 0..12)
    ) {
        let text: String = lines.iter().map(|(label, words, end)| format!("{label}{words}{end}")).collect();
        let Some(imported) = import(&text) else { return Ok(()) };
        let again = import(&imported.text);
        prop_assert_eq!(again.as_ref().map(|again| &again.text), Some(&imported.text));
        prop_assert_eq!(again.map(|again| again.units), Some(imported.units));
    }

    #[test]
    fn stamps_at_the_ends_of_turns_leave_the_turns_as_they_are(
        turns in prop::collection::vec(("(I|Moeder)", sure_stamp(), words(), sure_stamp()), 1..8)
    ) {
        let turn = |(speaker, first, words, last): &(String, String, String, String)| {
            format!("{speaker}: {first} {words} {last}\n")
        };
        let text: String = turns.iter().chain(&turns).map(turn).collect();
        let Some(imported) = import(&text) else { return Ok(()) };
        let again = import(&imported.text).map(|again| untimed(&again.units));
        prop_assert_eq!(again, Some(untimed(&imported.units)));
    }
}
