//! Telling formats apart, by content first.

use crate::subtitles::{self, Dialect};
use crate::{File, ReadOptions};
use crate::{archive::Archive, chat, decode::decode, diary, html, native, odt, ole, pdf, rtf, sheet};
use draad_core::Problem;
use serde::Serialize;

/// A format that can be read, or one that can be named.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr, strum::EnumString,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// A Word document.
    Docx,
    /// An OpenDocument text, packed or flat.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A page in HTML.
    Html,
    /// A PDF.
    Pdf,
    /// Plain text, with speaker labels or without.
    Text,
    /// Markdown, with speaker labels or without.
    Markdown,
    /// A WhatsApp export as text.
    WhatsAppText,
    /// A chat export as archive: WhatsApp's, or a zipped folder of another program.
    WhatsAppZip,
    /// A Telegram Desktop export as JSON: one chat, or an account with all of them.
    TelegramJson,
    /// A Telegram Desktop export as web page, which cannot be read.
    TelegramHtml,
    /// A Signal chat as `signal-export` writes it: `chat.md`.
    Signal,
    /// A Signal chat as `signal-export` writes it: `data.json`.
    SignalJson,
    /// A Signal chat as web page, which cannot be read.
    SignalHtml,
    /// A diary or dossier as a table: one entry per row.
    Table,
    /// A workbook (XLSX, XLS, ODS): a diary or dossier as a table.
    Workbook,
    /// Subtitles as WebVTT, which meeting programs write too.
    Vtt,
    /// Subtitles as SubRip.
    Srt,
    /// Subtitles as YouTube writes them.
    Sbv,
    /// What a speech recogniser heard, as JSON.
    Speech,
    /// What a speech recogniser heard, as a table.
    SpeechTable,
    /// A document or workbook behind a password.
    Protected,
    /// Anything else; also the projects of other programs that only those can open.
    Unknown,
}

impl Format {
    /// Returns whether it holds what people wrote to each other, message by message.
    pub fn is_chat(self) -> bool {
        use Format::*;
        matches!(
            self,
            WhatsAppText | WhatsAppZip | TelegramJson | TelegramHtml | Signal | SignalJson | SignalHtml
        )
    }
}

/// How many bytes say what a text with markup is.
const START: usize = 4096;

/// Returns what `bytes` are. The name counts only where the content leaves a choice: between plain text and Markdown, and
/// for archives that cannot be opened.
pub fn recognise(name: &str, bytes: &[u8]) -> Format {
    let extension = extension(name);
    if native::program_of(&extension, bytes).is_some() {
        return Format::Unknown;
    }
    if ole::is_container(bytes) {
        return recognise_ole(bytes);
    }
    if sheet::is_workbook(bytes) {
        return Format::Workbook;
    }
    if bytes.starts_with(b"PK") {
        return recognise_zip(&extension, bytes);
    }
    if pdf::is_pdf(bytes) {
        return Format::Pdf;
    }
    if let Some(page) = chat::recognise_page(bytes) {
        return page;
    }
    if let Some(format) = recognise_markup(&extension, bytes) {
        return format;
    }
    if let Some(document) = document_of(&extension) {
        return document;
    }
    if extension == "zip" {
        return Format::WhatsAppZip;
    }
    if signature(bytes).is_some() {
        return Format::Unknown;
    }
    recognise_text(&extension, &decode(bytes).text)
}

/// Old Office programs share one container with documents behind a password.
fn recognise_ole(bytes: &[u8]) -> Format {
    if ole::holds(bytes, "WordDocument") {
        Format::Unknown
    } else if sheet::is_workbook(bytes) {
        Format::Workbook
    } else {
        Format::Protected
    }
}

fn recognise_zip(extension: &str, bytes: &[u8]) -> Format {
    let options = ReadOptions::default();
    let file = File { name: "", options: &options };
    let mut archive = Archive::open(&file, bytes).ok();
    let is_odt = archive.as_mut().is_some_and(|archive| odt::is_packed(archive, &file));
    let has = |wanted: &dyn Fn(&str) -> bool| {
        archive.as_ref().is_some_and(|archive| archive.names().iter().any(|name| wanted(name)))
    };
    if has(&|name| name.eq_ignore_ascii_case("word/document.xml")) {
        Format::Docx
    } else if is_odt {
        Format::Odt
    } else if let Some(document) = document_of(extension) {
        document
    } else if matches!(extension, "" | "zip") || has(&chat::is_whatsapp_name) {
        Format::WhatsAppZip
    } else {
        Format::Unknown
    }
}

/// Tells texts with markup apart by how they start. Old systems write them under any name; Markdown may start with a tag.
fn recognise_markup(extension: &str, bytes: &[u8]) -> Option<Format> {
    if bytes.trim_ascii_start().starts_with(rtf::START) {
        return Some(Format::Rtf);
    }
    let start = decode(&bytes[..bytes.len().min(START)]).text;
    let is_markdown = matches!(extension, "md" | "markdown");
    if odt::is_flat(&start) {
        Some(Format::Odt)
    } else if html::is_page(&start) || (html::starts_with_tag(&start) && !is_markdown) {
        Some(Format::Html)
    } else {
        None
    }
}

