//! Small studies in few words.

use draad_core::{
    AttributeValue, Case, CaseId, Code, CodeId, Coding, CodingId, Filter, Language, Participant, Settings,
    Source, Span, Study, Target, Text, Unit, UnitKind, Valence,
};
use draad_index::{Answer, Context, Order, Query, SearchIndex, SearchOptions};
use indexmap::IndexMap;

/// Reads a name as whatever id is needed.
pub(crate) fn id<Id: std::str::FromStr<Err = String>>(name: &str) -> Id {
    name.parse().unwrap()
}

pub(crate) fn ids<Id: std::str::FromStr<Err = String>>(names: &[&str]) -> Vec<Id> {
    names.iter().map(|name| id(name)).collect()
}

pub(crate) fn empty() -> Study {
    Study::new(Settings::new("proef", "Proefstudie", Language::Nl))
}

/// One case, one source, one unit per text.
pub(crate) fn with_units(texts: &[&str]) -> Study {
    let mut study = empty();
    add_case(&mut study, "p01", "mixed");
    let turns: Vec<_> = texts.iter().map(|text| ("moeder", *text)).collect();
    add_source(&mut study, "p01-ouder", &["p01"], "interview", &turns);
    study
}

pub(crate) fn add_case(study: &mut Study, name: &str, constructiveness: &str) {
    let level = AttributeValue::Level(constructiveness.into());
    let case = Case {
        id: id(name),
        name: String::new(),
        attributes: IndexMap::from([(id("constructiveness"), level)]),
    };
    study.cases.insert(case.id.clone(), case);
}

pub(crate) fn add_participant(study: &mut Study, name: &str, role: &str, cases: &[&str], label: &str) {
    let participant = Participant {
        id: id(name),
        role: id(role),
        cases: ids(cases),
        labels: vec![label.to_owned()],
        name: String::new(),
        extra: Default::default(),
    };
    study.participants.insert(participant.id.clone(), participant);
}

/// Adds a source with a line per turn, `speaker: words`; the words are the unit.
pub(crate) fn add_source(study: &mut Study, name: &str, cases: &[&str], kind: &str, turns: &[(&str, &str)]) {
    let mut text = String::new();
    let mut units = Vec::new();
    for (speaker, words) in turns {
        text.push_str(&format!("{speaker}: "));
        let span = Span::from_bytes(text.len()..text.len() + words.len()).unwrap();
        units.push(Unit { speaker: Some((*speaker).to_owned()), ..Unit::new(span, UnitKind::Said) });
        text.push_str(&format!("{words}\n"));
    }
    add_text(study, name, cases, kind, &text);
    study.sources.get_mut(name).unwrap().units = units;
}

/// Adds a source without units.
pub(crate) fn add_text(study: &mut Study, name: &str, cases: &[&str], kind: &str, text: &str) {
    let source = Source {
        id: id(name),
        cases: ids(cases),
        kind: id(kind),
        date: None,
        phase: None,
        participants: Vec::new(),
        text: Text::new(text),
        units: Vec::new(),
        origin: Default::default(),
        extra: Default::default(),
    };
    study.sources.insert(source.id.clone(), source);
}

pub(crate) fn add_code(study: &mut Study, name: &str, parent: &str) {
    let code = Code { parent: CodeId::new(parent), ..Code::new(id(name)) };
    study.codebook.codes.insert(code.id.clone(), code);
}

/// Codes the first place where `quote` stands, or the whole source when it is empty.
pub(crate) fn code(
    study: &mut Study,
    coder: &str,
    source: &str,
    quote: &str,
    code: &str,
    valence: Option<Valence>,
) {
    let text = study.sources[source].text.as_str();
    let target = match text.find(quote).unwrap() {
        _ if quote.is_empty() => Target::Source,
        start => Target::Span(Span::from_bytes(start..start + quote.len()).unwrap()),
    };
    study.codings.push(Coding {
        id: CodingId::new(&format!("c{}", study.codings.len())).unwrap(),
        coder: id(coder),
        source: id(source),
        code: id(code),
        target,
        valence,
        weight: None,
        quote: quote.to_owned(),
        memo: String::new(),
        created: None,
        modified: None,
    });
    study.sort_codings();
}

/// All hits in the order of the study, with whole units around them.
pub(crate) fn all_hits() -> SearchOptions {
    SearchOptions {
        limit: usize::MAX,
        order: Order::Place,
        context: Context::Unit,
        ..SearchOptions::default()
    }
}

pub(crate) fn search(study: &Study, query: &str, filter: &Filter) -> Answer {
    let index = SearchIndex::build_in_memory(study).unwrap();
    search_in(&index, study, query, filter, &all_hits())
}

pub(crate) fn search_in(
    index: &SearchIndex,
    study: &Study,
    query: &str,
    filter: &Filter,
    options: &SearchOptions,
) -> Answer {
    let query = Query::parse(query).unwrap_or_else(|problem| panic!("{query}: {problem}"));
    index.search(study, &query, filter, options).unwrap()
}

/// The words found, each as it stands in the text.
pub(crate) fn matched(study: &Study, query: &str) -> Vec<String> {
    let answer = search(study, query, &Filter::default());
    assert_eq!(answer.n_hits, answer.hits.len());
    answer.hits.into_iter().map(|hit| hit.matched).collect()
}

pub(crate) fn case_filter(names: &[&str]) -> Filter {
    Filter { cases: ids::<CaseId>(names), ..Filter::default() }
}
