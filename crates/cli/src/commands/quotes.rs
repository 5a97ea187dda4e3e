//! `draad quotes`

use super::World;
use super::tabular::Tabular;
use crate::args::{self, QuoteFormat};
use crate::print::wrap;
use crate::{Done, Failure};
use anstyle::Style;
use draad_app::format::{Format, Target};
use draad_app::output;
use draad_app::quotes::{Block, Cut, CutPart, Document, QuotedWords, Quotes, Request, visible};
use draad_app::show::View;

/// Columns of a passage on the terminal, at most.
const QUOTE_WIDTH: usize = 92;
/// Blanks before a passage.
const INDENT: &str = "    ";
/// Outer headings stand out; where there is no style a line under the outermost says the same.
const HEADING: Style = Style::new().bold();
/// Words around a passage are lighter; brackets say the same.
const CONTEXT: Style = Style::new().dimmed();

pub(crate) fn run(world: &World, args: args::Quotes) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let words = project.words;
    let target = world.expect(Target::new(args.format.map(Format::from), args.out.as_deref()), words)?;
    let mut filter = world.filter(&project, args.filter)?;
    let sets = world.with_sets(&mut project, &args.sets, &mut filter)?;
    let codes = if filter.codes.is_empty() { [args.codes, sets].concat() } else { args.codes };
    let request = Request {
        filter,
        codes,
        unfolded: args.unfolded,
        by: Some(args.by),
        each_coding: args.codings,
        fields: args.fields,
        context: args.context,
    };
    let quotes = world.expect(Quotes::new(&project, &request), words)?;
    let out = target.file.as_deref();
    let text = match (target.format, out) {
        (Format::Docx, Some(file)) => {
            let bytes = world.expect(quotes.docx(), words)?;
            return world.write(&words, file, &bytes);
        }
        (Format::Xlsx, Some(file)) => {
            let written = world.expect(quotes.xlsx(), words)?;
            world.write(&words, file, &written.bytes)?;
            written.cuts.iter().for_each(|cut| tell_cut(world, &quotes, cut));
            return Ok(Done::Fine);
        }
        (Format::Html | Format::Arrow | Format::Parquet, _) => {
            return tabular(&quotes).deliver(world, &project, &target);
        }
        (Format::Csv, _) => output::csv(&quotes.table()),
        (Format::Excel, _) => output::excel(&quotes.table()),
        (Format::Json, _) => quotes.json(),
        (Format::Md, _) => quotes.markdown(),
        _ => document_text(&quotes.document(), world.terminal.width(out)),
    };
    world.deliver(&words, out, &text)?;
    if matches!(target.format, Format::Csv | Format::Excel) {
        tell_definitions(world, &quotes, &target)?;
    }
    Ok(Done::Fine)
}

/// The passages as columns.
fn tabular(quotes: &Quotes) -> Tabular {
    let table = quotes.table();
    let (kind, definitions) = (table.name, quotes.meanings(&table));
    let view = View { part: table.name, ..quotes.view() };
    Tabular { kind, tables: vec![table], basis: quotes.basis(), views: vec![view], definitions }
}

impl From<QuoteFormat> for Format {
    fn from(format: QuoteFormat) -> Self {
        match format {
            QuoteFormat::Text => Self::Text,
            QuoteFormat::Csv => Self::Csv,
            QuoteFormat::Excel => Self::Excel,
            QuoteFormat::Json => Self::Json,
            QuoteFormat::Md => Self::Md,
            QuoteFormat::Html => Self::Html,
            QuoteFormat::Xlsx => Self::Xlsx,
            QuoteFormat::Arrow => Self::Arrow,
            QuoteFormat::Parquet => Self::Parquet,
            QuoteFormat::Docx => Self::Docx,
        }
    }
}

/// What a table of plain text rests on stands in a file beside it, or is said.
fn tell_definitions(world: &World, quotes: &Quotes, target: &Target) -> Result<(), Failure> {
    let notes = quotes.notes();
    match target.definitions() {
        Some(file) => {
            let text = notes.join("\n") + "\n";
            world.deliver(&quotes.words(), Some(&file), &text)?;
        }
        None => notes.iter().for_each(|note| world.terminal.say(note)),
    }
    Ok(())
}

fn tell_cut(world: &World, quotes: &Quotes, cut: &Cut) {
    let words = quotes.words();
    let n = ("n", cut.n.into());
    world.terminal.say(&match &cut.what {
        CutPart::Texts { column } => words.say_with("quotes-cut", [n, ("column", column.clone().into())]),
        CutPart::Rows => words.say_with("quotes-rows-cut", [n]),
        CutPart::Links => return,
    });
}

pub(super) fn document_text(document: &Document, width: Option<usize>) -> String {
    let width = width.unwrap_or(QUOTE_WIDTH).min(QUOTE_WIDTH);
    let mut text = format!("{HEADING}{}{HEADING:#}\n", document.title);
    for line in document.under_title.iter().flat_map(|line| wrap(line, width)) {
        text += &format!("{line}\n");
    }
    for block in &document.blocks {
        text += "\n";
        text += &match block {
            Block::Heading { level, text, count } => heading(*level, text, count, width),
            Block::Quote(words) => quote(words, width),
            other => {
                let lines: Vec<String> = other.lines().iter().flat_map(|line| wrap(line, width)).collect();
                lines.join("\n") + "\n"
            }
        };
    }
    text += &format!("\n{}", heading(1, &document.definitions_title, "", width));
    for (name, definition) in &document.definitions {
        text += &(wrap(&format!("{name}: {definition}"), width).join("\n") + "\n");
    }
    text
}

fn heading(level: usize, text: &str, count: &str, width: usize) -> String {
    let count = if count.is_empty() { String::new() } else { format!("  ({count})") };
    let indent = "  ".repeat(level.saturating_sub(2));
    match level {
        1 => format!("{HEADING}{text}{HEADING:#}{count}\n{}\n", "─".repeat(width)),
        2 => format!("{HEADING}{text}{HEADING:#}{count}\n"),
        _ => format!("{indent}{text}{count}\n"),
    }
}

/// The words with their lines, who and where, and the remarks.
fn quote(quote: &QuotedWords, width: usize) -> String {
    let marks = if quote.is_whole_source { ["", ""] } else { ["“", "”"] };
    let words = format!("{}{}{}", marks[0], quote.words, marks[1]);
    let around = |context: String| match context.is_empty() {
        true => context,
        false => format!("{CONTEXT}{}{CONTEXT:#}", shown(&context)),
    };
    let words: Vec<String> = words.lines().map(shown).collect();
    let all = around(quote.before_in_brackets()) + &words.join("\n") + &around(quote.after_in_brackets());
    let width = width.saturating_sub(INDENT.len());
    let mut lines: Vec<String> = all.lines().flat_map(|line| wrap(line, width)).collect();
    lines.extend(wrap(&shown(&quote.source_line), width));
    for memo in &quote.memos {
        lines.extend(wrap(&shown(&format!("[{}]", memo.replace('\n', " "))), width));
    }
    lines.iter().map(|line| format!("{INDENT}{line}\n")).collect()
}

/// One line as a terminal can show it: what would steer the terminal is shown by its picture.
fn shown(line: &str) -> String {
    line.replace('\t', " ").chars().map(visible).collect()
}
