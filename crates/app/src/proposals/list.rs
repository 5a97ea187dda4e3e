//! Proposals to look at: each in its context, with what the filters go by.

use super::check_batch;
use crate::Project;
use draad_analysis::table::{Column, ColumnKind, Table, Value};
use draad_core::diagnostic::Outcome;
use draad_core::facts::{Places, Setting, SourcePlaces};
use draad_core::filter::takes;
use draad_core::{
    BatchId, CaseId, CharOffset, CharSpan, CodeId, Diagnostic, Filter, KindId, PhaseId, Place, Proposal,
    RoleId, Source, Span, Study, Valence,
};
use std::collections::BTreeSet;

/// Characters of context on either side of the words.
const CONTEXT: usize = 80;

/// Which proposals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Which {
    /// Those of this batch; nothing means every batch.
    pub batch: Option<BatchId>,
    /// Those about this part of the study. Coders play no part in it.
    pub filter: Filter,
    /// Also those that somebody has decided on.
    pub all: bool,
}

/// A proposal with what a front end shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The proposal.
    pub proposal: Proposal,
    /// The batch it belongs to.
    pub batch: BatchId,
    /// The cases it is about.
    pub cases: Vec<CaseId>,
    /// What kind of source it stands in.
    pub kind: Option<KindId>,
    /// From which position the speaker speaks.
    pub role: Option<RoleId>,
    /// The speaker's pseudonym, or the label in the source; empty where nobody knows.
    pub speaker: String,
    /// In which phase.
    pub phase: Option<PhaseId>,
    /// Its valence, or else that of its code.
    pub valence: Option<Valence>,
    /// Line in the stored text, counted from 1; nothing when the words are not there.
    pub line: Option<u32>,
    /// Text before the words, within the unit.
    pub before: String,
    /// Text after them.
    pub after: String,
}

