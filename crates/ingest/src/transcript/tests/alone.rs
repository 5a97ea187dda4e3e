//! Speakers without a colon, and headings that are no speakers.

use super::{import, units};
use crate::imported::Part;
use crate::{Format, ReadOptions, read};
use draad_core::{Problem, UnitKind};

/// The turns that `text` gives: speaker and words.
fn turns(text: &str) -> Vec<(String, String)> {
    let imported = import("a.txt", text);
    let said = imported.units.iter().filter(|unit| unit.kind == UnitKind::Said && unit.speaker.is_some());
    said.map(|unit| (unit.speaker.clone().unwrap(), imported.text[unit.span.range()].to_owned())).collect()
}

fn pairs(turns: &[(&str, &str)]) -> Vec<(String, String)> {
    turns.iter().map(|&(speaker, words)| (speaker.to_owned(), words.to_owned())).collect()
}

#[test]
fn names_alone_on_their_line_speak_the_words_below() {
    let text = "Gesprek over thuis\n\nInterviewer\nHoe gaat het?\n\nMoeder\nGoed.\n\nEn druk ook.\n\nInterviewer\nDruk?\n\n\
        Moeder\nJa\n\nInterviewer\nWaarmee?\n\nMoeder\nJa\n\n";
    let expected = [
        ("Interviewer", "Hoe gaat het?"),
        ("Moeder", "Goed."),
        ("Moeder", "En druk ook."),
        ("Interviewer", "Druk?"),
        ("Moeder", "Ja"),
        ("Interviewer", "Waarmee?"),
        ("Moeder", "Ja"),
    ];
    assert_eq!(turns(text), pairs(&expected));
    let imported = import("a.txt", text);
    assert_eq!(imported.text, text.trim_end());
    assert_eq!(imported.report.kept[&Part::Turns], 6);
    assert_eq!(imported.report.kept[&Part::Continuations], 1);
    assert_eq!(imported.diagnostics, []);
}

#[test]
fn unknown_names_need_more_turns() {
    let three = "Petra\nHoe was het?\n\nAnnemiek van Dijk\nZo.\n\n".repeat(3);
    assert_eq!(turns(&three).len(), 6);
    assert_eq!(turns(&three)[1], ("Annemiek van Dijk".to_owned(), "Zo.".to_owned()));
    assert_eq!(turns("Petra\nHoe was het?\n\nAnnemiek\nZo.\n\nPetra\nDus?\n\nAnnemiek\nJa."), []);
    let options = ReadOptions { people: vec!["Petra".to_owned()], ..ReadOptions::default() };
    let listed = read("a.txt", b"Petra\nHoe was het?\n\nPetra\nDus?", &options).unwrap();
    assert_eq!(units(&listed), [("Petra", "Hoe was het?"), ("Petra", "Dus?")]);
}

#[test]
fn headings_of_a_dossier_are_no_speakers() {
    let known = "Situatie\nRustig.\n\nAfspraken\nBellen.\n\n".repeat(4);
    let dated = "12-03-2021\nKracht\nZij lacht.\n\nZorg\nHij slaapt slecht.\n\n".repeat(4);
    let round = "Kracht\nZij lacht.\n\nZorg\nSlaapt slecht.\n\nWens\nMeer rust.\n\n".repeat(4);
    let about_people = "12-03-2021\nMoeder\nZij lacht.\n\nVader\nHij slaapt slecht.\n\n".repeat(4);
    let with_colon = "Kracht: zij lacht.\nZorg: slaapt slecht.\nWens: meer rust.\n\n".repeat(4);
    let under_dates = "12-03-2021\nKracht: zij lacht.\nZorg: slaapt slecht.\n\n".repeat(4);
    let notes = "S: moe\nO: bleek\nE: griep\nP: rust\n\n".repeat(3);
    for text in [known, dated, about_people, round, with_colon, under_dates, notes] {
        assert_eq!(turns(&text), [], "{text}");
    }
    let imported = import("a.txt", &"Kracht: a.\nZorg: b.\nWens: c.\n".repeat(3));
    let labels = "Kracht, Zorg, Wens".to_owned();
    assert_eq!(imported.diagnostics[0].problem, Problem::LabelsAreHeadings { labels });
}

