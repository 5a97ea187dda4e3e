//! `draad run` from the outside: what settings ask for, and what stands in the way of writing.

use crate::first_study::coded;
use crate::{example, world};
use draad_tests::world::World;
use std::collections::BTreeSet;

/// The endings of the figures under a folder.
fn endings(world: &World, folder: &str) -> BTreeSet<String> {
    let files = world.files("proef/output/figures").into_keys();
    let below = files.filter(|name| name.starts_with(folder));
    below.filter_map(|name| Some(name.rsplit_once('.')?.1.to_owned())).collect()
}

#[test]
fn figures_are_made_as_the_settings_say() {
    let world = coded("nl");
    world.set_output(
        "proef",
        "formats = ['svg', 'pdf']\ncase_formats = ['png']\nthemes = ['grey', 'colour']\npage = '90'\ndpi = 100",
    );
    world.done("proef", "run");
    let made = world.files("proef/output/figures");
    let svg = String::from_utf8(made["matrix.svg"].clone()).unwrap();
    let drawing = roxmltree::Document::parse(&svg).unwrap();
    assert_eq!(drawing.root_element().attribute("width"), Some("90mm"));
    assert_ne!(made["matrix.svg"], made["colour/matrix.svg"], "each in its own colours");
    assert!(endings(&world, "matrix").is_superset(&["pdf", "svg", "txt"].map(str::to_owned).into()));
    assert!(!endings(&world, "matrix").contains("png") && !endings(&world, "cases/").contains("svg"));
    assert!(endings(&world, "cases/").contains("png") && endings(&world, "colour/sources/").contains("png"));

    // width in pixels stands at the sixteenth byte of a PNG
    let png = &made["sources/p01-dagboek/portrait.png"];
    let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert_eq!(width, (90.0_f64 / 25.4 * 100.0).round() as u32);
}

#[test]
fn a_setting_that_cannot_be_is_told_with_its_place() {
    let world = coded("nl");
    world.set_output("proef", "formats = ['gif']");
    let seen = world.run_in("proef", &["run"]);
    assert!(seen.starts_with("exit 1\n") && seen.contains("study.toml:"), "{seen}");
    assert!(seen.contains("`gif`") && seen.contains("`svg`, `png`, `pdf`"), "{seen}");
    assert!(!world.path("proef/output/figures").exists());
}

#[test]
fn figures_of_a_run_are_those_that_the_manifest_says_how_to_make() {
    let world = world();
    world.copy(&example(), "studie");
    world.set_output("studie", "formats = ['svg']");
    world.done("studie", "run");
    let manifest: serde_json::Value =
        serde_json::from_str(&world.read("studie/output/manifest.json")).unwrap();
    for name in
        ["balance.svg", "cases/p01/timeline.svg", "cases/p01/route.svg", "sources/p01-dagboek/portrait.svg"]
    {
        let entry = &manifest["files"][format!("figures/{name}")];
        let command = entry["made_by"].as_str().unwrap().strip_prefix("draad ").unwrap();
        world.done("studie", &format!("{command} --format svg --out ../los"));
        let file = name.rsplit('/').next().unwrap();
        let bytes = world.files("los").remove(file).unwrap();
        assert!(bytes == world.files("studie/output/figures")[name], "{name}");
        assert_eq!(entry["hash"], blake3::hash(&bytes).to_hex().as_str());
    }
}

#[test]
fn a_file_that_is_protected_is_told_and_the_others_are_made() {
    let world = coded("nl");
    world.done("proef", "run");
    let report = world.path("proef/output/report.html");
    let mut permissions = std::fs::metadata(&report).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&report, permissions).unwrap();
    world.done("proef", "code --source p01-dagboek --quote 'met soep' --code contact");
    let seen = world.run_in("proef", &["run"]);
    assert!(seen.starts_with("exit 1\n"), "{seen}");
    assert!(seen.contains("output/report.html: Hier mag niet geschreven worden"), "{seen}");
    let english = world.run_in("proef", &["run", "--lang", "en"]);
    assert!(english.contains("output/report.html: You may not write here"), "{english}");
}

/// The system's limit on the size of a file stands in for a full disk: writing fails half-way, as it would there.
#[test]
#[cfg(unix)]
fn where_there_is_no_room_what_fits_is_made_and_the_rest_later() {
    let world = coded("nl");
    let seen = world.shell("proef", "trap '' XFSZ; ulimit -f 8; draad run --lang en");
    assert!(seen.starts_with("exit 1\n"), "{seen}");
    assert_eq!(seen.matches("This cannot be written").count(), 5, "{seen}");
    assert!(seen.contains("more files could not be written"), "{seen}");
    let half: Vec<String> =
        world.files("proef/output").into_keys().filter(|name| name.contains(".draad-")).collect();
    assert!(half.is_empty(), "{half:?}");
    assert!(
        world.path("proef/output/tables/balance.csv").exists()
            && !world.path("proef/output/report.html").exists()
    );
    world.done("proef", "run --lang en");
    let mut made = world.files("proef/output");
    made.retain(|name, _| name != "import-report.md");
    std::fs::remove_dir_all(world.path("proef/output")).unwrap();
    world.done("proef", "run --lang en");
    assert!(made == world.files("proef/output"), "as if there had been room at once");
}
