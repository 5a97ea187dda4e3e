//! How disagreements between coders were settled.

use crate::reader::Reader;
use draad_analysis::Layer;
use draad_analysis::adjudication::{CodeSummary, Summary};
use draad_core::CoderPolicy;
use jiff::Timestamp;
use serde::Serialize;

/// What was compared, agreed and decided.
#[derive(Debug, Serialize)]
pub(crate) struct AdjudicationView {
    /// Sentences: how much was compared, what became of it, by whom and when, and whether it counts here.
    paragraphs: Vec<String>,
    /// Codes about which something was decided.
    rows: Vec<RowView>,
    /// All codes together, also those about which nothing was decided.
    total: RowView,
}

/// A code, or all of them.
#[derive(Debug, Serialize)]
struct RowView {
    name: String,
    /// Passages, agreed, coded, not coded, open.
    counts: Vec<String>,
}

/// Shows what was decided; nothing where nobody decided anything.
pub(crate) fn view(reader: &Reader) -> Option<AdjudicationView> {
    let layer = reader.input.adjudication?;
    let summary = layer.summary(reader.study);
    if summary.total.n_decided() == 0 {
        return None;
    }
    let decided = summary.codes.iter().filter(|code| code.n_decided() > 0);
    Some(AdjudicationView {
        paragraphs: paragraphs(reader, layer, &summary),
        rows: decided.map(|code| row(reader, code)).collect(),
        total: row(reader, &summary.total),
    })
}

fn paragraphs(reader: &Reader, layer: &Layer, summary: &Summary) -> Vec<String> {
    let total = &summary.total;
    let counts = [
        ("sources", summary.n_sources.into()),
        ("n", total.n_stretches.into()),
        ("agreed", total.n_agreed.into()),
        ("decided", total.n_decided().into()),
        ("coded", total.n_coded.into()),
        ("not", total.n_not_coded.into()),
        ("open", total.n_open.into()),
    ];
    let people = summary.deciders.iter().map(|deciders| {
        let args = [("names", deciders.names.join(", ").into()), ("n", deciders.n.into())];
        reader.words.say_with("adjudication-decider", args)
    });
    let people: Vec<String> = people.collect();
    let (from, to) = period(reader, summary.between);
    let by = [("people", people.join("; ").into()), ("from", from.into()), ("to", to.into())];
    let counts_here = matches!(
        &reader.study.settings.coder_policy,
        CoderPolicy::Adjudicated { coder } if *coder == layer.layer
    );
    let use_of = [
        ("layer", layer.layer.to_string().into()),
        ("closed", summary.n_closed.into()),
        ("counts", if counts_here { "yes" } else { "no" }.into()),
    ];
    vec![
        reader.words.say_with("report-adjudication-lead", counts),
        reader.words.say_with("report-adjudication-by", by),
        reader.words.say_with("report-adjudication-use", use_of),
        reader.words.say("adjudication-definition"),
    ]
}

/// The first and the last day of decisions in words; `none` where they are not known, or one day.
fn period(reader: &Reader, between: Option<(Timestamp, Timestamp)>) -> (String, String) {
    let none = || "none".to_owned();
    let Some((first, last)) = between else { return (none(), none()) };
    let day = |moment: Timestamp| moment.to_zoned(jiff::tz::TimeZone::UTC).date();
    let (first, last) = (day(first), day(last));
    (reader.day(first), if first == last { none() } else { reader.day(last) })
}

fn row(reader: &Reader, code: &CodeSummary) -> RowView {
    let counts = [code.n_stretches, code.n_agreed, code.n_coded, code.n_not_coded, code.n_open];
    RowView {
        name: match &code.code {
            Some(id) => reader.code_name(id),
            None => reader.words.say("adjudication-all-codes"),
        },
        counts: counts.map(|n| reader.words.whole(n as u64)).to_vec(),
    }
}
