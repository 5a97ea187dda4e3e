//! `draad figure`

use super::World;
use crate::args::{self, FigureFormat};
use crate::{Done, Failure};
use draad_app::figures::{
    Choices, FileFormat, PageFormat, SizeBy, SolutionKind, Style, Theme, figure, files,
};
use draad_app::output::write_file;
use draad_app::tables::Request;
use draad_core::TableOptions;

/// Where figures of a part of the study go, so that they do not replace those of the whole.
const FILTERED: &str = "output/filtered/figures";

pub(crate) fn run(world: &World, args: args::Figure) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let mut filter = world.filter(&project, args.filter)?;
    world.with_sets(&mut project, &args.sets, &mut filter)?;
    let words = project.words;
    let options = TableOptions { qca: args.analysis.into(), ..args.comparison.into() };
    let request = Request { filter, by: args.by, outcome: args.outcome, unfolded: args.unfolded, options };
    let style = Style { format: page(args.page), theme: theme(args.theme), ..Style::new(words) };
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
    let formats: Vec<FileFormat> = args.format.iter().map(|format| file_format(*format)).collect();
    let folder = match &args.out {
        Some(folder) => folder.clone(),
        None => project.folder.path(if request.filter.is_empty() && args.sets.is_empty() {
            "output/figures"
        } else {
            FILTERED
        }),
    };
    for (name, bytes) in world.expect(files(&drawn, &formats, u32::from(args.dpi)), words)? {
        let path = folder.join(name);
        world.expect(write_file(&path, &bytes), words)?;
        world.print(&words, &path.display().to_string())?;
    }
    world.terminal.say(&format!("\n{}", drawn.caption));
    Ok(Done::Fine)
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
    }
}

fn solution(solution: args::Solution) -> SolutionKind {
    match solution {
        args::Solution::Conservative => SolutionKind::Conservative,
        args::Solution::Parsimonious => SolutionKind::Parsimonious,
        args::Solution::Intermediate => SolutionKind::Intermediate,
    }
}

fn file_format(format: FigureFormat) -> FileFormat {
    match format {
        FigureFormat::Svg => FileFormat::Svg,
        FigureFormat::Png => FileFormat::Png,
        FigureFormat::Pdf => FileFormat::Pdf,
    }
}
