//! Databases by QualCoder's published schemas, with invented people.

use super::super::sqlite::tests::{database, serialized};
use super::super::{
    CodedFormat, Fate, MemoAbout, Placement, PositionReading, PositionUnit, read_project, recognise,
};
use super::*;
use draad_core::AttributeType;
use proptest::prelude::*;
use rusqlite::{Connection, params};

/// The tables of the first version that knew recordings.
const V1: &str = "
    CREATE TABLE project (databaseversion text, date text, memo text, about text);
    CREATE TABLE source (id integer primary key, name text, fulltext text, imagepath text, memo text, owner text, date text,
        unique(name));
    CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text);
    CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
    CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text);
    CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text,
        date text, memo text);
    CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text, constraint ucm unique(name));
    CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
    CREATE TABLE code_text (cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text,
        unique(cid,fid,pos0,pos1,owner));
    CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text, unique(name));
    CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);";

/// The tables of version 17.
pub(crate) const V17: &str = "
    CREATE TABLE project (databaseversion text, date text, memo text,about text, bookmarkfile integer, bookmarkpos integer,
        codername text, recently_used_codes text, avbookmarkfile integer, avbookmarkmsec integer, avbookmarktextpos integer);
    CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text,
        av_text_id integer, risid integer, unique(name));
    CREATE TABLE code_image (imid integer primary key,id integer,x1 integer, y1 integer, width integer, height integer,
        cid integer, memo text, date text, owner text, important integer, pdf_page integer);
    CREATE TABLE code_av (avid integer primary key,id integer,pos0 integer, pos1 integer, cid integer, memo text, date text,
        owner text, important integer);
    CREATE TABLE annotation (anid integer primary key, fid integer,pos0 integer, pos1 integer, memo text, owner text,
        date text, unique(fid,pos0,pos1,owner));
    CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
    CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text,
        owner text, unique(name,attr_type,id));
    CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text,
        date text, memo text);
    CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text,date text, constraint ucm unique(name));
    CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
    CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer,seltext text, pos0 integer, pos1 integer,
        owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1, owner));
    CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,date text, color text,
        supercid integer, unique(name));
    CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text, unique(name));
    CREATE TABLE stored_sql (title text, description text, grouper text, ssql text, unique(title));
    CREATE TABLE graph (grid integer primary key, name text, description text, date text, scene_width integer,
        scene_height integer, unique(name));
    CREATE TABLE ris (risid integer, tag text, longtag text, value text);
    CREATE TABLE coder_names (name TEXT UNIQUE NOT NULL, visibility INTEGER NOT NULL DEFAULT 1 CHECK (visibility IN (0, 1)));
    CREATE VIEW code_text_visible AS SELECT t.* FROM code_text t WHERE NOT EXISTS (SELECT 1 FROM coder_names c WHERE
        c.name = t.owner AND c.visibility = 0);";

