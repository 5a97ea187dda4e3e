//! The data behind a figure: what is drawn, as tables with the labels in full.
//!
//! The numbers are those of the analysis that the figure is drawn from. Beside each column with ids of the study stands one
//! with what people call these, in the language of the figure: there nothing is shortened, and no character is left out.

use crate::output::{Table, csv};
use draad_analysis::agreement::Agreement;
use draad_analysis::qca::{Analysed, Qca, Relation};
use draad_analysis::table::{Column, Value};
use draad_analysis::{Similarity, Triangulation};
use draad_core::{Language, Study};
use draad_figures::Figure;
use std::collections::BTreeMap;

/// Returns how many cases stand behind each tile; then what stands behind each cell and each factor.
pub(super) fn triangulation(found: &Triangulation) -> Vec<Table> {
    let mut tables = vec![found.voice_table()];
    let names =
        [("triangulation", "triangulation-cells"), ("triangulation-factors", "triangulation-factors")];
    tables.extend(called(found.tables(), &names));
    tables
}

/// Returns what the tree beside its half table shows.
pub(super) fn tree(found: &Similarity) -> Vec<Table> {
    let names = [
        ("similarity", "clusters"),
        ("similarity-merges", "clusters-merges"),
        ("similarity-cases", "clusters-cases"),
    ];
    called(found.tables(), &names)
}

/// Returns what a map shows.
pub(super) fn map(found: &Similarity) -> Vec<Table> {
    called(found.tables(), &[("similarity-places", "map"), ("similarity-axes", "map-axes")])
}

/// Returns the rows of a truth table, the memberships from which they follow, and what its conditions are.
pub(super) fn truth_table(found: &Qca) -> Vec<Table> {
    let names = [
        ("qca-truth-table", "truth-table"),
        ("qca-calibration", "truth-table-memberships"),
        ("qca-legend", "truth-table-legend"),
    ];
    called(found.tables(), &names)
}

/// Returns the models of the solutions with their fit, and what their conditions are.
pub(super) fn solution(found: &Qca) -> Vec<Table> {
    let names =
        [("qca-solutions", "solution"), ("qca-fit", "solution-fit"), ("qca-legend", "solution-legend")];
    let mut tables = called(found.tables(), &names);
    tables.insert(1, Table { name: "solution-conditions", ..found.standing_table() });
    tables
}

/// Returns where the cases lie in each panel, and how well each combination fits.
pub(super) fn xy_plot(found: &Qca, analysed: &Analysed, relations: &[Relation]) -> Vec<Table> {
    let memberships = Table { name: "xy-plot", ..found.relation_table(analysed, relations) };
    let fit = Table { name: "xy-plot-fit", ..found.relation_fit_table(relations) };
    vec![memberships, fit]
}

/// Returns what coders agree on, code by code.
pub(super) fn agreement(found: &Agreement) -> Vec<Table> {
    called(found.tables(), &[("agreement", "agreement")])
}

