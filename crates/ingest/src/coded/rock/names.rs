//! Names that the ROCK allows: letters and digits without accents, and underscores.

use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Returns the name under which each id is written: the id itself where the ROCK allows it, else what comes nearest. No two
/// ids share a name.
pub(super) fn rock_names<'i>(ids: impl Iterator<Item = &'i str>) -> BTreeMap<&'i str, String> {
    let mut taken = BTreeSet::new();
    let mut names = BTreeMap::new();
    for id in ids {
        let plain = plain(id);
        let mut name = plain.clone();
        let mut n = 1;
        while !taken.insert(name.clone()) {
            n += 1;
            name = format!("{plain}_{n}");
        }
        names.insert(id, name);
    }
    names
}

/// Returns an id in letters, digits and underscores, starting with a letter.
fn plain(id: &str) -> String {
    let letters = id.nfd().filter(|c| !is_combining_mark(*c));
    let name: String = letters.map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("x{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_accents_and_stay_apart() {
        let ids = ["vertrouwen", "bellen-appen", "bellen appen", "één lijn", "7", "家庭"];
        let names: Vec<String> = rock_names(ids.into_iter()).into_values().collect();
        let mut expected = ["vertrouwen", "bellen_appen", "bellen_appen_2", "een_lijn", "x7", "x__"];
        expected.sort_unstable();
        let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, expected);
    }
}
