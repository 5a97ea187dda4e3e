//! The files of a study as bytes, each by the reader's own list of columns. Nothing here writes to disk: a change is
//! these bytes per path, given to [`Lock::commit`](crate::Lock::commit).

use crate::settings::Additions;
use crate::tables::{
    cases, codings::CodingRow, guids::Guids, reconciliation::ReconciliationRow, sources::SourceRow,
    units::UnitRow,
};
use crate::{conditions, design, front_matter, own_tables, paths, queries, route, settings, table};
use draad_core::diagnostic::Outcome;
use draad_core::{
    Adjudication, CoderId, Coding, Finding, Memo, Proposal, QueryId, SavedQuery, Settings, Source, SourceId,
    Study, Text,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Renders `study.toml`. Comments that people put in it are not kept.
pub fn settings(settings: &Settings) -> Vec<u8> {
    settings::write(settings)
}

/// Renders `study.toml` with what is added to it; `bytes` is the file as it stands, and comments in it are kept. `before`
/// are the settings without what is added.
///
/// # Errors
/// `SettingsInvalid` when the file is not TOML.
pub fn settings_with(bytes: Vec<u8>, before: &Settings, new: &Additions) -> Outcome<Vec<u8>> {
    settings::add(bytes, before, new)
}

/// Renders `cases.csv`.
pub fn cases(study: &Study) -> Vec<u8> {
    cases::write(study.cases.values(), &study.settings)
}

/// Renders `participants.csv`.
pub fn participants(study: &Study) -> Vec<u8> {
    table::write(study.participants.values().cloned())
}

/// Renders `codebook.csv`.
pub fn codebook(study: &Study) -> Vec<u8> {
    table::write(study.codebook.codes.values().cloned())
}

/// Renders `sources.csv`. The hash of a text is the one that was recorded when it was imported.
pub fn sources(study: &Study) -> Vec<u8> {
    let sources: Vec<&Source> = study.sources.values().collect();
    let rows: Vec<SourceRow> = sources.into_par_iter().map(SourceRow::of).collect();
    table::write(rows)
}

/// Renders `units/<source>.csv`.
pub fn units(source: &Source) -> Vec<u8> {
    table::write(source.units.iter().map(|unit| UnitRow::of(unit, &source.text)))
}

/// Renders `codings/<coder>/<source>.csv`.
pub fn codings(study: &Study, coder: &CoderId, source: &SourceId) -> Vec<u8> {
    let of_file = |coding: &&Coding| coding.source == *source && coding.coder == *coder;
    let text = study.sources.get(source).map(|source| source.text.clone()).unwrap_or_default();
    let codings: Vec<&Coding> = study.codings.iter().filter(of_file).collect();
    coding_rows(&codings, &text)
}

/// Renders these layers of codings, each with its path: together, because going through all codings once for each of many
/// layers takes long.
pub fn layers(study: &Study, layers: &BTreeSet<(CoderId, SourceId)>) -> Vec<(String, Vec<u8>)> {
    let mut of_layer: BTreeMap<(&CoderId, &SourceId), Vec<&Coding>> =
        layers.iter().map(|(coder, source)| ((coder, source), Vec::new())).collect();
    for coding in &study.codings {
        if let Some(codings) = of_layer.get_mut(&(&coding.coder, &coding.source)) {
            codings.push(coding);
        }
    }
    let render = |((coder, source), codings): (&(&CoderId, &SourceId), &Vec<&Coding>)| {
        let text = study.sources.get(*source).map(|source| source.text.clone()).unwrap_or_default();
        (paths::codings(coder, source), coding_rows(codings, &text))
    };
    of_layer.par_iter().map(render).collect()
}

fn coding_rows(codings: &[&Coding], text: &Text) -> Vec<u8> {
    table::write(codings.iter().map(|coding| CodingRow::of(coding, text)))
}

/// Renders `phases.csv`.
pub fn phases(study: &Study) -> Vec<u8> {
    table::write(study.case_phases.iter().cloned())
}

/// Renders `case_spans.csv`.
pub fn case_spans(study: &Study) -> Vec<u8> {
    table::write(study.case_spans.iter().cloned())
}

/// Renders `events.csv`.
pub fn events(study: &Study) -> Vec<u8> {
    table::write(study.events.iter().cloned())
}

/// Renders `scores.csv`.
pub fn scores(study: &Study) -> Vec<u8> {
    table::write(study.scores.iter().cloned())
}

/// Renders `conditions.toml`.
pub fn conditions(study: &Study) -> Vec<u8> {
    conditions::write(study.conditions.values())
}

/// Renders `memberships.csv`.
pub fn memberships(study: &Study) -> Vec<u8> {
    table::write(study.memberships.iter().cloned())
}

/// Renders `feedback.csv`.
pub fn feedback(study: &Study) -> Vec<u8> {
    table::write(study.feedback.iter().cloned())
}

/// Renders `guids.csv`.
pub fn guids(guids: &Guids) -> Vec<u8> {
    table::write(guids.rows())
}

/// Renders `imports/<project>.csv`.
pub fn reconciliation(rows: Vec<ReconciliationRow>) -> Vec<u8> {
    table::write(rows)
}

/// Renders `memos/<memo>.md`.
pub fn memo(memo: &Memo) -> Vec<u8> {
    front_matter::write_memo(memo)
}

/// Renders `findings/<finding>.md`.
pub fn finding(finding: &Finding) -> Vec<u8> {
    front_matter::write_finding(finding)
}

/// Renders `references.bib`: the text as it was read, in UTF-8.
pub fn references(study: &Study) -> Vec<u8> {
    study.references.text.clone().into_bytes()
}

/// Renders `queries.toml`.
pub fn queries(study: &Study) -> Vec<u8> {
    queries::write(study.queries.values())
}

/// Renders `queries.toml` with a query put in: in the place of the one with its name, or else as the last. `bytes` is the
/// file as it stands; its order stays, and so do comments in it. An empty label or note leaves what stands there.
///
/// # Errors
/// `QueriesInvalid` when the file is not TOML, or holds something else than queries.
pub fn queries_with(bytes: Vec<u8>, query: &SavedQuery) -> Outcome<Vec<u8>> {
    queries::put(bytes, query)
}

/// Renders `queries.toml` without a query; `bytes` is the file as it stands.
///
/// # Errors
/// As [`queries_with`].
pub fn queries_without(bytes: Vec<u8>, name: &QueryId) -> Outcome<Vec<u8>> {
    queries::remove(bytes, name)
}

/// Renders `tables.toml`.
pub fn own_tables(study: &Study) -> Vec<u8> {
    own_tables::write(study.tables.values())
}

/// Renders `design.toml`.
pub fn design(study: &Study) -> Vec<u8> {
    design::write(&study.design)
}

/// Renders `route.toml`.
pub fn route(study: &Study) -> Vec<u8> {
    route::write(&study.route)
}

/// Renders `proposals/<batch>.csv`.
pub fn proposals(proposals: &[Proposal]) -> Vec<u8> {
    table::write(proposals.iter().cloned())
}

/// Renders `adjudication/<layer>.csv`.
pub fn adjudication(rows: &[Adjudication]) -> Vec<u8> {
    table::write(rows.iter().cloned())
}

/// Renders every file of a study. All tables are there, also the empty ones: their header says what belongs in them. Scores
/// have one where there are conditions.
pub fn all(study: &Study) -> BTreeMap<String, Vec<u8>> {
    let mut files: BTreeMap<String, Vec<u8>> = [
        (paths::SETTINGS, settings(&study.settings)),
        (paths::CASES, cases(study)),
        (paths::PARTICIPANTS, participants(study)),
        (paths::CODEBOOK, codebook(study)),
        (paths::SOURCES, sources(study)),
        (paths::PHASES, phases(study)),
        (paths::CASE_SPANS, case_spans(study)),
        (paths::EVENTS, events(study)),
        (paths::SCORES, scores(study)),
        (paths::FEEDBACK, feedback(study)),
    ]
    .map(|(path, bytes)| (path.to_owned(), bytes))
    .into();
    files.extend(study.memos.iter().map(|one| (paths::memo(one.id.as_str()), memo(one))));
    files.extend(study.findings.iter().map(|one| (paths::finding(&one.id), finding(one))));
    if !study.conditions.is_empty() {
        files.insert(paths::CONDITIONS.to_owned(), conditions(study));
    }
    if !study.conditions.is_empty() || !study.memberships.is_empty() {
        files.insert(paths::MEMBERSHIPS.to_owned(), memberships(study));
    }
    if !study.references.is_empty() {
        files.insert(paths::REFERENCES.to_owned(), references(study));
    }
    if !study.queries.is_empty() {
        files.insert(paths::QUERIES.to_owned(), queries(study));
    }
    if !study.tables.is_empty() {
        files.insert(paths::TABLES.to_owned(), own_tables(study));
    }
    if !study.design.is_empty() {
        files.insert(paths::DESIGN.to_owned(), design(study));
    }
    if !study.route.is_empty() {
        files.insert(paths::ROUTE.to_owned(), route(study));
    }
    files.extend(study.proposals.iter().map(|(batch, all)| (paths::proposals(batch), proposals(all))));
    let layers = study.adjudications.iter();
    files.extend(layers.map(|(layer, rows)| (paths::adjudication(layer), adjudication(rows))));
    files.extend(material(study));
    files
}

/// Renders texts, units and codings.
fn material(study: &Study) -> Vec<(String, Vec<u8>)> {
    let mut of_source: BTreeMap<&SourceId, BTreeMap<&CoderId, Vec<&Coding>>> = BTreeMap::new();
    for coding in &study.codings {
        of_source.entry(&coding.source).or_default().entry(&coding.coder).or_default().push(coding);
    }
    let files = |source: &Source| {
        let mut files = vec![(paths::text(&source.id), source.text.as_str().as_bytes().to_vec())];
        if !source.units.is_empty() {
            files.push((paths::units(&source.id), units(source)));
        }
        for (coder, codings) in of_source.get(&source.id).into_iter().flatten() {
            files.push((paths::codings(coder, &source.id), coding_rows(codings, &source.text)));
        }
        files
    };
    let sources: Vec<&Source> = study.sources.values().collect();
    sources.into_par_iter().flat_map_iter(files).collect()
}
