//! The balance of the example study, over the phases and by whose words they are.

use crate::session::session;
use crate::{example, world};
use insta::assert_snapshot;

#[test]
fn the_balance_goes_over_the_phases() {
    let world = world();
    world.copy(&example(), "studie");
    let lines = [
        "table balance --case p02,p08,p10",
        "table balance --case p02,p08,p10 --by fase",
        "table balance --case p02,p10 --by role --measure codings --lang en",
        "table balance --case p10 --by phase --format csv",
        "table balance --case p10 --by phase --part course --format csv",
        "table balance --cell p08,phase=installation,valence=hindering",
        "table balance --case p01 --code reisafstand --by phase --lang en",
        "table balance --measure passages",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}
