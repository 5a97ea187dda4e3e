//! HTML: transcripts from noScribe and other programs, Word's and LibreOffice's web pages, old exports.
//!
//! Blocks become lines, rows of tables lines with a tab between cells. What a browser does not show is left out: scripts,
//! styles, hidden text. The tags come from a tokenizer that follows the HTML standard; nothing is nested, so that no page
//! can be too deep.

mod charset;
mod element;
mod noscribe;
mod reader;
mod silence;
mod table;
mod word;

use crate::{File, Imported};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use reader::Reader;

/// Reads a page.
pub(crate) fn read(file: &File, bytes: &[u8]) -> Imported {
    let mut imported = Imported::default();
    let decoded = charset::decode(bytes);
    let mut reader = Reader::new(&mut imported);
    let mut emitter = DefaultEmitter::default();
    // The contents of scripts, styles and titles are no tags.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(decoded.text.as_str(), emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag.name),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(text) => reader.remark(&String::from_utf8_lossy(&text)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    let document = reader.finish();
    decoded.report_to(file, &mut imported);
    let mut imported = document.compose(file, "html", imported);
    imported.reading.push_str(&decoded.reading());
    imported
}

/// Returns whether a text starts as a page does.
pub(crate) fn is_page(start: &str) -> bool {
    first_tag_is_one_of(start, &["!doctype html", "html", "head", "body", "meta", "title", "style"])
}

/// Returns whether a text starts with a tag that pages have.
pub(crate) fn starts_with_tag(start: &str) -> bool {
    first_tag_is_one_of(start, &["p", "div", "span", "table", "h1", "h2", "h3", "b", "font", "br", "center"])
}

fn first_tag_is_one_of(start: &str, names: &[&str]) -> bool {
    let mut rest = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    while let Some(skipped) = skip_declaration(rest) {
        rest = skipped.trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    names.iter().any(|name| {
        let named = tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        named && tag[name.len()..].starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/')
    })
}

/// Returns what comes after a comment or an XML declaration at the start.
fn skip_declaration(text: &str) -> Option<&str> {
    let (open, close) = if text.starts_with("<!--") { ("<!--", "-->") } else { ("<?xml", "?>") };
    let (_, after) = text.strip_prefix(open)?.split_once(close)?;
    Some(after)
}

#[cfg(test)]
mod tests;
