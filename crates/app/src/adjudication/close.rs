//! Writing a source into the layer: once nothing of it is open, and then all of it at once.

use super::decide::Closed;
use crate::coding::next_id;
use draad_analysis::Layer;
use draad_analysis::adjudication::{Planned, State, settled};
use draad_analysis::disagreement::Stretch;
use draad_core::{Adjudication, Coding, CodingId, Diagnostic, Place, Problem, Study, Target, Verdict};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// What came of closing a source.
pub(super) enum Closing {
    /// Something of it is open, or it was not compared.
    StillOpen,
    /// The layer holds it already, just so.
    AsItWas,
    /// It was written into the layer.
    Closed(Closed),
}

/// Writes a source into the layer, with a row for each stretch on which the coders agreed.
///
/// # Errors
/// `LayerHasCodings` when the layer has codings of the source that it got in another way.
pub(super) fn close(
    study: &mut Study,
    layer: &Layer,
    source: u32,
    now: Timestamp,
) -> Result<Closing, Problem> {
    let progress = layer.sources.iter().find(|progress| progress.source == source);
    let Some(progress) = progress.filter(|progress| progress.n_open == 0) else {
        return Ok(Closing::StillOpen);
    };
    let id = study.sources[source as usize].id.clone();
    let is_held = |coding: &Coding| coding.coder == layer.layer && coding.source == id;
    let held: Vec<&Coding> = study.codings.iter().filter(|coding| is_held(coding)).collect();
    let n_codings = held.len();
    if progress.closed.is_none() && n_codings > 0 {
        let (layer, source) = (layer.layer.to_string(), id.to_string());
        return Err(Problem::LayerHasCodings { layer, source, n_codings });
    }
    let rows = rows(study, layer, source, now);
    let codings = codings(study, layer, source, &rows);
    let (n_agreed, n_decided) = (progress.n_agreed, progress.n_decided);
    let closed = Closed { source: id.clone(), n_codings: codings.len(), n_agreed, n_decided };
    let is_as_it_was = held.len() == codings.len()
        && codings.iter().all(|coding| held.contains(&coding))
        && study.adjudications.get(&layer.layer) == Some(&rows);
    if is_as_it_was {
        return Ok(Closing::AsItWas);
    }
    study.codings.retain(|coding| !is_held(coding));
    study.codings.extend(codings);
    study.adjudications.insert(layer.layer.clone(), rows);
    Ok(Closing::Closed(closed))
}

/// The decisions of the layer as they are when a source is closed.
fn rows(study: &Study, layer: &Layer, source: u32, now: Timestamp) -> Vec<Adjudication> {
    let id = &study.sources[source as usize].id;
    let mut rows = study.adjudications.get(&layer.layer).cloned().unwrap_or_default();
    let (agreed, mut rows): (Vec<_>, Vec<_>) =
        rows.drain(..).partition(|row| row.source == *id && row.verdict == Verdict::Agreed);
    let decided: BTreeSet<_> = layer
        .stretches_of(source)
        .filter_map(|(position, _)| layer.decision(position).map(|row| row.id.clone()))
        .collect();
    for row in rows.iter_mut().filter(|row| row.source == *id && decided.contains(&row.id)) {
        row.closed = row.closed.or(Some(now));
    }
    for (position, stretch) in layer.stretches_of(source) {
        if layer.states[position] != State::Agreed {
            continue;
        }
        let coded = settled(study, stretch.agreed_reading(study));
        let new =
            Adjudication { verdict: Verdict::Agreed, coded, closed: Some(now), ..bare_row(study, stretch) };
        // A decision about codings that are no longer what they were gives way: they agree by now.
        rows.retain(|row| row.id != new.id);
        let same = |row: &&Adjudication| {
            row.id == new.id && row.coded == new.coded && row.considered == new.considered
        };
        rows.push(agreed.iter().find(same).cloned().unwrap_or(new));
    }
    sort(study, &mut rows);
    rows
}

