//! What paragraph and character styles say: headings, bold, hidden, and the names that people gave them.

use crate::document::heading_level;
use crate::xml::{attribute, child, elements};
use roxmltree::Node;
use std::collections::BTreeMap;

/// How many styles may be based on one another.
const MAX_CHAIN: usize = 30;

/// The styles of a document, by id.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, Style>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    /// Its name, when a person made it; the names of Word's own styles say nothing about the text.
    custom_name: Option<String>,
    level: Option<u8>,
    based_on: Option<String>,
    look: Look,
}

/// What a style or run says about the look of its text, where it says it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub(super) bold: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl Styles {
    /// Reads `styles.xml`. Style names are English in every language of Word; ids are not.
    pub(super) fn read(root: Node) -> Self {
        let styles = elements(root).filter(|node| node.tag_name().name() == "style");
        let by_id =
            styles.filter_map(|node| Some((attribute(node, "styleId")?.to_owned(), Style::read(node))));
        Self { by_id: by_id.collect() }
    }

    /// Returns the heading level of a paragraph with this style, or nothing when it is running text.
    pub(super) fn heading(&self, style: Option<&str>) -> Option<u8> {
        self.chain(style).find_map(|style| style.level).or_else(|| heading_level(style?))
    }

    /// Returns the name of a style that the writer of the document made.
    pub(super) fn custom_name(&self, style: Option<&str>) -> Option<&str> {
        self.by_id.get(style?)?.custom_name.as_deref()
    }

    /// Returns the look of a run with these properties in a paragraph of style `paragraph`.
    pub(super) fn look(&self, run: Option<Node>, paragraph: Option<&str>) -> Look {
        let style = run.and_then(|run| child(run, "rStyle")).and_then(|style| attribute(style, "val"));
        Look::read(run).or(self.look_of(style)).or(self.look_of(paragraph))
    }

    fn look_of(&self, style: Option<&str>) -> Look {
        self.chain(style).fold(Look::default(), |look, style| look.or(style.look))
    }

    /// Returns a style and those it is based on.
    fn chain(&self, style: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = style.and_then(|style| self.by_id.get(style));
        let next = |style: &&Style| self.by_id.get(style.based_on.as_ref()?);
        std::iter::successors(first, next).take(MAX_CHAIN)
    }
}

impl Style {
    fn read(node: Node) -> Self {
        let value = |name| child(node, name).and_then(|property| attribute(property, "val"));
        let name = value("name").unwrap_or_default();
        let is_custom = matches!(attribute(node, "customStyle"), Some("1" | "true" | "on"));
        Self {
            custom_name: is_custom.then(|| name.to_owned()),
            level: heading_level(name),
            based_on: value("basedOn").map(str::to_owned),
            look: Look::read(child(node, "rPr")),
        }
    }
}

impl Look {
    /// Reads run properties.
    pub(super) fn read(properties: Option<Node>) -> Self {
        Self { bold: switch(properties, "b"), hidden: switch(properties, "vanish") }
    }

    fn or(self, other: Self) -> Self {
        Self { bold: self.bold.or(other.bold), hidden: self.hidden.or(other.hidden) }
    }
}

/// Returns whether a property such as `<w:b/>` or `<w:b w:val="0"/>` is on, or nothing when it is absent.
fn switch(properties: Option<Node>, name: &str) -> Option<bool> {
    let property = child(properties?, name)?;
    Some(!matches!(attribute(property, "val"), Some("0" | "false" | "off" | "none")))
}
