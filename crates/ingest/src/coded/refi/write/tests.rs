//! A small study, written out by hand.

use super::*;
use crate::coded::{Fate, Thing};
use draad_core::settings::Level;
use draad_core::{
    About, Attribute, AttributeId, AttributeType, AttributeValue, Case, CaseSpan, CharOffset, CharSpan, Code,
    CodeKind, Coding, Label, Language, Memo, Settings, Source, Target, Text, Valence,
};
use std::io::{Cursor, Read};

fn id<T: std::str::FromStr<Err = String>>(text: &str) -> T {
    text.parse().unwrap()
}

fn chars(start: u32, end: u32) -> CharSpan {
    CharSpan { start: CharOffset(start), end: CharOffset(end) }
}

/// A study with one case, two codes, and one source of which two coders coded the same words.
fn small() -> Study {
    let mut study = Study::new(Settings::new("proef", "Proef & meer", Language::Nl));
    study.settings.attributes = vec![Attribute {
        id: id("uitkomst"),
        label: Label::new("Uitkomst", ""),
        kind: AttributeType::Choice,
        levels: ["goed", "slecht"].map(|level| Level { id: level.into(), label: Label::default() }).into(),
        outcome: true,
    }];
    let attributes =
        [("uitkomst", AttributeValue::Unknown)].map(|(name, value)| (id::<AttributeId>(name), value));
    let case = Case { id: id("p01"), name: "Gezin <1>".into(), attributes: attributes.into_iter().collect() };
    study.cases.insert(case.id.clone(), case);
    for (name, parent, kind) in
        [("samen", None, CodeKind::Heading), ("vertrouwen", Some("samen"), CodeKind::Factor)]
    {
        let mut code = Code::new(id(name));
        (code.parent, code.kind, code.name) = (parent.map(id), kind, Label::new("Naam", ""));
        study.codebook.codes.insert(code.id.clone(), code);
    }
    study.codebook.codes["vertrouwen"].definition = "op elkaar\nrekenen".into();
    let source = Source {
        id: id("p01 gesprek"),
        cases: vec![id("p01")],
        kind: id("interview"),
        date: None,
        phase: None,
        participants: vec![],
        text: Text::new("Ik 👋 \"ja\"\nen nee"),
        units: vec![],
        origin: draad_core::Origin {
            file: "C:\\Users\\jan\\Interview Jan (jan@example.org).docx".into(),
            ..Default::default()
        },
        extra: Default::default(),
    };
    for (coder, valence) in [("anna", Some(Valence::Hindering)), ("bram", None)] {
        study.codings.push(coding(&source, coder, "vertrouwen", Some(chars(3, 12)), valence));
    }
    study.codings.push(coding(&source, "anna", "vertrouwen", None, None));
    study.case_spans.push(CaseSpan { source: source.id.clone(), case: id("p01"), chars: chars(0, 2) });
    study.sources.insert(source.id.clone(), source);
    study.memos.push(Memo {
        id: id("m1"),
        title: "Over".into(),
        author: Some(id("anna")),
        date: Some(jiff::civil::date(2024, 5, 2)),
        about: vec![About::Span(id("p01 gesprek"), chars(3, 12)), About::Case(id("p01"))],
        body: "Zie \u{1}".into(),
    });
    study.sort_codings();
    study
}

fn coding(
    source: &Source,
    coder: &str,
    code: &str,
    place: Option<CharSpan>,
    valence: Option<Valence>,
) -> Coding {
    let target = place.and_then(|place| source.text.span(place)).map_or(Target::Source, Target::Span);
    Coding {
        id: Coding::derived_id(source, &id(code), target),
        coder: id(coder),
        source: source.id.clone(),
        code: id(code),
        target,
        valence,
        weight: None,
        quote: target.span().and_then(|span| source.text.get(span)).unwrap_or_default().into(),
        memo: String::new(),
        created: Some(jiff::Timestamp::UNIX_EPOCH),
        modified: None,
    }
}

