//! Memos and findings: what the researchers thought and concluded.

mod panels;

use crate::reader::{Link, Reader};
use crate::{address, literature, markdown};
use draad_core::{About, CharSpan, Finding, Memo, SourceId, records::PassageRef};
use draad_figures::finding_part_name;
use panels::PanelsView;
use serde::Serialize;

/// A memo.
#[derive(Debug, Serialize)]
pub(crate) struct MemoView {
    title: String,
    by: String,
    about: Vec<Link>,
    html: String,
}

/// A finding with the passages for and against it.
#[derive(Debug, Serialize)]
pub(crate) struct FindingView {
    id: String,
    title: String,
    part: String,
    theme: String,
    codes: Vec<Link>,
    html: String,
    /// Works that it lists beside those that its text cites.
    literature: Vec<Link>,
    passages_for: Vec<ReferenceView>,
    passages_against: Vec<ReferenceView>,
    /// Says how many passages the filter left out; empty when none.
    left_out: String,
    /// What panels make of it; nothing where no panel judged any finding.
    panels: Option<PanelsView>,
}

/// A passage that a finding names.
#[derive(Debug, Serialize)]
struct ReferenceView {
    text: String,
    source: String,
    /// Page and moment in the recording, or empty.
    original: String,
    position: String,
}

/// Memos and findings that belong to no factor or case alone.
#[derive(Debug, Serialize)]
pub(crate) struct FindingsView {
    findings: Vec<FindingView>,
    memos: Vec<MemoView>,
}

impl FindingsView {
    /// Whether there is anything to read.
    pub(crate) fn is_there(&self) -> bool {
        !self.findings.is_empty() || !self.memos.is_empty()
    }
}

/// Collects the findings that pass the filter, and the memos that no factor's or case's page shows: those about the
/// study, about a finding, or about something else that passes and has no page.
pub(crate) fn view(reader: &Reader) -> FindingsView {
    let table = reader.input.table;
    let has_page = |about: &About| match about {
        About::Code(code) => table.factors.iter().any(|factor| factor.id == *code),
        other => {
            case_of(reader, other).is_some_and(|case| table.cases.iter().any(|column| column.id == *case))
        }
    };
    let is_general = |memo: &&Memo| {
        let held = || memo.about.iter().filter(|about| reader.scope.holds(about));
        memo.about.is_empty() || held().next().is_some() && !held().any(has_page)
    };
    let general = reader.study.memos.iter().filter(is_general);
    let findings = reader.study.findings.iter().filter(|finding| reader.scope.holds_finding(finding));
    FindingsView {
        findings: findings.map(|finding| finding_view(reader, finding)).collect(),
        memos: general.map(|memo| memo_view(reader, memo)).collect(),
    }
}

/// Returns the memos of which something they are about fits and passes the filter.
pub(crate) fn memos_about(reader: &Reader, fits: impl Fn(&About) -> bool) -> Vec<MemoView> {
    let is_shown = |about: &About| fits(about) && reader.scope.holds(about);
    let memos = reader.study.memos.iter().filter(|memo| memo.about.iter().any(is_shown));
    memos.map(|memo| memo_view(reader, memo)).collect()
}

/// Returns the case to which something belongs: named itself, or the only case of the source.
pub(crate) fn case_of<'a>(reader: &Reader<'a>, about: &'a About) -> Option<&'a draad_core::CaseId> {
    let source = match about {
        About::Case(case) => return Some(case),
        About::Source(source) | About::Span(source, _) | About::Coding(_, source, _) => source,
        About::Code(_) | About::Finding(_) => return None,
    };
    match reader.study.sources.get(source)?.cases.as_slice() {
        [case] => Some(case),
        _ => None,
    }
}

fn memo_view(reader: &Reader, memo: &Memo) -> MemoView {
    let date = memo.date.map(|date| reader.day(date));
    let by = memo.author.iter().map(ToString::to_string).chain(date);
    MemoView {
        title: if memo.title.is_empty() { memo.id.to_string() } else { memo.title.clone() },
        by: by.collect::<Vec<_>>().join(", "),
        about: memo.about.iter().map(|about| about_link(reader, about)).collect(),
        html: markdown::html(&reader.literature.cited(&memo.body)),
    }
}

fn about_link(reader: &Reader, about: &About) -> Link {
    let table = reader.input.table;
    let has_factor = |code: &_| table.factors.iter().any(|factor| factor.id == *code);
    let has_case = |case: &_| table.cases.iter().any(|column| column.id == *case);
    let (text, to) = match about {
        About::Code(code) if has_factor(code) => (reader.code_name(code), address::factor(code)),
        About::Code(code) => (reader.code_name(code), String::new()),
        About::Case(case) if has_case(case) => (case.to_string(), address::case(case)),
        About::Case(case) => (case.to_string(), String::new()),
        About::Source(source) => (source.to_string(), String::new()),
        About::Span(source, chars) => (span_text(reader, source, *chars), String::new()),
        About::Coding(coder, source, _) => (format!("{source} ({coder})"), String::new()),
        About::Finding(finding) => (finding.clone(), String::new()),
    };
    Link { text, to, about: String::new(), mark: "" }
}

fn span_text(reader: &Reader, source: &SourceId, chars: CharSpan) -> String {
    let original = reader.in_original(source, chars);
    let original = if original.is_empty() { original } else { format!(", {original},") };
    format!("{source}{original} {}–{}", chars.start.0, chars.end.0)
}

fn finding_view(reader: &Reader, finding: &Finding) -> FindingView {
    let part = finding.theme_part().map(|part| finding_part_name(Some(part), reader.words));
    let references = |list: &[PassageRef]| {
        let held = list.iter().filter(|passage| reader.scope.holds_passage(passage));
        held.map(|passage| reference(reader, passage)).collect()
    };
    let passages = finding.passages_for.iter().chain(&finding.passages_against);
    let n_left_out = passages.filter(|passage| !reader.scope.holds_passage(passage)).count();
    FindingView {
        id: finding.id.clone(),
        title: finding.sentence().to_owned(),
        part: part.unwrap_or_else(|| finding.part.clone()),
        theme: finding.theme.clone(),
        codes: finding.codes.iter().map(|code| about_link(reader, &About::Code(code.clone()))).collect(),
        html: markdown::html(&reader.literature.cited(&finding.body)),
        literature: literature::links(reader, &finding.references),
        passages_for: references(&finding.passages_for),
        passages_against: references(&finding.passages_against),
        left_out: match n_left_out {
            0 => String::new(),
            n => reader.counted("report-passages-left-out", n),
        },
        panels: panels::view(reader, &finding.id),
    }
}

fn reference(reader: &Reader, passage: &PassageRef) -> ReferenceView {
    let source = reader.study.sources.get(&passage.source);
    let text = source.and_then(|source| source.text.get(source.text.span(passage.chars)?));
    ReferenceView {
        text: text.unwrap_or_default().to_owned(),
        source: passage.source.to_string(),
        original: reader.in_original(&passage.source, passage.chars),
        position: format!("{}–{}", passage.chars.start.0, passage.chars.end.0),
    }
}
