//! Surveys brought into a small study.

use super::*;
use draad_core::{AttributeValue, Language, Settings, Severity, UnitKind};
use draad_store::records::update_records;
use draad_store::{Grid, RecordKind};
use std::path::Path;

/// Two respondents of two cases; one did not answer the question about trust, and one not the open one.
const SURVEY: &str = "\u{feff}respondent;casus;datum;e-mail;regio;vertrouwen;Wat hielp?\r\n\
    p01-moeder;p01;12-03-2021;m@example.org;noord;7;Dat ze elke week even belde en luisterde.\r\n\
    p02-vader;p02;13-03-2021;v@example.org;zuid;;Niets. Echt helemaal niets heeft geholpen.\r\n\
    p01-moeder;p01;14-06-2021;m@example.org;noord;8;\r\n\
    p09-oma;p09;15-03-2021;;noord;5;Koffie met de buurvrouw, elke dag om tien uur.\r\n";

fn study() -> Study {
    let mut study = Study::new(Settings::new("proef", "Proef", Language::Nl));
    let grid = |header: &[&str], rows: &[&[&str]]| Grid {
        header: header.iter().map(|name| (*name).to_owned()).collect(),
        header_line: 1,
        rows: (2..).zip(rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())).collect(),
    };
    let cases = grid(&["case"], &[&["p01"], &["p02"]]);
    update_records(&mut study, RecordKind::Cases, "", &cases).unwrap();
    let people = grid(
        &["participant", "role", "cases"],
        &[&["p01-moeder", "parent", "p01"], &["p02-vader", "parent", "p02"]],
    );
    update_records(&mut study, RecordKind::Participants, "", &people).unwrap();
    study
}

fn project(folder: &Path) -> Project {
    StudyFolder::create(folder.join("study"), &study()).unwrap();
    Project::open(Some(&folder.join("study")), folder, None).unwrap()
}

fn request(folder: &Path, name: &str, content: &str) -> Request {
    std::fs::write(folder.join(name), content).unwrap();
    Request { file: folder.join(name), add_attributes: true, ..Request::default() }
}

fn scores(project: &Project) -> Vec<(String, String, String, Option<f64>)> {
    let row = |score: &draad_core::Score| {
        let date = score.date.map_or(String::new(), |date| date.to_string());
        (score.participant.to_string(), date, score.item.clone(), score.score)
    };
    project.study().scores.iter().map(row).collect()
}

#[test]
fn a_plan_shows_each_column_and_none_of_the_personal_data() {
    let folder = tempfile::tempdir().unwrap();
    let plan = plan(&study(), &request(folder.path(), "meting.csv", SURVEY)).unwrap();
    let uses: Vec<(&str, ColumnUse)> =
        plan.columns.iter().map(|row| (row.column.as_str(), row.column_use)).collect();
    assert_eq!(
        uses,
        [
            ("respondent", ColumnUse::Participant),
            ("casus", ColumnUse::Case),
            ("datum", ColumnUse::Date),
            ("e-mail", ColumnUse::LeaveOut),
            ("regio", ColumnUse::Attribute),
            ("vertrouwen", ColumnUse::Score),
            ("Wat hielp?", ColumnUse::Open),
        ]
    );
    assert_eq!(plan.personal, ["e-mail"]);
    assert_eq!(plan.report.dropped[&Loss::PersonalColumns].examples, ["e-mail"]);
    let map = String::from_utf8(write_column_map(&plan.columns)).unwrap();
    assert!(!map.contains("example.org") && !map.contains("belde"), "{map}");
    assert_eq!(
        plan.responses[0],
        ResponseCount { person: "p01-moeder".to_owned(), n_asked: 2, n_answered: 2 }
    );
}

