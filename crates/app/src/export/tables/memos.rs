//! `memos`, `memo_about`, `findings` and `finding_passages`.

use super::columns::Outgoing;
use draad_analysis::table::{ColumnKind, Value};
use draad_core::records::PassageRef;
use draad_core::{About, CharSpan, Finding, Memo, Study};

/// What the researcher wrote, and what each text is about.
pub(super) fn all(study: &Study) -> [Outgoing; 4] {
    [memos(&study.memos), about(&study.memos), findings(&study.findings), passages(&study.findings)]
}

fn memos(memos: &[Memo]) -> Outgoing {
    use ColumnKind::{Day, Text};
    let row = |memo: &Memo| {
        vec![
            Value::text(&memo.id),
            Value::words(&memo.title),
            memo.author.as_ref().map(ToString::to_string).into(),
            memo.date.into(),
            Value::words(&memo.body),
        ]
    };
    Outgoing::new("memos", &["memo"])
        .said([("memo", Text), ("title", Text), ("author", Text), ("date", Day), ("text", Text)])
        .with(memos.iter().map(row))
}

/// One row for each thing that a memo is about; a memo about the study as a whole has none.
fn about(memos: &[Memo]) -> Outgoing {
    use ColumnKind::{Integer, Text};
    let rows = memos.iter().flat_map(|memo| memo.about.iter().map(|about| about_row(memo, about)));
    Outgoing::new("memo_about", &[])
        .joining(&["memo"], "memos")
        .said([("memo", Text), ("about", Text), ("case", Text), ("source", Text), ("start", Integer)])
        .said([("end", Integer), ("code", Text), ("coder", Text), ("coding", Text), ("finding", Text)])
        .with(rows)
}

fn about_row(memo: &Memo, about: &About) -> Vec<Value> {
    let mut row = vec![Value::Nothing; 10];
    row[0] = Value::text(&memo.id);
    let what = match about {
        About::Case(case) => {
            row[2] = Value::text(case);
            "case"
        }
        About::Source(source) => {
            row[3] = Value::text(source);
            "source"
        }
        About::Span(source, chars) => {
            row[3] = Value::text(source);
            [row[4], row[5]] = ends(*chars);
            "span"
        }
        About::Code(code) => {
            row[6] = Value::text(code);
            "code"
        }
        About::Coding(coder, source, coding) => {
            row[3] = Value::text(source);
            row[7] = Value::text(coder);
            row[8] = Value::text(coding);
            "coding"
        }
        About::Finding(finding) => {
            row[9] = Value::text(finding);
            "finding"
        }
    };
    row[1] = Value::text(what);
    row
}

fn ends(chars: CharSpan) -> [Value; 2] {
    [chars.start.0.into(), chars.end.0.into()]
}

fn findings(findings: &[Finding]) -> Outgoing {
    use ColumnKind::Text;
    let row = |finding: &Finding| {
        let texts = [&finding.id, &finding.title, &finding.plain, &finding.part, &finding.theme];
        let texts = texts.into_iter().map(|text| Value::words(text));
        texts.chain([Value::list(&finding.codes), Value::words(&finding.body)]).collect()
    };
    Outgoing::new("findings", &["finding"])
        .said([
            ("finding", Text),
            ("title", Text),
            ("plain", Text),
            ("part", Text),
            ("theme", Text),
            ("codes", Text),
        ])
        .said([("text", Text)])
        .with(findings.iter().map(row))
}

fn passages(findings: &[Finding]) -> Outgoing {
    use ColumnKind::{Integer, Text};
    let row = |finding: &Finding, passage: &PassageRef, side: &str| {
        let [start, end] = ends(passage.chars);
        vec![Value::text(&finding.id), Value::text(side), Value::text(&passage.source), start, end]
    };
    let rows = findings.iter().flat_map(|finding| {
        let supporting = finding.passages_for.iter().map(move |passage| row(finding, passage, "for"));
        supporting.chain(finding.passages_against.iter().map(move |passage| row(finding, passage, "against")))
    });
    Outgoing::new("finding_passages", &[])
        .joining(&["finding"], "findings")
        .said([("finding", Text), ("side", Text), ("source", Text), ("start", Integer), ("end", Integer)])
        .with(rows)
}
