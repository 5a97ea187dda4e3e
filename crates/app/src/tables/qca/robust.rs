//! How far solutions stay the same.

use super::Reading;
use crate::show::{Section, View};
use draad_analysis::qca::{AnchorRange, Stability, Without, WithoutCase, as_numbers, formulas};
use draad_measures::qca::robustness::{Edge, Range, Ranges, Unknown};
use draad_measures::qca::{Kind, Model};

impl Reading<'_> {
    /// The ranges of cut-offs and anchors, and the solutions without each case.
    pub(super) fn stability(&self, stability: &Stability) -> [View; 2] {
        [self.ranges(stability), self.without(stability)]
    }

    fn ranges(&self, stability: &Stability) -> View {
        let words = self.words;
        let mut sections: Vec<Section> =
            stability.cutoffs.iter().map(|(kind, ranges)| self.of_kind(*kind, ranges)).collect();
        if !stability.anchors.is_empty() {
            let rows = stability.anchors.iter().map(|anchor| self.anchor(anchor)).collect();
            sections.push(Section { title: words.say("qca-anchors"), rows });
        }
        let keys = ["qca-head-choice", "qca-head-now", "qca-head-same", "qca-head-below", "qca-head-above"];
        let mut notes = vec![words.say("qca-robustness-note")];
        if !stability.anchors.is_empty() {
            notes.push(words.say("qca-anchors-note"));
        }
        notes.push(words.say("qca-leave-out-note"));
        View {
            part: "qca-robustness",
            title: words.say("qca-robustness-title"),
            header: keys.map(|key| words.say(key)).to_vec(),
            n_left: 1,
            n_prose: 2,
            sections,
            notes,
        }
    }

    fn of_kind(&self, kind: Kind, ranges: &Result<Ranges, Unknown>) -> Section {
        let words = self.words;
        let kind = words.say_with("qca-solution-kind", [("kind", self.kind(kind).into())]);
        let (Ok(ranges), Some((analysed, _))) = (ranges, self.qca.solved()) else {
            return Section {
                title: format!("{kind}: {}", words.say("qca-ranges-unknown")),
                rows: Vec::new(),
            };
        };
        let now = analysed.table.cutoffs();
        let row = |choice: &str, value: f64, ends: [f64; 2], range: &Range<f64>| {
            vec![
                format!("--{choice}"),
                self.chosen(value),
                self.span(range, ends),
                self.beyond(&range.above),
                self.beyond(&range.up_to),
            ]
        };
        let rows = vec![
            row("incl-cut", now.inclusion, [0.0, 1.0], &ranges.inclusion),
            row("n-cut", now.n as f64, [1.0, f64::INFINITY], &as_numbers(&ranges.n)),
            row("pri-cut", now.pri, [0.0, 1.0], &ranges.pri),
        ];
        Section { title: kind, rows }
    }

    /// Returns between which values something stays the same: `> 0.667, ≤ 1`.
    fn span<S>(&self, range: &Range<f64, S>, [low, high]: [f64; 2]) -> String {
        // an edge is found to a millionth: 3,000 would be read as three thousand
        let is_whole = |value: f64| (value - value.round()).abs() < 0.0005;
        let number = |value: f64| self.words.number(value, if is_whole(value) { 0 } else { 3 });
        let from = match &range.above {
            Some(edge) => format!("> {}", number(edge.bound)),
            None => format!("≥ {}", number(low)),
        };
        match &range.up_to {
            Some(edge) => format!("{from}, ≤ {}", number(edge.bound)),
            None if high.is_finite() => format!("{from}, ≤ {}", number(high)),
            None => from,
        }
    }

    fn beyond(&self, edge: &Option<Edge<f64>>) -> String {
        match edge.as_ref().map(|edge| &edge.then) {
            None => String::new(),
            Some(None) => self.words.say("qca-no-solution"),
            Some(Some(models)) => self.formulas(models),
        }
    }

    fn anchor(&self, anchor: &AnchorRange) -> Vec<String> {
        let set = self.qca.conditions.get(anchor.condition).unwrap_or(&self.qca.outcome);
        let name = self.words.say(&format!("qca-anchor-{}", anchor.anchor));
        let range = anchor.range.as_ref();
        let then = |edge: Option<&Edge<f64, Vec<Vec<Model>>>>| match edge.map(|edge| edge.then.as_deref()) {
            None => String::new(),
            Some(Some([])) | Some(None) => self.words.say("qca-no-solution"),
            Some(Some(_)) => self.words.say("qca-another-solution"),
        };
        vec![
            format!("{} {name}", set.name),
            self.chosen(anchor.value),
            range.map_or_else(|| "–".to_owned(), |range| self.span(range, anchor.span)),
            then(range.and_then(|range| range.above.as_ref())),
            then(range.and_then(|range| range.up_to.as_ref())),
        ]
    }

    fn without(&self, stability: &Stability) -> View {
        let words = self.words;
        let kinds = stability.cutoffs.iter().map(|(kind, _)| self.kind(*kind));
        let row = |WithoutCase { case, kinds }: &WithoutCase| {
            let cells = kinds.iter().map(|(_, without)| match without {
                Without::Same => words.say("qca-same"),
                Without::Other(models) => self.formulas(models),
                Without::None => words.say("qca-no-solution"),
            });
            std::iter::once(self.qca.case(*case).id.to_string()).chain(cells).collect()
        };
        View {
            part: "qca-without-case",
            title: words.say("qca-without-title"),
            header: std::iter::once(words.say("qca-head-left-out")).chain(kinds).collect(),
            n_left: 1 + stability.cutoffs.len(),
            n_prose: stability.cutoffs.len(),
            sections: vec![Section {
                title: String::new(),
                rows: stability.without.iter().map(row).collect(),
            }],
            notes: vec![words.say("qca-without-note")],
        }
    }

    fn formulas(&self, models: &[Model]) -> String {
        formulas(self.qca, models)
    }
}
