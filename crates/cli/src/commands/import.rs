//! `draad import`

use super::{World, now, positions, quoted};
use crate::print::Grid;
use crate::{Done, Failure, args};
use draad_app::Project;
use draad_app::coded::{self, Options};
use draad_app::import::{self, Assignment, CommentUse, DateOrder, Request, Summary, TableOptions, report};
use draad_core::{Diagnostic, Severity};
use draad_words::Words;
use std::path::{Path, PathBuf};

/// The map of an import, where the user names no other.
const MAP: &str = "import.csv";
/// The import report, under `output/`.
const REPORT: &str = "import-report.md";
/// Up to how many files are told of in full on the terminal; the report has them all.
const MAX_FULL: usize = 5;
/// Up to how many things of a project that were changed or dropped are told of on the terminal.
const MAX_LINES: usize = 20;
/// Up to how many replaced values are told of on the terminal.
const MAX_VALUES: usize = 20;

pub(crate) fn run(world: &World, args: args::Import) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let words = project.words;
    let progress = world.terminal.progress(words);
    let map = args.map.clone().unwrap_or_else(|| PathBuf::from(MAP));
    let columns = args.columns.clone().unwrap_or_else(|| beside(&map, "columns"));
    let parts = args.project.clone().unwrap_or_else(|| beside(&map, "project"));
    let mut request = request(args);
    let mut summary = world.expect(import::import(&mut project, &request, &*progress), words)?;
    while let Some(answer) = positions::ask(world, &words, &mut summary) {
        request.coded.positions.push((answer.source, answer.reading));
        let again = Request { files: vec![answer.file], map: None, ..request.clone() };
        let more = world.expect(import::import(&mut project, &again, &*progress), words)?;
        summary.projects.extend(more.projects);
        summary.refused.extend(more.refused);
    }
    if request.plan {
        return plan(world, &project, [&map, &columns, &parts], &flags(&request), &summary);
    }
    say(world, &project, &summary);
    if report::n_done(&summary) > 0 {
        write_report(world, &project, &summary);
    }
    let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
    let in_tables = report::tables(&words, &summary).iter().any(|(_, found)| found.iter().any(is_error));
    let in_projects = summary.projects.iter().any(|project| project.diagnostics.iter().any(is_error));
    let is_fine = !in_projects && summary.refused.is_empty() && summary.unmapped.is_empty() && !in_tables;
    Ok(if is_fine { Done::Fine } else { Done::WithProblems })
}

fn request(args: args::Import) -> Request {
    // A plan goes on with the map that is there already.
    let map = args.map.clone().unwrap_or_else(|| PathBuf::from(MAP));
    let follows_map = args.plan || args.map.is_some();
    let parts = args.project.clone().unwrap_or_else(|| beside(&map, "project"));
    let goes_by_parts = match args.plan {
        true => parts.exists(),
        false => args.project.is_some() || (args.map.is_some() && parts.exists()),
    };
    Request {
        files: args.files,
        map: if args.plan { Some(map.clone()).filter(|map| map.exists()) } else { args.map },
        assignment: Assignment {
            source: args.name,
            cases: args.case,
            kind: args.kind,
            phase: args.phase,
            date: args.date,
            participants: args.participant,
            speakers: args.speaker,
            date_order: args.dates.map(|order| match order {
                args::DateOrder::Dmy => DateOrder::DayMonthYear,
                args::DateOrder::Mdy => DateOrder::MonthDayYear,
                args::DateOrder::Ymd => DateOrder::YearMonthDay,
            }),
            text_column: args.text_column,
        },
        add_cases: args.new_case,
        replace: args.replace,
        comments: match args.comments {
            args::Comments::Memos => CommentUse::Memos,
            args::Comments::Codings => CommentUse::Codings,
            args::Comments::LeaveOut => CommentUse::LeaveOut,
        },
        coded: Options {
            map: goes_by_parts.then_some(parts),
            codebook: args.codebook,
            positions: args.positions,
            columns: args.column,
            pick: args.pick,
        },
        coder: args.coder,
        file_use: args.file_use,
        chat: args.chat,
        tables: TableOptions {
            sheet: args.sheet,
            add_attributes: args.new_attributes,
            columns: args.columns.or_else(|| follows_map.then(|| beside(&map, "columns"))),
            meta: args.meta,
            respondents_are_cases: args.respondents_are_cases,
            role: args.role,
        },
        plan: args.plan,
        now: now(),
    }
}

/// Writes the import report. The import stands, whether or not that succeeds.
fn write_report(world: &World, project: &Project, summary: &Summary) {
    let words = &project.words;
    let text = report::markdown(words, &project.study().settings, summary);
    match project.folder.write_output(REPORT, text.as_bytes()) {
        Ok(path) if summary.imported.len() > MAX_FULL => {
            let args = [("file", path.display().to_string().into())];
            world.terminal.say(&words.say_with("import-report-written", args));
        }
        Ok(_) => {}
        Err(diagnostic) => world.terminal.diagnostic(words, &diagnostic),
    }
}

