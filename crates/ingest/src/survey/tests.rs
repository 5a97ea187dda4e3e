//! Surveys as the programs write them, made up after the descriptions of their formats.

use super::*;
use crate::DateOrder;
use draad_core::{Problem, Unit, UnitKind};
use proptest::prelude::*;

fn survey(text: &str) -> Survey {
    read_survey("meting.csv", text.as_bytes(), None).unwrap()
}

fn uses(survey: &Survey) -> Vec<(&str, ColumnUse)> {
    survey.columns.iter().map(|column| (column.name.as_str(), column.proposed)).collect()
}

fn units(text: &AnswerText) -> Vec<(UnitKind, String, &str)> {
    let time = |unit: &Unit| unit.time.map_or(String::new(), |time| time.to_string());
    let words = |unit: &Unit| &text.text[unit.span.range()];
    text.units.iter().map(|unit| (unit.kind, time(unit), words(unit))).collect()
}

/// Two people, four beeps; one beep was not answered and its row stops after the columns about the beep. 1615382400 is
/// 10 March 2021 13:20:00 UTC.
const M_PATH: &str = "\u{feff}connectionId;alias;questionListName;timeStampSent;timeStampStart;timeZoneOffset;\
    blij;waar;met_wie;dag_open\n\
    101;\"\"\"roos\"\"\";\"\"\"avond\"\"\";1615382400;1615382460;3600;70;\"\"\"Thuis\"\"\";2,3;\"\"\"Mooi; heel mooi.\nEcht.\"\"\"\n\
    101;\"\"\"roos\"\"\";\"\"\"avond\"\"\";1615468800;;3600\n\
    101;\"\"\"roos\"\"\";\"\"\"avond\"\"\";1615555200;1615555300;3600;40;\"\"\"School\"\",\"\"Bus\"\"\";2;\"\"\"Zwaar.\"\"\"\n\
    102;\"\"\"ton\"\"\";\"\"\"ochtend\"\"\";1615382400;1615382401;3600;;\"\"\"Thuis\"\"\";;\n";

#[test]
fn beeps_of_m_path_are_read_with_their_non_response() {
    let mut survey = survey(M_PATH);
    assert_eq!(survey.tool, Tool::MPath);
    assert_eq!(survey.reading, "m-path; table; semicolon");
    assert_eq!(
        uses(&survey),
        [
            ("connectionId", ColumnUse::Respondent),
            ("alias", ColumnUse::LeaveOut),
            ("questionListName", ColumnUse::LeaveOut),
            ("timeStampSent", ColumnUse::Date),
            ("timeStampStart", ColumnUse::Date),
            ("timeZoneOffset", ColumnUse::LeaveOut),
            ("blij", ColumnUse::Score),
            ("waar", ColumnUse::Open),
            ("met_wie", ColumnUse::LeaveOut),
            ("dag_open", ColumnUse::Open),
        ]
    );
    assert_eq!(survey.rows[2].cell(7), "School; Bus");
    let replies = survey.replies(&survey.proposed(), None);
    let moments: Vec<String> =
        replies.iter().map(|reply| reply.moment.map_or(String::new(), |moment| moment.to_string())).collect();
    assert_eq!(
        moments,
        ["2021-03-10T14:21:00", "2021-03-11T14:20:00", "2021-03-12T14:21:40", "2021-03-10T14:20:01"]
    );
    assert_eq!(replies.iter().map(|reply| reply.is_answered).collect::<Vec<_>>(), [true, false, true, true]);
    // Roos was asked how glad she was at the beep she missed; Ton's list does not have that question.
    assert!(replies[1].asked.contains(&6) && !replies[3].asked.contains(&6));
    let counts = survey.responses(&replies);
    let counts: Vec<(&str, usize, usize)> =
        counts.iter().map(|count| (count.person.as_str(), count.n_asked, count.n_answered)).collect();
    assert_eq!(counts, [("101", 3, 2), ("102", 1, 1)]);
}

