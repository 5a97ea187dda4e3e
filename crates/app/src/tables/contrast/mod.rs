//! `contrast`

mod factors;
mod pairs;

pub(super) use factors::deviant_lines;

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::results::Results;
use crate::show::{View, basis_note, group_name};
use draad_analysis::contrast::ContrastGroup;
use draad_analysis::table::Table;
use draad_analysis::{Basis, Contrast, ContrastOptions, Statement};
use draad_core::diagnostic::Outcome;
use draad_core::{AttributeId, CodeId};
use draad_words::Words;
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    name: "contrast",
    takes: &["outcome", "unfolded", "limit", "leave-out"],
    codes: Codes::Folded,
    compute,
};

/// A contrast, and how much of it to show.
struct Shown {
    contrast: Arc<Contrast>,
    limit: Option<usize>,
}

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let contrast = asked.shared(Results::contrast, || {
        let own = ContrastOptions::default();
        Contrast::from_facts(asked.project.study(), asked.facts, &asked.options, &own)
    })?;
    Ok(Box::new(Shown { contrast, limit: asked.request.options.limit }))
}

impl Answer for Shown {
    fn basis(&self) -> &Basis {
        &self.contrast.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.contrast.tables()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading = Reading { project, words: &project.words, contrast: &self.contrast, limit: self.limit };
        let mut views = vec![reading.factors()];
        views.extend(reading.deviant());
        views.push(reading.similar());
        views.push(reading.different());
        if let Some(last) = views.last_mut() {
            last.notes.push(basis_note(project, &self.contrast.basis));
        }
        views
    }

    fn statements(&self) -> Vec<Statement> {
        self.contrast.statements()
    }

    fn history(&self, project: &Project) -> Vec<String> {
        let n_cases = self.contrast.cases.len();
        let stated = self.contrast.groups.iter().filter(|group| group.level.is_some());
        let n_stated = stated.map(|group| group.cases.len()).sum::<usize>();
        let args = [("cases", n_cases.into()), ("stated", n_stated.into())];
        let pairs = [&self.contrast.similar, &self.contrast.different].map(|pairs| pairs.n_compared);
        let pairs = [("different", pairs[0].into()), ("same", pairs[1].into())];
        vec![
            project.words.say_with("contrast-history-cases", args),
            project.words.say_with("contrast-history-pairs", pairs),
        ]
    }
}

/// A contrast as people read it.
struct Reading<'a> {
    project: &'a Project,
    words: &'a Words,
    contrast: &'a Contrast,
    limit: Option<usize>,
}

impl Reading<'_> {
    fn group_name(&self, group: &ContrastGroup) -> String {
        outcome_name(self.words, group)
    }

    fn material_note(&self) -> String {
        let groups = self.contrast.groups.iter();
        let material =
            groups.map(|group| (self.group_name(group), group.cases.len(), group.n_sources, group.n_chars));
        material_note(self.words, material)
    }

    fn outcome_of(&self, case: usize) -> String {
        self.group_name(&self.contrast.groups[self.contrast.cases[case].group])
    }

    fn cases(&self, positions: impl IntoIterator<Item = usize>) -> String {
        let ids = positions.into_iter().map(|case| self.contrast.cases[case].id.to_string());
        ids.collect::<Vec<_>>().join(" ")
    }

    /// Returns cases as a list in a sentence, by id.
    fn case_list(&self, positions: impl IntoIterator<Item = usize>) -> String {
        let mut ids: Vec<&str> =
            positions.into_iter().map(|case| self.contrast.cases[case].id.as_str()).collect();
        ids.sort_unstable();
        ids.join(", ")
    }

    fn code_names(&self, codes: &[CodeId]) -> String {
        let (codebook, language) = (&self.project.study().codebook, self.words.language);
        let name = |id: &CodeId| codebook.get(id).map_or(id.as_str(), |code| code.name(language)).to_owned();
        codes.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    fn attribute_name(&self, id: &AttributeId) -> String {
        let known = self.project.study().settings.attribute(id.as_str());
        known.map_or_else(|| id.to_string(), |attribute| attribute.name(self.words.language))
    }

    /// Returns why outcomes cannot be compared, where that is so.
    fn undefined_note(&self) -> Option<String> {
        Some(self.words.say(match self.contrast.undefined?.counts() {
            Some(_) => "contrast-one-outcome",
            None => "contrast-no-outcome",
        }))
    }
}

/// Returns the name of an outcome, to stand in a sentence.
pub(super) fn outcome_name(words: &Words, group: &ContrastGroup) -> String {
    group_name(words, &group.key(), &group.label)
}

/// Returns how much material there is: of each group its name, cases, sources and characters.
pub(super) fn material_note(
    words: &Words,
    groups: impl Iterator<Item = (String, usize, usize, u64)>,
) -> String {
    let material = |(name, n_cases, n_sources, n_chars): (String, usize, usize, u64)| {
        let args = [
            ("name", name.into()),
            ("cases", words.say_with("n-cases", [("n", n_cases.into())]).into()),
            ("sources", words.say_with("n-sources", [("n", n_sources.into())]).into()),
            ("chars", words.whole(n_chars).into()),
        ];
        words.say_with("tensions-material-of", args)
    };
    let groups = groups.map(material).collect::<Vec<_>>().join("; ");
    words.say_with("contrast-material", [("groups", groups.into())])
}
