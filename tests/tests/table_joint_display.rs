//! `draad table joint-display`: questionnaires beside what was said.

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
fn scores_stand_beside_factors() {
    let lines = [
        "table joint-display --case p01,p07",
        "table joint-display --case p01 --by rol --item vertrouwen --lang en",
        "table joint-display --case p01 --part items --format md",
        "table joint-display --cell p01,wantrouwen,phase=installation,role=parent,valence=hindering",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn what_nobody_scored_is_said_with_a_next_step() {
    let lines = [
        "table joint-display --instrument samenwerkng",
        "table joint-display --item trust --lang en",
        "table joint-display --by soort",
    ];
    let world = study();
    std::fs::remove_file(world.path("studie/scores.csv")).unwrap();
    let nothing = session(&world, "studie", &["table joint-display", "table joint-display --lang en"]);
    assert_snapshot!(session(&study(), "studie", &lines) + &nothing);
}