/// Returns the tables with these names under the names beside them, in this order. A result always has all its tables, so one
/// that is not found is a name that changed: what is drawn would stand beside the figure no more.
fn called(tables: Vec<Table>, names: &[(&str, &'static str)]) -> Vec<Table> {
    let table = |&(from, name): &(&str, &'static str)| {
        let table = tables.iter().find(|table| table.name == from);
        debug_assert!(table.is_some(), "there is no table {from}");
        Some(Table { name, ..table?.clone() })
    };
    names.iter().filter_map(table).collect()
}

/// Returns the files of the data of a figure: `matrix.csv`, and `matrix-wide.csv` for a further part.
pub(super) fn files(figure: &Figure) -> Vec<(String, Vec<u8>)> {
    let first = figure.data.first().map_or(figure.name, |table| table.name);
    let file = |(place, table): (usize, &Table)| {
        let part = table.name.strip_prefix(first).or_else(|| table.name.strip_prefix(figure.name));
        let part = part.unwrap_or(table.name).trim_start_matches('-');
        let stem = match place {
            0 => figure.name.to_owned(),
            _ => format!("{}-{part}", figure.name),
        };
        (format!("{stem}.csv"), csv(table).into_bytes())
    };
    figure.data.iter().enumerate().map(file).collect()
}

/// Puts beside each column with ids of the study one with their labels, where any of them has one.
pub(super) fn labelled(table: &Table, study: &Study, language: Language) -> Table {
    let mut columns = Vec::new();
    let mut rows: Vec<Vec<Value>> = vec![Vec::new(); table.rows.len()];
    for (at, column) in table.columns.iter().enumerate() {
        columns.push(column.clone());
        rows.iter_mut().zip(&table.rows).for_each(|(row, cells)| row.push(cells[at].clone()));
        if let Some(labels) = labels(table, at, study, language) {
            columns.push(Column::text(format!("{}_label", column.name)));
            rows.iter_mut().zip(labels).for_each(|(row, label)| row.push(label));
        }
    }
    Table { name: table.name, columns, rows }
}

/// Returns the labels for a column; nothing where it has no ids, none of them has a label, or the table has names of cases.
fn labels(table: &Table, at: usize, study: &Study, language: Language) -> Option<Vec<Value>> {
    let column = table.columns[at].name.as_str();
    let is_named = column == "case" && table.columns.iter().any(|other| other.name == "name");
    let name = naming(column).filter(|_| !is_named)?;
    let mut known: BTreeMap<&str, Value> = BTreeMap::new();
    let mut labels = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let label = |id: &str| name(study, id, language).map_or(Value::Nothing, |label| Value::words(&label));
        labels.push(match &row[at] {
            Value::Text(id) => known.entry(id).or_insert_with(|| label(id)).clone(),
            _ => Value::Nothing,
        });
    }
    labels.iter().any(|label| *label != Value::Nothing).then_some(labels)
}

/// Finds what people call an id.
type Naming = fn(&Study, &str, Language) -> Option<String>;

/// Returns how the ids of a column are named, where it has ids that have labels.
fn naming(column: &str) -> Option<Naming> {
    Some(match column {
        "factor" | "factor_a" | "factor_b" => |study, id, language| {
            let code = study.codebook.codes.values().find(|code| code.id.as_str() == id)?;
            Some(code.name(language).to_owned())
        },
        "case" | "other_case" => |study, id, _| {
            study.cases.values().find(|case| case.id.as_str() == id).map(|case| case.name.clone())
        },
        "outcome" | "other_outcome" => |study, id, language| {
            let outcomes = study.settings.attributes.iter().filter(|attribute| attribute.outcome);
            let level = outcomes.flat_map(|outcome| &outcome.levels).find(|level| level.id.as_str() == id)?;
            Some(level.label.or(language, &level.id))
        },
        "kind" => |study, id, language| {
            study.settings.kinds.iter().find(|kind| kind.id.as_str() == id).map(|kind| kind.name(language))
        },
        "role" => |study, id, language| {
            study.settings.roles.iter().find(|role| role.id.as_str() == id).map(|role| role.name(language))
        },
        "phase" => |study, id, language| {
            study
                .settings
                .phases
                .iter()
                .find(|phase| phase.id.as_str() == id)
                .map(|phase| phase.name(language))
        },
        // of a codebook, or in keyness of the key by which words are compared, which is a role unless another is asked for
        "level" => |study, id, language| {
            study
                .settings
                .levels
                .iter()
                .find(|level| level.id.as_str() == id)
                .map(|level| level.name(language))
        },
        "conversation" => |study, id, language| {
            let one = study.route.conversation.iter().find(|one| one.name.as_str() == id)?;
            Some(one.label.or(language, &one.name))
        },
        "study_phase" => |study, id, language| {
            let phase = study.design.phase.iter().find(|phase| phase.name.as_str() == id)?;
            Some(phase.label.or(language, &phase.name))
        },
        "method" => |study, id, language| {
            let method = study.design.method.iter().find(|method| method.name.as_str() == id)?;
            Some(method.label.or(language, &method.name))
        },
        _ => return None,
    })
}
