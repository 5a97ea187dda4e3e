//! Coding by query: proposals, what people decide about them, and that nothing counts them before.

use crate::session::session;
use crate::{example, exporting, raw, readme, world};
use draad_tests::world::World;
use insta::assert_snapshot;
use std::collections::BTreeMap;

/// A world with the example study in `studie`.
fn with_example() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

const PROPOSE: &str =
    "code --from-query 'bedank* OR trots*' --code erkenning-ouderschap --role ouder --batch dank --propose";

#[test]
fn a_query_proposes_and_a_person_decides() {
    let world = with_example();
    let lines = [
        "code --from-query 'bedank*' --code erkenning-ouderschap",
        "code --from-query 'bedank*' --code erkenning-ouderschap --lang en",
        PROPOSE,
        PROPOSE,
        "proposals",
        "proposals --lang en --case p08",
        "status --lang en",
        "proposals --accept dank_1",
        "proposals --accept dank_1,dank_3 --coder anna --memo 'in de context gelezen'",
        "proposals --batch dank --reject 2 --coder bram --lang en",
        "proposals --batch dank --reject 1,2,12 --coder bram",
        "proposals",
        "proposals --all",
        "proposals --all --lang en",
        PROPOSE,
        "undo",
        "undo",
        "proposals",
        "check",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    assert_snapshot!("proposals_on_disk", world.read("studie/proposals/dank.csv"));
}

#[test]
fn whole_units_are_proposed_with_a_valence() {
    let world = with_example();
    let lines = [
        "code --from-query '\"niet gebeld\"' --code afspraken --within unit --valence belemmerend --batch stilte --memo 'eerste ronde' --propose",
        "proposals --batch stilte --kind dagboek",
        "proposals --batch stilte --kind dagboek --accept-all --coder anna",
        "proposals --valence bevorderend --reject-all --coder anna",
        "proposals --reject-all --coder anna",
        "proposals",
        "proposals --all --kind interview",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn decisions_are_taken_in_a_spreadsheet() {
    let world = with_example();
    world.done("studie", PROPOSE);
    world.done("studie", "proposals --format excel --out ../besluiten.csv");
    let table = world.read("besluiten.csv");
    assert_snapshot!("a_table_to_decide_in", table);
    let decided: Vec<String> = table
        .lines()
        .enumerate()
        .map(|(i, line)| match i {
            1 => line.replace(";;;bedank*", ";Ja;zeker;bedank*"),
            2 => line.replace(";;;bedank*", ";misschien;;bedank*"),
            3 => line.replace(";;;bedank*", ";afgewezen;;bedank*"),
            _ => line.to_owned(),
        })
        .collect();
    world.write("besluiten.csv", decided.join("\r\n"));
    world.write("leeg.csv", "id;besluit\r\n");
    let lines = [
        "proposals --decisions ../besluiten.csv",
        "proposals --decisions ../besluiten.csv --coder anna",
        "proposals --decisions ../besluiten.csv --coder anna --lang en",
        "proposals --decisions ../leeg.csv --coder anna",
        "proposals --decisions ../weg.csv --coder anna",
        "proposals --all --format csv",
        "proposals --case p08 --format json",
        "proposals --case p08 --format md --lang en",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn what_does_not_fit_is_said() {
    let world = with_example();
    let lines = [
        "proposals",
        "proposals --all --lang en",
        "proposals --batch x",
        "proposals --case p99",
        "code --from-query '' --code vertrouwen --propose",
        "code --from-query 'zeppelin' --code vertrouwen --propose",
        "code --from-query 'vertrouw' --code vertrouwn --propose",
        "code --from-query 'vertrouw' --code houding --propose",
        "code --from-query '(vertrouw' --code vertrouwen --propose",
        "code --from-query vertrouw --code vertrouwen --role oudr --propose",
        "code --from-query vertrouw --source p01-dagboek --code vertrouwen --propose",
        "code --source p01-dagboek --quote Stom --code vertrouwen --case p01",
        "code --source p01-dagboek --quote Stom --code vertrouwen --propose",
        "proposals --accept a_1 --reject-all --coder anna",
        "proposals --accept a_1 --case p01 --coder anna",
        "proposals --memo x",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    assert!(!world.path("studie/proposals").exists());
}

#[test]
fn nothing_counts_a_proposal() {
    let world = with_example();
    // other formats are made of the same drawing
    world.set_output("studie", "formats = [\"svg\"]");
    let results = || -> BTreeMap<String, Vec<u8>> {
        world.done("studie", "run --all");
        let mut files = world.files("studie");
        files.retain(|path, _| path.starts_with("output/"));
        for line in [
            "table balance",
            "table --cell p08,vertrouwen",
            "search vertrouwen",
            "search --code vertrouwen",
            "status",
        ] {
            let words: Vec<&str> = line.split(' ').collect();
            let mut seen = world.run_in("studie", &words);
            seen =
                seen.lines().filter(|line| !line.contains("draad proposals")).collect::<Vec<_>>().join("\n");
            files.insert(line.to_owned(), seen.into_bytes());
        }
        files
    };
    let before = results();
    assert!(before.len() > 10, "{:?}", before.keys());
    world.done("studie", "code --from-query 'vertrouw* OR bel*' --code vertrouwen --propose");
    world.write("studie/queries.toml", "[[query]]\nname = 'a'\ntext = 'b'\n");
    assert!(world.run_in("studie", &["status"]).contains("draad proposals"));
    let after = results();
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (path, bytes) in &before {
        assert!(after[path] == *bytes, "{path}");
    }
    world.done("studie", "proposals --accept-all --coder anna");
    assert!(results()["table balance"] != before["table balance"]);
}

#[test]
fn proposals_go_along_with_a_corrected_source() {
    let world = world();
    world.done("", "--lang nl new proef");
    world.write("proef/cases.csv", "case,name\np01,Noor\n");
    world.write("proef/codebook.csv", "code,kind\ncontact,theme\n");
    world.write("ruw/dossier.md", raw("p01/p01-dossier-1.md"));
    world.done("proef", "import ../ruw/dossier.md --case p01 --kind dossier");
    world.done("proef", "code --from-query 'moeder OR gezinshuis' --code contact --propose");
    let text = world.read("ruw/dossier.md");
    let corrected = format!("Toegevoegd aan het begin.\n\n{}", text.replacen("oeder", "ama", 1));
    world.write("ruw/dossier.md", corrected);
    world.done("proef", "import ../ruw/dossier.md --replace");
    let seen = world.run_in("proef", &["check"]);
    assert!(!seen.contains("proposals/contact.csv"), "{seen}");
    world.done("proef", "undo");
    assert!(!world.run_in("proef", &["check"]).contains("proposals/contact.csv"));
}

#[test]
fn proposals_travel_in_our_own_export_and_other_exports_name_them() {
    let world = with_example();
    world.done("studie", PROPOSE);
    world.done("studie", "export --to ../studie.qdpx");
    world.done("", "--lang nl new terug");
    world.done("terug", "import ../studie.qdpx");
    assert_eq!(world.read("terug/proposals/dank.csv"), world.read("studie/proposals/dank.csv"));
    exporting::every_loss_report_names(&world, "proposals");
}

#[test]
fn the_page_about_it_can_be_followed() {
    for page in ["docs/auto-coding.md", "docs/auto-coding.nl.md"] {
        readme::follow(page, &with_example(), 9);
    }
}
