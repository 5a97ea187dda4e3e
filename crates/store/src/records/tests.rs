//! Tables from elsewhere, brought into a small study.

use super::*;
use crate::testing::any_study;
use draad_core::{
    AttributeId, AttributeType, AttributeValue, CaseId, Diagnostic, Language, ParticipantId, Place, Problem,
    Settings,
};
use proptest::prelude::*;

fn grid(text: &str) -> Grid {
    let mut lines = text.lines().map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect());
    let header = lines.next().unwrap_or_default();
    Grid { header, header_line: 1, rows: (2..).zip(lines).collect() }
}

fn update(study: &mut Study, kind: RecordKind, text: &str) -> Updated {
    update_records(study, kind, "tabel.xlsx", &grid(text)).unwrap()
}

fn study() -> Study {
    let mut study = Study::new(Settings::new("proef", "Proef", Language::Nl));
    let text = "casus | naam | constructiveness\np01 | Gezin A | vastgelopen\np02 | | onbekend";
    assert_eq!(update(&mut study, RecordKind::Cases, text).added, ["p01", "p02"]);
    let text = "deelnemer | rol | casussen | labels\np01-moeder | ouder | p01 | R; Moeder\np02-vader | parent | p02 |";
    assert_eq!(update(&mut study, RecordKind::Participants, text).refused, []);
    study
}

fn value(study: &Study, case: &str, attribute: &str) -> AttributeValue {
    study.cases[case].attributes[&AttributeId::new(attribute).unwrap()].clone()
}

fn reasons(updated: &Updated) -> Vec<(String, Problem)> {
    let reason = |found: &Diagnostic| (found.place.to_string(), found.problem.clone());
    updated.refused.iter().map(reason).collect()
}

#[test]
fn words_of_the_study_and_its_labels_are_both_understood() {
    let study = study();
    assert_eq!(value(&study, "p01", "constructiveness"), AttributeValue::Level("stalled".into()));
    assert_eq!(value(&study, "p02", "constructiveness"), AttributeValue::Unknown);
    let mother = &study.participants["p01-moeder"];
    assert_eq!((mother.role.as_str(), mother.labels.join(";")), ("parent", "R;Moeder".to_owned()));
}

#[test]
fn a_value_replaces_an_empty_cell_leaves_and_unknown_is_a_value() {
    let mut study = study();
    let text = "case | name | Constructiveness\np02 | Gezin B | constructive\np01 | | \np03 | | unknown";
    let updated = update(&mut study, RecordKind::Cases, text);
    assert_eq!((updated.added.as_slice(), updated.n_unchanged), (&["p03".to_owned()][..], 1));
    let changes: Vec<(u32, &str, &str, &str, &str)> = updated
        .changed
        .iter()
        .map(|c| (c.line, c.row.as_str(), c.column.as_str(), c.from.as_str(), c.to.as_str()))
        .collect();
    assert_eq!(
        changes,
        [(2, "p02", "name", "", "Gezin B"), (2, "p02", "constructiveness", "unknown", "constructive")]
    );
    assert_eq!(updated.n_changed_rows(), 1);
    assert_eq!(study.cases["p01"].name, "Gezin A");
    assert_eq!(value(&study, "p03", "constructiveness"), AttributeValue::Unknown);
    assert_eq!(study.cases.keys().map(CaseId::as_str).collect::<Vec<_>>(), ["p01", "p02", "p03"]);
}

#[test]
fn attributes_go_by_their_label_too_and_no_text_is_no_level() {
    let mut study = study();
    let level = |id: &str| draad_core::settings::Level { id: id.into(), label: Default::default() };
    study.settings.attributes.push(draad_core::Attribute {
        id: AttributeId::new("regio").unwrap(),
        label: Default::default(),
        kind: AttributeType::Choice,
        levels: vec![level("noord"), level("zuid")],
        outcome: false,
    });
    let text = "casus | Constructiviteit | regio\np01 | wisselend |\np02 | | zuid";
    let updated = update(&mut study, RecordKind::Cases, text);
    assert_eq!((reasons(&updated), updated.changed.len()), (vec![], 2));
    assert_eq!(value(&study, "p01", "constructiveness"), AttributeValue::Level("mixed".into()));
    assert_eq!(value(&study, "p01", "regio"), AttributeValue::Empty);
    assert_eq!(value(&study, "p02", "constructiveness"), AttributeValue::Unknown);
    assert_eq!(value(&study, "p02", "regio"), AttributeValue::Level("zuid".into()));
    let header = ["casus", "constructiviteit"].map(str::to_owned).to_vec();
    assert_eq!(new_attributes(&study.settings, &Grid { header, ..Grid::default() }).unwrap(), []);
}

