//! `draad report --as manuscript`: opened again as Word opens it, and held against the files of the study.

use crate::{Row, example, world};
use draad_tests::world::World;
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::LazyLock;

/// A world with the example study in `studie`.
fn with_example() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

/// A world with the example study, and the manuscript of it: made once for all tests, which leave it as it is.
fn with_manuscript() -> &'static (World, Vec<u8>) {
    static MADE: LazyLock<(World, Vec<u8>)> = LazyLock::new(|| {
        let world = with_example();
        world.done("studie", "report --as manuscript");
        let bytes = std::fs::read(world.path("studie/output/manuscript.docx")).unwrap();
        (world, bytes)
    });
    &MADE
}

fn part(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut content = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut content).unwrap();
    content
}

fn document(bytes: &[u8]) -> String {
    String::from_utf8(part(bytes, "word/document.xml")).unwrap()
}

fn named<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

fn value<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    node.attributes().find(|attribute| attribute.name() == name).map_or("", |found| found.value())
}

fn text(node: Node) -> String {
    named(node, "t").filter_map(|t| t.text()).collect()
}

/// The rows of a table of the study.
fn rows(world: &World, file: &str) -> Vec<Row> {
    crate::rows(world.read(&format!("studie/{file}")))
}

/// The codings of a coder, by source.
fn codings(world: &World, coder: &str) -> BTreeMap<String, usize> {
    let folder = world.path(&format!("studie/codings/{coder}"));
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let count = |path: &std::path::Path| csv::Reader::from_path(path).unwrap().into_records().count();
    files.map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), count(&path))).collect()
}

/// What a checklist answers, by the number of the item.
fn checklist(xml: &Document, first: &str, last: &str) -> BTreeMap<String, String> {
    let cells = |row: Node| named(row, "tc").map(|cell| text(cell)).collect::<Vec<_>>();
    let tables = named(xml.root(), "tbl").map(|table| named(table, "tr").map(cells).collect::<Vec<_>>());
    let has =
        |table: &Vec<Vec<String>>, number: &str| table.iter().any(|row| row[0] == number && row.len() == 5);
    let mut found = tables.filter(|table| has(table, first) && has(table, last));
    let table = found.next().unwrap();
    table.into_iter().filter(|row| row.len() == 5).map(|row| (row[0].clone(), row[2].clone())).collect()
}

