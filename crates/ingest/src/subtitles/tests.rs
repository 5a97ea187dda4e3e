//! Whole files, from bytes to units.

use crate::{Change, Imported, Loss, Part, ReadOptions, read};
use draad_core::Problem;

fn import(name: &str, content: &str) -> Imported {
    read(name, content.as_bytes(), &ReadOptions::default()).unwrap_or_else(|problem| panic!("{problem}"))
}

/// What was said: where in the recording (in milliseconds), by whom, and the words.
fn said(imported: &Imported) -> Vec<(u64, Option<u64>, &str, &str)> {
    let units = imported.units.iter().map(|unit| {
        let recording = unit.recording.unwrap();
        let speaker = unit.speaker.as_deref().unwrap_or("–");
        (recording.start.0, recording.end.map(|end| end.0), speaker, &imported.text[unit.span.range()])
    });
    units.collect()
}

fn problems(imported: &Imported) -> Vec<(u32, &Problem)> {
    let problems = imported.diagnostics.iter();
    problems.map(|found| (found.place.line.unwrap_or(0), &found.problem)).collect()
}

#[test]
fn cues_of_one_speaker_join_into_a_turn() {
    let imported = import(
        "teams.vtt",
        "\u{feff}WEBVTT\r\n\r\n5f0c-1/12-0\r\n0:0:0.0 --> 0:0:3.540\r\n<v Jane Doe>Goedemorgen</v>\r\n\r\n\
         5f0c-1/12-1\r\n0:0:3.540 --> 0:0:7.23\r\n<v Jane Doe>allemaal.</v>\r\n\r\n\
         0:0:7.50 --> 0:0:8.10\r\n<v Jan Smit>Hoi. //S02: hé //</v>\r\n",
    );
    assert_eq!(imported.text, "Jane Doe: Goedemorgen allemaal.\nJan Smit: Hoi. //S02: hé //");
    assert_eq!(
        said(&imported),
        [
            (0, Some(7_023), "Jane Doe", "Goedemorgen allemaal."),
            (7_050, Some(8_010), "Jan Smit", "Hoi. //S02: hé //"),
        ]
    );
    assert_eq!(imported.reading, "vtt; turns");
    assert_eq!((imported.labels[0].n_turns, imported.labels[0].n_units), (1, 1));
    assert_eq!((imported.report.kept[&Part::Cues], imported.report.kept[&Part::Turns]), (3, 2));
    assert_eq!(imported.report.changed[&Change::CuesJoined].n, 1);
    assert_eq!(imported.diagnostics, []);
}

#[test]
fn zoom_writes_names_before_the_words() {
    let imported = import(
        "zoom.vtt",
        "WEBVTT\n\n1\n00:00:09.640 --> 00:00:13.459\nAnna de Wit: Hoe gaat\nhet?\n\n\
         2\n00:00:13.470 --> 00:00:20.000\nPiet: Goed.\n\n3\n00:00:25.000 --> 00:00:26.000\nEcht waar.\n\n\
         4\n00:00:27.000 --> 00:00:28.000\nAnna de Wit: Mooi. Nog iets: niets.\nPiet: Nee.\n",
    );
    assert_eq!(
        said(&imported),
        [
            (9_640, Some(13_459), "Anna de Wit", "Hoe gaat het?"),
            (13_470, Some(26_000), "Piet", "Goed. Echt waar."),
            (27_000, Some(28_000), "Anna de Wit", "Mooi. Nog iets: niets."),
            (27_000, Some(28_000), "Piet", "Nee."),
        ]
    );
}

#[test]
fn what_people_copy_from_teams_has_names_above_the_words() {
    let text = "0:0:0.0 --> 0:0:1.250\nJane Doe\nHoi allemaal.\n0:0:2.90 --> 0:0:4.480\nJan Smit\nHoi: daar.\n\
                0:0:5.0 --> 0:0:6.0\nJan Smit\nDus.\n0:0:7.80 --> 0:0:8.180\nJane Doe\nGoed.\n";
    let imported = import("teams.txt", text);
    assert_eq!(
        said(&imported),
        [
            (0, Some(1_250), "Jane Doe", "Hoi allemaal."),
            (2_090, Some(6_000), "Jan Smit", "Hoi: daar. Dus."),
            (7_080, Some(8_180), "Jane Doe", "Goed."),
        ]
    );
}

