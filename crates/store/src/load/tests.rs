//! Whole folders: what is saved is loaded again, and each kind of bad input is told with its place and hides nothing
//! else.

use super::*;
use crate::render;
use crate::testing::any_study;
use draad_core::{Proposal, Target};
use proptest::prelude::*;
use tempfile::TempDir;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_saved_study_loads_unchanged(study in any_study()) {
        let place = tempfile::tempdir().unwrap();
        let folder = StudyFolder::create(place.path().join("studie"), &study).unwrap();
        let loaded = folder.load().unwrap();
        let errors: Vec<_> = loaded.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
        prop_assert_eq!(&loaded.study, &study);
        prop_assert_eq!(render::all(&loaded.study), render::all(&study));
    }
}

const TEXT: &str = "Ik vertrouw haar. 👋\nZij belt nooit.\n";

const SCORED: &str = "[[condition]]\nname = 'nabij'\nmethod = 'scores'\nvalue = [\
                      { value = 0, definition = 'ver' }, { value = 0.67, definition = 'vrij dicht' }]\n";

/// A study of two cases and two sources, written by hand; each test spoils one file.
fn spoilt(path: &str, content: impl AsRef<[u8]>) -> (TempDir, Loaded) {
    let place = tempfile::tempdir().unwrap();
    let settings = crate::settings::write(&draad_core::Settings::new("s", "S", draad_core::Language::Nl));
    let files: [(&str, &[u8]); 13] = [
        ("study.toml", &settings),
        ("cases.csv", b"case,name,constructiveness\np01,,mixed\np02,,unknown\n"),
        ("participants.csv", b"participant,role,cases,labels,name\nouder,parent,p01,M,\n"),
        ("codebook.csv", b"code,kind\nvertrouwen,factor\nbellen,factor\n"),
        ("sources.csv", b"source,cases,kind\ns1,p01,interview\ns2,p02,diary\n"),
        ("sources/s1.txt", TEXT.as_bytes()),
        ("sources/s2.txt", TEXT.as_bytes()),
        ("units/s1.csv", b"start,end,speaker\n0,19,ouder\n20,35,ouder\n"),
        (
            "codings/anna/s1.csv",
            b"id,code,start,end,quote\nc1,vertrouwen,3,11,vertrouw\nc2,bellen,24,28,belt\n",
        ),
        ("codings/anna/s2.csv", b"id,code,start,end,quote\nc1,bellen,24,28,belt\n"),
        ("memos/m1.md", b"---\ntitle: Een\n---\n\nTekst.\n"),
        ("events.csv", b"case,date,status\np01,2021-09-03,held\n"),
        ("conditions.toml", SCORED.as_bytes()),
    ];
    for (name, bytes) in files.into_iter().chain([(path, content.as_ref())]) {
        let file = place.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let loaded = StudyFolder::at(place.path()).load().unwrap();
    (place, loaded)
}

/// Loads the study with one file spoilt and compares what is said of it, as `place: problem`.
fn check(path: &str, content: impl AsRef<[u8]>, expected: &[&str]) -> Loaded {
    let (_place, loaded) = spoilt(path, content);
    let told: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|found| {
            let severity: &str = found.severity.into();
            let problem = serde_json::to_value(&found.problem).unwrap();
            format!("{severity} {}: {}", found.place, problem["problem"].as_str().unwrap())
        })
        .collect();
    assert_eq!(told, expected);
    loaded
}

#[test]
fn the_unspoilt_study_is_fine() {
    let loaded = check(
        "study.toml",
        crate::settings::write(&draad_core::Settings::new("s", "S", Default::default())),
        &[],
    );
    assert_eq!((loaded.study.sources.len(), loaded.study.codings.len()), (2, 3));
    assert_eq!(loaded.fingerprint.len(), 16);
    assert!(loaded.guard(&["cases.csv"]).is_ok());
}

