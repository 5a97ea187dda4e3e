//! The page of the example study and of what can be left out of it, read as a browser reads it.

use super::*;
use crate::Project;
use crate::report::{kinds, report};
use crate::tables::Request;
use draad_analysis::{CellAddress, GroupKey, passages_at};
use draad_core::facts::Facts;
use draad_core::{Code, CodeId, Filter, Label, Study};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

/// Words that would be trouble if they were not escaped, in scripts that run both ways.
const NASTY: &str = "<script>alert('x')</script> & \"ثقة\" 👩‍👧 https://example.org";

fn example(language: Language) -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/gedeeld-opvoederschap");
    Project::open(Some(&folder), Path::new("/"), Some(language)).unwrap()
}

fn page(project: &Project, filter: Filter) -> String {
    let request = Request { filter, ..Request::default() };
    let page =
        report(project, &kinds()[0], &request, Path::new("report.html"), "draad report --lang nl").unwrap();
    String::from_utf8(page).unwrap()
}

/// The example and its page in Dutch.
static IN_DUTCH: LazyLock<(Project, Vec<Element>)> = LazyLock::new(|| {
    let project = example(Language::Nl);
    let elements = elements(&page(&project, Filter::default()));
    (project, elements)
});

/// An element of the page: its name, its attributes, and what is written in it and in what it holds.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    depth: usize,
}

impl Element {
    fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    fn has_class(&self, class: &str) -> bool {
        self.attribute("class").split(' ').any(|own| own == class)
    }
}

/// Elements that have no end.
const VOID: [&str; 4] = ["meta", "input", "br", "link"];

