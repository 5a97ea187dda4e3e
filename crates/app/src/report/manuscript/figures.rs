//! Figures as pictures for print, with their captions.

use crate::figures::usual;
use crate::results::Results;
use draad_core::diagnostic::Outcome;
use draad_figures::export;
use draad_report::document::Figure;
use draad_words::Words;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Dots per inch.
const DPI: u32 = 300;

/// A figure of each page, or the reason why the study has none.
pub(super) type Drawn = Result<Vec<Figure>, String>;

/// Draws figures by name, side by side.
///
/// # Errors
/// When a page cannot be exported.
pub(super) fn drawn(
    results: &Results,
    names: impl Iterator<Item = &'static str>,
) -> Outcome<BTreeMap<&'static str, Drawn>> {
    let names: Vec<&'static str> = names.collect();
    let words = results.project.words;
    let of = |name: &&'static str| {
        let drawn = match usual(results, name) {
            Ok(figure) => Ok(pages(&figure, words)?),
            Err(error) => Err(words.advice(&error.problem).message),
        };
        Ok((*name, drawn))
    };
    names.par_iter().map(of).collect()
}

/// Returns a figure per page; the first sentence of the caption stands with its number, the others below, once.
fn pages(figure: &draad_figures::Figure, words: Words) -> Outcome<Vec<Figure>> {
    let (caption, rest) =
        figure.caption.split_once(". ").unwrap_or((figure.caption.trim_end_matches('.'), ""));
    let n_pages = figure.pages.len();
    let page = |(place, page): (usize, &draad_figures::Page)| {
        let several = n_pages > 1;
        let args =
            [("caption", caption.to_owned().into()), ("page", (place + 1).into()), ("pages", n_pages.into())];
        let continued = || words.say_with("manuscript-continued", args);
        Ok(Figure {
            name: if several { format!("{}-{}", figure.name, place + 1) } else { figure.name.to_owned() },
            png: export::png(page, DPI)?,
            width_mm: page.width_mm,
            alt: figure.alt.clone(),
            caption: if place == 0 { caption.to_owned() } else { continued() },
            notes: if place == 0 && !rest.is_empty() { vec![rest.to_owned()] } else { Vec::new() },
        })
    };
    figure.pages.iter().enumerate().map(page).collect()
}
