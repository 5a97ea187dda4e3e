//! Who was heard and what was read: sources by kind and by role per case.

use crate::address;
use crate::reader::{Link, Reader, value_name};
use draad_analysis::sample_table::{CaseSample, Heard};
use jiff::civil::Date;
use serde::Serialize;

/// The sample table.
#[derive(Debug, Serialize)]
pub(crate) struct SampleView {
    kinds: Vec<String>,
    roles: Vec<String>,
    rows: Vec<RowView>,
    totals: RowView,
}

/// A case, or all of them.
#[derive(Debug, Serialize)]
struct RowView {
    case: Link,
    outcome: String,
    n_sources: Link,
    kinds: Vec<Link>,
    roles: Vec<Link>,
    n_words: String,
    n_chars: String,
    period: String,
}

/// Shows the sample, with the cases in the order of the report.
pub(crate) fn view(reader: &Reader) -> SampleView {
    let (table, sample) = (reader.input.table, reader.input.sample);
    let rows = table.cases.iter().filter_map(|column| {
        let case = sample.cases.iter().find(|case| case.case.as_ref() == Some(&column.id))?;
        let group = table.outcome_groups.get(column.outcome_group);
        let outcome = group.map(|group| reader.group_name(group)).unwrap_or_default();
        let to = address::case_part("sources", &column.id);
        Some(row(reader, reader.case_link(&column.id), outcome, &to, case))
    });
    let total =
        Link { text: reader.words.say("report-total"), to: String::new(), about: String::new(), mark: "" };
    SampleView {
        rows: rows.collect(),
        totals: row(reader, total, String::new(), "", &sample.all),
        kinds: sample.kinds.iter().map(|group| value_name(group, reader.words)).collect(),
        roles: sample.roles.iter().map(|group| value_name(group, reader.words)).collect(),
    }
}

fn row(reader: &Reader, case: Link, outcome: String, to: &str, sample: &CaseSample) -> RowView {
    let kinds = reader.input.sample.kinds.iter().zip(&sample.by_kind);
    let roles = reader.input.sample.roles.iter().zip(&sample.by_role);
    RowView {
        kinds: kinds.map(|(group, heard)| number(*heard, to, value_name(group, reader.words))).collect(),
        roles: roles.map(|(group, role)| number(role.heard, to, value_name(group, reader.words))).collect(),
        n_sources: number(Ok(sample.count), to, case.about.clone()),
        n_words: reader.words.whole(sample.count.words),
        n_chars: reader.words.whole(sample.count.chars),
        period: sample
            .period
            .map_or_else(String::new, |(first, last)| format!("{} – {}", month(first), month(last))),
        case,
        outcome,
    }
}

/// Returns the number of sources, which leads to them; 0 leads nowhere, and a dash is what is not there.
fn number(heard: Heard, to: &str, about: String) -> Link {
    let n_sources = heard.map_or(0, |count| count.sources);
    Link {
        text: heard.map_or_else(|_| "–".to_owned(), |count| count.sources.to_string()),
        to: if n_sources == 0 { String::new() } else { to.to_owned() },
        about,
        mark: "",
    }
}

fn month(day: Date) -> String {
    format!("{:02}-{}", day.month(), day.year())
}
