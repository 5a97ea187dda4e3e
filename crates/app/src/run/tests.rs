//! Whatever changes between two runs, the second leaves what a first run would have made.
#![allow(clippy::unwrap_used, reason = "a fixture that does not fit fails its test")]

use super::*;
use crate::Silent;
use draad_core::Severity;
use draad_store::StudyFolder;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::SystemTime;
use tempfile::TempDir;

const SETTINGS: &str = "format = 1\nid = 's'\ntitle = 'Proef'\nlanguage = 'nl'\n\
    [[roles]]\nid = 'parent'\n[[kinds]]\nid = 'interview'\n[[phases]]\nid = 'begin'\n[[phases]]\nid = 'later'\n\
    [[attributes]]\nid = 'afloop'\ntype = 'choice'\nlevels = [{ id = 'goed' }, { id = 'slecht' }]\noutcome = true\n";

const TEXT: &str = "M: Ik vertrouw haar en wij bellen elke week.\nM: Toch belde zij nooit terug.\n";

/// A study of three cases by its files.
fn files() -> Vec<(&'static str, String)> {
    let units = "start,end,speaker\n3,44,M\n48,75,M\n";
    let codings = "id,code,start,end,quote\nc1,vertrouwen,6,14,vertrouw\nc2,bellen,27,33,bellen\n";
    vec![
        ("study.toml", SETTINGS.to_owned()),
        ("cases.csv", "case,name,afloop\np01,Een,goed\np02,Twee,slecht\np03,Drie,goed\n".to_owned()),
        ("participants.csv", "participant,role,cases,labels\nouder,parent,p01;p02;p03,M\n".to_owned()),
        ("codebook.csv", "code,kind,valence\nvertrouwen,factor,promoting\nbellen,factor,hindering\n".to_owned()),
        (
            "sources.csv",
            "source,cases,kind,date,phase\ns1,p01,interview,2020-02-01,begin\ns2,p02,interview,2021-02-01,later\n\
             s3,p03,interview,2020-05-01,begin\n"
                .to_owned(),
        ),
        ("phases.csv", "case,phase,start,end\np01,begin,2020-01-01,2020-12-31\n".to_owned()),
        ("sources/s1.txt", TEXT.to_owned()),
        ("sources/s2.txt", TEXT.to_owned()),
        ("sources/s3.txt", TEXT.to_owned()),
        ("units/s1.csv", units.to_owned()),
        ("units/s2.csv", units.to_owned()),
        ("units/s3.csv", units.to_owned()),
        ("codings/anna/s1.csv", codings.to_owned()),
        ("codings/anna/s2.csv", codings.replace("vertrouwen,6", "bellen,6")),
        ("codings/bram/s1.csv", codings.to_owned()),
        ("events.csv", "case,date,status\np01,2020-03-01,held\n".to_owned()),
        ("memos/m1.md", "---\ntitle: Een\n---\n\nTekst.\n".to_owned()),
    ]
}

struct World {
    place: TempDir,
}

impl World {
    fn new() -> Self {
        let world = Self { place: tempfile::tempdir().unwrap() };
        files().iter().for_each(|(path, text)| world.write(path, text));
        world
    }

    /// The same study elsewhere, of which nothing has been made.
    fn without_outputs(&self) -> Self {
        let world = Self { place: tempfile::tempdir().unwrap() };
        for (path, bytes) in all_files(self.place.path()) {
            if !path.starts_with("output/") && !path.starts_with(".draad/") {
                world.write(&path, bytes);
            }
        }
        world
    }

    fn path(&self, path: &str) -> PathBuf {
        self.place.path().join(path)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    fn replace(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(old), "{path} holds {old}");
        self.write(path, text.replace(old, new));
    }

    fn project(&self) -> Project {
        let project = Project::open(Some(self.place.path()), self.place.path(), None).unwrap();
        assert_eq!(project.count(Severity::Error), 0, "{:?}", project.diagnostics());
        project
    }

    fn run(&self) -> Ran {
        run(&self.project(), false, &Silent).unwrap()
    }

    fn outputs(&self) -> BTreeMap<String, Vec<u8>> {
        all_files(&self.path("output"))
    }

    fn times(&self) -> BTreeMap<String, SystemTime> {
        let time = |name: &String| fs::metadata(self.path("output").join(name)).unwrap().modified().unwrap();
        self.outputs().keys().map(|name| (name.clone(), time(name))).collect()
    }