/// The text is `I: Hoe gaat het? 😀` (0–18), a line break, `R: Goed, hoor. Één keer.` (19–43).
const SMALL: &str = "
    INSERT INTO project (databaseversion, date, memo, about) VALUES ('v17', '2024-01-05 09:00:00', 'Over samenwerking', 'QualCoder 3.7');
    INSERT INTO code_cat VALUES (1, 'proces', 'anna', '', 'hoe het gaat', NULL), (2, 'vertrouwen', 'anna', '', '', 1),
        (3, 'leeg', 'anna', '', '', NULL);
    INSERT INTO code_name (cid, name, memo, catid, owner, date, color, supercid) VALUES
        (10, 'vertrouwen', 'op elkaar bouwen', 1, 'anna', '', '#AABBCC', NULL), (11, 'vroeg', '', 2, 'anna', '', 'rood', NULL),
        (12, 'later', '', NULL, 'anna', '', '#001122', 11), (13, 'zwevend', '', 77, 'anna', '', '', NULL);
    INSERT INTO source (id, name, fulltext, mediapath, memo, owner, date, av_text_id, risid) VALUES
        (1, 'Gesprek', 'I: Hoe gaat het? 😀' || char(10) || 'R: Goed, hoor. Één keer.', NULL, 'Kort gesprek', 'anna', '', NULL, 4),
        (2, 'opname.mp3', NULL, 'audio:/home/iemand/opname.mp3', '', 'anna', '', 3, NULL),
        (3, 'opname.mp3.txt', '[00:00:00] Een. [00:00:10] Twee.', NULL, '', 'anna', '', NULL, NULL),
        (4, 'foto.png', NULL, '/images/foto.png', '', 'anna', '', NULL, NULL);
    INSERT INTO code_text (ctid, cid, fid, seltext, pos0, pos1, owner, date, memo, avid, important) VALUES
        (1, 10, 1, 'Goed, hoor.', 22, 33, 'anna', '2024-01-05 10:30:00', 'toon', NULL, 1),
        (2, 11, 1, 'Hoe gaat het? 😀', 3, 18, 'bea', '2024-01-05 10:31:00', '', NULL, NULL),
        (3, 12, 1, 'Één keer', 0, 8, 'bea', '', '', NULL, NULL),
        (4, 13, 1, 'hoor', 32, 28, 'bea', '', '', NULL, NULL),
        (5, 10, 1, '', 5, 5, 'bea', '', 'let op', NULL, NULL),
        (6, 99, 1, 'hoor', 28, 32, 'bea', '', '', NULL, NULL), (7, 10, 99, 'hoor', 28, 32, 'bea', '', '', NULL, NULL),
        (8, 11, 3, 'Een.', 11, 15, 'bea', '', '', 21, NULL);
    INSERT INTO code_av VALUES (20, 2, 12000, 15000, 10, '', '', 'bea', NULL), (21, 2, 0, 9000, 11, '', '', 'bea', NULL);
    INSERT INTO code_image VALUES (30, 4, 10, 20, 30, 40, 10, 'gezicht', '2024-01-06 08:00:00', 'bea', NULL, NULL);
    INSERT INTO annotation VALUES (1, 1, 3, 6, 'waarom deze vraag?', 'bea', '2024-01-07 08:00:00'), (2, 1, 90, 99, 'weg', 'bea', '');
    INSERT INTO cases VALUES (1, 'C01', 'Noord', 'anna', ''), (2, 'C02', '', 'anna', '');
    INSERT INTO case_text VALUES (1, 1, 1, 0, 43, 'anna', '', ''), (2, 2, 1, 19, 43, 'anna', '', 'het antwoord'),
        (3, 2, 2, 0, 0, 'anna', '', ''), (4, 2, 1, 7, 7, 'anna', '', ''), (5, 9, 1, 0, 5, 'anna', '', ''), (6, 1, 1, 0, 43, 'bea', '', '');
    INSERT INTO attribute_type VALUES ('jaren', '', 'anna', 'in de wijk', 'case', 'numeric'), ('soort', '', 'anna', '', 'file', 'character'),
        ('score', '', 'anna', '', 'case', 'numeric');
    INSERT INTO attribute VALUES (1, 'jaren', 'case', '3,5', 1, '', ''), (2, 'jaren', 'case', '', 2, '', ''),
        (3, 'soort', 'file', 'interview', 1, '', ''), (4, 'score', 'case', 'hoog', 2, '', ''), (5, 'soort', 'file', 'x', 88, '', '');
    INSERT INTO journal VALUES (1, 'Dag 1', 'Het begon goed.', '2024-01-05 17:00:00', 'anna');
    INSERT INTO graph VALUES (1, 'Netwerk', '', '', 10, 10);
    INSERT INTO ris VALUES (4, 'TI', 'Title', 'Een boek'), (4, 'AU', 'Author', 'Een schrijver');
    INSERT INTO coder_names VALUES ('anna', 1), ('cas', 0);";

fn read_with(bytes: &[u8], options: &CodedOptions) -> CodedProject {
    assert_eq!(recognise("studie.qda/data.qda", bytes), Some(CodedFormat::QualCoder));
    read_project("studie.qda/data.qda", bytes, options).unwrap()
}

