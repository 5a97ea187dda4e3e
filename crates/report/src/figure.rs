//! Figures inside the page: their marks become links, their ids stay out of the page's way.

use crate::address;
use crate::page::failed;
use crate::reader::Reader;
use draad_core::diagnostic::Outcome;
use draad_figures::Figure;
use draad_figures::fonts::FAMILY;
use roxmltree::{Attribute, Document, Node};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

const SVG: &str = "http://www.w3.org/2000/svg";

/// A figure with its caption.
#[derive(Debug, Serialize)]
pub(crate) struct FigureView {
    /// `Figure 3.`
    label: String,
    /// SVG per page, fit to stand in HTML.
    pages: Vec<String>,
    /// The first sentence of its caption.
    caption: String,
    /// The others, which are opened: how to read it and what it rests on.
    rest: String,
}

/// Where marks lead, by the factor and the case that they name, either of which may be empty.
#[derive(Default)]
pub(crate) struct Targets(BTreeMap<(String, String), String>);

impl Targets {
    /// Collects the addresses of all coded cells, factors and cases.
    pub(crate) fn new(reader: &Reader) -> Self {
        let table = reader.input.table;
        let mut targets = BTreeMap::new();
        for (factor_idx, factor) in table.factors.iter().enumerate() {
            targets.insert((factor.id.to_string(), String::new()), address::factor(&factor.id));
            for (case_idx, case) in table.cases.iter().enumerate() {
                if table.cell(0, factor_idx, case_idx).state.is_coded() && !reader.only_adds_up(factor) {
                    let mark = (factor.id.to_string(), case.id.to_string());
                    targets.insert(mark, address::cell(&factor.id, &case.id));
                }
            }
        }
        let cases = table.cases.iter().map(|column| &column.id);
        targets.extend(cases.map(|case| ((String::new(), case.to_string()), address::case(case))));
        Self(targets)
    }

    /// Returns where a mark leads. One of two factors, or of two cases, stands for neither.
    fn of(&self, node: &Node) -> Option<&String> {
        let name = |attribute| node.attribute(attribute).unwrap_or_default().to_owned();
        let mark = (name("data-factor"), name("data-case"));
        if node.has_attribute("data-with") || mark == Default::default() {
            return None;
        }
        self.0.get(&mark)
    }
}

/// Prepares a figure; `prefix` keeps its ids apart from those of others, `label` is its number in words.
///
/// # Errors
/// `ReportFailed` when a page of it is no well-formed SVG.
pub(crate) fn view(figure: &Figure, prefix: &str, label: String, targets: &Targets) -> Outcome<FigureView> {
    let pages = figure.pages.iter().enumerate();
    let pages = pages.map(|(idx, page)| inline(&page.svg, &format!("{prefix}{idx}-"), targets));
    let (caption, rest) = in_two(&figure.caption);
    Ok(FigureView { label, pages: pages.collect::<Outcome<_>>()?, caption, rest })
}

/// Returns the first sentence of a caption and the others.
fn in_two(caption: &str) -> (String, String) {
    let (first, rest) = caption.split_at(caption.find(". ").map_or(caption.len(), |end| end + 1));
    (first.to_owned(), rest.trim_start().to_owned())
}

/// Attributes that say what holds anyway, or what the style of the page says once for all figures.
const USUAL: [(&str, &str); 3] = [("font-family", FAMILY), ("text-anchor", "start"), ("stroke", "none")];

/// Classes of which the page's style says something.
const STYLED: [&str; 1] = ["cell"];

/// A piece of a text that something else takes the place of.
type Edit = (Range<usize>, String);

