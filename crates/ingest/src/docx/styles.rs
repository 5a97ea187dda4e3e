//! Which paragraph styles are headings.

use super::{attribute, child};
use roxmltree::Node;
use std::collections::BTreeMap;

/// The heading levels of a document's styles, by style id.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    levels: BTreeMap<String, u8>,
}

impl Styles {
    /// Reads `styles.xml`. Style names are English in every language of Word; ids are not.
    pub(super) fn read(root: Node) -> Self {
        let mut levels = BTreeMap::new();
        for style in root.children().filter(|node| node.tag_name().name() == "style") {
            let name = child(style, "name").and_then(|name| attribute(name, "val"));
            if let (Some(id), Some(level)) = (attribute(style, "styleId"), name.and_then(level_of)) {
                levels.insert(id.to_owned(), level);
            }
        }
        Self { levels }
    }

    /// Returns the heading level of a paragraph with these properties, or nothing when it is running text.
    pub(super) fn heading(&self, properties: Option<Node>) -> Option<u8> {
        let style = child(properties?, "pStyle").and_then(|style| attribute(style, "val"))?;
        self.levels.get(style).copied().or_else(|| level_of(style))
    }
}

/// Returns the level that a style's name (or, without a list of styles, its id) states.
fn level_of(name: &str) -> Option<u8> {
    let name = name.to_lowercase().replace(' ', "");
    match name.as_str() {
        "title" | "titel" => return Some(1),
        "subtitle" | "ondertitel" => return Some(2),
        _ => {}
    }
    let number = name.strip_prefix("heading").or_else(|| name.strip_prefix("kop"))?;
    number.parse().ok().filter(|level| (1..=9).contains(level))
}
