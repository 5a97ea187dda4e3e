//! The association as plain tables.

use super::{Adjust, Association, FactorAssociation, FactorTests, Family, Standing};
use crate::Directions;
use crate::plain::valence;
use crate::table::{Column, Table, Value};
use draad_measures::association::{HalfAdded, Limits, TwoByTwo, arrangements, odds_ratio, odds_ratio_limits};
use draad_measures::{Measured, Undefined};
use strum::IntoEnumIterator;

impl Association {
    /// Returns factors with their cells and the difference; further measures; tests; passages; and each case of each factor.
    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.difference_table(),
            self.measure_table(),
            self.test_table(),
            self.count_table(),
            self.case_table(),
        ]
    }

    /// Makes a table with a row per factor, which begins with what the factor is and how many cases stand in each cell.
    fn table(
        &self,
        name: &'static str,
        columns: Vec<Column>,
        row: impl Fn(usize, &FactorAssociation) -> Vec<Value>,
    ) -> Table {
        let texts = ["factor", "valence", "level", "outcome"].map(Column::text);
        let cells = ["a", "b", "c", "d"].map(Column::integer);
        let begin = |factor: &FactorAssociation| {
            let TwoByTwo { a, b, c, d } = factor.table;
            let level = factor.level.as_ref().map(ToString::to_string);
            let texts =
                [Value::text(&factor.id), valence(factor.valence), level.into(), Value::text(&self.test)];
            texts.into_iter().chain([a, b, c, d].map(Value::from))
        };
        let factors = self.factors.iter().enumerate();
        let rows = factors.map(|(place, factor)| begin(factor).chain(row(place, factor)).collect());
        Table { name, rows: rows.collect(), columns: texts.into_iter().chain(cells).chain(columns).collect() }
    }

    fn difference_table(&self) -> Table {
        let mut columns = ["risk_difference", "confidence", "newcombe_lower", "newcombe_upper"]
            .map(Column::number)
            .to_vec();
        columns.extend(["agresti_caffo_lower", "agresti_caffo_upper"].map(Column::number));
        let lists = ["cases_a", "cases_b", "cases_c", "cases_d", "cases_no_material", "cases_not_coded"];
        columns.extend(lists.map(Column::text));
        columns.extend(["cases_not_stated", "deviant_cases"].map(Column::text));
        let confidence = self.options.confidence;
        self.table("association", columns, |_, factor| {
            let mut row = vec![factor.table.risk_difference().into(), confidence.level().into()];
            row.extend(ends(factor.newcombe(confidence)));
            row.extend(ends(factor.strength(|table| table.agresti_caffo(confidence))));
            let others = [Standing::NoMaterial, Standing::NotCoded, Standing::NotStated];
            let lists = Standing::CELLS.into_iter().chain(others);
            row.extend(lists.map(|standing| self.case_list(factor.cases(standing))));
            row.push(self.case_list(factor.deviant.iter().map(|deviant| deviant.case)));
            row
        })
    }

    fn measure_table(&self) -> Table {
        let names =
            ["phi", "phi_reachable", "phi_of_reachable", "yule_q", "odds_ratio", "odds_ratio_half_added"];
        let further = [
            "woolf_lower",
            "woolf_upper",
            "odds_ratio_conditional",
            "conditional_lower",
            "conditional_upper",
        ];
        let columns = names.into_iter().chain(further).chain(["confidence"]).map(Column::number);
        let columns = columns.chain([Column::text("empty_cells")]).collect();
        let confidence = self.options.confidence;
        self.table("association-measures", columns, |_, factor| {
            let measures: [fn(TwoByTwo) -> Measured; 6] = [
                TwoByTwo::phi,
                TwoByTwo::phi_reachable,
                TwoByTwo::phi_of_reachable,
                TwoByTwo::yule_q,
                TwoByTwo::odds_ratio,
                |table| table.odds_ratio_half_added(HalfAdded::Always),
            ];
            let mut row: Vec<Value> = measures.map(|measure| factor.strength(measure).into()).to_vec();
            row.extend(ends(factor.strength(|table| table.woolf(HalfAdded::Always, confidence))));
            row.push(factor.strength(odds_ratio).into());
            let limits = factor.strength(|table| odds_ratio_limits(table, confidence));
            row.extend([
                limits.map(|limits| limits.lower).into(),
                limits.and_then(|limits| limits.upper).into(),
            ]);
            row.extend([confidence.level().into(), empty_cells(factor.table)]);
            row
        })
    }

    fn test_table(&self) -> Table {
        self.table("association-tests", test_columns(), |place, factor| self.test_row(place, factor))
    }

    fn test_row(&self, place: usize, factor: &FactorAssociation) -> Vec<Value> {
        let of = |number: &dyn Fn(&FactorTests) -> Value| match &factor.tests {
            Ok(tests) => number(tests),
            Err(reason) => Value::Undefined(*reason),
        };
        let mut row = vec![
            of(&|tests| tests.fisher.least_attainable.into()),
            of(&|tests| tests.fisher.two_sided.into()),
            of(&|tests| tests.fisher.less.into()),
            of(&|tests| tests.fisher.greater.into()),
            of(&|tests| tests.fisher.mid_p.into()),
            of(&|tests| tests.boschloo.into()),
            of(&|tests| tests.barnard.into()),
        ];
        for family in Family::iter() {
            let family = self.family(family);
            row.push(family.members.len().into());
            row.extend(Adjust::iter().map(|adjust| Value::from(family.adjusted(adjust, place))));
        }
        row.push(of(&|_| self.tarone.tested.contains(&place).into()));
        row.extend([self.tarone.k.into(), self.tarone.limit.into()]);
        row.push(factor.tests.as_ref().err().map(ToString::to_string).into());
        row
    }

    fn count_table(&self) -> Table {
        let mut columns = ["passages_with_outcome", "passages_without"].map(Column::integer).to_vec();
        columns.extend(["material_chars_with_outcome", "material_chars_without"].map(Column::integer));
        columns.extend(["mean_with_outcome", "mean_without", "mean_difference"].map(Column::number));
        columns.extend(
            ["permutation_absolute_p", "permutation_doubled_p", "permutation_least_p"].map(Column::number),
        );
        columns.push(Column::integer("arrangements"));
        self.table("association-counts", columns, |_, factor| {
            let passages = |cells: [Standing; 2]| -> Value {
                let cases = cells.into_iter().flat_map(|cell| factor.cases(cell));
                cases.map(|case| factor.n_passages(case) as u64).sum::<u64>().into()
            };
            let [a, b, c, d] = Standing::CELLS;
            let mut row: Vec<Value> = [[a, c], [b, d]].map(passages).to_vec();
            row.extend(self.material.map(|material| Value::from(material.n_chars)));
            let counts = factor.tests.as_ref().map(|tests| tests.counts).map_err(|reason| *reason);
            let means = factor.means();
            row.extend([0, 1, 2].map(|place: usize| Value::from(means.map(|means| means[place]))));
            row.extend([
                counts.and_then(|counts| counts.absolute).into(),
                counts.and_then(|counts| counts.doubled).into(),
                counts.and_then(|counts| counts.least_attainable).into(),
            ]);
            row.push(arrangements(factor.table.n(), factor.table.focal()).into());
            row
        })
    }

    /// One row per factor and case.
    fn case_table(&self) -> Table {
        let mut columns = ["factor", "case", "outcome", "stands", "cell"].map(Column::text).to_vec();
        let counts =
            ["passages", "promoting", "hindering", "ambivalent", "material_sources", "material_chars"];
        columns.extend(counts.map(Column::integer));
        columns.push(Column::text("deviation"));
        let factors = self.factors.iter();
        let rows =
            factors.flat_map(|factor| (0..self.cases.len()).map(move |case| self.case_row(factor, case)));
        Table { name: "association-cases", rows: rows.collect(), columns }
    }

    fn case_row(&self, factor: &FactorAssociation, place: usize) -> Vec<Value> {
        let (case, standing) = (&self.cases[place], factor.places[place]);
        let cell = Standing::CELLS.iter().position(|cell| *cell == standing);
        let passages = factor.of_cases.iter().find(|(own, _)| *own == place);
        let Directions { passages, promoting, hindering, ambivalent, .. } =
            passages.map(|(_, passages)| *passages).unwrap_or_default();
        let deviant = factor.deviant.iter().find(|deviant| deviant.case == place);
        let mut row = vec![
            Value::text(&factor.id),
            Value::text(&case.id),
            self.groups[case.group].key().value(),
            Value::text(<&str>::from(standing)),
            cell.map(|cell| ["a", "b", "c", "d"][cell].to_owned()).into(),
        ];
        row.extend([passages, promoting, hindering, ambivalent, case.n_sources].map(Value::from));
        row.push(case.n_chars.into());
        row.push(deviant.map(|deviant| <&str>::from(deviant.deviation).to_owned()).into());
        row
    }

    /// Lists cases by id, as people read them too.
    fn case_list(&self, cases: impl Iterator<Item = usize>) -> Value {
        let mut ids: Vec<&str> = cases.map(|case| self.cases[case].id.as_str()).collect();
        ids.sort_unstable();
        Value::list(ids)
    }
}

