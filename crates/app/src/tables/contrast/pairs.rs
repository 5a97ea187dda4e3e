//! Pairs of cases that ask for an explanation.

use super::Reading;
use crate::show::{Section, View, k_of_n, measured};
use draad_analysis::contrast::{CasePair, CasePairs};
use draad_core::{AttributeId, CodeId};

impl Reading<'_> {
    /// Similar cases with different outcomes.
    pub(super) fn similar(&self) -> View {
        self.pairs("contrast-similar-cases", "similar", &self.contrast.similar)
    }

    /// Different cases with the same outcome.
    pub(super) fn different(&self) -> View {
        self.pairs("contrast-different-cases", "different", &self.contrast.different)
    }

    fn pairs(&self, part: &'static str, sort: &str, pairs: &CasePairs) -> View {
        let words = self.words;
        let heads = ["pair", "shared", "factors", "attributes"];
        let view = View { part, title: words.say(&format!("contrast-{sort}-title")), ..View::default() };
        let mut notes = Vec::new();
        if pairs.n_undefined > 0 {
            notes.push(words.say_with("contrast-without-factors", [("n", pairs.n_undefined.into())]));
        }
        if !self.contrast.not_compared.is_empty() {
            let cases = self.case_list(self.contrast.not_compared.iter().copied());
            notes.push(words.say_with("contrast-not-compared", [("cases", cases.into())]));
        }
        if pairs.pairs.is_empty() {
            notes.push(words.say(&format!("contrast-no-{sort}")));
            return View { notes, ..view };
        }
        if pairs.n_tied > 0 {
            notes.push(words.say_with("contrast-tied", [("n", pairs.n_tied.into())]));
        }
        notes.push(words.say_with(&format!("contrast-what-{sort}"), [("n", pairs.n_compared.into())]));
        notes.push(words.say("contrast-similarity"));
        View {
            header: heads.map(|head| words.say(&format!("contrast-head-{head}"))).to_vec(),
            n_left: 2,
            n_prose: 2,
            sections: vec![Section {
                title: String::new(),
                rows: pairs.pairs.iter().map(|pair| self.pair(pair)).collect(),
            }],
            notes,
            ..view
        }
    }

    fn pair(&self, pair: &CasePair) -> Vec<String> {
        let case = |case: usize| format!("{} ({})", self.contrast.cases[case].id, self.outcome_of(case));
        let n_either = pair.shared.len() + pair.only_first.len() + pair.only_second.len();
        let shared = k_of_n(self.words, (pair.shared.len(), n_either));
        vec![
            format!("{} – {}", case(pair.first), case(pair.second)),
            format!("{shared} ({})", measured(self.words, pair.similarity(), 2)),
            self.pair_factors(pair),
            self.pair_attributes(pair),
        ]
    }

    fn pair_factors(&self, pair: &CasePair) -> String {
        // what similar cases share is nearly everything
        let are_different = self.contrast.cases[pair.first].group == self.contrast.cases[pair.second].group;
        let only = |case: usize, codes: &[CodeId]| {
            let args = [
                ("case", self.contrast.cases[case].id.to_string().into()),
                ("factors", self.code_names(codes).into()),
            ];
            (!codes.is_empty()).then(|| self.words.say_with("contrast-only-in", args))
        };
        let listed = |key: &str, codes: &[CodeId]| {
            let args = [("factors", self.code_names(codes).into())];
            (!codes.is_empty()).then(|| self.words.say_with(key, args))
        };
        let lines = [
            only(pair.first, &pair.only_first),
            only(pair.second, &pair.only_second),
            listed("contrast-opposed", &pair.opposed),
            listed("contrast-turned", &pair.turned),
            listed("contrast-shared", &pair.shared).filter(|_| are_different),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    fn pair_attributes(&self, pair: &CasePair) -> String {
        let differing = pair.differing.iter().map(|differing| {
            let values = [pair.first, pair.second].map(|case| self.value(case, &differing.attribute));
            format!("{}: {}", self.attribute_name(&differing.attribute), values.join(" / "))
        });
        let listed = |key: &str, attributes: &[AttributeId], name: &dyn Fn(&AttributeId) -> String| {
            let names = attributes.iter().map(name).collect::<Vec<_>>().join(", ");
            (!attributes.is_empty()).then(|| self.words.say_with(key, [("attributes", names.into())]))
        };
        let with_value = |id: &AttributeId| {
            let args =
                [("attribute", self.attribute_name(id).into()), ("value", self.value(pair.first, id).into())];
            self.words.say_with("contrast-attribute-value", args)
        };
        let further = [
            listed("contrast-same-attributes", &pair.agreeing, &with_value),
            listed("contrast-attributes-not-stated", &pair.not_stated, &|id| self.attribute_name(id)),
        ];
        differing.chain(further.into_iter().flatten()).collect::<Vec<_>>().join("\n")
    }

    /// Returns the value of an attribute in words.
    fn value(&self, case: usize, id: &AttributeId) -> String {
        let study = self.project.study();
        let case = study.cases.get(&self.contrast.cases[case].id);
        let value = case.and_then(|case| case.attributes.get(id)).zip(study.settings.attribute(id.as_str()));
        value.map_or_else(String::new, |(value, attribute)| self.words.value(attribute, value))
    }
}