fn read(sql: &str) -> CodedProject {
    read_with(&database(sql), &CodedOptions::default())
}

/// Returns code, coder and words of each coding of a source.
fn codings(project: &CodedProject, source: usize) -> Vec<(&str, &str, String)> {
    let text = project.sources[source].text.as_deref().unwrap();
    let shown = project.sources[source].codings.iter().map(|coding| {
        let words = match &coding.place {
            Placement::Span(span) => text[span.range()].to_owned(),
            other => format!("{other:?}"),
        };
        let coder = coding.coder.map_or("", |coder| project.coders[coder].name.as_str());
        (project.codes[coding.code].name.as_str(), coder, words)
    });
    shown.collect()
}

fn counts(project: &CodedProject, thing: Thing) -> (usize, usize) {
    let count = |list: &BTreeMap<Thing, usize>| list.get(&thing).copied().unwrap_or_default();
    (count(&project.reconciliation.claimed), count(&project.reconciliation.read))
}

#[test]
fn codings_stand_at_their_words() {
    let project = read(&format!("{V17}{SMALL}"));
    assert_eq!(
        (project.title.as_str(), project.origin.as_str(), project.reading.as_str()),
        ("studie", "QualCoder 3.7", "qualcoder; v17")
    );
    let found = codings(&project, 0);
    let expected = [
        ("vertrouwen", "anna", "Goed, hoor."),
        ("vroeg", "bea", "Hoe gaat het? 😀"),
        ("later", "bea", "Words { words: \"Één keer\", hint: Some(Character(0)) }"),
        ("zwevend", "bea", "hoor"),
    ];
    assert_eq!(found, expected.map(|(code, coder, words)| (code, coder, words.to_owned())));
    let source = &project.sources[0];
    assert_eq!(source.reading, "code-points; end exclusive; 3 of 5 at words");
    assert_eq!(source.description, "Kort gesprek");
    assert_eq!(source.units.len(), 2);
    let first = &source.codings[0];
    assert_eq!((first.memo.as_str(), first.weight), ("toon", Some(100)));
    assert_eq!(first.created.unwrap().to_string(), "2024-01-05T10:30:00Z");
    assert_eq!(counts(&project, Thing::Codings), (11, 9));
    assert_eq!(
        project.coders.iter().map(|coder| coder.name.as_str()).collect::<Vec<_>>(),
        ["anna", "bea", "cas"]
    );
    let problems: Vec<&Problem> = project.diagnostics.iter().map(|diagnostic| &diagnostic.problem).collect();
    assert_eq!(problems, [&Problem::WordsElsewhere { source: "Gesprek".to_owned(), n_wrong: 1, n: 5 }]);
}

#[test]
fn a_category_and_its_double_are_one_code() {
    let project = read(&format!("{V17}{SMALL}"));
    let tree: Vec<(&str, Option<usize>, bool, &str)> = project
        .codes
        .iter()
        .map(|code| (code.name.as_str(), code.parent, code.is_codable, code.colour.as_str()))
        .collect();
    let expected = [
        ("proces", None, false, ""),
        ("vertrouwen", Some(0), true, "#aabbcc"),
        ("leeg", None, false, ""),
        ("vroeg", Some(1), true, ""),
        ("later", Some(3), true, "#001122"),
        ("zwevend", None, true, ""),
    ];
    assert_eq!(tree, expected);
    assert_eq!(project.codes[1].description, "op elkaar bouwen");
    assert_eq!(counts(&project, Thing::Codes), (7, 7));
    let changed = project.reconciliation.entries.iter().filter(|entry| entry.thing == Thing::Codes);
    let changed: Vec<(&str, Option<Reason>)> =
        changed.map(|entry| (entry.name.as_str(), entry.reason)).collect();
    let expected =
        [("vertrouwen", Some(Reason::MergedWithCategory)), ("zwevend", Some(Reason::PointsNowhere))];
    assert_eq!(changed, expected);
}

