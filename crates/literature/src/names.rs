//! Names of people and organisations.

use biblatex::{Entry, Person};
use draad_core::Language;
use hayagriva::citationberg::json::{LiteralName, NameItem, NameValue};

/// Returns the people of a field; none when there is no such field, or it cannot be read.
pub(crate) fn names(entry: &Entry, field: &str) -> Vec<Person> {
    entry.get_as::<Vec<Person>>(field).unwrap_or_default()
}

/// Returns whether it stands for people who are not named, as `and others` does.
pub(crate) fn is_others(person: &Person) -> bool {
    person.name == "others" && person.given_name.is_empty()
}

/// Returns a name as it is kept: `Vries, Jan de`.
pub(crate) fn written(person: &Person) -> String {
    let given = [person.given_name.as_str(), person.prefix.as_str()];
    let given: Vec<&str> = given.into_iter().filter(|part| !part.is_empty()).collect();
    let parts = [person.name.clone(), given.join(" "), person.suffix.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Returns a name as the style takes it. Prefixes are part of the surname, as APA has it: `de Vries, J.`, sorted under the prefix. Where
/// the surname comes first, a Dutch text writes the prefix with a capital (`De Vries`), unless it is an apostrophe with a letter
/// (`'t Hart`, `d'Ancona`).
pub(crate) fn value(person: &Person, is_first_in_dutch: bool) -> NameValue {
    if person.given_name.is_empty() && person.prefix.is_empty() {
        return NameValue::Literal(LiteralName { literal: person.name.clone() });
    }
    let prefix = if is_first_in_dutch { capitalised(&person.prefix) } else { person.prefix.clone() };
    let joins = prefix.is_empty() || prefix.ends_with(['\'', '’']);
    let surname =
        if joins { format!("{prefix}{}", person.name) } else { format!("{prefix} {}", person.name) };
    // in a surname of several words the library would look for prefixes of its own, unless it gets the first word as one
    let (first, family) = match surname.split_once(' ') {
        Some((first, rest)) => (Some(first.to_owned()), rest.to_owned()),
        None => (None, surname),
    };
    NameValue::Item(NameItem {
        family,
        given: Some(person.given_name.clone()).filter(|given| !given.is_empty()),
        non_dropping_particle: first,
        dropping_particle: None,
        suffix: Some(person.suffix.clone()).filter(|suffix| !suffix.is_empty()),
        comma_suffix: None,
    })
}

/// Returns whether names that begin with the surname get capitals for their prefixes.
pub(crate) fn capitalises(language: Language) -> bool {
    language == Language::Nl
}

fn capitalised(prefix: &str) -> String {
    let mut chars = prefix.chars();
    match (chars.next(), chars.clone().next()) {
        (Some('\'' | '’'), _) | (_, Some('\'' | '’')) | (None, _) => prefix.to_owned(),
        (Some(first), _) => first.to_uppercase().chain(chars).collect(),
    }
}
