//! Lists of words of the example study.

use crate::session::session;
use crate::{example, world};
use draad_tests::world::World;
use insta::assert_snapshot;

fn study() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

#[test]
fn words_and_runs_of_words_by_frequency() {
    let lines = [
        "words --limit 5",
        "words --stems --no-stop-words --role ouder --limit 5",
        "words --ngrams 2..4 --no-stop-words --order sources --limit 5 --lang en",
        "words --code vertrouwen --valence hindering --limit 3 --format md",
        "words --min-count 100000",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn words_typical_of_a_level_and_of_each() {
    let lines = [
        "words --typical-of rol=kind --limit 5",
        "words --typical-of role=child --role child,parent --limit 3 --lang en",
        "words --typical-by outcome --limit 3",
        "words --typical-of case=p03 --rarer --limit 3",
        "words --typical-of source=p01-chat-1 --limit 2",
        "words --typical-by phase --limit 2 --format csv",
        "words --typical-of kind=diary --limit 1 --format json",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn words_near_a_word() {
    let lines = [
        "words --near trap --limit 5",
        "words --near '=kinderen' --window 3 --min-count 1 --min-sources 1 --limit 3 --order mi --lang en",
        "words --near vertrouwen --limit 2 --format excel",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn what_cannot_be_listed_is_said_with_a_next_step() {
    let lines = [
        "words --typical-of role",
        "words --typical-of role=oudr",
        "words --typical-of source=p01-chat-11",
        "words --typical-by rle --lang en",
        "words --typical-of role=child --role child",
        "words --typical-of role=child --role parent --lang en",
        "words --near 'de gang'",
        "words --near vertrouwn --lang en",
        "words --near trap --order log-ratio",
        "words --format xlsx",
        "words --role ouders",
        "words --rarer",
        "words --near trap --ngrams 2",
        "words --ngrams 1..3",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

/// The same list as a workbook and as a table for Dutch Excel, with what it rests on beside it.
#[test]
fn lists_go_into_files() {
    let world = study();
    let lines = [
        "words --typical-by role --limit 2 --format xlsx --out woorden.xlsx",
        "words --typical-by role --limit 2 --format excel --out woorden.csv",
        "table balance --format xlsx --out balans.xlsx",
    ];
    let seen = session(&world, "studie", &lines);
    assert_snapshot!(seen);
    assert!(world.read("studie/woorden.txt").contains("p-waarden"));
    let bytes = || std::fs::read(world.path("studie/woorden.xlsx")).unwrap();
    let first = bytes();
    assert!(first.starts_with(b"PK"));
    world.done("studie", lines[0]);
    assert!(first == bytes(), "the same list is the same file");
}

#[test]
fn the_command_that_is_shown_finds_the_words() {
    let world = study();
    for (list, search) in [
        ("words --typical-of role=child --limit 1", "search mama --role child"),
        ("words --ngrams 2 --no-stop-words --limit 1", "search '\"Gert Jan\"'"),
        ("words --typical-of outcome=stalled --limit 1", "search hij --where constructiveness=stalled"),
    ] {
        let seen = session(&world, "studie", &[list]);
        assert!(seen.contains(&format!("`draad {search}`")), "{seen}");
        world.done("studie", search);
    }
}
