//! The literature: the list of references, who cites what, and what is cited and not there.

use crate::{Project, output};
use draad_analysis::table::{Column, Table, Value};
use draad_core::filter::nearest;
use draad_core::reference::cited;
use draad_core::{CitedBy, ReferenceKey};
use draad_literature::{Literature, Run};
use indexmap::IndexMap;

/// A work, or a key of none, and who cites it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The key.
    pub key: ReferenceKey,
    /// The reference as APA has it; nothing when there is no such work.
    pub reference: Option<Vec<Run>>,
    /// The key that comes nearest, of a work that is not there; may be empty.
    pub nearest: String,
    /// Who cites it, in the order in which codebook, findings and memos are read.
    pub by: Vec<CitedBy>,
}

impl Cited {
    /// Returns the reference without italics; nothing when there is no such work.
    pub fn plain(&self) -> Option<String> {
        self.reference.as_deref().map(draad_literature::plain)
    }
}

/// Returns the works in the order of the list of references, also those nobody cites, then the keys of no work by alphabet.
pub fn list(project: &Project) -> Vec<Cited> {
    let study = project.study();
    let mut citing: IndexMap<ReferenceKey, Vec<CitedBy>> = cited(study);
    let works: Vec<&ReferenceKey> = study.references.works.keys().collect();
    let literature = printed(project, works.iter().copied());
    let printed = literature.list().iter().map(|listed| Cited {
        key: listed.key.clone(),
        reference: Some(listed.runs.clone()),
        nearest: String::new(),
        by: citing.shift_remove(&listed.key).unwrap_or_default(),
    });
    let mut all: Vec<Cited> = printed.collect();
    let known = || works.iter().map(|key| key.as_str());
    let mut missing: Vec<Cited> = citing
        .into_iter()
        .map(|(key, by)| Cited { nearest: nearest(key.as_str(), known()), reference: None, key, by })
        .collect();
    missing.sort_by(|a, b| a.key.cmp(&b.key));
    all.extend(missing);
    all
}

/// Prints works in the language of the project.
pub(crate) fn printed<'k>(project: &Project, keys: impl IntoIterator<Item = &'k ReferenceKey>) -> Literature {
    Literature::new(&project.study().references, project.words.language, [], keys)
}

/// Returns the list as a table: a row per work, and per key of none.
pub fn table(project: &Project) -> Table {
    let study = project.study();
    let columns = ["reference", "kind", "authors", "year", "title", "apa", "codes", "findings", "memos"];
    let row = |cited: Cited| {
        let work = study.references.get(&cited.key);
        let by = |of: fn(&CitedBy) -> Option<&str>| Value::list(cited.by.iter().filter_map(of));
        vec![
            Value::text(&cited.key),
            work.map(|work| work.kind.clone()).into(),
            work.map_or(Value::Nothing, |work| Value::list(&work.authors)),
            work.map_or(Value::Nothing, |work| Value::words(&work.year)),
            work.map_or(Value::Nothing, |work| Value::words(&work.title)),
            cited.plain().into(),
            by(|by| if let CitedBy::Code(code) = by { Some(code.as_str()) } else { None }),
            by(|by| if let CitedBy::Finding(finding) = by { Some(finding) } else { None }),
            by(|by| if let CitedBy::Memo(memo) = by { Some(memo.as_str()) } else { None }),
        ]
    };
    let rows = list(project).into_iter().map(row).collect();
    Table { name: "references", columns: columns.map(Column::text).into(), rows }
}

/// Returns the list as JSON.
pub fn json(project: &Project) -> String {
    output::json(&table(project), &serde_json::json!({ "style": "apa", "edition": 7 }))
}
