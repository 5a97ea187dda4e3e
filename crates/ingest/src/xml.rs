//! The few things that readers of XML documents ask of a tree.

use roxmltree::{Document, Node, ParsingOptions};

/// The most nodes one part of a document may have: the largest table that is read has two for each cell, and something over.
const MAX_NODES: u32 = 20_000_000;

/// Parses a document. One that declares entities of its own is refused: documents have no need of them, bombs do.
///
/// # Errors
/// What the parser says of text that is not XML.
pub(crate) fn parse(text: &str) -> Result<Document<'_>, String> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| error.to_string())
}

/// Returns the attribute with this local name, whatever its namespace: programs choose their own prefixes.
pub(crate) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// Returns the child element with this local name.
pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    elements(node).find(|child| child.tag_name().name() == name)
}

/// Returns the child elements.
pub(crate) fn elements<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(Node::is_element)
}
