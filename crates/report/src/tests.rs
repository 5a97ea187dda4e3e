//! The page as a whole, on small studies made here.

use crate::{Absent, Chapter, Commands, DiagnosticsSummary, Part, ReportInput, Sheet, render};
use draad_analysis::{
    Balance, CasesByFactors, Options, Passage, SampleTable, Tensions, TensionsOptions, Verdicts,
    passages_behind_all,
};
use draad_core::facts::Facts;
use draad_core::records::PassageRef;
use draad_core::{
    About, AttributeId, AttributeValue, Case, CaseId, Code, CodeId, CodeKind, CoderId, CoderPolicy, Coding,
    CodingId, Diagnostic, Feedback, Filter, Finding, KindId, Label, Language, Memo, MemoId, Origin,
    Participant, ParticipantId, Place, Problem, Recording, RecordingTime, RoleId, Settings, Source, SourceId,
    Span, Study, Target, Text, Unit, UnitKind, Valence,
};
use draad_figures::{BalanceOptions, Figure, MatrixOptions, Page, Style};
use draad_words::Words;
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::{BTreeMap, BTreeSet};

const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Words that would be trouble if they were not escaped.
const NASTY: &str = "<script>alert('x')</script> & \"quote\" https://example.org";

#[test]
fn the_page_is_well_formed_and_asks_for_nothing_outside() {
    for language in [Language::Nl, Language::En] {
        let page = Results::of(two_cases()).page(language);
        let document = parse(&page);
        let language: &str = language.into();
        assert_eq!(document.root_element().attribute("lang"), Some(language));
        for node in document.descendants().filter(Node::is_element) {
            assert!(!["link", "img", "iframe", "object", "embed", "base"].contains(&node.tag_name().name()));
            for attribute in node.attributes() {
                let is_reference =
                    ["src", "href", "srcset", "action", "data", "poster"].contains(&attribute.name());
                assert!(!is_reference || attribute.value().starts_with('#'), "{attribute:?}");
                assert!(!attribute.name().starts_with("on"), "{attribute:?}");
            }
        }
        let styles = texts(&document, "style");
        assert!(!styles.contains("http") && !styles.contains("@import"));
        assert!(styles.matches("url(").count() == styles.matches("url(data:font/woff2").count());
    }
}

#[test]
fn every_link_leads_somewhere_and_no_address_stands_twice() {
    let page = Results::of(two_cases()).page(Language::Nl);
    let document = parse(&page);
    let mut ids = BTreeSet::new();
    for id in document.descendants().filter_map(|node| node.attribute("id")) {
        assert!(ids.insert(id), "{id} stands twice");
    }
    for link in document.descendants().filter_map(|node| node.attribute("href")) {
        assert!(ids.contains(&link[1..]), "{link} leads nowhere");
    }
}

#[test]
fn on_a_large_page_the_words_of_a_passage_stand_once_and_every_number_leads_to_them() {
    let mut study = two_cases();
    let below = CodeId::new("openness").unwrap();
    let parent = Some(study.codebook.codes[0].id.clone());
    let code = Code { name: Label::new("Openheid", ""), parent, ..Code::new(below.clone()) };
    study.codebook.codes.insert(below, code);
    // one stands with the code below alone; one runs together with what was coded with the code above
    add_coding(&mut study, "p2-interview", "anna", "openness", 3..14);
    add_coding(&mut study, "p1-interview", "anna", "openness", 10..20);
    study.sort_codings();
    let small = Results::of(study.clone());
    let large = Results { is_large: true, ..Results::of(study) };
    let (small, page) = (small.page(Language::Nl), large.page(Language::Nl));
    let document = parse(&page);
    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
    for number in 1..=large.passages.len() {
        assert_eq!(ids.iter().filter(|id| **id == format!("q-{number}")).count(), 1, "{number}");
    }
    for link in document.descendants().filter_map(|node| node.attribute("href")) {
        assert!(ids.contains(&&link[1..]), "{link} leads nowhere");
    }

    let elsewhere: Vec<Node> =
        document.descendants().filter(|node| node.attribute("class") == Some("again")).collect();
    let [again] = elsewhere[..] else { panic!("{elsewhere:?}") };
    let [number, home] = ["id", "href"].map(|name| &again.attribute(name).unwrap()[2..]);
    let home = home.trim_start_matches('-');
    let passage = |number: &str| &large.passages[number.parse::<usize>().unwrap() - 1];
    assert_eq!((passage(number).factor.as_str(), passage(home).factor.as_str()), ("trust", "openness"));
    assert_eq!((&passage(number).text, passage(number).chars), (&passage(home).text, passage(home).chars));
    assert_eq!(again.text(), Some(home));
    let words = by_id(&document, &format!("q-{home}"))
        .descendants()
        .find(|node| node.has_tag_name((XHTML, "blockquote")));
    assert_eq!(words.map(all_text), Some(passage(home).text.clone()));

    let without = |page: &str, id: &str| !page.contains(&format!("id=\"{id}\""));
    assert!(without(&page, "contexts") && !without(&small, "contexts"));
    assert!(!small.contains("class=\"again\"") && small.contains("class=\"refs\""));
    assert!(!page.contains("class=\"refs\"") && !page.contains("class=\"ctx\""));
    let said = all_text(by_id(&document, "reproduce"));
    assert!(said.contains(&format!("Deze pagina is groot: {} fragmenten.", large.passages.len())), "{said}");
    let list = by_id(&document, "list-trust.role.parent");
    let numbers: Vec<usize> = all_text(list).split(' ').map(|number| number.parse().unwrap()).collect();
    let expected = large.passages.iter().enumerate().filter(|(_, passage)| {
        passage.factor.as_str() == "trust"
            && passage.role.as_ref().is_some_and(|role| role.as_str() == "parent")
    });
    assert_eq!(numbers, expected.map(|(place, _)| place + 1).collect::<Vec<_>>());
}

