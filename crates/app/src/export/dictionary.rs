//! What the tables are and what their columns mean: for people, and for programs as a data package of Frictionless.

use super::loss::filter_line;
use super::tables::{Meaning, Outgoing};
use crate::Project;
use draad_analysis::table::{Column, ColumnKind, Table, Value};
use draad_core::{Filter, Language};
use draad_store::schema;
use draad_words::Words;
use serde_json::{Value as Json, json};

/// Returns what there is to know of an export as a whole: names and what they are.
pub(super) fn facts(project: &Project, filter: &Filter) -> Vec<(String, String)> {
    let (words, settings) = (&project.words, &project.study().settings);
    let fact = |key: &str, value: &str| (words.say(key), value.to_owned());
    let mut facts = vec![
        fact("export-study", &settings.id),
        fact("export-hash", &project.loaded.fingerprint),
        fact("export-version", env!("CARGO_PKG_VERSION")),
        fact("export-selection", &filter_line(words, filter)),
        fact("export-lists", &words.say("export-lists-text")),
        fact("export-empty", &words.say("export-empty-text")),
        fact("export-positions", &words.say("export-positions-text")),
        fact("export-codings", &words.say("export-codings-text")),
        fact("export-passages", &words.say("export-passages-text")),
    ];
    if !settings.note.is_empty() {
        facts.push(fact("export-note", &settings.note));
    }
    facts
}

/// Returns what each column means, as a table.
pub(super) fn dictionary<'t>(tables: impl IntoIterator<Item = &'t Outgoing>, words: &Words) -> Table {
    let rows = tables.into_iter().flat_map(|table| {
        table.table.columns.iter().enumerate().map(|(place, column)| {
            let is_key = table.key.contains(&column.name.as_str());
            vec![
                Value::text(table.table.name),
                Value::text(&column.name),
                Value::Text(words.say(type_key(column.kind))),
                Value::Text(if is_key { words.say("export-key") } else { String::new() }),
                Value::Text(table.meaning(place, words)),
            ]
        })
    });
    let header = ["export-table", "export-column", "export-type", "export-key", "export-meaning"];
    let columns = header.map(|key| Column::text(words.say(key))).into();
    Table { name: "columns", columns, rows: rows.collect() }
}

/// Returns the words for what the values of a column are.
pub(crate) fn type_key(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "export-type-text",
        ColumnKind::Integer => "export-type-integer",
        ColumnKind::Number => "export-type-number",
        ColumnKind::YesNo => "export-type-yes-no",
        ColumnKind::Day => "export-type-day",
        ColumnKind::Time => "export-type-time",
        ColumnKind::Moment => "export-type-moment",
    }
}

/// A table as files of an export.
pub(super) struct Resource<'t> {
    /// The table.
    pub(super) table: &'t Outgoing,
    /// What it is called there.
    pub(super) name: String,
    /// Its files, as the README names them all.
    pub(super) shown: String,
    /// Its files.
    pub(super) paths: Vec<String>,
    /// The format of these files.
    pub(super) format: FileFormat,
    /// The column whose values are names of folders; none of the files has it.
    pub(super) partition: Option<&'static str>,
}

/// What the files of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileFormat {
    /// CSV.
    Csv,
    /// Parquet.
    Parquet,
}

impl<'t> Resource<'t> {
    /// Makes one CSV file of a table.
    pub(super) fn csv(table: &'t Outgoing) -> Self {
        let (name, path) = (table.file.replace('/', "-"), format!("{}.csv", table.file));
        let format = FileFormat::Csv;
        Self { table, name, shown: path.clone(), paths: vec![path], format, partition: None }
    }
}

/// Returns what a table is called among these.
fn name_of<'r>(table: &'r str, all: &'r [Resource]) -> &'r str {
    all.iter().find(|known| known.table.table.name == table).map_or(table, |known| &known.name)
}

/// Returns the README of a folder of tables, with further facts about it.
pub(super) fn readme(
    project: &Project,
    filter: &Filter,
    resources: &[Resource],
    further: &[(String, String)],
) -> String {
    let words = &project.words;
    let mut text = format!("{}\n\n", project.study().settings.title);
    for (name, value) in facts(project, filter).iter().chain(further) {
        text += &format!("{name}: {value}\n");
    }
    for resource in resources {
        let table = resource.table;
        let n_rows = words.say_with("export-rows", [("n", table.table.rows.len().into())]);
        text += &format!("\n{} – {} ({n_rows})\n", resource.shown, table.title(words));
        if !table.key.is_empty() {
            text += &format!("  {}: {}\n", words.say("export-key"), table.key.join(" + "));
        }
        for (columns, other) in &table.joins {
            let other = name_of(other, resources);
            let args = [("columns", columns.join(" + ").into()), ("table", other.into())];
            text += &format!("  {}\n", words.say_with("export-joins", args));
        }
        for (place, column) in table.table.columns.iter().enumerate() {
            let kind = words.say(type_key(column.kind));
            text += &format!("  {} ({kind}): {}\n", column.name, table.meaning(place, words));
        }
        if let Some(partition) = resource.added_partition() {
            let kind = words.say(type_key(ColumnKind::Text));
            text += &format!("  {partition} ({kind}): {}\n", words.say("column-partition"));
        }
    }
    text
}

