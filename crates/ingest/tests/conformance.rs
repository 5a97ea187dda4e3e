//! Counts on real files made by other people and other tools.
//!
//! The files lie outside the repository, in `../shared/fixtures` or in the folder that `DRAAD_FIXTURES` names. Where they
//! are absent these tests say so and pass.

use draad_core::{ColumnUse, Problem, UnitKind};
use draad_ingest::{Format, ImportReport, Imported, Loss, Part, ReadOptions, read, recognise};
use std::io::Write;
use std::path::PathBuf;

/// Returns the folder `name` of the fixtures, or prints that the test is skipped.
fn fixtures(name: &str) -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/fixtures");
    let folder = std::env::var_os("DRAAD_FIXTURES").map_or(PathBuf::from(beside), PathBuf::from).join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    // Not `eprintln!`, which the test runner hides when a test passes.
    let _ = writeln!(std::io::stderr(), "SKIPPED: no fixtures at {}", folder.display());
    None
}

fn import(path: PathBuf) -> Imported {
    let bytes = std::fs::read(&path).expect("the fixture can be read");
    let name = path.file_name().and_then(|name| name.to_str()).expect("the fixture has a name");
    read(name, &bytes, &ReadOptions::default()).unwrap_or_else(|problem| panic!("{problem}"))
}

fn kept(report: &ImportReport, part: Part) -> usize {
    report.kept.get(&part).copied().unwrap_or(0)
}

fn turns(imported: &Imported, label: &str) -> usize {
    imported.labels.iter().find(|count| count.label == label).map_or(0, |count| count.n_turns)
}

#[test]
fn interviews_have_the_turns_that_people_counted() {
    let Some(folder) = fixtures("docx-interviews") else { return };
    for (name, n_paragraphs, n_asked, n_answered, n_continued) in [
        ("01_2021-05-31.docx", 65, 31, 31, 0),
        ("10_2022-07-19.docx", 209, 103, 103, 0),
        ("22_2022-07-26.docx", 301, 149, 146, 3),
    ] {
        let imported = import(folder.join(name));
        let report = &imported.report;
        assert_eq!(report.read[&Part::Paragraphs], n_paragraphs, "{name}");
        assert_eq!(turns(&imported, "Interviewer"), n_asked, "{name}");
        assert_eq!(turns(&imported, "Interviewee"), n_answered, "{name}");
        assert_eq!(imported.labels.len(), 2, "{name}");
        assert_eq!(kept(report, Part::Turns), n_asked + n_answered, "{name}");
        assert_eq!(kept(report, Part::Continuations), n_continued, "{name}");
        assert_eq!(kept(report, Part::Headers), 3, "{name}: title, site and date");
        assert_eq!(imported.units.len(), n_paragraphs, "{name}");
        let top: Vec<UnitKind> = imported.units.iter().take(4).map(|unit| unit.kind).collect();
        assert_eq!(top, [UnitKind::Header, UnitKind::Header, UnitKind::Header, UnitKind::Said], "{name}");
        let date = name.split(['_', '.']).nth(1).unwrap();
        assert_eq!(imported.date.unwrap().to_string(), date, "{name}");
    }
}

#[test]
fn an_interview_schedule_has_no_turns() {
    let Some(folder) = fixtures("docx-interviews") else { return };
    let imported = import(folder.join("interview-schedule_english.docx"));
    assert_eq!(imported.report.read[&Part::Paragraphs], 57);
    assert_eq!(imported.units.len(), 57);
    assert_eq!(kept(&imported.report, Part::Turns), 0);
    assert!(imported.labels.is_empty());
}

fn assert_chat(imported: &Imported, name: &str) {
    assert_eq!(imported.report.read[&Part::Messages], 10, "{name}");
    assert_eq!(imported.units.len(), 10, "{name}");
    assert_eq!(imported.units.iter().filter(|unit| unit.speaker.is_none()).count(), 1, "{name}");
    for (label, n_messages) in [("person1", 3), ("person2", 3), ("person4", 2), ("person3", 1)] {
        assert_eq!(turns(imported, label), n_messages, "{name}: {label}");
    }
    assert_eq!(imported.labels.len(), 4, "{name}");
    assert_eq!(imported.diagnostics, [], "{name}");
    let of_kind = |kind| imported.units.iter().filter(|unit| unit.kind == kind).count();
    assert_eq!((of_kind(UnitKind::System), of_kind(UnitKind::Location)), (1, 1), "{name}");
}