/// The files of an archive, in its order.
fn files(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let n = archive.len();
    let file = |place| {
        let mut file = archive.by_index(place).unwrap();
        let mut content = String::new();
        file.read_to_string(&mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    };
    (0..n).map(file).collect()
}

/// A document with every GUID written as a small number, in order of appearance.
fn numbered(xml: &str) -> String {
    let mut known: Vec<&str> = Vec::new();
    let mut text = String::new();
    let mut rest = xml;
    while let Some(at) = rest.find(['"', '/', ' ']) {
        let (before, from) = rest.split_at(at + 1);
        text += before;
        rest = from;
        let Some(guid) = from.get(..36).filter(|guid| guid.parse::<Uuid>().is_ok()) else { continue };
        assert_eq!(guid, guid.to_uppercase());
        let place = known.iter().position(|one| *one == guid).unwrap_or(known.len());
        if place == known.len() {
            known.push(guid);
        }
        text += &format!("#{place}");
        rest = &from[36..];
    }
    text + rest
}

#[test]
fn a_project_is_written_as_the_standard_wants_it() {
    let study = small();
    let options = WriteOptions {
        supplement: vec![("phases.csv".into(), b"case,phase\n".to_vec())],
        ..WriteOptions::default()
    };
    let written = write_qdpx(&study, &options).unwrap();
    let files = files(&written.bytes);
    let version = env!("CARGO_PKG_VERSION");
    let expected = format!(
        r##"<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd" name="Proef &amp; meer" origin="Rode Draad {version}">
<Users>
<User guid="#0" name="anna" id="anna"/>
<User guid="#1" name="bram" id="bram"/>
</Users>
<CodeBook>
<Codes>
<Code guid="#2" name="Naam" isCodable="false">
<NoteRef targetGUID="#3"/>
<Code guid="#4" name="Naam" isCodable="true">
<Description>op elkaar
rekenen</Description>
<NoteRef targetGUID="#5"/>
</Code>
</Code>
</Codes>
</CodeBook>
<Variables>
<Variable guid="#6" name="uitkomst" typeOfVariable="Text">
<Description>name: Uitkomst
levels: goed; slecht</Description>
</Variable>
</Variables>
<Cases>
<Case guid="#7" name="Gezin &lt;1&gt;">
<VariableValue>
<VariableRef targetGUID="#6"/>
</VariableValue>
<SelectionRef targetGUID="#8"/>
</Case>
</Cases>
<Sources>
<TextSource guid="#9" name="p01 gesprek" plainTextPath="internal://#9.txt">
<PlainTextSelection guid="#8" name="Ik" startPosition="0" endPosition="2">
</PlainTextSelection>
<PlainTextSelection guid="#10" name="👋 &quot;ja&quot; en" startPosition="3" endPosition="12">
<Coding guid="#11" creatingUser="#0" creationDateTime="1970-01-01T00:00:00Z">
<CodeRef targetGUID="#4"/>
<NoteRef targetGUID="#12"/>
</Coding>
<Coding guid="#13" creatingUser="#1" creationDateTime="1970-01-01T00:00:00Z">
<CodeRef targetGUID="#4"/>
</Coding>
<NoteRef targetGUID="#14"/>
</PlainTextSelection>
<Coding guid="#15" creatingUser="#0" creationDateTime="1970-01-01T00:00:00Z">
<CodeRef targetGUID="#4"/>
</Coding>
<NoteRef targetGUID="#16"/>
</TextSource>
</Sources>
<Notes>
<Note guid="#14" name="Over" creatingUser="#0" creationDateTime="2024-05-02T00:00:00Z">
<PlainTextContent>Zie {replaced}</PlainTextContent>
<NoteRef targetGUID="#17"/>
</Note>
<Note guid="#3" name="draad code">
<PlainTextContent>id: samen</PlainTextContent>
</Note>
<Note guid="#5" name="draad code">
<PlainTextContent>id: vertrouwen
kind: factor</PlainTextContent>
</Note>
<Note guid="#18" name="draad case">
<PlainTextContent>of: #7
id: p01
unknown: uitkomst</PlainTextContent>
</Note>
<Note guid="#16" name="draad source">
<PlainTextContent>id: p01 gesprek
kind: interview</PlainTextContent>
</Note>
<Note guid="#12" name="draad coding">
<PlainTextContent>valence: hindering</PlainTextContent>
</Note>
<Note guid="#17" name="draad memo">
<PlainTextContent>id: m1
about: span p01 gesprek 3-12\ncase p01</PlainTextContent>
</Note>
<Note guid="#19" name="draad study" plainTextPath="internal://#19.txt"/>
</Notes>
<Sets>
<Set guid="#20" name="case: Gezin &lt;1&gt;">
<MemberSource targetGUID="#9"/>
</Set>
</Sets>
<NoteRef targetGUID="#19"/>
</Project>
"##,
        replaced = char::REPLACEMENT_CHARACTER
    );
    assert_eq!(files[0].0, "project.qde");
    pretty_lines(&numbered(&files[0].1), &expected);
    assert!(files[1].0.starts_with("sources/") && files[1].0.ends_with(".txt"), "{}", files[1].0);
    assert_eq!(files[1].1, "Ik 👋 \"ja\"\nen nee");
    assert_eq!(files[2].1, "## phases.csv 11\ncase,phase\n\n");
    assert_eq!(files.len(), 3);
}

/// Compares line by line, so that a failure shows the line.
fn pretty_lines(found: &str, expected: &str) {
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.lines().count(), expected.lines().count());
}

