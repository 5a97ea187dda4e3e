//! Studies of any size, the same for the same seed: for benchmarks, not for reading.

use crate::vocabulary::Speech;
use draad_core::{
    AttributeId, AttributeValue, Case, CaseId, CasePhase, Code, CodeId, CoderId, Coding, CodingId, Event,
    EventStatus, Label, Language, Origin, Participant, ParticipantId, Score, Settings, Source, Span, Study,
    Target, Text, Unit, UnitKind, Valence,
};
use fastrand::Rng;
use indexmap::IndexMap;
use jiff::civil::date;
use rayon::prelude::*;

/// How large a study is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Name in benchmarks.
    pub name: &'static str,
    /// Sources.
    pub n_sources: usize,
    /// Characters per source.
    pub n_chars: usize,
    /// Codes.
    pub n_codes: usize,
    /// Codings over all sources.
    pub n_codings: usize,
    /// Cases.
    pub n_cases: usize,
}

const fn size(
    name: &'static str,
    n_sources: usize,
    n_chars: usize,
    n_codes: usize,
    n_codings: usize,
    n_cases: usize,
) -> Size {
    Size { name, n_sources, n_chars, n_codes, n_codings, n_cases }
}

/// A small study: 1 M characters.
pub const S: Size = size("S", 40, 25_000, 60, 2_000, 13);
/// A programme: 5 M characters.
pub const M: Size = size("M", 200, 25_000, 150, 10_000, 13);
/// A large programme: 25 M characters.
pub const L: Size = size("L", 1_000, 25_000, 400, 60_000, 50);
/// Far beyond: 250 M characters.
pub const XL: Size = size("XL", 10_000, 25_000, 1_000, 1_000_000, 500);
/// Many short sources.
pub const MANY_SHORT: Size = size("2,000 × 1,000", 2_000, 1_000, 150, 10_000, 13);
/// Very many tiny sources.
pub const MANY_TINY: Size = size("6,400 × 80", 6_400, 80, 150, 10_000, 13);
/// One long source.
pub const ONE_LONG: Size = size("1 × 300,000", 1, 300_000, 150, 1_000, 1);

/// Makes a study of `size`; the same `seed` gives the same study.
pub fn study(size: Size, seed: u64) -> Study {
    let mut rng = Rng::with_seed(seed);
    let mut study = Study::new(Settings::new("generated", "Generated study", Language::Nl));
    add_cases(&mut study, size);
    add_codes(&mut study, size);
    // Each source has a seed of its own, so that it is the same whichever thread makes it.
    let seeds: Vec<u64> = (0..size.n_sources).map(|_| rng.u64(..)).collect();
    let source = |(n, seed)| source(&mut Rng::with_seed(seed), &study, size, n);
    let sources: Vec<Source> = seeds.into_par_iter().enumerate().map(source).collect();
    study.sources = sources.into_iter().map(|source| (source.id.clone(), source)).collect();
    add_codings(&mut rng, &mut study, size);
    study.sort_codings();
    add_course(&mut rng, &mut study);
    study
}

fn id<T: std::str::FromStr<Err = String>>(text: String) -> T {
    text.parse().expect("generated ids are valid")
}

fn add_cases(study: &mut Study, size: Size) {
    let outcome: AttributeId = id("constructiveness".to_owned());
    let roles: Vec<_> =
        study.settings.roles.iter().filter(|role| !role.asks).map(|role| role.id.clone()).collect();
    for n in 0..size.n_cases {
        let case: CaseId = id(format!("c{n:03}"));
        let level = ["constructive", "mixed", "stalled"][n % 3];
        let attributes = IndexMap::from([(outcome.clone(), AttributeValue::Level(level.into()))]);
        study.cases.insert(case.clone(), Case { id: case.clone(), name: String::new(), attributes });
        for role in &roles {
            let participant: ParticipantId = id(format!("{case}-{role}"));
            let labels = vec![format!("{role}")];
            let (cases, name, extra) = (vec![case.clone()], String::new(), Default::default());
            let person =
                Participant { id: participant.clone(), role: role.clone(), cases, labels, name, extra };
            study.participants.insert(participant, person);
        }
    }
}

fn add_codes(study: &mut Study, size: Size) {
    let levels: Vec<_> = study.settings.levels.iter().map(|level| level.id.clone()).collect();
    for n in 0..size.n_codes {
        let code: CodeId = id(format!("f{n:04}"));
        let valence = [Valence::Promoting, Valence::Hindering, Valence::Ambivalent][n % 3];
        let made = Code {
            name: Label::new(&format!("Factor {n}"), &format!("Factor {n}")),
            valence: Some(valence),
            level: Some(levels[n % levels.len()].clone()),
            parent: (n >= 20).then(|| id(format!("f{:04}", n % 20))),
            ..Code::new(code.clone())
        };
        study.codebook.codes.insert(code, made);
    }
}

