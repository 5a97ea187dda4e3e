//! The outcomes of the example study side by side.

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
fn outcomes_side_by_side_with_the_cases_that_do_not_fit() {
    let lines = ["table contrast --code spanning,matching,wisselingen,reisafstand"];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn parts_and_other_outcomes() {
    let lines = [
        "table contrast --limit 3 --part contrast --lang en",
        "table contrast --part similar-cases",
        "table contrast --outcome early_ending --code matching --part contrast --lang en",
        "table contrast --code matching --format csv",
        "table contrast --code matching --part deviant-cases --format csv",
        "table contrast --cell matching,constructiveness=constructive",
        "explain contrast --code matching",
        "table contrast --code matching --leave-out case --lang en",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn what_nobody_coded_is_neither_deviant_nor_compared() {
    let filter = "--coder anna --kind phone --code matching,wisselingen,reisafstand";
    let lines = [format!("table contrast {filter}"), format!("table contrast {filter} --lang en")];
    assert_snapshot!(session(&study(), "studie", &lines.each_ref().map(String::as_str)));
}

#[test]
fn where_outcomes_cannot_be_compared_the_reason_is_said() {
    let world = study();
    let lines = [
        "table contrast --case p01,p02 --code matching",
        "table contrast --case p01 --code matching --lang en",
        "table contrast --outcome uitkomst",
        "table contrast --by phase --lang en",
        "table contrast --outcome uitkomst=goed",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    let settings = world.read("studie/study.toml").replace("outcome = true\n", "");
    world.write("studie/study.toml", &settings);
    assert_snapshot!(session(&world, "studie", &["table contrast", "table contrast --lang en"]));
}