    /// What was written since these times.
    fn written_since(&self, before: &BTreeMap<String, SystemTime>) -> BTreeSet<String> {
        self.times()
            .into_iter()
            .filter(|(name, time)| before.get(name) != Some(time))
            .map(|(name, _)| name)
            .collect()
    }
}

fn all_files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().display().to_string().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn assert_same(warm: &World, cold: &World, what: &str) {
    let (warm, cold) = (warm.outputs(), cold.outputs());
    assert_eq!(warm.keys().collect::<Vec<_>>(), cold.keys().collect::<Vec<_>>(), "{what}");
    for (name, bytes) in &warm {
        assert!(*bytes == cold[name], "{what}: {name} is stale");
    }
}

#[test]
fn a_second_run_makes_nothing_and_the_manifest_says_what_is_there() {
    let world = World::new();
    let first = world.run();
    assert!(!first.was_current && first.n_written == first.files.len() && first.unwritten.is_empty());
    let times = world.times();
    let second = world.run();
    assert!(second.was_current && second.n_written == 0);
    assert_eq!((second.files, second.refused), (first.files, first.refused));
    assert_eq!(world.times(), times);

    let outputs = world.outputs();
    let manifest: serde_json::Value = serde_json::from_slice(&outputs["manifest.json"]).unwrap();
    let entries = manifest["files"].as_object().unwrap();
    assert_eq!(entries.len() + 1, outputs.len(), "every file but the manifest itself");
    for (name, entry) in entries {
        assert_eq!(entry["hash"], blake3::hash(&outputs[name]).to_hex().as_str(), "{name}");
        let is_picture = name.ends_with(".png") || name.ends_with(".pdf");
        assert_eq!(entry["drawing"].is_string(), is_picture, "{name}");
        assert!(entry["from"].as_array().unwrap().iter().any(|part| part == "data"), "{name}");
    }
    assert_eq!(entries["figures/cases/p01/timeline.svg"]["made_by"], "draad figure timeline --case p01");
    assert_eq!(manifest["data"], world.project().loaded.fingerprint);
}

#[test]
fn each_case_and_source_has_its_figures() {
    let world = World::new();
    let ran = world.run();
    for name in ["cases/p01/timeline.svg", "cases/p02/codeline.svg", "sources/s2/portrait.svg"] {
        assert!(ran.files.contains(&format!("figures/{name}")), "{name}: {:?}", ran.files);
    }
    let of_cases = ran.files.iter().filter(|name| name.contains("/cases/") || name.contains("/sources/"));
    let is_no_picture = |name: &String| [".svg", ".csv", ".txt"].iter().any(|ending| name.ends_with(ending));
    assert!(of_cases.clone().all(is_no_picture));
    // the study has no route: that is said of it, and not of each of its cases again
    let undrawn: Vec<&str> = ran.refused.iter().map(|refused| refused.name.as_str()).collect();
    assert_eq!(undrawn.iter().filter(|name| name.contains("route")).count(), 1, "{undrawn:?}");
    assert!(undrawn.contains(&"figuur portrait van s3"), "nobody coded it: {undrawn:?}");
}

