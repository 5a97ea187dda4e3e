//! Bad input: each mistake gets a message with its place and the next step, the rest goes on, and nothing that stands in
//! the study is lost or changed.

use crate::session::session;
use crate::{raw, world, zipped};
use draad_tests::world::World;
use insta::assert_snapshot;

/// A study of two cases, coded by two people.
fn study() -> World {
    let world = world();
    world.run(&["--lang", "en", "new", "study"]);
    for (path, text) in [
        ("cases.csv", "case,name,constructiveness\np01,Noor,constructive\np02,Daan,stalled\n"),
        (
            "participants.csv",
            "participant,role,cases,labels,name\nmum,parent,p01,M,Sam\nhome,family-home-parent,p01;p02,J,Jo\n",
        ),
        (
            "codebook.csv",
            "code,name_en,kind,valence,level,definition\ntrust,Trust,factor,promoting,relation,To rely on\ncontact,Contact,theme,,,How it goes\n",
        ),
    ] {
        world.write(&format!("study/{path}"), text);
    }
    world.write(
        "raw/talk.txt",
        "M: Dat bén ik.\nJ: We belden eerst.\nM: Dat was fijn.\nJ: Ja, dat was fijn.\n",
    );
    world.write("raw/notes.txt", "Gebeld met moeder.\n\nMorgen weer.\n");
    world.done("study", "import ../raw/talk.txt --case p01 --kind interview");
    world.done("study", "import ../raw/notes.txt --case p02 --kind phone");
    for (coder, quote) in [("anna", "We belden eerst."), ("bram", "Dat bén ik.")] {
        world.run_in(
            "study",
            &["code", "--source", "talk", "--quote", quote, "--code", "trust", "--coder", coder],
        );
    }
    assert_eq!(world.run_in("study", &["check"]), "exit 0\n--- stderr\nno errors, no warnings, no notes\n");
    world
}

/// Runs lines of the command and checks that no file of the study changes.
fn harmless(world: &World, lines: &[&str]) -> String {
    let before = world.files("study");
    let seen = session(world, "study", lines);
    let after = world.files("study");
    let changed: Vec<_> =
        before.keys().chain(after.keys()).filter(|path| before.get(*path) != after.get(*path)).collect();
    assert!(changed.is_empty(), "{changed:?} changed:\n{seen}");
    seen
}

