//! The meta-matrix of the example study.

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
fn cases_stand_by_outcome_with_a_quote_in_each_cell() {
    let lines = ["table meta-matrix --limit 6", "table meta-matrix --limit 4 --quotes 2 --lang en"];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn cases_and_factors_are_put_in_another_order() {
    let lines = [
        "table meta-matrix --order axis --columns axis --part meta-matrix",
        "table meta-matrix --order leaf --columns leaf --part order --lang en",
        "table meta-matrix --order framework --columns level --part meta-matrix --lang en",
        "table meta-matrix --order p04,p01,Kevin",
        "table meta-matrix --order p04,p01 --part cases",
        "table meta-matrix --order balance --shuffles 0 --part order",
        "table meta-matrix --code vertrouwen,wantrouwen --case p01,p04 --format csv --lang en",
        "table meta-matrix --code vertrouwen --case p01,p04 --part quotes --format csv",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn what_cannot_be_ordered_is_said_with_a_next_step() {
    let lines = [
        "table meta-matrix --order axis --case p01,p04,p08",
        "table meta-matrix --order leaf --case p01 --lang en",
        "table meta-matrix --order balnce",
        "table meta-matrix --columns kleur --lang en",
        "table meta-matrix --quotes 5",
        "table meta-matrix --order leaf --columns leaf --shuffles 100000 --part order --lang en",
        "table meta-matrix --case p01 --part order",
        "table meta-matrix --measure jaccard",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}