/// Returns proposals by source and place; those whose source is gone come last.
///
/// # Errors
/// When there is no such batch, or the filter names something the study does not have.
pub fn list(project: &Project, which: &Which) -> Outcome<Vec<Listed>> {
    let study = project.study();
    if let Some(batch) = &which.batch {
        check_batch(study, batch)?;
    }
    if let Some(problem) = which.filter.problems(study).into_iter().next() {
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let codes = which.filter.code_set(&study.codebook);
    let places = Places::new(study);
    let taken = |batch: &BatchId| which.batch.as_ref().is_none_or(|only| only == batch);
    let batches = study.proposals.iter().filter(|(batch, _)| taken(batch));
    let all = batches.flat_map(|(batch, all)| all.iter().map(move |proposal| (batch, proposal)));
    let mut listed: Vec<Listed> = all
        .filter(|(_, proposal)| which.all || proposal.is_open())
        .map(|(batch, proposal)| shown(study, &places, batch, proposal))
        .filter(|listed| passes(study, &which.filter, codes.as_ref(), listed))
        .collect();
    let place = |listed: &Listed| study.sources.get_index_of(&listed.proposal.source).unwrap_or(usize::MAX);
    listed
        .sort_by(|a, b| (place(a), a.proposal.chars, &a.batch).cmp(&(place(b), b.proposal.chars, &b.batch)));
    Ok(listed)
}

fn shown(study: &Study, places: &Places, batch: &BatchId, proposal: &Proposal) -> Listed {
    let code = study.codebook.get(&proposal.code);
    let mut listed = Listed {
        proposal: proposal.clone(),
        batch: batch.clone(),
        cases: Vec::new(),
        kind: None,
        role: None,
        speaker: String::new(),
        phase: None,
        valence: proposal.valence.or(code.and_then(|code| code.valence)),
        line: None,
        before: String::new(),
        after: String::new(),
    };
    let Some((source_idx, _, source)) = study.sources.get_full(&proposal.source) else { return listed };
    listed.kind = Some(source.kind.clone());
    let span = source.text.span(proposal.chars).filter(|_| proposal.is_placed);
    let Some(in_source) = places.source(source_idx as u32) else { return listed };
    let unit = span.and_then(|span| source.unit_of(span));
    let setting = in_source.setting(unit);
    listed.cases = cases(study, &in_source, setting, proposal.chars);
    let settings = &study.settings;
    listed.role = setting.role.map(|idx| settings.roles[idx as usize].id.clone());
    listed.phase = setting.phase.map(|idx| settings.phases[idx as usize].id.clone());
    let label = unit.and_then(|unit| source.units[unit].speaker.as_deref());
    listed.speaker = label.map_or_else(String::new, |label| study.speaker_name(label, source));
    if let Some(span) = span {
        listed.line = Some(source.line_of(span.start()));
        (listed.before, listed.after) = around(source, unit, span);
    }
    listed
}

/// The cases that the start of the words is about, as for a coding.
fn cases(study: &Study, source: &SourcePlaces, setting: Setting, chars: CharSpan) -> Vec<CaseId> {
    let start = CharSpan { start: chars.start, end: CharOffset(chars.start.0.saturating_add(1)) };
    let cases = source.cases_in(start, setting);
    cases.into_iter().filter_map(|case| Some(study.cases.get_index(case as usize)?.0.clone())).collect()
}

/// Some text on either side of the words, of the same unit or else the same line, cut at a blank.
fn around(source: &Source, unit: Option<usize>, span: Span) -> (String, String) {
    let text = source.text.as_str();
    let range = span.range();
    let limits = match unit {
        Some(unit) => source.units[unit].span.range(),
        None => {
            let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
            start..text[range.end..].find('\n').map_or(text.len(), |at| range.end + at)
        }
    };
    let before = &text[limits.start.min(range.start)..range.start];
    let after = &text[range.end..limits.end.max(range.end)];
    (last_words(before), first_words(after))
}

fn last_words(text: &str) -> String {
    match text.char_indices().rev().nth(CONTEXT) {
        None => text.to_owned(),
        Some((cut, _)) => {
            let kept = &text[cut..];
            format!("…{}", kept.split_once(char::is_whitespace).map_or(kept, |(_, rest)| rest))
        }
    }
}

fn first_words(text: &str) -> String {
    match text.char_indices().nth(CONTEXT) {
        None => text.to_owned(),
        Some((cut, _)) => {
            let kept = &text[..cut];
            format!("{}…", kept.rsplit_once(char::is_whitespace).map_or(kept, |(rest, _)| rest))
        }
    }
}

fn passes(study: &Study, filter: &Filter, codes: Option<&BTreeSet<CodeId>>, listed: &Listed) -> bool {
    let any = |is_free: bool, passes: bool| is_free || passes;
    let has_case = |id: &CaseId| study.cases.get(id).is_some_and(|case| filter.takes_case(case));
    let named = |id: Option<bool>| id.unwrap_or(false);
    any(filter.cases.is_empty() && filter.attributes.is_empty(), listed.cases.iter().any(has_case))
        && any(filter.kinds.is_empty(), named(listed.kind.as_ref().map(|kind| takes(&filter.kinds, kind))))
        && any(filter.roles.is_empty(), named(listed.role.as_ref().map(|role| takes(&filter.roles, role))))
        && any(
            filter.phases.is_empty(),
            named(listed.phase.as_ref().map(|phase| takes(&filter.phases, phase))),
        )
        && any(
            filter.valences.is_empty(),
            named(listed.valence.map(|valence| takes(&filter.valences, &valence))),
        )
        && codes.is_none_or(|codes| codes.contains(&listed.proposal.code))
        && filter
            .within
            .iter()
            .all(|within| within.holds(&listed.proposal.source, Some(listed.proposal.chars.start)))
}

/// The columns of a list of proposals: first what a person needs to decide, then the rest.
const COLUMNS: [&str; 22] = [
    "id",
    "source",
    "cases",
    "kind",
    "role",
    "speaker",
    "phase",
    "line",
    "code",
    "valence",
    "before",
    "quote",
    "after",
    "decision",
    "memo",
    "query",
    "proposed",
    "decided_by",
    "decided",
    "coding",
    "start",
    "end",
];

/// Returns proposals as a plain table, in which a person can decide; positions are code points in the stored text.
pub fn table(listed: &[Listed]) -> Table {
    let kind = |name: &str| match name {
        "line" | "start" | "end" => ColumnKind::Integer,
        "proposed" | "decided" => ColumnKind::Moment,
        _ => ColumnKind::Text,
    };
    let row = |listed: &Listed| {
        let proposal = &listed.proposal;
        let maybe = |id: Option<String>| id.map_or(Value::Nothing, Value::Text);
        vec![
            Value::text(&proposal.id),
            Value::text(&proposal.source),
            Value::list(&listed.cases),
            maybe(listed.kind.as_ref().map(ToString::to_string)),
            maybe(listed.role.as_ref().map(ToString::to_string)),
            Value::words(&listed.speaker),
            maybe(listed.phase.as_ref().map(ToString::to_string)),
            listed.line.into(),
            Value::text(&proposal.code),
            maybe(listed.valence.map(|valence| <&str>::from(valence).to_owned())),
            Value::words(&listed.before),
            Value::words(&proposal.quote),
            Value::words(&listed.after),
            maybe(proposal.decision.map(|decision| <&str>::from(decision).to_owned())),
            Value::words(&proposal.memo),
            Value::words(&proposal.query),
            proposal.proposed.map_or(Value::Nothing, Value::Moment),
            maybe(proposal.decided_by.as_ref().map(ToString::to_string)),
            proposal.decided.map_or(Value::Nothing, Value::Moment),
            maybe(proposal.coding.as_ref().map(ToString::to_string)),
            proposal.chars.start.0.into(),
            proposal.chars.end.0.into(),
        ]
    };
    let columns = COLUMNS.iter().map(|name| Column::new(*name, kind(name))).collect();
    Table { name: "proposals", columns, rows: listed.iter().map(row).collect() }
}