/// The codings that the layer gets of a source.
fn codings(study: &Study, layer: &Layer, source: u32, rows: &[Adjudication]) -> Vec<Coding> {
    let closed: BTreeMap<_, _> = rows.iter().map(|row| (&row.id, row.closed)).collect();
    let mut ids: BTreeSet<CodingId> = BTreeSet::new();
    let mut coding = |planned: Planned| {
        let stretch = &layer.compared.stretches[planned.stretch].id;
        let mut coding = coding(study, layer, source, &planned)?;
        coding.created = coding.created.or_else(|| closed.get(stretch).copied().flatten());
        while !ids.insert(coding.id.clone()) {
            coding.id = next_id(&coding.id);
        }
        Some(coding)
    };
    layer.planned(study, source).into_iter().filter_map(&mut coding).collect()
}

/// Makes a coding of the layer; nothing where its place is not in the text, which no decision that holds says. It has the weight
/// of the coding that it is, where it is one.
fn coding(study: &Study, layer: &Layer, source: u32, planned: &Planned) -> Option<Coding> {
    let source = &study.sources[source as usize];
    let target = match planned.settled.chars {
        Some(chars) => Target::Span(source.text.span(chars)?),
        None => Target::Source,
    };
    let stretch = &layer.compared.stretches[planned.stretch];
    let own = stretch.codings().map(|place| &study.codings[place as usize]);
    let same = own.filter(|coding| coding.target == target).collect::<Vec<_>>();
    let decision = layer.decision(planned.stretch);
    let memo = match decision {
        Some(row) => row.memo.clone(),
        None => same.first().map(|coding| coding.memo.clone()).unwrap_or_default(),
    };
    Some(Coding {
        id: Coding::derived_id(source, &planned.code, target),
        coder: layer.layer.clone(),
        source: source.id.clone(),
        code: planned.code.clone(),
        target,
        valence: planned.settled.valence,
        weight: same.iter().find_map(|coding| coding.weight),
        quote: target.span().and_then(|span| source.text.get(span)).unwrap_or_default().to_owned(),
        memo,
        created: decision.and_then(|row| row.created),
        modified: None,
    })
}

/// Says why a source that was asked for is not closed.
pub(super) fn still_open(study: &Study, layer: &Layer, source: u32) -> Diagnostic {
    let id = study.sources[source as usize].id.to_string();
    let progress = layer.sources.iter().find(|progress| progress.source == source);
    let problem = match progress {
        Some(progress) => Problem::SourceStillOpen { source: id, n_open: progress.n_open },
        None => Problem::NothingToShow { reason: "no-double-coding".to_owned() },
    };
    Diagnostic::error(Place::default(), problem)
}

/// Returns a row about a stretch in which nothing is decided yet.
pub(super) fn bare_row(study: &Study, stretch: &Stretch) -> Adjudication {
    let source = &study.sources[stretch.source as usize];
    Adjudication {
        id: stretch.id.clone(),
        source: source.id.clone(),
        code: study.codebook.codes[stretch.code as usize].id.clone(),
        chars: stretch.chars,
        is_placed: true,
        verdict: Verdict::NotCoded,
        coded: Vec::new(),
        by: Vec::new(),
        created: None,
        memo: String::new(),
        considered: stretch.considered(study),
        closed: None,
        quote: draad_analysis::Disagreements::words(study, stretch).to_owned(),
        extra: Default::default(),
    }
}

/// Puts decisions into their one order: by source, place, code and id.
pub(super) fn sort(study: &Study, rows: &mut [Adjudication]) {
    rows.sort_by_cached_key(|row| {
        let source = study.sources.get_index_of(&row.source).unwrap_or(usize::MAX);
        let code = study.codebook.codes.get_index_of(&row.code).unwrap_or(usize::MAX);
        (source, row.chars.map(|chars| (chars.start, chars.end)), code, row.id.clone())
    });
}
