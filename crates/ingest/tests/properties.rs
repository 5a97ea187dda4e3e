//! What holds for any input at all.

#[path = "properties/transcripts.rs"]
mod transcripts;

use draad_core::Problem;
use draad_ingest::{Format, Imported, ReadOptions, read, recognise};
use proptest::prelude::*;
use unicode_normalization::is_nfc;

const FORMATS: [Format; 15] = [
    Format::Docx,
    Format::Pdf,
    Format::Odt,
    Format::Rtf,
    Format::Html,
    Format::Text,
    Format::Markdown,
    Format::WhatsAppText,
    Format::WhatsAppZip,
    Format::Table,
    Format::Vtt,
    Format::Srt,
    Format::Sbv,
    Format::Speech,
    Format::SpeechTable,
];

fn read_as(format: Option<Format>, bytes: &[u8]) -> Option<Imported> {
    let options = ReadOptions { format, speakers: vec!["Moeder".to_owned()], ..ReadOptions::default() };
    read("bestand", bytes, &options).ok()
}

/// Asserts what every reader promises about its text and units.
fn assert_sound(imported: &Imported) -> Result<(), TestCaseError> {
    let text = imported.text.as_str();
    let has_marks = text.contains(['\r', '\u{feff}', '\u{0}']);
    prop_assert!(is_nfc(text) && !has_marks);
    let mut end = 0;
    for unit in &imported.units {
        let range = unit.span.range();
        prop_assert!(range.start >= end, "units overlap or are not sorted");
        let words = text.get(range.clone());
        prop_assert!(words.is_some(), "a unit ends inside a character or outside the text");
        let words = words.unwrap_or_default();
        prop_assert_eq!(words.trim(), words);
        prop_assert!(!words.is_empty());
        end = range.end;
    }
    let n_units: usize = imported.labels.iter().map(|count| count.n_units).sum();
    prop_assert_eq!(n_units, imported.units.iter().filter(|unit| unit.speaker.is_some()).count());
    Ok(())
}

