//! Projects written by hand: what each part becomes, and what no file may do.

use super::*;
use crate::ReadOptions;
use crate::archive::tests::pack;
use crate::coded::{Fate, ForeignMemo, MemoAbout, Placement, PositionReading, Reason, Thing, read_project};
use draad_core::AttributeType;

/// A GUID that ends in a number.
fn guid(n: u32) -> String {
    format!("8dd0a9d7-1e0f-4f87-a5f5-{n:012}")
}

/// Puts GUIDs for `#1`, `#2`, … into XML.
fn xml(body: &str) -> String {
    let mut text = String::new();
    for (idx, part) in body.split("=\"#").enumerate() {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        match part[..digits].parse() {
            Ok(n) if idx > 0 => text += &format!("=\"{}{}", guid(n), &part[digits..]),
            _ if idx > 0 => text += &format!("=\"#{part}"),
            _ => text += part,
        }
    }
    text
}

fn project_of(origin: &str, body: &str) -> String {
    let head = format!("<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Proef\" origin=\"{origin}\">");
    format!("{head}{}</Project>", xml(body))
}

fn try_read(name: &str, bytes: &[u8], options: &CodedOptions) -> Outcome<CodedProject> {
    let read_options = ReadOptions::default();
    read(&File { name, options: &read_options }, bytes, options)
}

/// Reads a project with these elements.
fn read_body(body: &str) -> CodedProject {
    let xml = project_of("Proef 1", body);
    try_read("a.qde", xml.as_bytes(), &CodedOptions::default()).unwrap_or_else(|problem| panic!("{problem}"))
}

fn entries(project: &CodedProject, reason: Reason) -> Vec<(Thing, &str, &str)> {
    let entries = project.reconciliation.entries.iter().filter(|entry| entry.reason == Some(reason));
    entries.map(|entry| (entry.thing, entry.name.as_str(), entry.detail.as_str())).collect()
}

/// The words of each coding of a source.
fn coded(project: &CodedProject, source: usize) -> Vec<&str> {
    let source = &project.sources[source];
    let words = |place: &'_ Placement| match place {
        Placement::Span(span) => source.text.as_deref().unwrap()[span.range()].to_owned(),
        Placement::Words { words, .. } => format!("?{words}"),
        Placement::Source => "*".to_owned(),
    };
    source.codings.iter().map(|coding| &*words(&coding.place).leak()).collect()
}

const CODES: &str = "<Users><User guid=\"#1\" name=\"Anna\"/><User guid=\"#2\" name=\"Bram\"/></Users>\
    <CodeBook><Codes><Code guid=\"#10\" name=\"steun\" isCodable=\"false\" color=\"#F0a\">\
    <Description> wat helpt </Description>\
    <Code guid=\"#11\" name=\"steun\" isCodable=\"true\"/></Code></Codes></CodeBook>";

fn coding(guid: u32, user: u32) -> String {
    format!("<Coding guid=\"#{guid}\" creatingUser=\"#{user}\"><CodeRef targetGUID=\"#11\"/></Coding>")
}

fn selection(guid: u32, name: &str, start: i64, end: i64, inside: &str) -> String {
    format!(
        "<PlainTextSelection guid=\"#{guid}\" name=\"{name}\" startPosition=\"{start}\" endPosition=\"{end}\">{inside}</PlainTextSelection>"
    )
}

#[test]
fn codes_are_a_tree_with_headings_and_names_that_repeat() {
    let project = read_body(CODES);
    let codes = &project.codes;
    assert_eq!((codes[0].name.as_str(), codes[0].colour.as_str()), ("steun", "#ff00aa"));
    assert_eq!((codes[0].is_codable, codes[0].description.as_str()), (false, "wat helpt"));
    assert_eq!((codes[1].name.as_str(), codes[1].parent, codes[1].is_codable), ("steun", Some(0), true));
    assert_eq!(project.coders.iter().map(|coder| coder.name.as_str()).collect::<Vec<_>>(), ["Anna", "Bram"]);
}

