//! `conditions.toml`: the conditions of a qualitative comparative analysis. People write it by hand.

use crate::sections::{Section, Sections};
use crate::{log::Log, paths};
use draad_core::{Condition, Problem};
use schemars::JsonSchema;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

/// The file.
const CONDITIONS: Sections = Sections {
    file: paths::CONDITIONS,
    list: "condition",
    invalid: |reason| Problem::ConditionsInvalid { reason },
};
/// The sections within a section.
const VALUES: &str = "value";

/// The file as a whole.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(
    dead_code,
    reason = "it describes the file; reading goes condition by condition, so that a broken one hides no other"
)]
pub(crate) struct ConditionsFile {
    /// Conditions.
    #[schemars(default)]
    condition: Vec<Condition>,
}

/// Reads the conditions, each with its line. One that cannot be read, or has the name of an earlier one, is reported and
/// hides no other.
pub(crate) fn read(log: &mut Log, bytes: Vec<u8>) -> Vec<(u32, Condition)> {
    CONDITIONS.read(log, bytes)
}

impl Section for Condition {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn missing(&self) -> Option<&'static str> {
        None
    }
}

/// Writes conditions as sections, and their values as sections within them.
pub(crate) fn write<'c>(conditions: impl Iterator<Item = &'c Condition>) -> Vec<u8> {
    let mut document = DocumentMut::new();
    document.insert(CONDITIONS.list, Item::ArrayOfTables(conditions.map(section).collect()));
    document.to_string().into_bytes()
}

fn section(condition: &Condition) -> Table {
    let plain = "conditions are plain, with text keys";
    let mut table = toml_edit::ser::to_document(condition).expect(plain).as_table().clone();
    if let Some(values) = table.remove(VALUES).and_then(|values| values.into_array_of_tables().ok()) {
        table.insert(VALUES, Item::ArrayOfTables(values.into_iter().collect::<ArrayOfTables>()));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Method;

    const FILE: &str = "\
# Voor het artikel.
[[condition]]
name = \"vertrouwen\"
label = { nl = \"vertrouwen\", en = \"trust\" }
method = \"scores\"

[[condition.value]]
value = 0
definition = \"nergens\"

[[condition.value]]
value = 0.67
label = { nl = \"grotendeels\", en = \"mostly\" }
definition = \"meestal; \\\"één lijn\\\"\"

[[condition]]
name = 'duur'
method = 'crisp'
attribute = 'maanden'
threshold = 12
";

    fn read_text(text: &str) -> (Vec<(u32, Condition)>, Vec<String>) {
        let mut log = Log::default();
        let conditions = read(&mut log, text.into());
        let problem = |diagnostic: &draad_core::Diagnostic| {
            let problem = serde_json::to_value(&diagnostic.problem).unwrap();
            let reason = problem["reason"].as_str().or(problem["problem"].as_str()).unwrap_or("?").to_owned();
            format!("{} {reason}", diagnostic.place)
        };
        (conditions, log.diagnostics.iter().map(problem).collect())
    }

    #[test]
    fn values_are_sections_within_a_condition_and_one_threshold_is_a_list_of_one() {
        let (conditions, problems) = read_text(FILE);
        assert!(problems.is_empty(), "{problems:?}");
        let [(2, first), (16, second)] = &conditions[..] else { panic!("{conditions:?}") };
        assert_eq!((first.method, first.value.len(), first.value[1].value), (Method::Scores, 2, 0.67));
        assert_eq!(second.threshold, [12.0]);
    }

    #[test]
    fn what_is_written_is_read_again_and_reads_as_people_write_it() {
        let of = |text: &str| {
            read_text(text).0.into_iter().map(|(_, condition)| condition).collect::<Vec<Condition>>()
        };
        let conditions = of(FILE);
        let written = String::from_utf8(write(conditions.iter())).unwrap();
        assert_eq!(of(&written), conditions, "{written}");
        assert!(written.contains("[[condition.value]]\nvalue = 0.0\n"), "{written}");
    }

    #[test]
    fn a_broken_condition_hides_no_other_and_says_where_it_is() {
        let text = "[[condition]]\nname = 'a'\nmethod = 'direkt'\n[[condition]]\nname = 'b*'\nmethod = 'presence'\n\
                    [[condition]]\nname = 'c'\nmethod = 'presence'\ncod = 'x'\n[[condition]]\nname = 'd'\nmethod = 'presence'\n\
                    [[condition]]\nname = 'd'\nmethod = 'presence'\n[[condition]]\nname = 'e'\n";
        let (conditions, problems) = read_text(text);
        assert_eq!(conditions.iter().map(|(_, one)| one.name.as_str()).collect::<Vec<_>>(), ["d"]);
        assert!(problems[0].starts_with("conditions.toml:3 unknown variant `direkt`"), "{problems:?}");
        assert!(problems[1].starts_with("conditions.toml:5 `b*` cannot be"), "{problems:?}");
        assert!(problems[2].starts_with("conditions.toml:10 unknown field `cod`"), "{problems:?}");
        assert_eq!(problems[3], "conditions.toml:14:name duplicate-id");
        assert!(problems[4].starts_with("conditions.toml:17 missing field `method`"), "{problems:?}");
    }
}