#[test]
fn youtube_marks_line_breaks_in_its_own_way() {
    let imported = import("a.sbv", "0:00:01.000,0:00:02.000\nEen[br]twee\n");
    assert_eq!(
        (imported.text.as_str(), imported.reading.as_str()),
        ("Een twee", "sbv; paragraphs; pause 2 s; 500 characters")
    );
}

#[test]
fn whisperx_puts_speakers_between_brackets_in_subtitles() {
    let srt = "1\n00:00:01,000 --> 00:00:02,000\n[SPEAKER_00]: Dag.\n\n2\n00:00:02,000 --> 00:00:03,000\n[SPEAKER_01]: Dag.\n\n\
               3\n00:00:03,000 --> 00:00:04,000\n[SPEAKER_00]: En?\n\n4\n00:00:04,000 --> 00:00:05,000\n[SPEAKER_01]: Ja.\n";
    let imported = import("a.srt", srt);
    assert_eq!(imported.text, "[SPEAKER_00]: Dag.\n[SPEAKER_01]: Dag.\n[SPEAKER_00]: En?\n[SPEAKER_01]: Ja.");
    assert_eq!(imported.reading, "srt; turns");
}

#[test]
fn noscribe_says_the_speaker_twice() {
    let imported = import(
        "noscribe.vtt",
        "WEBVTT gesprek\n\nNOTE\nTranscribed with noScribe\n\n1\n00:00:00.000 --> 00:00:02.000\n<v S00>S00: Dag.\n\n\
         2\n00:00:02.000 --> 00:00:05.000\n<v S01>S01: Dag, //S00: ja // ik ben er.\n\n\
         3\n00:00:05.000 --> 00:00:04.000\n<v S01>[00:00:05] Echt.\n\nNOTE media: D:/Anna/gesprek.wav\n",
    );
    assert_eq!(imported.text, "S00: Dag.\nS01: Dag, //S00: ja // ik ben er. Echt.");
    assert_eq!(said(&imported)[1].0, 2_000);
    assert_eq!(said(&imported)[1].1, None);
    let problem = Problem::CueEndsBeforeStart { start: "00:00:05".to_owned(), end: "00:00:04".to_owned() };
    assert_eq!(problems(&imported), [(15, &problem)]);
    let notes = &imported.report.dropped[&Loss::CueNotes];
    assert_eq!(
        (notes.n, &notes.examples[..]),
        (3, &["gesprek".to_owned(), "NOTE Transcribed with noScribe".to_owned()][..])
    );
}

#[test]
fn without_speakers_cues_join_into_paragraphs() {
    let sentence = "Dit is een zin van precies vijftig tekens, zo lang";
    let mut srt = String::new();
    for second in 0..12 {
        let end = if second % 2 == 1 { "." } else { "" };
        srt.push_str(&format!(
            "{second}\n00:00:{second:02},000 --> 00:00:{second:02},900\n{sentence}{end}\n\n"
        ));
    }
    srt.push_str(
        "99\n00:00:13,899 --> 00:00:14,000\nnet op tijd\n\n\n00:00:16,000 --> 00:00:17,000\nte laat\n",
    );
    let imported = import("a.srt", &srt);
    let found: Vec<(u64, Option<u64>)> = said(&imported).iter().map(|unit| (unit.0, unit.1)).collect();
    // Ten cues make more than 500 characters, and the tenth ends a sentence.
    assert_eq!(found, [(0, Some(9_900)), (10_000, Some(14_000)), (16_000, Some(17_000))]);
    assert_eq!(imported.reading, "srt; paragraphs; pause 2 s; 500 characters");
    assert_eq!(imported.report.kept[&Part::Paragraphs], 3);
}

