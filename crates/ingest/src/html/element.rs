//! What the standard says of elements, and what attributes say of one.

use html5gum::StartTag;

/// A start tag with what readers ask of it.
pub(super) struct Element<'t> {
    tag: &'t StartTag<()>,
    /// Its name, lower case.
    pub(super) name: String,
    /// The declarations of its `style`, lower case, without blanks.
    style: String,
}

impl<'t> Element<'t> {
    pub(super) fn new(tag: &'t StartTag<()>) -> Self {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let mut element = Self { tag, name, style: String::new() };
        let style = element.attribute("style");
        element.style = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        element
    }

    /// Returns the value of an attribute, empty when it is absent.
    pub(super) fn attribute(&self, name: &str) -> String {
        let value = self.tag.attributes.get(name.as_bytes());
        value.map_or(String::new(), |value| String::from_utf8_lossy(value).into_owned())
    }

    /// Returns whether one of its classes contains `part`.
    pub(super) fn has_class(&self, part: &str) -> bool {
        self.attribute("class").to_ascii_lowercase().contains(part)
    }

    /// Returns whether nobody sees it.
    pub(super) fn is_hidden(&self) -> bool {
        let hides = ["display:none", "visibility:hidden", "mso-hide:all"];
        let is_hidden = self.tag.attributes.contains_key(&b"hidden"[..]);
        !is_void(&self.name) && (is_hidden || hides.iter().any(|hides| self.style.contains(hides)))
    }

    /// Returns whether its style makes it bold.
    pub(super) fn is_bold(&self) -> bool {
        let heavy = ["bold", "600", "700", "800", "900"];
        heavy.iter().any(|weight| self.style.contains(&format!("font-weight:{weight}")))
    }

    /// Returns whether its style contains `part`.
    pub(super) fn has_style(&self, part: &str) -> bool {
        self.style.contains(part)
    }

    /// Returns whether it ends where it starts.
    pub(super) fn is_closed(&self) -> bool {
        self.tag.self_closing || is_void(&self.name)
    }
}

/// Returns whether an element is a block: text before and after it stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 32] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "title",
        "ul",
    ];
    BLOCKS.contains(&name) || heading_level(name).is_some()
}

/// Returns the level of a heading.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(digit - b'0'),
        _ => None,
    }
}

/// Returns whether an element cannot have contents.
pub(super) fn is_void(name: &str) -> bool {
    const VOID: [&str; 13] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ];
    VOID.contains(&name)
}

/// Returns whether an element ends where the next of its kind starts.
pub(super) fn is_ended_by_next(name: &str) -> bool {
    matches!(name, "p" | "li" | "dt" | "dd" | "option" | "tr" | "td" | "th")
}
