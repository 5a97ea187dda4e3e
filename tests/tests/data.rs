//! `draad data`, and the lists of what there is to ask for: held against the files of the example study, in every form.

use crate::{Row, example, rows, world};
use calamine::{Reader, Xlsx};
use draad_tests::world::{World, files};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

/// What stands in the study as one table with the same name.
const AS_STORED: [&str; 10] = [
    "cases",
    "sources",
    "participants",
    "codebook",
    "phases",
    "case_spans",
    "events",
    "scores",
    "feedback",
    "memberships",
];
/// What a cell of the study says of which it is known that nobody knows it; other programs have an empty cell.
const UNKNOWN: &str = "unknown";

/// A world with the example study in `studie`.
fn with_example() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

/// The same, with columns that may not leave it.
fn withholding(columns: &str) -> World {
    let world = with_example();
    let settings = world.read("studie/study.toml");
    world.write("studie/study.toml", format!("{settings}\n[archive]\nwithhold = [{columns}]\n"));
    world
}

/// What a line of the command prints that ends well.
fn printed(world: &World, line: &str) -> Vec<u8> {
    let output = world.command("studie").args(shlex::split(line).unwrap()).output().unwrap();
    assert!(output.status.success(), "draad {line}\n{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The table of this name, perhaps with filters.
fn data(world: &World, asked: &str) -> Vec<Row> {
    rows(printed(world, &format!("data {asked} --format csv")))
}

/// The rows of a table as it stands in the example study.
fn stored(path: &str) -> Vec<Row> {
    rows(std::fs::read(example().join(path)).unwrap())
}

/// The files of a folder of the example study with their names, but for their endings.
fn in_folder(folder: &str) -> BTreeMap<String, Vec<u8>> {
    let name = |path: String| path.rsplit_once('.').map_or(path.clone(), |(name, _)| name.to_owned());
    files(&example().join(folder), &[]).into_iter().map(|(path, bytes)| (name(path), bytes)).collect()
}

fn column<'r>(rows: &'r [Row], name: &str) -> Vec<&'r str> {
    rows.iter().map(|row| row[name].as_str()).collect()
}

#[test]
fn each_table_is_listed_with_its_rows_and_is_that_of_the_export() {
    let world = with_example();
    world.done("studie", "export --to ../uit");
    let mut exported = files(&world.path("uit"), &["sources"]);
    exported.retain(|path, _| path.ends_with(".csv"));
    let listed = rows(printed(&world, "data --format csv"));
    assert_eq!(listed.len(), exported.len());
    for known in listed {
        let name = &known["name"];
        let table = printed(&world, &format!("data {name} --format csv"));
        assert_eq!(rows(&table).len().to_string(), known["rows"], "{name}");
        assert!(exported[&format!("{name}.csv")] == table, "{name} is that of the export");
        assert_ne!(known["what"], "", "{name}");
    }
}

#[test]
fn tables_hold_what_stands_in_the_study() {
    let world = with_example();
    for name in AS_STORED {
        let (found, known) = (data(&world, name), stored(&format!("{name}.csv")));
        assert_eq!(found.len(), known.len(), "{name}");
        for (found, known) in found.iter().zip(&known) {
            for (column, cell) in known {
                let expected = if cell == UNKNOWN { "" } else { cell };
                assert_eq!(found[column], expected, "{name} {column}");
            }
        }
    }
    let n_unknown = stored("cases.csv").iter().flat_map(Row::values).filter(|cell| *cell == UNKNOWN).count();
    let unknown = data(&world, "cases");
    let unknown = column(&unknown, "unknown_attributes");
    let n_named: usize = unknown.iter().flat_map(|ids| ids.split(';')).filter(|id| !id.is_empty()).count();
    assert_eq!((n_named, n_unknown > 0), (n_unknown, true));
}

#[test]
fn codings_units_and_memos_are_those_of_the_files() {
    let world = with_example();
    let mut known = BTreeMap::new();
    for (path, bytes) in in_folder("codings") {
        let (coder, source) = path.split_once('/').unwrap();
        for row in rows(bytes) {
            let key = (coder.to_owned(), source.to_owned(), row["id"].clone());
            known.insert(key, [row["code"].clone(), row["start"].clone(), row["quote"].clone()]);
        }
    }
    let key = |row: &Row| (row["coder"].clone(), row["source"].clone(), row["coding"].clone());
    let codings = data(&world, "codings");
    let found =
        codings.iter().map(|row| (key(row), ["code", "start", "quote"].map(|name| row[name].clone())));
    assert_eq!(found.collect::<BTreeMap<_, _>>(), known);
    assert_eq!(codings.len(), known.len());
    let units = in_folder("units");
    // a source without units is one unit
    let n_units = |source: &str| units.get(source).map_or(1, |unit| rows(unit).len());
    let expected: usize = column(&stored("sources.csv"), "source").into_iter().map(n_units).sum();
    assert_eq!(data(&world, "units").len(), expected);
    for (table, id, folder) in [("memos", "memo", "memos"), ("findings", "finding", "findings")] {
        let found = data(&world, table);
        let found: BTreeSet<&str> = column(&found, id).into_iter().collect();
        let files = in_folder(folder);
        assert_eq!(found, files.keys().map(String::as_str).collect(), "{table}");
    }
}

