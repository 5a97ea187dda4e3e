//! Names as people say them: where an id is expected, the label of the study's languages will do.

use crate::Project;
use draad_core::{
    AttributeTest, CaseId, Filter, KindId, Label, ParticipantId, PhaseId, RoleId, Settings, Study,
};
use std::collections::BTreeSet;
use std::fmt::Display;

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
        filter.attributes = filter.attributes.into_iter().map(|test| self.test_named(test)).collect();
        filter
    }

    /// Returns a test with the level that its value is the label of: `constructiveness=constructief`.
    pub(crate) fn test_named(&self, mut test: AttributeTest) -> AttributeTest {
        test.value = level_called(self.study(), test.attribute.as_str(), &test.value);
        test
    }
}

/// Returns the case that a name means, by its id or its name; a name that means none stays as it is.
pub(crate) fn case_called(study: &Study, case: CaseId) -> CaseId {
    study.case_called(case.as_str()).map_or_else(|| case.clone(), |known| known.id.clone())
}

/// Returns the participant that a name means, by their id, or by a label or name that one of the people of these cases
/// has; a name that means none stays as it is.
pub(crate) fn participant_called(study: &Study, cases: &[CaseId], name: ParticipantId) -> ParticipantId {
    let in_case = |case: &CaseId| study.participant_called(name.as_str(), Some(case.as_str()));
    let called: BTreeSet<&ParticipantId> =
        cases.iter().filter_map(in_case).map(|person| &person.id).collect();
    match called.first() {
        Some(&known) if called.len() == 1 => known.clone(),
        _ => name,
    }
}

/// Returns the kind that a name means, by its id or its label; a name that means none stays as it is.
pub(crate) fn kind_called(settings: &Settings, kind: KindId) -> KindId {
    one_by_label(kind, settings.kinds.iter().map(|kind| (&kind.id, &kind.label)))
}

/// Returns the phase that a name means, by its id or its label; a name that means none stays as it is.
pub(crate) fn phase_called(settings: &Settings, phase: PhaseId) -> PhaseId {
    one_by_label(phase, settings.phases.iter().map(|phase| (&phase.id, &phase.label)))
}

/// Returns the role that a name means, by its id or its label; a name that means none stays as it is.
pub(crate) fn role_called(settings: &Settings, role: RoleId) -> RoleId {
    one_by_label(role, settings.roles.iter().map(|role| (&role.id, &role.label)))
}

/// Returns the kinds of a study, each with its label where that says something else: `diary (dagboek), chat`.
pub(crate) fn kinds(settings: &Settings) -> String {
    let named = settings.kinds.iter().map(|kind| match kind.name(settings.language) {
        label if label == kind.id.as_str() => label,
        label => format!("{} ({label})", kind.id),
    });
    named.collect::<Vec<_>>().join(", ")
}

fn one_by_label<'a, Id: Clone + Display + PartialEq + 'a>(
    name: Id,
    known: impl Iterator<Item = (&'a Id, &'a Label)> + Clone,
) -> Id {
    let mut names = [name];
    by_label(&mut names, known);
    let [name] = names;
    name
}

/// Replaces each label in `names` that means exactly one id by that id.
fn by_label<'a, Id: Clone + Display + PartialEq + 'a>(
    names: &mut [Id],
    known: impl Iterator<Item = (&'a Id, &'a Label)> + Clone,
) {
    for name in names.iter_mut().filter(|name| !known.clone().any(|(id, _)| id == *name)) {
        let text = name.to_string();
        let mut meant = known.clone().filter(|(_, label)| label.is(&text)).map(|(id, _)| id);
        if let (Some(id), None) = (meant.next(), meant.next()) {
            *name = id.clone();
        }
    }
}

/// Returns the level of a choice that `text` is the label of, or else `text`.
fn level_called(study: &Study, attribute: &str, text: &str) -> String {
    let levels = study.settings.attribute(attribute).map_or(&[][..], |attribute| &attribute.levels);
    let level = levels.iter().find(|level| level.label.is(text));
    level.map_or_else(|| text.to_owned(), |level| level.id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Case, Language, Participant};

    #[test]
    fn people_are_called_by_a_label_that_one_of_these_cases_has() {
        let mut study = Study::new(Settings::new("s", "S", Language::Nl));
        let [one, two] = ["p01", "p02"].map(|id| CaseId::new(id).unwrap());
        for id in [&one, &two] {
            let name = format!("Casus {id}");
            study.cases.insert(id.clone(), Case { id: id.clone(), name, attributes: Default::default() });
            let person = Participant {
                id: ParticipantId::new(&format!("{id}-moeder")).unwrap(),
                role: RoleId::new("parent").unwrap(),
                cases: vec![id.clone()],
                labels: vec!["Moeder".to_owned()],
                name: String::new(),
                extra: Default::default(),
            };
            study.participants.insert(person.id.clone(), person);
        }
        let called = |cases: &[CaseId], name: &str| {
            participant_called(&study, cases, ParticipantId::new(name).unwrap()).to_string()
        };
        assert_eq!(called(std::slice::from_ref(&two), "moeder"), "p02-moeder");
        assert_eq!(called(&[one.clone(), two.clone()], "Moeder"), "Moeder");
        assert_eq!(called(&[one.clone(), two], "p01-moeder"), "p01-moeder");
        assert_eq!(called(&[], "Moeder"), "Moeder");
        assert_eq!(case_called(&study, CaseId::new("casus p01").unwrap()), one);
        assert_eq!(case_called(&study, CaseId::new("casus 9").unwrap()).as_str(), "casus 9");
    }
}
