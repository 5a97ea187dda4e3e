//! `draad export --format r`: the script, run by R where it is there, gives back what stands in the files and in the study.

use crate::{Row, example, rows, world};
use draad_tests::world::{World, files};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Writes back what the script loaded: every table as text, with a sign before each value that is there; and of each column
/// what R made of it. Then the names of the nominal values, and who is unknown.
const WRITE_BACK: &str = r#"
arguments <- commandArgs(trailingOnly = TRUE)
source(file.path(arguments[1], "load.R"), encoding = "UTF-8")
once <- study
source(file.path(arguments[1], "load.R"), encoding = "UTF-8")
stopifnot(identical(once, study))
dir.create(arguments[2])
as_text <- function(x) {
  text <- if (is.logical(x)) ifelse(x, "yes", "no")
    else if (inherits(x, "Date")) format(x, "%Y-%m-%d")
    else if (inherits(x, "POSIXct")) format(x, "%Y-%m-%dT%H:%M:%S")
    else if (is.numeric(x)) sprintf("%.17g", x)
    else as.character(x)
  as.character(ifelse(is.na(x), "", paste0("=", text)))
}
save <- function(table, name) {
  table[] <- lapply(table, enc2utf8)
  path <- file(file.path(arguments[2], paste0(name, ".csv")), "wb", encoding = "UTF-8")
  utils::write.csv(table, path, row.names = FALSE, na = "", eol = "\n")
  close(path)
}
by_id <- load_study(arguments[1], names = FALSE)
seen <- data.frame()
each <- function(tables, folder, named) for (name in names(tables)) {
  table <- tables[[name]]
  if (!is.data.frame(table) || name == "lists") next
  full <- paste0(folder, name)
  text <- as.data.frame(lapply(table, as_text), optional = TRUE, stringsAsFactors = FALSE)
  names(text) <- names(table)
  if (folder == "sheets." && name != "legend") text <- cbind(CASE = paste0("=", rownames(table)), text)
  save(text, full)
  for (place in seq_along(table)) {
    column <- table[[place]]
    label <- attr(column, "label")
    seen <<- rbind(seen, data.frame(
      table = full, column = names(table)[place], class = paste(class(column), collapse = " "),
      label = if (is.null(label)) "" else label,
      ids = paste(levels(column), collapse = "\n"), names = paste(levels(named[[name]][[place]]), collapse = "\n")
    ))
  }
}
each(by_id, "", study)
each(by_id$results, "results.", study$results)
each(by_id$sheets, "sheets.", study$sheets)
save(seen, "seen")
unknown <- vapply(names(study$cases), function(id) paste(by_id$cases$case[is_unknown(study$cases, id)], collapse = "\n"), "")
save(data.frame(attribute = names(unknown), cases = unknown), "unknown")
"#;

/// Whether R is there; says where it is not.
fn has_r() -> bool {
    let found = Command::new("Rscript").arg("--version").output().is_ok_and(|output| output.status.success());
    if !found {
        eprintln!("skipped: Rscript is not on the PATH (R 4.0 or newer, https://www.r-project.org)");
    }
    found
}

/// What R made of an export: its tables, and of each table and column what it is.
struct Loaded {
    tables: BTreeMap<String, Vec<Row>>,
    seen: BTreeMap<(String, String), Row>,
}

impl Loaded {
    /// Lets R load `folder` of the world and write it back.
    fn new(world: &World, folder: &str) -> Self {
        world.write("terug.R", WRITE_BACK);
        let output = Command::new("Rscript")
            .args(["--vanilla", "terug.R", folder, "terug"])
            .current_dir(world.path(""))
            .env("LC_ALL", "C.UTF-8")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "R warns of nothing");
        let tables = files(&world.path("terug"), &[]);
        let mut tables: BTreeMap<String, Vec<Row>> = tables
            .iter()
            .map(|(name, bytes)| (name.trim_end_matches(".csv").to_owned(), rows(bytes)))
            .collect();
        let seen = tables.remove("seen").unwrap();
        let seen = seen.into_iter().map(|row| ((row["table"].clone(), row["column"].clone()), row)).collect();
        Self { tables, seen }
    }

    fn column(&self, table: &str, column: &str) -> &Row {
        &self.seen[&(table.to_owned(), column.to_owned())]
    }

    fn levels(&self, table: &str, column: &str, of: &str) -> Vec<&str> {
        self.column(table, column)[of].split('\n').collect()
    }
}