#[test]
fn answers_stand_under_their_question_and_moment() {
    let mut survey = survey(M_PATH);
    let mut wanted = vec![ColumnUse::LeaveOut; survey.columns.len()];
    (wanted[0], wanted[4], wanted[9]) = (ColumnUse::Respondent, ColumnUse::Date, ColumnUse::Open);
    let replies = survey.replies(&wanted, None);
    let mut report = ImportReport::default();
    let texts = survey.texts(&wanted, &replies, &mut report);
    assert_eq!(texts.len(), 1);
    assert_eq!(
        texts[0].text,
        "10-03-2021 14:21\ndag_open\nMooi; heel mooi.\nEcht.\n\n12-03-2021 14:21\ndag_open\nZwaar."
    );
    let (said, header) = (UnitKind::Said, UnitKind::Header);
    assert_eq!(
        units(&texts[0]),
        [
            (header, String::new(), "10-03-2021 14:21"),
            (header, String::new(), "dag_open"),
            (said, "2021-03-10T14:21:00".to_owned(), "Mooi; heel mooi.\nEcht."),
            (header, String::new(), "12-03-2021 14:21"),
            (header, String::new(), "dag_open"),
            (said, "2021-03-12T14:21:40".to_owned(), "Zwaar."),
        ]
    );
    assert!(
        texts[0].units.iter().all(|unit| (unit.kind == said) == (unit.speaker.as_deref() == Some("101")))
    );
    assert_eq!((texts[0].n_answers, report.kept[&Part::Entries]), (2, 2));
    assert_eq!(texts[0].date.unwrap().to_string(), "2021-03-10");
}

#[test]
fn columns_of_m_path_that_hold_no_answer_stay_out() {
    let text = "connectionId;questionListName;timeStampScheduled;timeStampSent;timeZoneOffset;welkom_basic;waar_index;\
        waar_string;waar_likert;leeftijd_open;stappen_steps;plek_location;lijn_continuousLine;dag_open\n\
        7;intake;0;1615382400;0;1;2;\"\"\"Thuis\"\"\";4;\"\"\"41\"\"\";900;52.1,4.3;0,3.01,3.32;\"\"\"met\\/zonder, leuk\\nhoor\"\"\"\n\
        7;intake;0;1615383400;0;1;1;\"\"\"Werk\"\"\";5;\"\"\"41\"\"\";1200;52.2,4.3;0,2;\n";
    let survey = survey(text);
    let expected = [
        ("waar_string", ColumnUse::Open),
        ("waar_likert", ColumnUse::Score),
        ("leeftijd_open", ColumnUse::Attribute),
        ("stappen_steps", ColumnUse::Score),
        ("plek_location", ColumnUse::LeaveOut),
        ("lijn_continuousLine", ColumnUse::LeaveOut),
        ("dag_open", ColumnUse::Open),
    ];
    let uses = uses(&survey);
    assert_eq!(uses[5..7], [("welkom_basic", ColumnUse::LeaveOut), ("waar_index", ColumnUse::LeaveOut)]);
    assert_eq!(uses[7..], expected);
    assert!(survey.columns[11].is_personal);
    assert_eq!(survey.rows[0].cell(2), "");
    assert_eq!(survey.rows[0].cell(13), "met/zonder, leuk\nhoor");
}

#[test]
fn a_description_of_the_columns_gives_questions_and_open_ones() {
    let mut survey = survey(M_PATH);
    let meta = "columnName;fullQuestion;typeQuestion\n\"\"\"blij\"\"\";\"\"\"Hoe blij ben je?\"\"\";\"\"\"sliderNegPos\"\"\"\n\
        \"\"\"waar\"\"\";\"\"\"Waar ben je?\"\"\";\"\"\"open\"\"\"\nweg;x;open\n";
    let meta = crate::read_sheet("meta.csv", meta.as_bytes(), None).unwrap();
    assert_eq!(survey.describe(&meta), 2);
    assert_eq!(survey.columns[6].question, "Hoe blij ben je?");
    assert_eq!((survey.columns[6].proposed, survey.columns[7].proposed), (ColumnUse::Score, ColumnUse::Open));
}

const LIME: [&str; 3] = [
    "id,submitdate,lastpage,startlanguage,seed,ipaddr,leeftijd,G01Q02[SQ001],G01Q03,toel",
    "\"id. Antwoord ID\",\"submitdate. Datum ingevuld\",\"lastpage. Laatste pagina\",\"startlanguage. Starttaal\",\
     \"seed. Seed\",\"ipaddr. IP-adres\",\"leeftijd. Hoe oud bent u?\",\"G01Q02[SQ001]. Hoe gaat het? [Thuis]\",\
     \"G01Q03. Wie belt u?\",\"toel. Wat wilt u verder kwijt?\"",
    "Antwoord ID,Datum ingevuld,Laatste pagina,Starttaal,Seed,IP-adres,Hoe oud bent u?,Hoe gaat het? [Thuis],\
     Wie belt u?,Wat wilt u verder kwijt?",
];