#[test]
fn rows_with_several_mistakes_are_counted_once() {
    let mut study = study();
    let text =
        "case | date | kind | actors\np99 | 12-03-2021 | bezoek | niemand\np98 | 12-03-2021 | bezoek |";
    let updated = update(&mut study, RecordKind::Events, text);
    assert_eq!((updated.refused.len(), updated.n_refused_rows), (3, 2));
}

#[test]
fn a_row_that_does_not_fit_is_refused_with_its_line_and_changes_nothing() {
    let mut study = study();
    let before = study.clone();
    let text = "case | constructiveness\np01 | prima\nP02 | mixed\n | mixed\np01 | a | b\na/b | mixed";
    let updated = update(&mut study, RecordKind::Cases, text);
    let places: Vec<String> = updated.refused.iter().map(|found| found.place.to_string()).collect();
    assert_eq!(
        places,
        [
            "tabel.xlsx:2:constructiveness",
            "tabel.xlsx:3:case",
            "tabel.xlsx:4:case",
            "tabel.xlsx:5",
            "tabel.xlsx:6:case"
        ]
    );
    assert!(updated.is_empty());
    assert_eq!(study, before);

    let text = "deelnemer | rol | leeftijd\np03-oma | grootouder | 70\np01-moeder | | 41\np01-moeder | | 42\np04 | |";
    let updated = update(&mut study, RecordKind::Participants, text);
    assert_eq!(study.participants["p01-moeder"].extra["leeftijd"], "41");
    let problems: Vec<Problem> = reasons(&updated).into_iter().map(|(_, problem)| problem).collect();
    assert!(matches!(&problems[0], Problem::UnknownRole { role, .. } if role == "grootouder"));
    assert_eq!(problems[1], Problem::DuplicateId { id: "p01-moeder".to_owned(), first_line: 3 });
    assert_eq!(problems[2], Problem::ValueMissing { column: "role".to_owned() });
    assert_eq!(problems.len(), 3);
}

#[test]
fn events_are_told_apart_by_case_day_kind_and_who() {
    let mut study = study();
    let text = "casus | datum | soort | wie | status\np01 | 3-9-2021 | bezoek | p01-moeder | gehouden\n\
        p01 | 2021-09-03T00:00:00 | belcontact | | \np01 | 2021-09-03 | belcontact | | ";
    let updated = update(&mut study, RecordKind::Events, text);
    assert_eq!((updated.added.len(), reasons(&updated)), (3, vec![]));
    // The same two calls again, one of which did not take place, and a visit by someone else.
    let text = "casus | datum | soort | wie | status\np01 | 2021-09-03 | bezoek | p02-vader | \n\
        p01 | 2021-09-03 | belcontact | | afgezegd\np01 | 2021-09-03 | belcontact | |";
    let updated = update(&mut study, RecordKind::Events, text);
    assert_eq!((updated.added.len(), updated.changed.len(), updated.n_unchanged), (1, 1, 1));
    assert_eq!(study.events.len(), 4);
}

#[test]
fn scores_are_replaced_not_doubled() {
    let mut study = study();
    let text = "casus | deelnemer | datum | vragenlijst | item | score\np01 | p01-moeder | 2021-09-03 | TVL | 1 | 3,5\n\
        p01 | p01-moeder | 2021-09-03 | TVL | 2 | onbekend\np09 | p01-moeder | | TVL | 2 | 1";
    let updated = update(&mut study, RecordKind::Scores, text);
    assert_eq!((updated.added.len(), updated.refused.len()), (2, 1));
    assert_eq!(study.scores.iter().map(|score| score.score).collect::<Vec<_>>(), [Some(3.5), None]);
    let updated = update(&mut study, RecordKind::Scores, &text.replace("onbekend", "4"));
    assert_eq!(updated.changed.len(), 1);
    assert_eq!((updated.changed[0].from.as_str(), updated.changed[0].to.as_str()), ("unknown", "4"));
    assert_eq!(study.scores.len(), 2);
    assert_eq!(study.scores[1].participant, ParticipantId::new("p01-moeder").unwrap());
}

