//! `draad proposals`

use super::World;
use super::tabular::Tabular;
use crate::args::{self, FilterArgs};
use crate::{Done, Failure};
use anstyle::Style;
use draad_app::Project;
use draad_app::format::{Format, Target};
use draad_app::proposals::{
    Asked, Decided, Decision, Decisions, Listed, Which, called, decide, list, read_decisions, table,
};
use draad_app::show::View;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The style of the words; brackets say the same where there is no colour.
const WORDS: Style = Style::new().bold().underline();

pub(crate) fn run(world: &World, args: args::Proposals) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let filter = FilterArgs { content: args.content, condition: args.condition, ..args.place.into() };
    let filter = world.filter(&project, filter)?;
    let which = Which { batch: args.batch, filter, all: args.all };
    let named = Named { accept: args.accept, reject: args.reject };
    let bulk = match (args.accept_all, args.reject_all) {
        (true, _) => Some(Decision::Accepted),
        (_, true) => Some(Decision::Rejected),
        _ => None,
    };
    let (asked, unreadable) = match (&args.decisions, bulk) {
        (Some(path), _) => {
            let bytes = world.read(&project.words, path)?;
            let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            read_decisions(&file, bytes)
        }
        (None, Some(decision)) => (world.expect(all(&project, &which, decision), project.words)?, Vec::new()),
        (None, None) if named.is_empty() => {
            let target = world.target(project.words, args.format, args.out.as_deref())?;
            return show(world, &project, &which, &target);
        }
        (None, None) => (world.expect(named.asked(&which), project.words)?, Vec::new()),
    };
    let decisions = Decisions { asked, coder: args.coder, memo: args.memo };
    let words = project.words;
    let mut decided = world.expect(decide(&mut project, &decisions, super::now()), words)?;
    decided.refused.extend(unreadable);
    decided.refused.sort_by(|a: &Diagnostic, b| a.place.cmp(&b.place));
    say(world, &project, &decided);
    Ok(if decided.refused.is_empty() { Done::Fine } else { Done::WithProblems })
}

/// Proposals that were named one by one.
struct Named {
    accept: Vec<String>,
    reject: Vec<String>,
}

impl Named {
    fn is_empty(&self) -> bool {
        self.accept.is_empty() && self.reject.is_empty()
    }

    fn asked(&self, which: &Which) -> Outcome<Vec<Asked>> {
        let accepted = self.accept.iter().map(|text| (text, Decision::Accepted));
        let rejected = self.reject.iter().map(|text| (text, Decision::Rejected));
        accepted
            .chain(rejected)
            .map(|(text, decision)| {
                let id = called(text, which.batch.as_ref())?;
                Ok(Asked { place: Place::default(), id, decision, memo: String::new() })
            })
            .collect()
    }
}

/// The same decision on every open proposal that the filters let through.
fn all(project: &Project, which: &Which, decision: Decision) -> Outcome<Vec<Asked>> {
    let open = list(project, &Which { all: false, ..which.clone() })?;
    let asked = |listed: Listed| Asked {
        place: Place::default(),
        id: listed.proposal.id,
        decision,
        memo: String::new(),
    };
    Ok(open.into_iter().map(asked).collect())
}

fn show(world: &World, project: &Project, which: &Which, target: &Target) -> Result<Done, Failure> {
    let (words, out) = (project.words, target.file.as_deref());
    let listed = world.expect(list(project, which), words)?;
    if target.format == Format::Text {
        world.deliver(&words, out, &text(project, &listed))?;
        summary(world, project, which, &listed);
        return Ok(Done::Fine);
    }
    let basis = serde_json::to_value(&which.filter).expect("a filter has plain fields");
    Tabular::one(table(&listed), basis, View::default()).deliver_to_fill_in(world, project, target)
}

fn summary(world: &World, project: &Project, which: &Which, listed: &[Listed]) {
    let words = &project.words;
    let n_open = listed.iter().filter(|one| one.proposal.is_open()).count();
    let is_filtered = which.batch.is_some() || !which.filter.is_empty();
    let line = if listed.is_empty() {
        let key = if project.study().proposals.is_empty() || which.all {
            "proposals-none-at-all"
        } else {
            "proposals-none"
        };
        words.say_with(key, [("filtered", usize::from(is_filtered).into())])
    } else if which.all {
        words.say_with("proposals-listed", [("n", listed.len().into()), ("open", n_open.into())])
    } else {
        let sources: BTreeSet<_> = listed.iter().map(|one| &one.proposal.source).collect();
        words.say_with("proposals-open", [("n", n_open.into()), ("sources", sources.len().into())])
    };
    world.terminal.say(&if listed.is_empty() { line } else { format!("\n{line}") });
}

