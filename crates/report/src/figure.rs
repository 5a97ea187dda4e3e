//! Figures inside the page: their marks become links, their ids stay out of the page's way.

use crate::address;
use crate::page::failed;
use crate::reader::Reader;
use draad_core::diagnostic::Outcome;
use draad_figures::Figure;
use roxmltree::{Document, Node};
use serde::Serialize;
use std::collections::BTreeMap;

/// A figure with its caption.
#[derive(Debug, Serialize)]
pub(crate) struct FigureView {
    /// SVG per page, fit to stand in HTML.
    pages: Vec<String>,
    caption: String,
}

/// Addresses by the factor (empty for a case as a whole) and the case that a mark names.
pub(crate) type Links = BTreeMap<(String, String), String>;

/// Prepares a figure; `prefix` keeps the figure's ids apart from others.
pub(crate) fn view(figure: &Figure, prefix: &str, links: &Links) -> Outcome<FigureView> {
    let pages = figure.pages.iter().enumerate();
    let pages = pages.map(|(idx, page)| inline(&page.svg, &format!("{prefix}{idx}-"), links));
    Ok(FigureView { pages: pages.collect::<Outcome<_>>()?, caption: figure.caption.clone() })
}

/// Returns the addresses of all coded cells.
pub(crate) fn cell_links(reader: &Reader) -> Links {
    let table = reader.input.table;
    let mut links = BTreeMap::new();
    for (factor_idx, factor) in table.factors.iter().enumerate() {
        for (case_idx, case) in table.cases.iter().enumerate() {
            if table.cell(0, factor_idx, case_idx).state.is_coded() && !reader.only_adds_up(factor) {
                let mark = (factor.id.to_string(), case.id.to_string());
                links.insert(mark, address::cell(&factor.id, &case.id));
            }
        }
    }
    links
}

/// Returns the addresses of all cases.
pub(crate) fn case_links(reader: &Reader) -> Links {
    let cases = reader.input.balance.rows.iter();
    cases.map(|row| ((String::new(), row.case.to_string()), address::case(&row.case))).collect()
}

/// Returns the `svg` element of a document with prefixed ids and with links around its marks. The links are for the
/// mouse; who uses a keyboard has the same ones in the table beside the figure.
fn inline(svg: &str, prefix: &str, links: &Links) -> Outcome<String> {
    let document = Document::parse(svg).map_err(|error| failed(error.to_string()))?;
    let root = document.root_element();
    let mut insertions: Vec<(usize, String)> = Vec::new();
    for node in root.descendants().filter(Node::is_element) {
        let factor = node.attribute("data-factor").unwrap_or_default();
        let mark = node.attribute("data-case").map(|case| (factor.to_owned(), case.to_owned()));
        let address = mark.and_then(|mark| links.get(&mark));
        if let Some(address) = address {
            insertions.push((node.range().start, format!("<a href=\"#{address}\" tabindex=\"-1\">")));
        }
        insertions.extend(prefixed_ids(&node, prefix));
        if address.is_some() {
            insertions.push((node.range().end, "</a>".to_owned()));
        }
    }
    insertions.sort_by_key(|(position, _)| *position);
    Ok(spliced(svg, root.range(), &insertions))
}

/// Returns where `prefix` must be put so that the element's id and its references stay unique in the page.
fn prefixed_ids(node: &Node, prefix: &str) -> Vec<(usize, String)> {
    let mut insertions = Vec::new();
    for attribute in node.attributes() {
        let (value, start) = (attribute.value(), attribute.range_value().start);
        let mut at = |offset: usize| insertions.push((start + offset, prefix.to_owned()));
        match attribute.name() {
            "id" => at(0),
            "href" if value.starts_with('#') => at(1),
            "aria-labelledby" | "aria-describedby" => {
                let starts =
                    value.char_indices().filter(|&(i, c)| c != ' ' && (i == 0 || value[..i].ends_with(' ')));
                starts.for_each(|(offset, _)| at(offset));
            }
            _ => value.match_indices("url(#").for_each(|(offset, found)| at(offset + found.len())),
        }
    }
    insertions
}

fn spliced(text: &str, range: std::ops::Range<usize>, insertions: &[(usize, String)]) -> String {
    let mut result = String::with_capacity(range.len() + insertions.len() * 24);
    let mut from = range.start;
    for (position, insertion) in insertions {
        result.push_str(&text[from..*position]);
        result.push_str(insertion);
        from = *position;
    }
    result.push_str(&text[from..range.end]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_links_and_ids_get_a_prefix() {
        let svg = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" aria-labelledby=\"t d\">\
            <title id=\"t\">x</title><g id=\"c\" data-factor=\"a\" data-case=\"p1\"><g id=\"d\" clip-path=\"url(#t)\"/></g></svg>";
        let links = BTreeMap::from([(("a".to_owned(), "p1".to_owned()), "cell-a.p1".to_owned())]);
        let inlined = inline(svg, "m0-", &links).unwrap();
        assert_eq!(
            inlined,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-labelledby=\"m0-t m0-d\"><title id=\"m0-t\">x</title>\
             <a href=\"#cell-a.p1\" tabindex=\"-1\"><g id=\"m0-c\" data-factor=\"a\" data-case=\"p1\"><g id=\"m0-d\" clip-path=\"url(#m0-t)\"/></g></a></svg>"
        );
        assert!(inline("<svg", "m0-", &links).is_err());
    }
}
