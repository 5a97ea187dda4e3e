//! Cases by codes as Qualitative Comparative Analysis takes them: crisp, raw, and calibrated where the user gives anchors.
//!
//! A cell of a case without material is empty ("not known"), never 0. A code counts with what is coded below it.

use super::names::Names;
use crate::table::{Column, ColumnKind, Table, Value};
use crate::{CasesByFactors, Cell, CellState};
use draad_core::{AttributeType, AttributeValue, Case, CodeKind, ConditionMeasure, Study};
use draad_measures::calibrate::{direct, quantile};

/// The sheets, and what there is to know of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheets {
    /// 0 or 1 per case and code: whether there is at least one passage; and the levels of attributes.
    pub crisp: Table,
    /// The measures per case and code, to be calibrated.
    pub raw: Table,
    /// Memberships by the direct method, where anchors were given.
    pub fuzzy: Option<Table>,
    /// What each column is.
    pub legend: Table,
    /// Columns of codes, in the order of the codebook.
    pub conditions: Vec<String>,
    /// Columns of levels of the attributes that are outcomes.
    pub outcomes: Vec<String>,
    /// Codes of which the anchors coincide, so that no membership is defined.
    pub uncalibrated: Vec<String>,
    /// Cells of exactly .5, as column and case: such a case stands in no row of a truth table.
    pub at_crossover: Vec<(String, String)>,
}

const MEASURES: [ConditionMeasure; 4] = [
    ConditionMeasure::Passages,
    ConditionMeasure::Sources,
    ConditionMeasure::Chars,
    ConditionMeasure::Coverage,
];

/// Returns a measure of a cell; nothing without material.
fn measured(measure: ConditionMeasure, cell: &Cell) -> Option<f64> {
    let count = |n: usize| Some(n as f64);
    match measure {
        _ if cell.state == CellState::NoMaterial => None,
        ConditionMeasure::Passages => count(cell.n_passages),
        ConditionMeasure::Sources => count(cell.n_sources),
        ConditionMeasure::Chars => Some(cell.chars_covered as f64),
        ConditionMeasure::Coverage => cell.coverage().ok(),
    }
}

/// Makes the sheets. `anchors` are quantiles of the cases with material: for exclusion, crossover and inclusion.
pub fn sheets(
    study: &Study,
    table: &CasesByFactors,
    measure: ConditionMeasure,
    anchors: Option<[f64; 3]>,
) -> Sheets {
    let mut maker = Maker::new(study, table);
    maker.add_attributes();
    maker.add_codes();
    if let Some(anchors) = anchors {
        maker.calibrate(measure, anchors);
    }
    maker.sheets
}

struct Maker<'s> {
    study: &'s Study,
    table: &'s CasesByFactors,
    /// Positions in the table's cases, in the order of the study.
    cases: Vec<usize>,
    /// Positions in the table's factors, in the order of the codebook, with their columns.
    codes: Vec<(usize, String)>,
    names: Names,
    sheets: Sheets,
}

impl<'s> Maker<'s> {
    fn new(study: &'s Study, table: &'s CasesByFactors) -> Self {
        let mut cases: Vec<usize> = (0..table.cases.len()).collect();
        cases.sort_by_key(|&case| study.cases.get_index_of(&table.cases[case].id));
        let ids = || cases.iter().map(|&case| vec![Value::text(&table.cases[case].id)]).collect::<Vec<_>>();
        let sheet = |name| Table { name, columns: vec![Column::text("CASE")], rows: ids() };
        let legend = ["column", "what", "id", "level", "name"].map(Column::text).into();
        let sheets = Sheets {
            crisp: sheet("qca-crisp"),
            raw: sheet("qca-raw"),
            fuzzy: None,
            legend: Table { name: "legend", columns: legend, rows: Vec::new() },
            conditions: Vec::new(),
            outcomes: Vec::new(),
            uncalibrated: Vec::new(),
            at_crossover: Vec::new(),
        };
        Self { study, table, cases, codes: Vec::new(), names: Names::new(["CASE"]), sheets }
    }

