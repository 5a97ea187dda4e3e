//! What captions of these figures say of the cases, the outcome and the cut-offs.

use super::{chosen_number, qca_outcome_name, values_sentence};
use crate::caption::Caption;
use draad_analysis::qca::{Analysed, Qca};
use draad_core::Study;
use draad_words::Words;

/// Decimals of inclusion, coverage and the like, as in the table.
pub(crate) const DECIMALS: usize = 3;

/// Adds which cases take part, and what the outcome is.
pub(crate) fn add_cases(caption: &mut Caption, qca: &Qca, study: &Study, words: Words) {
    let outcome = qca_outcome_name(qca, study, words);
    let args =
        [("used", qca.used.len().into()), ("all", qca.cases.len().into()), ("outcome", outcome.into())];
    caption.sentence(words.say_with("figure-qca-cases", args));
    let left_out: Vec<String> = qca.left_out().map(|case| case.id.to_string()).collect();
    if !left_out.is_empty() {
        let args = [("cases", left_out.join(", ").into()), ("n", left_out.len().into())];
        caption.sentence(words.say_with("figure-qca-left-out", args));
    }
}

/// Adds from when on a row goes with the outcome, and what numbers of values mean.
pub(crate) fn add_cutoffs(caption: &mut Caption, qca: &Qca, analysed: &Analysed, words: Words) {
    let cutoffs = analysed.table.cutoffs();
    let args = [
        ("inclusion", chosen_number(cutoffs.inclusion, words).into()),
        ("pri", chosen_number(cutoffs.pri, words).into()),
        ("n", cutoffs.n.into()),
    ];
    caption.sentence(words.say_with("figure-qca-cutoffs", args));
    caption.sentences(values_sentence(qca, words));
}

/// Says how many combinations are not drawn: those in which there is no case. A row with too few cases is drawn.
pub(crate) fn not_drawn(analysed: &Analysed, words: Words) -> String {
    let (all, drawn) = (analysed.table.n_rows(), analysed.table.rows().len() as u64);
    let args = [
        ("all", words.whole(all).into()),
        ("n", words.whole(all - drawn).into()),
        ("all-occur", if all == drawn { "yes" } else { "no" }.into()),
    ];
    words.say_with("figure-qca-not-drawn", args)
}
