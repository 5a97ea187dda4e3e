//! Saturation: when new material stopped bringing new codes. The order in which units were analysed as steps, what any other
//! order would have given as a curve with its spread, and below it where later units stopped adding to the first ones.

mod draw;
mod marks;
mod panel;

use crate::canvas::Ids;
use crate::caption::Caption;
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::Saturation;
use draad_analysis::saturation::{CodeSet, Curve};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use draad_words::Words;

/// How many units that were not analysed a caption names.
const NAMED: usize = 12;

/// Draws how codes accumulate. `study` gives things their names.
///
/// # Errors
/// `NothingToShow` where nothing was coded.
pub fn saturation(saturation: &Saturation, study: &Study, style: &Style) -> Outcome<Figure> {
    if saturation.units.is_empty() || saturation.curves.iter().all(|curve| curve.n_codes() == 0) {
        let problem = Problem::NothingToShow { reason: "no-codings".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let alt = alt(saturation, style.words);
    let drawing = draw::Drawing::new(saturation, style);
    let caption = caption(saturation, drawing.units_have_numbers(), study, style.words);
    let pages = drawing.pages(&alt, &mut Ids::default());
    Ok(Figure::new("saturation", pages, caption, alt, style.words))
}

/// Returns what a curve counts, as a head.
fn curve_name(curve: &Curve, words: Words) -> String {
    words.say(match curve.codes {
        CodeSet::Used => "saturation-used",
        CodeSet::FromMaterial => "saturation-from-material",
    })
}

fn unit(saturation: &Saturation) -> &'static str {
    saturation.unit.into()
}

fn caption(saturation: &Saturation, numbered: bool, study: &Study, words: Words) -> String {
    let by_unit = |key: &str| words.say_with(key, [("unit", unit(saturation).into())]);
    let mut caption = Caption::new(words, study);
    caption.sentence(by_unit("figure-saturation-what")).add("figure-saturation-curve");
    caption.sentence(by_unit("saturation-expected-note"));
    let rule = <&str>::from(saturation.order.rule);
    let order = [("rule", rule.into()), ("tied", saturation.order.n_tied.into())];
    caption.sentence(words.say_with("saturation-order", order));
    if numbered {
        caption.sentence(by_unit("figure-saturation-numbers"));
    }
    if saturation.curves.iter().any(marks::has_marks) {
        caption.sentence(by_unit("figure-saturation-marks"));
    }
    caption.sentence(codebook_sentence(saturation, words)).add("saturation-code-only");
    if !saturation.not_analysed.is_empty() {
        let ids = named(&saturation.not_analysed, words);
        caption.sentence(words.say_with("saturation-not-analysed", [("ids", ids.into())]));
    }
    caption.basis(&saturation.basis).finish(&saturation.basis)
}

/// Says where the codes come from: a codebook that was fixed cannot become saturated.
fn codebook_sentence(saturation: &Saturation, words: Words) -> String {
    let codebook = saturation.codebook;
    let key = match codebook {
        _ if codebook.is_fixed() => "saturation-fixed",
        _ if codebook.n_before + codebook.n_from_material == 0 => "saturation-origin-unknown",
        _ => "saturation-mixed",
    };
    words.say_with(
        key,
        [
            ("n", codebook.n_codes().into()),
            ("before", codebook.n_before.into()),
            ("material", codebook.n_from_material.into()),
        ],
    )
}

fn named(ids: &[String], words: Words) -> String {
    let list = ids.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match ids.len().saturating_sub(NAMED) {
        0 => list,
        more => words.say_with("saturation-and-more", [("ids", list.into()), ("n", more.into())]),
    }
}

/// Says how many codes there are, and after how many units half and all of them were there.
fn alt(saturation: &Saturation, words: Words) -> String {
    let curve = &saturation.curves[0];
    let n_codes = curve.n_codes();
    let until = |share: f64| {
        let reached = |step: &draad_analysis::saturation::Step| step.total as f64 >= share * n_codes as f64;
        curve.steps.iter().position(reached).map_or(0, |at| at + 1)
    };
    words.say_with(
        "figure-saturation-alt",
        [
            ("codes", words.say_with("n-codes", [("n", n_codes.into())]).into()),
            ("units", saturation.units.len().into()),
            ("unit", unit(saturation).into()),
            ("half", until(0.5).into()),
            ("all", until(1.0).into()),
            ("last", curve.steps.last().map_or(0, |step| step.new.len()).into()),
        ],
    )
}