/// A change of the study: what it is called, and how to make it.
type Change = (&'static str, fn(&World));

const CHANGES: [Change; 12] = [
    ("a coding goes", |world| world.replace("codings/anna/s1.csv", "c2,bellen,27,33,bellen\n", "")),
    ("a coding comes back", |world| {
        world.replace("codings/anna/s1.csv", "c1,", "c2,bellen,27,33,bellen\nc1,");
    }),
    ("another direction", |world| {
        world.replace("codebook.csv", "bellen,factor,hindering", "bellen,factor,promoting");
    }),
    ("a memo", |world| world.replace("memos/m1.md", "Tekst.", "Andere tekst.")),
    ("a finding", |world| world.write("findings/f1.md", "---\ntitle: Vondst\n---\n\nTekst.\n")),
    ("a case with another outcome", |world| world.replace("cases.csv", "p02,Twee,slecht", "p02,Twee,goed")),
    ("an event", |world| world.replace("events.csv", "2020-03-01", "2020-04-01")),
    ("a table of its own", |world| world.write("tables.toml", "[[table]]\nname = 'a'\ntable = 'balance'\n")),
    ("that table goes", |world| fs::remove_file(world.path("tables.toml")).unwrap()),
    ("a title", |world| world.replace("study.toml", "Proef", "Andere proef")),
    ("other formats", |world| {
        world.replace(
            "study.toml",
            "language = 'nl'\n",
            "language = 'nl'\noutput.formats = ['pdf']\noutput.case_formats = []\n",
        );
    }),
    ("other colours", |world| {
        world.replace("study.toml", "output.case_formats = []", "output.themes = ['grey', 'colour']")
    }),
];

#[test]
fn no_change_leaves_anything_stale() {
    let world = World::new();
    world.run();
    for (what, change) in CHANGES {
        change(&world);
        let warm = world.run();
        assert!(!warm.was_current, "{what}");
        let cold = world.without_outputs();
        assert_eq!(cold.run().files, warm.files, "{what}");
        assert_same(&world, &cold, what);
        assert!(world.run().was_current, "{what}");
    }
}

#[test]
fn a_memo_changes_the_hash_in_captions_and_no_picture() {
    let world = World::new();
    world.run();
    let times = world.times();
    world.replace("memos/m1.md", "Tekst.", "Andere tekst.");
    world.run();
    let written = world.written_since(&times);
    let with_hash = [".txt", ".html", ".json", ".docx", ".xlsx"];
    let has_hash = |name: &String| with_hash.iter().any(|ending| name.ends_with(ending));
    let others: Vec<&String> = written.iter().filter(|name| !has_hash(name)).collect();
    assert_eq!(others, Vec::<&String>::new());
    assert!(written.contains("figures/matrix.txt") && written.contains("report.html"));
}

#[test]
fn how_figures_look_leaves_the_hash_of_the_data_as_it_is() {
    let world = World::new();
    let before = world.project().loaded.fingerprint.clone();
    world.run();
    let times = world.times();
    world.write("study.toml", format!("{SETTINGS}\n[output]\ndpi = 150\n"));
    let project = world.project();
    assert_eq!((project.loaded.fingerprint.clone(), project.study().settings.output.dpi), (before, 150));
    world.run();
    let written = world.written_since(&times);
    assert!(written.iter().all(|name| name.ends_with(".png") || name == "manifest.json"), "{written:?}");
    let manifest = String::from_utf8(world.outputs()["manifest.json"].clone()).unwrap();
    assert!(manifest.contains("\"dpi\": 150"));
}

#[test]
fn a_file_that_somebody_changed_or_removed_is_made_anew() {
    let world = World::new();
    world.run();
    let made = world.outputs();
    world.write("output/figures/matrix.png", "a picture with an arrow in it");
    world.write("output/tables/balance.csv", "case\n");
    fs::remove_file(world.path("output/figures/matrix.pdf")).unwrap();
    let again = world.run();
    assert_eq!((again.n_written, again.was_current), (3, false));
    assert_eq!(world.outputs(), made);
    fs::remove_dir_all(world.path(".draad")).unwrap();
    assert!(world.run().was_current, "stamps are no more than a help");
}

#[test]
fn what_is_no_longer_made_goes_unless_somebody_changed_it() {
    let world = World::new();
    world.run();
    world.write("output/figures/cases/p03/timeline.txt", "own words");
    world.write("output/figures/own.svg", "<svg/>");
    for path in ["cases.csv", "sources.csv"] {
        let text = fs::read_to_string(world.path(path)).unwrap();
        let kept: Vec<&str> = text.lines().filter(|line| !line.contains("p03")).collect();
        world.write(path, kept.join("\n"));
    }
    world.replace("participants.csv", ";p03", "");
    fs::remove_file(world.path("sources/s3.txt")).unwrap();
    fs::remove_file(world.path("units/s3.csv")).unwrap();
    let ran = world.run();
    assert!(!ran.files.iter().any(|name| name.contains("p03") || name.contains("s3")));
    let left: Vec<String> = world.outputs().into_keys().filter(|name| !ran.files.contains(name)).collect();
    assert_eq!(left, ["figures/cases/p03/timeline.txt", "figures/own.svg", "manifest.json"]);
    assert!(!world.path("output/figures/sources/s3").exists());
}

#[test]
fn a_run_that_was_interrupted_is_gone_on_with() {
    let world = World::new();
    world.run();
    let before = world.outputs();
    world.replace("codings/anna/s1.csv", "c2,bellen,27,33,bellen\n", "");
    world.run();
    // half of the files are new, the manifest and the others are of the run before, one was half written
    for (name, bytes) in before.iter().filter(|(name, _)| name.as_str() > "figures/matrix.svg") {
        world.write(&format!("output/{name}"), bytes);
    }
    world.write("output/figures/.matrix.svg.draad-1", "<sv");
    let cold = world.without_outputs();
    cold.run();
    assert!(!world.run().was_current);
    assert_same(&world, &cold, "after a change");

    // the change is taken back, but the new files are there
    let after = world.outputs();
    world.write(
        "codings/anna/s1.csv",
        &files().iter().find(|(path, _)| *path == "codings/anna/s1.csv").unwrap().1,
    );
    world.run();
    for (name, bytes) in after.iter().filter(|(name, _)| name.as_str() < "figures/matrix.svg") {
        world.write(&format!("output/{name}"), bytes);
    }
    world.run();
    assert_eq!(world.outputs(), before);
}

#[test]
fn one_file_in_the_way_leaves_the_others_to_be_made() {
    let world = World::new();
    fs::create_dir_all(world.path("output/figures/matrix.png/kept")).unwrap();
    let ran = world.run();
    let [failure] = &ran.unwritten[..] else { panic!("{:?}", ran.unwritten) };
    assert_eq!(failure.place.file, "output/figures/matrix.png");
    assert!(
        matches!(&failure.problem, Problem::CannotWrite { reason } if reason == "a-folder"),
        "{failure:?}"
    );
    assert_eq!(ran.n_written + 1, ran.files.len());
    let still = world.run();
    assert_eq!(
        (still.was_current, still.n_written, still.unwritten.len()),
        (false, 0, 1),
        "it is said again"
    );
    fs::remove_dir_all(world.path("output/figures/matrix.png")).unwrap();
    let mended = world.run();
    assert_eq!((mended.n_written, mended.unwritten.len()), (1, 0));
    assert!(world.run().was_current);
    let cold = world.without_outputs();
    cold.run();
    assert_same(&world, &cold, "after all");
}

#[test]
fn a_protected_file_is_told_and_stays() {
    let world = World::new();
    world.run();
    let file = world.path("output/report.html");
    let set = |readonly| {
        let mut permissions = fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(readonly);
        fs::set_permissions(&file, permissions).unwrap();
    };
    let old = fs::read(&file).unwrap();
    world.replace("memos/m1.md", "Tekst.", "Andere tekst.");
    set(true);
    assert_eq!(world.run().unwritten.len(), 1);
    assert_eq!(fs::read(&file).unwrap(), old);
    assert!(!world.run().was_current, "what is there is older");
    set(false);
    assert_eq!(world.run().n_written, 1);
    assert_ne!(fs::read(&file).unwrap(), old);
}

#[test]
fn a_manifest_of_an_older_version_says_what_may_go() {
    let world = World::new();
    world.write("output/tables/gone.csv", "a\n");
    world.write("output/tables/mine.csv", "b\n");
    let hash = blake3::hash(b"a\n").to_hex().to_string();
    let older = format!(
        r#"{{"version": "0.0.1", "study": "x", "language": "nl", "files": {{"tables/gone.csv": "{hash}", "tables/mine.csv": "{hash}"}}}}"#
    );
    world.write("output/manifest.json", older);
    assert!(!world.run().was_current);
    assert!(!world.path("output/tables/gone.csv").exists() && world.path("output/tables/mine.csv").exists());
    assert!(world.run().was_current);
    world.write("output/manifest.json", "{");
    assert_eq!(world.run().n_written, 0, "all files are as they should be");
    assert!(world.run().was_current);
}

#[test]
fn everything_is_made_anew_when_that_is_asked() {
    let world = World::new();
    world.run();
    let made = world.outputs();
    let stamps = fs::read(world.path(".draad/outputs.json")).unwrap();
    let path = world.path("output/figures/matrix.png");
    let mut spoilt = made["figures/matrix.png"].clone();
    *spoilt.last_mut().unwrap() ^= 1;
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    fs::write(&path, spoilt).unwrap();
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_times(fs::FileTimes::new().set_modified(time)).unwrap();
    drop(file);
    assert!(world.run().was_current, "a change that keeps size and time is not seen");
    assert_eq!(run(&world.project(), true, &Silent).unwrap().n_written, 1);
    assert_eq!(world.outputs(), made);
    assert!(!stamps.is_empty());
}

#[test]
fn a_folder_in_which_nothing_can_be_made_is_told_once() {
    let world = World::new();
    world.write("output", "a file in the way");
    let failure = run(&world.project(), false, &Silent).unwrap_err();
    assert_eq!(failure.place.file, "output");
    assert!(matches!(failure.problem, Problem::CannotWrite { .. }));
    assert!(StudyFolder::at(world.place.path()).load().is_ok());
}