fn test_columns() -> Vec<Column> {
    let fisher = ["least_attainable_p", "fisher_p", "fisher_less", "fisher_greater", "mid_p"];
    let mut columns: Vec<Column> =
        fisher.into_iter().chain(["boschloo_p", "barnard_p"]).map(Column::number).collect();
    for family in Family::iter() {
        let family: &str = family.into();
        columns.push(Column::integer(format!("family_{family}")));
        columns
            .extend(Adjust::iter().map(|adjust| {
                Column::number(format!("{}_{family}", <&str>::from(adjust).replace('-', "_")))
            }));
    }
    columns.push(Column::yes_no("tarone_tested"));
    columns.extend([Column::integer("tarone_k"), Column::number("tarone_limit")]);
    columns.push(Column::text("not_tested_because"));
    columns
}

fn ends(limits: Result<Limits, Undefined>) -> [Value; 2] {
    [limits.map(|limits| limits.lower).into(), limits.map(|limits| limits.upper).into()]
}

/// Which cells are 0: where b or c is, there is no upper end to an odds ratio.
fn empty_cells(table: TwoByTwo) -> Value {
    let cells = [("a", table.a), ("b", table.b), ("c", table.c), ("d", table.d)];
    Value::list(cells.into_iter().filter(|(_, n)| *n == 0).map(|(name, _)| name))
}
