//! Figures inside the page: their marks become links, their ids stay out of the page's way.

use crate::reader::Reader;
use draad_core::{Diagnostic, Place, Problem, diagnostic::Outcome};
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

/// Prepares a figure. `links` holds the address per id of a mark; `prefix` keeps the figure's ids apart from others.
pub(crate) fn view(figure: &Figure, prefix: &str, links: &BTreeMap<String, String>) -> Outcome<FigureView> {
    let pages = figure.pages.iter().enumerate();
    let pages = pages.map(|(idx, page)| inline(&page.svg, &format!("{prefix}{idx}-"), links));
    Ok(FigureView { pages: pages.collect::<Outcome<_>>()?, caption: figure.caption.clone() })
}

/// Returns the addresses of all cells by the ids that marks have in the matrix.
pub(crate) fn cell_links(reader: &Reader) -> BTreeMap<String, String> {
    let table = reader.input.table;
    let mut links = BTreeMap::new();
    for (factor_idx, factor) in table.factors.iter().enumerate() {
        for (case_idx, case) in table.cases.iter().enumerate() {
            if table.cell(0, factor_idx, case_idx).state.is_coded() {
                let mark = mark_id(&format!("cell-{}-{}", factor.id, case.id));
                links.insert(mark, crate::address::cell(&factor.id, &case.id));
            }
        }
    }
    links
}

/// Returns the addresses of cases by the ids that their rows have in the balance figure.
pub(crate) fn case_links(reader: &Reader) -> BTreeMap<String, String> {
    let cases = reader.input.balance.rows.iter();
    cases.map(|row| (mark_id(&format!("balance-{}", row.case)), crate::address::case(&row.case))).collect()
}

/// Returns an id as it stands in a figure: SVG allows no white space in it.
fn mark_id(id: &str) -> String {
    id.chars().map(|c| if c.is_whitespace() { '_' } else { c }).collect()
}

/// Returns the `svg` element of a document with prefixed ids and with links around its marks. The links are for the
/// mouse; who uses a keyboard has the same ones in the table beside the figure.
fn inline(svg: &str, prefix: &str, links: &BTreeMap<String, String>) -> Outcome<String> {
    let unreadable = |error: roxmltree::Error| {
        let reason = error.to_string();
        Box::new(Diagnostic::error(
            Place::file(format!("{prefix}figure.svg")),
            Problem::CannotRead { reason },
        ))
    };
    let document = Document::parse(svg).map_err(unreadable)?;
    let root = document.root_element();
    let mut insertions: Vec<(usize, String)> = Vec::new();
    for node in root.descendants().filter(Node::is_element) {
        let address = node.attribute("id").and_then(|id| links.get(id));
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
            <title id=\"t\">x</title><g id=\"cell-a-p1\"><g id=\"d\" clip-path=\"url(#t)\"/></g></svg>";
        let links = BTreeMap::from([("cell-a-p1".to_owned(), "cell-a-p1".to_owned())]);
        let inlined = inline(svg, "m0-", &links).unwrap();
        assert_eq!(
            inlined,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-labelledby=\"m0-t m0-d\"><title id=\"m0-t\">x</title>\
             <a href=\"#cell-a-p1\" tabindex=\"-1\"><g id=\"m0-cell-a-p1\"><g id=\"m0-d\" clip-path=\"url(#m0-t)\"/></g></a></svg>"
        );
        assert!(inline("<svg", "m0-", &links).is_err());
    }
}
