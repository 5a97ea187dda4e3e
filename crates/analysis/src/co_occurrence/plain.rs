//! The pairs and codes as plain tables.

use super::{CoOccurrence, Pair};
use crate::table::{Column, ColumnKind, Table, Value};
use draad_measures::allen::{Nearness, Relation};
use draad_measures::cooccurrence::is_out_of_range;

/// Up to this many cases the ids of the cases with both are written out.
const MOST_CASES_LISTED: usize = 50;

/// A column: its name, its type, and how it is read from a pair.
type Measure = (&'static str, ColumnKind, fn(&CoOccurrence, &Pair) -> Value);

const MEASURES: [Measure; 35] = {
    use ColumnKind::{Integer, Number, Text, YesNo};
    [
        ("kind_a", Text, |table, pair| Value::text(<&str>::from(table.codes[pair.first].kind))),
        ("kind_b", Text, |table, pair| Value::text(<&str>::from(table.codes[pair.second].kind))),
        ("cases_a", Integer, |table, pair| table.rule(pair).n_first.into()),
        ("cases_b", Integer, |table, pair| table.rule(pair).n_second.into()),
        ("cases_with_both", Integer, |_, pair| pair.n_cases.into()),
        ("cases_with_both_in_one_source", Integer, |_, pair| pair.n_cases_in_one_source.into()),
        ("cases_n", Integer, |table, _| table.cases.len().into()),
        ("cases_jaccard", Number, |table, pair| table.jaccard_cases(pair).into()),
        ("cases_support", Number, |table, pair| table.rule(pair).support().into()),
        ("cases_confidence_a_to_b", Number, |table, pair| table.rule(pair).confidence().into()),
        ("cases_confidence_b_to_a", Number, |table, pair| table.rule(pair).reversed().confidence().into()),
        ("cases_lift", Number, |table, pair| table.rule(pair).lift().into()),
        ("cases_lift_by_necessity", YesNo, |table, pair| table.rule(pair).is_necessary().into()),
        ("case_ids", Text, case_ids),
        ("sources_a", Integer, |table, pair| table.codes[pair.first].n_sources.into()),
        ("sources_b", Integer, |table, pair| table.codes[pair.second].n_sources.into()),
        ("sources_with_both", Integer, |_, pair| pair.n_sources.into()),
        ("sources_n", Integer, |table, _| table.n_sources.into()),
        ("sources_jaccard", Number, |table, pair| table.jaccard_sources(pair).into()),
        ("codings_a", Integer, |table, pair| table.codes[pair.first].n_codings.into()),
        ("codings_b", Integer, |table, pair| table.codes[pair.second].n_codings.into()),
        ("codings_a_touching_b", Integer, |_, pair| pair.codings.n_first.into()),
        ("codings_b_touching_a", Integer, |_, pair| pair.codings.n_second.into()),
        ("passages_a", Integer, |table, pair| table.codes[pair.first].n_passages.into()),
        ("passages_b", Integer, |table, pair| table.codes[pair.second].n_passages.into()),
        ("passages_a_touching_b", Integer, |_, pair| pair.passages.n_first.into()),
        ("passages_b_touching_a", Integer, |_, pair| pair.passages.n_second.into()),
        ("pairs_codings", Integer, |_, pair| pair.codings.n_pairs.into()),
        ("pairs_c", Number, |table, pair| table.c_codings(pair).into()),
        ("pairs_c_out_of_range", YesNo, |table, pair| is_out_of_range(table.c_codings(pair)).into()),
        ("pairs_frequency_ratio", Number, |table, pair| table.frequency_ratio(pair).into()),
        ("pairs_unequal_frequencies", YesNo, |table, pair| table.is_unequal(pair).into()),
        ("pairs_passages", Integer, |_, pair| pair.passages.n_pairs.into()),
        ("pairs_passages_c", Number, |table, pair| table.c_passages(pair).into()),
        ("shared_chars", Integer, |_, pair| pair.shared_chars.into()),
    ]
};

fn case_ids(table: &CoOccurrence, pair: &Pair) -> Value {
    match table.cases.len() {
        0..=MOST_CASES_LISTED => Value::list(table.cases_with_both(pair)),
        _ => Value::Nothing,
    }
}

impl CoOccurrence {
    /// Returns the pairs with every measure, named by its unit, and then the codes on their own.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.pairs_table(), self.codes_table()]
    }

    fn pairs_table(&self) -> Table {
        let keys = ["factor_a", "factor_b"].map(Column::text).into_iter();
        let measures = MEASURES.iter().map(|(name, kind, _)| Column::new(*name, *kind));
        let five = Nearness::ALL.map(Nearness::key);
        let thirteen = Relation::ALL.map(Relation::key);
        let relations = five.iter().map(|key| format!("pairs_{key}"));
        let relations = relations.chain(thirteen.iter().map(|key| format!("pairs_allen_{key}")));
        let relations = relations.filter(|_| self.options.relations).map(Column::integer);
        let row = |pair: &Pair| {
            let mut row = self.codes_of(pair).map(|code| Value::text(&code.id)).to_vec();
            row.extend(MEASURES.iter().map(|(_, _, value)| value(self, pair)));
            row.extend(pair.nearness().into_iter().flatten().map(Value::from));
            row.extend(pair.relations.iter().flat_map(|counts| counts.iter().copied()).map(Value::from));
            row
        };
        Table {
            name: "co-occurrence",
            columns: keys.chain(measures).chain(relations).collect(),
            rows: self.pairs.iter().map(row).collect(),
        }
    }

    fn codes_table(&self) -> Table {
        let columns = vec![
            Column::text("factor"),
            Column::text("kind"),
            Column::integer("cases"),
            Column::integer("sources"),
            Column::integer("codings"),
            Column::integer("codings_of_whole_sources"),
            Column::integer("passages"),
        ];
        let rows = self.codes.iter().map(|code| {
            vec![
                Value::text(&code.id),
                Value::text(<&str>::from(code.kind)),
                code.cases.len().into(),
                code.n_sources.into(),
                code.n_codings.into(),
                code.n_whole.into(),
                code.n_passages.into(),
            ]
        });
        Table { name: "co-occurrence-codes", rows: rows.collect(), columns }
    }
}
