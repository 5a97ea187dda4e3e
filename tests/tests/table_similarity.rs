//! Similarity of the cases of the example study.

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
fn cases_are_compared_pair_by_pair_in_a_tree_and_on_maps() {
    assert_snapshot!(session(
        &study(),
        "studie",
        &["table similarity", "table similarity --lang en --limit 5"]
    ));
}

#[test]
fn parts_and_measures_are_chosen() {
    let lines = [
        "table similarity --measure zeta --part merges --limit 3",
        "table similarity --measure euclidean --part similarity --case p01,p02,p03 --lang en",
        "table similarity --measure bray-curtis --part groups --lang en",
        "table similarity --min-cases 12 --part axes",
        "table similarity --format csv --case p01,p02,p03",
        "table similarity --part places --format md --limit 1 --lang en",
        "table similarity --cell p01,vertrouwen",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}

#[test]
fn few_cases_are_compared_in_pairs_only() {
    let lines = [
        "table similarity --case p01,p04,p08",
        "table similarity --case p01 --lang en",
        "table similarity --case p01,p02 --code vertrouwen --role netwerk --lang en",
        "table similarity --measure jacard",
        "table similarity --by phase --lang en",
        "explain similarity",
    ];
    assert_snapshot!(session(&study(), "studie", &lines));
}
