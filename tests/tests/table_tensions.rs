//! The tensions of the example study: what helps here and hinders there.

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
fn tensions_between_phases_roles_kinds_and_cases() {
    let lines = ["table tensions --code bellen-appen,verlies-verwerken,reisafstand"];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn tensions_by_one_key() {
    let lines = [
        "table tensions --by rol --code verlies-verwerken --quotes 2 --lang en",
        "table tensions --by fase --limit 2 --part within-cases",
        "table tensions --by casus --code bellen-appen --case p01,p02 --part by-value",
        "table tensions --by uitkomst --limit 1 --part by-value",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn every_number_opens_its_passages() {
    let lines = [
        "table tensions --by phase --code bellen-appen --case p01 --part by-value --format csv",
        "table tensions --cell bellen-appen,p01,phase=installation,valence=promoting",
        "table tensions --cell bellen-appen,p01,phase=stabilisation,valence=hindering --format csv",
        "table tensions --code bellen-appen --part passages --format csv",
        "explain tensions --by role --case p01,p02",
        "table tensions --code bellen-appen --by role --leave-out role",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn where_there_can_be_no_tension_the_reason_is_said() {
    let world = study();
    let lines = [
        "table tensions --code advies,keerpunt",
        "table tensions --code reisafstand --case p12 --lang en",
        "table tensions --role therapist --code bellen-appen",
        "table tensions --by fse",
        "table tensions --by phase --phase evaluation --code bellen-appen",
        "table tensions --phase evaluation --code bellen-appen --part tensions --lang en",
        "table tensions --measure codings --lang en",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    world.write("leeg/study.toml", "format = 1\nid = 'leeg'\ntitle = 'Leeg'\nlanguage = 'nl'\n");
    assert_snapshot!(session(&world, "leeg", &["table tensions", "table contrast"]));
}
