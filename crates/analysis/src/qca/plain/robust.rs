//! Robustness and chance as plain tables.

use super::super::{Chance, Qca, Stability, Without, WithoutCase, kind_name};
use crate::table::{Column, Table, Value};
use draad_measures::qca::Model;
use draad_measures::qca::robustness::{Edge, Range};

/// Joins the formulas of several models.
const OR: &str = " | ";

impl Stability {
    /// Returns a row per solution and cut-off, then one per anchor; and a row per case that is left out and solution.
    pub fn tables(&self, qca: &Qca) -> Vec<Table> {
        vec![self.range_table(qca), self.without_table(qca)]
    }

    fn range_table(&self, qca: &Qca) -> Table {
        let mut rows = Vec::new();
        for (kind, ranges) in &self.cutoffs {
            let Ok(ranges) = ranges else { continue };
            let now = qca.solved().map(|(analysed, _)| *analysed.table.cutoffs()).unwrap_or_default();
            let kind = kind_name(*kind);
            rows.push(range_row(qca, kind, "incl-cut", now.inclusion, &ranges.inclusion));
            rows.push(range_row(qca, kind, "n-cut", now.n as f64, &as_numbers(&ranges.n)));
            rows.push(range_row(qca, kind, "pri-cut", now.pri, &ranges.pri));
        }
        for anchor in &self.anchors {
            let set = qca.conditions.get(anchor.condition).unwrap_or(&qca.outcome);
            let range = anchor.range.as_ref();
            let bound = |edge: Option<&Edge<f64, Vec<Vec<Model>>>>| edge.map(|edge| edge.bound).into();
            rows.push(vec![
                Value::text("all"),
                Value::text(format!("{} {}", set.id, anchor.anchor)),
                anchor.value.into(),
                bound(range.and_then(|range| range.above.as_ref())),
                bound(range.and_then(|range| range.up_to.as_ref())),
                Value::Nothing,
                Value::Nothing,
            ]);
        }
        let texts = ["solution", "choice"].map(Column::text).into_iter();
        let numbers = ["value", "same_above", "same_up_to"].map(Column::number);
        let then = ["below_that", "beyond_that"].map(Column::text);
        Table { name: "qca-robustness", columns: texts.chain(numbers).chain(then).collect(), rows }
    }

    fn without_table(&self, qca: &Qca) -> Table {
        let columns = vec![
            Column::text("left_out"),
            Column::text("solution"),
            Column::yes_no("same"),
            Column::text("models_without"),
        ];
        let rows = self.without.iter().flat_map(|WithoutCase { case, kinds }| {
            kinds.iter().map(|(kind, without)| {
                let models = match without {
                    Without::Other(models) => Value::words(&formulas(qca, models)),
                    Without::Same | Without::None => Value::Nothing,
                };
                let is_same = *without == Without::Same;
                vec![Value::text(&qca.case(*case).id), Value::text(kind_name(*kind)), is_same.into(), models]
            })
        });
        Table { name: "qca-without-case", rows: rows.collect(), columns }
    }
}

fn range_row(qca: &Qca, kind: &str, choice: &str, value: f64, range: &Range<f64>) -> Vec<Value> {
    let bound = |edge: &Option<Edge<f64>>| edge.as_ref().map(|edge| edge.bound).into();
    let then = |edge: &Option<Edge<f64>>| match edge.as_ref().map(|edge| &edge.then) {
        None => Value::Nothing,
        Some(None) => Value::text("none"),
        Some(Some(models)) => Value::text(formulas(qca, models)),
    };
    vec![
        Value::text(kind),
        Value::text(choice),
        value.into(),
        bound(&range.above),
        bound(&range.up_to),
        then(&range.above),
        then(&range.up_to),
    ]
}

/// Returns a range of whole numbers as one of numbers.
pub fn as_numbers(range: &Range<usize>) -> Range<f64> {
    let edge = |edge: &Option<Edge<usize>>| {
        edge.as_ref().map(|edge| Edge { bound: edge.bound as f64, then: edge.then.clone() })
    };
    Range { above: edge(&range.above), up_to: edge(&range.up_to) }
}

/// Returns the formulas of models that fit equally well.
pub fn formulas(qca: &Qca, models: &[Model]) -> String {
    let written = models.iter().map(|model| model.written(&qca.names(), &qca.levels()));
    written.collect::<Vec<_>>().join(OR)
}

impl Chance {
    /// Returns the benchmark as a table of one row.
    pub fn table(&self) -> Table {
        let counts = ["cases_with", "cases_without", "rows", "contradictory_rows"].map(Column::integer);
        let shares = [Column::number("share_without_contradiction"), Column::number("share_drawn")];
        let runs = ["runs", "seed"].map(Column::integer);
        let row = vec![
            self.n_with.into(),
            self.n_without.into(),
            self.n_rows.into(),
            self.n_contradictions.into(),
            self.share.into(),
            self.drawn_share().into(),
            self.runs.into(),
            self.seed.into(),
        ];
        Table {
            name: "qca-chance",
            columns: counts.into_iter().chain(shares).chain(runs).collect(),
            rows: vec![row],
        }
    }
}
