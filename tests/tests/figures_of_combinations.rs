//! Figures of agreement and of combinations of conditions: which there are, with which options, and what is said where one
//! cannot be.

use crate::{example, world};
use draad_tests::world::World;

/// Conditions that vary in the example study.
const CODES: &str =
    "samen-overleggen:promoting,rolduidelijkheid:promoting,begeleiding:hindering,draagkracht:hindering";

fn study() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

/// Draws a figure as SVG in a folder of its own; returns its pages and its caption.
fn drawn(world: &World, line: &str) -> (String, String) {
    world.done("studie", &format!("figure {line} --format svg --out ../figuur --quiet"));
    let files = world.files("figuur");
    let text = |ending: &str| {
        let of_kind = files.iter().filter(|(name, _)| name.ends_with(ending));
        of_kind.map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap()).collect::<String>()
    };
    let found = (text(".svg"), text(".txt"));
    std::fs::remove_dir_all(world.path("figuur")).unwrap();
    found
}

fn refused(world: &World, line: &str) -> String {
    let words = shlex::split(&format!("figure {line}")).unwrap();
    let seen = world.run_in("studie", &words.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(!seen.starts_with("exit 0\n"), "{seen}");
    seen
}

#[test]
fn options_of_the_table_are_those_of_its_figures() {
    let world = study();
    let (svg, caption) = drawn(&world, "truth-table --lang en");
    assert_eq!(svg.matches("class=\"configuration").count(), 9);
    assert!(caption.contains("inclusion of at least 0.8,"), "{caption}");
    let (svg, caption) = drawn(&world, "truth-table --incl-cut 0,9 --n-cut 2 --negate --lang en");
    // of the combinations of four conditions, also those with too few cases are drawn
    assert_eq!(svg.matches("class=\"configuration").count(), 16 - 7);
    assert!(caption.contains("Not drawn: 7 of 16 combinations, in which there is no case."), "{caption}");
    assert!(caption.contains("at least 0.9,") && caption.contains("at least 2 cases"), "{caption}");
    assert!(caption.contains("The outcome is: not ‘constructiveness = constructive’"), "{caption}");
    let (svg, _) = drawn(&world, "solution --solution parsimonious");
    assert!(
        svg.contains("data-solution=\"parsimonious\"") && !svg.contains("data-solution=\"conservative\"")
    );
    let (svg, _) = drawn(&world, "solution --expect herstel=present,strijd=absent --solution intermediate");
    assert!(svg.contains("data-solution=\"intermediate\""));
    let contradictory = format!("truth-table --condition {CODES} --outcome constructiveness=constructive");
    let (svg, caption) = drawn(&world, &contradictory);
    assert_eq!(svg.matches("configuration contradictory").count(), 2, "{caption}");
    assert!(caption.contains("2 rijen zijn tegenstrijdig"), "{caption}");
}

#[test]
fn captions_say_how_cases_came_to_their_memberships() {
    let world = study();
    for figure in ["truth-table", "solution", "xy-plot"] {
        let (_, caption) = drawn(&world, &format!("{figure} --lang en"));
        for said in [
            "Membership in ‘repair after a clash’: the judgement of coders; one of these values: 0 · 0.33 · 0.67 · 1.",
            // the code counts in one direction only, and the attribute at one level
            "share of the material of Trust, promoting; direct method: 0.05 at 0, 0.5 at 0.017, 0.95 at 0.03;",
            "attribute legal framework; 1 for voluntary, else 0.",
            "Membership in ‘constructiveness = constructive’: attribute: 1 where this holds",
        ] {
            assert!(caption.contains(said), "{figure}: {caption}");
        }
    }
    let (_, caption) = drawn(&world, "truth-table --condition begeleiding:hindering,vrijwillig");
    assert!(
        caption.contains("code begeleiding: 1 bij ten minste één fragment in deze richting"),
        "{caption}"
    );
}

#[test]
fn any_combination_can_stand_beside_the_outcome() {
    let world = study();
    let (svg, caption) = drawn(&world, "xy-plot --term 'herstel + vrijwillig' --lang en");
    assert_eq!(svg.matches("data-panel=\"1\"").count(), svg.matches("data-panel=").count());
    assert!(
        caption.contains("HERSTEL + VRIJWILLIG: inclusion 0.810, PRI 0.810, coverage 0.945."),
        "{caption}"
    );
    // as `draad qca --part necessity` has the same union from the other side
    let seen = world.run_in("studie", &["qca", "--part", "necessity", "--format", "csv"]);
    let union = seen.lines().find(|line| line.starts_with("HERSTEL + VRIJWILLIG,")).unwrap();
    let inclusion: f64 = union.split(',').nth(2).unwrap().parse().unwrap();
    assert_eq!(format!("{inclusion:.3}"), "0.945", "coverage is inclusion as a necessary condition");
    let seen = refused(&world, "xy-plot --term 'herstel*vrijwillg' --lang en");
    assert!(seen.contains("character 9: `VRIJWILLG` is none of the conditions"), "{seen}");
}

#[test]
fn what_stands_in_the_way_is_said_as_the_table_says_it() {
    let world = study();
    let seen = refused(&world, "truth-table --condition vertrouwen,afspraken");
    let table =
        world.run_in("studie", &["qca", "--condition", "vertrouwen,afspraken", "--part", "truth-table"]);
    let why = "Duidelijke afspraken is 1 in alle 13 casussen die meedoen";
    assert!(seen.contains(why) && table.contains(why), "{seen}\n{table}");
    let seen = refused(&world, "solution --solution intermediate");
    assert!(seen.contains("Er is geen intermediaire oplossing"), "{seen}");
    let seen = refused(&world, "matrix --outcome constructiveness=stalled --lang en");
    assert!(seen.contains("does not know --outcome"), "{seen}");
    let seen = refused(&world, "agreement --coefficient kappa --lang en");
    assert!(seen.contains("u-alpha, char-kappa, valence"), "{seen}");
}

#[test]
fn a_row_per_code_says_how_far_coders_agree() {
    let world = study();
    let (svg, caption) = drawn(&world, "agreement --lang en");
    let table = world.run_in("studie", &["agree", "--part", "agreement", "--format", "csv"]);
    // after the exit code, the mark of stdout and the names of the columns
    let rows = table.lines().skip(3).take_while(|line| !line.starts_with("---"));
    assert_eq!(svg.matches("class=\"agreement\"").count(), rows.count(), "{table}");
    let (turns, caption_of_turns) = drawn(&world, "agreement --unit turn --coefficient ac1 --lang en");
    assert!(caption_of_turns.contains("per turn") && turns.contains(">AC1</text>"), "{caption_of_turns}");
    assert!(caption.contains("in 27 sources in which at least two of them coded something"), "{caption}");
}

#[test]
fn a_run_draws_them_where_the_study_has_what_they_need() {
    let world = study();
    world.done("studie", "run --quiet");
    let names = ["agreement", "truth-table", "xy-plot", "solution"];
    let has = |world: &World, name: &str| {
        world.files("studie/output/figures").keys().any(|file| file == &format!("{name}.pdf"))
    };
    assert!(names.iter().all(|name| has(&world, name)));
    let seen = world.run_in("studie", &["qca", "--part", "memberships", "--format", "csv"]);
    assert!(seen.contains("formula,case,membership,outcome,zone"), "{seen}");
    for file in ["conditions.toml", "memberships.csv"] {
        std::fs::remove_file(world.path(&format!("studie/{file}"))).unwrap();
    }
    for coder in ["bram", "consensus"] {
        let folder = world.path(&format!("studie/codings/{coder}"));
        if folder.exists() {
            std::fs::remove_dir_all(folder).unwrap();
        }
    }
    let seen = world.run_in("studie", &["run"]);
    assert!(!names.iter().any(|name| has(&world, name)), "{seen}");
    assert!(!seen.contains("figuur agreement") && !seen.contains("figuur truth-table"), "{seen}");
}