#[test]
fn lime_survey_is_read_with_each_of_its_headers() {
    let rows = "\n\"1\",\"2021-03-12 10:00:00\",\"4\",\"nl\",\"77\",\"10.0.0.1\",\"41\",\"4\",\"Voogd\",\"Het overleg liep stroef, maar het kan beter worden.\"\
        \n\"2\",\"2021-03-13 11:30:00\",\"4\",\"nl\",\"78\",\"10.0.0.2\",\"38\",\"5\",\"Voogd\",\"N/A\"\n";
    for (header, has_codes, has_questions) in
        [(LIME[0], true, false), (LIME[1], true, true), (LIME[2], false, true)]
    {
        let survey = survey(&format!("{header}{rows}"));
        assert_eq!(survey.tool, Tool::LimeSurvey, "{header}");
        let proposed: Vec<ColumnUse> = survey.proposed();
        assert_eq!(
            proposed,
            [
                ColumnUse::Respondent,
                ColumnUse::Date,
                ColumnUse::LeaveOut,
                ColumnUse::LeaveOut,
                ColumnUse::LeaveOut,
                ColumnUse::LeaveOut,
                ColumnUse::Attribute,
                ColumnUse::Score,
                ColumnUse::Attribute,
                ColumnUse::Open,
            ],
            "{header}"
        );
        assert!(survey.columns[5].is_personal && survey.columns[5].example.is_empty());
        assert_eq!(survey.columns[9].name == "toel", has_codes);
        assert_eq!(survey.columns[9].question == "Wat wilt u verder kwijt?", has_questions);
        assert_eq!(survey.columns[9].n_answered, 1, "N/A is a question that was not shown");
    }
}

#[test]
fn personal_data_is_told_by_name_and_by_content() {
    let text = "respondent;contact;Voornaam;vertrouwen;wat hielp\nr1;anna@example.org;Anna;7;Dat ze elke week even belde en luisterde.\n\
        r2;;Bo;8;Vaste afspraken maken, en die dan ook echt nakomen.\n";
    let mut survey = survey(text);
    assert_eq!(
        uses(&survey),
        [
            ("respondent", ColumnUse::Respondent),
            ("contact", ColumnUse::LeaveOut),
            ("Voornaam", ColumnUse::LeaveOut),
            ("vertrouwen", ColumnUse::Score),
            ("wat hielp", ColumnUse::Open),
        ]
    );
    let examples: Vec<&str> = survey.columns.iter().map(|column| column.example.as_str()).collect();
    assert_eq!(examples, ["", "", "", "7", ""]);
    survey.report_left_out(&survey.proposed());
    assert_eq!(survey.report.dropped[&Loss::PersonalColumns].examples, ["contact", "Voornaam"]);
}

#[test]
fn a_question_for_a_code_that_is_answered_with_codes_tells_people_apart() {
    let table = |question: &str, codes: [&str; 3]| {
        let rows = codes.map(|code| format!("{code};7;Dat ze elke week even belde en luisterde.\n")).concat();
        survey(&format!("{question};vertrouwen;wat hielp\n{rows}")).columns[0].proposed
    };
    let codes = ["D05", "D06", "D05"];
    assert_eq!(table("Wat is uw deelnemerscode?", codes), ColumnUse::Participant);
    assert_eq!(table("Vul je persoonlijke code in", codes), ColumnUse::Participant);
    assert_ne!(table("Weet u uw deelnemerscode nog?", ["ja", "nee", "ja"]), ColumnUse::Participant);
    assert_ne!(table("Welk huis?", codes), ColumnUse::Participant);
}