/// Returns the packed document that an extension promises.
fn document_of(extension: &str) -> Option<Format> {
    match extension {
        "docx" | "docm" | "dotx" => Some(Format::Docx),
        "odt" | "ott" => Some(Format::Odt),
        _ => None,
    }
}

fn recognise_text(extension: &str, text: &str) -> Format {
    if is_binary(text) {
        return Format::Unknown;
    }
    let text = head(text);
    if let Some(format) = recognise_speech(extension, text) {
        format
    } else if let Some(chat) = chat::recognise_text(extension, text) {
        chat
    } else if extension == "json" {
        Format::Unknown
    } else if matches!(extension, "csv" | "tsv" | "tab") || diary::looks_like_table(text) {
        Format::Table
    } else if matches!(extension, "html" | "htm" | "xhtml") {
        Format::Html
    } else if matches!(extension, "md" | "markdown") {
        Format::Markdown
    } else {
        Format::Text
    }
}

/// Returns as much of a text as tells what it is, so that a line of a gigabyte costs nothing here. JSON only makes sense as
/// a whole.
pub(crate) fn head(text: &str) -> &str {
    const SAMPLE: usize = 1 << 20;
    match text.trim_start().starts_with(['{', '[']) {
        true => text,
        false => &text[..text.floor_char_boundary(SAMPLE)],
    }
}

/// Says that a file has a password, in the words of the program that its name points at.
pub(crate) fn protected(name: &str) -> Problem {
    match extension(name).as_str() {
        "xlsx" | "xlsm" | "xls" | "ods" => Problem::WorkbookProtected,
        _ => Problem::DocxProtected,
    }
}

/// Recognises subtitles and what speech recognisers write: by content, or by a name that nothing else has.
fn recognise_speech(extension: &str, text: &str) -> Option<Format> {
    let named = match extension {
        "vtt" => Some(Format::Vtt),
        "srt" => Some(Format::Srt),
        "sbv" => Some(Format::Sbv),
        _ => None,
    };
    match subtitles::looks_like_subtitles(text) {
        Some(Dialect::Vtt) => Some(Format::Vtt),
        // Without its first line, WebVTT looks like SubRip without numbers.
        Some(Dialect::Srt) if extension == "vtt" => Some(Format::Vtt),
        Some(Dialect::Srt) => Some(Format::Srt),
        Some(Dialect::Sbv) => Some(Format::Sbv),
        None if subtitles::looks_like_speech(text) => Some(Format::Speech),
        None if subtitles::looks_like_speech_table(text) => Some(Format::SpeechTable),
        None => named,
    }
}

/// Returns a short name for what was seen, for a message that it cannot be read.
pub(crate) fn describe(name: &str, bytes: &[u8]) -> String {
    if ole::is_container(bytes) {
        return "Word 97–2003 (.doc)".to_owned();
    }
    match (signature(bytes), extension(name)) {
        (Some(seen), _) => seen.to_owned(),
        (None, extension) if extension.is_empty() => hexadecimal(bytes),
        (None, extension) => format!(".{extension}"),
    }
}

/// Endings of files with sound or pictures, moving or not.
const SOUND_AND_PICTURES: [&str; 30] = [
    "3gp", "aac", "aif", "aiff", "amr", "avi", "bmp", "caf", "flac", "gif", "heic", "heif", "jpeg", "jpg",
    "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "oga", "ogg", "opus", "png", "tif", "tiff", "wav", "webm",
    "wma", "wmv",
];

/// Returns whether a file that no reader takes holds sound or pictures: by its first bytes, or by its name.
pub(crate) fn is_sound_or_picture(name: &str, bytes: &[u8]) -> bool {
    const SIGNATURES: [&[u8]; 10] = [
        b"\xFF\xD8\xFF",
        b"\x89PNG",
        b"GIF8",
        b"ID3",
        b"OggS",
        b"fLaC",
        b"RIFF",
        b"#!AMR",
        b"\x1A\x45\xDF\xA3",
        b"\x30\x26\xB2\x75",
    ];
    bytes.get(4..8) == Some(b"ftyp")
        || SIGNATURES.iter().any(|start| bytes.starts_with(start))
        || SOUND_AND_PICTURES.binary_search(&extension(name).as_str()).is_ok()
}

fn hexadecimal(bytes: &[u8]) -> String {
    let first: Vec<String> = bytes.iter().take(8).map(|byte| format!("{byte:02X}")).collect();
    first.join(" ")
}

/// Names formats by their first bytes that would otherwise pass for plain text or deserve a name.
fn signature(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 6] = [
        (b"<?xml", "XML"),
        (b"<!DOCTYPE", "XML"),
        (b"SQLite format 3\0", "SQLite"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"\x89PNG", "PNG"),
        (b"ID3", "MP3"),
    ];
    let found = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start))?;
    Some(found.1)
}

