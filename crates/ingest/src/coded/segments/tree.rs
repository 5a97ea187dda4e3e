//! The codes of a table as a tree.

use crate::coded::ForeignCode;
use std::collections::{BTreeMap, BTreeSet};

/// Codes by their names and parents.
#[derive(Default)]
pub(super) struct CodeTree {
    pub(super) codes: Vec<ForeignCode>,
    by_name: BTreeMap<(Option<usize>, String), usize>,
}

impl CodeTree {
    /// Returns the code with this name below its parents, the topmost first; it is new when it was not there yet.
    pub(super) fn of(&mut self, path: &[&str]) -> Option<usize> {
        path.iter().fold(None, |parent, name| Some(self.child(parent, name)))
    }

    fn child(&mut self, parent: Option<usize>, name: &str) -> usize {
        let key = (parent, name.to_owned());
        if let Some(known) = self.by_name.get(&key) {
            return *known;
        }
        self.codes.push(ForeignCode {
            name: name.to_owned(),
            parent,
            is_codable: true,
            ..ForeignCode::default()
        });
        self.by_name.insert(key, self.codes.len() - 1);
        self.codes.len() - 1
    }
}

/// The signs with which programs write a code after its parents.
const SIGNS: [&str; 4] = [" > ", "\\", " › ", ">"];

/// How codes are written in a table: by their names, or after their parents.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Paths {
    /// The sign between parents and children, where there is one.
    pub(super) sign: Option<&'static str>,
    /// The topmost codes below which cells are paths; nothing when every cell is one.
    tops: Option<BTreeSet<String>>,
}

impl Paths {
    /// Finds the sign of a column that holds paths.
    pub(super) fn of_paths<'c>(cells: impl Iterator<Item = &'c str> + Clone) -> Self {
        let in_use = |sign: &&&str| cells.clone().any(|cell| cell.contains(**sign));
        Self { sign: SIGNS.iter().find(in_use).copied(), tops: None }
    }

    /// Finds out whether cells of a column of codes are paths: only below codes that occur by themselves, in the column or
    /// in the codebook. A sign in a name is not enough to split it.
    pub(super) fn of_codes<'c>(
        cells: impl Iterator<Item = &'c str> + Clone,
        known: impl Iterator<Item = &'c str>,
    ) -> Self {
        let alone: BTreeSet<&str> = cells.clone().chain(known).collect();
        for sign in SIGNS {
            let top = |cell: &'c str| cell.split_once(sign).map(|(top, _)| top.trim());
            let tops: BTreeSet<String> =
                cells.clone().filter_map(top).filter(|top| alone.contains(top)).map(str::to_owned).collect();
            if !tops.is_empty() {
                return Self { sign: Some(sign), tops: Some(tops) };
            }
        }
        Self::default()
    }

    /// Returns a cell as parents and code.
    pub(super) fn parts<'c>(&self, cell: &'c str) -> Vec<&'c str> {
        let Some(sign) = self.sign else { return vec![cell] };
        let parts: Vec<&str> = cell.split(sign).map(str::trim).collect();
        let is_below = |top: &&str| self.tops.as_ref().is_none_or(|tops| tops.contains(*top));
        if parts.first().is_some_and(is_below) && parts.iter().all(|part| !part.is_empty()) {
            parts
        } else {
            vec![cell]
        }
    }

    /// Returns a cell that may be a path, but of which no parent is known.
    pub(super) fn doubtful<'c>(&self, mut cells: impl Iterator<Item = &'c str>) -> Option<&'c str> {
        let may_be =
            |cell: &&str| self.parts(cell).len() == 1 && SIGNS[..2].iter().any(|sign| cell.contains(sign));
        cells.find(may_be)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_a_path_only_below_a_code_that_is_known() {
        let cells = ["Zorg", "Zorg > Wachten", "Zorg > Wachten > Lang", "Werk > Druk", "AC\\DC"];
        let paths = Paths::of_codes(cells.into_iter(), std::iter::empty());
        assert_eq!(paths.parts("Zorg > Wachten > Lang"), ["Zorg", "Wachten", "Lang"]);
        assert_eq!(paths.parts("Werk > Druk"), ["Werk > Druk"]);
        assert_eq!(paths.doubtful(cells.into_iter()), Some("Werk > Druk"));
        let paths = Paths::of_codes(cells.into_iter(), ["Werk", "Zorg"].into_iter());
        assert_eq!(paths.parts("Werk > Druk"), ["Werk", "Druk"]);
        assert_eq!(paths.parts("AC\\DC"), ["AC\\DC"]);
        assert_eq!(Paths::of_codes(["A>B", "C"].into_iter(), std::iter::empty()), Paths::default());
        let paths = Paths::of_paths(["Zorg\\Wachten", "Werk"].into_iter());
        assert_eq!(paths.parts("Zorg\\Wachten"), ["Zorg", "Wachten"]);
        assert_eq!(paths.parts("Zorg\\"), ["Zorg\\"]);
    }

    #[test]
    fn codes_of_one_name_below_different_parents_are_different_codes() {
        let mut tree = CodeTree::default();
        let of = |tree: &mut CodeTree, path: &[&str]| tree.of(path).unwrap();
        let (one, two) = (of(&mut tree, &["Zorg", "Lang"]), of(&mut tree, &["Werk", "Lang"]));
        assert_eq!((one, two, of(&mut tree, &["Zorg", "Lang"]), of(&mut tree, &["Zorg"])), (1, 3, 1, 0));
        assert_eq!(tree.codes[one].parent, Some(0));
        assert_eq!(tree.of(&[]), None);
    }
}
