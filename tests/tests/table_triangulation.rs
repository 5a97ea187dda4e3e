//! Triangulation of the example study.

use crate::session::session;
use crate::{example, world};
use insta::assert_snapshot;

#[test]
fn what_stands_behind_each_cell_and_what_to_look_at() {
    let world = world();
    world.copy(&example(), "studie");
    let lines = [
        "table triangulation --code vertrouwen,wantrouwen,nabijheid --case p01,p05,p08,p13",
        "table triangulation --code vertrouwen,nabijheid --case p01,p05,p08 --min-kinds 3 --top-share 0.7 --limit 1 --lang en",
        "table triangulation --code vertrouwen --case p01,p05 --format csv",
        "table triangulation --code vertrouwen --case p01,p05 --part factors --format csv",
        "table triangulation --cell p05,wantrouwen",
        "table triangulation --code reisafstand --case p01 --lang en",
        "table triangulation --by phase",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}
