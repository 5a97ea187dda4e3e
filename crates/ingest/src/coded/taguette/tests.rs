//! Databases by Taguette's published schema, with invented people.

use super::super::sqlite::tests::{database, serialized};
use super::super::{CodedFormat, Fate, read_project, recognise};
use super::*;
use crate::coded::{MemoAbout, Placement};
use proptest::prelude::*;
use rusqlite::{Connection, params};

/// The tables as Taguette makes them.
pub(crate) const SCHEMA: &str = "
    CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
    INSERT INTO alembic_version VALUES ('382db36f20f4');
    CREATE TABLE users (login VARCHAR(30) NOT NULL PRIMARY KEY, created DATETIME NOT NULL, hashed_password VARCHAR(192),
        disabled BOOLEAN, language VARCHAR(10), email VARCHAR(256), email_sent DATETIME);
    CREATE TABLE projects (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL,
        created DATETIME NOT NULL);
    CREATE TABLE project_members (project_id INTEGER, user_login VARCHAR(30), privileges VARCHAR(11));
    CREATE TABLE documents (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL,
        filename VARCHAR(200), created DATETIME NOT NULL, project_id INTEGER NOT NULL, text_direction VARCHAR(13) NOT NULL,
        contents TEXT NOT NULL);
    CREATE TABLE commands (id INTEGER PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL, user_login VARCHAR(30) NOT NULL,
        project_id INTEGER NOT NULL, document_id INTEGER, payload TEXT NOT NULL);
    CREATE TABLE highlights (id INTEGER PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL, start_offset INTEGER NOT NULL,
        end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
    CREATE TABLE tags (id INTEGER PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL, path VARCHAR(200) NOT NULL,
        description TEXT NOT NULL, UNIQUE (project_id, path));
    CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (highlight_id, tag_id));";

/// A project with a conversation of two paragraphs. Between its tags stand the bytes
/// `I: Hoe gaat het? 😀` (0–21), a line break (21), `R: Goed & wel, hoor. Één keer.` (22–54).
const SMALL: &str = "
    INSERT INTO users VALUES ('anna@zorg.example', '2024-01-01', 'scrypt:geheim', 0, NULL, 'anna@zorg.example', NULL);
    INSERT INTO users VALUES ('bea', '2024-01-01', NULL, 0, NULL, NULL, NULL);
    INSERT INTO projects VALUES (1, 'Samenwerking', 'Proef met twee codeurs', '2024-01-05 09:00:00.000000');
    INSERT INTO project_members VALUES (1, 'bea', 'ADMIN');
    INSERT INTO documents VALUES (3, 'Gesprek', 'Kort', 'gesprek.docx', '2024-01-05', 1, 'LEFT_TO_RIGHT',
        '<p>I: Hoe gaat <b>het?</b> 😀</p>
<p>R: Goed &amp; wel, <i>hoor</i>. &Eacute;&eacute;n keer.</p>');
    INSERT INTO tags VALUES (5, 1, 'stemming.goed', 'Het gaat goed'), (6, 1, 'vraag', ''), (7, 1, 'ongebruikt', '');
    INSERT INTO highlights VALUES (1, 3, 25, 36, '<p>Goed &amp; wel, </p>');
    INSERT INTO highlights VALUES (2, 3, 3, 21, '<p>Hoe gaat <b>het?</b> 😀</p>');
    INSERT INTO highlights VALUES (3, 3, 43, 48, 'Één');
    INSERT INTO highlights VALUES (4, 3, 0, 4, 'Één keer');
    INSERT INTO highlight_tags VALUES (1, 5), (2, 6), (2, 5), (4, 6), (1, 99), (88, 5);
    INSERT INTO commands (date, user_login, project_id, document_id, payload) VALUES
        ('2024-01-05 10:00:00.500000', 'anna@zorg.example', 1, 3, '{\"type\": \"highlight_add\", \"highlight_id\": 1, \"tags\": [5]}'),
        ('2024-01-05 11:00:00.000000', 'bea', 1, 3, '{\"type\": \"highlight_add\", \"highlight_id\": 2, \"tags\": [6]}'),
        ('2024-01-05 12:00:00.000000', 'anna@zorg.example', 1, 3, '{\"type\": \"highlight_add\", \"highlight_id\": 2, \"tags\": [6, 5]}'),
        ('2024-01-05 12:00:00.000000', 'bea', 1, 3, '{\"type\": \"highlight_add\", \"highlight_id\": 3, \"tags\": []}');";

fn read(bytes: &[u8], project: Option<&str>) -> Outcome<CodedProject> {
    let options = CodedOptions { project: project.map(str::to_owned), ..CodedOptions::default() };
    assert_eq!(recognise("project.sqlite3", bytes), Some(CodedFormat::Taguette));
    read_project("project.sqlite3", bytes, &options)
}

/// Returns code, coder and words of each coding.
fn codings(project: &CodedProject) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for source in &project.sources {
        let text = source.text.as_deref().unwrap();
        for coding in &source.codings {
            let words = match &coding.place {
                Placement::Span(span) => text[span.range()].to_owned(),
                other => format!("{other:?}"),
            };
            let coder = coding.coder.map_or(String::new(), |coder| project.coders[coder].name.clone());
            found.push((project.codes[coding.code].name.clone(), coder, words));
        }
    }
    found.sort();
    found
}

