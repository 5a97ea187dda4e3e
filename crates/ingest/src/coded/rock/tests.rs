//! Sources and projects of the ROCK read, written, and read again.

use super::{write_rock, write_rock_project};
use crate::coded::{CodedOptions, CodedProject, Fate, Placement, Reason, Thing, read_project, recognise};
use draad_core::{
    AttributeType, Case, CaseId, CaseSpan, CharOffset, CharSpan, Code, CodeId, CoderId, Coding, CodingId,
    KindId, Language, Settings, Source, SourceId, Span, Study, Target, Text, Valence, source::Origin,
};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

fn read(name: &str, text: &str) -> CodedProject {
    read_project(name, text.as_bytes(), &CodedOptions::default()).unwrap()
}

fn path(project: &CodedProject, code: usize) -> String {
    let mut names = vec![project.codes[code].name.as_str()];
    let mut code = &project.codes[code];
    while let Some(parent) = code.parent {
        code = &project.codes[parent];
        names.push(&code.name);
    }
    names.reverse();
    names.join(">")
}

/// Words, code with its parents, and coder of each coding.
fn codings(project: &CodedProject) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for source in &project.sources {
        for coding in &source.codings {
            let Placement::Span(span) = &coding.place else { panic!("{coding:?}") };
            let words = source.text.as_ref().unwrap()[span.range()].to_owned();
            let coder = coding.coder.map_or("", |coder| &project.coders[coder].name).to_owned();
            found.push((words, path(project, coding.code), coder));
        }
    }
    found
}

const INTERVIEW: &str = "\
---
ROCK_attributes:
  -
    caseId: 1
    rol: moeder
    leeftijd: 41
  -
    caseId: 2
    rol: oma
    leeftijd: ~
---
# Opgenomen bij moeder thuis
[[cid=1]] [[coderId=anna]]

[[uid=7d8m728p]] Ik bel haar altijd eerst. [[nabijheid>bellen]] [[intensiteit||2]]
Dat heb ik zo geleerd.  [[bellen]] [[onbekend]]
---<<onderwerp>>---
~En dan komt oma. [[cid=2]]
Oma zegt: [[niet doen, hoor]] en lacht.
[[steun]]

---
codes:
  -
    id: nabijheid
    label: Nabijheid en afstand
    description: Hoe dichtbij iemand mag komen
    children: [bellen, appen]
---
";

#[test]
fn a_source_is_read_as_the_rock_means_it() {
    let project = read("gesprek.rock", INTERVIEW);
    let source = &project.sources[0];
    let text = "\nIk bel haar altijd eerst.\nDat heb ik zo geleerd.\n\nEn dan komt oma.\n\
        Oma zegt: [[niet doen, hoor]] en lacht.\n\n";
    assert_eq!((source.name.as_str(), source.text.as_deref()), ("gesprek", Some(text)));
    let coding = |words: &str, code: &str| (words.to_owned(), code.to_owned(), "anna".to_owned());
    let bel = "Ik bel haar altijd eerst.";
    let expected = [
        coding(bel, "Nabijheid en afstand>bellen"),
        coding(bel, "intensiteit"),
        coding("Dat heb ik zo geleerd.", "Nabijheid en afstand>bellen"),
        coding("Dat heb ik zo geleerd.", "onbekend"),
    ];
    assert_eq!(codings(&project), expected);
    assert_eq!(source.codings[1].memo, "2");
    assert_eq!(project.codes[0].description, "Hoe dichtbij iemand mag komen");
    assert!(project.codes.iter().any(|code| code.name == "appen"));
}

