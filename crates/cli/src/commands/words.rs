//! `draad words`

use super::World;
use super::tabular::Tabular;
use crate::args::{self, Lengths, WordOrder};
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::words::{
    Compared, Least, Order, Request, WordList, collocates, frequencies, keyness, ngrams, view,
};
use draad_core::Filter;
use draad_core::diagnostic::Outcome;

/// A word typical of a role or outcome occurs in this many cases: else it is mostly the name of somebody.
const CASES_WHEN_TYPICAL: usize = 2;
/// How many words away a word is near.
const WINDOW: usize = 5;

pub(crate) fn run(world: &World, args: args::Words) -> Result<Done, Failure> {
    let project = world.open()?;
    let target = world.target(project.words, args.format, args.out.as_deref())?;
    let filter = world.filter(&project, args.filter.clone())?;
    let list = world.expect(list(&project, filter, args), project.words)?;
    let measures = list.basis().measures.iter();
    let table = list.table();
    let tabular = Tabular {
        kind: table.name,
        tables: vec![table],
        basis: serde_json::to_value(list.basis()).expect("a basis has plain fields"),
        views: vec![view(&project, &list)],
        definitions: measures.map(|own| (own.column.to_owned(), own.definition.to_owned())).collect(),
    };
    tabular.deliver(world, &project, &target)
}

/// Makes the list that the flags ask for; clap has seen to it that they ask for one.
fn list(project: &Project, filter: Filter, args: args::Words) -> Outcome<WordList> {
    let compared = args.typical_of.map(Compared::Level).or(args.typical_by.map(Compared::Each));
    let usual = if compared.is_some() { CASES_WHEN_TYPICAL } else { 1 };
    let request = Request {
        filter,
        stems: args.stems,
        without_stop_words: args.no_stop_words,
        least: Least {
            count: args.min_count,
            sources: args.min_sources,
            cases: args.min_cases.unwrap_or(usual),
        },
        limit: (args.limit > 0).then_some(args.limit),
        order: args.order.map(order),
    };
    if let Some(compared) = compared {
        return keyness(project, &request, &compared, args.rarer).map(WordList::Keyness);
    }
    if let Some(near) = args.near {
        let window = args.window.map_or(WINDOW, usize::from);
        return collocates(project, &request, &near, window).map(WordList::Collocates);
    }
    let list = match args.ngrams {
        Some(Lengths(lengths)) => ngrams(project, &request, lengths),
        None => frequencies(project, &request),
    };
    list.map(WordList::Frequencies)
}

fn order(order: WordOrder) -> Order {
    match order {
        WordOrder::Ll => Order::Ll,
        WordOrder::LogRatio => Order::LogRatio,
        WordOrder::LogDice => Order::LogDice,
        WordOrder::Mi => Order::Mi,
        WordOrder::Count => Order::Count,
        WordOrder::Sources => Order::Sources,
        WordOrder::Word => Order::Word,
    }
}
