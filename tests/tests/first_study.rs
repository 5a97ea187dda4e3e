//! The path of somebody who starts a study: from raw files to tables, figures and a report, and back.

use crate::session::session;
use crate::{raw, world, zipped};
use draad_tests::world::World;
use insta::assert_snapshot;

const PARTICIPANTS: &str = "\
participant,role,cases,labels,name
samira,parent,p01,M;Samira mama Noor,Samira
jolanda,family-home-parent,p01,J;Jolanda;Jolanda Wilgenhoek,Jolanda
interviewer,researcher,p01,I,
";
/// As Excel writes it in the Netherlands.
const CODEBOOK: &str = "\
code;parent;name_nl;name_en;kind;valence;level;definition
houding;;Houding;Stance;heading;;;Hoe mensen tegenover elkaar staan
vertrouwen;houding;Vertrouwen;Trust;factor;promoting;relation;Het kind of een beslissing aan de ander durven overlaten
afspraken;;Afspraken;Agreements;factor;promoting;skill;Wat men samen afspreekt
contact;;Contact;Contact;theme;;;Hoe het contact verloopt
";
const CODINGS: &str = "\
source;code;quote;valence;memo
p01-chat-1;vertrouwen;wil NIET dat ze denkt dat ik niet bel;;bang
p01-chat-1;vertrouwen;staat er niet;;
p01-dagboek;afsprake;Stom, stom, stom;;
p01-dagboek;afspraken;Stom, stom, stom;misschien;
p01-dagboek;afspraken;Stom, stom, stom;hindering;
";

/// A world with a new study and raw files beside it.
fn new_study(language: &str) -> World {
    let world = world();
    world.done("", &format!("--lang {language} new proef --title 'Mijn proef'"));
    for file in ["p01-interview-moeder.docx", "p01-chat-1.txt", "p01-dagboek.csv", "p01-dossier-1.md"] {
        world.write(&format!("ruw/{file}"), raw(&format!("p01/{file}")));
    }
    world
}

/// A study with material, people and codes, and nothing coded.
fn with_material(language: &str) -> World {
    let world = new_study(language);
    world.done("proef", "import ../ruw/p01-interview-moeder.docx --case p01 --new-case --kind interview");
    world.done("proef", "import ../ruw/p01-chat-1.txt --case p01");
    world.done("proef", "import ../ruw/p01-dagboek.csv --case p01 --kind diary");
    world.done("proef", "import ../ruw/p01-dossier-1.md --case p01 --kind dossier");
    world.write("proef/participants.csv", PARTICIPANTS);
    world.write("proef/codebook.csv", CODEBOOK);
    world
}

/// A study with some codings.
pub(crate) fn coded(language: &str) -> World {
    let world = with_material(language);
    world.write("ruw/coderingen.csv", CODINGS);
    world.run_in("proef", &["code", "--import", "../ruw/coderingen.csv", "--coder", "anna"]);
    let quote = "Zie je wel, dacht ik, het is er ook zo een";
    world.done(
        "proef",
        &format!(
            "code --source p01-interview-moeder --quote '{quote}' --code vertrouwen --valence hindering"
        ),
    );
    world.done("proef", "code --source p01-dossier-1 --whole --code contact");
    world
}

#[test]
fn a_new_study_says_what_comes_next() {
    let world = world();
    let lines = [
        "--lang nl new proef --title 'Mijn proef'",
        "--lang en new trial",
        "new proef",
        "new 'a:b'",
        "--study proef status",
        "--study trial check",
    ];
    assert_snapshot!(session(&world, "", &lines));
}

#[test]
fn material_comes_in_with_a_report() {
    let world = new_study("nl");
    world.write(
        "ruw/groepsapp.zip",
        zipped(&[("WhatsApp-chat.txt", &raw("p02/p02-chat-1.txt")), ("IMG-1.jpg", b"\xff\xd8")]),
    );
    let lines = [
        "import ../ruw/p01-interview-moeder.docx --case p01 --kind interview",
        "import ../ruw/p01-interview-moeder.docx --case p01 --new-case --kind interview",
        "import ../ruw/p01-chat-1.txt ../ruw/p01-dagboek.csv --case p01",
        "import ../ruw/p01-dagboek.csv --case p01 --kind diary",
        "import ../ruw/p01-dossier-1.md --case p01",
        "import ../ruw/p01-dossier-1.md --case p01 --kind dossier",
        "import ../ruw/p01-dossier-1.md --case p01 --kind dossier",
        "import ../ruw/groepsapp.zip --case p02 --new-case",
        "check",
        "status",
    ];
    assert_snapshot!(session(&world, "proef", &lines));
}

#[test]
fn who_speaks_is_told_in_a_table() {
    let world = with_material("nl");
    world.run_in("proef", &["import", "../ruw/p01-chat-1.txt", "--case", "p01", "--name", "nog-eens"]);
    assert_snapshot!(session(&world, "proef", &["check", "status"]));
}

