//! The truth table: which combinations of conditions occur, in which cases, and what they say of the outcome.

mod draw;

use crate::canvas::Ids;
use crate::caption::Caption;
use crate::figure::Figure;
use crate::qca::caption::{add_cases, add_cutoffs, not_drawn};
use crate::style::Style;
use draad_analysis::qca::{Analysed, Out, Qca};
use draad_core::Study;
use draad_words::Words;

/// Draws the rows to which cases belong. `analysed` is that of `qca`; `how` says in sentences how cases came to their
/// memberships; `study` gives things their names.
pub fn truth_table(qca: &Qca, analysed: &Analysed, how: &[String], study: &Study, style: &Style) -> Figure {
    let alt = alt(analysed, style.words);
    Figure::new(
        "truth-table",
        draw::pages(qca, analysed, study, style, &alt, &mut Ids::default()),
        caption(qca, analysed, how, study, style.words),
        alt,
        style.words,
    )
}

fn caption(qca: &Qca, analysed: &Analysed, how: &[String], study: &Study, words: Words) -> String {
    let mut caption = Caption::new(words, study);
    caption.add("figure-truth-table-what").add("figure-truth-table-signs").add("figure-truth-table-cases");
    if analysed.data.outcome().contains(&0.5) {
        caption.add("figure-qca-half");
    }
    caption.add("figure-truth-table-numbers");
    add_cutoffs(&mut caption, qca, analysed, words);
    match analysed.contradictions().count() {
        0 => caption.add("figure-truth-table-no-contradictions"),
        n => caption.sentence(words.say_with("figure-truth-table-contradictions", [("n", n.into())])),
    };
    caption.sentence(format!("{}.", not_drawn(analysed, words)));
    caption.add("figure-truth-table-order").add("figure-qca-order");
    caption.sentences(how.iter().cloned());
    add_cases(&mut caption, qca, study, words);
    caption.basis(&qca.basis).finish(&qca.basis)
}

/// Says how many rows there are, and how many of them go with the outcome and contradict themselves.
fn alt(analysed: &Analysed, words: Words) -> String {
    let n = |out: Out| analysed.table.rows_with(out).count();
    let args = [
        ("rows", analysed.table.rows().len().into()),
        ("with", n(Out::One).into()),
        ("without", n(Out::Zero).into()),
        ("few", n(Out::Remainder).into()),
        ("contradictory", analysed.contradictions().count().into()),
        ("not-drawn", format!("{}.", not_drawn(analysed, words)).into()),
    ];
    words.say_with("figure-truth-table-alt", args)
}