#[test]
fn a_missing_source_text_is_said_once_and_leaves_the_rest() {
    let (place, _) = spoilt("memos/m1.md", "Tekst.");
    fs::remove_file(place.path().join("sources/s1.txt")).unwrap();
    let loaded = StudyFolder::at(place.path()).load().unwrap();
    assert_eq!(loaded.diagnostics.len(), 1, "{:?}", loaded.diagnostics);
    assert_eq!(loaded.diagnostics[0].place.to_string(), "sources/s1.txt");
    assert_eq!((loaded.study.sources.len(), loaded.study.codings.len()), (2, 1));
    for path in ["codings/anna/s1.csv", "units/s1.csv"] {
        assert!(loaded.guard(&[path]).is_err(), "{path}");
    }
    assert!(loaded.guard(&["codings/anna/s2.csv", "codebook.csv"]).is_ok());
}

#[test]
fn a_missing_table_is_an_error_only_where_every_study_has_it() {
    let (place, loaded) = spoilt("memos/m1.md", "Tekst.");
    assert_eq!(loaded.diagnostics, []);
    fs::remove_file(place.path().join("events.csv")).unwrap();
    assert_eq!(StudyFolder::at(place.path()).load().unwrap().diagnostics, []);
    fs::remove_file(place.path().join("participants.csv")).unwrap();
    let loaded = StudyFolder::at(place.path()).load().unwrap();
    assert!(matches!(loaded.diagnostics[0].problem, Problem::CannotRead { .. }));
    assert_eq!(loaded.diagnostics[0].place.to_string(), "participants.csv");
    assert_eq!(loaded.study.codings.len(), 3);
}

#[test]
fn a_broken_row_hides_no_other() {
    let rows = "id,code,start,end,quote\nc1,vertrouwen,3,11\nc2,bellen,24,28,belt\n";
    let loaded = check("codings/anna/s1.csv", rows, &["error codings/anna/s1.csv:2: wrong-number-of-cells"]);
    assert_eq!(loaded.study.codings.len(), 2);
    let refused = loaded.guard(&["cases.csv", "codings/anna/s1.csv"]).unwrap_err();
    assert_eq!(refused.problem, Problem::FileHasErrors { n_errors: 1 });
}

#[test]
fn an_open_quotation_mark_hides_no_other_row() {
    let rows = "id,code,start,end,quote\nc1,vertrouwen,3,11,\"vertrouw\nc2,bellen,24,28,belt\n";
    let loaded = check("codings/anna/s1.csv", rows, &["error codings/anna/s1.csv:2: quotation-mark-open"]);
    assert_eq!(loaded.study.codings.len(), 2);
}

#[test]
fn of_a_duplicate_id_the_first_row_counts() {
    let loaded = check(
        "cases.csv",
        "case,constructiveness\np01,mixed\np02,\np01,stalled\n",
        &["error cases.csv:4:case: duplicate-id"],
    );
    assert_eq!(loaded.study.cases["p01"].attributes["constructiveness"].to_string(), "mixed");
    let rows = "id,code,start,end,quote\nc1,vertrouwen,3,11,vertrouw\nc1,bellen,24,28,belt\n";
    check("codings/anna/s1.csv", rows, &["error codings/anna/s1.csv:3:id: duplicate-id"]);
}

#[test]
fn a_coding_with_an_unknown_code_is_left_out_of_the_study_and_kept_in_the_file() {
    let rows = "id,code,start,end,quote\nc1,vertrouwn,3,11,vertrouw\nc2,bellen,24,28,belt\n";
    let loaded = check("codings/anna/s1.csv", rows, &["error codings/anna/s1.csv:2:code: unknown-code"]);
    assert_eq!(loaded.study.codings.len(), 2);
    assert!(loaded.guard(&["codings/anna/s1.csv"]).is_err());
}

#[test]
fn a_position_is_followed_by_its_quote_or_refused() {
    let rows = "id,code,start,end,quote\n\
                c1,vertrouwen,4,12,vertrouw\n\
                c2,bellen,24,900,belt\n\
                c3,bellen,24,900,weg\n\
                c4,bellen,24,28,weg\n\
                c5,bellen,,,nooit\n\
                c6,bellen,24,,\n";
    let loaded = check(
        "codings/anna/s1.csv",
        rows,
        &[
            "warning codings/anna/s1.csv:2:start: quote-moved",
            "warning codings/anna/s1.csv:3:start: quote-moved",
            "error codings/anna/s1.csv:4:end: span-past-end",
            "error codings/anna/s1.csv:5:quote: quote-missing",
            "error codings/anna/s1.csv:7:end: value-missing",
        ],
    );
    let own: Vec<_> = loaded.study.codings.iter().filter(|coding| coding.source.as_str() == "s1").collect();
    assert!(own.iter().all(|coding| matches!(coding.target, Target::Span(_))));
    assert_eq!(
        own.iter().map(|coding| coding.quote.as_str()).collect::<Vec<_>>(),
        ["vertrouw", "belt", "nooit"]
    );
}

