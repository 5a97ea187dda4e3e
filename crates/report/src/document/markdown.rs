//! A document of passages as Markdown. What a source says is never taken for markup.

use super::{Block, Document, QuotedWords, visible};

/// Levels of headings that Markdown has.
const MAX_LEVEL: usize = 6;
/// Signs that mean something anywhere in a line.
const SIGNS: &str = "\\`*_[]<>|~&$^";

/// Writes a document as Markdown (CommonMark; tables, strikethrough and formulas of its dialects are escaped too).
pub fn markdown(document: &Document) -> String {
    let mut parts = vec![format!("# {}", line(&document.title))];
    parts.extend(document.under_title.iter().map(|text| line(text)));
    parts.extend(document.blocks.iter().map(block));
    parts.push(format!("## {}", line(&document.definitions_title)));
    let definition = |(name, text): &(String, String)| format!("**{}**: {}", line(name), line(text));
    parts.extend(document.definitions.iter().map(definition));
    parts.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text, count } => {
            let signs = "#".repeat((level + 1).min(MAX_LEVEL));
            let count = if count.is_empty() { String::new() } else { format!(" – {}", line(count)) };
            format!("{signs} {}{count}", line(text))
        }
        Block::Quote(words) => quote(words),
        Block::Note(text) => line(text),
    }
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

/// Escapes words on one line.
fn line(text: &str) -> String {
    let text = escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let n_digits = text.chars().take_while(char::is_ascii_digit).count();
    match text[n_digits..].chars().next() {
        // a list, a heading, a rule, a frame of code
        Some('#' | '+' | '-' | '=' | ':') if n_digits == 0 => format!("\\{text}"),
        Some('.' | ')') if n_digits > 0 => format!("{}\\{}", &text[..n_digits], &text[n_digits..]),
        _ => text,
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
    use super::super::sample::document;
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