#[test]
fn columns_tell_what_a_table_holds() {
    for (header, kind) in [
        ("Casus | Naam | Uitkomst", Some(RecordKind::Cases)),
        ("deelnemer | rol | casus", Some(RecordKind::Participants)),
        ("casus | datum | soort | wie", Some(RecordKind::Events)),
        ("case | participant | date | instrument | item | score", Some(RecordKind::Scores)),
        ("deelnemer | vragenlijst | score", Some(RecordKind::Scores)),
        ("casus | datum | soort | tekst", None),
        ("datum | tekst", None),
        ("Code | Naam | Rol | Casus", Some(RecordKind::Participants)),
        ("Casus | Rol | Pseudoniem | Contactnaam", Some(RecordKind::Participants)),
        ("Casus | Deelnemerscode | Leeftijd", None),
        ("Code | Naam | Casus", None),
        ("Nr | Casus | Naam | Leeftijd", Some(RecordKind::Cases)),
        ("nr | tijd | rol | uitspraak", None),
        ("nr | datum | rol | naam | uitspraak", None),
        ("Casus | Leeftijd\np01 | 3\np02 | 4\n | ", Some(RecordKind::Cases)),
        ("Casus | Leeftijd\np01 | 3\nP01 | 4", None),
        ("Nr | Naam | Rol\n1 | A | ouder\n1 | B | ouder", None),
        ("casus | datum", None),
    ] {
        assert_eq!(recognise_records(&grid(header)), kind, "{header}");
    }
    let mut study = study();
    let missing = update_records(&mut study, RecordKind::Cases, "x.csv", &grid("naam\nx")).unwrap_err();
    let Problem::KeyColumnMissing { column, headings } = missing.problem else {
        panic!("{:?}", missing.problem)
    };
    assert_eq!((column.as_str(), headings.split(", ").next()), ("case", Some("case")));
    assert!(headings.contains("casus, "), "{headings}");
    assert_eq!(missing.place, Place::line("x.csv", 1));
}

#[test]
fn a_table_of_people_may_call_their_id_a_code_and_their_case_by_its_name() {
    let mut study = study();
    let text = "Code | Naam | Rol | Casus\nD05 | Kim | ouder | gezin a\nD06 | Sam | ouder | Gezin Q";
    let updated = update(&mut study, RecordKind::Participants, text);
    assert_eq!(updated.added, ["D05"]);
    let unknown = Problem::UnknownCase { case: "Gezin Q".to_owned() };
    assert_eq!(reasons(&updated), [("tabel.xlsx:3:cases".to_owned(), unknown)]);
    assert_eq!(study.cases["p01"].name, "Gezin A");
    let kim = &study.participants["D05"];
    assert_eq!((kim.name.as_str(), kim.cases[0].as_str()), ("Kim", "p01"));
    assert!(kim.extra.is_empty());
    // The surest name is the id, wherever it stands.
    let text = "Pseudoniem | Nr | Code | Rol | Casus\nRoos | 1 | D07 | ouder | p02";
    assert_eq!(update(&mut study, RecordKind::Participants, text).added, ["D07"]);
    assert_eq!(study.participants["D07"].name, "Roos");
}

#[test]
fn names_of_cases_and_labels_of_their_people_stand_for_ids_where_they_mean_one() {
    let mut study = study();
    update(&mut study, RecordKind::Cases, "casus | naam\np02 | Gezin B\np03 | Dubbel\np04 | Dubbel");
    let people = "deelnemer | rol | casussen | labels\np02-moeder | ouder | Gezin B | Moeder";
    assert_eq!(update(&mut study, RecordKind::Participants, people).added, ["p02-moeder"]);

    let text = "casus | datum | soort | wie\nGezin A | 22 mei 2024 | bezoek | Moeder\n\
        gezin b | 8 mrt 2024 | bezoek | moeder, p02-vader\nDubbel | | bezoek |\np03 | | bezoek | Moeder";
    let updated = update(&mut study, RecordKind::Events, text);
    let rows: Vec<String> = study
        .events
        .iter()
        .map(|event| format!("{} {} {:?}", event.case, event.date.unwrap(), event.actors))
        .collect();
    let expected = [
        r#"p01 2024-05-22 [ParticipantId("p01-moeder")]"#,
        r#"p02 2024-03-08 [ParticipantId("p02-moeder"), ParticipantId("p02-vader")]"#,
    ];
    assert_eq!(rows, expected);
    assert_eq!(
        reasons(&updated),
        [
            ("tabel.xlsx:4:case".to_owned(), Problem::UnknownCase { case: "Dubbel".to_owned() }),
            (
                "tabel.xlsx:5:actors".to_owned(),
                Problem::UnknownParticipant { participant: "Moeder".to_owned() }
            ),
        ]
    );

    let text = "casus | deelnemer | vragenlijst | score\nGezin A | Moeder | TVL | 3\nGezin B | R | TVL | 3";
    let updated = update(&mut study, RecordKind::Scores, text);
    assert_eq!((updated.added.len(), updated.refused.len()), (1, 1));
    assert_eq!(study.scores[0].participant.as_str(), "p01-moeder");

    let n_cases = study.cases.len();
    let updated = update(&mut study, RecordKind::Cases, "casus | constructiveness\nGezin B | constructive");
    assert_eq!((updated.changed.len(), study.cases.len()), (1, n_cases));
    let updated = update(&mut study, RecordKind::Cases, "casus | naam\nGezin B | Gezin C");
    assert_eq!(updated.added, ["Gezin B"]);
}

