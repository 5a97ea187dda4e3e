//! Mail addresses in the names of coders: they stay out of a study.

use std::borrow::Cow;

/// Returns a name as it may stand in a study: without mail addresses, or, where there is nothing else, of an address what
/// comes before the `@`.
pub(super) fn shown(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    let people: Vec<&str> = name.split(is_edge).filter_map(person_of_address).collect();
    if people.is_empty() {
        return Cow::Borrowed(name);
    }
    let mut rest = String::with_capacity(name.len());
    for piece in name.split_inclusive(is_edge) {
        let word = piece.trim_end_matches(is_edge);
        rest.push_str(if person_of_address(word).is_some() { &piece[word.len()..] } else { piece });
    }
    // Twice, because an address may stand in two pairs of brackets.
    for pair in ["<>", "()", "[]", "{}", "\"\""].repeat(2) {
        rest = rest.replace(pair, "");
    }
    let line = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches([' ', ',', ';', '<', '(', '[', '{']);
    let line = line.trim_start_matches([' ', ',', ';', '>', ')', ']', '}']);
    let inside = line.strip_prefix('(').and_then(|line| line.strip_suffix(')'));
    let line = inside.filter(|inside| !inside.contains(['(', ')'])).unwrap_or(line);
    match line.contains(char::is_alphanumeric) {
        true => Cow::Owned(line.to_owned()),
        false => Cow::Owned(people.join(", ")),
    }
}

/// Returns whether this stands around words.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || "<>()[]{},;\"".contains(c)
}

/// Returns who a mail address names, if the word is one: something, an `@`, and a host with a dot inside.
fn person_of_address(word: &str) -> Option<&str> {
    let (person, host) = word.split_once('@')?;
    let person = person.rsplit(':').next().unwrap_or_default();
    (!person.is_empty() && host.trim_matches('.').contains('.')).then_some(person)
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn mail_addresses_stay_out() {
        assert_eq!(shown(" anna.vos@voorbeeld.nl "), "anna.vos");
        assert_eq!(shown("Anna @ werk.nl"), "Anna @ werk.nl");
        assert_eq!(shown("Anna"), "Anna");
        assert_eq!(shown("Anna Vos <anna@zorg.nl>"), "Anna Vos");
        assert_eq!(shown("Anna (<anna@zorg.nl>)"), "Anna");
        assert_eq!(shown("anna@zorg.nl (Anna)"), "Anna");
        assert_eq!(shown("Vos, anna@zorg.nl"), "Vos");
        assert_eq!(shown("Anna <anna@zorg.nl"), "Anna");
        assert_eq!(shown("<mailto:anna@zorg.nl>"), "anna");
        assert_eq!(shown("Anna (Ede) [anna@zorg.nl]"), "Anna (Ede)");
        assert_eq!(shown("@zorg.nl"), "@zorg.nl");
        assert_eq!(shown("anna@werk"), "anna@werk");
    }
}
