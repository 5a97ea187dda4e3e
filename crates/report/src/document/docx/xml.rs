//! XML as text: elements with attributes, and words that are safe in them.

use super::super::visible;

/// Returns an element with what is in it.
pub(super) fn element(name: &str, attributes: &[(&str, &str)], content: &str) -> String {
    let start = started(name, attributes);
    if content.is_empty() { format!("<{start}/>") } else { format!("<{start}>{content}</{name}>") }
}

/// Returns an element without content.
pub(super) fn empty(name: &str, attributes: &[(&str, &str)]) -> String {
    element(name, attributes, "")
}

/// Returns an element that says one thing: `<w:jc w:val="right"/>`.
pub(super) fn valued(name: &str, value: &str) -> String {
    empty(name, &[("w:val", value)])
}

/// Returns words as they may stand between and within elements; what XML cannot hold is shown by its picture.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match visible(letter) {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            other => safe.push(other),
        }
    }
    safe
}

fn started(name: &str, attributes: &[(&str, &str)]) -> String {
    let attributes = attributes.iter().map(|(key, value)| format!(" {key}=\"{}\"", escaped(value)));
    format!("{name}{}", attributes.collect::<String>())
}
