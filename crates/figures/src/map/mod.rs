//! The map of cases and factors: what lies near to what, with how much of it the map shows.

mod draw;
mod points;

use crate::canvas::Ids;
use crate::caption::Caption;
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::Similarity;
use draad_analysis::similarity::Map;
use draad_core::diagnostic::Outcome;
use draad_core::{CodeId, Diagnostic, Place, Problem, Study};
use draad_words::Words;

/// Below this quality a point is drawn hollow: the two axes show less than half of where it lies.
const LOW: f64 = 0.5;

/// Draws the map of cases and factors by correspondence analysis. `study` gives things their names and directions.
///
/// # Errors
/// `NothingToShow` with too few cases for a map.
pub fn map(found: &Similarity, study: &Study, style: &Style) -> Outcome<Figure> {
    let Ok(map) = &found.correspondence else {
        let problem = Problem::NothingToShow { reason: "few-cases".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    };
    let drawing = draw::Drawing::new(found, map, study, style);
    let alt = drawing.alt();
    let caption = caption(found, map, &drawing, study, style.words);
    let pages = vec![drawing.page(&alt, &mut Ids::default())];
    Ok(Figure::new("map", pages, caption, alt, style.words))
}

fn caption(found: &Similarity, map: &Map, drawing: &draw::Drawing, study: &Study, words: Words) -> String {
    let mut caption = Caption::new(words, study);
    caption.add("figure-map-what").add("similarity-correspondence-note").add("figure-map-quality");
    caption.sentence(axes_sentence(map, words));
    caption.add("similarity-sign-note");
    if drawing.has_beyond() {
        caption.add("figure-map-beyond");
    }
    let in_one_place = drawing.in_one_place();
    if !in_one_place.is_empty() {
        let args = [("codes", in_one_place.join("; ").into()), ("n", in_one_place.len().into())];
        caption.sentence(words.say_with("figure-map-one-place", args));
    }
    match drawing.n_without_name() {
        0 => {}
        n => {
            caption.sentence(words.say_with("figure-map-nameless", [("n", n.into())]));
        }
    }
    if !map.rare.is_empty() {
        let name = |id: &CodeId| {
            study.codebook.get(id).map_or(id.as_str(), |code| code.name(words.language)).to_owned()
        };
        let codes = map.rare.iter().map(name).collect::<Vec<_>>().join(", ");
        let args = [("min", found.options.min_cases.into()), ("codes", codes.into())];
        caption.sentence(words.say_with("similarity-rare-note", args));
    }
    let id = |case: &usize| found.cases[*case].id.to_string();
    let no_material: Vec<String> = found.no_material.iter().map(ToString::to_string).collect();
    let without_codes: Vec<String> = map.without_codes.iter().map(id).collect();
    let left_out =
        [("similarity-no-material-note", no_material), ("similarity-without-codes-note", without_codes)];
    for (key, cases) in left_out.into_iter().filter(|(_, cases)| !cases.is_empty()) {
        caption.sentence(words.say_with(key, [("cases", cases.join(", ").into())]));
    }
    caption.basis(&found.basis).finish(&found.basis)
}

/// Says how much of the inertia the two axes show.
fn axes_sentence(map: &Map, words: Words) -> String {
    let share = |axis: usize| map.axes.get(axis).map_or(0.0, |axis| axis.share);
    let percent = |share: f64| words.number(share * 100.0, 0);
    words.say_with(
        "figure-map-axes",
        [
            ("first", percent(share(0)).into()),
            ("second", percent(share(1)).into()),
            ("both", percent(share(0) + share(1)).into()),
        ],
    )
}