#[test]
fn highlights_stand_at_their_words_with_their_coders() {
    let project = read(&database(&format!("{SCHEMA}{SMALL}")), None).unwrap();
    assert_eq!(project.title, "Samenwerking");
    let source = &project.sources[0];
    let text = "I: Hoe gaat het? 😀\nR: Goed & wel, hoor. Één keer.";
    assert_eq!((source.text.as_deref(), source.name.as_str()), (Some(text), "Gesprek"));
    assert_eq!(source.units.len(), 2);
    assert_eq!(source.reading, "utf-8; end exclusive; 3 of 4 at words");
    let found = codings(&project);
    let expected = [
        ("stemming.goed", "anna", "Goed & wel,"),
        ("stemming.goed", "anna", "Hoe gaat het? 😀"),
        ("vraag", "", "Words { words: \"Één keer\", hint: Some(Character(0)) }"),
        ("vraag", "bea", "Hoe gaat het? 😀"),
    ];
    let found: Vec<(&str, &str, &str)> =
        found.iter().map(|(code, coder, words)| (code.as_str(), coder.as_str(), words.trim())).collect();
    assert_eq!(found, expected);
    let created = project.sources[0].codings.iter().filter_map(|coding| coding.created).min().unwrap();
    assert_eq!(created.to_string(), "2024-01-05T10:00:00.5Z");

    let memo = project.memos.iter().find(|memo| memo.title == "highlight 3").unwrap();
    assert_eq!(
        (memo.text.as_str(), memo.author.map(|person| project.coders[person].name.as_str())),
        ("Één", Some("bea"))
    );
    assert!(matches!(memo.about[..], [MemoAbout::Source(0, Placement::Span(_))]));
}

#[test]
fn everything_is_counted_and_accounts_stay_behind() {
    let project = read(
        &database(&format!("{SCHEMA}{SMALL}CREATE TABLE extra (a); INSERT INTO extra VALUES (1);")),
        None,
    )
    .unwrap();
    let reconciliation = &project.reconciliation;
    let counts = |thing: Thing| {
        (reconciliation.claimed[&thing], reconciliation.read.get(&thing).copied().unwrap_or(0))
    };
    assert_eq!(counts(Thing::Sources), (1, 1));
    assert_eq!(counts(Thing::Codes), (3, 3));
    assert_eq!(counts(Thing::Selections), (4, 4));
    assert_eq!(counts(Thing::Codings), (6, 4));
    assert_eq!(reconciliation.n(Thing::Codings, Fate::Dropped), 2);
    assert_eq!(counts(Thing::Unknown), (1, 0));
    let problems: Vec<&Problem> = project.diagnostics.iter().map(|diagnostic| &diagnostic.problem).collect();
    assert!(problems.contains(&&Problem::DatabaseHoldsAccounts));
    assert!(problems.contains(&&Problem::WordsElsewhere { source: "Gesprek".to_owned(), n_wrong: 1, n: 4 }));
    assert!(!format!("{project:?}").contains("zorg.example"), "no mail address leaves the reader");
    assert!(!format!("{project:?}").contains("geheim"));
}

#[test]
fn of_several_projects_one_is_chosen() {
    let second = "INSERT INTO projects VALUES (2, 'Tweede', '', '2024-02-01');
        INSERT INTO documents VALUES (4, 'Ander', '', 'Ander', '2024-02-01', 2, 'LEFT_TO_RIGHT', 'niets');
        INSERT INTO tags VALUES (8, 2, 'vraag', ''); INSERT INTO highlights VALUES (9, 4, 0, 3, 'nie');
        INSERT INTO highlight_tags VALUES (9, 8);";
    let bytes = database(&format!("{SCHEMA}{SMALL}{second}"));
    let refused = read(&bytes, None).unwrap_err();
    assert_eq!(refused.problem, Problem::ProjectNotChosen { known: "«Samenwerking», «Tweede»".to_owned() });
    assert!(matches!(read(&bytes, Some("Derde")).unwrap_err().problem, Problem::ProjectUnknown { .. }));
    for name in ["Tweede", "2"] {
        let project = read(&bytes, Some(name)).unwrap();
        assert_eq!(codings(&project), [("vraag".to_owned(), String::new(), "nie".to_owned())]);
        assert_eq!(project.reconciliation.claimed[&Thing::Codings], 1);
        assert_eq!(project.reconciliation.n(Thing::Codings, Fate::Dropped), 0);
    }
    assert_eq!(read(&bytes, Some("Samenwerking")).unwrap().reconciliation.claimed[&Thing::Codings], 6);
}