#[test]
fn chats_have_the_messages_that_were_sent() {
    let Some(folder) = fixtures("whatsapp") else { return };
    for (name, order, platform, n_multi_line) in [
        ("_chat.txt", "d-m-y", "iphone", 0),
        ("_chat_file1.txt", "d-m-y", "iphone", 0),
        ("_chat_file2.txt", "m-d-y", "iphone", 1),
        ("_chat_file3.txt", "d-m-y", "android", 1),
        ("_chat_file4.txt", "d-m-y", "android", 1),
        ("_chat_file5.txt", "d-m-y", "iphone", 1),
        ("_chat_file6.txt", "m-d-y", "iphone", 1),
    ] {
        let imported = import(folder.join(name));
        assert_chat(&imported, name);
        assert_eq!(imported.reading, format!("whatsapp; {order}; {platform}"), "{name}");
        let words = |unit: &draad_core::Unit| imported.text[unit.span.range()].to_owned();
        let multi_line = imported.units.iter().filter(|unit| words(unit).contains('\n'));
        assert_eq!(multi_line.count(), n_multi_line, "{name}");
        let last = imported.units.last().unwrap();
        assert_eq!(words(last), "👍Bedankt", "{name}");
        assert!(last.time.unwrap().to_string().starts_with("2020-07-14T22:05"), "{name}");
        assert_eq!(imported.date.unwrap().to_string(), "2020-07-14", "{name}");
    }
}

#[test]
fn a_zipped_chat_is_the_chat_and_not_its_mac_copy() {
    let Some(folder) = fixtures("whatsapp") else { return };
    let path = folder.join("whatsapp_chat.zip");
    assert_eq!(recognise("whatsapp_chat.zip", &std::fs::read(&path).unwrap()), Format::WhatsAppZip);
    let imported = import(path);
    assert_chat(&imported, "whatsapp_chat.zip");
    assert!(imported.report.dropped.is_empty());
}

