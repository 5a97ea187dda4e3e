//! `draad adjudicate`

use super::World;
use super::tabular::Tabular;
use crate::args;
use crate::{Done, Failure};
use anstyle::Style;
use draad_app::Project;
use draad_app::adjudication::{
    Adjudicated, Asked, CoderReading, Decisions, Layer, Listed, Standing, Stretch, Which, Wish, adjudicate,
    decision_text, in_context, names, open, read_decisions,
};
use draad_app::format::Format;
use draad_app::show::View;
use draad_app::tables::progress;
use draad_core::{Diagnostic, Place, Problem, Severity, Valence};
use draad_words::Words;

/// The style of the words; brackets say the same where there is no colour.
const WORDS: Style = Style::new().bold().underline();

pub(crate) fn run(world: &World, args: args::Adjudicate) -> Result<Done, Failure> {
    let project = world.open()?;
    let wish = match (&args.take, &args.span, args.not_coded) {
        (Some(coder), _, _) => Some(Wish::Take(coder.clone())),
        (_, Some(place), _) => Some(Wish::Span(place.clone())),
        (_, _, true) => Some(Wish::NotCoded),
        _ => None,
    };
    // who, why or a plan without a decision is one that lacks its point, and is told so
    let lacks_point = !args.by.is_empty() || !args.memo.is_empty() || args.plan;
    if wish.is_none() && args.from.is_none() && args.close.is_empty() {
        if lacks_point && args.ids.is_empty() {
            let nothing = Diagnostic::error(Place::default(), Problem::NothingDecided);
            return world.expect(Err(Box::new(nothing)), project.words);
        }
        if lacks_point {
            return decide(world, project, args, None);
        }
        return show(world, &project, &args);
    }
    decide(world, project, args, wish)
}

fn decide(
    world: &World,
    mut project: Project,
    args: args::Adjudicate,
    wish: Option<Wish>,
) -> Result<Done, Failure> {
    let (asked, unreadable) = match &args.from {
        Some(path) => {
            let bytes = world.read(&project.words, path)?;
            let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            read_decisions(&file, bytes)
        }
        None => (named(&args, wish.as_ref()), Vec::new()),
    };
    let decisions = Decisions {
        layer: args.layer,
        asked,
        by: names(&args.by),
        memo: args.memo,
        close: args.close,
        plan: args.plan,
    };
    let words = project.words;
    let mut done = world.expect(adjudicate(&mut project, &decisions, super::now()), words)?;
    // a table in an older encoding is read all the same, and only remarked on
    let (refused, remarked): (Vec<_>, Vec<_>) =
        unreadable.into_iter().partition(|one| one.severity == Severity::Error);
    done.refused.extend(refused);
    done.warnings.extend(remarked);
    done.refused.sort_by(|a: &Diagnostic, b| a.place.cmp(&b.place));
    say(world, &project, &done, decisions.plan);
    Ok(if done.refused.is_empty() { Done::Fine } else { Done::WithProblems })
}

/// The same decision on each of the names.
fn named(args: &args::Adjudicate, wish: Option<&Wish>) -> Vec<Asked> {
    let asked = |id: &String| Asked {
        place: Place::default(),
        id: id.clone(),
        wish: wish.cloned(),
        valence: args.valence,
        by: Vec::new(),
        memo: String::new(),
    };
    args.ids.iter().map(asked).collect()
}

fn show(world: &World, project: &Project, args: &args::Adjudicate) -> Result<Done, Failure> {
    let words = project.words;
    let target = world.target(words, args.format, args.out.as_deref())?;
    let which = Which {
        layer: args.layer.clone(),
        filter: world.filter(project, args.filter())?,
        sources: args.source.clone(),
        ids: args.ids.clone(),
    };
    let (layer, open) = world.expect(open(project, &which), words)?;
    let out = target.file.as_deref();
    if target.format == Format::Text {
        let n_shown =
            if out.is_some() || !args.ids.is_empty() { open.len() } else { args.limit.min(open.len()) };
        let shown = Shown { project, words: &words, layer: &layer };
        let listed = in_context(project, &layer, &open[..n_shown]);
        world.deliver(&words, out, &shown.text(&listed))?;
        shown.summary(world, &which, &open, n_shown);
        return Ok(Done::Fine);
    }
    let basis = serde_json::to_value(layer.compared.basis_of_compared()).expect("a basis has plain fields");
    let stretches = open.iter().map(|&position| &layer.compared.stretches[position]);
    let standing = Standing::of(project.study(), &layer.layer);
    let table = layer.compared.list(project.study(), stretches, &standing);
    Tabular::one(table, basis, columns(&words)).deliver_to_fill_in(world, project, &target)
}

