//! `draad table`

use super::World;
use crate::args::{self, TableFormat};
use crate::print::{Grid, wrap};
use crate::{Done, Failure};
use draad_app::passages::{CellEvidence, behind};
use draad_app::tables::{AnyTable, Request, table};
use draad_app::{Project, output, show};

/// Columns of a quote on the terminal.
const QUOTE_WIDTH: usize = 92;

pub(crate) fn run(world: &World, args: args::Table) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let words = project.words;
    let out = args.out.as_deref();
    let mut filter = world.filter(&project, args.filter)?;
    world.with_sets(&mut project, &args.sets, &mut filter)?;
    let request = Request { filter, by: args.by, outcome: args.outcome, unfolded: args.unfolded };
    if let Some(cell) = &args.cell {
        let evidence = world.expect(behind(&project, cell, &request), words)?;
        let text = match args.format {
            TableFormat::Text => evidence_text(&project, &evidence),
            TableFormat::Csv => output::csv(&evidence.table()),
            TableFormat::Excel => output::excel(&evidence.table()),
            TableFormat::Json => output::json(&evidence.table(), &request.filter),
            TableFormat::Md => output::markdown(&evidence.table(), &words),
        };
        return world.deliver(&words, out, &text);
    }
    let result = world.expect(table(&project, &args.name, &request), words)?;
    let text = match args.format {
        TableFormat::Text => text(&project, &result, world.terminal.width(out)),
        TableFormat::Csv => output::csv(&result.every_measure()),
        TableFormat::Excel => output::excel(&result.every_measure()),
        TableFormat::Json => output::json(&result.every_measure(), result.basis()),
        TableFormat::Md => markdown(&project, &result),
    };
    world.deliver(&words, out, &text)?;
    if let (TableFormat::Csv | TableFormat::Excel, Some(out)) = (args.format, out) {
        let notes = show::view(&project, &result).notes.join("\n") + "\n";
        return world.deliver(&words, Some(&out.with_extension("txt")), &notes);
    }
    Ok(Done::Fine)
}

fn markdown(project: &Project, result: &AnyTable) -> String {
    let view = show::view(project, result);
    format!("{}\n{}\n", output::markdown(&view.table(), &project.words), view.notes.join("\n\n"))
}

fn text(project: &Project, result: &AnyTable, width: Option<usize>) -> String {
    let view = show::view(project, result);
    let mut text = String::new();
    let mut grid = Grid::new(view.header.clone(), view.n_left);
    for section in &view.sections {
        if !section.title.is_empty() {
            grid.row(Vec::new());
            grid.row(vec![section.title.clone()]);
        }
        for row in &section.rows {
            grid.row(row.clone());
        }
    }
    text += &grid.fitted(width);
    text += "\n";
    for line in &view.notes {
        text += &(wrap(line, QUOTE_WIDTH).join("\n") + "\n");
    }
    text
}

fn evidence_text(project: &Project, evidence: &CellEvidence) -> String {
    let words = &project.words;
    let (case, factor) = (evidence.case.to_string(), evidence.factor.to_string());
    let args = [("case", case.into()), ("factor", factor.into()), ("n", evidence.passages.len().into())];
    let mut text = words.say_with("cell-title", args) + "\n";
    for shown in &evidence.passages {
        let place = shown.line.map_or(String::new(), |line| format!(":{line}"));
        let valences = shown
            .passage
            .valences
            .iter()
            .map(|valence| words.say(&format!("valence-{}", <&str>::from(*valence))));
        let valences = valences.collect::<Vec<_>>().join(" + ");
        let date = shown.passage.date.as_deref().unwrap_or_default();
        let date = date.strip_suffix(":00").unwrap_or(date).replace('T', " ");
        let facts = [
            valences,
            shown.speaker.clone(),
            shown.role.clone(),
            shown.phase.clone(),
            date,
            words.in_original(shown.passage.original),
            shown.coders.join(" + "),
        ];
        let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
        text += &format!("\n{}{place}  {facts}\n", shown.passage.source);
        let quote = if shown.passage.chars.is_some() {
            format!("“{}”", shown.passage.text)
        } else {
            words.say("cell-whole-source")
        };
        for line in wrap(&quote, QUOTE_WIDTH) {
            text += &format!("    {line}\n");
        }
        for memo in &shown.memos {
            text += &format!("    [{memo}]\n");
        }
    }
    text
}
