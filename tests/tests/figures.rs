//! Figures as files: the data beside each drawing, looks, and folders that cannot be written.

use crate::{example, world};
use draad_app::Project;
use draad_app::figures::{self, Choices, Style};
use draad_app::output::Table;
use draad_app::results::Results;
use draad_app::tables::{self, Request};
use draad_core::{Filter, Problem};
use draad_figures::Figure;
use std::collections::{BTreeMap, BTreeSet};

const CASE: &str = "p02";
const SOURCE: &str = "p01-chat-1";

fn project() -> Project {
    Project::open(Some(&example()), &example(), None).unwrap()
}

/// Draws a figure of the example; `of_case` also those that do not need one.
fn drawn(project: &Project, name: &str, of_case: bool) -> Figure {
    let style = Style::new(project.words);
    let choices =
        Choices { source: (name == "portrait").then(|| SOURCE.parse().unwrap()), ..Choices::default() };
    let cases = if of_case { vec![CASE.parse().unwrap()] } else { Vec::new() };
    let request = Request { filter: Filter { cases, ..Filter::default() }, ..Request::default() };
    match figures::figure(project, name, &request, &style, &choices) {
        Err(error) if matches!(error.problem, Problem::FigureNeedsCase { .. }) => drawn(project, name, true),
        drawn => drawn.unwrap_or_else(|error| panic!("{name}: {:?}", error.problem)),
    }
}

/// A CSV as columns by name.
fn columns(csv: &str) -> BTreeMap<String, Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let column = |at: usize| records.iter().map(|record| record[at].to_owned()).collect();
    names.into_iter().enumerate().map(|(at, name)| (name, column(at))).collect()
}

/// The data of a figure by the name of their file, read again.
fn data(figure: &Figure) -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let files = figures::files(figure, &[], 300).unwrap();
    let tables = files.into_iter().filter(|(name, _)| name.ends_with(".csv"));
    tables.map(|(name, bytes)| (name, columns(&String::from_utf8(bytes).unwrap()))).collect()
}

#[test]
fn every_figure_has_its_data_beside_it_each_table_in_a_file_of_its_own() {
    let project = project();
    for name in figures::names() {
        let figure = drawn(&project, name, false);
        let data = data(&figure);
        assert_eq!(data.len(), figure.data.len(), "{name}: no file takes the place of another");
        let first = &data[&format!("{name}.csv")];
        assert!(first.values().all(|column| !column.is_empty()), "{name} has rows");
        for (file, columns) in &data {
            assert!(file.starts_with(name), "{file}");
            assert!(columns.keys().all(|name| !name.is_empty()), "{file}");
        }
    }
}

/// Holds the data of a figure, but for labels, against a table that is always there.
fn expect_table(project: &Project, (figure, part): (&str, &str), (table, place): (&str, usize)) {
    let results = Results::new(project, &Request::default()).unwrap();
    let expected: Table = tables::usual(&results, table).unwrap().tables().swap_remove(place);
    let expected = columns(&draad_app::output::csv(&expected));
    let mut found = data(&drawn(project, figure, false)).remove(&format!("{figure}{part}.csv")).unwrap();
    found.retain(|name, _| !name.ends_with("_label"));
    assert_eq!(found.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "{figure}{part}");
    assert!(found == expected, "{figure}{part} says what the table {table} says");
}

#[test]
fn the_data_of_figures_of_tables_are_those_of_the_tables() {
    let project = project();
    for (figure, table) in [
        (("matrix", ""), ("cases-by-factors", 0)),
        (("matrix", "-wide"), ("cases-by-factors", 1)),
        (("matrix", "-factors-by-group"), ("cases-by-factors", 2)),
        (("triangulation", "-cells"), ("triangulation", 0)),
        (("triangulation", "-factors"), ("triangulation", 1)),
        (("contrast", ""), ("contrast", 0)),
        (("contrast", "-deviant-cases"), ("contrast", 1)),
        (("co-occurrence", ""), ("co-occurrence", 0)),
        (("co-occurrence-network", "-codes"), ("co-occurrence", 1)),
        (("saturation", ""), ("saturation", 0)),
        (("saturation", "-ratios"), ("saturation", 2)),
        (("clusters", ""), ("similarity", 0)),
        (("clusters", "-merges"), ("similarity", 2)),
        (("map", ""), ("similarity", 5)),
        (("truth-table", ""), ("qca", 0)),
        (("truth-table", "-memberships"), ("qca", 7)),
        (("truth-table", "-legend"), ("qca", 8)),
        (("solution", ""), ("qca", 2)),
        (("solution", "-fit"), ("qca", 3)),
        (("xy-plot", ""), ("qca", 5)),
    ] {
        expect_table(&project, figure, table);
    }
}

/// The conditions of a term: `A*~B` is `A` and `~B`.
fn conditions_of(term: &str) -> BTreeSet<&str> {
    term.split('*').collect()
}

