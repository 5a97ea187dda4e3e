//! What panels make of the findings: the table to fill in, and reading it back into `feedback.csv`.

use crate::tables::fails;
use crate::{Project, handed};
use draad_analysis::table::{Column, Table, Value};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Feedback, Finding, Place, Problem, Severity, check};
use draad_store::{Changes, FeedbackRequest, paths, read_feedback_requests, render};
use indexmap::IndexSet;

/// Answers that somebody hands over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Rows that say something, each with its place.
    pub rows: Vec<(Place, Feedback)>,
    /// How many rows were left empty.
    pub n_open: usize,
    /// What could not be read, each with its reason, and what was remarked on.
    pub diagnostics: Vec<Diagnostic>,
}

/// What came of it, or would come of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recorded {
    /// Answers that are new.
    pub n_new: usize,
    /// Answers in the place of an earlier one of the same respondent on the same finding: as it was, as it is.
    pub changed: Vec<(Feedback, Feedback)>,
    /// Those that were there already, just so.
    pub n_already: usize,
    /// Rows that were left empty.
    pub n_open: usize,
    /// What could not be done, each with its reason.
    pub refused: Vec<Diagnostic>,
    /// What the user should look at.
    pub warnings: Vec<Diagnostic>,
}

/// Reads answers from a table, as text or in a workbook: finding, respondent, verdict, and optionally panel and remark. Rows
/// without a panel are of `panel`.
pub fn read_answers(file: &str, bytes: Vec<u8>, panel: &str) -> Answers {
    let (rows, diagnostics) = handed::read(file, bytes, "finding", read_feedback_requests);
    let mut answers = Answers { diagnostics, ..Answers::default() };
    for (line, request) in rows {
        if !request.is_filled_in() {
            answers.n_open += 1;
            continue;
        }
        let FeedbackRequest(mut row) = request;
        if row.panel.is_empty() {
            panel.clone_into(&mut row.panel);
        }
        answers.rows.push((Place::line(file, line), row));
    }
    answers
}

/// Adds answers to `feedback.csv`, in one change that can be undone; with `plan` only says what would happen. Of a
/// respondent who said something of the finding before, the new answer takes the place of the old one. An unknown finding is
/// refused; a word that is no verdict is kept and warned of.
///
/// # Errors
/// When the study is locked or cannot be written, or `feedback.csv` holds something that would be lost.
pub fn record(project: &mut Project, answers: Answers, plan: bool) -> Outcome<Recorded> {
    let lock = if plan { None } else { Some(project.folder.lock("feedback")?) };
    project.reload()?;
    let (refused, warnings) =
        answers.diagnostics.into_iter().partition(|one| one.severity == Severity::Error);
    let mut done = Recorded { n_open: answers.n_open, refused, warnings, ..Recorded::default() };
    for (place, row) in answers.rows {
        one(project, &mut done, place, row);
    }
    done.refused.sort_by(|a, b| a.place.cmp(&b.place));
    if done.n_new + done.changed.len() == 0 {
        return Ok(done);
    }
    project.loaded.guard(&[paths::FEEDBACK])?;
    if let Some(lock) = lock {
        let bytes = render::feedback(project.study());
        lock.commit("feedback", Changes::from([(paths::FEEDBACK.to_owned(), Some(bytes))]))?;
    }
    Ok(done)
}

/// Takes one answer up, unless it does not fit.
fn one(project: &mut Project, done: &mut Recorded, place: Place, row: Feedback) {
    let misfits = check::feedback(project.study(), &row);
    let found: Vec<Diagnostic> = misfits.into_iter().map(|misfit| misfit.at(place.clone())).collect();
    if found.iter().any(|one| one.severity == Severity::Error) {
        return done.refused.extend(found);
    }
    done.warnings.extend(found);
    let feedback = &mut project.loaded_mut().study.feedback;
    match feedback.iter().rposition(|known| known.key() == row.key()) {
        None => {
            done.n_new += 1;
            feedback.push(row);
        }
        Some(at) if (&feedback[at].verdict, &feedback[at].remark) == (&row.verdict, &row.remark) => {
            done.n_already += 1;
        }
        Some(at) => {
            let extra = feedback[at].extra.clone();
            let before = std::mem::replace(&mut feedback[at], Feedback { extra, ..row.clone() });
            done.changed.push((before, row));
        }
    }
}