/// Returns whether a text is full of control characters, as other files read as text are: at its start or altogether.
pub(crate) fn is_binary(text: &str) -> bool {
    const SAMPLE: usize = 4096;
    let bytes = text.as_bytes();
    is_junk(&bytes[..bytes.len().min(SAMPLE)]) || is_junk(bytes)
}

fn is_junk(bytes: &[u8]) -> bool {
    let n_zero = bytes.iter().filter(|&&byte| byte == 0).count();
    let is_control = |byte: u8| byte.is_ascii_control() && !matches!(byte, b'\t'..=b'\r');
    let n_control = bytes.iter().filter(|&&byte| is_control(byte)).count();
    (n_control + 8 * n_zero) * 20 > bytes.len()
}

/// Returns what follows the last point of a name, in lower case.
pub(crate) fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or(String::new(), |(_, extension)| extension.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::tests::pack;

    #[test]
    fn content_decides_and_the_name_breaks_ties() {
        let docx = pack(&[("word/document.xml", b"<x/>")]);
        assert_eq!(recognise("interview.zip", &docx), Format::Docx);
        let chat = pack(&[("__MACOSX/._chat.txt", b"x"), ("_chat.txt", b"x")]);
        assert_eq!(recognise("chat.zip", &chat), Format::WhatsAppZip);
        assert_eq!(recognise("x.docx", b"PK\x03\x04 broken"), Format::Docx);
        assert_eq!(recognise("x.bin", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Format::Protected);
        assert_eq!(recognise("x.pdf", b"%PDF-1.7"), Format::Pdf);
        assert_eq!(recognise("x.doc", b"{\\rtf1 hoi}"), Format::Rtf);
        assert_eq!(recognise("x.doc", b"<html xmlns:w=\"w\"><head>"), Format::Html);
        assert_eq!(recognise("x.md", b"<p align=center>Logo</p>\n# Kop"), Format::Markdown);
        assert_eq!(recognise("x.htm", b"I: hoi<br>R: hallo"), Format::Html);
        assert_eq!(recognise("x.svg", b"<?xml version=\"1.0\"?><svg/>"), Format::Unknown);
        assert_eq!(recognise("x.odt", b"PK\x03\x04 broken"), Format::Odt);
        assert_eq!(recognise("x", b"\x00\x01\x02\x03"), Format::Unknown);
        assert_eq!(recognise("x.md", b"# Kop"), Format::Markdown);
        assert_eq!(recognise("x.txt", b"I: hoi\nR: hallo"), Format::Text);
        assert_eq!(recognise("x.txt", b"datum;tekst\n1-2-2021;hoi\n"), Format::Table);
        assert_eq!(recognise("x.txt", b"\xEF\xBB\xBFWEBVTT\n\n00:01.000 --> 00:02.000\nJa"), Format::Vtt);
        assert_eq!(recognise("x.vtt", b"00:00:01.000 --> 00:00:02.000\nJa"), Format::Vtt);
        assert_eq!(recognise("x.txt", b"\n1\n00:00:01,000 --> 00:00:02,000\nJa"), Format::Srt);
        assert_eq!(recognise("x.txt", b"0:00:01.000,0:00:02.000\nJa"), Format::Sbv);
        assert_eq!(recognise("x.srt", b"Ja"), Format::Srt);
        assert_eq!(recognise("x", b"{\"text\":\"a\",\"segments\":[{\"start\":0}]}"), Format::Speech);
        assert_eq!(recognise("x.tsv", b"start\tend\ttext\n0\t900\tJa"), Format::SpeechTable);
        assert_eq!(recognise("x.json", b"{\"segments\": 3}"), Format::Unknown);
        assert_eq!(recognise("x.txt", b"I: \"segments\" is a word"), Format::Text);
        assert_eq!(recognise("x.csv", b"12-03-2021 21:40 - Anna: hoi\n"), Format::WhatsAppText);
    }

    #[test]
    fn what_cannot_be_read_has_a_name() {
        assert_eq!(describe("x.m4a", b"\x00\x00\x00\x1c"), ".m4a");
        assert_eq!(describe("opname", b"\x00\xff"), "00 FF");
    }

    #[test]
    fn sound_and_pictures_are_told_by_their_start_or_their_name() {
        assert!(SOUND_AND_PICTURES.is_sorted());
        for (name, bytes) in [
            ("opname", &b"\0\0\0\x20ftypisom"[..]),
            ("opname.mp3", b"\xFF\xFB\x90\x64"),
            ("Foto.JPG", b"\xFF\xD8\xFF\xE0"),
            ("stem.bin", b"OggS\0\x02"),
        ] {
            assert!(is_sound_or_picture(name, bytes), "{name}");
        }
        assert!(!is_sound_or_picture("gesprek.db", b"SQLite format 3\0"));
    }
}
