//! Marks around passages: `[vertrouwen+]Ik vertrouw haar.[/vertrouwen]`.

use draad_core::Valence;
use std::collections::BTreeMap;
use std::ops::Range;

/// The longest mark, in bytes.
const LONGEST: usize = 200;
/// Between a code and the codes below it.
const BELOW: char = '>';

/// A passage between a mark and the mark that closes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The code with its parents, outermost first.
    pub(super) path: Vec<String>,
    pub(super) valence: Option<Valence>,
    /// Where the two marks stand in the text.
    pub(super) open: Range<usize>,
    pub(super) close: Range<usize>,
}

/// The marks of a text.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Sorted by where they open.
    pub(super) pairs: Vec<Pair>,
    /// Marks that are never closed, though passages are marked with the same name elsewhere.
    pub(super) unclosed: Vec<Range<usize>>,
    /// Closing marks to which nothing belongs.
    pub(super) unopened: Vec<Range<usize>>,
}

/// A bracket that could be a mark.
struct Bracket<'t> {
    name: &'t str,
    valence: Option<Valence>,
    is_closing: bool,
    /// Whether a sign says that it is a mark.
    has_sign: bool,
    at: Range<usize>,
}

/// Finds the marks of a text. A name in brackets that is closed nowhere is text: that is how names are left out of
/// transcripts. A closing mark belongs to the last open one of its name, whatever stands between them.
pub(super) fn find(text: &str) -> Pairs {
    let brackets = brackets(text);
    let mut open: BTreeMap<String, Vec<&Bracket>> = BTreeMap::new();
    let mut found = Pairs::default();
    for bracket in &brackets {
        let waiting = open.entry(bracket.name.to_lowercase()).or_default();
        if !bracket.is_closing {
            waiting.push(bracket);
        } else if let Some(start) = waiting.pop() {
            found.pairs.push(Pair {
                path: start.name.split(BELOW).map(|name| name.trim().to_owned()).collect(),
                valence: start.valence.or(bracket.valence),
                open: start.at.clone(),
                close: bracket.at.clone(),
            });
        } else {
            found.unopened.push(bracket.at.clone());
        }
    }
    found.pairs.sort_by_key(|pair| pair.open.start);
    let names: std::collections::BTreeSet<String> = brackets
        .iter()
        .filter(|bracket| bracket.is_closing)
        .map(|bracket| bracket.name.to_lowercase())
        .collect();
    let is_meant = |bracket: &&&Bracket| bracket.has_sign || names.contains(&bracket.name.to_lowercase());
    found.unclosed = open.values().flatten().filter(is_meant).map(|bracket| bracket.at.clone()).collect();
    found.unclosed.sort_by_key(|at| at.start);
    found
}

fn brackets(text: &str) -> Vec<Bracket<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find('[').map(|at| from + at) {
        from = start + 1;
        let near = &text[from..text.floor_char_boundary(from + LONGEST)];
        let Some(end) = near.find([']', '[', '\n']).filter(|&end| near[end..].starts_with(']')) else {
            continue;
        };
        if let Some(bracket) = bracket(&near[..end], start..from + end + 1) {
            from = bracket.at.end;
            found.push(bracket);
        }
    }
    found
}

/// Reads what stands between brackets as a mark.
fn bracket(inner: &str, at: Range<usize>) -> Option<Bracket<'_>> {
    let (inner, is_closing) = inner.strip_prefix('/').map_or((inner, false), |rest| (rest, true));
    let signs = [
        ("+/-", Valence::Ambivalent),
        ("±", Valence::Ambivalent),
        ("+", Valence::Promoting),
        ("-", Valence::Hindering),
        ("−", Valence::Hindering),
        ("–", Valence::Hindering),
    ];
    let signed = signs.iter().find_map(|(sign, valence)| Some((inner.strip_suffix(sign)?, *valence)));
    let (name, valence) = signed.map_or((inner, None), |(name, valence)| (name, Some(valence)));
    let name = name.trim();
    let is_name = |part: &str| {
        let part = part.trim();
        part.starts_with(char::is_alphabetic)
            && part.chars().all(|c| c.is_alphanumeric() || " _-.'’&/,()".contains(c))
    };
    let has_sign = valence.is_some();
    name.split(BELOW).all(is_name).then_some(Bracket { name, valence, is_closing, has_sign, at })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<(String, Option<Valence>, String)> {
        let found = find(text);
        let one = |pair: &Pair| {
            (pair.path.join(">"), pair.valence, text[pair.open.end..pair.close.start].to_owned())
        };
        found.pairs.iter().map(one).collect()
    }

    #[test]
    fn pairs_may_overlap_nest_and_repeat() {
        let text = "[steun+]Zij [rust]belt.[/steun] Altijd.[/rust] [a][a]x[/a]y[/a] [Steun±]Ja[/steun]";
        let one = |code: &str, valence, words: &str| (code.to_owned(), valence, words.to_owned());
        let expected = [
            one("steun", Some(Valence::Promoting), "Zij [rust]belt."),
            one("rust", None, "belt.[/steun] Altijd."),
            one("a", None, "[a]x[/a]y"),
            one("a", None, "x"),
            one("Steun", Some(Valence::Ambivalent), "Ja"),
        ];
        assert_eq!(pairs(text), expected);
        assert_eq!(pairs("[nabijheid>bellen-]x[/nabijheid>bellen]")[0].0, "nabijheid>bellen");
    }

    #[test]
    fn brackets_without_a_pair_are_text() {
        let found = find("[naam] zei [lacht]: [steun-]x [/rust] [1] [rust] [onbekend+] [/zo");
        assert!(found.pairs.is_empty());
        assert_eq!((found.unclosed.len(), found.unopened.len()), (3, 1));
        let found = find("[naam] [steun]x[/steun] [steun]y");
        assert_eq!((found.pairs.len(), found.unclosed.len()), (1, 1));
    }
}
