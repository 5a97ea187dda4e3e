//! Combinations of conditions, and models made of them.

use super::Data;
use std::cmp::{Ordering, Reverse};

/// A combination of conditions, such as `A*~B`: per condition the level that it asks for, or nothing where any level will do.
///
/// Cubes are in the order in which people write them down: fewer conditions first, then by the first condition in which
/// they differ, presence before absence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cube(pub Vec<Option<u8>>);

/// A level of a condition, which a combination asks for or a union admits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Literal {
    /// The condition, by its position.
    pub condition: usize,
    /// Of two levels, 1 is its presence and 0 its negation; of more, it is the level.
    pub level: u8,
}

/// Combinations of which any will do, such as `A*~B + C`; each once, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Model {
    /// The combinations.
    pub terms: Vec<Cube>,
}

impl Cube {
    /// Takes a row of a truth table: a level of every condition.
    pub fn row(levels: &[u8]) -> Self {
        Self(levels.iter().copied().map(Some).collect())
    }

    /// Returns the conditions that it asks for, with the level of each.
    pub fn literals(&self) -> impl Iterator<Item = Literal> {
        let literal =
            |(condition, level): (usize, &Option<u8>)| Some(Literal { condition, level: (*level)? });
        self.0.iter().enumerate().filter_map(literal)
    }

    /// Returns whether every combination that belongs to the other belongs to it too: `A` covers `A*B`.
    pub fn covers(&self, other: &Cube) -> bool {
        self.0.iter().zip(&other.0).all(|(own, others)| own.is_none() || own == others)
    }

    /// Returns whether a row of a truth table belongs to it.
    pub fn covers_row(&self, levels: &[u8]) -> bool {
        self.0.iter().zip(levels).all(|(own, level)| own.is_none_or(|own| own == *level))
    }

    /// Returns a case's membership in it: the smallest of its memberships in the levels asked for, 1 where none is.
    pub fn membership(&self, data: &Data, case: usize) -> f64 {
        let of_literal = |literal: Literal| data.membership(case, literal.condition, literal.level);
        self.literals().map(of_literal).fold(1.0, f64::min)
    }

    /// Returns per case its membership.
    pub fn memberships(&self, data: &Data) -> Vec<f64> {
        (0..data.n_cases()).map(|case| self.membership(data, case)).collect()
    }

    /// Returns it written as the R package QCA does: `A*~B`, with `C[2]` for a level of a condition that has more than two,
    /// and `1` where nothing is asked for.
    ///
    /// ```
    /// # use draad_measures::qca::Cube;
    /// let cube = Cube(vec![Some(1), Some(0), None, Some(2)]);
    /// assert_eq!(cube.written(&["A", "B", "C", "D"], &[2, 2, 2, 3]), "A*~B*D[2]");
    /// ```
    pub fn written(&self, names: &[impl AsRef<str>], levels: &[u8]) -> String {
        let literals: Vec<String> = self.literals().map(|literal| literal.written(names, levels)).collect();
        if literals.is_empty() { "1".to_owned() } else { literals.join("*") }
    }
}

impl PartialOrd for Cube {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cube {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |literal: Literal| (literal.condition, Reverse(literal.level));
        let size = self.literals().count().cmp(&other.literals().count());
        size.then_with(|| self.literals().map(place).cmp(other.literals().map(place)))
    }
}

impl Literal {
    /// Returns it written as the R package QCA does: `A`, `~A`, or `A[2]` where the condition has more than two levels.
    pub fn written(&self, names: &[impl AsRef<str>], levels: &[u8]) -> String {
        let name = names[self.condition].as_ref();
        match (levels[self.condition], self.level) {
            (2, 0) => format!("~{name}"),
            (2, _) => name.to_owned(),
            (_, level) => format!("{name}[{level}]"),
        }
    }

    /// Returns per case its membership.
    pub fn memberships(&self, data: &Data) -> Vec<f64> {
        (0..data.n_cases()).map(|case| data.membership(case, self.condition, self.level)).collect()
    }
}

impl Model {
    /// Takes the combinations in any order and as often as they come.
    pub fn new(mut terms: Vec<Cube>) -> Self {
        terms.sort();
        terms.dedup();
        Self { terms }
    }

    /// Returns whether a row of a truth table belongs to it.
    pub fn covers_row(&self, levels: &[u8]) -> bool {
        self.terms.iter().any(|term| term.covers_row(levels))
    }

    /// Returns per case its membership: the largest of those in the combinations, 0 where there are none.
    pub fn memberships(&self, data: &Data) -> Vec<f64> {
        let of_case = |case| self.terms.iter().map(|term| term.membership(data, case)).fold(0.0, f64::max);
        (0..data.n_cases()).map(of_case).collect()
    }

    /// Returns it written as the R package QCA does: `A*~B + C`, and `0` where there are no combinations.
    pub fn written(&self, names: &[impl AsRef<str>], levels: &[u8]) -> String {
        let terms: Vec<String> = self.terms.iter().map(|term| term.written(names, levels)).collect();
        if terms.is_empty() { "0".to_owned() } else { terms.join(" + ") }
    }
}