#[test]
fn what_others_will_not_see_is_told() {
    let study = small();
    let written = write_qdpx(&study, &WriteOptions::default()).unwrap();
    let told = |thing: Thing| {
        let of_it = written.reconciliation.entries.iter().filter(move |entry| entry.thing == thing);
        of_it
            .map(|entry| (entry.name.as_str(), entry.fate, entry.reason.unwrap(), entry.n))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(Thing::Codings), [("valence", Fate::Changed, Reason::InNote, 1)]);
    assert_eq!(
        told(Thing::Sources),
        [
            ("kind", Fate::Changed, Reason::InNote, 1),
            ("p01 gesprek", Fate::Changed, Reason::CountedTwice, 1),
            ("origin_file", Fate::Dropped, Reason::LeftOutAsPersonal, 1)
        ]
    );
    assert_eq!(
        told(Thing::Memos),
        [("m1", Fate::Changed, Reason::InNote, 1), ("m1", Fate::Changed, Reason::CharactersReplaced, 1)]
    );
    assert_eq!(told(Thing::Variables), [("uitkomst", Fate::Changed, Reason::InDescription, 1)]);
    assert_eq!(told(Thing::Values), [("", Fate::Changed, Reason::UnknownAsEmpty, 1)]);
    assert_eq!(written.reconciliation.claimed[&Thing::Codings], 3);
    assert_eq!(written.reconciliation.read[&Thing::Codings], 3);
    assert_eq!(written.diagnostics.len(), 1);
    assert_eq!(
        written.diagnostics[0].problem,
        Problem::CharactersCountedTwice { n_sources: 1, sources: "p01 gesprek".to_owned() }
    );
}

#[test]
fn the_same_study_gives_the_same_bytes_and_keeps_its_identifiers() {
    let study = small();
    let plain = write_qdpx(&study, &WriteOptions::default()).unwrap();
    assert_eq!(plain.bytes, write_qdpx(&study, &WriteOptions::default()).unwrap().bytes);

    let kept = Uuid::from_u128(0xabc);
    let outcome = Uuid::from_u128(0xdef);
    let guids = [("code vertrouwen", kept), ("coder anna", kept), ("attribute uitkomst", outcome)];
    let guids = guids.map(|(reference, guid)| (reference.to_owned(), guid)).into();
    let written = write_qdpx(&study, &WriteOptions { guids, ..WriteOptions::default() }).unwrap();
    let document = &files(&written.bytes)[0].1;
    assert!(document.contains(r#"<Code guid="00000000-0000-0000-0000-000000000ABC" name="Naam""#));
    assert!(!document.contains(r#"<User guid="00000000-0000-0000-0000-000000000ABC""#));
    assert!(document.contains(r#"<Variable guid="00000000-0000-0000-0000-000000000DEF" name="uitkomst""#));
}

#[test]
fn nothing_in_the_file_says_on_whose_machine_or_from_which_file_it_was_made() {
    for (name, content) in files(&write_qdpx(&small(), &WriteOptions::default()).unwrap().bytes) {
        for trace in ["jan", "@", "C:", "Users\\", "/home", "docx", "basePath", "absolute:", "relative:"] {
            assert!(!content.contains(trace), "{name} holds {trace}");
        }
    }
}

#[test]
fn an_empty_study_is_a_project_but_no_codebook() {
    let study = Study::new(Settings { attributes: vec![], ..Settings::new("leeg", "", Language::En) });
    let written = write_qdpx(&study, &WriteOptions::default()).unwrap();
    let document = &files(&written.bytes)[0].1;
    assert!(document.ends_with(&format!("name=\"leeg\" origin=\"{ORIGIN}\">\n</Project>\n")), "{document}");
    let refused = write_qdc(&study, &WriteOptions::default()).unwrap_err();
    assert_eq!(refused.problem, Problem::CodebookEmpty);
}

#[test]
fn a_codebook_says_for_people_what_its_codes_mean() {
    let mut study = small();
    let code = &mut study.codebook.codes["vertrouwen"];
    code.include = "ook: wantrouwen".into();
    code.level = Some(id("relation"));
    let written = write_qdc(&study, &WriteOptions::default()).unwrap();
    let document = String::from_utf8(written.bytes).unwrap();
    let from = document.find("<Codes>").unwrap();
    pretty_lines(
        &numbered(&document[from..]),
        "<Codes>
<Code guid=\"#0\" name=\"Naam\" isCodable=\"false\">
<Code guid=\"#1\" name=\"Naam\" isCodable=\"true\">
<Description>op elkaar
rekenen

level: relation
include: ook: wantrouwen</Description>
</Code>
</Code>
</Codes>
<Sets>
<Set guid=\"#2\" name=\"level: relatie\">
<MemberCode guid=\"#1\"/>
</Set>
</Sets>
</CodeBook>",
    );
}

#[test]
fn what_points_nowhere_is_told_and_nothing_else_suffers() {
    let mut study = small();
    let mut lost = study.codings[0].clone();
    lost.code = id("weg");
    study.codings.push(lost.clone());
    lost.source = id("ook weg");
    study.codings.push(lost);
    study.case_spans.push(CaseSpan { source: id("p01 gesprek"), case: id("p01"), chars: chars(3, 99) });
    study.memos[0].about = vec![About::Coding(id("anna"), id("p01 gesprek"), id("geen"))];
    let written = write_qdpx(&study, &WriteOptions::default()).unwrap();
    assert_eq!(written.reconciliation.n(Thing::Codings, Fate::Dropped), 2);
    assert_eq!(written.reconciliation.n(Thing::CaseParts, Fate::Dropped), 1);
    let document = &files(&written.bytes)[0].1;
    assert!(document.contains("about: coding anna p01 gesprek geen"));
    assert_eq!(document.matches("<Coding ").count(), 3);
}
