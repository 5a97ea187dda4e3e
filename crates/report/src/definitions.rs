//! What every number on the page means, in full sentences.

use crate::at_a_glance::Pair;
use crate::chapter::{self, Absent};
use crate::reader::Reader;
use draad_core::{InOriginal, Unit};
use draad_figures::{case_order, coders_sentence, filter_words};
use draad_words::Words;
use serde::Serialize;

/// The definitions and the way to make the page again.
#[derive(Debug, Serialize)]
pub(crate) struct DefinitionsView {
    terms: Vec<Pair>,
    command: String,
    /// The command that makes the page in the other language.
    other_language: String,
    /// What the page leaves out, and why, a sentence each.
    absent: Vec<String>,
    fingerprint: String,
    version: &'static str,
    /// What checking the study found.
    check: String,
}

/// Words with a definition that is the same in every report.
const TERMS: [&str; 9] =
    ["passage", "unit", "membership", "role", "phase", "states", "k-of-n", "balance", "deviations"];

/// Returns the words that mean the same in every report, each with its definition.
pub fn definitions(words: Words) -> impl Iterator<Item = (String, String)> {
    let say = move |part: &str, term: &str| words.say(&format!("report-{part}-{term}"));
    TERMS.into_iter().map(move |term| (say("term", term), say("definition", term)))
}

/// Makes the section.
pub(crate) fn view(reader: &Reader) -> DefinitionsView {
    let (words, basis) = (reader.words, &reader.input.table.basis);
    let term = |key: &str, text: String| Pair { name: words.say(key), text };
    let mut terms: Vec<Pair> = definitions(words).map(|(name, text)| Pair { name, text }).collect();
    if has_original_places(reader) {
        terms.push(term("report-term-original", words.say("report-definition-original")));
    }
    terms.push(term("report-term-one-source", one_source(reader)));
    terms.push(term("report-term-order", order(reader)));
    let folded = if basis.folded { "report-definition-folded" } else { "report-definition-unfolded" };
    terms.push(term("report-term-tree", words.say(folded)));
    terms.push(term("report-term-coders", coders_sentence(basis, reader.study, words)));
    terms.push(term("report-term-filter", filter(reader)));
    let absent = reader.input.absent.iter().map(|absent| left_out(reader, absent));
    DefinitionsView {
        terms,
        command: reader.input.commands.again.to_owned(),
        other_language: reader.input.commands.other_language.to_owned(),
        absent: is_large(reader).into_iter().chain(absent).collect(),
        fingerprint: basis.fingerprint.clone(),
        version: basis.version,
        check: check(reader),
    }
}

/// Says what a large page does without.
fn is_large(reader: &Reader) -> Option<String> {
    let n = reader.words.whole(reader.input.passages.len() as u64);
    reader.is_large().then(|| reader.words.say_with("page-is-large", [("n", n.into())]))
}

/// Says what is not on the page, and why.
fn left_out(reader: &Reader, absent: &Absent) -> String {
    let part = match absent.part {
        Some(part) => chapter::title(reader, part),
        None => reader.words.say("report-case-pages"),
    };
    let (part, reason) = (("part", part.into()), ("reason", absent.reason.clone().into()));
    match &absent.figure {
        Some(figure) => {
            reader.words.say_with("page-absent-figure", [part, reason, ("figure", figure.clone().into())])
        }
        None => reader.words.say_with("page-absent", [part, reason]),
    }
}

fn has_original_places(reader: &Reader) -> bool {
    let units = reader.study.sources.values().flat_map(|source| &source.units);
    units.map(Unit::in_original).any(|original| original != InOriginal::default())
}

fn one_source(reader: &Reader) -> String {
    let share = reader.input.table.basis.thresholds.top_source_share;
    let number = reader.words.number(share, 2);
    reader
        .words
        .say_with("report-definition-one-source", [("share", share.into()), ("number", number.into())])
}

fn order(reader: &Reader) -> String {
    let cases = case_order(&reader.input.table.basis, reader.words);
    reader.words.say_with("report-definition-order", [("cases", cases.into())])
}

fn filter(reader: &Reader) -> String {
    let basis = &reader.input.table.basis;
    let kept = filter_words(&basis.filter, reader.study, reader.words);
    let key = if kept.is_empty() { "report-definition-no-filter" } else { "report-definition-filter" };
    reader.words.say_with(
        key,
        [
            ("filter", kept.into()),
            ("n", reader.words.whole(basis.n_codings as u64).into()),
            ("before", reader.words.whole(basis.n_codings_before as u64).into()),
        ],
    )
}

fn check(reader: &Reader) -> String {
    let found = reader.input.diagnostics;
    reader.words.say_with(
        "report-check",
        [
            ("errors", reader.counted("report-n-errors", found.n_errors).into()),
            ("warnings", reader.counted("report-n-warnings", found.n_warnings).into()),
            ("notes", reader.counted("report-n-notes", found.n_notes).into()),
        ],
    )
}
