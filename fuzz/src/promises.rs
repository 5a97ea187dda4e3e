//! What the documentation of each result promises, whatever the file was.

use draad_core::{Diagnostic, Unit};
use draad_ingest::coded::{CodedProject, ForeignSource, MemoAbout, Placement};
use draad_ingest::survey::AnswerText;
use draad_ingest::{ImportReport, Imported, Sheet, Survey, Tally};
use std::collections::BTreeSet;

pub(crate) fn of_imported(imported: &Imported) {
    of_text(&imported.text, &imported.units);
    assert!(!imported.reading.is_empty(), "the reader is named");
    for comment in &imported.comments {
        let span = comment.span.map(|span| span.range());
        assert!(
            span.is_none_or(|range| imported.text.get(range).is_some()),
            "a comment is about words of the text"
        );
        assert!(!comment.text.trim().is_empty(), "a comment without words is dropped");
    }
    of_labels(imported);
    of_report(&imported.report);
    of_diagnostics(&imported.diagnostics);
}

/// Whatever points at something points at something that is there, and every place lies in its text.
pub(crate) fn of_project(project: &CodedProject) {
    let is_code = |code: usize| assert!(code < project.codes.len(), "there is a code {code}");
    project.codes.iter().filter_map(|code| code.parent).for_each(is_code);
    for source in &project.sources {
        let text = source.text.as_deref().unwrap_or_default();
        assert_eq!(text, draad_core::source::normalised(text), "the text is stored as it is");
        for coding in &source.codings {
            is_code(coding.code);
            assert!(coding.coder.is_none_or(|coder| coder < project.coders.len()), "there is such a coder");
            of_placement(source, &coding.place);
        }
    }
    for (source, span) in project.cases.iter().flat_map(|case| &case.parts) {
        of_placement(&project.sources[*source], &Placement::Span(*span));
    }
    for about in project.memos.iter().flat_map(|memo| &memo.about) {
        match about {
            MemoAbout::Case(case) => assert!(*case < project.cases.len(), "there is such a case"),
            MemoAbout::Code(code) => is_code(*code),
            MemoAbout::Source(source, place) => of_placement(&project.sources[*source], place),
            MemoAbout::Coding(source, coding) => {
                assert!(*coding < project.sources[*source].codings.len(), "there is such a coding");
            }
        }
    }
    of_diagnostics(&project.diagnostics);
}

fn of_placement(source: &ForeignSource, place: &Placement) {
    if let Placement::Span(span) = place {
        let text = source.text.as_deref().unwrap_or_default();
        assert!(text.get(span.range()).is_some(), "the place lies in the text");
    }
}

fn of_text(text: &str, units: &[Unit]) {
    assert!(!text.trim().is_empty() && !text.contains('\r'));
    assert_eq!(text, draad_core::source::normalised(text), "the text is stored as it is");
    assert!(!text.chars().any(is_invisible), "there are no invisible marks");
    let mut end = 0;
    for unit in units {
        let range = unit.span.range();
        assert!(end <= range.start && range.start < range.end, "units are sorted and do not overlap");
        assert!(text.get(range.clone()).is_some_and(|words| !words.trim().is_empty()), "a unit has words");
        end = range.end;
        assert_ne!(unit.page, Some(0), "pages are counted from 1");
        let is_ahead = |place: draad_core::Recording| place.end.is_none_or(|end| place.start <= end);
        assert!(unit.recording.is_none_or(is_ahead), "nothing ends before it begins");
    }
}

/// The marks that [`Imported`] says are taken out.
fn is_invisible(c: char) -> bool {
    let is_mark = matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}');
    is_mark || matches!(c, '\u{202a}'..='\u{202e}') || (c.is_control() && !matches!(c, '\t' | '\n'))
}

fn of_labels(imported: &Imported) {
    let labels: BTreeSet<&str> = imported.labels.iter().map(|count| count.label.as_str()).collect();
    assert_eq!(labels.len(), imported.labels.len(), "a label is counted once");
    for count in &imported.labels {
        let speaks = |unit: &&Unit| unit.speaker.as_ref() == Some(&count.label);
        assert_eq!(count.n_units, imported.units.iter().filter(speaks).count(), "{:?}", count.label);
    }
    let mut speakers = imported.units.iter().filter_map(|unit| unit.speaker.as_deref());
    assert!(speakers.all(|speaker| labels.contains(speaker)), "every speaker is counted");
}

fn of_report(report: &ImportReport) {
    let of_tally = |tally: &Tally| assert!(tally.n > 0 && tally.examples.len() <= Tally::EXAMPLES);
    report.changed.values().for_each(of_tally);
    report.dropped.values().for_each(of_tally);
    for export in &report.exports {
        assert_eq!(export.n_records, export.n_shared + export.n_alone, "{}", export.file);
    }
}

fn of_diagnostics(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        assert_ne!(diagnostic.place.line, Some(0), "lines are counted from 1");
    }
}

pub(crate) fn of_sheet(sheet: &Sheet) {
    assert!(!sheet.header.is_empty() && sheet.header.len() <= sheet.width, "a table has columns");
    assert!(sheet.header.iter().all(|name| name == name.trim()), "names are trimmed");
    assert!(sheet.header.last().is_some_and(|name| !name.is_empty()), "the last column has a name");
    let is_filled = |cell: &String| !cell.trim().is_empty();
    assert!(sheet.rows.iter().all(|row| row.cells.iter().any(is_filled)), "no row is empty");
    of_report(&sheet.report);
    of_diagnostics(&sheet.diagnostics);
}

pub(crate) fn of_survey(mut survey: Survey) {
    let width = survey.columns.len();
    assert!(survey.rows.iter().all(|row| row.cells.len() >= width), "each row has a cell for each column");
    let names: BTreeSet<&str> = survey.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names.len(), width, "no two columns have the same name");
    for column in &survey.columns {
        assert!(!column.name.is_empty(), "a column has a name");
        assert!(column.n_distinct <= column.n_answered && column.n_answered <= survey.rows.len());
    }
    let uses = survey.proposed();
    assert_eq!(uses.len(), width, "a use is proposed for each column");
    let replies = survey.replies(&uses, None);
    assert_eq!(replies.len(), survey.rows.len(), "each row is a reply");
    assert!(
        replies
            .iter()
            .all(|reply| !reply.person.is_empty() && reply.asked.iter().all(|&asked| asked < width))
    );
    let n_asked: usize = survey.responses(&replies).iter().map(|count| count.n_asked).sum();
    assert_eq!(n_asked, replies.len(), "every reply is somebody's");
    let mut report = ImportReport::default();
    for text in survey.texts(&uses, &replies, &mut report) {
        of_answers(&text, replies.len());
    }
    of_report(&report);
    survey.report_left_out(&uses);
    of_report(&survey.report);
    of_diagnostics(&survey.diagnostics);
}

fn of_answers(text: &AnswerText, n_replies: usize) {
    // Answers of nothing but invisible marks leave no text.
    if !text.text.is_empty() {
        of_text(&text.text, &text.units);
    }
    assert!(text.replies.iter().all(|&reply| reply < n_replies), "a text is made of replies");
}
