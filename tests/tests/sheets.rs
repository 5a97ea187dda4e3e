//! Sheets and the way back: a session writes on one and it becomes a source; a panel ticks another and it becomes verdicts.

use crate::{example, world};
use draad_core::{CharSpan, Study, UnitKind};
use draad_store::StudyFolder;
use draad_tests::world::World;
use std::io::{Cursor, Read, Write};

const RULED: &str = "<w:p><w:pPr><w:pStyle w:val=\"Ruled\"/></w:pPr></w:p>";

fn with_example() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

fn study(world: &World) -> Study {
    StudyFolder::at(world.path("studie")).load().unwrap().study
}

/// The text of a part of a package.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes))
        .unwrap()
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// A package with another main text.
fn with_text(bytes: &[u8], text: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        written.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        let content = if name == "word/document.xml" { text.as_bytes() } else { &content };
        written.write_all(content).unwrap();
    }
    written.finish().unwrap().into_inner()
}

/// Writes on the first free line under a heading that follows another.
fn write_under(text: &str, headings: [&str; 2], words: &str) -> String {
    let mut from = 0;
    for heading in headings {
        from += text[from..].find(&format!(">{heading}<")).unwrap_or_else(|| panic!("{heading}"));
    }
    let at = from + text[from..].find(RULED).expect("a line to write on");
    let line = RULED.replace("</w:p>", &format!("<w:r><w:t>{words}</w:t></w:r></w:p>"));
    format!("{}{line}{}", &text[..at], &text[at + RULED.len()..])
}

#[test]
fn what_a_session_writes_on_its_sheet_becomes_a_source_under_theme_and_part() {
    let world = with_example();
    world.done("studie", "report --as kenniscafe");
    let sheet = std::fs::read(world.path("studie/output/kenniscafe.docx")).unwrap();
    let mut text = part(&sheet, "word/document.xml");
    let theme = "Relationeel maatwerk";
    text = write_under(&text, [theme, "Aanknopingspunten"], "Ouder: zet er een datum op.");
    text = write_under(&text, [theme, "Spanningsvelden"], "Niemand weet wie het blad mag weggooien.");
    text = write_under(&text, ["Een ander thema", "Wat zichtbaar werd"], "Grootouders ontbreken.");
    text = text.replace("[datum]", "3 december 2026");
    std::fs::write(world.path("ingevuld.docx"), with_text(&sheet, &text)).unwrap();
    world.done("studie", "import ../ingevuld.docx --kind session --name kenniscafe-1 --speaker Ouder");

    let study = study(&world);
    let source = &study.sources["kenniscafe-1"];
    assert_eq!((source.kind.as_str(), source.cases.len()), ("session", 0));
    assert_eq!(source.date, Some(jiff::civil::date(2026, 12, 3)));
    let said = |unit: &draad_core::Unit| {
        let kind = if unit.kind == UnitKind::Said { "" } else { "# " };
        format!("{kind}{}", source.text.get(unit.span).unwrap())
    };
    let units: Vec<String> = source.units.iter().map(said).collect();
    let expected = [
        "# Kenniscafé: Gedeeld opvoederschap",
        "# Datum: 3 december 2026",
        "# Relationeel maatwerk",
        "# Spanningsvelden",
        "Niemand weet wie het blad mag weggooien.",
        "# Aanknopingspunten",
        "zet er een datum op.",
        "# Een ander thema",
        "# Wat zichtbaar werd",
        "Grootouders ontbreken.",
    ];
    assert_eq!(units, expected);
    let speakers: Vec<Option<&str>> = source.units.iter().map(|unit| unit.speaker.as_deref()).collect();
    assert_eq!((speakers[4], speakers[6], speakers[9]), (None, Some("Ouder"), None));
    assert!(!source.text.as_str().contains("huissleutel"), "no passage comes back as new material");
    let found = world.run_in("studie", &["search", "weggooien", "--kind", "session"]);
    assert!(found.contains("kenniscafe-1"), "{found}");
    world.done("studie", "check");
}