type Export = (&'static str, usize, usize, &'static [&'static str], &'static [&'static str]);

/// File, its columns, its header rows, its open questions and its columns with personal data, as the export shows them.
const QUALTRICS: [Export; 2] = [
    (
        "qualtrics_sample_de.csv",
        20,
        3,
        &["Q2"],
        &[
            "IPAddress",
            "RecipientLastName",
            "RecipientFirstName",
            "RecipientEmail",
            "ExternalReference",
            "LocationLatitude",
            "LocationLongitude",
        ],
    ),
    (
        "qualtrics_sample_legacy_de.csv",
        16,
        2,
        &["Q2"],
        // V3 is the name, V4 the external reference, V5 the address for mail, V6 the address in the network.
        &["V3", "V4", "V5", "V6", "LocationLatitude", "LocationLongitude", "LocationAccuracy"],
    ),
];

/// File, its column, its rows and the sum of their counts, counted in the XML of the files.
const NVIVO: [(&str, &str, usize, u32); 3] = [
    ("Int01_ID731.xlsx", "A : Int01_ID731", 18, 6),
    ("Int02_ID121.xlsx", "A : Int02_ID121", 18, 9),
    ("Int03_ID54.xlsx", "A : Int03_ID54", 18, 5),
];

#[test]
fn matrices_of_nvivo_are_sheets_of_counts() {
    let Some(folder) = fixtures("nvivo-matrices") else { return };
    for (name, column, n_rows, total) in NVIVO {
        let bytes = std::fs::read(folder.join(name)).expect("the fixture can be read");
        let sheet = draad_ingest::read_sheet(name, &bytes, None).unwrap();
        assert_eq!(sheet.header, ["", column], "{name}");
        assert_eq!(sheet.rows.len(), n_rows, "{name}");
        let counts = sheet.rows.iter().map(|row| row.cell(1).parse::<u32>().expect("a count"));
        assert_eq!(counts.sum::<u32>(), total, "{name}");
        assert!(sheet.rows.iter().all(|row| row.cell(0).contains(" : ")), "{name}");
    }
}

/// What a file of subtitles must yield: cues in the file, cues kept, and the lines that are named.
const SUBTITLES: [(&str, usize, usize, &[u32]); 29] = [
    ("captions_with_bom.vtt", 4, 4, &[]),
    ("comments.vtt", 3, 3, &[]),
    ("cue_tags.vtt", 3, 3, &[]),
    ("invalid.vtt", 7, 7, &[1]),
    ("invalid_timeframe.sbv", 5, 4, &[7, 13]),
    ("invalid_timeframe.srt", 5, 4, &[6]),
    ("invalid_timeframe.vtt", 7, 6, &[6]),
    ("invalid_timeframe_in_cue_text.vtt", 4, 3, &[6]),
    ("metadata_headers.vtt", 2, 2, &[]),
    ("metadata_headers_multiline.vtt", 2, 2, &[]),
    ("missing_caption_text.sbv", 5, 4, &[4, 12]),
    ("missing_caption_text.srt", 5, 4, &[6]),
    ("missing_caption_text.vtt", 5, 4, &[6]),
    ("missing_timeframe.sbv", 5, 4, &[4, 12]),
    ("missing_timeframe.srt", 5, 4, &[6]),
    ("missing_timeframe.vtt", 7, 6, &[6]),
    ("non_padded_timestamps.vtt", 3, 3, &[]),
    ("one_caption.srt", 1, 1, &[]),
    ("one_caption.vtt", 1, 1, &[]),
    ("regions.vtt", 2, 2, &[]),
    ("sample.sbv", 5, 5, &[14]),
    ("sample.srt", 5, 5, &[]),
    ("sample.vtt", 16, 16, &[]),
    ("styles.vtt", 1, 1, &[]),
    ("styles_colours.srt", 6, 6, &[]),
    ("styles_colours.vtt", 6, 6, &[]),
    ("styles_with_comments.vtt", 1, 1, &[]),
    ("two_captions.sbv", 2, 2, &[]),
    ("using_identifiers.vtt", 6, 6, &[]),
];

#[test]
fn subtitles_have_the_cues_that_people_counted() {
    let Some(folder) = fixtures("subtitles") else { return };
    for (name, n_read, n_kept, lines) in SUBTITLES {
        let bytes = std::fs::read(folder.join(name)).expect("the fixture can be read");
        // Without its first line, only the name says that a file is WebVTT.
        if name != "invalid.vtt" {
            assert_eq!(recognise("opname.txt", &bytes), recognise(name, &bytes), "{name}");
        }
        let imported = import(folder.join(name));
        assert_eq!(imported.report.read[&Part::Cues], n_read, "{name}");
        assert_eq!(kept(&imported.report, Part::Cues), n_kept, "{name}");
        let named: Vec<u32> = imported.diagnostics.iter().filter_map(|found| found.place.line).collect();
        assert_eq!(named, lines, "{name}");
        assert!(!imported.text.contains(['<', '>']) || name.starts_with("styles_colours"), "{name}");
        assert!(imported.units.iter().all(|unit| unit.recording.is_some()), "{name}");
    }
}

#[test]
fn subtitles_without_a_single_cue_are_refused_with_the_line() {
    let Some(folder) = fixtures("subtitles") else { return };
    for (name, line, seen) in [
        ("invalid_format.sbv", 1, "some text"),
        ("invalid_format1.srt", 1, "1"),
        ("invalid_format2.srt", 1, "some text"),
        ("invalid_format3.srt", 2, "some text"),
        ("invalid_format4.srt", 1, "some text"),
    ] {
        let bytes = std::fs::read(folder.join(name)).expect("the fixture can be read");
        let refused = read(name, &bytes, &ReadOptions::default()).expect_err(name);
        assert_eq!(refused.place.line, Some(line), "{name}");
        assert_eq!(refused.problem, Problem::NoCueReadable { seen: seen.to_owned() }, "{name}");
    }
    for (name, problem) in [("empty.vtt", Problem::FileEmpty), ("no_captions.vtt", Problem::NoCues)] {
        let bytes = std::fs::read(folder.join(name)).expect("the fixture can be read");
        let refused = read(name, &bytes, &ReadOptions::default()).expect_err(name);
        assert_eq!(refused.problem, problem, "{name}");
    }
}

#[test]
fn subtitles_say_who_speaks_and_when() {
    let Some(folder) = fixtures("subtitles") else { return };
    let teams = import(folder.join("non_padded_timestamps.vtt"));
    assert_eq!(
        teams.text,
        "Jane Doe: Good morning everyone.\nJohn Smith: Morning, let's get started.\nJane Doe: Thanks for joining."
    );
    assert_eq!((turns(&teams, "Jane Doe"), turns(&teams, "John Smith")), (2, 1));
    let last = teams.units[2].recording.unwrap();
    assert_eq!(
        (last.start.to_string(), last.end.unwrap().to_string()),
        ("00:01:05.002".into(), "01:02:07.950".into())
    );
    let regions = import(folder.join("regions.vtt"));
    assert_eq!(regions.text, "Fred: Hi, my name is Fred\nBill: Hi, I’m Bill");
    let amore = import(folder.join("cue_tags.vtt"));
    assert_eq!(amore.text, "When the moon hits your eye Like a big-a pizza pie That's amore");
    let colours = import(folder.join("styles_colours.srt"));
    assert!(colours.text.contains("Some italic and normal coloured text. By the way, 2 < 3 !"));
}

#[test]
fn telegram_chats_have_their_messages_and_what_happened() {
    let Some(folder) = fixtures("telegram") else { return };
    for (name, n_messages, n_service) in [("personal_chat.json", 4, 1), ("supergroup_with_topics.json", 4, 3)]
    {
        let path = folder.join(name);
        assert_eq!(recognise(name, &std::fs::read(&path).unwrap()), Format::TelegramJson, "{name}");
        let imported = import(path);
        let report = &imported.report;
        assert_eq!(report.read[&Part::Messages], n_messages + n_service, "{name}");
        assert_eq!(kept(report, Part::Messages), n_messages, "{name}");
        assert_eq!(kept(report, Part::Notices), n_service, "{name}");
        assert_eq!(imported.units.len(), n_messages + n_service, "{name}");
        assert_eq!(imported.diagnostics, [], "{name}");
        assert!(report.dropped.is_empty(), "{name}");
    }
    let personal = import(folder.join("personal_chat.json"));
    let words: Vec<&str> = personal.units.iter().map(|unit| &personal.text[unit.span.range()]).collect();
    assert_eq!(words[2], "Check this important message");
    assert_eq!((turns(&personal, "Alice"), turns(&personal, "Bob")), (2, 2));
    assert_eq!(personal.date.unwrap().to_string(), "2024-01-15");

    let group = import(folder.join("supergroup_with_topics.json"));
    let in_topics = group.text.lines().filter(|line| line.contains("(# "));
    assert_eq!(in_topics.count(), 3);
    assert_eq!(kept(&group.report, Part::Reactions), 1);
}

#[test]
fn surveys_of_qualtrics_leave_personal_data_out() {
    let Some(folder) = fixtures("survey") else { return };
    for (name, n_columns, n_header_rows, open, personal) in QUALTRICS {
        let bytes = std::fs::read(folder.join(name)).expect("the fixture can be read");
        let mut survey = draad_ingest::read_survey(name, &bytes, None).unwrap();
        assert_eq!(survey.report.read[&Part::Columns], n_columns, "{name}");
        assert_eq!(survey.report.read[&Part::Rows], 1, "{name}");
        assert!(survey.reading.starts_with(&format!("qualtrics; {n_header_rows} header rows")), "{name}");
        let with = |used: ColumnUse| {
            let columns = survey.columns.iter().filter(|column| column.proposed == used);
            columns.map(|column| column.name.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(with(ColumnUse::Open), open, "{name}");
        assert_eq!(with(ColumnUse::Score), ["Q1"], "{name}");
        assert_eq!(with(ColumnUse::Respondent).len(), 1, "{name}");
        let is_personal = |column: &&draad_ingest::survey::SurveyColumn| column.is_personal;
        let found: Vec<&str> =
            survey.columns.iter().filter(is_personal).map(|column| column.name.as_str()).collect();
        assert_eq!(found, personal, "{name}");
        assert!(survey.columns.iter().filter(is_personal).all(|column| column.example.is_empty()), "{name}");

        let uses = survey.proposed();
        let replies = survey.replies(&uses, None);
        let texts = survey.texts(&uses, &replies, &mut ImportReport::default());
        assert_eq!(texts.len(), 1, "{name}");
        assert_eq!(texts[0].text, "This is a free text question.\nHello World!", "{name}");
        assert_eq!(texts[0].person, "R_2YPOQ602ER1jkf1", "{name}");
        assert_eq!(replies[0].moment.unwrap().to_string(), "2017-07-18T08:28:48", "{name}");
    }
}

/// The REFI-QDA standard: 60 pages with `REFI-QDA` above and their number below, a figure, lists, code, Arabic words.
#[test]
fn the_text_of_a_standard_stands_on_its_pages() {
    let Some(folder) = fixtures("refi-qda-schema") else { return };
    let imported = import(folder.join("REFI-QDA-1-5.pdf"));
    assert_eq!((imported.report.read[&Part::Pages], kept(&imported.report, Part::Pages)), (60, 60));
    assert_eq!(imported.report.dropped[&Loss::PageHeaders].n, 120);
    let on_page_8 = "A person who has worked on a project. A user may have a name and an identifier.";
    let unit = imported.units.iter().find(|unit| &imported.text[unit.span.range()] == on_page_8);
    assert_eq!(unit.and_then(|unit| unit.page), Some(8));
    assert_eq!(imported.text.matches("العربية").count(), 39);
}
