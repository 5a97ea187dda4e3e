//! `draad table sequence` on the example study.

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
fn what_follows_what() {
    let lines = [
        "table sequence --limit 6",
        "table sequence --unit passages --limit 3 --coder anna --lang en",
        "table sequence --code reisafstand,geloof-cultuur --format csv",
        "table sequence --code vertrouwen --case p04 --role therapist",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn before_and_after_an_event() {
    let lines = [
        "table sequence --event Evaluatie --part around-event --code houding",
        "table sequence --event overplaatsing --part events --lang en",
        "table sequence --event evaluatie --code reisafstand --format csv",
        "table sequence --event evaluatie --code reisafstand --case p12 --part around-event-by-case --lang en",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn an_event_or_unit_that_is_not_there_is_said() {
    let lines = [
        "table sequence --event crises",
        "table sequence --event x --lang en",
        "table sequence --unit cases",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}
