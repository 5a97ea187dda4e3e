//! The quotes behind each term.

use super::Reading;
use crate::show::{Section, View};
use draad_analysis::qca::{CaseEvidence, EvidenceQuote, LiteralEvidence, TermEvidence, What};

impl Reading<'_> {
    /// One section per term, one row per case, condition and quote.
    pub(super) fn evidence(&self, limit: usize) -> View {
        let words = self.words;
        let sections = self.qca.evidence.iter().map(|term| self.of_term(term));
        let keys = ["table-case", "qca-head-condition", "qca-head-source", "qca-head-quote"];
        View {
            part: "qca-evidence",
            title: words.say("qca-evidence-title"),
            header: keys.map(|key| words.say(key)).to_vec(),
            n_left: 4,
            n_prose: 1,
            sections: sections.collect(),
            notes: vec![words.say("qca-evidence-note")],
        }
        .limited(words, limit)
    }

    fn of_term(&self, term: &TermEvidence) -> Section {
        let n_with = term.cases.iter().filter(|case| case.has_outcome == Some(true)).count();
        let args = [
            ("term", self.qca.written(&term.term).into()),
            ("outcome", self.outcome().into()),
            ("k", n_with.into()),
            ("n", term.cases.len().into()),
            ("kinds", self.kinds(&term.kinds).into()),
        ];
        let rows = term.cases.iter().flat_map(|case| self.of_case(case)).collect();
        Section { title: self.words.say_with("qca-evidence-term", args), rows }
    }

    fn of_case(&self, case: &CaseEvidence) -> Vec<Vec<String>> {
        let name = self.cases(&[case.case]);
        let literals = case.literals.iter().enumerate();
        let rows = literals.flat_map(|(place, literal)| {
            let name = if place == 0 { name.clone() } else { String::new() };
            self.of_literal(name, literal)
        });
        rows.collect()
    }

    fn of_literal(&self, name: String, evidence: &LiteralEvidence) -> Vec<Vec<String>> {
        let literal = self.qca.literal(evidence.literal);
        if evidence.quotes.is_empty() {
            return vec![vec![name, literal, String::new(), self.without_quote(evidence)]];
        }
        let row = |(place, quote): (usize, &EvidenceQuote)| {
            let first = place == 0;
            let text = match quote.text.is_empty() {
                true => self.words.say("cell-whole-source"),
                false => format!("“{}”", quote.text),
            };
            let own = |text: &String| if first { text.clone() } else { String::new() };
            vec![own(&name), own(&literal), quote.source.to_string(), text]
        };
        evidence.quotes.iter().enumerate().map(row).collect()
    }

    /// Returns what there is in place of a quote.
    fn without_quote(&self, evidence: &LiteralEvidence) -> String {
        let place = evidence.literal.condition;
        let defined = self.qca.calibrated[place].as_ref().map(|calibrated| &calibrated.condition);
        let is_of_attribute = match &self.qca.conditions[place].what {
            What::Code { .. } => false,
            What::Defined(_) => defined.is_some_and(|condition| condition.attribute.is_some()),
            What::Test(_) | What::YesNo(_) | What::Levels(_) => true,
        };
        self.words.say(if is_of_attribute { "qca-from-attribute" } else { "qca-no-passage" })
    }
}