#[test]
fn a_filter_leaves_what_passes() {
    let world = with_example();
    let key = |row: &Row| (row["coder"].clone(), row["source"].clone(), row["coding"].clone());
    let all = data(&world, "codings");
    let passes = |asked: &dyn Fn(&Row) -> bool| {
        let counted = all.iter().filter(|row| row["counted"] == "yes" && !row["cases"].is_empty());
        counted.filter(|row| asked(row)).map(key).collect::<BTreeSet<_>>()
    };
    let found = |asked: &str| data(&world, asked).iter().map(key).collect::<BTreeSet<_>>();
    let of_parents = passes(&|row| row["role"] == "parent");
    assert!(!of_parents.is_empty() && of_parents.len() < all.len());
    assert_eq!(found("codings --role parent"), of_parents);
    assert_eq!(found("codings --role ouder"), of_parents, "a role goes by its label too");
    let by_anna = passes(&|row| row["coder"] == "anna" && row["valence_effective"] == "hindering");
    assert_eq!(found("codings --coder anna --valence hindering"), by_anna);
    let cases = data(&world, "cases --where 'child_age>=14'");
    let old = |row: &&Row| row["child_age"].parse::<u8>().is_ok_and(|age| age >= 14);
    let known = stored("cases.csv");
    let expected: Vec<&str> = known.iter().filter(old).map(|row| row["case"].as_str()).collect();
    assert_eq!(column(&cases, "case"), expected);
    assert_eq!(data(&world, "cases --where 'child_age>=99'"), Vec::<Row>::new());
}

#[test]
fn every_form_holds_the_same_rows() {
    let world = with_example();
    let known = data(&world, "cases");
    let ids = column(&known, "case");
    let text =
        |form: &str| String::from_utf8(printed(&world, &format!("data cases --format {form}"))).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text("json")).unwrap();
    let of_json = json["rows"].as_array().unwrap().iter().map(|row| row["case"].as_str().unwrap());
    assert_eq!(of_json.collect::<Vec<_>>(), ids);
    assert_eq!(json["rows"][0]["child_age"].to_string(), known[0]["child_age"], "numbers stay numbers");
    let excel = text("excel");
    let excel = excel.strip_prefix('\u{feff}').unwrap().lines().skip(1);
    assert_eq!(excel.map(|line| line.split(';').next().unwrap()).collect::<Vec<_>>(), ids);
    let of_markdown = text("md");
    let of_markdown = of_markdown.lines().filter_map(|line| line.strip_prefix("| p")?.split(' ').next());
    assert_eq!(of_markdown.map(|id| format!("p{id}")).collect::<Vec<_>>(), ids);
    assert_eq!(text("html").matches("<tr").count(), ids.len() + 1);
    assert_eq!(
        text("text").lines().filter(|line| ids.iter().any(|id| line.starts_with(id))).count(),
        ids.len()
    );
    for form in ["xlsx", "parquet", "arrows"] {
        world.done("studie", &format!("data cases --out ../cases.{form}"));
    }
    let bytes = |form: &str| std::fs::read(world.path(&format!("cases.{form}"))).unwrap();
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes("xlsx"))).unwrap();
    let sheet = workbook.worksheet_range("cases").unwrap();
    assert_eq!(sheet.rows().skip(1).map(|row| row[0].to_string()).collect::<Vec<_>>(), ids);
    assert!(bytes("parquet").starts_with(b"PAR1"));
    let arrow = printed(&world, "data cases --format arrow");
    assert!(arrow == bytes("arrows") && arrow.starts_with(&[0xff; 4]), "a stream begins with this mark");
    let ids = ids.concat();
    assert!(arrow.windows(ids.len()).any(|part| part == ids.as_bytes()), "ids stand there as a column");
}

#[test]
fn what_there_is_not_is_named_with_what_there_is() {
    let world = with_example();
    for (line, exit, said) in [
        ("data coding", 1, "`codings`"),
        ("data cases --role niemand", 1, "family-home-parent"),
        ("data cases --where lengte=2", 1, "child_age"),
        ("data cases --case p99", 1, "p99"),
        ("data cases --out cases.docx", 1, ".parquet"),
        ("data cases --format xlsx", 1, "--out"),
        ("data cases --part codings", 2, "--part"),
    ] {
        let seen = world
            .run_in("studie", &shlex::split(line).unwrap().iter().map(String::as_str).collect::<Vec<_>>());
        assert!(seen.starts_with(&format!("exit {exit}\n")) && seen.contains(said), "{line}\n{seen}");
        assert!(!seen.contains("--- stdout"), "{line}\n{seen}");
    }
}

