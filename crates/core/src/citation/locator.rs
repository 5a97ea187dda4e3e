//! Places in a work: `p. 12`, `hoofdstuk 3`.

use LocatorKind as Kind;

/// A place in a work.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Locator {
    /// What the number counts.
    pub kind: LocatorKind,
    /// The number, or several: `12`, `12–14`, `xii`.
    pub number: String,
}

/// What a locator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "these are words everybody knows")]
pub enum LocatorKind {
    Page,
    Chapter,
    Section,
    Paragraph,
    Figure,
    Table,
    Appendix,
    Volume,
    Part,
    Line,
    Note,
}

/// What people write for each, in Dutch and in English, in small letters and without the full stop.
const WORDS: [(LocatorKind, &[&str]); 11] = [
    (Kind::Page, &["p", "pp", "page", "pages", "blz", "bl", "pag", "pagina", "pagina's", "pagina’s"]),
    (
        Kind::Chapter,
        &["ch", "chap", "chapter", "chapters", "h", "hfst", "hfdst", "hoofdstuk", "hoofdstukken"],
    ),
    (Kind::Section, &["sec", "section", "sections", "sectie", "§"]),
    (
        Kind::Paragraph,
        &["para", "paras", "paragraph", "paragraphs", "par", "paragraaf", "paragrafen", "alinea"],
    ),
    (Kind::Figure, &["fig", "figure", "figures", "figuur", "figuren"]),
    (Kind::Table, &["table", "tables", "tabel", "tabellen"]),
    (Kind::Appendix, &["app", "appendix", "bijlage"]),
    (Kind::Volume, &["vol", "volume"]),
    (Kind::Part, &["pt", "part", "deel"]),
    (Kind::Line, &["l", "ll", "line", "lines", "regel", "regels"]),
    (Kind::Note, &["n", "nn", "note", "notes", "noot", "voetnoot"]),
];

impl LocatorKind {
    /// Returns what a word stands for, with or without its full stop.
    fn of(word: &str) -> Option<Self> {
        let word = word.strip_suffix('.').unwrap_or(word).to_lowercase();
        WORDS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(kind, _)| *kind)
    }
}

/// Reads what stands after a key: a locator, if it begins with one, and the rest.
pub(super) fn split(after: &str) -> (Option<Locator>, String) {
    let text = after.trim_start();
    let text = text.strip_prefix(',').unwrap_or(text).trim_start();
    let labelled = || {
        let end = text.find(|c: char| c.is_whitespace() || c.is_ascii_digit()).unwrap_or(text.len());
        let kind = LocatorKind::of(&text[..end])?;
        number(text[end..].trim_start()).map(|(number, rest)| (kind, number, rest))
    };
    let page = || number(text).filter(|(number, _)| number.starts_with(|c: char| c.is_ascii_digit()));
    let found = labelled().or_else(|| page().map(|(number, rest)| (Kind::Page, number, rest)));
    match found {
        Some((kind, number, rest)) => (Some(Locator { kind, number }), rest.trim_end().to_owned()),
        None => (None, after.trim_end().to_owned()),
    }
}

/// Reads numbers, Arabic or Roman, with ranges and lists of them: `12`, `12-14`, `3, 5–7`, `iv`. The sign of a range becomes a
/// dash, which is how it is printed.
fn number(text: &str) -> Option<(String, &str)> {
    let mut found = String::new();
    let mut rest = text;
    loop {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(rest.len());
        let item = rest[..end].trim_end_matches('.');
        if !is_number(item) {
            break;
        }
        found.push_str(item);
        rest = &rest[item.len()..];
        let (sign, len) = joining(rest);
        let next = &rest[len..];
        let goes_on = next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len());
        if len == 0 || !is_number(&next[..goes_on]) {
            return Some((found, rest));
        }
        found.push_str(sign);
        rest = next;
    }
    None
}

/// Returns the sign between two numbers as it is printed, and its length in the text.
fn joining(text: &str) -> (&'static str, usize) {
    let dashes = ["--", "-", "–", "—"];
    if let Some(dash) = dashes.iter().find(|dash| text.starts_with(**dash)) {
        return ("–", dash.len());
    }
    let spaces = |text: &str| text.len() - text.trim_start_matches(' ').len();
    match text.strip_prefix(',') {
        Some(rest) => (", ", 1 + spaces(rest)),
        None => ("", 0),
    }
}

/// Returns whether a word is a number: it begins with a digit (`12`, `12a`, `3.1`), or is a Roman one.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || !word.is_empty() && word.chars().all(|c| "ivxlcdmIVXLCDM".contains(c))
}