#[test]
fn a_column_of_the_users_own_is_never_deleted() {
    let rows = "id,code,start,end,quote,twijfel\nc1,bellen,24,28,belt,ja\n";
    let told = ["warning codings/anna/s1.csv:1:twijfel: column-unknown"];
    let loaded = check("codings/anna/s1.csv", rows, &told);
    assert_eq!(loaded.study.codings.len(), 2);
    assert!(loaded.guard(&["codings/anna/s1.csv"]).is_err());

    let rows = "start,end,speaker,toon\n0,19,ouder,boos\n";
    let loaded = check("units/s1.csv", rows, &["warning units/s1.csv:1:toon: column-unknown"]);
    assert!(loaded.guard(&["units/s1.csv"]).is_err());

    let loaded = check("events.csv", "case,date,status,plaats\np01,2021-09-03,held,thuis\n", &[]);
    assert!(loaded.guard(&["events.csv"]).is_ok());
    assert!(String::from_utf8(render::events(&loaded.study)).unwrap().contains("thuis"));
}

#[test]
fn the_same_coding_twice_is_worth_a_warning() {
    let rows = "id,code,start,end,quote\nc1,bellen,24,28,belt\nc2,bellen,24,28,belt\n";
    let loaded = check("codings/anna/s1.csv", rows, &["warning codings/anna/s1.csv:3: same-coding-twice"]);
    assert_eq!(loaded.study.codings.len(), 3);
}

#[test]
fn units_that_overlap_or_lie_outside_the_text_are_left_out() {
    let rows = "start,end,speaker\n20,35,ouder\n0,21,ouder\n30,99,ouder\n";
    let loaded = check(
        "units/s1.csv",
        rows,
        &["error units/s1.csv:2:start: units-overlap", "error units/s1.csv:4:end: span-past-end"],
    );
    assert_eq!(loaded.study.sources["s1"].units.len(), 1);
}

#[test]
fn a_shifted_column_is_told_with_its_cells() {
    let rows = "case,date,status\np01,held,2021-09-03\np01,2021-09-04,planned\n";
    let loaded = check(
        "events.csv",
        rows,
        &["error events.csv:2:date: value-invalid", "error events.csv:2:status: value-invalid"],
    );
    assert_eq!(loaded.study.events.len(), 1);
}

#[test]
fn an_empty_source_and_one_in_another_encoding_are_read_with_a_warning() {
    let (place, _) = spoilt("memos/m1.md", "Tekst.");
    fs::remove_file(place.path().join("codings/anna/s2.csv")).unwrap();
    fs::write(place.path().join("sources/s2.txt"), b"").unwrap();
    let loaded = StudyFolder::at(place.path()).load().unwrap();
    assert!(matches!(loaded.diagnostics[..], [Diagnostic { problem: Problem::SourceEmpty { .. }, .. }]));
    assert_eq!(loaded.diagnostics[0].place.to_string(), "sources/s2.txt");

    let text = b"Zij belt nooit vanuit Itali\xeb en dat vindt zij geen enkel probleem.\n";
    let (place, _) = spoilt("codings/anna/s2.csv", "id,code,start,end,quote\nc1,bellen,4,8,belt\n");
    fs::write(place.path().join("sources/s2.txt"), text).unwrap();
    let loaded = StudyFolder::at(place.path()).load().unwrap();
    assert!(matches!(loaded.diagnostics[..], [Diagnostic { problem: Problem::NotUtf8 { .. }, .. }]));
    assert!(loaded.study.sources["s2"].text.as_str().contains("Italië"));
    assert_eq!(loaded.study.codings.len(), 3);
}

