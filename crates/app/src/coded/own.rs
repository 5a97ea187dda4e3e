//! What our own export wrote down beside the format, in a project that is brought in like any other.

use std::collections::BTreeMap;

/// Returns a name for a further column of a table that has these columns.
pub(super) fn free_column(name: &str, taken: &[&str]) -> String {
    let is_taken = name.is_empty() || taken.contains(&name.to_lowercase().as_str());
    if is_taken { format!("project_{name}") } else { name.to_owned() }
}

/// Returns an id that our own export gave.
pub(super) fn id<Id: std::str::FromStr>(fields: &BTreeMap<String, String>) -> Option<Id> {
    fields.get("id")?.parse().ok()
}

/// Returns the ids of a list.
pub(super) fn list<Id: std::str::FromStr>(fields: &BTreeMap<String, String>, key: &str) -> Option<Vec<Id>> {
    let parts = fields.get(key)?.split(';').map(str::trim).filter(|part| !part.is_empty());
    Some(parts.filter_map(|part| part.parse().ok()).collect())
}
