//! `draad table phases` on the example study.

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
fn cases_and_patterns_by_phase() {
    let lines = ["table phases", "table phases --role kind --code vertrouwen --lang en"];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn every_sign_opens_its_passages() {
    let lines = [
        "table phases --code vertrouwen --format csv",
        "table phases --code vertrouwen --part patterns --case p01,p10 --format csv",
        "table phases --part by-case --code reisafstand --case p12 --lang en",
        "table phases --cell p01,vertrouwen,phase=stabilisation",
        "table phases --cell p10,openheid,phase=not-stated",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn a_study_without_phases_is_told_what_to_do() {
    let world = study();
    let settings = world.read("studie/study.toml");
    let begin = settings.find("[[phases]]").unwrap();
    let end = settings.find("[[levels]]").unwrap();
    world.write("studie/study.toml", settings[..begin].to_owned() + &settings[end..]);
    let seen = session(&world, "studie", &["table phases"]);
    assert!(seen.contains("noemen geen fasen"), "{seen}");
    assert!(seen.contains("Zet de fasen van een casus"), "{seen}");
}
