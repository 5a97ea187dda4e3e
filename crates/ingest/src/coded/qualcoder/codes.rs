//! Categories and codes: one tree.

use super::Reader;
use crate::coded::sqlite::Database;
use crate::coded::{ForeignCode, Reason, Thing, tree};
use std::collections::BTreeMap;

/// A category or a code, before its parent is known.
struct Row {
    id: i64,
    name: String,
    memo: String,
    colour: String,
    /// The category it stands in.
    category: Option<i64>,
    /// The code it stands below, which goes before the category.
    code: Option<i64>,
}

/// Reads the tree. Projects that came from other programs show a code with codes below it twice, as a category and as a
/// code of the same name: the two become one.
pub(super) fn read(reader: &mut Reader, database: &mut Database) {
    let categories = read_categories(reader, database);
    let codes = read_codes(reader, database);
    let mut positions: BTreeMap<i64, usize> = BTreeMap::new();
    let mut names: BTreeMap<&str, &Row> = BTreeMap::new();
    for category in &categories {
        positions.insert(category.id, reader.project.codes.len());
        names.insert(category.name.trim(), category);
        reader.project.codes.push(made(category, false));
    }
    let mut added = Vec::new();
    for code in &codes {
        let double = names.get(code.name.trim()).filter(|category| stands_beside(code, category));
        match double.and_then(|category| positions.get(&category.id)).copied() {
            Some(position) => {
                merge(&mut reader.project.codes[position], code);
                reader.codes.insert(code.id, position);
                let reason = Reason::MergedWithCategory;
                reader.project.reconciliation.change(Thing::Codes, &code.name, reason, "");
            }
            None => {
                reader.codes.insert(code.id, reader.project.codes.len());
                added.push(code);
                reader.project.codes.push(made(code, true));
            }
        }
    }
    for (position, row) in categories.iter().chain(added).enumerate() {
        set_parent(reader, position, row, &positions);
    }
    tree::break_circles(&mut reader.project);
}

fn read_categories(reader: &mut Reader, database: &mut Database) -> Vec<Row> {
    let mut rows = Vec::new();
    let columns = ["catid", "name", "owner", "date", "memo", "supercatid"];
    database.scan("code_cat", &columns, |row| {
        reader.people.find(&row.text("owner"));
        rows.push(Row {
            id: row.integer("catid").unwrap_or_default(),
            name: row.text("name"),
            memo: row.text("memo"),
            colour: String::new(),
            category: row.integer("supercatid"),
            code: None,
        });
    });
    reader.project.reconciliation.claim(Thing::Codes, rows.len());
    reader.project.reconciliation.read(Thing::Codes, rows.len());
    rows
}

fn read_codes(reader: &mut Reader, database: &mut Database) -> Vec<Row> {
    let mut rows = Vec::new();
    let columns = ["cid", "name", "memo", "catid", "owner", "date", "color", "supercid"];
    database.scan("code_name", &columns, |row| {
        reader.people.find(&row.text("owner"));
        rows.push(Row {
            id: row.integer("cid").unwrap_or_default(),
            name: row.text("name"),
            memo: row.text("memo"),
            colour: colour(&row.text("color")),
            category: row.integer("catid"),
            code: row.integer("supercid"),
        });
    });
    reader.project.reconciliation.claim(Thing::Codes, rows.len());
    reader.project.reconciliation.read(Thing::Codes, rows.len());
    rows
}

fn made(row: &Row, is_codable: bool) -> ForeignCode {
    let (name, colour, description) = (row.name.clone(), row.colour.clone(), row.memo.clone());
    ForeignCode { name, is_codable, colour, description, ..ForeignCode::default() }
}

/// Returns whether a code stands in the category of its name, or next to it.
fn stands_beside(code: &Row, category: &Row) -> bool {
    code.code.is_none() && (code.category == Some(category.id) || code.category == category.category)
}

/// Makes one code of a category and the code that doubles it.
fn merge(category: &mut ForeignCode, code: &Row) {
    category.is_codable = true;
    category.colour.clone_from(&code.colour);
    if category.description.trim().is_empty() {
        category.description.clone_from(&code.memo);
    } else if !code.memo.trim().is_empty() && code.memo != category.description {
        category.description.push_str("\n\n");
        category.description.push_str(&code.memo);
    }
}

fn set_parent(reader: &mut Reader, position: usize, row: &Row, categories: &BTreeMap<i64, usize>) {
    // QualCoder writes no parent as nothing, some versions as 0 or −1.
    let above = |id: Option<i64>| id.filter(|id| *id > 0);
    let code = above(row.code).and_then(|id| reader.codes.get(&id)).copied();
    let category = above(row.category).and_then(|id| categories.get(&id)).copied();
    reader.project.codes[position].parent = code.or(category);
    if let (None, Some(missing)) = (code.or(category), above(row.code).or(above(row.category))) {
        let detail = missing.to_string();
        reader.project.reconciliation.change(Thing::Codes, &row.name, Reason::PointsNowhere, detail);
    }
}

/// Returns a colour as `#rrggbb`; nothing when it is none.
fn colour(text: &str) -> String {
    let digits = text.trim().strip_prefix('#').unwrap_or_default();
    let is_colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_colour { format!("#{}", digits.to_lowercase()) } else { String::new() }
}
