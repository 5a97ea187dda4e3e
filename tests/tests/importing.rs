//! A folder of mixed material, its map, corrected versions, and comments in the margin.

use crate::session::session;
use crate::{raw, world, zipped};
use draad_tests::world::World;
use insta::assert_snapshot;

const PARTICIPANTS: &str = "\
participant,role,cases,labels,name
moeder,parent,p01,M;Samira mama Noor,Samira
gho,family-home-parent,p01,J;Jolanda,Jolanda
";
const CODEBOOK: &str = "\
code,name_nl,kind,valence,level,definition
vertrouwen,Vertrouwen,factor,promoting,relation,Iets aan de ander durven overlaten
afspraken,Afspraken,factor,promoting,skill,Wat men samen afspreekt
";
const CALL: &str = "\
Datum: 3 maart 2021

Moeder belde zelf, voor het eerst.

Ze vroeg of het kussensloop al gewasen was. Daar blijven we van af.

Ik ervaar dit als een teken van vertrouwen.
";

/// A study with one case and its people, and a folder of raw files beside it.
fn world_with_folder() -> World {
    let world = world();
    world.done("", "--lang nl new proef");
    world.write("proef/cases.csv", "case,name,constructiveness\np01,Noor,constructive\n");
    world.write("proef/participants.csv", PARTICIPANTS);
    world.write("proef/codebook.csv", CODEBOOK);
    for (path, file) in [
        ("p01/interview moeder.docx", "p01/p01-interview-moeder.docx"),
        ("p01/WhatsApp-chat.txt", "p01/p01-chat-1.txt"),
        ("Casus 2/dagboek.csv", "p02/p02-dagboek.csv"),
        ("Casus 2/interview vader.docx", "p02/p02-interview-vader.docx"),
    ] {
        world.write(&format!("materiaal/{path}"), raw(file));
    }
    world.write("materiaal/p01/telefoon 03-03-2021.txt", CALL);
    world.write("materiaal/p01/.DS_Store", "x");
    world.write("materiaal/p01/foto.jpg", b"\xFF\xD8\xFF\xE0 geen tekst");
    world.write("materiaal/los verslag.txt", "Een verslag zonder naam van een casus.\n");
    world
}

/// A study with one coded phone call.
fn coded_call() -> World {
    let world = world_with_folder();
    world.write("ruw/telefoon.txt", CALL);
    world.done("proef", "import ../ruw/telefoon.txt --case p01 --kind phone");
    for (quote, code) in [
        ("Moeder belde zelf, voor het eerst.", "vertrouwen"),
        ("het kussensloop al gewasen was", "afspraken"),
        ("Ik ervaar dit als een teken van vertrouwen.", "vertrouwen"),
    ] {
        world.done("proef", &format!("code --source telefoon --quote '{quote}' --code {code} --coder anna"));
    }
    world.write(
        "proef/memos/eerste.md",
        "---\ntitle: Eerste keer\nabout:\n  - span telefoon 21-55\n---\nZe belt zelf.\n",
    );
    world.write(
        "proef/findings/bellen.md",
        "---\ntitle: Zij belt zelf\nfor:\n  - telefoon 21-55\nagainst:\n  - telefoon 126-169\n---\n",
    );
    world.write("proef/case_spans.csv", "source,case,start,end\ntelefoon,p01,57,124\n");
    world
}

/// The same call, corrected: something before it, a spelling mistake mended, the last paragraph gone.
fn corrected() -> String {
    let (call, _) = CALL.split_once("\nIk ervaar").unwrap();
    call.replace("Datum: 3 maart 2021", "Telefoonnotitie\nDatum: 3 maart 2021").replace("gewasen", "gewassen")
}

#[test]
fn a_folder_is_planned_first_and_changes_nothing() {
    let world = world_with_folder();
    let before = world.files("proef");
    let seen =
        session(&world, "proef", &["import ../materiaal --plan", "import ../materiaal --plan --lang en"]);
    let map = world.read("proef/import.csv");
    let mut after = world.files("proef");
    assert!(after.remove("import.csv").is_some());
    assert_eq!(before, after);
    assert_snapshot!(format!("{seen}\n{map}"));
}

#[test]
fn a_corrected_map_is_carried_out_and_kept_by_the_next_plan() {
    let world = world_with_folder();
    world.done("proef", "import ../materiaal --plan --new-case");
    let map = world.read("proef/import.csv");
    world.write(
        "proef/import.csv",
        map.replace("los verslag.txt;source;;;;", "los verslag.txt;source;verslag;p01;dossier;"),
    );
    world.write("materiaal/p01/nieuw interview.txt", "I: Hoe is het?\nM: Goed.\nI: Mooi.\nM: Ja.\n");
    let lines = [
        "import ../materiaal --map import.csv --new-case",
        "import ../materiaal --plan",
        "import --map import.csv",
        "status",
        "undo",
    ];
    let seen = session(&world, "proef", &lines);
    assert_snapshot!(format!("{seen}\n{}", world.read("proef/import.csv")));
}

#[test]
fn a_map_that_cannot_be_read_is_never_written_over() {
    let world = world_with_folder();
    let map = "file;use\n../materiaal/p01/telefoon 03-03-2021.txt;misschien\n../materiaal/weg.txt;source\n";
    world.write("proef/import.csv", map);
    let lines = [
        "import ../materiaal --plan",
        "import --map import.csv --case p01 --kind phone",
        "import --map nergens.csv",
    ];
    assert_snapshot!(session(&world, "proef", &lines));
    assert_eq!(world.read("proef/import.csv"), map);
}

