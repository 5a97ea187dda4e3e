//! `draad table`

use super::tabular::Tabular;
use super::{World, passage};
use crate::args::{self, TableOutputArgs};
use crate::{Done, Failure};
use draad_app::format::{Format, Target};
use draad_app::passages::{CellEvidence, behind};
use draad_app::show::View;
use draad_app::tables::{Request, listed};
use draad_app::{Project, output};

pub(crate) fn run(world: &World, args: args::Table) -> Result<Done, Failure> {
    let mut project = world.open()?;
    if args.list {
        let target = world.target(project.words, args.output.format, args.output.out.as_deref())?;
        return Tabular::list(listed(&project), &project.words).deliver(world, &project, &target);
    }
    let request = world.asked(&mut project, args.asked)?;
    let form = Form::new(world, &project, &args.output)?;
    show(world, &mut project, &args.name, request, &form)
}

/// What of a table is shown, and how.
pub(super) struct Form<'a> {
    /// The passages behind this cell.
    pub(super) cell: Option<&'a str>,
    /// One part of several.
    pub(super) part: Option<&'a str>,
    /// In which form, and to which file.
    pub(super) target: Target,
}

impl<'a> Form<'a> {
    /// Reads it from the flags that table commands share.
    pub(super) fn new(world: &World, project: &Project, args: &'a TableOutputArgs) -> Result<Self, Failure> {
        let target = world.target(project.words, args.format, args.out.as_deref())?;
        Ok(Self { cell: args.cell.as_deref(), part: args.part.as_deref(), target })
    }
}

/// Computes a table by its name and shows it, a part of it, or the passages behind one of its cells.
pub(super) fn show(
    world: &World,
    project: &mut Project,
    name: &str,
    request: Request,
    form: &Form,
) -> Result<Done, Failure> {
    let words = project.words;
    let found = world.table(project, name, request)?;
    let project: &Project = project;
    if let Some(cell) = form.cell {
        let evidence = world.expect(behind(project, cell, &found), words)?;
        return deliver_evidence(world, project, &found.request, &evidence, &form.target);
    }
    let answer = world.expect(found.answer(project), words)?;
    let tabular = Tabular {
        kind: found.kind(),
        tables: answer.tables(),
        basis: plain(answer.basis()),
        views: found.views(project, &*answer),
        definitions: Vec::new(),
    };
    let tabular = match form.part {
        Some(part) => world.expect(tabular.only(part, &words), words)?,
        None if matches!(form.target.format, Format::Text | Format::Md | Format::Html) => {
            tabular.in_short(answer.details(), &words)
        }
        None => tabular,
    };
    tabular.deliver(world, project, &form.target)
}

fn plain(basis: &impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(basis).expect("a basis has plain fields")
}

fn deliver_evidence(
    world: &World,
    project: &Project,
    request: &Request,
    evidence: &CellEvidence,
    target: &Target,
) -> Result<Done, Failure> {
    let (words, out) = (project.words, target.file.as_deref());
    match target.format {
        Format::Text => world.deliver(&words, out, &evidence_text(project, evidence)),
        Format::Md => world.deliver(&words, out, &output::markdown(&evidence.table(), &words)),
        _ => Tabular::one(evidence.table(), plain(&request.filter), View::default())
            .deliver(world, project, target),
    }
}

fn evidence_text(project: &Project, evidence: &CellEvidence) -> String {
    let words = &project.words;
    let args = [("cell", evidence.title.clone().into()), ("n", evidence.passages.len().into())];
    let mut text = words.say_with("cell-title", args) + "\n";
    for shown in &evidence.passages {
        let place = shown.line.map_or(String::new(), |line| format!(":{line}"));
        let valences = shown
            .passage
            .valences
            .iter()
            .map(|valence| words.say(&format!("valence-{}", <&str>::from(*valence))));
        let valences = valences.collect::<Vec<_>>().join(" + ");
        let facts = [
            valences,
            shown.speaker.clone(),
            shown.role.clone(),
            shown.phase.clone(),
            passage::moment(shown.passage.date.as_deref()),
            words.in_original(shown.passage.original),
            shown.coders.join(" + "),
        ];
        let factor = if evidence.says_factor { shown.factor.as_str() } else { "" };
        let words_said = shown.passage.chars.map(|_| shown.passage.text.as_str());
        text += &passage::text(words, &format!("{}{place}", shown.passage.source), factor, facts, words_said);
        for memo in &shown.memos {
            text += &format!("    [{memo}]\n");
        }
    }
    text
}