/// Lines as people and telephones write them, mixed with anything.
fn any_text() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "\\PC{0,30}",
        "(I|R|Moeder|é+): \\PC{0,20}",
        "(\\*\\*I:\\*\\*|I\t|Moeder \\[00:12\\]:|## 12-09-2021|---) ?\\PC{0,10}",
        "\u{200e}?\\[?[0-3][0-9]/0[1-9]/2022,? [0-9]{1,2}:[0-5][0-9](\u{202f}PM)?(\\]| -) (Anna|B: C): \\PC{0,20}",
        "[0-9]{1,2}-03-2021;\"?\\PC{0,20}\"?;\\PC{0,5}",
        "(WEBVTT|NOTE x|STYLE|[0-9]{1,3}|start\tend\ttext|)",
        "0?[0-9]:[0-5][0-9]:[0-5]?[0-9][.,][0-9]{1,3}( --> |,)0?0:[0-9]{2}:[0-9]{2}[.,][0-9]{3}",
        "<v(\\.x)? ?[A-Zé]{0,3}>\\PC{0,10}(</v>|<i|&amp;|&lrm;|\\{\\\\an8\\}|<b>\u{301}</b>)\\PC{0,10}",
        "(datum;tekst;wie|[\u{301}\u{feff}\u{ad}\u{202a}a:*]{0,8})",
    ];
    prop::collection::vec((line, prop_oneof!["\n", "\r\n", "\n\n"]), 0..12)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end]).collect())
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for format in FORMATS.map(Some).into_iter().chain([None]) {
            if let Some(imported) = read_as(format, &bytes) {
                assert_sound(&imported)?;
            }
        }
    }

    #[test]
    fn bytes_that_start_like_something_never_panic(
        start in prop::sample::select(vec![&b"PK\x03\x04"[..], b"\xFF\xFE", b"\xEF\xBB\xBF", b"\xD0\xCF\x11\xE0", b"sep=;\n"]),
        rest in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let bytes = [start, &rest].concat();
        recognise("bestand", &bytes);
        for format in FORMATS {
            read_as(Some(format), &bytes);
        }
    }

    #[test]
    fn any_text_gives_sound_units_in_every_reader(text in any_text()) {
        for format in [None, Some(Format::Text), Some(Format::Markdown), Some(Format::WhatsAppText), Some(Format::Table)] {
            if let Some(imported) = read_as(format, text.as_bytes()) {
                assert_sound(&imported)?;
            }
        }
    }

    #[test]
    fn any_subtitle_gives_sound_units(blocks in prop::collection::vec((0u32..5, 0u32..5, any_text()), 0..6), end in "(\n|\r\n|\r)") {
        for (format, head, arrow) in [(Format::Vtt, "WEBVTT", " --> "), (Format::Srt, "", " --> "), (Format::Sbv, "", ",")] {
            let cues = blocks.iter().map(|(from, to, words)| format!("\n\n0:00:0{from}.000{arrow}0:00:0{to}.500\n{words}"));
            let text = format!("{head}{}", cues.collect::<String>()).replace('\n', &end);
            if let Some(imported) = read_as(Some(format), text.as_bytes()) {
                assert_sound(&imported)?;
            }
        }
    }

    #[test]
    fn any_heard_words_give_sound_units(words in prop::collection::vec((any::<f64>(), "\\PC{0,20}", "(A|B: |[\u{301}é👋]{0,3})"), 0..6)) {
        let segments: Vec<_> = words
            .iter()
            .map(|(start, text, speaker)| serde_json::json!({ "start": start, "text": text, "speaker": speaker }))
            .collect();
        for json in [serde_json::json!({ "segments": segments }), serde_json::json!(segments)] {
            if let Some(imported) = read_as(Some(Format::Speech), json.to_string().as_bytes()) {
                assert_sound(&imported)?;
            }
        }
    }

    #[test]
    fn no_words_of_a_subtitle_are_lost(
        cues in prop::collection::vec(("(<v Anna>|<v Piet>|)", "[a-zé👋א]{1,9}( [a-zé👋א.]{1,9}){0,3}"), 1..12),
        end in "(\n|\r\n|\r)",
    ) {
        let blocks = cues.iter().zip(1u32..).map(|((voice, words), n)| {
            format!("{n}{end}00:{n:02}.000 --> 00:{n:02}.500{end}{voice}{words}{end}{end}")
        });
        let text = format!("WEBVTT{end}{end}{}", blocks.collect::<String>());
        let imported = read("a.vtt", text.as_bytes(), &ReadOptions::default()).unwrap();
        let units = imported.units.iter().map(|unit| &imported.text[unit.span.range()]);
        let words: Vec<&str> = cues.iter().map(|(_, words)| words.as_str()).collect();
        prop_assert_eq!(units.collect::<Vec<_>>().join(" "), words.join(" "));
    }

    #[test]
    fn labels_and_words_rejoin_to_the_source(
        turns in prop::collection::vec(("(I|Moeder|Kind 2)", "[a-zé👋][a-zé ,.👋]{0,20}[a-zé.]"), 1..10)
    ) {
        let source: Vec<String> = turns.iter().map(|(speaker, words)| format!("{speaker}: {words}")).collect();
        let speakers = ["I", "Moeder", "Kind 2"].map(str::to_owned).to_vec();
        let options = ReadOptions { format: Some(Format::Text), speakers, ..ReadOptions::default() };
        let imported = read("a.txt", source.join("\r\n").as_bytes(), &options).unwrap();
        let rejoined: Vec<String> = imported
            .units
            .iter()
            .map(|unit| format!("{}: {}", unit.speaker.as_deref().unwrap_or_default(), &imported.text[unit.span.range()]))
            .collect();
        prop_assert_eq!(&rejoined, &source);
        prop_assert_eq!(imported.text, source.join("\n"));
    }
}

#[test]
fn nothing_is_said_to_be_empty() {
    for bytes in [&b""[..], b"\n \n", b"\xEF\xBB\xBF"] {
        let problem = read("leeg.txt", bytes, &ReadOptions::default()).unwrap_err().problem;
        assert_eq!(problem, Problem::FileEmpty);
    }
}

#[test]
fn what_no_reader_takes_is_named() {
    let problem = read("opname.m4a", b"\0\0\0\x1cftypM4A", &ReadOptions::default()).unwrap_err().problem;
    assert_eq!(problem, Problem::SoundOrPicture { seen: ".m4a".to_owned() });
}
