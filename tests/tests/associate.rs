//! Factors of the example study next to one outcome.

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
fn the_difference_comes_first_with_the_cases_behind_it() {
    let lines = [
        "associate --outcome constructiveness=constructive --code matching,wisselingen,afspraken",
        "associate --code matching,wisselingen,afspraken --lang en",
        "associate --code samen-overleggen,afspraken,wisselingen --valence promoting --part association",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn details_stand_in_parts_of_their_own() {
    let filter = "--code matching,wisselingen,afspraken";
    let lines = [
        format!("associate {filter} --part cases"),
        format!("associate {filter} --part measures --confidence 0,9 --lang en"),
        format!("associate {filter} --part counts"),
        format!("associate {filter} --part tests --unconditional"),
        format!("associate {filter} --part tests --family testable --adjust benjamini-hochberg --lang en"),
        format!("associate {filter} --format csv"),
        format!("associate {filter} --part tests --format csv"),
        format!("associate {filter} --part counts --format csv"),
    ];
    assert_snapshot!(session(&study(), "studie", &lines.each_ref().map(String::as_str)));
}

#[test]
fn cells_open_and_statements_are_tried() {
    let lines = [
        "associate --cell p11,matching",
        "associate --outcome constructiveness=vastgelopen --code matching",
        "associate --code matching,gelijkwaardigheid --leave-out case --lang en",
        "explain association --code matching",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn with_few_cases_nothing_is_tested() {
    let lines = [
        "associate --where constructiveness!=mixed --code matching",
        "associate --where constructiveness!=mixed --code matching --part tests --lang en",
        "associate --case p01,p02 --code matching",
        "associate --outcome siblings_together=yes --code matching --part association --lang en",
        "associate --outcome 'child_age>=99'",
        "associate --outcome 'child_age>=0' --part tests --lang en",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn what_means_nothing_is_said_to() {
    let world = study();
    let lines = [
        "associate --outcome child_age",
        "associate --outcome placement_start",
        "associate --outcome constructiveness=goed --lang en",
        "associate --outcome afloop=goed",
        "associate --adjust sidak --lang en",
        "associate --family klein",
        "associate --confidence 95 --lang nl",
        "table contrast --outcome constructiveness=constructive",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    let settings = world.read("studie/study.toml").replace("outcome = true\n", "");
    world.write("studie/study.toml", &settings);
    assert_snapshot!(session(
        &world,
        "studie",
        &["associate", "associate --outcome early_ending --code matching"]
    ));
}

/// A table of the study's own has the fields that the command has as flags.
#[test]
fn tables_of_the_study_ask_in_the_same_words() {
    let world = study();
    let own = r#"
[[table]]
name = "naast-leeftijd"
label = { nl = "Naast de leeftijd", en = "Next to age" }
table = "association"
outcome = "child_age>=12"
code = ["matching"]
confidence = 0.9
family = "testable"
unconditional = true
"#;
    world.write("studie/tables.toml", own);
    let lines = ["table naast-leeftijd", "table naast-leeftijd --part tests --lang en"];
    assert_snapshot!(session(&world, "studie", &lines));
    world.write("studie/tables.toml", own.replace("confidence = 0.9", "confidence = 95"));
    assert_snapshot!(session(&world, "studie", &["table naast-leeftijd"]));
}