#[test]
fn a_survey_becomes_sources_attributes_and_scores_in_one_step_that_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(folder.path());
    let fingerprint = project.loaded.fingerprint.clone();
    let request = request(folder.path(), "meting.csv", SURVEY);
    let planned = import(&mut project, &Request { plan: true, ..request.clone() }).unwrap();
    assert_eq!(project.folder.load().unwrap().fingerprint, fingerprint);
    let done = import(&mut project, &request).unwrap();
    assert_eq!(done, planned);
    let refused: Vec<String> = done.refused.iter().map(|found| format!("{found}")).collect();
    assert_eq!(refused, ["meting.csv:5: UnknownCase { case: \"p09\" }"]);
    project.reload().unwrap();
    assert_eq!(project.count(Severity::Error), 0, "{:?}", project.diagnostics());

    let study = project.study();
    let ids: Vec<&str> = study.sources.keys().map(SourceId::as_str).collect();
    assert_eq!(ids, ["meting-p01-moeder", "meting-p02-vader"]);
    let source = &study.sources["meting-p01-moeder"];
    assert_eq!(source.text.as_str(), "Wat hielp?\nDat ze elke week even belde en luisterde.");
    assert_eq!((source.kind.as_str(), source.cases[0].as_str()), ("survey", "p01"));
    assert_eq!(source.units[0].kind, UnitKind::Header);
    assert_eq!(source.units[1].speaker.as_deref(), Some("p01-moeder"));
    assert_eq!(source.units[1].time.unwrap().to_string(), "2021-03-12T00:00:00");
    assert_eq!(source.origin.file, "meting.csv");
    let regions: Vec<String> =
        study.cases.values().map(|case| case.attributes["regio"].to_string()).collect();
    assert_eq!(regions, ["noord", "zuid"]);
    assert!(matches!(study.cases["p01"].attributes["regio"], AttributeValue::Text(_)));
    let row = |who: &str, day: &str, score| (who.to_owned(), day.to_owned(), "vertrouwen".to_owned(), score);
    assert_eq!(
        scores(&project),
        [
            row("p01-moeder", "2021-03-12", Some(7.0)),
            row("p02-vader", "2021-03-13", None),
            row("p01-moeder", "2021-06-14", Some(8.0)),
        ]
    );
    assert!(study.scores.iter().all(|score| score.instrument == "meting"));

    let again = import(&mut project, &request).unwrap_err();
    assert!(matches!(again.problem, Problem::AlreadyImported { .. }));
    let replaced = import(&mut project, &Request { replace: true, ..request }).unwrap();
    assert_eq!((replaced.sources.len(), replaced.n_unchanged, replaced.scores.n_unchanged), (0, 2, 3));

    project.folder.lock("undo").unwrap().undo().unwrap();
    assert_eq!(project.folder.load().unwrap().fingerprint, fingerprint);
}

#[test]
fn a_new_export_adds_who_is_new_and_replaces_answers_only_when_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(folder.path());
    let request = request(folder.path(), "meting.csv", SURVEY);
    import(&mut project, &request).unwrap();
    let newer = SURVEY.replace(";7;Dat ze", ";6;Fijn dat ze");
    std::fs::write(&request.file, newer).unwrap();
    let request = Request { add_cases: true, role: RoleId::new("parent"), ..request };
    let summary = import(&mut project, &request).unwrap();
    assert_eq!(summary.new_participants.iter().map(ToString::to_string).collect::<Vec<_>>(), ["p09-oma"]);
    assert_eq!(summary.new_cases, [CaseId::new("p09").unwrap()]);
    assert_eq!(summary.sources.iter().map(|made| made.person.as_str()).collect::<Vec<_>>(), ["p09-oma"]);
    let problem = &summary.refused[0].problem;
    assert_eq!(*problem, Problem::CorrectedVersion { source: "meting-p01-moeder".to_owned() });
    assert_eq!((summary.scores.changed[0].from.as_str(), summary.scores.changed[0].to.as_str()), ("7", "6"));

    let summary = import(&mut project, &Request { replace: true, ..request }).unwrap();
    assert!(summary.sources[0].is_replaced && summary.refused.is_empty());
    project.reload().unwrap();
    assert!(
        project.study().sources["meting-p01-moeder"]
            .text
            .as_str()
            .ends_with("Fijn dat ze elke week even belde en luisterde.")
    );
    assert_eq!(project.count(Severity::Error), 0, "{:?}", project.diagnostics());
    assert_eq!(project.study().participants["p09-oma"].cases, [CaseId::new("p09").unwrap()]);
}

#[test]
fn the_map_decides_and_what_it_names_must_be_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(folder.path());
    let request = request(folder.path(), "meting.csv", SURVEY);
    let map = "file;column;question;use;target\nmeting.csv;respondent;;participant;\nmeting.csv;regio;;open;\n\
        meting.csv;vertrouwen;;score;TVL\nander.csv;x;;open;\n";
    let (rows, diagnostics) = read_column_map("kolommen.csv", map.into());
    assert_eq!(diagnostics, []);
    let done = import(&mut project, &Request { map: Some(rows), ..request.clone() }).unwrap();
    assert_eq!(done.new_attributes, []);
    assert_eq!(done.report.dropped[&Loss::UnusedColumns].examples, ["casus", "datum", "Wat hielp?"]);
    let study = project.study();
    assert_eq!(study.sources["meting-p01-moeder"].text.as_str(), "regio\nnoord\n\nregio\nnoord");
    assert!(study.scores.iter().all(|score| score.instrument == "TVL" && score.date.is_none()));
    // Without dates, two replies of one person cannot be told apart.
    assert!(matches!(done.scores.refused[0].problem, Problem::DuplicateId { .. }));

    let (rows, _) = read_column_map("kolommen.csv", "file,column,use\nmeting.csv,weg,open\n".into());
    let refused = import(&mut project, &Request { map: Some(rows), replace: true, ..request }).unwrap_err();
    assert_eq!(refused.problem, Problem::ColumnMissing { column: "weg".to_owned() });
}

