//! What remains of the tables of the example study when something is left out.

use crate::session::session;
use crate::{example, world};
use insta::assert_snapshot;

#[test]
fn statements_say_without_what_they_fall() {
    let world = world();
    world.copy(&example(), "studie");
    let lines = [
        "table balance --case p02,p08,p10 --by fase --leave-out soort,rol --part robustness",
        "table cases-by-factors --code vertrouwen,wantrouwen,nabijheid --leave-out all --lang en --part robustness",
        "table triangulation --code vertrouwen --case p01,p05,p08 --leave-out kind,coder --limit 2 --part robustness",
        "table balance --case p10 --leave-out role --by phase --part falls --format csv",
        "table balance --case p10 --coder anna --leave-out all --part robustness --lang en",
        "table cases-by-factors --code reisafstand --case p01,p02 --leave-out role --part robustness",
        "table balance --leave-out sprekers",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}
