//! The published description of the study folder: JSON Schema for TOML and front matter, Table Schema (Frictionless)
//! for CSV, and a data package that names them. All of it comes from the types and column lists that read and write.

use crate::conditions::ConditionsFile;
use crate::design::DesignFile;
use crate::front_matter::{FindingHead, MemoHead};
use crate::own_tables::TablesFile;
use crate::queries::QueriesFile;
use crate::route::RouteFile;
use crate::table::{Row, UNKNOWN};
use crate::tables::adjudication_requests::AdjudicationRequest;
use crate::tables::cases::CaseRow;
use crate::tables::codings::CodingRow;
use crate::tables::column_map::ColumnRow;
use crate::tables::decisions::DecisionRow;
use crate::tables::feedback_requests::FeedbackRequest;
use crate::tables::guids::GuidRow;
use crate::tables::import_map::FileRow;
use crate::tables::project_map::ProjectRow;
use crate::tables::reconciliation::ReconciliationRow;
use crate::tables::requests::CodingRequest;
use crate::tables::sources::SourceRow;
use crate::tables::units::UnitRow;
use draad_core::{
    Adjudication, CasePhase, CaseSpan, Code, Event, Feedback, Membership, Participant, Proposal, Score,
    Settings, id::MAX_CHARS,
};
use schemars::JsonSchema;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

pub use crate::table::{CellKind, Column};

/// A table, as it is described to others.
struct Table {
    name: &'static str,
    /// Where it stands; a path with `*` stands for many files of the same form.
    path: &'static str,
    title: &'static str,
    columns: &'static [Column],
    /// Columns that it can have and need not have, kept among its further columns.
    further: &'static [Column],
    /// The columns that tell rows apart; none when rows have no name.
    key: &'static [&'static str],
    /// Whether it can have further columns.
    open: bool,
}

fn table<R: Row<N>, const N: usize>(
    name: &'static str,
    path: &'static str,
    title: &'static str,
    key: &'static [&'static str],
) -> Table {
    let open = R::UNKNOWN == crate::table::Unknown::Kept;
    Table { name, path, title, columns: R::COLUMNS, further: &[], key, open }
}

fn tables() -> Vec<Table> {
    vec![
        table::<CaseRow, 2>(
            "cases",
            "cases.csv",
            "Cases; each further column is an attribute of study.toml",
            &["case"],
        ),
        table::<Participant, 5>(
            "participants",
            "participants.csv",
            "Participants, pseudonymous",
            &["participant"],
        ),
        table::<Code, 14>("codebook", "codebook.csv", "Codes and factors", &["code"]),
        Table {
            further: SourceRow::FURTHER,
            ..table::<SourceRow, 10>(
                "sources",
                "sources.csv",
                "Sources; the text is sources/<source>.txt",
                &["source"],
            )
        },
        table::<UnitRow, 9>(
            "units",
            "units/*.csv",
            "Turns, messages, entries or paragraphs of one source",
            &["start"],
        ),
        table::<CodingRow, 10>("codings", "codings/*/*.csv", "One coder's codings of one source", &["id"]),
        table::<CasePhase, 4>("phases", "phases.csv", "Periods that cases went through", &[]),
        table::<CaseSpan, 4>("case_spans", "case_spans.csv", "Parts of sources that belong to one case", &[]),
        table::<Event, 6>("events", "events.csv", "Contacts and events", &[]),
        table::<Score, 6>("scores", "scores.csv", "Answers to questionnaires", &[]),
        table::<Membership, 7>(
            "memberships",
            "memberships.csv",
            "Scores that people gave for conditions",
            &[],
        ),
        table::<CodingRequest, 8>(
            "unanchored",
            "unanchored/*.csv",
            "Codings whose words are not in the corrected text of their source",
            &[],
        ),
        table::<Proposal, 14>(
            "proposals",
            "proposals/*.csv",
            "Codings that a query suggests, and what people decided about them",
            &["id"],
        ),
        table::<Adjudication, 13>(
            "adjudication",
            "adjudication/*.csv",
            "What people decided where coders read a passage differently; a file per layer",
            &["id"],
        ),
        table::<Feedback, 5>("feedback", "feedback.csv", "What panels said of findings", &[]),
        table::<GuidRow, 2>("guids", "guids.csv", "Identifiers that other programs gave", &["guid"]),
        table::<ReconciliationRow, 9>(
            "reconciliation",
            "imports/*.csv",
            "What a project of another program held, and what became of it",
            &[],
        ),
    ]
}

