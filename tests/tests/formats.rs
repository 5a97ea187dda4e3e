//! Every format that is read, in one folder: planned, brought in, checked and found again.

use crate::material::{everything, ods, xlsx};
use crate::session::session;
use crate::world;
use draad_tests::world::World;
use insta::assert_snapshot;
use std::collections::BTreeMap;

/// A study beside a folder with a file of every format.
fn world_with_everything() -> World {
    let world = world();
    world.done("", "--lang nl new proef");
    for (path, bytes) in everything() {
        world.write(&format!("materiaal/{path}"), bytes);
    }
    world
}

/// Every file outside the study.
fn outside(world: &World) -> BTreeMap<String, Vec<u8>> {
    let mut files = world.files("");
    files.retain(|path, _| !path.starts_with("proef/"));
    files
}

#[test]
fn a_folder_of_every_format_comes_in_by_its_map() {
    let world = world_with_everything();
    let before = outside(&world);
    let planned = session(&world, "proef", &["import ../materiaal --plan"]);
    let map = world.read("proef/import.csv");
    assert_snapshot!(
        "every_format_planned",
        format!("{planned}\n{map}\n{}", world.read("proef/import-columns.csv"))
    );
    let film = "film.srt;source;;p02;;";
    world.edit("proef/import.csv", film, "film.srt;source;;p02;session;");
    let lines = [
        "import --map import.csv",
        "import --map import.csv",
        "check",
        "search 'rugzak OR sleutel' --order place",
        "search taalles OR zondag --lang en --order place",
        "search sleutel --kind interview --format csv",
    ];
    assert_snapshot!("every_format_imported", session(&world, "proef", &lines));
    assert!(before == outside(&world), "nothing changes outside the study");
}

#[test]
fn a_passage_is_one_step_from_its_page_and_its_recording() {
    let world = world_with_everything();
    world.write("proef/codebook.csv", "code,name_nl,kind,valence,level,definition\nsleutel,Sleutel,factor,promoting,relation,Een sleutel hebben\n");
    world.done("proef", "import ../materiaal/tabellen");
    world.done("proef", "import '../materiaal/p02/interview teams.vtt' --case p02 --kind interview");
    world.done("proef", "import ../materiaal/p01/dossier.pdf --case p01 --kind dossier");
    // The report says the same of every month; its last sentence stands on the second page.
    let quote = "moeder ging twee ochtenden per week naar taalles.";
    let text = world.read("proef/sources/dossier.txt");
    let at = text[..text.rfind(quote).unwrap()].chars().count();
    world.done(
        "proef",
        &format!("code --source dossier --quote '{quote}' --at {at} --code sleutel --coder anna"),
    );
    world.done("proef", "code --source interview-teams --quote 'bij de buren' --code sleutel --coder anna");
    let lines = [
        "table --cell p02,sleutel",
        "table --cell p02,sleutel --format csv",
        "table --cell p01,sleutel --lang en",
    ];
    assert_snapshot!(session(&world, "proef", &lines));
    world.done("proef", "report");
    let report = world.read("proef/output/report.html");
    assert!(report.contains("interview-teams, 00:12:40, ") && report.contains("dossier, blz. 2, "));
}

/// One conversation as two telephones export it, each with its owner's names for the other, and one message missing.
const PHONES: [(&str, &str); 2] = [
    (
        "Telefoon Samira/WhatsApp-chat.txt",
        "12-09-2019 17:58 - Samira: Ben je er al?\n12-09-2019 17:59 - Jo werk: Bijna.\n12-09-2019 18:03 - Samira: Ik wacht.\n",
    ),
    (
        "Telefoon Jolanda/WhatsApp-chat.txt",
        "12-09-2019 17:58 - Samira mama Noor: Ben je er al?\n12-09-2019 17:59 - Jolanda: Bijna.\n12-09-2019 18:05 - Jolanda: Ik ben er.\n",
    ),
];

