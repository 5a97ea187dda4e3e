//! A page per case: what it is, what was read, which factors occur, what happened.

use crate::at_a_glance::Pair;
use crate::drawings::{Drawings, Subject};
use crate::figure::FigureView;
use crate::quotes::Quotes;
use crate::reader::{Link, Reader, state_mark, value_name};
use crate::sources::Contexts;
use crate::{address, factors, findings};
use draad_analysis::{BalanceMeasure, CaseColumn, Cell, Group, Sides};
use draad_core::{CaseId, Event, EventStatus, ParticipantId, Source};
use serde::Serialize;
use std::collections::BTreeMap;

/// A case.
#[derive(Debug, Serialize)]
pub(crate) struct CaseView {
    id: String,
    name: String,
    outcome: String,
    summary: String,
    /// What was drawn of it.
    figures: Vec<FigureView>,
    /// What promotes and what hinders, phase by phase.
    by_phase: Vec<PhaseRow>,
    attributes: Vec<Pair>,
    phases: Vec<Pair>,
    sources_id: String,
    /// Sources with material in the report.
    sources: Vec<SourceRow>,
    /// The other sources of the case.
    other_sources: Vec<SourceRow>,
    talkative: String,
    factors: Vec<DirectionView>,
    events: Vec<EventView>,
    scores: Vec<ScoreRow>,
    score_items: Vec<String>,
    memos: Vec<findings::MemoView>,
}

/// A source of the case.
#[derive(Debug, Serialize)]
struct SourceRow {
    source: Link,
    kind: String,
    date: String,
    phase: String,
    people: String,
    n_passages: String,
}

/// The factors that work in one direction.
#[derive(Debug, Serialize)]
struct DirectionView {
    id: String,
    mark: &'static str,
    title: String,
    factors: Vec<FactorRow>,
}

/// A factor of the case, with its passages by their numbers.
#[derive(Debug, Serialize)]
struct FactorRow {
    factor: Link,
    passages: Vec<Link>,
}

/// Distinct factors in a phase.
#[derive(Debug, Serialize)]
struct PhaseRow {
    phase: String,
    promoting: String,
    hindering: String,
    balance: String,
}

/// Something that happened or should have.
#[derive(Debug, Serialize)]
struct EventView {
    date: String,
    kind: String,
    status: String,
    actors: String,
    note: String,
}

/// The answers of one person on one day.
#[derive(Debug, Serialize)]
struct ScoreRow {
    date: String,
    person: String,
    instrument: String,
    scores: Vec<String>,
}

impl CaseView {
    /// Returns the link to it.
    pub(crate) fn link(&self) -> Link {
        Link { text: self.name.clone(), to: self.id.clone(), about: String::new(), mark: "" }
    }
}

/// Returns the cases in the order of the table.
pub(crate) fn view(
    reader: &Reader,
    quotes: &Quotes,
    contexts: &Contexts,
    drawings: &mut Drawings,
) -> Vec<CaseView> {
    let columns = reader.input.table.cases.iter().enumerate();
    let view = |(idx, column): (usize, &CaseColumn)| CaseView {
        figures: drawings.take(Subject::Case(column.id.clone())),
        ..case(reader, quotes, contexts, idx, column)
    };
    columns.map(view).collect()
}

fn case(reader: &Reader, quotes: &Quotes, contexts: &Contexts, idx: usize, column: &CaseColumn) -> CaseView {
    let group = reader.input.table.outcome_groups.get(column.outcome_group);
    let (sources, other_sources) = sources(reader, contexts, &column.id);
    let score_items = score_items(reader, &column.id);
    CaseView {
        id: address::case(&column.id),
        name: reader.case_name(&column.id),
        outcome: group.map(|group| reader.group_name(group)).unwrap_or_default(),
        summary: summary(reader, column),
        figures: Vec::new(),
        by_phase: by_phase(reader, &column.id),
        attributes: attributes(reader, &column.id),
        phases: phases(reader, &column.id),
        sources_id: address::case_part("sources", &column.id),
        sources,
        other_sources,
        talkative: talkative(reader, column),
        factors: directions(reader, quotes, idx, column),
        events: events(reader, &column.id),
        scores: scores(reader, &column.id, &score_items),
        score_items: score_items.into_iter().map(str::to_owned).collect(),
        memos: findings::memos_about(reader, |about| findings::case_of(reader, about) == Some(&column.id)),
    }
}