#[test]
fn what_is_part_of_no_project_is_named_and_a_highlight_without_snippet_keeps_its_place() {
    let more = "INSERT INTO documents VALUES (4, 'Wees', '', 'Wees', '', 77, 'LEFT_TO_RIGHT', 'tekst');
        INSERT INTO tags VALUES (8, 77, 'wees', ''); INSERT INTO highlights VALUES (9, 4, 0, 3, 'tek'), (10, 3, 3, 6, '');
        INSERT INTO highlight_tags VALUES (9, 8), (10, 7);";
    let project = read(&database(&format!("{SCHEMA}{SMALL}{more}")), None).unwrap();
    let reconciliation = &project.reconciliation;
    assert_eq!(reconciliation.n(Thing::Sources, Fate::Dropped), 1);
    assert_eq!(reconciliation.n(Thing::Codes, Fate::Dropped), 1);
    assert_eq!(reconciliation.n(Thing::Selections, Fate::Dropped), 1);
    assert_eq!(
        (reconciliation.claimed[&Thing::Codings], reconciliation.n(Thing::Codings, Fate::Dropped)),
        (8, 3)
    );
    assert!(codings(&project).contains(&("ongebruikt".to_owned(), String::new(), "Hoe".to_owned())));
    assert_eq!(project.sources[0].reading, "utf-8; end exclusive; 3 of 5 at words");
}

#[test]
fn impossible_positions_are_no_positions() {
    let hostile =
        "INSERT INTO highlights VALUES (10, 3, 9223372036854775807, -1, 'Goed'), (11, 3, -5, 3, 'Goed'),
        (12, 3, 'x', NULL, x'ff'), (13, 3, 40, 20, 'Goed'), (14, 99, 0, 3, 'Goed');
        INSERT INTO highlight_tags SELECT id, 5 FROM highlights WHERE id >= 10;"
            .replace("end_offset INTEGER NOT NULL", "end_offset");
    let schema = SCHEMA.replace("end_offset INTEGER NOT NULL", "end_offset");
    let project = read(&database(&format!("{schema}{SMALL}{hostile}")), None).unwrap();
    let n_words =
        project.sources[0].codings.iter().filter(|coding| matches!(coding.place, Placement::Words { .. }));
    assert_eq!(n_words.count(), 5);
    assert_eq!(project.reconciliation.n(Thing::Selections, Fate::Dropped), 1);
}

#[test]
fn broken_databases_are_refused_or_read_as_far_as_they_go() {
    let bytes = database(&format!("{SCHEMA}{SMALL}"));
    for length in (0..bytes.len()).step_by(512) {
        let _ = read_project("project.sqlite3", &bytes[..length], &CodedOptions::default());
    }
    let mut seed = 1_u64;
    for _ in 0..200 {
        let mut flipped = bytes.clone();
        for _ in 0..8 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = (seed >> 33) as usize % flipped.len();
            flipped[at] ^= 1 << (seed >> 20 & 7);
        }
        let _ = read_project("project.sqlite3", &flipped, &CodedOptions::default());
    }
    let refused = read_project("project.sqlite3", &bytes[..50], &CodedOptions::default()).unwrap_err();
    assert!(matches!(refused.problem, Problem::DatabaseInvalid { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn random_highlights_come_back_at_their_words(
        paragraphs in proptest::collection::vec("[a-zé😀&<]{1,5}( [a-zë👩]{1,4}){0,4}", 1..6),
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..8),
    ) {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
        let html: Vec<String> = paragraphs.iter().map(|words| format!("<p>{}</p>", escaped(words))).collect();
        let words = paragraphs.join("\n");
        let borders: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(SCHEMA).unwrap();
        let document = "INSERT INTO documents VALUES (1, 'd', '', 'd', '', 1, 'LEFT_TO_RIGHT', ?1)";
        connection.execute("INSERT INTO projects VALUES (1, 'p', '', '')", []).unwrap();
        connection.execute(document, [html.join("\n")]).unwrap();
        connection.execute("INSERT INTO tags VALUES (1, 1, 't', '')", []).unwrap();
        let mut expected = Vec::new();
        for (first, second) in cuts {
            let (first, second) = (*first.get(&borders), *second.get(&borders));
            let (start, end) = (first.min(second), first.max(second));
            if words[start..end].trim().is_empty() {
                continue;
            }
            let insert = "INSERT INTO highlights (document_id, start_offset, end_offset, snippet) VALUES (1, ?1, ?2, ?3)";
            connection.execute(insert, params![start as i64, end as i64, escaped(&words[start..end])]).unwrap();
            expected.push(words[start..end].trim().to_owned());
        }
        connection.execute("INSERT INTO highlight_tags SELECT id, 1 FROM highlights", []).unwrap();
        let project = read(&serialized(&mut connection), None).unwrap();
        let found: Vec<String> = codings(&project).into_iter().map(|(_, _, words)| words.trim().to_owned()).collect();
        expected.sort();
        let mut found = found;
        found.sort();
        prop_assert_eq!(found, expected);
    }
}