#[test]
fn columns_that_may_not_leave_the_study_are_in_no_form() {
    let world = withholding(r#""name", "labels", "framework""#);
    let names = stored("participants.csv");
    let secret: BTreeSet<&str> = column(&names, "name").into_iter().filter(|name| !name.is_empty()).collect();
    assert!(!secret.is_empty());
    for form in ["csv", "json", "html", "arrow"] {
        for table in ["participants", "cases"] {
            let shown = printed(&world, &format!("data {table} --format {form}"));
            let shown = String::from_utf8_lossy(&shown);
            let told: Vec<_> = secret.iter().filter(|name| shown.contains(**name)).collect();
            assert!(told.is_empty(), "{table} {form}: {told:?}");
        }
    }
    let cases = data(&world, "cases");
    assert!(cases.iter().all(|case| case["name"].is_empty() && !case.contains_key("framework")));
    assert!(data(&world, "labels").iter().all(|label| label["list"] != "framework"));
    world.done("studie", "data cases --out ../cases.csv --lang en");
    assert!(world.read("cases.txt").contains("name, labels, framework"), "what stays out is said");
    let speakers = data(&world, "units");
    let people: BTreeSet<&str> = names.iter().map(|row| row["participant"].as_str()).collect();
    for row in speakers.iter().filter(|row| !row["participant"].is_empty() && !row["speaker"].is_empty()) {
        assert_eq!(row["speaker"], row["participant"]);
        assert!(people.contains(row["speaker"].as_str()));
    }
}

#[test]
fn a_filter_on_a_column_that_stays_behind_filters_all_the_same() {
    let world = withholding(r#""framework""#);
    let known = stored("cases.csv");
    let voluntary: Vec<&str> =
        known.iter().filter(|row| row["framework"] == "voluntary").map(|row| row["case"].as_str()).collect();
    let cases = data(&world, "cases --where framework=voluntary");
    assert_eq!(column(&cases, "case"), voluntary);
    // nobody is known to have an unknown framework: then nothing goes out, and not everything
    for filter in ["--where framework=unknown", "--where framework=unknown --case p01"] {
        for table in ["cases", "codings", "passages", "units"] {
            assert_eq!(data(&world, &format!("{table} {filter}")), Vec::<Row>::new(), "{table} {filter}");
        }
        world.done("studie", &format!("export --to ../uit --replace {filter}"));
        let exported = files(&world.path("uit"), &[]);
        assert!(!exported.keys().any(|path| path.starts_with("sources/")), "texts stay behind");
        assert_eq!(rows(&exported["cases.csv"]), Vec::<Row>::new());
    }
    let own = data(&world, "cases --where 'child_age>=14' --where framework=voluntary");
    let old = own.iter().all(|row| row["child_age"].parse::<u8>().is_ok_and(|age| age >= 14));
    assert!(old && own.len() < voluntary.len());
}

#[test]
fn every_table_of_the_list_can_be_asked_for() {
    let world = with_example();
    let listed = rows(printed(&world, "table --list --format csv"));
    let settings: toml::Table = world.read("studie/tables.toml").parse().unwrap();
    let own = settings["table"].as_array().unwrap().iter().map(|table| table["name"].as_str().unwrap());
    let names = column(&listed, "name");
    for name in own {
        assert!(names.contains(&name), "{name} is the study's own");
    }
    for name in names {
        printed(&world, &format!("table {name} --format csv"));
    }
    let json: serde_json::Value =
        serde_json::from_slice(&printed(&world, "table --list --format json")).unwrap();
    assert_eq!(json["rows"].as_array().unwrap().len(), listed.len());
    assert!(listed.iter().all(|row| !row["what"].is_empty()));
    let html = String::from_utf8(printed(&world, "table --list --format html")).unwrap();
    assert_eq!(html.matches("<tr").count(), listed.len() + 1);
}

#[test]
fn lists_and_hits_take_their_form_from_the_name_of_the_file() {
    let world = with_example();
    let all = rows(printed(&world, "search vertrouw* --format csv"));
    let of_json: serde_json::Value =
        serde_json::from_slice(&printed(&world, "search vertrouw* --format json --limit 1000")).unwrap();
    assert_eq!(of_json["hits"].as_array().unwrap().len(), all.len(), "a table holds all hits");
    assert!(all.len() > 20, "more than the terminal shows");
    for (line, file, n_rows) in [
        ("search vertrouw*", "hits", all.len()),
        ("check", "problems", rows(printed(&world, "check --format csv")).len()),
        ("references", "literature", rows(printed(&world, "references --format csv")).len()),
    ] {
        world.done("studie", &format!("{line} --out ../{file}.csv"));
        assert_eq!(rows(world.read(&format!("{file}.csv"))).len(), n_rows, "{line}");
        world.done("studie", &format!("{line} --out ../{file}.xlsx"));
        let bytes = std::fs::read(world.path(&format!("{file}.xlsx"))).unwrap();
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let sheet = workbook.worksheet_range_at(1).unwrap().unwrap();
        assert_eq!(sheet.rows().skip(1).count(), n_rows, "{line}");
    }
    let refused = world.run_in("studie", &["search", "vertrouw*", "--out", "../hits.docx"]);
    assert!(refused.starts_with("exit 1\n") && refused.contains(".xlsx"), "{refused}");
}
