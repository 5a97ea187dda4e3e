//! The package of the example study, read again.

use super::*;
use crate::Silent;
use crate::export::{Format, export};
use draad_core::archive::{Archive, Creator};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

fn example() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/gedeeld-opvoederschap");
    Project::open(Some(&folder), Path::new("/"), None).unwrap()
}

fn asked() -> Request {
    Request { format: Some(Format::Archive), ..Request::default() }
}

fn package(project: &Project, request: &Request) -> BTreeMap<String, Vec<u8>> {
    let ((files, _), _) = make(project, request, false, &Silent).unwrap();
    files.into_iter().collect()
}

fn rows(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(files[name].as_slice());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// Returns the texts below their heads, by source, as the README says to find them.
fn texts(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<char>> {
    let there = rows(files, "data-list.csv").into_iter().filter(|row| !row["file"].is_empty());
    there
        .map(|row| {
            let text = std::str::from_utf8(&files[&row["file"]]).unwrap();
            (row["source"].clone(), text.chars().skip(row["text_starts"].parse().unwrap()).collect())
        })
        .collect()
}

#[test]
fn codings_and_transcripts_give_back_every_quote() {
    let project = example();
    let files = package(&project, &asked());
    let (codings, texts) = (rows(&files, "codings.csv"), texts(&files));
    assert_eq!(codings.len(), project.study().codings.len());
    let quotes: BTreeMap<(String, String, String), &str> = project
        .study()
        .codings
        .iter()
        .map(|one| ((one.coder.to_string(), one.source.to_string(), one.id.to_string()), one.quote.as_str()))
        .collect();
    for row in &codings {
        let quote = quotes[&(row["coder"].clone(), row["source"].clone(), row["coding"].clone())];
        let Ok(start) = row["start"].parse::<usize>() else { continue };
        let words: String = texts[&row["source"]][start..row["end"].parse().unwrap()].iter().collect();
        assert_eq!(words, quote);
    }
    for (source, text) in &texts {
        let stored = &project.study().sources[source.as_str()].text;
        assert_eq!(text.iter().collect::<String>(), stored.as_str());
    }
}

#[test]
fn the_sums_are_those_of_the_files_and_the_metadata_can_be_read() {
    let project = example();
    let mut files = package(&project, &asked());
    assert_eq!(files, package(&project, &asked()), "the same study gives the same bytes");
    let sums = String::from_utf8(files.remove("CHECKSUMS").unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in &files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    std::fs::write(folder.path().join("CHECKSUMS"), &sums).unwrap();
    assert_eq!(sums.lines().count(), files.len());
    assert!(sums.lines().zip(files.keys()).all(|(line, name)| line[64..] == format!("  {name}")));
    // the program that the README names, where there is one
    if let Ok(checked) = std::process::Command::new("sha256sum")
        .args(["--check", "--strict", "--quiet", "CHECKSUMS"])
        .current_dir(folder.path())
        .output()
    {
        assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    }
    let metadata: serde_json::Value = serde_json::from_slice(&files["metadata/datacite.json"]).unwrap();
    assert_eq!(metadata["publicationYear"], ":tba");
    let ddi = std::str::from_utf8(&files["metadata/ddi-study.xml"]).unwrap();
    assert_eq!(roxmltree::Document::parse(ddi).unwrap().root_element().tag_name().name(), "codeBook");
    let codebook = std::str::from_utf8(&files["codebook.qdc"]).unwrap();
    roxmltree::Document::parse(codebook.trim_start_matches('\u{feff}')).unwrap();
    // every column of every table is explained
    let explained: BTreeSet<(String, String)> = rows(&files, "dictionary.csv")
        .into_iter()
        .map(|row| (row["tabel"].clone(), row["kolom"].clone()))
        .collect();
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".csv") && *name != "dictionary.csv")
    {
        let table = name.trim_start_matches("tables/").trim_end_matches(".csv").to_owned();
        for column in csv::Reader::from_reader(bytes.as_slice()).headers().unwrap() {
            assert!(explained.contains(&(table.clone(), column.to_owned())), "{name} {column}");
        }
    }
}

#[test]
fn the_project_comes_back_into_an_empty_study_with_as_much() {
    let project = example();
    let files = package(&project, &asked());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("project.qdpx");
    std::fs::write(&file, &files["project.qdpx"]).unwrap();
    let root = folder.path().join("leeg");
    let empty = Study::new(draad_core::Settings::new("leeg", "Leeg", draad_core::Language::Nl));
    draad_store::StudyFolder::create(&root, &empty).unwrap();
    let mut back = Project::open(Some(&root), Path::new("/"), None).unwrap();
    let request = crate::import::Request { files: vec![file], ..crate::import::Request::default() };
    crate::import::import(&mut back, &request, &Silent).unwrap();
    let counts = |study: &Study| {
        let (sources, codings, memos) = (study.sources.len(), study.codings.len(), study.memos.len());
        (study.cases.len(), sources, study.codebook.codes.len(), codings, memos, study.participants.len())
    };
    assert_eq!(counts(back.study()), counts(project.study()));
}

#[test]
fn what_is_closed_or_withheld_stays_behind_everywhere() {
    let mut project = example();
    let study = &mut project.loaded_mut().study;
    let closed = study.sources.keys().next().unwrap().clone();
    let words =
        study.sources[&closed].text.as_str().lines().max_by_key(|line| line.len()).unwrap().to_owned();
    study.sources[&closed].extra.insert("access".into(), "closed".into());
    study.settings.archive = Archive {
        creators: vec![Creator {
            name: "Vries, A. de".into(),
            orcid: String::new(),
            affiliation: String::new(),
        }],
        withhold: vec!["echte_naam".into()],
        ..Archive::default()
    };
    for person in study.participants.values_mut() {
        person.extra.insert("echte_naam".into(), format!("Wezelaar-{}", person.id));
    }
    let n_left = study.codings.iter().filter(|coding| coding.source != closed).count();
    let files = package(&project, &asked());
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(&words), "{name} holds words of the closed source");
        assert!(!text.contains("Wezelaar"), "{name} holds what is withheld");
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(files["project.qdpx"].clone())).unwrap();
    for place in 0..archive.len() {
        let mut bytes = Vec::new();
        archive.by_index(place).unwrap().read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains(&words) && !text.contains("Wezelaar"), "project.qdpx");
    }
    assert_eq!(rows(&files, "codings.csv").len(), n_left);
    let listed =
        rows(&files, "data-list.csv").into_iter().find(|row| row["source"] == closed.as_str()).unwrap();
    assert_eq!((listed["access"].as_str(), listed["file"].as_str()), ("closed", ""));
    let withheld: Vec<String> =
        rows(&files, "withheld.csv").into_iter().map(|row| row["name"].clone()).collect();
    assert!(withheld.contains(&closed.to_string()) && withheld.contains(&"echte_naam".to_owned()));
}

