//! `draad agree`: how far coders agree, and where they differ.

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
fn agreement_on_free_spans_per_code() {
    let lines = [
        "agree --code vertrouwen,loyaliteit,keerpunt",
        "agree --code vertrouwen --kind interview --role ouder --lang en --resamples 0 --overlap 0,9",
        "agree --code vertrouwen,keerpunt --part cases",
        "agree --code vertrouwen --part pairs --lang en",
        "agree --code matching,reisafstand --part together",
        "agree --part coders",
        "agree --cell p02,vertrouwen,coder=anna",
        "agree --code vertrouwen --format csv",
        "agree --code vertrouwen --part disagreements --limit 5",
        "agree --list --case p09 --code nabijheid --limit 3",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn agreement_in_units_that_are_fixed_beforehand() {
    let lines = [
        "agree --unit beurt --code vertrouwen,keerpunt",
        "agree --unit case --code vertrouwen --lang en",
        "agree --measure valence --code vertrouwen --seed 7 --lang en",
        "agree --unit source --code vertrouwen --silent-readers --kind dossier --resamples 0",
        "agree --unit turn --code matching --part units",
        "table agreement --unit case --code matching --format csv",
        "explain agreement --code matching --lang en",
        "agree --code vertrouwen --unit turn --resamples 0 --part cases",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn every_disagreement_with_the_readings_side_by_side() {
    let lines = [
        "agree --list --code vertrouwen --limit 4",
        "agree --list --code matching --lang en",
        "agree --list --code reisafstand --format md --lang en",
        "agree --list --code matching --format excel",
        "agree --list --code matching --format json --lang en",
        "agree --list --code matching --out verschillen.docx",
        "agree --list --code matching --out verschillen.csv",
    ];
    let world = study();
    let text = session(&world, "studie", &lines);
    assert!(world.path("studie/verschillen.docx").exists());
    assert_snapshot!(text);
}

#[test]
fn what_cannot_be_compared_says_why_and_what_to_do() {
    let lines = [
        "agree --coder anna",
        "agree --kind chat --lang en",
        "agree --coder anna,dirk",
        "agree --unit zin",
        "agree --unit spans --measure valence --lang en",
        "agree --measure kappa",
        "agree --format docx",
        "agree --part kappa",
        "agree --resamples 10000000",
        "agree --overlap 2",
        "agree --list --unit case",
        "table agreement --shuffles 3",
    ];
    let world = study();
    let text = session(&world, "studie", &lines);
    std::fs::remove_dir_all(world.path("studie/codings/bram")).unwrap();
    assert_snapshot!(text + &session(&world, "studie", &["agree", "agree --list --lang en"]));
}

#[test]
fn a_table_of_the_study_may_ask_for_agreement() {
    let tables = "[[table]]\nname = 'dubbel'\ntable = 'agreement'\nunit = 'turn'\ncode = ['vertrouwen']\n\
                  overlap = 0.9\nresamples = 0\n[[table]]\nname = 'mis'\ntable = 'agreement'\noverlap = 9\n";
    let world = study();
    world.write("studie/tables.toml", tables);
    let lines = ["check", "table dubbel", "table mis --lang en", "explain dubbel"];
    assert_snapshot!(session(&world, "studie", &lines));
}