#[test]
fn a_condition_is_core_where_the_parsimonious_solution_has_it_in_a_term_that_holds_this_one() {
    let found = &data(&drawn(&project(), "solution", false))["solution-conditions.csv"];
    let terms: Vec<BTreeSet<&str>> = found["term"].iter().map(|term| conditions_of(term)).collect();
    let parsimonious = |at: &usize| found["solution"][*at] == "parsimonious";
    let rows = 0..found["term"].len();
    assert!(rows.clone().any(|at| found["standing"][at] == "contributing"));
    for at in rows.clone() {
        let sign = if found["value"][at] == "0" { "~" } else { "" };
        let one = format!("{sign}{}", found["condition"][at]);
        assert!(terms[at].contains(one.as_str()), "{one} stands in {}", found["term"][at]);
        let mut holding =
            rows.clone().filter(parsimonious).filter(|&other| terms[other].is_subset(&terms[at]));
        let is_core = holding.any(|other| terms[other].contains(one.as_str()));
        assert_eq!(found["standing"][at] == "core", is_core, "{one} in {}", found["term"][at]);
    }
    let counts: BTreeMap<(&String, &String, &String), usize> =
        rows.fold(BTreeMap::new(), |mut counts, at| {
            *counts.entry((&found["solution"][at], &found["model"][at], &found["term"][at])).or_default() +=
                1;
            counts
        });
    assert!(counts.iter().all(|((.., term), &n)| conditions_of(term).len() == n), "a row for each condition");
}

#[test]
fn the_fit_beside_an_xy_plot_follows_from_the_memberships_beside_it() {
    let data = data(&drawn(&project(), "xy-plot", false));
    let (cases, fit) = (&data["xy-plot.csv"], &data["xy-plot-fit.csv"]);
    let number = |text: &String| text.parse::<f64>().unwrap();
    for (at, formula) in fit["formula"].iter().enumerate() {
        let of_formula: Vec<usize> =
            (0..cases["formula"].len()).filter(|&row| &cases["formula"][row] == formula).collect();
        assert_eq!(of_formula.len(), 13, "{formula}");
        let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
            of_formula
                .iter()
                .map(|&row| of(number(&cases["membership"][row]), number(&cases["outcome"][row])))
                .sum()
        };
        let both = sum(&f64::min);
        assert!((both / sum(&|x, _| x) - number(&fit["inclusion"][at])).abs() < 1e-12, "{formula}");
        assert!((both / sum(&|_, y| y) - number(&fit["coverage"][at])).abs() < 1e-12, "{formula}");
    }
}

#[test]
fn names_stand_beside_ids_in_full() {
    let project = project();
    let matrix = &data(&drawn(&project, "matrix", false))["matrix.csv"];
    let codebook = file("codebook.csv");
    let names: BTreeMap<&String, &String> = codebook["code"].iter().zip(&codebook["name_nl"]).collect();
    for (id, label) in matrix["factor"].iter().zip(&matrix["factor_label"]) {
        assert_eq!(names[id], label);
    }
    let cases = file("cases.csv");
    let names: BTreeMap<&String, &String> = cases["case"].iter().zip(&cases["name"]).collect();
    assert!(matrix["case"].iter().zip(&matrix["case_label"]).all(|(id, label)| names[id] == label));
    let balance = &data(&drawn(&project, "balance", false))["balance.csv"];
    assert!(!balance.contains_key("case_label"), "the table has the names already");
}

/// Rows of a file of the example as columns.
fn file(name: &str) -> BTreeMap<String, Vec<String>> {
    columns(&std::fs::read_to_string(example().join(name)).unwrap())
}

#[test]
fn scores_are_the_means_of_what_people_answered_on_a_day() {
    let (scores, people) = (file("scores.csv"), file("participants.csv"));
    let roles: BTreeMap<&String, &String> = people["participant"].iter().zip(&people["role"]).collect();
    let mut sums: BTreeMap<[String; 3], (f64, u32)> = BTreeMap::new();
    for (n, score) in scores["score"].iter().enumerate() {
        let Ok(score) = score.parse::<f64>() else { continue };
        let key =
            [&scores["case"][n], roles[&scores["participant"][n]], &scores["date"][n]].map(Clone::clone);
        let sum = sums.entry(key).or_default();
        *sum = (sum.0 + score, sum.1 + 1);
    }
    let found = &data(&drawn(&project(), "scores", false))["scores.csv"];
    assert_eq!(found["case"].len(), sums.len());
    for (n, mean) in found["mean"].iter().enumerate() {
        let key = [&found["case"][n], &found["role"][n], &found["date"][n]].map(Clone::clone);
        let (sum, count) = sums[&key];
        assert!((mean.parse::<f64>().unwrap() - sum / f64::from(count)).abs() < 1e-12, "{key:?}");
        assert_eq!(found["answers"][n], count.to_string());
    }
}