#[test]
fn what_can_make_people_known_stops_the_package_until_there_is_a_reason() {
    let mut project = example();
    let source = project.study().sources.keys().next().unwrap().clone();
    let memo = &mut project.loaded_mut().study.memos[0];
    memo.body += "\nBel 06-12345678, ze heet echt zo.\n";
    let memo = paths::memo(memo.id.as_str());
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("pakket.zip");
    let mut request = Request { to: to.clone(), ..Request::default() };
    let refused = export(&project, &request, &Silent).unwrap_err();
    let Problem::ArchiveLeaks { n, places } = refused.problem else { panic!("{refused:?}") };
    assert_eq!(n, 1);
    assert!(places.contains(&memo), "{places}");
    assert!(!places.contains("12345678"), "the number itself is not repeated");
    assert!(std::fs::read_dir(folder.path()).unwrap().next().is_none(), "nothing is written");
    request.despite = Some("het is een verzonnen nummer".to_owned());
    export(&project, &request, &Silent).unwrap();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&to).unwrap()).unwrap();
    let mut readme = String::new();
    archive.by_name("gedeeld-opvoederschap/README.txt").unwrap().read_to_string(&mut readme).unwrap();
    assert!(readme.contains("het is een verzonnen nummer"));
    assert!(archive.by_name(&format!("gedeeld-opvoederschap/transcripts/{source}.odt")).is_ok());
}

#[test]
fn a_filter_that_lets_parts_of_sources_through_is_refused() {
    let filter = Filter { roles: vec!["parent".parse().unwrap()], ..Filter::default() };
    let request = Request { filter, ..asked() };
    let refused = make(&example(), &request, false, &Silent).unwrap_err();
    assert_eq!(refused.problem, Problem::ArchiveFilter { option: "role".into() });
}

