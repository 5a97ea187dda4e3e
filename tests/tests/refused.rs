//! Files that are refused: each kind once, with what is said of it, and the study as it was.

use crate::material::{container, docx, fixture, ods, scan, xlsx};
use crate::session::session;
use crate::{world, zipped};
use insta::assert_snapshot;

/// Files behind a password, of old programs, and without letters.
fn closed() -> Vec<(&'static str, Vec<u8>)> {
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let odt = b"application/vnd.oasis.opendocument.text";
    let locked =
        zipped(&[("mimetype", odt), ("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02")]);
    let page = "<!DOCTYPE html><html><head><title>Exported Data</title></head><body>\
        <div class=\"page_wrap\"><div class=\"history\"><div class=\"message default\"></div></div></div></body></html>";
    vec![
        ("chat.html", page.into()),
        ("gescand.pdf", scan()),
        ("oud.doc", container("WordDocument")),
        ("wachtwoord.docx", container("EncryptedPackage")),
        ("wachtwoord.odt", locked),
        ("wachtwoord.pdf", fixture("pdf/wachtwoord.pdf")),
        ("wachtwoord.xlsx", container("EncryptedPackage")),
    ]
}

/// Files that are made to harm.
fn harmful() -> Vec<(&'static str, Vec<u8>)> {
    let mut bomb = b"<!DOCTYPE x [<!ENTITY a \"ha\">".to_vec();
    for (name, inner) in [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d")] {
        bomb.extend(format!("<!ENTITY {name} \"{}\">", format!("&{inner};").repeat(100)).bytes());
    }
    bomb.extend(b"]><w:document xmlns:w=\"x\"><w:body><w:p>&e;</w:p></w:body></w:document>");
    let deep = "<w:p>".repeat(100_000);
    vec![
        ("bom.docx", docx(&" ".repeat(40 << 20))),
        ("diep.docx", docx(&deep)),
        ("entiteiten.docx", zipped(&[("word/document.xml", &bomb)])),
        (
            "omhoog.odt",
            zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("../../.bashrc", b"x")]),
        ),
        ("omhoog.xlsx", zipped(&[("xl/workbook.xml", b"x"), ("/etc/passwd", b"x")])),
    ]
}

/// The first half of a file of each format.
fn halves() -> Vec<(&'static str, Vec<u8>)> {
    let rows: &[&[&str]] = &[&["datum", "tekst"], &["12-03-2021", "De sleutel was weg."]];
    let whole = vec![
        ("half.docx", docx("<w:p/>")),
        ("half.ods", ods(rows)),
        ("half.odt", fixture("gesprek.odt")),
        ("half.pdf", fixture("pdf/dossier-reportlab.pdf")),
        ("half.rtf", fixture("gesprek.rtf")),
        ("half.xlsx", xlsx(rows)),
        ("half.zip", zipped(&[("_chat.txt", b"12-09-2019 17:58 - A: hoi\n")])),
        (
            "result.json",
            br#"{"name": "Gezin", "type": "private_group", "messages": [{"id": 1, "type": "message", "#
                .to_vec(),
        ),
        (
            "whisper.json",
            br#"{"text": " Hallo.", "segments": [{"id": 0, "start": 0.0, "end": 2.5, "text": " Ha"#.to_vec(),
        ),
        ("film.srt", b"1\n00:00:01,000 --> 00:0".to_vec()),
        ("teams.vtt", b"WEBVTT\n\n0:0:1.0 --> 0:0".to_vec()),
    ];
    let half = |(name, mut bytes): (&'static str, Vec<u8>)| {
        if name.starts_with("half") {
            bytes.truncate(bytes.len() / 2);
        }
        (name, bytes)
    };
    whole.into_iter().map(half).collect()
}

/// What the user sees when these files are imported one by one, as one case and kind; the study stays as it was.
fn refused(files: Vec<(&'static str, Vec<u8>)>) -> String {
    let world = world();
    world.done("", "--lang nl new proef");
    world.write("proef/cases.csv", "case,name,constructiveness\np01,Noor,constructive\n");
    let before = world.files("");
    let mut seen = String::new();
    for (name, bytes) in files {
        world.write(&format!("raw/{name}"), bytes);
        seen += &session(&world, "proef", &[&format!("import ../raw/{name} --case p01 --kind interview")]);
        seen += "\n";
        let mut after = world.files("");
        after.retain(|path, _| !path.starts_with("raw/"));
        assert!(before == after, "{name} changed something:\n{seen}");
    }
    seen
}

#[test]
fn files_that_nobody_can_look_into() {
    assert_snapshot!(refused(closed()));
}

#[test]
fn files_that_are_made_to_harm() {
    assert_snapshot!(refused(harmful()));
}

#[test]
fn files_that_were_cut_off() {
    assert_snapshot!(refused(halves()));
}
