//! Clusters: which cases resemble each other. The tree of the cases at the left of the table of resemblances that it explains.

mod draw;
mod layout;
mod tree;

use crate::canvas::Ids;
use crate::caption::Caption;
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::Similarity;
use draad_analysis::similarity::{Clustering, Pair};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use draad_words::Words;
use layout::Layout;

/// Draws the tree of the cases beside their resemblances. `study` gives things their names.
///
/// # Errors
/// `NothingToShow` with too few cases for a tree, or with too many to be told apart on a page.
pub fn clusters(found: &Similarity, study: &Study, style: &Style) -> Outcome<Figure> {
    let (Ok(tree), Ok(order)) = (&found.clustering, found.tree_order()) else {
        return Err(nothing("few-cases"));
    };
    let layout = Layout::new(found, tree, order, style).ok_or_else(|| nothing("many-cases"))?;
    let alt = alt(found, tree, style.words);
    let pages = vec![draw::page(&layout, &alt, &mut Ids::default())];
    let caption = caption(found, tree, &layout, study, style);
    Ok(Figure::new("clusters", pages, caption, alt, style.words))
}

fn nothing(reason: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), Problem::NothingToShow { reason: reason.into() }))
}

fn caption(found: &Similarity, tree: &Clustering, layout: &Layout, study: &Study, style: &Style) -> String {
    let words = style.words;
    let mut caption = Caption::new(words, study);
    caption.add("figure-clusters-what");
    let key = if layout.is_similarity() { "figure-clusters-similarity" } else { "figure-clusters-distance" };
    caption.shaded(key, &style.theme);
    let measure = <&str>::from(found.options.measure);
    caption.add(&format!("similarity-definition-{measure}"));
    caption.sentence(words.say_with("similarity-codes-note", [("n", found.codes.len().into())]));
    let correlation = tree.cophenetic_correlation.map_or("–".to_owned(), |value| words.number(value, 2));
    caption.sentence(words.say_with("similarity-tree-note", [("correlation", correlation.into())]));
    caption.add("figure-clusters-order");
    let tied = tree.joinings.iter().filter(|joining| joining.is_tied).count();
    if tied > 0 {
        let args = [("n", tied.into()), ("steps", tree.joinings.len().into())];
        caption.add("figure-clusters-ties").sentence(words.say_with("similarity-ties-note", args));
    }
    if tree.depends_on_ties {
        caption.add("similarity-order-matters-note");
    }
    caption.add("similarity-no-types-note");
    add_left_out(&mut caption, found, words);
    caption.basis(&found.basis).finish(&found.basis)
}

/// Names the cases that have no place in the tree.
fn add_left_out(caption: &mut Caption, found: &Similarity, words: Words) {
    let no_material: Vec<String> = found.no_material.iter().map(ToString::to_string).collect();
    let without_codes: Vec<String> = found.without_codes().map(|case| case.id.to_string()).collect();
    let left_out =
        [("similarity-no-material-note", no_material), ("similarity-without-codes-note", without_codes)];
    for (key, cases) in left_out.into_iter().filter(|(_, cases)| !cases.is_empty()) {
        caption.sentence(words.say_with(key, [("cases", cases.join(", ").into())]));
    }
}

/// Says which two cases are most alike, and into which two groups the tree falls.
fn alt(found: &Similarity, tree: &Clustering, words: Words) -> String {
    let nearest = tree.joinings.first();
    let id = |case: &usize| found.cases[*case].id.to_string();
    let ids = |cases: &[usize]| cases.iter().map(id).collect::<Vec<_>>().join(", ");
    let side = |cases: Option<&Vec<usize>>| cases.map_or(String::new(), |cases| ids(cases));
    let last = tree.joinings.last();
    words.say_with(
        "figure-clusters-alt",
        [
            ("cases", words.say_with("n-cases", [("n", (tree.joinings.len() + 1).into())]).into()),
            ("first", side(nearest.map(|joining| &joining.first)).into()),
            ("second", side(nearest.map(|joining| &joining.second)).into()),
            ("height", words.number(nearest.map_or(0.0, |joining| joining.height), 2).into()),
            ("one", side(last.map(|joining| &joining.first)).into()),
            ("other", side(last.map(|joining| &joining.second)).into()),
        ],
    )
}

/// Returns what a pair's cell shows: how alike two cases are; where a measure has no upper end, how far apart.
fn value(pair: &Pair) -> Option<f64> {
    match pair.similarity {
        Some(similarity) => similarity.ok(),
        None => pair.distance.ok(),
    }
}