#[test]
fn works_are_cited_in_texts_beside_factors_and_in_the_list() {
    let mut study = two_cases();
    let text = "@book{jansen, author = {Jansen, P. and de Vries, J.}, title = {Samen & zo}, date = {2019}}\n@book{unused, author = {U, U.}, title = {Nooit}, date = {2001}}";
    study.references.text = text.to_owned();
    for work in draad_literature::read(text).works {
        study.references.works.insert(work.key.clone(), work);
    }
    let jansen = draad_core::ReferenceKey::new("jansen").unwrap();
    study.codebook.codes[0].references.push(jansen.clone());
    study.memos.push(Memo {
        id: MemoId::new("gelezen").unwrap(),
        title: "Gelezen".into(),
        author: None,
        date: None,
        about: Vec::new(),
        body: "Zie [@jansen, p. 12]; volgens @jansen. Mail anna@voorbeeld.nl.".into(),
    });
    let page = Results::of(study).page(Language::Nl);
    let document = parse(&page);
    let all = document.root_element().descendants().filter_map(|node| node.text()).collect::<String>();
    assert!(
        all.contains("Zie (Jansen & De Vries, 2019, p. 12); volgens Jansen en De Vries (2019). Mail anna@")
    );
    let list = document.descendants().find(|node| node.attribute("id") == Some("work-jansen")).unwrap();
    let words: String = list.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    assert_eq!(words, "Jansen, P., & De Vries, J. (2019). Samen & zo.");
    let italic = list.descendants().find(|node| node.has_tag_name("em")).and_then(|node| node.text());
    assert_eq!(italic, Some("Samen & zo"));
    assert!(!all.contains("Nooit"), "nothing cites it");
    assert!(document.descendants().any(|node| node.attribute("href") == Some("#work-jansen")));
}

#[test]
fn a_cell_holds_as_many_quotes_as_it_has_passages() {
    let results = Results::of(two_cases());
    let page = results.page(Language::Nl);
    let document = parse(&page);
    for (factor_idx, factor) in results.table.factors.iter().enumerate() {
        for (case_idx, case) in results.table.cases.iter().enumerate() {
            let cell = results.table.cell(0, factor_idx, case_idx);
            let id = crate::address::cell(&factor.id, &case.id);
            let section = document.descendants().find(|node| node.attribute("id") == Some(&id));
            let n_quotes = section.map_or(0, |section| quotes_in(section).count());
            assert_eq!(n_quotes, cell.n_passages, "{id}");
            assert_eq!(section.is_some(), cell.state.is_coded(), "{id}");
        }
    }
}