#[test]
fn codings_stand_on_the_words_that_were_meant() {
    let text = "<PlainTextContent>Ja &amp; nee &#128075; wel. Daarna niet meer.</PlainTextContent>";
    let (a, b) = (coding(31, 1), coding(32, 2));
    let selections = [
        selection(21, "nee 👋 wel", 5, 14, &format!("{a}{b}")),
        selection(22, "Daarna niet", 16, 27, &coding(33, 1)),
        selection(23, "Daarna niet", 27, 16, &coding(34, 2)),
        selection(24, "Daarna niet", 16, 27, &coding(35, 1)),
        selection(25, "leeg", 5, 5, &coding(36, 1)),
        selection(26, "voorbij", 16, 999, &coding(37, 1)),
        selection(27, "negatief", -3, 4, &coding(38, 1)),
        selection(28, "Daarna", 16, 22, "<Description>Let op</Description>"),
    ];
    let body = format!(
        "{CODES}<Sources><TextSource guid=\"#20\" name=\"Gesprek\">{text}{}{}</TextSource></Sources>",
        selections.concat(),
        coding(39, 1)
    );
    let project = read_body(&body);
    let source = &project.sources[0];
    assert_eq!(source.text.as_deref(), Some("Ja & nee 👋 wel. Daarna niet meer."));
    assert_eq!(
        coded(&project, 0),
        ["*", "nee 👋 wel", "nee 👋 wel", "Daarna niet", "Daarna niet", "Daarna niet meer.", "?negatief"]
    );
    assert_eq!(entries(&project, Reason::StartAfterEnd), [(Thing::Selections, "Daarna niet", "27–16")]);
    assert_eq!(entries(&project, Reason::SameTwice), [(Thing::Codings, "steun", "Gesprek")]);
    assert_eq!(entries(&project, Reason::PastEnd), [(Thing::Selections, "voorbij", "16–999")]);
    assert_eq!(
        entries(&project, Reason::NoCharacters),
        [(Thing::Selections, "leeg", ""), (Thing::Codings, "steun", "leeg")]
    );
    assert!(source.reading.starts_with("code-points; "), "{}", source.reading);
    let memo = project.memos.iter().find(|memo| memo.text == "Let op").unwrap();
    let [MemoAbout::Source(0, Placement::Span(span))] = memo.about[..] else { panic!("{memo:?}") };
    assert_eq!(&source.text.as_deref().unwrap()[span.range()], "Daarna");
    let zero = project.memos.iter().find(|memo| memo.title == "steun").unwrap();
    assert_eq!(zero.about, [MemoAbout::Source(0, Placement::Source), MemoAbout::Code(1)]);
}

#[test]
fn codings_without_characters_are_memos_by_those_who_coded() {
    let codings = [
        coding(31, 1),
        coding(32, 2).replace("</Coding>", "<NoteRef targetGUID=\"#70\"/></Coding>"),
        coding(33, 1).replace("#11", "#99"),
        "<Coding guid=\"#34\"/>".to_owned(),
    ];
    let empty = selection(21, "leeg", 2, 2, &codings.concat());
    let body = format!(
        "{CODES}<Sources><TextSource guid=\"#20\" name=\"Gesprek\"><PlainTextContent>Ja, wel.</PlainTextContent>{empty}\
        </TextSource></Sources><Notes><Note guid=\"#70\" name=\"Let op\"><PlainTextContent>Stilte</PlainTextContent></Note></Notes>"
    );
    let project = read_body(&body);
    let by = |memo: &ForeignMemo| (memo.title.clone(), memo.author, memo.text.clone());
    let found: Vec<_> = project.memos.iter().map(by).collect();
    let (one, other) = (("steun".into(), Some(0), String::new()), ("steun".into(), Some(1), String::new()));
    assert_eq!(found, [one, other, ("Let op".into(), None, "Stilte".into())]);
    assert_eq!(project.memos[0].about, [MemoAbout::Source(0, Placement::Source), MemoAbout::Code(1)]);
    assert_eq!(project.memos[2].about, [MemoAbout::Source(0, Placement::Source)]);
    let codings = |reason| entries(&project, reason).iter().filter(|entry| entry.0 == Thing::Codings).count();
    assert_eq!((codings(Reason::PointsNowhere), project.reconciliation.claimed[&Thing::Codings]), (2, 4));
    assert_eq!(project.reconciliation.n(Thing::Codings, Fate::Changed), 2);
}

