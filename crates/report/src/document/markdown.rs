//! A document as Markdown. What a source says is never taken for markup.

use super::{Align, Block, Cell, Column, Document, Figure, Inline, Line, QuotedWords, Row, Table, visible};
use draad_words::Words;

/// Levels of headings that Markdown has.
const MAX_LEVEL: usize = 6;
/// Signs that mean something anywhere in a line.
const SIGNS: &str = "\\`*_[]<>|~&$^";

/// A line to write on.
const RULE: &str = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_";

/// Writes a document as Markdown (CommonMark; tables, strikethrough and formulas of its dialects are escaped too). Figures
/// are links to the pictures in `figures/`, and a field stands in brackets.
pub fn markdown(document: &Document) -> String {
    let mut writer = Writer { words: document.words, n_tables: 0, n_figures: 0 };
    let mut parts = vec![format!("# {}", line(&document.title))];
    parts.extend(document.under_title.iter().map(|text| line(text)));
    parts.extend(document.blocks.iter().map(|block| writer.block(block)).filter(|part| !part.is_empty()));
    if !document.definitions.is_empty() {
        parts.push(format!("## {}", line(&document.definitions_title)));
    }
    let definition = |(name, text): &(String, String)| format!("**{}**: {}", line(name), line(text));
    parts.extend(document.definitions.iter().map(definition));
    parts.join("\n\n") + "\n"
}

/// Counts the captions while it writes.
struct Writer {
    words: Words,
    n_tables: usize,
    n_figures: usize,
}

impl Writer {
    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading { level, text, count } => {
                let signs = "#".repeat((level + 1).min(MAX_LEVEL));
                let count = if count.is_empty() { String::new() } else { format!(" – {}", line(count)) };
                format!("{signs} {}{count}", line(text))
            }
            Block::Quote(words) => quote(words),
            Block::Note(text) => line(text),
            Block::Paragraph(pieces) => inlines(pieces),
            Block::Table(of) => self.table(of),
            Block::Figure(of) => self.figure(of),
            Block::List(points) => list("-", points),
            Block::Boxes(points) => list("- [ ]", points),
            Block::Ruled(n) => vec![RULE; *n].join("\n\n"),
            Block::PageBreak => "---".to_owned(),
            Block::Landscape(blocks) => {
                let parts = blocks.iter().map(|block| self.block(block)).filter(|part| !part.is_empty());
                parts.collect::<Vec<_>>().join("\n\n")
            }
        }
    }

    fn table(&mut self, table: &Table) -> String {
        let mut parts = Vec::new();
        if !table.caption.is_empty() {
            self.n_tables += 1;
            parts.push(self.caption("document-table", self.n_tables, &table.caption));
        }
        parts.push(rows(table));
        parts.extend(table.notes.iter().map(|note| line(note)));
        parts.join("\n\n")
    }

    fn figure(&mut self, figure: &Figure) -> String {
        let address: String = figure.name.split_whitespace().collect::<Vec<_>>().join("-");
        let mut parts = vec![format!("![{}](figures/{address}.png)", line(&figure.alt))];
        if !figure.caption.is_empty() {
            self.n_figures += 1;
            parts.push(self.caption("document-figure", self.n_figures, &figure.caption));
        }
        parts.extend(figure.notes.iter().map(|note| line(note)));
        parts.join("\n\n")
    }

    fn caption(&self, key: &str, n: usize, text: &str) -> String {
        format!("**{} {n}.** {}", self.words.say(key), line(text))
    }
}

/// Heads, a rule that says where the cells stand, and a row for each; a section is a row with one cell filled.
fn rows(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let rule = |column: &Column| match column.align {
        Align::Left => "---".to_owned(),
        Align::Centre => ":---:".to_owned(),
        Align::Right => "---:".to_owned(),
    };
    let mut lines = vec![
        row(table.columns.iter().map(|column| line(&column.head)).collect()),
        row(table.columns.iter().map(rule).collect()),
    ];
    for each in &table.rows {
        let mut cells: Vec<String> = match each {
            Row::Section(title) => vec![format!("**{}**", line(title))],
            Row::Cells(cells) => cells.iter().map(cell).collect(),
        };
        cells.resize(table.columns.len(), String::new());
        lines.push(row(cells));
    }
    lines.join("\n")
}

/// The paragraphs of a cell on one line.
fn cell(cell: &Cell) -> String {
    let paragraphs = cell.iter().map(|pieces| inlines(pieces).replace("\\\n", "<br>"));
    paragraphs.collect::<Vec<_>>().join("<br>")
}

fn list(sign: &str, points: &[Line]) -> String {
    let points = points.iter().map(|pieces| format!("{sign} {}", inlines(pieces)));
    points.collect::<Vec<_>>().join("\n")
}

