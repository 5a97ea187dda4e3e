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
    let form = Form::new(world, &project, &args.output)?;
    show(world, &mut project, TABLE, request, &form)
}
