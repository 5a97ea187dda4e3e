//! What holds for any input at all.

use draad_core::Problem;
use draad_ingest::{Format, Imported, ReadOptions, read, recognise};
use proptest::prelude::*;
use unicode_normalization::is_nfc;

const FORMATS: [Format; 8] = [
    Format::Docx,
    Format::Odt,
    Format::Rtf,
    Format::Text,
    Format::Markdown,
    Format::WhatsAppText,
    Format::WhatsAppZip,
    Format::Table,
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
    assert_eq!(problem, Problem::FormatUnknown { seen: ".m4a".to_owned() });
}
