//! Saturation as plain tables.

use super::{AccumulationUnit, CodeSet, Curve, RatioRow, Saturation};
use crate::table::{Column, ColumnKind, Table, Value};
use draad_measures::Undefined;
use draad_measures::new_information::{NewInformation, Run};
use draad_measures::share::share;

impl Saturation {
    /// Returns how codes accumulate, one row per unit in the order of analysis; then the estimates, the new-information ratios
    /// in all settings, their runs, and the codes.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.accumulation(), self.estimates(), self.ratios(), self.runs(), self.meanings()]
    }

    /// Returns what the units are, as a key column is called.
    fn unit_key(&self) -> &'static str {
        match self.unit {
            AccumulationUnit::Cases => "case",
            AccumulationUnit::Sources => "source",
        }
    }

    fn accumulation(&self) -> Table {
        let columns = vec![
            Column::text(self.unit_key()),
            Column::text("codes"),
            Column::integer("position"),
            Column::new("first_coded", ColumnKind::Moment),
            Column::new("date", ColumnKind::Day),
            Column::integer("codings"),
            Column::integer("material_chars"),
            Column::integer("codes_in_unit"),
            Column::integer("new_codes"),
            Column::text("new_code_ids"),
            Column::integer("codes_so_far"),
            Column::number("share_of_all"),
            Column::number("expected_codes"),
            Column::number("expected_sd"),
        ];
        let rows = self.curves.iter().flat_map(|curve| {
            let n_codes = curve.n_codes() as u64;
            let units = self.units.iter().zip(&curve.steps).zip(1_usize..);
            units.map(move |((unit, step), position)| {
                vec![
                    Value::text(&unit.id),
                    name(curve.codes),
                    position.into(),
                    unit.first_coded.into(),
                    unit.date.into(),
                    unit.n_codings.into(),
                    unit.n_chars.into(),
                    step.n_codes.into(),
                    step.new.len().into(),
                    Value::list(&step.new),
                    step.total.into(),
                    share(step.total as u64, n_codes).ok_or(Undefined::NoCodings).into(),
                    step.expected.codes.into(),
                    step.expected.sd.into(),
                ]
            })
        });
        Table { name: "saturation", rows: rows.collect(), columns }
    }

    fn estimates(&self) -> Table {
        let columns = vec![
            Column::text("codes"),
            Column::text("estimator"),
            Column::integer("units"),
            Column::integer("seen"),
            Column::integer("in_one_unit"),
            Column::integer("in_two_units"),
            Column::number("estimate"),
            Column::number("standard_error"),
        ];
        let rows = self.curves.iter().flat_map(|curve| {
            curve.estimates.iter().map(|row| {
                vec![
                    name(curve.codes),
                    Value::text(row.estimator),
                    self.units.len().into(),
                    curve.n_codes().into(),
                    curve.n_in_one.into(),
                    curve.n_in_two.into(),
                    row.estimate.map(|estimate| estimate.codes).into(),
                    row.estimate.map(|estimate| estimate.se).into(),
                ]
            })
        });
        Table { name: "saturation-estimates", rows: rows.collect(), columns }
    }

    fn ratios(&self) -> Table {
        let columns = vec![
            Column::text("codes"),
            Column::integer("base"),
            Column::integer("run"),
            Column::number("threshold"),
            Column::integer("base_codes"),
            Column::yes_no("reached"),
            Column::text("notation"),
            Column::text("first_unit"),
            Column::text("last_unit"),
        ];
        let rows = self.curves.iter().flat_map(|curve| {
            curve.ratios.iter().map(|row| {
                let found = row.found.as_ref().map_err(|reason| *reason);
                let reached = found.ok().and_then(|found| Some(found.runs[found.reached?]));
                let unit = |position: usize| Value::text(&self.units[position - 1].id);
                vec![
                    name(curve.codes),
                    row.procedure.base.into(),
                    row.procedure.run.into(),
                    row.procedure.threshold.into(),
                    found.map(|found| found.base_codes).into(),
                    found.map(|found| found.reached.is_some()).into(),
                    found.map(NewInformation::notation).into(),
                    reached.map_or(Value::Nothing, |run| unit(run.first)),
                    reached.map_or(Value::Nothing, |run| unit(run.last)),
                ]
            })
        });
        Table { name: "saturation-ratios", rows: rows.collect(), columns }
    }

    /// The runs do not depend on the threshold, so each stands once per base and length.
    fn runs(&self) -> Table {
        let columns = vec![
            Column::text("codes"),
            Column::integer("base"),
            Column::integer("run"),
            Column::integer("first"),
            Column::integer("last"),
            Column::text("first_unit"),
            Column::text("last_unit"),
            Column::integer("new_codes"),
            Column::integer("base_codes"),
            Column::number("ratio"),
        ];
        let once = |curve: &Curve, row: &&RatioRow| {
            let same = |other: &RatioRow| {
                (other.procedure.base, other.procedure.run) == (row.procedure.base, row.procedure.run)
            };
            curve.ratios.iter().find(|other| same(other)).map(|first| first.procedure) == Some(row.procedure)
        };
        let mut rows = Vec::new();
        for curve in &self.curves {
            for row in curve.ratios.iter().filter(|row| once(curve, row)) {
                let setting = [name(curve.codes), row.procedure.base.into(), row.procedure.run.into()];
                match &row.found {
                    Ok(found) => {
                        rows.extend(found.runs.iter().map(|run| self.run(&setting, run, found.base_codes)))
                    }
                    Err(reason) => {
                        let places = std::iter::repeat_n(Value::Nothing, 4);
                        let numbers = std::iter::repeat_n(Value::Undefined(*reason), 3);
                        rows.push(setting.into_iter().chain(places).chain(numbers).collect());
                    }
                }
            }
        }
        Table { name: "saturation-runs", rows, columns }
    }

    fn run(&self, setting: &[Value; 3], run: &Run, base_codes: usize) -> Vec<Value> {
        let unit = |position: usize| Value::text(&self.units[position - 1].id);
        let places = [run.first.into(), run.last.into(), unit(run.first), unit(run.last)];
        let numbers = [run.n_new.into(), base_codes.into(), run.ratio.into()];
        setting.iter().cloned().chain(places).chain(numbers).collect()
    }

    fn meanings(&self) -> Table {
        let columns = vec![
            Column::text("factor"),
            Column::text("origin"),
            Column::integer("k"),
            Column::integer("n"),
            Column::number("prevalence"),
            Column::integer("cases"),
            Column::integer("sources"),
            Column::integer("roles"),
            Column::text("role_ids"),
            Column::text("first_unit"),
            Column::text("last_unit"),
            Column::integer("memos"),
            Column::text("last_unit_with_memo"),
            Column::text("last_unit_with_new_sub_code"),
        ];
        let unit =
            |unit: Option<usize>| unit.map_or(Value::Nothing, |unit| Value::text(&self.units[unit].id));
        let rows = self.codes.iter().map(|code| {
            vec![
                Value::text(&code.code),
                Value::text(<&str>::from(code.origin)),
                code.n_units.into(),
                self.units.len().into(),
                self.prevalence(code).into(),
                code.n_cases.into(),
                code.n_sources.into(),
                code.roles.len().into(),
                Value::list(&code.roles),
                unit(code.first_unit),
                unit(code.last_unit),
                code.n_memos.into(),
                unit(code.last_memo_unit),
                unit(code.last_sub_code_unit),
            ]
        });
        Table { name: "saturation-codes", rows: rows.collect(), columns }
    }
}

fn name(codes: CodeSet) -> Value {
    Value::text(<&str>::from(codes))
}