#[test]
fn what_is_coded_in_the_words_of_a_rectangle_is_named() {
    let inside = selection(22, "wel", 4, 7, &coding(31, 1));
    let body = format!(
        "{CODES}<Sources><PDFSource guid=\"#20\" name=\"Blad\" path=\"internal://a.pdf\"><PDFSelection guid=\"#21\" \
        name=\"Ja\" page=\"0\" firstX=\"1\" firstY=\"1\" secondX=\"2\" secondY=\"2\">\
        <Representation guid=\"#23\" plainTextPath=\"internal://b.txt\"><PlainTextContent>Ja, wel.</PlainTextContent>\
        {inside}{}</Representation>{}</PDFSelection></PDFSource></Sources>",
        coding(32, 1),
        coding(33, 1)
    );
    let project = read_body(&body);
    assert_eq!(coded(&project, 0), ["?Ja, wel."]);
    let named: Vec<_> = entries(&project, Reason::NotKnown).into_iter().map(|(_, name, _)| name).collect();
    let expected = ["/PlainTextSelection", "/Selection/Coding", "/Coding", "/@plainTextPath"];
    assert_eq!(named, expected.map(|part| format!("Selection/Representation{part}")));
    let counts = |thing| (project.reconciliation.claimed[&thing], project.reconciliation.read[&thing]);
    assert_eq!((counts(Thing::Codings), counts(Thing::Selections)), ((3, 1), (2, 1)));
}

/// A project of a source in a file, with selections at each of these words, counted by `count`.
fn packed(text: &str, words: &[&str], count: impl Fn(&str) -> usize) -> Vec<u8> {
    let selections: String = words
        .iter()
        .zip(21..)
        .map(|(words, n)| {
            let at = text.find(words).unwrap();
            let (start, end) = (count(&text[..at]) as i64, count(&text[..at + words.len()]) as i64);
            selection(n, "", start, end, &coding(n + 100, 1))
        })
        .collect();
    let body = format!(
        "{CODES}<Sources><TextSource guid=\"#20\" name=\"Gesprek\" plainTextPath=\"internal://A.txt\">\
        {selections}</TextSource></Sources>"
    );
    pack(&[("Project.QDE", project_of("", &body).as_bytes()), ("Sources/a.TXT", text.as_bytes())])
}

#[test]
fn sources_in_files_are_read_as_their_program_counted() {
    let text = "\u{feff}👋👋 Ja, één keer.\r\nDaarna niet meer, zei ze.\r\n👋 En toen wel.\r\n";
    let words = ["één keer", "Daarna niet", "zei ze", "toen wel"];
    let body = |text: &str| text.trim_start_matches('\u{feff}').to_owned();
    let utf16 = packed(text, &words, |before| body(before).encode_utf16().count());
    let joined = packed(text, &words, |before| body(before).replace("\r\n", "\n").chars().count());
    for (bytes, reading) in [(utf16, "utf-16; "), (joined, "code-points; joined-breaks; ")] {
        let project = try_read("a.qdpx", &bytes, &CodedOptions::default()).unwrap();
        assert_eq!(coded(&project, 0), words);
        assert!(project.sources[0].reading.starts_with(reading), "{}", project.sources[0].reading);
        assert!(!project.sources[0].text.as_deref().unwrap().contains(['\r', '\u{feff}']));
    }
}

#[test]
fn a_doubtful_reading_stops_the_import_until_the_user_says_which() {
    let text = "👋👋👋aaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    let bytes = packed(text, &["aaaaaa"], |before| before.chars().count());
    let refused = try_read("a.qdpx", &bytes, &CodedOptions::default()).unwrap_err();
    let Problem::PositionsUnclear { source, candidates, n_others: 0 } = refused.problem else { panic!() };
    assert_eq!(source, "Gesprek");
    assert!(candidates.contains("utf-16") && candidates.contains("⟦aaaaaa⟧"), "{candidates}");
    for name in ["", "Gesprek"] {
        let positions = vec![(name.to_owned(), PositionReading::default())];
        let options = CodedOptions { positions, ..CodedOptions::default() };
        assert_eq!(coded(&try_read("a.qdpx", &bytes, &options).unwrap(), 0), ["aaaaaa"]);
    }
}

