//! The table as plain tables.

use super::{LiteratureTable, NamedFactor, NamingWork};
use crate::plain::valence;
use crate::table::{Column, Table, Value};
use draad_core::Study;

impl LiteratureTable {
    /// Returns one row per factor and work that names it (a factor that no work names has one row too), and one row per work.
    pub fn tables(&self, study: &Study) -> Vec<Table> {
        vec![self.factor_table(), self.work_table(study)]
    }

    fn factor_table(&self) -> Table {
        let mut columns =
            ["factor", "reference", "listed_by", "standing", "valence", "level"].map(Column::text).to_vec();
        columns.extend(["n", "shown_k", "promotes_k", "hinders_k"].map(Column::integer));
        columns.extend(["shown_in", "promotes_in", "hinders_in"].map(Column::text));
        let rows = self.factors.iter().flat_map(|factor| self.factor_rows(factor)).collect();
        Table { name: "literature", columns, rows }
    }

    fn factor_rows(&self, named: &NamedFactor) -> Vec<Vec<Value>> {
        let has_material = named.n > 0;
        let row = |reference: Value, by: Value| {
            let factor = &named.factor;
            let mut row = vec![
                Value::text(&factor.id),
                reference,
                by,
                Value::text(<&str>::from(named.standing())),
                valence(factor.valence),
                factor.level.as_ref().map(ToString::to_string).into(),
                named.n.into(),
            ];
            let cases = [&named.shown, &named.promoting, &named.hindering];
            row.extend(cases.map(|cases| has_material.then_some(cases.len()).into()));
            row.extend(cases.map(|cases| Value::list(cases.iter().map(|&case| &self.cases[case].id))));
            row
        };
        if named.named.is_empty() {
            return vec![row(Value::Nothing, Value::Nothing)];
        }
        named.named.iter().map(|naming| row(Value::text(&naming.work), Value::list(&naming.by))).collect()
    }

    fn work_table(&self, study: &Study) -> Table {
        let mut columns = ["reference", "authors", "year", "title"].map(Column::text).to_vec();
        columns.extend(["factors_n", "shown_k"].map(Column::integer));
        columns.extend(["shown", "not_shown"].map(Column::text));
        let rows = self.works.iter().map(|work| self.work_row(study, work)).collect();
        Table { name: "literature-works", columns, rows }
    }

    fn work_row(&self, study: &Study, naming: &NamingWork) -> Vec<Value> {
        let (shown, n) = self.shown_of(naming);
        let of = |is_shown: bool| {
            let factors = naming.factors.iter().map(|&factor| &self.factors[factor]);
            Value::list(factors.filter(|one| one.shown.is_empty() != is_shown).map(|one| &one.factor.id))
        };
        let work = study.references.get(&naming.work);
        let said = |field: fn(&draad_core::Reference) -> &str| Value::words(work.map_or("", field));
        vec![
            Value::text(&naming.work),
            work.map_or(Value::Nothing, |work| Value::list(&work.authors)),
            said(|work| &work.year),
            said(|work| &work.title),
            n.into(),
            shown.into(),
            of(true),
            of(false),
        ]
    }
}
