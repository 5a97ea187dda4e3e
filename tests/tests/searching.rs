//! Asking the query language, and using saved queries as filters and as sets.

use crate::readme::follow;
use crate::session::session;
use crate::{repository, world};
use draad_tests::world::World;

fn example() -> World {
    let world = world();
    world.copy(&repository("examples/gedeeld-opvoederschap"), "studie");
    world
}

#[test]
fn one_question_over_words_codes_people_and_phases() {
    let world = example();
    let lines = [
        "search 'code:vertrouwen valence:hindering role:ouder'",
        "search 'vertrouw* WITHIN code:vertrouwen outcome:stalled' --limit 3",
        "search '(code:spanning OR code:verlies-verwerken) BEFORE/3u code:reflectie' --limit 2",
        "search 'code:netwerk coder:bram NOT valence:promoting' --limit 2",
        "search 'gesprek NEAR/5 school date:2021' --limit 2 --context 4",
        "search 'sleutel~1' --limit 2 --order relevance --context 3",
    ];
    insta::assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn where_a_code_is_absent_and_whether_there_was_material() {
    let world = example();
    let lines = [
        "search 'NOT code:netwerk' --per case",
        "search 'NOT code:netwerk kind:diary' --per case --lang en",
        "search 'code:vertrouwen valence:hindering' --per source --format csv",
        "search sleutel --by outcome --limit 1 --context 3",
    ];
    insta::assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn a_mistake_is_shown_in_its_place_with_the_nearest_name() {
    let world = example();
    let lines = [
        "search 'moeder code:vertrouwn'",
        "search 'moeder fase:evaluatie'",
        "search 'rol*  role:oder' --lang en",
        "search 'code:vertrouwen code:respect moeder valence:hindering'",
        "search 'moeder child_age>=twaalf'",
        "search 'een NEAR/x b'",
        "search '/vertrouw(en/'",
        "search moeder --by leeftijd",
        "search --like p03-interview-moeder:9-4",
        "search 'query:weg'",
        "table --query weg",
    ];
    insta::assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn passages_that_resemble_one() {
    let world = example();
    let lines = ["search --like p03-interview-moeder:120-400 --limit 3"];
    insta::assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn a_saved_query_is_a_filter_and_a_set() {
    let world = example();
    let lines = [
        "search 'sleutel* OR code:vertrouwen' --save sleutels --note 'hoofdstuk 3'",
        "search 'moeder' --save sleutels",
        "search 'moeder code:x' --save nieuw",
        "queries",
        "search role:parent --query sleutels --limit 1",
        "table --query sleutels --code vertrouwen --case p01,p02,p03",
        "table --set sleutels --code vertrouwen --case p01,p02,p03",
        "table --set vertrouwen",
        "figure --query sleutels --format svg --quiet",
        "undo",
        "queries",
    ];
    insta::assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn an_index_that_is_damaged_or_of_another_version_is_made_anew() {
    let world = example();
    world.done("studie", "search sleutel");
    let stamp = "studie/.draad/cache/search/index/stamp";
    let text = world.read(stamp);
    world.write(stamp, text.replacen("fields", "older fields", 1));
    let older = world.run_in("studie", &["search", "sleutel", "--limit", "0", "--lang", "en"]);
    world.write("studie/.draad/cache/search/index/forms", "x");
    let damaged = world.run_in("studie", &["search", "sleutel", "--limit", "0", "--lang", "en"]);
    let text = world.read("studie/sources/p01-dagboek.txt");
    world.write("studie/sources/p01-dagboek.txt", format!("{text}Nog een sleutel.\n"));
    let changed = world.run_in("studie", &["search", "sleutel", "--limit", "0", "--lang", "en"]);
    insta::assert_snapshot!([older, damaged, changed].join("\n"));
}

/// The cells of a factor in a table of every measure, without what the codebook says of it.
fn cells(table: &str, factor: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let own = |name: &str| ["factor", "valence", "level"].contains(&name);
    let at = header.iter().position(|name| name == "factor").unwrap();
    let rows = reader.records().map(Result::unwrap).filter(|row| &row[at] == factor);
    let measures = |row: csv::StringRecord| {
        row.iter().zip(&header).filter(|(_, name)| !own(name)).map(|(cell, _)| cell.to_owned()).collect()
    };
    rows.map(measures).collect()
}

#[test]
fn a_set_that_asks_for_a_code_is_counted_as_the_code() {
    let world = example();
    world.done("studie", "search code:spanning --save gespannen --limit 0");
    world.done("studie", "table --set gespannen,gespannen --code spanning --format csv --out table.csv");
    let table = world.read("studie/table.csv");
    let (set, code) = (cells(&table, "gespannen"), cells(&table, "spanning"));
    assert_eq!(set.len(), 13);
    assert_eq!(set, code);
}

#[test]
fn every_line_of_the_page_works_on_the_example_study() {
    for page in ["docs/search.md", "docs/search.nl.md"] {
        follow(page, &example(), 10);
    }
}