#[test]
fn a_set_repeats_any_of_the_cases_of_its_name() {
    let case = |guid: u32, source: u32| {
        format!("<Case guid=\"#{guid}\" name=\"p01\"><SourceRef targetGUID=\"#{source}\"/></Case>")
    };
    let source = |guid: u32| {
        format!(
            "<TextSource guid=\"#{guid}\" name=\"g{guid}\"><PlainTextContent>Ja</PlainTextContent></TextSource>"
        )
    };
    let set = |guid: u32, members: &[u32]| {
        let members =
            members.iter().map(|id| format!("<MemberSource targetGUID=\"#{id}\"/>")).collect::<String>();
        format!("<Set guid=\"#{guid}\" name=\"case: p01\">{members}</Set>")
    };
    let body = format!(
        "<Cases>{}{}</Cases><Sources>{}{}</Sources><Sets>{}{}{}</Sets>",
        case(50, 20),
        case(51, 21),
        source(20),
        source(21),
        set(60, &[20]),
        set(61, &[21]),
        set(62, &[20, 21])
    );
    let project = read_body(&body);
    assert_eq!(entries(&project, Reason::RepeatsCase).len(), 2);
    assert_eq!(project.reconciliation.n(Thing::Groups, Fate::Kept), 2);
    let groups: Vec<_> = project.groups.iter().map(|group| group.sources.clone()).collect();
    assert_eq!(groups, [[0, 1]]);
}

#[test]
fn cases_have_values_sources_and_parts() {
    let body = format!(
        "{CODES}<Variables><Variable guid=\"#40\" name=\"leeftijd\" typeOfVariable=\"Integer\"/>\
        <Variable guid=\"#41\" name=\"thuis\" typeOfVariable=\"Boolean\"/></Variables>\
        <Cases><Case guid=\"#50\" name=\"p01\"><Description>gezin</Description><CodeRef targetGUID=\"#11\"/>\
        <VariableValue><VariableRef targetGUID=\"#40\"/><IntegerValue>41</IntegerValue></VariableValue>\
        <VariableValue><VariableRef targetGUID=\"#41\"/><BooleanValue>1</BooleanValue></VariableValue>\
        <VariableValue><VariableRef targetGUID=\"#41\"/></VariableValue>\
        <VariableValue><VariableRef targetGUID=\"#99\"/><TextValue>x</TextValue></VariableValue>\
        <SourceRef targetGUID=\"#20\"/><SourceRef targetGUID=\"#98\"/><SelectionRef targetGUID=\"#21\"/></Case></Cases>\
        <Sources><TextSource guid=\"#20\" name=\"Gesprek\"><PlainTextContent>Ja, wel. Nee.</PlainTextContent>{}\
        <VariableValue><VariableRef targetGUID=\"#40\"/><IntegerValue>7</IntegerValue></VariableValue></TextSource></Sources>\
        <Sets><Set guid=\"#60\" name=\"case: p01\"><MemberSource targetGUID=\"#20\"/></Set>\
        <Set guid=\"#61\" name=\"case: p02\"><MemberSource targetGUID=\"#20\"/></Set></Sets>",
        selection(21, "Ja, wel.", 0, 8, "")
    );
    let project = read_body(&body);
    let case = &project.cases[0];
    assert_eq!((case.name.as_str(), case.description.as_str()), ("p01", "gezin"));
    assert_eq!(case.values, [(0, "41".to_owned()), (1, "yes".to_owned())]);
    assert_eq!(case.sources, [0]);
    assert_eq!(&project.sources[0].text.as_deref().unwrap()[case.parts[0].1.range()], "Ja, wel.");
    assert_eq!(project.sources[0].values, [(0, "7".to_owned())]);
    assert_eq!(project.variables[1].kind, AttributeType::YesNo);
    assert_eq!(entries(&project, Reason::NoPlaceInStudy), [(Thing::Codings, "p01", "steun")]);
    assert_eq!(entries(&project, Reason::PointsNowhere).len(), 2);
    assert_eq!(entries(&project, Reason::RepeatsCase), [(Thing::Groups, "case: p01", "p01")]);
    assert_eq!(project.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), ["case: p02"]);
    assert_eq!(project.memos, [] as [ForeignMemo; 0], "a part of a case is no memo");
}

