//! Studies of every sort to be exported.

use draad_core::{
    About, AttributeValue, CaseSpan, CharOffset, CharSpan, Code, CodeKind, Coding, Label, Language, Memo,
    Origin, Settings, Source, Study, Target, Text,
};
use draad_ingest::coded::{WriteOptions, write_qdc, write_qdpx};
use draad_tests::generate::{self, Size};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::io::{Cursor, Read};

/// An exported project, taken out of its archive.
pub(super) struct Exported {
    pub(super) name: String,
    pub(super) project: String,
    /// Texts by their names.
    pub(super) texts: Vec<(String, String)>,
    /// The codebook, where there are codes.
    pub(super) codebook: Option<String>,
}

/// Exports studies of every sort: the example, a generated one, an empty one, hostile ones, and some at random.
pub(super) fn all() -> Vec<Exported> {
    let tiny = Size { name: "tiny", n_sources: 4, n_chars: 400, n_codes: 30, n_codings: 40, n_cases: 2 };
    let loaded = draad_store::StudyFolder::at(crate::example()).load().unwrap();
    let mut studies = vec![
        ("example".to_owned(), loaded.study),
        ("generated".to_owned(), generate::study(tiny, 1)),
        ("empty".to_owned(), Study::new(Settings::new("leeg", "", Language::Nl))),
        ("hostile".to_owned(), hostile()),
    ];
    let mut runner = TestRunner::deterministic();
    for n in 0..20 {
        let study = draad_store::testing::any_study().new_tree(&mut runner).unwrap().current();
        studies.push((format!("any {n}"), study));
    }
    studies.iter().map(|(name, study)| export(name, study)).collect()
}

fn export(name: &str, study: &Study) -> Exported {
    let supplement = vec![("participants.csv".to_owned(), draad_store::render::participants(study))];
    let options = WriteOptions { supplement, ..WriteOptions::default() };
    let written = write_qdpx(study, &options).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(written.bytes)).unwrap();
    let mut texts = Vec::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut content = String::new();
        file.read_to_string(&mut content).unwrap();
        texts.push((file.name().unwrap().into_owned(), content));
    }
    let (project, content) = texts.remove(0);
    assert_eq!(project, "project.qde");
    let codebook = write_qdc(study, &WriteOptions::default()).ok();
    let codebook = codebook.map(|written| String::from_utf8(written.bytes).unwrap());
    Exported { name: name.to_owned(), project: content, texts, codebook }
}

/// Names and texts that could break out of XML, characters that XML cannot carry, codes that stand in circles, references
/// that lead nowhere, moments and numbers that the schema does not know.
fn hostile() -> Study {
    const NASTY: &str =
        "]]><!-- &amp; \"'\u{0}\u{b}\u{1b}\u{fffe}\u{85}\u{2028}\t\r\n <a b='c'/> 👩‍👩‍👧 e\u{301} \u{202e}";
    let id = |text: &str| text.to_owned();
    let mut study = Study::new(Settings { note: NASTY.into(), ..Settings::new(NASTY, NASTY, Language::En) });
    for (code, parent) in [("één <&>", ""), ("b", "c"), ("c", "b"), ("d", "weg"), ("e", "een"), ("een", "")]
    {
        let mut code = Code::new(code.replace(['<', '>'], "").parse().unwrap());
        code.parent = (!parent.is_empty()).then(|| parent.parse().unwrap());
        code.name = Label::new(NASTY, NASTY);
        code.kind = if parent.is_empty() { CodeKind::Heading } else { CodeKind::Theme };
        code.colour = NASTY.into();
        code.extra.insert(NASTY.into(), NASTY.into());
        (code.definition, code.include) = (NASTY.into(), NASTY.into());
        study.codebook.codes.insert(code.id.clone(), code);
    }
    let attribute: draad_core::AttributeId = "duur".parse().unwrap();
    for (case, value) in [
        ("p1", AttributeValue::Number(f64::NAN)),
        ("p2", AttributeValue::Number(1e300)),
        ("p3", AttributeValue::Number(-1e-300)),
        ("p4", AttributeValue::Text(NASTY.into())),
        ("p5", AttributeValue::Date(jiff::civil::date(-5, 1, 1))),
        ("p6", AttributeValue::Unknown),
    ] {
        let attributes = [(attribute.clone(), value)].into_iter().collect();
        let case = draad_core::Case { id: case.parse().unwrap(), name: NASTY.into(), attributes };
        study.cases.insert(case.id.clone(), case);
    }
    let source = Source {
        id: "p1 & \u{1f600}".parse().unwrap(),
        cases: vec!["p2".parse().unwrap(), "p1".parse().unwrap(), "weg".parse().unwrap()],
        kind: "interview".parse().unwrap(),
        date: Some(jiff::civil::date(2024, 2, 29)),
        phase: None,
        participants: vec!["p1-moeder".parse().unwrap()],
        text: Text::new(draad_core::source::normalised(NASTY)),
        units: Vec::new(),
        origin: Origin::default(),
        extra: [(id("kind"), NASTY.to_owned())].into(),
    };
    let whole = source.text.whole().unwrap();
    for (n, code) in ["b", "een", "onbekend"].into_iter().enumerate() {
        for target in [Target::Span(whole), Target::Source] {
            study.codings.push(Coding {
                id: format!("c{n}").parse().unwrap(),
                coder: "anna & co".parse().unwrap(),
                source: source.id.clone(),
                code: code.parse().unwrap(),
                target,
                valence: None,
                weight: Some(100),
                quote: NASTY.into(),
                memo: NASTY.into(),
                created: Some(jiff::Timestamp::MIN),
                modified: Some(jiff::Timestamp::MAX),
            });
        }
    }
    let part = |start, end| CharSpan { start: CharOffset(start), end: CharOffset(end) };
    for chars in [part(0, 3), part(0, 3), part(5, 2), part(0, 9999)] {
        study.case_spans.push(CaseSpan { source: source.id.clone(), case: "p1".parse().unwrap(), chars });
    }
    study.memos.push(Memo {
        id: "memo".parse().unwrap(),
        title: NASTY.into(),
        author: Some("ü".parse().unwrap()),
        date: Some(jiff::civil::date(-1, 1, 1)),
        about: vec![
            About::Finding(NASTY.into()),
            About::Span(source.id.clone(), part(1, 4)),
            About::Span(source.id.clone(), part(1, 4)),
            About::Code("weg".parse().unwrap()),
        ],
        body: NASTY.into(),
    });
    study.sources.insert(source.id.clone(), source);
    study
}
