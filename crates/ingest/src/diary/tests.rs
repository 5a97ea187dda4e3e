//! Diaries and dossiers as spreadsheets write them.

use crate::imported::{Loss, Part};
use crate::{Imported, ReadOptions, read};
use draad_core::{Place, Problem};

fn import(text: &str) -> Imported {
    read("dagboek.csv", text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn entries(imported: &Imported) -> Vec<(String, &str, &str)> {
    let units = imported.units.iter();
    let time = |unit: &draad_core::Unit| unit.time.map_or(String::new(), |time| time.to_string());
    let words = |unit: &draad_core::Unit| &imported.text[unit.span.range()];
    units.map(|unit| (time(unit), unit.speaker.as_deref().unwrap_or(""), words(unit))).collect()
}

#[test]
fn a_dutch_spreadsheet_becomes_entries_with_their_heads() {
    let imported = import(
        "\u{feff}Datum;Tijd;Schrijver;Notitie;Weer\r\n\
         12-03-2021;21:40;Marleen;\"Moeder belde.\r\nZe was ; verdrietig.\";regen\r\n\
         13 maart 2021;;Ton;Rustige dag.;\r\n",
    );
    assert_eq!(
        imported.text,
        "12-03-2021 21:40 · Marleen\nMoeder belde.\nZe was ; verdrietig.\n\n13-03-2021 · Ton\nRustige dag."
    );
    assert_eq!(
        entries(&imported),
        [
            ("2021-03-12T21:40:00".to_owned(), "Marleen", "Moeder belde.\nZe was ; verdrietig."),
            ("2021-03-13T00:00:00".to_owned(), "Ton", "Rustige dag."),
        ]
    );
    assert_eq!(imported.reading, "table; semicolon; text: Notitie; d-m-y");
    assert_eq!(imported.date.unwrap().to_string(), "2021-03-12");
    assert_eq!(imported.report.dropped[&Loss::Columns].examples, ["Weer"]);
}

#[test]
fn faulty_rows_are_named_by_line_and_the_rest_is_kept() {
    let imported = import(
        "datum,tekst,wie\n15-03-2021,Eén,Anna\n16-03-2021,\"Twee\nregels\",Anna\n17-03-2021,te,veel,cellen\n\
         18-03-2021,,Anna\n\n32-03-2021,Drie,Anna\n19-03-2021,Vier\n",
    );
    let words: Vec<&str> = entries(&imported).iter().map(|(_, _, words)| *words).collect();
    assert_eq!(words, ["Eén", "Twee\nregels", "Drie"]);
    let problems: Vec<(Place, Problem)> =
        imported.diagnostics.iter().map(|found| (found.place.clone(), found.problem.clone())).collect();
    assert_eq!(
        problems,
        [
            (Place::line("dagboek.csv", 5), Problem::WrongNumberOfCells { found: 4, expected: 3 }),
            (
                Place::line("dagboek.csv", 6).column("tekst"),
                Problem::ValueMissing { column: "tekst".to_owned() }
            ),
            (
                Place::line("dagboek.csv", 8).column("datum"),
                Problem::ValueInvalid { value: "32-03-2021".to_owned(), expected: "d-m-y".to_owned() }
            ),
            (Place::line("dagboek.csv", 9), Problem::WrongNumberOfCells { found: 2, expected: 3 }),
        ]
    );
    assert!(imported.text.contains("32-03-2021 · Anna\nDrie"));
    assert_eq!(imported.report.read[&Part::Rows], 6);
    assert_eq!(imported.report.kept[&Part::Entries], 3);
}

#[test]
fn other_encodings_separators_and_dates_are_read() {
    let text = "sep=\t\ndatum/tijd\tomschrijving\n2021-03-12T21:40:00\tPatiëntenoverleg\n";
    let utf16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let imported = read("dossier.csv", &utf16, &ReadOptions::default()).unwrap();
    assert_eq!(entries(&imported), [("2021-03-12T21:40:00".to_owned(), "", "Patiëntenoverleg")]);
    assert_eq!(imported.reading, "table; tab; utf-16le; text: omschrijving; y-m-d");

    let windows = b"datum;tekst\n13-3-21 9.05;De co\xf6rdinator belde \xe9\xe9n keer\n";
    let imported = read("dossier.csv", windows, &ReadOptions::default()).unwrap();
    assert_eq!(entries(&imported)[0].0, "2021-03-13T09:05:00");
    assert_eq!(entries(&imported)[0].2, "De coördinator belde één keer");
    assert!(matches!(imported.diagnostics[0].problem, Problem::NotUtf8 { .. }));
}

#[test]
fn the_text_column_is_the_long_one_the_given_one_or_asked_for() {
    let long = "Vandaag kwam oma langs en dat was voor het eerst in maanden weer echt gezellig.";
    let imported = import(&format!("code;wat er gebeurde\n7;{long}\n"));
    assert_eq!(entries(&imported)[0].2, long);

    let unclear = "code;kleur\n7;rood\n";
    let problem = read("x.csv", unclear.as_bytes(), &ReadOptions::default()).unwrap_err().problem;
    assert_eq!(problem, Problem::TextColumnNotFound { columns: "code, kleur".to_owned() });
    let given = ReadOptions { text_column: Some("Kleur".to_owned()), ..ReadOptions::default() };
    assert_eq!(entries(&read("x.csv", unclear.as_bytes(), &given).unwrap())[0].2, "rood");

    let imported = import(&format!("13-03-2021;{long}\n14-03-2021;{long}\n"));
    assert_eq!(imported.report.kept[&Part::Entries], 2);
    assert_eq!(entries(&imported)[0].0, "2021-03-13T00:00:00");
}

#[test]
fn an_open_quotation_mark_does_not_swallow_the_rest() {
    let imported = import("datum;tekst\n13-03-2021;Een.\n14-03-2021;\"Twee.\n15-03-2021;Drie.\n");
    assert_eq!(imported.report.kept[&Part::Entries], 3);
    assert!(imported.text.contains("14-03-2021\n\"Twee.\n"));
    let found = &imported.diagnostics[0];
    assert_eq!(found.place, Place::line("dagboek.csv", 3));
    assert_eq!(found.problem, Problem::QuotationMarkOpen);
}
