//! Tables that a study defines for itself, and how a table came about.

use crate::session::session;
use crate::{example, world};
use draad_tests::world::World;
use insta::assert_snapshot;

const TABLES: &str = "\
[[table]]
name = \"tabel-2\"
label = { nl = \"Balans bij tieners\", en = \"Balance with teenagers\" }
note = \"Voor hoofdstuk 4.\"
table = \"balance\"
where = [\"child_age>=12\"]
role = [\"ouder\"]
";

fn study(tables: &str) -> World {
    let world = world();
    world.copy(&example(), "studie");
    world.write("studie/tables.toml", tables);
    world
}

#[test]
fn a_table_of_the_study_is_asked_by_its_name() {
    let lines = [
        "table tabel-2",
        "table 'Balans bij tieners' --role kind --lang en",
        "table tabel-2 --format csv",
        "table tabel-2 --cell p04,wantrouwen",
        "explain tabel-2",
        "explain output/tables/tabel-2.csv --code vertrouwen --lang en --format csv",
        "explain cases-by-factors --case p01 --unfolded --lang en",
    ];
    assert_snapshot!(session(&study(TABLES), "studie", &lines));
}

#[test]
fn a_table_that_cannot_be_made_is_told_with_its_place() {
    let wrong = "[[table]]\nname = 'balance'\ntable = 'balance'\n[[table]]\nname = 'a'\ntable = 'balanc'\n\
                 [[table]]\nname = 'b'\ntable = 'balance'\nwindow = 'unit'\n[[table]]\nname = 'c'\ntable = 'balance'\n\
                 role = ['oudr']\n[[table]]\nname = 'd'\ntable = 'balance'\nlimt = 3\n";
    let lines =
        ["check", "table a", "table d --lang en", "table b", "explain c", "table balance --window unit"];
    assert_snapshot!(session(&study(wrong), "studie", &lines));
}

#[test]
fn what_stands_in_the_file_is_blamed_on_its_field() {
    let tables = "[[table]]\nname = 'a'\ntable = 'association'\nconfidence = 95\n[[table]]\nname = 'b'\n\
                  table = 'balance'\ntop_share = 0.5\n[[table]]\nname = 'c'\ntable = 'balance'\npart = 'x'\n";
    let lines = [
        "table a",
        "table b --top-share 0.5",
        "table b --lang en",
        "check",
        "table qca --condition vertrouwen",
        "table cases-by-factors --top-share 0.5 --window unit",
    ];
    assert_snapshot!(session(&study(tables), "studie", &lines));
}

#[test]
fn a_table_of_the_study_overwrites_no_file_of_another() {
    let table = |name: &str| format!("[[table]]\nname = '{name}'\ntable = 'balance'\n");
    let names =
        ["passages", "Factors-By-role", "tensions-overview", "Balance", "tabel-a", "Tabel-A", "sampler"];
    let world = study(&names.map(table).concat());
    world.set_output("studie", "formats = []\ncase_formats = []");
    assert_snapshot!(session(&world, "studie", &["check", "table Passages", "table passages", "run"]));
    let passages = world.read("studie/output/tables/passages.csv");
    assert!(passages.starts_with("case,factor,source"), "{passages}");
}

#[test]
fn a_cell_has_one_of_each() {
    let cells = ["p01,p02", "case=p01,p01", "vertrouwen,role=parent,rol=parent", "vertrouwen,vertrouwen"];
    let more = ["vertrouwen,valence=promoting,richting=hindering", "source=p01-dagboek,source=p01-chat-1"];
    let lines: Vec<String> =
        cells.iter().chain(&more).map(|cell| format!("table balance --cell {cell}")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_snapshot!(session(&study(TABLES), "studie", &lines));
}

#[test]
fn a_number_opens_what_the_table_counts() {
    let lines = [
        "table balance --cell p02,houding,valence=ambivalent",
        "table contrast --cell p02,houding,valence=ambivalent",
        "explain output/tables/passages.csv --code vertrouwen",
        "explain output/tables/factors-by-phase.csv --code vertrouwen --format csv",
        "table balance --leave-out all,nope",
        "table cases-by-factors --top-share 2",
        "table cases-by-factors --min-kinds 0",
    ];
    assert_snapshot!(session(&study(TABLES), "studie", &lines));
}

#[test]
fn a_second_run_says_again_what_was_not_made() {
    let tables = "[[table]]\nname = 'x'\ntable = 'balance'\nby = 'phase'\n[[table]]\nname = 'x-course'\ntable = 'balance'\n\
                  [[table]]\nname = 'y'\ntable = 'tensions'\nby = 'leeftijd'\n";
    let world = study(tables);
    world.set_output("studie", "formats = [\"svg\"]\ncase_formats = []");
    std::fs::remove_file(world.path("studie/scores.csv")).unwrap();
    assert_snapshot!(session(&world, "studie", &["run", "run", "run --lang en"]));
}

#[test]
fn a_table_that_shows_wrong_only_when_it_is_made_is_found_by_a_check() {
    let options = [
        "by = 'leeftijd'",
        "outcome = 'uitkomst'",
        "query = 'nergens'",
        "set = 'nergens'",
        "measure = 'veel'",
        "top_share = 2",
        "min_kinds = 0",
        "leave_out = ['all', 'nope']",
        "role = 'parent'",
    ];
    let mut tables: String = (1..)
        .zip(options)
        .map(|(n, option)| format!("[[table]]\nname = 't{n}'\ntable = 'cases-by-factors'\n{option}\n"))
        .collect();
    let others = [
        ("meta-matrix", "order = 'mooi'"),
        ("saturation", "unit = 'dag'"),
        ("co-occurrence", "window = '1.5'"),
        ("sequence", "event = 'maan'"),
    ];
    for (table, option) in others {
        tables += &format!("[[table]]\nname = 'u-{table}'\ntable = '{table}'\n{option}\n");
    }
    assert_snapshot!(session(
        &study(&tables),
        "studie",
        &["check", "table t9 --lang en --case p01 --code vertrouwen"]
    ));
}

#[test]
fn a_table_that_cannot_be_read_is_said_where_it_is_asked_for() {
    let world = study("[[table]\nname = 'x'\n");
    assert_snapshot!(session(&world, "studie", &["table x", "explain x --lang en"]));
}
