//! A text as an OpenDocument text (ODF 1.3): title, facts, headings and lines, nothing that people do not see.

use super::xml::Xml;
use super::zipped::packed;
use crate::locale;
use draad_core::Language;
use draad_core::diagnostic::Outcome;
use zip::CompressionMethod;

const MIME: &str = "application/vnd.oasis.opendocument.text";
const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const STYLE: &str = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
const FO: &str = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
const META: &str = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0";
const MANIFEST: &str = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
const DC: &str = "http://purl.org/dc/elements/1.1/";
const VERSION: &str = "1.3";

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, 1 to 3 levels deep.
    Heading {
        /// Its level.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A line about the text: what it is, and its value.
    Fact {
        /// What it is.
        name: String,
        /// Its value.
        value: String,
    },
    /// A line of the text.
    Line(String),
}

/// Returns a text as OpenDocument. The same text gives the same bytes.
///
/// # Errors
/// `ReportFailed` when there is too much for a document.
pub fn odt(title: &str, language: Language, blocks: &[Block]) -> Outcome<Vec<u8>> {
    let (manifest, content) = (manifest(), content(title, blocks));
    let (styles, meta) = (styles(language), meta(title, language));
    packed([
        // readers know the format by this file, which therefore is the first and not compressed
        ("mimetype", MIME.as_bytes(), CompressionMethod::Stored),
        ("META-INF/manifest.xml", &manifest, CompressionMethod::Deflated),
        ("content.xml", &content, CompressionMethod::Deflated),
        ("styles.xml", &styles, CompressionMethod::Deflated),
        ("meta.xml", &meta, CompressionMethod::Deflated),
    ])
}

fn manifest() -> Vec<u8> {
    let mut xml = Xml::new(true);
    xml.open("manifest:manifest", &[("xmlns:manifest", MANIFEST), ("manifest:version", VERSION)]);
    let files =
        [("/", MIME), ("content.xml", "text/xml"), ("styles.xml", "text/xml"), ("meta.xml", "text/xml")];
    for (path, kind) in files {
        let mut attributes = vec![("manifest:full-path", path), ("manifest:media-type", kind)];
        if path == "/" {
            attributes.push(("manifest:version", VERSION));
        }
        xml.empty("manifest:file-entry", &attributes);
    }
    xml.finish()
}

fn content(title: &str, blocks: &[Block]) -> Vec<u8> {
    let mut xml = Xml::new(false);
    let namespaces = [("xmlns:office", OFFICE), ("xmlns:text", TEXT), ("office:version", VERSION)];
    xml.open("office:document-content", &namespaces);
    xml.open("office:body", &[]);
    xml.open("office:text", &[]);
    xml.element("text:p", &[("text:style-name", "Title")], title);
    for block in blocks {
        match block {
            Block::Heading { level, text } => {
                let level = level.clamp(&1, &3).to_string();
                let style = format!("Heading_20_{level}");
                xml.element("text:h", &[("text:style-name", &style), ("text:outline-level", &level)], text);
            }
            Block::Fact { name, value } => {
                xml.open("text:p", &[("text:style-name", "Fact")]);
                xml.element("text:span", &[("text:style-name", "Strong")], &format!("{name}: "));
                spaced(&mut xml, value);
                xml.close();
            }
            Block::Line(line) => {
                xml.open("text:p", &[("text:style-name", "Standard")]);
                spaced(&mut xml, line);
                xml.close();
            }
        }
    }
    xml.finish()
}

/// Writes text as it is: readers join blanks and drop tabs and line ends, so that those are elements.
fn spaced(xml: &mut Xml, text: &str) {
    let mut plain = String::new();
    let mut is_blank = true;
    for letter in text.chars() {
        let element = match letter {
            ' ' if is_blank => "text:s",
            '\t' => "text:tab",
            '\n' => "text:line-break",
            _ => {
                plain.push(letter);
                is_blank = letter == ' ';
                continue;
            }
        };
        xml.text(&std::mem::take(&mut plain));
        xml.empty(element, &[]);
        is_blank = true;
    }
    xml.text(&plain);
}