#[test]
fn a_corrected_version_takes_its_codings_along() {
    let world = coded_call();
    world.write("ruw/telefoon.txt", corrected());
    let lines = ["import ../ruw/telefoon.txt", "import ../ruw/telefoon.txt --replace", "check"];
    let seen = session(&world, "proef", &lines);
    let files = [
        "codings/anna/telefoon.csv",
        "unanchored/telefoon.csv",
        "memos/eerste.md",
        "findings/bellen.md",
        "case_spans.csv",
    ];
    let files = files.map(|file| format!("{file}\n{}", world.read(&format!("proef/{file}"))));
    assert_snapshot!(format!("{seen}\n{}", files.join("\n")));
}

#[test]
fn a_replaced_source_comes_back_with_undo() {
    let world = coded_call();
    let study = || {
        let mut files = world.files("proef");
        files.retain(|path, _| !path.starts_with("output/"));
        files
    };
    let before = study();
    world.write("ruw/anders.txt", corrected());
    world.done("proef", "import ../ruw/anders.txt --replace --name telefoon");
    assert_ne!(before, study());
    world.done("proef", "undo");
    assert_eq!(before, study());
}

/// A Word document of one paragraph, with two comments in its margin.
fn commented() -> Vec<u8> {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let mark = |edge: &str, id: u8| format!("<w:commentRange{edge} w:id=\"{id}\"/>");
    let paragraph = [
        run("Ze zei dat "),
        mark("Start", 0),
        run("ze het niet "),
        mark("Start", 1),
        run("durfde"),
        mark("End", 0),
        run(" te vragen."),
        mark("End", 1),
    ]
    .concat();
    let comment = |id: u8, author: &str, text: &str| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"{author}\" w:initials=\"AB\" w:date=\"2024-02-03T10:00:00Z\"><w:p>{}</w:p></w:comment>",
            run(text)
        )
    };
    let comments =
        [comment(0, "Anna de Boer", "vertrouwen -"), comment(1, "Iemand Anders", "Dit wil ik navragen.")];
    zipped(&[
        (
            "word/document.xml",
            format!("<w:document {w}><w:body><w:p>{paragraph}</w:p></w:body></w:document>").as_bytes(),
        ),
        ("word/comments.xml", format!("<w:comments {w}>{}</w:comments>", comments.concat()).as_bytes()),
    ])
}

#[test]
fn comments_in_the_margin_become_memos_or_codings() {
    let world = world_with_folder();
    world.write("ruw/verslag.docx", commented());
    let lines = [
        "import ../ruw/verslag.docx --case p01 --kind dossier --comments codings --coder anna",
        "search durfde --code vertrouwen",
        "undo",
        "import ../ruw/verslag.docx --case p01 --kind dossier",
        "check",
        "undo",
        "import ../ruw/verslag.docx --case p01 --kind dossier --comments leave-out",
    ];
    assert_snapshot!(session(&world, "proef", &lines));
}

#[test]
fn files_of_one_name_are_different_sources() {
    let world = world_with_folder();
    world.write("twee/2023/verslag.txt", "Moeder vertelde dat het goed ging.\n");
    world.write("twee/2024/verslag.txt", "Moeder vertelde dat het slecht ging.\n");
    world.write("twee/kopie.txt", "Moeder vertelde dat het goed ging.\n");
    world.write("twee/kopie.md", "\n\nMoeder vertelde dat het slecht ging.\n\n\n");
    let lines = [
        "import ../twee --case Noor --kind dossier --plan",
        "import --map import.csv",
        "import ../twee --plan",
        "check",
    ];
    assert_snapshot!(format!("{}\n{}", session(&world, "proef", &lines), world.read("proef/sources.csv")));
}

#[test]
fn comments_that_cannot_become_codings_say_why_and_can_be_read_again() {
    let world = world_with_folder();
    world.write("ruw/verslag.docx", commented());
    world.write(
        "proef/study.toml",
        world.read("proef/study.toml") + "\n[[coders]]\nid = \"bram\"\n\n[[coders]]\nid = \"carla\"\n",
    );
    let lines = [
        "import ../ruw/verslag.docx --case p01 --kind dossier --comments codings",
        "import ../ruw/verslag.docx --comments codings --coder bram",
        "import ../ruw/verslag.docx --comments codings --coder bram --replace",
        "search durfde --code vertrouwen",
    ];
    assert_snapshot!(session(&world, "proef", &lines));
}

#[test]
fn a_map_saved_by_excel_in_any_way_is_read() {
    let world = world_with_folder();
    world.done("proef", "import ../materiaal --plan --new-case");
    let map = world.read("proef/import.csv").replace(
        "../materiaal/los verslag.txt;source;;",
        "../materiaal/los verslag.txt;source;één-verslag;p01",
    );
    let ansi: Vec<u8> = map
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
        .collect();
    world.write("proef/import.csv", ansi);
    let lines = ["import ../materiaal --plan --new-case", "import --map import.csv --new-case"];
    assert_snapshot!(session(&world, "proef", &lines));
}