/// Tables that go back and forth between the tool and its user; they are no part of a study.
fn exchanged() -> Vec<Table> {
    let nowhere = "";
    vec![
        table::<FileRow, 13>("import_map", nowhere, "What becomes of each file of an import", &["file"]),
        table::<ColumnRow, 8>(
            "column_map",
            nowhere,
            "What becomes of the columns of a survey",
            &["file", "column"],
        ),
        table::<ProjectRow, 9>(
            "project_map",
            nowhere,
            "What becomes of each part of a project of another program",
            &[],
        ),
        table::<DecisionRow, 3>("decisions", nowhere, "What people decide about proposals", &["id"]),
        table::<AdjudicationRequest, 5>(
            "adjudication_decisions",
            nowhere,
            "What people decide where coders read a passage differently",
            &["id"],
        ),
        table::<FeedbackRequest, 5>(
            "feedback_answers",
            nowhere,
            "What people of a panel make of the findings",
            &["finding", "panel", "respondent"],
        ),
    ]
}

/// Returns the columns of a table of a study, by its name without an ending; none when there is no such table. Attributes
/// and other columns that a study adds are not among them.
pub fn columns(table: &str) -> &'static [Column] {
    tables().into_iter().find(|known| known.name == table).map_or(&[], |known| known.columns)
}

/// Returns every file of `data-schema/` that is generated, with its text.
pub fn all() -> BTreeMap<String, String> {
    let tables = tables();
    let mut files: BTreeMap<String, Value> = tables
        .iter()
        .chain(&exchanged())
        .map(|table| (format!("{}.table-schema.json", table.name), table_schema(table)))
        .collect();
    files.insert("study.schema.json".to_owned(), json_schema::<Settings>("study.toml"));
    files.insert("conditions.schema.json".to_owned(), json_schema::<ConditionsFile>("conditions.toml"));
    files.insert("queries.schema.json".to_owned(), json_schema::<QueriesFile>("queries.toml"));
    files.insert("tables.schema.json".to_owned(), json_schema::<TablesFile>("tables.toml"));
    files.insert("route.schema.json".to_owned(), json_schema::<RouteFile>("route.toml"));
    files.insert("design.schema.json".to_owned(), json_schema::<DesignFile>("design.toml"));
    files.insert("memo.schema.json".to_owned(), json_schema::<MemoHead>("Front matter of memos/*.md"));
    files.insert(
        "finding.schema.json".to_owned(),
        json_schema::<FindingHead>("Front matter of findings/*.md"),
    );
    files.insert("datapackage.json".to_owned(), data_package(&tables));
    files.into_iter().map(|(name, value)| (name, format!("{value:#}\n"))).collect()
}

fn json_schema<T: JsonSchema>(title: &str) -> Value {
    let mut schema = schemars::schema_for!(T).to_value();
    schema["title"] = title.into();
    schema
}

fn table_schema(table: &Table) -> Value {
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "title": table.title,
        "fields": table.columns.iter().chain(table.further).map(field).collect::<Vec<_>>(),
        "fieldsMatch": if table.open { "partial" } else { "superset" },
        "missingValues": missing_values(table),
    });
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    let foreign: Vec<Value> = table.columns.iter().filter_map(|column| foreign_key(table, column)).collect();
    if !foreign.is_empty() {
        schema["foreignKeys"] = foreign.into();
    }
    schema
}

/// Returns what stands for "no value". In numbers `unknown` does too: asked, and not answered.
fn missing_values(table: &Table) -> Vec<&'static str> {
    let has_numbers = table.columns.iter().any(|column| matches!(column.kind, CellKind::Number));
    if has_numbers { vec!["", UNKNOWN] } else { vec![""] }
}

/// Returns the reference of a column; within a table it names no resource.
fn foreign_key(table: &Table, column: &Column) -> Option<Value> {
    let CellKind::Reference(target) = column.kind else {
        return None;
    };
    let key = tables().into_iter().find(|other| other.name == target)?.key;
    let resource = if target == table.name { "" } else { target };
    Some(json!({"fields": [column.name], "reference": {"resource": resource, "fields": key}}))
}

