//! What stands behind a membership: the scores with their reasons, and the words of the passages.

use crate::Project;
use crate::passages::{Quoted, Showing};
use draad_analysis::table::{Column, Table, Value};
use draad_analysis::{Calibrated, CalibratedCase, Options, Said, said_at};
use draad_core::diagnostic::Outcome;
use draad_core::facts::{Facts, Places};
use draad_core::{CaseId, Membership};
use draad_measures::Measured;

/// What stands behind the membership of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseEvidence {
    /// The case.
    pub case: CaseId,
    /// Its membership.
    pub membership: Measured,
    /// What it rests on: a score or the codings of a code.
    pub evidence: Vec<Evidence>,
}

/// A score with its passages, or the passages of a code.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The score; nothing where the membership was computed.
    pub score: Option<Membership>,
    /// The passages.
    pub passages: Vec<Quoted>,
}

/// Collects the evidence of all cases.
pub(super) fn collect(
    project: &Project,
    facts: &Facts,
    calibrated: &Calibrated,
    options: &Options,
) -> Outcome<Vec<CaseEvidence>> {
    let study = project.study();
    let places = Places::new(study);
    let mut showing = Showing::new(project);
    let mut of_case = |row: &CalibratedCase| {
        let mut evidence = Vec::new();
        for score in &row.scores {
            let said = score.passages.iter().filter_map(|passage| said_at(study, &places, passage));
            let passages = said.map(|said| showing.quote(said)).collect();
            evidence.push(Evidence { score: Some(score.clone()), passages });
        }
        let behind = row.passages(study, facts, &calibrated.condition, options)?;
        if !behind.is_empty() {
            let passages = behind.into_iter().map(|passage| showing.quote(Said::from(passage))).collect();
            evidence.push(Evidence { score: None, passages });
        }
        Ok(CaseEvidence { case: row.id.clone(), membership: row.membership, evidence })
    };
    calibrated.rows.iter().map(&mut of_case).collect()
}

/// Returns the passages as a plain table, with ids as the study's files have them; positions are code points in the stored
/// text.
pub(super) fn table(cases: &[CaseEvidence]) -> Table {
    let columns = vec![
        Column::text("case"),
        Column::number("membership"),
        Column::text("coder"),
        Column::text("source"),
        Column::text("kind"),
        Column::integer("start"),
        Column::integer("end"),
        Column::integer("line"),
        Column::text("speaker"),
        Column::text("role"),
        Column::text("phase"),
        Column::text("date"),
        Column::text("text"),
    ];
    let row = |case: &CaseEvidence, evidence: &Evidence, quoted: &Quoted| {
        let Quoted { said, place } = quoted;
        vec![
            Value::text(&case.case),
            evidence.score.as_ref().map_or(case.membership.into(), |score| score.value.into()),
            evidence.score.as_ref().map(|score| score.coder.to_string()).into(),
            Value::text(&said.source),
            Value::words(&place.kind),
            said.chars.map(|chars| chars.start.0).into(),
            said.chars.map(|chars| chars.end.0).into(),
            place.line.into(),
            Value::words(&place.speaker),
            said.role.as_ref().map(ToString::to_string).into(),
            said.phase.as_ref().map(ToString::to_string).into(),
            said.date.clone().into(),
            Value::words(&said.text),
        ]
    };
    let rows = cases.iter().flat_map(|case| {
        let evidence = case.evidence.iter();
        evidence.flat_map(move |one| one.passages.iter().map(move |quoted| row(case, one, quoted)))
    });
    Table { name: "passages", columns, rows: rows.collect() }
}
