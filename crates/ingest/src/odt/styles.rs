//! What paragraph and text styles say: bold, hidden, and the names that people gave them.

use crate::document::heading_level;
use crate::xml::{attribute, child, elements};
use roxmltree::Node;
use std::collections::BTreeMap;

/// How many styles may be based on one another.
const MAX_CHAIN: usize = 30;

/// The styles of a document, by family and name. Each piece of direct formatting is an automatic style as well.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    by_name: BTreeMap<(String, String), Style>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    /// The name that people see; automatic styles have none.
    shown: Option<String>,
    /// Whether a person made it: those of the program itself are sorted into classes.
    is_custom: bool,
    parent: Option<String>,
    look: Look,
}

/// What a style says about the look of its text, where it says it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    bold: Option<bool>,
    hidden: Option<bool>,
}

impl Styles {
    /// Reads `part` when it is a list of styles.
    pub(super) fn read(&mut self, part: Node) {
        let is_automatic = match part.tag_name().name() {
            "styles" => false,
            "automatic-styles" => true,
            _ => return,
        };
        for node in elements(part).filter(|node| node.tag_name().name() == "style") {
            if let (Some(family), Some(name)) = (attribute(node, "family"), attribute(node, "name")) {
                let style = Style::read(node, name, is_automatic);
                self.by_name.insert((family.to_owned(), name.to_owned()), style);
            }
        }
    }

    /// Returns the heading level that the name of a paragraph's style states.
    pub(super) fn heading(&self, style: Option<&str>) -> Option<u8> {
        self.chain("paragraph", style).find_map(|style| heading_level(style.shown.as_deref()?))
    }

    /// Returns the name of a paragraph's style, when a person made it.
    pub(super) fn custom_name(&self, style: Option<&str>) -> Option<&str> {
        let named = self.chain("paragraph", style).find(|style| style.shown.is_some())?;
        named.shown.as_deref().filter(|_| named.is_custom)
    }

    /// Returns the look of a style of this family (`paragraph`, `text`, `section`) and those it is based on.
    pub(super) fn look(&self, family: &str, style: Option<&str>) -> Look {
        self.chain(family, style).fold(Look::default(), |look, style| look.or(style.look))
    }

    fn chain(&self, family: &str, style: Option<&str>) -> impl Iterator<Item = &Style> {
        let named = move |name: &str| self.by_name.get(&(family.to_owned(), name.to_owned()));
        let first = style.and_then(named);
        let mut next = first.and_then(|style| style.parent.as_deref());
        let parents = std::iter::from_fn(move || {
            let style = named(next?)?;
            next = style.parent.as_deref();
            Some(style)
        });
        first.into_iter().chain(parents).take(MAX_CHAIN)
    }
}

impl Style {
    fn read(node: Node, name: &str, is_automatic: bool) -> Self {
        let shown = attribute(node, "display-name").map(str::to_owned);
        let shown = shown.unwrap_or_else(|| name.replace("_20_", " "));
        Self {
            shown: (!is_automatic).then_some(shown),
            is_custom: !is_automatic && attribute(node, "class").is_none(),
            parent: attribute(node, "parent-style-name").map(str::to_owned),
            look: Look::read(node),
        }
    }
}

impl Look {
    fn read(style: Node) -> Self {
        let text = child(style, "text-properties");
        let value = |name| text.and_then(|text| attribute(text, name));
        let is_heavy =
            |weight: &str| weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight >= 600);
        Self {
            bold: value("font-weight").map(is_heavy),
            hidden: value("display").map(|shown| shown == "none"),
        }
    }

    /// Returns whether text of this look is bold.
    pub(super) fn is_bold(self) -> bool {
        self.bold == Some(true)
    }

    /// Returns whether nobody sees text of this look.
    pub(super) fn is_hidden(self) -> bool {
        self.hidden == Some(true)
    }

    /// Returns this look, completed with `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self { bold: self.bold.or(other.bold), hidden: self.hidden.or(other.hidden) }
    }
}