fn source(rng: &mut Rng, study: &Study, size: Size, n: usize) -> Source {
    let case: CaseId = id(format!("c{:03}", n % size.n_cases));
    let people: Vec<&Participant> =
        study.participants.values().filter(|person| person.cases.contains(&case)).collect();
    let mut speech = Speech::default();
    let mut text = String::with_capacity(size.n_chars + 512);
    let mut units = Vec::new();
    while text.len() < size.n_chars {
        let speaker = people[rng.usize(..people.len())].labels[0].clone();
        text.push_str(&speaker);
        text.push_str(": ");
        let start = text.len();
        let n_words = rng.usize(5..60);
        speech.say(rng, &mut text, n_words);
        let span = Span::from_bytes(start..text.len()).expect("a unit has words");
        units.push(Unit { speaker: Some(speaker), ..Unit::new(span, UnitKind::Said) });
        text.push('\n');
    }
    let kinds = &study.settings.kinds;
    let phases = &study.settings.phases;
    Source {
        id: id(format!("s{n:05}")),
        participants: people.iter().map(|person| person.id.clone()).collect(),
        cases: vec![case],
        kind: kinds[n % kinds.len()].id.clone(),
        date: Some(date(2020 + (n % 4) as i16, 1 + (n % 12) as i8, 1 + (n % 28) as i8)),
        phase: Some(phases[n % phases.len()].id.clone()),
        text: Text::new(text),
        units,
        origin: Origin::default(),
        extra: Default::default(),
    }
}

fn add_codings(rng: &mut Rng, study: &mut Study, size: Size) {
    let coders: [CoderId; 2] = ["anna", "bram"].map(|coder| id(coder.to_owned()));
    let codes: Vec<CodeId> = study.codebook.codes.keys().cloned().collect();
    let mut codings = Vec::with_capacity(size.n_codings);
    for n in 0..size.n_codings {
        let (_, source) = study.sources.get_index(n % size.n_sources).expect("there is a source");
        let unit = &source.units[rng.usize(..source.units.len())];
        let quote = source.text.get(unit.span).expect("units lie in the text");
        let from =
            quote.char_indices().nth(rng.usize(..quote.chars().count() / 2)).map_or(0, |(byte, _)| byte);
        let span = Span::from_bytes(unit.span.range().start + from..unit.span.range().end)
            .expect("half a unit is left");
        codings.push(Coding {
            id: id::<CodingId>(format!("k{n:07}")),
            coder: coders[usize::from(rng.usize(..5) == 0)].clone(),
            source: source.id.clone(),
            code: codes[rng.usize(..codes.len())].clone(),
            target: Target::Span(span),
            valence: [None, None, Some(Valence::Promoting), Some(Valence::Hindering)][rng.usize(..4)],
            weight: None,
            quote: source.text.get(span).expect("the span lies in the text").to_owned(),
            memo: String::new(),
            created: None,
            modified: None,
        });
    }
    study.codings = codings;
}

/// The course of each case: a period per phase, meetings, and two questionnaires a year by everybody.
fn add_course(rng: &mut Rng, study: &mut Study) {
    let phases: Vec<_> = study.settings.phases.iter().map(|phase| phase.id.clone()).collect();
    let people: Vec<(CaseId, ParticipantId)> =
        study.participants.values().map(|person| (person.cases[0].clone(), person.id.clone())).collect();
    for case in study.cases.keys() {
        for (year, phase) in (2020..).zip(&phases) {
            let (start, end) = (Some(date(year, 1, 1)), Some(date(year, 12, 31)));
            study.case_phases.push(CasePhase { case: case.clone(), phase: phase.clone(), start, end });
            for month in [3, 9] {
                study.events.push(Event {
                    case: case.clone(),
                    date: Some(date(year, month, 15)),
                    kind: "evaluatie".to_owned(),
                    status: [EventStatus::Held, EventStatus::Missed][usize::from(rng.usize(..5) == 0)],
                    actors: Vec::new(),
                    note: String::new(),
                    extra: Default::default(),
                });
            }
        }
    }
    for (case, participant) in people {
        let moments = (2020..).take(phases.len()).flat_map(|year| [(year, 4), (year, 10)]);
        for (year, month) in moments {
            for item in ["vertrouwen", "communicatie", "rolverdeling"] {
                study.scores.push(Score {
                    case: case.clone(),
                    participant: participant.clone(),
                    date: Some(date(year, month, 1)),
                    instrument: "samenwerking".to_owned(),
                    item: item.to_owned(),
                    score: Some(1.0 + rng.usize(..5) as f64),
                    extra: Default::default(),
                });
            }
        }
    }
}
