//! Chats as Telegram Desktop exports them.

use crate::archive::tests::pack;
use crate::imported::{Loss, Part};
use crate::{Format, Imported, ReadOptions, read, recognise};
use draad_core::{Place, Problem, UnitKind};
use serde_json::json;

fn import(export: &serde_json::Value) -> Imported {
    read("result.json", export.to_string().as_bytes(), &ReadOptions::default()).unwrap()
}

/// A chat of these messages; each gets a number, a moment and, unless it says otherwise, Anna as its sender.
fn chat(messages: &[serde_json::Value]) -> serde_json::Value {
    let full = messages.iter().zip(1..).map(|(message, id)| {
        let mut full = json!({
            "id": id, "type": "message", "date": format!("2021-03-12T14:{id:02}:09"),
            "from": "Anna", "from_id": "user1", "text": ""
        });
        for (key, value) in message.as_object().unwrap() {
            full[key] = value.clone();
        }
        full
    });
    json!({ "name": "Gezin", "type": "private_group", "id": 7, "messages": full.collect::<Vec<_>>() })
}

fn units(imported: &Imported) -> Vec<(&str, &str, UnitKind)> {
    let units = imported.units.iter();
    let words = |unit: &draad_core::Unit| &imported.text[unit.span.range()];
    units.map(|unit| (unit.speaker.as_deref().unwrap_or(""), words(unit), unit.kind)).collect()
}

#[test]
fn messages_stand_on_lines_and_units_cover_their_words() {
    let imported = import(&chat(&[
        json!({ "text": "Hoi" }),
        json!({ "text": ["Dit is ", { "type": "bold", "text": "echt" }, " zo\nen dit ook"], "from": "Bea", "from_id": "user2" }),
        json!({ "text": "Eens", "reply_to_message_id": 2, "edited": "2021-03-12T15:00:00",
            "reactions": [{ "type": "emoji", "count": 3, "emoji": "👍" }] }),
        json!({ "text": "Nieuws", "forwarded_from": "Krant", "edited": "1970-01-01T01:00:00" }),
    ]));
    assert_eq!(
        imported.text,
        "12-03-2021 14:01 Anna: Hoi\n\
         12-03-2021 14:02 Bea: Dit is echt zo\nen dit ook\n\
         12-03-2021 14:03 Anna (↩ Bea 12-03-2021 14:02): Eens [👍 3]\n\
         12-03-2021 14:04 Anna (↪ Krant): Nieuws"
    );
    use UnitKind::Said;
    assert_eq!(
        units(&imported),
        [
            ("Anna", "Hoi", Said),
            ("Bea", "Dit is echt zo\nen dit ook", Said),
            ("Anna", "Eens", Said),
            ("Anna", "Nieuws", Said)
        ]
    );
    assert_eq!(imported.units[0].time.unwrap().to_string(), "2021-03-12T14:01:09");
    assert_eq!(imported.reading, "telegram; private group");
    let kept = &imported.report.kept;
    let counted = [Part::Messages, Part::Edited, Part::Replies, Part::Forwards, Part::Reactions];
    assert_eq!(counted.map(|part| kept[&part]), [4, 1, 1, 1, 1]);
    assert_eq!((imported.labels[0].label.as_str(), imported.labels[0].n_turns), ("Anna", 3));
}

