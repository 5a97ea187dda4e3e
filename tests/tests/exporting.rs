//! `draad export`: every format on the example study, what is refused, and what the files hold.

use crate::{Row, example, rows, world};
use calamine::{Data, Reader, Xlsx};
use draad_tests::world::{World, files};
use insta::assert_snapshot;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

/// A world with the example study in `studie`.
fn with_example() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

fn listed(world: &World, folder: &str) -> BTreeMap<String, Vec<u8>> {
    files(&world.path(folder), &["studie"])
}

/// Exports the study in `studie` in forms that are not its own, and looks whether each says that something stays behind.
pub(crate) fn every_loss_report_names(world: &World, what: &str) {
    for (to, format) in [("tabellen", "csv"), ("studie.xlsx", "xlsx"), ("rock", "rock")] {
        world.done("studie", &format!("export --to ../{to} --format {format}"));
        let report = world
            .files("")
            .into_iter()
            .find(|(path, _)| path.starts_with(to) && path.ends_with("-loss-report.txt"));
        let report = String::from_utf8(report.unwrap().1).unwrap();
        assert!(report.contains(what), "{to}: {report}");
    }
}

#[test]
fn every_format_is_written_and_says_what_it_leaves_behind() {
    let world = with_example();
    let mut seen = String::new();
    for to in [
        "tabellen",
        "tabellen.xlsx",
        "parquet --format parquet",
        "project.qdpx",
        "codes.qdc",
        "project.ROCKproject",
        "rock --format rock",
    ] {
        let line = format!("export --to ../{to}");
        let words: Vec<&str> = line.split(' ').collect();
        seen += &format!("$ draad {line}\n{}\n", world.run_in("studie", &words));
    }
    assert_snapshot!(seen);
    let reports = listed(&world, "").into_iter().filter(|(name, _)| name.ends_with("-loss-report.txt"));
    assert_eq!(reports.count(), 7);
    assert_snapshot!(world.read("tabellen/README.txt"));
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let world = with_example();
    for line in ["csv", "xlsx", "parquet", "r", "rock-project", "qdpx", "qdc", "qca"] {
        world.done("studie", &format!("export --to ../een-{line} --format {line}"));
    }
    std::thread::sleep(std::time::Duration::from_secs(3)); // archives tell time in steps of two seconds
    for line in ["csv", "xlsx", "parquet", "r", "rock-project", "qdpx", "qdc", "qca"] {
        world.done("studie", &format!("export --to ../twee-{line} --format {line}"));
    }
    let all = listed(&world, "");
    for (name, bytes) in all.iter().filter(|(name, _)| name.starts_with("een-")) {
        assert!(all[&name.replacen("een-", "twee-", 1)] == *bytes, "{name}");
    }
}

#[test]
fn the_bare_name_of_a_format_is_a_folder_of_that_format() {
    let world = with_example();
    world.done("", "export --study studie --to parquet");
    world.done("", "export --study studie --to parquet/ --replace");
    world.done("", "export --study studie --to csv");
    world.done("", "export --study studie --to ./qca");
    let (parquet, csv) = (listed(&world, "parquet"), listed(&world, "csv"));
    let name = |path: &String| path.split('/').next().unwrap().to_owned();
    let folders: BTreeSet<String> =
        parquet.keys().filter(|path| path.ends_with(".parquet")).map(name).collect();
    let tables: BTreeSet<String> =
        csv.keys().filter_map(|path| Some(path.strip_suffix(".csv")?.to_owned())).collect();
    // the codebook is called codes there, and texts are a table
    let of_csv = tables.iter().map(|name| if name == "codebook" { "codes" } else { name }.to_owned());
    assert_eq!(folders, of_csv.chain(["texts".to_owned()]).collect());
    let cases: Vec<&String> = parquet.keys().filter(|path| path.starts_with("units/case=p")).collect();
    assert_eq!(cases.len(), 13);
    assert!(world.path("qca/codings.csv").exists(), "a path is a folder of CSV files");
}

#[test]
fn keys_join() {
    let world = with_example();
    world.done("studie", "export --to ../uit");
    let table = |name: &str| rows(world.read(&format!("uit/{name}.csv")));
    let key =
        |row: &Row, columns: &[&str]| columns.iter().map(|column| row[*column].clone()).collect::<Vec<_>>();
    let (codings, pairs, passages) = (table("codings"), table("coding_cases"), table("passages"));
    let known: BTreeMap<_, _> =
        codings.iter().map(|row| (key(row, &["coder", "source", "coding"]), row)).collect();
    assert_eq!(known.len(), codings.len());
    for pair in &pairs {
        let coding = known[&key(pair, &["coder", "source", "coding"])];
        let passage = &passages[pair["passage"].parse::<usize>().unwrap() - 1];
        assert_eq!((&passage["case"], &passage["code"]), (&pair["case"], &coding["code"]));
        assert_eq!(passage["source"], coding["source"]);
        assert!(coding["cases"].split(';').any(|case| *case == pair["case"]));
    }
    // positions are places in the texts that go along
    for coding in codings.iter().filter(|coding| !coding["start"].is_empty()) {
        let text = world.read(&format!("uit/sources/{}.txt", coding["source"]));
        let [start, end] = ["start", "end"].map(|end| coding[end].parse::<usize>().unwrap());
        assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), coding["quote"]);
    }
    let scored = rows(world.read("studie/memberships.csv"));
    let created = |rows: &[Row]| rows.iter().map(|row| row["created"].clone()).collect::<Vec<_>>();
    assert_eq!(created(&table("memberships")), created(&scored));
    let units = table("units");
    assert!(units.iter().filter(|unit| !unit["text"].is_empty()).count() > 1000);
}