impl Resource<'_> {
    /// Returns the column that stands in the names of folders and is none of the table's own.
    fn added_partition(&self) -> Option<&'static str> {
        let is_own = |name: &str| self.table.table.columns.iter().any(|column| column.name == name);
        self.partition.filter(|name| !is_own(name))
    }
}

/// Returns `datapackage.json`.
pub(super) fn data_package(project: &Project, resources: &[Resource]) -> String {
    let settings = &project.study().settings;
    let resources: Vec<Json> =
        resources.iter().map(|one| described(one, resources, &project.words)).collect();
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": package_name(&settings.id),
        "title": settings.title,
        "description": settings.note,
        "resources": resources,
    });
    format!("{package:#}\n")
}

/// The name of a package is in lower case, with letters of ASCII only.
fn package_name(id: &str) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' };
    id.to_lowercase().chars().map(letter).collect()
}

fn described(resource: &Resource, all: &[Resource], words: &Words) -> Json {
    let table = resource.table;
    let mut fields: Vec<Json> =
        (0..table.table.columns.len()).map(|place| field(table, place, resource.format)).collect();
    fields.extend(resource.added_partition().map(partition_field));
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
    });
    if resource.format == FileFormat::Csv {
        schema["missingValues"] = json!([""]);
    }
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    let foreign: Vec<Json> = table.joins.iter().filter_map(|join| foreign_key(table, join, all)).collect();
    if !foreign.is_empty() {
        schema["foreignKeys"] = foreign.into();
    }
    let mut described = json!({
        "name": resource.name,
        "path": match &resource.paths[..] {
            [path] => json!(path),
            paths => json!(paths),
        },
        "title": table.title(words),
        "type": "table",
        "schema": schema,
    });
    let further = match resource.format {
        FileFormat::Csv => json!({"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}),
        FileFormat::Parquet => json!({"format": "parquet", "mediatype": "application/vnd.apache.parquet"}),
    };
    let partition = resource.partition.map(|partition| ("partitionedBy".to_owned(), json!([partition])));
    if let (Json::Object(described), Json::Object(further)) = (&mut described, further) {
        described.extend(further.into_iter().chain(partition));
    }
    described
}

/// The column that stands in names of folders.
fn partition_field(name: &str) -> Json {
    json!({
        "name": name,
        "type": "string",
        "description": Words::new(Language::En).say("column-partition"),
        "description_nl": Words::new(Language::Nl).say("column-partition"),
    })
}

/// The reference of columns to the key of another table; within a table it names no resource.
fn foreign_key(
    table: &Outgoing,
    (columns, other): &(&'static [&'static str], &'static str),
    all: &[Resource],
) -> Option<Json> {
    let known = all.iter().find(|known| known.table.table.name == *other)?;
    let resource = if *other == table.table.name { "" } else { &known.name };
    Some(json!({"fields": columns, "reference": {"resource": resource, "fields": known.table.key}}))
}

fn field(table: &Outgoing, place: usize, format: FileFormat) -> Json {
    let column = &table.table.columns[place];
    let mut field = match &table.meanings[place] {
        Meaning::Stored(stored) => schema::field(stored),
        Meaning::Computed(meaning) => json!({"description": meaning}),
        _ => json!({
            "description": table.meaning(place, &Words::new(Language::En)),
            "description_nl": table.meaning(place, &Words::new(Language::Nl)),
        }),
    };
    field["name"] = column.name.clone().into();
    field["type"] = match column.kind {
        ColumnKind::Text => "string",
        ColumnKind::Integer => "integer",
        ColumnKind::Number => "number",
        ColumnKind::YesNo if format == FileFormat::Parquet => "boolean",
        ColumnKind::YesNo => {
            field["trueValues"] = json!(["yes"]);
            field["falseValues"] = json!(["no"]);
            "boolean"
        }
        ColumnKind::Day => "date",
        ColumnKind::Time | ColumnKind::Moment => {
            field["format"] = "any".into();
            "datetime"
        }
    }
    .into();
    field
}