/// Returns the `svg` element of a document, fit for the page: its marks are links, the innermost where marks stand in marks;
/// ids that something refers to have a prefix, and all else that only a file of its own needs is gone. The links are for the
/// mouse; who uses a keyboard has the same ones in the table below the figure.
fn inline(svg: &str, prefix: &str, targets: &Targets) -> Outcome<String> {
    let document = Document::parse(svg).map_err(|error| failed(error.to_string()))?;
    let root = document.root_element();
    let referred = referred_ids(&root);
    let mut edits: Vec<Edit> = Vec::new();
    for node in root.descendants().filter(Node::is_element) {
        let holds_another = || node.descendants().skip(1).any(|inner| targets.of(&inner).is_some());
        if let Some(address) = targets.of(&node).filter(|_| !holds_another()) {
            edits.extend(link(&node, address));
        }
        edits.extend(node.attributes().filter_map(|attribute| edit(&attribute, prefix, &referred)));
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    Ok(edited(svg, root.range(), &edits))
}

/// Makes a link of a group, or puts one around any other element.
fn link(node: &Node, address: &str) -> [Edit; 2] {
    let (range, link) = (node.range(), format!("<a href=\"#{address}\" tabindex=\"-1\""));
    let has_end = node.has_children();
    if node.has_tag_name((SVG, "g")) && has_end {
        let name = range.start..range.start + "<g".len();
        return [(name, link), (range.end - "</g>".len()..range.end, "</a>".to_owned())];
    }
    [(range.start..range.start, format!("{link}>")), (range.end..range.end, "</a>".to_owned())]
}

/// Returns what becomes of an attribute; nothing where it stays as it is.
fn edit(attribute: &Attribute, prefix: &str, referred: &BTreeSet<&str>) -> Option<Edit> {
    let (name, value, place) = (attribute.name(), attribute.value(), attribute.range_value());
    let gone = || Some((attribute.range().start - 1..attribute.range().end, String::new()));
    let prefixed = |start: usize| Some((place.start + start..place.start + start, prefix.to_owned()));
    match name {
        "id" if referred.contains(value) => prefixed(0),
        "id" => gone(),
        "href" if value.starts_with('#') => prefixed(1),
        "aria-labelledby" | "aria-describedby" => {
            let ids: Vec<String> = value.split_whitespace().map(|id| format!("{prefix}{id}")).collect();
            Some((place, ids.join(" ")))
        }
        "class" if !STYLED.iter().any(|class| value.split_whitespace().any(|own| own == *class)) => gone(),
        _ if name.starts_with("data-") || USUAL.contains(&(name, value)) => gone(),
        _ => value.find("url(#").and_then(|start| prefixed(start + "url(#".len())),
    }
}

/// Returns the ids that something in the drawing refers to.
fn referred_ids<'a>(root: &Node<'a, '_>) -> BTreeSet<&'a str> {
    let attributes = root.descendants().flat_map(|node| node.attributes());
    let ids = attributes.flat_map(|attribute| -> Vec<&str> {
        let value = attribute.value();
        match attribute.name() {
            "href" => value.strip_prefix('#').into_iter().collect(),
            "aria-labelledby" | "aria-describedby" => value.split_whitespace().collect(),
            _ => {
                let inside = value.split_once("url(#").and_then(|(_, rest)| rest.split_once(')'));
                inside.map(|(id, _)| id).into_iter().collect()
            }
        }
    });
    ids.collect()
}

fn edited(text: &str, range: Range<usize>, edits: &[Edit]) -> String {
    let mut result = String::with_capacity(range.len());
    let mut from = range.start;
    for (place, replacement) in edits {
        result.push_str(&text[from..place.start]);
        result.push_str(replacement);
        from = place.end;
    }
    result.push_str(&text[from..range.end]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inlined(svg: &str) -> Outcome<String> {
        let mark = |factor: &str, case: &str| (factor.to_owned(), case.to_owned());
        let targets = [(mark("a", "p1"), "cell-a.p1".to_owned()), (mark("a", ""), "factor-a".to_owned())];
        inline(svg, "m0-", &Targets(BTreeMap::from(targets)))
    }

    #[test]
    fn marks_become_links_and_ids_get_a_prefix() {
        let svg = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" aria-labelledby=\"t d\">\
            <title id=\"t\">x</title><g id=\"c\" data-factor=\"a\" data-case=\"p1\"><g id=\"d\" clip-path=\"url(#t)\"/></g></svg>";
        assert_eq!(
            inlined(svg).unwrap(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-labelledby=\"m0-t m0-d\"><title id=\"m0-t\">x</title>\
             <a href=\"#cell-a.p1\" tabindex=\"-1\"><g id=\"m0-d\" clip-path=\"url(#m0-t)\"/></a></svg>"
        );
        assert!(inlined("<svg").is_err());
    }

    #[test]
    fn a_mark_in_a_mark_is_the_link_and_of_two_factors_neither_is() {
        let row = "<g data-factor=\"a\"><text font-family=\"Noto Sans\">A</text><rect data-factor=\"a\" data-case=\"p1\" stroke=\"none\"/></g>";
        let pair = "<g data-factor=\"a\" data-with=\"b\"><title>a, b</title></g>";
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{row}{pair}</svg>");
        assert_eq!(
            inlined(&svg).unwrap(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><g><text>A</text>\
             <a href=\"#cell-a.p1\" tabindex=\"-1\"><rect/></a></g><g><title>a, b</title></g></svg>"
        );
    }
}
