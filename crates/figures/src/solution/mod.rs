//! Solutions: which conditions stand in the terms of each model, how firmly, in which cases, and how well each fits.

mod draw;

use crate::canvas::Ids;
use crate::caption::Caption;
use crate::figure::Figure;
use crate::qca::caption::{add_cases, add_cutoffs};
use crate::qca::{models_sentence, solution_name};
use crate::style::Style;
use draad_analysis::qca::{Analysed, Kind, Qca, SolutionRead, Solved};
use draad_core::Study;
use draad_words::Words;

/// Draws the models of all types of solution, or of one. `analysed` and `solved` are those of `qca`; `how` says in sentences
/// how cases came to their memberships; `study` gives things their names.
pub fn solution(
    qca: &Qca,
    (analysed, solved): (&Analysed, &Solved),
    only: Option<Kind>,
    how: &[String],
    study: &Study,
    style: &Style,
) -> Figure {
    let shown: Vec<&SolutionRead> =
        solved.solutions.iter().filter(|solution| only.is_none_or(|kind| solution.kind == kind)).collect();
    let alt = alt(qca, &shown, style.words);
    Figure::new(
        "solution",
        draw::pages(qca, (analysed, solved), &shown, study, style, &alt, &mut Ids::default()),
        caption(qca, (analysed, solved), &shown, how, study, style.words),
        alt,
        style.words,
    )
}

fn caption(
    qca: &Qca,
    (analysed, solved): (&Analysed, &Solved),
    shown: &[&SolutionRead],
    how: &[String],
    study: &Study,
    words: Words,
) -> String {
    let mut caption = Caption::new(words, study);
    caption.add("figure-solution-what").add("figure-solution-signs");
    if draw::has_standing(solved, shown) {
        caption.add("figure-solution-core");
        if qca.conditions.iter().any(|condition| !condition.levels.is_empty()) {
            caption.add("figure-solution-core-levels");
        }
    }
    caption.add("figure-solution-fit").add("figure-solution-cases");
    if analysed.data.outcome().contains(&0.5) {
        caption.add("figure-qca-half");
    }
    for solution in shown {
        caption.add(match solution.kind {
            Kind::Conservative => "figure-solution-conservative",
            Kind::Parsimonious => "figure-solution-parsimonious",
            Kind::Intermediate => "figure-solution-intermediate",
        });
    }
    caption.sentences(shown.iter().filter_map(|solution| models_sentence(qca, solution, words)));
    add_cutoffs(&mut caption, qca, analysed, words);
    caption.add("figure-solution-order").add("figure-qca-order");
    caption.sentences(how.iter().cloned());
    add_cases(&mut caption, qca, study, words);
    caption.basis(&qca.basis).finish(&qca.basis)
}

/// Says per model its formula.
fn alt(qca: &Qca, shown: &[&SolutionRead], words: Words) -> String {
    let models =
        shown.iter().flat_map(|solution| solution.models.iter().zip(1..).map(move |m| (solution, m)));
    let model = |(solution, (found, place)): (&&SolutionRead, (&draad_analysis::qca::FittedModel, usize))| {
        format!("{} {place}: {}", solution_name(solution.kind, words), qca.formula(found))
    };
    let models: Vec<String> = models.map(model).collect();
    let args = [("n", models.len().into()), ("models", models.join("; ").into())];
    words.say_with("figure-solution-alt", args)
}
