//! Dedoose's excerpts: a row per excerpt, and per code the columns `Code: … Applied`, `… Weight` and `… Range`.
//!
//! Built from public documentation and from packages that read these files; no file of the program was seen.

use super::words::plain;
use std::collections::BTreeMap;

/// The columns of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CodeColumns {
    /// The name of the code, after its parents.
    pub(super) path: Vec<String>,
    /// Whether it is applied.
    pub(super) applied: usize,
    /// Its weight.
    pub(super) weight: Option<usize>,
}

/// Returns whether columns are those of Dedoose's excerpts.
pub(super) fn looks_like(header: &[String]) -> bool {
    let is_excerpt =
        |name: &String| matches!(plain(name).as_str(), "excerpt copy" | "excerpt" | "excerpt text");
    header.iter().any(is_excerpt) && header.iter().any(|name| code_of(name, "Applied").is_some())
}

/// Returns the codes of a header. `Code: Zorg\Wachten Applied` is a code below another when there is `Code: Zorg Applied`.
pub(super) fn codes(header: &[String]) -> Vec<CodeColumns> {
    let columns = |what| {
        let named = header.iter().enumerate();
        named
            .filter_map(move |(column, name)| Some((code_of(name, what)?, column)))
            .collect::<BTreeMap<&str, usize>>()
    };
    let (applied, weights) = (columns("Applied"), columns("Weight"));
    let mut codes: Vec<CodeColumns> = applied
        .iter()
        .map(|(name, column)| {
            let path = path(name, &applied);
            CodeColumns { path, applied: *column, weight: weights.get(name).copied() }
        })
        .collect();
    codes.sort_by_key(|code| code.applied);
    codes
}

/// Returns whether a column belongs to a code.
pub(super) fn is_of_code(name: &str) -> bool {
    ["Applied", "Weight", "Range"].iter().any(|what| code_of(name, what).is_some())
}

/// Returns whether a cell says that a code is applied; nothing when it says neither yes nor no.
pub(super) fn is_applied(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "true" | "yes" | "1" | "waar" | "ja" => Some(true),
        "false" | "no" | "0" | "" | "onwaar" | "nee" => Some(false),
        _ => None,
    }
}

fn code_of<'h>(name: &'h str, what: &str) -> Option<&'h str> {
    let rest = name.trim().strip_prefix("Code:")?.strip_suffix(what)?;
    Some(rest.trim()).filter(|name| rest.ends_with(' ') && !name.is_empty())
}

fn path(name: &str, known: &BTreeMap<&str, usize>) -> Vec<String> {
    let mut path = Vec::new();
    let mut rest = name;
    while let Some((parent, child)) = rest.rsplit_once('\\')
        && known.contains_key(parent)
        && !child.is_empty()
    {
        path.push(child.to_owned());
        rest = parent;
    }
    path.push(rest.to_owned());
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_has_columns_of_its_own() {
        let header: Vec<String> = [
            "Media Title",
            "Excerpt Copy",
            "Code: Zorg Applied",
            "Code: Zorg Range",
            "Code: Zorg Weight",
            "Code: Zorg\\Wachten, lang Applied",
            "Code: AC\\DC Applied",
            "Codes Applied Combined",
        ]
        .map(str::to_owned)
        .to_vec();
        assert!(looks_like(&header));
        let found: Vec<(String, usize, Option<usize>)> = codes(&header)
            .into_iter()
            .map(|code| (code.path.join(" / "), code.applied, code.weight))
            .collect();
        let expected = [("Zorg", 2, Some(4)), ("Zorg / Wachten, lang", 5, None), ("AC\\DC", 6, None)];
        assert_eq!(found, expected.map(|(path, applied, weight)| (path.to_owned(), applied, weight)));
        assert!(!looks_like(&header[..2]));
    }
}
