//! How the positions of each source are read: stated by the user, evident, or as in the rest of the project.

use super::is_ours;
use super::jobs::Job;
use crate::File;
use crate::coded::CodedOptions;
use crate::coded::positions::{
    Candidate, Chosen as Choice, Grounds, Judgement, PositionReading, Readings, Score, is_known, judge,
    readings_of,
};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use rayon::prelude::*;

/// How the positions of a source are read, and as it stands in `sources.csv`.
pub(super) struct Chosen {
    pub(super) reading: PositionReading,
    pub(super) words: String,
}

/// Chooses a reading for every source.
///
/// # Errors
/// `PositionsUnclear` when for some source neither the evidence, nor the rest of the project, nor what is known of the
/// program tells how.
pub(super) fn choose(
    file: &File,
    origin: &str,
    jobs: &[Job],
    options: &CodedOptions,
    diagnostics: &mut Vec<Diagnostic>,
) -> Outcome<Vec<Chosen>> {
    let habit = readings_of(origin);
    let judged = |job: &Job, prior: Readings| match stated(job, origin, options) {
        Some(reading) => Judgement::Clear(Choice {
            reading,
            same: Readings::default().with(reading),
            score: Score::default(),
            grounds: Grounds::NoDifference,
        }),
        None => match &job.found.raw {
            Some(text) => judge(text, &job.marked(), prior),
            None => judge("", &[], prior),
        },
    };
    let mut judgements: Vec<Judgement> = jobs.par_iter().map(|job| judged(job, habit)).collect();
    let is_agreed = match agreed(&judgements, habit) {
        Some(prior) => {
            let open =
                jobs.par_iter().zip(judgements.par_iter_mut()).filter(|(_, judgement)| is_open(judgement));
            open.for_each(|(job, judgement)| *judgement = judged(job, prior));
            true
        }
        None => false,
    };
    let mut assumed = Vec::new();
    let mut unclear = Vec::new();
    let mut chosen = Vec::with_capacity(jobs.len());
    for (job, judgement) in jobs.iter().zip(judgements) {
        match judgement {
            Judgement::Clear(choice) => {
                if choice.grounds == Grounds::Prior && !is_agreed && !is_known(origin) {
                    assumed.push((job.name.as_str(), choice.reading));
                }
                chosen.push(described(job, &choice));
            }
            Judgement::Unclear(candidates) => unclear.push((job.name.as_str(), candidates)),
        }
    }
    refuse(file, &unclear)?;
    diagnostics.extend(warning(file, &assumed));
    Ok(chosen)
}

/// Returns what the user says about a source, or what is certain because our own program wrote it.
fn stated(job: &Job, origin: &str, options: &CodedOptions) -> Option<PositionReading> {
    options.reading_of(&job.name).or(is_ours(origin).then(PositionReading::default))
}

/// Returns the readings that all sources with clear evidence have in common: one program counts in one way.
fn agreed(judgements: &[Judgement], habit: Readings) -> Option<Readings> {
    let evident = judgements.iter().filter_map(|judgement| match judgement {
        Judgement::Clear(Choice { grounds: Grounds::Evidence, same, .. }) => Some(*same),
        _ => None,
    });
    let common = evident.reduce(Readings::and).filter(|common| !common.is_empty())?;
    let likely = common.and(habit);
    Some(if likely.is_empty() { common } else { likely })
}

fn is_open(judgement: &Judgement) -> bool {
    match judgement {
        Judgement::Clear(chosen) => chosen.grounds != Grounds::Evidence,
        Judgement::Unclear(_) => true,
    }
}

fn described(job: &Job, choice: &Choice) -> Chosen {
    let mut parts = vec![choice.reading.to_string()];
    if !job.found.reading.is_empty() {
        parts.insert(0, job.found.reading.clone());
    }
    if choice.score.n > 0 {
        parts.push(choice.score.to_string());
    }
    if choice.grounds == Grounds::Prior {
        parts.push("assumed".to_owned());
    }
    let words = if job.found.raw.is_some() { parts.join("; ") } else { String::new() };
    Chosen { reading: choice.reading, words }
}

fn refuse(file: &File, unclear: &[(&str, Vec<Candidate>)]) -> Outcome<()> {
    let Some((source, candidates)) = unclear.first() else { return Ok(()) };
    const SHOWN: usize = 6;
    let shown = candidates.iter().take(SHOWN).map(|candidate| {
        let examples: String = candidate.examples.iter().map(|example| format!("\n    {example}")).collect();
        format!("\n  {} ({}){examples}", candidate.reading, candidate.score)
    });
    let candidates = shown.collect::<String>();
    let n_others = unclear.len() - 1;
    Err(file.fails(Problem::PositionsUnclear { source: (*source).to_owned(), candidates, n_others }))
}

fn warning(file: &File, assumed: &[(&str, PositionReading)]) -> Option<Diagnostic> {
    const SHOWN: usize = 5;
    let (_, reading) = assumed.first()?;
    let mut sources = assumed.iter().take(SHOWN).map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    if assumed.len() > SHOWN {
        sources.push_str(", …");
    }
    let problem =
        Problem::PositionsAssumed { reading: reading.to_string(), n_sources: assumed.len(), sources };
    Some(Diagnostic::warning(file.place(None), problem))
}
