//! XY plots: how far cases belong to a combination, beside how far they belong to the outcome.

mod draw;
mod panel;

use crate::canvas::Ids;
use crate::caption::{Caption, measured, reasons};
use crate::figure::Figure;
use crate::qca::caption::{DECIMALS, add_cases};
use crate::qca::{condition_name, solution_name, values_sentence};
use crate::style::Style;
use draad_analysis::Measured;
use draad_analysis::qca::{Analysed, Kind, Qca, Relation, RelationOf, Zone};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use draad_words::Words;

/// Draws a panel for each combination. `analysed` is that of `qca`; `how` says in sentences how cases came to their
/// memberships; `study` gives things their names.
///
/// # Errors
/// `NothingToShow` without a combination.
pub fn xy_plot(
    qca: &Qca,
    analysed: &Analysed,
    relations: &[Relation],
    how: &[String],
    study: &Study,
    style: &Style,
) -> Outcome<Figure> {
    if relations.is_empty() {
        let problem = Problem::NothingToShow { reason: "no-combinations".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let alt = alt(qca, analysed, relations, style.words);
    let drawing = draw::Drawing::new(qca, analysed, relations, study, style);
    let nameless = drawing.nameless();
    Ok(Figure::new(
        "xy-plot",
        drawing.pages(&alt, &mut Ids::default()),
        caption(qca, analysed, relations, (&nameless, how), study, style.words),
        alt,
        style.words,
    ))
}

fn caption(
    qca: &Qca,
    analysed: &Analysed,
    relations: &[Relation],
    (nameless, how): (&[(String, Vec<String>)], &[String]),
    study: &Study,
    words: Words,
) -> String {
    let mut caption = Caption::new(words, study);
    caption.add("figure-xy-what").add("figure-xy-triangle");
    if analysed.data.is_crisp() {
        caption.add("figure-xy-crisp");
    }
    caption.add("figure-xy-formulas");
    let names = qca.conditions.iter();
    let names = names.map(|one| format!("{}: {}", one.name, condition_name(one, study, words)));
    let names = names.collect::<Vec<_>>().join("; ");
    caption.sentence(words.say_with("figure-xy-names", [("names", names.into())]));
    caption.sentences(values_sentence(qca, words));
    for relation in relations {
        caption.sentence(format!("{}: {}.", relation.formula, fit(relation, words)));
    }
    let numbers = |one: &Relation| {
        [one.sufficiency.inclusion, one.sufficiency.pri, one.sufficiency.coverage].map(Result::err)
    };
    caption.sentences(reasons(&words, relations.iter().flat_map(numbers).flatten()));
    for (formula, ids) in nameless {
        let args = [("formula", formula.clone().into()), ("cases", ids.join(", ").into())];
        caption.sentence(words.say_with("figure-xy-nameless", args));
    }
    if relations.len() > 1 {
        caption.add("figure-xy-order");
    }
    caption.sentences(how.iter().cloned());
    add_cases(&mut caption, qca, study, words);
    caption.basis(&qca.basis).finish(&qca.basis)
}

/// "inclusie 0,915, PRI 0,915, dekking 0,437"
fn fit(relation: &Relation, words: Words) -> String {
    let said = |number: Measured| measured(&words, number, DECIMALS);
    let fit = &relation.sufficiency;
    let args = [
        ("inclusion", said(fit.inclusion).into()),
        ("pri", said(fit.pri).into()),
        ("coverage", said(fit.coverage).into()),
    ];
    words.say_with("figure-xy-fit", args)
}

/// Says in which models a combination stands: "conservatief 1, parsimonieus 2".
fn origin(relation: &Relation, words: Words) -> String {
    let listed = |models: &[(Kind, usize)]| {
        let model = |(kind, place): &(Kind, usize)| format!("{} {place}", solution_name(*kind, words));
        models.iter().map(model).collect::<Vec<_>>().join(", ")
    };
    match &relation.what {
        RelationOf::Models(models) => words.say_with("figure-xy-models", [("models", listed(models).into())]),
        RelationOf::Term(models) => words.say_with("figure-xy-term", [("models", listed(models).into())]),
        RelationOf::Asked => words.say("figure-xy-asked"),
    }
}

/// Says of each combination which cases do not fit.
fn alt(qca: &Qca, analysed: &Analysed, relations: &[Relation], words: Words) -> String {
    let one = |relation: &Relation| {
        let n = |zone: Zone| relation.cases_in(analysed, zone).len();
        let args = [
            ("formula", relation.formula.clone().into()),
            ("fit", fit(relation, words).into()),
            ("typical", n(Zone::Typical).into()),
            ("deviant", n(Zone::Deviant).into()),
            ("uncovered", n(Zone::Uncovered).into()),
        ];
        words.say_with("figure-xy-alt-panel", args)
    };
    let panels = relations.iter().map(one).collect::<Vec<_>>().join(" ");
    let cases = words.say_with("n-cases", [("n", qca.used.len().into())]);
    let args = [("n", relations.len().into()), ("cases", cases.into()), ("panels", panels.into())];
    words.say_with("figure-xy-alt", args)
}
