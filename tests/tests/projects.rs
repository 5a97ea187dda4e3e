//! Coded projects of other programs: what comes in, where it stands, what is said of it, and that nothing of it stays
//! behind when it fails or is taken back. The people are invented.

use crate::material::xlsx;
use crate::session::session;
use crate::{world, zipped};
use draad_tests::world::{World, files};
use insta::assert_snapshot;
use std::collections::{BTreeMap, BTreeSet};

/// `Hoe gaat het? 😀` is 3–18 of the text, `Goed, hoor.` 22–33, `Één keer` 34–42, all in code points.
const TALK: &str = "I: Hoe gaat het? 😀\nR: Goed, hoor. Één keer.";

const QDE: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Samenwerking" origin="Proef 1">
<Users><User guid="8dd0a9d7-1e0f-4f87-a5f5-000000000001" name="Anna"/></Users>
<CodeBook><Codes>
<Code guid="8dd0a9d7-1e0f-4f87-a5f5-000000000010" name="proces" isCodable="false">
<Code guid="8dd0a9d7-1e0f-4f87-a5f5-000000000011" name="vertrouwen" isCodable="true" color="#AABBCC">
<Description>Op elkaar bouwen</Description></Code></Code>
<Code guid="8dd0a9d7-1e0f-4f87-a5f5-000000000012" name="vraag" isCodable="true"/>
</Codes></CodeBook>
<Variables><Variable guid="8dd0a9d7-1e0f-4f87-a5f5-000000000050" name="jaren" typeOfVariable="Integer"/></Variables>
<Cases><Case guid="8dd0a9d7-1e0f-4f87-a5f5-000000000040" name="Noord">
<VariableValue><VariableRef targetGUID="8dd0a9d7-1e0f-4f87-a5f5-000000000050"/><IntegerValue>3</IntegerValue></VariableValue>
<SourceRef targetGUID="8dd0a9d7-1e0f-4f87-a5f5-000000000020"/></Case></Cases>
<Sources>
<TextSource guid="8dd0a9d7-1e0f-4f87-a5f5-000000000020" name="Gesprek" plainTextPath="internal://8dd0a9d7-1e0f-4f87-a5f5-000000000021.txt">
<PlainTextSelection guid="8dd0a9d7-1e0f-4f87-a5f5-000000000022" name="Hoe gaat het? 😀" startPosition="3" endPosition="18">
<Coding guid="8dd0a9d7-1e0f-4f87-a5f5-000000000023" creatingUser="8dd0a9d7-1e0f-4f87-a5f5-000000000001">
<CodeRef targetGUID="8dd0a9d7-1e0f-4f87-a5f5-000000000012"/></Coding></PlainTextSelection>
<PlainTextSelection guid="8dd0a9d7-1e0f-4f87-a5f5-000000000024" name="Goed, hoor." startPosition="22" endPosition="33">
<Coding guid="8dd0a9d7-1e0f-4f87-a5f5-000000000025" creatingUser="8dd0a9d7-1e0f-4f87-a5f5-000000000001">
<CodeRef targetGUID="8dd0a9d7-1e0f-4f87-a5f5-000000000011"/></Coding></PlainTextSelection>
</TextSource>
<PictureSource guid="8dd0a9d7-1e0f-4f87-a5f5-000000000030" name="tekening" path="internal://8dd0a9d7-1e0f-4f87-a5f5-000000000031.png"/>
</Sources>
</Project>
"##;

const QUALCODER: &str = "
    CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer, bookmarkpos integer,
        codername text);
    CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text,
        av_text_id integer, risid integer, unique(name));
    CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer, height integer,
        cid integer, memo text, date text, owner text, important integer);
    CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, memo text, date text,
        owner text, important integer);
    CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text);
    CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
    CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text);
    CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text,
        date text, memo text);
    CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);
    CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer);
    CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer,
        owner text, date text, memo text, avid integer, important integer);
    CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text);
    CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
    INSERT INTO project (databaseversion, date, memo, about) VALUES ('v11', '2024-01-05 09:00:00', '', 'QualCoder');
    INSERT INTO code_cat VALUES (1, 'proces', 'anna', '', 'hoe het gaat', NULL);
    INSERT INTO code_name VALUES (10, 'vertrouwen', 'op elkaar bouwen', 1, 'anna', '', '#AABBCC'),
        (11, 'vraag', '', NULL, 'anna', '', '#112233');
    INSERT INTO source VALUES (1, 'Gesprek', 'I: Hoe gaat het? 😀' || char(10) || 'R: Goed, hoor. Één keer.', NULL, 'Kort', 'anna',
        '', NULL, NULL), (2, 'foto.png', NULL, '/images/foto.png', '', 'anna', '', NULL, NULL);
    INSERT INTO code_text VALUES (1, 10, 1, 'Goed, hoor.', 22, 33, 'anna', '2024-01-05 10:30:00', 'toon', NULL, 1),
        (2, 11, 1, 'Hoe gaat het? 😀', 3, 18, 'bea', '2024-01-05 10:31:00', '', NULL, NULL);
    INSERT INTO code_image VALUES (30, 2, 10, 20, 30, 40, 11, '', '2024-01-06 08:00:00', 'bea', NULL);
    INSERT INTO annotation VALUES (1, 1, 34, 42, 'een keer maar?', 'bea', '2024-01-07 08:00:00');
    INSERT INTO cases VALUES (1, 'Noord', '', 'anna', '');
    INSERT INTO case_text VALUES (1, 1, 1, 0, 43, 'anna', '', '');
    INSERT INTO attribute_type VALUES ('jaren', '', 'anna', '', 'case', 'numeric');
    INSERT INTO attribute VALUES (1, 'jaren', 'case', '3', 1, '', '');
    INSERT INTO journal VALUES (1, 'Dag 1', 'Het begon goed.', '2024-01-05 17:00:00', 'anna');";

