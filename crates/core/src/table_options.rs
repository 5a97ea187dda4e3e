//! What can be asked of a table beside filters and groupings: the same names in a command's flags and in `tables.toml`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

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
}

impl TableOptions {
    /// Returns the options that are given, each with its value: names as flags have them, without dashes.
    pub fn given(&self) -> Vec<(&'static str, String)> {
        fn text<T: ToString>(value: &Option<T>) -> Option<String> {
            value.as_ref().map(T::to_string)
        }
        let options = [
            ("measure", self.measure.clone()),
            ("order", self.order.clone()),
            ("columns", self.columns.clone()),
            ("quotes", text(&self.quotes)),
            ("unit", self.unit.clone()),
            ("window", self.window.clone()),
            ("relations", self.relations.then(String::new)),
            ("event", self.event.clone()),
            ("instrument", self.instrument.clone()),
            ("item", self.item.clone()),
            ("min-cases", text(&self.min_cases)),
            ("min-kinds", text(&self.min_kinds)),
            ("min-roles", text(&self.min_roles)),
            ("top-share", text(&self.top_share)),
            ("shuffles", text(&self.shuffles)),
            ("seed", text(&self.seed)),
            ("limit", text(&self.limit)),
            ("leave-out", (!self.leave_out.is_empty()).then(|| self.leave_out.join(","))),
        ];
        options.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// Returns the options with what they leave open as in others.
    pub fn over(self, other: TableOptions) -> TableOptions {
        TableOptions {
            measure: self.measure.or(other.measure),
            order: self.order.or(other.order),
            columns: self.columns.or(other.columns),
            quotes: self.quotes.or(other.quotes),
            unit: self.unit.or(other.unit),
            window: self.window.or(other.window),
            relations: self.relations || other.relations,
            event: self.event.or(other.event),
            instrument: self.instrument.or(other.instrument),
            item: self.item.or(other.item),
            min_cases: self.min_cases.or(other.min_cases),
            min_kinds: self.min_kinds.or(other.min_kinds),
            min_roles: self.min_roles.or(other.min_roles),
            top_share: self.top_share.or(other.top_share),
            shuffles: self.shuffles.or(other.shuffles),
            seed: self.seed.or(other.seed),
            limit: self.limit.or(other.limit),
            leave_out: if self.leave_out.is_empty() { other.leave_out } else { self.leave_out },
        }
    }
}