#[test]
fn a_changed_text_is_noticed_until_its_hash_is_accepted() {
    let hash = blake3::hash(b"something else").to_hex();
    let rows = format!("source,cases,kind,text_hash\ns1,p01,interview,{hash}\ns2,p02,diary,\n");
    let loaded = check("sources.csv", rows, &["error sources/s1.txt: source-changed"]);
    let saved = String::from_utf8(render::sources(&loaded.study)).unwrap();
    assert!(
        saved.contains(hash.as_str()),
        "saving the list must not hide that the text has changed: {saved}"
    );
    assert!(!saved.lines().next().unwrap().contains("text_hash,origin_file,origin_hash,reading,text_hash"));
}

#[test]
fn references_to_nothing_are_told_with_their_line() {
    check(
        "sources.csv",
        "source,cases,kind\ns1,p01;p09,interview\ns2,p02,diarie\n",
        &["error sources.csv:2:cases: unknown-case", "error sources.csv:3:kind: unknown-kind"],
    );
    check("codings/anna/s9.csv", "id,code\n", &["error codings/anna/s9.csv: unknown-source"]);
    check("memos/m1.md", "---\nabout: [case p09]\n---\n", &["error memos/m1.md:about: unknown-case"]);
    check(
        "cases.csv",
        "case,constructivenes\np01,mixed\np02,\n",
        &["warning cases.csv:1: column-missing", "warning cases.csv:1:constructivenes: unknown-attribute"],
    );
}

#[test]
fn an_unknown_code_in_many_codings_is_told_once() {
    let rows = "id,code,start,end,quote\n\
                c1,bellen,24,28,belt\n\
                c2,vertrouwn,3,11,vertrouw\n\
                c3,vertrouwn,0,2,Ik\n\
                c4,regie,0,2,Ik\n";
    let told = [
        "error codings/anna/s1.csv:3:code: unknown-code-repeated",
        "error codings/anna/s1.csv:5:code: unknown-code",
    ];
    let loaded = check("codings/anna/s1.csv", rows, &told);
    let (code, nearest) = ("vertrouwn".to_owned(), "vertrouwen".to_owned());
    let expected = Problem::UnknownCodeRepeated { code, nearest, n_codings: 2 };
    assert_eq!(loaded.diagnostics[0].problem, expected);
    let refused = loaded.guard(&["codings/anna/s1.csv"]).unwrap_err();
    assert_eq!(refused.problem, Problem::FileHasErrors { n_errors: 3 });
}

/// Loads the study with the text of s1 stored as `bytes`, while the hash is that of the text as imported.
fn stored_as(imported: &str, bytes: &[u8]) -> (Vec<String>, String) {
    let hash = blake3::hash(imported.as_bytes()).to_hex();
    let rows = format!("source,cases,kind,text_hash\ns1,p01,interview,{hash}\ns2,p02,diary,\n");
    let (place, _) = spoilt("sources.csv", rows);
    fs::write(place.path().join("sources/s1.txt"), bytes).unwrap();
    let loaded = StudyFolder::at(place.path()).load().unwrap();
    let told = loaded.diagnostics.iter().map(ToString::to_string).collect();
    (told, loaded.study.sources["s1"].text.as_str().to_owned())
}

#[test]
fn other_line_ends_and_accents_are_no_other_text() {
    let crlf = TEXT.replace('\n', "\r\n");
    let told = "sources/s1.txt: SourceReadAsImported { source: \"s1\" }";
    assert_eq!(stored_as(TEXT, crlf.as_bytes()), (vec![told.to_owned()], TEXT.to_owned()));
    assert_eq!(
        stored_as(TEXT, format!("\u{feff}{TEXT}").as_bytes()),
        (vec![told.to_owned()], TEXT.to_owned())
    );
    let accented = format!("{TEXT}één");
    let decomposed = format!("{TEXT}e\u{301}e\u{301}n");
    assert_eq!(stored_as(&accented, decomposed.as_bytes()), (vec![told.to_owned()], accented));
    let (told, text) = stored_as(TEXT, crlf.replace("Zij", "Hij").as_bytes());
    assert!(told.iter().any(|told| told == "sources/s1.txt: SourceChanged { source: \"s1\" }"), "{told:?}");
    assert!(text.contains("Hij"));
}

