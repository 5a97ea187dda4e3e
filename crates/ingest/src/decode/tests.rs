//! Texts in the encodings that programs have written them in.

use super::*;
use crate::{Imported, ReadOptions, read};
use encoding_rs::MACINTOSH;

fn import(bytes: &[u8]) -> Imported {
    read("a.txt", bytes, &ReadOptions::default()).unwrap()
}

#[test]
fn dutch_windows_text_keeps_its_accents_and_quotes() {
    let bytes = b"Zij zei: \x93eerlijk gezegd, de co\xf6rdinatie was \xe9\xe9n grote chaos\x94 \x96 en toen?";
    let found = decode(bytes);
    assert_eq!(found.text, "Zij zei: “eerlijk gezegd, de coördinatie was één grote chaos” – en toen?");
    assert_eq!((found.encoding, found.is_guess), ("windows-1252", true));
    let found = decode(b"Zo\x92n foto\x92s, ge\xefnteresseerd");
    assert_eq!((found.text.as_str(), found.encoding), ("Zo’n foto’s, geïnteresseerd", "windows-1252"));
}

#[test]
fn byte_order_marks_decide() {
    let utf16: Vec<u8> = "\u{feff}één".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(decode(&utf16).text, "één");
    assert!(!decode(&utf16).is_guess);
    assert_eq!(decode("\u{feff}één".as_bytes()).text, "één");
    assert_eq!(decode("één".as_bytes()).encoding, "UTF-8");
}

#[test]
fn utf_16_needs_no_mark() {
    let text = "I: Hoe gaat het, écht?\r\nM: “Goed” 👋\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, encoding) in [(little, "UTF-16LE"), (big, "UTF-16BE")] {
        let found = decode(&bytes);
        assert_eq!((found.text.as_str(), found.encoding, found.is_guess), (text, encoding, true));
        assert_eq!(import(&bytes).reading, format!("text; paragraphs; {}", encoding.to_lowercase()));
    }
}

#[test]
fn old_macs_wrote_other_letters_and_line_breaks() {
    let text = "I: De coördinatie was ‘één’ grote chaos – zo’n ruïne.\rM: Café, geïnd.\rI: Ja.\rM: Nee.";
    let (bytes, _, _) = MACINTOSH.encode(text);
    let found = decode(&bytes);
    assert_eq!((found.text, found.encoding, found.is_guess), (text.replace('\r', "\n"), "macintosh", true));
    assert_eq!(import(text.as_bytes()).units.len(), 4);
    assert_eq!(decode(b"a\r\nb\rc\r\r\nd\ne\r").text, "a\r\nb\nc\n\r\nd\ne\n");
}

#[test]
fn every_reader_sees_the_lines_of_old_macs() {
    let table = import(b"datum;tekst\r12-03-2021;Eerste.\r13-03-2021;Tweede.\r");
    assert_eq!(table.units.len(), 2);
    assert!(table.reading.starts_with("table"));
    let chat = import(b"13-03-2022 13:31 - Anna: hoi\r14-03-2022 13:32 - Bram: dag\r");
    assert_eq!(chat.units.len(), 2);
    assert!(chat.reading.starts_with("whatsapp"));
}

#[test]
fn a_few_wrong_bytes_do_not_spoil_the_rest() {
    let imported =
        import(b"Eerste regel.\r\nZij was \xc3\xa9\xc3\xa9n.\r\nHij zei \xe9\xe9rlijk.\r\n\xc3\xa9n toen.");
    assert_eq!(imported.text, "Eerste regel.\nZij was één.\nHij zei \u{fffd}\u{fffd}rlijk.\nén toen.");
    assert_eq!(imported.report.changed[&Change::BytesUnreadable].examples, ["3", "3"]);
    let [only] = imported.diagnostics.as_slice() else { panic!("{:#?}", imported.diagnostics) };
    assert_eq!((only.place.line, &only.problem), (Some(3), &Problem::BytesUnreadable { n: 2 }));
    assert_eq!(imported.reading, "text; paragraphs");
    // cut off in the middle of a character
    assert_eq!(import(b"En toen\xe2\x82").text, "En toen\u{fffd}");
}

#[test]
fn what_is_no_text_is_refused_whatever_it_is_called() {
    let with_format = ReadOptions { format: Some(crate::Format::Text), ..ReadOptions::default() };
    let mut late = b"Een gewone regel tekst.\n".repeat(500);
    late.extend([0, 1, 2, 3].repeat(20_000));
    for bytes in [b"\x00\x01\x02\x03".to_vec(), vec![0; 64], late] {
        for options in [&ReadOptions::default(), &with_format] {
            let problem = read("a.txt", &bytes, options).unwrap_err().problem;
            assert!(matches!(problem, Problem::FormatUnknown { .. }), "{problem:?}");
        }
    }
    assert_eq!(import(format!("Een nul\0 erin mag{}", " wel".repeat(50)).as_bytes()).text.len(), 216);
}
