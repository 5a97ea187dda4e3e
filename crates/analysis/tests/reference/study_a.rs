//! One invented study of thirteen cases, on which several analyses are checked.

use draad_core::settings::{Level, Named, Role};
use draad_core::{
    Attribute, AttributeId, AttributeType, AttributeValue, Case, CaseId, CharOffset, CharSpan, Code, CodeId,
    CoderId, Coding, CodingId, Label, Language, Participant, ParticipantId, PhaseId, Settings, Source,
    SourceId, Study, Target, Text,
};

/// The tables of the study.
pub(crate) const CASES: &str = include_str!("../fixtures/study-a/cases.csv");
pub(crate) const CODEBOOK: &str = include_str!("../fixtures/study-a/codebook.csv");
const SOURCES: &str = include_str!("../fixtures/study-a/sources.csv");
const CODINGS: &str = include_str!("../fixtures/study-a/codings.csv");

/// Reads the rows of one of the tables, without its header.
pub(crate) fn rows<const N: usize>(csv: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    csv.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>().try_into().unwrap())
}

fn named<Id: std::str::FromStr<Err = String>>(ids: &[&str]) -> Vec<Named<Id>> {
    let name = |id: &&str| Named { id: id.parse().unwrap(), label: Label::default() };
    ids.iter().map(name).collect()
}

fn settings() -> Settings {
    let level = |id: &str| Level { id: id.into(), label: Label::default() };
    let outcome = Attribute {
        id: AttributeId::new("outcome").unwrap(),
        label: Label::default(),
        kind: AttributeType::Choice,
        levels: vec![level("constructive"), level("stalled")],
        outcome: true,
    };
    let roles = ["carer", "parent", "professional", "youth"];
    let role =
        |id| Role { id: std::str::FromStr::from_str(id).unwrap(), label: Label::default(), asks: false };
    Settings {
        roles: roles.map(role).into(),
        kinds: named(&["app", "diary", "dossier", "interview", "meeting"]),
        phases: named(&["installation", "stabilisation", "evaluation"]),
        attributes: vec![outcome],
        ..Settings::new("study-a", "Study A", Language::En)
    }
}

/// Returns the study.
pub(crate) fn study_a() -> Study {
    let mut study = Study::new(settings());
    for [id, outcome] in rows(CASES) {
        let outcome = (AttributeId::new("outcome").unwrap(), AttributeValue::Level(outcome.into()));
        let id = CaseId::new(id).unwrap();
        let case = Case { id: id.clone(), name: String::new(), attributes: [outcome].into_iter().collect() };
        study.cases.insert(id, case);
    }
    for [id, valence] in rows(CODEBOOK) {
        let id = CodeId::new(id).unwrap();
        study.codebook.codes.insert(id.clone(), Code { valence: valence.parse().ok(), ..Code::new(id) });
    }
    for row in rows(SOURCES) {
        add_source(&mut study, row);
    }
    for (place, [source, code, start, end]) in rows(CODINGS).enumerate() {
        let source = &study.sources[source];
        let offset = |text: &str| CharOffset(text.parse().unwrap());
        let span = source.text.span(CharSpan { start: offset(start), end: offset(end) }).unwrap();
        study.codings.push(Coding {
            id: CodingId::new(&place.to_string()).unwrap(),
            coder: CoderId::new("anna").unwrap(),
            source: source.id.clone(),
            code: CodeId::new(code).unwrap(),
            target: Target::Span(span),
            valence: None,
            weight: None,
            quote: source.text.get(span).unwrap().to_owned(),
            memo: String::new(),
            created: None,
            modified: None,
        });
    }
    study.sort_codings();
    study
}

/// Adds a source without units, in which one participant speaks.
fn add_source(study: &mut Study, [id, case, kind, role, phase, date, n_chars]: [&'static str; 7]) {
    let speaker = ParticipantId::new(id).unwrap();
    let cases = vec![CaseId::new(case).unwrap()];
    let participant = Participant {
        id: speaker.clone(),
        role: role.parse().unwrap(),
        cases: cases.clone(),
        labels: Vec::new(),
        name: String::new(),
        extra: Default::default(),
    };
    study.participants.insert(speaker.clone(), participant);
    let id = SourceId::new(id).unwrap();
    let source = Source {
        id: id.clone(),
        cases,
        kind: kind.parse().unwrap(),
        date: date.parse().ok(),
        phase: PhaseId::new(phase),
        participants: vec![speaker],
        text: Text::new("x".repeat(n_chars.parse().unwrap())),
        units: Vec::new(),
        origin: Default::default(),
        extra: Default::default(),
    };
    study.sources.insert(id, source);
}
