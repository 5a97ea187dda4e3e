//! `draad code`

use super::{World, now};
use crate::args::{self, FilterArgs};
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::coding::{self, Coded, Request};
use draad_app::flags::quoted;
use draad_app::proposals::{self, Proposed, Query, Within};
use draad_core::{CodeId, Place};

pub(crate) fn run(world: &World, mut args: args::Code) -> Result<Done, Failure> {
    if let Some(query) = args.from_query.take()
        && let Some(code) = args.code.take()
    {
        return propose(world, query, code, args);
    }
    let mut project = world.open()?;
    let words = project.words;
    let is_table = args.import.is_some();
    let (requests, unreadable) = match &args.import {
        Some(path) => {
            let bytes = world.read(&words, path)?;
            let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            coding::read_requests(&file, bytes, args.coder.as_ref())
        }
        None => (request(args).into_iter().collect(), Vec::new()),
    };
    let mut coded = world.expect(coding::code(&mut project, &requests, now()), words)?;
    coded.refused.extend(unreadable);
    coded.refused.sort_by(|a, b| a.place.cmp(&b.place));
    say(world, &project, &coded, is_table);
    Ok(if coded.refused.is_empty() { Done::Fine } else { Done::WithProblems })
}

/// Proposes a code for what a query finds.
fn propose(world: &World, query: String, code: CodeId, args: args::Code) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let words = project.words;
    world.expect(proposals::check_review(args.propose), words)?;
    let within = match args.within {
        args::Within::Hit => Within::Hit,
        args::Within::Unit => Within::Unit,
    };
    let filter = FilterArgs { condition: args.condition, ..args.place.into() };
    let filter = world.filter(&project, filter)?;
    let query = Query { text: query, filter, within };
    let passages = world.expect(proposals::found(&project, &query), words)?;
    let request = proposals::Request {
        batch: args.batch.unwrap_or_else(|| proposals::batch_of(&code)),
        code,
        valence: args.valence,
        query: query.as_asked(project.study()),
        memo: args.memo,
    };
    let proposed = world.expect(proposals::propose(&mut project, &request, &passages, now()), words)?;
    say_proposed(world, &project, &request, &proposed);
    if passages.is_empty() {
        world.terminal.say(&words.say("proposed-found-nothing"));
    }
    Ok(Done::Fine)
}

fn say_proposed(world: &World, project: &Project, request: &proposals::Request, proposed: &Proposed) {
    let words = &project.words;
    for diagnostic in &proposed.warnings {
        world.terminal.diagnostic(words, diagnostic);
    }
    let args = [
        ("n", proposed.added.len().into()),
        ("code", request.code.to_string().into()),
        ("file", proposed.file.clone().into()),
    ];
    world.terminal.headline(&words.say_with("proposed", args));
    let passed_over = [
        ("proposed-coded", proposed.n_coded),
        ("proposed-open", proposed.n_open),
        ("proposed-decided", proposed.n_decided),
    ];
    for (key, n) in passed_over.into_iter().filter(|(_, n)| *n > 0) {
        world.terminal.say(&words.say_with(key, [("n", n.into())]));
    }
    if !proposed.added.is_empty() {
        let batch = quoted(request.batch.as_str());
        world.terminal.say(&words.say_with("proposed-next", [("batch", batch.into())]));
    }
}

fn request(args: args::Code) -> Option<Request> {
    Some(Request {
        place: Place::default(),
        source: args.source?,
        quote: args.quote.filter(|_| !args.whole),
        at: args.at,
        code: args.code?,
        coder: args.coder,
        valence: args.valence,
        weight: args.weight,
        memo: args.memo,
    })
}

fn say(world: &World, project: &Project, coded: &Coded, is_table: bool) {
    let words = &project.words;
    for diagnostic in &coded.refused {
        world.terminal.diagnostic(words, diagnostic);
    }
    if !coded.refused.is_empty() && !is_table {
        return; // the reason says it all
    }
    for diagnostic in &coded.warnings {
        world.terminal.diagnostic(words, diagnostic);
    }
    if !coded.changed.is_empty() {
        world.terminal.headline(&words.say_with("code-changed", [("n", coded.changed.len().into())]));
    }
    if let [coding] = coded.added.as_slice() {
        let (code, source, coder) =
            (coding.code.to_string(), coding.source.to_string(), coding.coder.to_string());
        let args = [("code", code.into()), ("source", source.into()), ("coder", coder.into())];
        world.terminal.headline(&words.say_with("code-one", args));
        if !coding.quote.is_empty() {
            world.terminal.say(&format!("  “{}”", coding.quote.replace('\n', " ")));
        }
    } else if !coded.added.is_empty() || (coded.changed.is_empty() && coded.n_already == 0) {
        let n_sources =
            coded.added.iter().map(|coding| &coding.source).collect::<std::collections::BTreeSet<_>>().len();
        let args = [("n", coded.added.len().into()), ("sources", n_sources.into())];
        world.terminal.headline(&words.say_with("code-many", args));
        for (coder, n) in coding::per_coder(&coded.added) {
            world.terminal.say(&format!("  {coder}: {n}"));
        }
    }
    if coded.n_already > 0 {
        world.terminal.say(&words.say_with("code-already", [("n", coded.n_already.into())]));
    }
    if !coded.refused.is_empty() {
        world.terminal.say(&words.say_with("code-refused", [("n", coded.refused.len().into())]));
    }
}