#[test]
fn what_is_no_words_has_its_own_kind() {
    let imported = import(&chat(&[
        json!({ "photo": "chats/photos/photo_1.jpg", "text": "Kijk" }),
        json!({ "file": "(File not included. Change data exporting settings to download.)",
            "media_type": "voice_message", "duration_seconds": 12 }),
        json!({ "file": "stickers/a.webp", "media_type": "sticker", "sticker_emoji": "😀" }),
        json!({ "file": "files/Plan.pdf", "mime_type": "application/pdf" }),
        json!({ "contact_information": { "first_name": "Kees", "last_name": "", "phone_number": "0031 6" } }),
        json!({ "place_name": "De Linde", "location_information": { "latitude": 52.1, "longitude": 5.1 } }),
        json!({ "poll": { "question": "Wanneer?", "answers": [{ "text": "Ma", "voters": 2 }, { "text": "Di", "voters": 0 }] } }),
        json!({}),
        json!({ "type": "unsupported" }),
    ]));
    use UnitKind::{Location, Media, Said};
    assert_eq!(
        units(&imported),
        [
            ("Anna", "<photo: photo_1.jpg>", Media),
            ("Anna", "Kijk", Said),
            ("Anna", "<voice_message>", Media),
            ("Anna", "<sticker: 😀>", Media),
            ("Anna", "<file: Plan.pdf>", Media),
            ("Anna", "<contact: Kees 0031 6>", Media),
            ("Anna", "<location: De Linde, 52.1,5.1>", Location),
            ("Anna", "Wanneer?", Said),
            ("Anna", "Ma", Said),
            ("Anna", "Di", Said),
        ]
    );
    assert!(imported.text.contains("Anna: <poll> Wanneer?\n- Ma (2)\n- Di (0)\n"));
    assert_eq!(imported.report.dropped[&Loss::EmptyMessages].n, 2);
    assert_eq!((imported.report.read[&Part::Messages], imported.report.kept[&Part::Media]), (9, 5));
}

#[test]
fn what_happened_is_a_notice_and_a_missed_call_a_call() {
    let service = |fields: serde_json::Value| {
        let mut service =
            json!({ "type": "service", "from": null, "from_id": null, "actor": "Bea", "actor_id": "user2" });
        for (key, value) in fields.as_object().unwrap() {
            service[key] = value.clone();
        }
        service
    };
    let imported = import(&chat(&[
        service(json!({ "action": "create_group", "title": "Gezin", "members": ["Anna", null, "Kees"] })),
        service(json!({ "action": "phone_call", "discard_reason": "missed" })),
        service(json!({ "action": "phone_call", "duration_seconds": 62, "discard_reason": "hangup" })),
    ]));
    assert_eq!(
        units(&imported),
        [
            ("", "Bea – create group: Gezin; Anna, Kees", UnitKind::System),
            ("Bea", "phone call: missed", UnitKind::Call),
            ("", "Bea – phone call: hangup", UnitKind::System),
        ]
    );
}

#[test]
fn topics_stand_with_the_messages_that_belong_to_them() {
    let imported = import(&chat(&[
        json!({ "type": "service", "action": "topic_created", "title": "Geld", "actor": "Bea" }),
        json!({ "text": "Wat kost het?", "reply_to_message_id": 1 }),
        json!({ "text": "Veel", "reply_to_message_id": 2 }),
        json!({ "text": "Weg", "reply_to_message_id": 99 }),
    ]));
    let lines: Vec<&str> = imported.text.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "12-03-2021 14:02 Anna (# Geld): Wat kost het?",
            "12-03-2021 14:03 Anna (# Geld; ↩ Anna 12-03-2021 14:02): Veel",
            "12-03-2021 14:04 Anna (↩): Weg",
        ]
    );
    assert_eq!(imported.report.kept[&Part::Replies], 2);
}

#[test]
fn people_are_told_apart_by_number_where_their_names_are_the_same_or_gone() {
    let imported = import(&chat(&[
        json!({ "text": "a", "from_id": 12 }),
        json!({ "text": "b", "from_id": "user2" }),
        json!({ "text": "c", "from": null, "from_id": "user3" }),
    ]));
    let speakers: Vec<&str> = units(&imported).iter().map(|(speaker, ..)| *speaker).collect();
    assert_eq!(speakers, ["Anna (12)", "Anna (user2)", "user3"]);
}