#[test]
fn marks_of_the_figures_lead_to_their_passages() {
    let results = Results::of(two_cases());
    let (study, style) = (&results.study, Style::new(Words::new(Language::Nl)));
    let matrix = draad_figures::matrix(&results.table, study, &MatrixOptions::default(), &style).unwrap();
    let balance =
        draad_figures::balance(&results.balance, study, &BalanceOptions::default(), &style).unwrap();
    let chapters = vec![chapter(Part::Balance, balance), chapter(Part::Matrix, matrix)];
    let page = Results { chapters, ..results }.page(Language::Nl);
    let document = parse(&page);
    let links: BTreeSet<_> = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "a")))
        .filter_map(|link| link.attribute("href"))
        .collect();
    let expected = [
        "#case-p1",
        "#case-p2",
        "#cell-blame.p2",
        "#cell-trust.p1",
        "#cell-trust.p2",
        "#factor-blame",
        "#factor-trust",
    ];
    assert_eq!(links.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn a_quote_says_who_said_it_and_stands_in_its_context() {
    let page = Results::of(two_cases()).page(Language::Nl);
    let document = parse(&page);
    let cell = by_id(&document, "cell-trust.p1");
    let quote = quotes_in(cell).next().unwrap();
    let caption = all_text(quote);
    for expected in ["Samira", "interview", "14 maart 2023", "anna, bram", "p1-interview 0–14", "bevorderend"]
    {
        assert!(caption.contains(expected), "{expected} is not in {caption}");
    }
    let context = quote.descendants().find(|node| node.attribute("class") == Some("ctx")).unwrap();
    let unit = by_id(&document, &context.attribute("href").unwrap()[1..]);
    assert_eq!(all_text(unit), "Samira Ik vertrouw ze. Echt waar.");
    let next = unit.next_sibling_element().unwrap();
    assert!(all_text(next).contains("En toen?"), "the unit after it is there too");
}

#[test]
fn a_quote_says_where_it_stands_in_its_original() {
    let mut study = two_cases();
    let source = &mut study.sources[0];
    let unit = &mut source.units[0];
    unit.page = Some(3);
    unit.recording = RecordingTime::new(0, 12, 40, 300).map(|start| Recording { start, end: None });
    let (source, chars) = (source.id.clone(), source.text.char_span(unit.span));
    study.findings.push(Finding {
        title: "Vertrouwen".to_owned(),
        part: "visible".to_owned(),
        passages_for: vec![PassageRef { source, chars }],
        ..Finding::new("f1")
    });
    for (language, expected) in [(Language::Nl, "blz. 3, 00:12:40"), (Language::En, "p. 3, 00:12:40")] {
        let page = Results::of(study.clone()).page(language);
        let document = parse(&page);
        let quote = quotes_in(by_id(&document, "cell-trust.p1")).next().unwrap();
        assert!(all_text(quote).contains(&format!("p1-interview, {expected}, 0–14")), "{}", all_text(quote));
        let context = quote.descendants().find(|node| node.attribute("class") == Some("ctx")).unwrap();
        let unit = by_id(&document, &context.attribute("href").unwrap()[1..]);
        assert_eq!(all_text(unit), format!("Samira {expected} Ik vertrouw ze. Echt waar."));
        assert!(page.contains(&format!("<figcaption>p1-interview, {expected}, 0–26</figcaption>")));
        let definition =
            if language == Language::Nl { "plaats in de opname" } else { "place in the recording" };
        assert!(page.contains(definition));
        assert!(!Results::of(two_cases()).page(language).contains(definition), "it is said where it matters");
    }
}

#[test]
fn words_of_the_study_carry_its_language_on_a_page_in_another() {
    let mut study = two_cases();
    study.codebook.codes[0].definition = "Iets toevertrouwen.".to_owned();
    let page = Results::of(study).page(Language::En);
    let document = parse(&page);
    let definition = document.descendants().find(|node| node.text() == Some("Iets toevertrouwen.")).unwrap();
    let element = definition.parent().filter(|_| definition.is_text()).unwrap_or(definition);
    assert_eq!(element.attribute("lang"), Some("nl"));
}

#[test]
fn words_of_others_cannot_become_markup() {
    let mut study = two_cases();
    study.settings.title = NASTY.to_owned();
    study.settings.note = NASTY.to_owned();
    study.cases[0].name = NASTY.to_owned();
    study.participants[0].name = NASTY.to_owned();
    study.codebook.codes[0].definition = NASTY.to_owned();
    study.codebook.codes[0].name = Label::new(NASTY, "");
    study.codings[0].memo = NASTY.to_owned();
    let source = &mut study.sources[0];
    source.text = Text::new(format!("{} {NASTY}", source.text.as_str()));
    source.units.clear();
    study.memos.push(Memo {
        id: MemoId::new("m1").unwrap(),
        title: NASTY.to_owned(),
        author: None,
        date: None,
        about: vec![About::Case(CaseId::new("p1").unwrap())],
        body: format!("{NASTY}\n\n[hier](https://example.org)"),
    });
    study.findings.push(Finding {
        title: NASTY.to_owned(),
        plain: NASTY.to_owned(),
        part: "tension".to_owned(),
        theme: NASTY.to_owned(),
        codes: vec![CodeId::new("trust").unwrap()],
        body: NASTY.to_owned(),
        ..Finding::new("f1")
    });
    let page = Results::of(study).page(Language::Nl);
    let document = parse(&page);
    assert_eq!(elements(&document, "script"), 2, "those of the page");
    assert!(texts(&document, "h1").contains(NASTY), "it is shown as it was written");
    assert!(
        document.descendants().filter_map(|node| node.attribute("href")).all(|link| link.starts_with('#'))
    );
}

#[test]
fn small_studies_have_a_page_too() {
    let empty = Study::new(Settings::new("leeg", "Lege studie", Language::Nl));
    let page = Results::without_tables(empty).page(Language::Nl);
    assert!(texts(&parse(&page), "h1").contains("Lege studie"));

    let mut one_case = two_cases();
    one_case.cases.truncate(1);
    one_case.sources.truncate(1);
    one_case.codings.truncate(2);
    let page = Results::of(one_case).page(Language::En);
    assert!(all_text(by_id(&parse(&page), "glance")).contains("Comparative study of 1 case:"));

    let mut uncoded = two_cases();
    uncoded.codings.clear();
    let page = Results::of(uncoded).page(Language::Nl);
    let document = parse(&page);
    assert!(all_text(by_id(&document, "factor-trust")).contains("nergens gebruikt"));
    assert!(page.contains("materiaal, niet gecodeerd"));
}

#[test]
fn material_not_coded_differs_from_no_material() {
    let mut study = two_cases();
    let third = CaseId::new("p3").unwrap();
    let attributes = study.cases[0].attributes.clone();
    study.cases.insert(third.clone(), Case { id: third, name: String::new(), attributes });
    let page = Results::of(study).page(Language::Nl);
    let document = parse(&page);
    let titles: BTreeSet<_> =
        by_id(&document, "matrix").descendants().filter_map(|node| node.attribute("aria-label")).collect();
    assert!(titles.contains("Ruzie, p1: materiaal, niet gecodeerd"), "{titles:?}");
    assert!(titles.contains("Ruzie, p3: geen materiaal"), "{titles:?}");
}

/// Puts both factors of [`two_cases`] and a factor below one of them under a heading.
fn with_a_tree(mut study: Study) -> Study {
    let id = |id: &str| CodeId::new(id).unwrap();
    let heading = Code { kind: CodeKind::Heading, ..Code::new(id("relation")) };
    study.codebook.codes.insert(id("relation"), heading);
    for code in ["trust", "blame"] {
        study.codebook.codes.get_mut(&id(code)).unwrap().parent = Some(id("relation"));
    }
    let valence = Some(Valence::Promoting);
    let below = Code { parent: Some(id("trust")), valence, ..Code::new(id("calling")) };
    study.codebook.codes.insert(id("calling"), below);
    add_coding(&mut study, "p1-interview", "anna", "calling", 15..25);
    study.sort_codings();
    study
}

#[test]
fn parents_hold_what_is_below_them_and_headings_send_on_to_it() {
    let page = Results::of(with_a_tree(two_cases())).page(Language::En);
    let document = parse(&page);
    let has = |id: &str| document.descendants().any(|node| node.attribute("id") == Some(id));
    assert_eq!(quotes_in(by_id(&document, "cell-trust.p1")).count(), 3, "two of its own and one from below");
    assert_eq!(quotes_in(by_id(&document, "cell-calling.p1")).count(), 1);
    let heading = by_id(&document, "factor-relation");
    assert_eq!(quotes_in(heading).count(), 0);
    let links: Vec<_> = heading.descendants().filter_map(|node| node.attribute("href")).collect();
    assert!(links.contains(&"#factor-trust") && links.contains(&"#factor-blame"), "{links:?}");
    assert!(all_text(heading).contains("5 passages"), "{}", all_text(heading));
    assert!(!has("cell-relation.p1"));
    let matrix = all_text(by_id(&document, "matrix"));
    assert!(matrix.contains("calling") && !matrix.contains("relation"));
    // p1: trust 2, calling 1; p2: trust 1, blame 1
    assert!(all_text(by_id(&document, "case-p1")).contains("3 passages"));
    let head = document.descendants().find(|node| node.attribute("class") == Some("facts")).unwrap();
    assert!(all_text(head).contains("Passages5"), "{}", all_text(head));
}

#[test]
fn a_heading_with_codings_of_its_own_shows_its_passages() {
    let mut study = with_a_tree(two_cases());
    add_coding(&mut study, "p2-interview", "anna", "relation", 15..25);
    study.sort_codings();
    let page = Results::of(study).page(Language::Nl);
    assert_eq!(quotes_in(by_id(&parse(&page), "cell-relation.p2")).count(), 3);
}

#[test]
fn a_filtered_report_holds_nothing_of_what_was_filtered_out() {
    let mut study = two_cases();
    study.participants[1].role = RoleId::new("guide").unwrap();
    study.sources[1].kind = KindId::new("dossier").unwrap();
    let case = |id: &str| CaseId::new(id).unwrap();
    let source = |id: &str| SourceId::new(id).unwrap();
    let memo = |id: &str, about: Vec<About>| Memo {
        id: MemoId::new(id).unwrap(),
        title: format!("memo {id}"),
        author: None,
        date: None,
        about,
        body: String::new(),
    };
    study.memos = vec![
        memo("general", Vec::new()),
        memo("on-p1", vec![About::Case(case("p1"))]),
        memo("on-p2", vec![About::Case(case("p2"))]),
        memo("on-source-2", vec![About::Source(source("p2-interview"))]),
        memo("on-finding-2", vec![About::Finding("f2".to_owned())]),
    ];
    let passage = |source_id: &str| {
        let chars = study.sources[&source(source_id)].text.char_span(Span::from_bytes(0..14).unwrap());
        PassageRef { source: source(source_id), chars }
    };
    let finding = |id: &str, passages_for: Vec<PassageRef>| Finding {
        title: format!("finding {id}"),
        part: "tension".to_owned(),
        passages_for,
        ..Finding::new(id)
    };
    study.findings = vec![
        finding("f1", vec![passage("p1-interview"), passage("p2-interview")]),
        finding("f2", vec![passage("p2-interview")]),
    ];
    let filter = Filter { cases: vec![case("p1")], ..Filter::default() };
    let page = Results::filtered(study.clone(), filter).page(Language::En);
    let document = parse(&page);
    let text = all_text(document.root_element());
    for shown in ["memo general", "memo on-p1", "finding f1", "One passage that this rests on is outside"] {
        assert!(text.contains(shown), "{shown}");
    }
    for hidden in ["memo on-p2", "memo on-source-2", "memo on-finding-2", "finding f2"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    assert_eq!(quotes_in(by_id(&document, "findings")).count(), 1);
    let glance = all_text(by_id(&document, "glance"));
    assert!(!glance.contains("dossier") && !glance.contains("guide"), "{glance}");

    let page = Results::of(study).page(Language::En);
    let text = all_text(parse(&page).root_element());
    for shown in ["memo on-p2", "memo on-source-2", "memo on-finding-2", "finding f2"] {
        assert!(text.contains(shown), "{shown}");
    }
}

#[test]
fn the_number_of_sources_opens_as_many_sources() {
    let mut study = two_cases();
    let mut diary = study.sources[0].clone();
    diary.id = SourceId::new("p1-diary").unwrap();
    diary.kind = KindId::new("diary").unwrap();
    study.sources.insert(diary.id.clone(), diary);
    let filter = Filter { kinds: vec![KindId::new("interview").unwrap()], ..Filter::default() };
    let page = Results::filtered(study, filter).page(Language::En);
    let document = parse(&page);
    let sources = all_text(by_id(&document, "sources-p1"));
    assert!(sources.contains("p1-interview") && !sources.contains("p1-diary"), "{sources}");
    assert!(all_text(by_id(&document, "case-p1")).contains("p1-diary"), "it stands apart");
}

/// A table as text, with a row per list of cells.
fn sheet(header: &[&str], n_left: usize, n_prose: usize, rows: &[&[&str]]) -> Sheet {
    let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let rows = rows.iter().map(|row| owned(row)).collect();
    Sheet {
        header: owned(header),
        n_left,
        n_prose,
        sections: vec![(String::new(), rows)],
        ..Sheet::default()
    }
}

/// What leads where in a part of the page: words and addresses.
fn links_in(page: &str, id: &str) -> Vec<(String, String)> {
    let document = parse(page);
    let links = by_id(&document, id).descendants().filter(|node| node.has_tag_name((XHTML, "a")));
    links.map(|link| (all_text(link), link.attribute("href").unwrap().to_owned())).collect()
}

#[test]
fn names_in_tables_that_come_as_text_lead_to_what_is_called_so() {
    let rows: [&[&str]; 2] =
        [&["Vertrouwen", "●2", "1", "toch: p1 p2✗ p9"], &["Ruzie", "·", "2", "p2-interview"]];
    let sheet = sheet(&["factor", "p1", "n", "waar"], 1, 1, &rows);
    let chapters = vec![Chapter { part: Part::Contrast, figures: Vec::new(), sheets: vec![sheet] }];
    let page = Results { chapters, ..Results::of(two_cases()) }.page(Language::Nl);
    let expected = [
        ("p1", "#case-p1"),
        ("Vertrouwen", "#factor-trust"),
        ("●2", "#cell-trust.p1"),
        ("p1", "#cell-trust.p1"),
        ("p2", "#cell-trust.p2"),
        ("Ruzie", "#factor-blame"),
        ("p2-interview", "#source-p2-interview"),
    ];
    let expected = expected.map(|(text, to)| (text.to_owned(), to.to_owned()));
    assert_eq!(links_in(&page, "contrast"), expected);
}

#[test]
fn numbers_are_no_cases_and_a_name_of_two_factors_is_neither() {
    let mut study = two_cases();
    study.codebook.codes[1].name = study.codebook.codes[0].name.clone();
    let one = CaseId::new("1").unwrap();
    let attributes = study.cases[0].attributes.clone();
    study.cases.insert(one.clone(), Case { id: one, name: String::new(), attributes });
    let rows: [&[&str]; 2] = [&["Vertrouwen", "1 codering"], &["iets", "1, p1"]];
    let sheet = sheet(&["factor", "waar"], 1, 1, &rows);
    let chapters = vec![Chapter { part: Part::Contrast, figures: Vec::new(), sheets: vec![sheet] }];
    let page = Results { chapters, ..Results::of(study) }.page(Language::Nl);
    let expected = [("1", "#case-1"), ("p1", "#case-p1")].map(|(text, to)| (text.to_owned(), to.to_owned()));
    assert_eq!(links_in(&page, "contrast"), expected);
}

#[test]
fn two_sides_of_a_factor_stand_next_to_each_other_with_the_numbers_of_their_passages() {
    let mut study = two_cases();
    let hindering = study
        .codings
        .iter_mut()
        .find(|coding| coding.source.as_str() == "p2-interview" && coding.code.as_str() == "trust");
    hindering.unwrap().valence = Some(Valence::Hindering);
    let results = Results::of(study);
    let page = results.page(Language::Nl);
    let document = parse(&page);
    let tension = by_id(&document, "tension-trust");
    assert!(
        all_text(tension)
            .contains("Bevordert in 1 van 2 casussen, belemmert in 1 van 2, en doet beide in 0 van 2.")
    );
    let [promoting, hindering] = quotes_in(tension).collect::<Vec<_>>()[..] else { panic!("two voices") };
    for (quote, case) in [(promoting, "p1"), (hindering, "p2")] {
        let number = quote.descendants().find(|node| node.attribute("class") == Some("nr")).unwrap();
        let there = by_id(&document, &number.attribute("href").unwrap()[1..]);
        let cell = by_id(&document, &format!("cell-trust.{case}"));
        assert!(quotes_in(cell).any(|known| known == there), "it is a passage of {case}");
    }
    let link = by_id(&document, "factor-trust")
        .descendants()
        .find(|node| node.attribute("href") == Some("#tension-trust"));
    assert!(link.is_some(), "the factor leads to its two sides");
}

#[test]
fn what_is_not_there_is_said_with_its_reason() {
    let absent = [
        Absent { part: Some(Part::Qca), figure: None, reason: "er zijn geen condities".to_owned() },
        Absent {
            part: None,
            figure: Some("timeline (p1)".to_owned()),
            reason: "niets heeft een datum".to_owned(),
        },
    ];
    let results = Results::of(two_cases());
    let input = ReportInput { absent: &absent, ..results.input() };
    let page = render(&results.study, &input, Words::new(Language::Nl)).unwrap();
    let told = all_text(by_id(&parse(&page), "reproduce"));
    assert!(told.contains("Welke combinaties bij de uitkomst horen: er zijn geen condities"), "{told}");
    assert!(told.contains("De casussen, figuur timeline (p1): niets heeft een datum"), "{told}");
}

#[test]
fn same_input_same_bytes() {
    assert_eq!(Results::of(two_cases()).page(Language::Nl), Results::of(two_cases()).page(Language::Nl));
}

#[test]
fn a_broken_figure_is_an_error_and_no_page() {
    let results =
        Results { chapters: vec![chapter(Part::Matrix, figure("<svg"))], ..Results::of(two_cases()) };
    let error = results.render(Language::Nl).unwrap_err();
    assert!(matches!(error.problem, Problem::ReportFailed { .. }));
}

#[test]
fn problems_are_counted_by_severity() {
    let problem = || Problem::UnknownCase { case: "p9".to_owned() };
    let found = [
        Diagnostic::error(Place::default(), problem()),
        Diagnostic::note(Place::default(), problem()),
        Diagnostic::note(Place::default(), problem()),
    ];
    let expected = DiagnosticsSummary { n_errors: 1, n_warnings: 0, n_notes: 2 };
    assert_eq!(DiagnosticsSummary::of(&found), expected);
}

/// A study with everything that a report of it is made of.
#[test]
fn a_finding_says_what_panels_make_of_it_and_when_none_did() {
    let mut study = two_cases();
    let finding = |id: &str| Finding { part: "lead".to_owned(), ..Finding::new(id) };
    study.findings = vec![finding("f1"), finding("f2")];
    assert!(!Results::of(study.clone()).page(Language::Nl).contains("Wat panels ervan vinden"));
    let said = |respondent: &str, verdict: &str| Feedback {
        remark: NASTY.to_owned(),
        ..Feedback::new("f1", "ouders", respondent, verdict)
    };
    study.feedback =
        vec![said("o1", "agrees"), said("o2", "nuances"), said("o3", NASTY), said("o4", "nuances")];
    let page = Results::of(study).page(Language::Nl);
    let document = parse(&page);
    let text = all_text(by_id(&document, "findings"));
    for shown in ["1 van 3", "2 van 3", "0 van 3", "o3", "Geen panel gaf nog een oordeel"] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    assert_eq!(elements(&document, "script"), 2, "the page's own, and none that a remark brought");
}

struct Results {
    study: Study,
    facts: Facts,
    table: CasesByFactors,
    balance: Balance,
    sample: SampleTable,
    tensions: Option<Tensions>,
    verdicts: Option<Verdicts>,
    passages: Vec<Passage>,
    chapters: Vec<Chapter>,
    is_large: bool,
}

impl Results {
    fn of(study: Study) -> Self {
        Self::filtered(study, Filter::default())
    }

    fn filtered(study: Study, filter: Filter) -> Self {
        let options = Options { filter, fingerprint: "abc123".to_owned(), ..Options::default() };
        let facts = Facts::new(&study, &options.filter);
        Self {
            table: CasesByFactors::from_facts(&study, &facts, &options).unwrap(),
            balance: Balance::from_facts(&study, &facts, &options, &Default::default()).unwrap(),
            sample: SampleTable::describe(&study, &facts, &options),
            verdicts: Verdicts::from_facts(&study, &facts, &options).ok(),
            passages: passages_behind_all(&study, &options.filter, &facts, options.unfolded),
            tensions: Tensions::from_facts(&study, &facts, &options, &TensionsOptions::default()).ok(),
            chapters: vec![chapter(
                Part::Matrix,
                figure(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"><g data-factor=\"trust\" data-case=\"p1\"><title>x</title></g></svg>",
                ),
            )],
            is_large: false,
            facts,
            study,
        }
    }

    /// For a study without cases, of which no table can be computed.
    fn without_tables(study: Study) -> Self {
        let mut results = Self::of(two_cases());
        results.table.cases.clear();
        results.table.factors.clear();
        results.table.cells.clear();
        results.table.outcome_groups.clear();
        results.balance.rows.clear();
        results.passages.clear();
        results.tensions = None;
        results.chapters.clear();
        results.facts = Facts::new(&study, &Filter::default());
        results.sample = SampleTable::describe(&study, &results.facts, &Options::default());
        results.study = study;
        results
    }

    fn input(&self) -> ReportInput<'_> {
        ReportInput {
            table: &self.table,
            balance: &self.balance,
            sample: &self.sample,
            passages: &self.passages,
            is_large: self.is_large,
            balance_by_phase: None,
            tensions: self.tensions.as_ref(),
            chapters: &self.chapters,
            absent: &[],
            of_cases: &NONE_DRAWN,
            facts: &self.facts,
            adjudication: None,
            verdicts: self.verdicts.as_ref(),
            commands: Commands { again: "draad report", other_language: "draad report --lang en" },
            diagnostics: DiagnosticsSummary::default(),
        }
    }

    fn render(&self, language: Language) -> draad_core::diagnostic::Outcome<String> {
        render(&self.study, &self.input(), Words::new(language))
    }

    fn page(&self, language: Language) -> String {
        self.render(language).unwrap()
    }
}

static NONE_DRAWN: BTreeMap<CaseId, Vec<Figure>> = BTreeMap::new();

fn chapter(part: Part, figure: Figure) -> Chapter {
    Chapter { part, figures: vec![figure.into()], sheets: Vec::new() }
}

fn figure(svg: &str) -> Figure {
    let page = Page { svg: svg.to_owned(), width_mm: 90.0, height_mm: 50.0, ..Page::default() };
    Figure {
        name: "matrix",
        pages: vec![page],
        caption: "Wat er staat.".to_owned(),
        alt: String::new(),
        data: Vec::new(),
    }
}

/// Two cases with opposite outcomes, two factors, two coders on one passage.
fn two_cases() -> Study {
    let mut study = Study::new(Settings::new("klein", "Kleine studie", Language::Nl));
    study.settings.coder_policy = CoderPolicy::All;
    for (id, name, valence) in
        [("trust", "Vertrouwen", Valence::Promoting), ("blame", "Ruzie", Valence::Hindering)]
    {
        let id = CodeId::new(id).unwrap();
        let code = Code { name: Label::new(name, ""), valence: Some(valence), ..Code::new(id.clone()) };
        study.codebook.codes.insert(id, code);
    }
    add_case(&mut study, "p1", "constructive", "Samira");
    add_case(&mut study, "p2", "stalled", "Angela");
    for (source, coder, code, start, end) in [
        ("p1-interview", "anna", "trust", 0, 14),
        ("p1-interview", "bram", "trust", 3, 14),
        ("p1-interview", "anna", "trust", 26, 34),
        ("p2-interview", "anna", "blame", 0, 14),
        ("p2-interview", "anna", "trust", 26, 34),
    ] {
        add_coding(&mut study, source, coder, code, start..end);
    }
    study.sort_codings();
    study
}

fn add_case(study: &mut Study, id: &str, outcome: &str, person: &str) {
    let case = CaseId::new(id).unwrap();
    let attribute = AttributeId::new("constructiveness").unwrap();
    let attributes = [(attribute, AttributeValue::Level(outcome.into()))].into_iter().collect();
    study.cases.insert(case.clone(), Case { id: case.clone(), name: String::new(), attributes });
    let participant = ParticipantId::new(&format!("{id}-parent")).unwrap();
    let role = RoleId::new("parent").unwrap();
    study.participants.insert(
        participant.clone(),
        Participant {
            id: participant.clone(),
            role,
            cases: vec![case.clone()],
            labels: vec!["M".to_owned()],
            name: person.to_owned(),
            extra: Default::default(),
        },
    );
    let source = SourceId::new(&format!("{id}-interview")).unwrap();
    let unit = |range, speaker: &str| Unit {
        speaker: Some(speaker.to_owned()),
        ..Unit::new(Span::from_bytes(range).unwrap(), UnitKind::Said)
    };
    study.sources.insert(
        source.clone(),
        Source {
            id: source,
            cases: vec![case],
            kind: KindId::new("interview").unwrap(),
            date: "2023-03-14".parse().ok(),
            phase: None,
            participants: vec![participant],
            text: Text::new("Ik vertrouw ze. Echt waar.En toen? Niets."),
            units: vec![unit(0..26, "M"), unit(26..41, "I")],
            origin: Origin::default(),
            extra: Default::default(),
        },
    );
}

fn add_coding(study: &mut Study, source: &str, coder: &str, code: &str, range: std::ops::Range<usize>) {
    let id = CodingId::new(&format!("c{}", study.codings.len())).unwrap();
    let source = SourceId::new(source).unwrap();
    let quote = study.sources[&source].text.as_str()[range.clone()].to_owned();
    study.codings.push(Coding {
        id,
        coder: CoderId::new(coder).unwrap(),
        source,
        code: CodeId::new(code).unwrap(),
        target: Target::Span(Span::from_bytes(range).unwrap()),
        valence: None,
        weight: None,
        quote,
        memo: String::new(),
        created: None,
        modified: None,
    });
}

fn parse(page: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(page, options).unwrap_or_else(|error| panic!("{error}"))
}

fn by_id<'a, 'input>(document: &'a Document<'input>, id: &str) -> Node<'a, 'input> {
    document.descendants().find(|node| node.attribute("id") == Some(id)).unwrap_or_else(|| panic!("no {id}"))
}

fn quotes_in<'a, 'input>(section: Node<'a, 'input>) -> impl Iterator<Item = Node<'a, 'input>> {
    section.descendants().filter(|node| node.attribute("class") == Some("quote"))
}

fn all_text(node: Node) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

fn elements(document: &Document, name: &str) -> usize {
    document.descendants().filter(|node| node.is_element() && node.tag_name().name() == name).count()
}

fn texts(document: &Document, name: &str) -> String {
    document.descendants().filter(|node| node.tag_name().name() == name).map(all_text).collect()
}
