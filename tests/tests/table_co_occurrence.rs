//! `draad table co-occurrence` on the example study.

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
fn one_unit_at_a_time() {
    let lines = [
        "table co-occurrence --limit 6",
        "table co-occurrence --unit sources --limit 2 --kind dagboek --lang en",
        "table co-occurrence --unit codings --limit 2",
        "table co-occurrence --unit pairs --window 200 --relations --limit 3 --unfolded",
        "table co-occurrence --unit pairs --window unit --limit 2 --role child --lang en --format md",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn a_file_has_every_unit_and_a_cell_its_passages() {
    let lines = [
        "table co-occurrence --code reisafstand,weinig-contact --relations --format csv",
        "table co-occurrence --code reisafstand,weinig-contact --part codes",
        "table co-occurrence --cell reisafstand,weinig-contact",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn what_cannot_be_told_is_said() {
    let lines = [
        "table co-occurrence --code vertrouwen --case p01",
        "table co-occurrence --unit halve",
        "table co-occurrence --window veel --lang en",
        "table co-occurrence --by phase",
        "table co-occurrence --case p01 --code vertrouwen,openheid --unit pairs --limit 1 --window 50",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn it_says_which_pairs_remain_when_something_is_left_out() {
    let lines =
        ["table co-occurrence --limit 3 --leave-out case --code vertrouwen,openheid,wantrouwen,verwijt"];
    assert_snapshot!(session(&study(), "studie", &lines));
}
