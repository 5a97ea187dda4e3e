//! Tidy tables: what a study holds as plain tables that join by keys, for any program that reads tables.
//!
//! - `codings` has one row per coding. What belongs to several cases would count twice in it, so that the cases stand in
//!   `coding_cases`, one row per coding and case, with the passage to which the coding belongs there.
//! - `units` holds the words. A source without units is one unit. `passages` are stretches that codings of one code cover
//!   without a break, each code by itself.
//! - `material` is what there was to find something in, per case: without it nobody can say whether a code was not found or could
//!   not be. `code_ancestors` says under which codes a coding counts.
//! - A list in a cell is joined with `;`. An empty cell is "not stated".
//!
//! Which codings, and in which cases, is said by [`Facts`]; everything around them by [`Study::restricted`].

mod cases;
mod codings;
mod columns;
mod labels;
mod literature;
mod material;
mod memos;
mod stored;

pub use columns::{Meaning, Outgoing};

use draad_analysis::passages_behind_all;
use draad_core::facts::Facts;
use draad_core::{Filter, Study};

/// A study, what of it goes out, and which codings do.
struct Selected<'s> {
    /// The whole study.
    study: &'s Study,
    /// The part that passes the filter.
    part: Study,
    filter: &'s Filter,
    facts: Facts,
}

/// Makes the table of whole texts; see [`tables`].
pub(super) fn texts(study: &Study) -> Outgoing {
    material::texts(study)
}

/// Makes all tables of what passes a filter.
pub fn tables(study: &Study, filter: &Filter) -> Vec<Outgoing> {
    let facts = Facts::new(study, filter);
    let selected = Selected { study, part: study.restricted(filter), filter, facts };
    // each code by itself, so that a coding stands in one passage only
    let passages = passages_behind_all(study, filter, &selected.facts, true);
    let mut tables = vec![
        codings::codings(&selected),
        codings::coding_cases(&selected, &passages),
        codings::passages(&passages),
        stored::codebook(&selected.part),
        stored::code_ancestors(study, filter),
        cases::cases(&selected.part),
        cases::case_outcomes(study, &selected.facts.cases),
        stored::sources(&selected.part),
        material::units(&selected),
        material::material(&selected),
    ];
    tables.extend(stored::records(&selected.part));
    tables.extend(memos::all(&selected.part));
    tables.extend(literature::all(&selected.part));
    tables.push(labels::labels(&study.settings));
    tables
}
