//! Factors that help here and hinder there, each with the passages that contradict each other.

use crate::quotes::{QuoteView, Quotes};
use crate::reader::{Link, Reader};
use crate::sources::Contexts;
use crate::{address, factors};
use draad_analysis::tensions::Tension;
use draad_analysis::{Passage, Tensions};
use serde::Serialize;

/// A factor that points both ways.
#[derive(Debug, Serialize)]
pub(crate) struct TensionView {
    id: String,
    factor: Link,
    /// In how many cases it promotes, hinders, and does both.
    summary: String,
    /// Cases with both directions, with their passages.
    both: Vec<Link>,
    pairs: Vec<PairView>,
    /// Passages that point both ways by themselves.
    within: Vec<QuoteView>,
}

/// Two passages that contradict each other.
#[derive(Debug, Serialize)]
struct PairView {
    /// What they have in common.
    shared: String,
    promoting: QuoteView,
    hindering: QuoteView,
}

/// Returns the factors in tension, in the order of the table of tensions.
pub(crate) fn view(reader: &Reader, quotes: &Quotes, contexts: &Contexts) -> Vec<TensionView> {
    let Some(tensions) = reader.input.tensions else { return Vec::new() };
    tensions.factors.iter().map(|factor| tension(reader, quotes, contexts, tensions, factor)).collect()
}

fn tension(
    reader: &Reader,
    quotes: &Quotes,
    contexts: &Contexts,
    tensions: &Tensions,
    factor: &Tension,
) -> TensionView {
    let again = |passage: &Passage| quotes.again(reader, contexts, passage);
    let pairs = factor.voices.iter().map(|voices| PairView {
        shared: reader.words.say(&format!("tensions-shared-{}", <&str>::from(voices.shared))),
        promoting: again(&voices.promoting),
        hindering: again(&voices.hindering),
    });
    let row = reader.input.table.factors.iter().find(|row| row.id == factor.id);
    TensionView {
        id: address::tension(&factor.id),
        factor: row.map_or_else(
            || Link { text: reader.code_name(&factor.id), to: String::new(), about: String::new(), mark: "" },
            |row| factors::link(reader, row),
        ),
        summary: summary(reader, tensions, factor),
        both: factor.both.iter().map(|both| case_link(reader, factor, both.case, tensions)).collect(),
        pairs: pairs.collect(),
        within: factor.both_ways.iter().chain(&factor.ambivalent_passages).map(again).collect(),
    }
}

fn summary(reader: &Reader, tensions: &Tensions, factor: &Tension) -> String {
    let k_of_n = |k: usize| reader.k_of_n(k, tensions.n_with_material);
    reader.words.say_with(
        "page-tension-summary",
        [
            ("promoting", k_of_n(factor.promoting.len()).into()),
            ("hindering", k_of_n(factor.hindering.len()).into()),
            ("both", k_of_n(factor.both.len()).into()),
        ],
    )
}

fn case_link(reader: &Reader, factor: &Tension, case: usize, tensions: &Tensions) -> Link {
    let case = &tensions.cases[case];
    Link { to: address::cell(&factor.id, case), ..reader.case_link(case) }
}
