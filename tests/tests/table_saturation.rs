//! `draad table saturation`: how codes accumulate, and what cannot be said of it.

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
fn codes_accumulate_case_by_case() {
    let lines = [
        "table saturation --code posities",
        "table saturation --part ratios --lang en",
        "table saturation --unit bronnen --code begeleiden --part estimates",
        "table saturation --cell p04,respect",
        "table saturation --case p01,p02 --part runs --format csv",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn what_cannot_accumulate_is_said_with_a_next_step() {
    let lines = [
        "table saturation --case p01 --lang en --part ratios",
        "table saturation --unit paren",
        "table saturation --unit codings --lang en",
        "table saturation --by rol",
        "table saturation --part runz",
        "explain saturation --case p01",
    ];
    let world = study();
    std::fs::remove_dir_all(world.path("studie/codings")).unwrap();
    let nothing = session(&world, "studie", &["table saturation", "table saturation --lang en"]);
    assert_snapshot!(session(&study(), "studie", &lines) + &nothing);
}