#[test]
fn answers_that_differ_within_a_case_are_no_attribute() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(folder.path());
    let text = "respondent;casus;regio\np01-moeder;p01;noord\np02-vader;p01;zuid\nr3;p02;zuid\n";
    let done = import(&mut project, &request(folder.path(), "a.csv", text)).unwrap();
    let answers = "noord, zuid".to_owned();
    let problem = Problem::AnswersDiffer { column: "regio".to_owned(), case: "p01".to_owned(), answers };
    assert_eq!((done.refused[0].place.line, &done.refused[0].problem), (Some(3), &problem));
    assert_eq!(project.study().cases["p01"].attributes["regio"], AttributeValue::Empty);
    assert_eq!(project.study().cases["p02"].attributes["regio"].to_string(), "zuid");
}

#[test]
fn beeps_become_a_diary_and_their_non_response_unknown_scores() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(folder.path());
    let beeps = "connectionId;questionListName;timeStampSent;timeStampStart;timeZoneOffset;blij;dag_open\n\
        101;\"\"\"dag\"\"\";1615382400;1615382460;3600;70;\"\"\"Mooi.\"\"\"\n101;\"\"\"dag\"\"\";1615396800;;3600\n";
    let request = request(folder.path(), "esm.csv", beeps);
    let needed = import(&mut project, &request).unwrap();
    let unknown = Problem::RespondentUnknown { participant: "101".to_owned() };
    assert!(needed.refused.iter().all(|found| found.problem == unknown), "{:?}", needed.refused);
    let request = Request { case: CaseId::new("p01"), role: RoleId::new("child"), ..request };
    let done = import(&mut project, &request).unwrap();
    assert_eq!((done.report.kept[&Part::Responses], done.report.kept[&Part::NonResponses]), (1, 1));
    let source = &project.study().sources["esm-101"];
    assert_eq!((source.kind.as_str(), source.text.as_str()), ("diary", "dag_open\nMooi."));
    let times: Vec<(Option<f64>, &str)> =
        project.study().scores.iter().map(|score| (score.score, score.extra["time"].as_str())).collect();
    assert_eq!(times, [(Some(70.0), "14:21:00"), (None, "18:20:00")]);
    project.reload().unwrap();
    assert_eq!(project.count(Severity::Error), 0, "{:?}", project.diagnostics());
}

#[test]
fn a_reply_without_a_case_says_whose_it_is_and_why_no_case_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(folder.path());
    let more = "deelnemer;rol;casussen;labels\nD07;parent;p01;Roos\nD08;parent;;\nD09;parent;p01, p02;\n";
    std::fs::write(folder.path().join("deelnemers.csv"), more).unwrap();
    let people = records::Request { file: folder.path().join("deelnemers.csv"), ..Default::default() };
    assert_eq!(records::import_records(&mut project, &people).unwrap().updated.refused, []);
    let text = "deelnemer;vertrouwen\nroos;7\nD06;6\nD08;5\nD09;4\n;3\n";
    let done = import(&mut project, &request(folder.path(), "meting.csv", text)).unwrap();
    assert_eq!(scores(&project)[0].0, "D07");
    let problems: Vec<(Option<u32>, Problem)> =
        done.refused.into_iter().map(|found| (found.place.line, found.problem)).collect();
    let unclear = |participant: &str, cases: &str| Problem::RespondentCaseUnclear {
        participant: participant.to_owned(),
        cases: cases.to_owned(),
    };
    assert_eq!(
        problems,
        [
            (Some(3), Problem::RespondentUnknown { participant: "D06".to_owned() }),
            (Some(4), unclear("D08", "")),
            (Some(5), unclear("D09", "p01, p02")),
            (Some(6), Problem::ValueMissing { column: "deelnemer".to_owned() }),
        ]
    );
}

#[test]
fn an_alias_that_is_a_participant_gives_the_case() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project(folder.path());
    let beeps = "connectionId;alias;questionListName;timeStampSent;timeZoneOffset;blij\n\
        101;\"\"\"p01-moeder\"\"\";\"\"\"dag\"\"\";1615382400;3600;70\n\
        102;\"\"\"p02-vader\"\"\";\"\"\"dag\"\"\";1615382400;3600;60\n";
    let request = request(folder.path(), "esm.csv", beeps);
    let planned = plan(project.study(), &request).unwrap();
    assert_eq!((planned.columns[1].column_use, planned.personal.len()), (ColumnUse::Participant, 0));
    let done = import(&mut project, &request).unwrap();
    assert_eq!((done.refused.len(), done.scores.added.len()), (0, 2));
    assert_eq!(scores(&project)[1].0, "p02-vader");
}
