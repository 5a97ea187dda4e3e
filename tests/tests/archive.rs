//! `draad export --archive` and `draad report --as workbook`: where things go, what is refused, and that a package comes back.

use crate::{example, world};
use draad_tests::world::World;

fn with_example() -> World {
    let world = world().set("DRAAD_LANG", "en");
    world.copy(&example(), "studie");
    world
}

#[test]
fn a_package_goes_to_the_output_folder_or_where_one_says() {
    let world = with_example();
    world.done("studie", "export --archive");
    let folder = "studie/output/gedeeld-opvoederschap-archive";
    let names = world.files(folder);
    for name in ["README.txt", "CHECKSUMS", "codings.csv", "metadata/datacite.json", "methods/design.toml"] {
        assert!(names.contains_key(name), "{name}");
    }
    world.done("studie", "export --to ../pakket.zip");
    world.done("studie", "export --archive --out ../pakket-2.zip");
    let made = world.files("");
    assert_eq!(made["pakket.zip"], made["pakket-2.zip"]);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&made["pakket.zip"])).unwrap();
    assert_eq!(archive.len(), names.len());
    assert!(archive.by_name("gedeeld-opvoederschap/CHECKSUMS").is_ok());
}

#[test]
fn what_a_package_cannot_be_asked_is_refused() {
    let world = with_example();
    for (line, said) in [
        ("export --archive --role parent", "--role"),
        ("export --to ../tabellen --despite because", "--despite"),
        ("export --archive --format csv", "--format"),
        ("export", "--to"),
    ] {
        let answer = world.run_in("studie", &line.split(' ').collect::<Vec<_>>());
        assert!(answer.contains(said) && !answer.contains("exit 0"), "{line}: {answer}");
    }
    world.edit("studie/memos/p01-soep.md", "\n---\n", "\n---\nBel 06-12345678.\n");
    let answer = world.run_in("studie", &["export", "--archive", "--to", "../pakket"]);
    assert!(answer.contains("memos/p01-soep.md:") && answer.contains("--despite"), "{answer}");
    assert!(!world.path("pakket").exists());
}

#[test]
fn the_workbook_stands_beside_the_page() {
    let world = with_example();
    world.done("studie", "report --as workbook");
    assert!(world.path("studie/output/workbook.xlsx").is_file());
    world.done("studie", "report --as workbook --kind interview");
    assert!(world.path("studie/output/filtered/workbook.xlsx").is_file());
}