#[test]
fn notes_are_memos_about_what_points_at_them() {
    let body = "<CodeBook><Codes><Code guid=\"#10\" name=\"a\" isCodable=\"true\"><NoteRef targetGUID=\"#70\"/></Code></Codes></CodeBook>\
        <Sources><TextSource guid=\"#20\" name=\"Gesprek\"><PlainTextContent>Ja.</PlainTextContent>\
        <Coding guid=\"#30\"><CodeRef targetGUID=\"#10\"/><NoteRef targetGUID=\"#70\"/></Coding><NoteRef targetGUID=\"#71\"/></TextSource></Sources>\
        <Notes><Note guid=\"#70\" name=\"Eerste\" creationDateTime=\"2024-05-02T10:00:00Z\"><PlainTextContent>tekst</PlainTextContent></Note>\
        <Note guid=\"#71\" name=\"Tweede\"><PlainTextContent>zelf gecodeerd</PlainTextContent>\
        <PlainTextSelection guid=\"#72\" name=\"zelf\" startPosition=\"0\" endPosition=\"4\"><Coding guid=\"#73\"><CodeRef targetGUID=\"#10\"/></Coding></PlainTextSelection></Note></Notes>\
        <Links><Link guid=\"#80\" name=\"l\" originGUID=\"#71\" targetGUID=\"#10\"/>\
        <Link guid=\"#81\" name=\"beide\" direction=\"OneWay\" originGUID=\"#20\" targetGUID=\"#10\"/>\
        <Link guid=\"#82\" name=\"nergens\" originGUID=\"#20\" targetGUID=\"#99\"/></Links>\
        <Description>Over het project</Description><NoteRef targetGUID=\"#97\"/>";
    let project = read_body(body);
    let memo = |title: &str| project.memos.iter().find(|memo| memo.title == title).unwrap();
    assert_eq!(memo("Eerste").about, [MemoAbout::Code(0), MemoAbout::Coding(0, 0)]);
    assert_eq!(memo("Eerste").date, Some(jiff::civil::date(2024, 5, 2)));
    assert_eq!(memo("Tweede").about, [MemoAbout::Source(0, Placement::Source), MemoAbout::Code(0)]);
    assert_eq!(memo("beide").about, [MemoAbout::Source(0, Placement::Source), MemoAbout::Code(0)]);
    assert_eq!(memo("").text, "Over het project");
    assert_eq!((project.sources[1].name.as_str(), coded(&project, 1)), ("Tweede", vec!["zelf"]));
    assert_eq!(entries(&project, Reason::MemoIsCoded), [(Thing::Memos, "Tweede", "")]);
    let nowhere = entries(&project, Reason::PointsNowhere);
    assert_eq!(nowhere.iter().map(|(_, name, _)| *name).collect::<Vec<_>>(), ["Proef", "nergens"]);
}

#[test]
fn transcripts_give_units_their_times_and_selections_their_words() {
    let body = format!(
        "{CODES}<Sources><AudioSource guid=\"#20\" name=\"opname.m4a\" path=\"absolute://C:/Users/x/opname.m4a\">\
        <Transcript guid=\"#21\" name=\"t\"><PlainTextContent>I: Hoe is het?\nR: Goed hoor.\nI: Mooi.\nR: Ja.</PlainTextContent>\
        <SyncPoint guid=\"#22\" timeStamp=\"0\" position=\"0\"/><SyncPoint guid=\"#23\" timeStamp=\"2500\" position=\"15\"/>\
        <SyncPoint guid=\"#24\" timeStamp=\"4000\" position=\"29\"/>\
        <TranscriptSelection guid=\"#25\" name=\"s\" fromSyncPoint=\"#23\" toSyncPoint=\"#24\">{}</TranscriptSelection></Transcript>\
        <AudioSelection guid=\"#26\" name=\"m\" begin=\"2500\" end=\"4000\">{}</AudioSelection>\
        <AudioSelection guid=\"#27\" name=\"buiten\" begin=\"100\" end=\"200\">{}</AudioSelection></AudioSource></Sources>",
        coding(30, 1),
        coding(31, 2),
        coding(32, 1)
    );
    let project = read_body(&body);
    assert_eq!(coded(&project, 0), ["R: Goed hoor.\n", "?", "R: Goed hoor.\n"]);
    let units = &project.sources[0].units;
    assert_eq!(units.len(), 4);
    let times: Vec<(u64, Option<u64>)> = units
        .iter()
        .filter_map(|unit| unit.recording)
        .map(|at| (at.start.0, at.end.map(|end| end.0)))
        .collect();
    assert_eq!(times, [(0, Some(2500)), (2500, Some(4000)), (4000, None), (4000, None)]);
    assert_eq!(entries(&project, Reason::PathOutside).len(), 1);
    let outside = (Thing::Selections, "buiten", "00:00:00.100–00:00:00.200");
    assert_eq!(entries(&project, Reason::PlaceOutsideText), [outside]);
}

