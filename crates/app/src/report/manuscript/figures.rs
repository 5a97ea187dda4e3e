//! Figures as pictures for print, with their captions.

use super::names::Names;
use crate::figures::{FileFormat, Pictures, usual};
use crate::results::Results;
use draad_core::diagnostic::Outcome;
use draad_report::document::Figure;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Dots per inch.
const DPI: u32 = 300;

/// A figure of each page, or the reason why the study has none.
pub(super) type Drawn = Result<Vec<Figure>, String>;

/// Draws figures by name, side by side. Markdown names the pictures of `draad run` and holds none: without `pictures` there are
/// no bytes of any.
///
/// # Errors
/// When a page cannot be exported.
pub(super) fn drawn(
    results: &Results,
    known: &Names,
    pictures: bool,
    names: impl Iterator<Item = &'static str>,
) -> Outcome<BTreeMap<&'static str, Drawn>> {
    let names: Vec<&'static str> = names.collect();
    let words = results.project.words;
    let of = |name: &&'static str| {
        let drawn = match usual(results, name) {
            Ok(figure) => Ok(pages(results, &figure, known, pictures)?),
            Err(error) => Err(words.advice(&error.problem).message),
        };
        Ok((*name, drawn))
    };
    names.par_iter().map(of).collect()
}

/// Returns a figure per page. The first sentence of the caption stands with the number and the others below, once; a further
/// page has no number of its own. Where names stand in a figure, that is said: nobody can edit a picture.
fn pages(
    results: &Results,
    figure: &draad_figures::Figure,
    names: &Names,
    pictures: bool,
) -> Outcome<Vec<Figure>> {
    let words = results.project.words;
    let album = &results.album;
    let read = Pictures::of(figure);
    let parts = read.parts(&[FileFormat::Png], DPI);
    let whole = figure.caption.trim_end_matches('.');
    let (caption, rest) = figure.caption.split_once(". ").unwrap_or((whole, ""));
    let n_pages = figure.pages.len();
    let page = |(place, page): (usize, &draad_figures::Page)| {
        let args = [("page", (place + 1).into()), ("pages", n_pages.into())];
        let below = if place == 0 { rest.to_owned() } else { words.say_with("manuscript-continued", args) };
        let found = names.in_drawing(&page.svg);
        let warning = (!found.is_empty())
            .then(|| words.say_with("manuscript-names-in-figure", [("names", found.join(", ").into())]));
        Ok(Figure {
            name: if n_pages > 1 { format!("{}-{}", figure.name, place + 1) } else { figure.name.to_owned() },
            png: if pictures { Arc::unwrap_or_clone(album.bytes(&parts[place])?) } else { Vec::new() },
            width_mm: page.width_mm,
            alt: figure.alt.clone(),
            caption: if place == 0 { caption.to_owned() } else { String::new() },
            notes: warning.into_iter().chain([below]).filter(|note| !note.is_empty()).collect(),
        })
    };
    figure.pages.par_iter().enumerate().map(page).collect()
}
