//! Saved queries: listed, removed, and what is said of a file that people have broken.

use crate::session::session;
use crate::{example, world};
use draad_tests::world::World;
use insta::assert_snapshot;

const QUERIES: &str = "\
# Onze vragen aan het materiaal.
[[query]]
name = \"moeilijk-vertrouwen\"
text = \"vertrouw* OR wantrouw*\"
label = { nl = \"Moeilijk vertrouwen\", en = \"Hard to trust\" }
note = \"Waar vertrouwen ter sprake komt, ook als het ontbreekt. Voor hoofdstuk 3, samen met de code vertrouwen.\"

# Nog nalopen.
[[query]]
name = \"afspraken\"
text = 'afspra* NOT \"geen afspraak\"'
";

fn with_queries(text: &str) -> World {
    let world = world();
    world.copy(&example(), "studie");
    world.write("studie/queries.toml", text);
    world
}

#[test]
fn saved_queries_are_listed_and_removed() {
    let world = with_queries(QUERIES);
    let lines = [
        "queries",
        "queries --lang en",
        "queries --format csv",
        "queries --format json",
        "queries --out ../vragen.csv --format csv",
        "queries --remove afsprakn",
        "queries --remove afsprakn --lang en",
        "queries --remove moeilijk-vertrouwen",
        "queries",
        "undo",
        "queries --remove afspraken",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
    assert_eq!(world.read("studie/queries.toml"), QUERIES.split("\n# Nog").next().unwrap());
    let lines =
        ["queries --remove moeilijk-vertrouwen", "queries", "queries --lang en", "queries --remove x"];
    assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn a_query_that_cannot_be_read_hides_no_other_and_is_not_overwritten() {
    let broken = QUERIES.replace("name = \"afspraken\"", "name = \"moeilijk-vertrouwen\"")
        + "\n[[query]]\nname = 'x'\n";
    let world = with_queries(&broken);
    let lines = ["check", "queries", "queries --remove moeilijk-vertrouwen", "check --lang en"];
    assert_snapshot!(session(&world, "studie", &lines));
    assert_eq!(world.read("studie/queries.toml"), broken);
}