#[test]
fn codebooks_of_every_dialect_are_read() {
    for namespace in ["codebook:1.0", "codebook:0:4", "codebook:1:0"] {
        let text = xml(&format!(
            "<?xml version=\"1.0\"?><CodeBook xmlns=\"urn:QDA-XML:{namespace}\" origin=\"Taguette\"><Codes>\
            <Code name=\"a\" guid=\"{{#1}}\"/><Code guid=\"#2\" name=\"b, c\" isCodable=\"true\"/></Codes><Sets/></CodeBook>"
        ));
        let project = read_project("a.qdc", text.as_bytes(), &CodedOptions::default()).unwrap();
        assert_eq!(project.reading, format!("refi-qda; {namespace}"));
        assert_eq!(project.codes.len(), 2);
        assert_eq!(entries(&project, Reason::PartMissing), [(Thing::Deviations, "Sets", "Set")]);
        assert_eq!(entries(&project, Reason::AttributeMissing), [(Thing::Deviations, "Code", "isCodable")]);
    }
    let text = xml("<CodeBook><Codes><Code guid=\"#1\" name=\"a\" isCodable=\"true\"/></Codes>\
        <Sets><Set guid=\"#2\" name=\"s\"><MemberCode guid=\"#1\"/></Set></Sets></CodeBook>");
    let project = try_read("a.qdc", text.as_bytes(), &CodedOptions::default()).unwrap();
    assert_eq!(project.groups[0].codes, [0]);
    assert_eq!(project.reading, "refi-qda; no namespace");
}

#[test]
fn what_nobody_knows_is_counted_by_name() {
    let project = read_body(
        "<x:Extra xmlns:x=\"urn:other\"><Code/></x:Extra><Emotions><Coding/></Emotions><Emotions/>\
        <Cases><Case guid=\"#1\"><Coding guid=\"#2\"/></Case></Cases>",
    );
    let unknown: Vec<(&str, usize)> = project
        .reconciliation
        .entries
        .iter()
        .filter(|entry| entry.thing == Thing::Unknown)
        .map(|entry| (entry.name.as_str(), entry.n))
        .collect();
    assert_eq!(unknown, [("x:Extra", 1), ("Emotions", 2), ("Case/Coding", 1)]);
    assert_eq!(project.reconciliation.claimed[&Thing::Codings], 2);
    assert!(!project.reconciliation.read.contains_key(&Thing::Codings));
}

#[test]
fn what_our_own_export_wrote_comes_back() {
    let body = format!(
        "{CODES}<Sources><TextSource guid=\"#20\" name=\"g\"><PlainTextContent>Ja, wel.</PlainTextContent>\
        {}<NoteRef targetGUID=\"#72\"/></TextSource></Sources><Notes>\
        <Note guid=\"#70\" name=\"draad coding\"><PlainTextContent>valence: hindering\nweight: 40\nmemo: een\\ntwee\nid: x1\nweight: 400</PlainTextContent></Note>\
        <Note guid=\"#71\" name=\"draad study\"><PlainTextContent>## phases.csv 11\ncase,phase\n\n## ../x 1\na\n</PlainTextContent></Note>\
        <Note guid=\"#72\" name=\"draad source\"><PlainTextContent>kind: interview</PlainTextContent></Note>\
        <Note guid=\"#73\" name=\"draad memo\"><PlainTextContent>id: los</PlainTextContent></Note></Notes>",
        selection(
            21,
            "Ja",
            0,
            2,
            "<Coding guid=\"#30\"><CodeRef targetGUID=\"#11\"/><NoteRef targetGUID=\"#70\"/></Coding>"
        )
    );
    let text = project_of("Rode Draad 0.1.0", &body);
    let project = try_read("a.qde", text.as_bytes(), &CodedOptions::default()).unwrap();
    let coding = &project.sources[0].codings[0];
    assert_eq!((coding.valence, coding.memo.as_str()), (Some(draad_core::Valence::Hindering), "een\ntwee"));
    assert_eq!(coding.weight, None, "the second weight is no weight");
    assert_eq!(entries(&project, Reason::AgainstStandard), [(Thing::Codings, "weight", "400")]);
    assert_eq!(coding.fields["id"], "x1");
    assert_eq!(project.sources[0].fields["kind"], "interview");
    assert_eq!(
        project.supplement.iter().collect::<Vec<_>>(),
        [(&"phases.csv".to_owned(), &"case,phase\n".to_owned())]
    );
    assert!(project.diagnostics.iter().any(|found| found.problem == Problem::SupplementDamaged));
    let titles: Vec<&str> = project.memos.iter().map(|memo| memo.title.as_str()).collect();
    assert_eq!(titles, ["draad memo"], "nothing points at it");
}

