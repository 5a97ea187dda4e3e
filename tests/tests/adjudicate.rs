//! Decisions about what coders read differently: the list, the meeting, the layer, and where it counts.

use crate::session::session;
use crate::{example, exporting, readme, world};
use draad_tests::world::World;
use insta::assert_snapshot;
use std::collections::BTreeMap;

/// Parts of the names of tables that say what was decided, and so differ with the decisions.
const LISTS_OF_DECISIONS: [&str; 2] = ["adjudication", "agreement-disagreements"];

/// A world with the example study in `studie`.
fn with_example() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

#[test]
fn people_look_at_both_readings_and_decide() {
    let world = with_example();
    let lines = [
        "adjudicate --source p08-overleg-1 --limit 3",
        "adjudicate --kind evaluatiebespreking --case p08 --code vertrouwen --lang en",
        "adjudicate --code vertrouwen --limit 1",
        "adjudicate dkrf --take anna",
        "adjudicate dkrf --by 'Anna, Bram'",
        "adjudicate dkrf --take anna --by 'Anna, Bram' --memo 'Hij noemt zijn onmacht.' --plan",
        "adjudicate dkrf --take anna --by 'Anna, Bram' --memo 'Hij noemt zijn onmacht.'",
        "adjudicate dkrf --take anna --by 'Anna, Bram' --memo 'Hij noemt zijn onmacht.'",
        "adjudicate dkrffldr --lang en",
        "adjudicate dkrf --not-coded --by Anna --memo 'Toch niet.' --lang en",
        "adjudicate jdrpbvpp --span 'Waar iedereen bij zit?' --by Anna",
        "undo",
        "check",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn the_meeting_is_a_spreadsheet() {
    let world = with_example();
    world.done("studie", "adjudicate --source p08-overleg-1 --format excel --out ../verschillen.csv");
    let table = world.read("verschillen.csv");
    assert_snapshot!("a_table_to_decide_in", table);
    let answers = ["anna", "niet coderen", "Bram", "misschien"];
    let decided: Vec<String> = table
        .lines()
        .enumerate()
        .map(|(row, line)| match row {
            0 => line.to_owned(),
            row => {
                let open = line.strip_suffix(";;;;").expect("nothing is decided yet");
                format!("{open};{};;Anna, Bram;besproken", answers[row % 4])
            }
        })
        .collect();
    world.write("verschillen.csv", decided.join("\r\n"));
    let lines = [
        "adjudicate --from ../verschillen.csv",
        "adjudicate --source p08-overleg-1",
        "adjudicate --close p08-overleg-1",
        "adjudicate --format xlsx --out ../verschillen.xlsx",
        "adjudicate --from ../verschillen.xlsx",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn what_was_decided_is_a_table() {
    let world = with_example();
    let lines = [
        "table adjudication --case p09",
        "table adjudication --part decisions --case p09 --lang en",
        "table adjudication --part sources --format csv --case p06",
        "explain adjudication --case p09 --lang en",
        "status",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    world.done("studie", "report --out ../verslag.html");
    let report = world.read("verslag.html");
    assert!(report.contains("id=\"adjudication\"") && report.contains("Anna, Bram, Farida (3)"));
}

#[test]
fn what_does_not_fit_is_said() {
    let world = with_example();
    let lines = [
        "adjudicate zzzz",
        "adjudicate --source p99 --lang en",
        "adjudicate --layer anna",
        "adjudicate --close p08-overleg-1",
        "adjudicate dkrf --take chris --by Anna",
        "adjudicate dkrf --span 1-2 --by Anna --lang en",
        "adjudicate dkrf --take anna --not-coded --by Anna",
        "adjudicate dkrf --take anna --by Anna --case p08",
        "adjudicate --take anna --by Anna",
        "adjudicate --from ../weg.csv --by Anna",
        "adjudicate --by Anna",
        "adjudicate dkrf --plan",
        "adjudicate dkrf --span 1-99999999 --by Anna",
        "adjudicate dkrf --not-coded --by Anna --plan",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    let alone = with_example();
    std::fs::remove_dir_all(alone.path("studie/codings/bram")).unwrap();
    std::fs::remove_dir_all(alone.path("studie/codings/consensus")).unwrap();
    std::fs::remove_dir_all(alone.path("studie/adjudication")).unwrap();
    assert_snapshot!(
        "with_one_coder",
        session(&alone, "studie", &["adjudicate", "table adjudication --lang en"])
    );
}

#[test]
fn a_closed_source_in_which_codings_change_is_noticed() {
    let world = with_example();
    let lines = [
        "code --source p09-telefoon-1 --quote 'Welke stroop?' --code nabijheid --coder bram",
        "check",
        "check --lang en",
        "adjudicate --source p09-telefoon-1",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}

/// Everything that a study makes and shows, but for what is about the layer itself and the hash of the data.
fn results(world: &World) -> BTreeMap<String, String> {
    world.done("studie", "run --all");
    let mut shown: BTreeMap<String, String> = world
        .files("studie")
        .into_iter()
        .filter(|(path, _)| {
            path.starts_with("output/tables/")
                && path.ends_with(".csv")
                && !LISTS_OF_DECISIONS.iter().any(|list| path.contains(list))
        })
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    for line in [
        "table cases-by-factors --by coder",
        "table balance",
        "table --cell p09,nabijheid",
        "search --code nabijheid",
        "explain balance",
        "status",
    ] {
        let seen = session(world, "studie", &[line]);
        let kept = seen.lines().filter(|line| !line.contains("draad adjudicate"));
        shown.insert(line.to_owned(), kept.collect::<Vec<_>>().join("\n"));
    }
    shown
}

#[test]
fn a_layer_counts_only_where_the_policy_names_it() {
    let world = with_example();
    world.set_output("studie", "formats = []\ncase_formats = []");
    let with = results(&world);
    assert!(with.len() > 15, "{:?}", with.keys());
    let layer = world.files("studie");
    std::fs::remove_dir_all(world.path("studie/codings/consensus")).unwrap();
    std::fs::remove_dir_all(world.path("studie/adjudication")).unwrap();
    let without = results(&world);
    for (path, seen) in &without {
        assert_eq!(with[path], *seen, "{path}");
    }
    for (path, bytes) in layer.iter().filter(|(path, _)| path.contains("consensus")) {
        world.write(&format!("studie/{path}"), bytes);
    }
    world.edit("studie/study.toml", "use = \"all\"", "use = \"adjudicated\"\ncoder = \"consensus\"");
    let lines = [
        "explain balance",
        "table balance --case p09 --coder consensus",
        "adjudicate --source p01-overleg-1 --limit 1",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn decisions_travel_in_our_own_export_and_other_exports_name_them() {
    let world = with_example();
    world.done("studie", "export --to ../studie.qdpx");
    world.done("", "--lang nl new terug");
    world.done("terug", "import ../studie.qdpx");
    assert_eq!(
        world.read("terug/adjudication/consensus.csv"),
        world.read("studie/adjudication/consensus.csv")
    );
    exporting::every_loss_report_names(&world, "adjudication");
}

#[test]
fn the_page_about_it_can_be_followed() {
    for page in ["docs/adjudication.md", "docs/adjudication.nl.md"] {
        readme::follow(page, &with_example(), 5);
    }
}