#[test]
fn a_case_holds_until_the_next_one() {
    let project = read("gesprek.rock", INTERVIEW);
    let text = project.sources[0].text.as_deref().unwrap();
    let parts = |case: usize| -> Vec<&str> {
        project.cases[case].parts.iter().map(|(_, span)| &text[span.range()]).collect()
    };
    assert_eq!(project.cases.iter().map(|case| case.name.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(parts(0), ["Ik bel haar altijd eerst.\nDat heb ik zo geleerd."]);
    assert_eq!(parts(1), ["En dan komt oma.\nOma zegt: [[niet doen, hoor]] en lacht."]);
    let values = |case: usize| project.cases[case].values.clone();
    assert_eq!(values(0), [(0, "moeder".to_owned()), (1, "41".to_owned())]);
    assert_eq!(values(1), [(0, "oma".to_owned())]);
    assert_eq!(project.variables[1].kind, AttributeType::Integer);
    let whole = read("x.rock", "[[cid=7]]\nJa.\nNee.\n");
    assert_eq!((whole.cases[0].sources.as_slice(), whole.cases[0].parts.len()), (&[0][..], 0));
}

#[test]
fn nothing_of_a_source_goes_unmentioned() {
    let project = read("gesprek.rock", INTERVIEW);
    let log = &project.reconciliation;
    let fate = |thing| (log.n(thing, Fate::Kept), log.n(thing, Fate::Changed), log.n(thing, Fate::Dropped));
    assert_eq!(fate(Thing::LineIds), (0, 0, 1));
    assert_eq!(fate(Thing::SectionBreaks), (0, 1, 0));
    assert_eq!(fate(Thing::Memos), (0, 1, 0));
    let lost: Vec<_> = log.entries.iter().filter(|entry| entry.thing == Thing::Codings).collect();
    assert_eq!((lost[0].name.as_str(), lost[0].reason), ("steun", Some(Reason::LineWithoutWords)));
    assert_eq!(project.memos[0].text, "Opgenomen bij moeder thuis");
    assert_eq!(project.diagnostics.len(), 1, "{:?}", project.diagnostics);
    assert_eq!(project.diagnostics[0].place.line, Some(19));
}

#[test]
fn a_code_with_several_parents_is_not_guessed() {
    let project = read("x.rock", "Een [[a>c]]\nTwee [[b>c]]\nDrie [[c]]\nVier [[c>d]]\n");
    let found: Vec<String> = codings(&project).into_iter().map(|(_, code, _)| code).collect();
    assert_eq!(found, ["a>c", "b>c", "c", "c>d"]);
    let unclear = |entry: &&crate::coded::Entry| entry.reason == Some(Reason::ParentUnclear);
    assert_eq!(project.reconciliation.entries.iter().filter(unclear).count(), 2);
    let circle = read("x.rock", "Een [[a>b]]\nTwee [[b>a]]\n");
    assert_eq!(circle.sources[0].codings.len(), 2);
}

#[test]
fn what_else_lines_belong_to_becomes_a_code() {
    let project = read("x.rock", "[[uiid:familie]]\nEen\nTwee [[uiid:huis]]\nDrie\n");
    let expected =
        [("Een".to_owned(), "uiid>familie".to_owned()), ("Twee\nDrie".to_owned(), "uiid>huis".to_owned())];
    assert_eq!(
        codings(&project).into_iter().map(|(words, code, _)| (words, code)).collect::<Vec<_>>(),
        expected
    );
}

#[test]
fn only_what_is_unmistakable_is_taken_for_the_rock() {
    let is_rock = |name: &str, text: &str| recognise(name, text.as_bytes()).is_some();
    assert!(is_rock("x.rock", "Zomaar tekst.\n"));
    assert!(is_rock("x.txt", "Ja. [[cid=1]]\n"));
    assert!(is_rock("x.md", "Ja.\n---<<paragraph_break>>---\nNee.\n"));
    assert!(!is_rock("x.md", "Zie [[Andere notitie]] en [[vertrouwen]].\n"));
    assert!(!is_rock("x.txt", "Ja. [[vertrouwen]]\n"));
    assert!(!is_rock("x.csv", "a;[[cid=1]]\n"));
}

fn code(id: &str, parent: Option<&str>) -> Code {
    let parent = parent.map(|parent| CodeId::new(parent).unwrap());
    Code { parent, ..Code::new(CodeId::new(id).unwrap()) }
}

fn source(id: &str, text: &str, cases: &[&str]) -> Source {
    Source {
        id: SourceId::new(id).unwrap(),
        cases: cases.iter().map(|case| CaseId::new(case).unwrap()).collect(),
        kind: KindId::new("interview").unwrap(),
        date: None,
        phase: None,
        participants: vec![],
        text: Text::new(text),
        units: vec![],
        origin: Origin::default(),
        extra: Default::default(),
    }
}

fn coding(n: usize, coder: &str, source: &str, code: &str, span: Span) -> Coding {
    Coding {
        id: CodingId::new(&format!("c{n}")).unwrap(),
        coder: CoderId::new(coder).unwrap(),
        source: SourceId::new(source).unwrap(),
        code: CodeId::new(code).unwrap(),
        target: Target::Span(span),
        valence: None,
        weight: None,
        quote: String::new(),
        memo: String::new(),
        created: None,
        modified: None,
    }
}

fn study() -> Study {
    let mut study = Study::new(Settings::new("proef", "Proef", Language::Nl));
    let codes = [code("nabijheid", None), code("bellen-appen", Some("nabijheid")), code("één lijn", None)];
    study.codebook.codes = codes.into_iter().map(|code| (code.id.clone(), code)).collect();
    for id in ["p01", "p-02"] {
        let id = CaseId::new(id).unwrap();
        study.cases.insert(id.clone(), Case { id, name: "Gezin".into(), attributes: Default::default() });
    }
    study
}

#[test]
fn lines_are_written_with_identifier_case_and_codes() {
    let mut study = study();
    let text = "# Kop\n\nIk bel altijd. Echt.\nZe zei [[niet]].\n";
    study.sources.insert(SourceId::new("s1").unwrap(), source("s1", text, &["p-02"]));
    let at = |words: &str| {
        Span::from_bytes(text.find(words).unwrap()..text.find(words).unwrap() + words.len()).unwrap()
    };
    study.codings = vec![
        coding(1, "anna", "s1", "bellen-appen", at("Ik bel altijd.")),
        Coding {
            valence: Some(Valence::Hindering),
            ..coding(2, "anna", "s1", "één lijn", at("Ze zei [[niet]]."))
        },
    ];
    let (files, log) = write_rock(&study);
    assert_eq!(files.keys().collect::<Vec<_>>(), ["codebook.rock", "data/_cases.rock", "data/s1.rock"]);
    let written = String::from_utf8(files["data/s1.rock"].clone()).unwrap();
    let lines: Vec<&str> = written.lines().skip_while(|line| !line.starts_with("[[")).collect();
    let without_id = |line: &str| line.split_once("]] ").map_or(String::new(), |(_, rest)| rest.to_owned());
    let lines: Vec<String> = lines.iter().map(|line| without_id(line)).collect();
    assert_eq!(lines[0], "[[coderId=anna]] [[cid=p_02]] # Kop");
    assert_eq!(lines[1], "");
    assert_eq!(lines[2], "Ik bel altijd. Echt. [[nabijheid>bellen_appen]]");
    assert_eq!(lines[3], "Ze zei [\u{2060}[niet]]. [[een_lijn]] [[een_lijn||hindering]]");
    let reasons: Vec<_> = log.entries.iter().filter(|entry| entry.thing == Thing::Codings).collect();
    assert_eq!((reasons[0].reason, reasons[0].detail.as_str()), (Some(Reason::WidenedToLines), "3"));
    assert_eq!((reasons[1].reason, reasons[1].fate), (None, Fate::Kept));
}

#[test]
fn a_project_is_the_same_bytes_each_time_and_double_coding_comes_together() {
    let mut study = study();
    study.sources.insert(SourceId::new("s1").unwrap(), source("s1", "Ja.\nNee.\n", &[]));
    let span = Span::from_bytes(0..3).unwrap();
    study.codings =
        vec![coding(1, "anna", "s1", "nabijheid", span), coding(2, "bea", "s1", "nabijheid", span)];
    let (bytes, _) = write_rock_project(&study);
    assert_eq!(bytes, write_rock_project(&study).0);
    let project = read_project("proef.ROCKproject", &bytes, &CodedOptions::default()).unwrap();
    assert_eq!(project.title, "Proef");
    assert_eq!(project.sources.len(), 1);
    let one = |coder: &str| ("Ja.".to_owned(), "nabijheid".to_owned(), coder.to_owned());
    assert_eq!(codings(&project), [one("anna"), one("bea")]);
    assert!(project.reconciliation.entries.iter().any(|entry| entry.reason == Some(Reason::SourcesJoined)));
}

#[test]
fn the_settings_of_a_project_say_which_files_are_its_sources() {
    let settings = "_ROCKproject:\n  project:\n    title: \"Buurt\"\n  codebook: ~\n  sources:\n    extension: .rock\n    \
        dirsToIncludeRegex: data/\n    filesToExcludeRegex: ^oud\n";
    let files = [
        ("buurt/_ROCKproject.yml", settings.as_bytes()),
        ("buurt/data/een.rock", b"Ja. [[steun]]\n"),
        ("buurt/data/oud.rock", b"Oud.\n"),
        ("buurt/ruw/een.rock", b"Ja.\n"),
        ("buurt/LEESMIJ.txt", b"Lees mij.\n"),
    ];
    let bytes = crate::archive::tests::pack(&files);
    let project = read_project("buurt.zip", &bytes, &CodedOptions::default()).unwrap();
    assert_eq!((project.title.as_str(), project.sources.len()), ("Buurt", 1));
    let dropped: Vec<_> =
        project.reconciliation.entries.iter().filter(|entry| entry.thing == Thing::Unknown).collect();
    assert_eq!(dropped.len(), 3);
}

/// Lines that look like what the ROCK means something by, among others.
fn any_line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé👋][a-zé 👋.]{0,12}",
        select(
            &[
                "",
                "  ",
                "---",
                "# Kop",
                "~tilde",
                "[[a]]",
                "[[cid=9]] x",
                "---<<b>>---",
                "--+-{1}-+--",
                " in "
            ][..]
        )
        .prop_map(str::to_owned),
        "(\\[|\\]|\u{2060}|-|<|x| ){0,8}",
    ]
}

