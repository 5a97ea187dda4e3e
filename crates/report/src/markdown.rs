//! Memos and findings: Markdown without raw HTML and without links to outside.

use pulldown_cmark::{Event, Parser, Tag, TagEnd, html};

/// Returns Markdown as HTML. Raw HTML is shown as it was typed, links lose their target, pictures leave their words.
pub(crate) fn html(markdown: &str) -> String {
    let mut result = String::with_capacity(markdown.len() * 5 / 4);
    html::push_html(&mut result, Parser::new(markdown).filter_map(safe));
    result
}

fn safe(event: Event) -> Option<Event> {
    match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock) => None,
        Event::End(TagEnd::Link | TagEnd::Image | TagEnd::HtmlBlock) => None,
        Event::Start(Tag::Heading { .. }) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Paragraph)),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_through_that_could_run_or_fetch() {
        let text = "Een *idee* <script>alert(1)</script> [hier](https://example.org) ![foto](http://x/y.png)\n\n<b>blok</b>";
        let html = html(text);
        assert!(html.contains("<em>idee</em>"), "{html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
        assert!(!html.contains("<script") && !html.contains("http") && !html.contains("<b>"), "{html}");
    }
}
