//! Time stamps of a recording: out of the text, into the units.

use super::import;
use crate::Imported;
use crate::imported::Change;
use draad_core::{Problem, UnitKind};

/// Of each unit that somebody said: where it stands in the recording, who says it, and the words.
fn timed(imported: &Imported) -> Vec<String> {
    let said = imported.units.iter().filter(|unit| unit.kind == UnitKind::Said);
    let written = said.map(|unit| {
        let recording = unit.recording.map_or("-".to_owned(), |found| match found.end {
            Some(end) => format!("{}–{end}", found.start),
            None => found.start.to_string(),
        });
        let speaker = unit.speaker.as_deref().unwrap_or("-");
        format!("{recording} {speaker}: {}", &imported.text[unit.span.range()])
    });
    written.collect()
}

fn check(text: &str, expected_text: &str, expected: &[&str]) {
    let imported = import("a.txt", text);
    assert_eq!(imported.text, expected_text);
    assert_eq!(timed(&imported), expected, "{text}");
}

#[test]
fn f4_stamps_end_one_turn_and_start_the_next() {
    check(
        "I: Hoe ging het? #00:00:04-2#\nB: Goed. #00:00:09-0#\n\nB: Ja #00:00:12-5# en nee. #00:00:20-1#\n\nI: O? \n",
        "I: Hoe ging het?\nB: Goed.\n\nB: Ja en nee.\n\nI: O?",
        &[
            "00:00:00–00:00:04.200 I: Hoe ging het?",
            "00:00:04.200–00:00:09 B: Goed.",
            "00:00:09–00:00:12.500 B: Ja",
            "00:00:12.500–00:00:20.100 B: en nee.",
            "00:00:20.100 I: O?",
        ],
    );
    // One stamp for two turns: the first starts there, the second ends there, and no turn has both.
    check(
        "I: Hoe? #00:00:04-2#\nB: Zo.\nI: Ja. #00:00:09-0#\nB: O. #00:00:10-0#",
        "I: Hoe?\nB: Zo.\nI: Ja.\nB: O.",
        &["00:00:00–00:00:04.200 I: Hoe?", "00:00:04.200 B: Zo.", "- I: Ja.", "00:00:09–00:00:10 B: O."],
    );
}

#[test]
fn stamps_before_and_after_a_label_start_its_turn() {
    check(
        "S01: [00:00:12] Ja //S02: nee// hoor.\nS02: [00:00:15] O.\n[00:00:20] S01: Zo.\nS02 [00:00:21.300]: Ja.\n",
        "S01: Ja //S02: nee// hoor.\nS02: O.\nS01: Zo.\nS02: Ja.",
        &[
            "00:00:12 S01: Ja //S02: nee// hoor.",
            "00:00:15 S02: O.",
            "00:00:20 S01: Zo.",
            "00:00:21.300 S02: Ja.",
        ],
    );
    check(
        "00:00:03.5Zack: Hoi.\n00:00:04.3Jim: Dag.\n00:00:09Zack: Zo.\n00:01:00Jim: Ja.",
        "Zack: Hoi.\nJim: Dag.\nZack: Zo.\nJim: Ja.",
        &["00:00:03.500 Zack: Hoi.", "00:00:04.300 Jim: Dag.", "00:00:09 Zack: Zo.", "00:01:00 Jim: Ja."],
    );
    check(
        "[00:00:01 - 00:00:04] I: Hoe?\n[00:00:04 - 00:00:08] M: Zo.\n[00:00:09 - 00:00:10] I: O.\nM: Ja.",
        "I: Hoe?\nM: Zo.\nI: O.\nM: Ja.",
        &["00:00:01–00:00:04 I: Hoe?", "00:00:04–00:00:08 M: Zo.", "00:00:09–00:00:10 I: O.", "- M: Ja."],
    );
}

#[test]
fn programs_put_the_name_and_the_time_above_the_words() {
    let said = ["Hoe gaat het?", "Goed.", "Ja?", "Ja, echt."];
    let names = ["Anna de Vries", "Speaker 2"];
    let times = ["0:03", "0:09", "1:04", "12:30"];
    let hours = ["00:00:03", "00:00:09", "00:01:04", "00:12:30"];
    let expected: Vec<String> =
        (0..4).map(|idx| format!("{} {}: {}", hours[idx], names[idx % 2], said[idx])).collect();
    let write = |head: &dyn Fn(&str, usize) -> String, gap: &str| -> String {
        let turns = (0..4).map(|idx| format!("{}\n{gap}{}\n\n", head(names[idx % 2], idx), said[idx]));
        turns.collect()
    };
    for (program, text) in [
        ("Otter", write(&|name, idx| format!("{name}  {}  ", times[idx]), "")),
        ("Teams", write(&|name, idx| format!("{name}   {}", times[idx]), "\n")),
        ("Word", write(&|name, idx| format!("{} {name}", hours[idx]), "")),
        ("Amberscript", write(&|name, idx| format!("{name}\t{}", hours[idx]), "")),
        ("Rev", write(&|name, idx| format!("{name} ({}):", times[idx]), "")),
        ("Rev without colon", write(&|name, idx| format!("{name} ({})", hours[idx]), "")),
        ("time below", write(&|name, idx| format!("{name}\n{}", times[idx]), "")),
    ] {
        let imported = import("a.txt", &format!("Audio file\ngesprek.m4a\n\nTranscript\n\n{text}"));
        assert_eq!(timed(&imported), expected, "{program}");
        assert_eq!(imported.report.changed[&Change::TimeStamps].n, 4, "{program}");
        assert_eq!(imported.diagnostics, [], "{program}");
    }
}