fn any_study() -> impl Strategy<Value = Study> {
    let sources = proptest::collection::vec(proptest::collection::vec(any_line(), 1..6), 1..4);
    let codings = proptest::collection::vec(
        (0usize..3, 0usize..3, any::<bool>(), 0usize..60, 1usize..30, proptest::option::of(0u8..=100)),
        0..12,
    );
    (sources, codings, proptest::collection::vec((0usize..3, 0usize..2, 0u32..20, 1u32..20), 0..4)).prop_map(
        |(sources, codings, parts)| {
            let mut study = study();
            for (n, lines) in sources.iter().enumerate() {
                let text: String = draad_core::source::normalised(&lines.join("\n"));
                let id = format!("s{n}");
                let cases: &[&str] = if n == 0 { &["p01"] } else { &["p01", "p-02"] };
                study.sources.insert(SourceId::new(&id).unwrap(), source(&id, &text, cases));
            }
            for (n, (source, code, is_anna, start, len, weight)) in codings.into_iter().enumerate() {
                let source = format!("s{}", source % study.sources.len());
                let text = study.sources[source.as_str()].text.as_str().to_owned();
                let end = text.ceil_char_boundary((start + len).min(text.len()));
                let Some(span) = Span::from_bytes(text.floor_char_boundary(start.min(text.len()))..end)
                else {
                    continue;
                };
                let coder = if is_anna { "anna" } else { "bea" };
                let code = ["nabijheid", "bellen-appen", "één lijn"][code];
                study.codings.push(Coding { weight, ..coding(n, coder, &source, code, span) });
            }
            for (source, case, start, len) in parts {
                let source = SourceId::new(&format!("s{}", 1 + source)).unwrap();
                if let Some(own) = study.sources.get(&source) {
                    let n = own.text.n_chars();
                    let chars =
                        CharSpan { start: CharOffset(start.min(n)), end: CharOffset((start + len).min(n)) };
                    let case = CaseId::new(["p01", "p-02"][case]).unwrap();
                    study.case_spans.push(CaseSpan { source, case, chars });
                }
            }
            study
        },
    )
}

