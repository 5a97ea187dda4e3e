//! `draad explain`

use super::World;
use super::tabular::Tabular;
use crate::{Done, Failure, args};
use draad_app::explain::{explain, table_of};

pub(crate) fn run(world: &World, args: args::Explain) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let words = project.words;
    let target = world.target(words, args.format, args.out.as_deref())?;
    let mut request = world.asked(&mut project, args.asked)?;
    let (name, by) = table_of(&project, &args.result);
    request.by = request.by.or(by);
    let found = world.table(&mut project, &name, request)?;
    let explained = world.expect(explain(&project, &found), words)?;
    let basis = serde_json::json!({ "result": explained.title, "rules": explained.rules });
    let tabular = Tabular::one(explained.table(), basis, explained.view(&project));
    tabular.deliver(world, &project, &target)
}