/// Offsets are bytes between the tags: `Hoe gaat het? 😀` is 3–21, `Goed & wel, ` 25–36, `Één` 43–48.
const TAGUETTE: &str = "
    CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
    INSERT INTO alembic_version VALUES ('382db36f20f4');
    CREATE TABLE users (login VARCHAR(30) NOT NULL PRIMARY KEY, created DATETIME NOT NULL, hashed_password VARCHAR(192),
        disabled BOOLEAN, language VARCHAR(10), email VARCHAR(256), email_sent DATETIME);
    CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, created DATETIME);
    CREATE TABLE project_members (project_id INTEGER, user_login VARCHAR(30), privileges VARCHAR(11));
    CREATE TABLE documents (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT, filename VARCHAR(200),
        created DATETIME, project_id INTEGER, text_direction VARCHAR(13), contents TEXT);
    CREATE TABLE commands (id INTEGER PRIMARY KEY, date DATETIME, user_login VARCHAR(30), project_id INTEGER,
        document_id INTEGER, payload TEXT);
    CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, snippet TEXT);
    CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200), description TEXT);
    CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
    INSERT INTO users VALUES ('anna@zorg.example', '2024-01-01', 'scrypt:geheim', 0, NULL, 'anna@zorg.example', NULL);
    INSERT INTO projects VALUES (1, 'Samenwerking', '', '2024-01-05 09:00:00.000000');
    INSERT INTO project_members VALUES (1, 'anna@zorg.example', 'ADMIN');
    INSERT INTO documents VALUES (3, 'Gesprek', '', 'gesprek.docx', '2024-01-05', 1, 'LEFT_TO_RIGHT',
        '<p>I: Hoe gaat <b>het?</b> 😀</p>
<p>R: Goed &amp; wel, <i>hoor</i>. &Eacute;&eacute;n keer.</p>');
    INSERT INTO tags VALUES (5, 1, 'stemming.goed', 'Het gaat goed'), (6, 1, 'vraag', '');
    INSERT INTO highlights VALUES (1, 3, 25, 36, '<p>Goed &amp; wel, </p>'), (2, 3, 3, 21, '<p>Hoe gaat <b>het?</b> 😀</p>'),
        (3, 3, 43, 48, 'Één');
    INSERT INTO highlight_tags VALUES (1, 5), (2, 6);
    INSERT INTO commands VALUES
        (1, '2024-01-05 10:00:00', 'anna@zorg.example', 1, 3, '{\"type\": \"highlight_add\", \"highlight_id\": 1, \"tags\": [5]}'),
        (2, '2024-01-05 11:00:00', 'anna@zorg.example', 1, 3, '{\"type\": \"highlight_add\", \"highlight_id\": 2, \"tags\": [6]}'),
        (3, '2024-01-05 12:00:00', 'anna@zorg.example', 1, 3, '{\"type\": \"highlight_add\", \"highlight_id\": 3, \"tags\": []}');";

fn qdpx() -> Vec<u8> {
    zipped(&[
        ("project.qde", QDE.as_bytes()),
        ("sources/8dd0a9d7-1e0f-4f87-a5f5-000000000021.txt", TALK.as_bytes()),
    ])
}

fn database(sql: &str) -> Vec<u8> {
    let mut connection = rusqlite::Connection::open_in_memory().unwrap();
    connection.execute_batch(sql).unwrap();
    connection.serialize(rusqlite::MAIN_DB).unwrap().to_vec()
}

/// A new Dutch study in `studie`, with `file` beside it.
fn beside(file: &str, bytes: &[u8]) -> World {
    let world = world();
    world.done("", "--lang nl new studie");
    world.write(file, bytes);
    world
}

/// The files of a study, without what a plan or an overview says of an import.
fn study(world: &World) -> BTreeMap<String, Vec<u8>> {
    let mut all = files(&world.path("studie"), &[".draad", "output"]);
    all.retain(|name, _| !name.starts_with("import")); // what a plan writes; and `imports/`, what became of it this time
    all
}

/// Coder, code and words of every coding, by the study's own export.
fn codings(world: &World) -> BTreeSet<[String; 3]> {
    world.done("studie", "export --to ../uit --replace");
    let table = world.read("uit/codings.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let columns = ["coder", "code", "quote"].map(at);
    reader.records().map(Result::unwrap).map(|row| columns.map(|column| row[column].to_owned())).collect()
}

fn expected(found: &[[&str; 3]]) -> BTreeSet<[String; 3]> {
    found.iter().map(|row| row.map(str::to_owned)).collect()
}

/// Imports a project, once more, and takes it back; returns what is seen of it.
fn in_twice_and_back(world: &World, file: &str) -> String {
    let before = study(world);
    let line = format!("import ../{file}");
    let mut seen = session(world, "studie", &[&format!("{line} --plan"), &line, "check"]);
    let once = study(world);
    seen += &session(world, "studie", &[&line]);
    let doubled = changed(&once, &study(world));
    assert!(doubled.is_empty(), "a second time changes nothing: {doubled:?}");
    while !changed(&before, &study(world)).is_empty() {
        world.done("studie", "undo"); // the overview of the second time is a change as well
    }
    world.done("studie", &line);
    seen
}

/// The names of what differs.
fn changed<V: PartialEq>(one: &BTreeMap<String, V>, other: &BTreeMap<String, V>) -> BTreeSet<String> {
    let names = one.keys().chain(other.keys());
    names.filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

#[test]
fn a_refi_qda_project() {
    let world = beside("project.qdpx", &qdpx());
    assert_snapshot!(in_twice_and_back(&world, "project.qdpx"));
    let found = [["anna", "vertrouwen", "Goed, hoor."], ["anna", "vraag", "Hoe gaat het? 😀"]];
    assert_eq!(codings(&world), expected(&found));
}

#[test]
fn a_project_of_qualcoder() {
    let world = beside("samen.qda/data.qda", &database(QUALCODER));
    assert_snapshot!(in_twice_and_back(&world, "samen.qda/data.qda"));
    let found = [["anna", "vertrouwen", "Goed, hoor."], ["bea", "vraag", "Hoe gaat het? 😀"]];
    assert_eq!(codings(&world), expected(&found));
}

#[test]
fn a_project_of_taguette() {
    let world = beside("samen.sqlite3", &database(TAGUETTE));
    assert_snapshot!(in_twice_and_back(&world, "samen.sqlite3"));
    let found = codings(&world);
    let words: Vec<_> = found.iter().map(|[coder, _, words]| (coder.as_str(), words.trim())).collect();
    assert_eq!(words, [("anna", "Goed & wel,"), ("anna", "Hoe gaat het? 😀")]);
    let secrets = ["zorg.example", "geheim"];
    for (name, bytes) in files(&world.path("studie"), &[]) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(secrets.iter().all(|secret| !text.contains(secret)), "{name}");
    }
}

#[test]
fn a_table_of_maxqda_after_its_transcripts() {
    let segments = xlsx(&[
        &[
            "Kleur",
            "Documentgroep",
            "Documentnaam",
            "Code",
            "Begin",
            "Einde",
            "Gewicht",
            "Segment",
            "Auteur",
            "Opmerking",
        ],
        &[
            "●",
            "Gezinnen",
            "Gesprek",
            "proces &gt; vertrouwen",
            "2",
            "2",
            "80",
            "Goed, hoor.",
            "Anna",
            "op toon",
        ],
        &["●", "Gezinnen", "Gesprek", "vraag", "1", "1", "0", "Hoe gaat het? 😀", "Bea", ""],
        &["●", "Gezinnen", "Gesprek", "vraag", "2", "2", "0", "Nergens gezegd", "Bea", ""],
    ]);
    let world = beside("segmenten.xlsx", &segments);
    world.write("Gesprek.txt", TALK);
    world.done("studie", "import ../Gesprek.txt --case noord --new-case --kind interview");
    assert_snapshot!(in_twice_and_back(&world, "segmenten.xlsx"));
    let found = [["anna", "proces-vertrouwen", "Goed, hoor."], ["bea", "vraag", "Hoe gaat het? 😀"]];
    let all = codings(&world);
    assert!(expected(&found).is_subset(&all), "{all:?}");
}

#[test]
fn a_project_that_breaks_off_leaves_the_study_as_it_was() {
    let mut seen = String::new();
    for (file, bytes) in
        [("half.qdpx", qdpx()), ("half.qda", database(QUALCODER)), ("half.sqlite3", database(TAGUETTE))]
    {
        let world = beside(file, &bytes[..bytes.len() / 3]);
        let before = files(&world.path("studie"), &[".draad"]);
        seen += &session(&world, "studie", &[&format!("import ../{file}")]);
        assert!(files(&world.path("studie"), &[".draad"]) == before, "{file}");
    }
    assert_snapshot!(seen);
}
