//! Disagreements to look at: each in its context, with all readings.

use super::layer;
use super::wish::called;
use crate::Project;
use crate::quotes::context::around;
use draad_analysis::Layer;
use draad_analysis::adjudication::State;
use draad_analysis::disagreement::Stretch;
use draad_core::diagnostic::Outcome;
use draad_core::facts::Places;
use draad_core::{CoderId, Filter, SourceId, Study};

/// Words of context on either side.
const CONTEXT: usize = 12;

/// Which disagreements.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Which {
    /// The layer; nothing means the usual one.
    pub layer: Option<CoderId>,
    /// Those about this part of the study.
    pub filter: Filter,
    /// Those in these sources; none means all.
    pub sources: Vec<SourceId>,
    /// Only these, by name or how it begins, open or not; none means all that are open.
    pub ids: Vec<String>,
}

/// A stretch with what a front end shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Position among the stretches of the layer.
    pub stretch: usize,
    /// Line in the stored text, counted from 1; nothing for a whole source.
    pub line: Option<u32>,
    /// The speaker's pseudonym, or the label in the source; empty where nobody knows.
    pub speaker: String,
    /// From which position the speaker speaks, as people read it; empty where nobody knows.
    pub role: String,
    /// Text before the words, within the unit.
    pub before: String,
    /// The words; empty for a whole source.
    pub words: String,
    /// Text after them.
    pub after: String,
}

/// Returns how far the layer is, and the stretches that are open in it or were asked for by name, as positions among its
/// stretches, in order of place.
///
/// # Errors
/// As [`layer`](super::layer); or a source or a name is unknown.
pub fn open(project: &Project, which: &Which) -> Outcome<(Layer, Vec<usize>)> {
    let study = project.study();
    let sources: Vec<u32> =
        which.sources.iter().map(|source| super::position(study, source)).collect::<Outcome<_>>()?;
    let layer = layer(project, which.layer.as_ref(), &which.filter)?;
    if !which.ids.is_empty() {
        let named = which.ids.iter().map(|id| called(&layer, id).or_else(super::fail));
        let mut named: Vec<usize> = named.collect::<Outcome<_>>()?;
        named.sort_unstable();
        named.dedup();
        return Ok((layer, named));
    }
    let is_open = |&position: &usize| {
        let source = layer.compared.stretches[position].source;
        layer.states[position] == State::Open && (sources.is_empty() || sources.contains(&source))
    };
    let open = (0..layer.states.len()).filter(is_open).collect();
    Ok((layer, open))
}

/// Returns stretches with what a front end shows of them.
pub fn in_context(project: &Project, layer: &Layer, stretches: &[usize]) -> Vec<Listed> {
    let places = Places::new(project.study());
    let one = |&position: &usize| {
        shown(project, project.study(), &places, position, &layer.compared.stretches[position])
    };
    stretches.iter().map(one).collect()
}

/// Returns a stretch in its context; `position` is among those of its layer.
pub(crate) fn shown(
    project: &Project,
    study: &Study,
    places: &Places,
    position: usize,
    stretch: &Stretch,
) -> Listed {
    let source = &study.sources[stretch.source as usize];
    let span = stretch.chars.and_then(|chars| source.text.span(chars));
    let mut listed = Listed {
        stretch: position,
        line: span.map(|span| source.line_of(span.start())),
        speaker: String::new(),
        role: String::new(),
        before: String::new(),
        words: span.and_then(|span| source.text.get(span)).unwrap_or_default().to_owned(),
        after: String::new(),
    };
    let Some(span) = span else { return listed };
    let unit = source.unit_of(span);
    let label = unit.and_then(|unit| source.units[unit].speaker.as_deref());
    listed.speaker = label.map_or_else(String::new, |label| study.speaker_name(label, source));
    let setting = places.source(stretch.source).map(|places| places.setting(unit));
    let role = setting.and_then(|setting| setting.role).map(|role| &study.settings.roles[role as usize]);
    listed.role = role.map_or_else(String::new, |role| role.name(project.words.language));
    (listed.before, listed.after) = around(source, span, CONTEXT);
    listed
}
