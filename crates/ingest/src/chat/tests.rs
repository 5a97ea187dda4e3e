//! What holds for any chat at all.

use crate::{Format, Imported, ReadOptions, read, read_merged};
use proptest::prelude::*;
use serde_json::json;
use std::time::{Duration, Instant};
use unicode_normalization::{UnicodeNormalization, is_nfc};

fn read_as(format: Format, text: &str) -> Option<Imported> {
    let options = ReadOptions { format: Some(format), ..ReadOptions::default() };
    read("bestand", text.as_bytes(), &options).ok()
}

fn assert_sound(imported: &Imported) -> Result<(), TestCaseError> {
    prop_assert!(is_nfc(&imported.text));
    let has_marks = imported.text.contains(['\r', '\u{feff}', '\u{200e}', '\u{0}']);
    prop_assert!(!has_marks);
    let mut end = 0;
    for unit in &imported.units {
        let range = unit.span.range();
        prop_assert!(range.start >= end);
        end = range.end;
        let words = imported.text.get(range);
        prop_assert!(words.is_some_and(|words| !words.is_empty() && words.trim() == words));
    }
    Ok(())
}

/// Words as people write them, and worse.
fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,20}",
        "[a-zé👋\u{301}\u{338}\u{200e}\u{feff}א ,.:<>()\\[\\]]{0,20}",
        "(Gemiste oproep|null|> ja|\\[x\\]\\(\\./y\\)|POLL:|OPTION: a \\(1\\)|<attached: x>|\\(- A: b -\\)|\\(\\( c \\)\\))",
    ]
}

/// Texts of records in the forms of WhatsApp and Signal, mixed with anything.
fn any_chat() -> impl Strategy<Value = String> {
    let head = prop_oneof![
        "\u{200e}?\\[?[0-3][0-9]/0[1-9]/2022,? [0-9]{1,2}:[0-5][0-9](\u{202f}PM)?(\\]| -) ",
        "\\[202[0-9]-0[1-9]-[0-3][0-9],? [0-9]{1,2}:[0-5][0-9]\\] ",
        "\\[[0-9]{1,2}:[0-5][0-9], [0-3][0-9]/0[1-9]/2022\\] ",
        "",
    ];
    let sender = prop_oneof!["(Anna|B: C|\u{202a}\\+31 6\u{202c}|~ Cas): \u{200e}?", ""];
    let record = (head, sender, any_words(), prop_oneof!["\n", "\r\n", "\n\n"]);
    let record = record.prop_map(|(head, sender, words, end)| head + &sender + &words + &end);
    prop::collection::vec(record, 0..12).prop_map(|records| records.concat())
}

#[test]
fn a_long_line_takes_time_in_step_with_its_length() {
    // Each takes well below a second, and would take many minutes if every sign were compared with every other.
    const PATIENCE: Duration = Duration::from_secs(30);
    for part in ["](./", "[a](./b)", "[a](./", "\u{200e}x", "> ", ": ", "(- ", "a: b ", "<attached: "] {
        let words = part.repeat(50_000);
        for (format, head) in [
            (Format::WhatsAppText, "16-03-2022 15:10 - Anna: "),
            (Format::Signal, "[2026-03-02, 14:05] Anna: "),
        ] {
            let start = Instant::now();
            assert!(read_as(format, &format!("{head}{words}\n")).is_some());
            assert!(start.elapsed() < PATIENCE, "{part} in {format:?}");
        }
    }
}

proptest! {
    #[test]
    fn any_text_gives_sound_units(text in any_chat()) {
        for format in [Format::WhatsAppText, Format::Signal, Format::SignalJson, Format::TelegramJson] {
            if let Some(imported) = read_as(format, &text) {
                assert_sound(&imported)?;
            }
        }
        let (one, other) = text.split_at(text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at));
        let options = ReadOptions { format: Some(Format::WhatsAppText), ..ReadOptions::default() };
        if let Ok(imported) = read_merged(&[("a", one.as_bytes()), ("b", other.as_bytes())], &options, |_, _| None) {
            assert_sound(&imported)?;
        }
    }

    #[test]
    fn no_words_of_a_message_are_lost(messages in prop::collection::vec(("[A-C]", any_words(), any::<bool>()), 1..8)) {
        let records = messages.iter().zip(1..).map(|((sender, words, in_parts), id)| {
            let text = if *in_parts { json!([{ "type": "bold", "text": words }]) } else { json!(words) };
            json!({ "id": id, "type": "message", "date": "2021-03-12T14:05:00", "from": sender, "from_id": sender, "text": text })
        });
        let export = json!({ "messages": records.collect::<Vec<_>>() });
        let Some(imported) = read_as(Format::TelegramJson, &export.to_string()) else { return Ok(()) };
        assert_sound(&imported)?;
        let in_words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let written = |words: &String| {
            let visible: String = words.chars().filter(|&c| !crate::clean::is_invisible(c)).collect();
            in_words(&visible.nfc().collect::<String>())
        };
        let expected: Vec<String> =
            messages.iter().map(|(_, words, _)| written(words)).filter(|words| !words.is_empty()).collect();
        let units = imported.units.iter();
        let found: Vec<String> = units.map(|unit| in_words(&imported.text[unit.span.range()])).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn merging_keeps_every_message_once_and_in_order(
        sent in prop::collection::vec((0..5_u32, "[AB]", "[xy]", 0..3_u8), 1..20)
    ) {
        let export = |wanted: u8| {
            let mut kept: Vec<_> = sent.iter().filter(|(.., where_)| *where_ == 2 || *where_ == wanted).collect();
            kept.sort_by_key(|(minute, ..)| *minute);
            kept.into_iter().map(|(minute, who, what, _)| format!("16-03-2022 15:0{minute} - {who}: {what}\n")).collect::<String>()
        };
        let (one, other) = (export(0), export(1));
        prop_assume!(!one.is_empty() && !other.is_empty());
        let files = [("a", one.as_bytes()), ("b", other.as_bytes())];
        let imported = read_merged(&files, &ReadOptions::default(), |_, _| None).unwrap();
        assert_sound(&imported)?;
        let count = |text: &str, line: &str| text.lines().filter(|known| *known == line).count();
        for line in one.lines().chain(other.lines()) {
            prop_assert_eq!(count(&imported.text, line), count(&one, line).max(count(&other, line)), "{}", line);
        }
        prop_assert!(imported.units.is_sorted_by_key(|unit| unit.time));
        let exports = &imported.report.exports;
        let n_stored = exports[0].n_shared + exports[0].n_alone + exports[1].n_alone;
        prop_assert_eq!(n_stored, imported.units.len());
    }
}

#[test]
fn a_chat_of_thousands_takes_time_in_step_with_its_length() {
    const N: usize = 20_000;
    let line = |n: usize| format!("12-03-2021 21:40 - Lid {n}: hoi\n");
    let text: String = (0..N).map(line).collect();
    let imported = crate::read("chat.txt", text.as_bytes(), &crate::ReadOptions::default()).unwrap();
    assert_eq!((imported.labels.len(), imported.units.len()), (N, N));
    assert_eq!(imported.labels[N - 1].label, format!("Lid {}", N - 1));
}
