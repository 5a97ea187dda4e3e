//! `tables.toml`: the tables that a study defines for itself. People write it by hand.

use crate::sections::{Section, Sections};
use crate::{log::Log, paths};
use draad_core::{OwnTable, Problem};
use schemars::JsonSchema;
use std::collections::BTreeSet;
use toml_edit::{ArrayOfTables, DocumentMut, Item};

/// The file.
const TABLES: Sections =
    Sections { file: paths::TABLES, list: "table", invalid: |reason| Problem::TablesInvalid { reason } };

/// The file as a whole.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(
    dead_code,
    reason = "it describes the file; reading goes table by table, so that a broken one hides no other"
)]
pub(crate) struct TablesFile {
    /// Tables of the study's own.
    #[schemars(default)]
    table: Vec<OwnTable>,
}

/// Reads the tables. One that cannot be read, or has the name of an earlier one, is reported and hides no other.
pub(crate) fn read(log: &mut Log, bytes: Vec<u8>) -> Vec<OwnTable> {
    TABLES.read(log, bytes).into_iter().map(|(_, one)| one).collect()
}

impl Section for OwnTable {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn missing(&self) -> Option<&'static str> {
        self.table.trim().is_empty().then_some("table")
    }

    fn fields() -> BTreeSet<String> {
        let schema = schemars::schema_for!(OwnTable);
        let fields = schema.get("properties").and_then(|fields| fields.as_object());
        fields.map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
    }
}

/// Writes tables as sections.
pub(crate) fn write<'t>(tables: impl Iterator<Item = &'t OwnTable>) -> Vec<u8> {
    let section = |table: &OwnTable| {
        toml_edit::ser::to_document(table).expect("tables are plain, with text keys").as_table().clone()
    };
    let mut document = DocumentMut::new();
    document.insert(TABLES.list, Item::ArrayOfTables(tables.map(section).collect::<ArrayOfTables>()));
    document.to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# Voor het artikel.
[[table]]
name = \"tabel-2\"
label = { nl = \"Spanningsvelden van ouders\", en = \"Tensions of parents\" }
table = \"tensions\"
by = \"phase\"
role = [\"parent\"]
where = [\"child_age>=12\"]
limit = 10
top_share = 1

[[table]]
name = 'tabel-3'
table = 'balance'
";

    fn read_text(text: &str) -> (Vec<OwnTable>, Vec<String>) {
        let mut log = Log::default();
        let tables = read(&mut log, text.into());
        let problem = |diagnostic: &draad_core::Diagnostic| {
            let problem = serde_json::to_value(&diagnostic.problem).unwrap();
            let said = problem["reason"].as_str().or(problem["nearest"].as_str());
            format!("{} {}", diagnostic.place, said.unwrap_or("?"))
        };
        (tables, log.diagnostics.iter().map(problem).collect())
    }

    #[test]
    fn a_table_has_the_names_of_the_flags() {
        let (tables, problems) = read_text(FILE);
        assert!(problems.is_empty(), "{problems:?}");
        let [first, second] = &tables[..] else { panic!("two tables") };
        assert_eq!((first.table.as_str(), first.by.as_deref()), ("tensions", Some("phase")));
        assert_eq!(first.filter().roles[0].as_str(), "parent");
        assert_eq!(first.filter().attributes[0].to_string(), "child_age>=12");
        assert_eq!((first.options.limit, first.options.top_share), (Some(10), Some(1.0)));
        assert_eq!(second.options, Default::default());
    }

    #[test]
    fn one_text_is_a_list_of_one() {
        let text = "[[table]]\nname = 'a'\ntable = 'balance'\nrole = 'parent'\nwhere = 'child_age>=12'\nset = 'q'\n\
                    valence = 'promoting'\nleave_out = 'case'\n";
        let (tables, problems) = read_text(text);
        assert!(problems.is_empty(), "{problems:?}");
        let filter = tables[0].filter();
        assert_eq!((filter.roles[0].as_str(), filter.valences.len()), ("parent", 1));
        assert_eq!(filter.attributes[0].to_string(), "child_age>=12");
        assert_eq!(
            (&tables[0].sets[..], &tables[0].options.leave_out[..]),
            (&["q".into()][..], &["case".into()][..])
        );
        let (none, problems) = read_text("[[table]]\nname = 'a'\ntable = 'balance'\nrole = 3\n");
        assert!(none.is_empty() && problems[0].contains("expected a list of texts"), "{problems:?}");
    }

    #[test]
    fn what_is_written_is_read_again() {
        let (tables, _) = read_text(FILE);
        let written = String::from_utf8(write(tables.iter())).unwrap();
        assert_eq!(read_text(&written), (tables, Vec::new()), "{written}");
    }

    #[test]
    fn a_broken_table_hides_no_other_and_says_where_it_is() {
        let text = "[[table]]\nname = 'a'\ntable = 'balance'\nlimt = 3\n[[table]]\nname = 'b'\ntable = 'balance'\n\
                    limit = 'x'\n[[table]]\nname = 'c'\ntable = 'balance'\n[[table]]\nname = 'd'\n";
        let (tables, problems) = read_text(text);
        assert_eq!(tables.iter().map(|table| table.name.as_str()).collect::<Vec<_>>(), ["c"]);
        assert_eq!(problems[0], "tables.toml:4 limit");
        assert!(problems[1].starts_with("tables.toml:5 invalid type"), "{problems:?}");
        assert_eq!(problems[2], "tables.toml:12 missing field `table`");
    }
}
