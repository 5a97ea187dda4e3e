//! Combinations of conditions in the example study, and what is said where there is no answer.

use crate::session::session;
use crate::{Row, example, rows, world};
use insta::assert_snapshot;
use std::collections::BTreeMap;

/// Four conditions of which the truth table has contradictions.
const CODES: &str =
    "samen-overleggen:promoting,rolduidelijkheid:promoting,begeleiding:hindering,draagkracht:hindering";

#[test]
fn conditions_of_the_study_make_solutions_with_their_quotes() {
    let world = world();
    world.copy(&example(), "studie");
    let lines = [
        "qca --shuffles 1000",
        "qca --expect herstel=present,strijd=absent --part solutions --lang en",
        "qca --expect herstel=present,strijd=absent --part pairs",
        "qca --negate --part fit",
        "qca --part evidence --quotes 2 --limit 6",
        "qca --part truth-table --format csv",
        "qca --cell p03,vertrouwen,valence=hindering",
        "explain qca",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn codes_and_attributes_are_conditions_by_name() {
    let world = world();
    world.copy(&example(), "studie");
    let codes = |rest: &str| format!("qca --condition {CODES} {rest}");
    let lines = [
        codes("--part contradictions"),
        codes("--incl-cut 0,5 --part solutions --lang en"),
        codes("--leave-out case --part robustness"),
        "qca --condition framework,begeleiding:hindering --part truth-table".to_owned(),
        "qca --condition framework,begeleiding:hindering --part legend --lang en".to_owned(),
        "qca --condition siblings_together,'child_age>=12' --part calibration".to_owned(),
        "qca --condition 'child_age>=12',wisselingen:hindering --outcome vertrouwen_sterk --part truth-table"
            .to_owned(),
        "qca --outcome constructiveness=stalled --part solutions".to_owned(),
        "qca --outcome early_ending=no --part truth-table --lang en".to_owned(),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn where_there_is_no_answer_it_says_why_and_what_to_do() {
    let world = world();
    world.copy(&example(), "studie");
    let lines = [
        "qca --condition vertrouwn",
        "qca --condition child_age",
        "qca --condition placement_start",
        "qca --condition vertrouwen:helpend",
        "qca --condition vertrouwen,vertrouwen",
        "qca --condition constructiveness=constructive",
        "qca --condition matching,constructiveness=stalled",
        "qca --condition framework,framework=voluntary --part truth-table",
        "qca --condition vertrouwen --code verwijt",
        "qca --condition begeleiding,verwijt --part truth-table",
        "qca --condition verwijt:hindering,begeleiding:hindering --case p01,p02,p03,p04,p05 --part solutions",
        "qca --condition 'child_age>=8','child_age>=9','child_age>=10','child_age>=11','child_age>=12','child_age>=13','child_age>=14' --part solutions",
        "qca --condition 'child_age>=8','child_age>=9','child_age>=10','child_age>=12','child_age>=14' --part solutions --lang en",
        "qca --n-cut 20 --part solutions",
        "qca --pri-cut 1 --incl-cut 0,5 --part solutions --lang en",
        "qca --condition netwerk --outcome matching",
        "qca --condition netwerk --outcome constructivenes --lang en",
        "qca --incl-cut 2",
        "qca --degree 0.5",
        "qca --expect herstel",
        "qca --expect verwijt=present",
        "qca --part somewhere",
        "table balance --condition vertrouwen",
    ];
    assert_snapshot!(session(&world, "studie", &lines));
}

#[test]
fn an_analysis_goes_to_r_with_a_script_that_does_it_again() {
    let world = world();
    world.copy(&example(), "studie");
    let lines = ["qca --expect herstel=present --export voor-r", "qca --export voor-r"];
    let told = session(&world, "studie", &lines);
    let files = ["qca.R", "calibrated.csv", "truth-table.csv", "legend.csv", "solutions.txt"];
    let files = files.map(|name| format!("── {name}\n{}", world.read(&format!("studie/voor-r/{name}"))));
    assert_snapshot!(format!("{told}\n{}", files.join("\n")));
}

#[test]
fn a_membership_beside_a_quote_is_that_of_the_condition_as_the_term_has_it() {
    let world = world();
    world.copy(&example(), "studie");
    let part = |name: &str| -> Vec<Row> {
        let line = ["qca", "--part", name, "--format", "csv"];
        rows(world.command("studie").args(line).output().unwrap().stdout)
    };
    let key = |row: &Row, term: &str| (row[term].clone(), row["case"].clone());
    let number = |row: &Row| row["membership"].parse::<f64>().unwrap();
    let of_terms: BTreeMap<_, f64> =
        part("memberships").iter().map(|row| (key(row, "formula"), number(row))).collect();
    // a case belongs to a term as far as to the condition to which it belongs least
    let mut least: BTreeMap<_, f64> = BTreeMap::new();
    let evidence = part("evidence");
    for row in &evidence {
        let lowest = least.entry(key(row, "term")).or_insert(f64::INFINITY);
        *lowest = lowest.min(number(row));
    }
    assert!(evidence.iter().any(|row| row["condition"].starts_with('~')), "a negation is among them");
    for (place, membership) in least {
        assert!((of_terms[&place] - membership).abs() < 1e-12, "{place:?}: {membership}");
    }
}