/// Returns the elements of a page, in the order in which they start.
fn elements(html: &str) -> Vec<Element> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for Ok(token) in Tokenizer::new_with_emitter(html, DefaultEmitter::default()) {
        match token {
            Token::StartTag(StartTag { name, attributes, self_closing, .. }) => {
                let name = text(&name);
                let attributes = attributes.iter().map(|(name, value)| (text(name), text(&value.value)));
                let has_end = !self_closing && !VOID.contains(&name.as_str());
                let attributes = attributes.collect();
                elements.push(Element { name, attributes, depth: open.len(), ..Element::default() });
                open.extend(has_end.then_some(elements.len() - 1));
            }
            Token::EndTag(tag) => {
                let closed = open.pop().expect("nothing ends that did not start");
                assert_eq!(elements[closed].name, text(&tag.name), "elements end in their order");
            }
            Token::String(said) => {
                let said = text(&said);
                open.iter().for_each(|&element| elements[element].text.push_str(&said));
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "every element ends");
    elements
}

/// Checks what holds of every page: links lead somewhere, nothing is asked of a network, headings stand in their order, every
/// figure is told.
fn check(elements: &[Element]) {
    let mut ids = BTreeSet::new();
    for element in elements.iter().filter(|element| element.attributes.contains_key("id")) {
        assert!(ids.insert(element.attribute("id")), "{element:?} stands twice");
    }
    for element in elements {
        for (name, value) in &element.attributes {
            assert!(!name.starts_with("on"), "{element:?}");
            let is_reference = ["href", "src", "srcset", "action", "data", "poster"].contains(&name.as_str());
            assert!(!is_reference || ids.contains(value.strip_prefix('#').unwrap()), "{name}={value}");
        }
        assert!(
            !["link", "img", "iframe", "object", "embed", "base", "form"].contains(&element.name.as_str())
        );
    }
    let level =
        |element: &&Element| element.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
    let in_main = elements.iter().skip_while(|element| element.name != "main");
    let before_panel = in_main.take_while(|element| element.attribute("id") != "panel");
    let levels: Vec<u8> = before_panel.filter_map(|element| level(&element)).collect();
    assert_eq!(levels[0], 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level of headings is left out");
    let n_drawn = elements.iter().filter(|element| element.has_class("drawing")).count();
    let captions = elements.iter().filter(|element| {
        element.name == "figcaption"
            && (element.text.starts_with("Figuur ") || element.text.starts_with("Figure "))
    });
    assert_eq!(captions.count(), n_drawn, "every figure has a caption");
    let drawings =
        elements.iter().filter(|element| element.name == "svg" && element.attribute("role") == "img");
    assert!(drawings.count() >= n_drawn);
}

fn by_id<'a>(elements: &'a [Element], id: &str) -> &'a Element {
    elements.iter().find(|element| element.attribute("id") == id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn the_example_has_all_parts_in_their_order_in_both_languages() {
    for language in [Language::Nl, Language::En] {
        let html = page(&example(language), Filter::default());
        assert!(html.len() < 6_000_000, "{} bytes", html.len());
        let elements = elements(&html);
        check(&elements);
        assert_eq!(elements[0].attribute("lang"), <&str>::from(language));
        let main = elements.iter().find(|element| element.name == "main").unwrap();
        let sections =
            elements.iter().filter(|element| element.depth == main.depth + 1 && element.name == "section");
        let sections: Vec<&str> = sections.map(|section| section.attribute("id")).collect();
        let expected = "glance design sample matrix triangulation tensions balance contrast factors cases co-occurrence \
            similarity agreement adjudication saturation qca scores route keyness";
        let expected: Vec<&str> = expected.split_whitespace().collect();
        assert!(sections.starts_with(&expected), "{sections:?}");
        assert!(
            sections.ends_with(&["findings", "references", "definitions", "reproduce", "contexts"]),
            "{sections:?}"
        );
    }
}

#[test]
fn lists_of_a_factor_hold_the_passages_behind_its_numbers_by_phase_role_and_kind() {
    let (project, elements) = &*IN_DUTCH;
    let study = project.study();
    let facts = Facts::new(study, &Filter::default());
    let mut n_lists = 0;
    for code in ["vertrouwen", "openheid", "bellen-appen"] {
        let factor = CodeId::new(code).unwrap();
        for (by, key) in [(By::Phase, "phase"), (By::Role, "role"), (By::Kind, "kind")] {
            for (value, _) in by.values(study).unwrap() {
                let groups = vec![(by.clone(), GroupKey::Value(value.clone()))];
                let address = CellAddress { factors: vec![factor.clone()], groups, ..CellAddress::default() };
                let expected = passages_at(study, &Filter::default(), &facts, &address, false).unwrap().len();
                let id = format!("list-{code}.{key}.{value}");
                let list = elements.iter().find(|element| element.attribute("id") == id);
                let n = list.map_or(0, |list| list.text.split(", ").count());
                assert_eq!(n, expected, "{id}");
                n_lists += usize::from(n > 0);
            }
        }
    }
    assert!(n_lists > 20, "{n_lists} lists were looked at");
}

#[test]
fn every_passage_of_a_factor_stands_on_the_page_once_with_its_number() {
    let (project, elements) = &*IN_DUTCH;
    let results = Results::new(project, &Request::default()).unwrap();
    let table = results.table().unwrap();
    let numbers: Vec<&str> = elements
        .iter()
        .filter(|element| element.has_class("quote") && element.attribute("id").starts_with("q-"))
        .map(|quote| quote.attribute("id"))
        .collect();
    let own = |code: &CodeId| {
        let place = project.study().codebook.codes.get_index_of(code).unwrap() as u32;
        results.facts.codings.iter().any(|fact| fact.code == place)
    };
    let is_shown = |factor: usize| {
        let row = &table.factors[factor];
        row.kind != draad_core::CodeKind::Heading || own(&row.id)
    };
    let cells = (0..table.factors.len())
        .filter(|factor| is_shown(*factor))
        .flat_map(|factor| (0..table.cases.len()).map(move |case| table.cell(0, factor, case).n_passages));
    assert_eq!(numbers.len(), cells.sum::<usize>());
}

#[test]
fn the_balance_of_a_case_by_phase_is_that_of_the_table() {
    let (project, elements) = &*IN_DUTCH;
    let results = Results::new(project, &Request::default()).unwrap();
    let balance = balance_by_phase(&results).unwrap();
    for row in &balance.rows {
        let case = &by_id(elements, &format!("case-{}", row.case)).text;
        for (group, sides) in balance.groups.iter().zip(&row.groups) {
            let GroupKey::Value(phase) = &group.key else { continue };
            if sides.promoting_factors + sides.hindering_factors == 0 {
                continue;
            }
            let name = group.label.or(Language::Nl, phase);
            let expected = format!("{name}{}{}", sides.promoting_factors, sides.hindering_factors);
            assert!(case.contains(&expected), "{}: {expected}", row.case);
        }
    }
}

/// Leaves out of a study all that a plain one does not have.
fn plain(study: &mut Study) {
    study.settings.attributes.iter_mut().for_each(|attribute| attribute.outcome = false);
    study.settings.phases.clear();
    study.case_phases.clear();
    study.sources.values_mut().for_each(|source| {
        source.phase = None;
        source.units.iter_mut().for_each(|unit| unit.phase = None);
    });
    study.codings.retain(|coding| coding.coder.as_str() == "anna");
    study.adjudications.clear();
    study.conditions.clear();
    study.scores.clear();
    study.route = Default::default();
    study.design = Default::default();
}

#[test]
fn a_study_without_outcome_phases_second_coder_and_conditions_says_what_is_not_there() {
    for language in [Language::Nl, Language::En] {
        let mut project = example(language);
        plain(&mut project.loaded_mut().study);
        let elements = elements(&page(&project, Filter::default()));
        check(&elements);
        let has = |id: &str| elements.iter().any(|element| element.attribute("id") == id);
        for absent in ["design", "contrast", "agreement", "adjudication", "qca", "scores", "route"] {
            assert!(!has(absent), "{absent}");
        }
        let told = &by_id(&elements, "reproduce").text;
        for part in ["design", "contrast", "agreement", "qca", "scores", "route"] {
            let title = project.words.say(&format!("page-{part}"));
            assert!(told.contains(&format!("{title}: ")), "{title}: {told}");
        }
    }
}

#[test]
fn names_of_any_kind_and_four_hundred_factors_make_a_page_that_holds() {
    let mut project = example(Language::Nl);
    let study = &mut project.loaded_mut().study;
    study.settings.title = NASTY.to_owned();
    study.cases[0].name = NASTY.to_owned();
    study.codebook.codes[1].name = Label::new(NASTY, NASTY);
    let unit = study.sources[0].units.iter_mut().find(|unit| unit.speaker.is_some());
    unit.unwrap().speaker = Some(NASTY.to_owned());
    for n in 0..400 {
        let id = CodeId::new(&format!("code-{n:03}")).unwrap();
        study.codebook.codes.insert(id.clone(), Code::new(id));
    }
    let elements = elements(&page(&project, Filter::default()));
    check(&elements);
    assert_eq!(elements.iter().filter(|element| element.name == "script").count(), 2, "those of the page");
    let title = elements.iter().find(|element| element.name == "h1").unwrap();
    assert_eq!(title.text, NASTY, "it is shown as it was written");
    assert!(elements.iter().any(|element| element.attribute("id") == "factor-code-399"));
}

#[test]
fn a_page_of_one_case_holds_nothing_of_another() {
    let project = example(Language::Nl);
    let case = CaseId::new("p01").unwrap();
    let elements = elements(&page(&project, Filter { cases: vec![case], ..Filter::default() }));
    check(&elements);
    assert!(elements.iter().all(|element| !element.attribute("id").contains("p02")));
}

#[test]
fn the_other_language_is_asked_with_the_same_filter_and_written_beside() {
    assert_eq!(
        in_other_language("draad report --lang nl --case 'p01'", Language::Nl),
        "draad report --lang en --case 'p01' --out report-en.html"
    );
    assert_eq!(in_other_language("draad run", Language::En), "draad report --lang nl --out report-nl.html");
}
