//! Words of the matrix: names, titles, caption and alternative text.

use super::{Matrix, SizeBy, columns};
use crate::caption::{Caption, case_order, outcome_group_name};
use crate::text::name_or_id;
use draad_analysis::{CasesByFactors, Cell, CellState, FactorRow, GroupKey};
use draad_words::{Words, capitalised};

/// Returns the name of a factor, or its id where it has none.
pub(super) fn factor_name(factor: &FactorRow, words: Words) -> String {
    factor.name.or(words.language, &factor.id)
}

/// Returns the name of a factor as it is drawn: the id where the font has no letter of it.
pub(super) fn drawn_name(factor: &FactorRow, words: Words) -> String {
    name_or_id(&factor_name(factor, words), factor.id.as_str())
}

/// Returns the name of an outcome group, as a head.
pub(super) fn group_name(table: &CasesByFactors, group: usize, words: Words) -> String {
    capitalised(&outcome_group_name(&table.basis, &table.outcome_groups[group], words))
}

/// Returns "5 of 6", or "5/6" where room is short; an en dash without material.
pub(super) fn k_of_n(words: Words, (k, n): (usize, usize), compact: bool) -> String {
    match (n, compact) {
        (0, _) => "–".to_owned(),
        (_, true) => format!("{k}/{n}"),
        (_, false) => words.say_with("k-of-n", [("k", k.into()), ("n", n.into())]),
    }
}

/// Returns the word for a state.
fn state_name(words: Words, state: CellState) -> String {
    words.say(&format!("state-{}", state_class(state)))
}

/// Returns the class name of a state.
pub(super) fn state_class(state: CellState) -> &'static str {
    state.into()
}

fn counted(words: Words, key: &str, n: usize) -> String {
    words.say_with(key, [("n", n.into())])
}

impl Matrix<'_> {
    pub(super) fn factor(&self, factor: usize) -> String {
        factor_name(&self.table.factors[factor], self.style.words)
    }

    /// Returns what a cell says on pointing at it.
    pub(super) fn cell_title(&self, factor: usize, case: usize) -> String {
        let words = self.style.words;
        let cell: &Cell = self.cell(factor, case);
        let case = self.table.cases[case].id.to_string();
        let (factor, state) = (self.factor(factor), state_name(words, cell.state));
        if !cell.state.is_coded() {
            return words.say_with(
                "figure-cell-nothing",
                [("case", case.into()), ("factor", factor.into()), ("state", state.into())],
            );
        }
        let key = if cell.state == CellState::Both { "figure-cell" } else { "figure-cell-plain" };
        words.say_with(
            key,
            [
                ("case", case.into()),
                ("factor", factor.into()),
                ("state", state.into()),
                ("passages", counted(words, "n-passages", cell.n_passages).into()),
                ("promoting", cell.n_promoting.into()),
                ("hindering", cell.n_hindering.into()),
                ("sources", counted(words, "n-sources", cell.n_sources).into()),
            ],
        )
    }

    /// Returns what a case says on pointing at its head.
    pub(super) fn case_title(&self, case: usize) -> String {
        let words = self.style.words;
        let column = &self.table.cases[case];
        let [sources, passages] = columns::foot_numbers(self.table, self.options.group, case);
        let name = match column.name.is_empty() {
            true => column.id.to_string(),
            false => format!("{} ({})", column.id, column.name),
        };
        words.say_with(
            "figure-case",
            [
                ("case", name.into()),
                ("sources", counted(words, "n-sources", sources).into()),
                ("passages", counted(words, "n-passages", passages).into()),
            ],
        )
    }

    /// Returns what a factor says on pointing at its name.
    pub(super) fn factor_title(&self, factor: usize) -> String {
        let words = self.style.words;
        let (k, n) = columns::k_of_n(self.table, self.options.group, factor, None);
        let passages = match self.table.groups[self.options.group].key {
            GroupKey::All => self.table.factors[factor].n_passages,
            _ => (0..self.table.cases.len()).map(|case| self.cell(factor, case).n_passages).sum(),
        };
        words.say_with(
            "figure-factor",
            [
                ("factor", self.factor(factor).into()),
                ("k", k.into()),
                ("n", n.into()),
                ("passages", counted(words, "n-passages", passages).into()),
            ],
        )
    }

    /// Returns the text that belongs beside the drawing.
    pub(super) fn caption(&self) -> String {
        let words = self.style.words;
        let basis = &self.table.basis;
        let mut caption = Caption::new(words, self.study);
        caption.add("figure-matrix-what");
        let group = &self.table.groups[self.options.group];
        let part = group.label.get(words.language);
        if !part.is_empty() {
            caption.sentence(words.say_with("figure-only-part", [("name", part.into())]));
        }
        caption.add("figure-matrix-marks");
        caption.add(match self.options.size {
            SizeBy::Passages => "figure-matrix-size-passages",
            SizeBy::Sources => "figure-matrix-size-sources",
        });
        if self.scale.max > self.scale.cap {
            let cap = words.whole(self.scale.cap as u64);
            caption.sentence(words.say_with("figure-matrix-cap", [("cap", cap.into())]));
        }
        let is_per_group = self.columns.margins.len() > 1;
        caption.add(if is_per_group { "figure-matrix-k-of-n" } else { "figure-matrix-k-of-n-all" });
        caption.add("figure-matrix-foot");
        if basis.folded {
            caption.add("figure-matrix-folded");
        }
        caption.sentence(case_order(basis, words)).add("figure-matrix-order-factors");
        caption.basis(basis).finish(basis)
    }

    /// Returns what a reader who cannot see the drawing should know.
    pub(super) fn alt(&self) -> String {
        let words = self.style.words;
        let frequency = |&factor: &usize| columns::k_of_n(self.table, self.options.group, factor, None);
        let top =
            self.factors.iter().rev().max_by_key(|factor| frequency(factor).0).filter(|f| frequency(f).0 > 0);
        let (k, n) = top.map_or((0, 0), frequency);
        let count = |state| words.whole(self.count(state) as u64).into();
        let text = words.say_with(
            "figure-matrix-alt",
            [
                ("factors", counted(words, "n-factors", self.factors.len()).into()),
                ("cases", counted(words, "n-cases", self.table.cases.len()).into()),
                ("promoting", count(CellState::Promoting)),
                ("hindering", count(CellState::Hindering)),
                ("both", count(CellState::Both)),
                ("ambivalent", count(CellState::Ambivalent)),
                ("coded", count(CellState::Coded)),
                ("not-found", count(CellState::NotFound)),
                ("no-material", count(CellState::NoMaterial)),
                ("top", top.map_or("none".to_owned(), |&factor| self.factor(factor)).into()),
                ("k", k.into()),
                ("n", n.into()),
            ],
        );
        text.trim_end().to_owned()
    }
}
