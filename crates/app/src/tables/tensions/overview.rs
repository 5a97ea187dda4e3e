//! Which factors are in tension, and which are not.

use super::Reading;
use crate::show::{Section, View, because, k_of_n, marks, open_cell};
use draad_analysis::CellState;
use draad_analysis::tensions::{KeyUsed, Reach, Tension, WithoutTension};

impl Reading<'_> {
    /// One row per factor: in how many cases it does what, and where the two directions meet.
    pub(super) fn overview(&self) -> View {
        let factors = &self.tensions.factors;
        let n_shown = self.limit.unwrap_or(usize::MAX).min(factors.len());
        let view = View {
            part: "tensions",
            title: self.words.say("tensions-title"),
            notes: self.overview_notes(n_shown),
            ..View::default()
        };
        if factors.is_empty() {
            return view;
        }
        let rows = factors[..n_shown].iter().map(|factor| self.overview_row(factor)).collect();
        let sections = vec![Section { title: String::new(), rows }];
        View { header: self.overview_header(), n_left: 1, n_prose: 1, sections, ..view }
    }

    /// The keys with values to compare over which a case can flip, by their positions.
    fn keys_within_cases(&self) -> impl Iterator<Item = (usize, &KeyUsed)> {
        let can_flip = |used: &KeyUsed| used.undefined.is_none() && used.key.varies_within_case();
        self.tensions.keys.iter().enumerate().filter(move |(_, used)| can_flip(used))
    }

    fn overview_header(&self) -> Vec<String> {
        let words = self.words;
        let heads = ["promotes", "hinders", "both", "passages", "within-passage", "within-source"];
        let over = self
            .keys_within_cases()
            .map(|(_, used)| words.say_with("tensions-over", [("key", self.key_name(&used.key).into())]));
        let heads = heads.into_iter().map(|head| words.say(&format!("tensions-{head}")));
        let first = std::iter::once(words.say("table-factor"));
        first.chain(heads).chain(over).chain([words.say("tensions-cases")]).collect()
    }

    fn overview_row(&self, factor: &Tension) -> Vec<String> {
        let within = |reach: Reach| factor.both.iter().filter(|both| both.reach <= reach).count();
        let k = |k: usize| k_of_n(self.words, (k, self.tensions.n_with_material));
        let of = &factor.passages;
        let mut row = vec![self.name(factor)];
        row.extend([factor.promoting.len(), factor.hindering.len(), factor.both.len()].map(k));
        row.push(marks(of.promoting, of.hindering, of.ambivalent, of.without));
        row.extend([within(Reach::Passage), within(Reach::Source)].map(|n| n.to_string()));
        row.extend(self.keys_within_cases().map(|(place, _)| factor.keys[place].flips.len().to_string()));
        row.push(self.where_it_occurs(factor));
        row
    }

    /// The cases with both directions; of a factor that differs only between cases, those on either side.
    fn where_it_occurs(&self, factor: &Tension) -> String {
        let between_codes = || self.words.say("tensions-between-codes");
        let cases = match factor.both.is_empty() {
            false => self.cases(factor.both.iter().map(|both| both.case)),
            true => {
                let (promoting, hindering) = (factor.promoting.iter(), factor.hindering.iter());
                let args = [
                    ("promoting", self.cases(promoting.copied()).into()),
                    ("hindering", self.cases(hindering.copied()).into()),
                ];
                self.words.say_with("tensions-between-cases", args)
            }
        };
        if factor.between_codes { format!("{cases}\n{}", between_codes()) } else { cases }
    }

    fn overview_notes(&self, n_shown: usize) -> Vec<String> {
        let words = self.words;
        let mut notes = Vec::new();
        if let Some(reason) = self.tensions.undefined {
            notes.push(words.say_with("tensions-undefined", [("reason", because(words, reason).into())]));
        } else if matches!(&self.tensions.keys[..], [only] if only.undefined.is_some()) {
            notes.push(words.say("tensions-nothing-to-compare"));
        } else if self.tensions.factors.is_empty() {
            notes.push(words.say("tensions-none"));
        }
        notes.extend(self.limit_note(n_shown));
        notes.extend(self.undefined_keys());
        notes.push(match &self.tensions.keys[..] {
            [only] => words.say_with("tensions-what-by", [("key", self.key_name(&only.key).into())]),
            _ => words.say("tensions-what"),
        });
        if !self.tensions.factors.is_empty() {
            let keys = ["tensions-k", "tensions-columns", "table-marks", "table-passage", "tensions-order"];
            notes.extend(keys.map(|key| words.say(key)));
        }
        notes.extend(self.open_note());
        notes
    }

    /// One line how to open a number.
    fn open_note(&self) -> Option<String> {
        let factor = self.tensions.factors.first()?;
        let case = factor.both.first().map(|both| both.case).or(factor.hindering.first().copied())?;
        let (id, case) = (&factor.id, &self.tensions.cases[case]);
        let command = format!("draad table --cell '{id},{case},valence=hindering'");
        Some(open_cell(self.words, command))
    }

    /// The codes without tension, by what they say.
    pub(super) fn without(&self) -> Option<View> {
        let words = self.words;
        let states = [
            CellState::Promoting,
            CellState::Hindering,
            CellState::Both,
            CellState::Ambivalent,
            CellState::Coded,
            CellState::NotFound,
            CellState::NoMaterial,
        ];
        let row = |state: CellState| {
            let others: Vec<&WithoutTension> =
                self.tensions.others.iter().filter(|other| other.state == state).collect();
            let name = |other: &&WithoutTension| {
                let name = other.name.or(words.language, &other.id);
                match other.n_cases {
                    0 => name,
                    k => {
                        let k = k_of_n(words, (k, self.tensions.n_with_material));
                        words.say_with("tensions-name-with-cases", [("name", name.into()), ("k", k.into())])
                    }
                }
            };
            let names = others.iter().map(name).collect::<Vec<_>>().join(", ");
            let says = words.say(&format!("tensions-without-{}", <&str>::from(state)));
            (!others.is_empty()).then(|| vec![says, others.len().to_string(), names])
        };
        let rows: Vec<Vec<String>> = states.into_iter().filter_map(row).collect();
        (!rows.is_empty()).then(|| View {
            part: "tensions-without",
            title: words.say("tensions-without-title"),
            header: ["says", "n-factors", "names"]
                .map(|head| words.say(&format!("tensions-head-{head}")))
                .to_vec(),
            n_left: 1,
            n_prose: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes: Vec::new(),
        })
    }
}
