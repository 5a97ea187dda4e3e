//! Literature, from a file by hand to the list of references.

use crate::{example, world};
use draad_tests::world::World;
use std::io::Read;

fn with_example() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

/// The keys that the file has, read without the program.
fn keys(bib: &str) -> Vec<String> {
    let entries = bib.lines().filter(|line| line.starts_with('@'));
    entries.map(|line| line.split(['{', ',']).nth(1).unwrap().to_owned()).collect()
}

#[test]
fn the_list_has_every_work_and_who_cites_it() {
    let world = with_example();
    let seen = world.run_in("studie", &["references", "--format", "csv"]);
    let table = seen.split_once("--- stdout\n").unwrap().1.split("--- stderr").next().unwrap();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for record in csv::Reader::from_reader(table.as_bytes()).into_records() {
        rows.push(record.unwrap().iter().map(str::to_owned).collect());
    }
    let mut found: Vec<String> = rows.iter().map(|row| row[0].clone()).collect();
    let mut expected = keys(&world.read("studie/references.bib"));
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    // the codes of each work, counted again in the codebook
    let codebook = world.read("studie/codebook.csv");
    let mut codes: Vec<(String, String)> = Vec::new();
    for record in csv::Reader::from_reader(codebook.as_bytes()).into_records() {
        let record = record.unwrap();
        let listed = record[13].split(';').filter(|key| !key.is_empty());
        codes.extend(listed.map(|key| (key.to_owned(), record[0].to_owned())));
    }
    for row in &rows {
        let own: Vec<&str> =
            codes.iter().filter(|(key, _)| *key == row[0]).map(|(_, code)| code.as_str()).collect();
        assert_eq!(row[6], own.join(";"), "{}", row[0]);
    }
}

#[test]
fn what_is_wrong_is_said_with_its_line_and_the_rest_is_read() {
    let world = with_example();
    world.edit("studie/references.bib", "  date      = {1987},", "  date      = {1987,");
    world.edit("studie/findings/uitkomst-is-niet-verloop.md", "vgl. @yin2018", "vgl. @yin2019");
    let seen = world.run_in("studie", &["check"]);
    assert!(seen.contains("references.bib:"), "{seen}");
    assert!(seen.contains("`ragin1987` kan niet gelezen worden"), "{seen}");
    assert!(seen.contains("findings/uitkomst-is-niet-verloop.md:14"), "{seen}");
    assert!(seen.contains("Bedoel je `yin2018`?"), "{seen}");
    let list = world.run_in("studie", &["references"]);
    assert!(
        list.contains("Braun, V., & Clarke, V. (2006)") && list.contains("Niet in references.bib:"),
        "{list}"
    );
}

#[test]
fn literature_travels_with_a_study_and_back() {
    let world = with_example();
    world.done("studie", "export --to ../studie.qdpx");
    world.done("", "new terug");
    world.done("terug", "import ../studie.qdpx");
    assert_eq!(world.read("terug/references.bib"), world.read("studie/references.bib"));
    assert_eq!(world.read("terug/codebook.csv"), world.read("studie/codebook.csv"));
    assert!(world.read("terug/findings/vertrouwen-van-een-kant.md").contains("verzonnen2019"));
}

#[test]
fn the_page_and_the_manuscript_have_the_same_references() {
    let world = with_example();
    world.done("studie", "report");
    world.done("studie", "report --as manuscript");
    let page = world.read("studie/output/report.html");
    assert!(page.contains("(Ragin, 1987; vgl. Yin, 2018)"));
    assert!(
        page.contains(
            "<em>The comparative method: Moving beyond qualitative and quantitative strategies</em>"
        )
    );
    let bytes = std::fs::read(world.path("studie/output/manuscript.docx")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let document = roxmltree::Document::parse(&xml).unwrap();
    let words: String = document
        .descendants()
        .filter(|node| node.has_tag_name("t") || node.tag_name().name() == "t")
        .filter_map(|node| node.text())
        .collect();
    assert!(words.contains("Ragin, C. C. (1987). The comparative method: Moving beyond qualitative and quantitative strategies. University of California Press."), "the reference is in the manuscript");
    assert!(!words.contains("Braun, V."), "only a memo cites it");
}
