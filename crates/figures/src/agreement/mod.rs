//! Agreement: where coders agree, code by code, beside how much there is of each code.

mod draw;

use crate::canvas::Ids;
use crate::caption::{Caption, coder_name, filter_sentence, reasons};
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::Agreement;
use draad_analysis::agreement::{CodeAgreement, Coefficient, MIN_FOR_INTERVAL};
use draad_core::diagnostic::Outcome;
use draad_core::{CoderId, Diagnostic, Filter, Place, Problem, Study};
use draad_words::Words;

/// Draws a coefficient per code. `study` gives things their names.
///
/// # Errors
/// `NothingToShow` where no code is compared.
pub fn agreement(
    found: &Agreement,
    coefficient: Coefficient,
    study: &Study,
    style: &Style,
) -> Outcome<Figure> {
    if found.codes.is_empty() {
        let problem = Problem::NothingToShow { reason: "no-codings".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let alt = alt(found, coefficient, style.words);
    Ok(Figure::new(
        "agreement",
        draw::pages(found, coefficient, study, style, &alt, &mut Ids::default()),
        caption(found, coefficient, study, style.words),
        alt,
        style.words,
    ))
}

/// Returns what the coefficient is called, short enough for the head of a column.
fn short_name(coefficient: Coefficient, words: Words) -> String {
    words.say_with("figure-agreement-short", [("coefficient", <&str>::from(coefficient).into())])
}

fn caption(found: &Agreement, coefficient: Coefficient, study: &Study, words: Words) -> String {
    let own = &found.own;
    let of_unit = |key: &str| {
        let args = [
            ("unit", <&str>::from(own.unit).into()),
            ("measure", <&str>::from(own.measure).into()),
            ("coefficient", <&str>::from(coefficient).into()),
        ];
        words.say_with(key, args)
    };
    let mut caption = Caption::new(words, study);
    caption.sentence(of_unit("figure-agreement-what")).sentence(of_unit("figure-agreement-coefficient"));
    if found.has_interval(coefficient) {
        let args = [
            ("unit", <&str>::from(own.unit).into()),
            ("draws", words.whole(own.resamples as u64).into()),
            ("seed", own.seed.to_string().into()),
            ("needed", MIN_FOR_INTERVAL.into()),
        ];
        caption.sentence(words.say_with("figure-agreement-interval", args));
    }
    caption.sentence(of_unit("figure-agreement-percent")).sentence(of_unit("figure-agreement-prevalence"));
    let undefined = found.codes.iter().filter_map(|code| coefficient.of(code).err());
    caption.sentences(reasons(&words, undefined));
    caption.add("agreement-note-conventions");
    add_coders(&mut caption, found, study, words);
    caption.add("figure-agreement-order");
    if found.basis.folded {
        caption.add("figure-matrix-folded");
    }
    if !found.left_out.unused.is_empty() {
        let args = [("n", found.left_out.unused.len().into())];
        caption.sentence(words.say_with("figure-agreement-unused", args));
    }
    // who is compared was said; nobody was filtered out by that
    let filter = Filter { coders: Vec::new(), ..found.basis.filter.clone() };
    caption.extent(&found.basis).sentence(filter_sentence(&filter, study, words)).finish(&found.basis)
}

/// Adds who is compared on what, and who is not.
fn add_coders(caption: &mut Caption, found: &Agreement, study: &Study, words: Words) {
    let names = |coders: &mut dyn Iterator<Item = &CoderId>| {
        coders.map(|coder| coder_name(study, coder.as_str(), words)).collect::<Vec<_>>().join(", ")
    };
    let args = [
        ("names", names(&mut found.coders.iter().map(|row| &row.coder)).into()),
        ("sources", words.say_with("n-sources", [("n", found.basis.n_sources.into())]).into()),
        ("silent", usize::from(found.own.silent_readers).into()),
    ];
    caption.sentence(words.say_with("figure-agreement-compared", args));
    let left_out = [&found.left_out.layers, &found.left_out.alone];
    let keys = ["figure-agreement-layers", "figure-agreement-alone"];
    for (coders, key) in left_out.into_iter().zip(keys).filter(|(coders, _)| !coders.is_empty()) {
        let args = [("names", names(&mut coders.iter()).into()), ("n", coders.len().into())];
        caption.sentence(words.say_with(key, args));
    }
}

/// Says between which values the coefficient lies.
fn alt(found: &Agreement, coefficient: Coefficient, words: Words) -> String {
    let defined: Vec<(f64, &CodeAgreement)> =
        found.codes.iter().filter_map(|code| Some((coefficient.of(code).ok()?, code))).collect();
    let named = |end: Option<&(f64, &CodeAgreement)>| match end {
        Some((value, code)) => {
            let name = code.name.or(words.language, code.code.as_str());
            format!("{name} ({})", words.number(*value, 2))
        }
        None => "–".to_owned(),
    };
    let least = defined.iter().min_by(|a, b| a.0.total_cmp(&b.0));
    let most = defined.iter().max_by(|a, b| a.0.total_cmp(&b.0));
    let args = [
        ("codes", words.say_with("n-codes", [("n", found.codes.len().into())]).into()),
        ("coefficient", <&str>::from(coefficient).into()),
        ("least", named(least).into()),
        ("most", named(most).into()),
        ("undefined", (found.codes.len() - defined.len()).into()),
    ];
    words.say_with("figure-agreement-alt", args)
}
