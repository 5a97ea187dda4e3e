//! One conversation as LibreOffice saves it in each format.

use draad_core::UnitKind;
use draad_ingest::{Change, Format, Imported, Loss, Part, ReadOptions, read, recognise};

const LINES: [&str; 12] = [
    "Gesprek 7, 12 maart 2024",
    "Interviewer: Hoe is het gegaan met de opvang?",
    "Moeder: Het was te duur, zo’n € 400 per maand. Eén keer[1] zijn we gestopt.",
    "Interviewer: En",
    "daarna?",
    "Moeder: Toen kwam mijn vader op dinsdag.\tDat scheelde 😀.",
    "Interviewer: Wat hielp nog meer?",
    "de buurvrouw",
    "het wijkteam",
    "Moeder\tDat weet ik niet meer.",
    "Interviewer\tDank je wel.",
    "[1] Vermoedelijk in 2022.",
];

fn import(name: &str) -> Imported {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("the fixture can be read");
    read(name, &bytes, &ReadOptions::default()).unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

fn lines(imported: &Imported) -> Vec<&str> {
    imported.text.lines().filter(|line| !line.trim().is_empty()).collect()
}

fn about(imported: &Imported) -> Vec<Option<&str>> {
    imported.comments.iter().map(|comment| comment.span.map(|span| &imported.text[span.range()])).collect()
}

#[test]
fn the_text_is_the_same_in_every_format() {
    for name in ["gesprek.docx", "gesprek.odt", "gesprek.rtf"] {
        let imported = import(name);
        assert_eq!(lines(&imported), LINES, "{name}");
        assert_eq!(imported.report.kept[&Part::Turns], 7, "{name}");
        assert_eq!(imported.report.kept[&Part::Notes], 1, "{name}");
        assert_eq!(imported.report.changed[&Change::TableRows].n, 2, "{name}");
        assert_eq!(imported.report.changed[&Change::Insertions].n, 1, "{name}");
        for (loss, words) in [(Loss::Deletions, "heel erg"), (Loss::HiddenText, "(naam opa)")] {
            let left_out: Vec<&str> =
                imported.report.dropped[&loss].examples.iter().map(|words| words.trim()).collect();
            assert_eq!(left_out, [words], "{name}");
        }
        assert_eq!(imported.date, Some(jiff::civil::date(2024, 3, 12)), "{name}");
    }
}

#[test]
fn the_comments_are_the_same_in_every_format() {
    for name in ["gesprek.docx", "gesprek.odt", "gesprek.rtf"] {
        let imported = import(name);
        assert_eq!(about(&imported), [Some("te duur, zo’n € 400 per maand"), Some("mijn vader")], "{name}");
        let [first, second] = imported.comments.as_slice() else { panic!("{name}: two comments") };
        assert_eq!((first.author.as_str(), first.initials.as_str()), ("Noor Bakker", "NB"), "{name}");
        assert_eq!(first.date, Some(jiff::civil::date(2024, 3, 13)), "{name}");
        assert_eq!(first.text, "belemmerend: kosten\nzie ook gesprek 3", "{name}");
        assert_eq!(
            (second.author.as_str(), second.text.as_str()),
            ("Ilse de Wit", "bevorderend: familie"),
            "{name}"
        );
    }
}

#[test]
fn a_page_has_what_a_browser_shows() {
    let imported = import("gesprek.html");
    let mut expected = LINES.map(|line| line.replace('\t', " "));
    expected[2] = expected[2].replace("zo’n", "heel erg zo’n");
    expected[9] = expected[9].replace("Moeder ", "Moeder\t");
    expected[10] = expected[10].replace("Interviewer ", "Interviewer\t");
    assert_eq!(lines(&imported), expected);
    assert_eq!(imported.report.kept[&Part::Turns], 7);
    assert_eq!(imported.report.kept[&Part::Notes], 1);
    assert_eq!(about(&imported), [Some(expected[2].as_str()), Some(expected[5].as_str())]);
    assert_eq!(imported.comments[0].text, "belemmerend: kosten\nzie ook gesprek 3");
    let n_notes = imported.units.iter().filter(|unit| unit.kind == UnitKind::Header).count();
    assert_eq!(n_notes, 2, "the heading and the note");
}

#[test]
fn they_are_known_under_any_name() {
    for (name, format) in [
        ("gesprek.docx", Format::Docx),
        ("gesprek.odt", Format::Odt),
        ("gesprek.rtf", Format::Rtf),
        ("gesprek.html", Format::Html),
    ] {
        let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(path).expect("the fixture can be read");
        for other in ["gesprek.doc", "gesprek.txt", "gesprek"] {
            assert_eq!(recognise(other, &bytes), format, "{name} as {other}");
        }
    }
}