#[test]
fn a_timeline_and_a_route_have_the_contacts_of_the_case() {
    let events = file("events.csv");
    let own: Vec<usize> = (0..events["case"].len()).filter(|&n| events["case"][n] == CASE).collect();
    let contacts = |takes: &dyn Fn(usize) -> bool| -> BTreeSet<(String, String)> {
        let own = own.iter().filter(|&&n| takes(n));
        own.map(|&n| (events["date"][n].clone(), events["status"][n].clone())).collect()
    };
    let project = project();
    let timeline = data(&drawn(&project, "timeline", true));
    let pairs = |table: &BTreeMap<String, Vec<String>>| -> BTreeSet<(String, String)> {
        table["date"].iter().cloned().zip(table["status"].iter().cloned()).collect()
    };
    assert_eq!(pairs(&timeline["timeline.csv"]), contacts(&|n| !events["date"][n].is_empty()));
    let periods = file("phases.csv");
    let n_periods = periods["case"].iter().filter(|case| *case == CASE).count();
    assert_eq!(timeline["timeline-periods.csv"]["phase"].len(), n_periods);
    let route = data(&drawn(&project, "route", true));
    assert!(pairs(&route["route-contacts.csv"]).is_subset(&contacts(&|_| true)));
    for (status, column) in [("held", "held"), ("missed", "missed"), ("planned", "planned")] {
        let sum: usize = route["route.csv"][column].iter().map(|n| n.parse::<usize>().unwrap()).sum();
        let listed = route["route-contacts.csv"]["status"].iter().filter(|one| *one == status).count();
        assert_eq!(sum, listed, "{status}");
    }
    let plan = data(&drawn(&project, "route", false));
    assert!(
        plan["route.csv"]["held"].iter().all(String::is_empty),
        "without a case nothing was held or missed"
    );
    assert!(!plan.contains_key("route-contacts.csv"));
}

#[test]
fn the_design_has_the_numbers_that_people_wrote_down() {
    let text = std::fs::read_to_string(example().join("design.toml")).unwrap();
    let design: toml::Table = text.parse().unwrap();
    let heard = design["method"].as_array().unwrap().iter().filter_map(|method| method.get("heard"));
    let numbers = heard.flat_map(|heard| heard.as_array().unwrap()).filter_map(|one| one.get("n"));
    let sum: i64 = numbers.filter_map(toml::Value::as_integer).sum();
    let found = &data(&drawn(&project(), "study-design", false))["study-design.csv"];
    let drawn: i64 = found["n"].iter().filter_map(|n| n.parse::<i64>().ok()).sum();
    assert!(sum > 0 && drawn == sum, "{drawn} of {sum}");
}

#[test]
fn a_portrait_has_the_characters_that_are_coded() {
    let mut covered: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for coder in ["anna", "bram"] {
        let path = example().join(format!("codings/{coder}/{SOURCE}.csv"));
        let Ok(text) = std::fs::read_to_string(path) else { continue };
        let codings = columns(&text);
        for (n, code) in codings["code"].iter().enumerate() {
            let place = |column: &str| codings[column][n].parse::<usize>().unwrap();
            covered.entry(code.clone()).or_default().extend(place("start")..place("end"));
        }
    }
    let found = &data(&drawn(&project(), "portrait", false))["portrait.csv"];
    let mut drawn: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (n, code) in found["factor"].iter().enumerate() {
        let place = |column: &str| found[column][n].parse::<usize>().unwrap();
        drawn.entry(code.clone()).or_default().extend(place("start")..place("end"));
    }
    assert_eq!(drawn, covered);
}

#[test]
fn looks_are_chosen_in_both_languages() {
    let world = world();
    world.copy(&example(), "studie");
    world.done("studie", "figure balance --theme donker --format svg --out donker");
    assert!(world.read("studie/donker/balance.svg").contains("class=\"background\" width=\"19000\""));
    assert!(world.read("studie/donker/balance.svg").contains("fill=\"#17191D\"/>"));
    world.done("studie", "figure balance --theme dark --transparent --format svg,png --out open");
    assert!(!world.read("studie/open/balance.svg").contains("class=\"background\""));
    assert!(world.files("studie/open").contains_key("balance.csv"));
    let text = world.run_in("studie", &["figure", "--list", "--lang", "en"]);
    assert!(text.contains("matrix                 Which factors occur in which cases"), "{text}");
    let list = ["figure", "--list", "--lang", "en", "--format", "csv"];
    let listed = String::from_utf8(world.command("studie").args(list).output().unwrap().stdout).unwrap();
    assert_eq!(listed.lines().count(), 1 + figures::names().len(), "{listed}");
    assert!(
        listed.contains("\nmatrix,\"Which factors occur in which cases, and how they lean.\"\n"),
        "{listed}"
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_nothing_is_left_half() {
    let world = world();
    world.copy(&example(), "studie");
    world.write("studie/plek", "geen map");
    let before = world.files("studie");
    let seen = world.run_in("studie", &["figure", "matrix", "--format", "svg", "--out", "plek/figuren"]);
    assert!(seen.starts_with("exit 1\n") && seen.contains("plek/figuren/matrix"), "{seen}");
    assert!(world.files("studie") == before);
    // a folder stands where the last of its files should come
    world.write("studie/half/balance.txt/x", "");
    let before = world.files("studie");
    let seen = world.run_in("studie", &["figure", "balance", "--format", "svg,png", "--out", "half"]);
    assert!(seen.starts_with("exit 1\n"), "{seen}");
    assert!(world.files("studie") == before, "none of its files is there");
}