#[test]
fn a_refused_row_counts_once_whatever_is_wrong_with_it() {
    let mut study = study();
    let text = "casus | datum | status | soort\np01 | 31-2-2021 | misschien | bezoek\np01 | | held | bezoek";
    let updated = update(&mut study, RecordKind::Events, text);
    assert_eq!((updated.refused.len(), updated.n_refused_rows, updated.added.len()), (2, 1, 1));
}

#[test]
fn attributes_that_the_settings_lack_get_the_narrowest_type() {
    let text = "casus | naam | leeftijd | duur | pleegzorg | start | regio | plaats\n\
        p01 | a | 12 | 1,5 | ja | 3-9-2021 | noord | Assen\np02 | b | onbekend | 2 | nee | 2021-09-04 | zuid | Gouda\n\
        p03 | c | 9 | 3 | ja | | noord | Delft\np04 | d | 1 | 3 | ja | | zuid | Lisse";
    let found = new_attributes(&study().settings, &grid(text)).unwrap();
    let found: Vec<(String, AttributeType)> =
        found.into_iter().map(|attribute| (attribute.id.to_string(), attribute.kind)).collect();
    let unusable = new_attributes(&study().settings, &grid("casus | a/b")).unwrap_err();
    assert_eq!(unusable, Problem::IdInvalid { id: "a/b".to_owned() });
    let expected = [
        ("leeftijd", AttributeType::Integer),
        ("duur", AttributeType::Number),
        ("pleegzorg", AttributeType::YesNo),
        ("start", AttributeType::Date),
        ("regio", AttributeType::Choice),
        ("plaats", AttributeType::Text),
    ];
    assert_eq!(found, expected.map(|(id, kind)| (id.to_owned(), kind)));
}

#[test]
fn settings_grow_and_their_comments_stay() {
    let old = "# Onze studie\nformat = 1\nid = \"a\"\ntitle = \"A\"\nlanguage = \"nl\" # tweetalig\n";
    let settings: Settings = Settings { attributes: Vec::new(), ..Settings::new("a", "A", Language::Nl) };
    let new = new_attributes(&settings, &grid("case | regio\na | n\nb | z\nc | n\nd | z")).unwrap();
    let written = crate::render::settings_with(
        old.into(),
        &settings,
        &crate::Additions { attributes: new.clone(), ..Default::default() },
    )
    .unwrap();
    let text = String::from_utf8(written.clone()).unwrap();
    assert!(text.starts_with(old) && text.contains("[[attributes]]"), "{text}");
    assert_eq!(crate::settings::read(written).unwrap().attributes, new);
}

/// Reads one of our own tables as one from elsewhere.
fn own(bytes: &[u8]) -> Grid {
    let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes).into_records();
    let mut next = || rows.next().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    let header = next().unwrap_or_default();
    Grid { header, header_line: 1, rows: (2..).zip(std::iter::from_fn(next)).collect() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_tables_of_a_study_brought_in_again_change_nothing(study in any_study()) {
        use crate::render;
        for (kind, table) in [
            (RecordKind::Cases, render::cases(&study)),
            (RecordKind::Participants, render::participants(&study)),
            (RecordKind::Events, render::events(&study)),
            (RecordKind::Scores, render::scores(&study)),
        ] {
            let mut after = study.clone();
            let updated = update_records(&mut after, kind, "tabel.csv", &own(&table)).unwrap();
            prop_assert!(updated.is_empty(), "{:?}", updated);
            prop_assert_eq!(&after, &study);
        }
    }

    #[test]
    fn no_table_panics(text in "(casus|case|score|deelnemer|p01|ja|3-9-2021|[|\n;,a-e\u{301}👋 ]){0,60}") {
        for kind in [RecordKind::Cases, RecordKind::Participants, RecordKind::Events, RecordKind::Scores] {
            let _ = update_records(&mut study(), kind, "x.csv", &grid(&text));
        }
        let _ = (recognise_records(&grid(&text)), new_attributes(&study().settings, &grid(&text)));
    }
}