#[test]
fn answers_that_are_participants_of_the_study_tell_people_apart() {
    let known = Known::new(["Roos", "p-2", "3"], ["Moeder", ""]);
    let proposed = |text: &str| {
        let mut survey = survey(text);
        survey.recognise(&known);
        let column = survey.columns.iter().position(|column| column.proposed == ColumnUse::Participant);
        (column, survey.columns.iter().filter(|column| column.is_personal).count())
    };
    // Of the four beeps three are of Roos: her alias is her id.
    assert_eq!(proposed(M_PATH), (Some(1), 0));
    assert_eq!(proposed("wie ben je;cijfer\np-2;3\nroos;3\nD06;3\n"), (Some(0), 0));
    assert_eq!(proposed("Wat is je deelnemersnummer?;cijfer\nmoeder;3\n3;3\n"), (Some(0), 0));
    // Who is called so goes before who is only in the study.
    assert_eq!(proposed("begeleider;deelnemer\nroos;D05\nroos;D06\n"), (Some(1), 0));
    assert_eq!(proposed("begeleider;id\nroos;p-2\nroos;p-2\n"), (Some(1), 0));
    // A number or a label may be an answer; a name is one even when a participant is called so.
    assert_eq!(proposed("wie ben je;cijfer\nMoeder;3\nMoeder;3\n"), (None, 0));
    assert_eq!(proposed("Voornaam;cijfer\nMoeder;3\n"), (None, 1));
}

#[test]
fn what_differs_within_a_participant_is_no_attribute() {
    let mut survey = survey("nr;wie;waar\n1;p-2;thuis\n2;p-2;school\n3;p-3;thuis\n");
    assert_eq!(survey.columns[2].proposed, ColumnUse::Attribute);
    survey.recognise(&Known::new(["p-2", "p-3"], []));
    assert_eq!(survey.columns[1].proposed, ColumnUse::Participant);
    assert_eq!(survey.columns[2].proposed, ColumnUse::Open);
}

#[test]
fn rows_without_an_id_are_told_apart_by_number_and_columns_by_name() {
    let mut survey = survey(
        "mening,,mening\nDit ging over het algemeen heel erg goed,x,Ja\nNee dat vond ik eigenlijk niet zo fijn gaan,,Nee\n",
    );
    assert_eq!(
        survey.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(),
        ["mening", "2", "mening (2)"]
    );
    let replies = survey.replies(&survey.proposed(), None);
    assert_eq!(replies.iter().map(|reply| reply.person.as_str()).collect::<Vec<_>>(), ["1", "2"]);
}

#[test]
fn ten_thousand_columns_of_one_name_take_no_time() {
    let survey = survey(&format!("{}\n{}\n", "x;".repeat(10_000) + "y", "1;".repeat(10_001)));
    assert_eq!(survey.columns[0].name, "x");
    assert_eq!(survey.columns[9_999].name, "x (10000)");
}

#[test]
fn dates_that_can_be_read_in_two_ways_are_said_to_be() {
    let mut open = survey("respondent;datum;mening\n1;3-4-2021;Dat ging eigenlijk best goed zo.\n");
    let replies = open.replies(&open.proposed(), None);
    assert_eq!(replies[0].moment, Some(jiff::civil::date(2021, 4, 3).at(0, 0, 0, 0)));
    assert_eq!(open.diagnostics[0].problem, Problem::DateOrderAssumed { order: "d-m-y".to_owned() });
    let mut given = survey("respondent;datum;mening\n1;3-4-2021;Dat ging eigenlijk best goed zo.\n");
    let replies = given.replies(&given.proposed(), Some(DateOrder::MonthDayYear));
    assert_eq!(replies[0].moment, Some(jiff::civil::date(2021, 3, 4).at(0, 0, 0, 0)));
    assert_eq!(given.diagnostics, []);
}

proptest! {
    #[test]
    fn no_table_panics_and_units_stay_in_their_text(
        head in "(connectionId|StartDate|id|submitdate|datum|[a-z]{1,4})(;(timeStampSent|EndDate|lastpage|_open|[a-z]{1,4})){0,4}",
        rows in prop::collection::vec("(\\PC|[;\"\r\u{301}é👋]){0,60}", 0..6),
    ) {
        let text = format!("{head}\n{}", rows.join("\n"));
        if let Ok(mut survey) = read_survey("x.csv", text.as_bytes(), None) {
            let uses = vec![ColumnUse::Open; survey.columns.len()];
            for uses in [survey.proposed(), uses] {
                let replies = survey.replies(&uses, None);
                prop_assert_eq!(replies.len(), survey.rows.len());
                for text in survey.texts(&uses, &replies, &mut ImportReport::default()) {
                    prop_assert!(text.units.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
                    prop_assert!(text.units.iter().all(|unit| text.text.get(unit.span.range()).is_some()));
                }
            }
        }
    }
}