/// Source, line, code, coder and weight of each coding that has words.
type LineCoding = (String, usize, String, String, Option<u8>);

fn expected_codings(study: &Study) -> BTreeSet<LineCoding> {
    let mut all = BTreeSet::new();
    for coding in &study.codings {
        let text = study.sources[&coding.source].text.as_str();
        let span = coding.target.span().unwrap().range();
        let mut start = 0;
        for (line, words) in text.split('\n').enumerate() {
            let from = start + words.len() - words.trim_start().len();
            let range = from..start + words.trim_end().len();
            if span.start.max(range.start) < span.end.min(range.end) {
                let (source, code) = (coding.source.to_string(), coding.code.to_string());
                all.insert((source, line, code, coding.coder.to_string(), coding.weight));
            }
            start += words.len() + 1;
        }
    }
    // A coding that says nothing more is the same as one that does.
    let says_more = |it: &LineCoding| {
        it.4.is_none()
            && all.iter().any(|other| {
                other.4.is_some() && (&other.0, other.1, &other.2, &other.3) == (&it.0, it.1, &it.2, &it.3)
            })
    };
    all.iter().filter(|it| !says_more(it)).cloned().collect()
}

fn found_codings(project: &CodedProject) -> BTreeSet<LineCoding> {
    let mut all = BTreeSet::new();
    for source in &project.sources {
        let text = source.text.as_deref().unwrap();
        for coding in &source.codings {
            let Placement::Span(span) = &coding.place else { panic!("{coding:?}") };
            let line = text[..span.range().start].matches('\n').count();
            assert_eq!(text[span.range()].trim(), text.split('\n').nth(line).unwrap().trim());
            let code = project.codes[coding.code].fields["id"].clone();
            let coder = project.coders[coding.coder.unwrap()].name.clone();
            all.insert((source.name.clone(), line, code, coder, coding.weight));
        }
    }
    all
}

