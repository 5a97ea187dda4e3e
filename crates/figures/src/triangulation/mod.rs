//! Triangulation: how broadly a factor is backed. Rows are factors, columns kinds of source and who speaks in them, and a
//! tile is darker where more cases have it.

mod columns;
mod draw;

use crate::canvas::Ids;
use crate::caption::Caption;
use crate::figure::Figure;
use crate::style::Style;
use columns::Columns;
use draad_analysis::{TriangulatedFactor, Triangulation};
use draad_core::diagnostic::Outcome;
use draad_core::{CodeKind, Diagnostic, Place, Problem, Study};
use draad_words::Words;

/// Draws the triangulation. `study` gives things their names and order.
///
/// # Errors
/// `NothingToShow` where no factor occurs in any case.
pub fn triangulation(triangulation: &Triangulation, study: &Study, style: &Style) -> Outcome<Figure> {
    let factors = used(triangulation);
    if factors.is_empty() {
        let problem = Problem::NothingToShow { reason: "no-factors".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let columns = Columns::new(triangulation, &factors, study);
    let alt = alt(triangulation, &factors, &columns, style.words);
    let pages = draw::pages(triangulation, &factors, &columns, study, style, &alt, &mut Ids::default());
    let caption = caption(triangulation, &factors, study, style);
    Ok(Figure::new("triangulation", pages, caption, alt, style.words))
}

/// Returns the factors and themes that occur, in the order of the table.
fn used(triangulation: &Triangulation) -> Vec<usize> {
    let occurs = |at: &usize| {
        let factor = &triangulation.factors[*at].factor;
        factor.n_cases > 0 && factor.kind != CodeKind::Heading
    };
    (0..triangulation.factors.len()).filter(occurs).collect()
}

/// Returns whether a factor stands in one source only, in each case that has it.
fn is_flagged(factor: &TriangulatedFactor) -> bool {
    factor.n_single_source == factor.factor.n_cases
}

fn name(factor: &TriangulatedFactor, words: Words) -> String {
    factor.factor.name.or(words.language, &factor.factor.id)
}

fn caption(triangulation: &Triangulation, factors: &[usize], study: &Study, style: &Style) -> String {
    let (words, basis) = (style.words, &triangulation.basis);
    let mut caption = Caption::new(words, study);
    caption.add("figure-triangulation-what").shaded("figure-triangulation-tiles", &style.theme);
    let thresholds = [("kinds", basis.thresholds.kinds.into()), ("roles", basis.thresholds.roles.into())];
    caption.sentence(words.say_with("figure-triangulation-margins", thresholds));
    if factors.iter().any(|&at| is_flagged(&triangulation.factors[at])) {
        caption.add("figure-triangulation-flag");
    }
    caption.add("figure-triangulation-askers");
    if basis.folded {
        caption.add("figure-matrix-folded");
    }
    caption.add("figure-matrix-order-factors");
    let is_unused =
        |factor: &&TriangulatedFactor| factor.factor.n_cases == 0 && factor.factor.kind != CodeKind::Heading;
    let unused = triangulation.factors.iter().filter(is_unused).count();
    if unused > 0 {
        caption.sentence(words.say_with("figure-contrast-unused", [("n", unused.into())]));
    }
    caption.basis(basis).finish(basis)
}

/// Says which factor is backed most broadly, and how many rest on one source.
fn alt(triangulation: &Triangulation, factors: &[usize], columns: &Columns, words: Words) -> String {
    let breadth = |row: &usize| columns.counts[*row].iter().filter(|&&n| n > 0).count();
    let top = (0..factors.len()).rev().max_by_key(breadth).unwrap_or(0);
    let factor = &triangulation.factors[factors[top]];
    let flagged = factors.iter().filter(|&&at| is_flagged(&triangulation.factors[at])).count();
    words.say_with(
        "figure-triangulation-alt",
        [
            ("factors", words.say_with("n-factors", [("n", factors.len().into())]).into()),
            ("columns", columns.voices.len().into()),
            ("top", name(factor, words).into()),
            ("breadth", breadth(&top).into()),
            ("k", factor.n_triangulated.into()),
            ("n", factor.factor.n_cases.into()),
            ("flagged", flagged.into()),
        ],
    )
}
