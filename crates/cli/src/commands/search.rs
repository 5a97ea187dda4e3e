//! `draad search`

use super::World;
use crate::args::{self, ListFormat};
use crate::{Done, Failure};
use anstyle::Style;
use draad_app::search::{
    Answer, Context, HIT_COLUMNS, Hit, Order, SearchOptions, hit_cells, role_name, search,
};
use draad_app::{Project, output};
use unicode_width::UnicodeWidthStr;

/// The style of a hit; brackets say the same where there is no colour.
const HIT: Style = Style::new().bold().underline();
/// Columns for the words before a hit.
const BEFORE_WIDTH: usize = 44;

/// How a hit is shown.
#[derive(Clone, Copy)]
enum Shape {
    /// The hit with some words on either side.
    Line,
    /// The hit in its unit.
    Unit,
    /// The unit, where no words were asked for.
    Plain,
}

pub(crate) fn run(world: &World, args: args::Search) -> Result<Done, Failure> {
    let project = world.open()?;
    let words = project.words;
    let options = SearchOptions {
        limit: args.limit,
        order: match args.order {
            args::Order::Relevance => Order::Relevance,
            args::Order::Place => Order::Place,
        },
        context: if args.unit { Context::Unit } else { Context::Words(args.context) },
        ..SearchOptions::default()
    };
    let query = query(&args.words);
    let answer = search(&project, &query, &project.named(args.filter.filter()), &options);
    let answer = world.expect(answer, words)?;
    let out = args.out.as_deref();
    let shape = match (query.is_empty(), args.unit) {
        (true, _) => Shape::Plain,
        (false, true) => Shape::Unit,
        (false, false) => Shape::Line,
    };
    match args.format {
        ListFormat::Csv => world.deliver(&words, out, &csv(&answer)),
        ListFormat::Json => world.deliver(&words, out, &json(&answer)),
        ListFormat::Text => {
            world.deliver(&words, out, &text(&project, &answer, shape))?;
            summary(world, &project, &answer, query.is_empty());
            Ok(Done::Fine)
        }
    }
}

/// Joins the words of the command line. A word with spaces in it was quoted in the shell: a phrase, or a part of the
/// query with signs or operators of its own.
fn query(words: &[String]) -> String {
    let [first, rest @ ..] = words else { return String::new() };
    if rest.is_empty() {
        return first.clone();
    }
    let has_operator = |word: &str| word.split(' ').any(|part| ["OR", "AND", "NOT"].contains(&part));
    let part = |word: &String| match word {
        plain if !plain.contains(' ') => plain.clone(),
        phrase if phrase.starts_with(['"', '(', '-']) => phrase.clone(),
        several if several.contains(['"', '*']) || has_operator(several) => format!("({several})"),
        phrase => format!("\"{phrase}\""),
    };
    words.iter().map(part).collect::<Vec<_>>().join(" ")
}

fn text(project: &Project, answer: &Answer, shape: Shape) -> String {
    let mut text = String::new();
    let mut last = None;
    for hit in &answer.hits {
        if last != Some(&hit.source) {
            let gap = if last.is_some() { "\n" } else { "" };
            text += &format!("{gap}{}\n", hit.source);
            last = Some(&hit.source);
        }
        let line = match shape {
            Shape::Line => keyword_line(hit),
            Shape::Unit => unit_line(hit),
            Shape::Plain => [&hit.before, &hit.matched, &hit.after].map(String::as_str).concat(),
        };
        let line = line.replace('\n', " ");
        let who = Some(who(project, hit)).filter(|who| !who.is_empty());
        let who = who.map(|who| format!("  ({who})")).unwrap_or_default();
        text += &format!("{:>5}  {line}{who}\n", hit.line);
    }
    text
}

/// The words before the hit flush right, so that hits stand below each other.
fn keyword_line(hit: &Hit) -> String {
    let before = flush_right(&hit.before.replace('\n', " "), BEFORE_WIDTH);
    format!("{before}{HIT}[{}]{HIT:#}{}", hit.matched, hit.after)
}

fn unit_line(hit: &Hit) -> String {
    format!("{}{HIT}[{}]{HIT:#}{}", hit.before, hit.matched, hit.after)
}

fn flush_right(text: &str, width: usize) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut used = 0;
    for word in text.split_inclusive(' ').rev() {
        if used + word.width() > width {
            break;
        }
        used += word.width();
        kept.push(word);
    }
    kept.reverse();
    " ".repeat(width - used) + &kept.concat()
}

/// Speaker and role, and the time and the place in the original where the unit has them.
fn who(project: &Project, hit: &Hit) -> String {
    let role = role_name(project, hit);
    let time = hit.time.map(|time| time.date().to_string()).unwrap_or_default();
    let original = project.words.in_original(hit.original);
    let parts = [hit.speaker.clone().unwrap_or_default(), role, time, original];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn summary(world: &World, project: &Project, answer: &Answer, without_words: bool) {
    let words = &project.words;
    let (units, searched) = (answer.n_units_found, answer.n_units_searched);
    let line = if units == 0 {
        words.say_with("search-nothing", [("searched", searched.into())])
    } else if without_words {
        let args = [("units", units.into()), ("sources", answer.n_sources.into())];
        words.say_with("search-units", args)
    } else {
        let args = [
            ("hits", answer.n_hits.into()),
            ("units", units.into()),
            ("searched", searched.into()),
            ("sources", answer.n_sources.into()),
        ];
        words.say_with("search-summary", args)
    };
    world.terminal.say(&format!("\n{line}"));
    if answer.hits.len() < answer.n_hits {
        let args = [("shown", answer.hits.len().into()), ("hits", answer.n_hits.into())];
        world.terminal.say(&words.say_with("search-more", args));
    }
}

fn csv(answer: &Answer) -> String {
    let header = HIT_COLUMNS.map(str::to_owned).to_vec();
    output::records(std::iter::once(header).chain(answer.hits.iter().map(|hit| hit_cells(hit).to_vec())))
}

fn json(answer: &Answer) -> String {
    serde_json::to_string_pretty(answer).expect("hits have plain fields")
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn what_was_quoted_in_the_shell_stays_together() {
        let joined = |words: &[&str]| query(&words.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(joined(&[]), "");
        assert_eq!(joined(&["soep OR jas"]), "soep OR jas");
        assert_eq!(joined(&["soep", "jas"]), "soep jas");
        assert_eq!(joined(&["op de gang", "OR", "bellen*"]), "\"op de gang\" OR bellen*");
        assert_eq!(joined(&["\"op de gang\"", "OR", "bellen*"]), "\"op de gang\" OR bellen*");
        assert_eq!(joined(&["soep OR jas", "NOT", "zaterdag"]), "(soep OR jas) NOT zaterdag");
        assert_eq!(joined(&["-\"op de gang\"", "trap"]), "-\"op de gang\" trap");
    }
}
