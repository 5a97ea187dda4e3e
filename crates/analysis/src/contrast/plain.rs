//! The contrast as plain tables, and as statements.

use super::count::shares;
use super::{CasePair, CasePairs, Contrast, FactorContrast, Happens};
use crate::plain::{state, valence};
use crate::table::{Column, Table, Value};
use crate::{Directions, Statement};
use draad_core::CodeId;

impl Contrast {
    /// Returns the contrast as plain tables: factors by outcome, deviant cases, similar cases with different outcomes, and
    /// different cases with the same outcome.
    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.factor_table(),
            self.deviant_table(),
            self.pair_table("contrast-similar-cases", &self.similar),
            self.pair_table("contrast-different-cases", &self.different),
        ]
    }

    /// Returns what the table claims: with which outcome a factor occurs, promotes or hinders in the largest share of the
    /// cases. Nothing is claimed where two outcomes share that place.
    pub fn statements(&self) -> Vec<Statement> {
        let outcome = self.basis.outcome.as_ref().map_or("", |outcome| outcome.attribute.as_str());
        let claim = |factor: &FactorContrast, happens: Happens| {
            let level = self.largest(factor, happens)?;
            let claim = match happens {
                Happens::Occurs => "occurs-more",
                Happens::Promotes => "promotes-more",
                Happens::Hinders => "hinders-more",
            };
            Some(Statement::new(claim, [factor.id.as_str(), outcome], level))
        };
        let of = |factor| Happens::ALL.into_iter().filter_map(move |happens| claim(factor, happens));
        self.factors.iter().flat_map(of).collect()
    }

    /// Returns the only outcome with the largest share of cases in which something happens, if there are outcomes to compare.
    pub fn largest(&self, factor: &FactorContrast, happens: Happens) -> Option<&str> {
        let mut shares: Vec<_> = shares(&self.groups, factor, happens).collect();
        shares.sort_by(|(_, a), (_, b)| b.cmp(a));
        let [(most, share), (_, next), ..] = shares[..] else { return None };
        if share > next { self.groups[most].level.as_deref() } else { None }
    }

    /// One row per factor and outcome.
    fn factor_table(&self) -> Table {
        let mut columns = ["factor", "outcome", "valence", "level"].map(Column::text).to_vec();
        let counts = ["n", "occurs_k", "promotes_k", "hinders_k"];
        columns.extend(counts.map(Column::integer));
        let passages = ["passages", "promoting", "hindering", "ambivalent", "without_direction", "sources"];
        columns.extend(passages.map(Column::integer));
        columns.extend(["material_sources", "material_chars"].map(Column::integer));
        columns.extend(["occurs_in", "promotes_in", "hinders_in", "deviant_cases"].map(Column::text));
        let rows = self
            .factors
            .iter()
            .flat_map(|factor| (0..self.groups.len()).map(move |group| self.factor_row(factor, group)));
        Table { name: "contrast", rows: rows.collect(), columns }
    }

    fn factor_row(&self, factor: &FactorContrast, group: usize) -> Vec<Value> {
        let (in_group, of_group) = (&factor.groups[group], &self.groups[group]);
        let counted = |happens| self.k_of_n(factor, group, happens);
        let mut row = vec![
            Value::text(&factor.id),
            self.outcome_value(group),
            valence(factor.valence),
            factor.level.as_ref().map(ToString::to_string).into(),
            counted(Happens::Occurs).map(|(_, n)| n).into(),
        ];
        row.extend(Happens::ALL.map(|happens| Value::from(counted(happens).map(|(k, _)| k))));
        let occurrence = in_group.occurrence.as_ref();
        let Directions { passages, promoting, hindering, ambivalent, without } =
            occurrence.map(|found| found.passages).unwrap_or_default();
        let sources = occurrence.map_or(0, |found| found.n_sources);
        row.extend([passages, promoting, hindering, ambivalent, without, sources].map(Value::from));
        row.extend([of_group.n_sources.into(), of_group.n_chars.into()]);
        row.extend(Happens::ALL.map(|happens| self.case_list(in_group.cases(happens).iter().copied())));
        let deviant = factor.deviant.iter().map(|deviant| deviant.case);
        row.push(self.case_list(deviant.filter(|&case| self.cases[case].group == group)));
        row
    }

    /// One row per factor and case that does not fit it.
    fn deviant_table(&self) -> Table {
        let mut columns =
            ["factor", "case", "outcome", "valence", "deviation", "state"].map(Column::text).to_vec();
        let counts =
            ["passages", "promoting", "hindering", "ambivalent", "material_sources", "material_chars"];
        columns.extend(counts.map(Column::integer));
        let mut rows = Vec::new();
        for factor in &self.factors {
            rows.extend(factor.deviant.iter().map(|deviant| {
                let case = &self.cases[deviant.case];
                let Directions { passages, promoting, hindering, ambivalent, .. } = deviant.passages;
                let mut row = vec![
                    Value::text(&factor.id),
                    Value::text(&case.id),
                    self.outcome_value(case.group),
                    valence(factor.valence),
                    Value::text(<&str>::from(deviant.deviation)),
                    state(deviant.state),
                ];
                row.extend([passages, promoting, hindering, ambivalent, case.n_sources].map(Value::from));
                row.push(case.n_chars.into());
                row
            }));
        }
        Table { name: "contrast-deviant-cases", rows, columns }
    }

    /// One row per pair of cases.
    fn pair_table(&self, name: &'static str, pairs: &CasePairs) -> Table {
        let mut columns = ["case", "other_case", "outcome", "other_outcome"].map(Column::text).to_vec();
        columns.push(Column::number("jaccard"));
        columns.extend(["shared", "only_case", "only_other_case"].map(Column::integer));
        columns.extend(["material_chars", "other_material_chars"].map(Column::integer));
        let lists =
            ["shared_factors", "opposed_factors", "turned_factors", "only_in_case", "only_in_other_case"];
        columns.extend(lists.map(Column::text));
        columns
            .extend(["differing_attributes", "same_attributes", "attributes_not_stated"].map(Column::text));
        let rows = pairs.pairs.iter().map(|pair| self.pair_row(pair)).collect();
        Table { name, rows, columns }
    }

    fn pair_row(&self, pair: &CasePair) -> Vec<Value> {
        let (first, second) = (&self.cases[pair.first], &self.cases[pair.second]);
        let codes = |codes: &[CodeId]| Value::list(codes);
        let differing = pair.differing.iter();
        vec![
            Value::text(&first.id),
            Value::text(&second.id),
            self.outcome_value(first.group),
            self.outcome_value(second.group),
            pair.similarity().into(),
            pair.shared.len().into(),
            pair.only_first.len().into(),
            pair.only_second.len().into(),
            first.n_chars.into(),
            second.n_chars.into(),
            codes(&pair.shared),
            codes(&pair.opposed),
            codes(&pair.turned),
            codes(&pair.only_first),
            codes(&pair.only_second),
            Value::list(differing.map(|pair| format!("{}={}|{}", pair.attribute, pair.first, pair.second))),
            Value::list(&pair.agreeing),
            Value::list(&pair.not_stated),
        ]
    }

    fn outcome_value(&self, group: usize) -> Value {
        self.groups[group].key().value()
    }

    fn case_list(&self, cases: impl Iterator<Item = usize>) -> Value {
        Value::list(cases.map(|case| &self.cases[case].id))
    }
}