/// Describes a column as a field of a Table Schema.
pub fn field(column: &Column) -> Value {
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".to_owned(), true.into());
    }
    let mut field = json!({
        "name": column.name,
        "description": column.en,
        "description_nl": column.nl,
    });
    field["type"] = match column.kind {
        CellKind::Id | CellKind::Reference(_) => {
            constraints.insert("pattern".to_owned(), id_pattern().into());
            "string"
        }
        CellKind::Text => "string",
        CellKind::List => {
            field["description"] = format!("{}; joined with ;", column.en).into();
            field["description_nl"] = format!("{}; gescheiden door ;", column.nl).into();
            "string"
        }
        CellKind::Integer(min, max) => {
            constraints.insert("minimum".to_owned(), min.into());
            if max < u32::MAX {
                constraints.insert("maximum".to_owned(), max.into());
            }
            "integer"
        }
        CellKind::Number => {
            // `unknown` is an answer of its own, which a check on missing values would refuse.
            constraints.remove("required");
            "number"
        }
        CellKind::Date => "date",
        CellKind::Time => {
            field["format"] = "any".into();
            "datetime"
        }
        CellKind::Choice(words) => {
            constraints.insert("enum".to_owned(), json!(words));
            "string"
        }
        CellKind::Pattern(pattern) => {
            constraints.insert("pattern".to_owned(), pattern.into());
            "string"
        }
    }
    .into();
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}

/// Returns the rule of ids as a regular expression.
fn id_pattern() -> String {
    let rest = MAX_CHARS - 1;
    format!(r#"^[^\s.#/\\:;,*?"<>|][^/\\:;,*?"<>|]{{0,{rest}}}$"#)
}

fn data_package(tables: &[Table]) -> Value {
    let resource = |table: &Table| {
        json!({
            "name": table.name,
            "path": table.path,
            "title": table.title,
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": format!("{}.table-schema.json", table.name),
        })
    };
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "STUDY-ID",
        "title": "TITLE",
        "description": "A comparative case study in the folder format of Rode Draad, version 1.",
        "licenses": [{"name": "LICENCE", "title": "LICENCE"}],
        "contributors": [{"title": "NAME", "roles": ["creator"]}],
        "resources": tables.iter().map(resource).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_committed_description_is_the_one_the_types_give() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data-schema");
        for (name, text) in all() {
            let committed = std::fs::read_to_string(folder.join(&name)).unwrap_or_default();
            assert_eq!(committed, text, "data-schema/{name} is out of date: run `cargo xtask schema`");
        }
        let generated = all();
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            // queries on exported data are written by hand, and tested in the engines that they are for
            let known = ["README.md", "sql"].contains(&name.as_str()) || generated.contains_key(&name);
            assert!(known, "data-schema/{name} describes nothing any more: run `cargo xtask schema`");
        }
    }

    #[test]
    fn what_is_written_obeys_the_published_schemas() {
        let validator = |name: &str| jsonschema::validator_for(&all()[name].parse().unwrap()).unwrap();
        let settings = Settings::new("s", "Studie", draad_core::Language::Nl);
        let value = serde_json::to_value(&settings).unwrap();
        let errors: Vec<String> =
            validator("study.schema.json").iter_errors(&value).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
        assert!(!validator("memo.schema.json").is_valid(&json!({"about": "case p03"})));
        assert!(
            validator("memo.schema.json").is_valid(&json!({"about": ["case p03"], "date": "2021-09-03"}))
        );
    }

    #[test]
    fn the_pattern_of_ids_accepts_what_ids_accept() {
        let pattern = json!({"type": "string", "pattern": id_pattern()});
        let validator = jsonschema::validator_for(&pattern).unwrap();
        for good in ["p01", "één gezin", "C07.b", "x"] {
            assert!(validator.is_valid(&json!(good)), "{good}");
        }
        for bad in ["", " p", "a/b", "a;b", "a,b", ".x", "#1"] {
            assert!(!validator.is_valid(&json!(bad)), "{bad}");
        }
    }
}