#[test]
fn coreq_and_srqr_say_what_stands_in_the_files_and_leave_the_rest_to_the_author() {
    let (world, bytes) = with_manuscript();
    let xml = document(bytes);
    let xml = Document::parse(&xml).unwrap();
    let (coreq, srqr) = (checklist(&xml, "1", "32"), checklist(&xml, "S1", "S21"));
    let says = |list: &BTreeMap<String, String>, item: &str, parts: &[String]| {
        let missing: Vec<&String> = parts.iter().filter(|part| !list[item].contains(*part)).collect();
        assert!(missing.is_empty(), "{item}: {missing:?} not in {}", list[item]);
    };
    for item in (1..=11).chain(13..=15).chain([17, 19, 23, 28]) {
        assert_eq!(coreq[&item.to_string()], "[voor de auteur]", "{item}");
    }
    for item in ["S5", "S6", "S9"] {
        assert_eq!(srqr[item], "[voor de auteur]", "{item}");
    }
    let cases = rows(world, "cases.csv");
    let level = |level: &str| cases.iter().filter(|case| case["constructiveness"] == level).count();
    let outcome = [("constructief", "constructive"), ("wisselend", "mixed"), ("vastgelopen", "stalled")];
    let outcome = outcome.map(|(name, id)| format!("{name} ({})", level(id)));
    says(&coreq, "12", &[format!("{} casussen", cases.len())]);
    says(&coreq, "12", &outcome);
    let sources = rows(world, "sources.csv");
    let of_kind = |kind: &str| sources.iter().filter(|source| source["kind"] == kind).count();
    let kinds = [("interview", "interview"), ("dagboek", "diary"), ("dossier", "dossier")];
    let kinds = kinds.map(|(name, id)| format!("{name} ({})", of_kind(id)));
    says(&coreq, "16", &kinds);
    says(&srqr, "S10", &[format!("{} bronnen", sources.len())]);
    let n_memos = std::fs::read_dir(world.path("studie/memos")).unwrap().count();
    says(&coreq, "20", &[format!("{n_memos} memo’s")]);
    let (anna, bram) = (codings(world, "anna"), codings(world, "bram"));
    let share = |own: &BTreeMap<String, usize>| {
        format!("{} coderingen in {} bronnen", own.values().sum::<usize>(), own.len())
    };
    let both = anna.keys().filter(|source| bram.contains_key(*source)).count();
    let either = anna.keys().chain(bram.keys()).collect::<BTreeSet<_>>().len();
    says(&coreq, "24", &[share(&anna), share(&bram), format!("{both} van de {either} bronnen")]);
    let codebook = rows(world, "codebook.csv");
    let of = |kind: &str| codebook.iter().filter(|code| code["kind"] == kind).count();
    let (factors, themes, headings) = (of("factor"), of("theme"), of("heading"));
    let tree =
        [format!("{} codes", factors + themes), format!("{factors} factoren"), format!("{headings} koppen")];
    says(&coreq, "25", &tree);
    let from = |word: &str| {
        let codes = codebook.iter().filter(|code| code["kind"] != "heading");
        codes.filter(|code| code["source"].contains(word)).count()
    };
    says(
        &coreq,
        "26",
        &[format!("{} vooraf", from("litera")), format!("{} uit het materiaal", from("materia"))],
    );
    let adjudicated = rows(world, "adjudication/consensus.csv");
    let decided = adjudicated.iter().filter(|row| row["decision"] != "agreed").count();
    says(&srqr, "S15", &[format!("Over {decided} verschillen")]);
    let panels: BTreeMap<String, BTreeSet<String>> =
        rows(world, "feedback.csv").into_iter().fold(BTreeMap::new(), |mut panels, row| {
            panels.entry(row["panel"].clone()).or_default().insert(row["respondent"].clone());
            panels
        });
    let panels = panels.iter().map(|(panel, who)| format!("{panel} ({})", who.len())).collect::<Vec<_>>();
    says(&srqr, "S15", &panels);
    let with_hash = sources.iter().filter(|source| !source["origin_hash"].is_empty()).count();
    says(&srqr, "S13", &[format!("{with_hash} van de {} bronnen", sources.len())]);
}

#[test]
fn no_name_that_the_study_knows_stands_in_it() {
    let (world, bytes) = with_manuscript();
    let xml = document(bytes);
    let xml = Document::parse(&xml).unwrap();
    let mut names: BTreeSet<String> = BTreeSet::new();
    for (file, columns) in [("cases.csv", &["name"][..]), ("participants.csv", &["name", "labels"])] {
        for row in rows(world, file) {
            let words = columns.iter().flat_map(|column| row[*column].split(|c: char| !c.is_alphabetic()));
            let is_name = |word: &&str| word.chars().count() > 2 && word.starts_with(char::is_uppercase);
            names.extend(words.filter(is_name).map(str::to_owned));
        }
    }
    // under figures it is said which names their quotes hold; and coders are named as the study names them
    let is_said = |paragraph: &Node| text(*paragraph).starts_with("Let op: in deze figuur");
    let paragraphs: Vec<Node> = named(xml.root(), "p").filter(|p| !is_said(p)).collect();
    let coders: BTreeSet<String> = ["Anna", "Bram"].map(str::to_owned).into();
    for paragraph in paragraphs {
        let words = text(paragraph);
        let found: Vec<&str> = words.split(|c: char| !c.is_alphabetic()).collect();
        let named: Vec<&&str> =
            found.iter().filter(|word| names.contains(**word) && !coders.contains(**word)).collect();
        assert!(named.is_empty(), "{named:?} in {words}");
    }
}