#[test]
fn words_without_full_stops_end_somewhere() {
    let cue = |n: usize| {
        format!("00:{:02}:{:02}.000 --> 00:{0:02}:{1:02}.990\n{2}\n\n", n / 60, n % 60, "woord ".repeat(10))
    };
    let vtt = format!("WEBVTT\n\n{}", (0..100).map(cue).collect::<String>());
    let imported = import("a.vtt", &vtt);
    assert_eq!(imported.report.dropped.get(&Loss::RepeatedCues).map(|tally| tally.n), Some(99));
    let cue = |n: usize| {
        format!(
            "00:{:02}:{:02}.000 --> 00:{0:02}:{1:02}.990\nw{n} {2}\n\n",
            n / 60,
            n % 60,
            "woord ".repeat(10)
        )
    };
    let vtt = format!("WEBVTT\n\n{}", (0..100).map(cue).collect::<String>());
    let imported = import("a.vtt", &vtt);
    assert!(imported.units.iter().all(|unit| unit.span.range().len() < 1_100));
    assert_eq!(imported.units.len(), 7);
}

#[test]
fn dashes_show_that_somebody_else_speaks() {
    let srt = "1\n00:00:01,000 --> 00:00:02,000\n- Ta en kopp.\n- Nej tack.\n\n2\n00:00:02,000 --> 00:00:03,000\n---\n\n\
               3\n00:00:03,000 --> 00:00:04,000\n-Jaha\n";
    let imported = import("a.srt", srt);
    assert_eq!(imported.text, "- Ta en kopp.\n- Nej tack. ---\n-Jaha");
}

#[test]
fn where_labels_say_who_speaks_a_dash_is_a_dash() {
    let vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nAnna: Ik dacht\n\n00:02.000 --> 00:03.000\n- nou ja -\n\n\
               00:03.000 --> 00:04.000\nPiet: Wat?\nAnna: Niets.\n\n00:04.000 --> 00:05.000\nPiet: O.\n";
    assert_eq!(import("a.vtt", vtt).text, "Anna: Ik dacht - nou ja -\nPiet: Wat?\nAnna: Niets.\nPiet: O.");
}

#[test]
fn rolling_captions_are_said_once() {
    let vtt = "WEBVTT\nKind: captions\n\n00:00:00.000 --> 00:00:02.000 align:start\n \nhallo<00:00:01.000><c> daar</c>\n\n\
               00:00:02.000 --> 00:00:02.010\nhallo daar\n \n\n\
               00:00:02.010 --> 00:00:04.000\nhallo daar\nhoe gaat het\n\n\
               00:00:04.000 --> 00:00:04.010\nhoe gaat het\n \n\n\
               00:00:09.000 --> 00:00:10.000\nhoe gaat het\n";
    let imported = import("a.vtt", vtt);
    // After a pause, the same words are said again.
    assert_eq!(imported.text, "hallo daar hoe gaat het\nhoe gaat het");
    assert_eq!(imported.report.dropped[&Loss::RepeatedCues].n, 2);
    assert_eq!(imported.report.dropped[&Loss::RepeatedLines].n, 1);
    assert_eq!((imported.report.read[&Part::Cues], imported.report.kept[&Part::Cues]), (5, 3));
    assert_eq!(imported.diagnostics, []);
}

#[test]
fn two_people_may_say_the_same() {
    let vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Ja.\n\n00:02.000 --> 00:03.000\n<v Piet>Ja.\n";
    assert_eq!(import("a.vtt", vtt).text, "Anna: Ja.\nPiet: Ja.");
}

#[test]
fn cues_out_of_order_stay_where_they_are() {
    let vtt = "WEBVTT\n\n00:05.000 --> 00:09.000\n<v Anna>Een\n\n00:04.000 --> 00:06.000\n<v Piet>Twee\n";
    let imported = import("a.vtt", vtt);
    assert_eq!(imported.text, "Anna: Een\nPiet: Twee");
    let problem = Problem::CueOutOfOrder { start: "00:00:04".to_owned(), before: "00:00:05".to_owned() };
    assert_eq!(problems(&imported), [(6, &problem)]);
    assert_eq!(imported.report.changed[&Change::CuesOutOfOrder].n, 1);
}

#[test]
fn lines_between_cues_may_be_missing_or_doubled() {
    let crowded = "7\n00:00:01,000 --> 00:00:02,000\nEen\n7\n00:00:02,000 --> 00:00:03,000\nTwee\n \n\n3\n00:00:03,000 --> 00:00:04,000\nDrie";
    for text in [crowded.to_owned(), crowded.replace('\n', "\r\r\n"), crowded.replace('\n', "\r")] {
        let imported = import("a.srt", &text);
        assert_eq!((imported.text.as_str(), imported.diagnostics.len()), ("Een Twee Drie", 0), "{text:?}");
    }
}

