//! Adjudication: people decide where coders read a passage differently, and what they decide becomes a layer of codings.

mod close;
mod decide;
pub(crate) mod list;
#[cfg(test)]
mod tests;
mod wish;

use crate::Project;
use draad_analysis::Options;
use draad_analysis::adjudication::usual_layer;
use draad_core::diagnostic::Outcome;
use draad_core::{
    Adjudication, CoderId, CoderPolicy, Diagnostic, Filter, Place, Problem, Severity, SourceId, Study,
    Verdict,
};
use draad_store::paths;
use draad_words::Words;

pub use decide::{Adjudicated, Closed, Decisions, adjudicate};
pub use draad_analysis::Layer;
pub use draad_analysis::adjudication::Standing;
pub use draad_analysis::disagreement::{CoderReading, Stretch};
pub use list::{Listed, Which, in_context, open};
pub use wish::{Asked, Wish, names, read_decisions};

/// Returns the layer that is meant, and how far its decisions are, of the part of the study that passes.
///
/// # Errors
/// When the name is that of a coder, the filter names something the study does not have, or there is nothing to compare.
pub fn layer(project: &Project, named: Option<&CoderId>, filter: &Filter) -> Outcome<Layer> {
    let study = project.study();
    let name = layer_called(study, named)?;
    Layer::from_study(study, &name, &options(project, filter.clone()))
}

fn options(project: &Project, filter: Filter) -> Options {
    Options { filter, fingerprint: project.loaded.fingerprint.clone(), ..Options::default() }
}

/// Returns the name of the layer, which must not be that of somebody who codes.
fn layer_called(study: &Study, named: Option<&CoderId>) -> Outcome<CoderId> {
    let layer = named.cloned().unwrap_or_else(|| usual_layer(study));
    let is_layer = study.adjudications.contains_key(&layer)
        || matches!(&study.settings.coder_policy, CoderPolicy::Adjudicated { coder } if *coder == layer);
    if !is_layer && study.coders().contains(&layer) {
        return fail(Problem::LayerIsCoder { layer: layer.to_string() });
    }
    Ok(layer)
}

/// Returns a decision as people read it: what, by whom, when, and why.
pub fn decision_text(words: &Words, row: &Adjudication) -> String {
    let key = if row.verdict == Verdict::NotCoded { "not-coded" } else { "coded" };
    let date = row.created.map_or("none".to_owned(), |moment| moment.strftime("%Y-%m-%d").to_string());
    let places: Vec<String> = row.coded.iter().map(ToString::to_string).collect();
    let places = if places.is_empty() { "none".to_owned() } else { places.join(", ") };
    let args = [
        ("decision", words.say(&format!("adjudication-{key}")).into()),
        ("places", places.into()),
        ("by", row.by.join(", ").into()),
        ("date", date.into()),
    ];
    let memo =
        if row.memo.is_empty() { String::new() } else { format!(" [{}]", row.memo.replace('\n', " ")) };
    words.say_with("adjudicate-decided", args) + &memo
}

/// Adds warnings about sources that were adjudicated and whose codings changed since.
pub fn check(project: &mut Project) {
    let study = project.study();
    let warnings: Vec<Diagnostic> =
        study.adjudications.keys().flat_map(|layer| stale(project, study, layer)).collect();
    project.loaded_mut().diagnostics.extend(warnings);
}

fn stale(project: &Project, study: &Study, name: &CoderId) -> Vec<Diagnostic> {
    let layer = Layer::of(study, name, &options(project, Filter::default()));
    let place = Place::file(paths::adjudication(name));
    let closed = layer.sources.iter().filter(|source| source.closed.is_some());
    let problem = |progress: &draad_analysis::adjudication::SourceProgress| {
        let source = study.sources[progress.source as usize].id.to_string();
        let layer = name.to_string();
        match progress.n_open {
            0 => progress.is_outdated.then_some(Problem::LayerOutdated { source, layer }),
            n_open => Some(Problem::SourceReopened { source, layer, n_open }),
        }
    };
    let warning = |problem| Diagnostic { severity: Severity::Warning, place: place.clone(), problem };
    closed.filter_map(problem).map(warning).collect()
}

/// Returns the position of a source in the study.
fn position(study: &Study, source: &SourceId) -> Outcome<u32> {
    let found = study.sources.get_index_of(source).map(|position| position as u32);
    found.map_or_else(|| fail(crate::coding::unknown_source(study, source)), Ok)
}

fn fail<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}