#[test]
fn a_text_in_another_encoding_has_not_changed_when_the_list_is_saved() {
    let text = b"Zij belt nooit vanuit Itali\xeb en dat vindt zij geen enkel probleem.\n";
    let (place, _) = spoilt("codings/anna/s2.csv", "id,code,start,end,quote\nc1,bellen,4,8,belt\n");
    fs::write(place.path().join("sources/s2.txt"), text).unwrap();
    let folder = StudyFolder::at(place.path());
    let loaded = folder.load().unwrap();
    fs::write(place.path().join("sources.csv"), render::sources(&loaded.study)).unwrap();
    let told: Vec<_> = folder.load().unwrap().diagnostics.into_iter().map(|found| found.problem).collect();
    assert!(matches!(told[..], [Problem::NotUtf8 { .. }]), "{told:?}");
}

#[test]
fn a_policy_for_a_coder_who_does_not_exist_is_an_error() {
    let settings = |coder: &str| {
        let mut settings = draad_core::Settings::new("s", "S", draad_core::Language::Nl);
        settings.coder_policy = draad_core::CoderPolicy::Adjudicated { coder: coder.parse().unwrap() };
        crate::settings::write(&settings)
    };
    let loaded = check("study.toml", settings("ana"), &["error study.toml:coder_policy: unknown-coder"]);
    let (coder, known) = ("ana".to_owned(), "anna".to_owned());
    assert_eq!(loaded.diagnostics[0].problem, Problem::UnknownCoder { coder, known });
    check("study.toml", settings("anna"), &[]);
}

#[test]
fn a_case_listed_twice_is_worth_a_warning() {
    let rows = "source,cases,kind\ns1,p01;p01,interview\ns2,p02,diary\n";
    check("sources.csv", rows, &["warning sources.csv:2:cases: case-listed-twice"]);
}

#[test]
fn without_readable_settings_there_is_no_study() {
    let place = tempfile::tempdir().unwrap();
    let folder = StudyFolder::at(place.path());
    assert!(matches!(folder.load().unwrap_err().problem, Problem::NoStudyHere { .. }));
    fs::write(place.path().join("study.toml"), "format = 99\nanything = 1\n").unwrap();
    assert_eq!(folder.load().unwrap_err().problem, Problem::FormatTooNew { format: 99, known: 1 });
    fs::write(place.path().join("study.toml"), "format = 1\nid = \"s\"\ntitel = \"S\"\n").unwrap();
    let error = folder.load().unwrap_err();
    assert!(matches!(error.problem, Problem::SettingsInvalid { .. }));
    assert_eq!(error.place.to_string(), "study.toml:3:1");
}

#[test]
fn the_study_is_found_from_a_folder_inside_it() {
    let (place, _) = spoilt("memos/m1.md", "Tekst.");
    let found = StudyFolder::find(&place.path().join("sources")).unwrap();
    assert_eq!(found.root(), place.path());
    assert!(
        StudyFolder::create(
            place.path(),
            &Study::new(draad_core::Settings::new("s", "S", Default::default()))
        )
        .is_err()
    );
}

#[test]
fn tables_from_a_dutch_spreadsheet_are_understood() {
    let rows = "\u{feff}Case;Naam op papier;Constructiveness\r\np01;\"De \"\"J.\"\"; twee\";Mixed\r\n\r\np02;;onbekend\r\n;;\r\n";
    let loaded = check("cases.csv", rows, &["warning cases.csv:1:Naam op papier: unknown-attribute"]);
    assert_eq!(loaded.study.cases["p01"].attributes["Naam op papier"].to_string(), "De \"J.\"; twee");
    assert_eq!(loaded.study.cases["p02"].attributes["constructiveness"], draad_core::AttributeValue::Unknown);
}

#[test]
fn a_source_has_its_own_hash() {
    let hashes = |path, content: &str| spoilt(path, content).1.source_hashes;
    let before = hashes("cases.csv", "case\np01\np02\n");
    assert_eq!(before.len(), 2);
    assert_ne!(before[0], before[1], "the same text, with and without units");
    for (path, content) in [
        ("codings/anna/s1.csv", "id,code,start,end,quote\n"),
        ("sources.csv", "source,cases,kind\ns1,p02,diary\ns2,p01,interview\n"),
    ] {
        assert_eq!(hashes(path, content), before, "{path}");
    }
    for (path, content) in [
        ("sources/s1.txt", "Ik vertrouw haar. 👋\nZij belt altijd.\n"),
        ("sources/s1.txt", ""),
        ("units/s1.csv", "start,end,speaker\n0,19,ouder\n"),
    ] {
        let after = hashes(path, content);
        assert_ne!(after[0], before[0], "{path}");
        assert_eq!(after[1], before[1], "{path}");
    }
}

