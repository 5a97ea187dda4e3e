//! `draad agree`

use super::World;
use super::quotes::document_text;
use super::table::{Form, show};
use super::tabular::Tabular;
use crate::args::{self, QuoteFormat};
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::disagreements::Listing;
use draad_app::format::{Format, Target};
use draad_app::output;
use draad_app::show::View;
use draad_app::tables::Request;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use std::path::Path;

/// The table that it asks for.
const TABLE: &str = "agreement";

pub(crate) fn run(world: &World, args: args::Agree) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let words = project.words;
    if args.list {
        return list(world, &project, args);
    }
    let (options, unfolded) = (args.options(), args.unfolded);
    let mut filter = world.filter(&project, args.filter)?;
    if args.cell.is_some() && filter.coders.is_empty() {
        // as in the table, the codings of all coders count
        filter.coders = project.study().human_coders();
    }
    let request = Request { filter, unfolded, options, ..Request::default() };
    let target = world.expect(table_target(args.format, args.out.as_deref()), words)?;
    let form = Form { cell: args.cell.as_deref(), part: args.part.as_deref(), target };
    show(world, &mut project, TABLE, request, &form)
}

/// A table has the forms of tables; a Word document is for the list.
fn table_target(format: Option<QuoteFormat>, out: Option<&Path>) -> Outcome<Target> {
    if format != Some(QuoteFormat::Docx) {
        return Target::of_table(format.map(Format::from), out);
    }
    let known = Format::of_tables().map(<&str>::from).collect::<Vec<_>>().join(", ");
    let problem = Problem::TableValueUnknown {
        option: "format".to_owned(),
        value: "docx".to_owned(),
        known: format!("{known}; docx: --list"),
    };
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}

fn list(world: &World, project: &Project, args: args::Agree) -> Result<Done, Failure> {
    let words = project.words;
    let target = world.expect(Target::new(args.format.map(Format::from), args.out.as_deref()), words)?;
    let filter = world.filter(project, args.filter)?;
    let listing = world.expect(Listing::new(project, filter, args.comparison.overlap, args.limit), words)?;
    let out = target.file.as_deref();
    let text = match (target.format, out) {
        (Format::Docx, Some(file)) => {
            return world.write(&words, file, &world.expect(listing.docx(), words)?);
        }
        (Format::Xlsx, Some(file)) => {
            return world.write(&words, file, &world.expect(listing.xlsx(), words)?);
        }
        (Format::Html | Format::Arrow | Format::Parquet, _) => {
            return tabular(&listing).deliver(world, project, &target);
        }
        (Format::Csv, _) => output::csv(&listing.table()),
        (Format::Excel, _) => output::excel(&listing.table()),
        (Format::Json, _) => listing.json(),
        (Format::Md, _) => listing.markdown(),
        _ => document_text(&listing.document(), world.terminal.width(out)),
    };
    world.deliver(&words, out, &text)?;
    match target.definitions() {
        Some(file) => world.deliver(&words, Some(&file), &(listing.notes().join("\n") + "\n")),
        None => Ok(Done::Fine),
    }
}

/// The list as columns.
fn tabular(listing: &Listing) -> Tabular {
    let (table, words) = (listing.table(), listing.words());
    let view = View { notes: listing.notes(), ..View::plain(&table, &words) };
    Tabular::one(table, listing.basis(), view)
}