/// The tables of an export by the names that they have in R.
fn exported(world: &World, folder: &str) -> BTreeMap<String, Vec<Row>> {
    let all = files(&world.path(folder), &["sources"]);
    let is_table = |name: &str| name.ends_with(".csv") && !["columns.csv", "lists.csv"].contains(&name);
    let name = |path: &str| path.trim_end_matches(".csv").replace('/', ".").replace('-', "_");
    all.iter().filter(|(path, _)| is_table(path)).map(|(path, bytes)| (name(path), rows(bytes))).collect()
}

/// Whether R wrote back what stands in a cell.
fn is_same(in_file: &str, from_r: &str) -> bool {
    match from_r.strip_prefix('=') {
        None => in_file.is_empty() && from_r.is_empty(),
        Some(text) if text == in_file || format!("{text}Z") == in_file => true,
        Some(text) => match (text.parse::<f64>(), in_file.parse::<f64>()) {
            (Ok(text), Ok(in_file)) => (text - in_file).abs() <= in_file.abs() * f64::EPSILON,
            _ => false,
        },
    }
}

/// Holds every cell that R loaded against the file.
fn all_cells_are_the_same(world: &World, folder: &str, loaded: &Loaded) {
    let exported = exported(world, folder);
    for (name, rows) in &exported {
        let back = loaded.tables.get(name).unwrap_or_else(|| panic!("R has no {name}"));
        assert_eq!(rows.len(), back.len(), "{name}");
        for (number, (row, back)) in rows.iter().zip(back).enumerate() {
            assert_eq!(row.keys().collect::<Vec<_>>(), back.keys().collect::<Vec<_>>(), "{name}");
            for (column, cell) in row {
                assert!(
                    is_same(cell, &back[column]),
                    "{name} {number} {column}: {cell:?} {:?}",
                    back[column]
                );
            }
        }
    }
    let made: BTreeSet<&String> = loaded.tables.keys().filter(|name| *name != "unknown").collect();
    assert_eq!(made, exported.keys().collect());
}

