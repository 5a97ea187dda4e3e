//! Marks of the ROCK in a line, and the words that are left without them.

use std::borrow::Cow;

/// The longest mark, in bytes. A bracket that is closed further on is a bracket of the text.
const LONGEST: usize = 1000;
/// The most levels that the path of a code may have.
const DEEPEST: usize = 32;

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark<'l> {
    /// The identifier of the line.
    Uid(&'l str),
    /// From here on, the line and those after it are of this case.
    Case(&'l str),
    /// From here on, this person coded.
    Coder(&'l str),
    /// From here on, the lines belong to something else of this class.
    Instance { class: &'l str, id: &'l str },
    /// A code with its parents, outermost first.
    Code(Vec<&'l str>),
    /// A value of a code.
    Value { code: Vec<&'l str>, value: &'l str },
    /// A relation between two codes: what it is, and perhaps how strong.
    Relation { from: Vec<&'l str>, to: Vec<&'l str>, text: &'l str },
    /// The end of a section.
    Break(&'l str),
    /// A point where the text and another stream of data meet.
    Anchor(&'l str),
    /// It has double brackets, and is left in the text.
    Unknown(&'l str),
}

/// A line without its marks.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Bare<'l> {
    pub(super) words: Cow<'l, str>,
    pub(super) marks: Vec<Mark<'l>>,
}

/// Takes the marks out of a line. Of the blanks around a mark one stays; none stays at the end of the line.
pub(super) fn take_apart(line: &str) -> Bare<'_> {
    if let Some(name) = old_break(line) {
        return Bare { words: Cow::Borrowed(""), marks: vec![Mark::Break(name)] };
    }
    let mut words = String::new();
    let mut marks = Vec::new();
    let mut from = 0;
    let mut rest = line;
    let mut at_end = false;
    while let Some(at) = rest.find(['[', '-']) {
        let here = &rest[at..];
        let Some((len, mark)) = mark(here) else {
            rest = &rest[at + 1..];
            continue;
        };
        let start = line.len() - here.len();
        if let Mark::Unknown(_) = mark {
            marks.push(mark);
            rest = &here[len..];
            continue;
        }
        words.push_str(&line[from..start]);
        marks.push(mark);
        rest = &here[len..];
        at_end = rest.trim().is_empty();
        if (words.is_empty() || words.ends_with([' ', '\t'])) && rest.starts_with([' ', '\t']) {
            rest = &rest[1..];
        }
        from = line.len() - rest.len();
    }
    if from == 0 {
        return Bare { words: super::escape::unescaped(line), marks };
    }
    words.push_str(&line[from..]);
    if at_end {
        words.truncate(words.trim_end().len());
    }
    Bare { words: Cow::Owned(super::escape::unescaped(&words).into_owned()), marks }
}

/// Returns the mark at the start of `text`, and its length.
fn mark(text: &str) -> Option<(usize, Mark<'_>)> {
    let near = &text[..text.floor_char_boundary(LONGEST)];
    let between = |open: &str, close: &str| {
        let inner = near.strip_prefix(open)?;
        let end = inner.find(close)?;
        Some((open.len() + end + close.len(), &inner[..end]))
    };
    if let Some((len, inner)) = between("[[", "]]") {
        let is_plain = !inner.is_empty() && !inner.contains(['[', ']']);
        return is_plain.then(|| (len, bracketed(inner).unwrap_or(Mark::Unknown(&near[..len]))));
    }
    if let Some((len, name)) = between("---<<", ">>---") {
        return is_name(name).then_some((len, Mark::Break(name)));
    }
    let (len, inner) = between("--+-{", "}-+--")?;
    Some((len, Mark::Anchor(inner)))
}

/// Reads what stands between double brackets.
fn bracketed(inner: &str) -> Option<Mark<'_>> {
    if let Some((code, value)) = inner.split_once("||") {
        if let Some((from, to)) = code.split_once("->") {
            return Some(Mark::Relation { from: path(from)?, to: path(to)?, text: value.trim() });
        }
        return Some(Mark::Value { code: path(code)?, value: value.trim() });
    }
    if let Some((class, id)) = inner.split_once(['=', ':']) {
        let is_id = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
        if !is_name(class) || !is_id {
            return None;
        }
        return Some(match class.to_ascii_lowercase().as_str() {
            "uid" => Mark::Uid(id),
            "cid" | "caseid" => Mark::Case(id),
            "coderid" | "coder" => Mark::Coder(id),
            _ => Mark::Instance { class, id },
        });
    }
    path(inner).map(Mark::Code)
}

/// Reads a code with its parents. The ROCK allows letters without accents, digits and underscores; people write more.
fn path(text: &str) -> Option<Vec<&str>> {
    let is_code = |name: &&str| {
        name.starts_with(char::is_alphabetic)
            && name.chars().all(|c| c.is_alphanumeric() || "_-.'’".contains(c))
    };
    let path: Vec<&str> = text.split('>').map(str::trim).collect();
    (path.len() <= DEEPEST && path.iter().all(is_code)).then_some(path)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
}

/// Returns the name of a section break as older versions wrote it, alone on its line: `---paragraph-break---`, `---<A>---`.
fn old_break(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix("---")?.strip_suffix("---")?;
    let is_bracketed = inner.starts_with('<') && inner.ends_with('>') && inner.len() < LONGEST;
    match inner {
        "paragraph-break" => Some(inner),
        _ if is_bracketed && !inner.contains(char::is_whitespace) => Some(inner.trim_matches(['<', '>'])),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_of_every_kind_are_taken_out() {
        let bare = take_apart("[[uid=73xk]] Ja, [[cid:1]] dat wel. [[steun>familie]]  [[intensity||-4.3]] ");
        assert_eq!(bare.words, "Ja, dat wel.");
        let expected = [
            Mark::Uid("73xk"),
            Mark::Case("1"),
            Mark::Code(vec!["steun", "familie"]),
            Mark::Value { code: vec!["intensity"], value: "-4.3" },
        ];
        assert_eq!(bare.marks, expected);
        let bare =
            take_apart("[[a->b||causes||2]]---<<paragraph-break>>--- x --+-{0:12}-+--[[coderId=anna]]");
        assert_eq!(bare.words, "x");
        let expected = [
            Mark::Relation { from: vec!["a"], to: vec!["b"], text: "causes||2" },
            Mark::Break("paragraph-break"),
            Mark::Anchor("0:12"),
            Mark::Coder("anna"),
        ];
        assert_eq!(bare.marks, expected);
        for (line, name) in
            [("---paragraph-break---", "paragraph-break"), ("---<A>---", "A"), ("---<>---", "")]
        {
            assert_eq!(take_apart(line).marks, [Mark::Break(name)], "{line}");
        }
    }

    #[test]
    fn what_is_no_mark_stays() {
        for line in
            ["[naam] zei: [[niet doen, hoor]]", "[[ ]] --- -----", "a --> b [[", "  ingesprongen  ", "[x]"]
        {
            assert_eq!(take_apart(line).words, line);
        }
        assert_eq!(take_apart("zo [[let op: ja]]").marks, [Mark::Unknown("[[let op: ja]]")]);
        let bare = take_apart("[[[a]] b]] c");
        assert_eq!((bare.words.as_ref(), &bare.marks[..]), ("[ b]] c", &[Mark::Code(vec!["a"])][..]));
    }

    proptest! {
        #[test]
        fn any_line_can_be_taken_apart(line in "(\\[|\\]|[a>=:|<+{}é -]){0,40}") {
            let bare = take_apart(&line);
            prop_assert!(bare.words.len() <= line.len());
        }
    }
}
