//! The codebook: codes in a tree, factors among them.

use crate::{CodeId, Label, Language, LevelId, ReferenceKey, Valence, case::Extra};
use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a code is for.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum CodeKind {
    /// Can promote or hinder; has a valence.
    #[default]
    Factor,
    /// Describes, without a direction.
    Theme,
    /// Orders the tree; nothing is coded with it.
    Heading,
}

/// One code.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// The code's id.
    pub id: CodeId,
    /// The code it stands under.
    pub parent: Option<CodeId>,
    /// What people read; the id where it is empty.
    pub name: Label,
    /// What it is for.
    pub kind: CodeKind,
    /// The valence of a coding that states none.
    pub valence: Option<Valence>,
    /// The level at which the factor works.
    pub level: Option<LevelId>,
    /// What it means.
    pub definition: String,
    /// When to use it.
    pub include: String,
    /// When not to use it.
    pub exclude: String,
    /// A typical passage.
    pub example: String,
    /// `#rrggbb`, or empty.
    pub colour: String,
    /// Where the code came from: literature, the material, another tool.
    pub source: String,
    /// The works in `references.bib` that name what the code means.
    pub references: Vec<ReferenceKey>,
    /// Further columns.
    pub extra: Extra,
}

impl Code {
    /// Makes a factor with nothing but an id.
    pub fn new(id: CodeId) -> Self {
        Self {
            id,
            parent: None,
            name: Label::default(),
            kind: CodeKind::Factor,
            valence: None,
            level: None,
            definition: String::new(),
            include: String::new(),
            exclude: String::new(),
            example: String::new(),
            colour: String::new(),
            source: String::new(),
            references: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Returns the keys of its works as they stand in a cell, with `;` between them.
    pub fn reference_list(&self) -> String {
        self.references.iter().map(ReferenceKey::as_str).collect::<Vec<_>>().join(";")
    }

    /// Returns the name in a language, or the id where there is none.
    pub fn name(&self, language: Language) -> &str {
        let name = self.name.get(language);
        if name.is_empty() { self.id.as_str() } else { name }
    }
}

/// All codes, in the order of `codebook.csv`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Codebook {
    /// Code per id.
    pub codes: IndexMap<CodeId, Code>,
}

impl Codebook {
    /// Returns the code with this id.
    pub fn get(&self, id: &CodeId) -> Option<&Code> {
        self.codes.get(id)
    }

    /// Returns the codes that something can be coded with, in the order of the codebook.
    pub fn codable(&self) -> impl Iterator<Item = &Code> {
        self.codes.values().filter(|code| code.kind != CodeKind::Heading)
    }

    /// Returns the ids of `id` and everything below it. A circle in the tree ends where it closes.
    pub fn with_descendants(&self, id: &CodeId) -> BTreeSet<CodeId> {
        let mut found = BTreeSet::from([id.clone()]);
        loop {
            let below = |code: &&Code| {
                !found.contains(&code.id) && code.parent.as_ref().is_some_and(|p| found.contains(p))
            };
            let next: Vec<CodeId> = self.codes.values().filter(below).map(|code| code.id.clone()).collect();
            if next.is_empty() {
                return found;
            }
            found.extend(next);
        }
    }

    /// Returns the parents of `id`, nearest first. A circle in the tree ends where it closes.
    pub fn ancestors<'a>(&'a self, id: &'a CodeId) -> Vec<&'a CodeId> {
        let mut path: Vec<&CodeId> = Vec::new();
        let mut current = id;
        while let Some(parent) = self.codes.get(current).and_then(|code| code.parent.as_ref()) {
            if parent == id || path.contains(&parent) {
                break;
            }
            path.push(parent);
            current = parent;
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codebook(rows: &[(&str, &str)]) -> Codebook {
        let code = |&(id, parent): &(&str, &str)| {
            let id = CodeId::new(id).unwrap();
            (id.clone(), Code { parent: CodeId::new(parent), ..Code::new(id) })
        };
        Codebook { codes: rows.iter().map(code).collect() }
    }

    #[test]
    fn descendants_are_found_at_any_depth_and_circles_end() {
        let book = codebook(&[("a", ""), ("c", "b"), ("b", "a"), ("x", "y"), ("y", "x")]);
        let ids = |id: &str| {
            book.with_descendants(&CodeId::new(id).unwrap())
                .into_iter()
                .map(|id| id.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(ids("a"), ["a", "b", "c"]);
        assert_eq!(ids("x"), ["x", "y"]);
        let c = CodeId::new("c").unwrap();
        assert_eq!(book.ancestors(&c).iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(book.ancestors(&CodeId::new("x").unwrap()).len(), 1);
    }
}
