//! Tables as programs write them, by hand after what is known of their columns. The people are invented.

use crate::coded::{CodedOptions, CodedProject, Fate, Placement, Reason, Thing, read_project, recognise};
use crate::sheet::tests::xlsx;
use draad_core::{Diagnostic, Hint, Problem, Valence};

fn project(name: &str, bytes: &[u8], options: &CodedOptions) -> CodedProject {
    read_project(name, bytes, options).unwrap_or_else(|problem| panic!("{problem}"))
}

fn csv(text: &str) -> CodedProject {
    project("tabel.csv", text.as_bytes(), &CodedOptions::default())
}

fn refused(text: &str, options: &CodedOptions) -> Diagnostic {
    *read_project("tabel.csv", text.as_bytes(), options).unwrap_err()
}

fn codebook(names: &[&str]) -> CodedOptions {
    CodedOptions {
        codebook: names.iter().map(|name| (*name).to_owned()).collect(),
        ..CodedOptions::default()
    }
}

fn columns(given: &[(&str, &str)]) -> CodedOptions {
    let columns = given.iter().map(|(what, name)| ((*what).to_owned(), (*name).to_owned())).collect();
    CodedOptions { columns, ..CodedOptions::default() }
}

/// Source, code after its parents, words and hint of every coding.
fn codings(project: &CodedProject) -> Vec<(&str, String, &str, Option<Hint>)> {
    let mut found = Vec::new();
    for source in &project.sources {
        for coding in &source.codings {
            let Placement::Words { words, hint } = &coding.place else { panic!("{:?}", coding.place) };
            found.push((source.name.as_str(), path(project, coding.code), words.as_str(), *hint));
        }
    }
    found
}

fn path(project: &CodedProject, code: usize) -> String {
    let code = &project.codes[code];
    code.parent.map_or(String::new(), |parent| path(project, parent) + " / ") + &code.name
}

fn lost(project: &CodedProject, reason: Reason) -> Vec<(&str, usize)> {
    let entries = project.reconciliation.entries.iter().filter(|entry| entry.reason == Some(reason));
    entries.map(|entry| (entry.name.as_str(), entry.n)).collect()
}

const MAXQDA: &str = "\u{feff}Kolor;Grupa dokumentów;Nazwa dokumentu;Kod;Początek;Koniec;Waga;Segment;Autor;\
    Data utworzenia;Komentarz;Obszar;Pokrycie %\r\n\
    ●;Gezinnen;Interview 1;Zorg;3;4;0;\"Wij wachtten\r\nheel lang.\";Anna;31.01.2022;Over de wachtlijst;112;0,52\r\n\
    ●;Gezinnen;Interview 1;Zorg > Wachten, lang;3;3;80;heel lang;Bram;02.02.2022;;9;0,04\r\n\
    ●;Team;Interview 1;Werk > druk;12;12;101;Te druk;Anna;40.02.2022;;7;0,03\r\n";

#[test]
fn a_table_of_maxqda_in_polish_becomes_codings() {
    let project = csv(MAXQDA);
    assert_eq!((project.origin.as_str(), project.sources.len()), ("MAXQDA", 2));
    assert_eq!(project.reading, "maxqda-segments; polish; table; semicolon; paths by `>`; d-m-y");
    let paragraph = |n| Some(Hint::Paragraph(n));
    assert_eq!(
        codings(&project),
        [
            ("Interview 1", "Zorg".to_owned(), "Wij wachtten\nheel lang.", paragraph(3)),
            ("Interview 1", "Zorg / Wachten, lang".to_owned(), "heel lang", paragraph(3)),
            ("Interview 1", "Werk > druk".to_owned(), "Te druk", paragraph(12)),
        ]
    );
    let first = &project.sources[0].codings[0];
    assert_eq!((first.memo.as_str(), first.weight, first.coder), ("Over de wachtlijst", Some(0), Some(0)));
    assert_eq!(first.created.unwrap().to_string(), "2022-01-31T00:00:00Z");
    let coders: Vec<&str> = project.coders.iter().map(|coder| coder.name.as_str()).collect();
    assert_eq!(coders, ["Anna", "Bram"]);
    let groups: Vec<(&str, &[usize])> =
        project.groups.iter().map(|group| (group.name.as_str(), group.sources.as_slice())).collect();
    assert_eq!(groups, [("Gezinnen", &[0][..]), ("Team", &[1])]);
    assert_eq!(lost(&project, Reason::NoPlaceInStudy), [("Kolor", 3), ("Obszar", 3), ("Pokrycie %", 3)]);
    assert_eq!(lost(&project, Reason::ValueUnreadable).len(), 2, "a weight of 101 and the 40th of February");
    let problems: Vec<&Problem> = project.diagnostics.iter().map(|one| &one.problem).collect();
    assert!(problems.contains(&&Problem::CodePathUnclear { code: "Werk > druk".into() }));
    assert_eq!(project.reconciliation.claimed[&Thing::Codings], 3);
    assert_eq!(project.reconciliation.read[&Thing::Codings], 3);
}

