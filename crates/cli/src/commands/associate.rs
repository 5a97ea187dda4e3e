//! `draad associate`

use super::World;
use super::table::{Form, show};
use crate::args;
use crate::{Done, Failure};
use draad_core::TableOptions;

/// The table that it asks for.
const TABLE: &str = "association";

pub(crate) fn run(world: &World, args: args::Associate) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let (asked, association) = args.asked();
    let mut request = world.asked(&mut project, asked)?;
    request.options = TableOptions { association, ..request.options };
    let form = Form {
        cell: args.cell.as_deref(),
        part: args.part.as_deref(),
        target: world.target(project.words, args.format, args.out.as_deref())?,
    };
    show(world, &mut project, TABLE, request, &form)
}