#[test]
fn people_may_speak_in_turn() {
    assert_eq!(turns(&"Moeder: a.\nVader: b.\nTolk: c.\n".repeat(3)).len(), 9);
    let options = ReadOptions { people: vec!["Zorg".to_owned()], ..ReadOptions::default() };
    let text = "Kracht: a.\nZorg: b.\nWens: c.\n".repeat(3);
    assert_eq!(read("a.txt", text.as_bytes(), &options).unwrap().labels.len(), 3);
    let with_themes =
        "# Thema 1\n\nI: Hoe?\nR: Zo.\n\n# Thema 2\n\nI: En?\nR: Ook.\n\n# Thema 3\n\nI: Dus?\nR: Ja.\n";
    assert_eq!(import("a.md", with_themes).report.kept[&Part::Turns], 6);
}

#[test]
fn answers_to_a_survey_carry_their_number() {
    let text = "[id1] Fijn, dank.\n\n[id2] Niet: te druk.\n\n[id3] Geen mening.";
    let expected = [("id1", "Fijn, dank."), ("id2", "Niet: te druk."), ("id3", "Geen mening.")];
    assert_eq!(turns(text), pairs(&expected));
    assert_eq!(turns("[naam1] kwam binnen.\n\nToen ging hij.\n\nEn zij.\n\n[naam2] bleef."), []);
    assert_eq!(turns("[1] Jansen (2010).\n\n[2] De Vries (2012)."), []);
}

#[test]
fn where_a_program_wrote_the_names_who_speaks_once_speaks() {
    let turn =
        |minute| format!("Emma  {minute}:05  \nWelkom.\n\nUnknown Speaker  {minute}:35  \nIk ben Kelly.\n\n");
    let text = (0..3).map(turn).collect::<String>() + "Tailor  3:26  \nDank je.\n";
    assert_eq!(turns(&text).last(), Some(&("Tailor".to_owned(), "Dank je.".to_owned())));
    let few = "Emma  0:00\nWelkom.\n\nKelly  0:35\nJa.\n\nEmma  0:40\nZo.\n";
    let imported = import("a.txt", few);
    assert_eq!(imported.diagnostics[0].problem, Problem::LabelSeenOnce { label: "Kelly".to_owned() });
}

#[test]
fn what_programs_write_above_a_transcript_is_no_speaker() {
    let head =
        "Gesprek 4\n\nTranscribed with noScribe vers. 0.7\nAudio source: gesprek 4.mp3\nLanguage: nl\n\n";
    let turns = "S00: [00:00:02] Goedendag.\n\nS01: Dag.\n\nS00: Hoe gaat het?\n\nS01: Goed.\n";
    let imported = import("gesprek 4.txt", &format!("{head}{turns}"));
    assert_eq!(imported.labels.len(), 2);
    assert!(imported.diagnostics.is_empty(), "{:?}", imported.diagnostics);
    assert!(imported.units.iter().all(|unit| unit.speaker.is_some() || unit.kind != UnitKind::Said));
}

#[test]
fn what_a_program_adds_is_a_notice() {
    let text = "Anna  0:03\nHoi.\n\nBas  0:05\nDag.\n\nAnna  0:09\nZo.\n\nBas  0:12\nJa.\n\nTranscribed by https://otter.ai";
    let imported = import("otter.txt", text);
    assert_eq!(imported.units.last().map(|unit| unit.kind), Some(UnitKind::System));
    assert_eq!(imported.report.kept[&Part::Notices], 1);
    assert_eq!(imported.labels.len(), 2);
    let forced = ReadOptions { format: Some(Format::Markdown), ..ReadOptions::default() };
    assert_eq!(read("otter.txt", text.as_bytes(), &forced).unwrap().labels, imported.labels);
}
