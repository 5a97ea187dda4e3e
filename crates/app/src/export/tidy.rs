//! Tidy tables as files.

use super::Made;
use super::dictionary::{Resource, data_package, dictionary, facts, readme};
use super::tables::{Outgoing, tables};
use crate::{Project, output};
use draad_core::diagnostic::Outcome;
use draad_core::{Filter, Source, Span, Study};
use draad_ingest::coded::{Fate, Reason, Reconciliation, Thing};
use draad_report::workbook::{self, Cut, CutPart, Front, Sheet};
use draad_store::paths;
use rayon::prelude::*;
use std::borrow::Cow;

/// A CSV file per table, with a README, a data package and the texts in which positions count.
pub(super) fn csv(project: &Project, filter: &Filter) -> Made {
    csv_of(project, filter, &tables(project.study(), filter))
}

/// The same for tables that were made.
pub(super) fn csv_of(project: &Project, filter: &Filter, tables: &[Outgoing]) -> Made {
    let file = |table: &Outgoing| (format!("{}.csv", table.file), output::csv(&table.table).into_bytes());
    let mut files: Vec<_> = tables.par_iter().map(file).collect();
    let resources: Vec<Resource> = tables.iter().map(Resource::csv).collect();
    files.push(("datapackage.json".to_owned(), data_package(project, &resources).into_bytes()));
    files.push(("README.txt".to_owned(), readme(project, filter, &resources, &[]).into_bytes()));
    if filter.is_empty() {
        let text = |source: &Source| (paths::text(&source.id), source.text.as_str().as_bytes().to_vec());
        files.extend(project.study().sources.values().map(text));
    }
    (files, left_of(project.study(), filter))
}

/// What stays behind of a study whose texts go along. A filter lets words through, not whole texts: then the texts stay
/// behind too.
pub(super) fn left_of(study: &Study, filter: &Filter) -> Reconciliation {
    if !filter.is_empty() {
        return in_no_table(&study.restricted(filter));
    }
    let mut left = Reconciliation::default();
    set_aside(study, &mut left);
    left
}

/// One workbook.
pub(super) fn xlsx(project: &Project, filter: &Filter) -> Outcome<Made> {
    let (words, study) = (&project.words, project.study());
    let tables = tables(study, filter);
    let list = Sheet::named(words.say("export-sheet"), Cow::Owned(dictionary(&tables, words)));
    let front = Front { title: study.settings.title.clone(), facts: facts(project, filter), list };
    let sheets: Vec<Sheet> = tables.iter().map(|table| Sheet::of(&table.table)).collect();
    let written = workbook::write(&front, &sheets)?;
    let mut left = in_no_table(&study.restricted(filter));
    for Cut { sheet, what, n } in written.cuts {
        match what {
            CutPart::Texts { column } => {
                left.change(Thing::Values, format!("{sheet}.{column}"), Reason::CellTooLong, n.to_string());
            }
            CutPart::Rows => left.lose(Thing::Values, sheet, Reason::TooManyRows, n.to_string()),
            CutPart::Links => {}
        }
    }
    Ok((vec![(String::new(), written.bytes)], left))
}

/// What no table holds: the text between units, such as speaker labels, times and headings; saved queries, proposals and decisions about disagreements.
fn in_no_table(study: &Study) -> Reconciliation {
    let mut left = Reconciliation::default();
    for source in study.sources.values().filter(|source| !source.units.is_empty()) {
        let text = source.text.as_str();
        let whole = 0..text.len();
        let starts = source.units.iter().map(|unit| unit.span.start().0 as usize).chain([whole.end]);
        let ends =
            [whole.start].into_iter().chain(source.units.iter().map(|unit| unit.span.end().0 as usize));
        let between =
            ends.zip(starts).filter_map(|(end, start)| text.get(Span::from_bytes(end..start)?.range()));
        let n: usize = between.map(|gap| gap.chars().filter(|c| !c.is_whitespace()).count()).sum();
        if n > 0 {
            left.lose(Thing::TextBetweenUnits, source.id.as_str(), Reason::OnlyInTexts, n.to_string());
        }
    }
    set_aside(study, &mut left);
    left
}

/// Tells of saved queries, tables and conditions of the study's own, which are about the material and no part of it, of
/// proposals, which are no codings, and of decisions about disagreements, of which the codings are there.
fn set_aside(study: &Study, left: &mut Reconciliation) {
    for query in study.queries.keys() {
        left.lose(Thing::Settings, format!("{}: {query}", paths::QUERIES), Reason::NoPlaceInFormat, "");
    }
    for condition in study.conditions.keys() {
        left.lose(
            Thing::Settings,
            format!("{}: {condition}", paths::CONDITIONS),
            Reason::NoPlaceInFormat,
            "",
        );
    }
    for table in study.tables.keys() {
        left.lose(Thing::Settings, format!("{}: {table}", paths::TABLES), Reason::NoPlaceInFormat, "");
    }
    if !study.design.is_empty() {
        left.lose(Thing::Settings, paths::DESIGN, Reason::NoPlaceInFormat, "");
    }
    if !study.route.is_empty() {
        left.lose(Thing::Settings, paths::ROUTE, Reason::NoPlaceInFormat, "");
    }
    for (batch, proposals) in &study.proposals {
        let (n, path) = (proposals.len(), paths::proposals(batch));
        left.add_many(n, Thing::Records, path, Fate::Dropped, Reason::NoPlaceInFormat, "");
    }
    for (layer, rows) in &study.adjudications {
        let path = paths::adjudication(layer);
        left.add_many(rows.len(), Thing::Records, path, Fate::Dropped, Reason::NoPlaceInFormat, "");
    }
}
