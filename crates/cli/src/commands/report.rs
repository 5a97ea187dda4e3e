//! `draad report`

use super::World;
use crate::{Done, Failure, args};
use draad_app::output::write_file;
use draad_app::report::html;
use draad_app::tables::Request;

pub(crate) fn run(world: &World, args: args::Report) -> Result<Done, Failure> {
    let project = world.open()?;
    let words = project.words;
    // parent codes would repeat every passage of the codes below them
    let request = Request { filter: args.filter.filter(), outcome: args.outcome, unfolded: true, ..Request::default() };
    let command =
        std::iter::once("draad".to_owned()).chain(std::env::args().skip(1)).collect::<Vec<_>>().join(" ");
    let page = world.expect(html(&project, &request, &command), words)?;
    let path = match &args.out {
        Some(file) => world.current.join(file),
        None => project.folder.path("output/report.html"),
    };
    world.expect(write_file(&path, page.as_bytes()), words)?;
    world.terminal.say(&words.say_with("report-written", [("file", path.display().to_string().into())]));
    Ok(Done::Fine)
}
