//! `draad data`

use super::World;
use super::tabular::Tabular;
use crate::args;
use crate::{Done, Failure};
use draad_app::export::{Single, listed, single};

pub(crate) fn run(world: &World, args: args::Data) -> Result<Done, Failure> {
    let project = world.open()?;
    let words = project.words;
    let target = world.target(words, args.format, args.out.as_deref())?;
    let Some(name) = &args.name else {
        return Tabular::list(listed(&project), &words).deliver(world, &project, &target);
    };
    let filter = world.filter(&project, args.filter)?;
    let basis = serde_json::json!({ "filter": &filter, "fingerprint": project.loaded.fingerprint });
    let Single { table, title, meanings, notes } = world.expect(single(&project, name, &filter), words)?;
    let mut tabular = Tabular { basis, definitions: meanings, ..Tabular::list(table, &words) };
    for view in &mut tabular.views {
        view.title.clone_from(&title);
        view.notes.clone_from(&notes);
    }
    tabular.deliver(world, &project, &target)
}
