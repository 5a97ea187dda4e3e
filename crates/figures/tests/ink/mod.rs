//! Ink as it stands in the SVG, read back.

use draad_figures::Figure;
use roxmltree::{Document, Node};

/// Calls `check` for each group of this class on all pages; returns how many there are.
pub(crate) fn each(figure: &Figure, class: &str, mut check: impl FnMut(Node)) -> usize {
    let mut n = 0;
    for page in &figure.pages {
        let document = Document::parse(&page.svg).unwrap();
        let has_class = |node: &Node| {
            node.attribute("class").is_some_and(|classes| classes.split(' ').any(|own| own == class))
        };
        for node in document.descendants().filter(has_class) {
            check(node);
            n += 1;
        }
    }
    n
}

pub(crate) fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

pub(crate) fn children<'a, 'd>(node: Node<'a, 'd>, name: &'static str) -> Vec<Node<'a, 'd>> {
    node.children().filter(move |child| child.tag_name().name() == name).collect()
}

pub(crate) fn texts(node: Node) -> Vec<String> {
    children(node, "text").iter().filter_map(|text| text.text()).map(|text| text.trim().to_owned()).collect()
}

/// Checks that `b` is a straight line of `a`, to within what whole canvas units can hold.
pub(crate) fn assert_linear(pairs: &[(f64, f64)], what: &str) {
    let least = pairs.iter().copied().reduce(|a, b| if b.0 < a.0 { b } else { a }).unwrap();
    let most = pairs.iter().copied().reduce(|a, b| if b.0 > a.0 { b } else { a }).unwrap();
    assert!(most.0 > least.0, "{what}: something to tell apart");
    let slope = (most.1 - least.1) / (most.0 - least.0);
    for (a, b) in pairs {
        let expected = least.1 + slope * (a - least.0);
        assert!((b - expected).abs() < 2.5, "{what}: {a} stands at {b}, not at {expected}");
    }
}