#[test]
fn recordings_are_coded_in_their_transcripts_and_pictures_are_named() {
    let project = read(&format!("{V17}{SMALL}"));
    assert_eq!(project.sources[1].text, None);
    assert_eq!(
        project.sources[2].reading,
        "code-points; end exclusive; 1 of 1 at words; transcript of opname.mp3"
    );
    let expected = [("vroeg", "bea", "Een.".to_owned()), ("vertrouwen", "bea", "Twee.".to_owned())];
    assert_eq!(codings(&project, 2), expected);
    assert_eq!(counts(&project, Thing::Transcripts), (1, 1));
    let lost: Vec<(&str, Option<Reason>, &str)> = project
        .reconciliation
        .entries
        .iter()
        .filter(|entry| entry.thing == Thing::Codings && entry.fate == Fate::Dropped)
        .map(|entry| (entry.name.as_str(), entry.reason, entry.detail.as_str()))
        .collect();
    let expected = [
        ("ctid 6", Some(Reason::PointsNowhere), "cid 99, fid 1"),
        ("ctid 7", Some(Reason::PointsNowhere), "cid 10, fid 99"),
        ("vroeg", Some(Reason::InTranscript), "opname.mp3.txt"),
        ("vertrouwen", Some(Reason::PlaceOutsideText), "foto.png 10, 20: 30 × 40"),
    ];
    assert_eq!(lost, expected);
    let memo = project.memos.iter().find(|memo| memo.text == "gezicht").unwrap();
    assert_eq!(memo.about, [MemoAbout::Source(3, Placement::Source), MemoAbout::Code(1)]);
    assert!(!format!("{project:?}").contains("/home/"), "no path of somebody's machine is kept");
}

#[test]
fn cases_attributes_and_memos_come_along() {
    let project = read(&format!("{V17}{SMALL}"));
    let text = project.sources[0].text.as_deref().unwrap();
    assert_eq!((project.cases[0].name.as_str(), &project.cases[0].sources), ("C01", &vec![0]));
    assert_eq!(project.cases[1].sources, [1]);
    let parts: Vec<&str> = project.cases[1].parts.iter().map(|(_, span)| &text[span.range()]).collect();
    assert_eq!(parts, ["R: Goed, hoor. Één keer."]);
    assert_eq!(counts(&project, Thing::CaseParts), (6, 3));
    assert_eq!(project.cases[0].values, [(0, "3.5".to_owned())]);
    assert_eq!(project.sources[0].values, [(1, "interview".to_owned())]);
    let kinds: Vec<AttributeType> = project.variables.iter().map(|variable| variable.kind).collect();
    assert_eq!(kinds, [AttributeType::Number, AttributeType::Text, AttributeType::Text]);
    assert_eq!(counts(&project, Thing::Values), (4, 3));

    let mut memos: Vec<&str> = project.memos.iter().map(|memo| memo.text.as_str()).collect();
    memos.sort_unstable();
    let expected = [
        "Het begon goed.",
        "Over samenwerking",
        "Title: Een boek\nAuthor: Een schrijver",
        "gezicht",
        "het antwoord",
        "let op",
        "waarom deze vraag?",
        "weg",
    ];
    assert_eq!(memos, expected);
    let asked = project.memos.iter().find(|memo| memo.text == "waarom deze vraag?").unwrap();
    let MemoAbout::Source(0, Placement::Span(span)) = &asked.about[0] else { panic!("{asked:?}") };
    assert_eq!(&text[span.range()], "Hoe");
    assert_eq!(asked.date.unwrap().to_string(), "2024-01-07");
    assert_eq!(counts(&project, Thing::Graphs), (1, 0));
}

