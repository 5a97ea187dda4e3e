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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leave_out: Vec<String>,
}

impl TableOptions {
    /// Returns the names of the options that are given.
    pub fn given(&self) -> Vec<&'static str> {
        let options = [
            ("measure", self.measure.is_some()),
            ("order", self.order.is_some()),
            ("columns", self.columns.is_some()),
            ("quotes", self.quotes.is_some()),
            ("unit", self.unit.is_some()),
            ("window", self.window.is_some()),
            ("relations", self.relations),
            ("event", self.event.is_some()),
            ("instrument", self.instrument.is_some()),
            ("item", self.item.is_some()),
            ("min-cases", self.min_cases.is_some()),
            ("min-kinds", self.min_kinds.is_some()),
            ("min-roles", self.min_roles.is_some()),
            ("top-share", self.top_share.is_some()),
            ("shuffles", self.shuffles.is_some()),
            ("seed", self.seed.is_some()),
            ("limit", self.limit.is_some()),
            ("leave-out", !self.leave_out.is_empty()),
        ];
        options.into_iter().filter(|(_, given)| *given).map(|(name, _)| name).collect()
    }
}
