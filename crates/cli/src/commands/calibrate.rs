//! `draad calibrate`

use super::tabular::Tabular;
use super::{World, now, passage};
use crate::args;
use crate::print::wrap;
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::calibration::{self, CaseEvidence, Evidence, Given, Request};
use draad_app::format::Format;
use draad_app::passages::Quoted;
use draad_core::{CoderId, Diagnostic, Membership, Place, Problem};
use draad_words::Words;

/// Columns of a reason on the terminal.
const MEMO_WIDTH: usize = 92;

pub(crate) fn run(world: &World, mut args: args::Calibrate) -> Result<Done, Failure> {
    let mut project = world.open()?;
    if let Some(value) = args.value.take() {
        return score(world, &mut project, value, args);
    }
    let words = project.words;
    let target = world.target(words, args.format, args.out.as_deref())?;
    let filter = world.filter(&project, args.filter)?;
    let shown = match &args.condition {
        Some(name) => calibration::condition(&project, name, &filter),
        None => calibration::conditions(&project, &filter),
    };
    let shown = world.expect(shown, words)?;
    let is_whole = args.part.is_none();
    let tabular = Tabular {
        kind: "calibration",
        tables: shown.tables,
        basis: serde_json::to_value(&shown.basis).expect("a basis has plain fields"),
        views: shown.views,
        definitions: Vec::new(),
    };
    let tabular = match &args.part {
        Some(part) => world.expect(tabular.only(part, &words), words)?,
        None => tabular,
    };
    let evidence = |of_case: fn(&Words, &CaseEvidence) -> String| {
        let cases = shown.evidence.iter().filter(|_| is_whole);
        cases.map(|case| of_case(&words, case)).collect::<String>()
    };
    let out = target.file.as_deref();
    match target.format {
        Format::Text => {
            let text = tabular.text(world.terminal.width(out)) + &evidence(evidence_text);
            world.deliver(&words, out, &text)?;
        }
        Format::Md => {
            let text = tabular.markdown(&project) + &evidence(evidence_markdown);
            world.deliver(&words, out, &text)?;
        }
        _ => _ = tabular.deliver(world, &project, &target)?,
    }
    if project.study().conditions.is_empty() {
        world.terminal.say(&words.say("calibrate-none"));
    }
    for diagnostic in &shown.refused {
        world.terminal.diagnostic(&words, diagnostic);
    }
    Ok(if shown.refused.is_empty() { Done::Fine } else { Done::WithProblems })
}

/// Records a score, and says what came in the place of what.
fn score(
    world: &World,
    project: &mut Project,
    value: String,
    args: args::Calibrate,
) -> Result<Done, Failure> {
    let words = project.words;
    let case = world.expect(only(args.filter.place.case, "--case"), words)?;
    let coder = match args.filter.coder {
        list if list.is_empty() => from_environment(),
        list => Some(world.expect(only(list, "--coder"), words)?),
    };
    let request = Request {
        condition: args.condition.unwrap_or_default(),
        case,
        value,
        coder,
        memo: args.memo,
        passages: args.passages,
    };
    let given = world.expect(calibration::score(project, &request, now()), words)?;
    say_given(world, project, &given);
    Ok(Done::Fine)
}

fn say_given(world: &World, project: &Project, given: &Given) {
    let (words, row) = (&project.words, &given.row);
    let figure = |row: &Membership| calibration::figure(words, row.value);
    if given.is_known {
        world
            .terminal
            .headline(&words.say_with("calibrate-known", [("coder", row.coder.to_string().into())]));
    } else {
        let args = [
            ("condition", row.condition.to_string().into()),
            ("case", row.case.to_string().into()),
            ("value", figure(row).into()),
            ("label", given.label(project).into()),
            ("has-label", usize::from(!given.label(project).is_empty()).into()),
            ("coder", row.coder.to_string().into()),
            ("passages", row.passages.len().into()),
        ];
        world.terminal.headline(&words.say_with("calibrate-given", args));
    }
    if let Some(before) = &given.before {
        let args = [
            ("coder", before.coder.to_string().into()),
            ("value", figure(before).into()),
            ("day", calibration::day(words, before).into()),
        ];
        world.terminal.say(&words.say_with("calibrate-before", args));
    }
    for diagnostic in &given.warnings {
        world.terminal.diagnostic(words, diagnostic);
    }
}

/// Returns the only one of those that an option names.
fn only<T>(mut all: Vec<T>, option: &str) -> Result<T, Box<Diagnostic>> {
    match (all.pop(), all.len()) {
        (Some(one), 0) => Ok(one),
        (_, n) => {
            let problem = Problem::ScoreOfOne { option: option.to_owned(), n: n + 1 };
            Err(Box::new(Diagnostic::error(Place::default(), problem)))
        }
    }
}

/// Returns who scores where no flag says so.
fn from_environment() -> Option<CoderId> {
    CoderId::new(&std::env::var("DRAAD_CODER").ok()?)
}

/// A case with its membership, and the words behind it.
fn evidence_text(words: &Words, case: &CaseEvidence) -> String {
    let blocks = case.evidence.iter().map(|evidence| {
        let mut text = format!("\n{}\n", calibration::heading(words, case, evidence));
        let memo = evidence.score.as_ref().map_or("", |score| score.memo.as_str());
        for line in wrap(memo, MEMO_WIDTH).iter().filter(|line| !line.is_empty()) {
            text += &format!("  {line}\n");
        }
        if evidence.passages.is_empty() {
            text += &format!("  {}\n", words.say("calibrate-evidence-none"));
        }
        text + &evidence.passages.iter().map(|quoted| passage_text(words, quoted)).collect::<String>()
    });
    blocks.collect()
}

fn passage_text(words: &Words, quoted: &Quoted) -> String {
    let said = quoted.said.chars.map(|_| quoted.said.text.as_str());
    passage::text(words, &place(quoted), "", facts(words, quoted), said)
}

/// Who said it, where and when.
fn facts(words: &Words, Quoted { said, place }: &Quoted) -> [String; 5] {
    [
        place.speaker.clone(),
        place.role.clone(),
        place.phase.clone(),
        passage::moment(said.date.as_deref()),
        words.in_original(said.original),
    ]
}

fn place(quoted: &Quoted) -> String {
    let line = quoted.place.line.map_or(String::new(), |line| format!(":{line}"));
    format!("{}{line}", quoted.said.source)
}

fn evidence_markdown(words: &Words, case: &CaseEvidence) -> String {
    let quote = |quoted: &Quoted| {
        let facts = facts(words, quoted).into_iter().filter(|fact| !fact.is_empty());
        let facts = std::iter::once(place(quoted)).chain(facts).collect::<Vec<_>>().join(" · ");
        format!("> {}\n>\n> {facts}\n\n", quoted.said.text.replace('\n', "\n> "))
    };
    let block = |evidence: &Evidence| {
        let memo = evidence.score.as_ref().map_or("", |score| score.memo.as_str());
        let memo = if memo.is_empty() { String::new() } else { format!("{memo}\n\n") };
        let quotes: String = evidence.passages.iter().map(quote).collect();
        format!("\n### {}\n\n{memo}{quotes}", calibration::heading(words, case, evidence))
    };
    case.evidence.iter().map(block).collect()
}
