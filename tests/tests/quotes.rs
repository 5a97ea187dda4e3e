//! `draad quotes`: passages to read, as tables and as documents; as many as the tables count.

use crate::session::session;
use crate::{example, rows, world};
use calamine::{Data, Reader, Xlsx};
use draad_tests::world::World;
use insta::assert_snapshot;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// A world with the example study in `studie`.
fn with_example() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

/// How often each pair of code and case stands in the file.
fn counted(world: &World, file: &str) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for row in rows(world.read(file)) {
        *counts.entry((row["code"].clone(), row["case"].clone())).or_default() += 1;
    }
    counts
}

#[test]
fn passages_are_read_by_case_and_perspective() {
    let lines = [
        "quotes vertrouwen --case p01,p04 --role parent",
        "quotes Trust --case p03 --by role,valence --context 4 --lang en",
        "quotes reisafstand --codings --by none --fields bron,codeur,id,gewicht,child_age,positie --case p04,p06",
        "quotes houding --case p02 --kind diary --by phase,code",
        "quotes --case p05 --kind chat --code netwerk --lang en",
        "quotes verwijt --case p02 --format md",
        "quotes verwijt --case p13 --role parent --format csv --fields speaker,memo",
    ];
    assert_snapshot!(session(&with_example(), "studie", &lines));
}

#[test]
fn what_cannot_be_shown_is_refused_with_a_next_step() {
    let world = with_example();
    let lines = [
        "quotes vertrouwn",
        "quotes vertrouwen --fields spraker --out ../a.docx",
        "quotes vertrouwen --by rolle --lang en",
        "quotes --format docx",
        "quotes --out ../a.pdf --lang en",
        "quotes houding --unfolded",
        "quotes --where child_age>99",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    assert!(!world.path("a.docx").exists() && !world.path("a.pdf").exists());
}

#[test]
fn there_are_as_many_as_in_the_table() {
    let world = with_example();
    for filter in [
        "",
        "--role parent,child",
        "--phase installation --coder bram",
        "--valence hindering --kind interview,diary",
        "--where child_age>=12 --unfolded",
        "--code houding",
    ] {
        world.done("studie", &format!("quotes {filter} --out ../passages.csv"));
        world.done("studie", &format!("quotes {filter} --codings --out ../codings.csv"));
        world.done("studie", &format!("table {filter} --format csv --out ../table.csv"));
        let (passages, codings) = (counted(&world, "passages.csv"), counted(&world, "codings.csv"));
        let headings = ["houding", "vaardigheden", "posities", "begeleiden", "omgeving"];
        let mut n = 0;
        for cell in rows(world.read("table.csv")) {
            // headings only add up what stands with the codes below them
            if headings.contains(&cell["factor"].as_str()) {
                continue;
            }
            let place = (cell["factor"].clone(), cell["case"].clone());
            let count = |counts: &BTreeMap<_, usize>| counts.get(&place).copied().unwrap_or(0).to_string();
            assert_eq!(count(&passages), cell["passages"], "{filter}: passages of {place:?}");
            assert_eq!(count(&codings), cell["codings"], "{filter}: codings of {place:?}");
            n += passages.get(&place).copied().unwrap_or(0);
        }
        assert_eq!(n, passages.values().sum::<usize>(), "{filter}");
        assert!(n > 0, "{filter}");
    }
    // a heading that is named holds what is below it, as its row in the table does
    world.done("studie", "quotes houding --out ../passages.csv");
    world.done("studie", "table --format csv --out ../table.csv");
    let passages = counted(&world, "passages.csv");
    for cell in rows(world.read("table.csv")).iter().filter(|cell| cell["factor"] == "houding") {
        let place = (cell["factor"].clone(), cell["case"].clone());
        assert_eq!(passages[&place].to_string(), cell["passages"]);
    }
}

#[test]
fn the_workbook_has_typed_cells_and_says_what_they_are() {
    let world = with_example();
    world.done(
        "studie",
        "quotes vertrouwen --fields source,date,position,child_age --context 3 --out ../uit.xlsx",
    );
    let bytes = std::fs::read(world.path("uit.xlsx")).unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    let sheet = workbook.worksheet_range("passages").unwrap();
    let header: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let expected =
        ["code", "case", "role", "source", "date", "start", "end", "child_age", "before", "text", "after"];
    assert_eq!(header, expected);
    let column = |name: &str| header.iter().position(|own| own == name).unwrap();
    for row in sheet.rows().skip(1) {
        assert!(matches!(row[column("date")], Data::DateTime(_)), "{row:?}");
        assert!(matches!(
            (&row[column("start")], &row[column("child_age")]),
            (Data::Float(_), Data::Float(_))
        ));
        assert!(matches!(&row[column("text")], Data::String(_)));
    }
    let about = workbook.worksheet_range(&names[0]).unwrap();
    let about: Vec<String> = about.rows().flatten().map(ToString::to_string).collect();
    for name in header {
        let place = about.iter().position(|cell| *cell == name).unwrap_or_else(|| panic!("{name}"));
        assert!(!about[place + 1].is_empty(), "{name} is explained");
    }
    assert!(about.iter().any(|cell| cell.contains("Vertrouwen") && cell.contains("13 casussen")));
}

#[test]
fn the_document_is_what_the_terminal_shows() {
    let world = with_example();
    let line = "quotes vertrouwen wantrouwen --by case --context 5";
    world.done("studie", &format!("{line} --out ../uit.docx"));
    world.done("studie", &format!("{line} --out ../uit.txt"));
    let mut archive = zip::ZipArchive::new(std::fs::File::open(world.path("uit.docx")).unwrap()).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let xml = roxmltree::Document::parse(&xml).unwrap();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let texts = xml.descendants().filter(|node| node.tag_name().name() == "t");
    let text: String = texts.filter_map(|node| node.text()).collect();
    assert_eq!(letters(&text), letters(&world.read("uit.txt")));
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let world = with_example();
    let formats = ["csv", "json", "md", "xlsx", "docx", "txt"];
    for round in ["een", "twee"] {
        if round == "twee" {
            // archives tell time in steps of two seconds
            std::thread::sleep(std::time::Duration::from_secs(3));
        }
        for ending in formats {
            world.done("studie", &format!("quotes --out ../{round}.{ending}"));
        }
    }
    for ending in formats {
        let bytes = |round: &str| std::fs::read(world.path(&format!("{round}.{ending}"))).unwrap();
        assert!(bytes("een") == bytes("twee"), "{ending}");
    }
}

#[test]
fn the_name_of_a_file_says_the_form_of_a_table() {
    let world = with_example();
    for command in
        ["table balance", "associate", "agree", "adjudicate", "calibrate", "words", "explain balance"]
    {
        world.done("studie", &format!("{command} --out ../uit.xlsx"));
        let bytes = std::fs::read(world.path("uit.xlsx")).unwrap();
        assert!(bytes.starts_with(b"PK"), "{command}: a workbook is a workbook");
    }
    world.done("studie", "table balance --format xlsx --out ../zonder");
    assert!(world.path("zonder.xlsx").exists());
    let lines = [
        "table balance --out ../a.docx",
        "table balance --format csv --out ../a.docx --lang en",
        "associate --format excel --out ../a.xlsx",
        "adjudicate --out ../a.pdf",
        "table balance --format xlsx",
        "quotes vertrouwen --format md --out ../a.csv",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    assert!(!world.path("a.docx").exists() && !world.path("a.xlsx").exists());
}