proptest! {
    #[test]
    fn a_study_comes_back_with_its_codings_at_whole_lines(study in any_study()) {
        let (bytes, log) = write_rock_project(&study);
        prop_assert_eq!(log.claimed.get(&Thing::Codings).copied().unwrap_or(0), study.codings.len());
        let project = read_project("x.ROCKproject", &bytes, &CodedOptions::default()).unwrap();
        prop_assert!(project.diagnostics.is_empty(), "{:?}", project.diagnostics);
        prop_assert_eq!(found_codings(&project), expected_codings(&study));
        for source in study.sources.values().filter(|source| !source.text.as_str().trim().is_empty()) {
            let back = project.sources.iter().find(|back| back.name == source.id.as_str()).unwrap();
            let trimmed = |text: &str| text.split('\n').map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
            prop_assert_eq!(trimmed(back.text.as_deref().unwrap()), trimmed(source.text.as_str()));
            if source.cases.len() == 1 {
                let case = project.cases.iter().find(|case| case.name == source.cases[0].as_str()).unwrap();
                prop_assert!(case.sources.iter().any(|&place| project.sources[place].name == source.id.as_str()));
            }
        }
        prop_assert_eq!(project.cases.len(), study.cases.len());
    }

    #[test]
    fn any_source_can_be_read(
        lines in proptest::collection::vec(
            prop_oneof![
                any_line(),
                "[~#]{0,2}(\\[\\[(cid|uid|coderId|x|a>b|a)?[=:|>]{0,2}(1|b)?\\]\\]| |ja){0,5}",
                select(&["codes:", "  - id: a", "    children: [b, a]", "ROCK_attributes:", "  - caseId: 01"][..])
                    .prop_map(str::to_owned),
            ],
            0..12,
        ),
    ) {
        if let Ok(project) = read_project("x.rock", lines.join("\n").as_bytes(), &CodedOptions::default()) {
            for source in &project.sources {
                let text = source.text.as_deref().unwrap();
                prop_assert_eq!(text, &draad_core::source::normalised(text));
                for coding in &source.codings {
                    let Placement::Span(span) = &coding.place else { panic!("{coding:?}") };
                    prop_assert!(text.get(span.range()).is_some_and(|words| !words.trim().is_empty()));
                }
            }
        }
    }
}