    /// The levels of choices as 0 and 1, yes and no as 1 and 0, numbers as raw measures.
    fn add_attributes(&mut self) {
        let (study, language) = (self.study, self.study.settings.language);
        for attribute in study.settings.attributes_for_others() {
            let of_case = |case: &Case| case.attributes.get(&attribute.id).cloned();
            let name = attribute.name(language);
            match attribute.kind {
                AttributeType::Choice => {
                    for level in &attribute.levels {
                        let column = self.names.of(&format!("{}_{}", attribute.id, level.id));
                        let label = format!("{name}: {}", level.label.or(language, &level.id));
                        self.explain([&column, "level", attribute.id.as_str(), &level.id, &label]);
                        let values = self.of_cases(|case| match of_case(case) {
                            Some(AttributeValue::Level(own)) => flag(own == level.id),
                            _ => Value::Nothing,
                        });
                        if attribute.outcome {
                            self.sheets.outcomes.push(column.clone());
                        }
                        add(&mut self.sheets.crisp, &column, ColumnKind::Integer, values);
                    }
                }
                AttributeType::YesNo => {
                    let column = self.names.of(attribute.id.as_str());
                    self.explain([&column, "yes-no", attribute.id.as_str(), "", &name]);
                    let values = self.of_cases(|case| match of_case(case) {
                        Some(AttributeValue::YesNo(yes)) => flag(yes),
                        _ => Value::Nothing,
                    });
                    if attribute.outcome {
                        self.sheets.outcomes.push(column.clone());
                    }
                    add(&mut self.sheets.crisp, &column, ColumnKind::Integer, values);
                }
                AttributeType::Integer | AttributeType::Number => {
                    let column = self.names.of(attribute.id.as_str());
                    self.explain([&column, "number", attribute.id.as_str(), "", &name]);
                    let values = self.of_cases(|case| match of_case(case) {
                        Some(AttributeValue::Integer(number)) => Value::Number(number as f64),
                        Some(AttributeValue::Number(number)) => Value::Number(number),
                        _ => Value::Nothing,
                    });
                    add(&mut self.sheets.raw, &column, ColumnKind::Number, values);
                }
                AttributeType::Text | AttributeType::Date => {}
            }
        }
    }

    fn add_codes(&mut self) {
        let (study, table) = (self.study, self.table);
        let mut factors: Vec<usize> = (0..table.factors.len()).collect();
        factors.sort_by_key(|&factor| study.codebook.codes.get_index_of(&table.factors[factor].id));
        for factor in factors {
            let row = &table.factors[factor];
            let name = row.name.or(study.settings.language, &row.id);
            let column = self.names.of(row.id.as_str());
            self.explain([&column, "code", row.id.as_str(), "", &name]);
            self.add_flags(&column, factor, |cell| cell.state.is_coded());
            if row.kind == CodeKind::Factor {
                type Count = fn(&Cell) -> usize;
                let directions: [(&str, Count); 2] =
                    [("promoting", |cell| cell.n_promoting), ("hindering", |cell| cell.n_hindering)];
                for (direction, count) in directions {
                    let column = self.names.of(&format!("{column}_{direction}"));
                    self.explain([&column, direction, row.id.as_str(), "", &name]);
                    self.add_flags(&column, factor, |cell| count(cell) > 0);
                }
            }
            for measure in MEASURES {
                let column = self.names.of(&format!("{column}_{}", <&str>::from(measure)));
                self.explain([&column, measure.into(), row.id.as_str(), "", &name]);
                let values = self.of_cells(factor, |cell| measured(measure, cell).into());
                add(&mut self.sheets.raw, &column, ColumnKind::Number, values);
            }
            self.sheets.conditions.push(column.clone());
            self.codes.push((factor, column));
        }
    }

