//! What was written is opened again and compared with what was asked for.

use super::super::sample::{blocks, document, figure};
use super::super::{Block, Document};
use super::*;
use roxmltree::{Document as Xml, Node};
use std::collections::BTreeSet;
use std::io::Read;

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn named<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

fn value<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    node.attributes().find(|attribute| attribute.name() == name).map_or("", |found| found.value())
}

/// The paragraphs with their styles; a break is `↵`, a tab `→`.
fn paragraphs(xml: &str) -> Vec<(String, String)> {
    let xml = Xml::parse(xml).unwrap();
    let letters = |node: Node| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().to_owned(),
        "br" => "↵".to_owned(),
        "tab" => "→".to_owned(),
        _ => String::new(),
    };
    let paragraph = |node: Node| {
        let style = named(node, "pStyle").next().map_or("", |style| value(style, "val")).to_owned();
        (style, node.descendants().map(letters).collect())
    };
    named(xml.root(), "p").map(paragraph).collect()
}

#[test]
fn paragraphs_have_their_styles_and_every_letter_arrives() {
    let found = paragraphs(&part(&docx(&document()).unwrap(), "word/document.xml"));
    let expected = [
        ("Title", "Fragmenten: Vertrouwen"),
        ("Subtitle", "Een studie"),
        ("Heading1", "Vertrouwen  1 fragment in 1 bron"),
        ("Heading2", "p01  1 fragment in 1 bron"),
        ("Heading6", "diep"),
        ("Quote", "[… ik dacht] Zij zei: \"ëén\" & <b>\u{1F9D2}\u{1F3FD}</b>↵en toen→niets␋␇.[, of niet …]"),
        ("QuoteSource", "Moeder · p01-interview"),
        ("QuoteMemo", "anna: *letterlijk* #1"),
        ("Note", "Gevonden in 1 van 2 casussen."),
        ("Heading1", "Waarop dit berust"),
        ("Definition", "Fragment. Een stuk van een bron."),
    ];
    let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn styles_language_and_title_are_those_of_a_real_document() {
    let bytes = docx(&document()).unwrap();
    let styles = part(&bytes, "word/styles.xml");
    let text = part(&bytes, "word/document.xml") + &part(&docx(&blocks()).unwrap(), "word/document.xml");
    let text = format!("<all>{}</all>", text.replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", ""));
    let (styles, text) = (Xml::parse(&styles).unwrap(), Xml::parse(&text).unwrap());
    let known: Vec<&str> = named(styles.root(), "style").map(|style| value(style, "styleId")).collect();
    let used = ["pStyle", "rStyle", "tblStyle"].into_iter().flat_map(|kind| named(text.root(), kind));
    for style in used.map(|style| value(style, "val")) {
        assert_eq!(known.iter().filter(|id| **id == style).count(), 1, "{style} is defined once");
    }
    let default: Vec<Node> =
        named(styles.root(), "style").filter(|style| value(*style, "default") == "1").collect();
    assert_eq!(default.iter().map(|style| value(*style, "styleId")).collect::<Vec<_>>(), ["Normal"]);
    assert_eq!(named(styles.root(), "lang").map(|lang| value(lang, "val")).collect::<Vec<_>>(), ["nl-NL"]);
    let core = part(&bytes, "docProps/core.xml");
    let core = Xml::parse(&core).unwrap();
    let title = named(core.root(), "title").next().unwrap();
    assert_eq!(title.text(), Some("Fragmenten: Vertrouwen"));
    assert!(part(&bytes, "word/footer1.xml").contains("PAGE"));
}

#[test]
fn a_table_repeats_its_head_and_is_as_wide_as_the_page() {
    let text = part(&docx(&blocks()).unwrap(), "word/document.xml");
    let text = Xml::parse(&text).unwrap();
    let tables: Vec<Node> = named(text.root(), "tbl").collect();
    assert_eq!(tables.len(), 2);
    for (table, width) in tables.into_iter().zip([9070_u32, 14002]) {
        let rows: Vec<Node> = named(table, "tr").collect();
        assert_eq!(rows.iter().filter(|row| named(**row, "tblHeader").count() == 1).count(), 1);
        assert_eq!(named(rows[0], "tblHeader").count(), 1, "the first row");
        let cells = |row: &Node| named(*row, "tc").count();
        assert_eq!(rows.iter().map(cells).collect::<Vec<_>>(), [3, 1, 3, 3]);
        let widths: Vec<u32> = named(table, "gridCol").map(|col| value(col, "w").parse().unwrap()).collect();
        assert_eq!(widths, [width / 2, width / 4, width / 4]);
        let aligned = named(rows[2], "p").map(|p| named(p, "jc").next().map_or("", |jc| value(jc, "val")));
        assert_eq!(
            aligned.collect::<Vec<_>>(),
            ["", "", "center", "right"],
            "two paragraphs in the first cell"
        );
    }
}

#[test]
fn captions_are_counted_and_fields_hold_their_values() {
    let xml = part(&docx(&blocks()).unwrap(), "word/document.xml");
    let captions: Vec<String> =
        paragraphs(&xml).into_iter().filter(|(style, _)| style == "Caption").map(|(_, text)| text).collect();
    let expected =
        ["Tabel 1. Steekproef", "Figuur 1. Waar factoren staan", "Tabel 2. Steekproef", "Figuur 2. Nog eens"];
    assert_eq!(captions, expected);
    let xml = Xml::parse(&xml).unwrap();
    let counts: BTreeSet<&str> = named(xml.root(), "fldSimple").map(|field| value(field, "instr")).collect();
    assert_eq!(counts, BTreeSet::from([" SEQ Tabel \\* ARABIC ", " SEQ Figuur \\* ARABIC "]));
    let held = |control: Node| named(control, "t").filter_map(|t| t.text()).collect::<String>();
    let fields = named(xml.root(), "sdt").filter(|control| named(*control, "alias").count() == 1);
    let fields: Vec<(String, String)> = fields
        .map(|control| (value(named(control, "alias").next().unwrap(), "val").to_owned(), held(control)))
        .collect();
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(fields, [field("aantal casussen", "13"), field("naam", "[naam]"), field("naam", "[naam]")]);
    assert_eq!(named(xml.root(), "checkbox").count(), 3, "two in tables, one in a list");
    let of_controls = named(xml.root(), "id").map(|node| value(node, "val"));
    let of_pictures = named(xml.root(), "docPr").map(|node| value(node, "id"));
    let ids: Vec<&str> = of_controls.chain(of_pictures).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "each id is given once");
}

#[test]
fn a_picture_is_kept_once_and_described_wherever_it_stands() {
    let bytes = docx(&blocks()).unwrap();
    let (text, relations) = (part(&bytes, "word/document.xml"), part(&bytes, "word/_rels/document.xml.rels"));
    let (text, relations) = (Xml::parse(&text).unwrap(), Xml::parse(&relations).unwrap());
    let shown: Vec<&str> = named(text.root(), "blip").map(|blip| value(blip, "embed")).collect();
    assert_eq!(shown, ["picture1", "picture1"]);
    let target =
        named(relations.root(), "Relationship").find(|node| node.attribute("Id") == Some("picture1"));
    let target = target.unwrap().attribute("Target").unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut kept = Vec::new();
    archive.by_name(&format!("word/{target}")).unwrap().read_to_end(&mut kept).unwrap();
    assert_eq!(kept, figure().png);
    for shown in named(text.root(), "docPr") {
        assert_eq!(shown.attribute("descr"), Some(figure().alt.as_str()));
    }
    let extents: Vec<(&str, &str)> = named(text.root(), "extent")
        .map(|extent| (extent.attribute("cx").unwrap(), extent.attribute("cy").unwrap()))
        .collect();
    assert_eq!(extents, [("3600000", "1800000"); 2], "100 by 50 mm, at 36 000 a millimetre");
}

/// The orientation of each section: `landscape`, or nothing.
fn sections(document: &Document) -> Vec<String> {
    let xml = part(&docx(document).unwrap(), "word/document.xml");
    let xml = Xml::parse(&xml).unwrap();
    named(xml.root(), "pgSz").map(|size| value(size, "orient").to_owned()).collect()
}

#[test]
fn pages_lie_on_their_side_only_where_they_are_asked_to() {
    assert_eq!(sections(&blocks()), ["", "landscape", ""], "two blocks beside each other share their pages");
    let mut ends_lying = blocks();
    ends_lying.blocks.pop();
    assert_eq!(sections(&ends_lying), ["", "landscape"], "no empty page at the end");
    let mut upright = blocks();
    upright.blocks.retain(|block| !matches!(block, Block::Landscape(_)));
    assert_eq!(sections(&upright), [""]);
}

#[test]
fn lists_and_lines_are_those_of_word() {
    let bytes = docx(&blocks()).unwrap();
    let (text, lists) = (part(&bytes, "word/document.xml"), part(&bytes, "word/numbering.xml"));
    let (tree, lists) = (Xml::parse(&text).unwrap(), Xml::parse(&lists).unwrap());
    let used: BTreeSet<&str> = named(tree.root(), "numId").map(|id| value(id, "val")).collect();
    let known: BTreeSet<&str> = named(lists.root(), "num").map(|num| value(num, "numId")).collect();
    assert_eq!(used.len(), 1);
    assert!(used.is_subset(&known), "{used:?} {known:?}");
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    assert!(relations.contains("numbering.xml"));
    let styles: Vec<String> = paragraphs(&text).into_iter().map(|(style, _)| style).collect();
    assert_eq!(styles.iter().filter(|style| *style == "Ruled").count(), 2);
    assert_eq!(named(tree.root(), "pageBreakBefore").count(), 0, "a section begins a page by itself");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let elsewhere = std::thread::spawn(|| docx(&document()).unwrap()).join().unwrap();
    assert!(docx(&document()).unwrap() == elsewhere);
    assert!(docx(&document()).unwrap() == elsewhere);
}
