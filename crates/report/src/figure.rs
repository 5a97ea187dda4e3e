//! Figures inside the page: their marks become links, their ids stay out of the page's way.

use crate::address;
use crate::reader::Reader;
use crate::svg;
use draad_core::diagnostic::Outcome;
use draad_figures::Figure;
use roxmltree::Node;
use serde::Serialize;
use std::collections::BTreeMap;

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

/// Prepares a figure; `prefix` keeps its ids apart from those of others, `label` is its number in words. Marks that lead to
/// where the figure stands, `here`, are no links.
///
/// # Errors
/// `ReportFailed` when a page of it is no well-formed SVG.
pub(crate) fn view(
    figure: &Figure,
    prefix: &str,
    label: String,
    targets: &Targets,
    here: &str,
) -> Outcome<FigureView> {
    let target = |node: &Node| targets.of(node).filter(|to| *to != here).map(String::as_str);
    let pages = figure.pages.iter().enumerate();
    let pages = pages.map(|(idx, page)| svg::inline(&page.svg, &format!("{prefix}{idx}-"), &target));
    let (caption, rest) = in_two(&figure.caption);
    Ok(FigureView { label, pages: pages.collect::<Outcome<_>>()?, caption, rest })
}

/// Returns the first sentence of a caption and the others.
fn in_two(caption: &str) -> (String, String) {
    let (first, rest) = caption.split_at(caption.find(". ").map_or(caption.len(), |end| end + 1));
    (first.to_owned(), rest.trim_start().to_owned())
}