#[test]
fn two_telephones_become_one_chat() {
    let world = world();
    world.done("", "--lang nl new proef");
    world.write("proef/cases.csv", "case,name,constructiveness\np01,Noor,constructive\n");
    world.write(
        "proef/participants.csv",
        "participant,role,cases,labels,name\nmoeder,parent,p01,Samira;Samira mama Noor,Samira\ngho,family-home-parent,p01,Jolanda;Jo werk,Jolanda\n",
    );
    for (path, chat) in PHONES {
        world.write(&format!("materiaal/{path}"), chat);
    }
    world.done("proef", "import ../materiaal --plan --case p01");
    let map = world.read("proef/import.csv");
    for own in ["p01-whatsapp-chat", "p01-whatsapp-chat-telefoon-samira"] {
        world.edit("proef/import.csv", &format!("source;{own};"), "source;chat-noor;");
    }
    let lines = [
        "import --map import.csv",
        "check",
        "search wacht OR bijna OR er --order place",
        "import --map import.csv",
    ];
    let seen = session(&world, "proef", &lines);
    assert_snapshot!(format!("{map}\n{seen}\n{}", world.read("proef/sources/chat-noor.txt")));
}

#[test]
fn tables_replace_values_by_key_and_double_nothing() {
    let world = world();
    world.done("", "--lang nl new proef");
    let write = |cases: &[&[&str]], scores: &[&[&str]]| {
        world.write("tabellen/casussen.xlsx", xlsx(cases));
        world.write("tabellen/scores.ods", ods(scores));
    };
    world.write(
        "tabellen/deelnemers.csv",
        "deelnemer;rol;casussen;labels\np01-moeder;ouder;p01;M\np02-vader;ouder;p02;\n",
    );
    let head = ["casus", "naam", "constructiviteit", "regio"];
    let score_head = ["casus", "deelnemer", "datum", "vragenlijst", "item", "score"];
    write(
        &[
            &head,
            &["p01", "Noor", "wisselend", "noord"],
            &["p02", "Daan", "", "zuid"],
            &["p03", "", "onbekend", "zuid"],
        ],
        &[
            &score_head,
            &["p01", "p01-moeder", "12-03-2021", "BST", "totaal", "12"],
            &["p02", "p02-vader", "12-03-2021", "BST", "totaal", ""],
        ],
    );
    let first = session(
        &world,
        "proef",
        &["import ../tabellen", "import ../tabellen --new-attributes", "import ../tabellen --new-attributes"],
    );
    write(
        &[
            &head,
            &["p01", "", "constructief", "noord"],
            &["p02", "Daan", "onbekend", ""],
            &["p04", "Sem", "prima", ""],
        ],
        &[
            &score_head,
            &["p01", "p01-moeder", "12-03-2021", "BST", "totaal", "14"],
            &["p02", "p02-vader", "12-03-2021", "BST", "totaal", "onbekend"],
            &["p09", "niemand", "12-03-2021", "BST", "totaal", "9"],
        ],
    );
    let again = session(&world, "proef", &["import ../tabellen", "check"]);
    let tables =
        ["cases.csv", "scores.csv"].map(|file| format!("{file}\n{}", world.read(&format!("proef/{file}"))));
    assert_snapshot!(format!("{first}\n{again}\n{}", tables.join("\n")));
}

#[test]
fn a_survey_is_read_as_its_corrected_columns_say() {
    let world = world_with_everything();
    world.done("proef", "import ../materiaal/tabellen");
    world.done("proef", "import ../materiaal/meting.csv --plan");
    world.edit("proef/import-columns.csv", "vertrouwen;;score;;", "vertrouwen;;score;BST-kort;");
    world.edit("proef/import-columns.csv", "Wat hielp?;;open;", "Wat hielp?;;leave-out;");
    let lines = [
        "import ../materiaal/meting.csv",
        "import ../materiaal/meting.csv --columns import-columns.csv --use survey",
        "import ../materiaal/meting.csv --columns import-columns.csv --use survey",
        "check",
        "undo",
    ];
    let seen = session(&world, "proef", &lines[..4]);
    let scores = world.read("proef/scores.csv");
    let undone = session(&world, "proef", &lines[4..]);
    assert_snapshot!(format!("{seen}\n{scores}\n{undone}"));
    assert!(
        !world.files("proef").values().any(|bytes| String::from_utf8_lossy(bytes).contains("example.org"))
    );
}