#[test]
fn the_sheet_shows_both_sides_and_several_roles_and_counts_nothing() {
    let world = with_example();
    world.done("studie", "report --as kenniscafe --out ../blad.md");
    let sheet = world.read("blad.md");
    let study = study(&world);
    for finding in &study.findings {
        assert!(sheet.contains(&format!("#### {}", finding.title)), "{}", finding.id);
        let quoted = |passage: &draad_core::records::PassageRef| {
            let CharSpan { start, end } = passage.chars;
            sheet.contains(&format!("{} {}–{}", passage.source, start.0, end.0))
        };
        assert!(finding.passages_for.iter().any(quoted), "{}", finding.id);
        assert!(finding.passages_against.is_empty() || finding.passages_against.iter().any(quoted));
    }
    assert!(
        !sheet.contains("gho-1") && !sheet.contains("herken ik niet"),
        "what panels said is no part of it"
    );
    for person in study.participants.values().filter(|one| one.name.len() > 3) {
        assert!(!sheet.contains(&format!("— {}", person.name)), "{} is no source line", person.name);
    }
}

#[test]
fn what_a_panel_ticks_becomes_verdicts_and_can_be_taken_back() {
    let world = with_example();
    world.done("studie", "report --as verification");
    let sheet = std::fs::read(world.path("studie/output/verification.docx")).unwrap();
    let text = part(&sheet, "word/document.xml");
    let before = study(&world);
    for finding in &before.findings {
        assert!(text.contains(&finding.id), "{} has its mark on the sheet", finding.id);
        assert!(text.contains(&finding.plain), "{} is there in plain words", finding.id);
    }
    assert_eq!(text.matches('☐').count(), 3 * before.findings.len());
    world.done("studie", "feedback --panel ouders --respondent ouder-8 --out ../oordelen.csv");
    let table = world.read("oordelen.csv");
    let filled: Vec<String> = table
        .lines()
        .enumerate()
        .map(|(row, line)| match (row, line.strip_suffix(",,")) {
            (1, Some(open)) => format!("{open},Herken ik niet,Bij ons niet."),
            (2, Some(open)) => format!("{open},ja,"),
            _ => line.to_owned(),
        })
        .collect();
    world.write("oordelen.csv", filled.join("\r\n"));
    world.done("studie", "feedback --from ../oordelen.csv");
    let after = study(&world);
    assert_eq!(after.feedback.len(), before.feedback.len() + 2);
    let said: Vec<_> = after.feedback.iter().filter(|row| row.respondent == "ouder-8").collect();
    assert_eq!(said[0].verdict, Ok(draad_core::PanelVerdict::Rejects));
    assert_eq!((said[0].remark.as_str(), said[1].verdict.is_ok()), ("Bij ons niet.", true));
    world.done("studie", "feedback --from ../oordelen.csv");
    assert_eq!(study(&world).feedback, after.feedback, "the same table adds nothing twice");
    world.done("studie", "undo");
    assert_eq!(study(&world).feedback, before.feedback);
}

#[test]
fn the_sheet_prints_what_findings_cite_and_shows_no_keys() {
    let world = with_example();
    world.done("studie", "report --as kenniscafe --out ../blad.md");
    let sheet = world.read("blad.md");
    let cites = study(&world).findings.iter().any(|finding| finding.body.contains("[@ragin1987"));
    assert!(cites, "the example cites something");
    assert!(!sheet.contains("@ragin1987") && !sheet.contains("@yin2018"), "{sheet}");
    assert!(sheet.contains("(Ragin, 1987; vgl. Yin, 2018)"), "{sheet}");
    assert!(sheet.contains("Yin, R. K. (2018)."), "the reference stands at the end");
}

#[test]
fn what_was_filled_in_is_never_written_over() {
    let world = with_example();
    let line = "feedback --panel ouders --respondent ouder-8 --out ../oordelen.csv";
    world.done("studie", line);
    let filled = world.read("oordelen.csv").replace("ouder-8,,", "ouder-8,ja,Zeker");
    world.write("oordelen.csv", &filled);
    world.done("studie", line);
    assert_eq!(world.read("oordelen-1.csv"), filled);
    assert!(!world.read("oordelen.csv").contains("Zeker"));
    world.done("studie", line);
    assert!(!world.path("oordelen-2.csv").exists(), "nobody wrote in the second one");

    world.done("studie", "report --as kenniscafe --out ../blad.md");
    let written = world.read("blad.md") + "\nOuder: ja\n";
    world.write("blad.md", &written);
    world.done("studie", "report --as kenniscafe --out ../blad.md");
    assert_eq!(world.read("blad-1.md"), written);
}
