//! Contrast: what the cases at one end of the outcome have that those at the other end lack, with the cases that do not fit.

mod draw;
mod rows;

use crate::canvas::Ids;
use crate::caption::Caption;
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::Contrast;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use rows::FactorDots;

/// Draws the contrast between outcome groups. `study` gives things their names.
///
/// # Errors
/// `NothingToShow` where fewer than two outcomes have cases, or no factor occurs.
pub fn contrast(contrast: &Contrast, study: &Study, style: &Style) -> Outcome<Figure> {
    let reason = match contrast.undefined {
        Some(_) => Some("no-outcomes"),
        None if contrast.factors.iter().all(|factor| factor.is_unused()) => Some("no-factors"),
        None => None,
    };
    if let Some(reason) = reason {
        let problem = Problem::NothingToShow { reason: reason.into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let factors = rows::in_order(contrast);
    let alt = alt(contrast, &factors, style);
    let pages = draw::pages(contrast, &factors, style, &alt, &mut Ids::default());
    let caption = caption(contrast, &factors, study, style);
    Ok(Figure::new("contrast", pages, caption, alt, style.words))
}

fn caption(contrast: &Contrast, factors: &[FactorDots], study: &Study, style: &Style) -> String {
    let words = style.words;
    let mut caption = Caption::new(words, study);
    caption.add("figure-contrast-what").add("figure-contrast-counts").add("figure-contrast-deviant");
    caption.add("figure-contrast-order");
    let unused = contrast.factors.len() - factors.len();
    if unused > 0 {
        caption.sentence(words.say_with("figure-contrast-unused", [("n", unused.into())]));
    }
    caption.basis(&contrast.basis).finish(&contrast.basis)
}

/// Says how many factors there are, and which one differs most.
fn alt(contrast: &Contrast, factors: &[FactorDots], style: &Style) -> String {
    let words = style.words;
    let most = factors.iter().max_by(|a, b| a.difference().total_cmp(&b.difference()).then(b.at.cmp(&a.at)));
    let most = most.map_or(String::new(), |dots| dots.title(contrast, words));
    let n = words.say_with("n-factors", [("n", factors.len().into())]);
    words.say_with("figure-contrast-alt", [("factors", n.into()), ("most", most.into())])
}