#[test]
fn a_source_that_could_not_be_read_has_a_hash_of_its_own() {
    let (place, loaded) = spoilt("sources/s2.txt", "");
    fs::remove_file(place.path().join("sources/s2.txt")).unwrap();
    let without = StudyFolder::at(place.path()).load().unwrap();
    assert_eq!(without.source_hashes[0], loaded.source_hashes[0]);
    assert_ne!(without.source_hashes[1], loaded.source_hashes[1]);
}

#[test]
fn the_recorded_hash_decides_which_text_is_meant() {
    let stored = "één\r\n";
    let row = |text: &str| {
        format!("source,cases,kind,text_hash\ns1,p01,interview,{}\n", blake3::hash(text.as_bytes()).to_hex())
    };
    let read = |rows: String| {
        let (place, _) = spoilt("sources/s1.txt", stored);
        fs::write(place.path().join("sources.csv"), rows).unwrap();
        let loaded = StudyFolder::at(place.path()).load().unwrap();
        (loaded.study.sources[0].text.as_str().to_owned(), loaded.source_hashes[0])
    };
    let (as_on_disk, normalised) = (read(row(stored)), read(row("één\n")));
    assert_eq!((as_on_disk.0.as_str(), normalised.0.as_str()), (stored, "één\n"));
    assert_ne!(as_on_disk.1, normalised.1);
}

const PROPOSALS: &str = "\
id,source,code,start,end,quote,decision,decided_by,nagekeken
v_1,s1,vertrouwen,3,11,vertrouw,,,nee
v_2,s1,vertrouwen,0,8,vertrouw,,,
v_3,s1,vertrouwen,3,11,weg,,,
v_4,s1,vertrouwn,3,11,vertrouw,,,
v_5,s3,vertrouwen,3,11,vertrouw,,,
v_6,s1,vertrouwen,3,11,vertrouw,accepted,,
v_7,s1,vertrouwn,0,2,weg,rejected,anna,
v_1,s1,vertrouwen,3,11,vertrouw,,,
v_8,s1,vertrouwen,,,vertrouw,,,
v_9,s1,vertrouwen,3,11,vertrouw,later,anna,
";

#[test]
fn a_proposal_is_followed_by_its_words_and_never_lost() {
    let expected = [
        "warning proposals/v.csv:3:start: quote-moved",
        "warning proposals/v.csv:4:quote: quote-missing",
        "warning proposals/v.csv:5:code: unknown-code",
        "warning proposals/v.csv:6:source: unknown-source",
        "warning proposals/v.csv:7:decision: decision-without-coder",
        "error proposals/v.csv:9:id: duplicate-id",
        "error proposals/v.csv:10:start: value-missing",
        "error proposals/v.csv:11:decision: value-invalid",
    ];
    let loaded = check("proposals/v.csv", PROPOSALS, &expected);
    let [(_, read)] = &loaded.study.proposals.iter().collect::<Vec<_>>()[..] else { panic!("one batch") };
    let open: Vec<&str> = read.iter().filter(|one| one.is_open()).map(|one| one.id.as_str()).collect();
    assert_eq!(open, ["v_1", "v_2", "v_3", "v_4", "v_5", "v_6"]);
    let placed = |one: &Proposal| (one.chars.start.0, one.is_placed);
    assert_eq!([0, 1, 2, 4].map(|i| placed(&read[i])), [(3, true), (3, true), (3, false), (3, false)]);
    assert_eq!(read[0].extra["nagekeken"], "nee");
    assert!(loaded.guard(&["proposals/v.csv"]).is_err());
}

#[test]
fn a_proposal_belongs_to_one_batch() {
    let row = "id,source,code,start,end,quote\nv_1,s1,vertrouwen,3,11,vertrouw\n";
    let (place, _) = spoilt("proposals/v.csv", row);
    fs::write(place.path().join("proposals/w.csv"), row).unwrap();
    let loaded = StudyFolder::at(place.path()).load().unwrap();
    let found: Vec<String> =
        loaded.diagnostics.iter().map(|one| format!("{} {:?}", one.place, one.problem)).collect();
    assert_eq!(found, ["proposals/w.csv:2:id ProposalElsewhere { id: \"v_1\", file: \"proposals/v.csv\" }"]);
}

