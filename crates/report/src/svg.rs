//! Drawings made fit to stand in the page.

use crate::failed;
use draad_core::diagnostic::Outcome;
use draad_figures::fonts::FAMILY;
use roxmltree::{Attribute, Document, Node};
use std::collections::BTreeSet;
use std::ops::Range;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Attributes that say what holds anyway, or what the style of the page says once for all figures.
const USUAL: [(&str, &str); 3] = [("font-family", FAMILY), ("text-anchor", "start"), ("stroke", "none")];

/// Classes of which the page's style says something.
const STYLED: [&str; 1] = ["cell"];

/// A piece of a text that something else takes the place of.
type Edit = (Range<usize>, String);

/// Where a mark leads.
type Target<'t> = dyn Fn(&Node) -> Option<&'t str> + 't;

/// Returns the `svg` element of a document, fit for the page: its marks are links, the innermost where marks stand in marks;
/// ids that something refers to have a prefix, and all else that only a file of its own needs is gone. The links are for the
/// mouse; who uses a keyboard has the same ones in the table below the figure.
///
/// # Errors
/// `ReportFailed` when it is not well-formed.
pub(crate) fn inline(svg: &str, prefix: &str, target: &Target) -> Outcome<String> {
    let document = Document::parse(svg).map_err(|error| failed(error.to_string()))?;
    let root = document.root_element();
    let referred = referred_ids(&root);
    let (mut edits, in_path) = joined(&root);
    let elements = root.descendants().filter(Node::is_element);
    for node in elements.filter(|node| !in_path.contains(&node.range().start)) {
        let holds_another = || node.descendants().skip(1).any(|inner| target(&inner).is_some());
        if let Some(address) = target(&node).filter(|_| !holds_another()) {
            edits.extend(link(&node, address));
        }
        edits.extend(node.attributes().filter_map(|attribute| edit(&attribute, prefix, &referred)));
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    Ok(edited(svg, root.range(), &edits))
}

/// Returns each run of plain rectangles of one colour as one path, which is half as long, and where those rectangles start.
fn joined(root: &Node) -> (Vec<Edit>, BTreeSet<usize>) {
    let (mut edits, mut starts) = (Vec::new(), BTreeSet::new());
    for parent in root.descendants().filter(Node::is_element) {
        let children: Vec<Node> = parent.children().filter(Node::is_element).collect();
        let runs = children.chunk_by(|a, b| plain_fill(a).is_some() && plain_fill(a) == plain_fill(b));
        for run in runs.filter(|run| run.len() > 2) {
            let (first, last) = (run[0], run[run.len() - 1]);
            let path: String = run.iter().map(outline).collect();
            let fill = plain_fill(&first).unwrap_or_default();
            edits.push((
                first.range().start..last.range().end,
                format!("<path fill=\"{fill}\" d=\"{path}\"/>"),
            ));
            starts.extend(run.iter().map(|node| node.range().start));
        }
    }
    (edits, starts)
}

/// Returns the colour of a rectangle that has nothing but a place, a size and a colour.
fn plain_fill<'a>(node: &Node<'a, '_>) -> Option<&'a str> {
    let is_plain = |attribute: Attribute| {
        ["x", "y", "width", "height", "fill"].contains(&attribute.name())
            || USUAL.contains(&(attribute.name(), attribute.value()))
    };
    let is_rectangle = node.has_tag_name((SVG, "rect")) && !node.has_children();
    (is_rectangle && node.attributes().all(is_plain)).then(|| node.attribute("fill"))?
}

/// Returns the outline of a rectangle as part of a path.
fn outline(node: &Node) -> String {
    let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| node.attribute(name).unwrap_or("0"));
    format!("M{x} {y}h{width}v{height}h-{width}z")
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
        let name = |node: &Node, attribute| node.attribute(attribute).map(str::to_owned);
        inline(svg, "m0-", &move |node| {
            let mark = (name(node, "data-factor"), name(node, "data-case"), name(node, "data-with"));
            match (mark.0.as_deref(), mark.1.as_deref(), mark.2.as_deref()) {
                (Some("a"), Some("p1"), None) => Some("cell-a.p1"),
                (Some("a"), None, None) => Some("factor-a"),
                _ => None,
            }
        })
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

    #[test]
    fn a_run_of_plain_rectangles_is_one_path_that_covers_the_same() {
        let rect = |x: u32| {
            format!("<rect x=\"{x}\" y=\"7\" width=\"3\" height=\"5\" fill=\"#888\" stroke=\"none\"/>\n")
        };
        let other = "<rect x=\"9\" y=\"7\" width=\"3\" height=\"5\" fill=\"#000\"/>";
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\">{}{}{}{other}</svg>",
            rect(1),
            rect(4),
            rect(8)
        );
        assert_eq!(
            inlined(&svg).unwrap(),
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\">\
                 <path fill=\"#888\" d=\"M1 7h3v5h-3zM4 7h3v5h-3zM8 7h3v5h-3z\"/>\n{other}</svg>"
            )
        );
    }
}