#[test]
fn a_broken_message_is_named_by_its_line_and_the_rest_is_read() {
    let text = "{\"messages\": [\n{\"id\": 1, \"type\": \"message\", \"date\": \"2021-03-12T14:05:00\", \"from\": \"Anna\", \
        \"from_id\": \"user1\", \"text\": \"een\\x1F\\\\x\"},\n{\"id\": \"x\"},\n\
        {\"id\": 3, \"type\": \"message\", \"date\": \"gisteren\", \"from\": \"Anna\", \"text\": \"e\u{301}\"}\n]}";
    let imported = read("result.json", text.as_bytes(), &ReadOptions::default()).unwrap();
    use UnitKind::Said;
    assert_eq!(units(&imported), [("Anna", "een\\x", Said), ("Anna", "é", Said)]);
    let places: Vec<Option<u32>> =
        imported.diagnostics.iter().map(|diagnostic| diagnostic.place.line).collect();
    assert_eq!(places, [Some(3), Some(4)]);
    assert_eq!(imported.report.dropped[&Loss::BrokenMessages].n, 1);

    let problem =
        read("result.json", &text.as_bytes()[..text.len() - 4], &ReadOptions::default()).unwrap_err();
    assert!(matches!(problem.problem, Problem::JsonInvalid { .. }), "{problem}");
    assert_eq!(problem.place, Place::line("result.json", 4));
}

#[test]
fn an_account_gives_the_chat_that_is_asked_for() {
    let (mut family, mut work) = (chat(&[json!({ "text": "thuis" })]), chat(&[json!({ "text": "werk" })]));
    family["name"] = "Gezin".into();
    (work["name"], work["id"]) = ("Werk".into(), 8.into());
    let empty = json!({ "type": "saved_messages", "id": 9, "messages": [] });
    let account = |chats: &[&serde_json::Value], left: &[&serde_json::Value]| json!({ "about": "…", "contacts": { "list": [] }, "chats": { "list": chats }, "left_chats": { "list": left } });
    let both = account(&[&family, &empty], &[&work]).to_string();
    assert_eq!(recognise("result.json", both.as_bytes()), Format::TelegramJson);
    let read_chat = |chat: Option<&str>| {
        let options = ReadOptions { chat: chat.map(str::to_owned), ..ReadOptions::default() };
        read("result.json", both.as_bytes(), &options)
    };
    for missing in [None, Some("Sport")] {
        let known = "Gezin (7), Werk (8)".to_owned();
        assert_eq!(read_chat(missing).unwrap_err().problem, Problem::ChatNotChosen { known });
    }
    for wanted in ["Werk", "8", "Werk (8)"] {
        let imported = read_chat(Some(wanted)).unwrap();
        assert_eq!(units(&imported), [("Anna", "werk", UnitKind::Said)]);
        assert_eq!(imported.reading, "telegram; private group; from account");
        assert_eq!(imported.report.dropped[&Loss::OtherChats].n, 2);
    }
    assert_eq!(units(&import(&account(&[&family, &empty], &[])))[0].1, "thuis");
}

#[test]
fn a_zipped_folder_gives_its_chat() {
    let export = chat(&[json!({ "text": "Hoi" })]).to_string();
    let files: [(&str, &[u8]); 3] = [
        ("ChatExport_2021-03-12/", b""),
        ("ChatExport_2021-03-12/photos/photo_1.jpg", b"x"),
        ("ChatExport_2021-03-12/result.json", export.as_bytes()),
    ];
    let imported = read("ChatExport.zip", &pack(&files), &ReadOptions::default()).unwrap();
    assert_eq!(units(&imported), [("Anna", "Hoi", UnitKind::Said)]);
    assert_eq!(imported.report.dropped[&Loss::Attachments].examples, [files[1].0]);
}

#[test]
fn the_export_as_web_page_is_refused_with_advice() {
    let page = b"<!DOCTYPE html><html><body><div class=\"page_wrap\"><div class=\"page_body chat_page\"><div class=\"history\">";
    assert_eq!(recognise("messages.html", page), Format::TelegramHtml);
    let problem = read("messages.html", page, &ReadOptions::default()).unwrap_err().problem;
    assert_eq!(problem, Problem::ChatAsWebPage { program: "telegram".to_owned() });
}
