//! Who was heard, how, and in which phase of the research, as `design.toml` tells it.
//!
//! Numbers are those that people wrote down, not counts of what is in the study: much of what a design tells, such as a
//! session or a review, leaves no source. Methods with the same label, in any language, are one row.

mod plain;

use crate::{Basis, Options, problem};
use draad_core::design::{DesignMethod, Heard};
use draad_core::facts::Facts;
use draad_core::{Label, Problem, Study, StudyPhaseId, diagnostic::Outcome};
use serde::Serialize;

/// The design of a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StudyDesign {
    /// What it rests on.
    pub basis: Basis,
    /// Phases of the research, in the order of the file.
    pub phases: Vec<ResearchPhase>,
    /// Methods, in the order in which they first occur.
    pub methods: Vec<MethodRow>,
}

/// A phase of the research.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResearchPhase {
    /// The phase.
    pub id: StudyPhaseId,
    /// What people read; both parts may be empty.
    pub label: Label,
    /// What it should answer.
    pub question: Label,
}

/// A method, with what was done in each phase.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MethodRow {
    /// The name of the first of its sections.
    pub name: String,
    /// What people read; both parts may be empty.
    pub label: Label,
    /// Per phase who was heard; nothing where the method was not used.
    pub cells: Vec<Option<Vec<Group>>>,
}

/// People in a role, or things of a kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// What people read.
    pub label: Label,
    /// How many; nothing where nobody counted.
    pub n: Option<u32>,
}

impl MethodRow {
    /// Returns how many were heard in a phase, as far as somebody counted; nothing where nobody did.
    pub fn total(&self, phase: usize) -> Option<u32> {
        let counted = self.cells[phase].iter().flatten().filter_map(|group| group.n);
        counted.reduce(u32::saturating_add)
    }
}

impl StudyDesign {
    /// Lays out the design of a study.
    ///
    /// # Errors
    /// When the design is not described, or the filter names something the study does not have.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        options.check(study)?;
        let design = &study.design;
        let phases: Vec<ResearchPhase> = design
            .phase
            .iter()
            .map(|phase| ResearchPhase {
                id: phase.name.clone(),
                label: phase.label.clone(),
                question: phase.question.clone(),
            })
            .collect();
        let mut methods: Vec<MethodRow> = Vec::new();
        for method in &design.method {
            add(study, &phases, &mut methods, method);
        }
        if methods.is_empty() {
            return Err(problem(Problem::NothingToShow { reason: "no-design".to_owned() }));
        }
        Ok(Self { basis: Basis::new(study, facts, options, None), phases, methods })
    }
}

/// Puts a method into its row; one whose phase is not there is left out, as reading it has said.
fn add(study: &Study, phases: &[ResearchPhase], methods: &mut Vec<MethodRow>, method: &DesignMethod) {
    let Some(phase) = phases.iter().position(|phase| phase.id == method.phase) else { return };
    let is_same = |row: &MethodRow| !method.label.is_empty() && row.label == method.label;
    let place = methods.iter().position(is_same).unwrap_or_else(|| {
        let cells = vec![None; phases.len()];
        methods.push(MethodRow { name: method.name.to_string(), label: method.label.clone(), cells });
        methods.len() - 1
    });
    let heard = method.heard.iter().map(|heard| group(study, heard));
    methods[place].cells[phase].get_or_insert_default().extend(heard);
}

fn group(study: &Study, heard: &Heard) -> Group {
    let role = heard.role.as_ref();
    let known = role.and_then(|role| study.settings.role(role)).map(|role| role.label.clone());
    let named = role.map(|role| Label::new(role.as_str(), role.as_str()));
    let label = match heard.label.is_empty() {
        true => known.or(named).unwrap_or_default(),
        false => heard.label.clone(),
    };
    Group { label, n: heard.n }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use draad_core::Filter;
    use draad_core::design::DesignPhase;

    fn method(name: &str, label: &str, phase: &str, heard: Vec<Heard>) -> DesignMethod {
        let label = Label::new(label, "");
        DesignMethod { name: name.parse().unwrap(), label, phase: phase.parse().unwrap(), heard }
    }

    fn heard(role: &str, n: Option<u32>) -> Heard {
        Heard { role: role.parse().ok(), label: Label::default(), n }
    }

    #[test]
    fn methods_with_one_label_are_one_row_and_numbers_add_up_as_far_as_they_are_there() {
        let mut study = Sample::new().case("p01", "").done();
        study.design.phase = ["one", "two"]
            .map(|name| DesignPhase {
                name: name.parse().unwrap(),
                label: Label::default(),
                question: Label::default(),
            })
            .to_vec();
        study.design.method = vec![
            method("a", "interviews", "one", vec![heard("parent", Some(21)), heard("child", Some(27))]),
            method("b", "review", "two", Vec::new()),
            method("c", "interviews", "two", vec![heard("guide", None)]),
            method("d", "interviews", "three", vec![heard("guide", Some(1))]),
        ];
        let facts = Facts::new(&study, &Filter::default());
        let found = StudyDesign::from_facts(&study, &facts, &Options::default()).unwrap();
        let rows: Vec<&str> = found.methods.iter().map(|row| row.label.nl.as_str()).collect();
        assert_eq!(rows, ["interviews", "review"]);
        let totals = |row: usize| [0, 1].map(|phase| found.methods[row].total(phase));
        assert_eq!((totals(0), totals(1)), ([Some(48), None], [None, None]));
        assert_eq!(found.methods[1].cells, [None, Some(Vec::new())]);
        study.design = Default::default();
        let error = StudyDesign::from_facts(&study, &facts, &Options::default()).unwrap_err();
        assert_eq!(error.problem, Problem::NothingToShow { reason: "no-design".into() });
    }
}
