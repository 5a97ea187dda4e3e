//! Chats as telephones export them.

use crate::archive::tests::pack;
use crate::imported::{Change, Loss, Part};
use crate::{DateOrder, Imported, ReadOptions, read};
use draad_core::{Place, Problem, UnitKind};

fn import(text: &str) -> Imported {
    read("WhatsApp-chat met Anna.txt", text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn units(imported: &Imported) -> Vec<(&str, &str, UnitKind)> {
    let units = imported.units.iter();
    let words = |unit: &draad_core::Unit| &imported.text[unit.span.range()];
    units.map(|unit| (unit.speaker.as_deref().unwrap_or(""), words(unit), unit.kind)).collect()
}

#[test]
fn a_dutch_android_chat_keeps_its_lines_and_gives_messages() {
    let text = "\u{feff}23-03-2022 13:31 - Berichten en oproepen worden end-to-end versleuteld. Tik voor meer informatie.\n\
        23-03-2022 13:31 - Anna heeft het onderwerp gewijzigd naar \"Gezin: nieuw\"\n\
        23-03-2022 13:32 - Anna: Hoi, hoe was het?\n\
        23-03-2022 13:40 - Gezinshuis De Linde: Goed!\n\nHij heeft geslapen.\n\
        23-03-2022 13:41 - Anna: \u{200e}IMG-20220323-WA0001.jpg (bestand bijgevoegd)\nKijk\n\
        23-03-2022 13:42 - Anna: <Media weggelaten>\n\
        23-03-2022 13:43 - Anna: Dit bericht is verwijderd\n\
        23-03-2022 13:44 - Anna: null\n\
        23-03-2022 13:45 - Anna: \n";
    let imported = import(text);
    use UnitKind::*;
    assert_eq!(
        units(&imported)[1..],
        [
            ("", "Anna heeft het onderwerp gewijzigd naar \"Gezin: nieuw\"", System),
            ("Anna", "Hoi, hoe was het?", Said),
            ("Gezinshuis De Linde", "Goed!\n\nHij heeft geslapen.", Said),
            ("Anna", "IMG-20220323-WA0001.jpg (bestand bijgevoegd)", Media),
            ("Anna", "Kijk", Said),
            ("Anna", "<Media weggelaten>", Media),
            ("Anna", "Dit bericht is verwijderd", Deleted),
            ("Anna", "null", Media),
        ]
    );
    assert!(imported.text.starts_with("23-03-2022 13:31 - Berichten"));
    assert!(imported.text.contains("\n23-03-2022 13:32 - Anna: Hoi, hoe was het?\n"));
    assert_eq!(imported.reading, "whatsapp; d-m-y; android");
    assert_eq!(imported.report.read[&Part::Messages], 9);
    assert_eq!(imported.report.dropped[&Loss::EmptyMessages].n, 1);
    assert_eq!(imported.units[2].time.unwrap().to_string(), "2022-03-23T13:32:00");
    assert_eq!(imported.date.unwrap().to_string(), "2022-03-23");
    let anna = &imported.labels[0];
    assert_eq!((anna.label.as_str(), anna.n_units, anna.n_turns), ("Anna", 6, 5));
}

#[test]
fn an_iphone_chat_puts_notices_in_the_mouth_of_the_group_and_marks_them() {
    let text = "[23-03-2022 13:31:05] Team Noor: \u{200e}Berichten en oproepen zijn end-to-end versleuteld.\r\n\
        \u{200e}[23-03-2022 13:31:06] Team Noor: \u{200e}Anna heeft de groep verlaten\r\n\
        [23-03-2022 13:32:00] ~\u{a0}Bea: Ze heeft de groep verlaten\r\n\
        [23-03-2022 13:33:00] \u{202a}+31 6 12345678\u{202c}: \u{200e}Gemiste spraakoproep\r\n";
    use UnitKind::*;
    assert_eq!(
        units(&import(text)),
        [
            ("", "Berichten en oproepen zijn end-to-end versleuteld.", System),
            ("", "Anna heeft de groep verlaten", System),
            ("Bea", "Ze heeft de groep verlaten", Said),
            ("+31 6 12345678", "Gemiste spraakoproep", Call),
        ]
    );
}

#[test]
fn a_quoted_record_stays_inside_its_message() {
    let by_break = "[23-03-2022 13:31:05] Anna: Zij schreef:\n[22-03-2022 10:00:00] Bea: nooit\r\n\
        [23-03-2022 13:32:05] Bea: Klopt\r\n[23-03-2022 13:33:05] Bea: Sorry\r\n\
        [23-03-2022 13:34:05] Bea: x\r\n[23-03-2022 13:35:05] Bea: y\r\n";
    let by_shape = "23-03-2022 13:31 - Anna: Zij schreef:\n[22-03-2022 10:00:00] Bea: nooit\n\
        23-03-2022 13:32 - Bea: Klopt\n23-03-2022 13:33 - Bea: a\n23-03-2022 13:34 - Bea: b\n23-03-2022 13:35 - Bea: c\n";
    for text in [by_break, by_shape] {
        let imported = import(text);
        let quoted = "Zij schreef:\n[22-03-2022 10:00:00] Bea: nooit";
        assert_eq!(units(&imported)[0], ("Anna", quoted, UnitKind::Said));
        assert_eq!(imported.report.changed[&Change::RecordsInsideMessages].n, 1);
    }
}

#[test]
fn a_colon_belongs_to_a_name_that_never_comes_without_it() {
    let text = "1-2-2022 10:00 - Jansen: Bea: hoi\n1-2-2022 10:01 - Anna: let op: nu\n\
        1-2-2022 10:02 - Jansen: Bea: ja\n1-2-2022 10:03 - Jansen: Bea: nee\n13-2-2022 10:04 - Anna: oké\n";
    let imported = import(text);
    let speakers: Vec<&str> = units(&imported).iter().map(|(speaker, ..)| *speaker).collect();
    assert_eq!(speakers, ["Jansen: Bea", "Anna", "Jansen: Bea", "Jansen: Bea", "Anna"]);
    assert_eq!(units(&imported)[1].1, "let op: nu");
}

#[test]
fn the_order_of_dates_is_assumed_aloud_asked_for_or_given() {
    let open = "1-2-2022 10:00 - Anna: hoi\n";
    let imported = import(open);
    let order = "d-m-y".to_owned();
    assert_eq!(imported.diagnostics[0].problem, Problem::DateOrderAssumed { order });

    let torn = "16/03/2022, 10:00 - Anna: hoi\n03/17/2022, 10:00 - Anna: hoi\n";
    let problem = read("x.txt", torn.as_bytes(), &ReadOptions::default()).unwrap_err();
    let example = "03/17/2022".to_owned();
    assert_eq!(problem.problem, Problem::DateOrderUnclear { example });
    assert_eq!(problem.place, Place::line("x.txt", 2));

    let given = ReadOptions { date_order: Some(DateOrder::MonthDayYear), ..ReadOptions::default() };
    let imported = read("x.txt", torn.as_bytes(), &given).unwrap();
    assert_eq!(imported.units[0].time, None);
    assert_eq!(imported.units[1].time.unwrap().to_string(), "2022-03-17T10:00:00");
    assert_eq!(imported.diagnostics[0].place, Place::line("x.txt", 1));
    assert_eq!(read("x.txt", open.as_bytes(), &given).unwrap().date.unwrap().to_string(), "2022-01-02");
}

#[test]
fn an_archive_gives_its_chat_and_names_what_stays_behind() {
    let chat = "[23-03-2022 13:31:05] Anna: hoi\r\n".as_bytes();
    let files: [(&str, &[u8]); 4] = [
        ("__MACOSX/._chat.txt", b"\0\0"),
        ("notities.txt", b"los"),
        ("_chat.txt", chat),
        ("00000014-PHOTO.jpg", b"x"),
    ];
    let imported = read("export.zip", &pack(&files), &ReadOptions::default()).unwrap();
    assert_eq!(units(&imported), [("Anna", "hoi", UnitKind::Said)]);
    assert_eq!(imported.report.dropped[&Loss::Attachments].examples, ["notities.txt", "00000014-PHOTO.jpg"]);

    let problem = read("export.zip", &pack(&files[..2]), &ReadOptions::default()).unwrap_err().problem;
    assert_eq!(problem, Problem::ZipWithoutChat);
}

#[test]
fn notices_have_no_sender_even_when_they_hold_a_colon() {
    let notices = [
        "Berichten en gesprekken worden end-to-end versleuteld. Tik voor meer informatie.",
        "Uw oproepen en berichten zijn beveiligd met end-to-end encryptie.",
        "U hebt Bea toegevoegd",
        "Je hebt +31 6 12345678 toegevoegd",
        "Anna heeft Bea verwijderd",
        "Bea heeft de groep verlaten",
        "Anna heeft het onderwerp gewijzigd van \"Gezin: oud\" naar \"Gezin: nieuw\"",
        "U heeft de groep \"Team: Noor\" gemaakt",
        "Bea neemt deel via de uitnodigingslink van deze groep",
        "Uw beveiligingscode voor Bea is gewijzigd. Tik voor meer informatie.",
        "Anna heeft tijdelijke berichten ingeschakeld. Nieuwe berichten verdwijnen na: 7 dagen",
        "Anna created group \"Team: Noor\"",
        "Anna changed the subject from \"A: x\" to \"B: y\"",
        "Your security code with Bea changed. Tap to learn more.",
    ];
    let lines = notices.map(|notice| format!("23-03-2022 13:31 - {notice}\n"));
    let chat = lines.concat() + "23-03-2022 13:32 - Anna: Welkom\n";
    let imported = import(&chat);
    let mut expected: Vec<_> = notices.iter().map(|notice| ("", *notice, UnitKind::System)).collect();
    expected.push(("Anna", "Welkom", UnitKind::Said));
    assert_eq!(units(&imported), expected);
}

#[test]
fn invisible_marks_inside_lines_hide_nothing_and_shift_nothing() {
    let text = "\u{feff}16-03-\u{feff}2022 15:10 - Anna\u{feff}: Hoi \u{feff}Bea\n\
        \u{200f}١٦\u{200f}/٣\u{200f}/٢٠٢٢، ١٥:١١ - \u{202b}Bea\u{202c}: ja\n\
        16-03-2022 15:12 - \u{202a}+31 6 12345678\u{202c}: e\u{301}e\u{301}n\n";
    let imported = import(text);
    let expected = [("Anna", "Hoi Bea"), ("Bea", "ja"), ("+31 6 12345678", "één")];
    assert_eq!(units(&imported), expected.map(|(speaker, words)| (speaker, words, UnitKind::Said)));
    let times = imported.units.iter().map(|unit| unit.time.unwrap().to_string());
    assert_eq!(
        times.collect::<Vec<_>>(),
        ["2022-03-16T15:10:00", "2022-03-16T15:11:00", "2022-03-16T15:12:00"]
    );
    assert_eq!(imported.report.changed[&Change::InvisibleMarks].n, 3 + 5 + 2);
}

#[test]
fn buddhist_years_and_half_days_are_told_from_others() {
    let text = "16/3/2565 BE, 3:10\u{202f}PM - Anna: a\n16/3/2565 BE, 12:05\u{202f}AM - Bea: b\n";
    let times: Vec<String> = import(text).units.iter().map(|unit| unit.time.unwrap().to_string()).collect();
    assert_eq!(times, ["2022-03-16T15:10:00", "2022-03-16T00:05:00"]);
}

#[test]
fn messages_copied_out_of_whatsapp_web_are_a_chat() {
    let text = "[15:10, 16/03/2022] Anna: Hoi\nalles goed?\n[15:11, 16/03/2022] Bea: Ja\n";
    let imported = import(text);
    assert_eq!(imported.reading, "whatsapp; d-m-y; web");
    assert_eq!(units(&imported)[0], ("Anna", "Hoi\nalles goed?", UnitKind::Said));
    assert_eq!(imported.units[1].time.unwrap().to_string(), "2022-03-16T15:11:00");

    let impossible = "[15:10, 16/03/2022] Anna: a\n[15:10, 31/02/2022] Bea: b\n";
    let problem = Problem::ValueInvalid { value: "31/02/2022".to_owned(), expected: "d-m-y".to_owned() };
    let options = ReadOptions { date_order: Some(DateOrder::DayMonthYear), ..ReadOptions::default() };
    let imported = read("x.txt", impossible.as_bytes(), &options).unwrap();
    assert_eq!(imported.diagnostics[0].problem, problem);
}

#[test]
fn records_keep_the_order_of_the_file() {
    let text = "16-03-2022 15:10 - Anna: later\n14-07-2020 22:05 - Bea: eerder\n";
    let imported = import(text);
    assert_eq!(units(&imported).iter().map(|(_, words, _)| *words).collect::<Vec<_>>(), ["later", "eerder"]);
    assert_eq!(imported.date.unwrap().to_string(), "2020-07-14");
}

#[test]
fn edit_marks_stay_in_the_text_outside_the_words_and_are_counted() {
    let imported = import("16-03-2022 15:10 - Anna: Tot morgen <Dit bericht is bewerkt>\n");
    assert_eq!(units(&imported), [("Anna", "Tot morgen", UnitKind::Said)]);
    assert!(imported.text.ends_with("<Dit bericht is bewerkt>"));
    assert_eq!(imported.report.kept[&Part::Edited], 1);
}

#[test]
fn a_message_of_several_parts_counts_once_for_each_kind() {
    let text = "16-03-2022 15:10 - Anna: POLL:\nWanneer?\nOPTION: Ma (1 vote)\nOPTION: Di (2 votes)\n";
    let imported = import(text);
    assert_eq!(units(&imported).len(), 3);
    assert_eq!((imported.report.kept[&Part::Messages], imported.report.kept[&Part::Polls]), (1, 1));
    assert_eq!((imported.labels[0].n_turns, imported.labels[0].n_units), (1, 3));
}

#[test]
fn messages_copied_without_a_year_have_no_time_and_that_is_said() {
    let imported = import("[16/03, 15:10] Anna: Hoi\nalles goed?\n[16/03, 15:11] Bea: Ja\n");
    let said = [("Anna", "Hoi\nalles goed?", UnitKind::Said), ("Bea", "Ja", UnitKind::Said)];
    assert_eq!(units(&imported), said);
    assert!(imported.units.iter().all(|unit| unit.time.is_none()));
    assert_eq!(imported.reading, "whatsapp; d-m-y; copied without year");
    let problems: Vec<&Problem> = imported.diagnostics.iter().map(|found| &found.problem).collect();
    assert_eq!(problems, [&Problem::YearMissing { n: 2 }]);
}