/// The example study with a column of real names, a number and a day for a case, which may not leave it.
fn with_withheld(withhold: &[&str]) -> Project {
    let mut project = example();
    let study = &mut project.loaded_mut().study;
    study.settings.archive.withhold = withhold.iter().map(|column| (*column).to_owned()).collect();
    for (person, n) in study.participants.values_mut().zip(1..) {
        person.extra.insert("echte_naam".into(), format!("Wezelaar{n}"));
    }
    let case = study.cases.values_mut().next().unwrap();
    case.attributes.insert("dossier".parse().unwrap(), draad_core::AttributeValue::Integer(48_151_623));
    project
}

#[test]
fn no_export_has_a_column_that_may_not_leave_the_study() {
    let project = with_withheld(&["echte_naam", "dossier"]);
    let folder = tempfile::tempdir().unwrap();
    for (name, format) in [
        ("a.qdpx", Format::Qdpx),
        ("csv", Format::Csv),
        ("parquet", Format::Parquet),
        ("a.xlsx", Format::Xlsx),
        ("rock", Format::Rock),
        ("archief", Format::Archive),
    ] {
        let to = folder.path().join(name);
        let request = Request { to: to.clone(), format: Some(format), ..Request::default() };
        let exported = export(&project, &request, &Silent).unwrap();
        let lost = std::fs::read_to_string(&exported.loss_report).unwrap();
        assert!(lost.contains("echte_naam") && lost.contains("dossier"), "{name}: {lost}");
        for (path, text) in unpacked(&to) {
            assert!(!text.contains("Wezelaar") && !text.contains("48151623"), "{name}: {path}");
        }
    }
}

/// Returns all texts of a file or folder, and of what is packed in them.
fn unpacked(path: &Path) -> Vec<(String, String)> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).unwrap();
        return entries.flat_map(|entry| unpacked(&entry.unwrap().path())).collect();
    }
    let bytes = std::fs::read(path).unwrap();
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(&bytes)) else {
        return vec![(path.display().to_string(), String::from_utf8_lossy(&bytes).into_owned())];
    };
    let entry = |place: usize| {
        let mut file = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (place.to_string(), String::from_utf8_lossy(&bytes).into_owned())
    };
    (0..zip::ZipArchive::new(Cursor::new(&bytes)).unwrap().len()).map(entry).collect()
}

#[test]
fn names_and_labels_can_stay_behind_and_roles_stay_what_they_are() {
    let project = with_withheld(&["name", "labels"]);
    let refused = make(&project, &asked(), false, &Silent).unwrap_err();
    assert!(matches!(refused.problem, Problem::ArchiveLeaks { .. }), "they stand in the texts: {refused:?}");
    let request = Request { despite: Some("verzonnen".into()), ..asked() };
    let (files, whole) = (package(&project, &request), package(&example(), &asked()));
    for row in rows(&files, "participants.csv") {
        assert_eq!((row["name"].as_str(), row["labels"].as_str()), ("", ""), "{row:?}");
    }
    assert!(rows(&files, "cases.csv").iter().all(|row| row["name"].is_empty()));
    for (here, there) in rows(&files, "codings.csv").iter().zip(rows(&whole, "codings.csv")) {
        for column in ["participant", "role", "cases", "phase"] {
            assert_eq!(here[column], there[column], "{column} of {there:?}");
        }
    }
}

#[test]
fn a_column_that_is_not_there_is_not_said_to_stay_behind() {
    let files = package(&with_withheld(&["echte_namen"]), &asked());
    assert!(rows(&files, "withheld.csv").iter().all(|row| row["name"] != "echte_namen"));
}

#[test]
fn a_part_of_a_withheld_name_stops_the_package() {
    let mut project = with_withheld(&["echte_naam"]);
    let study = &mut project.loaded_mut().study;
    let person = study.participants.values_mut().next().unwrap();
    person.extra.insert("echte_naam".into(), "Wilhelmina van Achterberg".into());
    study.memos[0].body += "\nWilhelmina vertelde het zelf.\n";
    let memo = paths::memo(study.memos[0].id.as_str());
    let refused = make(&project, &asked(), false, &Silent).unwrap_err();
    let Problem::ArchiveLeaks { n: 1, places } = refused.problem else { panic!("{refused:?}") };
    assert!(places.contains(&memo) && !places.contains("Wilhelmina"), "{places}");
}