#[test]
fn a_stamp_inside_a_turn_cuts_it() {
    check(
        "M: Toen ging[00:00:12] ze weg. [00:00:20]\nEn nu [00:00:31] niet meer.\nM: Ja.\n\n[00:01:00]\n\nEn nee.",
        "M: Toen ging ze weg.\nEn nu niet meer.\nM: Ja.\n\n\n\nEn nee.",
        &[
            "- M: Toen ging",
            "00:00:12 M: ze weg.",
            "00:00:20 M: En nu",
            "00:00:31 M: niet meer.",
            "- M: Ja.",
            "00:01:00 M: En nee.",
        ],
    );
    check(
        "00:00:05 Zo begon\nhet. [00:00:09] Later",
        "00:00:05 Zo begon\nhet. Later",
        &["- -: 00:00:05 Zo begon", "- -: het.", "00:00:09 -: Later"],
    );
}

#[test]
fn two_part_stamps_count_in_a_document_with_turns_while_they_run_on() {
    check(
        "I: [00:12] Hoe?\nM: Zo. [00:15]\nI: (12:34) O.\nM: Ja [13:00] hoor.",
        "I: Hoe?\nM: Zo.\nI: O.\nM: Ja hoor.",
        &["00:00:12 I: Hoe?", "- M: Zo.", "00:12:34 I: O.", "- M: Ja", "00:13:00 M: hoor."],
    );
    let clock = "I: Hoe laat?\nM: Om [10:30] of (11:30), zei hij.\nI: O.\nM: 10:30 dus.\nI: Ja?\nM: [09:15] was ik wakker.\nM: 12:30";
    let imported = import("a.txt", clock);
    assert_eq!(imported.text, clock);
    assert_eq!(imported.report.changed.get(&Change::TimeStamps), None);
    assert_eq!(imported.units.last().map(|unit| &imported.text[unit.span.range()]), Some("12:30"));
    for log in [
        "[10:30] Moeder belt\n[11:00] Vader belt\n[11:30] Moeder belt",
        "10:30 Moeder belt\n\n11:00 Vader belt\n",
    ] {
        let imported = import("a.txt", log);
        assert_eq!(imported.text, log.trim_end());
        assert!(imported.units.iter().all(|unit| unit.recording.is_none() && unit.speaker.is_none()));
    }
}

#[test]
fn stamps_that_run_back_are_named_with_their_line() {
    let imported =
        import("a.txt", "I: [00:00:12] Hoe?\nM: [00:00:20] Zo.\n\nI: [00:00:15] O?\nM: [00:00:25] Ja.");
    let [back] = imported.diagnostics.as_slice() else { panic!("{:#?}", imported.diagnostics) };
    let (stamp, before) = ("[00:00:15]".to_owned(), "[00:00:20]".to_owned());
    assert_eq!((back.place.line, &back.problem), (Some(4), &Problem::TimeStampRunsBack { stamp, before }));
    assert_eq!(timed(&imported)[2], "00:00:15 I: O?");
    let imported = import("a.txt", "I: [00:12] Hoe?\nM: [00:20] Zo.\nI: [00:15] O?\nM: Ja.");
    let problem = Problem::TimeStampsKept { n: 3, stamp: "[00:15]".to_owned() };
    assert_eq!((imported.diagnostics[0].place.line, &imported.diagnostics[0].problem), (Some(3), &problem));
    assert_eq!(timed(&imported)[1], "- M: [00:20] Zo.");
}

#[test]
fn redactions_and_sounds_stay() {
    let text = "I: Hoe heet [naam]?\nM: XXX (lacht) of (om 12:30) [onverstaanbaar 00:12].\nI: O (3).\nM: #hashtag [1].";
    let imported = import("a.txt", text);
    assert_eq!(imported.text, text);
    assert_eq!(imported.report.changed.get(&Change::TimeStamps), None);
}
