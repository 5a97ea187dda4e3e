//! Names as people say them: where an id is expected, the label of the study's languages will do.

use crate::Project;
use draad_core::{Filter, Label, Language, Study};
use std::fmt::Display;

const LANGUAGES: [Language; 2] = [Language::Nl, Language::En];

impl Project {
    /// Returns the filter with ids in place of labels: `--role ouder` means the role whose label that is. What is neither
    /// an id nor a label stays as it is, to be reported by whoever uses the filter.
    pub fn named(&self, mut filter: Filter) -> Filter {
        let study = self.study();
        let settings = &study.settings;
        by_label(&mut filter.roles, settings.roles.iter().map(|role| (&role.id, &role.label)));
        by_label(&mut filter.kinds, settings.kinds.iter().map(|kind| (&kind.id, &kind.label)));
        by_label(&mut filter.phases, settings.phases.iter().map(|phase| (&phase.id, &phase.label)));
        by_label(&mut filter.codes, study.codebook.codes.values().map(|code| (&code.id, &code.name)));
        for test in &mut filter.attributes {
            test.value = level_called(study, test.attribute.as_str(), &test.value);
        }
        filter
    }
}

/// Replaces each label in `names` that means exactly one id by that id.
fn by_label<'a, Id: Clone + Display + PartialEq + 'a>(
    names: &mut [Id],
    known: impl Iterator<Item = (&'a Id, &'a Label)> + Clone,
) {
    for name in names.iter_mut().filter(|name| !known.clone().any(|(id, _)| id == *name)) {
        let text = name.to_string();
        let mut meant = known.clone().filter(|(_, label)| is_called(label, &text)).map(|(id, _)| id);
        if let (Some(id), None) = (meant.next(), meant.next()) {
            *name = id.clone();
        }
    }
}

/// Returns the level of a choice that `text` is the label of, or else `text`.
fn level_called(study: &Study, attribute: &str, text: &str) -> String {
    let levels = study.settings.attribute(attribute).map_or(&[][..], |attribute| &attribute.levels);
    let level = levels.iter().find(|level| is_called(&level.label, text));
    level.map_or_else(|| text.to_owned(), |level| level.id.to_string())
}

fn is_called(label: &Label, text: &str) -> bool {
    let text = text.to_lowercase();
    LANGUAGES.iter().any(|language| label.get(*language).to_lowercase() == text)
}
