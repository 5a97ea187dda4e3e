//! What no reader may do with any file, tried on all of them: fall over, follow an entity, leave its folder.

use crate::archive::tests::pack;
use crate::sheet::tests::{ods, xlsx};
use crate::{Format, ReadOptions, read, read_sheet, recognise};
use draad_core::Problem;
use std::path::PathBuf;

/// Files of every kind, with the extension of each.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let fixture = |name: &str| {
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", name].iter().collect();
        std::fs::read(path).unwrap()
    };
    let row = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>tekst</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>";
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>tekst</text:p></table:table-cell>";
    let rows = format!("<table:table-row table:number-rows-repeated=\"2\">{cell}</table:table-row>");
    let chat = "12-03-2021 21:40 - Anna: hoi\n12-03-2021 21:41 - Bea: dag 👋\n";
    let telegram = "{\"name\":\"G\",\"type\":\"private_group\",\"id\":7,\"messages\":[{\"id\":1,\"type\":\"message\",\
        \"date\":\"2021-03-12T14:05:09\",\"from\":\"Anna\",\"from_id\":\"user1\",\"text\":\"hoi\"}]}";
    let signal = "{\"date\":\"2026-03-02T14:01:00\",\"sender\":\"Me\",\"body\":\"hoi\",\"quote\":\"\",\"reactions\":[]}";
    let speech = "{\"text\":\"Ja.\",\"segments\":[{\"start\":0.0,\"end\":1.5,\"text\":\" Ja.\"}]}";
    vec![
        ("docx", fixture("gesprek.docx")),
        ("odt", fixture("gesprek.odt")),
        ("rtf", fixture("gesprek.rtf")),
        ("html", fixture("gesprek.html")),
        ("pdf", fixture("pdf/gesprek-chromium.pdf")),
        ("xlsx", xlsx(&[("Blad1", row)])),
        ("ods", ods(&rows)),
        ("zip", pack(&[("_chat.txt", chat.as_bytes()), ("foto.jpg", b"x")])),
        ("txt", chat.as_bytes().to_vec()),
        ("json", telegram.as_bytes().to_vec()),
        ("json", signal.as_bytes().to_vec()),
        ("json", speech.as_bytes().to_vec()),
        ("md", "# Kop\n\n**I:** Hoe is het?\n\n**R:** Goed, café.\n".as_bytes().to_vec()),
        ("vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Ja\n".to_vec()),
        ("srt", b"1\n00:00:01,000 --> 00:00:02,000\nJa\n".to_vec()),
        ("sbv", b"0:00:01.000,0:00:02.000\nJa\n".to_vec()),
        ("tsv", b"start\tend\ttext\n0\t900\tJa\n".to_vec()),
        ("csv", b"datum;auteur;tekst\n12-3-2021;Anna;\"Een dag; met werk\"\n".to_vec()),
    ]
}

/// Reads a file; what is not refused has words in it.
fn try_reading(extension: &str, format: Option<Format>, bytes: &[u8]) {
    let options = ReadOptions { format, ..ReadOptions::default() };
    let name = format!("a.{extension}");
    if let Ok(imported) = read(&name, bytes, &options) {
        assert!(!imported.text.trim().is_empty(), "{name} as {format:?}");
    }
    let _ = read_sheet(&name, bytes, None);
}

#[test]
fn a_file_may_break_off_anywhere() {
    for (extension, bytes) in samples() {
        for cut in 0..20 {
            try_reading(extension, None, &bytes[..bytes.len() * cut / 20]);
        }
    }
}

#[test]
fn a_file_may_have_any_name_and_be_taken_for_anything() {
    let samples = samples();
    let options = ReadOptions::default();
    for (extension, bytes) in &samples {
        let format = recognise(&format!("a.{extension}"), bytes);
        assert!(read(&format!("a.{extension}"), bytes, &options).is_ok(), "{format:?}");
        for (other, _) in &samples {
            try_reading(other, None, bytes);
            try_reading(extension, Some(recognise(&format!("a.{other}"), b"x")), bytes);
        }
        for (_, other) in &samples {
            try_reading(extension, Some(format), other);
        }
    }
}

#[test]
fn entities_are_never_followed() {
    const ENTITIES: &str =
        "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hosts\">]>";
    let document = format!(
        "{ENTITIES}<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:body></w:document>"
    );
    let docx = pack(&[("word/document.xml", document.as_bytes())]);
    let problem = read("a.docx", &docx, &ReadOptions::default()).unwrap_err().problem;
    assert!(matches!(problem, Problem::DocxInvalid { .. }), "{problem:?}");

    let content = format!(
        "{ENTITIES}<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"
    );
    for kind in ["text", "spreadsheet"] {
        let kind = format!("application/vnd.oasis.opendocument.{kind}");
        let packed = pack(&[("mimetype", kind.as_bytes()), ("content.xml", content.as_bytes())]);
        let problem = read("a", &packed, &ReadOptions::default()).unwrap_err().problem;
        let is_refused = matches!(problem, Problem::DocumentInvalid { .. } | Problem::WorkbookInvalid { .. });
        assert!(is_refused, "{problem:?}");
    }
    let row = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>tekst &f;</v></c></row>";
    let read = read_sheet("a.xlsx", &xlsx(&[("Blad1", row)]), None);
    assert!(read.is_err_and(|refused| matches!(refused.problem, Problem::WorkbookInvalid { .. })));
}

#[test]
fn deep_json_is_refused_or_lost_by_name() {
    const DEPTH: usize = 100_000;
    let nest = format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    for format in [Format::TelegramJson, Format::SignalJson, Format::Speech] {
        for text in [
            nest.clone(),
            format!("{{\"messages\":[{nest}],\"segments\":[{nest}]}}"),
            format!("{{\"text\":{nest},\"body\":{nest}}}"),
        ] {
            try_reading("json", Some(format), text.as_bytes());
        }
    }
    let message = format!("{{\"sender\":\"Me\",\"body\":{nest},\"quote\":\"\",\"reactions\":[]}}");
    let refused = read("data.json", message.as_bytes(), &ReadOptions::default()).unwrap_err();
    assert!(matches!(refused.problem, Problem::RecordUnreadable { .. }), "{refused:?}");
    assert_eq!(refused.place.line, Some(1));
}