#[test]
fn faults_are_named_and_the_rest_is_kept() {
    let vtt = "WEBVTT\n\nWat zeg je?\n\n00:01.000 --> 00:0x.000\nTwee\n\n00:02.000 --> 00:03.000\n\n00:03.000 --> 00:04.000\nVier\n";
    let imported = import("a.vtt", vtt);
    assert_eq!(imported.text, "Vier");
    assert_eq!(
        problems(&imported),
        [
            (3, &Problem::CueWithoutTimes { seen: "Wat zeg je?".to_owned() }),
            (5, &Problem::CueTimesInvalid { seen: "00:01.000 --> 00:0x.000".to_owned() }),
            (8, &Problem::CueWithoutWords),
        ]
    );
    assert_eq!((imported.report.read[&Part::Cues], imported.report.kept[&Part::Cues]), (4, 1));
    let refused = read("a.vtt", b"WEBVTT\n\n\nalleen woorden", &ReadOptions::default()).unwrap_err();
    assert_eq!(refused.place.line, Some(4));
    assert_eq!(refused.problem, Problem::NoCueReadable { seen: "alleen woorden".to_owned() });
}

#[test]
fn many_faults_are_counted_and_some_are_listed() {
    let vtt = format!("WEBVTT\n\n{}00:01.000 --> 00:02.000\nJa", "x\n\n".repeat(5_000));
    let imported = import("a.vtt", &vtt);
    assert_eq!(imported.report.dropped[&Loss::BrokenCues].n, 5_000);
    assert_eq!(imported.diagnostics.len(), 100);
}

#[test]
fn whisper_hears_words_and_no_people() {
    let json = r#"{"text": " Hoe gaat het? Goed.", "language": "nl", "segments": [
        {"id": 0, "seek": 0, "start": 0.0, "end": 1.5, "text": " Hoe gaat het?", "tokens": [1, 2], "temperature": 0.0,
         "words": [{"word": " Hoe", "start": 0.0, "end": 0.5, "probability": 0.9}]},
        {"id": 1, "seek": 0, "start": 1.5, "end": 2.25, "text": " Goed."},
        {"id": 2, "start": "x", "text": "stuk"},
        {"id": 3, "start": 9.0, "end": 8.0, "text": "Later"}
    ]}"#;
    let imported = import("a.json", json);
    assert_eq!(imported.text, "Hoe gaat het? Goed.\nLater");
    assert_eq!(said(&imported), [(0, Some(2_250), "–", "Hoe gaat het? Goed."), (9_000, None, "–", "Later")]);
    assert_eq!(imported.reading, "whisper; paragraphs; pause 2 s; 500 characters");
    let lines: Vec<u32> = problems(&imported).iter().map(|problem| problem.0).collect();
    assert_eq!(lines, [5, 6]);
}

#[test]
fn faster_whisper_lists_segments() {
    let json =
        r#"[{"id": 1, "seek": 0, "start": 0.5, "end": 2, "text": " Dag", "tokens": [], "words": null}]"#;
    assert_eq!(said(&import("a.json", json)), [(500, Some(2_000), "–", "Dag")]);
}

#[test]
fn whisper_cpp_counts_in_milliseconds() {
    let json = r#"{"systeminfo": "x", "result": {"language": "nl"}, "transcription": [
        {"timestamps": {"from": "00:00:00,000", "to": "00:00:01,000"}, "offsets": {"from": 0, "to": 1000}, "text": " Dag.", "speaker_turn_next": true},
        {"timestamps": {"from": "00:00:01,000", "to": "00:00:02,000"}, "offsets": {"from": 1000, "to": 2000}, "text": " Hallo."}]}"#;
    let imported = import("a.json", json);
    assert_eq!(said(&imported), [(0, Some(1_000), "–", "Dag."), (1_000, Some(2_000), "–", "Hallo.")]);
    let json = json.replace("\"text\"", "\"speaker\": \"1\", \"text\"");
    let imported = import("a.json", &json);
    assert_eq!(imported.labels[0].label, "1");
    assert_eq!(imported.reading, "whisper.cpp; turns");
}