/// A way to damage a study: its name, and what it does.
type Damage = (&'static str, fn(&World));

/// What the user sees of each damage, and that nothing is written because of it.
fn damaged(damages: &[Damage], lines: &[&str]) -> String {
    let one = |(name, damage): &Damage| {
        let world = study();
        damage(&world);
        format!("# {name}\n{}", harmless(&world, lines))
    };
    damages.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn remove(world: &World, path: &str) {
    std::fs::remove_file(world.path(path)).unwrap();
}

#[test]
fn files_that_are_missing_or_broken() {
    assert_snapshot!(damaged(
        &[
            ("no text of a source", |world| remove(world, "study/sources/talk.txt")),
            ("no units of a source", |world| remove(world, "study/units/notes.csv")),
            ("no codebook", |world| remove(world, "study/codebook.csv")),
            ("a text of 0 bytes", |world| world.write("study/sources/notes.txt", "")),
            ("a text that is not UTF-8", |world| world.write(
                "study/sources/talk.txt",
                b"M: Dat b\xe9n ik.\nJ: We belden eerst.\nM: Dat was fijn.\nJ: Ja, dat was fijn.\n"
            )),
            ("a text that was edited", |world| world.edit(
                "study/sources/talk.txt",
                "M: Dat bén",
                "M: Kijk, dat bén"
            )),
            ("a table that is no table", |world| world.write("study/codebook.csv", b"\x00\x01\x02PNG\x00")),
            ("a memo with a broken head", |world| world
                .write("study/memos/a.md", "---\ntitle: [open\n---\ntext\n")),
            ("a memo without a head", |world| world.write("study/memos/a.md", "Just text.\n")),
            ("codings of nobody's source", |world| world
                .write("study/codings/anna/tlak.csv", "id,code,start,end\nx,trust,0,3\n")),
            ("a folder where a file should be", |world| {
                remove(world, "study/scores.csv");
                std::fs::create_dir(world.path("study/scores.csv")).unwrap();
            }),
        ],
        &["check"],
    ));
}

#[test]
fn rows_that_do_not_fit() {
    assert_snapshot!(damaged(
        &[
            ("a case twice", |world| world.write(
                "study/cases.csv",
                "case,name,constructiveness\np01,Noor,constructive\np02,Daan,stalled\np01,Noor weer,mixed\n"
            )),
            ("a code twice", |world| world.write(
                "study/codebook.csv",
                world.read("study/codebook.csv") + "trust,Trust,factor,promoting,relation,Once more\n"
            )),
            ("an outcome with a typo", |world| world.edit("study/cases.csv", "stalled", "stalld")),
            ("a shifted column", |world| world.edit(
                "study/participants.csv",
                "mum,parent,p01,M,Sam",
                "mum,,parent,p01,M,Sam"
            )),
            ("a column shifted within the row", |world| world.edit(
                "study/participants.csv",
                "mum,parent,p01,M,Sam",
                "mum,p01,parent,M,Sam"
            )),
            ("a quotation mark left open", |world| world.edit(
                "study/participants.csv",
                "mum,parent,p01,M,Sam",
                "mum,parent,p01,\"M,Sam"
            )),
            ("an unknown column", |world| world.edit("study/participants.csv", "labels,name", "lables,name")),
            ("a missing column", |world| world.edit(
                "study/participants.csv",
                "participant,role",
                "participant,rol"
            )),
            ("a source of an unknown case", |world| world.edit(
                "study/sources.csv",
                "notes,p02",
                "notes,p22"
            )),
            ("an unknown kind", |world| world.edit("study/sources.csv", "p02,phone", "p02,fone")),
            ("codes in a circle", |world| world.write(
                "study/codebook.csv",
                "code,parent,name_en,kind\ntrust,contact,Trust,factor\ncontact,trust,Contact,theme\n"
            )),
            ("a person in two roles", |world| world.write(
                "study/participants.csv",
                world.read("study/participants.csv") + "mum2,guide,p01,M,Sam\n"
            )),
        ],
        &["check"],
    ));
}

#[test]
fn units_and_codings_that_do_not_fit() {
    assert_snapshot!(damaged(
        &[
            ("an unknown code", |world| world.edit("study/codings/anna/talk.csv", ",trust,", ",trsut,")),
            ("a coding past the end", |world| world
                .write("study/codings/anna/talk.csv", "id,code,start,end\na,trust,60,999\nb,trust,3,14\n")),
            ("a coding that ends before it starts", |world| world
                .write("study/codings/anna/talk.csv", "id,code,start,end\na,trust,9,4\n")),
            ("a position that is no number", |world| world
                .write("study/codings/anna/talk.csv", "id,code,start,end\na,trust,three,9\n")),
            ("a quote that is not there", |world| world.edit(
                "study/codings/anna/talk.csv",
                "We belden eerst.",
                "We belden nooit."
            )),
            ("a quote that moved", |world| world.write(
                "study/codings/anna/talk.csv",
                "id,code,start,end,quote\na,trust,0,16,We belden eerst.\n"
            )),
            ("a theme with a valence", |world| world.write(
                "study/codings/anna/talk.csv",
                "id,code,start,end,valence\na,contact,3,14,hindering\n"
            )),
            ("the same coding twice", |world| world
                .write("study/codings/anna/talk.csv", "id,code,start,end\na,trust,3,14\nb,trust,3,14\n")),
            ("a unit past the end", |world| world
                .write("study/units/notes.csv", "start,end,kind\n0,18,said\n20,99,said\n")),
            ("overlapping units", |world| world
                .write("study/units/notes.csv", "start,end,kind\n0,18,said\n10,32,said\n")),
            ("a label of nobody", |world| world.edit("study/participants.csv", "p01,M,Sam", "p01,X,Sam")),
        ],
        &["check"],
    ));
}

#[test]
fn one_bad_row_hides_nothing_else_and_is_never_overwritten() {
    let world = study();
    world.edit("study/codings/anna/talk.csv", ",trust,", ",trsut,");
    let lines = [
        "status",
        "code --source talk --quote 'Ja, dat was fijn.' --code contact --coder anna",
        "table --format csv --out ../table.csv",
    ];
    assert_snapshot!(harmless(&world, &lines));
    assert!(world.read("table.csv").contains("trust"));
    world.run_in(
        "study",
        &["code", "--source", "talk", "--quote", "Ja, dat was fijn.", "--code", "contact", "--coder", "bram"],
    );
    assert!(
        world.read("study/codings/bram/talk.csv").contains("contact"),
        "the files without errors can be written"
    );
}

#[test]
fn tables_as_people_have_them_are_read() {
    let utf16 = |text: &str| {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>()
    };
    let cases = "case;name;constructiveness\r\np01;Noor;constructive\r\np02;André;stalled\r\n";
    let windows = cases
        .replace('é', "\u{1}")
        .bytes()
        .map(|byte| if byte == 1 { 0xe9 } else { byte })
        .collect::<Vec<u8>>();
    for (name, bytes) in [
        ("semicolons and a byte order mark", format!("\u{feff}{cases}").into_bytes()),
        ("UTF-16", utf16(cases)),
        ("tabs", cases.replace(';', "\t").into_bytes()),
    ] {
        let world = study();
        world.write("study/cases.csv", bytes);
        let seen = world.run_in("study", &["check"]);
        assert!(seen.starts_with("exit 0\n"), "{name}: {seen}");
        let status = world.run_in("study", &["status"]);
        assert!(status.contains("2 cases") && status.contains("constructive"), "{name}: {status}");
    }
    let world = study();
    world.write("study/cases.csv", windows);
    assert_snapshot!(harmless(&world, &["check"]));
}

#[test]
fn files_that_cannot_be_imported() {
    let world = study();
    world.write("raw/empty.txt", "");
    world.write("raw/broken.docx", &raw("p01/p01-overleg-1.docx")[..900]);
    world.write("raw/letters.docx", "this is no document");
    world.write("raw/evil.zip", zipped(&[("../../.bashrc", b"12-09-2019 17:58 - A: hoi\n")]));
    world.write("raw/empty.zip", zipped(&[("picture.jpg", b"\xff\xd8")]));
    world.write("raw/film.mp4", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00");
    world.write("raw/unclear.txt", "03/04/21, 17:58 - A: hoi\n03/04/21, 17:59 - B: dag\n");
    world.write("raw/kolommen.csv", "a;b\n1;2\n3;4\n");
    let lines = [
        "import ../raw/nowhere.txt --case p01 --kind phone",
        "import . --case p01 --kind phone",
        "import ../raw/empty.txt --case p01 --kind phone",
        "import ../raw/broken.docx --case p01 --kind interview",
        "import ../raw/letters.docx --case p01 --kind interview",
        "import ../raw/evil.zip --case p01",
        "import ../raw/empty.zip --case p01",
        "import ../raw/film.mp4 --case p01 --kind phone",
        "import ../raw/kolommen.csv --case p01 --kind diary",
        "import ../raw/talk.txt --case p01 --kind interview --name again",
        "import ../raw/unclear.txt --case p99",
        "import ../raw/unclear.txt --case p09 --new-case --kind fone",
        "import ../raw/unclear.txt --case p01 --phase later",
        "import ../raw/unclear.txt --case p01 --participant nobody",
        "import ../raw/unclear.txt",
    ];
    assert_snapshot!(harmless(&world, &lines));
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let world = study();
    world.write("raw/empty.txt", "");
    world.write("raw/latin.txt", b"M: Een caf\xe9, priv\xe9.\nJ: Ja, dat was zo.\nM: Goed.\nJ: Ja.\n");
    assert_snapshot!(session(
        &world,
        "study",
        &["import ../raw/empty.txt ../raw/latin.txt --case p01 --kind interview"]
    ));
    assert!(world.read("study/sources/latin.txt").contains("café, privé"));
}

#[test]
fn filters_and_names_that_the_study_does_not_have() {
    let lines = [
        "table --case p99",
        "table --kind fone",
        "search dat --role mother",
        "table --phase later",
        "table --code trsut",
        "table --coder carl",
        "table --valence good",
        "table --where size=2",
        "table --where 'constructiveness=stalld'",
        "table --where constructiveness",
        "table --case p02 --code trust --where 'constructiveness=mixed'",
        "table people",
        "table --by mood",
        "table --outcome mood",
        "table --cell p01",
        "table --cell p99,trust",
        "table --cell p01,trsut",
        "figure pie",
        "search 'trust OR'",
        "search '\"belden'",
        "search kind:phone",
        "fly",
    ];
    assert_snapshot!(harmless(&study(), &lines));
}

#[test]
fn settings_that_cannot_be_read() {
    assert_snapshot!(damaged(
        &[
            ("a typo in a value", |world| world.edit(
                "study/study.toml",
                "language = \"en\"",
                "language = en"
            )),
            ("a setting that does not exist", |world| world.edit(
                "study/study.toml",
                "language = \"en\"",
                "langauge = \"en\""
            )),
            ("a value that does not exist", |world| world.edit(
                "study/study.toml",
                "language = \"en\"",
                "language = \"de\""
            )),
            ("a newer format", |world| world.edit(
                "study/study.toml",
                "format = 1",
                "format = 99\nfuture = true"
            )),
        ],
        &["check", "code --source talk --quote 'Dat was fijn.' --code trust --coder anna"],
    ));
}

#[test]
fn no_study_here() {
    assert_snapshot!(session(&world(), "", &["check", "--lang nl status", "--study nowhere check"]));
}

#[test]
fn a_study_that_somebody_else_is_changing() {
    let world = study();
    let lock = std::fs::File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(world.path("study/.draad/lock"))
        .unwrap();
    lock.lock().unwrap();
    let holder = "user = \"anna\"\nprocess = 4711\ncommand = \"import\"\nsince = \"2024-05-02 10:00 UTC\"\n";
    world.write("study/.draad/lock-holder.toml", holder);
    let lines = [
        "code --source talk --quote 'Dat was fijn.' --code trust --coder anna",
        "undo",
        "import ../raw/talk.txt --case p01 --kind phone",
    ];
    assert_snapshot!(harmless(&world, &lines));
    let reading = world.run_in("study", &["search", "belden"]);
    assert!(reading.starts_with("exit 0\n"), "reading goes on: {reading}");
    drop(lock);
    let free = world.run_in(
        "study",
        &["code", "--source", "talk", "--quote", "Dat was fijn.", "--code", "trust", "--coder", "anna"],
    );
    assert!(free.starts_with("exit 0\n"), "a lock file that nobody holds stops nobody: {free}");
}

#[test]
fn an_output_folder_that_cannot_be_written() {
    let world = study();
    std::fs::remove_dir_all(world.path("study/output")).unwrap();
    world.write("study/output", "a file in the way");
    let lines = [
        "run",
        "report",
        "figure --format svg",
        "table --out ../raw/talk.txt/table.csv",
        "search fijn --out ..",
    ];
    assert_snapshot!(harmless(&world, &lines));
}

/// The system's limit on the size of a file stands in for a full disk: writing fails half-way, as it would there. What is
/// said when the system names the disk as the reason is tested in `draad-store`.
#[test]
#[cfg(unix)]
fn a_disk_that_fills_up_half_way() {
    let world = study();
    world.write("raw/long.txt", "Een lange regel in een lang verhaal.\n".repeat(2_000));
    let before = world.files("study");
    let line = "trap '' XFSZ; ulimit -f 8; draad import ../raw/long.txt --case p02 --kind phone";
    assert_snapshot!(world.shell("study", line));
    assert_eq!(before, world.files("study"), "all of a change or nothing");
    let again = world.run_in("study", &["import", "../raw/long.txt", "--case", "p02", "--kind", "phone"]);
    assert!(again.starts_with("exit 0\n"), "{again}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_that_takes_no_more() {
    let world = study();
    assert_snapshot!(world.shell("study", "draad search dat > /dev/full"));
    let seen = world.shell("study", "draad table --format json | head -n 1; draad status 2>&1 | true");
    assert!(!seen.contains("panicked"), "{seen}");
}

#[test]
fn a_study_that_is_there_already() {
    let world = study();
    world.write("full/letter.txt", "dear");
    assert_snapshot!(session(&world, "", &["new study", "new full", "demo study", "demo full"]));
}