/// The proposals under their sources: what, by whom, and the words in their context.
fn text(project: &Project, listed: &[Listed]) -> String {
    let mut text = String::new();
    let mut last = None;
    for one in listed {
        let source = &one.proposal.source;
        if last != Some(source) {
            let gap = if last.is_some() { "\n" } else { "" };
            text += &format!("{gap}{source}\n");
            last = Some(source);
        }
        text += &format!("  {}  {}\n", one.proposal.id, facts(project, one));
        let quote = format!("{}{WORDS}[{}]{WORDS:#}{}", one.before, one.proposal.quote, one.after);
        text += &format!("      {}\n", quote.replace('\n', " "));
        for line in remarks(project, one) {
            text += &format!("      {line}\n");
        }
    }
    text
}

/// The code with its valence, who speaks, the line, and the query.
fn facts(project: &Project, listed: &Listed) -> String {
    let words = &project.words;
    let study = project.study();
    let valence = listed.valence.map(|valence| words.say(&format!("valence-{}", <&str>::from(valence))));
    let role =
        listed.role.as_ref().and_then(|id| study.settings.role(id)).map(|role| role.name(words.language));
    let line = match listed.line {
        Some(line) => words.say_with("proposal-line", [("line", line.into())]),
        None => words.say("proposal-unplaced-here"),
    };
    let query = words.say_with("proposal-query", [("query", listed.proposal.query.clone().into())]);
    let facts = [
        listed.proposal.code.to_string(),
        valence.unwrap_or_default(),
        listed.speaker.clone(),
        role.unwrap_or_default(),
        line,
        if listed.proposal.query.is_empty() { String::new() } else { query },
    ];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What was decided and what was remarked, a line each.
fn remarks(project: &Project, listed: &Listed) -> Vec<String> {
    let proposal = &listed.proposal;
    let date = |moment: Timestamp| moment.strftime("%Y-%m-%d").to_string();
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
    let mut lines = Vec::new();
    if let (false, Some(decision), Some(coder)) =
        (proposal.is_open(), proposal.decision, &proposal.decided_by)
    {
        let (coder, date) = (coder.to_string(), or_none(proposal.decided.map(date)));
        lines.push(match decision {
            Decision::Accepted => {
                let coding = or_none(proposal.coding.as_ref().map(ToString::to_string));
                let args = [("coder", coder.into()), ("date", date.into()), ("coding", coding.into())];
                project.words.say_with("proposal-was-accepted", args)
            }
            Decision::Rejected => {
                let args = [("coder", coder.into()), ("date", date.into())];
                project.words.say_with("proposal-was-rejected", args)
            }
        });
    }
    if !proposal.memo.is_empty() {
        lines.push(format!("[{}]", proposal.memo.replace('\n', " ")));
    }
    lines
}

fn say(world: &World, project: &Project, decided: &Decided) {
    let words = &project.words;
    for diagnostic in decided.refused.iter().chain(&decided.coded.warnings) {
        world.terminal.diagnostic(words, diagnostic);
    }
    let by = |key: &str, n: usize| {
        words.say_with(key, [("n", n.into()), ("coder", decided.coder.to_string().into())])
    };
    let count = |key: &str, n: usize| words.say_with(key, [("n", n.into())]);
    if decided.n_accepted > 0 {
        world.terminal.headline(&by("decided-accepted", decided.n_accepted));
        let n_there = decided.n_accepted - decided.coded.added.len();
        if n_there > 0 {
            world.terminal.say(&by("decided-there", n_there));
        }
    }
    if decided.n_rejected > 0 {
        world.terminal.headline(&by("decided-rejected", decided.n_rejected));
    }
    if decided.n_accepted + decided.n_rejected == 0 {
        world.terminal.headline(&words.say("decided-nothing"));
    }
    for (key, n) in [("decided-already", decided.n_already), ("decided-refused", decided.refused.len())] {
        if n > 0 {
            world.terminal.say(&count(key, n));
        }
    }
    world.terminal.say(&count("decided-left", decided.n_open));
}
