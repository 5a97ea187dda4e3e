//! The text of a finding as paragraphs.

use crate::document::{Inline, Line};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// Returns Markdown as paragraphs; bold and italics stay, links leave their words, raw HTML is shown as it was typed.
pub(super) fn paragraphs(markdown: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![Vec::new()];
    let (mut bold, mut italic) = (0, 0);
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Strong) => bold += 1,
            Event::End(TagEnd::Strong) => bold -= 1,
            Event::Start(Tag::Emphasis) => italic += 1,
            Event::End(TagEnd::Emphasis) => italic -= 1,
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::CodeBlock(_)) => {
                lines.push(Vec::new())
            }
            Event::SoftBreak | Event::HardBreak => push(&mut lines, Inline::plain(" ")),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                let piece = match (bold > 0, italic > 0) {
                    (true, _) => Inline::bold(text.trim_end_matches('\n')),
                    (false, true) => Inline::italic(text.trim_end_matches('\n')),
                    (false, false) => Inline::plain(text.trim_end_matches('\n')),
                };
                push(&mut lines, piece);
            }
            _ => {}
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn push(lines: &mut [Line], piece: Inline) {
    lines.iter_mut().last().into_iter().for_each(|line| line.push(piece.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_keep_what_stands_out_and_all_words() {
        let lines = paragraphs("Een *idee*\nen **meer**.\n\n- punt\n\n[hier](http://x) <b>");
        let texts: Vec<String> = lines.iter().map(|line| line.iter().map(Inline::text).collect()).collect();
        assert_eq!(texts, ["Een idee en meer.", "punt", "hier <b>"]);
        assert_eq!(lines[0][1], Inline::italic("idee"));
        assert_eq!(lines[0][4], Inline::bold("meer"));
    }
}
