//! `draad search`

mod elements;
mod kwic;
mod query;
mod said;

use super::World;
use crate::args;
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::format::{Format, Target};
use draad_app::queries;
use draad_app::search::{
    Answer, Context, GroupBy, Order, Per, Query, Search, SearchOptions, alike_table, group_by, passage, table,
};
use draad_core::{Filter, SavedQuery};
use kwic::{Lines, Shape};

/// How many hits are shown when nothing is asked, and how many in each group. Tables for programs hold all.
const LIMIT: (usize, usize) = (20, 5);

/// What was asked.
struct Asked<'a> {
    world: &'a World<'a>,
    project: &'a Project,
    args: &'a args::Search,
    target: Target,
    query: Query,
    /// The query as it was typed, to point into.
    text: String,
    filter: Filter,
}

pub(crate) fn run(world: &World, args: args::Search) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let words = project.words;
    let target = world.target(words, args.format, args.out.as_deref())?;
    let text = query::with_saved(query::joined(&args.query), &args.filter.condition.queries);
    let query = world.expect_query(Query::parse(&text), words, &text)?;
    let filter = project.named(args.filter.clone().without_queries());
    if let Some(name) = args.save.clone() {
        let saved =
            SavedQuery { name, text: text.clone(), label: Default::default(), note: args.note.clone() };
        check(world, &project, &query, &text)?;
        let saved = world.expect(queries::save(&mut project, saved, args.replace), words)?;
        let name = saved.query.name.to_string();
        world.terminal.headline(&words.say_with("search-saved", [("name", name.into())]));
    }
    let mut search = world.expect(Search::open(&project), words)?;
    if let Some(line) = said::provenance(&words, search.provenance()) {
        world.terminal.say(&line);
    }
    let asked = Asked { world, project: &project, args: &args, target, query, text, filter };
    match &args.like {
        Some(like) => asked.alike(&mut search, like),
        None => asked.answer(&mut search),
    }
}

/// Makes sure that what is to be saved can be asked of this study.
fn check(world: &World, project: &Project, query: &Query, text: &str) -> Result<(), Failure> {
    let mut search = world.expect(Search::open(project), project.words)?;
    let options = SearchOptions { limit: 0, ..SearchOptions::default() };
    world.expect_query(search.answer(query, &Filter::default(), &options), project.words, text).map(|_| ())
}

fn options(args: &args::Search, format: Format, by: Option<GroupBy>) -> SearchOptions {
    let limit = match format {
        Format::Csv | Format::Excel | Format::Xlsx | Format::Arrow | Format::Parquet => usize::MAX,
        _ if by.is_some() => LIMIT.1,
        _ => LIMIT.0,
    };
    SearchOptions {
        per: args.per.map(|per| match per {
            args::Per::Hit => Per::Hit,
            args::Per::Passage => Per::Passage,
            args::Per::Unit => Per::Unit,
            args::Per::Source => Per::Source,
            args::Per::Case => Per::Case,
        }),
        limit: args.limit.unwrap_or(limit),
        offset: args.offset,
        order: match args.order {
            args::Order::Relevance => Order::Relevance,
            args::Order::Place => Order::Place,
        },
        context: if args.unit { Context::Unit } else { Context::Words(args.context) },
        by,
    }
}

impl Asked<'_> {
    fn answer(&self, search: &mut Search) -> Result<Done, Failure> {
        let Asked { world, project, args, target, query, filter, .. } = self;
        let words = &project.words;
        let by = args.by.as_deref().map(|by| group_by(project, by)).transpose();
        let options = options(args, target.format, world.expect(by, *words)?);
        let answer = world.expect_query(search.answer(query, filter, &options), *words, &self.text)?;
        let out = target.file.as_deref();
        match target.format {
            Format::Json => world.deliver(words, out, &json(&answer)),
            Format::Text => {
                let shape = match (query.is_empty(), args.unit) {
                    (true, _) => Shape::Plain,
                    (false, true) => Shape::Unit,
                    (false, false) => Shape::Line,
                };
                let lines = Lines { project, shape, width: world.terminal.width(out) };
                world.deliver(words, out, &text(project, &lines, &answer, args.by.as_deref()))?;
                said::summary(world, project, &answer, query.is_empty());
                said::searched(world, project, &answer, query, filter);
                Ok(Done::Fine)
            }
            _ => world.list(project, target, table(&answer)),
        }
    }

    fn alike(&self, search: &mut Search, like: &str) -> Result<Done, Failure> {
        let Asked { world, project, args, target, .. } = self;
        let words = project.words;
        let passage = world.expect(passage(project, like), words)?;
        let found = search.alike(&passage, &self.query, &self.filter, args.limit.unwrap_or(LIMIT.0));
        let found = world.expect_query(found, words, &self.text)?;
        let out = target.file.as_deref();
        match target.format {
            Format::Json => world.deliver(&words, out, &json(&found)),
            Format::Text => {
                let lines = Lines { project, shape: Shape::Plain, width: world.terminal.width(out) };
                world.deliver(&words, out, &lines.alike(&found))?;
                said::alike(world, project, &found);
                Ok(Done::Fine)
            }
            _ => world.list(project, target, alike_table(&found)),
        }
    }
}

fn text(project: &Project, lines: &Lines, answer: &Answer, by: Option<&str>) -> String {
    if !answer.elements.is_empty() && by.is_none() {
        return elements::table(project, answer);
    }
    if by.is_none() {
        return lines.hits(&answer.hits);
    }
    let mut text = String::new();
    for group in &answer.groups {
        let gap = if text.is_empty() { "" } else { "\n" };
        text += &format!("{gap}{}\n", said::group(project, by.unwrap_or_default(), group));
        text += &lines.hits(&group.hits);
    }
    text
}

fn json(answer: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(answer).expect("hits have plain fields")
}