#[test]
fn results_do_not_rest_on_what_is_only_asked_or_proposed() {
    let (_place, plain) = spoilt("memos/m2.md", "Tekst.\n");
    for (path, content) in
        [("proposals/v.csv", PROPOSALS), ("queries.toml", "[[query]]\nname = 'a'\ntext = 'b'\n")]
    {
        let (place, _) = spoilt(path, content);
        fs::write(place.path().join("memos/m2.md"), "Tekst.\n").unwrap();
        assert_eq!(StudyFolder::at(place.path()).load().unwrap().fingerprint, plain.fingerprint, "{path}");
    }
}

#[test]
fn a_condition_that_does_not_fit_is_told_with_its_line_and_hides_no_other() {
    let file = format!(
        "[[condition]]\nname = 'bellen'\nmethod = 'presence'\ncode = 'bellen'\n\n[[condition]]\nname = 'x'\n\
         method = 'direct'\ncode = 'belen'\nmeasure = 'passages'\nexclusion = 0\ncrossover = 2\ninclusion = 1\n{SCORED}"
    );
    let loaded = check(
        "conditions.toml",
        file,
        &[
            "error conditions.toml:1:name: condition-name-taken",
            "error conditions.toml:6:code: unknown-code",
            "error conditions.toml:6:crossover: condition-invalid",
        ],
    );
    assert_eq!(loaded.study.conditions.len(), 3);
}

#[test]
fn a_score_that_does_not_fit_is_left_out_of_the_study_and_kept_in_the_file() {
    let rows = "condition,case,value,coder,created,memo,passages\n\
        nabij,p01,\"0,67\",anna,2021-09-03,dicht,s1:0-10; s2:3-8\n\
        nabij,p01,0.5,anna,2021-09-03,,\n\
        nabij,p02,0,,2021-09-03,,\n\
        nabij,p02,0,anna,,,\n\
        nabij,p02,0,anna,2021-09-03T10:00:00Z,,s2:900-901\n\
        nabij,p02,0,anna,3-9-2021,,s1 0-10\n\
        nabi,p01,0,anna,2021-09-03,,\n\
        nabi,p02,0,anna,2021-09-03,,\n";
    let loaded = check(
        "memberships.csv",
        rows,
        &[
            "warning memberships.csv:2:passages: score-on-other-case",
            "error memberships.csv:3:value: score-unknown",
            "error memberships.csv:4:coder: value-missing",
            "error memberships.csv:5:created: value-missing",
            "error memberships.csv:6:passages: span-past-end",
            "error memberships.csv:7:passages: value-invalid",
            "error memberships.csv:8:condition: unknown-condition",
        ],
    );
    let [row] = &loaded.study.memberships[..] else { panic!("{:?}", loaded.study.memberships) };
    let passages: Vec<String> = row.passages.iter().map(|passage| passage.address()).collect();
    assert_eq!((row.value, row.created.to_string().as_str()), (0.67, "2021-09-03T00:00:00Z"));
    assert_eq!(passages, ["s1:0-10", "s2:3-8"]);
    assert!(loaded.guard(&[paths::MEMBERSHIPS]).is_err());
}

#[test]
fn people_who_scored_a_case_differently_are_told_of_at_the_later_row() {
    let rows = "condition,case,value,coder,created\nnabij,p01,0,anna,2021-09-03\n\
                nabij,p01,0.67,bram,2021-09-02\nnabij,p02,0,bram,2021-09-01\nnabij,p02,0.67,bram,2021-09-02\n";
    let loaded = check("memberships.csv", rows, &["warning memberships.csv:2:value: scored-differently"]);
    assert!(loaded.guard(&[paths::MEMBERSHIPS]).is_ok());
}