fn summary(reader: &Reader, column: &CaseColumn) -> String {
    reader.words.say_with(
        "report-case-summary",
        [
            ("sources", reader.counted("n-sources", column.n_sources).into()),
            ("passages", reader.counted("n-passages", column.n_passages).into()),
            ("promoting", reader.counted("n-factors", column.n_promoting).into()),
            ("hindering", reader.counted("n-factors", column.n_hindering).into()),
        ],
    )
}

fn attributes(reader: &Reader, case: &CaseId) -> Vec<Pair> {
    let Some(case) = reader.study.cases.get(case) else {
        return Vec::new();
    };
    let known = reader.study.settings.attributes_for_others().filter_map(|attribute| {
        let value = case.attributes.get(&attribute.id)?;
        Some(Pair { name: attribute.name(reader.language()), text: reader.value(attribute, value) })
    });
    known.collect()
}

fn phases(reader: &Reader, case: &CaseId) -> Vec<Pair> {
    let day = |date: Option<_>| date.map_or("…".to_owned(), |date| reader.day(date));
    let periods = reader.study.case_phases.iter().filter(|period| period.case == *case);
    periods
        .map(|period| Pair {
            name: reader.phase_name(&period.phase),
            text: format!("{} – {}", day(period.start), day(period.end)),
        })
        .collect()
}

/// Returns the distinct factors on both sides in each phase with any.
fn by_phase(reader: &Reader, case: &CaseId) -> Vec<PhaseRow> {
    let Some(balance) = reader.input.balance_by_phase else { return Vec::new() };
    let Some(row) = balance.rows.iter().find(|row| row.case == *case) else { return Vec::new() };
    let phases = balance.groups.iter().zip(&row.groups);
    let coded = phases.filter(|(_, sides)| sides.promoting_factors + sides.hindering_factors > 0);
    let view = |(group, sides): (&Group, &Sides)| PhaseRow {
        phase: value_name(group, reader.words),
        promoting: sides.promoting_factors.to_string(),
        hindering: sides.hindering_factors.to_string(),
        balance: reader.signed(sides.balance(BalanceMeasure::Factors).ok()),
    };
    coded.map(view).collect()
}

/// Returns the sources with material of the case in the report, as many as the table counts, and the others.
fn sources(reader: &Reader, contexts: &Contexts, case: &CaseId) -> (Vec<SourceRow>, Vec<SourceRow>) {
    let row = |source: &Source| SourceRow {
        source: Link {
            text: source.id.to_string(),
            to: if contexts.has(reader.study, &source.id) {
                address::source(&source.id)
            } else {
                String::new()
            },
            about: String::new(),
            mark: "",
        },
        kind: reader.kind_name(&source.kind),
        date: source.date.map(|date| reader.day(date)).unwrap_or_default(),
        phase: source.phase.as_ref().map(|phase| reader.phase_name(phase)).unwrap_or_default(),
        people: people(reader, source),
        n_passages: reader.scope.n_passages(case, &source.id).to_string(),
    };
    let of_case = reader.study.sources.values().filter(|source| source.cases.contains(case));
    let (with, without): (Vec<&Source>, Vec<&Source>) =
        of_case.partition(|source| reader.scope.has_material(case, &source.id));
    (with.into_iter().map(row).collect(), without.into_iter().map(row).collect())
}

/// Returns who speaks in a source, with their roles; people who ask are left out.
fn people(reader: &Reader, source: &Source) -> String {
    let asks = |id: &ParticipantId| {
        let role =
            reader.study.participants.get(id).and_then(|person| reader.study.settings.role(&person.role));
        role.is_some_and(|role| role.asks)
    };
    let answering = source.participants.iter().filter(|id| !asks(id));
    answering.map(|id| person(reader, id)).collect::<Vec<_>>().join(", ")
}

/// Returns a note when one of several sources holds most of the codings.
fn talkative(reader: &Reader, column: &CaseColumn) -> String {
    let Some(source) = column.top_source.as_ref() else {
        return String::new();
    };
    if !column.is_dominated(&reader.input.table.basis.thresholds) {
        return String::new();
    }
    let args = [
        ("source", source.to_string().into()),
        ("k", column.top_source_codings.into()),
        ("n", column.n_codings.into()),
    ];
    reader.words.say_with("report-talkative-source", args)
}