/// Tells what would be imported, and writes the map.
fn plan(
    world: &World,
    project: &Project,
    maps: [&Path; 3],
    flags: &str,
    summary: &Summary,
) -> Result<Done, Failure> {
    let (words, settings) = (&project.words, &project.study().settings);
    let [map, columns, parts] = maps;
    world.expect(import::write_map(map, &world.current, &summary.map), *words)?;
    say_tables(world, words, summary);
    for imported in &summary.imported {
        world.terminal.say(&report::file_line(words, settings, imported));
        for line in report::moved_lines(words, imported) {
            world.terminal.say(&format!("  {line}"));
        }
    }
    for diagnostic in summary.notes.iter().chain(&report::grouped(words, &summary.refused)) {
        world.terminal.diagnostic(words, diagnostic);
    }
    if !summary.columns.is_empty() {
        world.expect(import::write_columns(columns, &summary.columns), *words)?;
        let args = [("file", columns.display().to_string().into())];
        world.terminal.say(&words.say_with("import-columns-planned", args));
    }
    say_projects(world, words, summary, true);
    if !summary.projects.is_empty() {
        let rows: Vec<_> = summary.projects.iter().flat_map(|project| project.map.iter().cloned()).collect();
        world.expect(coded::write_map(parts, &rows), *words)?;
        let args = [("file", quoted(parts).into())];
        world.terminal.say(&words.say_with("coded-planned", args));
    }
    say_known(world, words, summary);
    let n_open = summary.refused.len() - summary.n_unreadable;
    let args = [
        ("n", report::n_done(summary).into()),
        ("open", n_open.into()),
        ("left", (summary.n_left_out + summary.n_unreadable).into()),
        ("known", summary.known.len().into()),
        ("file", quoted(map).into()),
        ("flags", flags.into()),
    ];
    world.terminal.headline(&words.say_with("import-planned", args));
    Ok(Done::Fine)
}

/// Tells which files are there already, unless there are many.
fn say_known(world: &World, words: &Words, summary: &Summary) {
    for (file, source) in summary.known.iter().filter(|_| summary.known.len() <= MAX_FULL) {
        let args = [("file", file.as_str().into()), ("source", source.as_str().into())];
        world.terminal.say(&words.say_with("import-known", args));
    }
}

/// Tells what became, or would become, of tables of records and of surveys.
fn say_tables(world: &World, words: &Words, summary: &Summary) {
    for (line, diagnostics) in report::tables(words, summary) {
        world.terminal.headline(&line);
        for diagnostic in &diagnostics {
            world.terminal.diagnostic(words, diagnostic);
        }
    }
    let values = report::replaced_values(summary);
    for line in values.iter().filter(|_| values.len() <= MAX_VALUES) {
        world.terminal.say(&format!("  {line}"));
    }
}

/// Tells what became, or would become, of projects of other programs: the reconciliation as a table, and what was changed
/// or dropped, as far as that fits.
fn say_projects(world: &World, words: &Words, summary: &Summary, is_plan: bool) {
    for project in &summary.projects {
        world.terminal.headline(&coded::report::headline(words, project));
        let mut rows = coded::report::table(words, project).into_iter();
        let mut grid = Grid::new(rows.next().unwrap_or_default(), 1);
        rows.for_each(|row| grid.row(row));
        world.terminal.say(grid.fitted(None).trim_end());
        let lines = coded::report::lines(words, project);
        for line in lines.iter().take(MAX_LINES) {
            world.terminal.say(&format!("  {line}"));
        }
        for diagnostic in &project.diagnostics {
            world.terminal.diagnostic(words, diagnostic);
        }
        let file = project.written.as_str();
        let n_more = lines.len().saturating_sub(MAX_LINES);
        let rest = [("n", n_more.into()), ("file", file.into())];
        match (n_more > 0, is_plan) {
            (true, false) => world.terminal.say(&words.say_with("coded-rest", rest)),
            (true, true) => world.terminal.say(&words.say_with("coded-rest-planned", rest)),
            (false, false) => world.terminal.say(&words.say_with("coded-written", [("file", file.into())])),
            (false, true) => {}
        }
    }
}

/// The flags that carrying out a plan needs as well, as they are typed.
fn flags(request: &Request) -> String {
    let tables = &request.tables;
    let switches = [
        (request.add_cases, "--new-case"),
        (tables.add_attributes, "--new-attributes"),
        (tables.respondents_are_cases, "--respondents-are-cases"),
        (request.comments == CommentUse::Codings, "--comments codings"),
        (request.comments == CommentUse::LeaveOut, "--comments leave-out"),
    ];
    let mut flags: String =
        switches.into_iter().filter(|(is_on, _)| *is_on).map(|(_, flag)| format!(" {flag}")).collect();
    let coder = request.coder.iter().map(|coder| format!(" --coder {coder}"));
    flags.extend(coder.chain(tables.role.iter().map(|role| format!(" --role {role}"))));
    flags
}

/// Where the map of columns, or that of a project, stands unless it is named: beside the map of the files.
fn beside(map: &Path, what: &str) -> PathBuf {
    let stem = map.file_stem().unwrap_or_default().to_string_lossy();
    map.with_file_name(format!("{stem}-{what}.csv"))
}

fn say(world: &World, project: &Project, summary: &Summary) {
    let (words, settings) = (&project.words, &project.study().settings);
    for case in &summary.new_cases {
        world.terminal.say(&words.say_with("import-new-case", [("case", case.to_string().into())]));
    }
    say_tables(world, words, summary);
    let is_short = summary.imported.len() <= MAX_FULL;
    for imported in &summary.imported {
        world.terminal.headline(&report::file_line(words, settings, imported));
        if is_short {
            for line in report::details(words, imported) {
                world.terminal.say(&format!("  {line}"));
            }
        }
        for diagnostic in &imported.diagnostics {
            world.terminal.diagnostic(words, diagnostic);
        }
    }
    say_projects(world, words, summary, false);
    say_known(world, words, summary);
    for diagnostic in summary.notes.iter().chain(&report::grouped(words, &summary.refused)) {
        world.terminal.diagnostic(words, diagnostic);
    }
    if !summary.unmapped.is_empty() {
        let files = summary.unmapped.join(", ");
        let args = [("n", summary.unmapped.len().into()), ("files", files.into())];
        world.terminal.say(&words.say_with("import-unmapped", args));
    }
    world.terminal.headline(&report::headline(words, summary));
}