#[test]
fn a_filter_takes_a_part() {
    let world = with_example();
    world.done("studie", "export --to ../uit --case p03 --role ouder --code vertrouwen --lang en");
    let all = listed(&world, "uit");
    let table = |name: &str| rows(&all[&format!("{name}.csv")]);
    for coding in table("codings") {
        assert_eq!((coding["role"].as_str(), coding["cases"].as_str()), ("parent", "p03"));
    }
    assert_eq!(table("cases").len(), 1);
    assert!(table("units").iter().all(|unit| unit["role"] == "parent"));
    assert!(!all.keys().any(|name| name.starts_with("sources/")));
    assert_snapshot!(world.read("uit-loss-report.txt"));
}

#[test]
fn what_stands_there_is_not_overwritten() {
    let world = with_example();
    world.done("studie", "export --to ../uit.xlsx");
    world.write("vol/brief.txt", "van iemand");
    let before = world.files("");
    let mut seen = String::new();
    for line in [
        "--to ../uit.xlsx",
        "--to ../vol",
        "--to ../vol --replace",
        "--to .",
        "--to codings/export",
        "--to ../uit.csv",
        "--to ../uit.docx",
        "--to ../nieuw --case p99",
    ] {
        let words: Vec<&str> = std::iter::once("export").chain(line.split(' ')).collect();
        seen += &format!("$ draad export {line}\n{}\n", world.run_in("studie", &words));
    }
    assert_snapshot!(seen);
    assert!(world.files("") == before);
    world.done("studie", "export --to ../tabellen");
    world.done("studie", "export --to ../tabellen --replace");
}

#[test]
fn the_workbook_opens_with_what_it_is() {
    let world = with_example();
    world.done("studie", "export --to ../uit.xlsx");
    let bytes = std::fs::read(world.path("uit.xlsx")).unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    assert_eq!((names[0].as_str(), names.len()), ("toelichting", 25));
    assert!(["references", "citations"].iter().all(|name| names.contains(&(*name).to_owned())));
    let cases = workbook.worksheet_range("cases").unwrap();
    let header: Vec<String> = cases.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let age = header.iter().position(|name| name == "child_age").unwrap();
    let start = header.iter().position(|name| name == "placement_start").unwrap();
    assert_eq!(cases.height(), 14);
    assert!(matches!(cases[(1, age)], Data::Float(_)) && matches!(cases[(1, start)], Data::DateTime(_)));
    let about = workbook.worksheet_range("toelichting").unwrap();
    assert_eq!(about[(0, 0)], Data::String("Gedeeld opvoederschap".into()));
}

#[test]
fn sheets_for_qca_come_with_their_script_and_legend() {
    let world = with_example();
    world.done("studie", "export --to ../qca --format qca");
    assert!(!world.path("qca/qca-fuzzy.csv").exists());
    assert_snapshot!(world.read("qca/qca.R"));
    world.done("studie", "export --to ../qca --format qca --anchors 0.05,0.5,0.95 --replace --lang en");
    let (crisp, fuzzy) = (world.read("qca/qca-crisp.csv"), world.read("qca/qca-fuzzy.csv"));
    let (crisp, fuzzy) = (rows(crisp.as_bytes()), rows(fuzzy.as_bytes()));
    assert_eq!((crisp.len(), fuzzy.len()), (13, 13));
    let names = crisp[0].keys();
    assert!(
        names
            .into_iter()
            .all(|name| name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'))
    );
    for row in &crisp {
        assert!(row.iter().all(|(name, cell)| name == "CASE" || ["0", "1", "NA"].contains(&cell.as_str())));
    }
    let memberships = fuzzy.iter().flat_map(|row| row.values()).filter_map(|cell| cell.parse::<f64>().ok());
    assert!(memberships.into_iter().all(|membership| (0.0..=1.0).contains(&membership)));
    assert_snapshot!(world.read("qca/README.txt"));
    let seen = world.run_in("studie", &["export", "--to", "../x", "--format", "qca", "--anchors", "0.9,0.5"]);
    assert_snapshot!(seen);
}