/// A line of pieces. Blanks at the edge of a piece stand outside its signs, where Markdown wants them.
fn inlines(pieces: &[Inline]) -> String {
    let marked = |text: &str, sign: &str| match text.trim() {
        "" => text.to_owned(),
        words => {
            let (before, after) = text.split_once(words).unwrap_or_default();
            format!("{before}{sign}{}{sign}{after}", kept(words))
        }
    };
    let text: String = pieces
        .iter()
        .map(|piece| match piece {
            Inline::Plain(text) => kept(text),
            Inline::Bold(text) => marked(text, "**"),
            Inline::Italic(text) => marked(text, "*"),
            Inline::Field { name, value } if value.is_empty() => format!("\\[{}: …\\]", kept(name)),
            Inline::Field { value, .. } => format!("\\[{}\\]", kept(value)),
            Inline::Box => "☐".to_owned(),
        })
        .collect();
    let lines = text.lines().map(|line| guarded(&on_one_line(line))).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\\\n")
}

/// The words as a block quote, then who and where, then the remarks.
fn quote(quote: &QuotedWords) -> String {
    let words = match quote.is_whole_source {
        true => format!("*{}*", lines(&quote.words)),
        false => lines(&quote.words),
    };
    let (before, after) = (quote.before_in_brackets(), quote.after_in_brackets());
    let all = format!("{}{words}{}", escaped(&before), escaped(&after));
    let mut parts = vec![all.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")];
    if !quote.source_line.is_empty() {
        parts.push(format!("— {}", line(&quote.source_line)));
    }
    parts.extend(quote.memos.iter().map(|memo| format!("*{}*", line(memo))));
    parts.join("\n\n")
}

/// Escapes words and keeps their lines; empty ones, which would end a quote's paragraph, are left out.
fn lines(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(line).collect::<Vec<_>>().join("\\\n")
}

/// Escapes words and keeps where lines end.
fn kept(text: &str) -> String {
    text.split('\n').map(|line| escaped(&line.replace('\t', " "))).collect::<Vec<_>>().join("\n")
}

/// Escapes words on one line.
fn line(text: &str) -> String {
    guarded(&escaped(&on_one_line(text)))
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Sees to it that nobody takes an escaped line for a list, a heading, a rule or a frame of code.
fn guarded(text: &str) -> String {
    let n_digits = text.chars().take_while(char::is_ascii_digit).count();
    match text[n_digits..].chars().next() {
        Some('#' | '+' | '-' | '=' | ':') if n_digits == 0 => format!("\\{text}"),
        Some('.' | ')') if n_digits > 0 => format!("{}\\{}", &text[..n_digits], &text[n_digits..]),
        _ => text.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if SIGNS.contains(letter) {
            safe.push('\\');
        }
        safe.push(visible(letter));
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::super::sample::{blocks, document};
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    #[test]
    fn a_document_reads_from_top_to_bottom() {
        let expected = "# Fragmenten: Vertrouwen

Een studie

## Vertrouwen – 1 fragment in 1 bron

### p01 – 1 fragment in 1 bron

###### diep

> \\[… ik dacht\\] Zij zei: \"ëén\" \\& \\<b\\>\u{1F9D2}\u{1F3FD}\\</b\\>\\
> en toen niets ␇.\\[, of niet …\\]

— Moeder · p01-interview

*anna: \\*letterlijk\\* #1*

Gevonden in 1 van 2 casussen.

## Waarop dit berust

**Fragment**: Een stuk van een bron.
";
        assert_eq!(markdown(&document()), expected);
    }

    #[test]
    fn tables_figures_fields_and_lists_have_their_signs() {
        let expected = "# Manuscript

## Methode

Er zijn \\[13\\] casussen, *in \\<en\\> uit*.

**Tabel 1.** Steekproef

| Casus | Soort | n |
| --- | :---: | ---: |
| **constructief** |  |  |
| **p01**<br>a\\|b \\<i\\> | ● | 3 |
| \\[naam: …\\]☐ | · | 12 |

Noot \\& bron.

![Factoren \\& \"casussen\"](figures/matrix.png)

**Figuur 1.** Waar factoren staan

Eenheid: fragment.

- een
- twee

- [ ] klopt

RULE

RULE

---

**Tabel 2.** Steekproef
";
        let expected = expected.replace("RULE", RULE);
        let found = markdown(&blocks());
        assert!(found.starts_with(&expected), "{found}");
        assert!(found.ends_with("**Figuur 2.** Nog eens\n\nEenheid: fragment.\n\nSlot.\n"), "{found}");
    }

    /// What a reader of Markdown shows of a text, or nothing where it takes part of it for markup.
    fn shown(markdown: &str) -> Option<String> {
        let mut text = String::new();
        // everything but curling quotes and joining dashes, which changes no words
        let dialect = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(markdown, dialect) {
            match event {
                Event::Text(words) => text += &words,
                Event::HardBreak => text += "\n",
                Event::Start(Tag::BlockQuote(_) | Tag::Paragraph) => {}
                Event::End(TagEnd::BlockQuote(_) | TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(text)
    }

    proptest! {
        #[test]
        fn no_words_are_taken_for_markup(
            words in "([a-zé .!#+=>)(*_`~|<&$^:\\[\\]\\\\-]|[0-9]|\n){0,40}",
        ) {
            let plain: Vec<String> = words.lines()
                .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|line| !line.is_empty())
                .collect();
            let made = quote(&QuotedWords { words, ..QuotedWords::default() });
            prop_assert_eq!(shown(&made), Some(plain.join("\n")), "{}", made);
        }
    }
}
