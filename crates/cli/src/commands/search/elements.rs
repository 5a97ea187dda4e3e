//! Sources or cases, found or not, as a table.

use crate::print::Grid;
use draad_app::Project;
use draad_app::search::{Answer, Element, Per};

/// Returns a table of cases, each with whether the query holds for it; or of the sources for which it holds.
pub(super) fn table(project: &Project, answer: &Answer) -> String {
    let words = &project.words;
    let is_of_cases = answer.per == Per::Case;
    let first = if is_of_cases { "element-case" } else { "element-source" };
    let columns =
        [first, "element-holds", "element-hits", "element-units", "element-searched", "element-sources"];
    let mut grid = Grid::new(columns.map(|column| words.say(column)).to_vec(), 2);
    for element in answer.elements.iter().filter(|element| is_of_cases || element.found) {
        let number = |n: usize| n.to_string();
        grid.row(vec![
            element.id.clone(),
            words.say(state(element)),
            number(element.n_hits),
            number(element.n_units_found),
            number(element.n_units_searched),
            number(element.n_sources_searched),
        ]);
    }
    grid.fitted(None)
}

/// Absent is not the same as without material to find it in.
fn state(element: &Element) -> &'static str {
    match (element.n_units_searched, element.found) {
        (0, _) => "element-no-material",
        (_, true) => "element-yes",
        (_, false) => "element-no",
    }
}