/// What a workbook says of its columns: which of them are to be filled in, and with what.
fn columns(words: &Words) -> View {
    let notes = [
        "adjudicate-sheet-lead",
        "adjudicate-sheet-decision",
        "adjudicate-sheet-valence",
        "adjudicate-sheet-by",
        "adjudicate-sheet-memo",
        "adjudicate-sheet-back",
    ];
    View { notes: notes.map(|key| words.say(key)).to_vec(), ..View::default() }
}

/// Disagreements as they are read on the terminal.
struct Shown<'s> {
    project: &'s Project,
    words: &'s Words,
    layer: &'s Layer,
}

impl Shown<'_> {
    /// The disagreements under their sources: what, by whom, the words in their context, and each reading.
    fn text(&self, listed: &[Listed]) -> String {
        let mut text = String::new();
        let mut last = None;
        for one in listed {
            let stretch = &self.layer.compared.stretches[one.stretch];
            if last != Some(stretch.source) {
                let gap = if last.is_some() { "\n" } else { "" };
                let source = &self.project.study().sources[stretch.source as usize].id;
                text += &format!("{gap}{source}\n");
                last = Some(stretch.source);
            }
            text += &format!("  {}  {}\n", stretch.id, self.facts(one, stretch));
            if stretch.chars.is_some() {
                let quote = format!("{}{WORDS}[{}]{WORDS:#}{}", one.before, one.words, one.after);
                text += &format!("      {}\n", quote.replace('\n', " "));
            }
            text += &self.readings(stretch);
            if let Some(row) = self.layer.decision(one.stretch) {
                text += &format!("      {}\n", decision_text(self.words, row));
            }
        }
        text
    }

    /// The code, in what the coders differ, who speaks, the line.
    fn facts(&self, listed: &Listed, stretch: &Stretch) -> String {
        let code = &self.project.study().codebook.codes[stretch.code as usize];
        let kinds: Vec<String> = stretch
            .kinds
            .iter()
            .map(|&kind| self.words.say(&format!("adjudicate-kind-{}", <&str>::from(kind))))
            .collect();
        let kinds =
            if kinds.is_empty() { self.words.say("adjudicate-kind-agreed") } else { kinds.join(" + ") };
        let line = match listed.line {
            Some(line) => self.words.say_with("adjudicate-line", [("line", line.into())]),
            None => self.words.say("adjudicate-whole"),
        };
        let facts = [
            code.name.or(self.words.language, code.id.as_str()),
            kinds,
            listed.speaker.clone(),
            listed.role.clone(),
            line,
        ];
        facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// A line for what each coder has there.
    fn readings(&self, stretch: &Stretch) -> String {
        let coders = &self.layer.compared.coders;
        let name = |reading: &CoderReading| coders[reading.coder as usize].to_string();
        let width = stretch.readings.iter().map(|reading| name(reading).chars().count()).max().unwrap_or(0);
        let line =
            |reading: &CoderReading| format!("      {:width$}  {}\n", name(reading), self.reading(reading));
        stretch.readings.iter().map(line).collect()
    }

    fn reading(&self, reading: &CoderReading) -> String {
        let study = self.project.study();
        let codings: Vec<_> = reading.codings.iter().map(|&coding| &study.codings[coding as usize]).collect();
        let mut parts: Vec<String> = codings
            .iter()
            .map(|coding| {
                let valence =
                    coding.valence.or(study.codebook.get(&coding.code).and_then(|code| code.valence));
                let text = &study.sources[&coding.source].text;
                let place = coding.target.span().map(|span| text.char_span(span));
                let place = place.map_or(self.words.say("adjudicate-whole"), |chars| {
                    format!("{}-{}", chars.start.0, chars.end.0)
                });
                [place, self.valence(valence)]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        if parts.is_empty() {
            parts.push(self.words.say("adjudicate-nothing"));
        }
        if let Some(others) = self.others(reading) {
            parts.push(others);
        }
        let memos = codings.iter().filter(|coding| !coding.memo.is_empty());
        let memos = memos.map(|coding| format!("[{}]", coding.memo.replace('\n', " ")));
        parts.join(" · ") + &memos.map(|memo| format!(" {memo}")).collect::<String>()
    }

    fn valence(&self, valence: Option<Valence>) -> String {
        valence.map_or(String::new(), |valence| self.words.say(&format!("valence-{}", <&str>::from(valence))))
    }

    /// What the coder has there under other codes.
    fn others(&self, reading: &CoderReading) -> Option<String> {
        let study = self.project.study();
        let name = |&coding: &u32| {
            let code = study.codebook.get(&study.codings[coding as usize].code)?;
            Some(code.name.or(self.words.language, code.id.as_str()))
        };
        let mut codes: Vec<String> = reading.others.iter().filter_map(name).collect();
        codes.sort_unstable();
        codes.dedup();
        let key = if reading.codings.is_empty() { "adjudicate-instead" } else { "adjudicate-other" };
        (!codes.is_empty()).then(|| self.words.say_with(key, [("codes", codes.join(", ").into())]))
    }

    fn summary(&self, world: &World, which: &Which, open: &[usize], n_shown: usize) {
        let terminal = &world.terminal;
        if open.len() > n_shown {
            let n = open.len() - n_shown;
            terminal.say(&format!("\n{}", self.words.say_with("adjudicate-more", [("n", n.into())])));
        }
        if !which.ids.is_empty() {
            return;
        }
        if !open.is_empty() {
            terminal.say("");
        }
        let summary = self.layer.summary(self.project.study());
        let total = &summary.total;
        let [sources, counts] = progress(self.words, self.layer, &summary);
        terminal.headline(&sources);
        terminal.say(&counts);
        match open.first() {
            Some(&first) => terminal.say(&self.how(&self.layer.compared.stretches[first])),
            None if total.n_open > 0 => terminal.say(&self.words.say("adjudicate-none-open-here")),
            None => terminal.say(&self.words.say("adjudicate-none-open")),
        }
        if total.n_open == 0 && summary.n_closed > 0 {
            policy(world, self.project, self.layer);
        }
    }

    /// How to decide, on a disagreement that is there.
    fn how(&self, stretch: &Stretch) -> String {
        let coder = stretch.readings.iter().find(|reading| !reading.codings.is_empty());
        let coder = coder
            .map_or(String::new(), |reading| self.layer.compared.coders[reading.coder as usize].to_string());
        let args = [("id", stretch.id.to_string().into()), ("coder", coder.into())];
        self.words.say_with("adjudicate-how", args)
    }
}

/// Says how the layer can be made to count, unless it does.
fn policy(world: &World, project: &Project, layer: &Layer) {
    let counts = matches!(
        &project.study().settings.coder_policy,
        draad_core::CoderPolicy::Adjudicated { coder } if *coder == layer.layer
    );
    if !counts {
        let args = [("layer", layer.layer.to_string().into())];
        world.terminal.say(&project.words.say_with("adjudicate-policy", args));
    }
}

fn say(world: &World, project: &Project, done: &Adjudicated, is_plan: bool) {
    let words = &project.words;
    for diagnostic in done.refused.iter().chain(&done.warnings) {
        world.terminal.diagnostic(words, diagnostic);
    }
    let count = |key: &str, n: usize| words.say_with(key, [("n", n.into())]);
    if done.n_new + done.n_changed + done.closed.len() == 0 {
        world.terminal.headline(&words.say("adjudicate-unchanged"));
    }
    for (key, n) in [("adjudicate-new", done.n_new), ("adjudicate-changed", done.n_changed)] {
        if n > 0 {
            world.terminal.headline(&count(key, n));
        }
    }
    for (key, n) in [("adjudicate-already", done.n_already), ("adjudicate-refused", done.refused.len())] {
        if n > 0 {
            world.terminal.say(&count(key, n));
        }
    }
    for closed in &done.closed {
        let args = [
            ("source", closed.source.to_string().into()),
            ("layer", done.layer.layer.to_string().into()),
            ("codings", closed.n_codings.into()),
            ("agreed", closed.n_agreed.into()),
            ("decided", closed.n_decided.into()),
        ];
        world.terminal.say(&words.say_with("adjudicate-closed", args));
    }
    world.terminal.say(&count("adjudicate-left", done.layer.open().count()));
    if !done.closed.is_empty() {
        policy(world, project, &done.layer);
    }
    if is_plan {
        world.terminal.say(&words.say("adjudicate-plan"));
    }
}
