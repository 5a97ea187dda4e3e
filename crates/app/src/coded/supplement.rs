//! The files of a study that travel in an export as they are, because the exchange format has no place for what is in them.

use draad_core::Study;
use draad_store::{paths, render};

/// The tables and settings among them.
const FILES: [&str; 13] = [
    paths::SETTINGS,
    paths::PARTICIPANTS,
    paths::PHASES,
    paths::EVENTS,
    paths::SCORES,
    paths::FEEDBACK,
    paths::CONDITIONS,
    paths::MEMBERSHIPS,
    paths::REFERENCES,
    paths::QUERIES,
    paths::TABLES,
    paths::ROUTE,
    paths::DESIGN,
];

/// Returns these files of a study, or of the part of it that is exported.
pub fn supplement(study: &Study) -> Vec<(String, Vec<u8>)> {
    let tables = [
        (paths::SETTINGS, render::settings(&study.settings)),
        (paths::PARTICIPANTS, render::participants(study)),
        (paths::PHASES, render::phases(study)),
        (paths::EVENTS, render::events(study)),
        (paths::SCORES, render::scores(study)),
        (paths::FEEDBACK, render::feedback(study)),
    ];
    let tables = tables.into_iter().map(|(path, bytes)| (path.to_owned(), bytes));
    let has_conditions = !study.conditions.is_empty();
    let conditions = has_conditions.then(|| (paths::CONDITIONS.to_owned(), render::conditions(study)));
    let has_scores = !study.memberships.is_empty();
    let scores = has_scores.then(|| (paths::MEMBERSHIPS.to_owned(), render::memberships(study)));
    let literature =
        (!study.references.is_empty()).then(|| (paths::REFERENCES.to_owned(), render::references(study)));
    let queries = (!study.queries.is_empty()).then(|| (paths::QUERIES.to_owned(), render::queries(study)));
    let own = (!study.tables.is_empty()).then(|| (paths::TABLES.to_owned(), render::own_tables(study)));
    let route = (!study.route.is_empty()).then(|| (paths::ROUTE.to_owned(), render::route(study)));
    let design = (!study.design.is_empty()).then(|| (paths::DESIGN.to_owned(), render::design(study)));
    let findings = study.findings.iter().map(|one| (paths::finding(&one.id), render::finding(one)));
    let with_units = study.sources.values().filter(|source| !source.units.is_empty());
    let batches = study.proposals.iter();
    let proposals = batches.map(|(batch, all)| (paths::proposals(batch), render::proposals(all)));
    let layers = study.adjudications.iter();
    let adjudications = layers.map(|(layer, rows)| (paths::adjudication(layer), render::adjudication(rows)));
    let units = with_units.map(|source| (paths::units(&source.id), render::units(source)));
    tables
        .chain(conditions)
        .chain(scores)
        .chain(literature)
        .chain(queries)
        .chain(own)
        .chain(route)
        .chain(design)
        .chain(findings)
        .chain(proposals)
        .chain(adjudications)
        .chain(units)
        .collect()
}

/// Returns whether a path is one of these files, in a study with such sources.
pub(super) fn is_supplement(path: &str, study: &Study) -> bool {
    let between = |folder, ending| path.strip_prefix(folder)?.strip_suffix(ending);
    FILES.contains(&path)
        || between("findings/", ".md").is_some_and(draad_core::id::is_valid)
        || between("proposals/", ".csv").is_some_and(draad_core::id::is_valid)
        || between("adjudication/", ".csv").is_some_and(draad_core::id::is_valid)
        || between("units/", ".csv").is_some_and(|source: &str| study.sources.contains_key(source))
}