    /// Memberships in a sheet of their own, beside the levels of attributes.
    fn calibrate(&mut self, measure: ConditionMeasure, anchors: [f64; 3]) {
        let n_attributes = self.sheets.crisp.columns.len() - self.n_code_columns();
        let mut fuzzy = Table { name: "qca-fuzzy", columns: Vec::new(), rows: Vec::new() };
        fuzzy.columns = self.sheets.crisp.columns[..n_attributes].to_vec();
        fuzzy.rows = self.sheets.crisp.rows.iter().map(|row| row[..n_attributes].to_vec()).collect();
        for (factor, column) in self.codes.clone() {
            let values = self.of_cells(factor, |cell| measured(measure, cell).into());
            let mut known: Vec<f64> = values.iter().filter_map(number).collect();
            known.sort_by(f64::total_cmp);
            let points = anchors.map(|p| quantile(&known, p).unwrap_or_default());
            let member = |value: &Value| number(value).and_then(|x| direct(x, points));
            let members: Vec<Value> = values.iter().map(|value| member(value).into()).collect();
            if members.iter().all(|member| *member == Value::Nothing) {
                self.sheets.uncalibrated.push(column.clone());
            }
            for (value, row) in members.iter().zip(&fuzzy.rows) {
                if let (Value::Number(0.5), Value::Text(case)) = (value, &row[0]) {
                    self.sheets.at_crossover.push((column.clone(), case.clone()));
                }
            }
            add(&mut fuzzy, &column, ColumnKind::Number, members);
        }
        self.sheets.fuzzy = Some(fuzzy);
    }

    /// How many columns of the crisp sheet are about codes.
    fn n_code_columns(&self) -> usize {
        let is_factor = |(factor, _): &&(usize, String)| self.table.factors[*factor].kind == CodeKind::Factor;
        self.codes.len() + 2 * self.codes.iter().filter(is_factor).count()
    }

    fn add_flags(&mut self, column: &str, factor: usize, is_so: impl Fn(&Cell) -> bool) {
        let values = self.of_cells(factor, |cell| match cell.state {
            CellState::NoMaterial => Value::Nothing,
            _ => flag(is_so(cell)),
        });
        add(&mut self.sheets.crisp, column, ColumnKind::Integer, values);
    }

    fn of_cells(&self, factor: usize, value: impl Fn(&Cell) -> Value) -> Vec<Value> {
        self.cases.iter().map(|&case| value(self.table.cell(0, factor, case))).collect()
    }

    fn of_cases(&self, value: impl Fn(&Case) -> Value) -> Vec<Value> {
        let case = |&case: &usize| self.study.cases.get(&self.table.cases[case].id);
        self.cases.iter().map(|place| case(place).map_or(Value::Nothing, &value)).collect()
    }

    fn explain(&mut self, cells: [&str; 5]) {
        self.sheets.legend.rows.push(cells.map(Value::words).into());
    }
}

fn add(sheet: &mut Table, column: &str, kind: ColumnKind, values: Vec<Value>) {
    sheet.columns.push(Column::new(column, kind));
    sheet.rows.iter_mut().zip(values).for_each(|(row, value)| row.push(value));
}

fn flag(is_so: bool) -> Value {
    Value::Integer(i64::from(is_so))
}

fn number(value: &Value) -> Option<f64> {
    if let Value::Number(number) = value { Some(*number) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;
    use crate::sample::material;

    #[test]
    fn a_case_without_material_is_unknown_and_one_with_material_is_0_or_1() {
        let study = material().coding("anna", "s1", "b", "ging het toen").done();
        let table = CasesByFactors::from_study(&study, &Options::default()).unwrap();
        let sheets = sheets(&study, &table, ConditionMeasure::default(), Some([0.05, 0.5, 0.95]));
        let place =
            |sheet: &Table, name: &str| sheet.columns.iter().position(|column| column.name == name).unwrap();
        for (row, case) in sheets.crisp.rows.iter().zip(study.cases.values()) {
            assert_eq!(row[0], Value::text(&case.id));
            let column = table.cases.iter().position(|column| column.id == case.id).unwrap();
            for (factor, code) in table.factors.iter().enumerate() {
                let state = table.cell(0, factor, column).state;
                let expected = match state {
                    CellState::NoMaterial => Value::Nothing,
                    state => Value::Integer(i64::from(state.is_coded())),
                };
                let name = code.id.as_str().to_uppercase();
                assert_eq!(row[place(&sheets.crisp, &name)], expected, "{name} {}", case.id);
            }
        }
        let fuzzy = sheets.fuzzy.unwrap();
        assert_eq!(fuzzy.columns.last().unwrap().name, *sheets.conditions.last().unwrap());
        assert!(fuzzy.rows.iter().all(|row| row.len() == fuzzy.columns.len()));
    }
}
