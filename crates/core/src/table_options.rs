//! What can be asked of a table beside filters and groupings: the same names in a command's flags and in `tables.toml`.

use crate::AgreementOptions;
use crate::AssociationOptions;
use crate::QcaOptions;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Options of tables; each table understands some of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TableOptions {
    /// What is counted or compared; which measures there are depends on the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Order of the cases: outcome, balance, an attribute, axis, leaf, or cases with commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// Order of the factors: valence, level, axis or leaf.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<String>,
    /// How many quotes stand beside a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quotes: Option<usize>,
    /// What is counted: cases, sources, codings or pairs of codings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// When two codes stand together: overlap, unit, or so many characters apart at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
    /// Whether the relations between spans are told apart.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub relations: bool,
    /// Kind of the event before and after which things are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Questionnaire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// Question or scale of a questionnaire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// Factors in fewer cases are left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_cases: Option<usize>,
    /// A cell is triangulated from this many kinds of source …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_kinds: Option<usize>,
    /// … together with this many roles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_roles: Option<usize>,
    /// One source dominates with more than this share of the codings, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top_share: Option<f64>,
    /// How many shuffled tables the table is compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shuffles: Option<usize>,
    /// Seed of the random numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// How many rows people read at most; files hold all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// What is left out in turn to see which statements survive: case, coder, kind, role or all.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "crate::own_table::one_or_many")]
    pub leave_out: Vec<String>,
    /// Those of factors next to an outcome.
    #[serde(flatten)]
    pub association: AssociationOptions,
    /// Those of agreement between coders.
    #[serde(flatten)]
    pub agreement: AgreementOptions,
    /// Those of a Qualitative Comparative Analysis.
    #[serde(flatten)]
    pub qca: QcaOptions,
}

impl TableOptions {
    /// Returns the options that are given, each with its value: names as flags have them, without dashes, in the order of the
    /// alphabet.
    pub fn given(&self) -> Vec<(String, String)> {
        fn text(value: &Value) -> String {
            match value {
                Value::Bool(_) => String::new(),
                Value::String(text) => text.clone(),
                Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join(","),
                other => other.to_string(),
            }
        }
        let fields = self.fields().into_iter().collect::<BTreeMap<_, _>>();
        fields.iter().map(|(name, value)| (name.replace('_', "-"), text(value))).collect()
    }

    /// Returns the options with what they leave open as in others.
    pub fn over(self, other: TableOptions) -> TableOptions {
        let mut fields = other.fields();
        fields.extend(self.fields());
        serde_json::from_value(Value::Object(fields)).expect("fields of options are fields of options")
    }

    /// Returns the fields that are given. What is not given is not written, which every field of this type has to see to.
    fn fields(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(fields)) => fields,
            _ => unreachable!("options are a struct of plain fields"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_given_is_no_field_and_leaves_room_for_others() {
        assert!(TableOptions::default().fields().is_empty());
        let given = TableOptions { limit: Some(3), relations: true, ..TableOptions::default() };
        let other = TableOptions {
            limit: Some(5),
            top_share: Some(0.1),
            leave_out: vec!["case".into()],
            ..given.clone()
        };
        let both = given.over(other);
        let named = [("leave-out", "case"), ("limit", "3"), ("relations", ""), ("top-share", "0.1")];
        assert_eq!(both.given(), named.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}
