//! Co-occurrence: which codes travel together, as a half table with the number in each cell, and as a network.

mod network;
mod table;

use crate::canvas::Ids;
use crate::caption::Caption;
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::CoOccurrence;
use draad_analysis::co_occurrence::{CodeRow, Pair, Window};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use draad_words::Words;

/// Draws how often passages of the most frequent codes meet, as a half table. `study` gives things their names.
///
/// # Errors
/// `NothingToShow` where fewer than two codes have a passage.
pub fn co_occurrence(found: &CoOccurrence, study: &Study, style: &Style) -> Outcome<Figure> {
    let table = table::Table::new(found, style).ok_or_else(too_few_codes)?;
    let alt = table.alt();
    let mut caption = Caption::new(style.words, study);
    caption.shaded("figure-co-occurrence-what", &style.theme);
    caption.sentence(window_sentence(found.options.window, style.words));
    caption.add("figure-co-occurrence-diagonal");
    if table.is_capped() {
        let args = [("cap", table.cap().into()), ("ground", style.theme.ground_name().into())];
        caption.sentence(style.words.say_with("figure-co-occurrence-cap", args));
    }
    caption.sentence(codes_sentence("figure-co-occurrence-codes", table.n_codes(), found, style.words));
    caption.add("figure-co-occurrence-order");
    add_folded(&mut caption, found);
    let pages = vec![table.draw(&alt, &mut Ids::default())];
    let caption = caption.basis(&found.basis).finish(&found.basis);
    Ok(Figure::new("co-occurrence", pages, caption, alt, style.words))
}

/// Draws the same as a network: a node per code, a line where passages meet often enough. `study` gives things their names
/// and directions.
///
/// # Errors
/// `NothingToShow` where no passages of two codes meet.
pub fn co_occurrence_network(found: &CoOccurrence, study: &Study, style: &Style) -> Outcome<Figure> {
    let words = style.words;
    let network = network::Network::new(found, study, style).ok_or_else(no_meetings)?;
    let alt = network.alt();
    let mut caption = Caption::new(words, study);
    caption.add("figure-network-what");
    caption.sentence(window_sentence(found.options.window, words));
    let threshold = network.threshold().into();
    caption.sentence(words.say_with("figure-network-threshold", [("n", threshold)]));
    caption.sentence(codes_sentence("figure-network-codes", network.n_considered(), found, words));
    let alone = network.n_considered() - network.n_nodes();
    if alone > 0 {
        caption.sentence(words.say_with("figure-network-alone", [("n", alone.into())]));
    }
    caption.add("figure-network-layout");
    add_folded(&mut caption, found);
    let pages = vec![network.draw(&alt, &mut Ids::default())];
    let caption = caption.basis(&found.basis).finish(&found.basis);
    Ok(Figure::new("co-occurrence-network", pages, caption, alt, style.words))
}

fn too_few_codes() -> Box<Diagnostic> {
    nothing("no-code-pairs")
}

fn no_meetings() -> Box<Diagnostic> {
    nothing("no-meetings")
}

fn nothing(reason: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), Problem::NothingToShow { reason: reason.into() }))
}

/// A code and its own ancestor are no pair; the caption says so where codes hold what is below them.
fn add_folded(caption: &mut Caption, found: &CoOccurrence) {
    if found.basis.folded {
        caption.add("figure-matrix-folded").add("figure-co-occurrence-kin");
    }
}

fn window_sentence(window: Window, words: Words) -> String {
    match window {
        Window::Overlap => words.say("figure-co-occurrence-overlap"),
        Window::Chars(n) => words.say_with("figure-co-occurrence-chars", [("n", n.into())]),
        Window::Unit => words.say("figure-co-occurrence-unit"),
    }
}

/// Says how many of the codes that have a passage are drawn.
fn codes_sentence(key: &str, shown: usize, found: &CoOccurrence, words: Words) -> String {
    let all = found.most_frequent(usize::MAX).len();
    words.say_with(key, [("shown", shown.into()), ("all", all.into())])
}

fn name(code: &CodeRow, words: Words) -> String {
    code.name.or(words.language, &code.id)
}

/// "Vertrouwen en Respect: 5 keer raken fragmenten elkaar; beide in 7 van 13 casussen; c = 0,23"
fn pair_title(found: &CoOccurrence, pair: &Pair, words: Words) -> String {
    let [first, second] = found.codes_of(pair).map(|code| name(code, words));
    let c = found.c_passages(pair).map_or("–".to_owned(), |c| words.number(c, 2));
    words.say_with(
        "figure-co-occurrence-pair",
        [
            ("first", first.into()),
            ("second", second.into()),
            ("meetings", pair.passages.n_pairs.into()),
            ("k", pair.n_cases.into()),
            ("n", found.cases.len().into()),
            ("c", c.into()),
        ],
    )
}

/// "Vertrouwen: 41 fragmenten, in 11 van 13 casussen"
fn code_title(found: &CoOccurrence, code: &CodeRow, words: Words) -> String {
    words.say_with(
        "figure-factor",
        [
            ("factor", name(code, words).into()),
            ("k", code.cases.len().into()),
            ("n", found.cases.len().into()),
            ("passages", words.say_with("n-passages", [("n", code.n_passages.into())]).into()),
        ],
    )
}
