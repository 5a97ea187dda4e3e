//! `draad figure`

use super::World;
use super::tabular::Tabular;
use crate::args::{self, FigureFormat, TableFormat};
use crate::{Done, Failure};
use clap::ValueEnum;
use draad_app::Project;
use draad_app::figures::{
    self, Choices, FileFormat, PageFormat, SizeBy, SolutionKind, Style, Theme, figure, files,
};
use draad_app::output::write_files;
use draad_app::tables::Request;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, TableOptions};

/// Where figures of a part of the study go, so that they do not replace those of the whole.
const FILTERED: &str = "output/filtered/figures";

pub(crate) fn run(world: &World, args: args::Figure) -> Result<Done, Failure> {
    let mut project = world.open()?;
    if args.list {
        return list(world, &project, &args);
    }
    let formats = world.expect(drawn_formats(&args), project.words)?;
    let mut filter = world.filter(&project, args.filter)?;
    world.with_sets(&mut project, &args.sets, &mut filter)?;
    let words = project.words;
    let options = TableOptions { qca: args.analysis.into(), ..args.comparison.into() };
    let request = Request { filter, by: args.by, outcome: args.outcome, unfolded: args.unfolded, options };
    let style =
        Style { format: page(args.page), theme: theme(args.theme), transparent: args.transparent, words };
    let size = match args.size {
        args::SizeBy::Passages => SizeBy::Passages,
        args::SizeBy::Sources => SizeBy::Sources,
    };
    let choices = Choices {
        size,
        typical_of: args.typical_of,
        source: args.source,
        coefficient: args.coefficient,
        solution: args.solution.map(solution),
        term: args.term,
    };
    let drawn = world.expect(figure(&project, &args.name, &request, &style, &choices), words)?;
    let folder = match &args.out {
        Some(folder) => folder.clone(),
        None => project.folder.path(if request.filter.is_empty() && args.sets.is_empty() {
            "output/figures"
        } else {
            FILTERED
        }),
    };
    let files = world.expect(files(&drawn, &formats, u32::from(args.dpi)), words)?;
    let files: Vec<_> = files.into_iter().map(|(name, bytes)| (folder.join(name), bytes)).collect();
    world.expect(write_files(&files), words)?;
    for (path, _) in &files {
        world.print(&words, &path.display().to_string())?;
    }
    world.terminal.say(&format!("\n{}", drawn.caption));
    Ok(Done::Fine)
}

/// Prints the names of the figures, with what each argues.
fn list(world: &World, project: &Project, args: &args::Figure) -> Result<Done, Failure> {
    let format = args.format.iter().find_map(|format| list_format(*format));
    let target = world.target(project.words, format, args.out.as_deref())?;
    Tabular::list(figures::listed(project.words), &project.words).deliver(world, project, &target)
}

/// Returns in which formats the figure is drawn.
fn drawn_formats(args: &args::Figure) -> Outcome<Vec<FileFormat>> {
    let unfit = |format: &FigureFormat| {
        let format = format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        Box::new(Diagnostic::error(Place::default(), Problem::FigureFormatUnfit { format }))
    };
    args.format.iter().map(|format| file_format(*format).ok_or_else(|| unfit(format))).collect()
}

fn page(page: args::Page) -> PageFormat {
    match page {
        args::Page::OneColumn => PageFormat::OneColumn,
        args::Page::OneAndHalf => PageFormat::OneAndHalf,
        args::Page::TwoColumns => PageFormat::TwoColumns,
        args::Page::A4 => PageFormat::A4Portrait,
        args::Page::A4Landscape => PageFormat::A4Landscape,
        args::Page::Slide => PageFormat::Slide,
    }
}

fn theme(theme: args::Theme) -> Theme {
    match theme {
        args::Theme::Colour => Theme::COLOUR,
        args::Theme::Grey => Theme::GREY,
        args::Theme::Dark => Theme::DARK,
    }
}

fn solution(solution: args::Solution) -> SolutionKind {
    match solution {
        args::Solution::Conservative => SolutionKind::Conservative,
        args::Solution::Parsimonious => SolutionKind::Parsimonious,
        args::Solution::Intermediate => SolutionKind::Intermediate,
    }
}

fn file_format(format: FigureFormat) -> Option<FileFormat> {
    match format {
        FigureFormat::Svg => Some(FileFormat::Svg),
        FigureFormat::Png => Some(FileFormat::Png),
        FigureFormat::Pdf => Some(FileFormat::Pdf),
        FigureFormat::Csv | FigureFormat::Json | FigureFormat::Html | FigureFormat::Arrow => None,
    }
}

fn list_format(format: FigureFormat) -> Option<TableFormat> {
    match format {
        FigureFormat::Svg | FigureFormat::Png | FigureFormat::Pdf => None,
        FigureFormat::Csv => Some(TableFormat::Csv),
        FigureFormat::Json => Some(TableFormat::Json),
        FigureFormat::Html => Some(TableFormat::Html),
        FigureFormat::Arrow => Some(TableFormat::Arrow),
    }
}
