//! Chats as signal-export writes them.

use crate::imported::{Loss, Part};
use crate::{Format, Imported, ReadOptions, read, recognise};
use draad_core::{Place, Problem, UnitKind};

fn import(name: &str, text: &str) -> Imported {
    read(name, text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn units(imported: &Imported) -> Vec<(&str, &str, UnitKind)> {
    let units = imported.units.iter();
    let words = |unit: &draad_core::Unit| &imported.text[unit.span.range()];
    units.map(|unit| (unit.speaker.as_deref().unwrap_or(""), words(unit), unit.kind)).collect()
}

#[test]
fn a_chat_keeps_its_lines_and_gives_messages() {
    for (comma, seconds) in [(",", ""), ("", ":09")] {
        let head = |minute: u32| format!("[2026-03-02{comma} 14:0{minute}{seconds}]");
        let text = [
            head(1) + " Me: Hoe is het?  \n",
            head(2) + " Aya: \n\n> Hoe is het?\n\nGoed,\n\nen met jou?  \n(- Me: 👍 -)\n",
            head(3) + " Aya: Kijk  ![foto.jpg](./media/foto.jpg)  \n",
            head(4) + " Jim: (This message was deleted)\n",
            head(5) + " No-Sender: welkom  \n",
            head(6) + " Jim: Missed voice call  \n",
            head(7) + " Jim:   \n",
        ];
        let text = text.join("\n");
        assert_eq!(recognise("chat.md", text.as_bytes()), Format::Signal);
        assert_eq!(recognise("chat.txt", text.as_bytes()), Format::Signal);
        let imported = import("chat.md", &text);
        use UnitKind::*;
        assert_eq!(
            units(&imported),
            [
                ("Me", "Hoe is het?", Said),
                ("Aya", "Goed,\n\nen met jou?", Said),
                ("Aya", "Kijk", Said),
                ("Aya", "![foto.jpg](./media/foto.jpg)", Media),
                ("Jim", "(This message was deleted)", Deleted),
                ("", "welkom", Said),
                ("Jim", "Missed voice call", Call),
            ]
        );
        assert_eq!(imported.reading, "signal; markdown");
        assert!(imported.text.contains("> Hoe is het?\n\nGoed,"));
        assert!(imported.units[1].time.unwrap().to_string().starts_with("2026-03-02T14:02"));
        assert_eq!(imported.report.read[&Part::Messages], 7);
        assert_eq!(imported.report.kept[&Part::Reactions], 1);
        assert_eq!(imported.report.dropped[&Loss::EmptyMessages].n, 1);
        assert_eq!(imported.diagnostics, []);
    }
}

#[test]
fn an_iphone_that_writes_the_year_first_is_no_signal() {
    let text = "[2026-03-02 14:05:09] Anna: hoi\n[2026-03-02 14:06:09] Bea: dag\n";
    assert_eq!(recognise("_chat.txt", text.as_bytes()), Format::WhatsAppText);
}

#[test]
fn messages_as_json_are_read_a_line_at_a_time() {
    let text = concat!(
        r#"{"date": "2026-03-02T14:05:00", "sender": "Me", "body": "Hoi  ", "quote": "", "sticker": "", "reactions": [], "attachments": []}"#,
        "\n",
        r#"{"date": "2026-03-02T14:06:01.5", "sender": "Aya", "body": "Dag\nallemaal  ", "quote": "\n\n> Hoi\n\n", "sticker": null, "reactions": [["Me", "👍"]], "attachments": [{"name": "a.jpg", "path": "media/a.jpg"}], "deleted": false}"#,
        "\n{kapot}\n",
        r#"{"date": "2026-03-02T14:07:00", "sender": "Aya", "body": "", "quote": "", "sticker": {"id": "1", "emoji": "😀"}, "reactions": [], "attachments": []}"#,
        "\n",
    );
    assert_eq!(recognise("data.json", text.as_bytes()), Format::SignalJson);
    let imported = import("data.json", text);
    use UnitKind::*;
    assert_eq!(
        units(&imported),
        [
            ("Me", "Hoi", Said),
            ("Aya", "Dag\nallemaal", Said),
            ("Aya", "<file: a.jpg>", Media),
            ("Aya", "<sticker: 😀>", Media)
        ]
    );
    assert_eq!(
        imported.text,
        "02-03-2026 14:05 Me: Hoi\n\
         02-03-2026 14:06 Aya (↩ “Hoi”): Dag\nallemaal <file: a.jpg> [👍 Me]\n\
         02-03-2026 14:07 Aya: <sticker: 😀>"
    );
    assert_eq!(imported.diagnostics[0].place, Place::line("data.json", 3));
    assert_eq!(imported.report.dropped[&Loss::BrokenMessages].n, 1);
}

#[test]
fn the_chat_as_web_page_is_refused_with_advice() {
    let page = b"<!doctype html>\n<html><body><div class=\"msg me\"><span class=\"sender\">Me</span></div>";
    assert_eq!(recognise("index.html", page), Format::SignalHtml);
    let problem = read("index.html", page, &ReadOptions::default()).unwrap_err().problem;
    assert_eq!(problem, Problem::ChatAsWebPage { program: "signal".to_owned() });
}