const DECISIONS: &str = "\
id,source,code,start,end,decision,coded,by,considered,closed,quote,nagekeken
eenstuk,s1,vertrouwen,3,11,coded,3-8:hindering;9-11,Anna;Bram,anna/a1:promoting;bram/b1,2021-09-03T12:00:00Z,vertrouw,ja
tweestuk,s1,vertrouwen,0,8,not-coded,,Anna,,,vertrouw,
drie,s1,vertrouwen,3,11,not-coded,,Anna,,,weg,
vier,s1,vertrouwn,3,11,not-coded,,,,,vertrouw,
vijf,s3,vertrouwen,,,agreed,source,,,,,
eenstuk,s1,vertrouwen,3,11,not-coded,,Anna,,,vertrouw,
zes,s1,vertrouwen,3,11,coded,,Anna,,,vertrouw,
zeven,s1,vertrouwen,3,11,maybe,,Anna,,,vertrouw,
acht,s1,vertrouwen,3,11,coded,3-99999,Anna,,,vertrouw,
negen,s1,vertrouwen,3,11,coded,hier,Anna,,,vertrouw,
";

#[test]
fn a_decision_moves_with_its_words_and_what_it_decided_moves_along() {
    let expected = [
        "warning adjudication/consensus.csv:3:start: quote-moved",
        "warning adjudication/consensus.csv:4:quote: quote-missing",
        "warning adjudication/consensus.csv:5:by: adjudication-without-name",
        "warning adjudication/consensus.csv:5:code: unknown-code",
        "warning adjudication/consensus.csv:6:source: unknown-source",
        "error adjudication/consensus.csv:7:id: duplicate-id",
        "error adjudication/consensus.csv:8:coded: value-missing",
        "error adjudication/consensus.csv:9:decision: value-invalid",
        "warning adjudication/consensus.csv:10:coded: span-past-end",
        "error adjudication/consensus.csv:11:coded: value-invalid",
    ];
    let loaded = check("adjudication/consensus.csv", DECISIONS, &expected);
    let rows = &loaded.study.adjudications["consensus"];
    let holds: Vec<bool> = rows.iter().map(|row| row.holds()).collect();
    assert_eq!(holds, [true, true, false, false, false, false]);
    let coded: Vec<String> = rows[0].coded.iter().map(ToString::to_string).collect();
    assert_eq!(coded, ["3-8:hindering", "9-11"]);
    assert_eq!(
        (rows[0].by.join("+"), &rows[0].extra["nagekeken"]),
        ("Anna+Bram".to_owned(), &"ja".to_owned())
    );
    assert_eq!(rows[1].chars, rows[0].chars, "it was found by its words");
    assert!(loaded.guard(&["adjudication/consensus.csv"]).is_err());
}

#[test]
fn results_rest_on_what_was_decided() {
    let (_place, plain) = spoilt("memos/m2.md", "Tekst.\n");
    let (place, _) = spoilt("adjudication/consensus.csv", DECISIONS);
    fs::write(place.path().join("memos/m2.md"), "Tekst.\n").unwrap();
    assert_ne!(StudyFolder::at(place.path()).load().unwrap().fingerprint, plain.fingerprint);
}

#[test]
fn each_kind_of_input_has_a_hash_of_its_own() {
    let (_place, plain) = spoilt("memos/m2.md", "Tekst.\n");
    let changed = |path: &str, text: &str| {
        let (place, _) = spoilt("memos/m2.md", "Tekst.\n");
        fs::write(place.path().join(path), text).unwrap();
        let loaded = StudyFolder::at(place.path()).load().unwrap();
        assert_ne!(loaded.fingerprint, plain.fingerprint, "{path}");
        let differs = |kind: &&&'static str| loaded.inputs[**kind] != plain.inputs[**kind];
        let kinds: Vec<&str> = plain.inputs.keys().filter(differs).copied().collect();
        kinds.join(" ")
    };
    assert_eq!(changed("memos/m2.md", "Anders.\n"), "memos");
    assert_eq!(changed("codebook.csv", "code,kind\nvertrouwen,factor\nbellen,theme\n"), "codebook");
    assert_eq!(changed("events.csv", "case,date,status\n"), "cases");
    assert_eq!(changed("units/s1.csv", "start,end,speaker\n"), "sources");
    assert_eq!(changed("codings/anna/s2.csv", "id,code,start,end,quote\n"), "codings");
    assert_eq!(changed("conditions.toml", ""), "conditions");
    let kinds: Vec<&str> = plain.inputs.keys().copied().collect();
    assert_eq!(kinds, ["cases", "codebook", "codings", "conditions", "memos", "settings", "sources"]);
}