/// Returns the table to fill in: a row for each respondent and each finding of which they have said nothing yet. Without
/// names the respondents are those of the panel (without a panel: of all panels) who said something before; where there are
/// none, a row per finding is left for one.
///
/// # Errors
/// `NothingToShow` when the study has no findings, or these people said something of all of them.
pub fn table_to_fill_in(project: &Project, panel: Option<&str>, respondents: &[String]) -> Outcome<Table> {
    let study = project.study();
    let named = respondents.iter().map(|name| (panel.unwrap_or_default().to_owned(), name.clone()));
    let in_panel = |row: &&Feedback| panel.is_none_or(|panel| row.panel == panel);
    let known = study.feedback.iter().filter(in_panel).filter(|row| !row.respondent.is_empty());
    let known = known.map(|row| (row.panel.clone(), row.respondent.clone()));
    let mut people: IndexSet<(String, String)> =
        if respondents.is_empty() { known.collect() } else { named.collect() };
    if people.is_empty() {
        people.insert((panel.unwrap_or_default().to_owned(), String::new()));
    }
    let spoke = |finding: &Finding, (panel, respondent): &(String, String)| {
        let is_it = |row: &Feedback| {
            row.finding == finding.id && row.panel == *panel && row.respondent == *respondent
        };
        !respondent.is_empty() && study.feedback.iter().any(is_it)
    };
    let mut rows = Vec::new();
    for person in &people {
        let open = study.findings.iter().filter(|finding| !spoke(finding, person));
        rows.extend(open.map(|finding| {
            vec![
                Value::text(&finding.id),
                Value::text(finding.plain_sentence()),
                Value::words(&person.0),
                Value::words(&person.1),
                Value::Nothing,
                Value::Nothing,
            ]
        }));
    }
    if rows.is_empty() {
        let reason = if study.findings.is_empty() { "no-findings" } else { "all-judged" };
        return fails(Problem::NothingToShow { reason: reason.into() });
    }
    let columns = ["finding", "sentence", "panel", "respondent", "verdict", "remark"];
    Ok(Table { name: "feedback", columns: columns.map(Column::text).to_vec(), rows })
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Language, PanelVerdict, Settings, Study};
    use draad_store::StudyFolder;
    use std::path::Path;

    fn project(folder: &Path) -> Project {
        let mut study = Study::new(Settings::new("proef", "Proef", Language::Nl));
        for id in ["bellen", "eten"] {
            study.findings.push(Finding {
                title: format!("Over {id}"),
                part: "lead".into(),
                ..Finding::new(id)
            });
        }
        StudyFolder::create(folder.join("study"), &study).unwrap();
        Project::open(Some(&folder.join("study")), folder, None).unwrap()
    }

    fn on_disk(project: &Project) -> String {
        std::fs::read_to_string(project.folder.path(paths::FEEDBACK)).unwrap_or_default()
    }

    #[test]
    fn answers_are_added_once_changed_in_place_and_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut project = project(folder.path());
        let empty = on_disk(&project);
        let table = "finding,respondent,verdict,remark\nbellen,o1,herkenbaar,\nbelen,o1,ja,\neten,o1,,\neten,o2,soms,Tja\n";
        let read = |table: &str| read_answers("oordelen.csv", table.into(), "ouders");
        let planned = record(&mut project, read(table), true).unwrap();
        assert_eq!(on_disk(&project), empty);
        let done = record(&mut project, read(table), false).unwrap();
        assert_eq!((planned.n_new, done.n_new, done.n_open), (2, 2, 1));
        let nearest = "bellen".to_owned();
        let unknown = Problem::UnknownFinding { finding: "belen".into(), nearest };
        assert_eq!(done.refused.iter().map(|one| &one.problem).collect::<Vec<_>>(), [&unknown]);
        assert_eq!(done.refused[0].place.to_string(), "oordelen.csv:3:finding");
        assert!(
            matches!(&done.warnings[0].problem, Problem::PanelVerdictUnknown { verdict, .. } if verdict == "soms")
        );
        assert!(on_disk(&project).ends_with("bellen,ouders,o1,agrees,\neten,ouders,o2,soms,Tja\n"));

        let again = record(&mut project, read(table), false).unwrap();
        assert_eq!((again.n_new, again.n_already, again.changed.len()), (0, 2, 0));
        let other = record(&mut project, read("finding,respondent,verdict\nbellen,o1,nee\n"), false).unwrap();
        assert_eq!(other.changed[0].0.verdict, Ok(PanelVerdict::Agrees));
        assert!(on_disk(&project).contains("bellen,ouders,o1,rejects,"));
        for _ in 0..2 {
            project.folder.lock("undo").unwrap().undo().unwrap();
        }
        assert_eq!(on_disk(&project), empty);
    }

    #[test]
    fn the_table_to_fill_in_asks_what_was_not_said_and_can_be_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut project = project(folder.path());
        let rows = |table: &Table| -> Vec<String> {
            let cell = |value: &Value| match value {
                Value::Text(text) => text.clone(),
                _ => String::new(),
            };
            table.rows.iter().map(|row| format!("{}/{}", cell(&row[0]), cell(&row[3]))).collect()
        };
        let blank = table_to_fill_in(&project, Some("ouders"), &[]).unwrap();
        assert_eq!(rows(&blank), ["bellen/", "eten/"]);
        let answers = read_answers("a.csv", "finding,respondent,verdict\nbellen,o1,ja\n".into(), "ouders");
        record(&mut project, answers, false).unwrap();
        assert_eq!(rows(&table_to_fill_in(&project, None, &[]).unwrap()), ["eten/o1"]);
        let named = table_to_fill_in(&project, Some("ouders"), &["o1".to_owned(), "o2".to_owned()]).unwrap();
        assert_eq!(rows(&named), ["eten/o1", "bellen/o2", "eten/o2"]);
        let back = read_answers("b.csv", crate::output::csv(&named).into_bytes(), "");
        assert_eq!((back.rows.len(), back.n_open, back.diagnostics.len()), (0, 3, 0));
    }

    #[test]
    fn a_table_without_anything_to_ask_is_refused_with_the_reason() {
        let folder = tempfile::tempdir().unwrap();
        let mut project = project(folder.path());
        let all = "finding,respondent,verdict\nbellen,o1,ja\neten,o1,nee\n";
        record(&mut project, read_answers("a.csv", all.into(), "ouders"), false).unwrap();
        let reason =
            |project: &Project| match table_to_fill_in(project, Some("ouders"), &[]).unwrap_err().problem {
                Problem::NothingToShow { reason } => reason,
                other => panic!("{other:?}"),
            };
        assert_eq!(reason(&project), "all-judged");
        let empty = Study::new(Settings::new("leeg", "Leeg", Language::Nl));
        StudyFolder::create(folder.path().join("leeg"), &empty).unwrap();
        let empty = Project::open(Some(&folder.path().join("leeg")), folder.path(), None).unwrap();
        assert_eq!(reason(&empty), "no-findings");
    }
}