#[test]
fn r_loads_the_example_study_as_it_is() {
    let world = world();
    world.copy(&example(), "studie");
    world.done("studie", "export --to ../uit --format r");
    if !has_r() {
        return;
    }
    let loaded = Loaded::new(&world, "uit");
    all_cells_are_the_same(&world, "uit", &loaded);
    let class = |table: &str, column: &str| loaded.column(table, column)["class"].as_str();
    for (table, column, expected) in [
        ("cases", "child_age", "integer"),
        ("cases", "early_ending", "logical"),
        ("cases", "placement_start", "Date"),
        ("cases", "framework", "factor"),
        ("cases", "constructiveness", "ordered factor"),
        ("cases", "name", "character"),
        ("codings", "created", "POSIXct POSIXt"),
        ("codings", "phase", "ordered factor"),
        ("codings", "counted", "logical"),
        ("scores", "score", "numeric"),
        ("units", "time", "POSIXct POSIXt"),
        ("results.phases", "phase", "factor"),
        ("results.balance", "balance_codings", "numeric"),
        ("results.cases_by_factors_wide", "p01", "factor"),
        ("sheets.crisp", "VERTROUWEN", "integer"),
        ("sheets.raw", "VERTROUWEN_COVERAGE", "numeric"),
    ] {
        assert_eq!(class(table, column), expected, "{table} {column}");
    }
    // levels are those of the files of the study, in their order
    let of_study = |file: &str, column: &str| -> Vec<String> {
        let rows = rows(world.read(&format!("studie/{file}.csv")));
        rows.iter().map(|row| row[column].clone()).collect()
    };
    assert_eq!(loaded.levels("passages", "code", "ids"), of_study("codebook", "code"));
    assert_eq!(loaded.levels("passages", "code", "names"), of_study("codebook", "name_nl"));
    assert_eq!(loaded.levels("passages", "case", "ids"), of_study("cases", "case"));
    assert_eq!(loaded.levels("codings", "source", "ids"), of_study("sources", "source"));
    let settings: toml::Table = toml::from_str(&world.read("studie/study.toml")).unwrap();
    for list in ["role", "kind", "phase"] {
        let known = settings[&format!("{list}s")].as_array().unwrap();
        let of = |key: fn(&toml::Value) -> &toml::Value| known.iter().map(key).collect::<Vec<_>>();
        let ids = of(|entry| &entry["id"]);
        let names = of(|entry| &entry["label"]["nl"]);
        let text = |values: Vec<&toml::Value>| -> Vec<String> {
            values.iter().map(|value| value.as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(loaded.levels("codings", list, "ids"), text(ids), "{list}");
        assert_eq!(loaded.levels("codings", list, "names"), text(names), "{list}");
    }
    // and what stands in those files stands in R
    for file in
        ["codebook", "participants", "sources", "phases", "events", "scores", "feedback", "memberships"]
    {
        let of_study = rows(world.read(&format!("studie/{file}.csv")));
        for (row, back) in of_study.iter().zip(&loaded.tables[file]) {
            for (column, cell) in row.iter().filter(|(_, cell)| *cell != "unknown") {
                assert!(is_same(cell, &back[column]), "{file} {column}: {cell:?} {:?}", back[column]);
            }
        }
        assert_eq!(of_study.len(), loaded.tables[file].len());
    }
    assert_eq!(loaded.column("cases", "siblings_together")["label"], "broers of zussen samen geplaatst");
    assert!(loaded.seen.values().all(|row| !row["label"].is_empty()));
}

#[test]
fn tables_across_cases_are_those_of_the_command() {
    let world = world();
    world.copy(&example(), "studie");
    world.done("studie", "export --to ../uit --format r --lang en");
    for name in ["cases-by-factors", "balance", "tensions", "co-occurrence", "agreement", "qca", "similarity"]
    {
        world.done("studie", &format!("table {name} --format csv --out ../{name}.csv --lang en"));
        assert_eq!(
            world.read(&format!("uit/results/{name}.csv")),
            world.read(&format!("{name}.csv")),
            "{name}"
        );
    }
    world.done("studie", "export --to ../bladen --format qca --lang en");
    for name in ["crisp", "raw"] {
        let sheet = world.read(&format!("bladen/qca-{name}.csv")).replace("NA", "");
        assert_eq!(world.read(&format!("uit/sheets/{name}.csv")).replace("NA", ""), sheet);
    }
    // what describes the columns has them all, and each list has all values of its columns
    let columns = rows(world.read("uit/columns.csv"));
    let lists = rows(world.read("uit/lists.csv"));
    let package: serde_json::Value = serde_json::from_str(&world.read("uit/datapackage.json")).unwrap();
    let resources = package["resources"].as_array().unwrap();
    for (path, bytes) in files(&world.path("uit"), &["sources"]) {
        let Some(table) = path.strip_suffix(".csv").filter(|name| !["columns", "lists"].contains(name))
        else {
            continue;
        };
        let resource = resources.iter().find(|resource| resource["path"] == path.as_str()).unwrap();
        let header = csv::Reader::from_reader(bytes.as_slice()).headers().unwrap().clone();
        let described: Vec<&str> =
            columns.iter().filter(|row| row["table"] == table).map(|row| row["column"].as_str()).collect();
        assert_eq!(header.iter().collect::<Vec<_>>(), described);
        assert_eq!(resource["schema"]["fields"].as_array().unwrap().len(), described.len());
        for about in columns.iter().filter(|row| row["table"] == table && !row["list"].is_empty()) {
            let known: BTreeSet<&str> = lists
                .iter()
                .filter(|row| row["list"] == about["list"])
                .map(|row| row["id"].as_str())
                .collect();
            for row in rows(&bytes) {
                let cell = &row[&about["column"]];
                assert!(cell.is_empty() || known.contains(cell.as_str()), "{path} {about:?} {cell}");
            }
        }
    }
    assert!(world.read("uit/load.R").is_ascii());
}

/// A study of which every name is a trap for a script.
fn nasty() -> World {
    let world = world();
    world.write(
        "studie/study.toml",
        r#"format = 1
id = "lastig"
title = "Lastig: \"aanhalingstekens\" en 'apostroffen' \\ `accenten`"
language = "nl"

[[roles]]
id = "if"
label = { nl = "één \"rol\"" }

[[roles]]
id = "else"
label = { nl = "één \"rol\"" }

[[kinds]]
id = "TRUE"
label = { nl = "\\n $x" }

[[phases]]
id = "later"
label = { nl = "later" }

[[phases]]
id = "eerder"
label = { nl = "eerder; of niet" }

[[attributes]]
id = "NA"
label = { nl = "100% %s `kenmerk`" }
type = "choice"
outcome = true
levels = [{ id = "NA" }, { id = "b", label = { nl = "NA" } }]

[[attributes]]
id = "case if"
label = { nl = "twee woorden" }
type = "yes-no"

[[attributes]]
id = "größe"
label = { nl = "grootte" }
type = "number"

[[attributes]]
id = "since"
type = "date"

[[attributes]]
id = "large"
type = "integer"
"#,
    );
    for (file, text) in [
        (
            "cases",
            "case,name,NA,case if,größe,since,large\nNA,\"zegt \"\"hé\"\"\",NA,ja,\"1,25\",2020-02-29,3000000000\nd'été `x`,,b,unknown,unknown,,7\n$🧵,,,nee,0.1,unknown,\n",
        ),
        (
            "codebook",
            "code,parent,name_nl,name_en,kind,valence,definition\nTRUE,,Zelfde naam,,factor,promoting,\"Met \"\"aanhaling\"\", komma\nen regel \\n\"\nx[1],,Zelfde naam,,factor,hindering,\n`y`,TRUE,,,factor,,\nNULL,,'Kop',,heading,,\n",
        ),
        ("participants", "participant,role,cases,labels,name\nm'm,if,NA,M,\n%`,else,d'été `x`,J,\n"),
        ("sources", "source,cases,kind,date,phase,participants,text_hash,origin_file,origin_hash,reading\n"),
        (
            "scores",
            "case,participant,date,instrument,item,score\nNA,m'm,2020-01-01,NA,a,unknown\nNA,m'm,2020-01-01,NA,b,2.5\n",
        ),
    ] {
        world.write(&format!("studie/{file}.csv"), text);
    }
    world.write(
        "raw/gesprek #1.txt",
        "M: Zij zei: “hé”.\nJ: TRUE, of NA?\nM: Één 🧵 draad \\ `hier`.\nJ: Ja.\n",
    );
    world.write("raw/NA.txt", "M: Nog een keer.\nJ: Ja.\nM: Hm.\nJ: Ja.\n");
    for (file, case) in [("gesprek #1", "NA"), ("NA", "d'été `x`")] {
        let line = ["import", &format!("../raw/{file}.txt"), "--case", case, "--kind", "TRUE"];
        let seen = world.run_in("studie", &line);
        assert!(seen.starts_with("exit 0\n"), "{seen}");
    }
    let source = world.read("studie/sources.csv");
    let first = source.lines().nth(1).unwrap().split(',').next().unwrap().trim_matches('"').to_owned();
    for (source, quote, code) in [
        (first.as_str(), "TRUE, of NA?", "TRUE"),
        (first.as_str(), "Één 🧵 draad \\ `hier`.", "x[1]"),
        ("na", "Nog een keer.", "`y`"),
    ] {
        let line = [
            "code",
            "--source",
            source,
            "--quote",
            quote,
            "--code",
            code,
            "--coder",
            "o'hara",
            "--memo",
            "zo \"is\"\nhet,\\",
        ];
        let seen = world.run_in("studie", &line);
        assert!(seen.starts_with("exit 0\n"), "{seen}");
    }
    world
}

#[test]
fn names_that_are_traps_for_a_script_arrive_as_they_are() {
    let world = nasty();
    world.done("studie", "export --to '../uit \"map\" é' --format r");
    let folder = "uit \"map\" é";
    assert!(world.read(&format!("{folder}/load.R")).is_ascii());
    if !has_r() {
        return;
    }
    let loaded = Loaded::new(&world, folder);
    all_cells_are_the_same(&world, folder, &loaded);
    assert_eq!(loaded.levels("codings", "role", "names"), ["één \"rol\" (if)", "één \"rol\" (else)"]);
    assert_eq!(loaded.levels("codings", "kind", "names"), ["\\n $x"]);
    assert_eq!(loaded.levels("cases", "NA", "ids"), ["NA", "b"]);
    assert_eq!(loaded.levels("cases", "NA", "names"), ["NA (NA)", "NA (b)"]);
    assert_eq!(loaded.levels("passages", "code", "ids"), ["TRUE", "x[1]", "`y`", "NULL"]);
    let names = ["Zelfde naam (TRUE)", "Zelfde naam (x[1])", "`y`", "'Kop'"];
    assert_eq!(loaded.levels("passages", "code", "names"), names);
    assert_eq!(loaded.levels("cases", "case", "ids"), ["NA", "d'été `x`", "$🧵"]);
    assert_eq!(loaded.column("cases", "NA")["label"].split(" (").next(), Some("100% %s `kenmerk`"));
    assert_eq!(loaded.column("cases", "case if")["class"], "logical");
    assert_eq!(loaded.column("cases", "large")["class"], "numeric");
    let unknown: BTreeMap<&str, &str> = loaded.tables["unknown"]
        .iter()
        .map(|row| (row["attribute"].as_str(), row["cases"].as_str()))
        .collect();
    assert_eq!((unknown["case if"], unknown["größe"], unknown["since"]), ("d'été `x`", "d'été `x`", "$🧵"));
    assert_eq!((unknown["NA"], unknown["large"]), ("", ""));
    // asked and not answered has a row, not asked has none
    let scores: Vec<&str> = loaded.tables["scores"].iter().map(|row| row["score"].as_str()).collect();
    assert_eq!(scores, ["", "=2.5"]);
}

#[test]
fn what_a_study_does_not_have_is_named_with_the_reason() {
    let world = nasty();
    world.done("studie", "export --to ../uit --format r --lang en");
    let readme = world.read("uit/README.txt");
    let absent = readme.split("Not in this study:\n").nth(1).unwrap();
    assert!(absent.starts_with("- agreement: "), "{absent}");
    assert!(!Path::new(&world.path("uit/results/agreement.csv")).exists());
}

#[test]
fn a_filter_takes_a_part_to_r() {
    let world = world();
    world.copy(&example(), "studie");
    world.done("studie", "export --to ../uit --format r --case p03,p05 --role parent");
    let all = files(&world.path("uit"), &[]);
    assert!(!all.keys().any(|name| name.starts_with("sources/")));
    for (name, bytes) in &all {
        let is_made_for_r =
            name.starts_with("results/") || ["lists.csv", "columns.csv"].contains(&name.as_str());
        let text = String::from_utf8_lossy(bytes);
        assert!(!is_made_for_r || !text.contains("p07"), "{name} names a case that was left out");
    }
    if has_r() {
        let loaded = Loaded::new(&world, "uit");
        all_cells_are_the_same(&world, "uit", &loaded);
        assert_eq!(loaded.levels("cases", "case", "ids"), ["p03", "p05"]);
    }
}

#[test]
fn r_says_what_was_changed_by_hand_and_loses_nothing_silently() {
    let world = world();
    world.copy(&example(), "studie");
    world.done("studie", "export --to ../uit --format r");
    if !has_r() {
        return;
    }
    let change = |path: &str, old: &str, new: &str| {
        let text = world.read(path);
        assert!(text.contains(old), "{path}: {old}");
        world.write(path, text.replacen(old, new, 1));
    };
    change("uit/participants.csv", ",parent,", ",buurvrouw,");
    change("uit/scores.csv", ",1.5\n", ",\"1,5\"\n");
    let phases = world.read("uit/phases.csv").replace(',', ";");
    world.write("uit/phases.csv", phases);
    let told = |script: &str| {
        let mut r = Command::new("Rscript");
        r.args(["--vanilla", "-e", script]).current_dir(world.path("")).env("LC_ALL", "C.UTF-8");
        let output = r.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (text(&output.stdout), text(&output.stderr))
    };
    let (seen, warned) = told(
        "options(warn = 1); source('uit/load.R'); cat(tail(levels(study$participants$role), 1), \
         as.character(study$participants$role[1]), sum(is.na(study$scores$score)), names(study$phases))",
    );
    let unanswered = rows(std::fs::read(example().join("scores.csv")).unwrap());
    let unanswered = unanswered.iter().filter(|row| row["score"] == "unknown").count();
    assert_eq!(seen, format!("buurvrouw buurvrouw {} case;phase;start;end", unanswered + 1));
    assert_eq!(warned.lines().count(), 2, "{warned}");
    assert!(warned.contains("scores, kolom score") && warned.contains("phases.csv heeft andere kolommen"));
    // the script alone, without its tables, says what to do
    std::fs::create_dir(world.path("elders")).unwrap();
    std::fs::copy(world.path("uit/load.R"), world.path("elders/load.R")).unwrap();
    let (_, refused) = told("source('elders/load.R')");
    assert!(refused.contains("staat geen columns.csv. Geef de map van de export"), "{refused}");
    // from another folder, from its own, and by itself
    for script in [
        "setwd('elders'); source('../uit/load.R')",
        "setwd('uit'); source('load.R')",
        "source('uit/load.R', chdir = TRUE)",
    ] {
        let (seen, _) = told(&format!("{script}; cat(nrow(study$cases))"));
        assert_eq!(seen, "13", "{script}");
    }
}

#[test]
fn the_notebook_finds_in_r_what_draad_finds() {
    if !has_r() {
        return;
    }
    let output = Command::new("Rscript")
        .args(["--vanilla", "study-in-r.R"])
        .current_dir(crate::repository("notebooks/r"))
        .env("DRAAD", env!("CARGO_BIN_EXE_draad-under-test"))
        .env("LC_ALL", "C.UTF-8")
        .env("R_DEFAULT_DEVICE", "pdf")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("necessity: relevance"), "{said}");
}