#[test]
fn passages_are_coded_by_their_words() {
    let world = with_material("nl");
    let lines = [
        "code --source p01-interview-moeder --quote 'ik had je eerst moeten bellen' --code afspraken",
        "code --source p01-interview-moeder --quote 'ik had je eerst moeten bellen' --code afspraken --coder anna",
        "code --source p01-interview-moeder --quote 'ik had je eerst moeten bellen' --code afspraken",
        "code --source p01-interview-moeder --quote Jolanda --code vertrouwen",
        "code --source p01-interview-moeder --quote Jolanda --code vertrouwen --at 2",
        "code --source p01-interview-moeder --quote Jolanda --code vertrouwen --at 294 --memo 'voor het eerst bij naam'",
        "code --source p01-interview-moeder --quote 'IK HAD JE' --code vertrouwen",
        "code --source p01-dossier-1 --whole --code contact",
        "code --source p01-dossier --whole --code contact",
        "code --source p01-dossier-1 --whole --code contct",
        "code --source p01-dossier-1 --whole --code houding",
        "code --source p01-dossier-1 --whole --code contact --valence hindering",
        "code --source p01-dossier-1 --whole --code contact --valence goed",
        "code --source p01-dossier-1 --quote ' ' --code contact",
        "code --source p01-dossier-1 --code contact",
    ];
    assert_snapshot!(session(&world, "proef", &lines));
}

#[test]
fn a_table_of_codings_is_taken_row_by_row() {
    let world = with_material("nl");
    world.write("ruw/coderingen.csv", CODINGS);
    let line = "code --import ../ruw/coderingen.csv --coder anna";
    assert_snapshot!(session(&world, "proef", &[line, line, "check"]));
    assert_snapshot!("coding_on_disk", world.read("proef/codings/anna/p01-chat-1.csv"));
}

#[test]
fn words_are_found_in_their_place() {
    let world = coded("nl");
    let lines = [
        "search soep",
        "search soepen",
        "search '\"een pan soep\"'",
        "search '\"een pan soep\"' OR 'messen' --unit",
        "search appen NOT terug",
        "search tele* --role family-home-parent --context 3",
        "search bellen --limit 2",
        "search --code vertrouwen --valence hindering",
        "search soep --kind diary --format csv",
        "search soep --kind diary --format json",
        "search zeppelin",
        "search soep --kind diary --out ../gevonden.csv --format csv",
        "search soep --lang en --limit 1",
    ];
    assert_snapshot!(session(&world, "proef", &lines));
    assert!(world.read("gevonden.csv").starts_with("source,cases,kind,role,"));
}

#[test]
fn tables_come_in_four_forms() {
    let world = coded("nl");
    let lines = [
        "table",
        "table --lang en",
        "table --by role --code vertrouwen",
        "table balance",
        "table --format md",
        "table balance --format csv",
        "table balance --format json",
        "table --cell p01,vertrouwen",
        "table --cell p01,vertrouwen --role parent --kind chat --format csv",
    ];
    assert_snapshot!(session(&world, "proef", &lines));
}

#[test]
fn figures_and_report_are_made_once_and_again_when_stale() {
    let world = coded("nl");
    let lines = [
        "figure --format svg --page 90 --theme grey",
        "figure balance --format svg --out ../figuren --lang en",
        "report",
        "run",
        "run",
    ];
    assert_snapshot!(session(&world, "proef", &lines));
    let made = world.files("proef/output");
    let pictures = made.keys().filter(|name| name.ends_with(".png")).count();
    assert_eq!(
        made.keys().filter(|name| name.ends_with(".pdf")).count(),
        pictures,
        "each figure fits a page"
    );
    let code = "code --source p01-dagboek --quote 'met soep' --code contact";
    assert_snapshot!("stale_after_a_coding", session(&world, "proef", &[code, "run", "run --quiet"]));
    assert_ne!(
        made["report.html"],
        world.files("proef/output")["report.html"],
        "the report shows the new coding"
    );
}

#[test]
fn changes_are_taken_back_one_by_one() {
    let world = coded("nl");
    let before = world.files("proef");
    world.done("proef", "code --source p01-dagboek --quote 'met soep' --code contact");
    assert_ne!(before, world.files("proef"));
    world.run_in("proef", &["undo"]);
    assert_eq!(before, world.files("proef"), "the study is as it was, byte by byte");
    let lines = ["undo", "undo --lang en", "undo", "undo", "undo", "undo", "undo", "undo"];
    assert_snapshot!(session(&world, "proef", &lines));
    assert_eq!(world.read("proef/participants.csv"), PARTICIPANTS, "what was edited by hand stays");
}

#[test]
fn undoing_never_wipes_out_what_was_edited_since() {
    let world = coded("nl");
    let path = "proef/codings/anna/p01-dossier-1.csv";
    world.write(path, world.read(path) + "\n");
    let before = world.files("proef");
    assert_snapshot!(session(&world, "proef", &["undo"]));
    assert_eq!(before, world.files("proef"));
}

#[test]
fn an_empty_study_says_what_comes_first() {
    let world = world();
    world.done("", "new proef");
    let lines = ["calibrate", "adjudicate", "agree", "adjudicate --lang en"];
    assert_snapshot!(session(&world, "proef", &lines));
}
