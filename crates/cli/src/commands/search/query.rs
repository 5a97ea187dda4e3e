//! From the words of the command line to a query.

/// What stands between the parts of a query.
const OPERATORS: [&str; 10] =
    ["OR", "AND", "NOT", "OVERLAPS", "WITHIN", "ENCLOSES", "EQUALS", "NEAR", "BEFORE", "AFTER"];

/// Joins the words of the command line. A word with spaces in it was quoted in the shell: a phrase, a value of a field, or
/// a part of the query with signs or operators of its own.
pub(super) fn joined(words: &[String]) -> String {
    let [first, rest @ ..] = words else { return String::new() };
    if rest.is_empty() {
        return first.clone();
    }
    words.iter().map(|word| part(word)).collect::<Vec<_>>().join(" ")
}

/// Adds saved queries to a query: a unit must meet all of them.
pub(super) fn with_saved(query: String, saved: &[String]) -> String {
    let saved: Vec<String> = saved.iter().map(|name| format!("query:\"{name}\"")).collect();
    match (query.trim().is_empty(), saved.is_empty()) {
        (_, true) => query,
        (true, false) => saved.join(" "),
        (false, false) => format!("({query}) {}", saved.join(" ")),
    }
}

fn part(word: &str) -> String {
    let is_operator = |part: &str| OPERATORS.contains(&part.split('/').next().unwrap_or_default());
    let first = word.split(' ').next().unwrap_or_default();
    let field = first.split_once(':').filter(|(name, value)| !name.is_empty() && !value.is_empty());
    match word {
        plain if !plain.contains(' ') => plain.to_owned(),
        phrase if phrase.starts_with(['"', '(', '-']) => phrase.to_owned(),
        several if several.contains(['"', '*']) || several.split(' ').any(is_operator) => {
            format!("({several})")
        }
        several if several.split(' ').filter(|part| part.contains(':')).count() > 1 => format!("({several})"),
        value if let Some((name, _)) = field => format!("{name}:\"{}\"", &value[name.len() + 1..]),
        phrase => format!("\"{phrase}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn what_was_quoted_in_the_shell_stays_together() {
        let joined = |words: &[&str]| joined(&words.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(joined(&[]), "");
        assert_eq!(joined(&["soep OR jas"]), "soep OR jas");
        assert_eq!(joined(&["soep", "jas"]), "soep jas");
        assert_eq!(joined(&["op de gang", "OR", "bellen*"]), "\"op de gang\" OR bellen*");
        assert_eq!(joined(&["\"op de gang\"", "OR", "bellen*"]), "\"op de gang\" OR bellen*");
        assert_eq!(joined(&["soep OR jas", "NOT", "zaterdag"]), "(soep OR jas) NOT zaterdag");
        assert_eq!(joined(&["-\"op de gang\"", "trap"]), "-\"op de gang\" trap");
        assert_eq!(joined(&["soep NEAR/3 jas", "trap"]), "(soep NEAR/3 jas) trap");
        assert_eq!(joined(&["code:goed contact", "trap"]), "code:\"goed contact\" trap");
        assert_eq!(joined(&["code:a role:b", "trap"]), "(code:a role:b) trap");
    }
}
