//! `references` and `citations`, where the study has literature.

use super::columns::Outgoing;
use draad_analysis::table::{ColumnKind, Value};
use draad_core::reference::cited;
use draad_core::{CitedBy, Study};

/// The works, and who cites which.
pub(super) fn all(study: &Study) -> Vec<Outgoing> {
    if study.references.works.is_empty() { Vec::new() } else { vec![references(study), citations(study)] }
}

fn references(study: &Study) -> Outgoing {
    use ColumnKind::Text;
    let rows = study.references.works.values().map(|work| {
        vec![
            Value::text(&work.key),
            Value::words(&work.kind),
            Value::list(&work.authors),
            Value::words(&work.year),
            Value::words(&work.title),
        ]
    });
    Outgoing::new("references", &["reference"])
        .said([("reference", Text), ("kind", Text), ("authors", Text), ("year", Text), ("title", Text)])
        .with(rows)
}

/// One row for each work and what cites it. A key of no work is here and not in `references`.
fn citations(study: &Study) -> Outgoing {
    use ColumnKind::Text;
    let rows = cited(study).into_iter().flat_map(|(key, by)| {
        by.into_iter().map(move |by| {
            let mut row = vec![Value::text(&key), Value::Nothing, Value::Nothing, Value::Nothing];
            let (place, id) = match &by {
                CitedBy::Code(code) => (1, code.as_str()),
                CitedBy::Finding(finding) => (2, finding.as_str()),
                CitedBy::Memo(memo) => (3, memo.as_str()),
            };
            row[place] = Value::text(id);
            row
        })
    });
    Outgoing::new("citations", &[])
        .joining(&["reference"], "references")
        .joining(&["code"], "codebook")
        .joining(&["finding"], "findings")
        .joining(&["memo"], "memos")
        .said([("reference", Text), ("code", Text), ("finding", Text), ("memo", Text)])
        .with(rows)
}