#[test]
fn whisperx_knows_who_says_each_word() {
    let json = r#"{"segments": [
        {"start": 0.0, "end": 4.0, "text": " Hoe gaat het? Goed.", "speaker": "SPEAKER_00", "words": [
            {"word": "Hoe", "start": 0.0, "end": 0.5, "score": 0.9, "speaker": "SPEAKER_00"},
            {"word": "gaat", "start": 0.5, "end": 0.9, "score": 0.9, "speaker": "SPEAKER_00"},
            {"word": "het?"},
            {"word": "Goed.", "start": 3.0, "end": 3.9, "score": 0.9, "speaker": "SPEAKER_01"}]},
        {"start": 4.0, "end": 5.0, "text": "En jij?", "speaker": "SPEAKER_01"},
        {"start": 9.0, "end": 9.5, "text": "Eh"}], "word_segments": []}"#;
    let imported = import("a.json", json);
    assert_eq!(
        said(&imported),
        [
            (0, Some(900), "SPEAKER_00", "Hoe gaat het?"),
            (3_000, Some(5_000), "SPEAKER_01", "Goed. En jij?"),
            (9_000, Some(9_500), "–", "Eh"),
        ]
    );
    assert_eq!(imported.report.changed[&Change::CuesSplit].n, 1);
    assert_eq!(imported.reading, "whisperx; turns; paragraphs; pause 2 s; 500 characters");
}

#[test]
fn amberscript_names_its_speakers_apart() {
    let json = r#"{"speakers": [{"spkid": "spk1", "name": "Interviewer"}, {"spkid": "spk2", "name": "Moeder"}],
        "segments": [
          {"speaker": "spk1", "words": [
            {"start": 3.06, "end": 3.36, "duration": 0.29999995, "text": "Oké,", "conf": 1, "pristine": true},
            {"start": 3.4, "end": 3.9, "text": "vertel", "conf": 1}, {"start": 3.9, "end": 3.9, "text": "."}]},
          {"speaker": "spk2", "words": [{"start": 4.0, "end": 4.5, "text": "Nou"}]},
          {"speaker": "spk3", "words": [{"start": 5.0, "end": 5.5, "text": "Hé"}]}]}"#;
    let imported = import("a.json", json);
    assert_eq!(imported.text, "Interviewer: Oké, vertel.\nMoeder: Nou\nspk3: Hé");
    assert_eq!(said(&imported)[0].0, 3_060);
    assert_eq!(said(&imported)[0].1, Some(3_900));
    assert_eq!(imported.reading, "amberscript; turns");
}

#[test]
fn a_recognisers_table_is_in_milliseconds() {
    let imported =
        import("a.tsv", "start\tend\ttext\n0\t1500\tHoe gaat het?\nx\t2\tstuk\n1500\t2250\tGoed.\n");
    assert_eq!(said(&imported), [(0, Some(2_250), "–", "Hoe gaat het? Goed.")]);
    assert_eq!(problems(&imported), [(3, &Problem::CueTimesInvalid { seen: "x\t2\tstuk".to_owned() })]);
}

#[test]
fn broken_json_is_refused_with_its_line() {
    let refuse = |json: &str| read("a.json", json.as_bytes(), &ReadOptions::default()).unwrap_err();
    let refused = refuse("{\"segments\": [\n{\"start\": 0, \"text\": \"Dag\"},\n");
    assert!(matches!(refused.problem, Problem::JsonInvalid { .. }), "{refused}");
    assert_eq!(refused.place.line, Some(3));
    let refused = refuse("{\"text\": \"\",\n \"segments\": [\n{\"text\": \"Dag\", \"start\": null}]}");
    assert!(matches!(refused.problem, Problem::NoCueReadable { .. }), "{refused}");
    assert_eq!(refused.place.line, Some(3));
    let deep = format!("{{\"segments\": {}, \"start\": 0}}", "[".repeat(100_000));
    assert!(matches!(refuse(&deep).problem, Problem::JsonInvalid { .. }));
}
