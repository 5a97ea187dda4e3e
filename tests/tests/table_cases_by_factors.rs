//! Cases by factors of the example study: the measures to choose from, the kinds of nothing, and further keys.

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
fn each_measure_says_what_it_counts() {
    let lines = [
        "table cases-by-factors --code vertrouwen,wantrouwen --measure words --case p01,p02,p08",
        "table cases-by-factors --code vertrouwen --measure coverage-sought --case p01,p02 --lang en",
        "table cases-by-factors --code vertrouwen --measure per-1000 --by fase --case p01,p02",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn speakers_are_a_further_key_and_files_hold_every_measure() {
    let lines = [
        "table cases-by-factors --by spreker --case p01 --code vertrouwen",
        "table cases-by-factors --case p01,p07 --code reisafstand --measure words --format csv",
        "table cases-by-factors --case p01,p07 --code reisafstand --by role --part factors-by-group --format csv",
        "table cases-by-factors --cell p01,vertrouwen,spreker=Noor",
        "table cases-by-factors --measure woorden --lang en",
        "table cases-by-factors --limit 3",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}
