//! What was decided as plain tables: per code, per source, and one by one.

use super::{CodeSummary, Layer, SourceProgress, State};
use crate::table::{Column, Table, Value};
use crate::{Disagreements, disagreement::Stretch};
use draad_core::{Adjudication, Study, Verdict};

impl SourceProgress {
    /// Returns what stands in files: `open`, `decided`, `closed`, `reopened` or `outdated`.
    pub fn state(&self) -> &'static str {
        match (self.closed.is_some(), self.n_open, self.is_outdated) {
            (false, 0, _) => "decided",
            (false, _, _) => "open",
            (true, 0, false) => "closed",
            (true, 0, true) => "outdated",
            (true, _, _) => "reopened",
        }
    }
}

impl Layer {
    /// Returns what was decided as plain tables: `adjudication-codes`, `adjudication-sources` and `adjudication-decisions`.
    pub fn tables(&self, study: &Study) -> Vec<Table> {
        vec![self.codes(study), self.progress_table(study), self.decisions(study)]
    }

    fn codes(&self, study: &Study) -> Table {
        let name = study.settings.language;
        let row = |code: &CodeSummary| {
            vec![
                code.code.as_ref().map_or(Value::Nothing, Value::text),
                Value::words(code.name.get(name)),
                code.n_stretches.into(),
                code.n_agreed.into(),
                code.n_decided().into(),
                code.n_coded.into(),
                code.n_not_coded.into(),
                code.n_open.into(),
            ]
        };
        let counts = ["stretches", "agreed", "decided", "coded", "not_coded", "open"].map(Column::integer);
        let columns = ["code", "name"].map(Column::text).into_iter().chain(counts);
        let rows = self.summary(study).codes.iter().map(row).collect();
        Table { name: "adjudication-codes", columns: columns.collect(), rows }
    }

    fn progress_table(&self, study: &Study) -> Table {
        let row = |progress: &SourceProgress| {
            let source = &study.sources[progress.source as usize];
            let readers = self.compared.readers(progress.source).iter();
            vec![
                Value::text(&source.id),
                Value::list(&source.cases),
                Value::list(readers.map(|&reader| &self.compared.coders[reader as usize])),
                progress.n_stretches.into(),
                progress.n_agreed.into(),
                progress.n_decided.into(),
                progress.n_open.into(),
                Value::text(progress.state()),
                progress.closed.into(),
            ]
        };
        let counts = ["stretches", "agreed", "decided", "open"].map(Column::integer);
        let columns = ["source", "cases", "coders"].map(Column::text).into_iter().chain(counts);
        let last = [Column::text("state"), Column::new("closed", crate::ColumnKind::Moment)];
        Table {
            name: "adjudication-sources",
            columns: columns.chain(last).collect(),
            rows: self.sources.iter().map(row).collect(),
        }
    }

    fn decisions(&self, study: &Study) -> Table {
        let columns = [
            Column::text("id"),
            Column::text("source"),
            Column::text("cases"),
            Column::text("code"),
            Column::integer("start"),
            Column::integer("end"),
            Column::text("kinds"),
            Column::text("words"),
            Column::text("considered"),
            Column::text("decision"),
            Column::text("coded"),
            Column::text("by"),
            Column::new("created", crate::ColumnKind::Moment),
            Column::text("memo"),
        ];
        let decided = self.compared.stretches.iter().zip(&self.states);
        let rows = decided.filter_map(|(stretch, state)| match state {
            State::Decided { row } => Some(decision_row(study, stretch, &self.rows[*row])),
            State::Agreed | State::Open => None,
        });
        Table { name: "adjudication-decisions", columns: columns.into(), rows: rows.collect() }
    }
}

fn decision_row(study: &Study, stretch: &Stretch, decision: &Adjudication) -> Vec<Value> {
    let verdict = <&str>::from(decision.verdict);
    let mut row = crate::disagreement::key_values(study, stretch).to_vec();
    row.extend([
        crate::disagreement::kinds(stretch),
        Value::words(Disagreements::words(study, stretch)),
        Value::list(&decision.considered),
        Value::text(verdict),
        if decision.verdict == Verdict::NotCoded { Value::Nothing } else { Value::list(&decision.coded) },
        Value::list(&decision.by),
        decision.created.into(),
        Value::words(&decision.memo),
    ]);
    row
}