fn refused(bytes: &[u8]) -> Problem {
    try_read("a.qde", bytes, &CodedOptions::default()).unwrap_err().problem
}

#[test]
fn bombs_and_depths_are_refused() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]><Project name=\"&b;\"/>";
    let deep = format!("<CodeBook><Codes>{}", "<Code>".repeat(100_000));
    let closed = format!("{deep}{}</Codes></CodeBook>", "</Code>".repeat(100_000));
    for text in [
        bomb,
        "<Project name=\"&a;\"/>",
        "<Project>&a;</Project>",
        &deep,
        &closed,
        "<Project>",
        "<Other/>",
        "",
    ] {
        assert!(
            matches!(refused(text.as_bytes()), Problem::ProjectInvalid { .. }),
            "{}",
            &text[..text.len().min(60)]
        );
    }
    assert!(matches!(refused(&pack(&[("../project.qde", b"<Project/>")])), Problem::ZipUnsafeName { .. }));
    let whole = pack(&[("project.qde", b"<Project name=\"x\"/>")]);
    assert!(matches!(refused(&whole[..whole.len() / 2]), Problem::NotAZip { .. }));
}

#[test]
fn references_to_nothing_are_told_by_the_thousand() {
    let codings: String = (0..5_000)
        .map(|n| {
            format!("<Coding guid=\"#{}\"><CodeRef targetGUID=\"#{}\"/></Coding>", n + 1_000, n + 90_000)
        })
        .collect();
    let body = format!(
        "<Sources><TextSource guid=\"#20\" name=\"g\"><PlainTextContent>Ja.</PlainTextContent>{codings}</TextSource></Sources>"
    );
    let project = read_body(&body);
    assert_eq!(entries(&project, Reason::PointsNowhere).len(), 5_000);
    assert!(project.sources[0].codings.is_empty());
}

#[test]
fn other_encodings_and_odd_numbers_are_read() {
    let selections = [
        selection(21, "a", i64::MAX, i64::MAX, ""),
        selection(22, "b", 0, i64::MAX, ""),
        selection(23, "c", i64::MIN, 0, ""),
    ];
    let wide = selection(24, "d", 0, 2, "").replace("\"2\"", "\"99999999999999999999\"");
    let body = format!(
        "<Sources><TextSource guid=\"#20\" name=\"é\"><PlainTextContent>Ja, één.</PlainTextContent>{}{wide}</TextSource></Sources>",
        selections.concat()
    );
    let text = project_of("NVivo", &body);
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = format!("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{text}")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    for bytes in [text.as_bytes(), &utf16, &latin, format!("\u{feff}{text}").as_bytes()] {
        let project = try_read("a.qde", bytes, &CodedOptions::default()).unwrap();
        assert_eq!(project.sources[0].text.as_deref(), Some("Ja, één."));
        assert_eq!(project.sources[0].name, "é");
        assert!(is_refi("x", bytes));
    }
}

#[test]
fn names_and_contents_tell_a_project() {
    assert!(is_refi("A.QDPX", b"") && is_refi("a.qdc", b"x"));
    assert!(is_refi("a.zip", &pack(&[("Project.qde", b"<Project/>")])));
    assert!(!is_refi("a.zip", &pack(&[("a.txt", b"x")])));
    assert!(!is_refi("a.txt", b"<html>") && !is_refi("a.xml", b"<Project/>"));
    assert!(is_refi("a.xml", b"<Project xmlns='urn:QDA-XML:project:1.0'/>"));
}
