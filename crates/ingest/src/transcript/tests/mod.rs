//! Transcripts and dossiers as plain text and Markdown.

mod alone;
mod recordings;

use crate::imported::{Change, Part};
use crate::{Imported, ReadOptions, read};
use draad_core::{Problem, UnitKind};

fn import(name: &str, text: &str) -> Imported {
    read(name, text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn units(imported: &Imported) -> Vec<(&str, &str)> {
    let units = imported.units.iter();
    let speaker = |unit: &draad_core::Unit| match unit.kind {
        UnitKind::Header => "#".to_owned(),
        _ => unit.speaker.clone().unwrap_or_default(),
    };
    let words = |unit: &draad_core::Unit| &imported.text[unit.span.range()];
    units.map(|unit| (&*speaker(unit).leak(), words(unit))).collect()
}

#[test]
fn turns_continuations_and_front_matter_are_told_apart() {
    let text = "Interview moeder casus 3\r\nDatum: 12 maart 2021\r\n\r\nI: Om 10:30 begon het?\r\n10:30 ja.\r\n\r\n\
        M: Ja. Nota bene:\r\nNota bene: zij belde //I: echt?// zelf.\r\n\r\nEn [naam] ook.\r\nI:\r\nO ja?\r\nM: Ja.\r\nVader: ook.";
    let imported = import("interview.txt", text);
    assert_eq!(
        units(&imported),
        [
            ("#", "Interview moeder casus 3"),
            ("#", "Datum: 12 maart 2021"),
            ("I", "Om 10:30 begon het?\n10:30 ja."),
            ("M", "Ja. Nota bene:\nNota bene: zij belde //I: echt?// zelf."),
            ("M", "En [naam] ook."),
            ("I", "O ja?"),
            ("M", "Ja.\nVader: ook."),
        ]
    );
    assert_eq!(imported.text, text.replace("\r\n", "\n"));
    assert_eq!(imported.date.unwrap().to_string(), "2021-03-12");
    assert_eq!(imported.report.kept[&Part::Turns], 4);
    assert_eq!(imported.report.kept[&Part::Continuations], 1);
    assert_eq!(imported.report.changed[&Change::LabelSeenOnce].examples, ["Vader"]);
    assert_eq!(imported.diagnostics[0].problem, Problem::LabelSeenOnce { label: "Vader".to_owned() });
    assert_eq!(imported.reading, "text; turns");
}

#[test]
fn a_label_that_the_user_names_counts_at_once() {
    let options = ReadOptions { speakers: vec!["vader".to_owned()], ..ReadOptions::default() };
    let imported = read("x.txt", b"I: Dus?\nVader: ook.\nI: Ja.", &options).unwrap();
    assert_eq!(units(&imported), [("I", "Dus?"), ("Vader", "ook."), ("I", "Ja.")]);
    let imported = read("x.txt", b"Niemand zegt iets.", &options).unwrap();
    assert_eq!(imported.diagnostics[0].problem, Problem::NoTurnsFound);
}

#[test]
fn dated_headings_date_what_follows() {
    let text = "---\ntitel: dossier\n---\n# Dossier\n\n## 12-09-2021\nHuisbezoek,\nrustig.\n\n### Afspraken\n- bellen\n- mailen\n\n\
        ## Huisbezoek 3 oktober 2021, 14:30\n\nVeel spanning.\n\n---\n\n## Slot\n\nKlaar.";
    let imported = import("dossier.md", text);
    let said = imported.units.iter().filter(|unit| unit.kind == UnitKind::Said);
    let dated: Vec<(String, &str)> = said
        .map(|unit| {
            let time = unit.time.map_or(String::new(), |time| time.to_string());
            (time, &imported.text[unit.span.range()])
        })
        .collect();
    let day = "2021-09-12T00:00:00".to_owned();
    assert_eq!(
        dated,
        [
            (day.clone(), "Huisbezoek,\nrustig."),
            (day.clone(), "- bellen"),
            (day, "- mailen"),
            ("2021-10-03T14:30:00".to_owned(), "Veel spanning."),
            (String::new(), "Klaar."),
        ]
    );
    assert_eq!(imported.text, text);
    assert_eq!(imported.date.unwrap().to_string(), "2021-09-12");
    assert_eq!(imported.reading, "markdown; paragraphs");
}

#[test]
fn plain_paragraphs_end_where_their_writer_ended_them() {
    let by_hand = "Eerste alinea loopt\nover twee regels.\n\nTweede.";
    assert_eq!(
        units(&import("a.txt", by_hand)),
        [("", "Eerste alinea loopt\nover twee regels."), ("", "Tweede.")]
    );
    assert_eq!(units(&import("a.txt", "Een.\nTwee.")), [("", "Een."), ("", "Twee.")]);
    let dated = import("a.txt", "12-09-2021 Huisbezoek\nHet ging goed.");
    assert_eq!(units(&dated), [("#", "12-09-2021 Huisbezoek"), ("", "Het ging goed.")]);
    assert_eq!(dated.units[1].time.unwrap().to_string(), "2021-09-12T00:00:00");
}

#[test]
fn emphasised_labels_and_time_stamps_stay_outside_the_words() {
    let text =
        "**Int:** Hoe?\n\n**Moeder:** *Zo* dus. #00:01:02-3#\n\n**Int:** [00:02:00] O.\n\n**Moeder:** Ja.";
    let expected = [("Int", "Hoe?"), ("Moeder", "*Zo* dus."), ("Int", "O."), ("Moeder", "Ja.")];
    assert_eq!(units(&import("a.md", text)), expected);
}