#[test]
fn tables_and_figures_are_those_of_word() {
    let (_, bytes) = with_manuscript();
    let text_xml = document(bytes);
    let xml = Document::parse(&text_xml).unwrap();
    for table in named(xml.root(), "tbl") {
        assert_eq!(named(table, "tblHeader").count(), 1);
        let before = table.prev_sibling_element().unwrap();
        assert_eq!(named(before, "pStyle").next().map(|style| value(style, "val")), Some("Caption"));
        let columns = named(table, "gridCol").count();
        let spans =
            |cell: Node| named(cell, "gridSpan").next().map_or(1, |span| value(span, "val").parse().unwrap());
        for row in named(table, "tr") {
            let n: usize = named(row, "tc").map(spans).sum();
            assert_eq!(n, columns, "{}", text(row));
        }
    }
    let relations = String::from_utf8(part(bytes, "word/_rels/document.xml.rels")).unwrap();
    let relations = Document::parse(&relations).unwrap();
    let figures: Vec<Node> = named(xml.root(), "drawing").collect();
    assert!(figures.len() >= 8, "{}", figures.len());
    for figure in figures {
        let described = named(figure, "docPr").next().unwrap();
        assert!(described.attribute("descr").is_some_and(|alt| alt.len() > 20));
        let id = named(figure, "blip").next().map(|blip| value(blip, "embed").to_owned()).unwrap();
        let relation = named(relations.root(), "Relationship").find(|own| own.attribute("Id") == Some(&id));
        let png = part(bytes, &format!("word/{}", relation.unwrap().attribute("Target").unwrap()));
        assert!(png.starts_with(b"\x89PNG"));
    }
    let numbers: Vec<String> = named(xml.root(), "fldSimple").map(text).collect();
    let n_tables = named(xml.root(), "tbl").count();
    let counted: Vec<String> = (1..=n_tables).map(|n| n.to_string()).collect();
    let of_tables = named(xml.root(), "fldSimple").filter(|field| value(*field, "instr").contains("Tabel"));
    assert_eq!(of_tables.map(text).collect::<Vec<_>>(), counted, "{numbers:?}");
}

#[test]
fn it_can_be_filtered_and_be_markdown_and_english() {
    let world = with_example();
    world.done("studie", "report --as manuscript --case p01,p04 --lang en --out ../part.md");
    let text = world.read("part.md");
    assert!(text.starts_with("# Gedeeld opvoederschap\n"), "{}", &text[..60]);
    assert!(text.contains("The study is about \\[2 cases\\]"));
    assert!(text.contains("## Methods\n") && text.contains("| 27 | Software |"));
    assert!(!text.contains("p02-interview"), "nothing of other cases");
    assert!(!world.path("studie/output/filtered").exists(), "it was written where it was asked");
}

#[test]
fn what_somebody_wrote_in_it_is_moved_aside_and_never_lost() {
    let (_, made) = with_manuscript();
    let world = with_example();
    // as another program saves it: packed anew
    let mut saved = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["docProps/core.xml", "word/document.xml"] {
        saved.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut saved, &part(made, name)).unwrap();
    }
    let saved = saved.finish().unwrap().into_inner();
    world.write("studie/output/manuscript.docx", &saved);
    world.done("studie", "report --as manuscript");
    assert!(std::fs::read(world.path("studie/output/manuscript-1.docx")).unwrap() == saved);
    let again = std::fs::read(world.path("studie/output/manuscript.docx")).unwrap();
    assert!(again == *made, "the same study gives the same bytes");
    assert!(!world.path("studie/output/manuscript-2.docx").exists());
}

#[test]
fn page_and_manuscript_say_the_same_of_how_many_people_were_heard() {
    let world = with_example();
    world.done("studie", "report --out ../p.html");
    world.done("studie", "report --as manuscript --out ../m.md");
    let (page, text) = (world.read("p.html"), world.read("m.md"));
    let after = |text: &str, before: &str| -> usize {
        let from = text.find(before).unwrap_or_else(|| panic!("{before}")) + before.len();
        text[from..].split(|sign: char| !sign.is_ascii_digit()).next().unwrap().parse().unwrap()
    };
    let heard = after(&text, "Aan het woord komen \\[");
    let shape = page.find(" personen aan het woord").expect("what was studied, in a sentence");
    let last = page[..shape].rsplit(|sign: char| !sign.is_ascii_digit()).next().unwrap();
    assert_eq!(last.parse::<usize>().unwrap(), heard);
}