/// Returns the factors of the case by the direction of their passages; one that works both ways stands in both lists.
fn directions(reader: &Reader, quotes: &Quotes, case: usize, column: &CaseColumn) -> Vec<DirectionView> {
    let rest = |cell: &Cell| match cell.n_promoting + cell.n_hindering + cell.n_ambivalent {
        0 => cell.n_passages,
        _ => 0,
    };
    let of = |mark: &'static str, count: fn(&Cell) -> usize| {
        direction(reader, quotes, (case, column), mark, count)
    };
    let directions = [
        of("promoting", |cell| cell.n_promoting),
        of("hindering", |cell| cell.n_hindering),
        of("ambivalent", |cell| cell.n_ambivalent),
        of("coded", rest),
    ];
    directions.into_iter().filter(|direction| !direction.factors.is_empty()).collect()
}

fn direction(
    reader: &Reader,
    quotes: &Quotes,
    (case, column): (usize, &CaseColumn),
    mark: &'static str,
    count: fn(&Cell) -> usize,
) -> DirectionView {
    let table = reader.input.table;
    let rows = table.factors.iter().enumerate().filter(|(_, row)| !reader.only_adds_up(row));
    let found =
        rows.map(|(factor, row)| (row, table.cell(0, factor, case))).filter(|(_, cell)| count(cell) > 0);
    let factor = |(row, cell): (&draad_analysis::FactorRow, &Cell)| FactorRow {
        factor: Link {
            text: format!("{} ({})", reader.code_name(&row.id), count(cell)),
            to: address::cell(&row.id, &column.id),
            about: format!("{}: {}", reader.state(cell.state), factors::numbers(reader, cell)),
            mark: state_mark(cell.state),
        },
        // on a large page only the link of the factor, which opens the same passages
        passages: if reader.is_large() { Vec::new() } else { quotes.numbers(&row.id, &column.id) },
    };
    let factors: Vec<FactorRow> = found.map(factor).collect();
    let key = if mark == "coded" { "valence-none".to_owned() } else { format!("valence-{mark}") };
    DirectionView {
        id: address::case_part(mark, &column.id),
        mark,
        title: format!("{} · {}", reader.words.say(&key), factors.len()),
        factors,
    }
}

fn events(reader: &Reader, case: &CaseId) -> Vec<EventView> {
    let mut events: Vec<&Event> = reader.study.events.iter().filter(|event| event.case == *case).collect();
    events.sort_by_key(|event| event.date);
    let actor =
        |id: &ParticipantId| reader.study.participants.get(id).map_or(id.to_string(), Reader::person_name);
    let view = |event: &Event| EventView {
        date: event.date.map(|date| reader.day(date)).unwrap_or_default(),
        kind: event.kind.clone(),
        status: reader.words.say(match event.status {
            EventStatus::Held => "report-event-held",
            EventStatus::Planned => "report-event-planned",
            EventStatus::Missed => "report-event-missed",
        }),
        actors: event.actors.iter().map(actor).collect::<Vec<_>>().join(", "),
        note: event.note.clone(),
    };
    events.into_iter().map(view).collect()
}

/// Returns the questions that were answered in the case, in the order in which they first occur.
fn score_items<'a>(reader: &Reader<'a>, case: &CaseId) -> Vec<&'a str> {
    let mut items: Vec<&str> = Vec::new();
    for score in reader.study.scores.iter().filter(|score| score.case == *case) {
        if !items.contains(&score.item.as_str()) {
            items.push(&score.item);
        }
    }
    items
}

fn scores(reader: &Reader, case: &CaseId, items: &[&str]) -> Vec<ScoreRow> {
    let mut rows: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for score in reader.study.scores.iter().filter(|score| score.case == *case) {
        let row = rows.entry((score.date, &score.instrument, &score.participant));
        let cells = row.or_insert_with(|| vec![String::new(); items.len()]);
        let answer = match score.score {
            Some(value) => reader.words.number(value, if value.fract() == 0.0 { 0 } else { 1 }),
            None => reader.words.say("unknown"),
        };
        if let Some(place) = items.iter().position(|item| *item == score.item) {
            cells[place] = answer;
        }
    }
    let row = |((date, instrument, participant), scores): (_, Vec<String>)| ScoreRow {
        date: Option::map(date, |date| reader.day(date)).unwrap_or_default(),
        person: person(reader, participant),
        instrument: String::clone(instrument),
        scores,
    };
    rows.into_iter().map(row).collect()
}

/// Returns what a participant is called, with the role.
fn person(reader: &Reader, id: &ParticipantId) -> String {
    match reader.study.participants.get(id) {
        Some(person) => format!("{} ({})", Reader::person_name(person), reader.role_name(&person.role)),
        None => id.to_string(),
    }
}