#[test]
fn a_workbook_that_declares_more_rows_than_it_has_is_read_quickly() {
    let cell = |column: char, row: usize, text: &str| {
        format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    let row = |n: usize, texts: [&str; 6]| {
        let cells: String = "ABCDEF".chars().zip(texts).map(|(column, text)| cell(column, n, text)).collect();
        format!("<row r=\"{n}\">{cells}</row>")
    };
    let mut rows = row(1, ["Farbe", "Dokumentgruppe", "Dokumentname", "Code", "Segment", "Anfang"]);
    for n in 2..=1_497 {
        rows += &row(n, ["", "G", "Interview", "Zorg", &format!("passage {n}"), "7"]);
    }
    (1_498..=65_536).for_each(|n| rows += &format!("<row r=\"{n}\"><c r=\"A{n}\" s=\"1\"/></row>"));
    let bytes = xlsx(&[("Codings", &rows)]);
    assert!(recognise("codings.xlsx", &bytes).is_some());
    let project = project("codings.xlsx", &bytes, &CodedOptions::default());
    assert_eq!(project.sources[0].codings.len(), 1_496);
    assert_eq!(project.reading, "maxqda-segments; german; xlsx; sheet: Codings");
}

const ATLAS: &str = "Number;Referência;Nome;Text Content;Documento;Códigos;Número de códigos;Comentário;Creation Date \n\
    1:1;p1;citaat;Wij wachtten lang;Interview 1;zorg: thuis, wachten, lang;2;;1/31/22\n\
    1:2;p2;citaat;Ja;Interview 1;wachten, lang;1;Kort;2/1/22\n\
    1:3;p3;citaat;Stil;Interview 1;;0;Wat betekent dit?;2/1/22\n\
    1:4;p4;citaat;Nog iets;Interview 2;zorg: thuis, onbekend;2;;2/1/22\n\
    1:5;p5;citaat;Hm;Interview 2;;0;;2/1/22\n";

#[test]
fn a_cell_of_several_codes_needs_the_codebook() {
    let refusal = refused(ATLAS, &CodedOptions::default());
    assert_eq!(refusal.place.to_string(), "tabel.csv:2:Códigos");
    assert!(matches!(refusal.problem, Problem::CodesJoined { n: 2, .. }), "{refusal}");

    let project =
        project("tabel.csv", ATLAS.as_bytes(), &codebook(&["zorg: thuis", "wachten, lang", "lang"]));
    assert_eq!(
        project.reading,
        "atlas-ti-quotations; portuguese; table; semicolon; codes by codebook; m-d-y"
    );
    let words = "Wij wachtten lang";
    assert_eq!(
        codings(&project),
        [
            ("Interview 1", "zorg: thuis".to_owned(), words, None),
            ("Interview 1", "wachten, lang".to_owned(), words, None),
            ("Interview 1", "wachten, lang".to_owned(), "Ja", None),
        ]
    );
    assert_eq!(project.sources[0].codings[2].memo, "Kort");
    assert_eq!((project.memos.len(), project.memos[0].text.as_str()), (1, "Wat betekent dit?"));
    assert_eq!(lost(&project, Reason::CodesNotToldApart), [("zorg: thuis, onbekend", 2)]);
    assert_eq!(lost(&project, Reason::NothingCoded), [("Hm", 1)]);
    let left = &project.diagnostics.iter().find(|one| one.place.line == Some(5)).unwrap().problem;
    assert_eq!(
        left,
        &Problem::CodesLeftOver { cell: "zorg: thuis, onbekend".into(), rest: "onbekend".into() }
    );
    let claimed = &project.reconciliation;
    assert_eq!((claimed.claimed[&Thing::Codings], claimed.read[&Thing::Codings]), (5, 3));
    assert_eq!(claimed.n(Thing::Codings, Fate::Dropped), 2);
}

#[test]
fn where_each_cell_holds_one_code_no_codebook_is_needed() {
    let text = "Text Content,Document,Codes,Number of Codes\nJa,Interview 1,\"wachten, lang\",1\nNee,Interview 1,,0\n";
    assert_eq!(codings(&csv(text)), [("Interview 1", "wachten, lang".to_owned(), "Ja", None)]);
    let several = "tekst;document;codes\nJa;i1;a;\nNee;i1;b\n";
    assert_eq!(codings(&csv(several)).len(), 2);
    let joined = refused("tekst;document;codes\nJa;i1;\"a, b\"\n", &CodedOptions::default());
    assert!(matches!(joined.problem, Problem::CodesJoined { .. }));
    let one = csv("tekst;document;code\nJa;i1;\"a, b\"\n");
    assert_eq!(codings(&one)[0].1, "a, b", "a column of one code holds one");
}

#[test]
fn excerpts_of_dedoose_have_a_column_for_each_code() {
    let text = "Media Title,Excerpt Range,Excerpt Date,Excerpt Creator,Excerpt Copy,Codes Applied Combined,Resource Creator,\
        Code: Zorg Applied,Code: Zorg Range,Code: Zorg Weight,Code: Zorg\\Lang Applied,Leeftijd\n\
        Interview 1.docx,120-131,1/31/2022,anna,Wij wachtten,\"Zorg, Lang\",bram,True,,5,True,41\n\
        Interview 1.docx,12-15,2/1/2022,anna,Ja,Lang,bram,False,,,maybe,41\n";
    let project = csv(text);
    assert_eq!((project.origin.as_str(), project.codes.len()), ("Dedoose", 2));
    let hint = Some(Hint::Character(120));
    assert_eq!(
        codings(&project),
        [
            ("Interview 1.docx", "Zorg".to_owned(), "Wij wachtten", hint),
            ("Interview 1.docx", "Zorg / Lang".to_owned(), "Wij wachtten", hint),
        ]
    );
    let weights: Vec<Option<u8>> = project.sources[0].codings.iter().map(|coding| coding.weight).collect();
    assert_eq!(weights, [Some(5), None]);
    assert_eq!(lost(&project, Reason::NotKnown), [("Leeftijd", 2)]);
    assert_eq!(lost(&project, Reason::ValueUnreadable), [("Code: Zorg\\Lang Applied", 1)]);
    assert_eq!(lost(&project, Reason::NothingCoded), [("Ja", 1)]);
}

#[test]
fn highlights_and_tags_of_taguette_are_read() {
    let project = csv(
        "id,document,tag,content\n1,Interview 1,zorg.thuis,Wij wachtten\n1,Interview 1,<3,Wij wachtten\n",
    );
    assert_eq!(
        (project.origin.as_str(), project.reading.split(';').next()),
        ("Taguette", Some("taguette-highlights"))
    );
    assert_eq!(codings(&project).len(), 2);
    let tags = csv("tag,description,number of highlights\nzorg.thuis,Zorg in huis,12\n<3,,2\n");
    let codes: Vec<(&str, &str)> =
        tags.codes.iter().map(|code| (code.name.as_str(), code.description.as_str())).collect();
    assert_eq!(codes, [("zorg.thuis", "Zorg in huis"), ("<3", "")]);
    assert_eq!(lost(&tags, Reason::NoPlaceInStudy), [("number of highlights", 2)]);
}

#[test]
fn a_table_of_anybody_is_read_by_what_the_user_says_of_its_columns() {
    let text = "wat;waar;hoe\nWij wachtten;Interview 1;zorg\n";
    assert!(recognise("tabel.csv", text.as_bytes()).is_none());
    let missing = refused(text, &columns(&[("text", "wat"), ("document", "waar")]));
    assert_eq!(
        missing.problem,
        Problem::SegmentColumnMissing { what: "code".into(), columns: "wat, waar, hoe".into() }
    );
    let given = columns(&[("text", "wat"), ("document", "waar"), ("code", "Hoe ")]);
    let project = project("tabel.csv", text.as_bytes(), &given);
    assert_eq!(codings(&project), [("Interview 1", "zorg".to_owned(), "Wij wachtten", None)]);
}

#[test]
fn cases_valences_and_positions_of_a_table_are_kept() {
    let text = "tekst;code;document;casus;codeur;begin;valentie;gewicht;datum\n\
        Ja;zorg;i1;c1;anna;12;bevorderend;50;2022-01-31T10:00\nNee;zorg;i2;c1;;;-;;\nHm;zorg;i2;c2;;;soms;;\n";
    let project = csv(text);
    let first = &project.sources[0].codings[0];
    assert_eq!((first.valence, first.weight), (Some(Valence::Promoting), Some(50)));
    assert_eq!(codings(&project)[0].3, Some(Hint::Character(12)));
    assert_eq!(project.cases[0].sources, [0]);
    assert_eq!(lost(&project, Reason::CaseWithoutPart), [("c1", 1), ("c2", 1)]);
    assert_eq!(lost(&project, Reason::ValueUnreadable), [("valentie", 1)]);
}

#[test]
fn words_that_fill_a_cell_of_a_workbook_are_marked_as_cut_off() {
    let last = |n: usize| {
        let text = format!("tekst;code;document\n{};zorg;i1\n", "a".repeat(n));
        codings(&csv(&text))[0].2.chars().next_back()
    };
    assert_eq!((last(32_766), last(32_767), last(32_768)), (Some('a'), Some('…'), Some('a')));
}

#[test]
fn the_same_coding_twice_and_rows_that_do_not_fit_are_named() {
    let project = csv("tekst;code;document\nJa;zorg;i1\nJa;zorg;i1\nNee;zorg;\nNee;zorg;i1;x;y\n");
    assert_eq!(codings(&project).len(), 1);
    assert_eq!(lost(&project, Reason::SameTwice), [("zorg", 1)]);
    assert_eq!(lost(&project, Reason::RowBroken), [("4", 1), ("5", 1)]);
    assert_eq!(project.reconciliation.claimed[&Thing::Selections], 4);
    assert_eq!(project.reconciliation.read[&Thing::Selections], 2);
}

#[test]
fn a_codebook_may_have_parents_groups_and_colours() {
    let text = "code;bovenliggende code;omschrijving;kleur;aantal citaten\n\
        Lang;Wachten;Meer dan een jaar;#AA00ff;12\nWachten;Zorg;;rood;\nA;B;;;\nB;A;;;\n";
    let project = csv(text);
    let paths: Vec<String> = (0..project.codes.len()).map(|code| path(&project, code)).collect();
    assert_eq!(paths, ["Zorg / Wachten / Lang", "Zorg / Wachten", "B / A", "B", "Zorg"]);
    assert_eq!(project.codes[0].colour, "#aa00ff");
    assert!(project.codes[1].is_codable && !project.codes[4].is_codable);
    assert_eq!(lost(&project, Reason::InCircle), [("B", 1)]);
    let atlas =
        csv("Code;Comment;Code Group 1;Code Group 2\nzorg: thuis;Over zorg;Zorg;Thuis\nwerk;;Thuis;\n");
    let groups: Vec<(&str, &[usize])> =
        atlas.groups.iter().map(|group| (group.name.as_str(), group.codes.as_slice())).collect();
    assert_eq!(groups, [("Thuis", &[0, 1][..]), ("Zorg", &[0])]);
    assert_eq!(atlas.codes[0].description, "Over zorg");
}

#[test]
fn counts_without_passages_are_kept_as_a_table() {
    let text = ";A : Anna;B : Person:Gender = Man\n1 : Zorg : thuis;2;0\n2 : Werk;1;3\n";
    let project = project("matrix.csv", text.as_bytes(), &CodedOptions::default());
    let codes: Vec<&str> = project.codes.iter().map(|code| code.name.as_str()).collect();
    let cases: Vec<&str> = project.cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!((codes, cases), (vec!["Zorg : thuis", "Werk"], vec!["Anna"]));
    assert_eq!(project.tables["matrix"], "code,Anna,Person:Gender = Man\nZorg : thuis,2,0\nWerk,1,3\n");
    assert_eq!(lost(&project, Reason::CountsOnly), [("Person:Gender = Man", 1), ("matrix", 6)]);
    assert_eq!(project.reconciliation.claimed[&Thing::Codings], 6);
}

#[test]
fn hostile_tables_are_read_or_refused_without_delay() {
    let nothing = "tekst;code;document\n".to_owned() + &";;\n".repeat(300_000);
    assert!(read_project("x.csv", nothing.as_bytes(), &CodedOptions::default()).is_err());
    let long = "ja, ".repeat(250_000);
    let text = format!("tekst;codes;document\n\"{long}\";\"{long}\";i1\n");
    let names: Vec<String> = (0..10_000).map(|n| format!("code, {n}")).collect();
    let options = CodedOptions { codebook: names, ..CodedOptions::default() };
    let project = project("x.csv", text.as_bytes(), &options);
    assert_eq!(lost(&project, Reason::CodesNotToldApart).len(), 1);
    let wide = "Excerpt Copy,Media Title".to_owned() + &",Code: a Applied".repeat(200_000) + "\nJa,i1\n";
    csv(&wide);
}

#[test]
fn only_what_says_the_same_of_one_quotation_is_the_same_coding() {
    let table = "id;tekst;document;code;opmerking;gewicht\n\
        1:3;Ja;i1;zorg;;10\n1:17;Ja;i1;zorg;;10\n1:17;Ja;i1;zorg;;10\n1:17;Ja;i1;zorg;Let op;10\n1:17;Ja;i1;zorg;;20\n";
    let project = csv(table);
    let said = |coding: &crate::coded::ForeignCoding| (coding.memo.clone(), coding.weight);
    let found: Vec<_> = project.sources[0].codings.iter().map(said).collect();
    let none = String::new;
    assert_eq!(
        found,
        [(none(), Some(10)), (none(), Some(10)), ("Let op".to_owned(), Some(10)), (none(), Some(20))]
    );
    assert_eq!(lost(&project, Reason::SameTwice), [("zorg", 1)]);
}
