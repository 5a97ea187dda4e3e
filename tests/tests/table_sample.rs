//! `draad table sample`: who was heard.

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
fn the_sample_by_role_kind_case_and_phase() {
    let lines = [
        "table sample",
        "table sample --case p09 --lang en --part by-role",
        "table sample --role kind --kind interview --format csv",
        "table sample --cell p01,role=parent,kind=chat",
        "table sample --by rol",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn a_study_without_material_is_said_with_a_next_step() {
    let world = world();
    world.done(".", "new leeg");
    world.write("leeg/cases.csv", "case,name,constructiveness\np01,Noor,constructive\n");
    assert_snapshot!(session(
        &world,
        "leeg",
        &["table sample", "table sample --lang en", "table saturation"]
    ));
}
