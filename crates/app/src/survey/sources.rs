//! Open answers: a source per person.

use super::people::People;
use super::{AnswerSource, Request, Settled};
use draad_core::case::Extra;
use draad_core::{About, CaseId, Diagnostic, KindId, Origin, Problem, Source, SourceId, Study, Text};
use draad_ingest::survey::{AnswerText, Tool};
use draad_store::{StudyFolder, paths};
use indexmap::IndexSet;
use std::collections::BTreeSet;
use std::path::Path;

/// What came of the open answers.
#[derive(Default)]
pub(super) struct Made {
    pub(super) made: Vec<AnswerSource>,
    pub(super) n_unchanged: usize,
    pub(super) refused: Vec<Diagnostic>,
}

/// Makes a source of each person's open answers, or brings one up to date.
pub(super) fn make(
    folder: &StudyFolder,
    study: &mut Study,
    request: &Request,
    settled: &mut Settled,
    people: &People,
) -> Made {
    let mut report = std::mem::take(&mut settled.survey.report);
    let texts = settled.survey.texts(&settled.uses, &settled.replies, &mut report);
    settled.survey.report = report;
    let mut made = Made::default();
    let mut seen = BTreeSet::new();
    for text in texts {
        let first = text.replies.first().copied().unwrap_or_default();
        // Who has no case has been refused already.
        if text.replies.iter().all(|&row| people.rows[row].is_none()) {
            continue;
        }
        let source = source(study, request, settled, people, &text).and_then(|source| {
            // Two names can differ only in signs that no name of a source can have.
            let is_new = seen.insert(draad_core::id::folded(source.id.as_str()));
            if is_new { Ok(source) } else { Err(Problem::SourceExists { source: source.id.to_string() }) }
        });
        let placed = source.and_then(|source| place(folder, study, request, settled, source, text));
        match placed {
            Ok(Some(source)) => made.made.push(source),
            Ok(None) => made.n_unchanged += 1,
            Err(problem) => made.refused.push(Diagnostic::error(settled.place(first), problem)),
        }
    }
    made
}

/// Gives the answers of one person their place; returns nothing when they stand there already.
fn place(
    folder: &StudyFolder,
    study: &mut Study,
    request: &Request,
    settled: &Settled,
    mut source: Source,
    answers: AnswerText,
) -> Result<Option<AnswerSource>, Problem> {
    let known = study.sources.get(&source.id);
    if let Some(known) = known {
        if known.text == source.text && known.units == source.units {
            return Ok(None);
        }
        check_replaceable(study, request, settled, known)?;
        source.phase.clone_from(&known.phase);
        source.extra.clone_from(&known.extra);
        source.extra.remove("text_hash");
    } else if [paths::text(&source.id), paths::units(&source.id)]
        .iter()
        .any(|path| folder.path(path).exists())
    {
        return Err(Problem::SourceExists { source: source.id.to_string() });
    }
    let made = AnswerSource {
        source: source.id.clone(),
        person: answers.person,
        participant: source.participants.first().cloned(),
        cases: source.cases.clone(),
        n_answers: answers.n_answers,
        is_replaced: known.is_some(),
    };
    study.sources.insert(source.id.clone(), source);
    Ok(Some(made))
}

fn source(
    study: &Study,
    request: &Request,
    settled: &Settled,
    people: &People,
    answers: &AnswerText,
) -> Result<Source, Problem> {
    let whose = || answers.replies.iter().filter_map(|&row| people.rows[row].as_ref());
    let cases: IndexSet<CaseId> = whose().map(|whose| whose.case.clone()).collect();
    let known = |id: &&draad_core::ParticipantId| study.participants.contains_key(*id);
    let participant = whose().find_map(|whose| whose.participant.as_ref()).filter(known).cloned();
    let kind = request.kind.clone().or_else(|| kind(study, settled.survey.tool));
    let kind = kind.ok_or_else(|| Problem::KindNeeded { known: crate::named::kinds(&study.settings) })?;
    let mut units = answers.units.clone();
    if let Some(participant) = &participant {
        let speakers = units.iter_mut().filter_map(|unit| unit.speaker.as_mut());
        speakers.for_each(|speaker| *speaker = participant.to_string());
    }
    Ok(Source {
        id: source_id(&settled.file, &answers.person)?,
        cases: cases.into_iter().collect(),
        kind,
        date: answers.date,
        phase: None,
        participants: participant.into_iter().collect(),
        text: Text::new(answers.text.clone()),
        units,
        origin: Origin {
            file: settled.file.clone(),
            file_hash: settled.hash.clone(),
            reading: format!("{}; open answers", settled.survey.reading),
        },
        extra: Extra::new(),
    })
}

/// Refuses to replace a source that the user did not allow to replace, that came from elsewhere, or that people have
/// worked on.
fn check_replaceable(
    study: &Study,
    request: &Request,
    settled: &Settled,
    known: &Source,
) -> Result<(), Problem> {
    let id = || known.id.to_string();
    if known.origin.file != settled.file {
        return Err(Problem::SourceExists { source: id() });
    }
    if !request.replace {
        return Err(Problem::CorrectedVersion { source: id() });
    }
    let is_about = |about: &About| match about {
        About::Source(source) | About::Span(source, _) | About::Coding(_, source, _) => *source == known.id,
        _ => false,
    };
    let is_used = study.codings.iter().any(|coding| coding.source == known.id)
        || study.case_spans.iter().any(|part| part.source == known.id)
        || study.memberships.iter().flat_map(|row| &row.passages).any(|passage| passage.source == known.id)
        || study.memos.iter().any(|memo| memo.about.iter().any(is_about))
        || study.findings.iter().any(|finding| {
            finding.passages_for.iter().chain(&finding.passages_against).any(|one| one.source == known.id)
        });
    if is_used { Err(Problem::AnswersCoded { source: id() }) } else { Ok(()) }
}

/// The kind that a tool leaves no doubt about, where the study knows it.
fn kind(study: &Study, tool: Tool) -> Option<KindId> {
    let usual = if tool == Tool::MPath { "diary" } else { "survey" };
    study.settings.kinds.iter().map(|known| &known.id).find(|known| known.as_str() == usual).cloned()
}

/// The name of a source: `<file>-<person>`, in lower case, what cannot stand in a name as `-`.
fn source_id(file: &str, person: &str) -> Result<SourceId, Problem> {
    let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
    let allowed = |c: char| if c.is_alphanumeric() || "-_.()+&".contains(c) { c } else { '-' };
    let name: String = format!("{}-{person}", stem.trim()).to_lowercase().chars().map(allowed).collect();
    let name = name.trim_matches(['-', '.']);
    SourceId::new(name).ok_or_else(|| Problem::IdInvalid { id: name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_called_after_file_and_person() {
        for (file, person, id) in [
            ("Meting 1.csv", "R_2YP", "meting-1-r_2yp"),
            ("esm.csv", "101", "esm-101"),
            ("a.xlsx", "Anna / Bo", "a-anna---bo"),
        ] {
            assert_eq!(source_id(file, person).unwrap().as_str(), id);
        }
        assert!(source_id("a.csv", &"x".repeat(200)).is_err());
    }
}