fn styles(language: Language) -> Vec<u8> {
    let mut xml = Xml::new(true);
    let namespaces =
        [("xmlns:office", OFFICE), ("xmlns:style", STYLE), ("xmlns:fo", FO), ("office:version", VERSION)];
    xml.open("office:document-styles", &namespaces);
    xml.open("office:styles", &[]);
    xml.open("style:default-style", &[("style:family", "paragraph")]);
    let (code, country) = locale(language).split_once('-').unwrap_or_default();
    let letters = [("fo:font-family", "Noto Sans"), ("fo:font-size", "10.5pt")];
    xml.empty(
        "style:text-properties",
        &[letters[0], letters[1], ("fo:language", code), ("fo:country", country)],
    );
    xml.close();
    paragraph(
        &mut xml,
        "Standard",
        "Standard",
        &[("fo:margin-bottom", "0.15cm"), ("fo:line-height", "130%")],
        &[],
    );
    paragraph(&mut xml, "Fact", "Fact", &[("fo:margin-bottom", "0.05cm")], &[("fo:color", "#444444")]);
    let bold = ("fo:font-weight", "bold");
    paragraph(
        &mut xml,
        "Title",
        "Title",
        &[("fo:margin-bottom", "0.4cm")],
        &[bold, ("fo:font-size", "16pt")],
    );
    let heads = [
        ("Heading_20_1", "Heading 1", "14pt"),
        ("Heading_20_2", "Heading 2", "12pt"),
        ("Heading_20_3", "Heading 3", "11pt"),
    ];
    for (name, shown, size) in heads {
        let around =
            [("fo:margin-top", "0.5cm"), ("fo:margin-bottom", "0.15cm"), ("fo:keep-with-next", "always")];
        paragraph(&mut xml, name, shown, &around, &[bold, ("fo:font-size", size)]);
    }
    xml.open("style:style", &[("style:name", "Strong"), ("style:family", "text")]);
    xml.empty("style:text-properties", &[bold]);
    xml.finish()
}

fn paragraph(xml: &mut Xml, name: &str, shown: &str, around: &[(&str, &str)], letters: &[(&str, &str)]) {
    let named = [("style:name", name), ("style:display-name", shown), ("style:family", "paragraph")];
    xml.open("style:style", &named);
    xml.empty("style:paragraph-properties", around);
    if !letters.is_empty() {
        xml.empty("style:text-properties", letters);
    }
    xml.close();
}

fn meta(title: &str, language: Language) -> Vec<u8> {
    let mut xml = Xml::new(true);
    let namespaces =
        [("xmlns:office", OFFICE), ("xmlns:meta", META), ("xmlns:dc", DC), ("office:version", VERSION)];
    xml.open("office:document-meta", &namespaces);
    xml.open("office:meta", &[]);
    xml.element("meta:generator", &[], concat!("Rode Draad/", env!("CARGO_PKG_VERSION")));
    xml.element("dc:title", &[], title);
    xml.element("dc:language", &[], locale(language));
    xml.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    #[test]
    fn a_text_comes_out_as_it_went_in() {
        let lines = ["A: ja  <dat> & \"meer\"", "\tmet een tab", "", " spatie vooraan", "😀 één"];
        let blocks: Vec<Block> = lines.iter().map(|line| Block::Line((*line).to_owned())).collect();
        let made = odt("Titel", Language::Nl, &blocks).unwrap();
        assert_eq!(made, odt("Titel", Language::Nl, &blocks).unwrap());
        // the type of the file stands uncompressed at byte 38, where readers look for it
        assert_eq!(&made[30..38], b"mimetype");
        assert_eq!(&made[38..38 + MIME.len()], MIME.as_bytes());
        let mut archive = zip::ZipArchive::new(Cursor::new(made)).unwrap();
        let mut xml = String::new();
        archive.by_name("content.xml").unwrap().read_to_string(&mut xml).unwrap();
        let xml = roxmltree::Document::parse(&xml).unwrap();
        let text = |node: roxmltree::Node| -> String {
            node.descendants()
                .map(|part| match part.tag_name().name() {
                    "s" => " ",
                    "tab" => "\t",
                    _ if part.is_text() => part.text().unwrap(),
                    _ => "",
                })
                .collect()
        };
        let found: Vec<String> =
            xml.descendants().filter(|node| node.has_tag_name((TEXT, "p"))).skip(1).map(text).collect();
        assert_eq!(found, lines);
        for name in ["META-INF/manifest.xml", "styles.xml", "meta.xml"] {
            let mut xml = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
            roxmltree::Document::parse(&xml).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
}
