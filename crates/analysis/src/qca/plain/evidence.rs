//! The quotes behind terms.

use super::super::{CaseEvidence, EvidenceQuote, LiteralEvidence, Qca, TermEvidence, kind_name};
use crate::table::{Column, Table, Value};
use draad_measures::qca::{Cube, Literal};

impl Qca {
    /// Returns a row per quote, and one without a quote where the case has none.
    pub fn evidence_table(&self) -> Table {
        let columns = vec![
            Column::text("term"),
            Column::text("solutions"),
            Column::text("case"),
            Column::yes_no("has_outcome"),
            Column::text("condition"),
            Column::number("membership"),
            Column::integer("passages"),
            Column::text("source"),
            Column::integer("start"),
            Column::integer("end"),
            Column::text("role"),
            Column::text("quote"),
            Column::text("opens"),
        ];
        let mut rows = Vec::new();
        for term in &self.evidence {
            for case in &term.cases {
                for literal in &case.literals {
                    rows.extend(self.quote_rows(term, case, literal));
                }
            }
        }
        Table { name: "qca-evidence", columns, rows }
    }

    fn quote_rows(
        &self,
        term: &TermEvidence,
        case: &CaseEvidence,
        literal: &LiteralEvidence,
    ) -> Vec<Vec<Value>> {
        let members = self.case(case.case);
        let condition = &self.conditions[literal.literal.condition];
        let member = &members.conditions[literal.literal.condition];
        let Literal { condition: place, level } = literal.literal;
        // of the condition as it stands in the term: of `~A`, 1 less the membership in A
        let membership =
            self.analysed.as_ref().ok().map(|analysed| analysed.data.membership(case.case, place, level));
        let opens = condition.opens(members.id.as_str()).filter(|_| member.n_passages > 0);
        let row = |quote: Option<&EvidenceQuote>| {
            let place = quote.and_then(|quote| quote.chars);
            vec![
                Value::text(self.written(&term.term)),
                Value::list(term.kinds.iter().map(|kind| kind_name(*kind))),
                Value::text(&members.id),
                case.has_outcome.into(),
                Value::text(self.literal(literal.literal)),
                membership.map_or(Value::Nothing, Value::Number),
                member.n_passages.into(),
                quote.map(|quote| quote.source.to_string()).into(),
                place.map(|chars| chars.start.0).into(),
                place.map(|chars| chars.end.0).into(),
                quote.and_then(|quote| quote.role.as_ref()).map(ToString::to_string).into(),
                quote.map_or(Value::Nothing, |quote| Value::words(&quote.text)),
                opens.clone().into(),
            ]
        };
        match literal.quotes.is_empty() {
            true => vec![row(None)],
            false => literal.quotes.iter().map(|quote| row(Some(quote))).collect(),
        }
    }

    /// Returns a level of a condition as formulas have it: `~A`.
    pub fn literal(&self, literal: Literal) -> String {
        let mut cube = vec![None; self.conditions.len()];
        cube[literal.condition] = Some(literal.level);
        self.written(&Cube(cube))
    }
}