#[test]
fn the_oldest_version_is_read_by_its_columns() {
    let project = read(&format!(
        "{V1}INSERT INTO project VALUES ('v1', '2019-06-03', '', 'QualCoder');
        INSERT INTO code_name VALUES (1, 'zorg', '', NULL, 'default', '', '#FFFFFF');
        INSERT INTO source VALUES (1, 'a', 'Wij zorgen.', NULL, '', 'default', ''), (2, 'b', NULL, '/images/b.jpg', '', 'default', '');
        INSERT INTO code_text VALUES (1, 1, 'zorgen', 4, 10, 'default', '2019-06-03 12:00:00', '');
        CREATE TABLE plugin (a); INSERT INTO plugin VALUES (1), (2);"
    ));
    assert_eq!(codings(&project, 0), [("zorg", "default", "zorgen".to_owned())]);
    assert_eq!((project.sources[1].text.as_deref(), counts(&project, Thing::Unknown)), (None, (1, 0)));
}

#[test]
fn positions_in_utf_16_are_known_by_their_words_or_by_what_the_user_says() {
    let text = "Ja 😀 nee 😀 ooit";
    let base = format!(
        "{V17}INSERT INTO code_name (cid, name) VALUES (1, 'a');
        INSERT INTO source (id, name, fulltext) VALUES (1, 'd', '{text}');
        INSERT INTO annotation VALUES (1, 1, 13, 17, 'hier', '', '');"
    );
    let place = |project: &CodedProject| match &project.memos[0].about[0] {
        MemoAbout::Source(_, Placement::Span(span)) => {
            project.sources[0].text.as_ref().unwrap()[span.range()].to_owned()
        }
        other => format!("{other:?}"),
    };
    let by_words =
        format!("{base}INSERT INTO code_text (cid, fid, seltext, pos0, pos1) VALUES (1, 1, 'nee', 6, 9);");
    let project = read(&by_words);
    assert_eq!((place(&project).as_str(), project.diagnostics.len()), ("ooit", 0));
    assert_eq!(project.sources[0].reading, "utf-16; end exclusive; 1 of 1 at words");

    let project = read(&base.replace("13, 17", "11, 15"));
    assert_eq!(place(&project), "ooit");
    assert_eq!(project.diagnostics[0].problem, Problem::PositionsUnproven { source: "d".to_owned() });

    let reading = PositionReading { unit: PositionUnit::Utf16, ..PositionReading::default() };
    let options = CodedOptions { positions: vec![("d".to_owned(), reading)], ..CodedOptions::default() };
    let project = read_with(&database(&base), &options);
    assert_eq!((place(&project).as_str(), project.diagnostics.len()), ("ooit", 0));

    // What is said of a source goes before what is said of all.
    let of_all = PositionReading::default();
    let positions = vec![(String::new(), of_all), ("d".to_owned(), reading), (String::new(), of_all)];
    let project = read_with(&database(&base), &CodedOptions { positions, ..CodedOptions::default() });
    assert_eq!(project.sources[0].reading, "utf-16; end exclusive; 0 of 0 at words");

    let reading = PositionReading { includes_end: true, ..reading };
    let options = CodedOptions { positions: vec![(String::new(), reading)], ..CodedOptions::default() };
    let refused = read_project("data.qda", &database(&base), &options).unwrap_err();
    let (source, unit) = ("d".to_owned(), "utf-16".to_owned());
    let reading = "utf-16; end-included".to_owned();
    assert_eq!(refused.problem, Problem::PositionMarksUnfit { source, reading, unit });
}

#[test]
fn dangling_and_circular_things_by_the_thousand_are_named() {
    let project = read(&format!(
        "{V17}INSERT INTO source (id, name, fulltext) VALUES (1, 'd', 'een tekst');
        WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000)
        INSERT INTO code_cat SELECT x, 'c' || x, '', '', '', x % 3000 + 1 FROM n;
        WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000)
        INSERT INTO code_text (cid, fid, seltext, pos0, pos1) SELECT x, 7, 'x', -9223372036854775808, 9223372036854775807 FROM n;
        INSERT INTO code_name (cid, name, supercid) VALUES (1, 'a', 2), (2, 'b', 1), (3, 'z', 3);
        INSERT INTO code_text (cid, fid, seltext, pos0, pos1) VALUES (1, 1, 'tekst', 9223372036854775807, -1), (2, 1, NULL, 4, 900);
        CREATE TABLE code_text_x (a); CREATE VIEW attribute_view AS SELECT * FROM attribute;"
    ));
    assert_eq!(project.reconciliation.n(Thing::Codings, Fate::Dropped), 3000);
    assert_eq!(project.codes.iter().filter(|code| code.parent.is_none()).count(), 3);
    let words = ("a", "", "Words { words: \"tekst\", hint: None }".to_owned());
    assert_eq!(codings(&project, 0), [words, ("b", "", "tekst".to_owned())]);
}

