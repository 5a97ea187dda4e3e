//! Conditions and their memberships as plain tables.

use super::{Calibrated, CalibratedCase, Scale};
use crate::table::{Column, ColumnKind, Table, Value};
use draad_core::{Calibration, Condition, Membership};

/// Returns the list of conditions as a plain table: what each rests on, how it is calibrated, and for how many cases it has
/// a membership.
pub fn list(all: &[Calibrated]) -> Table {
    let text =
        ["condition", "label_nl", "label_en", "scale", "method", "code", "valence", "attribute", "measure"];
    let number = ["exclusion", "crossover", "inclusion", "degree", "log_odds"];
    let columns = text.map(Column::text).into_iter().chain(number.map(Column::number));
    let further = ["thresholds", "levels", "values", "note"].map(Column::text);
    let counts = ["n_cases", "n_of_cases"].map(Column::integer);
    Table {
        name: "conditions",
        columns: columns.chain(further).chain(counts).collect(),
        rows: all.iter().map(row_of_condition).collect(),
    }
}

fn row_of_condition(one: &Calibrated) -> Vec<Value> {
    let Condition { name, label, method, code, valence, attribute, measure, .. } = &one.condition;
    let scale = match one.scale {
        Scale::Crisp => "crisp",
        Scale::Fuzzy => "fuzzy",
        Scale::MultiValue { .. } => "multi-value",
    };
    let degree = match one.calibration {
        Calibration::Direct { degree, .. } => Some(degree),
        _ => None,
    };
    let levels = match &one.scale {
        Scale::MultiValue { levels } => Value::list(levels),
        _ => Value::list(&one.condition.level),
    };
    vec![
        Value::text(name),
        Value::words(&label.nl),
        Value::words(&label.en),
        Value::text(scale),
        Value::text(<&str>::from(*method)),
        code.as_ref().map(ToString::to_string).into(),
        valence.map(|valence| <&str>::from(valence).to_owned()).into(),
        attribute.as_ref().map(ToString::to_string).into(),
        measure.map(|measure| <&str>::from(measure).to_owned()).into(),
        one.condition.exclusion.into(),
        one.condition.crossover.into(),
        one.condition.inclusion.into(),
        degree.into(),
        one.log_odds().into(),
        Value::list(&one.condition.threshold),
        levels,
        Value::list(one.condition.value.iter().map(|value| value.value)),
        Value::words(&one.condition.note),
        one.n_known().into(),
        one.rows.len().into(),
    ]
}

impl Calibrated {
    /// Returns the condition as plain tables: its memberships, its values with their definitions where people score it, and
    /// every score that people gave.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.memberships()];
        if self.condition.is_scored() {
            tables.extend([self.values(), self.scores()]);
        }
        tables
    }

    fn memberships(&self) -> Table {
        let columns = vec![
            Column::text("case"),
            Column::text("name"),
            Column::text("value"),
            Column::number("raw"),
            Column::number("membership"),
            Column::text("reason"),
            Column::text("scored_by"),
            Column::new("scored", ColumnKind::Moment),
            Column::text("memo"),
            Column::text("passages"),
        ];
        let row = |row: &CalibratedCase| {
            let latest = row.scores.first();
            let passages = row.scores.iter().flat_map(|score| &score.passages);
            let memos = row.scores.iter().map(|score| score.memo.as_str()).filter(|memo| !memo.is_empty());
            vec![
                Value::text(&row.id),
                Value::words(&row.name),
                row.value.as_ref().map(ToString::to_string).into(),
                row.raw.map_or(Value::Nothing, Value::from),
                row.membership.into(),
                row.membership.err().map(|reason| reason.to_string()).into(),
                Value::list(row.scores.iter().map(|score| &score.coder)),
                latest.map(|score| score.created).into(),
                Value::words(&memos.collect::<Vec<_>>().join(" / ")),
                Value::list(passages.map(|passage| passage.address())),
            ]
        };
        Table { name: "calibration", columns, rows: self.rows.iter().map(row).collect() }
    }

    fn values(&self) -> Table {
        let columns = vec![
            Column::number("value"),
            Column::text("label_nl"),
            Column::text("label_en"),
            Column::text("definition"),
            Column::integer("n_cases"),
        ];
        let rows = self.condition.value.iter().map(|anchor| {
            let n_cases = self.rows.iter().filter(|row| row.membership == Ok(anchor.value)).count();
            vec![
                anchor.value.into(),
                Value::words(&anchor.label.nl),
                Value::words(&anchor.label.en),
                Value::words(&anchor.definition),
                n_cases.into(),
            ]
        });
        Table { name: "values", columns, rows: rows.collect() }
    }

    fn scores(&self) -> Table {
        let columns = vec![
            Column::text("case"),
            Column::number("value"),
            Column::text("coder"),
            Column::new("created", ColumnKind::Moment),
            Column::yes_no("counts"),
            Column::text("memo"),
            Column::text("passages"),
        ];
        let row = |(score, counts): (&Membership, bool)| {
            vec![
                Value::text(&score.case),
                score.value.into(),
                Value::text(&score.coder),
                score.created.into(),
                counts.into(),
                Value::words(&score.memo),
                Value::list(score.passages.iter().map(|passage| passage.address())),
            ]
        };
        let rows = self.rows.iter().flat_map(|case| {
            let counting = case.scores.iter().map(|score| (score, true));
            counting.chain(case.earlier.iter().map(|score| (score, false))).map(row)
        });
        Table { name: "scores", columns, rows: rows.collect() }
    }
}