#[test]
fn a_view_named_like_a_table_is_never_asked() {
    let schema = V17.replace("CREATE TABLE annotation (", "CREATE TABLE hidden (");
    let project = read(&format!(
        "{schema}INSERT INTO source (id, name, fulltext) VALUES (1, 'd', 'een tekst');
        CREATE VIEW annotation AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
            SELECT x AS anid, 1 AS fid, 0 AS pos0, 3 AS pos1, 'memo' AS memo, '' AS owner, '' AS date FROM n;"
    ));
    assert!(project.memos.is_empty());
}

#[test]
fn whole_texts_coded_by_the_thousand_take_no_time() {
    let text = "woord ".repeat(100_000);
    let rows = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000)";
    let project = read(&format!(
        "{V17}INSERT INTO source (id, name, fulltext) VALUES (1, 'd', '{text}');
        INSERT INTO code_name (cid, name) VALUES (1, 'a');
        {rows} INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner) SELECT 1, 1, 'woord', 0, 600000, x FROM n;"
    ));
    assert_eq!(project.diagnostics.len(), 1);
}

#[test]
fn broken_databases_are_refused_or_read_as_far_as_they_go() {
    let bytes = database(&format!("{V17}{SMALL}"));
    for length in (0..bytes.len()).step_by(512) {
        let _ = read_project("data.qda", &bytes[..length], &CodedOptions::default());
    }
    let mut seed = 7_u64;
    for _ in 0..200 {
        let mut flipped = bytes.clone();
        for _ in 0..8 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = (seed >> 33) as usize % flipped.len();
            flipped[at] ^= 1 << (seed >> 20 & 7);
        }
        let _ = read_project("data.qda", &flipped, &CodedOptions::default());
    }
    let refused = read_project("data.qda", &bytes[..80], &CodedOptions::default()).unwrap_err();
    assert!(matches!(refused.problem, Problem::DatabaseInvalid { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn random_codings_come_back_at_their_words(
        text in "([a-zé😀e\u{301} \n]|👩‍🔬){1,60}",
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..8),
    ) {
        // A source of blanks alone has no text.
        prop_assume!(!text.trim().is_empty());
        let chars: Vec<char> = text.chars().collect();
        let mut connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(V17).unwrap();
        connection.execute("INSERT INTO source (id, name, fulltext) VALUES (1, 'd', ?1)", [&text]).unwrap();
        connection.execute("INSERT INTO code_name (cid, name) VALUES (1, 'a')", []).unwrap();
        let mut expected = Vec::new();
        for (n, (first, second)) in cuts.iter().enumerate() {
            let (first, second) = (first.index(chars.len() + 1), second.index(chars.len() + 1));
            let (start, end) = (first.min(second), first.max(second));
            let words: String = chars[start..end].iter().collect();
            // A letter cannot be coded without its accent, nor an accent without its letter.
            let cuts_accent = [start, end].iter().any(|at| chars.get(*at) == Some(&'\u{301}'));
            if words.is_empty() || cuts_accent {
                continue;
            }
            let insert = "INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner) VALUES (1, 1, ?1, ?2, ?3, ?4)";
            connection.execute(insert, params![words, start as i64, end as i64, n.to_string()]).unwrap();
            expected.push(draad_core::source::normalised(&words));
        }
        let project = read_with(&serialized(&mut connection), &CodedOptions::default());
        let found: Vec<String> = codings(&project, 0).into_iter().map(|(_, _, words)| words).collect();
        prop_assert_eq!(found, expected);
    }
}
